"""Posts and positions as the network weighs them: what it is asked, what it answers, and what becomes of the claims."""

from __future__ import annotations

import math

import numpy
import pytest

from talentflow.model import Document
from talentflow.reader.careers.career import compose
from talentflow.reader.claims.employment import Care, chosen_post, load_care, weigh_positions, weigh_posts
from talentflow.reader.claims.presenting import position_claims
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.events.drafts import Draft
from talentflow.reader.relations.answers import ask
from talentflow.reader.relations.post_answers import HELD, TAKEN, PostAnswers
from talentflow.reader.relations.posts_asked import MOST_PAIRS, PostsAsked, posts_asked
from talentflow.reader.relations.questions import Questions, questions_of
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

TEXT = "Ada Moreno, chief scientist of Borealis Systems, met Tom Berg, a senior vice president of Google."


def understood(text: str, lang: str = "en") -> Understanding:
    """A text published in June 2025 with its people and organizations."""
    return understand(make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang)))


def asked(text: str, lang: str = "en") -> tuple[Understanding, Questions, PostsAsked]:
    """What is asked of a text that names somebody."""
    found = understood(text, lang)
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    return found, questions, posts_asked(found.page, questions, found.ties, found.events)


def answered(
    questions: Questions,
    about: PostsAsked,
    *,
    works: dict[tuple[int, int], float],
    ends: dict[tuple[int, int, int], float],
) -> PostAnswers:
    """Answers by hand: `works` by question and organization in log-odds, `ends` by pair, organization and end."""
    count, orgs = len(questions.whose), len(questions.organizations)
    raw = {
        "works": numpy.full((count, orgs, 2), -30.0), "ends": numpy.full((len(about.pairs), orgs, 2), -30.0),
        "none": numpy.zeros((count, orgs, 2)),
    }  # fmt: skip
    for (question, org), odds in works.items():
        raw["works"][question, org, 0] = odds
    for place, weight in ends.items():
        raw["ends"][place] = weight
    return PostAnswers(questions, about, raw)


def test_each_post_is_asked_about_for_each_person_of_its_sentence():
    _, questions, about = asked(TEXT)
    rows = [
        (questions.people[questions.whose[question]].name, about.posts[post].post.english)
        for question, post in about.pairs.tolist()
    ]
    assert sorted(rows) == [
        ("Ada Moreno", "chief scientist"), ("Ada Moreno", "senior vice president"),
        ("Tom Berg", "chief scientist"), ("Tom Berg", "senior vice president"),
    ]  # fmt: skip


def test_figures_say_who_and_what_stands_nearest_to_a_post():
    _, questions, about = asked(TEXT)
    nearest = {
        (questions.people[questions.whose[question]].name, about.posts[post].post.english): bool(numbers[2])
        for (question, post), numbers in zip(about.pairs.tolist(), about.pair_numbers, strict=True)
    }
    assert nearest["Ada Moreno", "chief scientist"]
    assert not nearest["Tom Berg", "chief scientist"]
    assert nearest["Tom Berg", "senior vice president"]


@pytest.mark.parametrize(
    ("text", "lang", "post"),
    [
        (TEXT, "en", "chief scientist"),
        ("ليلى حداد، كبيرة العلماء في شركة OpenAI، انضمت إلى Meta.", "ar", "كبيرة العلماء"),
        ("OpenAI首席科学家王小明已加入Meta。", "zh", "首席科学家"),
    ],
)
def test_posts_stand_where_they_are_worded(text, lang, post):
    _, questions, about = asked(text, lang)
    assert post in {questions.text[placed.stretch[0] : placed.stretch[1]] for placed in about.posts}


def test_a_page_of_hundreds_of_posts_is_bounded():
    text = " ".join(
        f"Ada Moreno, chief scientist of Google, met Tom Berg, director of Meta, in {y}." for y in range(900)
    )
    _, questions, about = asked(text)
    assert 0 < len(about.pairs) <= MOST_PAIRS + 8
    assert about.place_numbers.shape[:2] == (len(about.pairs), len(questions.organizations))


def test_a_sentence_without_posts_gives_no_pairs_and_answers_all_the_same():
    found, _, about = asked("Ada Moreno works for Borealis Systems.")
    assert len(about.pairs) == 0
    answers = ask(found.page, found.topic)
    assert answers is not None
    said = answers.of_posts(found.page, found.ties, found.events)
    assert said is not None
    (employment,) = said.employments(0.0)
    assert said.post(employment.person, employment.org, HELD)[0] is None


def test_somebody_works_where_any_sentence_tells_it():
    _, questions, about = asked("Ada Moreno, an engineer, works for Google. She likes Google.")
    said = answered(questions, about, works={(0, 0): 0.0, (1, 0): 0.0}, ends={})
    (employment,) = said.employments(0.1)
    assert employment.chance == pytest.approx(0.75)
    assert not employment.is_past
    assert list(said.employments(0.8)) == []


def test_the_likeliest_post_is_told_and_none_where_none_weighs_more():
    _, questions, about = asked(TEXT)
    ada, borealis = questions.people[0], questions.organizations[0]
    pair = next(
        number for number, (question, post) in enumerate(about.pairs.tolist())
        if questions.whose[question] == 0 and about.posts[post].post.english == "chief scientist"
    )  # fmt: skip
    said = answered(questions, about, works={}, ends={(pair, 0, HELD): math.log(3)})
    placed, chance = said.post(ada, borealis, HELD)
    assert (placed.post.english, chance) == ("chief scientist", pytest.approx(0.75))
    assert said.post(ada, borealis, TAKEN) == (None, pytest.approx(1.0))


CARE = Care(against=0.6, alone=0.4, nothing=0.8, employed=0.5, doubted=0.1, sure=1.0, sure_bias=0.0)


@pytest.mark.parametrize(
    ("own", "found", "chance", "chosen"),
    [
        ("CEO", "CTO", 0.7, "CTO"),
        ("CEO", "CTO", 0.5, "CEO"),
        (None, "CTO", 0.5, "CTO"),
        (None, "CTO", 0.3, None),
        ("CEO", None, 0.9, None),
        ("CEO", None, 0.7, "CEO"),
        ("founder", None, 0.9, "founder"),  # which the page does not word
    ],
)
def test_which_post_is_chosen(own, found, chance, chosen):
    assert chosen_post(own, found, chance, frozenset({"CEO", "CTO"}), CARE) == chosen


def _drafts(found: Understanding) -> list[Draft]:
    return compose(found.events, found.ties, found.topic, found.places, 0.3)


def test_a_mover_leaves_the_post_that_the_network_is_sure_of():
    text = "Ada Moreno has left Google for Meta. The engineer will be head of research there."
    found, questions, about = asked(text)
    pairs = {about.posts[post].post.english: n for n, (_, post) in enumerate(about.pairs.tolist())}
    google, meta = (
        next(n for n, o in enumerate(questions.organizations) if o.name == name) for name in ("Google", "Meta")
    )
    drafts = _drafts(found)
    ends = {(pairs["engineer"], google, HELD): 9.0, (pairs["head of research"], meta, TAKEN): 9.0}
    weigh_posts(drafts, answered(questions, about, works={}, ends=ends), found.ties)
    assert [(draft.role_from, draft.role_to) for draft in drafts] == [("engineer", "head of research")]


def test_positions_are_doubted_and_added_with_their_sentence():
    text = "Ada Moreno, chief scientist of Google, met Tom Berg. Berg keeps an office at Meta."
    found, questions, about = asked(text)
    own = position_claims(found, [])
    assert [(one.person.name, one.org.name) for one in own] == [("Ada Moreno", "Google")]
    meta = next(n for n, org in enumerate(questions.organizations) if org.name == "Meta")
    question = next(
        n for n, sentence in enumerate(questions.sentences)
        if questions.people[questions.whose[n]].name == "Tom Berg" and "office" in text[sentence.start : sentence.end]
    )  # fmt: skip
    said = answered(questions, about, works={(question, meta): 5.0}, ends={})
    (added,) = weigh_positions(own, found, [], said)
    assert (added.person.name, added.org.name, added.when) == ("Tom Berg", "Meta", "current")
    assert [span.quote for span in added.evidence] == ["Berg keeps an office at Meta."]
    assert 0 < added.confidence < 1


def test_the_shipped_thresholds_are_chances():
    care = load_care()
    assert 0 <= care.doubted <= care.employed <= 1
    assert care.sure > 0


def test_every_position_has_its_words():
    document = Document(f"{TEXT} Ada Moreno left Borealis Systems on Monday.", "a", "en", "", "2025-06-11")
    reading = EmbeddedReader().read(document)
    assert reading.positions
    for position in reading.positions:
        for span in position.evidence:
            assert document.text[span.start : span.end] == span.quote


def _weighed(text: str, wording: str, org: str, end: int) -> list[tuple[str | None, str | None]]:
    """The posts of the moves of a text where the network is sure that somebody held or took a post somewhere."""
    found, questions, about = asked(text)
    place = next(n for n, one in enumerate(questions.organizations) if one.name == org)
    pairs = [n for n, (_, post) in enumerate(about.pairs.tolist()) if about.posts[post].post.english == wording]
    drafts = _drafts(found)
    weigh_posts(drafts, answered(questions, about, works={}, ends=dict.fromkeys(((n, place, end) for n in pairs), 9.0)),
                found.ties)  # fmt: skip
    return [(draft.role_from, draft.role_to) for draft in drafts]


def test_what_a_later_move_takes_is_no_post_of_an_arrival_years_ago():
    text = "Ada Moreno was named chief executive of Google on Monday. Moreno had come to Google from Meta in 2011."
    moves = _weighed(text, "CEO", "Google", TAKEN)
    assert [role_to for _, role_to in moves] == ["CEO", None]


def test_what_is_told_of_one_employer_is_no_post_at_another():
    text = "Ada Moreno, chief financial officer of Google, has joined Meta."
    assert [role_to for _, role_to in _weighed(text, "CFO", "Meta", TAKEN)] == [None]


def test_what_stands_beside_the_name_of_somebody_else_is_theirs():
    text = "Tom Berg, chief scientist of Google, spoke on Monday. Ada Moreno has left Google for Meta. She said little."
    assert _weighed(text, "chief scientist", "Google", HELD) == [(None, None)]
