"""The record as it stood on a day."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talentflow.app import Library, MoveFilter
from talentflow.model import TalentflowError
from talentflow.registry import Registry
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

MARCH = "On Monday Ada Moreno was said to leave Borealis for Quanta, which 1,400 people would have noticed by then."


@pytest.fixture
def library(tmp_path: object) -> Iterator[Library]:
    documents = [
        document("rumour", published="2025-03-01"),
        document("fact", published="2025-04-10"),
        document("copy", f"{MARCH} Copied.", published="2025-05-01"),
        document("first", f"{MARCH}", published="2025-03-02"),
        document("other", published="2024"),
    ]
    claims = {
        "rumour": [move("Ada Moreno", "Borealis", "Quanta", status="rumored")],
        "first": [move("Ada Moreno", "Borealis", "Quanta", status="rumored")],
        "fact": [move("Ada Moreno", "Borealis", "Quanta", date="2025-04-09")],
        "copy": [move("Ada Moreno", "Borealis", "Quanta", status="rumored"), move("Boris Ilin", "Borealis", None)],
        "other": [move("Carla Diaz", "Borealis", "Quanta", date="2024-01")],
    }
    with Library("sqlite://", registry=Registry()) as found:
        list(found.add(documents, ScriptedReader(claims)))
        yield found


def shown(library: Library, as_of: str | None, **wanted: str) -> list[str]:
    found = library.moves(MoveFilter(as_of=as_of, **wanted))
    return sorted(f"{view.person} {view.status} {view.date} {view.origins}" for view in found)


@pytest.mark.parametrize(
    ("as_of", "moves"),
    [
        ("2024-12-30", []),
        ("2024", ["Carla Diaz done 2024-01 1"]),
        ("2025-03-01", ["Ada Moreno rumored None 1", "Carla Diaz done 2024-01 1"]),
        ("2025-03", ["Ada Moreno rumored None 2", "Carla Diaz done 2024-01 1"]),
        ("2025-04-10", ["Ada Moreno done 2025-04-09 3", "Carla Diaz done 2024-01 1"]),
        (None, ["Ada Moreno done 2025-04-09 3", "Boris Ilin done None 1", "Carla Diaz done 2024-01 1"]),
    ],
)
def test_moves_as_of_a_day(library: Library, as_of: str | None, moves: list[str]) -> None:
    assert shown(library, as_of) == moves
    assert shown(library, as_of, organization="Borealis") == moves
    assert shown(library, as_of, person="Ada Moreno") == [line for line in moves if line.startswith("Ada")]
    assert shown(library, as_of, until="2024") == [line for line in moves if line.startswith("Carla")]


def test_people_and_organizations_as_of_a_day(library: Library) -> None:
    (ada,) = library.person("Ada Moreno", as_of="2025-03").found
    assert [view.status for view in ada.moves] == ["rumored"]
    assert [name.articles for name in ada.names] == [2]
    assert {why.article for why in ada.judgements} == {"rumour", "first"}
    assert library.person("Boris Ilin", as_of="2025-04").found == ()
    (borealis,) = library.organization("Borealis", as_of="2024").found
    assert [str(view.person) for view in borealis.moves] == ["Carla Diaz"]


def test_everything_else_as_of_a_day(library: Library) -> None:
    status = library.status(as_of="2025-03")
    assert (status.articles, status.claims, status.moves, status.people, status.origins) == (3, 3, 2, 2, 3)
    ledger = library.export_ledger(as_of="2025-03")
    assert [article["id"] for article in ledger["articles"]] == ["other", "rumour", "first"]
    assert {found["name"] for found in ledger["entities"]} == {"Ada Moreno", "Carla Diaz", "Borealis", "Quanta"}
    assert library.article("fact", as_of="2025-03") is None
    first = library.article("first", as_of="2025-04")
    assert first is not None
    assert first.same_origin == ()
    assert library.article("first").same_origin == ("copy",)  # type: ignore[union-attr]


def test_what_is_no_date_is_refused(library: Library) -> None:
    with pytest.raises(TalentflowError, match="not a date"):
        library.moves(MoveFilter(as_of="spring"))
