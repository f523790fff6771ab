"""The engine knows no language: what differs between languages is data."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import talentflow.reader
from talentflow.languages import language_codes

FILES = sorted(Path(talentflow.reader.__path__[0]).glob("*.py"))


def words_in(file: Path) -> list[str]:
    """The texts that a module's code holds, apart from what it explains."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    explained = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in explained]
    return [node.value for node in constants if isinstance(node.value, str)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_no_code_holds_a_language_or_its_letters(file: Path) -> None:
    beyond_latin = [word for word in words_in(file) if any(c.isalpha() and ord(c) > 0x36F for c in word)]
    assert beyond_latin == []
    assert set(words_in(file)) & set(language_codes()) == set()
