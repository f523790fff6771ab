"""The articles that the ledger's growth is measured with, and the addresses that the window's speed is."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.registry import Registry
from talentflow.serve.web import create_application


@pytest.fixture(autouse=True)
def _bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "bench"))


def generated_articles(count: int) -> Iterator[Any]:
    from generated import generated  # type: ignore[import-not-found]

    yield from generated(count)


def test_the_same_articles_come_whatever_the_count() -> None:
    from generated import generated  # type: ignore[import-not-found]

    few, many = list(generated(40)), list(generated(120))
    assert many[:40] == few
    days = [article.document.published for article in many]
    assert days == sorted(days)
    assert len({article.document.id for article in many}) == 120
    for article in many:
        text = article.document.text
        for claim in (*article.reading.moves, *article.reading.positions):
            assert all(text[span.start : span.end] == span.quote for span in claim.evidence)
    assert "generated" in sys.modules


def test_every_kind_of_page_and_endpoint_that_is_measured_answers(tmp_path: Path) -> None:
    import growth  # type: ignore[import-not-found]
    import window  # type: ignore[import-not-found]

    path = tmp_path / "record.db"
    with Library(str(path), registry=Registry()) as library:
        told = growth.ClaimsReader()
        for documents in growth.batches(generated_articles(60), told):
            list(library.add(documents, told))
        library.refresh()
    window.add_facts(path)
    known = window.met(path)
    library = Library(str(path), registry=Registry())
    _, token = library.tokens.make("Carla", ["review", "add"], author="Carla")
    chance = random.Random(1)
    with TestClient(create_application(library, None)) as client:
        for kind in window.kinds_of(known):
            headers = {"Authorization": f"Bearer {token}"} if kind.needs_token else {}
            for _ in range(2):
                address = kind.draw(chance)
                assert client.get(address, headers=headers).status_code == 200, address
