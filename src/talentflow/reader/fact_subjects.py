"""Who a fact is about: the party that order, preposition and clause speak for most."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.languages import Language
from talentflow.languages.facts import FactTrigger
from talentflow.reader.asides import asides_of
from talentflow.reader.fact_parties import Party
from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit

_LEAST = -1.2
_A_WORD = 0.08  # what each word between costs
_OBLIQUE = frozenset({"away", "toward", "at", "with", "as", "by"})
_ALLOWED = {
    "funding": ("organization", "field", "person"),
    "valuation": ("organization",),
    "compensation": ("organization", "field"),
    "compute": ("organization", "product", "person", "field"),
    "lawsuit": ("organization", "person"),
    "product": ("organization", "product", "person"),
    "model": ("organization", "product", "person"),
    "reason": ("organization", "person", "field"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger with what it tells and the stretch of what it takes."""

    hit: Hit
    trigger: FactTrigger
    type: str
    taken: tuple[int, int] | None


def subject_of(frame: Frame, parties: list[Party], sentence: Sentence, language: Language) -> Party | None:
    """The party that a fact is about, None where none is likely enough."""
    allowed = _ALLOWED[frame.type]
    best: tuple[float, Party] | None = None
    for party in parties:
        if party.sort not in allowed or _overlaps(party, frame):
            continue
        score = _score(frame, party, sentence, language)
        if best is None or score > best[0]:
            best = score, party
    if best is None or best[0] < _LEAST:
        return None
    if best[1].sort == "person" and frame.type in ("funding", "valuation"):
        return _whose(best[1], frame, parties)
    return best[1]


def _whose(person: Party, frame: Frame, parties: list[Party]) -> Party | None:
    """Whose money it is that a person raises: "raised a billion for her lab Quanta"."""
    goals = [party for party in parties if party.sort == "organization" and party.start >= frame.hit.end]
    return next((party for party in goals if party.mark in ("toward", "of", "at", "")), None)


def _overlaps(party: Party, frame: Frame) -> bool:
    if party.start < frame.hit.end and frame.hit.start < party.end:
        return True
    taken = frame.taken
    return taken is not None and party.start < taken[1] and taken[0] < party.end


def _score(frame: Frame, party: Party, sentence: Sentence, language: Language) -> float:
    hit = frame.hit
    is_left = party.end <= hit.start
    gap = _gap(party, hit, sentence)
    score = -_A_WORD * gap
    if _is_aside(party, hit, sentence):
        score -= 1.2
    if party.is_source:
        score -= 1.5
    if frame.trigger.subject == "object":
        score += 0.6 if not is_left else -0.8
    elif frame.trigger.subject == "owner":
        score += _owner(frame, party, is_left, gap)
    elif frame.trigger.passive:
        score += 0.8 if party.mark == "by" and not is_left else 0.4 if is_left and not party.mark else -0.4
    else:
        score += _doer(frame, party, sentence, language, is_left, gap)
    if party.is_pointed:
        score -= 0.1
    if _is_parted(sentence, party, hit):
        score -= 0.6
    return score


def _gap(party: Party, hit: Hit, sentence: Sentence) -> int:
    """The words between a party and the trigger, an aside between them not counted."""
    low, high = (party.end, hit.start) if party.end <= hit.start else (hit.end, party.start)
    return high - low - sum(end - start for start, end in asides_of(sentence) if low <= start and end <= high)


def _is_aside(party: Party, hit: Hit, sentence: Sentence) -> bool:
    """Whether a party stands in an aside that the trigger is no part of: "Ada Moreno, who led Quanta, sued ..."."""
    return any(
        start <= party.start < end and not start <= hit.start < end and not _only_names(party, start, end)
        for start, end in asides_of(sentence)
    )


def _only_names(party: Party, start: int, end: int) -> bool:
    """Whether an aside is but the name itself: "its maker, Quanta, ..."."""
    return party.end - party.start >= end - start - 2


def _owner(frame: Frame, party: Party, is_left: bool, gap: int) -> float:
    if party.owner and is_left and gap <= 4:
        return 0.8
    if party.mark in ("of", "at", "toward", "by") and not is_left and gap <= 4:
        return 0.7
    return 0.3 if is_left else -0.2


def _doer(
    frame: Frame, party: Party, sentence: Sentence, language: Language, is_left: bool, gap: int
) -> float:
    score = 0.0
    if party.mark in _OBLIQUE:
        score -= 0.9
    elif party.mark == "of":
        score -= 0.3
    elif party.mark == "subject":
        score += 0.6
    if is_left:
        return score + 0.4
    if language.verb_first and gap <= 4 and (frame.taken is None or party.start < frame.taken[0]):
        return score + 0.7
    return score - 0.8


def _is_parted(sentence: Sentence, party: Party, hit: Hit) -> bool:
    """Whether a clause ends between a party and the trigger."""
    low, high = (party.end, hit.start) if party.end <= hit.start else (hit.end, party.start)
    surface = sentence.tokens.surface
    if any(surface[index] in ";؛；:" for index in range(low, high)):
        return True
    return any(low <= other.start < high for other in sentence.of_kind("break"))
