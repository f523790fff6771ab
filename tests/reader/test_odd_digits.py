"""Characters that Unicode calls digits and that are no number: raised, circled, of other scripts."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader

ODD = ("²", "①", "⑽", "½", "Ⅳ", "१२", "٣", "²0²5", "7²", "𝟚")
TEXT = (
    "{0} engineers left OpenAI on {0} March {0}. Ada Byron ({0}), {0}, has left OpenAI for Anthropic, which raised "
    "${0} million in {0}. {0}. {0}, she said:{0}."
)


@pytest.fixture(scope="module")
def reader() -> EmbeddedReader:
    return EmbeddedReader(is_quick=True)


@pytest.mark.parametrize("lang", ["en", "es", "ar", "ja"])
@pytest.mark.parametrize("digits", ODD)
def test_are_read_without_a_complaint(reader: EmbeddedReader, digits: str, lang: str) -> None:
    reader.read(Document(TEXT.format(digits), id="odd", lang=lang, title=f"{digits} {digits}", published="2025-03-10"))


@pytest.mark.parametrize("digits", ODD)
def test_take_no_move_away(reader: EmbeddedReader, digits: str) -> None:
    text = f"Ada Byron has left OpenAI for Anthropic.{digits} The firm has {digits} rooms of 12 m{digits}."
    (move,) = reader.read(Document(text, id="odd", lang="en", published="2025-03-10")).moves
    assert (move.person.mention, move.kind) == ("Ada Byron", "move")
