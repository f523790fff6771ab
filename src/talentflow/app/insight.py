"""What the ledger's moves add up to, as tables with names put in and the moves behind each row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from talentflow import insight
from talentflow.app.adding import iso_date
from talentflow.app.brief import Name, names_in, timeline_of
from talentflow.app.remembered import Remembered
from talentflow.app.views import FlowsView, FlowView, InsightFilter, InsightRow, InsightTable
from talentflow.ledger import as_day
from talentflow.store.tellings import tellings_of_moves

_Maker = Callable[[Any, Name], InsightRow]


def insight_table(
    connection: Connection, remembered: Remembered, wanted: InsightFilter, organizations: Sequence[str] | None
) -> InsightTable:
    """One figure for a period, as a table; with organizations only the rows that are about one of them."""
    columns, _, show = FIGURES[wanted.figure]
    found = figures(connection, remembered, wanted.figure, wanted.since, wanted.until, wanted.days)
    name = names_in(connection, remembered)
    orgs = None if organizations is None else set(organizations)
    told = _Told(connection, remembered)
    if wanted.figure == "flows":  # the moves behind a flow are put together for those that are shown alone
        found = [flow for flow in found if orgs is None or not orgs.isdisjoint(flow[:2])][: wanted.limit]
        found = [insight.flow_of(told.timeline, flow, wanted.since, wanted.until) for flow in found]
    rows = (row for figure in found if _is_about(row := show(figure, name), orgs))
    return InsightTable(
        wanted.figure, columns, tuple(islice(rows, None if wanted.limit is None else max(wanted.limit, 0)))
    )


def figures(
    connection: Connection,
    remembered: Remembered,
    figure: str,
    since: str | None = None,
    until: str | None = None,
    days: int | None = None,
) -> Sequence[Any]:
    """What `insight` makes of the moves of a period, the first rows first."""
    _, work_out, _ = FIGURES[figure]
    told = _Told(connection, remembered)
    return remembered.get(connection, (figure, since, until, days), lambda: work_out(told, since, until, days))


def flows_view(
    connection: Connection, remembered: Remembered, since: str | None, until: str | None, *, size: int, most: int
) -> FlowsView:
    """The flows of a period: the largest, and how many went between the ends of the greatest weight."""
    found: Sequence[tuple[str, str, int]] = figures(connection, remembered, "flows", since, until)
    name = names_in(connection, remembered)
    weight: dict[str, int] = {}
    for from_org, to_org, people in found:
        weight[from_org] = weight.get(from_org, 0) + people
        weight[to_org] = weight.get(to_org, 0) + people
    largest = sorted(weight, key=lambda end: (-weight[end], name(end)))[:size]
    shown, among = found[:most], set(largest)
    ends = among.union(*(flow[:2] for flow in shown))
    return FlowsView(
        flows=tuple(FlowView(*flow) for flow in shown),
        largest=tuple(largest),
        between={flow[:2]: flow[2] for flow in found if flow[0] in among and flow[1] in among},
        names={end: name(end) for end in ends},
    )


def _is_about(row: InsightRow, organizations: set[str] | None) -> bool:
    return organizations is None or not organizations.isdisjoint(row.about)


class _Told:
    """What figures are made of: the moves, and who told them."""

    def __init__(self, connection: Connection, remembered: Remembered) -> None:
        self._connection = connection
        self._remembered = remembered

    @cached_property  # asked for each of thousands of flows
    def timeline(self) -> insight.Timeline:
        return timeline_of(self._connection, self._remembered)

    @cached_property
    def tellings(self) -> insight.Tellings:
        return self._remembered.get(self._connection, "tellings", lambda: insight.Tellings(_tellings(self._connection)))


def _tellings(connection: Connection) -> Iterator[insight.Telling]:
    """Which outlet told which move when, by the articles behind the moves' claims, the dated ones."""
    for move, status, outlet, day in tellings_of_moves(connection):
        when = as_day(iso_date(day))
        if when is not None:
            yield insight.Telling(move, outlet, when, status)


def _flow(row: insight.Flow, name: Name) -> InsightRow:
    ends = (name(row.from_org), name(row.to_org))
    return InsightRow(" → ".join(ends), row.people, (*ends, row.people), (row.from_org, row.to_org), row.moves)


def _net(row: insight.Balance, name: Name) -> InsightRow:
    named = name(row.organization)
    return InsightRow(named, row.net, (named, row.came, row.left, row.net), (row.organization,), row.moves)


def _tenure(row: insight.Tenure, name: Name) -> InsightRow:
    named = name(row.organization)
    cells = (named, row.stays, row.median_days, row.shortest, row.longest)
    return InsightRow(named, row.median_days, cells, (row.organization,), row.moves)


def _retention(row: insight.Retention, name: Name) -> InsightRow:
    named, share = name(row.organization), round(row.share, 3)
    return InsightRow(named, share, (named, row.came, row.stayed, share, row.days), (row.organization,), row.moves)


def _return(row: insight.Return, name: Name) -> InsightRow:
    person, organization = name(row.person), name(row.organization)
    cells = (person, organization, row.days)
    return InsightRow(f"{person}, {organization}", row.days or 0, cells, (row.organization,), row.moves)


def _together(row: insight.Group, name: Name) -> InsightRow:
    goal = None if row.to_org is None else name(row.to_org)
    cells = (name(row.from_org), goal, len(row.people), row.days, ", ".join(map(name, row.people)))
    about = (row.from_org, *((row.to_org,) if row.to_org else ()))
    return InsightRow(name(row.from_org), len(row.people), cells, about, row.moves)


def _follow(row: insight.Follow, name: Name) -> InsightRow:
    people = ", ".join(map(name, row.followers))
    cells = (name(row.leader), name(row.from_org), name(row.to_org), len(row.followers), people)
    return InsightRow(name(row.leader), len(row.followers), cells, (row.from_org, row.to_org), row.moves)


def _contest(row: insight.Contest, name: Name) -> InsightRow:
    won, courted = (", ".join(map(name, some)) for some in (row.won, row.courted))
    cells = (name(row.person), row.organizations, won, courted)
    return InsightRow(name(row.person), row.organizations, cells, (*row.won, *row.courted), row.moves)


def _outlet(row: insight.OutletRecord, _: Name) -> InsightRow:
    cells = (row.outlet, row.told, row.rumours, row.came_true, row.denied, row.open, row.first, row.days_first)
    return InsightRow(row.outlet, row.first, cells, (), row.moves)


# Of each figure its columns, how it is worked out of the moves of a period, and how one of its rows is shown.
_WorkOut = Callable[[_Told, "str | None", "str | None", "int | None"], Sequence[Any]]
FIGURES: Mapping[str, tuple[tuple[str, ...], _WorkOut, _Maker]] = {
    "flows": (
        ("From", "To", "People"),
        lambda told, since, until, _: insight.counted_flows(told.timeline, since, until), _flow,
    ),
    "net": (
        ("Organization", "Came", "Left", "Net"),
        lambda told, since, until, _: insight.net(told.timeline, since, until), _net,
    ),
    "tenure": (
        ("Organization", "Stays", "Median days", "Shortest", "Longest"),
        lambda told, since, until, _: insight.tenure(told.timeline, since, until), _tenure,
    ),
    "retention": (
        ("Organization", "Came", "Stayed", "Share", "After days"),
        lambda told, since, until, days: insight.retention(told.timeline, since, until, days=days or 365), _retention,
    ),
    "returns": (
        ("Person", "Organization", "Days away"),
        lambda told, since, until, _: insight.returns(told.timeline, since, until), _return,
    ),
    "together": (
        ("From", "To", "People", "Within days", "Who"),
        lambda told, since, until, days: insight.together(
            told.timeline, since, until, days=insight.TOGETHER_DAYS if days is None else days
        ), _together,
    ),
    "followers": (
        ("Leaver", "From", "To", "Followers", "Who"),
        lambda told, since, until, days: insight.followers(
            told.timeline, since, until, days=insight.FOLLOW_DAYS if days is None else days
        ), _follow,
    ),
    "contested": (
        ("Person", "Organizations", "Hired by", "Courted by"),
        lambda told, since, until, _: insight.contested(told.timeline, since, until), _contest,
    ),
    "outlets": (
        ("Outlet", "Told", "Rumours", "Came true", "Denied", "Open", "First", "Days first (median)"),
        lambda told, since, until, _: insight.outlets(told.timeline, told.tellings, since, until), _outlet,
    ),
}  # fmt: skip


def row_as_dict(table: InsightTable, row: InsightRow) -> dict[str, Any]:
    """A row as plain data: each column under its name, and the ids of the moves behind it."""
    cells = {_key(column): cell for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"figure": table.figure, **cells, "moves": list(row.moves)}


def _key(column: str) -> str:
    return column.lower().replace(" (", "_").replace(")", "").replace(" ", "_")
