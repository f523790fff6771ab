"""Who moves: several of one verb, lists under one lead, verbs left out, and those who only stand by."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import draft_candidates
from talentflow.reader.events.drafts import Draft
from talentflow.reader.events.one_breath import stand_together
from talentflow.reader.words.page import Entity


def _name(entity: Entity | None) -> str:
    return "?" if entity is None else entity.name or entity.mention


def _drafts(text: str, lang: str) -> list[Draft]:
    return draft_candidates(Document(text, "a", lang, "", "2025-06-11"))[0]


def _likeliest_movers(text: str, lang: str) -> set[str]:
    """Who stands best as the mover of any trigger of a text."""
    return {draft.person.name or "" for draft in _drafts(text, lang) if not draft.event.rank}


def _readings(text: str, lang: str) -> set[str]:
    return {f"{d.person.name}: {_name(d.from_org)} -> {_name(d.to_org)}" for d in _drafts(text, lang)}


@pytest.mark.parametrize(
    ("lang", "text", "reading"),
    [
        (
            "en",
            "Ada Moreno is going to Borealis Systems and Tom Berg to Quanta Labs.",
            "Tom Berg: ? -> Quanta Labs",
        ),
        (
            "es",
            "Ada Moreno se va a Borealis Systems y Tom Berg a Quanta Labs.",
            "Tom Berg: ? -> Quanta Labs",
        ),
        (
            "fr",
            "Ada Moreno a été nommée à la présidence de Borealis Systems et Tom Berg à la direction de Quanta Labs.",
            "Tom Berg: ? -> Quanta Labs",
        ),
        (
            "de",
            "Ada Moreno wechselt zu Borealis Systems, Tom Berg zu Quanta Labs.",
            "Tom Berg: ? -> Quanta Labs",
        ),
        (
            "pt",
            "Ada Moreno foi para a Borealis Systems e Tom Berg para a Quanta Labs.",
            "Tom Berg: ? -> Quanta Labs",
        ),
    ],
)
def test_a_verb_left_out_is_that_of_the_one_before(lang: str, text: str, reading: str) -> None:
    assert reading in _readings(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno is going to Borealis Systems and Tom Berg of Quanta Labs said so."),
        ("en", "Ada Moreno is going to Borealis Systems, Tom Berg, a partner of Quanta Labs, has learnt."),
        ("es", "Ada Moreno se va a Borealis Systems y Tom Berg sigue en Quanta Labs."),
    ],
)
def test_whoever_has_a_verb_of_their_own_shares_none(lang: str, text: str) -> None:
    assert "Tom Berg: ? -> Quanta Labs" not in _readings(text, lang)


_ITEMS = "\n\n- Ada Moreno. Fourteen years in speech.\n\n- Tom Berg. Product person."
_SHORT_ITEMS = "\n\n- Ada Moreno. Chips.\n\n- Tom Berg. Robots."


@pytest.mark.parametrize(
    ("lang", "text", "reading"),
    [
        (
            "en",
            "Two engineers have left Borealis Systems for Quanta Labs." + _ITEMS,
            "Tom Berg: Borealis Systems -> Quanta Labs",
        ),
        (
            "en",
            "Who has joined Quanta Labs this spring:" + _ITEMS,
            "Ada Moreno: ? -> Quanta Labs",
        ),
        (
            "es",
            "Dos ingenieros han dejado Borealis Systems por Quanta Labs." + _SHORT_ITEMS,
            "Tom Berg: Borealis Systems -> Quanta Labs",
        ),
        (
            "fr",
            "Deux ingénieurs ont quitté Borealis Systems pour Quanta Labs." + _SHORT_ITEMS,
            "Ada Moreno: Borealis Systems -> Quanta Labs",
        ),
    ],
)
def test_items_do_what_the_lead_of_their_list_tells(lang: str, text: str, reading: str) -> None:
    assert reading in _readings(text, lang)


@pytest.mark.parametrize(
    "between",
    ["\n\nIt rains. The trains are late. Nobody minds. So it goes. What else is there?", "\n\nAnd more." * 5],
)
def test_a_list_far_from_what_was_told_has_no_lead(between: str) -> None:
    text = "Two engineers have left Borealis Systems for Quanta Labs." + between + _ITEMS
    assert "Tom Berg: Borealis Systems -> Quanta Labs" not in _readings(text, "en")


@pytest.mark.parametrize(
    ("lang", "text", "movers"),
    [
        ("es", "Tras dos años, Ada Moreno se separó de Tom Berg y dejó Borealis Systems.", {"Ada Moreno"}),
        ("en", "Ada Moreno parted ways with Tom Berg and left Borealis Systems.", {"Ada Moreno"}),
        ("es", "Ada Moreno, que dirigía los chips, dejó Borealis Systems con Eva Lind y Tom Berg.", {
            "Ada Moreno", "Eva Lind", "Tom Berg",
        }),
        ("es", "Ada Moreno dejó Borealis Systems, aunque reconoció roces con Tom Berg.", {"Ada Moreno"}),
        ("en", "Ada Moreno left Borealis Systems with Tom Berg.", {"Ada Moreno", "Tom Berg"}),
    ],
)  # fmt: skip
def test_whom_a_verb_takes_does_not_move(lang: str, text: str, movers: set[str]) -> None:
    assert _likeliest_movers(text, lang) == movers


@pytest.mark.parametrize(
    ("lang", "before", "crowd", "one"),
    [
        (
            "en",
            "Ada Moreno runs Borealis Systems. ",
            "Two researchers left Borealis Systems.",
            "She left Borealis Systems.",
        ),
        (
            "es",
            "Ada Moreno dirige Borealis Systems. ",
            "Los tres dejaron Borealis Systems.",
            "En mayo dejó Borealis Systems.",
        ),
        (
            "de",
            "Ada Moreno leitet Borealis Systems. ",
            "Mehrere Forscher verließen Borealis Systems.",
            "Sie verließ Borealis Systems.",
        ),
    ],
)
def test_a_crowd_is_nobody_who_was_named(lang: str, before: str, crowd: str, one: str) -> None:
    assert "Ada Moreno" not in _likeliest_movers(before + crowd, lang)
    assert "Ada Moreno" in _likeliest_movers(before + one, lang)


def test_another_post_of_the_first_belongs_to_the_second() -> None:
    text = (
        "Borealis Systems anuncia el cese de Ada Moreno, consejera delegada, y mano derecha del expresidente Tom Berg."
    )
    assert "Tom Berg" not in _likeliest_movers(text, "es")
    also = "Borealis Systems anuncia el cese de Ada Moreno, consejera delegada, y de Tom Berg."
    assert "Tom Berg" in _likeliest_movers(also, "es")


def test_who_is_named_with_others_is_as_sure_as_they_are_by_half() -> None:
    drafts = _drafts("Ada Moreno and Tom Berg have left Borealis Systems for Quanta Labs.", "en")
    ends = ("Borealis Systems", "Quanta Labs")
    both = [d for d in drafts if (_name(d.from_org), _name(d.to_org)) == ends and len(d.events) == 1]
    assert {d.person.name for d in both} == {"Ada Moreno", "Tom Berg"}
    both[0].confidence, both[1].confidence = 0.9, 0.1
    alone = [d for d in drafts if all(d is not one for one in both)]
    before = [d.confidence for d in alone]
    stand_together([*both])
    assert both[0].confidence == 0.9
    assert 0.1 < both[1].confidence < 0.3
    assert [d.confidence for d in alone] == before


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("es", "Ada Moreno y Tom Berg volvieron a Borealis para trabajar con Eva Stein.", False),
        ("pt", "Ada Moreno e Tom Berg voltaram à Borealis para trabalhar com Eva Stein.", False),
        # who founds it with somebody goes with them too
        ("es", "Ada Moreno se fue de Borealis para fundar Quanta con Eva Stein.", True),
        ("pt", "Ada Moreno deixou a Borealis para fundar a Quanta com Eva Stein.", True),
        ("en", "Ada Moreno left Borealis to found Quanta with Eva Stein.", True),
        ("es", "Ada Moreno y Tom Berg dejaron Borealis con Eva Stein.", True),
    ],
)
def test_whoever_somebody_goes_to_work_with_does_not_go(lang: str, text: str, moves: bool) -> None:
    assert ("Eva Stein" in _likeliest_movers(text, lang)) is moves


def test_both_are_those_named_in_one_breath_and_not_who_is_named_alone_behind_them() -> None:
    text = "Ada Moreno y Tom Berg hablaron ayer con la prensa junto a su jefa, que se llama Eva Stein."
    assert _likeliest_movers(f"{text} Ambos dejaron Borealis en mayo.", "es") == {"Ada Moreno", "Tom Berg"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Borealis hired Ada Moreno, formerly at Quanta, and Tom Berg, who comes from Castellan."),
        ("es", "Ya se sumaron Ada Moreno, hasta ahora en Quanta, y Tom Berg, quien viene de Castellan."),
        ("pt", "Já se juntaram Ada Moreno, até agora na Quanta, e Tom Berg, que vem da Castellan."),
    ],
)
def test_where_the_last_of_several_comes_from_is_told_of_the_last_alone(lang: str, text: str) -> None:
    from_castellan = {
        d.person.name for d in _drafts(text, lang) if not d.event.rank and _name(d.from_org) == "Castellan"
    }
    assert from_castellan == {"Tom Berg"}


@pytest.mark.parametrize(
    ("lang", "text", "reading"),
    [
        (
            "es",
            "Ada Moreno también viene de lejos: antes de incorporarse a Borealis ocupó altos cargos en Quanta.",
            "Ada Moreno: Quanta -> Borealis",
        ),
        (
            "pt",
            "Ada Moreno também vem de longe: antes de entrar na Borealis ocupou altos cargos na Quanta.",
            "Ada Moreno: Quanta -> Borealis",
        ),
    ],
)
def test_a_verb_without_a_subject_goes_on_with_that_of_the_clause_before(lang: str, text: str, reading: str) -> None:
    assert reading in _readings(text, lang)


@pytest.mark.parametrize(
    ("lang", "before", "behind"),
    [
        ("es", "Ada Moreno llegó a Borealis en 2024", "procedente de Quanta"),
        ("pt", "Ada Moreno chegou à Borealis em 2024", "proveniente da Quanta"),
    ],
)
def test_words_of_coming_behind_a_verb_of_coming_only_say_whence(lang: str, before: str, behind: str) -> None:
    assert "Ada Moreno: ? -> Borealis" in _readings(f"{before}.", lang)
    assert _readings(f"{before} {behind}.", lang) == {"Ada Moreno: Quanta -> Borealis"}


@pytest.mark.parametrize(
    ("lang", "text", "whence"),
    [
        ("es", "Ada Moreno asume como directora de Borealis", "procedente de Quanta"),
        ("pt", "Ada Moreno assume como diretora da Borealis", "proveniente da Quanta"),
    ],
)
def test_whoever_comes_to_a_post_from_elsewhere_had_no_other_there(lang: str, text: str, whence: str) -> None:
    assert "Ada Moreno: Borealis -> Borealis" in _readings(f"{text}.", lang)
    assert _readings(f"{text} {whence}.", lang) == {"Ada Moreno: Quanta -> Borealis"}
