"""Whether two spellings can be one name, across scripts; with a score and the reason in words."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from rapidfuzz.distance import Indel, Levenshtein
from rapidfuzz.fuzz import ratio

from talentflow.model import reasons
from talentflow.resolver.parts import person_name
from talentflow.resolver.people import best_alignment, could_be_heard
from talentflow.resolver.same_script import compare_in_one_script
from talentflow.resolver.taken_apart import Name, Spelling, has_own_order, is_syllabic, take_apart
from talentflow.text.fold import fold
from talentflow.text.han import simplified
from talentflow.text.skeleton import skeletons, sounded, soundings

_SAME_SYLLABLES = 0.85  # of the letters; of 670 true pairs of the registry it keeps 597, of 622 false ones 38
_SURE = 0.75  # by sound alone, for two people in the ledger
_MOST_BY_SOUND = 0.97
_MOST_WHERE_LOOSE = 0.74  # a consonant differs, or the parts stand in another order: what is told must settle it
# Two or three Chinese syllables are the name of many (姚顺雨 and 姚顺宇 sound the same): what is told must settle it.
_MOST_BY_SYLLABLES, _FEW_CONSONANTS = 0.79, 3
# Of the letters of two organizations' Latin names, as they sound and as they stand: "Tensent" can be Tencent.
_SOUNDS_LIKE, _SPELLED_LIKE = 0.85, 0.7
_FARTHEST, _FARTHEST_SYLLABLES = 2.0, 1.0  # of a part, a letter; Chinese syllables have too few to stray far


@dataclass(frozen=True, slots=True)
class Match:
    """How sure it is that two names are one (0 to 1), and why."""

    score: float
    reason: str


def _told(template: str, one: Spelling, other: Spelling) -> str:
    return template.format(one=one.written, other=other.written)


def compare(one: Name, other: Name) -> Match | None:
    """Whether two names can be one, judged by the spellings alone; None where they cannot."""
    if one.sort != other.sort:
        return None
    if one.listed is not None and other.listed is not None:
        return Match(1.0, reasons.LISTED) if one.listed == other.listed else None
    if one.sort == "organization" and _are_written_apart(one, other):
        return None
    judge = _compare_people if one.sort == "person" else _compare_organizations
    found = [
        match
        for first in one.spellings
        for second in other.spellings
        if (match := judge(take_apart(first, one.sort), take_apart(second, other.sort))) is not None
    ]
    if not found or (one.sort == "person" and _have_no_latin_part_in_common(one, other)):
        return None
    return max(found, key=lambda match: (match.score, match.reason))


def _have_no_latin_part_in_common(one: Name, other: Name) -> bool:
    """Whether both people are known in Latin letters, by names of which no part is another spelling of the other's.

    Then it says nothing that a third script spells them alike: Перси Лян is Percy Liang, and in consonants Boris Ilin.
    """
    pairs = _latin_pairs(one, other)
    return bool(pairs) and not any(
        compare_in_one_script(person_name(first.written), person_name(second.written))[0] for first, second in pairs
    )


def _latin_pairs(one: Name, other: Name) -> list[tuple[Spelling, Spelling]]:
    """Each spelling of one in Latin letters with each of the other; none where either has none."""
    apart = [[take_apart(written, name.sort) for written in name.spellings] for name in (one, other)]
    first, second = ([spelling for spelling in own if spelling.script == "latin"] for own in apart)
    return list(itertools.product(first, second))


def conflict(one: Name, other: Name) -> bool:
    """Whether the names must not be one entity, though a third name is near to both.

    Spellings in one script that are not variants of each other: "Dan Levy" and "Daniel Levy", 姚顺雨 and 姚顺宇,
    and of organizations Latin ones.
    """
    if one.sort != "person":
        return _are_written_apart(one, other)
    verdicts: dict[str, list[bool]] = {}
    for first, second in itertools.product(one.spellings, other.spellings):
        left, right = take_apart(first, one.sort), take_apart(second, other.sort)
        if left.script == right.script and left.script != "kana":
            verdicts.setdefault(left.script, []).append(_are_variants(left, right))
    # One pair that agrees is enough for an alphabet, where a name has many spellings; characters are exact.
    return any(not (all(found) if script == "han" else any(found)) for script, found in verdicts.items())


def _compare_organizations(one: Spelling, other: Spelling) -> Match | None:
    if one.script == other.script:
        if "".join(one.parts) == "".join(other.parts):
            return Match(0.98, _told(reasons.SAME_BUT_FOR_FORM, one, other))
        return None
    left, right = "".join(one.latin), "".join(other.latin)
    shared = set(skeletons(left)) & set(skeletons(right))
    near = ratio(sounded(left), sounded(right)) / 100
    if any(len(form) > 3 for form in shared) and near >= 0.75:
        return Match(round(0.6 + 0.3 * near, 3), _told(reasons.SOUNDS_LIKE, one, other))
    return None


def _are_written_apart(one: Name, other: Name) -> bool:
    """Whether both are known in Latin letters, and by names too unlike for one to be a way of spelling the other.

    Of the registry's own names, three hundred sound like another's in some other script: "Operator", "بيلدر.آي".
    """
    pairs = _latin_pairs(one, other)
    return bool(pairs) and not any(_is_spelled_like(first, second) for first, second in pairs)


def _is_spelled_like(one: Spelling, other: Spelling) -> bool:
    left, right = "".join(one.latin), "".join(other.latin)
    if left == right or "".join(one.parts) == "".join(other.parts):
        return True
    return (
        bool(set(skeletons(left)) & set(skeletons(right)))
        and ratio(sounded(left), sounded(right)) / 100 >= _SOUNDS_LIKE
        and ratio(left, right) / 100 >= _SPELLED_LIKE
    )


def _compare_people(one: Spelling, other: Spelling) -> Match | None:
    if len(one.parts) < 2 or len(other.parts) < 2:
        same = fold(one.written) == fold(other.written)
        return Match(0.9, _told(reasons.BOTH_WRITTEN, one, other)) if same else None
    if one.script == "han" and other.script == "han":
        if simplified(fold(one.written)) == simplified(fold(other.written)):
            return Match(1.0, _told(reasons.SAME_CHARACTERS, one, other))
        return None
    if one.script == other.script and sorted(one.parts) == sorted(other.parts):
        return Match(1.0, _told(reasons.BOTH_WRITTEN, one, other))
    by_sound = _compare_by_sound(one, other) if one.script != other.script else None
    if by_sound is not None:
        return by_sound
    pairs = _align(one, other)
    if pairs is None or not _syllables_agree(one, other, pairs):
        return None
    exact = all(set(one.skeletons[i]) & set(other.skeletons[j]) for i, j in pairs)
    if one.script == other.script:
        return _same_script(one, other, pairs, exact=exact)
    return _by_consonants(one, other, pairs, exact=exact)


def _by_consonants(one: Spelling, other: Spelling, pairs: list[tuple[int, int]], *, exact: bool) -> Match | None:
    """Names in two scripts that keep their consonants, though a newsroom garbled what is between them."""
    vowels = sum(ratio(sounded(one.latin[i]), sounded(other.latin[j])) / 100 for i, j in pairs) / len(pairs)
    weight = min(one.weight, other.weight)
    is_loose = not (has_own_order(one) or has_own_order(other))
    enough = (
        (exact and weight >= 5 and vowels >= 0.55)
        or (exact and weight >= 3 and vowels >= 0.75)
        or (exact and weight >= 2 and vowels >= 0.95)
        or (weight >= 6 and vowels >= (0.8 if is_loose else 0.7))
    )
    if not enough:
        return None
    score = min(0.97, 0.5 + 0.03 * min(weight, 8) + 0.2 * vowels + (0.03 if exact else -0.1))
    if is_loose and (not exact or any(i != j for i, j in pairs)):
        # Of a thousand public names, those that are alike in this way alone were mostly two people's.
        score = min(score, _MOST_WHERE_LOOSE)
    return Match(round(score, 3), _told(reasons.SAME_CONSONANTS, one, other))


def _compare_by_sound(one: Spelling, other: Spelling) -> Match | None:
    """Names in two scripts, every part of which must have its counterpart: a short name or an initial is too little.

    Whether two who share a family name are one can then only be told by what they do.
    """
    first, second = person_name(one.written), person_name(other.written)
    are_syllables = is_syllabic(one) or is_syllabic(other)
    farthest = _FARTHEST_SYLLABLES if are_syllables else _FARTHEST
    best = best_alignment(first, second) if could_be_heard(first, second, farthest) else None
    if best is None or best[0] < _SURE:
        return None
    alignment = best[1]
    if alignment.missing_one or alignment.missing_other:
        return None
    if any(hit.how not in ("sound", "same") or hit.excess > farthest for _, _, hit in alignment.pairs):
        return None
    reason = _told(reasons.IN_ANOTHER_SCRIPT, one, other)
    most = _MOST_BY_SYLLABLES if are_syllables and min(one.weight, other.weight) < _FEW_CONSONANTS else _MOST_BY_SOUND
    return Match(round(min(most, 0.6 + 0.37 * best[0]), 3), reason)


def _syllables_agree(one: Spelling, other: Spelling, pairs: list[tuple[int, int]]) -> bool:
    """Whether a name of Chinese syllables keeps its vowels in the other script too.

    Such a name has too few consonants to be told by them alone: 陈思远 (Chen Siyuan) is no ジエン・チャン (Jian Zhang).
    In Latin letters it is written as it is romanised, but for a letter.
    """
    if "han" not in (one.script, other.script) or not (is_syllabic(one) or is_syllabic(other)):
        return True
    if "latin" in (one.script, other.script):
        return all(ratio(one.latin[i], other.latin[j]) / 100 >= _SAME_SYLLABLES for i, j in pairs)
    return all(ratio(sounded(one.latin[i]), sounded(other.latin[j])) / 100 >= _SAME_SYLLABLES for i, j in pairs)


def _same_script(one: Spelling, other: Spelling, pairs: list[tuple[int, int]], *, exact: bool) -> Match | None:
    """Variants in one script: a letter doubled or dropped, no more; for Arabic, a long vowel or one of its g's."""
    if not exact or min(one.weight, other.weight) < 3:
        return None
    if one.script == "arabic":
        near = min(ratio(sounded(one.latin[i]), sounded(other.latin[j])) / 100 for i, j in pairs)
        if near < 1.0:
            return None
    else:
        near = min(Indel.normalized_similarity(one.parts[i], other.parts[j]) for i, j in pairs)
        if near < 0.87:
            return None
    return Match(round(0.75 + 0.2 * near, 3), _told(reasons.A_SPELLING, one, other))


def _align(one: Spelling, other: Spelling) -> list[tuple[int, int]] | None:
    """Which part of one is which part of the other, in any order; None where a part finds no partner."""
    count = len(one.parts)
    if count != len(other.parts) or count > 5:
        return None
    best: tuple[float, list[tuple[int, int]]] | None = None
    for order in itertools.permutations(range(count)):
        pairs = list(zip(range(count), order, strict=True))
        if all(_can_be_one(one.skeletons[i], other.skeletons[j]) for i, j in pairs):
            near = sum(ratio(one.latin[i], other.latin[j]) for i, j in pairs)
            if best is None or near > best[0]:
                best = (near, pairs)
    return best[1] if best else None


def _are_variants(one: Spelling, other: Spelling) -> bool:
    """Whether two spellings in one script can be one name, if a third says so: Gebru and Jibro, not Mario and Maria."""
    if one.script == "han":
        return simplified(fold(one.written)) == simplified(fold(other.written))
    pairs = _align(one, other)
    if pairs is None:
        return False
    for i, j in pairs:
        first, second = one.latin[i], other.latin[j]
        if first[:-1] == second[:-1] and {first[-1], second[-1]} == {"a", "o"}:
            return False
        if one.script == "arabic":
            # Which g a newsroom writes says nothing.
            near = ratio(sounded(first).replace("S", "K"), sounded(second).replace("S", "K")) / 100
            least = 0.87
        else:
            near = max(ratio(left, right) for left in soundings(first) for right in soundings(second)) / 100
            # A consonant more is another name (Klein, Carbin), unless all the rest is the same.
            least = 0.8 if set(one.skeletons[i]) & set(other.skeletons[j]) else 0.9
        if near < least:
            return False
    return True


def _can_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether skeletons of two parts agree, or differ in one consonant of four or more."""
    return any(
        first == second
        or (min(len(first), len(second)) >= 3 and max(len(first), len(second)) >= 4 and _one_apart(first, second))
        for first in one
        for second in other
    )


def _one_apart(one: str, other: str) -> bool:
    return Levenshtein.distance(one, other, score_cutoff=1) <= 1
