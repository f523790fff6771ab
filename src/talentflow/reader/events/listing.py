"""Lists whose lead tells once what all do whom the items name: "Borealis has hired ten people:", a name an item."""

from __future__ import annotations

from talentflow.reader.cast.scene import Context, Event, Pending, Reading
from talentflow.reader.events.ends import org_slots
from talentflow.reader.words.page import Entity, Sentence
from talentflow.reader.words.trigger_frames import frames

_BEFORE_ITEMS = 3  # sentences between the lead and the first item
_MOVING = ("leave", "join", "shift")


def open_list(reading: Reading, told: list[Event], groups: list[Pending]) -> None:
    """Keeps what a sentence tells of people whom it does not name, for the items that may follow it."""
    context, sentence = reading.context, reading.sentence
    if sentence.is_item or sentence.is_title:
        return
    lead = groups[-1] if groups else None
    if lead is None and not told and len(sentence.tokens) and sentence.tokens.surface[-1] in ":：":
        lead = _lead(reading)
    if lead is not None:
        context.listing = lead


def _lead(reading: Reading) -> Pending | None:
    """What the last trigger of a sentence tells that ends in a colon and names nobody."""
    for hit in reversed(reading.triggers):
        if frames()[hit.payload.event].yields in _MOVING:
            slots = org_slots(reading, frames()[hit.payload.event], hit)
            return Pending(reading.sentence, hit, 0, slots) if slots else None
    return None


def close_list(context: Context, sentence: Sentence) -> None:
    """Forgets the lead of a list where the article goes on without items."""
    lead = context.listing
    if lead is None:
        return
    since = context.listed_at if context.listed_at >= 0 else lead.sentence.number + _BEFORE_ITEMS
    if not sentence.is_item and sentence.number > since:
        context.listing, context.listed_at = None, -1


def listed_person(reading: Reading) -> Entity | None:
    """The person with whose name an item of a list begins that has a lead, unless the item says what they do."""
    context, sentence = reading.context, reading.sentence
    lead, entry = context.listing, context.entry
    if lead is None or not sentence.is_item or sentence.number <= lead.sentence.number:
        return None
    context.listed_at = sentence.number
    if entry is None or entry[0] != sentence.paragraph:
        return None
    first = next((m for m in sentence.mentions if m.kind == "person"), None)
    return entry[1] if first is not None and first.entity is entry[1] else None
