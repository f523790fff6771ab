"""Which runs of words are names, in a script without capitals: a learnt chain of tags over the words of a sentence.

Each word gets a tag: it begins or goes on with a person's name or an organization's, or is none. A tag is scored by
what is known of the word and of its neighbours, and by the tag before; the best chain wins. The weights are plain
data, learnt by eval/train_name_runs.py from the practice articles; what is known is in reader/names/name_features.py.

All that one feature says of the tags of a word and of its neighbours is kept in one whole number, the scores side by
side in lanes of bits: one addition adds them all, and a shift moves them to the next word.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from operator import add
from struct import Struct
from typing import Any

TAGS = ("none", "person", "person+", "org", "org+")
OFFSETS = (-2, -1, 0, 1, 2)  # where a word that is known stands from the word that gets the tag
EDGE = "edge"  # what is known of the place beside the first word or the last
SCALE = 100.0  # the weights are kept as whole hundredths
_NEVER = -(10**9)
_WIDTH = len(TAGS)
_LANE = 32  # bits of one score: hundreds of features of some thousand hundredths fit in
_WORD = _WIDTH * _LANE
_SCORES = Struct(f"<{_WIDTH}I")
_START = (0, *[_NEVER] * (_WIDTH - 1))  # as if a word that is no name stood before the first

Scores = int  # for each offset a score for each tag, side by side


def may_follow(before: str | None, tag: str) -> bool:
    """Whether a tag may stand after another, None at the start of a sentence: a name goes on only after its like."""
    return not tag.endswith("+") or (before is not None and before.rstrip("+") == tag[:-1])


class NameRuns:
    """The learnt weights: of each feature for each offset and tag, and of each tag after each."""

    def __init__(
        self, weights: dict[str, Sequence[int]], steps: dict[str, Sequence[int]], words: dict[str, str]
    ) -> None:
        """Takes the weights as `name_runs.json` holds them."""
        self._rows: dict[str, Scores] = {}
        for name, row in weights.items():
            offset, _, feature = name.partition(":")
            shift = (OFFSETS[-1] - int(offset)) * _WORD  # what it says of the word behind it lies behind
            self._rows[feature] = self._rows.get(feature, 0) + (_side_by_side(row) << shift)
        self._steps = [  # for each tag what the step from each tag to it scores
            [steps[before][tag] if may_follow(before, TAGS[tag]) else _NEVER for before in TAGS]
            for tag in range(_WIDTH)
        ]
        # "none" that leads by so much over all other tags stands before whatever begins, whichever step is liked.
        self._lead = max(max(ways[1:]) - ways[0] for ways in self._steps if ways[0] != _NEVER)
        self._edge = self.score([EDGE])
        self.known = {word: times for times, listed in words.items() for word in listed.split()}

    def score(self, features: Iterable[str]) -> Scores:
        """What features of a word say about its own tag and those of the words around it, to be added up."""
        rows, total = self._rows, 0
        for feature in features:
            row = rows.get(feature)
            if row is not None:
                total += row
        return total

    def tags(self, known: Sequence[Scores]) -> list[int]:
        """The best chain of tags, as places in TAGS, for a sentence of which `known` scores each word's features."""
        if not known:
            return []
        tag, backs = self._chains(known)
        out = [tag]
        for back in reversed(backs[1:]):
            tag = back[tag]
            out.append(tag)
        return out[::-1]

    def _chains(self, known: Sequence[Scores]) -> tuple[int, list[Sequence[int]]]:
        """The last tag of the best chain, and for each word and each of its tags the tag before on the best way to it.

        This is done for every word that is read, and most are no names: after such a word little is to be weighed.
        """
        lead, (to_none, to_person, on_person, to_org, on_org) = self._lead, self._steps
        none, person, person_on, org, org_on = _START
        backs: list[Sequence[int]] = []
        for scores in self._of_tags(known):
            now = (none, person, person_on, org, org_on)
            if none - max(person, person_on, org, org_on) >= lead:
                before_none = before_person = before_org = 0
                next_none, next_person, next_org = none + to_none[0], none + to_person[0], none + to_org[0]
            else:
                next_none, before_none = _best(now, to_none)
                next_person, before_person = _best(now, to_person)
                next_org, before_org = _best(now, to_org)
            first, second = person + on_person[1], person_on + on_person[2]
            third, fourth = org + on_org[3], org_on + on_org[4]
            backs.append(
                (before_none, before_person, 1 if first >= second else 2, before_org, 3 if third >= fourth else 4)
            )
            none, person, org = next_none + scores[0], next_person + scores[1], next_org + scores[3]
            person_on = (first if first >= second else second) + scores[2]
            org_on = (third if third >= fourth else fourth) + scores[4]
        last = (none, person, person_on, org, org_on)
        return last.index(max(last)), backs

    def _of_tags(self, known: Sequence[Scores]) -> Iterator[tuple[Any, ...]]:
        """For each word the score of each tag, from what is known of it and of its neighbours.

        All are higher by the same, which keeps every lane above zero.
        """
        total = self._edge
        for row in reversed(known):
            total = (total << _WORD) + row
        total = (total << _WORD) + self._edge
        count = len(known) + 1 + len(OFFSETS)
        values = (total + _raised(count)).to_bytes(count * _SCORES.size, "little")
        first = 1 + OFFSETS[-1]  # before it lies what is said of the edge and of what is beyond
        return _SCORES.iter_unpack(memoryview(values)[first * _SCORES.size : (first + len(known)) * _SCORES.size])


def _best(now: Sequence[int], steps: Sequence[int]) -> tuple[int, int]:
    """The best score of a chain that goes on with one tag, and the tag before."""
    ways = list(map(add, now, steps))
    best = max(ways)
    return best, ways.index(best)


def _side_by_side(row: Sequence[int]) -> int:
    return sum(value << (_LANE * place) for place, value in enumerate(row))


@lru_cache(maxsize=1000)
def _raised(count: int) -> int:
    """Half of what a lane holds, in the lanes of so many words."""
    return _side_by_side([1 << (_LANE - 1)] * (count * _WIDTH))


@cache
def name_runs(code: str) -> NameRuns | None:
    """The learnt weights of a language, None where it has none."""
    path = files("talentflow.languages") / "data" / code / "name_runs.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    return NameRuns(data["weights"], data["steps"], data["words"])
