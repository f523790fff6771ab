"""The articles that the ledger's growth is measured with."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def _bench(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[1] / "bench"))


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
