"""Arabic names in Latin letters: plausible, with vowels; names that are Latin already stay as they are."""

import pytest

from talentflow.text.arabic_latin import latin_of
from talentflow.text.romanise import romanise


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("زوف", "Zof"),
        ("موراتي", "Morati"),
        ("مارك", "Mark"),
        ("يانغ", "Yang"),
        ("وانغ", "Wang"),
        ("إيغور", "Igor"),
        ("أيمن", "Aiman"),
        ("الخضيري", "Al Khadiri"),
        ("الغامدي", "Al Ghamdi"),
        ("حدّاد", "Haddad"),
        ("محمد", "Mohammed"),
        ("بن", "bin"),
        ("عبدالرحمن", "Abdul Rahman"),
        ("شونهولتز", "Shonholtz"),
    ],
)
def test_vowels_that_the_script_leaves_out_are_guessed(word: str, latin: str) -> None:
    assert latin_of(word) == latin


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("توم بيرغ", ("Tom Birg", True)),
        ("Tom Berg", ("Tom Berg", False)),
        ("خالد بن محمد آل نهيان", ("Khaled bin Mohammed Al Nahyan", True)),
    ],
)
def test_a_whole_name_says_whether_its_spelling_is_ours(name: str, result: tuple[str, bool]) -> None:
    assert romanise(name) == result
