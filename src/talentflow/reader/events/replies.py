"""What those answered whom somebody wanted: "Neither accepted.", "Moreno declined.", "Berg said yes and starts in May".

An offer and its answer stand in two sentences, and the answer names neither the employer nor, often, those who give it.
"""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.model import notes
from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.scene import Event, Reading, recent
from talentflow.reader.events.status import is_negated
from talentflow.reader.words.page import Entity, Mention
from talentflow.reader.words.phrases import Hit

_REACH = 3  # sentences from an offer to its answer
_COMMENT_WITHIN = 6  # words between a refusal and what is refused: "declined, through a spokesman, to comment"
_BEHIND = 3  # words from a verb to the subject behind it
_NEGATED_BEHIND = 3
_RELATED = 3  # words from a relative to the verb of its clause
_PARTING = (";", "؛", "；", ":")


def take_replies(reading: Reading, events: Sequence[Event]) -> list[Entity]:
    """Settles the offers that a sentence answers; returns whoever refuses: their offer may be the encoder's alone.

    An offer that is refused is declined, one that is accepted is a joining.
    """
    sentence = reading.sentence
    offers = [event for event in recent(events, sentence.number - _REACH) if event.yields == "offer"]
    left: list[Entity] = []
    for hit, is_refusal in _answers(reading):
        before = [e for e in offers if e.sentence is not sentence or e.start < hit.start]
        people = _who_answers(reading, hit, before)
        if people is None:
            continue
        for event in before:
            if any(event.person is person for person in people):
                _settle(event, is_refusal=is_refusal)
        if is_refusal:
            left += people
    return left


def _settle(event: Event, *, is_refusal: bool) -> None:
    if is_refusal:
        event.status = "declined"
        event.notes.append(notes.note(notes.DECLINED_AFTERWARDS))
    elif event.status != "declined":
        event.yields, event.status = "join", "done"
        event.notes.append(notes.note(notes.ACCEPTED_AFTERWARDS))


def _answers(reading: Reading) -> list[tuple[Hit, bool]]:
    """The words of a sentence that accept or refuse, each with whether they refuse; not those about a comment."""
    sentence = reading.sentence
    refused = [hit for hit in sentence.of_kind("refused") if not is_negated_at(reading, hit)]
    refused += [
        t for t in sentence.of_kind("trigger") if t.payload.event == "decline" and not is_negated_at(reading, t)
    ]
    comments = sentence.of_kind("comment")
    out = [
        (hit, True) for hit in refused
        if not any(-_COMMENT_WITHIN <= comment.start - hit.end <= _COMMENT_WITHIN for comment in comments)
    ]  # fmt: skip
    out += [(hit, _is_refused(reading, hit)) for hit in sentence.of_kind("accepted")]
    return sorted(out, key=lambda answer: answer[0].start)


def is_negated_at(reading: Reading, hit: Hit) -> bool:
    """Whether a negation before the words, or behind them where the language puts it there, is of them."""
    sentence = reading.sentence
    if any(hit.start < negation.end and negation.start < hit.end for negation in sentence.of_kind("negation")):
        return False  # a negation of its own words
    if is_negated(sentence, hit.start, hit.end, head_final=reading.lexicon.language.head_final):
        return True
    behind = sentence.of_kind("negation_behind")
    return any(0 <= negation.start - hit.end <= _NEGATED_BEHIND for negation in behind)


def _is_refused(reading: Reading, hit: Hit) -> bool:
    """Whether words of accepting are denied, of all at once or of one: "neither accepted", "did not accept"."""
    low = _clause_start(reading, hit)
    nobody = any(low <= none.start < hit.start for none in reading.sentence.of_kind("none_of_them"))
    return nobody or is_negated_at(reading, hit)


def _clause_start(reading: Reading, hit: Hit) -> int:
    """Where the clause of some words begins: behind a stop, "but", or a relative right before its verb."""
    sentence = reading.sentence
    surface = sentence.tokens.surface
    borders = [place + 1 for place in range(hit.start) if surface[place] in _PARTING]
    borders += [but.end for but in sentence.of_kind("contrast") if but.end <= hit.start]
    borders += [which.end for which in sentence.of_kind("relative") if 0 <= hit.start - which.end <= _RELATED]
    return max(borders, default=0)


def _who_answers(reading: Reading, hit: Hit, offers: Sequence[Event]) -> list[Entity] | None:
    """Those who answer: named, pointed back to or left out; None where an organization does."""
    sentence = reading.sentence
    low = _clause_start(reading, hit)
    if any(m.kind == "person" and m.end <= low for m in sentence.mentions):
        offers = [
            event for event in offers if event.sentence is sentence
        ]  # the same sentence tells whom it was made to
        if not offers:
            return []
    latest = max((event.sentence.number for event in offers), default=-1)
    asked = [event.person for event in offers if event.sentence.number == latest]
    if any(low <= none.start < hit.end for none in sentence.of_kind("none_of_them")):
        return asked or list(reading.context.last_group)
    before = [m for m in sentence.mentions if low <= m.start and m.end <= hit.start and not m.mark and not m.owner]
    if not before:
        before = [m for m in sentence.mentions if 0 <= m.start - hit.end <= _BEHIND and m.kind == "person"][:1]
    if not before:
        return asked or reading.context.salient[:1]
    subject = before[-1]
    if subject.kind != "person":
        return None
    return _meant(reading, subject, asked)


def _meant(reading: Reading, subject: Mention, asked: list[Entity]) -> list[Entity]:
    if subject.entity is not None:
        return [m.entity for m in chain_of(reading, subject) if m.entity is not None]
    if subject.mark_word == "people_anaphor":
        return asked or list(reading.context.last_group)
    named = [
        m.entity for m in reading.sentence.mentions
        if m.kind == "person" and m.entity is not None and m.end <= subject.start and not m.mark and not m.owner
    ]  # fmt: skip
    return asked[-1:] or named[-1:] or reading.context.salient[:1]
