"""The words of a note give back the form that made them; what is no note of ours is left alone."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talentflow.model.notes import (
    CUE,
    EVENTS,
    FORMS,
    NUMBER_PLACES,
    SAID_PLACES,
    TELLS,
    TELLS_OF_SEVERAL,
    note,
    read_note,
)
from talentflow.reader.words.trigger_frames import frames

WORDS = st.text(min_size=1, max_size=20).filter(lambda words: not re.search("[“”:]", words))
FILLED = {
    **{place: st.sampled_from(sorted(said)) for place, said in SAID_PLACES.items()},
    **dict.fromkeys(NUMBER_PLACES, st.sampled_from(["0.98", "3.0", "12", "0.00"])),
}


@given(st.data(), st.sampled_from(FORMS))
def test_every_note_is_read_back(data: st.DataObject, form: str) -> None:
    places = {place: data.draw(FILLED.get(place, WORDS)) for place in re.findall(r"\{(\w+)\}", form)}
    assert read_note(note(form, **places)) == (form, places)


def test_of_several_people_and_of_one_are_told_apart() -> None:
    assert read_note("“left” tells of a departure") == (TELLS, {"words": "left", "event": "a departure"})
    several = read_note("“left” tells of a departure, for 3 people who are named afterwards")
    assert several == (TELLS_OF_SEVERAL, {"words": "left", "event": "a departure", "count": "3"})


@pytest.mark.parametrize(
    "words",
    [
        "trigger: left",
        "“left” tells of a secret",
        "status certain: “may”",
        "the encoder, which looks a second time, is quite sure of it",
        "the readers disagree!",
    ],
)
def test_what_is_no_note_of_ours_is_left_alone(words: str) -> None:
    assert read_note(words) is None


def test_a_note_has_a_form_that_surfaces_know() -> None:
    with pytest.raises(ValueError, match="no form"):
        note("trigger {words}", words="left")
    with pytest.raises(KeyError):
        note(CUE, words="may")


def test_every_event_has_its_words() -> None:
    assert set(EVENTS) == set(frames())
