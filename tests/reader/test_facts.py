"""Facts around the moves: every entry of every language brings its proof, and each part is tried by itself."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from talentflow.languages import language_codes
from talentflow.model import Document, FactClaim
from talentflow.reader.careers.career import compose
from talentflow.reader.claims.amounts import as_number
from talentflow.reader.claims.facts import TYPES_OF_THINGS, read_facts
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

HARDLY_SURE = 0.05  # a sentence alone has no article around it that would make the reader sure of its moves


def entries(key: str) -> list[Any]:
    """The facts of all folders that have a key, each with its language."""
    out: list[Any] = []
    for code in language_codes():
        text = (files("talentflow.languages") / "data" / code / "facts.toml").read_text(encoding="utf-8")
        for number, entry in enumerate(tomllib.loads(text)["fact"], 1):
            if key in entry:
                out.append(pytest.param(code, entry, id=f"{code} {number} {entry.get('type', 'by thing')}"))
    return out


def facts_of(text: str, lang: str) -> list[FactClaim]:
    """The facts of a text published in June 2025."""
    found = understand(make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True)))
    return read_facts(found, compose(found.events, found.ties, found.topic, found.places, HARDLY_SURE))


def types_of(entry: dict[str, Any]) -> set[str]:
    """What an entry may tell."""
    if entry.get("type"):
        return {entry["type"]}
    return {TYPES_OF_THINGS.get(taken, "product") for taken in entry["takes"]}


@pytest.mark.parametrize(("code", "entry"), entries("example"))
def test_the_example_tells_its_fact(code: str, entry: dict[str, Any]) -> None:
    found = {fact.type for fact in facts_of(entry["example"], code)}
    if entry.get("type") == "none":
        assert found == set()
    else:
        assert found & types_of(entry)


@pytest.mark.parametrize(("code", "entry"), entries("near_miss"))
def test_the_near_miss_does_not(code: str, entry: dict[str, Any]) -> None:
    assert not {fact.type for fact in facts_of(entry["near_miss"], code)} & types_of(entry)


@pytest.mark.parametrize(
    ("lang", "text", "facts"),
    [
        ("en", "Ada Moreno raised $1 billion for her start-up Quanta.", ["Quanta: funding, 1,000,000,000 USD"]),
        ("en", "Meta, OpenAI and Anthropic have built data centers.", ["Meta: compute"]),
        ("en", "Ada Moreno, who leads Borealis, sued OpenAI.", ["Ada Moreno: lawsuit"]),
        ("en", "Safe Superintelligence has not released a product.", ["Safe Superintelligence: product, not so"]),
        ("en", "Meta pays its engineers $3.5m a year.", ["Meta: compensation, 3,500,000 USD a year"]),
        ("en", "Meta paid $240 million for a licence.", []),  # no pay
        ("en", "The group Meta signed a contract worth $16 billion.", []),  # no valuation
        ("en", "Chinese start-ups, such as DeepSeek, have built competitive models.", ["DeepSeek: model"]),
        ("en", "He worked at Cadence Design Systems, whose software is used by chip designers.", []),
        ("en", "Hanul shares closed at 84,300 won.", []),
        ("en", "Before he hired Elon Musk, he worked on ChatGPT.", []),
        ("es", "OpenAI vale mil 200 millones de dólares.", ["OpenAI: valuation, 1,200,000,000 USD"]),
        ("ar", "حصلت شركة OpenAI على تمويل بلغ ملياري دولار.", ["OpenAI: funding, 2,000,000,000 USD"]),
        ("es", "OpenAI captó 6.600 millones de dólares.", ["OpenAI: funding, 6,600,000,000 USD"]),
    ],
)
def test_reads_who_has_what(lang: str, text: str, facts: list[str]) -> None:
    assert [str(fact) for fact in facts_of(text, lang)] == facts


def test_a_reason_is_that_of_the_move_beside_it() -> None:
    text = "Ada Moreno left Borealis to start Quanta, and John Okafor moved from Borealis to Meridian."
    assert [str(fact) for fact in facts_of(text, "en")] == ["Ada Moreno: reason"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("OpenAI raised $2 billion.", "done"),
        ("OpenAI is seeking $2 billion in fresh capital.", "planned"),
        ("OpenAI has reportedly raised $2 billion.", "rumored"),
        ("OpenAI denied that it had raised $2 billion.", "denied"),
    ],
)
def test_no_fact_is_stronger_than_its_source(text: str, status: str) -> None:
    assert {fact.status for fact in facts_of(text, "en")} == {status}


def test_names_its_source_and_the_others_of_the_sentence() -> None:
    (fact,) = facts_of("Anthropic sued OpenAI in May 2025, according to Bloomberg.", "en")
    assert fact.according_to == ("Bloomberg",)
    assert [str(party) for party in fact.about] == ["OpenAI"]
    assert fact.date == "2025-05"


def test_every_fact_stands_where_it_is_said_to_stand() -> None:
    text = "Weather first.\n\nAda Moreno left Borealis for Quanta. The start-up Quanta raised €40 million in May."
    document = Document(text, "a", "en", "", "2025-06-11")
    (fact,) = [fact for fact in EmbeddedReader(is_quick=True).read(document).facts if fact.type == "funding"]
    for span in fact.evidence:
        assert document.text[span.start : span.end] == span.quote
    assert fact.words in text


def test_an_article_without_moves_tells_facts_too() -> None:
    reading = EmbeddedReader(is_quick=True).read(Document("OpenAI raised $2 billion on Monday.", "a", "en"))
    assert [str(fact) for fact in reading.facts] == ["OpenAI: funding, 2,000,000,000 USD"]
    assert reading.moves == ()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.5", 1.5),
        ("1,5", 1.5),
        ("200,000", 200000.0),
        ("1.500.000", 1500000.0),
        ("٢٠٠٬٠٠٠", 200000.0),
        ("10:30", None),
    ],
)
def test_numbers_are_read_as_they_are_written(written: str, number: float | None) -> None:
    assert as_number(written) == number


def test_a_range_begins_at_its_lower_end() -> None:
    (fact,) = facts_of("OpenAI raised $80-100 million.", "en")
    assert fact.amount is not None
    assert fact.amount.number == 80_000_000


@pytest.mark.parametrize(("code", "entry"), [row for row in entries("example") if "reason" not in str(row.id)])
def test_the_look_beforehand_holds_no_fact_back(code: str, entry: dict[str, Any]) -> None:
    # Names are not known beforehand: where only a name completes the fact, the article must tell of a move too.
    if entry.get("type") != "none" and not {"name", "org"} & set(entry.get("takes", ())):
        found = {fact.type for fact in EmbeddedReader(is_quick=True).read(Document(entry["example"], "a", code)).facts}
        assert found & types_of(entry)
