"""The last look at the drafts: what both sides say of each beside its rivals, and what comes of it."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentflow.model import Document
from talentflow.reader.careers.career import weighed
from talentflow.reader.claims.last_look import FLOOR, Candidate, calibrate, candidates_of, load_judge, look_last
from talentflow.reader.claims.second_look import look_again
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.events.drafts import Draft
from talentflow.reader.learnt.weights import log_odds
from talentflow.reader.relations.answers import KINDS, STATUSES, Answers
from talentflow.reader.relations.questions import questions_of
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

PLAIN = "Ada Moreno has left Borealis Systems. She joins Google."
UNPHRASED = "Ada Moreno of Borealis Systems now sits at a desk of Google. Berg has resigned from Borealis Systems."
SURE, UNSURE = 6.0, -6.0


def understood(text: str) -> Understanding:
    return understand(make_page(Document(text, "a", "en", "", "2025-06-11"), lexicon_for("en")))


def answered(found: Understanding, told: float, person: int = 0, start: int = 1, goal: int = 2) -> Answers:
    """Answers by hand: of one person the first question tells, with log-odds `told`, one move."""
    questions = questions_of(found.page, found.topic)
    assert questions is not None
    count, choices = len(questions.whose), len(questions.organizations) + 1
    raw = {
        "told": numpy.full((count, 1), -30.0),
        **{end: numpy.zeros((count, 1, choices)) for end in ("from", "to")},
        "kind": numpy.zeros((count, 1, len(KINDS))), "status": numpy.zeros((count, 1, len(STATUSES))),
    }  # fmt: skip
    first = questions.whose.index(person)
    raw["told"][first, 0] = told
    raw["from"][first, 0, start] = raw["to"][first, 0, goal] = 50.0
    raw["kind"][first, 0, KINDS.index("move")] = 9.0
    return Answers(questions, raw)


def looked_at(text: str, told: float, least: float = 0.3) -> tuple[Understanding, Answers, list[Draft]]:
    found = understood(text)
    answers = answered(found, told)
    drafts = weighed(
        found.events, found.ties, found.topic, found.places,
        lambda judged: look_again(found, answers, least, judged),
    )  # fmt: skip
    return found, answers, drafts


def of_move(candidates: list[Candidate], start: str | None, goal: str | None) -> Candidate:
    """What is said of one move of Ada Moreno's, by the draft that is surest."""
    own = [
        candidate
        for candidate in candidates
        for one in [candidate.draft or candidate.told]
        if one is not None
        and one.person.name == "Ada Moreno"
        and (one.from_org and one.from_org.name, one.to_org and one.to_org.name) == (start, goal)
    ]
    return max(own, key=lambda candidate: candidate.figures["both"])


def test_a_draft_is_seen_with_what_both_sides_say_and_its_rivals() -> None:
    candidates = candidates_of(*looked_at(PLAIN, SURE))
    move, leave = of_move(candidates, "Borealis Systems", "Google"), of_move(candidates, "Borealis Systems", None)
    assert move.figures["told"] == pytest.approx(SURE, abs=0.1)
    assert (move.figures["draft"], move.figures["kind=move"], move.figures["goal open"]) == (1.0, 1.0, 0.0)
    assert move.figures["kind told"] > 0.9
    assert move.figures["own"] > 0 > leave.figures["told"]
    assert leave.figures["told other goal"] == move.figures["told"]
    assert leave.figures["other goal"] >= move.figures["both"]
    assert leave.figures["goal open"] == 1.0


def test_what_the_encoder_was_not_asked_about_is_as_unlikely_as_can_be() -> None:
    figures = of_move(candidates_of(*looked_at(PLAIN, UNSURE)), "Borealis Systems", "Google").figures
    assert figures["told only joined"] == figures["told rising"] == pytest.approx(log_odds(FLOOR, FLOOR))


def test_a_move_without_a_phrase_is_weighed_too() -> None:
    found, answers, drafts = looked_at(UNPHRASED, SURE, least=0.999)  # the mixture alone adds nothing
    assert all(draft.to_org is None or draft.to_org.name != "Google" for draft in drafts)
    alone = of_move(candidates_of(found, answers, drafts), "Borealis Systems", "Google")
    assert alone.draft is None
    assert "draft" not in alone.figures
    added = [draft for draft in look_last(found, answers, 0.0, drafts) if draft not in drafts]
    assert [(draft.person.name, draft.to_org and draft.to_org.name) for draft in added] == [("Ada Moreno", "Google")]
    assert look_last(found, answers, 1.0, drafts) == drafts


def test_no_draft_is_lost_and_each_is_a_chance() -> None:
    found, answers, drafts = looked_at(PLAIN, SURE)
    after = look_last(found, answers, 0.3, drafts)
    assert set(map(id, drafts)) <= set(map(id, after))
    assert all(0.0 < draft.confidence < 1.0 for draft in after)


def test_the_surer_the_encoder_the_surer_the_claim() -> None:
    sure = [
        max(draft.confidence for draft in look_last(*looked_at(PLAIN, told)[:2], 0.3, looked_at(PLAIN, told)[2]))
        for told in (UNSURE, 0.0, SURE)
    ]
    assert sure == sorted(sure)
    assert sure[-1] - sure[0] > 0.1


figure = st.floats(-9.2, 9.2)


@given(figure, figure, figure, st.floats(0, 1), st.sampled_from(("own", "both", "told")), st.floats(0, 5))
def test_the_surer_either_side_the_surer_the_outcome(
    own: float, both: float, told: float, kind: float, name: str, more: float
) -> None:
    figures = {"draft": 1.0, "own": own, "both": both, "told": told, "kind told": kind, "kind=move": 1.0}
    judge = load_judge()
    assert judge.weigh(figures | {name: figures[name] + more}) >= judge.weigh(figures)


def test_calibrating_keeps_the_order() -> None:
    _, _, drafts = looked_at(PLAIN, SURE)
    drafts.sort(key=lambda draft: draft.confidence)
    before = [draft.confidence for draft in drafts]
    calibrate(drafts)
    after = [draft.confidence for draft in drafts]
    assert after == sorted(after)
    assert after != before
