"""Who comes to a house and who rises there, where the words alone do not say it; what cannot be left or shared out."""

from __future__ import annotations

import pytest

from talentflow.reader.careers.career import candidates
from talentflow.reader.careers.coherence import is_no_news, leave_others
from talentflow.reader.careers.newcomers import let_come, let_rise
from talentflow.reader.claims.second_look import draft_of
from talentflow.reader.events.drafts import Draft
from talentflow.reader.relations.answers import Told
from talentflow.reader.words.page import Entity
from tests.reader.sentences import moves_of, understood

UNSURE, SURE = 0.7, 0.95


def judged(text: str, lang: str) -> list[Draft]:
    found = understood(text, lang)
    drafts, judge = candidates(found.events, found.ties, found.topic, found.places)
    judge.judge(drafts)
    return drafts


def likeliest(drafts: list[Draft], word: str) -> Draft:
    """The likeliest reading of the news about somebody by one event."""
    return max((d for d in drafts if word in d.person.mention and not d.is_background), key=lambda d: d.confidence)


def named(text: str, lang: str, second: float) -> str:
    """The kind of move of whom an article names to a post, as the encoder finds a new post told."""
    drafts = judged(text, lang)
    for draft in drafts:
        if draft.kind == "change":
            draft.second = second
    let_come(drafts)
    return likeliest(drafts, "Moreno").kind


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ina Brandt leaves Borealis Bank in May. Her job goes to Ada Moreno."),
        (
            "en",
            "Borealis Bank is changing. The company is naming Ada Moreno to the new role of chief financial officer.",
        ),
        (
            "es",
            "Borealis Systems cambia de mando. Primero estuvo Ina Brandt y después vino Ada Moreno como presidenta.",
        ),
        ("de", "Borealis Systems berief am Montag Ada Moreno in die Position der Finanzchefin."),
        ("fr", "Ina Brandt quitte Borealis Systems. Ada Moreno lui succède à la tête de Borealis Systems."),
        ("pt", "Ina Brandt deixa a Borealis Systems. Ada Moreno assume o cargo de presidente da Borealis Systems."),
    ],
)
def test_whom_nothing_knows_at_the_house_comes_there(lang: str, text: str) -> None:
    assert named(text, lang, UNSURE) == "join"


@pytest.mark.parametrize(
    ("lang", "text", "second"),
    [
        # the encoder is sure
        ("en", "Ina Brandt leaves Borealis Bank in May. Her job goes to Ada Moreno.", SURE),
        # the words say that they work there
        ("en", "Ina Brandt leaves Borealis Bank in May. Her job goes to a colleague, Ada Moreno.", UNSURE),
        ("en", "Ada Moreno, finance chief of Borealis Bank, becomes its chief executive.", UNSURE),
        ("es", "Ada Moreno, directora financiera de Borealis Systems, será su presidenta.", UNSURE),
        # or came years ago
        ("en", "Borealis Bank named Ada Moreno chief executive. Moreno joined Borealis Bank in 2011.", UNSURE),
        ("de", "Borealis Systems beruft Ada Moreno zur Chefin. Moreno kam 2011 zu Borealis Systems.", UNSURE),
        ("pt", "A Borealis Systems nomeou Ada Moreno presidente. Moreno entrou na Borealis Systems em 2011.", UNSURE),
    ],
)
def test_whom_the_article_knows_at_the_house_rises_there(lang: str, text: str, second: float) -> None:
    assert named(text, lang, second) == "change"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Borealis Group said that Ada Moreno, president of Quanta, would become president of Borealis Group."),
        ("es", "Borealis Group anunció que Ada Moreno, presidenta de Quanta, será presidenta de Borealis Group."),
        ("pt", "A Borealis Group anunciou que Ada Moreno, presidente da Quanta, será presidente da Borealis Group."),
    ],
)
def test_who_works_elsewhere_comes_from_there(lang: str, text: str) -> None:
    drafts = judged(text, lang)
    for draft in drafts:
        if draft.kind == "change":
            draft.second, draft.confidence = UNSURE, 0.9
    let_come(drafts)
    best = likeliest(drafts, "Moreno")
    assert (best.kind, best.from_org and best.from_org.mention) == ("move", "Quanta")


def rising(text: str, lang: str) -> dict[str, str]:
    """By year, the kind of the likeliest reading, where the arrival is the likelier one of each."""
    drafts = judged(text, lang)
    for draft in drafts:
        if draft.from_source not in ("none", "same"):
            draft.confidence = 0.01
        else:
            draft.confidence = 0.8 if draft.kind == "join" else 0.6 if draft.kind in ("leave", "move") else 0.4
    let_rise(drafts)
    return {
        year: max((d for d in drafts if (d.date or "")[:4] == year), key=lambda d: d.confidence).kind
        for year in ("2018", "2023")
    }


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno joined Google in 2018. In November 2023 she became interim chief executive of Google."),
        (
            "es",
            "Ada Moreno entró en Google en 2018. En noviembre de 2023 se convirtió en consejera delegada de Google.",
        ),
        ("de", "Ada Moreno kam 2018 zu Google. Im November 2023 wurde sie Chefin von Google."),
        (
            "fr",
            "Ada Moreno a rejoint Google en 2018. En novembre 2023, elle est devenue directrice générale de Google.",
        ),
        ("pt", "Ada Moreno entrou no Google em 2018. Em novembro de 2023, tornou-se diretora do Google."),
        ("zh", "陈立新2018年加入谷歌。2023年11月，陈立新出任谷歌首席执行官。"),
        ("ja", "佐藤健一氏は2018年にグーグルに入社した。佐藤氏は2023年11月にグーグルの社長に就任した。"),
    ],
)
def test_a_post_after_an_arrival_is_a_new_post(lang: str, text: str) -> None:
    assert rising(text, lang) == {"2018": "join", "2023": "change"}


def test_who_had_gone_in_between_comes_again() -> None:
    text = "Ada Moreno joined Google in 2018. She left Google in 2020. In 2023 she became chief executive of Google."
    drafts = judged(text, "en")
    for draft in drafts:
        draft.confidence = {"join": 0.8, "leave": 0.7}.get(draft.kind, 0.3)
    let_rise(drafts)
    assert max((d for d in drafts if d.date == "2023"), key=lambda d: d.confidence).kind == "join"


@pytest.mark.parametrize(
    ("lang", "text", "is_doubted"),
    [
        ("en", "Ada Moreno moves from Google to OpenAI. Moreno was dismissed.", True),
        ("es", "Ada Moreno pasa de Google a OpenAI. A Moreno la despidieron.", True),
        ("de", "Ada Moreno wechselt von Google zu OpenAI. Moreno wurde entlassen.", True),
        ("fr", "Ada Moreno passe de Google à OpenAI. Moreno a été licenciée.", True),
        # near misses: it is said what is left, or the arrival was years ago
        ("en", "Ada Moreno moves from Google to OpenAI. Moreno was dismissed by OpenAI.", False),
        ("en", "Ada Moreno moved from Google to OpenAI in 2019. Moreno was dismissed.", False),
    ],
)
def test_nobody_is_guessed_to_leave_where_they_come_to(lang: str, text: str, is_doubted: bool) -> None:
    drafts = judged(text, lang)
    leaving = [d for d in drafts if d.kind == "leave" and d.from_org is not None and d.from_org.mention == "OpenAI"]
    assert leaving
    for draft in drafts:
        draft.confidence = 0.9 if draft.kind == "move" else 0.5
    leave_others(drafts)
    assert (max(draft.confidence for draft in leaving) < 0.2) is is_doubted


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno, who previously had spent six years at Google, was an engineer at Meta when she left."),
        ("es", "Ada Moreno, que antes había pasado seis años en Google, era ingeniera en Meta cuando se fue."),
        ("pt", "Ada Moreno, que antes tinha passado seis anos no Google, era engenheira na Meta quando saiu."),
    ],
)
def test_what_came_before_is_not_what_is_left(lang: str, text: str) -> None:
    starts = {d.from_org.mention for d in judged(text, lang) if d.from_org is not None and d.kind == "leave"}
    assert starts == {"Meta"}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Three leave Google. Ada Moreno, Tom Berg and Ina Brandt moved to OpenAI and Meta respectively.", 0),
        ("es", "Tres dejan Google. Ada Moreno, Tom Berg e Ina Brandt se pasaron a OpenAI y Meta, respectivamente.", 0),
        ("zh", "谷歌三人离职。陈立新、王建国和李海分别转投OpenAI和Meta。", 0),
        # near misses: as many employers as people
        ("en", "Two leave Google. Ada Moreno and Tom Berg moved to OpenAI and Meta respectively.", 2),
        ("zh", "谷歌两人离职。陈立新和王建国分别转投OpenAI和Meta。", 2),
    ],
)
def test_goals_that_nobody_can_share_out_are_none(lang: str, text: str, moves: int) -> None:
    told = [move for move in moves_of(text, lang) if not move.partition(" -> ")[2].startswith("-")]
    assert len(told) == moves


@pytest.mark.parametrize(
    ("lang", "text", "is_told"),
    [
        ("en", "Ada Moreno runs Google. The departure of engineers worries its owners.", False),
        ("es", "Ada Moreno dirige Google. La salida de ingenieros inquieta a los inversores.", False),
        ("pt", "Ada Moreno dirige o Google. A saída de engenheiros preocupa os investidores.", False),
        ("ja", "佐藤健一氏はグーグルを率いる。人材の流出が続く。", False),
        # near miss: their names follow
        ("en", "Google confirmed the departure of engineers: Ada Moreno and Tom Berg.", True),
    ],
)
def test_people_without_names_are_nobody_who_was_named(lang: str, text: str, is_told: bool) -> None:
    assert bool(moves_of(text, lang)) is is_told


@pytest.mark.parametrize(
    ("lang", "text", "is_told"),
    [
        ("pt", "Dois conselheiros deixaram o Google: Ada Moreno e Tom Berg são os novos conselheiros.", False),
        ("es", "Dos consejeros dejaron Google: Ada Moreno y Tom Berg son los nuevos consejeros.", False),
        ("en", "Two directors left Google: Ada Moreno and Tom Berg.", True),
        ("es", "Dos consejeros dejaron Google: Ada Moreno y Tom Berg.", True),
    ],
)
def test_names_with_a_verb_of_their_own_are_no_list(lang: str, text: str, is_told: bool) -> None:
    assert any(" -> -" in move for move in moves_of(text, lang)) is is_told


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("es", "Google ascendió a Jaime Núñez de la Vega. Núñez de la Vega dirigirá Google.", 1),
        ("pt", "O Google promoveu João Pedro Vaz Guedes. Vaz Guedes dirige o Google.", 1),
        # near miss: two may be meant
        ("es", "Google ascendió a Jaime Núñez Vega y a Rosa Núñez Vega. Núñez Vega dirigirá Google.", 3),
    ],
)
def test_family_names_alone_are_whoever_bears_them(lang: str, text: str, people: int) -> None:
    found = understood(text, lang)
    named = {id(m.entity) for s in found.page.sentences for m in s.mentions if m.kind == "person" and m.entity}
    assert len(named) == people


def told(text: str, kind: str, who: str, start: str | None, goal: str) -> tuple[Draft | None, list[object]]:
    """What becomes of a move that the encoder finds in the first sentence of a text, with the ties of its mover."""
    found = understood(text, "en")
    sentence = found.page.sentences[0]
    by_name: dict[str, Entity] = {m.surface: m.entity for m in sentence.mentions if m.entity is not None}
    person, from_org = by_name[who], by_name[start] if start else None
    draft = draft_of(found, Told(person, from_org, by_name[goal], 0.95, kind, "done", sentence))
    return draft, [tie for tie in found.ties if tie.person is person]


def test_the_goal_of_whoever_is_named_beside_them_is_not_theirs() -> None:
    text = "Ada Moreno and Tom Berg left Google, with Berg joining OpenAI."
    assert told(text, "move", "Ada Moreno", "Google", "OpenAI")[0] is None
    assert told(text, "move", "Tom Berg", "Google", "OpenAI")[0] is not None


def test_who_leads_a_house_does_not_come_there() -> None:
    draft, ties = told("Ada Moreno leads Google.", "join", "Ada Moreno", None, "Google")
    assert draft is None or is_no_news(draft, ties, [])  # type: ignore[arg-type]
    draft, ties = told("Ada Moreno, head of research at Meta, joined Google.", "join", "Ada Moreno", None, "Google")
    assert draft is not None
    assert not is_no_news(draft, ties, [])  # type: ignore[arg-type]
