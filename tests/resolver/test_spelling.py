"""What a spelling costs: the limit on the cost changes no cost that is within it."""

from __future__ import annotations

import pytest

from talentflow.resolver.letters import units_of
from talentflow.resolver.parts import classes_of
from talentflow.resolver.spelling import NEVER, cost_of, letters_of

SPELLED = [
    ("نوكس", "arabic", "knox"),  # two letters that are one in the other script, at the end
    ("زوف", "arabic", "zoph"),
    ("سوتسكيفر", "arabic", "sutskever"),
    ("Суцкевер", "cyrillic", "sutskever"),
    ("무라티", "hangul", "murati"),
    ("サツケヴァー", "kana", "sutskever"),
]


@pytest.mark.parametrize(("written", "script", "latin"), SPELLED)
def test_a_limit_changes_no_cost_within_it(written: str, script: str, latin: str) -> None:
    letters = letters_of(script)
    assert letters is not None
    rows = letters.rows_of(units_of(written, script))
    cost = cost_of(rows, latin)
    assert cost < NEVER
    assert cost_of(rows, latin, cost + 0.1) == cost
    assert cost_of(rows, latin, cost - 0.1) == NEVER


@pytest.mark.parametrize(("written", "script", "latin"), SPELLED)
def test_another_word_costs_more(written: str, script: str, latin: str) -> None:
    letters = letters_of(script)
    assert letters is not None
    rows = letters.rows_of(units_of(written, script))
    assert cost_of(rows, latin) < cost_of(rows, "gonzalez")


@pytest.mark.parametrize(
    ("latin", "classes"),
    [
        ("katz", "KK"),
        ("tchaikovsky", "KKBKK"),
        ("fischer", "BKR"),
        ("wicker", "KR"),
        ("ullmann", "RNN"),
        ("ada", "T"),
        ("ai", ""),
    ],
)
def test_letters_that_stand_for_one_consonant_are_one(latin: str, classes: str) -> None:
    assert classes_of(latin) == classes
