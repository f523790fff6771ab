"""Brace patterns: all combinations, none twice written by hand."""

from __future__ import annotations

import pytest

from talentflow.languages.braces import Phrases, expand


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("left", ["left"]),
        ("{leave,leaves} {her,his} job", ["leave her job", "leave his job", "leaves her job", "leaves his job"]),
        ("step{s,ped} {right ,}down", ["steps right down", "steps down", "stepped right down", "stepped down"]),
    ],
)
def test_expands_to_every_combination(pattern: str, phrases: list[str]) -> None:
    assert expand(pattern) == phrases


@pytest.mark.parametrize("pattern", ["{left", "left}", "{left,{quit}}"])
def test_refuses_unbalanced_braces(pattern: str) -> None:
    with pytest.raises(ValueError, match="unbalanced braces"):
        expand(pattern)


PATTERNS = [("{leave,leaves} {her,his} {,old }job", "goes"), ("{her,}", "owns"), ("stay{s,ed,}", "stays")]


def test_phrases_are_those_of_their_patterns_in_order() -> None:
    phrases = Phrases(PATTERNS)
    expected = [(phrase, meaning) for pattern, meaning in PATTERNS for phrase in expand(pattern) if phrase]
    assert list(phrases) == expected
    assert len(phrases) == len(expected) == 12
    assert phrases[-1] == ("stay", "stays")
    assert phrases[7:9] == [("leaves his old job", "goes"), ("her", "owns")]


@pytest.mark.parametrize("numbers", [[], [0], [3, 4, 5, 8], list(range(12)), [11]])
def test_some_phrases_are_made_without_the_others(numbers: list[int]) -> None:
    phrases = Phrases(PATTERNS)
    assert phrases.at(numbers) == [phrases[number] for number in numbers] == [list(phrases)[n] for n in numbers]


def test_one_phrase_of_a_pattern_that_stands_for_many() -> None:
    pattern = "{" + ",".join(map(str, range(40))) + "} {a,b,c}"
    assert Phrases([("left", 0), (pattern, 1)])[1 + 3 * 17 + 2] == ("17 c", 1)


def test_phrases_end() -> None:
    with pytest.raises(IndexError):
        Phrases(PATTERNS)[12]
