"""The pages over a record of a few articles."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.web import create_application

from .serving import served

HOSTILE = "<script>alert(1)</script>"
ARTICLES = (
    Document(
        text="Ada Moreno has left OpenAI to join Anthropic as chief scientist, the company said on Monday.",
        id="en-moreno",
        lang="en",
        title="Ada Moreno leaves OpenAI for Anthropic",
        published="2026-01-14",
        publisher="Harbour Ledger",
        url="https://example.org/moreno",
    ),
    Document(
        text="غادرت ميرا موراتي شركة أوبن إيه آي لتنضم إلى شركة ميتا، بحسب ما أعلنت الشركة.",
        id="ar-murati",
        lang="ar",
        title="ميرا موراتي تغادر أوبن إيه آي",
        published="2026-01-15",
        publisher="مرسى الأخبار",
    ),
    Document(
        text=f"Barret Zoph may leave Thinking Machines Lab for Google, two people said. {HOSTILE} He did not comment.",
        id=f"x{HOSTILE}",
        lang="en",
        title=HOSTILE,
        published="2026-02-02",
        publisher=HOSTILE,
        url="javascript:alert(1)",
    ),
)


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of the articles, made once; nobody changes it."""
    path = tmp_path_factory.mktemp("web") / "record.db"
    with Library(str(path)) as library:
        for added in library.add(ARTICLES, EmbeddedReader(is_quick=True)):
            assert added.outcome == "added", added
        library.refresh()
    return path


@pytest.fixture
def visitor(record: Path) -> Iterator[TestClient]:
    """Somebody who asks for pages."""
    with TestClient(create_application(Library(str(record))), base_url="http://localhost") as client:
        yield client


@pytest.fixture
def nothing_stored(tmp_path: Path) -> Iterator[TestClient]:
    """Somebody who asks for the pages of an empty record."""
    with TestClient(create_application(Library(str(tmp_path / "empty.db"))), base_url="http://localhost") as client:
        yield client


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    """The address of a server for a browser."""
    with served(create_application(Library(str(record)))) as address:
        yield address
