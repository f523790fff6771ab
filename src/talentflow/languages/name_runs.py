"""Which runs of words are names, in a script without capitals: a learnt chain of tags over the words of a sentence.

Each word gets a tag: it begins or goes on with a person's name or an organization's, or is none. A tag is scored by
what is known of the word and of its neighbours, and by the tag before; the best chain wins. The weights are plain
data, learnt by eval/train_name_runs.py from the practice articles; what is known is in reader/name_features.py.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from operator import add

TAGS = ("none", "person", "person+", "org", "org+")
OFFSETS = (-2, -1, 0, 1, 2)  # where a word that is known stands from the word that gets the tag
EDGE = "edge"  # what is known of the place beside the first word or the last
SCALE = 100.0  # the weights are kept as whole hundredths
_NEVER = -1e9
_WIDTH = len(TAGS)

Scores = tuple[float, ...]  # for each offset a score for each tag, one after the other


def may_follow(before: str | None, tag: str) -> bool:
    """Whether a tag may stand after another, None at the start of a sentence: a name goes on only after its like."""
    return not tag.endswith("+") or (before is not None and before.rstrip("+") == tag[:-1])


class NameRuns:
    """The learnt weights: of each feature for each offset and tag, and of each tag after each."""

    def __init__(
        self, weights: dict[str, Sequence[float]], steps: dict[str, Sequence[float]], words: dict[str, str]
    ) -> None:
        """Takes the weights as `name_runs.json` holds them."""
        self._rows: dict[str, list[float]] = {}
        for name, row in weights.items():
            offset, _, feature = name.partition(":")
            at = (int(offset) - OFFSETS[0]) * _WIDTH
            whole = self._rows.setdefault(feature, [0.0] * (_WIDTH * len(OFFSETS)))
            whole[at : at + _WIDTH] = [value / SCALE for value in row]
        self._steps = [  # for each tag what the step from each tag to it scores
            [steps[before][tag] / SCALE if may_follow(before, TAGS[tag]) else _NEVER for before in TAGS]
            for tag in range(_WIDTH)
        ]
        self._edge = self.score([EDGE])
        self._nothing = self.score([])
        self.known = {word: times for times, listed in words.items() for word in listed.split()}

    def score(self, features: Iterable[str]) -> Scores:
        """What features of a word say about its own tag and those of the words around it."""
        total = [0.0] * (_WIDTH * len(OFFSETS))
        for feature in features:
            row = self._rows.get(feature)
            if row is not None:
                total = list(map(add, total, row))
        return tuple(total)

    def tags(self, known: Sequence[Scores]) -> list[int]:
        """The best chain of tags, as places in TAGS, for a sentence of which `known` scores each word's features."""
        if not known:
            return []
        now: list[float] = [0.0, *[_NEVER] * (_WIDTH - 1)]  # as if a word that is no name stood before the first
        history: list[list[float]] = []
        for row in self._of_tags(known):
            history.append(now)
            now = [score + max(map(add, now, steps)) for score, steps in zip(row, self._steps, strict=True)]
        tag = now.index(max(now))
        out = [tag]
        for before in reversed(history[1:]):
            ways = list(map(add, before, self._steps[tag]))
            tag = ways.index(max(ways))
            out.append(tag)
        return out[::-1]

    def _of_tags(self, known: Sequence[Scores]) -> list[list[float]]:
        """For each word the score of each tag, from what is known of it and of its neighbours."""
        padded = [self._nothing, self._edge, *known, self._edge, self._nothing]
        return [
            list(map(sum, zip(far[:5], near[5:10], own[10:15], following[15:20], last[20:], strict=True)))
            for far, near, own, following, last in zip(
                padded, padded[1:], padded[2:], padded[3:], padded[4:], strict=False
            )
        ]


@cache
def name_runs(code: str) -> NameRuns | None:
    """The learnt weights of a language, None where it has none."""
    path = files("talentflow.languages") / "data" / code / "name_runs.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    return NameRuns(data["weights"], data["steps"], data["words"])
