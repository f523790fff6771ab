"""People whom nobody has listed are found in every language, by their letters and by what stands around them."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def people_of(text: str, code: str) -> list[str]:
    """The mentions of people, read as if the registry had nobody."""
    cast = Cast(make_page(Document(text, "a", code, "", "2025-06-11"), lexicon_for(code, False)))
    return [person.mention for person in cast.people()]


@pytest.mark.parametrize(
    ("code", "text", "people"),
    [
        ("en", "Oyelaran Quickbeam left Google for Meta.", ["Oyelaran Quickbeam"]),
        ("en", "Google hired the physicist Thandeka Vosloo-Brandt.", ["Thandeka Vosloo-Brandt"]),
        ("en", "Mira Murati left OpenAI.", ["Mira Murati"]),  # listed, but nobody may know it here
        ("es", "Oyelaran Barrenechea deja Google y ficha por Meta.", ["Oyelaran Barrenechea"]),
        ("es", "Google ficha a la ingeniera Itziar de la Quintana Uslar.", ["Itziar de la Quintana Uslar"]),
        ("ar", "غادر ثانديكا فوسلو غوغل لينضم إلى ميتا.", ["ثانديكا فوسلو"]),
        ("ar", "انضمت الباحثة إيتزيار كينتانا إلى غوغل.", ["إيتزيار كينتانا"]),
        # near misses: employers, places, products and posts are nobody
        ("en", "Google left Madrid for Silicon Valley.", []),
        ("en", "The Chief Executive of Google spoke on Monday.", []),
        ("es", "Google abre un laboratorio en Madrid con Meta.", []),
        ("ar", "أعلنت غوغل افتتاح مكتب جديد في دبي.", []),
    ],
)
def test_finds_people_whom_nobody_lists(code: str, text: str, people: list[str]) -> None:
    assert people_of(text, code) == people


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Thandeka Vosloo has left Google to join Meta."),
        ("es", "Thandeka Vosloo ha dejado Google para unirse a Meta."),
        ("ar", "غادرت ثانديكا فوسلو غوغل وانضمت إلى ميتا."),
    ],
)
def test_an_unlisted_person_moves_as_a_listed_one_does(code: str, text: str) -> None:
    reader = EmbeddedReader(without_registry_people=True, is_quick=True)
    (move,) = reader.read(Document(text, "a", code, "", "2025-06-11")).moves
    assert not move.person.listed
    assert [end.name for end in (move.from_org, move.to_org) if end] == ["Google", "Meta"]
