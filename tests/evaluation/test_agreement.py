"""When a claim says what an annotation says."""

from __future__ import annotations

import pytest

from talentflow.evaluation.agreement import Agreement, dates_agree, mentions_overlap, pair_up, posts_agree
from talentflow.model import EntityMention, MoveClaim, PositionClaim
from talentflow.registry import load_registry


def named(name: str | None, mention: str | None = None) -> EntityMention:
    return EntityMention("", name, mention or name or "")


@pytest.fixture(scope="module")
def agreement() -> Agreement:
    return Agreement(load_registry())


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        (named("Léa Guérin"), named("Lea Guerin", "léa"), True),
        (named("Mira Murati", "ميرا موراتي"), named("Meera Murati", "موراتي"), True),
        (named("Mira Murati", "ميرا موراتي"), named("Meera Morati", "مورات"), False),
        (named("Wei Zhang", "张伟"), named(None, "张伟博士"), True),
        (named("Wei Zhang", "张伟"), named("X", "张"), False),  # a family name alone
        (named("Meta"), named("FAIR"), True),  # a unit is its owner's
        (named("Google"), named("Google DeepMind"), True),
        (named("Meta"), named("Instagram"), False),  # an owner with another name
        (named("OpenAI"), named("Anthropic"), False),
        (named(None, "his start-up"), named(None, "a new company"), True),
        (named(None, "his start-up"), named("Borealis"), False),
        (None, None, True),
        (None, named("OpenAI"), False),
        (named("OpenAI"), None, False),
    ],
)
def test_says_which_names_are_one(
    agreement: Agreement, gold: EntityMention | None, found: EntityMention | None, same: bool
) -> None:
    assert agreement.same(gold, found) is same


def test_a_move_is_right_with_both_ends_and_half_right_with_one(agreement: Agreement) -> None:
    gold = MoveClaim(named("Ada Moreno"), named("Borealis"), named("Quanta"), "move")
    half = MoveClaim(named("Ada Moreno"), None, named("Quanta"), "join")
    other = MoveClaim(named("Ivo Blanc"), named("Borealis"), named("Quanta"), "move")
    assert agreement.strict(gold, gold)
    assert not agreement.strict(gold, half)
    assert agreement.relaxed(gold, half)
    assert not agreement.relaxed(gold, other)
    left = MoveClaim(named("Ada Moreno"), named("Borealis"), None, "leave")
    arrived = MoveClaim(named("Ada Moreno"), None, None, "join")
    assert not agreement.relaxed(left, arrived)  # that neither tells the other end is no agreement


def test_a_position_is_a_person_at_an_organization(agreement: Agreement) -> None:
    gold = PositionClaim(named("Ada Moreno"), named("Quanta"), "CEO", "current")
    assert agreement.same_position(gold, PositionClaim(named("Ada Moreno"), named("Quanta"), "chair", "past"))
    assert not agreement.same_position(gold, PositionClaim(named("Ada Moreno"), None, "CEO", "current"))


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("barret zoph", "zoph", True),
        ("barret zoph", "barret metz", False),
        ("yi li", "li", False),  # too short to tell
        ("ميرا موراتي", "موراتي", True),
        ("李飞飞", "飞飞", True),
        ("李飞飞", "飞", False),
        ("", "zoph", False),
    ],
)
def test_mentions_overlap_by_whole_words(one: str, other: str, overlap: bool) -> None:
    assert mentions_overlap(one, other) is overlap
    assert mentions_overlap(other, one) is overlap


@pytest.mark.parametrize(
    ("gold", "found", "agree"),
    [
        ("chief executive officer", "CEO", True),
        ("co-founder", "cofounder", True),
        ("VP of research", "vice president of research", True),
        ("head of AI", "head of artificial intelligence", True),
        ("chief scientist", "scientist", True),
        ("chief scientist", "chief financial officer", False),
        ("engineer", None, False),
        ("engineer", "", False),
    ],
)
def test_posts_agree_by_half_of_their_words(gold: str, found: str | None, agree: bool) -> None:
    assert posts_agree(gold, found) is agree


@pytest.mark.parametrize(
    ("gold", "found", "agree"),
    [
        ("2026-01-14", "2026-01", True),
        ("2026", "2026-01-14", True),
        ("2026-01", "2026-02", False),
        ("2026-01", None, False),
    ],
)
def test_dates_agree_when_one_is_the_other_more_exactly(gold: str, found: str | None, agree: bool) -> None:
    assert dates_agree(gold, found) is agree


def test_pairs_as_many_as_can_be() -> None:
    # The first could take either claim; the second only the one that the first likes best.
    likes = {("a", "x"), ("a", "y"), ("b", "x")}
    assert pair_up(["a", "b"], ["x", "y"], lambda one, other: (one, other) in likes) == {0: 1, 1: 0}


def test_pairs_the_nearest_where_there_is_a_choice() -> None:
    nearness = {"x": 1.0, "y": 2.0}
    assert pair_up(["a"], ["x", "y"], lambda one, other: True, lambda one, other: nearness[other]) == {0: 1}
    assert pair_up([], ["x"], lambda one, other: True) == {}
