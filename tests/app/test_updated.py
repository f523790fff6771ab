"""An article that comes again with other words: what it told before counts no more, what reviewers said of it stays."""

from __future__ import annotations

import pytest

from talentflow.app import Library
from talentflow.model import Document
from talentflow.registry import Registry
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

WORDS = "{} leaves Borealis for Quanta, the company said at noon on Monday."
ADA = move("Ada Moreno", "Borealis", "Quanta", date="2025-03")
BORIS = move("Boris Ilin", "Borealis", "Quanta", date="2025-03")


def told(person: str) -> Document:
    return Document(WORDS.format(person), "news", "en", "One departs", "2025-03-01")


@pytest.mark.parametrize("others", [0, 1, 3])
def test_whom_an_article_no_longer_names_has_no_move_from_it(others: int) -> None:
    rest = [document(f"other-{number}") for number in range(others)]
    before = ScriptedReader({"news": [ADA], **{one.id: [move("Carla Roth", "Borealis", "Cedar")] for one in rest}})
    with Library("sqlite://", Registry()) as library:
        list(library.add([told("Ada Moreno"), *rest], before))
        (ada,) = library.person("Ada Moreno").found
        assert [added.outcome for added in library.add([told("Boris Ilin")], ScriptedReader({"news": [BORIS]}))] == [
            "updated"
        ]
        now = [(move.id, str(move.person)) for move in library.moves()]
        assert {person for _, person in now} == {"Boris Ilin"} | ({"Carla Roth"} if others else set())
        assert library.entity(ada.id) is None
        assert not library.person("Ada Moreno").found
        library.rebuild()
        assert [(move.id, str(move.person)) for move in library.moves()] == now


def test_what_a_reviewer_said_of_a_name_stands_in_the_new_words() -> None:
    reader = ScriptedReader({"news": [ADA], "other": [move("Ada M.", "Cedar", "Tundra")]})
    with Library("sqlite://", Registry()) as library:
        list(library.add([told("Ada Moreno"), document("other")], reader))
        (other,) = library.person("Ada M.").found
        library.review("news", "Ada Moreno", other.id, reviewer="Rita", reason="told so")
        again = Document(f"{WORDS.format('Ada Moreno')} Nobody says why.", "news", "en", "One departs", "2025-03-01")
        assert [added.outcome for added in library.add([again], reader)] == ["updated"]
        assert {move.person.id for move in library.moves() if "news" in move.articles} == {other.id}
