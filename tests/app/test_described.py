"""What only says which organization is meant names it in an article, and is no spelling of its name."""

from __future__ import annotations

from talentflow.app import Library
from talentflow.model import Organization
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

MAKER, NAME, SHORT = "créateur de Zen", "Borealis Labs", "Borealis"
KNOWN = Registry(
    organizations={
        "borealis": Organization("borealis", NAME, {"en": (NAME, SHORT), "fr": (MAKER,)}, described=frozenset({MAKER}))
    }
)


def test_no_page_shows_a_description_as_a_spelling() -> None:
    described = mention(MAKER, NAME, listed="borealis")
    reader = ScriptedReader({"one": [move("Ada Moreno", described, None)]})
    with Library("sqlite://", registry=KNOWN) as library:
        list(library.add([document("one", lang="fr")], reader))
        [found] = library.organization(NAME).found
        assert {shown.name for shown in found.names} == {NAME, SHORT}
        assert str(found.moves[0].person) == "Ada Moreno"
