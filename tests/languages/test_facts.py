"""Words of facts that break the schema are told of with place and remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentflow.languages import language_codes
from talentflow.languages.facts import load_facts, read_facts
from talentflow.model import DataError


def test_every_language_has_words_of_facts() -> None:
    assert [code for code in language_codes() if not load_facts(code).phrases] == []


def test_a_language_without_the_file_tells_none(tmp_path: Path) -> None:
    assert read_facts(tmp_path).phrases == {}
    assert load_facts("xx").phrases == {}


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('[[fact]]\ntype = "gossip"\nforms = ["x"]\nexample = "y"', "unknown type 'gossip'"),
        ('[[fact]]\nforms = ["x"]\nexample = "y"', "no type"),
        ('[[fact]]\ntype = "funding"\ntakes = ["cake"]\nforms = ["x"]\nexample = "y"', "unknown thing taken 'cake'"),
        ('[[fact]]\ntype = "funding"\nexample = "y"', "no forms"),
        ('[[fact]]\ntype = "funding"\nforms = ["x"]', "no example"),
        ('[[fact]]\ntype = "funding"\nwho = ["cat"]\nforms = ["x"]\nexample = "y"', "unknown sort of subject 'cat'"),
        ('[thing]\ncake = ["x"]', "unknown key 'cake'"),
        ('[amount.magnitude]\nmany = ["x"]', "'many' is no number"),
    ],
)
def test_a_wrong_entry_is_told_of(tmp_path: Path, text: str, wrong: str) -> None:
    (tmp_path / "facts.toml").write_text(text, encoding="utf-8")
    with pytest.raises(DataError, match=wrong):
        read_facts(tmp_path)
