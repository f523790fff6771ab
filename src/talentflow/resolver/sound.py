"""How well a part of a name in one script sounds like a part of a name in another."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from talentflow.resolver.parts import Form, Part
from talentflow.resolver.spelling import (
    DOUBLED,
    NEVER,
    PUT_IN_OTHER,
    cost_of,
    cost_of_strange,
    letters_of_rows,
)

# How many times in a thousand letters of names in Latin script.
_FREQUENCY = dict(
    zip(
        "aeinrolstdmhucgbykvjpfzwxq",
        (130, 99, 86, 80, 74, 61, 60, 52, 48, 42, 40, 38, 36, 27, 24, 24, 21, 21, 15, 11, 14, 10, 10, 9, 2, 2),
        strict=True,
    )
)
_SURPRISE = {letter: -math.log(count / 1000) for letter, count in _FREQUENCY.items()}
FAR = 2.6  # a letter: parts that cost so much more than the likeliest spelling are others
PLAUSIBLE = -0.23  # closeness
_MOST_KEPT = 1 << 18  # pairs of parts
_ROUNDING = 0.02  # more than sums differ by for the order in which they are added
LEAST = -2.0  # the evidence of parts that are nothing like each other


@dataclass(frozen=True, slots=True)
class Heard:
    """How well one part is spelled like another.

    `evidence` is the natural logarithm of how much likelier the spelling is than by chance, `excess` what it costs a
    letter more than the likeliest, `edits` how many consonants differ by class.
    """

    evidence: float
    excess: float
    length: int
    how: str = "sound"
    edits: int = 0


@lru_cache(maxsize=65536)
def surprise(latin: str) -> float:
    """How unlikely the letters are by themselves."""
    return sum(_SURPRISE[letter] for letter in latin)


@lru_cache(maxsize=_MOST_KEPT)
def heard(source: Part, target: Part) -> Heard | None:
    """How well the source is spelled like the target in Latin letters; None where it is another name."""
    if source.folded == target.folded:
        latin = target.forms[0].latin
        return Heard(surprise(latin), 0.0, max(len(latin), 1), "same")
    if closeness(source, target) < PLAUSIBLE:
        return None
    best: Heard | None = None
    for spelled in source.forms:
        for form in target.forms:
            found = _hear(spelled, form)
            if found is not None and (best is None or found.evidence > best.evidence):
                best = found
    if best is None:
        return None
    edits = Levenshtein.distance(source.classes, target.classes)
    return Heard(best.evidence, best.excess, best.length, "sound", edits)


@lru_cache(maxsize=_MOST_KEPT)
def closeness(source: Part, target: Part) -> float:
    """How alike two parts look, 1 to -1, each written as it is likeliest: a cheap test before the careful one.

    What is below `PLAUSIBLE` is another part.
    """
    if source.folded == target.folded:
        return 1.0
    one, other = source.classes, target.classes
    longest = max(len(one), len(other))
    if source.script == "han":
        return 0.0 if Levenshtein.distance(one, other) <= 1.5 + longest * 0.5 else -1.0
    if (target.consonants & ~source.can_be).bit_count() > 1:
        return -1.0
    edits = Levenshtein.distance(one, other)
    if edits > 1 + longest * 0.36:
        return -1.0
    alike = Indel.normalized_similarity(source.forms[0].latin, target.forms[0].latin)
    if len(source.forms) > 1 or len(target.forms) > 1:
        pairs = itertools.product(source.forms, target.forms)
        alike = max(Indel.normalized_similarity(spelled.latin, form.latin) for spelled, form in pairs)
    if longest < 2:
        return max(alike - edits, PLAUSIBLE)
    return alike - edits / longest


def is_heard_so(source: Part, target: Part, farthest: float) -> bool:
    """Whether the source is spelled like the target, and costs no more a letter than this beyond the likeliest."""
    hit = heard(source, target)
    return hit is not None and hit.excess <= farthest


def is_spelled_so(spelled: Form, words: Sequence[str], farthest: float) -> bool:
    """Whether that can be so of these words in Latin letters, taken as one: nothing is made beyond the answer."""
    length = max(sum(map(len, words)), spelled.length)
    excess = min(farthest, FAR) * length + _ROUNDING
    if spelled.rows:
        known = letters_of_rows(spelled.rows)
        # Where one word ends with the letter that the next begins with, that one costs less.
        doubled = (len(words) - 1) * (PUT_IN_OTHER - DOUBLED)
        if sum([cost_of_strange(word, known) for word in words]) - doubled > excess:
            return False
    latin = "".join(words)
    most = min(spelled.least + excess, sum(map(surprise, words)) - LEAST + _ROUNDING)
    return cost_of(spelled.rows, latin, most, spelled.longest) < NEVER


def _hear(spelled: Form, form: Form) -> Heard | None:
    latin = form.latin
    length = max(len(latin), spelled.length)
    alone = surprise(latin)
    most = min(spelled.least + FAR * length, alone - LEAST)
    cost = cost_of(spelled.rows, latin, most, spelled.longest)
    if cost >= NEVER:
        return None
    return Heard(alone - cost, max(cost - spelled.least, 0.0) / length, length)
