"""What moves add up to, each figure against a count by hand; rumours, plans, offers and denials are no flows."""

from __future__ import annotations

from datetime import date

import pytest

from talentflow import insight
from talentflow.insight import Telling
from talentflow.model import Move


def move(
    identity: str, person: str, ends: str, day: str | None, *, kind: str = "", status: str = "done", known: str = ""
) -> Move:
    """A move as the ledger holds it; `ends` is "Borealis>Quanta", with either side left out."""
    left, _, came = ends.partition(">")
    usual = "move" if left and came else "leave" if left else "join"
    return Move(
        id=identity, person=person, from_org=left or None, to_org=came or None, kind=kind or usual, status=status,
        how=None, role_from=None, role_to=None, date=day, known_on=known or day, articles=(), origins=1, claims=(),
        history=(), accounts=(), languages=("en",), confidence=0.9,
    )  # fmt: skip


LEDGER = [
    move("1", "Ada", "Borealis>Quanta", "2024-03-04"),
    move("2", "Ivo", "Borealis>Quanta", "2024-03-10"),
    move("3", "Lin", "Borealis>Quanta", "2024-05-20"),
    move("4", "Bo", "Quanta>Borealis", "2024-06"),
    move("5", "Kim", "Borealis>", "2024-03-12"),
    move("6", "Sol", ">Quanta", "2023-01-15"),
    # none of these is a change that has happened
    move("7", "Rae", "Borealis>Quanta", "2024-04-01", status="rumored"),
    move("8", "Uma", "Borealis>Quanta", "2024-04-02", status="denied"),
    move("9", "Pat", "Borealis>Quanta", "2024-04-03", status="planned"),
    move("10", "Max", ">Quanta", "2024-04-04", kind="offer"),
    move("11", "Zoe", "Quanta>Quanta", "2024-04-05", kind="change"),
    move("12", "Fay", "Quanta>", "2024-04-06", kind="absence"),
]


def test_flows_count_people_who_went_from_one_organization_to_another() -> None:
    assert [(f.from_org, f.to_org, f.people, f.moves) for f in insight.flows(LEDGER)] == [
        ("Borealis", "Quanta", 3, ("1", "2", "3")),
        ("Quanta", "Borealis", 1, ("4",)),
    ]


@pytest.mark.parametrize(
    ("since", "until", "moves"),
    [
        ("2024-03", "2024-03", [("1", "2")]),
        ("2024-05", None, [("3",), ("4",)]),
        ("2024-06-15", "2024-06-20", [("4",)]),  # in June, on a day that nobody told: it can lie there
        ("2025", None, []),
    ],
)
def test_flows_of_a_period(since: str | None, until: str | None, moves: list[tuple[str, ...]]) -> None:
    assert [flow.moves for flow in insight.flows(LEDGER, since, until)] == moves


def test_somebody_who_went_the_same_way_twice_is_one_person() -> None:
    twice = [
        move("a", "Ada", "Borealis>Quanta", "2020"),
        move("b", "Ada", "Quanta>Borealis", "2021"),
        move("c", "Ada", "Borealis>Quanta", "2022"),
    ]
    assert [(flow.people, flow.moves) for flow in insight.flows(twice)] == [(1, ("a", "c")), (1, ("b",))]


def test_net_counts_leavings_and_joinings_with_one_end_too() -> None:
    found = [(b.organization, b.came, b.left, b.net, len(b.moves)) for b in insight.net(LEDGER)]
    assert found == [("Quanta", 4, 1, 3, 5), ("Borealis", 1, 4, -3, 5)]


STAYS = [
    move("in1", "Ada", ">Quanta", "2020-01-01"),
    move("out1", "Ada", "Quanta>Borealis", "2020-12-31"),  # 365 days
    move("in2", "Ivo", ">Quanta", "2020-02-01"),
    move("out2", "Ivo", "Quanta>", "2020-02-11"),  # 10 days
    move("in3", "Lin", ">Quanta", "2020-03-01"),  # still there
    move("in4", "Bo", ">Quanta", "2020"),  # how long is not known
    move("out4", "Bo", "Quanta>", "2021-05"),
    move("in5", "Kim", ">Quanta", None, known="2022-01-01"),  # background: nobody knows since when
    move("out5", "Kim", "Quanta>", "2022-01-01"),
    move("told", "Eve", "Quanta>", "2020-06-01", status="rumored"),
    move("last", "Rex", ">Borealis", "2022-02-01"),
]


def test_tenure_is_the_time_of_those_who_came_and_left() -> None:
    (row,) = insight.tenure(STAYS)
    assert (row.organization, row.stays, row.median_days, row.shortest, row.longest) == ("Quanta", 2, 187.5, 10, 365)
    assert set(row.moves) == {"in1", "out1", "in2", "out2"}
    assert insight.tenure(STAYS, "2020-12") != []
    assert insight.tenure(STAYS, "2021") == []


def test_retention_counts_who_came_long_enough_ago() -> None:
    rows = {row.organization: row for row in insight.retention(STAYS, days=365)}
    # Ada stayed 365 days, Ivo 10, Lin is still there; Bo and Kim came at no known time, Rex too late
    assert set(rows) == {"Quanta", "Borealis"}
    assert (rows["Quanta"].came, rows["Quanta"].stayed) == (3, 2)
    assert rows["Quanta"].share == pytest.approx(2 / 3)
    assert set(rows["Quanta"].moves) == {"in1", "in2", "in3", "out2"}
    assert rows["Borealis"].moves == ("out1",)  # Ada, who came there with it
    assert insight.retention(STAYS, until="2020-06", days=365) == []
    assert insight.retention([]) == []


def test_returns_need_a_leaving_before() -> None:
    ledger = [
        move("a", "Ada", "Quanta>Borealis", "2020-01-01"),
        move("b", "Ada", "Borealis>Quanta", "2020-03-01"),
        move("c", "Ivo", "Borealis>Quanta", "2020-03-01"),
        move("d", "Lin", "Quanta>Borealis", "2020", status="done"),
        move("e", "Lin", "Borealis>Quanta", "2020-05"),  # nobody knows which came first
    ]
    assert insight.returns(ledger) == [insight.Return("Ada", "Quanta", 60, ("a", "b"))]


def test_together_are_those_who_leave_within_two_weeks_of_one_another() -> None:
    (group,) = insight.together(LEDGER)
    assert group == insight.Group("Borealis", None, ("Ada", "Ivo", "Kim"), 8, ("1", "2", "5"))
    assert insight.together(LEDGER, days=5) == [insight.Group("Borealis", None, ("Ivo", "Kim"), 2, ("2", "5"))]
    assert insight.together([move("x", "Ada", "Borealis>Quanta", "2024"), move("y", "Ivo", "Borealis>", "2024")]) == []


def test_together_names_where_all_of_them_went() -> None:
    (group,) = insight.together(LEDGER[:2])
    assert group.to_org == "Quanta"


def test_followers_go_the_same_way_within_ninety_days() -> None:
    assert insight.followers(LEDGER) == [
        insight.Follow("Ada", "Borealis", "Quanta", ("Ivo", "Lin"), ("1", "2", "3")),
        insight.Follow("Ivo", "Borealis", "Quanta", ("Lin",), ("2", "3")),
    ]
    assert [found.followers for found in insight.followers(LEDGER, days=10)] == [("Ivo",)]


def test_nobody_follows_on_the_same_day_or_in_the_same_month_or_elsewhere() -> None:
    ledger = [
        move("a", "Ada", "Borealis>Quanta", "2024-03-04"),
        move("b", "Ivo", "Borealis>Quanta", "2024-03-04"),
        move("c", "Lin", "Borealis>Quanta", "2024-03"),
        move("d", "Bo", "Borealis>Meridian", "2024-03-20"),
        move("e", "Kim", "Borealis>Quanta", "2024-06-20"),
    ]
    assert insight.followers(ledger[:4]) == []
    # for 20 June it is 108 days after the 4th of March, and after a day in March that nobody told
    assert insight.followers(ledger) == []


def test_contested_are_those_whom_several_organizations_want() -> None:
    ledger = [
        move("a", "Ada", ">Quanta", "2024-01", kind="offer", status="declined"),
        move("b", "Ada", "Borealis>Meridian", "2024-02"),
        move("c", "Ada", ">Umbra", "2024-03", kind="join", status="rumored"),
        move("d", "Ivo", ">Quanta", "2024-01", kind="offer"),
        move("e", "Ivo", "Borealis>Quanta", "2024-02"),  # one organization, which courted and won
        move("f", "Lin", ">Quanta", "2024-01", kind="offer", status="denied"),
        move("g", "Lin", ">Umbra", "2024-01"),
    ]
    assert insight.contested(ledger) == [
        insight.Contest("Ada", ("Meridian",), ("Quanta", "Umbra"), ("a", "b", "c")),
    ]


def test_an_outlet_is_judged_by_its_rumours_and_by_being_first() -> None:
    ledger = [
        move("true", "Ada", "Borealis>Quanta", "2024-03"),
        move("false", "Ivo", "Borealis>Quanta", "2024-03", status="denied"),
        move("open", "Lin", "Borealis>Quanta", "2024-03", status="rumored"),
        move("news", "Bo", "Borealis>Quanta", "2024-03"),
    ]
    tellings = [
        Telling("true", "Daily", date(2024, 3, 1), "rumored"),
        Telling("true", "Daily", date(2024, 3, 9), "done"),
        Telling("true", "Post", date(2024, 3, 5), "done"),
        Telling("false", "Daily", date(2024, 3, 1), "rumored"),
        Telling("false", "Post", date(2024, 3, 1), "denied"),  # on the same day: nobody was first
        Telling("open", "Daily", date(2024, 3, 1), "rumored"),  # nobody else told it
        Telling("news", "Post", date(2024, 3, 1), "done"),
        Telling("news", "Daily", date(2024, 3, 3), "done"),
    ]
    daily, post = insight.outlets(ledger, tellings)
    assert (daily.outlet, daily.told, daily.rumours, daily.came_true, daily.denied, daily.open) == (
        "Daily",
        4,
        3,
        1,
        1,
        1,
    )
    assert (daily.first, daily.days_first) == (1, 4.0)
    assert (post.outlet, post.told, post.rumours, post.first, post.days_first) == ("Post", 3, 0, 1, 2.0)
    assert daily.moves == ("false", "news", "open", "true")


@pytest.mark.parametrize(
    "name", ["flows", "net", "tenure", "retention", "returns", "together", "followers", "contested"]
)
def test_nothing_adds_up_to_nothing(name: str) -> None:
    assert getattr(insight, name)([]) == []
