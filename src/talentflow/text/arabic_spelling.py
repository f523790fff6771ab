"""How the Latin letters of a name in Arabic letters most likely run, learnt from names that are known in both.

Each Arabic letter stands for a few Latin ones ("م" for "mo" in Mohamed, for "m" in Omar), and which ones depends on
those around it. The chains of such pairs that names of the Arab world are made of are counted, and the likeliest chain
over the letters is the spelling. Foreign names are none of its business: of those the usual ones are known by their
sound (usual_latin.py). `eval/train_arabic_spelling.py` counts the chains.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from talentflow.text.fold import fold

ORDER = 5  # pairs in a chain: four that are known, and the next
BREADTH = 24  # spellings of a beginning that are kept
EDGE = "\u2402"
_MARK = re.compile(r"[\u064b-\u065f\u0670ـ]")
_UNLIKELY = -14.0

Chain = tuple[str, ...]


class SpellingModel:
    """Counted chains of pairs, each an Arabic letter with the Latin letters that it stands for: "م:mo"."""

    def __init__(self, counts: Mapping[Chain, int]) -> None:
        """Takes how often each chain was seen, short ones and long ones."""
        self._counts = counts
        self._after: dict[Chain, tuple[int, int]] = {}
        self._pairs: dict[str, list[str]] = {}
        for chain, count in counts.items():
            total, kinds = self._after.get(chain[:-1], (0, 0))
            self._after[chain[:-1]] = total + count, kinds + 1
            if len(chain) == 1:
                self._pairs.setdefault(chain[0][0], []).append(chain[0])
        self._known: dict[tuple[Chain, str], float] = {}

    def spellings(self, word: str) -> list[tuple[float, str]]:
        """The likeliest spellings of one word, each with the logarithm of how likely it is, the best first."""
        start = (EDGE,) * (ORDER - 1)
        beam: list[tuple[float, str, Chain]] = [(0.0, "", start)]
        for letter in letters_of(word):
            grown: dict[tuple[str, Chain], float] = {}
            for value, spelled, past in beam:
                for pair in self._pairs.get(letter, (f"{letter}:",)):
                    state = spelled + pair[2:], (*past[1:], pair)
                    total = value + self._cost(past, pair)
                    if total > grown.get(state, -math.inf):
                        grown[state] = total
            beam = sorted(((value, *state) for state, value in grown.items()), reverse=True)[:BREADTH]
        best: dict[str, float] = {}
        for value, spelled, past in beam:
            best[spelled] = max(best.get(spelled, -math.inf), value + self._cost(past, EDGE))
        return sorted(((value, spelled) for spelled, value in best.items()), reverse=True)

    def _cost(self, past: Chain, pair: str) -> float:
        known = past, pair
        if known not in self._known:
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[known] = math.log(self._likely(past, pair))
        return self._known[known]

    def _likely(self, past: Chain, pair: str) -> float:
        """How likely a pair is after others: what was seen, mixed with what was seen after fewer of them."""
        if not past:
            total, _ = self._after.get((), (1, 1))
            return max(self._counts.get((pair,), 0) / total, math.exp(_UNLIKELY))
        shorter = self._likely(past[1:], pair)
        total, kinds = self._after.get(past, (0, 0))
        if not total:
            return shorter
        return (self._counts.get((*past, pair), 0) + kinds * shorter) / (total + kinds)


def letters_of(word: str) -> str:
    """The letters that are spelled one by one: without marks, and with one for the two that write "ch"."""
    return _MARK.sub("", fold(word)).replace("تش", "چ")


@cache
def arabic_spelling() -> SpellingModel:
    """What was learnt of names of the Arab world."""
    text = (files("talentflow.text") / "arabic_spelling.txt").read_text(encoding="utf-8")
    return SpellingModel(_chains(text.splitlines()))


def _chains(lines: Iterable[str]) -> dict[Chain, int]:
    """The chains of the file: first its pairs, each in a line of its own, then chains of their numbers."""
    pairs: list[str] = []
    out: dict[Chain, int] = {}
    for line in lines:
        if line.startswith("#") or not line:
            continue
        if line[0] == "=":
            pairs.append(line[1:])
        elif line[0].isdigit():
            *chain, count = line.split(" ")
            out[tuple(pairs[int(number)] for number in chain)] = int(count)
    return out
