from __future__ import annotations

from dataclasses import replace

import pytest

from talentflow.ledger import build_moves
from talentflow.ledger.history import agreeing
from talentflow.model import LedgerClaim
from tests.ledger.make import claim


@pytest.mark.parametrize(
    ("told", "steps"),
    [
        ("rumored done", "rumored done"),
        ("done rumored", "done"),
        ("done done", "done"),
        ("rumored denied", "rumored denied"),
        ("rumored denied rumored", "rumored denied"),
        ("rumored denied done", "rumored denied done"),
        ("denied planned done", "denied planned done"),
        ("planned rumored done", "planned done"),
        ("done denied", "done denied"),
        ("done done denied", "done"),
        ("done done denied denied", "done denied"),
        ("done denied done", "done denied done"),
        ("done declined", "done"),
    ],
)
def test_steps_follow_publication(told: str, steps: str) -> None:
    claims = [
        claim(f"a{day}", "Ada: Borealis > Quanta", status=status, published=f"2025-03-{day + 10}")
        for day, status in enumerate(told.split())
    ]
    (move,) = build_moves(reversed(claims))
    assert " ".join(step.status for step in move.history) == steps
    assert move.status == steps.split()[-1]


@pytest.mark.parametrize(
    ("denial", "status"),
    [
        pytest.param(
            claim("b", "Ada: Borealis > Quanta", status="denied", published="2025-03-12"), "denied", id="plain"
        ),
        pytest.param(
            claim("b", "Ada: Borealis > Quanta", status="denied", published="2025-03-12", confidence=0.5),
            "done",
            id="not surely read",
        ),
        pytest.param(
            claim("b", "Ada: Borealis > Quanta", status="denied", published="2025-03-08"),
            "done",
            id="of the day before",
        ),
    ],
)
def test_a_denial_takes_back_what_one_newsroom_told_too_soon(denial: LedgerClaim, status: str) -> None:
    told = claim("a", "Ada: Borealis > Quanta", origin="x")
    copy = claim("c", "Ada: Borealis > Quanta", origin="x", published="2025-03-11")
    for claims in ([told, copy, denial], [denial, copy, told]):
        (move,) = build_moves(claims)
        assert (move.status, move.origins) == (status, 1)
        assert {"a", "b", "c"} == set(move.articles)


def test_on_one_day_the_rumour_comes_before_the_fact() -> None:
    (move,) = build_moves(
        [claim("a", "Ada: Borealis > Quanta"), claim("b", "Ada: Borealis > Quanta", status="rumored")]
    )
    assert [(step.status, step.article) for step in move.history] == [("rumored", "b"), ("done", "a")]


def test_sources_that_disagree_about_how_stand_side_by_side() -> None:
    (move,) = build_moves(
        [
            claim("a", "Ada: Borealis >", how="dismissed", according_to=("Ada",)),
            claim("b", "Ada: Borealis >", how="resigned", according_to=("Borealis",)),
        ]
    )
    assert [(account.how, account.according_to) for account in move.accounts] == [
        ("dismissed", ("Ada",)),
        ("resigned", ("Borealis",)),
    ]


@pytest.mark.parametrize(
    ("second", "disputed"),
    [
        (claim("b", "Ada: Borealis >", how="dismissed"), False),
        (claim("b", "Ada: Borealis >"), False),
        (claim("b", "Ada: Borealis >", according_to=("Ada",)), False),
        (claim("b", "Ada: Borealis >", according_to=("Ada", "Borealis")), True),
        (claim("b", "Ada: Borealis >", how="resigned"), True),
    ],
)
def test_when_how_is_disputed(second: LedgerClaim, disputed: bool) -> None:
    (move,) = build_moves([claim("a", "Ada: Borealis >", how="dismissed"), second])
    assert bool(move.accounts) is disputed


def test_a_newsroom_is_no_side() -> None:
    first = claim("a", "Ada: Borealis >", how="resigned", publisher="Harbour Ledger")
    told = claim("b", "Ada: Borealis >", according_to=("harbour ledger", "Ada"))
    heard = claim("b", "Ada: Borealis >", according_to=("Harbour Ledger", "Ada", "Borealis"))
    assert build_moves([first, told])[0].accounts == ()
    assert len(build_moves([first, heard])[0].accounts) == 2


@pytest.mark.parametrize(
    ("dates", "versions"),
    [
        (("2021", "2022"), ["2021", "2022"]),
        (("2021-10", "2021", "2022"), ["2021-10", "2022"]),
        (("2021", "2021-10"), []),
        (("2021-12-20", "2022-01-05"), []),
        ((None, "2021"), []),
    ],
)
def test_sources_that_disagree_about_the_year(dates: tuple[str | None, ...], versions: list[str]) -> None:
    claims = [claim(f"a{number}", "Ada: Borealis > Quanta", date=date) for number, date in enumerate(dates)]
    (move,) = build_moves(claims)
    assert [account.when for account in move.accounts] == versions


@pytest.mark.parametrize(
    ("told", "versions"),
    [
        ("x 2021, x 2022", []),  # two sentences of one text: one of them is read wrongly
        ("x 2021, y 2022", ["2021", "2022"]),
        ("x 2021, x 2022, y 2022", []),  # and here it is seen which
        ("x 2021, x 2022, y 2022, z 2021", ["2021", "2022"]),
        ("x 2021, y 2021, z 2022, z 2023", ["2021", "2022"]),
    ],
)
def test_one_text_does_not_disagree_with_itself(told: str, versions: list[str]) -> None:
    claims = [
        claim(f"a{number}", "Ada: Borealis > Quanta", origin=origin, date=date)
        for number, (origin, date) in enumerate(one.split() for one in told.split(", "))
    ]
    for order in (claims, claims[::-1]):
        (move,) = build_moves(order)
        assert [account.when for account in move.accounts] == versions


@pytest.mark.parametrize(
    ("statuses", "status"),
    [
        ("done rumored", "rumored"),
        ("done done rumored", "done"),
        ("planned done", "planned"),
        ("denied denied done", "denied"),
    ],
)
def test_one_text_that_was_read_in_two_ways_has_one_status(statuses: str, status: str) -> None:
    claims = [
        claim(f"a{number}", "Ada: Borealis > Quanta", status=one, origin="x")
        for number, one in enumerate(statuses.split())
    ]
    (move,) = build_moves(claims)
    assert [step.status for step in move.history] == [status]
    assert len(move.claims) == len(claims)


@pytest.mark.parametrize(
    ("then", "now", "status", "origins"),
    [
        ("2025-09", "2025-12-17", "done", 1),
        ("2025-12", "2025-12-17", "denied", 0),  # two readings of one sentence: the more careful stands
        (None, "2025-12-17", "denied", 0),
        ("2025-12-20", "2025-09", "denied", 0),
    ],
)
def test_an_article_that_tells_of_a_denial_and_of_what_came_of_it_has_the_last_word(
    then: str | None, now: str, status: str, origins: int
) -> None:
    said = claim("a", "Ada: Borealis > Quanta", status="denied", date=then, published="2025-12-18")
    came = replace(said, id="b", status="done", date=now)
    (move,) = build_moves([said, came])
    assert [step.status for step in move.history] == [status]
    assert sum(claim.status == "done" for claim in agreeing([said, came])) == origins


def test_that_somebody_has_left_makes_it_no_surer_where_they_are_said_to_go() -> None:
    (move,) = build_moves(
        [claim("a", "Ada: Borealis >"), claim("b", "Ada: Borealis > Quanta", kind="found", status="rumored")]
    )
    assert (move.to_org, move.status) == ("Quanta", "rumored")


@pytest.mark.parametrize(
    ("left", "steps"),
    [
        ("2025-03-20", "planned done"),  # as was planned
        ("2025-03-10", "planned done"),
        (None, "planned done"),
        ("2025-03-01", "planned"),  # first she left, then she was expected there: she may go elsewhere
    ],
)
def test_a_plan_is_carried_out_by_a_leaving_that_is_told_after_it(left: str | None, steps: str) -> None:
    told = [
        claim("a", "Ada: Borealis >", published=left),
        claim("b", "Ada: Borealis > Quanta", status="planned"),
    ]
    for order in (told, told[::-1]):
        (move,) = build_moves(order)
        assert " ".join(step.status for step in move.history) == steps
        assert (move.status, move.origins) == (steps.split()[-1], 2)
