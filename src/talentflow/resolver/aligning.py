"""Which part of one name is which part of another in a different script, and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from talentflow.resolver.name_words import long_forms
from talentflow.resolver.parts import Part, joined, part_of
from talentflow.resolver.sound import FAR, LEAST, Heard, closeness, heard

Hearing = Callable[[Part, Part], Heard | None]

_LEAST_CLOSE = -0.12  # closeness, of the parts together: what true pairs of the half that is learnt from have
_BETTER = 0.5  # evidence by which two parts in one must be likelier than one of them


@dataclass(frozen=True, slots=True)
class Alignment:
    """Which parts are which. Places of parts; `missing` parts of either name find no partner."""

    pairs: tuple[tuple[int, int, Heard], ...]
    missing_one: tuple[int, ...]
    missing_other: tuple[int, ...]
    one: tuple[Part, ...]
    other: tuple[Part, ...]


def align(source: tuple[Part, ...], target: tuple[Part, ...]) -> Alignment | None:
    """The parts that sound alike, the surest first; then parts joined on one side, initials and short names.

    None where no part sounds like another, or so few that looking closer is idle.
    """
    if source[0].script != "han" and _is_idle(source, target):
        return None
    matching = _Matching(source, target)
    matching.pair_up(_by_sound)
    if not matching.pairs and min(len(source), len(target)) > 1:
        return None
    matching.join()
    if not matching.pairs:
        return None
    matching.pair_up(_as_initial_or_short_name)
    matching.pair_up(_as_unlike)
    left, right = matching.left
    return Alignment(
        tuple(sorted(matching.pairs, key=lambda pair: pair[:2])), tuple(left), tuple(right), source, target
    )


def _is_idle(source: Sequence[Part], target: Sequence[Part]) -> bool:
    """Whether the parts look so unlike that a closer look would be in vain."""
    is_turned = len(source) > len(target)
    few, many = (target, source) if is_turned else (source, target)
    close = _closeness_backwards if is_turned else closeness
    hear = _by_sound_backwards if is_turned else _by_sound
    whole = [part for part in few if not part.is_initial]
    if not whole:
        return False
    can_be_joined = len(few) != len(many)
    longest, total = whole[0], 0.0
    for one in whole:
        best = max(0.0 if other.is_initial else close(one, other) for other in many)
        if best < 0.0 and can_be_joined and any(_begins_or_ends(one, other) for other in many):
            best = 0.0
        total += best
        if len(one.classes) > len(longest.classes):
            longest = one
    if total < _LEAST_CLOSE * len(whole):
        return True
    # The longer of two parts must be in the other name.
    if len(few) != 2 or len(whole) != 2 or len(longest.classes) < 2:
        return False
    if can_be_joined and any(_begins_or_ends(longest, other) for other in many):
        return False
    return all(hear(longest, other) is None for other in many)


def _begins_or_ends(one: Part, other: Part) -> bool:
    """Whether one part, by its consonants, can be the beginning or the end of the other."""
    short, long = one.classes, other.classes
    if len(short) > len(long):
        short, long = long, short
    return 0 < len(short) < len(long) and (long.startswith(short) or long.endswith(short))


class _Matching:
    """Parts of two names and their theirs so far; `left` are the places of those without."""

    def __init__(self, source: tuple[Part, ...], target: tuple[Part, ...]) -> None:
        self.sides = (source, target)
        self.pairs: list[tuple[int, int, Heard]] = []
        self.left = (list(range(len(source))), list(range(len(target))))

    def pair_up(self, hear: Hearing) -> None:
        """Makes pairs of parts without theirs, the surest first."""
        (source, target), (left, right) = self.sides, self.left
        found = [(i, j, hit) for i in left for j in right if (hit := hear(source[i], target[j])) is not None]
        for i, j, hit in sorted(found, key=lambda pair: (-pair[2].evidence, pair[0], pair[1])):
            if i in left and j in right:
                self.pairs.append((i, j, hit))
                left.remove(i)
                right.remove(j)

    def join(self) -> None:
        """Makes pairs of what is one word in one name and two in the other: "Jawaharlal" and "Jawahar Lal"."""
        if len(self.left[0]) == len(self.left[1]):
            return
        for side in (1, 0):
            for place in list(self.left[side]):
                if not self._join(side, place, place - 1):
                    self._join(side, place, place + 1)

    def _join(self, side: int, place: int, beside: int) -> bool:
        """Whether a part is better seen as one with the part beside it; they have one partner then."""
        parts, others, free = self.sides[side], self.sides[1 - side], self.left[1 - side]
        if not 0 <= beside < len(parts) or parts[place].is_initial or parts[beside].is_initial:
            return False
        both = joined(parts[min(place, beside)], parts[max(place, beside)])
        before = next((pair for pair in self.pairs if pair[side] == beside), None)
        theirs = None if before is None else before[1] if side == 0 else before[0]
        candidates = [theirs] if theirs is not None else free if beside in self.left[side] else []
        hits = [
            (other, hit)
            for other in candidates
            if (hit := heard(both, others[other]) if side == 0 else heard(others[other], both)) is not None
        ]
        if not hits:
            return False
        partner, hit = max(hits, key=lambda found: (found[1].evidence, -found[0]))
        if hit.evidence <= (before[2].evidence if before else 0.0) + _BETTER:
            return False
        if before:
            self.pairs.remove(before)
        self.pairs.append((beside, partner, hit) if side == 0 else (partner, beside, hit))
        self.left[side][:] = [kept for kept in self.left[side] if kept not in (place, beside)]
        free[:] = [kept for kept in free if kept != partner]
        return True


def _by_sound(one: Part, other: Part) -> Heard | None:
    if one.is_initial or other.is_initial:
        return None
    hit = heard(one, other)
    return hit if hit is not None and hit.evidence > 0 else None


def _closeness_backwards(one: Part, other: Part) -> float:
    return closeness(other, one)


def _by_sound_backwards(one: Part, other: Part) -> Heard | None:
    return _by_sound(other, one)


def _as_initial_or_short_name(one: Part, other: Part) -> Heard | None:
    return _initial(one, other) if one.is_initial or other.is_initial else _short(one, other)


def _as_unlike(one: Part, other: Part) -> Heard:
    """Parts left over on both sides stand against each other: how unlike they are speaks against the names."""
    hit = None if one.is_initial or other.is_initial else heard(one, other)
    if hit is None:
        return Heard(LEAST, FAR, max(one.forms[0].length, other.forms[0].length), "unlike")
    return Heard(hit.evidence, hit.excess, hit.length, "unlike")


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
