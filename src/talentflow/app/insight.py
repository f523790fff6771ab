"""What the ledger's moves add up to, as tables with names put in and the moves behind each row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection

from talentflow import insight
from talentflow.app.adding import iso_date
from talentflow.app.parties import party
from talentflow.app.views import InsightFilter, InsightRow, InsightTable
from talentflow.ledger import as_day
from talentflow.model import Move, MoveClaim
from talentflow.store.articles import claims_by_id, get_articles
from talentflow.store.flows import count_flows, moves_of_flows
from talentflow.store.records import MoveQuery, find_moves, get_entities

Name = Callable[[str], str]


def insight_table(connection: Connection, wanted: InsightFilter, organizations: Sequence[str] | None) -> InsightTable:
    """One figure for a period, as a table; with organizations only the rows that are about one of them."""
    columns, make = FIGURES[wanted.figure]
    if wanted.figure == "flows":
        rows = _flows(connection, wanted, organizations)
        return InsightTable(wanted.figure, columns, tuple(rows[: wanted.limit]))
    # What an organization gains in a period, the moves of the period alone say; all else needs those before and after.
    of_period = MoveQuery(since=wanted.since, until=wanted.until) if wanted.figure == "net" else MoveQuery()
    moves = find_moves(connection, of_period)
    entities = get_entities(connection, _entities_of(moves))

    def name(entity: str) -> str:
        return str(party(entities, entity))

    assert make is not None
    rows = [row for row in make(moves, wanted, name, connection) if _is_about(row, organizations)]
    return InsightTable(wanted.figure, columns, tuple(rows[: wanted.limit]))


def _entities_of(moves: Iterable[Move]) -> set[str]:
    return {entity for move in moves for entity in (move.person, move.from_org, move.to_org) if entity is not None}


def _is_about(row: InsightRow, organizations: Sequence[str] | None) -> bool:
    return organizations is None or not set(organizations).isdisjoint(row.about)


def _flows(connection: Connection, wanted: InsightFilter, organizations: Sequence[str] | None) -> list[InsightRow]:
    """Counted by the database, not from moves: a year's matrix of a large ledger comes at once."""
    counted = [
        flow
        for flow in count_flows(connection, insight.CHANGES, wanted.since, wanted.until)
        if organizations is None or not set(organizations).isdisjoint(flow[:2])
    ]
    behind = moves_of_flows(connection, insight.CHANGES, wanted.since, wanted.until)
    entities = get_entities(connection, {end for flow in counted for end in flow[:2]})
    rows = []
    for from_org, to_org, people in counted:
        ends = (str(party(entities, from_org)), str(party(entities, to_org)))
        rows.append(InsightRow(" → ".join(ends), people, (*ends, people), (from_org, to_org), behind[from_org, to_org]))
    return rows


def _net(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            name(row.organization), row.net, (name(row.organization), row.came, row.left, row.net),
            (row.organization,), row.moves,
        )
        for row in insight.net(moves, wanted.since, wanted.until)
    ]  # fmt: skip


def _tenure(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            name(row.organization), row.median_days,
            (name(row.organization), row.stays, row.median_days, row.shortest, row.longest),
            (row.organization,), row.moves,
        )
        for row in insight.tenure(moves, wanted.since, wanted.until)
    ]  # fmt: skip


def _retention(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            name(row.organization), round(row.share, 3),
            (name(row.organization), row.came, row.stayed, round(row.share, 3), row.days),
            (row.organization,), row.moves,
        )
        for row in insight.retention(moves, wanted.since, wanted.until, days=wanted.days or 365)
    ]  # fmt: skip


def _returns(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            f"{name(row.person)}, {name(row.organization)}", row.days or 0,
            (name(row.person), name(row.organization), row.days), (row.organization,), row.moves,
        )
        for row in insight.returns(moves, wanted.since, wanted.until)
    ]  # fmt: skip


def _together(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            name(row.from_org), len(row.people),
            (
                name(row.from_org), None if row.to_org is None else name(row.to_org), len(row.people), row.days,
                ", ".join(map(name, row.people)),
            ),
            (row.from_org, *((row.to_org,) if row.to_org else ())), row.moves,
        )
        for row in insight.together(
            moves, wanted.since, wanted.until, days=insight.TOGETHER_DAYS if wanted.days is None else wanted.days
        )
    ]  # fmt: skip


def _followers(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            name(row.leader), len(row.followers),
            (
                name(row.leader), name(row.from_org), name(row.to_org), len(row.followers),
                ", ".join(map(name, row.followers)),
            ),
            (row.from_org, row.to_org), row.moves,
        )
        for row in insight.followers(
            moves, wanted.since, wanted.until, days=insight.FOLLOW_DAYS if wanted.days is None else wanted.days
        )
    ]  # fmt: skip


def _contested(moves: list[Move], wanted: InsightFilter, name: Name, _: Connection) -> list[InsightRow]:
    return [
        InsightRow(
            name(row.person), row.organizations,
            (name(row.person), row.organizations, ", ".join(map(name, row.won)), ", ".join(map(name, row.courted))),
            (*row.won, *row.courted), row.moves,
        )
        for row in insight.contested(moves, wanted.since, wanted.until)
    ]  # fmt: skip


def _outlets(moves: list[Move], wanted: InsightFilter, _: Name, connection: Connection) -> list[InsightRow]:
    tellings = _tellings(connection, moves)
    return [
        InsightRow(
            row.outlet, row.first,
            (row.outlet, row.told, row.rumours, row.came_true, row.denied, row.open, row.first, row.days_first),
            (), row.moves,
        )
        for row in insight.outlets(moves, tellings, wanted.since, wanted.until)
    ]  # fmt: skip


def _tellings(connection: Connection, moves: list[Move]) -> list[insight.Telling]:
    """Which outlet told which move when, by the articles behind the moves' claims, the dated ones."""
    of_claim = {claim: move.id for move in moves for claim in move.claims}
    rows = list(claims_by_id(connection, of_claim))
    articles = get_articles(connection, sorted({row.article_key for row in rows}))
    out = []
    for row in rows:
        document = articles[row.article_key].document
        outlet = document.publisher or urlsplit(document.url or "").hostname
        day = as_day(iso_date(document.published))
        if outlet and day is not None and isinstance(row.claim, MoveClaim):
            out.append(insight.Telling(of_claim[row.id], outlet, day, row.claim.status))
    return out


_Make = Callable[[list[Move], InsightFilter, Name, Connection], list[InsightRow]]
FIGURES: Mapping[str, tuple[tuple[str, ...], _Make | None]] = {
    "flows": (("From", "To", "People"), None),
    "net": (("Organization", "Came", "Left", "Net"), _net),
    "tenure": (("Organization", "Stays", "Median days", "Shortest", "Longest"), _tenure),
    "retention": (("Organization", "Came", "Stayed", "Share", "After days"), _retention),
    "returns": (("Person", "Organization", "Days away"), _returns),
    "together": (("From", "To", "People", "Within days", "Who"), _together),
    "followers": (("Leaver", "From", "To", "Followers", "Who"), _followers),
    "contested": (("Person", "Organizations", "Hired by", "Courted by"), _contested),
    "outlets": (
        ("Outlet", "Told", "Rumours", "Came true", "Denied", "Open", "First", "Days first (median)"), _outlets,
    ),
}  # fmt: skip


def row_as_dict(table: InsightTable, row: InsightRow) -> dict[str, Any]:
    """A row as plain data: each column under its name, and the ids of the moves behind it."""
    cells = {_key(column): cell for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"figure": table.figure, **cells, "moves": list(row.moves)}


def _key(column: str) -> str:
    return column.lower().replace(" (", "_").replace(")", "").replace(" ", "_")
