"""Whoever comes back, whom a pronoun means that a verb takes, one person under two names, and firms that are bought."""

from __future__ import annotations

import pytest

from talentflow.reader.careers.career import compose
from talentflow.reader.claims.presenting import move_claim

from .sentences import understood


def told_in(text: str, lang: str) -> set[str]:
    """The moves by the rules alone, by names: "Ada Moreno: Borealis > Quanta"."""
    found = understood(text, lang)
    drafts = compose(found.events, found.ties, found.topic, found.places, 0.2)
    claims = [move_claim(found, draft) for draft in drafts]
    names = [[end.name if end else "-" for end in (c.person, c.from_org, c.to_org)] for c in claims]
    return {f"{person}: {start} > {goal}" for person, start, goal in names}


THERE, BACK = "Ada Moreno: Borealis Systems > Quanta Labs", "Ada Moreno: Quanta Labs > Borealis Systems"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Ada Moreno left Borealis Systems in 2023 to found Quanta Labs. On Monday she said that she is returning "
            "to her former employer.",
        ),
        (
            "es",
            "Ada Moreno dejó Borealis Systems en 2023 para fundar Quanta Labs. El lunes anunció que regresa a su "
            "antigua empresa.",
        ),
        (
            "fr",
            "Ada Moreno avait quitté Borealis Systems en 2023 pour fonder Quanta Labs. Lundi, elle a annoncé son "
            "retour chez son ancien employeur.",
        ),
        (
            "de",
            "Ada Moreno hatte Borealis Systems 2023 verlassen, um Quanta Labs zu gründen. Am Montag teilte sie mit, "
            "dass sie zu ihrem früheren Arbeitgeber zurückkehrt.",
        ),
        (
            "pt",
            "Ada Moreno deixou a Borealis Systems em 2023 para fundar a Quanta Labs. Na segunda-feira anunciou que "
            "volta à antiga empresa.",
        ),
        (
            "en",
            "Ada Moreno, a former Borealis Systems engineer who had founded Quanta Labs, went back to her old company.",
        ),
    ],
)
def test_an_old_employer_is_the_one_that_was_left(lang: str, text: str) -> None:
    assert {THERE, BACK} <= told_in(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "王晓明2023年离开谷歌，创办Quanta Labs。周一他宣布重返老东家。"),
        ("ja", "田中一郎氏は2023年にグーグルを退社し、Quanta Labsを設立した。同氏は月曜日、古巣に復帰すると発表した。"),
    ],
)
def test_an_old_employer_in_scripts_without_spaces(lang: str, text: str) -> None:
    assert any(move.endswith("Quanta Labs > Google") for move in told_in(text, lang))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno left Borealis Systems in 2023 to found Quanta Labs. She has sued her former employer."),
        ("de", "Ada Moreno verließ Borealis Systems 2023, um Quanta Labs zu gründen. Ihr alter Arbeitgeber klagt."),
        ("es", "Ada Moreno dejó Borealis Systems en 2023 para fundar Quanta Labs. Elogió a su antigua empresa."),
    ],
)
def test_who_only_speaks_of_an_old_employer_does_not_come_back(lang: str, text: str) -> None:
    assert BACK not in told_in(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "pt",
            "A Borealis Systems fechou um acordo com a Quanta Labs. A gigante recontratou a fundadora Ada Moreno, que "
            "havia saído da Borealis Systems para criar a empresa.",
        ),
        (
            "es",
            "Borealis Systems cerró un acuerdo con Quanta Labs. La tecnológica volvió a contratar a la fundadora, Ada "
            "Moreno, que había dejado Borealis Systems para crear la empresa.",
        ),
    ],
)
def test_who_is_hired_again_comes_from_where_they_had_gone(lang: str, text: str) -> None:
    assert BACK in told_in(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "mover", "doer"),
    [
        ("en", "Ada Moreno leads sales at Quanta Labs. Tom Berg, its head, recruited her from Borealis Systems.",
         "Ada Moreno", "Tom Berg"),
        ("en", "Ada Moreno leads sales at Quanta Labs. Chief executive Tom Berg poached her from Borealis Systems.",
         "Ada Moreno", "Tom Berg"),
        ("en", "Karl Roth leads sales at Quanta Labs. Chief executive Tom Berg poached him from Borealis Systems.",
         "Karl Roth", "Tom Berg"),
        ("de", "Der Vertriebschef heißt Karl Roth; ihn hatte Tom Berg im Mai von Borealis Systems geholt.",
         "Karl Roth", "Tom Berg"),
        ("es", "Ada Moreno dirige Quanta Labs. En 2023 el presidente, Tom Berg, la fichó de Borealis Systems.",
         "Ada Moreno", "Tom Berg"),
        ("fr", "Ada Moreno dirige Quanta Labs. Tom Berg, le président, l'a débauchée chez Borealis Systems.",
         "Ada Moreno", "Tom Berg"),
        ("pt", "Ada Moreno dirige a Quanta Labs. Em 2023 o presidente, Tom Berg, contratou-a da Borealis Systems.",
         "Ada Moreno", "Tom Berg"),
        ("ar", "تقود آدا مورينو شركة كوانتا. وكان الرئيس توم بيرغ قد استقطبها من غوغل عام 2023.",
         "Ada Moreno", "Tom Berg"),
    ],
)  # fmt: skip
def test_nobody_hires_themselves(lang: str, text: str, mover: str, doer: str) -> None:
    movers = {event.person.name for event in understood(text, lang).events if event.trigger.event == "hire"}
    assert mover in movers
    assert doer not in movers


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno said that Quanta Labs had recruited her from Borealis Systems."),
        ("es", "A Ada Moreno la fichó Quanta Labs el lunes."),
        ("fr", "Ada Moreno s'est fait recruter par Quanta Labs lundi."),
        ("pt", "Ada Moreno foi alçada a presidente da Quanta Labs."),
        ("zh", "行长王晓明即日起卸任行长，董事会已选举他为董事长。"),
    ],
)
def test_a_pronoun_may_mean_whoever_the_sentence_names(lang: str, text: str) -> None:
    found = understood(text, lang)
    first = next(m.entity for s in found.page.sentences for m in s.mentions if m.kind == "person")
    assert any(event.person is first for event in found.events)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Quanta Labs loses its founder. Karl Roth works elsewhere. Tom Berg, chief executive of Borealis Systems, "
            "had poached him from Google.",
        ),
        (
            "de",
            "Quanta Labs verliert Leute. Auch Borealis Systems sucht Personal: Karl Roth arbeitet dort seit Februar; "
            "ihn hatte Tom Berg von Google geholt.",
        ),
    ],
)
def test_who_is_hired_by_somebody_goes_to_their_employer(lang: str, text: str) -> None:
    goals = {e.to_org.name for e in understood(text, lang).events if e.trigger.event == "hire" and e.to_org is not None}
    assert goals == {"Borealis Systems"}


@pytest.mark.parametrize(
    ("lang", "text", "count"),
    [
        ("en", "Jonas Lind, better known as Joe Marsh, joined Quanta Labs. Marsh is an engineer.", 1),
        ("de", "Jonas Lind, besser bekannt als Joe Marsh, wechselt zu Quanta Labs. Marsh ist Ingenieur.", 1),
        ("fr", "Jonas Lind, plus connu sous le nom de Joe Marsh, rejoint Quanta Labs.", 1),
        ("es", "Jonas Lind, más conocido como Joe Marsh, se incorpora a Quanta Labs.", 1),
        ("pt", "Jonas Lind, mais conhecido como Joe Marsh, junta-se à Quanta Labs.", 1),
        ("zh", "据了解，Joe Marsh就是前谷歌研究员王晓明。王晓明加入微软。", 1),
        # near misses
        ("en", "Jonas Lind met Joe Marsh, best known as an engineer of Quanta Labs. Jonas Lind joined Google.", 2),
        ("en", "The successor of Jonas Lind at Quanta Labs is none other than Joe Marsh.", 2),
        ("zh", "王晓明离开谷歌，原因就是李大伟加入微软。", 2),
    ],
)
def test_one_person_under_two_names(lang: str, text: str, count: int) -> None:
    sentences = understood(text, lang).page.sentences
    people = {id(m.entity) for s in sentences for m in s.mentions if m.kind == "person" and m.entity is not None}
    assert len(people) == count


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("انضم كريم حداد إلى غوغل. وذكرت صحف أن حداد سيعود إلى مايكروسوفت.", 1),
        ("انضم كريم حداد إلى غوغل. وقالت إن حداد غادر مايكروسوفت في مايو.", 1),
    ],
)
def test_that_is_no_given_name(text: str, names: int) -> None:
    sentences = understood(text, "ar").page.sentences
    people = {id(m.entity) for s in sentences for m in s.mentions if m.kind == "person" and m.entity is not None}
    assert len(people) == names


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno has found a successor at Borealis Systems."),
        ("en", "Ada Moreno changed its name from Quanta Labs to Borealis Systems."),
        ("es", "Ada Moreno cambió el nombre de Quanta Labs a Borealis Systems."),
        ("pt", "Ada Moreno mudou o nome da Quanta Labs para Borealis Systems."),
        ("fr", "Ada Moreno a changé le nom de Quanta Labs en Borealis Systems."),
    ],
)
def test_words_that_move_nobody(lang: str, text: str) -> None:
    assert told_in(text, lang) == set()


def test_a_verb_that_goes_on_describes_no_name() -> None:
    events = understood("田中一郎氏は2015年にグーグルを離れてOpenAIの設立に加わった。", "ja").events
    ends = {(e.yields, e.from_org.name if e.from_org else None, e.to_org.name if e.to_org else None) for e in events}
    assert ("leave", "Google", None) in ends
    assert not any(start == "OpenAI" for _, start, _ in ends)


def test_what_is_left_for_a_company_is_another_one() -> None:
    text = "Quanta Labs grows. Ada Moreno left Borealis Systems to start the company."
    assert THERE in told_in(text, "en")


def test_a_denial_of_old_and_a_confirmation_are_two_tellings() -> None:
    text = (
        "Quanta Labs confirmed on Monday that Ada Moreno has joined from Borealis Systems. "
        "In March 2025 Quanta Labs had denied that Ada Moreno was joining it from Borealis Systems."
    )
    found = understood(text, "en")
    drafts = compose(found.events, found.ties, found.topic, found.places, 0.2)
    assert "done" in {draft.status for draft in drafts}
