"""Where somebody worked whom a sentence only names as replaced: "Lucy Quinn replaces Andrew Ferris at Borealis"."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.reader.cast.scene import CLEAR_MOVER, Event, Reading
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Mention

_WITHIN = 8  # words from the verb to whom it takes
_STRENGTH = 1.6


def held_before(reading: Reading, events: Sequence[Event], ties: Sequence[Affiliation]) -> list[Affiliation]:
    """The ties of those whom the movers of a sentence's `events` replace: the employer is theirs too, until then.

    `ties` are what the sentence says else: whoever has an employer of their own there is told of with that one.
    """
    out: list[Affiliation] = []
    if reading.lexicon.language.head_final:
        return out
    known = {id(tie.person) for tie in ties if tie.org is not None}
    for event in events:
        is_clear = event.trigger.event == "replace" and not event.rank and event.to_score >= CLEAR_MOVER
        if not is_clear or event.to_org is None or event.to_meant:
            continue
        name = _taken(reading, event)
        if name is None or name.entity is None or id(name.entity) in known:
            continue
        known.add(id(name.entity))
        out.append(
            Affiliation(
                name.entity, event.to_org, event.role_to, "past", reading.sentence, event.start, name.end, _STRENGTH,
                person_at=name.start,
            )
        )  # fmt: skip
    return out


def _taken(reading: Reading, event: Event) -> Mention | None:
    """The name that a verb of replacing takes: the first behind it that is not its subject."""
    for mention in reading.sentence.mentions:
        if mention.kind != "person" or mention.is_anaphor or mention.entity is event.person:
            continue
        if 0 <= mention.start - event.end <= _WITHIN:
            is_parted = any(event.end <= place < mention.start for place in reading.breaks)
            verbs = any(event.end <= trigger.start < mention.start for trigger in reading.triggers)
            return None if is_parted or verbs else mention
    return None


def is_replaced_before(reading: Reading, mention: Mention, place: int) -> bool:
    """Whether a name is what a verb of replacing took, of whose subject the next verb goes on: "接替李明，| 出任".

    In scripts without spaces a comma parts the two and nothing else says that the subject stays.
    """
    language, surface = reading.lexicon.language, reading.sentence.tokens.surface
    if not language.spaceless or language.head_final or mention.end > place:
        return False
    if not any(word in ",，" for word in surface[mention.end : place]):
        return False
    people = [m for m in reading.sentence.mentions if m.kind == "person"]
    if any(mention.end <= m.start < place for m in people):
        return False
    return any(
        trigger.payload.event == "replace"
        and trigger.end <= mention.start <= trigger.end + _WITHIN
        and any(m.end <= trigger.start for m in people)
        and not any(trigger.end <= m.start < mention.start for m in people)
        for trigger in reading.sentence.of_kind("trigger")
    )
