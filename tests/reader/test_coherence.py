"""Moves of one person that cannot all be true: which are left out, and which may well stand side by side."""

from __future__ import annotations

import pytest

from talentflow.reader.careers.career import choose
from talentflow.reader.claims.second_look import _event_of
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.drafts import TOLD, Draft
from talentflow.reader.relations.answers import Told
from tests.reader.sentences import claims_of, understood, written


def moves_of(text: str, lang: str) -> list[str]:
    return [f"{written(move)}, {move.date}" for move in claims_of(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "years"),
    [
        ("en", "Ada Moreno left Google in 2021. Ada Moreno left Google in 2024.", 1),
        ("es", "Ada Moreno entró en Google en 2018. Ada Moreno fichó por Google en 2021.", 1),
        ("de", "Ada Moreno verließ Google 2018. Ada Moreno verließ Google 2021.", 1),
        ("fr", "Ada Moreno a rejoint Google en 2018. Ada Moreno a rejoint Google en 2021.", 1),
        # told between, or told by a word of return
        ("en", "Ada Moreno joined Google in 2018, left it in 2019 and returned to Google in 2021.", 2),
        ("es", "Ada Moreno entró en Google en 2018. Ada Moreno volvió a Google en 2021.", 2),
        ("de", "Ada Moreno kam 2018 zu Google. Ada Moreno kehrte 2021 zu Google zurück.", 2),
    ],
)
def test_nobody_comes_or_goes_twice_without_the_way_back(lang: str, text: str, years: int) -> None:
    told = {move.split(", ")[-1] for move in moves_of(text, lang)}
    assert len(told) == years


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        (
            "en",
            "Meta loses researchers. Ada Moreno, who arrived from Google in April, left for OpenAI after five months.",
            ["Ada Moreno: Google -> Meta", "Ada Moreno: Meta -> OpenAI"],
        ),
        (
            "pt",
            "A Meta perde gente. Ada Moreno, que veio do Google em abril, saiu para a OpenAI cinco meses depois.",
            ["Ada Moreno: Google -> Meta", "Ada Moreno: Meta -> OpenAI"],
        ),
        (
            "en",
            "Meta loses researchers. Ada Moreno, who comes from Google, joins OpenAI.",
            ["Ada Moreno: Google -> OpenAI"],
        ),
        (
            "en",
            "Quanta gets a rival. Quanta is alarmed. Ada Moreno came from Google to become chief scientist of Meta.",
            ["Ada Moreno: Google -> Meta"],
        ),
    ],
)
def test_what_the_sentence_clearly_tells_rules_out_a_guess(lang: str, text: str, expected: list[str]) -> None:
    assert [written(move).rsplit(",", 1)[0] for move in claims_of(text, lang)] == expected


def _told(found: Understanding, person: str, start: str, goal: str, sentence: int = 0) -> Draft:
    """A move as the encoder would propose it, sure enough to be chosen."""
    named = {m.entity.mention: m.entity for s in found.page.sentences for m in s.mentions if m.entity is not None}
    told = Told(named[person], named[start], named[goal], 0.9, "move", "done", found.page.sentences[sentence])
    event = _event_of(told, "shift")
    return Draft(told.person, "move", told.from_org, told.to_org, [event], TOLD, TOLD, confidence=0.9)


@pytest.mark.parametrize(
    ("lang", "text", "is_kept"),
    [
        ("en", "Ada Moreno, chief executive of Meta, made public that three of them come back from Google.", False),
        ("es", "Ada Moreno, consejera delegada de Meta, hizo público que tres de ellos vuelven de Google.", False),
        ("de", "Ada Moreno, Chefin von Meta, machte öffentlich, dass drei von ihnen von Google zurückkommen.", False),
        ("en", "Ada Moreno, an engineer of Google, made public that she is now with Meta.", True),
    ],
)
def test_whoever_works_there_and_announces_it_is_not_moved_by_the_encoder_alone(
    lang: str, text: str, is_kept: bool
) -> None:
    found = understood(text, lang)
    assert bool(choose([_told(found, "Ada Moreno", "Google", "Meta")], 0.3, found.ties)) is is_kept


@pytest.mark.parametrize(
    ("lang", "text", "is_kept"),
    [
        ("en", "The reporter Ada Moreno wrote on Monday that Tom Berg goes from Google to Meta.", False),
        ("es", "La periodista Ada Moreno escribió que Tom Berg se va de Google a Meta.", False),
        ("pt", "A jornalista Ada Moreno escreveu que Tom Berg sai do Google para a Meta.", False),
        ("es", "La directora Ada Moreno escribió que Tom Berg se va de Google a Meta.", True),
    ],
)
def test_whoever_of_the_press_tells_the_news_is_not_moved_by_the_encoder_alone(
    lang: str, text: str, is_kept: bool
) -> None:
    found = understood(text, lang)
    assert bool(choose([_told(found, "Ada Moreno", "Google", "Meta")], 0.3, found.ties)) is is_kept


@pytest.mark.parametrize(
    ("lang", "title", "text", "status"),
    [
        ("en", "Ada Moreno leaves Google for Meta", "Ada Moreno is expected to leave Google for Meta.", "planned"),
        ("es", "Ada Moreno deja Google por Meta", "Ada Moreno está a punto de dejar Google por Meta.", "planned"),
        ("de", "Ada Moreno geht von Google zu Meta", "Ada Moreno geht angeblich von Google zu Meta.", "rumored"),
        ("en", "Ada Moreno may leave Google for Meta", "Ada Moreno left Google for Meta on Monday.", "done"),
        ("en", "Ada Moreno leaves Google for Meta", "Ada Moreno left Google for Meta on Monday.", "done"),
    ],
)
def test_a_headline_makes_nothing_surer_than_the_text_below_it(lang: str, title: str, text: str, status: str) -> None:
    assert [move.status for move in claims_of(text, lang, title)] == [status]


def test_a_promotion_of_years_ago_is_not_the_one_that_is_the_news() -> None:
    text = "Google promoted Ada Moreno to chief scientist in 2019. Google has now appointed Ada Moreno chief executive."
    assert {(move.role_to, move.date) for move in claims_of(text, "en") if move.kind == "change"} == {
        ("chief scientist", "2019"),
        ("CEO", "2025-06"),
    }


@pytest.mark.parametrize(
    ("lang", "goes", "stays", "other"),
    [
        (
            "en",
            "Ada Moreno will step down as chief executive of Borealis. The news came on Monday.",
            "She will remain at Borealis as an adviser.",
            "Eva Stein will remain at Borealis as an adviser.",
        ),
        (
            "es",
            "Ada Moreno dejará de ser directora general de Borealis. La noticia llegó el lunes.",
            "Ella seguirá en Borealis como asesora.",
            "Eva Stein seguirá en Borealis como asesora.",
        ),
        (
            "pt",
            "Ada Moreno deixará de ser diretora-geral da Borealis. A notícia chegou na segunda-feira.",
            "Ela continuará na Borealis como conselheira.",
            "Eva Stein continuará na Borealis como conselheira.",
        ),
    ],
)
def test_who_stays_with_the_employer_in_another_post_has_changed_posts(
    lang: str, goes: str, stays: str, other: str
) -> None:
    def ends_of_ada(text: str) -> set[str]:
        return {move.split(", ")[0] for move in moves_of(text, lang) if move.startswith("Ada")}

    assert ends_of_ada(f"{goes} {stays}") == {"Ada Moreno: Borealis -> Borealis"}
    assert ends_of_ada(f"{goes} {other}") == {"Ada Moreno: Borealis -> -"}
