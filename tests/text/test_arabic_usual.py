"""Arabic letters in Latin ones: listed names, names by their sound, and native ones that stay as they are read."""

from __future__ import annotations

import pytest

from talentflow.text.arabic_usual import usual_arabic


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("سامر الخطيب", "Samer Al-Khatib"),
        ("عبد العزيز بن سلمان", "Abdulaziz bin Salman"),  # written apart, it is one name
        ("ستيف باركر", "Steve Parker"),
        ("فيرونيكا فيليبس", "Veronica Phillips"),  # f for v, and i for e
        ("بريندا فوغل", "Brenda Vogel"),  # b and g
        ("ليونارد ريغان", "Leonard Reagan"),  # l is no r
        ("رونالد لارسون", "Ronald Larson"),
        ("جيمس بيل", "James Bell"),  # a family name here,
        ("بيل باركر", "Bill Parker"),  # and a given name there
        ("فيرنر أونيل", "Werner O'Neill"),  # what is heard leaves more than one spelling
        ("مالكوم ماكارثي", "Malcolm McCarthy"),
        ("طارق حتر", "Tariq Hattar"),  # a native name is not made a foreign one
    ],
)
def test_names_are_spelled_as_usual(name: str, latin: str) -> None:
    assert usual_arabic(name) == latin
