"""Two names in one script: the same parts in another order, variants, initials, short names, a part left out."""

from __future__ import annotations

import itertools
import re

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from talentflow.resolver.name_words import nickname_groups
from talentflow.resolver.parts import Part, PersonName
from talentflow.text.skeleton import skeletons, sounded

ONE_PART = 0.9  # a name of one part, written the same
SHORT_OF_PARTS = 0.4  # one part of a longer name alone: perhaps
LEFT_OUT_BETWEEN, LEFT_OUT_AT_END = 0.88, 0.72
SHORT_NAME, INITIAL = 0.75, 0.7
JOINED = 0.96
OTHER_ORDER = 0.98
UNLIKE = 0.1
_LEAST_LETTERS = 0.72  # of two spellings of one part: alike letters
_LEAST_SOUND = 0.84
_DOUBLED = re.compile(r"(.)\1+")


def compare_in_one_script(one: PersonName, other: PersonName) -> tuple[float, tuple[str, ...]]:
    """The score, and the reasons in words."""
    if one.whole is not None and other.whole is not None:
        same = one.whole.folded == other.whole.folded
        return (1.0, ("both are written the same",)) if same else (0.0, (f"“{one.written}” is not “{other.written}”",))
    left, right = _parts(one), _parts(other)
    if [part.folded for part in left] == [part.folded for part in right]:
        return (1.0 if len(left) > 1 else ONE_PART), ("both are written the same",)
    if "".join(part.folded for part in left) == "".join(part.folded for part in right):
        return JOINED, ("they differ in spaces alone",)
    return _aligned(left, right)


def _parts(name: PersonName) -> tuple[Part, ...]:
    return name.parts if name.whole is None else (name.whole,)


def _aligned(left: tuple[Part, ...], right: tuple[Part, ...]) -> tuple[float, tuple[str, ...]]:
    fits = sorted(
        (-fit[0], i, j, fit[1])
        for (i, one), (j, other) in itertools.product(enumerate(left), enumerate(right))
        if (fit := fit_of(one, other)) is not None
    )
    pairs: dict[int, int] = {}
    score, reasons = 1.0, []
    for negative, i, j, reason in fits:
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
            score = min(score, -negative)
            if reason:
                reasons.append(reason)
    alone_left = [i for i in range(len(left)) if i not in pairs]
    alone_right = [j for j in range(len(right)) if j not in pairs.values()]
    if not pairs:
        return 0.0, ("no part of one is a part of the other",)
    if alone_left and alone_right:
        first, second = left[alone_left[0]], right[alone_right[0]]
        return UNLIKE, (*reasons, f"“{first.written}” is not “{second.written}”")
    if alone_left or alone_right:
        longer, alone = (left, alone_left) if alone_left else (right, alone_right)
        whole = sum(not part.is_initial for part in longer) - sum(not longer[place].is_initial for place in alone)
        between = all(0 < place < len(longer) - 1 or longer[place].is_initial for place in alone)
        score *= SHORT_OF_PARTS if whole < 2 else LEFT_OUT_BETWEEN if between else LEFT_OUT_AT_END
        reasons += [f"“{longer[place].written}” has no counterpart" for place in alone]
    if len(pairs) == 1 and not (alone_left or alone_right):
        score *= ONE_PART
    if [pairs[i] for i in sorted(pairs)] != sorted(pairs.values()):
        score *= OTHER_ORDER
        reasons.append("the parts stand in another order")
    # Several doubts together weigh more than the worst alone.
    doubts = len(reasons)
    return round(score * 0.97 ** max(doubts - 1, 0), 3), tuple(reasons)


def fit_of(one: Part, other: Part) -> tuple[float, str] | None:
    """How well two parts in one script fit, and why where they are not the same; None where they do not."""
    if one.folded == other.folded or any(
        a.latin == b.latin and one.script == "latin" for a, b in itertools.product(one.forms, other.forms)
    ):
        return 1.0, ""
    if one.is_initial != other.is_initial:
        short, long = (one, other) if one.is_initial else (other, one)
        if long.folded.startswith(short.folded):
            return INITIAL, f"“{short.written}” can stand for “{long.written}”"
        return None
    if one.is_initial:
        return None
    if nickname_groups(one.folded, one.script) & nickname_groups(other.folded, other.script):
        short, long = sorted((one, other), key=lambda part: (len(part.folded), part.folded))
        return SHORT_NAME, f"“{short.written}” is short for “{long.written}”"
    near = nearness(one, other)
    return (
        None if near is None else (round(0.5 + 0.48 * near, 3), f"“{one.written}” is a spelling of “{other.written}”")
    )


def nearness(one: Part, other: Part) -> float | None:
    """How near two spellings of one part are, 0 to 1; None where they are more likely two names."""
    first, second = one.forms[0].latin, other.forms[0].latin
    if min(len(first), len(second)) < 4 or one.script in ("han", "hangul"):
        return None
    if first[:-1] == second[:-1] and {first[-1], second[-1]} == {"a", "o"}:
        return None  # Mario and Maria
    single, another = _DOUBLED.sub(r"\1", first), _DOUBLED.sub(r"\1", second)
    if not set(skeletons(single)) & set(skeletons(another)):
        return None
    letters = Indel.normalized_similarity(first, second)
    sound = ratio(sounded(single), sounded(another)) / 100
    if letters < _LEAST_LETTERS or sound < _LEAST_SOUND:
        return None
    return letters
