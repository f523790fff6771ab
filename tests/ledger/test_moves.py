from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentflow.ledger import build_moves
from talentflow.model import LedgerClaim, Move
from tests.ledger.make import claim


def shown(moves: tuple[Move, ...]) -> list[str]:
    return sorted(f"{move.kind} {move.from_org} > {move.to_org}, {move.status}, {len(move.claims)}" for move in moves)


@pytest.mark.parametrize(
    ("claims", "moves"),
    [
        pytest.param(
            [claim("a", "Ada: Borealis >", date="2025-03"), claim("b", "Ada: Borealis > Quanta", date="2025-03-09")],
            ["move Borealis > Quanta, done, 2"],
            id="leaving is a part of moving",
        ),
        pytest.param(
            [claim("a", "Ada: > Quanta", date="2025"), claim("b", "Ada: Borealis > Quanta", date="2025-03")],
            ["move Borealis > Quanta, done, 2"],
            id="so is joining",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis > Quanta"), claim("b", "Ada: > Quanta", kind="found")],
            ["found Borealis > Quanta, done, 2"],
            id="founding and moving to one organization",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", kind="found", date="2021"),
                claim("b", "Ada: Borealis > Quanta", kind="found", date="2024-05"),
                claim("c", "Ada: Borealis > Quanta", date="2021-10"),
            ],
            ["found Borealis > Quanta, done, 3"],
            id="nobody founds one organization twice",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", kind="found", date="2021"),
                claim("b", "Ada: Borealis > Quanta", date="2024-05"),
            ],
            ["found Borealis > Quanta, done, 1", "move Borealis > Quanta, done, 1"],
            id="but may come back to it",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", kind="found", date="2021"),
                claim("b", "Ada: Borealis > Quanta", kind="found", date="2022"),
                claim("c", "Ada: Quanta > Borealis", date="2024-08"),
                claim("d", "Ada: Quanta > Borealis", date="2024"),
                claim("e", "Ada: Quanta > Borealis", date="2021-10", published="2024-08-02", kind="found"),
            ],
            ["found Borealis > Quanta, done, 2", "move Quanta > Borealis, done, 3"],
            id="a return that was given the date of the leaving",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", date="2021-10"),
                claim("b", "Ada: Quanta > Borealis", date="2024-08"),
                claim("c", "Ada: Quanta > Borealis", date="2021-10-30"),
                claim("d", "Ada: Borealis > Quanta", date="2021", origin="a"),
            ],
            [
                "move Borealis > Quanta, done, 2",
                "move Quanta > Borealis, done, 1",
                "move Quanta > Borealis, done, 1",
            ],
            id="where as many tell of either at that time, both stand",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", date="2023-11-17"),
                claim("b", "Ada: Quanta > Borealis", date="2023-11"),
                claim("c", "Ada: Quanta > Borealis", date="2023-11-21"),
            ],
            ["move Borealis > Quanta, done, 1", "move Quanta > Borealis, done, 2"],
            id="there and back within days",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", date="2016"),
                claim("b", "Ada: Quanta > Borealis", date="2019-08"),
                claim("c", "Ada: Quanta > Borealis", date="2023-10"),
            ],
            [
                "move Borealis > Quanta, done, 1",
                "move Quanta > Borealis, done, 1",
                "move Quanta > Borealis, done, 1",
            ],
            id="two returns with dates of their own",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis >"), claim("b", "Ada: > Quanta")],
            ["join None > Quanta, done, 1", "leave Borealis > None, done, 1"],
            id="nobody says that the two are one move",
        ),
        pytest.param(
            [claim("a", "Ada: > Quanta", date="2015"), claim("b", "Ada: Borealis > Quanta", date="2025-03")],
            ["join None > Quanta, done, 1", "move Borealis > Quanta, done, 1"],
            id="a return after ten years",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis >", date="2025-08"), claim("b", "Ada: Borealis > Quanta", date="2023")],
            ["leave Borealis > None, done, 1", "move Borealis > Quanta, done, 1"],
            id="leaving long after having moved away is another leaving",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis > Quanta"), claim("b", "Boris: Borealis > Quanta")],
            ["move Borealis > Quanta, done, 1", "move Borealis > Quanta, done, 1"],
            id="two people",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis > Quanta"), claim("b", "Ada: Tundra > Quanta")],
            ["move Borealis > Quanta, done, 1", "move Tundra > Quanta, done, 1"],
            id="sources that contradict each other about the end stay side by side",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis > Quanta", kind="offer"), claim("b", "Ada: Borealis > Quanta")],
            ["move Borealis > Quanta, done, 1", "offer Borealis > Quanta, done, 1"],
            id="an offer is no move",
        ),
        pytest.param(
            [
                claim("a", "Ada: Quanta > Quanta", kind="change", role_to="CEO", date="2025-03"),
                claim("b", "Ada: Quanta > Quanta", kind="change", role_to="interim CEO", date="2025"),
                claim("c", "Ada: Quanta > Quanta", kind="change", role_to="chief scientist", date="2025-03"),
            ],
            ["change Quanta > Quanta, done, 1", "change Quanta > Quanta, done, 2"],
            id="changes by post",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", status="rumored", published="2025-01-02"),
                claim("b", "Ada: > Quanta", date="2025-04"),
                claim("c", "Ada: Borealis > Quanta", status="rumored", published="2021-01-02"),
            ],
            ["move Borealis > Quanta, done, 2", "move Borealis > Quanta, rumored, 1"],
            id="a rumour is confirmed by what comes within a year",
        ),
    ],
)
def test_which_claims_are_one_move(claims: list[LedgerClaim], moves: list[str]) -> None:
    assert shown(build_moves(claims)) == moves


def test_units_count_as_their_organization() -> None:
    claims = [claim("a", "Ada: Borealis > DeepMind"), claim("b", "Ada: Borealis > Google")]
    family = {"DeepMind": "Google"}
    assert len(build_moves(claims, lambda org: family.get(org, org))) == 1
    assert len(build_moves(claims)) == 2


def test_support_is_counted_in_origins_that_state_it() -> None:
    (move,) = build_moves(
        [
            claim("a", "Ada: Borealis > Quanta", origin="x"),
            claim("b", "Ada: Borealis > Quanta", origin="x"),
            claim("c", "Ada: Borealis > Quanta", origin="y"),
            claim("d", "Ada: Borealis > Quanta", origin="z", status="denied"),
        ]
    )
    assert move.origins == 2
    assert move.articles == ("d", "a", "b", "c")


@pytest.mark.parametrize(
    ("hint", "supports"),
    [
        (claim("h", "Ada: Borealis > Quanta", is_hint=True), True),
        (claim("h", "Ada: Borealis > Quanta", is_hint=True, date="2019"), True),  # its date is nobody's word
        (claim("h", "Ada: Borealis > Quanta", is_hint=True, origin="x"), False),  # the very text that claims it
        (claim("h", "Ada: Borealis > Tundra", is_hint=True), False),
        (claim("h", "Ada: > Quanta", is_hint=True), False),
        (claim("h", "Ada: > Quanta", is_hint=True, date="2025"), True),  # of one end, and of that time
        (claim("h", "Ada: > Quanta", is_hint=True, date="2023"), False),
        (claim("h", "Ada: Borealis >", is_hint=True, date="2025-04"), True),
        (claim("h", "Ada: Quanta >", is_hint=True, date="2025-03"), False),
        (claim("h", "Ada: Quanta > Borealis", is_hint=True), False),
        (claim("h", "Boris: Borealis > Quanta", is_hint=True), False),
        (claim("h", "Ada: Borealis > Quanta", is_hint=True, kind="offer"), False),
        (claim("h", "Ada: Borealis > Quanta", is_hint=True, status="denied"), False),
        (claim("h", "Ada: Borealis > Quanta", is_hint=True, published="2022-03-10"), False),  # years before
    ],
)
def test_a_hint_supports_the_move_that_another_origin_claims(hint: LedgerClaim, supports: bool) -> None:
    told = claim("a", "Ada: Borealis > Quanta", date="2025-03", origin="x")
    (move,) = build_moves([told, hint])
    assert (move.origins, move.articles == ("a", "h"), move.claims == ("a", "h")) == (1 + supports, supports, supports)
    assert (move.date, move.known_on, move.status) == ("2025-03", "2025-03-10", "done")


def test_a_hint_alone_is_no_move() -> None:
    hints = [claim(name, "Ada: Borealis > Quanta", is_hint=True) for name in "ab"]
    assert build_moves(hints) == ()


@pytest.mark.parametrize(("status", "steps"), [("rumored", ["rumored", "planned"]), ("done", ["planned"])])
def test_a_hint_may_tell_of_an_earlier_rumour_and_never_makes_a_fact(status: str, steps: list[str]) -> None:
    hint = claim("h", "Ada: Borealis > Quanta", is_hint=True, status=status, published="2025-02-01")
    (move,) = build_moves([claim("a", "Ada: Borealis > Quanta", status="planned", published="2025-03-01"), hint])
    assert [step.status for step in move.history] == steps
    assert move.status == "planned"


def test_the_date_is_as_exact_as_a_source_tells_it() -> None:
    (move,) = build_moves(
        [
            claim("a", "Ada: Borealis > Quanta", date="2025-03"),
            claim("b", "Ada: Borealis > Quanta", date="2025-03-07"),
            claim("c", "Ada: Borealis > Quanta", date="2025"),
            claim("d", "Ada: Borealis > Quanta", date="not a date"),
        ]
    )
    assert move.date == "2025-03-07"


@pytest.mark.parametrize(
    ("published", "date"),
    [
        pytest.param("2021-10-12", "2021-10", id="what was told as done does not begin years later"),
        pytest.param("2024-03-01", "2024-05-02", id="but perhaps some months later"),
        pytest.param(None, "2024-05-02", id="nothing is known of when it was told"),
    ],
)
def test_the_date_fits_the_day_when_it_was_told_as_done(published: str | None, date: str) -> None:
    (move,) = build_moves(
        [
            claim("a", "Ada: > Quanta", kind="found", date="2021-10", published=published),
            claim("b", "Ada: > Quanta", kind="found", date="2024-05-02", published="2024-06-01"),
        ]
    )
    assert move.date == date


@pytest.mark.parametrize(("others", "date"), [("2024-08", "2024-08"), ("2021", "2021-10")])
def test_a_borrowed_date_is_no_account(others: str, date: str) -> None:
    """The date of the leaving stands for the return only where nobody dates the return otherwise."""
    moves = build_moves(
        [
            claim("a", "Ada: Borealis > Quanta", date="2021"),
            claim("b", "Ada: Borealis > Quanta", date="2021"),
            claim("c", "Ada: Borealis > Quanta", date="2021-10"),
            claim("d", "Ada: Quanta > Borealis", date=others, published="2024-08-04"),
            claim("e", "Ada: Quanta > Borealis", date=others, published="2024-08-04"),
            claim("f", "Ada: Quanta > Borealis", date="2021-10", published="2024-08-02"),
        ]
    )
    (back,) = [move for move in moves if move.to_org == "Borealis"]
    assert (back.date, back.accounts, back.origins) == (date, (), 3)


ENDS = ["Ada: Borealis >", "Ada: > Quanta", "Ada: Borealis > Quanta", "Ada: Quanta > Borealis", "Ada: Quanta > Quanta"]
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from("abcdefgh"),
        st.sampled_from(ENDS),
        status=st.sampled_from(["done", "rumored", "planned", "denied"]),
        date=st.sampled_from([None, "2024", "2025", "2025-03", "2025-03-09"]),
        published=st.sampled_from([None, "2024-05-01", "2025-03-10", "2025-09"]),
        how=st.sampled_from([None, "resigned", "dismissed"]),
        is_hint=st.sampled_from([False, False, True]),
        confidence=st.sampled_from([0.4, 0.6, 0.9]),
    ),
    max_size=7,
    unique_by=lambda made: made.id,
)


@given(claims=CLAIMS, data=st.data())
def test_order_and_repetition_do_not_matter(claims: list[LedgerClaim], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(claims))
    assert build_moves(shuffled + shuffled[:2]) == build_moves(claims)


@pytest.mark.parametrize(
    ("languages", "origins", "dates", "count"),
    [
        (("en", "es"), ("a", "b"), ("2025-03-10", "2025-03-14"), 1),  # one post in two languages
        (("en", "en"), ("a", "a"), ("2025-03-10", "2025-03-14"), 1),  # or in a copy
        (("en", "en"), ("a", "b"), ("2025-03-10", "2025-03-14"), 2),  # near miss: two newsrooms of one language
        (("en", "es"), ("a", "b"), ("2025-03-10", "2025-05-14"), 2),  # near miss: two months later
    ],
)
def test_one_new_post_may_have_two_names(
    languages: tuple[str, str], origins: tuple[str, str], dates: tuple[str, str], count: int
) -> None:
    posts = ("interim CEO", "executive president")
    claims = [
        replace(
            claim(
                name, "Ada: Borealis > Borealis", kind="change", role_to=post, published=day, origin=origin, date=day
            ),
            language=language,
        )
        for name, post, language, origin, day in zip("xy", posts, languages, origins, dates, strict=True)
    ]
    assert len(build_moves(claims)) == count


def test_two_posts_of_one_article_stay_two() -> None:
    claims = [
        replace(claim(name, "Ada: Borealis > Borealis", kind="change", role_to=post, date="2025-03"), article="one")
        for name, post in (("x", "interim CEO"), ("y", "board chair"))
    ]
    assert len(build_moves(claims)) == 2


@pytest.mark.parametrize(
    ("told", "origins"),
    [
        pytest.param([claim("b2", "Ada: Borealis >", date="2025-03", origin="b")], (1, 1), id="of its own text"),
        pytest.param(
            [claim("b2", "Ada: Borealis > Tundra", date="2025-03"), claim("c", "Ada: Borealis >", date="2025-03")],
            (1, 3),
            id="of what most tell",
        ),
        pytest.param([claim("c", "Ada: Borealis >", date="2025-03")], (2, 1), id="else of what is told most exactly"),
        pytest.param([claim("c", "Ada: Borealis >", date="2023-03")], (1, 1), id="near miss: two years before"),
    ],
)
def test_of_two_accounts_a_leaving_is_a_part(told: list[LedgerClaim], origins: tuple[int, int]) -> None:
    accounts = [
        claim("a", "Ada: Borealis > Quanta", date="2025-03-09"),
        claim("b", "Ada: Borealis > Tundra", date="2025-03"),
    ]
    for order in ([*accounts, *told], [*told, *accounts][::-1]):
        moves = {move.to_org: move.origins for move in build_moves(order)}
        assert (moves["Quanta"], moves["Tundra"]) == origins


@pytest.mark.parametrize(
    ("arrivals", "moves"),
    [
        pytest.param(
            ["b 2018", "c 2019"], ["move Quanta > Meadow, done, 1", "move Borealis > Quanta, done, 3"], id="of the news"
        ),
        pytest.param(
            ["b 2018"],
            ["move Quanta > Meadow, done, 1", "move Borealis > Quanta, done, 1", "move Borealis > Quanta, done, 1"],
            id="near miss: one against one",
        ),
        pytest.param(
            ["b 2025-04", "c 2025"],
            ["move Quanta > Meadow, done, 1", "move Borealis > Quanta, done, 3"],
            id="near miss: nobody tells of an earlier arrival",
        ),
    ],
)
def test_an_arrival_with_the_date_of_the_leaving(arrivals: list[str], moves: list[str]) -> None:
    """Who comes to Quanta in June, and goes from there in June, has been there longer where others say so."""
    gone = replace(claim("a", "Ada: Quanta > Meadow", date="2025-06"), article="one", origin="one")
    come = replace(claim("a2", "Ada: Borealis > Quanta", date="2025-06"), article="one", origin="one")
    others = [
        claim(origin, "Ada: Borealis > Quanta", date=date) for origin, date in (told.split() for told in arrivals)
    ]
    assert shown(build_moves([gone, come, *others])) == sorted(moves)
    assert shown(build_moves([*others[::-1], come, gone])) == sorted(moves)


def test_an_arrival_that_another_article_dates_keeps_its_date() -> None:
    told = [
        claim("a", "Ada: Quanta > Meadow", date="2025-06"),
        claim("b", "Ada: Borealis > Quanta", date="2025-06"),
        claim("c", "Ada: Borealis > Quanta", date="2018"),
        claim("d", "Ada: Borealis > Quanta", date="2019"),
    ]
    assert [move.date for move in build_moves(told) if move.to_org == "Quanta"] == ["2025-06", "2019"]
