"""The model is asked only where the embedded reader is in doubt; agreement makes surer, disagreement is marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from talentflow.model import DISPUTE, MoveClaim
from talentflow.reader import cascade
from talentflow.reader.cascade import DISPUTED, CascadeReader
from talentflow.reader.embedded import EmbeddedReader
from tests.chat_server import ChatServer, chat, claims, move, serving
from tests.reader.llm.make import article, reader_for

CLEAR = "Mira Murati left OpenAI to join Anthropic on Monday."
NOTHING = "The weather in Lisbon stays dry.\n\nFarmers hope for rain, said a spokesman of the ministry."
ASKED = claims(move("Mira Murati", "OpenAI", "Anthropic", CLEAR))


@contextmanager
def cascading(answer: dict[str, Any]) -> Iterator[tuple[CascadeReader, ChatServer]]:
    with serving(lambda request: chat(answer)) as server, reader_for(server.url) as model:
        yield CascadeReader(model), server


def claimed(text: str) -> MoveClaim:
    (found,) = EmbeddedReader().read(article(text)).moves
    return found


def test_what_tells_of_nothing_is_passed_over() -> None:
    with cascading(ASKED) as (reader, server):
        assert reader.read(article(NOTHING)).moves == ()
        assert server.requests == []
        assert (reader.counts["articles"], reader.counts["asked"]) == (1, 0)


def test_what_the_embedded_reader_reads_surely_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade, "SURE", claimed(CLEAR).confidence)
    with cascading(ASKED) as (reader, server):
        (found,) = reader.read(article(CLEAR)).moves
        assert server.requests == []
    assert str(found) == "Mira Murati: OpenAI -> Anthropic, done"


def test_where_it_is_in_doubt_both_together_are_surer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade, "SURE", 1.0)
    with cascading(ASKED) as (reader, server):
        (found,) = reader.read(article(CLEAR)).moves
        assert len(server.requests) == 1
    assert found.confidence > max(claimed(CLEAR).confidence, 0.75)
    assert DISPUTE not in found.explanation


def test_disagreement_is_kept_with_a_low_confidence_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade, "SURE", 1.0)
    with cascading(claims(move("Mira Murati", "Anthropic", "OpenAI", CLEAR))) as (reader, _):
        found = reader.read(article(CLEAR)).moves
        assert reader.counts["disputed"] == 2
    assert len(found) == 2
    assert all(claim.confidence <= DISPUTED and DISPUTE in claim.explanation for claim in found)


def test_only_the_passages_in_doubt_are_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cascade, "SURE", 1.0)
    dry, rain = "The weather stays dry in Lisbon and Porto, they say.\n", "It rains elsewhere.\n"
    text = dry * 30 + f"{CLEAR}\n" + rain * 30
    with cascading(ASKED) as (reader, server):
        (found,) = reader.read(article(text)).moves
        assert CLEAR in server.requests[0].passage
        assert len(server.requests[0].passage) < len(text) / 3
    (span,) = found.evidence
    assert text[span.start : span.end] == span.quote


def test_a_language_without_rules_is_left_to_the_model() -> None:
    with cascading(ASKED) as (reader, server):
        assert len(reader.read(article(CLEAR, "xx")).moves) == 1
        assert len(server.requests) == 1


def test_the_version_names_all_that_has_a_part_in_it() -> None:
    with cascading(ASKED) as (reader, _):
        assert reader.version == f"1 embedded-{EmbeddedReader.version} scripted-1 prompt-1"
