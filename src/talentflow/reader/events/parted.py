"""Lists that semicolons part, so that each part is read as a sentence: "Four are leaving: A, who ran X; B; and C"."""

from __future__ import annotations

from dataclasses import replace

from talentflow.model import notes
from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.words.page import Mention, Sentence

_BEFORE_NAME = ("and", "role", "title", "determiner", "place", "former", "current", "new", "company", "org")


def unfinished(sentence: Sentence, told: list[Event], before: list[Event]) -> list[Event]:
    """The events of a sentence whose list of people goes on after it; `before` are those that it went on with."""
    if not _goes_on(sentence):
        return []
    surface = sentence.tokens.surface
    opened = [
        event for event in told
        if event.sentence is sentence and not event.rank and event.mention is not None
        and (":" in surface[event.end : event.mention.start] or _lists(sentence, event))
    ]  # fmt: skip
    return opened[:1] or before


def going_on(reading: Reading) -> list[Event]:
    """The events of the person with whom a further part of a list begins."""
    waiting = reading.context.unfinished
    first = _opening_person(reading.sentence) if waiting else None
    if first is None or (":" not in waiting[0].sentence.tokens.surface and _tells_itself(reading)):
        return []
    people = [m.entity for m in chain_of(reading, first) if m.entity is not None and m.start >= first.start]
    return [
        replace(event, person=person, mention=None, is_late=True, notes=[*event.notes, notes.note(notes.GOES_ON)])
        for event in waiting
        for person in people
        if event.person is not person
    ]


def _tells_itself(reading: Reading) -> bool:
    """Whether a part has a verb of its own, which is no part of a list: "hired A, an engineer; B left"."""
    relatives = reading.sentence.of_kind("relative")
    return any(
        not hit.payload.noun and not any(0 <= hit.start - relative.end <= 2 for relative in relatives)
        for hit in reading.triggers
    )


def _lists(sentence: Sentence, event: Event) -> bool:
    """Whether the verb leads and the first of its people is described: "With him come A, head of X; B ..."."""
    name = event.mention
    if name is None or name.start < event.end or name.end >= len(sentence.tokens) or event.trigger.noun:
        return False
    return sentence.tokens.surface[name.end] in ",،;؛(" and not any(
        hit.start >= name.end for hit in sentence.of_kind("trigger")
    )


def _goes_on(sentence: Sentence) -> bool:
    return bool(len(sentence.tokens)) and sentence.tokens.surface[-1] in ";؛"


def _opening_person(sentence: Sentence) -> Mention | None:
    """The person whom a sentence begins with, perhaps after "and" and a post."""
    first = min((m for m in sentence.mentions if m.kind == "person"), key=lambda m: m.start, default=None)
    if first is None or first.is_anaphor:
        return None
    passed = {i for hit in sentence.of_kinds(_BEFORE_NAME) for i in range(hit.start, hit.end)}
    is_first = all(i in passed or not sentence.tokens.surface[i][0].isalpha() for i in range(first.start))
    return first if is_first else None
