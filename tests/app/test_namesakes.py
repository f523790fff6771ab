"""One spelling, two people: a listed one and another, whom Chinese articles tell apart and others do not."""

from __future__ import annotations

import itertools

import pytest

from talentflow.app import Library
from talentflow.model import MoveClaim, Person
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

LISTED = Person("wang-yi", "Wang Yi", {"zh": ("王毅",), "en": ("Wang Yi", "Yi Wang")})
REGISTRY = Registry(people={LISTED.id: LISTED})


def told(person: str, from_org: str, to_org: str, listed: bool = True) -> MoveClaim:
    return move(mention(person, "Wang Yi", listed=LISTED.id if listed else ""), from_org, to_org, date="2025-03")


SCRIPT: dict[str, list[MoveClaim]] = {
    "one": [told("王毅", "Borealis", "Quanta")],
    "two": [told("王怡", "Tundra", "Meridian", listed=False)],
    "three": [told("Wang Yi", "Tundra", "Meridian")],
    "four": [told("Yi Wang", "Borealis", "Quanta")],
    "five": [told("Wang Yi", "Lumen", "Solstice")],
}


def supported(order: tuple[str, ...]) -> dict[str, set[str]]:
    """By former employer the articles of each move, after all were added in an order."""
    with Library("sqlite://", registry=REGISTRY) as library:
        reader = ScriptedReader(SCRIPT)
        for name in order:
            list(library.add([document(name, published="2025-03-10")], reader))
        moves = library.moves()
        people = {move.from_org.name if move.from_org else "": move.person.id for move in moves}
        assert people["Tundra"] != people["Borealis"]
        assert people["Lumen"] == people["Borealis"], "what nothing tells apart is the listed one's"
        return {move.from_org.name: set(move.articles) for move in moves if move.from_org}


@pytest.mark.parametrize("order", [*itertools.permutations(("one", "two", "three")), ("two", "three", "one")])
def test_who_bears_the_name_of_a_listed_person_is_told_by_employers(order: tuple[str, ...]) -> None:
    found = supported((*order, "four", "five"))
    assert found["Tundra"] == {"two", "three"}
    assert found["Borealis"] == {"one", "four"}
    assert supported(("five", "four", *order)) == found


def test_a_short_name_is_the_one_of_the_full_name_beside_it() -> None:
    script = SCRIPT | {"six": [told("Wang Yi", "Tundra", "Meridian"), told("Wang", "Meridian", "Lumen")]}
    with Library("sqlite://", registry=REGISTRY) as library:
        list(library.add([document(name, published="2025-03-10") for name in script], ScriptedReader(script)))
        people = {move.to_org.name if move.to_org else "": move.person.id for move in library.moves()}
        assert people["Lumen"] == people["Meridian"] != people["Quanta"]


def test_a_listed_name_that_no_character_spells_is_the_listed_persons() -> None:
    listed = Person("ada", "Ada Moreno", {"ar": ("آدا مورينو",)})
    script: dict[str, list[MoveClaim]] = {
        "one": [move(mention("Ada Moreno", listed="ada"), "Borealis", "Quanta")],
        "two": [],
    }
    with Library("sqlite://", registry=Registry(people={"ada": listed})) as library:
        list(library.add([document(name) for name in script], ScriptedReader(script)))
        (found,) = library.moves()
        assert found.person.id == "ada"
