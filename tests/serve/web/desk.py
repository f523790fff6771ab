"""A record with open questions, and somebody who has signed in to answer them."""

from __future__ import annotations

import re
from dataclasses import replace

from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import (
    Amount,
    Document,
    EntityMention,
    FactClaim,
    FactParty,
    MoveClaim,
    PositionClaim,
    Reading,
)
from tests.app.make import mention

CHIEF = PositionClaim(mention("Carla Roth"), mention("Quanta"), "chief scientist", "current", confidence=0.35)
RAISED = FactClaim(
    "funding", FactParty("organization", mention("Quanta")), "raised", amount=Amount("$2 million"), confidence=0.4
)
HOSTILE = "<script>alert(1)</script>"
LATIN, HAN = mention("Yao Shunyu"), EntityMention("x:yao", "Yao Shunyu", "姚顺宇", romanised=True)
# Article, its language, its text, and who moves in it from where to where, how surely.
TOLD = (
    ("latin", "en", "Yao Shunyu left Borealis for Quanta.", LATIN, "Borealis", "Quanta", 0.9),
    ("han", "zh", "姚顺宇离开 Tundra 加入 Cedar。", HAN, "Tundra", "Cedar", 0.9),
    ("weak", "ar", "غادر بوريس إيلين Borealis.", mention("بوريس إيلين", "Boris Ilin"), "Borealis", None, 0.3),
    ("hostile", "en", f"{HOSTILE} left Borealis.", mention(f"Eve {HOSTILE}"), "Borealis", None, 0.4),
    ("sure", "en", "Carla Roth left Quanta.", mention("Carla Roth"), "Quanta", None, 0.95),
)


class DeskReader:
    """Knows the articles of TOLD."""

    name = "desk"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The one move of the article; the last one tells of a post and of money, too."""
        _, lang, _, person, left, joined, sure = next(row for row in TOLD if row[0] == document.id)
        claim = MoveClaim(
            person=person,
            from_org=mention(left),
            to_org=mention(joined) if joined else None,
            kind="move" if joined else "leave",
            date="2025-03",
            confidence=sure,
            evidence=(document.span("text", 0, len(document.text)),),
        )
        if document.id != "sure":
            return Reading(document.id, lang, "desk 1", (claim,))
        position, fact = (replace(told, evidence=claim.evidence) for told in (CHIEF, RAISED))
        return Reading(document.id, lang, "desk 1", (claim,), (position,), facts=(fact,))


def fill(library: Library) -> None:
    """Store the articles of TOLD."""
    documents = [
        Document(text=text, id=name, lang=lang, title="", published=f"202{number}-05-01", publisher="Harbour Ledger")
        for number, (name, lang, text, *_) in enumerate(TOLD, start=1)
    ]
    assert [added.outcome for added in library.add(documents, DeskReader())] == ["added"] * len(TOLD)
    library.refresh()


def sign_in(client: TestClient, token: str) -> None:
    """Open a session."""
    assert client.post("/en/sign-in", data={"token": token}, follow_redirects=False).status_code == 303


def forms(html: str, action: str) -> list[dict[str, str]]:
    """The hidden fields of every form on a page that goes to this address."""
    found = re.findall(rf'<form[^>]*action="{re.escape(action)}"[^>]*>(.*?)</form>', html, flags=re.DOTALL)
    return [dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)) for form in found]
