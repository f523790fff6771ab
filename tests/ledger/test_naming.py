"""A company without a name in one article, named in another."""

from __future__ import annotations

import pytest

from talentflow.ledger import names_given
from talentflow.model import LedgerClaim
from tests.ledger.make import claim

FIRST = claim("first", "Ada: Borealis > ?", kind="found", published="2025-03-10")


def found(name: str, ends: str, published: str, **more: object) -> LedgerClaim:
    return claim(name, ends, kind="found", published=published, **more)  # type: ignore[arg-type]


def given(*claims: LedgerClaim) -> str | None:
    names = names_given([FIRST, *claims], {"?"}, lambda org: org.removesuffix(" Labs"))
    return names["?"].organization if names else None


@pytest.mark.parametrize(
    ("later", "named"),
    [
        ([found("b", "Ada: > Aquila", "2025-05-20")], "Aquila"),
        ([found("b", "Ada: > Aquila", "2025-03-10")], "Aquila"),  # another outlet, the same day
        ([found("b", "Ada: > Aquila", "2026-02-01", date="2025-03")], "Aquila"),
        ([claim("b", "Ada: > Aquila", role_to="co-founder", published="2025-05-20")], "Aquila"),
        ([found("b", "Ada: > Aquila", "2025-05-20"), found("c", "Ada: > Aquila Labs", "2025-05-21")], "Aquila"),
        # too late, or of another time
        ([found("b", "Ada: > Aquila", "2027-05-20")], None),
        ([found("b", "Ada: > Aquila", "2025-03-12", date="2010")], None),
        ([found("b", "Ada: > Aquila", "2024-03-12")], None),
        # she only works there, or it is denied
        ([claim("b", "Ada: > Aquila", published="2025-05-20")], None),
        ([found("b", "Ada: > Aquila", "2025-05-20", status="denied")], None),
        # two that it could be
        ([found("b", "Ada: > Aquila", "2025-05-20"), found("c", "Ada: > Corvus", "2025-05-21")], None),
        # an earlier company, which she has left
        ([found("b", "Ada: > Borealis", "2025-03-10")], None),
        ([], None),
    ],
)
def test_what_has_no_name_is_what_alone_is_founded_then(later: list[LedgerClaim], named: str | None) -> None:
    assert given(*later) == named
    assert given(*reversed(later)) == named


def test_the_first_to_say_the_name_is_told() -> None:
    later = [found("c", "Ada: > Aquila", "2025-06-01"), found("b", "Ada: > Aquila", "2025-05-20")]
    assert names_given([FIRST, *later], {"?"}, str)["?"].claim == "b"


def test_what_is_only_joined_keeps_no_name() -> None:
    joined = claim("first", "Ada: > ?", published="2025-03-10")
    assert names_given([joined, found("b", "Ada: > Aquila", "2025-05-20")], {"?"}, str) == {}
