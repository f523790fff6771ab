"""Brace patterns: all combinations, none twice written by hand."""

from __future__ import annotations

import pytest

from talentflow.languages.braces import expand


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
