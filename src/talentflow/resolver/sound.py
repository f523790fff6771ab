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
    zip("aeinrolstdmhucgbykvjpfzwxq", (130, 99, 86, 80, 74, 61, 60, 52, 48, 42, 40, 38, 36, 27, 24, 24, 21, 21, 15, 11, 14, 10, 10, 9, 2, 2), strict=True)
)
_SURPRISE = {letter: -math.log(count / 1000) for letter, count in _FREQUENCY.items()}
_FAR = 2.6  # a letter: parts that cost so much more than the likeliest spelling are others
_LEAST = -6.0  # the evidence of parts that are nothing like each other
# The scripts that keep more of a name's sound come first: names in two other scripts meet in Latin letters.
_RICHNESS = ("latin", "cyrillic", "greek", "devanagari", "hangul", "kana", "han", "hebrew", "arabic", "other")
_RANK = {script: place for place, script in enumerate(_RICHNESS)}


@dataclass(frozen=True, slots=True)
class Heard:
    """How well one part is spelled like another: evidence (natural logarithm of odds) and what it costs more, a letter."""

    evidence: float
    excess: float
    length: int
    how: str = "sound"


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


_HEARD: dict[tuple[Form, ...], Heard | None] = {}
_CACHE: dict[tuple[int, int], tuple[Part, Part, Heard | None]] = {}


def heard(source: Part, target: Part) -> Heard | None:
    """How well the source is spelled like the target in Latin letters; None where it is another name."""
    key = (id(source), id(target))
    found = _CACHE.get(key)
    if found is not None:
        return found[2]
    if len(_CACHE) > 400_000:
        _CACHE.clear()
    result = _heard(source, target)
    _CACHE[key] = (source, target, result)  # the parts are kept, so that their ids stay theirs
    return result


def _heard(source: Part, target: Part) -> Heard | None:
    if source.folded == target.folded:
        latin = target.forms[0].latin
        return Heard(surprise(latin), 0.0, max(len(latin), 1), "same")
    one, other = source.classes, target.classes
    longest = max(len(one), len(other))
    if longest > 1 and Levenshtein.distance(one, other) > 1.5 + longest * 0.5:
        return None
    best: Heard | None = None
    for spelled in source.forms:
        for form in target.forms:
            found = _hear(spelled, form)
            if found is not None and (best is None or found.evidence > best.evidence):
                best = found
    return best


def _hear(spelled: Form, form: Form) -> Heard | None:
    latin = form.latin
    length = max(len(latin), spelled.length)
    most = spelled.least + _FAR * length
    cost = cost_of(spelled.rows, latin, most, spelled.longest)
    if cost >= NEVER:
        return None
    evidence = surprise(latin) - cost
    if evidence <= _LEAST:
        return None
    return Heard(evidence, max(cost - spelled.least, 0.0) / length, length)


def in_order(one: PersonName, other: PersonName) -> tuple[PersonName, PersonName]:
    """The names with the one to be spelled first, and the one whose letters are taken as Latin second."""
    return (one, other) if _RANK[one.script] >= _RANK[other.script] else (other, one)


def align(source: tuple[Part, ...], target: tuple[Part, ...]) -> Alignment:
    """The parts that sound alike, the surest first; then initials, short names, and parts joined on one side."""
    found = [
        (-hit.evidence, i, j, hit)
        for i, one in enumerate(source)
        for j, other in enumerate(target)
        if not one.is_initial and not other.is_initial and (hit := heard(one, other)) is not None and hit.evidence > 0
    ]
    found.sort(key=lambda item: item[:3])
    pairs: dict[int, tuple[int, Heard]] = {}
    taken: set[int] = set()
    for _, i, j, hit in found:
        if i not in pairs and j not in taken:
            pairs[i] = (j, hit)
            taken.add(j)
    left = [i for i in range(len(source)) if i not in pairs]
    right = [j for j in range(len(target)) if j not in taken]
    if left or right:
        _join(source, target, pairs, left, right)
    if left and right:
        _shorten(source, target, pairs, left, right)
    if left and right:
        _contrast(source, target, pairs, left, right)
    return Alignment(
        tuple((i, j, hit) for i, (j, hit) in sorted(pairs.items())), tuple(left), tuple(right), source, target
    )


def _join(
    source: tuple[Part, ...], target: tuple[Part, ...], pairs: dict[int, tuple[int, Heard]], left: list[int], right: list[int]
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
    source: tuple[Part, ...], target: tuple[Part, ...], pairs: dict[int, tuple[int, Heard]], left: list[int], right: list[int]
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
    source: tuple[Part, ...], target: tuple[Part, ...], pairs: dict[int, tuple[int, Heard]], left: list[int], right: list[int]
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
