"""Posts that only another sentence, or another person's move, tells: one behaviour a row."""

from __future__ import annotations

import json

import pytest

from talentflow.model import Document
from talentflow.reader.careers.career import compose
from talentflow.reader.claims.presenting import position_claims
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import draft_candidates
from talentflow.reader.events.drafts import sharper
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page
from talentflow.serve.commands.examples import examples_folder

from .sentences import HARDLY_SURE, claims_of


def _posts(lang: str, text: str) -> dict[str, tuple[str | None, str | None]]:
    return {move.person.mention: (move.role_from, move.role_to) for move in claims_of(text, lang)}


@pytest.mark.parametrize(
    ("lang", "text", "person", "posts"),
    [
        # whoever succeeds somebody takes their post over
        (
            "en",
            "Ada Moreno has resigned as chief financial officer of Borealis. She will be replaced by Luis Berg.",
            "Luis Berg",
            (None, "CFO"),
        ),
        (
            "pt",
            "Ada Moreira renunciou ao posto de CEO da Vale. Ela será substituída por Tomás Berg, diretor financeiro.",
            "Tomás Berg",
            ("CFO", "CEO"),
        ),
        (
            "de",
            "Ada Moreno, bisher Finanzvorständin von Siemens, löst den Vorstandsvorsitzenden Lukas Berg ab.",
            "Ada Moreno",
            ("CFO", "CEO"),
        ),
        # the post that somebody had until a promotion stands beside the name
        (
            "fr",
            "Orange a promu Ada Moreno, directrice financière, au poste de directrice générale.",
            "Ada Moreno",
            ("CFO", "CEO"),
        ),
        # the age behind a name ends no description
        (
            "de",
            "Ada Moreno (41), bislang Finanzvorständin von Siemens, ist zu Google gewechselt.",
            "Ada Moreno",
            ("CFO", None),
        ),
        (
            "de",
            "Ada Moreno, 56, bislang Finanzvorständin von Siemens, ist zu Google gewechselt.",
            "Ada Moreno",
            ("CFO", None),
        ),
        # what a sentence calls whom the one before spoke of
        (
            "fr",
            "Ada Moreno quitte Orange. La directrice financière a annoncé son départ lundi.",
            "Ada Moreno",
            ("CFO", None),
        ),
        # the post rather than the founding
        (
            "en",
            "Ada Moreno, co-founder and chief executive of Borealis, has left the company.",
            "Ada Moreno",
            ("co-founder and CEO", None),
        ),
        # as what people are counted who are named afterwards
        (
            "pt",
            "A Meta contratou dois pesquisadores da OpenAI. Ada Moreira e Tomás Berg trabalhavam em Zurique.",
            "Tomás Berg",
            ("researcher", None),
        ),
        # verbs of leading tell a post, with what is led
        (
            "de",
            "Ada Moreno, die bei Siemens die Entwicklung leitete, geht zu Google.",
            "Ada Moreno",
            ("head of development", None),
        ),
        (
            "pt",
            "Ada Moreira, que dirigia a pesquisa da Petrobras, foi para a Google.",
            "Ada Moreira",
            ("head of research", None),
        ),
        # several founders are co-founders, one is not
        ("en", "Ada Moreno and Luis Berg founded Quanta Labs in 2020.", "Luis Berg", (None, "co-founder")),
        ("en", "Ada Moreno founded Quanta Labs in 2020.", "Ada Moreno", (None, "founder")),
    ],
)
def test_posts_are_settled_with_other_moves(
    lang: str, text: str, person: str, posts: tuple[str | None, str | None]
) -> None:
    assert _posts(lang, text)[person] == posts


def _positions(lang: str, text: str) -> list[tuple[str, str | None, str | None, str]]:
    found = understand(make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True)))
    drafts = compose(found.events, found.ties, found.topic, found.places, HARDLY_SURE)
    claims = position_claims(found, drafts)
    return [
        (claim.person.mention, claim.org.mention if claim.org else None, claim.role, claim.when) for claim in claims
    ]


def test_whom_somebody_succeeds_held_the_post() -> None:
    text = "Siemens appointed Ada Moreno as chief technology officer. She succeeds Luis Berg."
    assert ("Luis Berg", "Siemens", "CTO", "past") in _positions("en", text)


def test_a_post_of_another_outlet_describes_nobody_here() -> None:
    text = "Ada Moreno verlässt Siemens. Dem Bloomberg-Reporter zufolge geht sie im Mai."
    assert not any(role == "reporter" for _, _, role, _ in _positions("de", text))


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ("head", "head of research", "head of research"),
        ("head", "CTO", "CTO"),
        ("CTO", "head", "CTO"),
        ("director of sales", "sales director", "director of sales"),
        (None, "head", "head"),
        ("CEO", None, "CEO"),
    ],
)
def test_the_more_exact_wording_of_a_post_is_kept(one: str | None, other: str | None, kept: str) -> None:
    assert sharper(one, other) == kept


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Ada Moreno and Luis Berg founded Quanta. Both have now left Quanta for Borealis.",
        ),
        (
            "es",
            "Ada Moreno y Luis Berg fundaron Quanta. Ahora ambos dejan Quanta para fichar por Borealis.",
        ),
    ],
)
def test_a_founding_that_comes_before_the_news_has_not_the_day_of_the_news(lang: str, text: str) -> None:
    moves = {(move.person.mention, move.kind): move.date for move in claims_of(text, lang)}
    assert moves["Ada Moreno", "found"] is None
    assert moves["Ada Moreno", "move"] is not None


def test_a_founding_that_is_the_news_keeps_its_month() -> None:
    (move,) = claims_of("Ada Moreno left Google and founded Quanta.", "en")
    assert (move.kind, move.date) == ("found", "2025-06")


def test_who_does_the_same_with_another_firm_does_not_found_it() -> None:
    story = json.loads((examples_folder() / "es" / "salidas-thinking-machines.json").read_text(encoding="utf-8"))
    drafts, _ = draft_candidates(Document(story["text"], "a", "es", story["title"], story["published"]))
    going = [draft for draft in drafts if draft.event.trigger.event == "follow" and draft.to_org is not None]
    goals = {(draft.kind, draft.to_org.name) for draft in going if draft.to_org is not None}
    assert ("move", "OpenAI") in goals
    assert ("found", "OpenAI") not in goals
