"""Which readings arise of a sentence, before anything is learnt of how likely each is: hits and near misses.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.careers.career import choose
from talentflow.reader.embedded import EmbeddedReader, draft_candidates
from talentflow.reader.words.page import Entity


def readings_of(text: str, code: str = "es") -> set[str]:
    """Every reading of a text published in June 2025, as "person: from -> to kind"."""
    drafts, _ = draft_candidates(Document(text, "a", code, "", "2025-06-11"))
    return {f"{d.person.name}: {written(d.from_org)} -> {written(d.to_org)} {d.kind}" for d in drafts}


def written(org: Entity | None) -> str:
    """An end as a row writes it."""
    return "-" if org is None else org.name or org.mention


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        # whoever announces without naming anybody else speaks of themselves
        ("Ada Moreno anunció el martes que deja Google.", "Ada Moreno: Google -> - leave"),
        ("Ada Moreno dijo que se incorpora a Meta.", "Ada Moreno: - -> Meta join"),
        # a place or a post may stand before the subject
        ("En agosto asumió en Google Tomás Berg.", "Tomás Berg: - -> Google join"),
        ("Dejó la presidencia de Google en mayo Tomás Berg.", "Tomás Berg: Google -> - leave"),
        # the post before its verb
        (
            "La nueva presidenta de Meta será Ada Moreno, quien actualmente es directora de Google.",
            "Ada Moreno: Google -> Meta move",
        ),
        ("Al frente de Meta queda ahora Ada Moreno.", "Ada Moreno: - -> Meta join"),
        ("Como presidente de Meta quedó Luis Prado.", "Luis Prado: - -> Meta join"),
        # words of one phrase that stand apart
        ("Ada Moreno cerró a finales de 2023 una etapa de ocho años en Google.", "Ada Moreno: Google -> - leave"),
        # who becomes something somewhere may be told without a post
        ("Ada Moreno, cofundadora de Nvidia, y Tomás Berg pasan a Google.", "Ada Moreno: Nvidia -> Google move"),
        # the one who hires may be named by the way
        (
            "El bufete compite con Google, que acababa de contratar a Ada Moreno, y con Meta.",
            "Ada Moreno: - -> Google join",
        ),
        # a preposition inside the trigger
        ("Ada Moreno, fichada de Microsoft, dirigirá la IA de Meta.", "Ada Moreno: Microsoft -> Meta move"),
        # each of two has an employer and a post of their own
        (
            "La ministra nombró en Meta a Ada Moreno, hasta hoy directora de Google, y en Nvidia a Luis Prado.",
            "Luis Prado: - -> Nvidia join",
        ),
        (
            "Meta nombró a Ada Moreno como directora de Nvidia y a Tomás Berg como director general de Telefónica.",
            "Tomás Berg: - -> Telefónica join",
        ),
        # leaving one post for another with the same employer
        ("Ada Moreno deja su cargo en Google, aunque seguirá como asesora.", "Ada Moreno: Google -> Google change"),
        (
            "Ada Moreno steps down as CEO of Google but will remain as an adviser.",
            "Ada Moreno: Google -> Google change",
        ),
        # what is done for the sake of something else has the same mover, whoever was spoken of before
        (
            "Luis Prado dirige Nvidia. Ada Moreno, que había dejado Google en 2021 para fundar Quanta, habló ayer.",
            "Ada Moreno: Google -> Quanta found",
        ),
        (
            "Ada Moreno y Tomás Berg anunciaron su salida de Google para poner en marcha una firma propia.",
            "Tomás Berg: Google -> una firma propia found",
        ),
        # the subject whose verb follows a long description
        (
            "Ada Moreno, una de las caras más conocidas de un sector que ha pasado de nicho a gigante, deja Google.",
            "Ada Moreno: Google -> - leave",
        ),
        # a relative clause tells of the nearest name
        (
            "Luis Prado, procedente de Nvidia, y Ada Moreno, que viene de Google, se suman a Meta.",
            "Ada Moreno: Google -> Meta move",
        ),
        # the post right after its verb
        (
            "El consejo de Meta informó de que Ada Moreno será la nueva directora de producto.",
            "Ada Moreno: Meta -> Meta change",
        ),
        # all who go along
        ("Ada Moreno fundó Quanta en 2010 con Luis Prado y Tomás Berg.", "Tomás Berg: - -> Quanta found"),
        # a paragraph that names nobody goes back to the person whom the article is about
        (
            "Ada Moreno deja Google. A Moreno la sustituye Tomás Berg.\n\nEn 2013 entró en Tesla como ingeniera.",
            "Ada Moreno: - -> Tesla join",
        ),
        # who stays on in another post, who takes a leave elsewhere, who changes sides
        (
            "Luis Prado sustituye a Ada Moreno, que continuará en Google como investigadora emérita.",
            "Ada Moreno: Google -> Google change",
        ),
        (
            "Google avanza. Ada Moreno, de Google, inició un año sabático en la Universidad de Oxford.",
            "Ada Moreno: Google -> - absence",
        ),
        (
            "Meta anunció otro fichaje. Ada Moreno, directora de Google, cambia de bando.",
            "Ada Moreno: Google -> Meta move",
        ),
        # who names somebody to a post that a unit is written after
        (
            "Volaero Cargas nombró coordinadora de Sociedad Digital a Ada Moreno.",
            "Ada Moreno: - -> Volaero Cargas join",
        ),
        # who comes along comes from an employer of their own
        (
            "Ada Moreno deja Google por Meta. Con ella llegan Luis Prado, ingeniero de Nvidia, y Tomás Berg.",
            "Luis Prado: Nvidia -> Meta move",
        ),
        (
            "Ada Moreno se incorpora a Meta. También lo hace Tomás Berg, investigador de Nvidia.",
            "Tomás Berg: Nvidia -> Meta move",
        ),
        # a list that semicolons part goes on with the verb that leads it
        (
            "Ada Moreno deja Google por Meta. Con ella llegan Luis Prado, de Nvidia; Tomás Berg, de Apple, y Eva Ruiz.",
            "Tomás Berg: Apple -> Meta move",
        ),
        # who follows does as was told before
        (
            "Ada Moreno se incorpora a Meta. Con ella llega Luis Prado, ingeniero de Nvidia.",
            "Luis Prado: Nvidia -> Meta move",
        ),
        ("Ada Moreno dejó Google. En junio le siguió Tomás Berg.", "Tomás Berg: Google -> - leave"),
        (
            "Ada Moreno dejó Google por Meta. Tomás Berg siguió sus pasos.",
            "Tomás Berg: Google -> Meta move",
        ),
    ],
)
def test_the_right_reading_arises(text: str, reading: str) -> None:
    code = "en" if " as " in text else "es"
    assert reading in readings_of(text, code)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        # what somebody says of others
        ("Ada Moreno anunció que los investigadores dejan Google.", "Ada Moreno"),
        ("Ada Moreno anunció que Tomás Berg deja Google.", "Ada Moreno"),
        # the one replaced
        ("Luis Prado fue nombrado consejero delegado de Meta en lugar de Tomás Berg.", "Tomás Berg"),
        ("Luis Prado sustituye a Tomás Berg como director general de Meta.", "Tomás Berg"),
        # a part with a verb of its own is no part of a list
        ("Meta fichó a Luis Prado, ingeniero de Nvidia; Ada Moreno sigue callada.", "Ada Moreno"),
        # nobody to follow
        ("Google vendió más que nunca. Le siguió Ada Moreno con una charla.", "Ada Moreno"),
    ],
)
def test_no_reading_moves(text: str, person: str) -> None:
    assert not any(reading.startswith(f"{person}:") for reading in readings_of(text))


def test_staying_elsewhere_is_no_change() -> None:
    assert "Ada Moreno: Google -> Google change" not in readings_of("Ada Moreno deja Google y sigue en Meta.")


@pytest.mark.parametrize(
    ("text", "org", "role", "when"),
    [
        (
            "Ada Moreno, chief scientist of OpenAI, has left the company for Anthropic.",
            "OpenAI",
            "chief scientist",
            "past",
        ),
        ("Ada Moreno plans to leave OpenAI, where she is chief scientist.", "OpenAI", "chief scientist", "current"),
        ("OpenAI grows. Bo Lind left OpenAI. Chief executive Ada Moreno said so.", "OpenAI", "CEO", "current"),
    ],
)
def test_states_the_post_that_a_mover_leaves_and_whose_chief_somebody_is(
    text: str, org: str, role: str, when: str
) -> None:
    positions = EmbeddedReader(is_quick=True).read(Document(text=text, lang="en")).positions
    assert (org, role, when) in [(p.org and p.org.name, p.role, p.when) for p in positions]
    assert all(span.quote in text for position in positions for span in position.evidence)


def test_a_post_without_an_employer_is_not_given_to_the_one_named_last() -> None:
    text = "Bo Lind left OpenAI. OpenAI grows. Anthropic does too. Chief executive Ada Moreno said so."
    positions = EmbeddedReader(is_quick=True).read(Document(text=text, lang="en")).positions
    assert [position.org.name for position in positions if position.org is not None] == ["OpenAI"]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ada Moreno and Tom Berg left Meta. Eva Lind announced the return of the two to OpenAI.", "en"),
        ("Eva Lind announced the departure of Tom Berg from OpenAI.", "en"),
        ("Ada Moreno y Tom Berg dejaron Meta. Eva Lind anunció la vuelta del dúo a OpenAI.", "es"),
    ],
)
def test_whose_departure_it_is_leaves_no_other_mover(text: str, lang: str) -> None:
    drafts, _ = draft_candidates(Document(text=text, lang=lang))
    movers = {draft.person.name for draft in drafts}
    assert "Tom Berg" in movers
    assert "Eva Lind" not in movers


def test_a_leaving_that_is_done_makes_no_rumoured_goal_sure():
    drafts, _ = draft_candidates(Document("Ada Moreno has left Google. Ada Moreno may join Meta.", "a", "en"))
    single = [draft for draft in drafts if len(draft.events) == 1]
    gone = next(draft for draft in single if draft.kind == "leave" and written(draft.from_org) == "Google")
    goal = next(
        d for d in single if d.kind == "move" and (written(d.from_org), written(d.to_org)) == ("Google", "Meta")
    )
    assert (gone.status, goal.status) == ("done", "rumored")
    goal.confidence, gone.confidence = 0.9, 0.8
    (chosen,) = choose([goal, gone], 0.3)
    assert chosen.status == "rumored"
