from __future__ import annotations

import pytest

from talentflow.store.search import search_words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Sébastien Bubeck's", ["sebastien", "bubeck", "s"]),
        ("إلى OpenAI", ["الي", "openai"]),
        ("腾讯AI", ["腾", "讯", "ai"]),
        ("a_b", ["a", "b"]),
        ('"* ) (', []),
    ],
)
def test_words_are_folded_and_unparted_scripts_are_parted(written: str, words: list[str]) -> None:
    assert search_words(written) == words
