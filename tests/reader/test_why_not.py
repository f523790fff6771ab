"""Why a sentence gave no claim is told from what was found in it."""

from __future__ import annotations

import pytest

from talentflow.model import DataError, Document
from talentflow.reader.why_not import why_not

TEXT = (
    "Ada Moreno left OpenAI for Anthropic on Monday. The weather stays dry. "
    "Nobody knows whether Ada Moreno ever met Tim Cook of Apple. The firm said that its product had left beta."
)


def told(words: str, text: str = TEXT, lang: str = "en") -> str:
    return "\n".join(line for answer in why_not(Document(text=text, lang=lang), words) for line in answer.lines)


def test_shows_what_became_a_claim() -> None:
    lines = told("left OpenAI for")
    assert "“left” (leave)" in lines
    assert "Ada Moreno: OpenAI -> Anthropic, move" in lines
    assert ": a claim" in lines


@pytest.mark.parametrize("words", ["LEFT openai", "left  OpenAI\nfor", "left OpenAI"])
def test_finds_the_sentence_however_the_words_are_written(words: str) -> None:
    assert "Ada Moreno" in told(words)


def test_says_that_no_word_tells_of_a_change() -> None:
    assert "none that this language’s data knows" in told("ever met")
    assert "people: none found" in told("weather stays dry")


def test_says_what_weighs_against_a_reading_that_is_not_sure_enough() -> None:
    answers = why_not(Document(text=TEXT, lang="en"), "left OpenAI for", threshold=1.1)
    lines = "\n".join(line for answer in answers for line in answer.lines)
    assert "no claim, 1.10 is asked" in lines
    assert "against it: " in lines


def test_an_article_that_the_gate_passes_over_is_said_to_be_unread() -> None:
    assert "passed over unread" in told("weather", "The weather stays dry. It rains elsewhere.")


def test_shows_an_arabic_sentence_too() -> None:
    assert "(leave)" in told("غادرت", "غادرت ميرا موراتي شركة OpenAI.", "ar")


@pytest.mark.parametrize("words", ["no such words", "", "   "])
def test_words_that_no_sentence_has_are_an_error_with_a_remedy(words: str) -> None:
    with pytest.raises(DataError, match="Copy some words of one sentence"):
        why_not(Document(text=TEXT, lang="en"), words)


def test_a_language_without_a_folder_is_an_error() -> None:
    with pytest.raises(DataError, match="talentflow languages"):
        why_not(Document(text="Ada drogi", lang="xx"), "Ada")
