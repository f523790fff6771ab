"""What an article may tell, and another claims: support for a move, and nothing by itself."""

from __future__ import annotations

from talentflow.app import Library
from talentflow.model import Span
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

TEXT = "Even so, Ada Moreno, whom Quanta had taken from Borealis, was nowhere to be seen."
HINT = move("Ada Moreno", "Borealis", "Quanta", evidence=(Span("text", 0, len(TEXT), TEXT),))
CLAIM = move("Ada Moreno", "Borealis", "Quanta", date="2025-03")


def library_of(reader: ScriptedReader) -> Library:
    library = Library("sqlite://", registry=Registry())
    days = {"one": "2025-03-01", "two": "2025-03-09"}
    list(library.add([document(name, TEXT if name == "two" else "", published=days[name]) for name in days], reader))
    return library


def test_a_hint_supports_what_another_article_claims() -> None:
    with library_of(ScriptedReader({"one": [CLAIM]}, hints={"two": [HINT]})) as library:
        (found,) = library.moves()
        assert (found.origins, found.articles) == (2, ("one", "two"))
        assert [item.quote for item in found.evidence if item.article == "two"] == [TEXT]
        assert [item.is_hint for item in found.evidence if item.article == "two"] == [True]
        before = library.export_ledger(as_of="2025-03-05")["moves"]
        assert [entry["origins"] for entry in before] == [1]
        library.rebuild()
        assert library.moves() == [found]


def test_without_a_claim_nothing_is_in_the_record() -> None:
    with library_of(ScriptedReader({}, hints={"two": [HINT]})) as library:
        status = library.status()
        assert (status.moves, status.people, status.organizations, status.claims) == (0, 0, 0, 0)
        assert library.person("Ada Moreno").found == ()
        article = library.article("two")
        assert article is not None
        assert article.reading.moves == ()


def test_a_hint_goes_with_the_reading_that_it_belongs_to() -> None:
    with library_of(ScriptedReader({"one": [CLAIM]}, hints={"two": [HINT]})) as library:
        again = ScriptedReader({"one": [CLAIM]}, version="2")
        list(library.add([document("two", TEXT, published="2025-03-09")], again))
        (found,) = library.moves()
        assert (found.origins, found.articles) == (1, ("one",))


def test_whoever_is_hidden_is_hinted_at_nowhere() -> None:
    with library_of(ScriptedReader({"one": [CLAIM]}, hints={"two": [HINT]})) as library:
        library.hiding.hide("Ada Moreno", author="editor", reason="asked")
        assert library.moves() == []
        library.rebuild()
        assert library.moves() == []


def test_who_is_named_only_in_a_hint_becomes_known_with_the_first_claim() -> None:
    with library_of(ScriptedReader({}, hints={"two": [HINT]})) as library:
        list(
            library.add(
                [document("three")], ScriptedReader({"three": [move(mention("Ada Moreno"), "Borealis", "Quanta")]})
            )
        )
        (found,) = library.moves()
        assert (found.origins, found.articles) == (2, ("two", "three"))
