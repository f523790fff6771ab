"""How well two names in different scripts sound alike: which part is which, and what speaks for and against it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from talentflow.resolver.name_words import long_forms
from talentflow.resolver.parts import Form, Part, PersonName, joined, part_of
from talentflow.resolver.spelling import NEVER, cost_of

# How many times in a thousand letters of names in Latin script.
_FREQUENCY = dict(
    zip(
        "aeinrolstdmhucgbykvjpfzwxq",
        (130, 99, 86, 80, 74, 61, 60, 52, 48, 42, 40, 38, 36, 27, 24, 24, 21, 21, 15, 11, 14, 10, 10, 9, 2, 2),
        strict=True,
    )
)
_SURPRISE = {letter: -math.log(count / 1000) for letter, count in _FREQUENCY.items()}
_FAR = 2.6  # a letter: parts that cost so much more than the likeliest spelling are others
_LEAST = -2.0  # the evidence of parts that are nothing like each other


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


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which parts are which. Places of parts; `missing` letters of either name find no partner."""

    pairs: tuple[tuple[int, int, Heard], ...]
    missing_one: tuple[int, ...]
    missing_other: tuple[int, ...]
    one: tuple[Part, ...]
    other: tuple[Part, ...]


@lru_cache(maxsize=65536)
def surprise(latin: str) -> float:
    """How unlikely the letters are by themselves."""
    return sum(_SURPRISE[letter] for letter in latin)


_Found = tuple[Part, Part, Heard | None]  # the parts are kept, so that their ids stay theirs
_CACHE: dict[tuple[int, int], _Found] = {}
_PLAUSIBLE: dict[tuple[int, int], tuple[Part, Part, bool]] = {}
_MOST_KEPT = 400_000


def heard(source: Part, target: Part) -> Heard | None:
    """How well the source is spelled like the target in Latin letters; None where it is another name."""
    key = (id(source), id(target))
    found = _CACHE.get(key)
    if found is not None:
        return found[2]
    if len(_CACHE) > _MOST_KEPT:
        _CACHE.clear()
    result = _heard(source, target)
    _CACHE[key] = (source, target, result)
    return result


def is_plausible(source: Part, target: Part) -> bool:
    """Whether two parts share most consonants, by classes: a cheap test before the careful one."""
    key = (id(source), id(target))
    found = _PLAUSIBLE.get(key)
    if found is not None:
        return found[2]
    if len(_PLAUSIBLE) > _MOST_KEPT:
        _PLAUSIBLE.clear()
    result = source.folded == target.folded or _is_plausible(source, target)
    _PLAUSIBLE[key] = (source, target, result)
    return result


def _is_plausible(source: Part, target: Part) -> bool:
    one, other = source.classes, target.classes
    longest = max(len(one), len(other))
    if source.script == "han":
        return Levenshtein.distance(one, other) <= 1.5 + longest * 0.5
    if (target.consonants & ~source.can_be).bit_count() > 1:
        return False
    return longest < 2 or Levenshtein.distance(one, other) <= 1 + longest * 0.36


def _heard(source: Part, target: Part) -> Heard | None:
    if source.folded == target.folded:
        latin = target.forms[0].latin
        return Heard(surprise(latin), 0.0, max(len(latin), 1), "same")
    if not is_plausible(source, target):
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


def _hear(spelled: Form, form: Form) -> Heard | None:
    latin = form.latin
    length = max(len(latin), spelled.length)
    alone = surprise(latin)
    most = min(spelled.least + _FAR * length, alone - _LEAST)
    cost = cost_of(spelled.rows, spelled.rests, latin, most, spelled.longest)
    if cost >= NEVER:
        return None
    return Heard(alone - cost, max(cost - spelled.least, 0.0) / length, length)


def in_order(one: PersonName, other: PersonName) -> tuple[PersonName, PersonName]:
    """The names with the one to be spelled first, and the one whose letters are taken as Latin second."""
    return (one, other) if one.rank >= other.rank else (other, one)


def align(source: tuple[Part, ...], target: tuple[Part, ...]) -> Alignment | None:
    """The parts that sound alike, the surest first; then initials, short names, and parts joined on one side.

    None where no part sounds like another.
    """
    is_han = source[0].script == "han"
    if not is_han and (_has_strangers if len(source) == len(target) else _has_no_kin)(source, target):
        return None
    found: list[tuple[float, int, int, Heard]] = []
    is_pair = len(source) == 2 == len(target) and not is_han
    for i in (1, 0) if is_pair and len(source[1].classes) > len(source[0].classes) else range(len(source)):
        one = source[i]
        if not one.is_initial:
            for j, other in enumerate(target):
                if not other.is_initial and (hit := heard(one, other)) is not None and hit.evidence > 0:
                    found.append((-hit.evidence, i, j, hit))
            if is_pair and not found and len(one.classes) > 1:
                return None  # the longer of two parts is in the other name, or the names are two
    if not found and min(len(source), len(target)) > 1:
        return None
    found.sort(key=lambda item: item[:3])
    pairs: dict[int, tuple[int, Heard]] = {}
    taken: set[int] = set()
    for _, i, j, hit in found:
        if i not in pairs and j not in taken:
            pairs[i] = (j, hit)
            taken.add(j)
    left = [i for i in range(len(source)) if i not in pairs]
    right = [j for j in range(len(target)) if j not in taken]
    if len(left) != len(right):
        _join(source, target, pairs, left, right)
    if not pairs:
        return None
    if left and right:
        _shorten(source, target, pairs, left, right)
    if left and right:
        _contrast(source, target, pairs, left, right)
    return Alignment(
        tuple((i, j, hit) for i, (j, hit) in sorted(pairs.items())), tuple(left), tuple(right), source, target
    )


def _has_strangers(source: tuple[Part, ...], target: tuple[Part, ...]) -> bool:
    """Whether so many parts are like none of the other name that looking closer is idle."""
    left = len(source) // 2
    is_near = False
    for one in source:
        if not one.is_initial:
            for other in target:
                if other.is_initial:
                    break
                if is_plausible(one, other):
                    is_near = is_near or len(one.classes) > 3 or one.classes == other.classes
                    break
            else:
                left -= 1
                if left < 0:
                    return True
    # Of two parts one may be strange only where the other is near.
    return left < len(source) // 2 and len(source) < 3 and not is_near


def _has_no_kin(source: tuple[Part, ...], target: tuple[Part, ...]) -> bool:
    """Whether no part of two consonants or more may be a part of the other name, or the beginning or end of one."""
    for one in source:
        classes = one.classes
        for other in target:
            if len(classes) > 1 and len(other.classes) > 1 and is_plausible(one, other):
                return False
            short, long = sorted((classes, other.classes), key=len)
            if short and len(long) - len(short) > 1 and (long.startswith(short) or long.endswith(short)):
                return False
    return len(source) > 1 and len(target) > 1


def _join(
    source: tuple[Part, ...],
    target: tuple[Part, ...],
    pairs: dict[int, tuple[int, Heard]],
    left: list[int],
    right: list[int],
) -> None:
    """Parts that are one word in the other name: "Jawahar Lal" and "Jawaharlal"."""
    for j in list(right):
        for beside, first, second in ((j - 1, j - 1, j), (j + 1, j, j + 1)):
            if not 0 <= beside < len(target) or target[j].is_initial or target[beside].is_initial:
                continue
            owner = next((i for i, (other, _) in pairs.items() if other == beside), None)
            candidates = [owner] if owner is not None else left if beside in right else []
            both = joined(target[first], target[second])
            hits = [(hit.evidence, -i, i, hit) for i in candidates if (hit := heard(source[i], both)) is not None]
            if not hits:
                continue
            evidence, _, i, hit = max(hits, key=lambda item: item[:2])
            if evidence > (pairs[i][1].evidence if i in pairs else 0.0) + 0.5:
                pairs[i] = (beside, hit)
                right[:] = [k for k in right if k not in (j, beside)]
                if i in left:
                    left.remove(i)
                break
    for i in list(left):
        for beside, first, second in ((i - 1, i - 1, i), (i + 1, i, i + 1)):
            if not 0 <= beside < len(source) or source[i].is_initial or source[beside].is_initial:
                continue
            both = joined(source[first], source[second])
            partners = [pairs[beside][0]] if beside in pairs else right if beside in left else []
            hits = [(hit.evidence, -j, j, hit) for j in partners if (hit := heard(both, target[j])) is not None]
            if not hits:
                continue
            evidence, _, j, hit = max(hits, key=lambda item: item[:2])
            if evidence > (pairs[beside][1].evidence if beside in pairs else 0.0) + 0.5:
                pairs[beside] = (j, hit)
                left[:] = [k for k in left if k not in (i, beside)]
                if j in right:
                    right.remove(j)
                break


def _shorten(
    source: tuple[Part, ...],
    target: tuple[Part, ...],
    pairs: dict[int, tuple[int, Heard]],
    left: list[int],
    right: list[int],
) -> None:
    """Initials and short names, where nothing better was found."""
    for i in list(left):
        for j in list(right):
            one, other = source[i], target[j]
            hit = _initial(one, other) if one.is_initial or other.is_initial else _short(one, other)
            if hit is not None:
                pairs[i] = (j, hit)
                left.remove(i)
                right.remove(j)
                break


def _contrast(
    source: tuple[Part, ...],
    target: tuple[Part, ...],
    pairs: dict[int, tuple[int, Heard]],
    left: list[int],
    right: list[int],
) -> None:
    """Parts that are left over on both sides stand against each other: how unlike they are speaks against the names."""
    found = []
    for i in left:
        for j in right:
            hit = None if source[i].is_initial or target[j].is_initial else heard(source[i], target[j])
            length = max(source[i].forms[0].length, target[j].forms[0].length)
            found.append((-hit.evidence, i, j, hit) if hit else (-_LEAST, i, j, Heard(_LEAST, _FAR, length)))
    for evidence, i, j, hit in sorted(found, key=lambda item: item[:3]):
        if i in left and j in right:
            pairs[i] = (j, Heard(-evidence, hit.excess, hit.length, "unlike"))
            left.remove(i)
            right.remove(j)


def _initial(one: Part, other: Part) -> Heard | None:
    """An initial against a whole part, or against an initial."""
    letter = other.forms[0].latin[:1]
    if not letter:
        return None
    rows = one.forms[0].rows
    fits = (
        any(chunk.startswith(letter) and cost < 3.0 for chunk, cost in rows[0][0].items())
        if rows
        else one.forms[0].latin[:1] == letter
    )
    return Heard(1.5, 0.0, 1, "initial") if fits else None


def _short(one: Part, other: Part) -> Heard | None:
    """A short name against the long one, in whichever script which of them is."""
    best: Heard | None = None
    for long in long_forms(other.folded):
        hit = heard(one, part_of(long, "latin"))
        if hit is not None and (best is None or hit.evidence > best.evidence) and hit.excess < 0.5:
            best = hit
    return None if best is None else Heard(best.evidence * 0.6, best.excess, best.length, "nickname")
