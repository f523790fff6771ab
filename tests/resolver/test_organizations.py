"""`same_organization`: hits and near misses, a phenomenon a row."""

from __future__ import annotations

import pytest

from talentflow.resolver import same_organization


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OpenAI", "Open AI"),
        ("Zorvex GmbH", "Zorvex"),  # legal forms
        ("株式会社ゾルベックス", "Zorvex"),
        ("Zorvex Deep Technologies", "ZDT"),  # initials
        ("Massachusetts Institute of Technology", "MIT"),
        ("Safe Superintelligence", "SSI"),
        ("Safe Zorvexintelligence", "SZI"),  # letters within a word
        ("Microsoft", "مايكروسوفت"),  # the registry knows
        ("Zorvex Labs", "مختبرات زورفكس"),  # translated kind, spelled name
        ("Zorvex AI", "زورفكس إيه آي"),  # a kind that is two words when it is spelled
        ("Zorvex AI", "زورفكس إي آي"),
        ("Зорвекс", "Zorvex"),
        ("Stanford University", "جامعة ستانفورد"),
        ("Twitter", "X"),  # renamed
        ("Facebook", "ميتا"),
        ("Zorvex Deep (ZDX)", "ZDX"),
    ],
)
def test_one_organization(one: str, other: str) -> None:
    assert same_organization(one, other).is_same
    assert same_organization(one, other).score == same_organization(other, one).score


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Google", "Google Research"),  # a part of the house
        ("Microsoft", "Azure"),
        ("Anthropic", "Antropia"),
        ("Zorvex University", "بنك زورفكس"),  # another kind of house
        ("Zorvex Bank", "زورفكس إيه آي"),
        ("Zorvex Deep Technologies", "ZDK"),
        ("Twitter", "Block"),
        ("a new AI startup", "Zorvex"),  # no name yet
        ("شركة ناشئة جديدة", "Zorvex"),
        ("Meta", "بيتا"),
    ],
)
def test_two_organizations(one: str, other: str) -> None:
    assert not same_organization(one, other).is_same


def test_reasons_tell_dates_and_parts() -> None:
    assert same_organization("Twitter", "X").reasons == ("“Twitter” has been called “X” since 2023-07-24",)
    assert "is a part of" in same_organization("Google Research", "Google").reasons[0]
    assert "gives no name" in same_organization("a new start-up", "Zorvex").reasons[0]


@pytest.mark.parametrize("odd", ["", " ", "-", "()", "،", "🙂", "株式会社", "Inc."])
def test_odd_input_is_no_error(odd: str) -> None:
    for other in (odd, "OpenAI", "مايكروسوفت"):
        assert 0.0 <= same_organization(odd, other).score <= 1.0
