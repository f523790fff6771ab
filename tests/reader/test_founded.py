"""Nobody leaves or joins an employer before it exists: one behaviour a row."""

import pytest

from talentflow.model import Organization
from talentflow.reader.events.drafts import were_there
from talentflow.reader.words.page import Entity

from .sentences import moves_of


def _company(founded: int | None) -> Entity:
    record = Organization("borealis", "Borealis", founded=founded)
    return Entity("organization", "borealis", "Borealis", True, record=record)


@pytest.mark.parametrize(
    ("date", "founded", "expected"),
    [
        ("2015", 2023, False),
        ("2021-12-31", 2023, False),
        ("2022-11", 2023, True),  # newsrooms differ by a year on when a company began
        ("2023-07", 2023, True),
        ("2015", None, True),  # nobody knows
        (None, 2023, True),  # no day is told
    ],
)
def test_an_employer_is_no_end_of_a_move_before_its_time(date: str | None, founded: int | None, expected: bool) -> None:
    assert were_there(date, None, _company(founded)) is expected


def test_a_name_that_nobody_listed_may_be_of_any_age() -> None:
    assert were_there("1950", Entity("organization", "q", "Quillon", False))


@pytest.mark.parametrize(
    ("lang", "text", "told", "never"),
    [
        (
            "en",
            "Ada Moreno, head of research at xAI, has a history there. In 2015 she co-founded OpenAI.",
            "Ada Moreno: - -> OpenAI, done",
            "Ada Moreno: xAI -> OpenAI, done",
        ),
        (
            "es",
            "Ada Moreno es jefa de investigación de Mistral AI. En 2015 cofundó OpenAI.",
            "Ada Moreno: - -> OpenAI, done",
            "Ada Moreno: Mistral AI -> OpenAI, done",
        ),
    ],
)
def test_what_somebody_did_years_ago_does_not_start_from_a_younger_employer(
    lang: str, text: str, told: str, never: str
) -> None:
    found = moves_of(text, lang)
    assert told in found
    assert never not in found
