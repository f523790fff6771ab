"""Where somebody is now, told only beside the name: "the former Borealis engineer Ada Moreno, now at Quanta, has said".

That is where they work, and no news of their coming, unless the article tells that they have left somewhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.reader.cast.scene import Event
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit

_FROM_NAME = 8  # words from a name to what is told of it now
_TO_EMPLOYER = 3
_STRENGTH = 2.0
_PLACED = ("at", "with", "of", "by")
_LEAVING = ("leave", "shift", "found", "absence")


def works_now(sentence: Sentence) -> list[Affiliation]:
    """The ties that "now at" tells of the name before it."""
    out: list[Affiliation] = []
    for hit in sentence.of_kind("current"):
        org = _employer(sentence, hit)
        person = _described(sentence, hit)
        if org is None or org.entity is None or person is None or person.entity is None:
            continue
        out.append(
            Affiliation(
                person.entity, org.entity, None, "current", sentence, hit.start, org.end, _STRENGTH,
                person_at=person.start,
            )
        )  # fmt: skip
    return out


def leave_descriptions(events: list[Event], before: int, ties: Sequence[Affiliation]) -> None:
    """Takes out the events of a sentence that only say where somebody is now, of whom no leaving is told.

    They stand in `events`, those of the article so far, from place `before` on; `ties` are those of `works_now`.
    """
    if not ties:
        return  # most sentences: then nothing that was told before is looked through
    left = {id(event.person) for event in events if event.yields in _LEAVING}
    places = {(tie.start, id(tie.person)) for tie in ties}
    events[before:] = [
        event for event in events[before:]
        if event.yields != "join" or id(event.person) in left or (event.start, id(event.person)) not in places
    ]  # fmt: skip


def _employer(sentence: Sentence, hit: Hit) -> Mention | None:
    """The organization that words for "now" lead to, by a preposition or by words that say how somebody works there."""
    orgs = [m for m in sentence.mentions if m.kind == "org" and 0 <= m.start - hit.end <= _TO_EMPLOYER]
    if not orgs:
        return None
    org = orgs[0]
    if org.mark in _PLACED and 0 <= org.mark_at - hit.end <= 0:
        return org
    comes = [t for t in sentence.of_kind("trigger") if t.payload.event == "join" and t.start == hit.start]
    return org if any(0 <= org.start - trigger.end <= 1 for trigger in comes) else None


def _described(sentence: Sentence, hit: Hit) -> Mention | None:
    """The name before, where nothing happens between it and the words."""
    people = [m for m in sentence.mentions if m.kind == "person" and m.end <= hit.start and not m.is_anaphor]
    if not people or hit.start - people[-1].end > _FROM_NAME:
        return None
    happens = any(people[-1].end <= t.start < hit.start for t in sentence.of_kind("trigger"))
    return None if happens else people[-1]
