"""Events of people whose names follow later: of a counted group, and in the items of a list."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.model import notes
from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.scene import Event, Pending, Reading
from talentflow.reader.events.event_ends import give_slots
from talentflow.reader.events.listing import listed_person
from talentflow.reader.words.page import Entity
from talentflow.reader.words.trigger_frames import frames


def late_named(reading: Reading) -> list[Event]:
    """The events of a counted group whose names this sentence gives at last, as one list of just as many."""
    out: list[Event] = []
    number = reading.sentence.number
    waiting = [p for p in reading.context.pending if 0 < number - p.sentence.number <= 2]
    among = _named_among(reading) if waiting else []
    for pending in waiting:
        if among and len(among) <= pending.count:
            out.extend(_late_event(reading, pending, member) for member in among)
            reading.context.pending.remove(pending)
            continue
        for members in _lists_of(reading):
            if len(members) == pending.count:
                out.extend(_late_event(reading, pending, member) for member in members)
                reading.context.pending.remove(pending)
                break
    return out


def _named_among(reading: Reading) -> list[Entity]:
    """All whom a sentence names that opens with words such as "among them" and tells nothing else of them."""
    sentence = reading.sentence
    if reading.triggers or not any(hit.start <= 1 for hit in sentence.of_kind("including")):
        return []
    people = [m.entity for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.owner]
    return list(dict.fromkeys(people))


def listed_events(reading: Reading, told: list[Event]) -> list[Event]:
    """The event that the lead of a list tells of the person with whose name this item begins."""
    lead, person = reading.context.listing, listed_person(reading)
    if lead is None or person is None or any(event.person is person and not event.rank for event in told):
        return []
    return [_late_event(reading, lead, person)]


def _lists_of(reading: Reading) -> list[list[Entity]]:
    out: list[list[Entity]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "person" or mention.entity is None or mention.is_anaphor:
            continue
        if any(mention.entity is member for members in out for member in members):
            continue
        members = [m.entity for m in chain_of(reading, mention) if m.entity is not None]
        if len(members) > 1:
            out.append(members)
    return out


def _late_event(reading: Reading, pending: Pending, person: Entity) -> Event:
    trigger: Trigger = pending.hit.payload
    frame = frames()[trigger.event]
    event = Event(frame.yields, person, pending.sentence, trigger, pending.hit.start, pending.hit.end, how=trigger.how)
    event.person_score, event.is_late = 2.0, True
    event.last_org = reading.context.last_org
    told = notes.EVENTS[trigger.event]
    event.notes.append(notes.note(notes.TELLS_OF_SEVERAL, words=trigger.label, event=told, count=str(pending.count)))
    give_slots(event, pending.slots, reading)
    if event.from_org is not None:
        event.role_from = pending.post
    else:
        event.role_to = pending.post
    return event
