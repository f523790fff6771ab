"""Career lines and rosters: what is told, what is not, and what cannot all be true."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talentflow.ledger import build_moves, career_of, roster_of
from talentflow.model import Career, HeldPost, LedgerClaim
from tests.ledger.make import claim


def post(org: str, role: str, when: str = "current", since: str | None = None, seen_on: str | None = None) -> HeldPost:
    return HeldPost("Ada", org, role, when, since, None, seen_on, f"{org}-{role}")


def line(claims: list[LedgerClaim], posts: list[HeldPost] | None = None) -> Career:
    return career_of("Ada", build_moves(claims), posts or [], str)


def shown(career: Career) -> list[str]:
    def end(told: str | None, by: str | None) -> str:
        return told or (f"<{by}" if by else "?")

    return sorted(
        f"{stay.org} {end(stay.since, stay.since_by)} {end(stay.until, stay.until_by)}" for stay in career.stays
    )


@pytest.mark.parametrize(
    ("claims", "posts", "stays"),
    [
        pytest.param(
            [
                claim("a", "Ada: > Borealis", date="2019-02"),
                claim("b", "Ada: Borealis > Quanta", date="2021-05"),
                claim("c", "Ada: Quanta >", date="2024-01-09"),
            ],
            [],
            ["Borealis 2019-02 2021-05", "Quanta 2021-05 2024-01-09"],
            id="one employer after the other",
        ),
        pytest.param(
            [claim("a", "Ada: > Borealis", date="2019-02"), claim("b", "Ada: > Quanta", date="2021-05")],
            [],
            ["Borealis 2019-02 ?", "Quanta 2021-05 ?"],
            id="a new employer ends nothing",
        ),
        pytest.param(
            [claim("a", "Ada: > Borealis", status="rumored"), claim("b", "Ada: > Quanta", status="planned")],
            [],
            [],
            id="rumours and plans are no stays",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis > Quanta", published="2021-05-03")],
            [],
            ["Borealis ? <2021-05-03", "Quanta <2021-05-03 ?"],
            id="where no date is told the day of the article bounds it",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", date="2026-01", published="2026-01-16"),
                claim("b", "Ada: > Borealis", kind="found", published="2026-01-16"),
            ],
            [],
            ["Borealis <2026-01-16 2026-01", "Quanta 2026-01 ?"],
            id="what is told in passing of the beginning was before the end",
        ),
        pytest.param(
            [
                claim("a", "Ada: > Borealis", date="2026-01", published="2026-01-16"),
                claim("b", "Ada: Borealis > Quanta", kind="found", published="2026-01-16"),
            ],
            [],
            ["Borealis 2026-01 ?", "Borealis ? <2026-01-16", "Quanta <2026-01-16 ?"],
            id="whoever comes back has left before",
        ),
        pytest.param(
            [
                claim("a", "Ada: Borealis > Quanta", date="2026-01", published="2026-01-16"),
                claim("b", "Ada: > Borealis", date="2026-01-20", published="2026-01-21"),
            ],
            [],
            ["Borealis 2026-01-20 ?", "Borealis ? 2026-01", "Quanta 2026-01 ?"],
            id="a return with a day of its own is one",
        ),
        pytest.param(
            [
                claim("a", "Ada: > Borealis", date="2015"),
                claim("b", "Ada: Borealis > Quanta", date="2018"),
                claim("c", "Ada: Quanta > Borealis", date="2022"),
            ],
            [],
            ["Borealis 2015 2018", "Borealis 2022 ?", "Quanta 2018 2022"],
            id="a return is a stay of its own",
        ),
        pytest.param(
            [],
            [
                post("Borealis", "chief", since="2019", seen_on="2021-03-01"),
                post("Quanta", "intern", "past", seen_on="2021-03-01"),
            ],
            ["Borealis 2019 ?", "Quanta ? <2021-03-01"],
            id="stated posts alone",
        ),
    ],
)
def test_stays(claims: list[LedgerClaim], posts: list[HeldPost], stays: list[str]) -> None:
    assert shown(line(claims, posts)) == stays


def test_posts_stand_in_the_stay_that_they_belong_to() -> None:
    claims = [
        claim("a", "Ada: > Borealis", date="2015", role_to="researcher"),
        claim("b", "Ada: Borealis > Borealis", kind="change", date="2017-03", role_to="director"),
        claim("c", "Ada: Borealis >", date="2018"),
        claim("d", "Ada: > Borealis", date="2022", role_to="chief"),
    ]
    career = line(claims, [post("Borealis", "adviser", seen_on="2023-01-01")])
    roles = [[held.role for held in stay.posts] for stay in career.stays]
    assert roles == [["researcher", "director"], ["chief", "adviser"]]
    assert career.stays[1].seen_on == "2023-01-01"


def test_gaps_are_shown_as_such() -> None:
    claims = [claim("a", "Ada: Borealis >", date="2019-02"), claim("b", "Ada: > Quanta", date="2021-05-01")]
    assert [(gap.since, gap.until) for gap in line(claims).gaps] == [("2019-02-28", "2021-05-01")]
    near = [claim("a", "Ada: Borealis >", date="2021-04"), claim("b", "Ada: > Quanta", date="2021-05-01")]
    assert line(near).gaps == ()
    still_there = [*claims, claim("c", "Ada: > Tundra", date="2018", published="2018-02-02")]
    assert line(still_there).gaps == ()


@pytest.mark.parametrize(
    ("claims", "posts", "conflicts"),
    [
        pytest.param(
            [claim("a", "Ada: > Borealis", date="2019-02"), claim("b", "Ada: > Quanta", date="2021-05")],
            [],
            ["overlap Borealis Quanta"],
            id="nobody says that the first was left",
        ),
        pytest.param(
            [claim("a", "Ada: > Borealis", date="2019-02"), claim("b", "Ada: Borealis > Quanta", date="2021-05")],
            [],
            [],
            id="somebody does",
        ),
        pytest.param(
            [claim("a", "Ada: Tundra > Quanta", date="2021-05"), claim("b", "Ada: Borealis > Quanta", date="2021-05")],
            [],
            ["start Quanta Borealis Tundra"],
            id="two former employers",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis >", how="resigned"), claim("b", "Ada: Borealis >", how="dismissed")],
            [],
            ["accounts Borealis"],
            id="accounts differ",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis >", date="2021-05")],
            [post("Borealis", "chief", seen_on="2023-01-01")],
            ["after Borealis"],
            id="said to be there long after having left",
        ),
        pytest.param(
            [claim("a", "Ada: Borealis >", date="2021-05")],
            [post("Borealis", "chief", seen_on="2021-06-10")],
            [],
            id="newspapers give a post for some weeks longer",
        ),
    ],
)
def test_conflicts(claims: list[LedgerClaim], posts: list[HeldPost], conflicts: list[str]) -> None:
    found = line(claims, posts).conflicts
    assert [" ".join([conflict.sort, conflict.orgs[0], *sorted(conflict.orgs[1:])]) for conflict in found] == conflicts


def test_the_roster_of_an_organization_over_time() -> None:
    claims = [
        claim("a", "Ada: > Borealis", date="2019-02"),
        claim("b", "Ada: Borealis > Quanta", date="2021-05"),
        claim("c", "Boris: Tundra > Borealis", date="2020", role_to="chief"),
    ]
    roster = roster_of(["Borealis"], build_moves(claims), [], str)
    assert [(stay.person, stay.since, stay.until) for stay in roster.stays] == [
        ("Ada", "2019-02", "2021-05"),
        ("Boris", "2020", None),
    ]


ENDS = ["Ada: Borealis >", "Ada: > Quanta", "Ada: Borealis > Quanta", "Ada: Quanta > Borealis", "Ada: Quanta > Quanta"]
CLAIMS = st.lists(
    st.builds(
        claim,
        st.sampled_from("abcdefgh"),
        st.sampled_from(ENDS),
        date=st.sampled_from([None, "2019", "2024", "2025-03", "2025-03-09"]),
        published=st.sampled_from([None, "2024-05-01", "2025-03-10"]),
    ),
    max_size=7,
    unique_by=lambda made: made.id,
)
POSTS = st.lists(
    st.builds(
        post,
        st.sampled_from(["Borealis", "Quanta"]),
        st.sampled_from(["chief", "intern"]),
        st.sampled_from(["current", "past"]),
        st.sampled_from([None, "2018", "2025-01"]),
        st.sampled_from([None, "2020-01-01", "2026-01-01"]),
    ),
    max_size=4,
    unique_by=str,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no mistake
@given(claims=CLAIMS, posts=POSTS, data=st.data())
def test_order_does_not_matter_and_nothing_is_lost(
    claims: list[LedgerClaim], posts: list[HeldPost], data: st.DataObject
) -> None:
    moves = build_moves(claims)
    career = career_of("Ada", moves, posts, str)
    shuffled = data.draw(st.permutations(moves)), data.draw(st.permutations(posts))
    assert career_of("Ada", *shuffled, str) == career
    kept = {move for stay in career.stays for move in stay.moves}
    assert kept == {move.id for move in moves if move.status == "done"}
    assert {held.article for held in posts} <= {article for stay in career.stays for article in stay.articles}
