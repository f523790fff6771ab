"""The figures of a reader over annotated articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from talentflow.evaluation.agreement import Agreement, dates_agree, pair_up, posts_agree
from talentflow.evaluation.annotated import Annotated
from talentflow.model import MoveClaim, Reading
from talentflow.text.fold import search_key

_KIND, _POST = 10.0, 1.0  # a claim of the right kind is the nearer one, whatever its posts


@dataclass(frozen=True, slots=True)
class Figures:
    """What a reader reached; shares are None where there was nothing to share.

    `precision`, `recall` and `strict` (their F1) count moves whose person and both ends are right, `relaxed` those
    with the person and one end; `kind`, `status`, `latin` (the person's Latin name), `posts` and `dates` are shares of
    the moves that are right; `positions` is the F1 of person and organization.
    """

    articles: int
    gold: int
    found: int
    precision: float | None
    recall: float | None
    strict: float | None
    relaxed: float | None
    kind: float | None
    status: float | None
    latin: float | None
    posts: float | None
    dates: float | None
    positions: float | None


@dataclass(slots=True)
class Tally:
    """Counts over articles, from which figures come; two tallies add up."""

    agreement: Agreement
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, article: Annotated, reading: Reading) -> dict[int, int]:
        """Count one article; gives which annotated move is told by which claim."""
        counts, found = self.counts, reading.moves
        pairs = pair_up(article.moves, found, self.agreement.strict, _nearness)
        counts["articles"] += 1
        counts["gold"] += len(article.moves)
        counts["found"] += len(found)
        counts["strict"] += len(pairs)
        counts["relaxed"] += len(pair_up(article.moves, found, self.agreement.relaxed, _nearness))
        for gold, claim in pairs.items():
            self._compare(article.moves[gold], found[claim])
        counts["positions_gold"] += len(article.positions)
        counts["positions_found"] += len(reading.positions)
        counts["positions"] += len(pair_up(article.positions, reading.positions, self.agreement.same_position))
        return pairs

    def _compare(self, gold: MoveClaim, claim: MoveClaim) -> None:
        counts = self.counts
        counts["kind"] += gold.kind == claim.kind
        counts["status"] += gold.status == claim.status
        counts["latin"] += search_key(gold.person.name or "") == search_key(claim.person.name or "")
        for one, other in ((gold.role_from, claim.role_from), (gold.role_to, claim.role_to)):
            if one:
                counts["posts_gold"] += 1
                counts["posts"] += posts_agree(one, other)
        if gold.date:
            counts["dates_gold"] += 1
            counts["dates"] += dates_agree(gold.date, claim.date)

    def figures(self) -> Figures:
        """The figures of what was counted so far."""
        counts = self.counts
        return Figures(
            articles=counts["articles"],
            gold=counts["gold"],
            found=counts["found"],
            precision=_share(counts["strict"], counts["found"]),
            recall=_share(counts["strict"], counts["gold"]),
            strict=_f1(counts["strict"], counts["gold"], counts["found"]),
            relaxed=_f1(counts["relaxed"], counts["gold"], counts["found"]),
            kind=_share(counts["kind"], counts["strict"]),
            status=_share(counts["status"], counts["strict"]),
            latin=_share(counts["latin"], counts["strict"]),
            posts=_share(counts["posts"], counts["posts_gold"]),
            dates=_share(counts["dates"], counts["dates_gold"]),
            positions=_f1(counts["positions"], counts["positions_gold"], counts["positions_found"]),
        )


def average(rows: Sequence[Figures]) -> Figures:
    """The mean of each share over languages, so that no language hides behind another; the sum of each count."""
    values: dict[str, float | None] = {}
    for column in fields(Figures):
        known = [value for row in rows if (value := getattr(row, column.name)) is not None]
        if column.name in ("articles", "gold", "found"):
            values[column.name] = sum(known)
        else:
            values[column.name] = _mean(known)
    return Figures(**values)  # type: ignore[arg-type]


def _nearness(gold: MoveClaim, claim: MoveClaim) -> float:
    posts = ((gold.role_from, claim.role_from), (gold.role_to, claim.role_to))
    return _KIND * (gold.kind == claim.kind) + _POST * sum(
        bool(one) and posts_agree(one, other) for one, other in posts if one
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _f1(right: int, gold: int, found: int) -> float | None:
    """Twice the right ones by all that there are on both sides; None where both have none."""
    return 2 * right / (gold + found) if gold + found else None


def _mean(values: Iterable[float]) -> float | None:
    known = list(values)
    return sum(known) / len(known) if known else None
