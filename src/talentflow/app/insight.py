"""What the ledger's moves add up to, as tables with names put in and the moves behind each row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from talentflow import insight
from talentflow.app.brief import AsSeen, Name
from talentflow.app.remembered import Remembered
from talentflow.app.views import FlowsView, FlowView, InsightFilter, InsightRow, InsightTable

_Maker = Callable[[Any, Name], InsightRow]


def insight_table(
    connection: Connection, remembered: Remembered, wanted: InsightFilter, organizations: Collection[str] | None
) -> InsightTable:
    """One figure for a period, as a table; with organizations only the rows that are about one of them."""
    columns, _, show = FIGURES[wanted.figure]
    about = _ABOUT[wanted.figure]
    brief = remembered.brief(connection)
    name = brief.name
    orgs = None if organizations is None else set(organizations)
    # What stands behind a count is put together for the rows that are shown alone.
    found: Sequence[Any]
    if wanted.figure == "flows":
        counts = _routes(brief, wanted.since, wanted.until)
        if orgs is not None:
            counts = {route: people for route, people in counts.items() if not orgs.isdisjoint(route)}
        largest = insight.largest_flows(counts, wanted.limit)
        found = [insight.flow_of(brief.timeline, flow, wanted.since, wanted.until) for flow in largest]
    else:
        found = figures(brief, wanted.figure, wanted.since, wanted.until, wanted.days)
    if wanted.figure == "net":
        found = [counted for counted in found if orgs is None or counted[0] in orgs][: wanted.limit]
        if wanted.has_moves:
            found = insight.balances_of(brief.timeline, found, wanted.since, wanted.until)
        else:
            found = [insight.Balance(org, came, left, ()) for org, came, left in found]
    rows = (show(figure, name) for figure in found if orgs is None or not orgs.isdisjoint(about(figure)))
    return InsightTable(
        wanted.figure, columns, tuple(islice(rows, None if wanted.limit is None else max(wanted.limit, 0)))
    )


def figures(
    brief: AsSeen,
    figure: str,
    since: str | None = None,
    until: str | None = None,
    days: int | None = None,
) -> Sequence[Any]:
    """What `insight` makes of the moves of a period, the first rows first."""
    _, work_out, _ = FIGURES[figure]
    return brief.figure((figure, since, until, days), lambda: work_out(brief, since, until, days))


def flows_view(
    connection: Connection, remembered: Remembered, since: str | None, until: str | None, *, size: int, most: int
) -> FlowsView:
    """The flows of a period: the largest, and how many went between the ends of the greatest weight."""
    brief = remembered.brief(connection)
    return brief.figure(
        ("flows in view", since, until, size, most), lambda: _flows_view(brief, since, until, size=size, most=most)
    )


def _flows_view(brief: AsSeen, since: str | None, until: str | None, *, size: int, most: int) -> FlowsView:
    timeline, name = brief.timeline, brief.name
    routes, of = timeline.routes_within(since, until), timeline.name_of_end
    weighed = sorted((-weight, name(of(end)), end) for end, weight in routes.weights())[:size]
    largest = [of(end) for _, _, end in weighed]
    between = {(of(one), of(other)): people for one, other, people in routes.among([end for _, _, end in weighed])}
    candidates = {(of(one), of(other)): people for one, other, people in routes.largest(most)}
    shown, among = insight.largest_flows(candidates, most), set(largest)
    ends = among.union(*(flow[:2] for flow in shown))
    return FlowsView(
        flows=tuple(FlowView(*flow) for flow in shown),
        largest=tuple(largest),
        between=between,
        names={end: name(end) for end in ends},
    )


def _routes(brief: AsSeen, since: str | None, until: str | None) -> Mapping[tuple[str, str], int]:
    return brief.figure(("routes", since, until), lambda: brief.timeline.people_by_route(since, until))


def _about_organization(
    row: insight.Balance | insight.Tenure | insight.Stayed | insight.Return,
) -> tuple[str, ...]:
    return (row.organization,)


def _about_ends(row: insight.Flow | insight.Follow) -> tuple[str, ...]:
    return (row.from_org, row.to_org)


def _about_leavers(row: insight.Gathered) -> tuple[str, ...]:
    goal = insight.goal_of(row)
    return (row[1], goal) if goal else (row[1],)


def _about_suitors(row: insight.Counted) -> tuple[str, ...]:
    return tuple(str(move.to_org) for move in row[2])


def _about_nobody(_: insight.OutletCount) -> tuple[str, ...]:
    return ()


# The organizations that a row of each figure is about: to choose by them no row need be shown.
_ABOUT: Mapping[str, Callable[[Any], tuple[str, ...]]] = {
    "flows": _about_ends,
    "net": _about_organization,
    "tenure": _about_organization,
    "retention": _about_organization,
    "returns": _about_organization,
    "together": _about_leavers,
    "followers": _about_ends,
    "contested": _about_suitors,
    "outlets": _about_nobody,
}


def _flow(row: insight.Flow, name: Name) -> InsightRow:
    ends = (name(row.from_org), name(row.to_org))
    return InsightRow(" → ".join(ends), row.people, (*ends, row.people), _about_ends(row), row.moves)


def _net(row: insight.Balance, name: Name) -> InsightRow:
    named = name(row.organization)
    return InsightRow(named, row.net, (named, row.came, row.left, row.net), _about_organization(row), row.moves)


def _tenure(row: insight.Tenure, name: Name) -> InsightRow:
    named = name(row.organization)
    cells = (named, row.stays, row.median_days, row.shortest, row.longest)
    return InsightRow(named, row.median_days, cells, _about_organization(row), row.moves)


def _retention(counted: insight.Stayed, name: Name) -> InsightRow:
    row = insight.retention_of(counted)
    named, share = name(row.organization), round(row.share, 3)
    return InsightRow(
        named, share, (named, row.came, row.stayed, share, row.days), _about_organization(counted), row.moves
    )


def _return(row: insight.Return, name: Name) -> InsightRow:
    person, organization = name(row.person), name(row.organization)
    cells = (person, organization, row.days)
    return InsightRow(f"{person}, {organization}", row.days or 0, cells, _about_organization(row), row.moves)


def _together(gathered: insight.Gathered, name: Name) -> InsightRow:
    row = insight.group_of(gathered)
    goal = None if row.to_org is None else name(row.to_org)
    cells = (name(row.from_org), goal, len(row.people), row.days, ", ".join(map(name, row.people)))
    return InsightRow(name(row.from_org), len(row.people), cells, _about_leavers(gathered), row.moves)


def _follow(row: insight.Follow, name: Name) -> InsightRow:
    people = ", ".join(map(name, row.followers))
    cells = (name(row.leader), name(row.from_org), name(row.to_org), len(row.followers), people)
    return InsightRow(name(row.leader), len(row.followers), cells, _about_ends(row), row.moves)


def _contest(counted: insight.Counted, name: Name) -> InsightRow:
    row = insight.contest_of(counted)
    won, courted = (", ".join(map(name, some)) for some in (row.won, row.courted))
    cells = (name(row.person), row.organizations, won, courted)
    return InsightRow(name(row.person), row.organizations, cells, (*row.won, *row.courted), row.moves)


def _outlet(counted: insight.OutletCount, _: Name) -> InsightRow:
    row = insight.record_of(counted)
    cells = (row.outlet, row.told, row.rumours, row.came_true, row.denied, row.open, row.first, row.days_first)
    return InsightRow(row.outlet, row.first, cells, _about_nobody(counted), row.moves)


# Of each figure its columns, how it is worked out of the moves of a period, and how one of its rows is shown.
_WorkOut = Callable[[AsSeen, "str | None", "str | None", "int | None"], Sequence[Any]]
FIGURES: Mapping[str, tuple[tuple[str, ...], _WorkOut, _Maker]] = {
    "flows": (
        ("From", "To", "People"),
        lambda told, since, until, _: insight.counted_flows(told.timeline, since, until), _flow,
    ),
    "net": (
        ("Organization", "Came", "Left", "Net"),
        lambda told, since, until, _: insight.counted_net(told.timeline, since, until), _net,
    ),
    "tenure": (
        ("Organization", "Stays", "Median days", "Shortest", "Longest"),
        lambda told, since, until, _: insight.tenure(told.timeline, since, until), _tenure,
    ),
    "retention": (
        ("Organization", "Came", "Stayed", "Share", "After days"),
        lambda told, since, until, days: insight.counted_retention(
            told.timeline, since, until, days=days or 365
        ), _retention,
    ),
    "returns": (
        ("Person", "Organization", "Days away"),
        lambda told, since, until, _: insight.returns(told.timeline, since, until), _return,
    ),
    "together": (
        ("From", "To", "People", "Within days", "Who"),
        lambda told, since, until, days: insight.gathered_leavers(
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
        lambda told, since, until, _: insight.counted_contests(told.timeline, since, until), _contest,
    ),
    "outlets": (
        ("Outlet", "Told", "Rumours", "Came true", "Denied", "Open", "First", "Days first (median)"),
        lambda told, since, until, _: insight.counted_outlets(told.timeline, told.tellings, since, until), _outlet,
    ),
}  # fmt: skip


def row_as_dict(table: InsightTable, row: InsightRow) -> dict[str, Any]:
    """A row as plain data: each column under its name, and the ids of the moves behind it."""
    cells = {_key(column): cell for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"figure": table.figure, **cells, "moves": list(row.moves)}


def _key(column: str) -> str:
    return column.lower().replace(" (", "_").replace(")", "").replace(" ", "_")
