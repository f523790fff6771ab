"""Leavings for the sake of what was told before: "Quanta has four founders. Two had left Borealis for the occasion"."""

from __future__ import annotations

from dataclasses import replace

from talentflow.model import notes
from talentflow.reader.cast.scene import Context, Event, Founding
from talentflow.reader.words.page import Entity, Sentence

_REACH = 8  # words between a verb of leaving and "for the occasion"
_TOLD_WITHIN = 3  # sentences from the founding to what was left for it
_FOUNDER = "founder"
_SCORE = 2.0


def note_founding(context: Context, sentence: Sentence, events: list[Event]) -> None:
    """Keeps the employer whose founding a sentence tells, or of whose founders it speaks."""
    told = [event.to_org for event in events if event.yields == "found" and not event.rank and event.to_org is not None]
    if told:
        context.founding = Founding(sentence.number, told[0])
        return
    founders = [hit for hit in sentence.of_kind("role") if _FOUNDER in hit.payload.english]
    if not founders:
        return
    of = [
        m.entity for m in sentence.mentions
        if m.kind == "org" and m.entity is not None and m.entity.name and m.mark == "of"
        and any(m.mark_at == hit.end for hit in founders)
    ]  # fmt: skip
    org = of[0] if of else context.topic
    if org is not None:
        context.founding = Founding(sentence.number, org)


def for_the_occasion(context: Context, event: Event) -> Event:
    """An event as the founding for which somebody left, where words say so; else the event itself.

    Whoever is told in the same breath to have come from elsewhere founds the same: "the fifth came from Quanta".
    """
    founding, sentence = context.founding, event.sentence
    if founding is None or sentence.number - founding.number > _TOLD_WITHIN or event.to_org is not None:
        return event
    if event.from_org is None or event.from_org is founding.org:
        return event
    if event.yields == "leave" and _says_for_it(event):
        founding.left_for = sentence.number
        return _founded(event, founding.org)
    is_told_along = founding.left_for >= 0 and sentence.number - founding.left_for <= 1
    if event.yields == "join" and is_told_along and not event.trigger.noun:
        return _founded(event, founding.org)
    return event


def _says_for_it(event: Event) -> bool:
    return any(-_REACH <= hit.start - event.end <= _REACH for hit in event.sentence.of_kind("for_it"))


def _founded(event: Event, org: Entity) -> Event:
    return replace(
        event, yields="found", trigger=replace(event.trigger, event="found"), to_org=org, to_score=_SCORE,
        to_meant=False, role_from=None, notes=[*event.notes, notes.note(notes.FOR_THE_FOUNDING)],
    )  # fmt: skip
