"""The figures of a reader, counted by hand."""

from __future__ import annotations

import pytest

from talentflow.evaluation import Agreement, Annotated, Tally, average
from talentflow.model import Document, EntityMention, MoveClaim, PositionClaim, Reading
from talentflow.registry import Registry


def named(name: str) -> EntityMention:
    return EntityMention("", name, name)


ADA, IVO, QUANTA, BOREALIS = named("Ada Moreno"), named("Ivo Blanc"), named("Quanta"), named("Borealis")


def gold() -> Annotated:
    return Annotated(
        Document(text="…", id="one", lang="en"),
        moves=(
            MoveClaim(ADA, BOREALIS, QUANTA, "move", role_to="chief scientist", date="2026-01"),
            MoveClaim(IVO, BOREALIS, None, "leave", status="rumored"),
        ),
        positions=(PositionClaim(ADA, BOREALIS, "engineer", "past"),),
    )


def reading(*moves: MoveClaim, positions: tuple[PositionClaim, ...] = ()) -> Reading:
    return Reading("one", "en", "test", moves=moves, positions=positions)


def test_counts_by_hand() -> None:
    tally = Tally(Agreement(Registry()))
    pairs = tally.add(
        gold(),
        reading(
            MoveClaim(IVO, BOREALIS, QUANTA, "move"),  # its end is told by nobody
            MoveClaim(ADA, BOREALIS, QUANTA, "found", role_to="scientist", date="2026-01-14"),
            MoveClaim(ADA, None, BOREALIS, "join"),
            positions=(PositionClaim(ADA, BOREALIS, None, "past"), PositionClaim(IVO, QUANTA, None, "current")),
        ),
    )
    assert pairs == {0: 1}
    figures = tally.figures()
    assert (figures.articles, figures.gold, figures.found) == (1, 2, 3)
    assert figures.precision == pytest.approx(1 / 3)
    assert figures.recall == pytest.approx(1 / 2)
    assert figures.strict == pytest.approx(2 / 5)
    assert figures.relaxed == pytest.approx(4 / 5)
    assert (figures.kind, figures.status, figures.posts, figures.dates) == (0.0, 1.0, 1.0, 1.0)
    assert figures.positions == pytest.approx(2 / 3)


def test_nothing_to_find_and_nothing_found_is_no_figure() -> None:
    tally = Tally(Agreement(Registry()))
    tally.add(Annotated(Document(text="…", id="none", lang="en")), reading())
    figures = tally.figures()
    assert (figures.precision, figures.recall, figures.strict, figures.positions) == (None, None, None, None)


def test_of_two_moves_of_one_person_those_of_one_kind_pair_up() -> None:
    tally = Tally(Agreement(Registry()))
    article = Annotated(Document(text="…", id="x", lang="en"), moves=(MoveClaim(ADA, QUANTA, QUANTA, "change"),))
    claims = (MoveClaim(ADA, QUANTA, QUANTA, "move"), MoveClaim(ADA, QUANTA, QUANTA, "change"))
    assert tally.add(article, reading(*claims)) == {0: 1}
    assert tally.figures().kind == 1.0


def test_the_average_hides_no_language() -> None:
    large, small = Tally(Agreement(Registry())), Tally(Agreement(Registry()))
    for _ in range(9):
        large.add(gold(), reading(*gold().moves))
    small.add(gold(), reading())
    mean = average([large.figures(), small.figures()])
    assert (mean.articles, mean.gold, mean.strict, mean.recall) == (10, 20, 0.5, 0.5)
    assert mean.precision == 1.0  # of the language that found anything
