"""Who is found while somebody types: by the beginning of any word of any spelling, in any script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talentflow.app import Library
from talentflow.model import EntityMention
from tests.app.make import document, mention, move
from tests.app.test_staff import Teller, _told

LIN = EntityMention("x:lin", "Lin Osei", "لين أوسي")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Three people, one of whom moved twice."""
    told = {
        "one": _told("one", move("Ada Moreno", "Borealis Works", "Cedar Group", date="2024-01-08")),
        "two": _told("two", move("Adam Keller", "Cedar Group", None, date="2024-02-08")),
        "three": _told("three", move("Adam Keller", None, "Borealis Works", date="2025-02-08")),
        "four": _told("four", move(LIN, mention("Cedar Group"), None, date="2025-03-08")),
    }
    with Library(str(tmp_path_factory.mktemp("typed") / "typed.db")) as library:
        assert {done.outcome for done in library.add([document(name) for name in told], Teller(told))} == {"added"}
        yield library


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("ad", ["Adam Keller", "Ada Moreno"]),  # of whom more is told comes first
        ("ADA M", ["Ada Moreno"]),
        ("ada moreno", ["Ada Moreno"]),
        ("kel", ["Adam Keller"]),
        ("eller", []),  # no word begins so
        ("لين أو", ["Lin Osei"]),
        ("أوس", ["Lin Osei"]),
        ("", []),
        ("  ", []),
        ("\ud800", []),
        ("%", []),
    ],
)
def test_a_name_is_found_by_how_it_begins(library: Library, typed: str, people: list[str]) -> None:
    assert [found.name for found in library.typed(typed, "person")] == people


def test_what_begins_no_name_is_found_by_its_sound(library: Library) -> None:
    assert [found.name for found in library.typed("آدم كيلر", "person")] == ["Adam Keller"]


def test_no_more_than_are_asked_for(library: Library) -> None:
    assert [found.name for found in library.typed("a", "person", limit=1)] == ["Adam Keller"]
    assert [(found.name, found.moves) for found in library.typed("ced", "organization")] == [("Cedar Group", 3)]
