"""Figures over stored moves: names put in, the moves behind each row, outlets by their articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talentflow.app import InsightFilter, Library
from talentflow.app.insight import FIGURES, row_as_dict
from talentflow.model import TalentflowError
from talentflow.registry import Registry
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

READER = ScriptedReader(
    {
        "rumour": [move("Ada Moreno", "Borealis", "Quanta", status="rumored", date="2025-03")],
        "news": [
            move("Ada Moreno", "Borealis", "Quanta", date="2025-03"),
            move("Ivo Cardoso", "Borealis", "Quanta", date="2025-03"),
            move("Lin Okafor", "Borealis", "Umbra", status="rumored", date="2025-03"),
        ],
    }
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    articles = [
        document("rumour", published="2025-03-01", publisher="Daily"),
        document("news", published="2025-03-05", publisher="Post"),
    ]
    with Library(str(tmp_path / "test.db"), registry=Registry()) as opened:
        list(opened.add(articles, READER))
        yield opened


def test_a_flow_has_names_counts_and_its_moves(library: Library) -> None:
    table = library.insight(InsightFilter("flows"))
    (row,) = table.rows
    assert (table.columns, row.cells, len(row.moves)) == (("From", "To", "People"), ("Borealis", "Quanta", 2), 2)
    data = row_as_dict(table, row)
    assert (data["from"], data["people"], data["moves"]) == ("Borealis", 2, list(row.moves))
    assert {move.id for move in library.moves() if move.status == "done"} == set(row.moves)


def test_an_outlet_is_known_by_its_articles(library: Library) -> None:
    rows = {row.label: row.cells for row in library.insight(InsightFilter("outlets")).rows}
    assert rows["Daily"] == ("Daily", 1, 1, 1, 0, 0, 1, 4.0)  # its one rumour came true, four days before the other
    assert rows["Post"] == ("Post", 3, 1, 0, 0, 1, 0, None)


@pytest.mark.parametrize(("organization", "rows"), [("Quanta", 1), ("Umbra", 0), ("Nobody", 0)])
def test_rows_are_about_an_organization(library: Library, organization: str, rows: int) -> None:
    assert len(library.insight(InsightFilter("flows", organization=organization)).rows) == rows


@pytest.mark.parametrize("figure", FIGURES)
def test_every_figure_has_a_cell_for_each_column(library: Library, figure: str) -> None:
    table = library.insight(InsightFilter(figure, since="2025", until="2025-12"))
    assert all(len(row.cells) == len(table.columns) for row in table.rows)


def test_an_unknown_figure_is_told(library: Library) -> None:
    with pytest.raises(TalentflowError, match="No figure"):
        library.insight(InsightFilter("gossip"))


def test_the_last_day_is_one_of_the_calendar() -> None:
    """Of what is known to the month alone the last day is that of the month, which has no 31st always."""
    reader = ScriptedReader({"june": [move("Ada Moreno", None, "Quanta", date="2023-06")]})
    with Library("sqlite://", Registry()) as library:
        list(library.add([document("june")], reader))
        assert library.days() == ("2023-06-01", "2023-06-30")
        quanta = library.organization("Quanta").found[0].id
        assert library.profile(quanta) is not None
