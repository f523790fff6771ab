"""Who is acted on by a verb, and who acts: passives, founders and agents with a preposition of their own."""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit

_FOUNDERS_REACH = 8
_AGENT_REACH = 6
_DESCRIBED_REACH = 7  # words that describe a founder behind the preposition: "par les chercheurs en IA renommés A"
_MOST_ADVERBS = 2  # between "has" and its participle


def is_passive(reading: Reading, hit: Hit) -> bool:
    """Whether the person is the subject of a verb that otherwise takes them as its object.

    "was hired", "is to be named", and the bare participle with its preposition: "X, hired from A, ...".
    """
    if reading.lexicon.language.head_final:
        return bool(hit.payload.passive)
    if hit.payload.passive and hit.payload.object != "pronoun" and _is_perfect(reading.sentence, hit):
        return False
    if hit.payload.passive or any(0 <= hit.start - h.end <= 2 for h in reading.sentence.of_kind("copula")):
        return True
    if _acted_on_before(reading, hit):
        return True
    marks = {h.payload for h in reading.sentence.by_start.get(hit.end, ()) if h.kind == "mark"}
    return bool(marks & {"away", "by", "as"}) and not reading.verb_first


def _is_perfect(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle follows "has", which makes it active: "a également recruté", never "a été recruté"."""
    having = [h.end for h in sentence.of_kind("perfect") if 0 <= hit.start - h.end <= _MOST_ADVERBS]
    if not having:
        return False
    return not any(max(having) <= h.start < hit.start for h in sentence.of_kinds(("copula", "mark", "trigger")))


def _does_before(reading: Reading, hit: Hit) -> bool:
    """Whether the person who acts stands before the verb with its own preposition: "Quanta, by A | founded"."""
    return any(
        m.kind == "person" and is_own_doer(m, hit) and 0 <= hit.start - m.end <= _AGENT_REACH
        and not any(m.end <= other.start < hit.start for other in reading.triggers)
        for m in reading.sentence.mentions
    )  # fmt: skip


def is_own_doer(mention: Mention, hit: Hit) -> bool:
    """Whether the preposition before a person is the one that the trigger has for who acts."""
    return mention.end <= hit.start and (mention.mark_word, "person") in hit.payload.marks


def _acted_on_before(reading: Reading, hit: Hit) -> bool:
    """Whether the one who acts stands with its preposition between the person and the verb: "X by Borealis hired"."""
    if reading.verb_first or hit.payload.noun:
        return False
    agents = [m for m in reading.sentence.mentions if m.kind == "org" and m.mark == "by" and m.end <= hit.start]
    if not agents or hit.start - agents[-1].end > _AGENT_REACH:
        return False
    at = agents[-1].mark_at
    is_parted = any(at <= other.start < hit.start or other.end == at for other in reading.triggers)
    people = (m for m in reading.sentence.mentions if m.kind == "person")
    return not is_parted and any(0 <= at - person.end <= _AGENT_REACH for person in people)


def is_founded_by(reading: Reading, hit: Hit) -> bool:
    """Whether the founders stand after the verb and the founded before it: "Quanta was founded in 2015 by A and B"."""
    if hit.payload.noun:
        return False
    if reading.lexicon.language.head_final:
        return bool(hit.payload.passive)
    if _does_before(reading, hit):
        return True
    return any(
        m.kind == "person" and m.start - hit.end >= 0 and is_done_by(reading.sentence, hit, m)
        and not any(hit.end <= t.start < m.start for t in reading.triggers)
        # "Quanta, founded in 2015, was praised by A"
        and not any(hit.end <= be.start < m.start for be in reading.sentence.of_kind("copula"))
        for m in reading.sentence.mentions
    )  # fmt: skip


def is_done_by(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Whether a preposition before a person, or before what describes them, names who did it: "by the chemists A"."""
    if mention.mark == "by" or (mention.mark_word, "person") in hit.payload.marks:
        return mention.mark_at - hit.end <= _FOUNDERS_REACH
    is_told_so = hit.payload.event == "founded_by"  # its own words may end with the preposition: "fundada por | los"
    if not (hit.payload.passive or is_told_so) or mention.mark:
        return False
    near = range(hit.start if is_told_so else hit.end, min(mention.start, hit.end + _FOUNDERS_REACH))
    marks = [mark for mark in sentence.of_kind("mark") if mark.start in near and _leads_to_doer(sentence, hit, mark)]
    if not marks or mention.start - marks[-1].end > _DESCRIBED_REACH:
        return False
    others = [m for m in sentence.mentions if marks[-1].end <= m.start < mention.start]
    words = sentence.tokens.surface[marks[-1].end : mention.start]
    return not others and not any(word in ",;:.()" for word in words)


def _leads_to_doer(sentence: Sentence, hit: Hit, mark: Hit) -> bool:
    """Whether a preposition is that of whoever acts, everywhere or with this verb: "fundada | por"."""
    words = " ".join(sentence.tokens.folded[mark.start : mark.end])
    return mark.payload == "by" or (words, "person") in hit.payload.marks
