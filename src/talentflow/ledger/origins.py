"""Whether two articles go back to one text: copies, light rewrites, translations, and retellings that say so."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from talentflow.ledger.traces import SKETCH, Place, Trace
from talentflow.text.fold import search_key

_COPY = 0.45  # share of common word runs from which two texts are one
_TRANSLATION = 0.66
_FEWEST_NAMES = 3
_RETOLD_WITHIN_DAYS = 7
# Words that a newsroom's name is given with or without.
_LOOSE = frozenset({"the", "el", "la", "le", "news", "agency", "com", "online"})


@dataclass(frozen=True, slots=True)
class SameOrigin:
    """Two articles go back to one text: `sort` is "copy", "translation" or "retelling"."""

    sort: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Source:
    """What is asked about an article to see whether it only retells another.

    `cited` are those whom its claims give as sources; `news` keys of what its claims say (person and one end);
    `retold` is the one outlet after which the article as a whole tells its news.
    """

    publisher: str | None
    day: date | None
    cited: frozenset[str]
    news: frozenset[str]
    retold: str | None = None


def same_text(one: Trace, other: Trace) -> SameOrigin | None:
    """Whether two texts are one, word for word or in translation."""
    overlap = _overlap(one, other)
    if overlap >= _COPY:
        return SameOrigin("copy", round(overlap, 3), f"{overlap:.0%} of their runs of five words are the same")
    if one.language == other.language:
        return None
    score, reason = _translated(one, other)
    return SameOrigin("translation", round(score, 3), reason) if score >= _TRANSLATION else None


def retells(later: Source, earlier: Source) -> SameOrigin | None:
    """Whether an article's only source is the newsroom of another that told the same shortly before."""
    only = later.retold or (next(iter(later.cited)) if len(later.cited) == 1 else None)
    if not earlier.publisher or later.publisher == earlier.publisher or only is None:
        return None
    if later.day is None or earlier.day is None or not 0 <= (later.day - earlier.day).days <= _RETOLD_WITHIN_DAYS:
        return None
    if not (later.news & earlier.news) or not _is_newsroom(only, earlier.publisher):
        return None
    return SameOrigin("retelling", 0.8, f"its only source is {only}, which told it first")


def _is_newsroom(cited: str, publisher: str) -> bool:
    one, other = (set(search_key(name).split()) - _LOOSE for name in (cited, publisher))
    return bool(one) and one == other


def _overlap(one: Trace, other: Trace) -> float:
    """The estimated share of word runs that two texts have in common, by the smallest digests of both."""
    if not one.sketch or not other.sketch or min(one.runs, other.runs) < 8:
        return 1.0 if one.sketch and one.sketch == other.sketch else 0.0
    first, second = set(one.sketch), set(other.sketch)
    smallest = sorted(first | second)[:SKETCH]
    return sum(digest in first and digest in second for digest in smallest) / len(smallest)


def _translated(one: Trace, other: Trace) -> tuple[float, str]:
    both = (_names_kept(one.names, other.names), _names_kept(other.names, one.names))
    # A text in another script has few Latin names, and those are kept in any case: they prove little.
    names, distance, count = max(both, key=lambda kept: (kept[2] >= _FEWEST_NAMES, kept))
    numbers = _share(one.numbers, other.numbers)
    shape = _shape(one.paragraphs, other.paragraphs)
    if count < _FEWEST_NAMES:
        return 0.0, "too few names to tell"
    near = max(0.0, 1 - distance / 0.1)
    score = 0.35 * names + 0.25 * near + 0.2 * numbers + 0.2 * shape
    reason = (
        f"{names:.0%} of the names stand in the other text, {distance:.0%} of its length away on average; "
        f"{numbers:.0%} of the numbers agree; paragraphs agree to {shape:.0%}"
    )
    return score, reason


def _names_kept(one: Sequence[Place], other: Sequence[Place]) -> tuple[float, float, int]:
    """Which share of the Latin names of one text the other has, how far from their place, and of how many."""
    by_word: dict[str, list[float]] = {}
    by_skeleton: dict[str, list[float]] = {}
    for place in other:
        by_word.setdefault(place.word, []).append(place.at)
        if not place.latin:
            for skeleton in place.skeletons:
                by_skeleton.setdefault(skeleton, []).append(place.at)
    wanted = [place for place in one if place.latin]
    gaps = []
    for place in wanted:
        found = by_word.get(place.word, [])
        found = found + [at for skeleton in place.skeletons for at in by_skeleton.get(skeleton, [])]
        if found:
            gaps.append(min(abs(at - place.at) for at in found))
    if not gaps:
        return 0.0, 1.0, len(wanted)
    return len(gaps) / len(wanted), statistics.mean(gaps), len(wanted)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    """Which share of the numbers is common; half where there are none to go by."""
    return len(one & other) / len(one | other) if one | other else 0.5


def _shape(one: Sequence[int], other: Sequence[int]) -> float:
    """1 where paragraphs pair up with lengths in proportion; half where they were joined or split."""
    if len(one) != len(other) or len(one) < 2:
        return 0.3
    spread = statistics.pstdev(math.log(left / right) for left, right in zip(one, other, strict=True))
    return max(0.0, 1 - spread / 0.4)
