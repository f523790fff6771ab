"""Names of the Arab world get the vowels that their letters leave out; what was learnt must not spoil the rest."""

from __future__ import annotations

import pytest

from talentflow.text.arabic_spelling import SpellingModel, arabic_spelling
from talentflow.text.arabic_usual import usual_arabic


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("رشا طلبة", "Rasha Tolba"),  # an o that is not written
        ("حصة الكعبي", "Hessa Al Kaabi"),  # one letter that is heard twice
        ("لبنى قضماني", "Lubna Qudmani"),
        ("عبدالصمد الحربي", "Abdul Samad Al-Harbi"),
        ("زينب محيسن", "Zainab Muhaisen"),
        ("خالد بن صقر المري", "Khaled bin Saqr Al-Marri"),  # particles stay particles
        ("محمد بن عبدالله", "Mohammed bin Abdullah"),  # what has one spelling keeps it
        ("ليونارد فيشر", "Leonard Fisher"),  # a foreign name is none of its business
    ],
)
def test_a_name_of_the_arab_world_is_spelled_as_such_names_are(name: str, latin: str) -> None:
    assert usual_arabic(name) == latin


def test_a_longer_chain_outweighs_a_usual_letter() -> None:
    counts = {("م:m",): 6, ("م:mo",): 4, ("ر:r",): 9, ("م:mo", "ر:r"): 4, ("\u2402",): 9}
    assert SpellingModel(counts).spellings("مر")[0][1] == "mor"
    assert SpellingModel({("م:m",): 6, ("م:mo",): 4, ("ر:r",): 9}).spellings("مر")[0][1] == "mr"


def test_letters_that_no_name_had_are_left_out() -> None:
    assert arabic_spelling().spellings("مٿ")[0][1]
