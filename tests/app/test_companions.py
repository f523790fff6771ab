"""Who made the same move, and pages of moves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talentflow.app import Library, MoveFilter
from talentflow.registry import Registry

from .make import document, move
from .scripted import ScriptedReader

TOLD = {
    "one": [
        move("Ada Moreno", "Borealis", "Quanta", date="2025-03"),
        move("Ivo Blanc", "Borealis", "Quanta", date="2025-03"),
        move("Noor Haddad", "Borealis", None, kind="leave", date="2025-03"),  # another step
    ],
    "two": [move("Chen Li", "Borealis", "Quanta", date="2025-03")],  # told elsewhere
}


@pytest.fixture
def library() -> Iterator[Library]:
    with Library("sqlite://", registry=Registry()) as opened:
        list(opened.add([document(name) for name in TOLD], ScriptedReader(TOLD)))
        yield opened


def person(library: Library, name: str) -> str:
    (found,) = library.person(name).found
    return found.id


def test_companions_made_the_same_step_in_the_same_article(library: Library) -> None:
    (companion,) = library.companions(person(library, "Ada Moreno"))
    assert (str(companion.person), companion.organization, companion.date) == ("Ivo Blanc", "Borealis", "2025-03")
    assert library.companions(person(library, "Chen Li")) == []
    assert library.companions("nobody") == []


@pytest.mark.parametrize("sort", ["date", "person"])
def test_moves_are_paged_in_their_order(library: Library, sort: str) -> None:
    every = library.moves(MoveFilter(sort=sort))
    assert len(every) == 4
    paged = [library.moves(MoveFilter(sort=sort, limit=1, skip=place)) for place in range(5)]
    assert [view for page in paged for view in page] == every
    assert library.moves(MoveFilter(sort=sort, skip=3)) == every[3:]


def test_articles_have_their_origins(library: Library) -> None:
    origins = library.origins(["one", "two", "none"])
    assert origins.keys() == {"one", "two"}
    view = library.article("one")
    assert view is not None
    assert origins["one"] == view.origin
