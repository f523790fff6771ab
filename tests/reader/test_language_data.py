"""Every trigger of every language brings its proof: its example is read as its event, its near miss is not."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from talentflow.languages import language_codes
from talentflow.languages.braces import expand
from talentflow.model import Document
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

TOLD_BY_VERB = 1.6  # the strength of a tie that a verb of working tells


def triggers(key: str) -> list[Any]:
    """The triggers of all folders that have a key, each with its language."""
    out: list[Any] = []
    for code in language_codes():
        text = (files("talentflow.languages") / "data" / code / "triggers.toml").read_text(encoding="utf-8")
        for number, entry in enumerate(tomllib.loads(text)["trigger"], 1):
            if key in entry:
                out.append(pytest.param(code, entry, id=f"{code} {number} {entry['event']}"))
    return out


def reading_of(text: str, code: str) -> Understanding:
    """What the sentence says."""
    return understand(make_page(Document(text, "a", code, "", "2025-06-11"), lexicon_for(code, True)))


def events_of(found: Understanding) -> set[str]:
    """The events that a sentence tells, a verb of working among them."""
    works = {"work" for tie in found.ties if tie.strength == TOLD_BY_VERB}
    return {event.trigger.event for event in found.events} | works


@pytest.mark.parametrize(("code", "entry"), triggers("example"))
def test_the_example_is_read_as_its_event(code: str, entry: dict[str, Any]) -> None:
    found = reading_of(entry["example"], code)
    labels = {hit.payload.label for sentence in found.page.sentences for hit in sentence.of_kind("trigger")}
    assert labels & {form for pattern in entry["forms"] for form in expand(pattern.partition("…")[0])}, (
        "the example has none of its forms"
    )
    assert events_of(found) >= ({entry["event"]} - {"none"})


@pytest.mark.parametrize(("code", "entry"), triggers("near_miss"))
def test_the_near_miss_is_not(code: str, entry: dict[str, Any]) -> None:
    assert entry["event"] not in events_of(reading_of(entry["near_miss"], code))
