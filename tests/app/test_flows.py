"""The flows that the database counts are those that follow from the moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talentflow import insight
from talentflow.app import InsightFilter, Library
from talentflow.registry import Registry
from talentflow.store.move_queries import MoveQuery, find_moves
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

TOLD = [
    move("Ada Moreno", "Borealis", "Quanta", date="2025-03-31"),
    move("Ivo Cardoso", "Borealis", "Quanta", date="2025-03"),
    move("Lin Okafor", "Borealis", "Quanta", date="2025"),
    move("Ada Moreno", "Quanta", "Borealis", date="2026-02"),
    move("Ada Moreno", "Borealis", "Quanta", date="2027-09"),
    move("Boris Ilin", "Borealis", "Umbra", status="rumored", date="2025-03"),
    move("Carla Diaz", "Borealis", None, date="2025-03"),
    move("Dan Levy", None, "Quanta", date="2025-03"),
    move("Eva Brandt", "Borealis", "Borealis", kind="change", date="2025-03"),
    move("Finn Aalto", "Umbra", "Quanta"),
    move("Gwen Hale", "Umbra", "Quanta", kind="offer", date="2025-03"),
]
OPEN = move("Hugo Marsh", "Umbra", "Borealis")


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    with Library("sqlite://", registry=Registry()) as found:
        documents = [document("news", published="2025-04-02"), document("undated")]
        list(found.add(documents, ScriptedReader({"news": TOLD, "undated": [OPEN]})))
        yield found


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (None, None),
        ("2025", "2025"),
        ("2025-03", "2025-03"),
        ("2025-03-31", "2025-03-31"),
        ("2025-04", None),
        (None, "2025-02"),
        ("2026", "2027"),
        ("2030", None),
    ],
)
def test_the_database_counts_as_the_moves_do(library: Library, since: str | None, until: str | None) -> None:
    library.refresh()
    with library._database.reading() as connection:
        expected = insight.flows(find_moves(connection, MoveQuery()), since, until)
    rows = library.insight(InsightFilter("flows", since=since, until=until)).rows
    assert [(row.about, row.value, row.moves) for row in rows] == [
        ((flow.from_org, flow.to_org), flow.people, flow.moves) for flow in expected
    ]


@pytest.mark.parametrize(("since", "until"), [(None, None), ("2025", "2025"), ("2025-03-31", None), (None, "2025-03")])
def test_net_of_a_period_is_that_of_its_moves(library: Library, since: str | None, until: str | None) -> None:
    library.refresh()
    with library._database.reading() as connection:
        expected = insight.net(find_moves(connection, MoveQuery()), since, until)
    rows = library.insight(InsightFilter("net", since=since, until=until)).rows
    assert [(row.about[0], row.value, set(row.moves)) for row in rows] == [
        (balance.organization, balance.net, set(balance.moves)) for balance in expected
    ]


def test_flows_of_one_organization(library: Library) -> None:
    rows = library.insight(InsightFilter("flows", organization="Umbra")).rows
    assert [row.label for row in rows] == ["Umbra → Borealis", "Umbra → Quanta"]
    assert len(library.insight(InsightFilter("flows", limit=1)).rows) == 1
