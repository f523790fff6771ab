"""Facts are kept with their reading, found by whom they are about in any spelling, and told with their sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from talentflow.app import FactFilter, Library
from talentflow.app.facts import fact_as_dict
from talentflow.model import Amount, Document, EntityMention, FactClaim, FactParty, Reading, Span
from talentflow.registry import Registry
from tests.app.make import mention, move

QUANTA = FactParty("organization", mention("Quanta"))
FUNDING = "Quanta raised $40 million."
SUIT = "Umbra sued Quanta."


class FactReader:
    """Reads the same facts in every article: a funding of Quanta, who hired somebody, and a lawsuit of Umbra."""

    name = "scripted"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The facts, with a move that names Quanta too."""
        umbra = FactParty("organization", EntityMention("x:Umbra", "Umbra", "أمبرا"))
        facts = (
            FactClaim(
                "funding", QUANTA, "raised", amount=Amount("$40 million", 40e6, "USD"), date="2025-02",
                evidence=(Span("text", 0, len(FUNDING), FUNDING),),
            ),
            FactClaim("lawsuit", umbra, "sued", about=(QUANTA,), status="rumored", according_to=("Wired",)),
            FactClaim("product", FactParty("product", EntityMention("product:zephyr", "Zephyr", "Zephyr")), "launched"),
        )  # fmt: skip
        return Reading(document.id, "en", "scripted 1", (move("Ada Moreno", None, "Quanta"),), facts=facts)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    document = Document(f"{FUNDING} {SUIT}", "one", "en", "", "2025-03-04", publisher="Harbour Ledger")
    with Library(str(tmp_path / "test.db"), registry=Registry()) as opened:
        (added,) = opened.add([document], FactReader())
        assert (added.moves, added.facts) == (1, 3)
        yield opened


def types(library: Library, **wanted: object) -> list[str]:
    return [fact.type for fact in library.facts(FactFilter(**wanted))]  # type: ignore[arg-type]


def test_a_fact_comes_back_as_it_was_read(library: Library) -> None:
    (fact,) = library.facts(FactFilter(type=("funding",)))
    assert (str(fact.subject), fact.amount, fact.date, fact.known_on) == (
        "Quanta", Amount("$40 million", 40e6, "USD"), "2025-02", "2025-03-04"
    )  # fmt: skip
    assert (fact.evidence[0].quote, fact.evidence[0].publisher) == (FUNDING, "Harbour Ledger")
    view = library.article("one")
    assert view is not None
    assert view.reading.facts == FactReader().read(view.document).facts


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["lawsuit", "product", "funding"]),  # newest first
        ({"about": "quanta"}, ["lawsuit", "funding"]),  # as its subject, and as the one who is sued
        ({"about": "Umbra"}, ["lawsuit"]),  # no move names it
        ({"about": "Zephyr"}, ["product"]),
        ({"about": "Meridian"}, []),
        ({"type": ("funding", "lawsuit")}, ["lawsuit", "funding"]),
        ({"status": ("rumored",)}, ["lawsuit"]),
        ({"language": ("es",)}, []),
        ({"since": "2025-03"}, ["lawsuit", "product"]),
        ({"until": "2025-02-10"}, ["funding"]),
        ({"limit": 1}, ["lawsuit"]),
    ],
)
def test_facts_are_found_by_what_is_asked(library: Library, wanted: dict[str, object], found: list[str]) -> None:
    assert types(library, **wanted) == found


def test_facts_make_no_entities_of_their_own(library: Library) -> None:
    assert library.status().organizations == 1
    assert library.organization("Umbra").found == ()


def test_the_party_that_a_move_names_too_is_that_entity(library: Library) -> None:
    (fact,) = library.facts(FactFilter(type=("funding",)))
    assert fact.subject.id == library.organization("Quanta").found[0].id


def test_facts_of_an_older_text_no_longer_count(library: Library) -> None:
    class Silent(FactReader):
        def read(self, document: Document) -> Reading:
            return replace(super().read(document), facts=())

    newer = Document(f"{FUNDING} {SUIT} More.", "one", "en", "", "2025-03-05", publisher="Harbour Ledger")
    assert [added.outcome for added in library.add([newer], Silent())] == ["updated"]
    assert types(library) == []


def test_making_the_record_anew_keeps_the_facts(library: Library) -> None:
    before = library.facts()
    library.rebuild()
    assert library.facts() == before


def test_a_fact_as_plain_data(library: Library) -> None:
    data = fact_as_dict(library.facts(FactFilter(type=("lawsuit",)))[0])
    assert (data["subject"]["name"], data["about"][0]["name"], data["status"]) == ("Umbra", "Quanta", "rumored")
    assert data["according_to"] == ["Wired"]


def test_pages_of_facts_put_together_are_all_that_count(library: Library) -> None:
    class Newer(FactReader):
        version = "2"

    documents = [
        Document(f"{FUNDING} {SUIT} {number}.", f"more-{number}", "en", "", f"2025-04-{number:02d}")
        for number in range(1, 8)
    ]
    list(library.add(documents, FactReader()))
    list(library.add(documents[:3], Newer()))  # the same facts, of which each counts once
    changed = replace(documents[4], text=f"{FUNDING} {SUIT} Again.")
    list(library.add([changed], FactReader()))
    whole = [fact.id for fact in library.facts()]
    assert len(whole) == len(set(whole)) == 3 * 8
    for wanted in ({}, {"type": ("lawsuit",)}, {"status": ("done",)}, {"language": ("en",)}, {"since": "2025-04-03"}):
        found = [fact.id for fact in library.facts(FactFilter(**wanted))]  # type: ignore[arg-type]
        assert found == [identity for identity in whole if identity in found]
        gone = [
            fact.id
            for skip in range(0, len(found), 5)
            for fact in library.facts(FactFilter(limit=5, skip=skip, after="gone", **wanted))  # type: ignore[arg-type]
        ]
        assert gone == found
