"""What each kind of trigger means: the frames of `languages/data/events.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.reader.words.page import Sentence


@dataclass(frozen=True, slots=True)
class Frame:
    """The slots that an event opens: for each, how much every way of standing there speaks for it."""

    name: str
    yields: str
    is_agent: bool
    person_after: bool
    from_marks: dict[str, float]
    to_marks: dict[str, float]


@cache
def frames() -> dict[str, Frame]:
    """The frames by the name of their event."""
    path = files("talentflow.languages") / "data" / "events.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {
        name: Frame(
            name,
            entry["yields"],
            entry.get("agent", False),
            entry.get("person_after", False),
            entry.get("from", {}),
            entry.get("to", {}),
        )
        for name, entry in data.items()
    }


def tells_any(sentence: Sentence, yields: Container[str]) -> bool:
    """Whether a sentence has any phrase of an event that yields one of these."""
    return any(
        (frame := frames().get(hit.payload.event)) is not None and frame.yields in yields
        for hit in sentence.of_kind("trigger")
    )
