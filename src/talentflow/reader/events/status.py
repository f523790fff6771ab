"""How sure a claim is by the words around its trigger: done, planned, rumored, denied or declined."""

from __future__ import annotations

from talentflow.languages import Cue
from talentflow.model import notes
from talentflow.reader.cast.asides import asides_of
from talentflow.reader.cast.scene import Event
from talentflow.reader.cast.unnamed_sources import unnamed_source_of
from talentflow.reader.events.dates import is_month
from talentflow.reader.events.denials import describes_denier, is_beside, is_denied
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.statements import borders_of

_AFTER = 8  # words from a verb to what is said of it behind
_NEGATED_WITHIN = 3
_RIGHT_BEHIND = 1
_NEGATED_BEHIND = 6  # words of an object between a verb and its negation
_STRENGTH = {"none": 0, "planned": 1, "rumored": 2, "denied": 3, "declined": 3}


def set_status(event: Event, triggers: list[int], breaks: list[int], *, head_final: bool = False) -> bool:
    """Sets the event's status from the cues of its sentence; False where the sentence negates it outright."""
    sentence = event.sentence
    best = "none"
    said = ""
    for hit in sentence.of_kind("cue"):
        cue: Cue = hit.payload
        if is_month(sentence, hit.start) or (head_final and _is_particle(sentence, hit)):
            continue
        if cue.reach == "sentence" and cue.status == "denied":
            reaches = is_denied(hit, event)
        elif head_final and cue.status == "denied" and describes_denier(hit, event):
            reaches = False
        elif cue.reach == "clause":
            reaches = _is_in_clause(hit, event)
        else:
            reaches = cue.reach == "sentence" or (cue.reach == "next" and hit.start <= event.start <= hit.end)
            reaches = reaches or _reaches(hit.start, hit.end, event, triggers, breaks, cue)
        if cue.status == "declined" and event.yields not in ("join", "offer", "decline", "shift", "appoint"):
            continue
        status = (
            "rumored" if reaches and cue.status == "denied" and _is_not_denied(hit, event, head_final) else cue.status
        )
        if reaches and _STRENGTH[status] > _STRENGTH[best]:
            best, said = status, " ".join(sentence.tokens.surface[hit.start : hit.end])
    if best == "none" and event.reading is not None:
        source = unnamed_source_of(event, event.reading.lexicon.language)
        if source is not None:
            best, said = "rumored", " ".join(sentence.tokens.surface[source.first : source.last])
    if best != "none" and not (event.status in ("declined",) and best == "rumored"):
        event.status = best
        event.notes.append(notes.note(notes.CUE, status=best, words=said))
        return True
    return not (
        is_negated(sentence, event.start, event.end, head_final=head_final) or _is_negated_behind(event, triggers)
    )


def _is_not_denied(cue: Hit, event: Event, head_final: bool) -> bool:
    """Whether words of denying are negated themselves: "would not deny that she is leaving"."""
    sentence = event.sentence
    if head_final:
        return any(0 <= no.start - cue.end <= 1 for no in sentence.of_kind("negation"))
    if cue.start < event.end and event.start < cue.end:
        return False
    return any(0 <= cue.start - no.end <= 1 for no in sentence.of_kind("negation") if no.end <= cue.start) or any(
        0 <= no.start - cue.end <= 1 for no in sentence.of_kind("negation_behind")
    )


def _is_in_clause(cue: Hit, event: Event) -> bool:
    """Whether words open the clause that tells the event, as those of questions and conditions do: "if she leaves"."""
    sentence = event.sentence
    place = event.start
    if place < cue.start or cue.end - place > 1:
        return False
    surface = sentence.tokens.surface
    passed = [range(start, end) for start, end in asides_of(sentence) if cue.end <= start and end <= place]
    borders = {index for index in range(cue.end, place) if surface[index] in _CLOSING}
    borders |= {border for border in borders_of(sentence) if cue.end <= border < place}
    return not any(all(border not in stretch for stretch in passed) for border in borders)


_CLOSING = frozenset(",،，:：;；؛")


def _is_particle(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that ends a headline's plan ("退任へ") is the particle of an employer: "メタ|へ|移った"."""
    return any(
        m.kind == "org" and m.mark == "toward" and m.mark_at == hit.start and m.end <= hit.start
        for m in sentence.mentions
    )


def _is_negated_behind(event: Event, triggers: list[int]) -> bool:
    """Whether a negation behind a verb that stands second in its clause is of that verb: "verlässt X nicht"."""
    if event.trigger.noun or event.trigger.then or (event.hit is not None and event.hit.is_fronted):
        return False  # "arbeitet nicht mehr für X" has its negation among its own words
    sentence = event.sentence
    surface = sentence.tokens.surface
    for negation in sentence.of_kind("negation_behind"):
        between = range(event.end, negation.start)
        if (
            negation.start < event.end
            or len(between) > _NEGATED_BEHIND
            or sentence.opens(negation.start, ("not_only",))
        ):
            continue
        is_parted = any(surface[index] in ",;:–—(" or sentence.opens(index, ("and",)) for index in between)
        if not is_parted and not any(event.end <= place < negation.end for place in triggers):
            return True
    return False


def _reaches(start: int, end: int, event: Event, triggers: list[int], breaks: list[int], cue: Cue) -> bool:
    is_second = (
        event.reading is not None
        and event.reading.lexicon.language.verb_last
        and event.hit is not None
        and not event.hit.is_fronted
    )
    if cue.reach == "after" and start >= event.end:
        others = sum(event.end <= place < start for place in triggers)
        return start - event.end <= _AFTER and others == 0
    if end <= event.start and cue.reach != "after":
        if is_beside(event.sentence, start, event):
            return False
        own = {said.start for said in event.sentence.of_kind("said") if said.start == end}  # "知情人士 | 透露"
        between = sum(end <= place < event.start for place in breaks if place not in own)
        others = sum(end <= place < event.start for place in triggers)
        return event.start - end <= 12 and between == 0 and others <= 1
    if is_second and not event.trigger.noun and 0 <= start - event.end <= _RIGHT_BEHIND:
        return True  # "geht | angeblich | zu X": an adverb stands behind the verb that stands second
    # "declined to join" holds its verb, "prepares her departure" its noun; "are going to" that is part of "are going to
    # Borealis" says nothing of plans.
    holds_noun = event.trigger.noun and start < event.start
    return start <= event.start < end and (event.end < end or holds_noun or cue.status in ("denied", "declined"))


def is_negated(sentence: Sentence, start: int, end: int, *, head_final: bool) -> bool:
    """Whether words `start` to `end` are said not to be so: "has not left", "退社しない"."""
    if head_final:
        return any(0 <= hit.start - end <= _NEGATED_WITHIN for hit in sentence.of_kind("negation"))
    surface = sentence.tokens.surface
    opening = sentence.of_kinds(("break", "relative"))
    breaks = [
        hit.start for hit in opening if surface[hit.start - 1] in ",،" and surface[hit.end : hit.end + 1] != [","]
    ]
    return any(
        0 <= start - hit.end <= _NEGATED_WITHIN
        and not any(hit.end < place <= start for place in breaks)
        and not any(word in ":;" for word in surface[hit.end : start])  # "not alone: he takes Berg along"
        for hit in sentence.of_kind("negation")
    )  # "she is not alone, for Berg has left"
