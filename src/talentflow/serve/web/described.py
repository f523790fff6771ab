"""The API's description of itself: what every endpoint may answer, and an example made of a record of ours."""

from __future__ import annotations

from typing import Any

from talentflow.serve.web.answers import PROBLEM
from talentflow.serve.web.sent import SECURITY
from talentflow.serve.web.shapes import Problem

_TOKENS = "Made by `talentflow token make`; its scopes say what it opens: read, add, review, admin."
_PROBLEM_SCHEMA = {"$ref": "#/components/schemas/Problem"}

EXAMPLE_MOVE = {
    "id": "m-03d24e010197",
    "person": {"id": "ada-moreno", "name": "Ada Moreno", "mention": "Ada Moreno"},
    "from": {"id": "borealis", "name": "Borealis", "mention": "Borealis"},
    "to": {"id": "quanta", "name": "Quanta", "mention": "Quanta"},
    "kind": "move",
    "status": "done",
    "how": None,
    "role_from": "researcher",
    "role_to": "chief scientist",
    "date": "2026-01-14",
    "known_on": "2026-01-14",
    "confidence": 0.96,
    "origins": 1,
    "articles": ["harbour-ledger-1"],
    "languages": ["en"],
    "according_to": ["Quanta"],
    "reasons": [],
    "history": [{"published": "2026-01-14", "status": "done", "article": "harbour-ledger-1"}],
    "accounts": [],
    "evidence": [
        {
            "article": "harbour-ledger-1",
            "field": "text",
            "start": 0,
            "end": 42,
            "quote": "Ada Moreno has left Borealis to join Quanta",
            "language": "en",
            "published": "2026-01-14",
            "publisher": "Harbour Ledger",
            "url": "https://harbour-ledger.example.org/moreno",
            "according_to": ["Quanta"],
            "status": "done",
            "is_hint": False,
        }
    ],
}
_ARTICLE = {"article": "harbour-ledger-1", "language": "en", "published": "2026-01-14", "publisher": "Harbour Ledger"}
_ADA = {"id": "ada-moreno", "name": "Ada Moreno", "mention": "Ada Moreno"}
_LIN = {"id": "lin-osei", "name": "Lin Osei", "mention": "Lin Osei", "romanised": False}
_QUANTA = {"id": "quanta", "name": "Quanta", "mention": "Quanta"}
_POST = "Ada Moreno, chief scientist of Quanta"
_RAISED = "Quanta has raised $40 million"


def _doubt(sort: str, quote: str, claim: dict[str, Any]) -> dict[str, Any]:
    """A claim that waits for a verdict, as the desk shows it."""
    span = {"field": "text", "start": 90, "end": 90 + len(quote), "quote": quote}
    evidence = {
        **_ARTICLE,
        "url": None,
        "according_to": [],
        "status": claim.get("status", ""),
        "is_hint": False,
        **span,
    }
    told = {"confidence": 0.41, "evidence": [span], **claim}
    return {"key": "8f0c5a7be1d2439a604be17c", "sort": sort, **_ARTICLE, "claim": told, "evidence": [evidence]}


_DOUBTFUL_MOVE = _doubt(
    "move", "Ada Moreno has left Borealis to join Quanta",
    {
        "person": _ADA, "from": {"id": "borealis", "name": "Borealis", "mention": "Borealis"}, "to": _QUANTA,
        "kind": "move", "status": "done", "how": None, "role_from": None, "role_to": "chief scientist",
        "date": "2026-01-14", "why": [], "according_to": [],
    },
)  # fmt: skip
_DOUBTFUL_POST = _doubt(
    "position", _POST,
    {"person": _ADA, "org": _QUANTA, "role": "chief scientist", "since": None, "until": None, "when": "current"},
)  # fmt: skip
_DOUBTFUL_FACT = _doubt(
    "fact", _RAISED,
    {
        "type": "funding", "subject": {"sort": "organization", **_QUANTA}, "about": [], "words": "raised",
        "amount": {"number": 40000000.0, "currency": "USD", "unit": None, "per": None, "words": "$40 million"},
        "negated": False, "reason": None, "status": "done", "date": "2026-01", "according_to": [], "quote": _RAISED,
    },
)  # fmt: skip
_SHORT_TITLE = "Ada Moreno leaves Borealis for Quanta"
_EXAMPLES: dict[str, Any] = {
    "/moves": {"moves": [EXAMPLE_MOVE], "next": "NTAubS0wM2QyNGUwMTAxOTc"},
    "/moves/{move}": EXAMPLE_MOVE,
    "/people": {"found": [], "suggestions": ["Ada Moreno"]},
    "/organizations": {"found": [], "suggestions": ["Borealis"]},
    "/entities/{entity}/companions": {
        "companions": [
            {
                "person": _LIN,
                "organization": "Quanta",
                "date": "2026-01-14",
            }
        ]
    },
    "/organizations/{organization}/profile": {
        "id": "borealis", "name": "Borealis", "came": 0, "left": 1,
        "quarters": [{"since": "2026-01", "until": "2026-03", "came": 0, "left": 1}], "undated": 0, "sources": [],
        "goals": [{"organization": {**_QUANTA, "romanised": False}, "moves": 1}], "retention": [],
        "founders": [{"person": _LIN, "date": "2019", "move": "m-5b1f0c77d2aa"}], "parent": None,
        "units": [{"id": "borealis-lab", "name": "Borealis Lab", "is_unit": True, "is_told": False}],
    },
    "/organizations/{organization}/counted": {"moves": [EXAMPLE_MOVE], "count": 1, "people": 1, "next": None},
    "/organizations/{organization}/roster": {
        "people": [
            {
                "id": "lin-osei", "person": _LIN, "is_there": True,
                "stays": [
                    {
                        "person": _LIN,
                        "org": {"id": "borealis", "name": "Borealis", "mention": "Borealis", "romanised": False},
                        "since": "2019", "until": None, "since_by": None, "until_by": None, "seen_on": "2026-01-14",
                        "is_open": True, "posts": [{"role": "chief executive officer", "since": "2019", "until": None}],
                        "moves": ["m-5b1f0c77d2aa"], "articles": ["harbour-ledger-1"],
                    }
                ],
                "gaps": [], "conflicts": [],
            }
        ],
        "there": 1, "left": 1, "next": None,
    },
    "/stories/{story}": {
        "id": "harbour-ledger-1",
        "articles": [{**_ARTICLE, "title": _SHORT_TITLE, "origin": "harbour-ledger-1", "leads": True}],
    },
    "/search": {
        "articles": [{**_ARTICLE, "title": _SHORT_TITLE, "excerpt": "… to join Quanta as chief …", "score": 3.2}],
        "next": None,
    },
    "/figures/{figure}": {
        "figure": "flows",
        "columns": ["From", "To", "People"],
        "rows": [
            {
                "cells": {"from": "Borealis", "to": "Quanta", "people": 1},
                "about": ["borealis", "quanta"],
                "moves": ["m-03d24e010197"],
                "moves_in_all": 1,
            }
        ],
    },
    "/status": {
        "articles": 15, "claims": 132, "moves": 27, "people": 24, "organizations": 12, "stories": 9, "origins": 12,
        "languages": {"ar": 5, "en": 5, "es": 5}, "readers": {"embedded 1": 15},
        "outlets": {"Harbour Ledger": 4},
    },
    "/quality": {
        "languages": {
            "en": {"kept aside": {"articles": 120, "moves": 310, "strict": 0.69, "precision": 0.78, "recall": 0.62}}
        }
    },
    "/review/claims": {"claims": [_DOUBTFUL_MOVE]},
    "/review/positions": {"claims": [_DOUBTFUL_POST]},
    "/review/facts": {"claims": [_DOUBTFUL_FACT]},
    "/review/articles/{article}": {"claims": [_DOUBTFUL_MOVE, _DOUBTFUL_POST, _DOUBTFUL_FACT]},
}  # fmt: skip


def _refusal(description: str, status: int, title: str, detail: str) -> dict[str, Any]:
    shown = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    return {"description": description, "content": {PROBLEM: {"schema": _PROBLEM_SCHEMA, "example": shown}}}


_MAY: dict[int, dict[str, Any]] = {
    304: {"description": "Nothing has changed since the answer with this ETag"},
    401: _refusal(
        "A token is needed, or the one that was sent is none that stands", 401, "A token is needed",
        "Send a token: Authorization: Bearer tf_…",
    ),
    403: _refusal("The token does not open this", 403, "This token does not open what asks for the scope add", "..."),
    404: _refusal("Nothing of the kind", 404, "No such move", "No move has the id m-0."),
    409: _refusal("It cannot be done as things stand", 409, "This cannot be done", "There is nothing to take back."),
    413: _refusal("Too much was sent", 413, "Send no more than 4,194,304 bytes", "/api/v1/read"),
    415: _refusal("No JSON was sent", 415, "Send application/json", "/api/v1/read"),
    421: _refusal("Asked for under a name that is not served", 421, "Not served here", "..."),
    422: _refusal("A value that cannot be understood", 422, "A value that cannot be understood", "query.since: ..."),
    429: _refusal("Too many requests; Retry-After says when to come again", 429, "Too many requests", "..."),
    501: _refusal("The format needs a package that is not installed", 501, "This format is not at hand", "..."),
    503: _refusal("The database cannot be asked, or too many ask at once", 503, "The database cannot be asked", "..."),
}  # fmt: skip
_ANY = (401, 421, 422, 429, 503)  # whatever is asked: by the layers around the endpoints, and for parameters


def may_answer(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What an endpoint may answer besides what it is for: what any may, and these."""
    return {status: _MAY[status] for status in sorted({*_ANY, *statuses})}


def completed(document: dict[str, Any], prefix: str = "/api/v1") -> dict[str, Any]:
    """The description with the shape of problems, and with examples, whose nulls would be lost on the way there."""
    components = document.setdefault("components", {})
    components["securitySchemes"] = {SECURITY: {"type": "http", "scheme": "bearer", "description": _TOKENS}}
    schemas = components.setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    for path, shown in _EXAMPLES.items():
        content = document["paths"][prefix + path]["get"]["responses"]["200"]["content"]
        content["application/json"]["example"] = shown
    return document
