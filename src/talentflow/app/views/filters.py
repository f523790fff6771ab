"""What the library can be asked: filters of moves, facts, counts and figures."""

from __future__ import annotations

from dataclasses import dataclass

SORTS = ("date", "known", "person", "origins", "confidence")


@dataclass(frozen=True, slots=True)
class MoveFilter:
    """Which moves to show. Names may be in any script or spelling; an empty filter asks for all.

    `organization` is either end, `from_` and `to` one end. `since` and `until` are ISO dates as exact as wished
    ("2025", "2025-10") and bound the date of the move, or the day it was known where it has none. `sort` is one
    of SORTS: "date" and "known" newest first, "person" by name, "origins" and "confidence" highest first. `as_of`
    asks for the moves as they stood on a day: from what had been published by then. `limit` moves are wanted after
    the move `after` (an id), or where that is no longer among them, after the first `skip` of that order.
    """

    person: str | None = None
    organization: str | None = None
    from_: str | None = None
    to: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sort: str = "date"
    limit: int | None = None
    as_of: str | None = None
    skip: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class CountedMoves:
    """Which moves were counted: from an organization, to one, or both, by their ids and not by their names.

    `since` and `until` are the period of a flow or a balance, `quarter` the first month of a quarter ("2025-07").
    Counted are changes of place that are done, unless `is_every`: then all that is told, whatever its status. From one
    organization to the same is within it.
    """

    from_org: str | None = None
    to_org: str | None = None
    since: str | None = None
    until: str | None = None
    quarter: str | None = None
    is_every: bool = False


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts to show. `about` is a person or an organization (or a product) in any script; empty asks for all.

    `since` and `until` are ISO dates as exact as wished and bound the date of the fact, or the day on which it was
    published where it has none. `limit` facts are wanted after the fact `after` (an id), or else the first `skip`.
    """

    about: str | None = None
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    skip: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class InsightFilter:
    """Which figure to work out: `figure` is one of those of `talentflow insight`, over a period of ISO dates.

    `organization` leaves only the rows that are about it; `days` are those of retention, of leaving together and of
    following, where the usual ones are not meant. Who asks for net gains and not for the moves behind them says so.
    """

    figure: str
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    days: int | None = None
    limit: int | None = None
    has_moves: bool = True
