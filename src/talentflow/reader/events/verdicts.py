"""What a later sentence says of a change that was only reported: that it is denied, or that it is so.

"A spokesman denied the report.", "The company confirmed the move on Friday.": the sentence tells nothing of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.model import notes
from talentflow.reader.cast.scene import Event, Reading, recent
from talentflow.reader.events.replies import is_negated_at
from talentflow.reader.words.page import Entity, Sentence
from talentflow.reader.words.phrases import Hit

_MOST_WORDS = 18
_SHORT = 6  # words of a sentence in which somebody denies what was said of them: "She denied it."
_LETTERS = 4  # of a word that only points back
_OBJECT_WITHIN = 6  # words between a verb and what was reported
_BACK = 2  # sentences from a report to what is said of it


def take_verdicts(reading: Reading, events: Sequence[Event]) -> None:
    """Denies or confirms what was reported right before, where the sentence does nothing else."""
    sentence = reading.sentence
    if sentence.is_title or len(sentence.tokens) > _MOST_WORDS:
        return
    denials = [hit for hit in sentence.of_kind("cue") if hit.payload.status == "denied"]
    if any(_tells_itself(reading, hit, denials) for hit in reading.triggers):
        return
    if denials:
        if not is_negated_at(reading, denials[0]):
            has_object = _takes_report(sentence, denials[0], before=True) or _takes_nothing(sentence, denials[0])
            for event in _reported(reading, events):
                is_reported = _is_reported(event) and event.status != "denied"
                is_own = _is_about_oneself(reading, denials[0], event)
                if event.status == "rumored" or (is_reported and (has_object or is_own)):
                    event.status = "denied"
                    event.notes.append(notes.note(notes.DENIED_AFTERWARDS))
        return
    if any(_confirms(reading, hit) for hit in sentence.of_kind("confirmed")):
        for event in _reported(reading, events):
            if event.status == "rumored":
                event.status = "done"
                event.notes.append(notes.note(notes.CONFIRMED_AFTERWARDS))


def _tells_itself(reading: Reading, hit: Hit, denials: Sequence[Hit]) -> bool:
    """Whether a trigger tells of a change of its own, and is no word for the one reported: "denied | her departure"."""
    if hit.payload.event == "none" or any(d.start <= hit.start and hit.end <= d.end for d in denials):
        return False
    if any(noun.start < hit.end and hit.start < noun.end for noun in reading.sentence.of_kind("change_noun")):
        return any(m.kind == "person" and m.entity is not None and not m.is_anaphor for m in reading.sentence.mentions)
    return not hit.payload.noun or any(
        m.kind == "person" and m.entity is not None and m.start >= hit.end and m.mark for m in reading.sentence.mentions
    )


def _is_reported(event: Event) -> bool:
    """Whether a sentence tells a change as what others report: "reports that she had left", "according to Reuters"."""
    return bool(event.according_to) or event.sentence.has_kinds(("claim_noun", "according"))


def _is_about_oneself(reading: Reading, hit: Hit, event: Event) -> bool:
    """Whether somebody only denies what the sentence before reported of them: "She denied it."."""
    surface = reading.sentence.tokens.surface
    is_short = len(surface) <= _SHORT and all(len(word) <= _LETTERS for word in surface[hit.end :])
    return is_short and any(person is event.person for person in _spoken_of(reading))


def _reported(reading: Reading, events: Sequence[Event]) -> list[Event]:
    """The changes that the nearest sentence before tells which tells any, of whom this one names if it names some."""
    number = reading.sentence.number
    told = [e for e in recent(events, number - _BACK) if e.sentence.number < number and not e.sentence.is_title]
    last = max((event.sentence.number for event in told), default=-1)
    told = [event for event in told if event.sentence.number == last and not event.is_background]
    named = {id(person) for person in _spoken_of(reading)}
    of_named = [event for event in told if id(event.person) in named]
    return of_named or told


def _spoken_of(reading: Reading) -> list[Entity]:
    """Whom a sentence names, or means by a pronoun."""
    people = [m for m in reading.sentence.mentions if m.kind == "person"]
    named = [m.entity for m in people if m.entity is not None]
    if named or not people or people[0].mark_word == "people_anaphor":
        return named
    return reading.context.salient[:1]


def _confirms(reading: Reading, hit: Hit) -> bool:
    """Whether words say that what was reported is so, and not that somebody will not say: "declined to confirm"."""
    sentence = reading.sentence
    if is_negated_at(reading, hit) or _is_within(hit, sentence.of_kind("comment")):
        return False
    nouns = sentence.covered_by("claim_noun", "change_noun")
    if any(cue.payload.status in ("rumored", "none") and cue.start not in nouns for cue in sentence.of_kind("cue")):
        return False
    head_final = reading.lexicon.language.head_final
    is_bare = (
        sentence.opens(hit.end, ("mark", "weekday", "relative_time"))
        or not sentence.tokens.surface[min(hit.end, len(sentence.tokens) - 1)][0].isalnum()
    )
    return _takes_report(sentence, hit, before=head_final) or (is_bare and not head_final)


def _takes_nothing(sentence: Sentence, hit: Hit) -> bool:
    """Whether words of denying end their clause, or point back to what was said: "Intel denied them."."""
    surface = sentence.tokens.surface
    behind = surface[hit.end : hit.end + 2]
    return not behind or not behind[0][0].isalnum() or (len(behind[0]) <= _LETTERS and not behind[-1][0].isalnum())


def _is_within(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(other.start <= hit.start < other.end for other in others)


def _takes_report(sentence: Sentence, hit: Hit, *, before: bool) -> bool:
    """Whether the object of a verb is what was reported: "the report", "the move", "her departure"."""
    objects = sentence.of_kinds(("claim_noun", "change_noun"))
    objects += [t for t in sentence.of_kind("trigger") if t.payload.noun]
    return any(
        (o.start < hit.end and hit.start < o.end)
        or 0 <= o.start - hit.end <= _OBJECT_WITHIN
        or (before and 0 <= hit.start - o.end <= _OBJECT_WITHIN)
        for o in objects
    )
