"""A language is begun from the template, and told what it lacks until it has what every language needs."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentflow.languages import begin_language, check_language, language_codes
from talentflow.languages.loader import files
from talentflow.model import DataError


def test_a_language_begun_from_the_template_loads_and_is_told_what_it_lacks(tmp_path: Path) -> None:
    language, lacks = check_language(begin_language("it", tmp_path))
    assert (language.code, language.name) == ("it", "NAME")
    assert "triggers.toml: no words that tell of a change" in lacks
    assert "language.toml: name and endonym are still the template's" in lacks


def test_what_was_filled_in_is_no_longer_lacking(tmp_path: Path) -> None:
    folder = begin_language("it", tmp_path)
    (folder / "triggers.toml").write_text(
        '[[trigger]]\nevent = "leave"\nforms = ["lascia"]\nexample = "Ada Moreno lascia Borealis."\n', encoding="utf-8"
    )
    _, lacks = check_language(folder)
    assert "triggers.toml: no words that tell of a change" not in lacks
    assert "triggers.toml: nothing tells of join, hire, dismiss, found, appoint, become, return, replace" in lacks


@pytest.mark.parametrize("code", language_codes())
def test_the_languages_that_are_there_lack_nothing(code: str) -> None:
    folder = Path(str(files("talentflow.languages") / "data" / code))
    assert check_language(folder)[1] == []


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    begin_language("it", tmp_path)
    with pytest.raises(DataError, match="exists already"):
        begin_language("it", tmp_path)


@pytest.mark.parametrize("code", ["", "IT", "italian", "../it", "i"])
def test_a_code_must_be_one(code: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="no language code"):
        begin_language(code, tmp_path)


def test_a_folder_without_a_language_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"no language\.toml"):
        check_language(tmp_path)
