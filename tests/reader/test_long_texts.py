"""Texts that no newsroom writes: their length must cost time in proportion, and no more memory than a page."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import LONGEST_TEXT, cut_page

MOVE = "Ada Moreno left OpenAI for Anthropic on Monday."


def _moves(text: str) -> list[str]:
    return [str(move) for move in EmbeddedReader(is_quick=True).read(Document(text=text, lang="en")).moves]


@pytest.mark.parametrize(
    "filler",
    ["a", "a ", ".", '"', "word, ", "Ada ", "\u0300", "\n", "ا", "1", "OpenAI left. "],
)
def test_finds_the_move_before_a_hundred_thousand_characters_of_anything(filler: str) -> None:
    text = MOVE + "\n" + filler * (100_000 // len(filler))
    assert any("Ada Moreno" in move and "Anthropic" in move for move in _moves(text))


def test_cuts_a_line_without_a_full_stop_into_pieces() -> None:
    page = cut_page(Document(text="word " * 20_000, lang="en"), lexicon_for("en"))
    assert all(sentence.end - sentence.start <= 1_000 for sentence in page.sentences)


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "他" * 5_000), ("zh", "陈思远加入月之暗面，" * 500), ("ja", "退社した、" * 900)]
)
def test_cuts_a_line_without_spaces_into_smaller_pieces_after_its_commas(lang: str, text: str) -> None:
    page = cut_page(Document(text=text, lang=lang), lexicon_for(lang))
    assert all(sentence.end - sentence.start <= 300 for sentence in page.sentences)
    assert "".join(text[sentence.start : sentence.end] for sentence in page.sentences) == text
    if text[-1] in "，、":
        assert all(text[sentence.end - 1] == text[-1] for sentence in page.sentences)


def test_says_how_much_it_searched_of_a_text_that_is_too_long() -> None:
    text = MOVE + "\n\n" + "The weather stays dry.\n" * (LONGEST_TEXT // 20)
    reading = EmbeddedReader(is_quick=True).read(Document(text=text, lang="en"))
    assert reading.searched == LONGEST_TEXT


def test_says_nothing_of_a_text_that_it_searched_whole() -> None:
    assert EmbeddedReader(is_quick=True).read(Document(text=MOVE, lang="en")).searched is None
