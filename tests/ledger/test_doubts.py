from __future__ import annotations

from itertools import permutations

import pytest

from talentflow.ledger import build_moves
from talentflow.model import LedgerClaim
from tests.ledger.make import claim


def shown(claims: list[LedgerClaim]) -> list[str]:
    """The moves with how many origins tell each, the same for every order of the claims."""
    (found,) = {
        tuple(sorted(f"{move.kind} {move.from_org} > {move.to_org}, {move.origins}" for move in build_moves(order)))
        for order in permutations(claims)
    }
    return list(found)


ARRIVAL = [claim("a", "Ada: > Quanta", date="2024"), claim("b", "Ada: > Quanta", date="2024-05")]


@pytest.mark.parametrize(
    ("told", "moves"),
    [
        pytest.param(
            [*ARRIVAL, claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4)],
            ["join None > Quanta, 3"],
            id="one alone, less likely than not, knows where she came from",
        ),
        pytest.param(
            [*ARRIVAL, claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4, kind="found")],
            ["found None > Quanta, 3"],
            id="what was founded stays founded",
        ),
        pytest.param(
            [*ARRIVAL, claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.6)],
            ["move Borealis > Quanta, 3"],
            id="near miss: rather likely",
        ),
        pytest.param(
            [
                *ARRIVAL,
                claim("d", "Ada: > Quanta", date="2024"),
                claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.52),
            ],
            ["join None > Quanta, 4"],
            id="the more say nothing of it, the surer it has to be",
        ),
        pytest.param(
            [*ARRIVAL, claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.52)],
            ["move Borealis > Quanta, 3"],
            id="near miss: with two it is sure enough",
        ),
        pytest.param(
            [ARRIVAL[0], claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4)],
            ["move Borealis > Quanta, 2"],
            id="near miss: only one other tells of it",
        ),
        pytest.param(
            [
                claim("a", "Ada: > Quanta", date="2024", origin="x"),
                claim("b", "Ada: > Quanta", date="2024", origin="x"),
                claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4),
            ],
            ["move Borealis > Quanta, 2"],
            id="near miss: a copy is no second voice",
        ),
        pytest.param(
            [
                *ARRIVAL,
                claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4),
                claim("d", "Ada: Borealis > Quanta", date="2024", confidence=0.4),
            ],
            ["move Borealis > Quanta, 4"],
            id="near miss: two origins give the start",
        ),
        pytest.param(
            [
                *ARRIVAL,
                claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4),
                claim("d", "Ada: Borealis > Quanta", is_hint=True),
            ],
            ["move Borealis > Quanta, 4"],
            id="near miss: or one and a hint of another",
        ),
        pytest.param(
            [
                *ARRIVAL,
                claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4),
                claim("d", "Ada: > Borealis", date="2019"),
            ],
            ["join None > Borealis, 1", "move Borealis > Quanta, 3"],
            id="near miss: another knows that she was there",
        ),
        pytest.param(
            [
                *ARRIVAL,
                claim("c", "Ada: Borealis > Quanta", date="2024", confidence=0.4),
                claim("d", "Ada: Borealis > Quanta", date="2024", origin="c"),
            ],
            ["move Borealis > Quanta, 3"],
            id="near miss: the same text says it surely elsewhere",
        ),
    ],
)
def test_a_start_that_nobody_else_knows(told: list[LedgerClaim], moves: list[str]) -> None:
    assert shown(told) == moves


MOVE = [
    claim("a", "Ada: Borealis > Quanta", date="2024-05"),
    claim("b", "Ada: Borealis > Quanta", date="2024-05-12"),
]


@pytest.mark.parametrize(
    ("told", "moves"),
    [
        pytest.param(
            claim("c", "Ada: Tundra > Quanta", date="2024", confidence=0.6),
            ["move Borealis > Quanta, 3"],
            id="to one place from two: the arrival is still told",
        ),
        pytest.param(
            claim("c", "Ada: Tundra > Quanta", date="2024"),
            ["move Borealis > Quanta, 2", "move Tundra > Quanta, 1"],
            id="near miss: a sure account stays beside the other",
        ),
        pytest.param(
            claim("c", "Ada: Tundra > Quanta", date="2019", confidence=0.6),
            ["move Borealis > Quanta, 2", "move Tundra > Quanta, 1"],
            id="near miss: she came once before",
        ),
        pytest.param(
            claim("c", "Ada: Borealis > Tundra", date="2024-05", confidence=0.6),
            ["move Borealis > Quanta, 3"],
            id="from one place to two: the leaving is still told",
        ),
        pytest.param(
            claim("c", "Ada: Borealis > Tundra", date="2024", confidence=0.6),
            ["move Borealis > Quanta, 2", "move Borealis > Tundra, 1"],
            id="near miss: perhaps in another month",
        ),
        pytest.param(
            claim("c", "Ada: Tundra > Meadow", date="2024-05-20", confidence=0.6),
            ["move Borealis > Quanta, 2"],
            id="elsewhere at the same time",
        ),
        pytest.param(
            claim("c", "Ada: Tundra > Meadow", date="2024-05-20"),
            ["move Borealis > Quanta, 2", "move Tundra > Meadow, 1"],
            id="near miss: that is sure",
        ),
        pytest.param(
            claim("c", "Ada: Tundra > Meadow", date="2024-09", confidence=0.6),
            ["move Borealis > Quanta, 2", "move Tundra > Meadow, 1"],
            id="near miss: some months later",
        ),
        pytest.param(
            claim("c", "Ada: Quanta > Meadow", date="2024-05-30", confidence=0.6),
            ["move Borealis > Quanta, 2", "move Quanta > Meadow, 1"],
            id="near miss: she went on at once",
        ),
        pytest.param(
            claim("c", "Ada: > Meadow", date="2024-05-20", confidence=0.6),
            ["join None > Meadow, 1", "move Borealis > Quanta, 2"],
            id="near miss: a second post is no contradiction",
        ),
        pytest.param(
            claim("c", "Ada: Tundra > Meadow", date="2024-05-20", confidence=0.6, status="rumored"),
            ["move Borealis > Quanta, 2", "move Tundra > Meadow, 1"],
            id="near miss: a rumour is no fact",
        ),
    ],
)
def test_what_cannot_be_true_beside_what_several_tell(told: LedgerClaim, moves: list[str]) -> None:
    assert shown([*MOVE, told]) == moves


@pytest.mark.parametrize("sure", ["", "a", "b"])
def test_of_two_accounts_each_told_by_one_origin_both_stand(sure: str) -> None:
    told = [
        claim("a", "Ada: Borealis > Quanta", date="2024-05", confidence=0.9 if sure == "a" else 0.45),
        claim("b", "Ada: Tundra > Quanta", date="2024-05", confidence=0.9 if sure == "b" else 0.45),
        claim("c", "Ada: Quanta >", date="2025-05"),
    ]
    assert shown(told) == ["leave Quanta > None, 1", "move Borealis > Quanta, 1", "move Tundra > Quanta, 1"]


@pytest.mark.parametrize(
    ("date", "confidence", "count"),
    [
        ("2024", 0.5, 1),
        ("2023-09", 0.5, 1),
        ("2024", 0.7, 2),  # near miss: sure
        ("2020", 0.5, 2),  # near miss: some years before
        (None, 0.5, 2),  # near miss: nobody knows when
    ],
)
def test_nobody_founds_two_companies_at_once(date: str | None, confidence: float, count: int) -> None:
    told = [
        claim("a", "Ada: Borealis > Quanta", kind="found", date="2024-06"),
        claim("b", "Ada: Borealis > Quanta", is_hint=True),
        claim("c", "Ada: > Tundra", kind="found", date=date, confidence=confidence),
        claim("d", "Ada: > Quanta", date="2024", role_to="co-founder"),
    ]
    assert len(shown(told)) == count


def test_what_gives_way_may_still_support_what_another_origin_claims() -> None:
    """Said once more by another origin it is nobody's word alone, and stands again."""
    doubted = claim("c", "Ada: Tundra > Meadow", date="2024-05-20", confidence=0.6)
    again = claim("d", "Ada: Tundra > Meadow", date="2024-05", confidence=0.5)
    assert shown([*MOVE, doubted]) == ["move Borealis > Quanta, 2"]
    assert shown([*MOVE, doubted, again]) == ["move Borealis > Quanta, 2", "move Tundra > Meadow, 2"]
