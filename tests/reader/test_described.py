"""What describes a name: in brackets, behind a comma, before a noun, and what it keeps from the verb around it."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import draft_candidates
from tests.reader.sentences import claims_of, moves_of


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "fr",
            "Ada Moreno remplace Tom Berg, parti chez OpenAI, à la tête de Mistral AI.",
            "Tom Berg: Mistral AI -> OpenAI, done",
        ),
        (
            "es",
            "Ada Moreno sustituye a Tom Berg, fichado por OpenAI, al frente de Mistral AI.",
            "Tom Berg: Mistral AI -> OpenAI, done",
        ),
        (
            "en",
            "Ada Moreno (who left OpenAI in May) has praised Tom Berg.",
            "Ada Moreno: OpenAI -> -, done",
        ),
        ("de", "Die von OpenAI zu Meta gewechselte Ada Moreno leitet das Team.", "Ada Moreno: OpenAI -> Meta, done"),
        (
            "de",
            "Die im Mai zur Finanzchefin von Meta ernannte Ada Moreno lobt Tom Berg.",
            "Ada Moreno: - -> Meta, done",
        ),
    ],
)
def test_words_beside_a_name_tell_of_it(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        # where the description leads is nothing to the verb outside it
        (
            "de",
            "Tom Berg war im Sommer von der in OpenAI investierten Firma Meta zum Start-up gewechselt.",
            "Tom Berg: - -> OpenAI, done",
        ),
        ("de", "Tom Berg verlässt die auf Chips spezialisierte Firma Nvidia.", "Tom Berg: - -> Nvidia, done"),
        ("de", "Ada Moreno, die 2015 zu Apple gekommen war, geht zu Meta.", "Ada Moreno: Meta -> Apple, done"),
        # somebody without a name, whoever else is named
        (
            "de",
            "Ada Moreno lobt den 2016 von OpenAI zu Meta gewechselten Designer.",
            "Ada Moreno: OpenAI -> Meta, done",
        ),
    ],
)
def test_what_is_described_stays_apart(lang: str, text: str, move: str) -> None:
    assert move not in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "other"),
    [
        ("en", "Those who go are Ada Moreno, who moves to OpenAI, and Tom Berg, who joins Meta.", "Meta"),
        (
            "de",
            "Zu den Abgängen zählen Ada Moreno, die zu OpenAI geht, und Tom Berg, der Mistral AI gründet.",
            "Mistral AI",
        ),
        ("fr", "Ada Moreno, qui part chez OpenAI, et Tom Berg, qui rejoint Meta, sont amis.", "Meta"),
    ],
)
def test_where_another_goes_is_not_where_somebody_comes_from(lang: str, text: str, other: str) -> None:
    drafts = draft_candidates(Document(text, "a", lang, "", "2025-06-11"))[0]
    own = [draft for draft in drafts if draft.person.name == "Ada Moreno" and not draft.event.rank]
    assert own
    assert not [d for d in own if d.from_source == "here" and d.from_org is not None and d.from_org.name == other]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "OpenAI, une start-up créée par Ada Moreno et Tom Berg, lève 30 millions."),
        ("en", "OpenAI, a startup founded by Ada Moreno and Tom Berg, has raised 30 million."),
    ],
)
def test_a_company_may_be_described_by_who_founded_it(lang: str, text: str) -> None:
    assert {"Ada Moreno: - -> OpenAI, done", "Tom Berg: - -> OpenAI, done"} <= set(moves_of(text, lang))


def test_a_company_of_her_own_is_not_the_one_before() -> None:
    assert not any(
        "-> Meta" in move for move in moves_of("Ada Moreno left Meta, her own startup was founded later.", "en")
    )


@pytest.mark.parametrize(
    ("lang", "text", "joined", "left"),
    [
        ("de", "Ada Moreno, die 2015 zu Apple gekommen war, geht zu Meta.", "2015", "2025-06"),
        ("fr", "Ada Moreno, qui avait rejoint Apple en 2018, part chez Meta.", "2018", "2025-06"),
        ("en", "Ada Moreno, who joined Apple in 2015, moves to Meta in May.", "2015", "2025-05"),
    ],
)
def test_the_day_of_a_description_is_its_own(lang: str, text: str, joined: str, left: str | None) -> None:
    dates = {
        move.to_org.mention: str(move.date) if move.date else None for move in claims_of(text, lang) if move.to_org
    }
    assert dates.get("Meta") == left
    assert dates.get("Apple", joined) == joined


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Ada Moreno (55, Foto) wird im Mai die Leitung bei OpenAI übernehmen.", "Ada Moreno: - -> OpenAI, done"),
        ("Ada Moreno wird im Mai das Ruder bei OpenAI übernehmen.", "Ada Moreno: - -> OpenAI, done"),
        (
            "Kein Gestalter ist geblieben, Ada Moreno ist nicht mehr da, seit Tom Berg OpenAI verlassen hat.",
            "Tom Berg: OpenAI -> -, done",
        ),
    ],
)
def test_verbs_far_from_their_subject(text: str, move: str) -> None:
    assert any(
        found.split(",")[0].replace("OpenAI -> OpenAI", "- -> OpenAI") == move.split(",")[0]
        for found in moves_of(text, "de")
    )


def test_a_negated_verb_at_the_end_tells_nothing() -> None:
    assert not moves_of("Ada Moreno sagt, dass Tom Berg OpenAI nicht verlassen hat.", "de")
