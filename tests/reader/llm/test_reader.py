"""Of what a model says only that becomes a claim which the article's own words prove."""

from __future__ import annotations

from typing import Any

import pytest

from talentflow.model import MoveClaim
from tests.chat_server import chat, claims, move, serving
from tests.reader.llm.make import article, reader_for

TEXT = "Ada Moreno left Borealis for Quanta in May, according to The Information.\n\nBo Lind stays."


def read(text: str, answer: Any, lang: str = "en", **more: Any) -> tuple[list[MoveClaim], dict[str, int]]:
    with serving(lambda request: chat(answer)) as server, reader_for(server.url) as reader:
        found = reader.read(article(text, lang, **more))
        return list(found.moves), dict(reader.dropped)


def test_a_claim_has_its_quote_where_it_stands() -> None:
    (claim,), dropped = read(TEXT, claims(move("Ada Moreno", "Borealis", "Quanta", "ada moreno left  “Borealis”")))
    assert str(claim) == "Ada Moreno: Borealis -> Quanta, done"
    (span,) = claim.evidence
    assert TEXT[span.start : span.end] == span.quote == "Ada Moreno left Borealis"
    assert dropped == {}


@pytest.mark.parametrize(
    ("said", "lacks"),
    [
        (move("Ada Moreno", "Borealis", "Quanta", "Ada Moreno has left Borealis for Quanta"), "quote"),
        (move("Ada Moreno", "Borealis", "Quanta", "Ada Moreno left Borealis", person_latin="Ada"), None),
        (move("Eve Hart", "Borealis", "Quanta", "left Borealis for Quanta"), "name"),
        (move("Ada Moreno", "Borealis", "OpenAI", "left Borealis for Quanta"), "name"),
        (move("Ada Moreno", "Boreal", "Quanta", "left Borealis for Quanta"), "name"),
        ({**move("Ada Moreno", "Borealis", "Quanta", "left Borealis for Quanta"), "kind": "flight"}, "form"),
        (move("Ada Moreno", None, None, "left Borealis for Quanta"), "form"),
    ],
)
def test_what_is_not_proved_is_dropped_and_counted(said: dict[str, Any], lacks: str | None) -> None:
    good = move("Ada Moreno", "Borealis", None, "Ada Moreno left Borealis")
    found, dropped = read(TEXT, claims(good, said))
    assert len(found) == (1 if lacks else 2)
    assert dropped == ({lacks: 1} if lacks else {})


@pytest.mark.parametrize(
    ("lang", "text", "person", "org", "said", "kept"),
    [
        ("en", "Ada Moreno reportedly left Borealis.", "Ada Moreno", "Borealis", "done", "rumored"),
        ("en", "Ada Moreno may leave Borealis.", "Ada Moreno", "Borealis", "planned", "rumored"),
        ("en", "Ada Moreno has not left Borealis.", "Ada Moreno", "Borealis", "done", "denied"),
        ("en", "Ada Moreno left Borealis.", "Ada Moreno", "Borealis", "rumored", "rumored"),
        ("en", "Ada Moreno left Borealis.", "Ada Moreno", "Borealis", "done", "done"),
        ("es", "Al parecer, Ada Moreno dejará Borealis.", "Ada Moreno", "Borealis", "done", "rumored"),
        ("ar", "ربما تغادر ميرا موراتي شركة OpenAI.", "ميرا موراتي", "OpenAI", "done", "rumored"),
        ("de", "Ada Moreno soll angeblich Borealis verlassen.", "Ada Moreno", "Borealis", "done", "rumored"),
        ("fr", "Ada Moreno aurait quitté Borealis.", "Ada Moreno", "Borealis", "done", "rumored"),
        ("pt", "Ada Moreno pode deixar a Borealis.", "Ada Moreno", "Borealis", "done", "rumored"),
        ("zh", "据传，林俊旸将离开阿里巴巴。", "林俊旸", "阿里巴巴", "done", "rumored"),
        ("xx", "Ada Moreno reportedly left Borealis.", "Ada Moreno", "Borealis", "done", "done"),
    ],
)
def test_no_claim_is_more_certain_than_its_quote(
    lang: str, text: str, person: str, org: str, said: str, kept: str
) -> None:
    found, _ = read(text, claims(move(person, org, None, text, status=said)), lang)
    assert [claim.status for claim in found] == [kept]


def test_sources_are_those_that_the_quoted_sentences_name() -> None:
    said = move(
        "Ada Moreno", "Borealis", "Quanta", "Ada Moreno left Borealis", according_to=["The Information", "Reuters"]
    )
    (claim,), _ = read(TEXT, claims(said))
    assert claim.according_to == ("The Information",)


def test_a_source_that_the_model_leaves_out_is_added() -> None:
    (claim,), _ = read(TEXT, claims(move("Ada Moreno", "Borealis", "Quanta", "Ada Moreno left Borealis")))
    assert "The Information" in claim.according_to


def test_names_are_mentions_of_the_text_with_what_the_registry_knows() -> None:
    text = "غادر باريت زوف شركة Thinking Machines Lab وانضم إلى أوبن إيه آي."
    said = move("باريت زوف", "Thinking Machines Lab", "اوبن ايه اي", text, person_latin="Barret Zoph")
    (claim,), _ = read(text, claims(said), "ar")
    assert (claim.person.name, claim.person.mention) == ("Barret Zoph", "باريت زوف")
    assert claim.to_org is not None
    assert (claim.to_org.name, claim.to_org.mention, claim.to_org.listed) == ("OpenAI", "أوبن إيه آي", True)


def test_a_latin_spelling_that_cannot_be_the_name_is_not_taken() -> None:
    text = "غادرت سلمى الهاشمي شركة أوبن إيه آي."
    for latin, name in (("Salma Al Hashemi", "Salma Al Hashemi"), ("Mira Murati", "Salma Al Hashimi")):
        (claim,), _ = read(text, claims(move("سلمى الهاشمي", "أوبن إيه آي", None, text, person_latin=latin)), "ar")
        assert claim.person.name == name
        assert claim.person.romanised


def test_a_claim_told_in_two_passages_is_one() -> None:
    text = "Ada Moreno left Borealis for Quanta.\n" * 2
    said = move("Ada Moreno", "Borealis", "Quanta", "Ada Moreno left Borealis for Quanta.")
    with serving(lambda request: chat(claims(said))) as server, reader_for(server.url, passage=40) as reader:
        assert len(reader.read(article(text)).moves) == 1


def test_positions_and_groups_are_proved_too() -> None:
    text = "Ada Moreno is chief scientist of Borealis. Eight researchers left Quanta."
    answer = claims(
        positions=[
            {"quote": "Ada Moreno is chief scientist", "person": "Ada Moreno", "org": "Borealis",
             "role": "chief scientist", "when": "current", "since": "soon", "until": None},
            {"quote": "Ada Moreno is king", "person": "Ada Moreno", "org": "Borealis",
             "role": "king", "when": "current"},
        ],
        groups=[
            {"quote": "Eight researchers left Quanta", "from": "Quanta", "to": None, "count": 8, "at_least": False},
            {"quote": "Nine researchers left Quanta", "from": "Quanta", "to": None, "count": 9, "at_least": False},
        ],
    )  # fmt: skip
    with serving(lambda request: chat(answer)) as server, reader_for(server.url) as reader:
        found = reader.read(article(text))
    assert [(one.role, one.since) for one in found.positions] == [("chief scientist", None)]
    assert [group.count for group in found.groups] == [8]
    assert reader.dropped == {"quote": 2}


@pytest.mark.parametrize("text", ["", " \n ", "x"])
def test_an_article_without_words_asks_little(text: str) -> None:
    found, _ = read(text, claims())
    assert found == []


def test_the_version_names_model_and_prompt() -> None:
    with serving(lambda request: chat(claims())) as server, reader_for(server.url) as reader:
        assert (reader.name, reader.version) == ("llm", "scripted-1 prompt-1")
