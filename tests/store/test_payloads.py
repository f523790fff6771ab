from __future__ import annotations

import pytest

from talentflow.model import (
    Amount,
    EntityMention,
    FactClaim,
    FactParty,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reason,
    Span,
)
from talentflow.store.payloads import Claim, read_claim, write_claim

PERSON = EntityMention("ada", "Ada Moreno", "أدا مورينو", listed=True)
UNNAMED = EntityMention("u1", None, "su propia empresa")
SPANS = (Span("title", 0, 3, "\ud800 \0"), Span("text", 4, 9, "كوانتا"))


@pytest.mark.parametrize(
    "claim",
    [
        MoveClaim(
            person=PERSON,
            from_org=EntityMention("b", "Buryalys", "بورياليس", romanised=True),
            to_org=UNNAMED,
            kind="found",
            status="planned",
            how="resigned",
            role_from="chief scientist",
            role_to="founder",
            date="2025-03",
            why=(Reason("compensation", "por dinero"),),
            according_to=("Axios",),
            confidence=0.875,
            evidence=SPANS,
            explanation=("found: verb",),
        ),
        MoveClaim(PERSON, None, UNNAMED, "join"),
        PositionClaim(PERSON, None, "adviser", "current", since="2019", confidence=0.5, evidence=SPANS),
        GroupClaim(UNNAMED, None, 8, at_least=True, evidence=SPANS),
        FactClaim(
            "funding",
            FactParty("organization", UNNAMED),
            "recaudó",
            about=(FactParty("person", PERSON),),
            amount=Amount("2 mil millones de dólares", 2e9, "USD", per="year"),
            negated=True,
            status="rumored",
            date="2025-03",
            according_to=("Axios",),
            evidence=SPANS,
        ),
        FactClaim("reason", FactParty("person", PERSON), "por", reason="compensation"),
    ],
)
def test_claims_come_back_as_they_were(claim: Claim) -> None:
    sort, payload = write_claim(claim)
    assert payload.isascii()
    read = read_claim(sort, payload)
    assert read == claim
    if isinstance(claim, MoveClaim) and isinstance(read, MoveClaim):
        assert read.explanation == claim.explanation
