"""What is read in a text and not in its translation: where it is unsure, it is no move by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from talentflow.app import Library
from talentflow.model import MoveClaim
from talentflow.registry import Registry
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader
from tests.ledger.test_origins import ENGLISH, SPANISH

SURE = move("Ada Moreno", "Borealis", "Quanta", date="2025-03")
DOUBTFUL = replace(move("Tom Berg", "Borealis", None, date="2025-03"), confidence=0.5)
DOCUMENTS = {
    "one": document("one", ENGLISH, published="2025-03-01"),
    "two": document("two", SPANISH, published="2025-03-02", lang="es"),
    "other": document("other", published="2025-03-03"),
}


def people_of(reader: ScriptedReader, order: tuple[str, ...] = ("one", "two")) -> set[str]:
    """Who moves in the record, the same after all is made anew."""
    with Library("sqlite://", registry=Registry()) as library:
        for name in order:
            list(library.add([DOCUMENTS[name]], reader))
            library.moves()
        found = {moved.person.name for moved in library.moves() if moved.person.name is not None}
        library.rebuild()
        assert {moved.person.name for moved in library.moves()} == found
        return found


@pytest.mark.parametrize("order", [("one", "two"), ("two", "one")])
def test_what_the_translation_does_not_tell_is_left_out(order: tuple[str, ...]) -> None:
    reader = ScriptedReader({"one": [SURE, DOUBTFUL], "two": [SURE]})
    assert people_of(reader, order) == {"Ada Moreno"}


@pytest.mark.parametrize(
    ("told", "hinted"),
    [
        ([SURE, DOUBTFUL], []),  # the translation tells it too
        ([SURE], [move("Tom Berg", "Borealis", "Volaero")]),  # or may tell it
        ([SURE, move("Thomas Berg", "Borealis", None)], []),  # or tells it of somebody whose name is not known here
        ([], []),  # or tells of nobody at all
    ],
)
def test_what_the_translation_may_tell_stays(told: list[MoveClaim], hinted: list[MoveClaim]) -> None:
    reader = ScriptedReader({"one": [SURE, DOUBTFUL], "two": told}, hints={"two": hinted})
    assert "Tom Berg" in people_of(reader)


def test_what_is_sure_stays() -> None:
    sure = replace(DOUBTFUL, confidence=0.7)
    assert people_of(ScriptedReader({"one": [SURE, sure], "two": [SURE]})) == {"Ada Moreno", "Tom Berg"}


def test_another_article_with_no_such_move_says_nothing() -> None:
    reader = ScriptedReader({"one": [SURE, DOUBTFUL], "other": [SURE]})
    assert people_of(reader, ("one", "other")) == {"Ada Moreno", "Tom Berg"}


def test_it_still_supports_what_another_origin_tells() -> None:
    whole = move("Tom Berg", "Borealis", "Volaero", date="2025-03")
    doubtful = replace(whole, confidence=0.5)
    reader = ScriptedReader({"one": [SURE, doubtful], "two": [SURE], "other": [whole]})
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(list(DOCUMENTS.values()), reader))
        (found,) = [moved for moved in library.moves() if moved.person.name == "Tom Berg"]
        assert (found.origins, found.articles) == (2, ("one", "other"))
