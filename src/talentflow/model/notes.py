"""How a claim was read, in words: one template a step, so that every surface can say it in its language.

What is kept is the English sentence. `read_note` finds the template behind it again; what stands in its places is of
the article, but for those of SAID_PLACES, which hold words of ours.
"""

from __future__ import annotations

import re
from typing import NewType

from talentflow.model.claims import DISPUTE, STATUSES
from talentflow.model.templates import read_back

Note = NewType("Note", str)  # made by `note` alone, so that the types say when a step has no template

TELLS_OF_SEVERAL = "“{words}” tells of {event}, for {count} people who are named afterwards"
TELLS = "“{words}” tells of {event}"
FROM_PLACED = "from: “{mention}”, by its place in the sentence ({score})"
TO_PLACED = "to: “{mention}”, by its place in the sentence ({score})"
FROM_MEANT = "from: {source}"
TO_MEANT = "to: {source}"
CUE = "status {status}: “{words}”"
DENIED_AFTERWARDS = "denied by the sentence that follows"
CONFIRMED_AFTERWARDS = "confirmed by the sentence that follows"
DECLINED_AFTERWARDS = "declined by the answer that follows"
ACCEPTED_AFTERWARDS = "accepted by the answer that follows"
ONE_STEP = "leaving and joining are one step"
OTHER_POST = "stays with the employer in another post"
UNSHARED = "which of the employers named each goes to is not told"
GOES_ON = "the list of names goes on"
VERB_BEFORE = "the verb is that of the one before"
LIST_OF_MOVES = "most items of its list tell of moves"
STEP_OF_CAREER = "a step of a career: it starts where the step before led"
FOR_THE_FOUNDING = "for the sake of what was founded"
RETOLD = "the article tells its news after {outlet}: “{quote}”"
NO_PHRASE = "no phrase of the rules tells of it"
ENCODER = "the encoder, which looks a second time, is {chance} sure of it"
BESIDE_RIVALS = "weighed beside all that rivals it: {chance} sure"
NO_NEWS = "told as background, and not when"
TOLD_BY_MODEL = "told by the language model, and its quote was found in the text"
NO_MORE_THAN = "the language model says {status}; the words of the quote allow no more than {allowed}"
MODEL_AGREES = "the language model says the same"
MODEL_SILENT = "the language model, asked about these words, does not say so"
RULES_SILENT = "the embedded reader does not say so"

FORMS = (
    TELLS_OF_SEVERAL, TELLS, FROM_PLACED, TO_PLACED, FROM_MEANT, TO_MEANT, CUE, DENIED_AFTERWARDS, DECLINED_AFTERWARDS,
    CONFIRMED_AFTERWARDS, ACCEPTED_AFTERWARDS, ONE_STEP, OTHER_POST, UNSHARED, GOES_ON, VERB_BEFORE, LIST_OF_MOVES,
    STEP_OF_CAREER, FOR_THE_FOUNDING, RETOLD, NO_PHRASE, ENCODER, BESIDE_RIVALS, NO_NEWS, TOLD_BY_MODEL, NO_MORE_THAN,
    MODEL_AGREES, MODEL_SILENT, RULES_SILENT, DISPUTE,
)  # fmt: skip

# What a phrase of each event of languages/data/events.toml tells of.
EVENTS = {
    "leave": "a departure",
    "join": "an arrival",
    "move": "a change of employers",
    "return": "a return",
    "hire": "a hiring",
    "dismiss": "a dismissal",
    "lose": "the loss of somebody",
    "found": "a founding",
    "founded_by": "a founding",
    "appoint": "an appointment",
    "become": "a post that is taken",
    "promote": "a promotion",
    "replace": "a post that is taken over",
    "succeeded_by": "a successor",
    "offer": "an offer",
    "decline": "a refusal",
    "absence": "an absence",
    "follow": "following somebody",
    "come_along": "coming along with somebody",
    "stay": "staying",
    "work": "working somewhere",
}
# Where an end comes from that no word of the phrase's own sentence gives.
SOURCES = {
    "near": "the employer given beside the name",
    "later": "the employer that the person joins later in the sentence",
    "career": "the employer that the person had joined",
    "far": "the employer that the article gives elsewhere",
    "here": "an organization of the same sentence",
    "last": "the organization named last",
    "topic": "the organization that the article is about",
    "same": "the same employer",
}
SAID_PLACES = {
    "event": frozenset(EVENTS.values()),
    "source": frozenset(SOURCES.values()),
    "status": frozenset(STATUSES),
    "allowed": frozenset(STATUSES),
}


NUMBER_PLACES = frozenset({"count", "score", "chance"})


def note(form: str, **places: str) -> Note:
    """A step of an explanation: one of FORMS with its places filled."""
    if form not in FORMS:
        raise ValueError(f"no form of a note: {form}")
    return Note(form.format(**places))


def read_note(text: str) -> tuple[str, dict[str, str]] | None:
    """The form of a note with what stands in its places; None where it is none of ours."""
    found = read_back(text, FORMS)
    return found if found is not None and all(_fits(*place) for place in found[1].items()) else None


def _fits(place: str, words: str) -> bool:
    """Whether a place is filled as `note` fills it."""
    if place in NUMBER_PLACES:
        return re.fullmatch(r"\d+(\.\d+)?", words) is not None
    return words in SAID_PLACES.get(place, (words,))
