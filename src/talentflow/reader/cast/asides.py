"""Asides: the stretches of a sentence that only describe the name before them."""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Sentence

_ASIDE_LEADS = ("relative", "former", "current", "role", "title", "company", "determiner", "colleague", "new")
_LONGEST_ASIDE = 30


def asides_of(sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches that only describe the name before them: ", who ran the labs at Borealis,", "(a former banker)"."""
    if sentence.asides is None:
        sentence.asides = _find_asides(sentence)
    return sentence.asides


def _find_asides(sentence: Sentence) -> list[tuple[int, int]]:
    ends = {m.end for m in sentence.mentions if not m.is_anaphor or m.mark_word == "people_anaphor"}
    surface, count = sentence.tokens.surface, len(sentence.tokens)
    out: list[tuple[int, int]] = []
    for start in sorted(ends):
        if start >= count or surface[start] not in ",،(—–" or (out and start < out[-1][1]):
            continue
        closing = {"(": ")", ",": ",", "،": "،"}.get(surface[start], surface[start])
        if closing != ")" and not sentence.opens(start + 1, _ASIDE_LEADS):
            continue
        end = next((i for i in range(start + 2, min(count, start + _LONGEST_ASIDE)) if surface[i] == closing), None)
        if end is not None:
            out.append((start, (end if closing == ")" else _end_of_list(sentence, end)) + 1))
            if closing != ")":
                out += _going_on(sentence, out[-1][1] - 1)
        elif count - start < _LONGEST_ASIDE and sentence.opens(start + 1, ("relative",)):
            out.append((start, count))  # a relative clause may end the sentence
    return out


def _going_on(sentence: Sentence, comma: int) -> list[tuple[int, int]]:
    """The relative clause that goes on where an aside has closed: "Ada, head of sales, | who had come, | left"."""
    surface, count = sentence.tokens.surface, len(sentence.tokens)
    if surface[comma] not in ",،" or not sentence.opens(comma + 1, ("relative",)):
        return []
    end = next((i for i in range(comma + 2, min(count, comma + _LONGEST_ASIDE)) if surface[i] == surface[comma]), None)
    if end is not None:
        return [(comma, _end_of_list(sentence, end) + 1)]
    return [(comma, count)] if count - comma < _LONGEST_ASIDE else []


def in_company_bracket(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """The brackets around a place that only tell of the organization right before: "at X (which belongs to Y)"."""
    surface = sentence.tokens.surface
    start = next((index for index in range(place - 1, -1, -1) if surface[index] in "()"), -1)
    if start < 1 or surface[start] == ")" or not sentence.opens(start + 1, ("relative",)):
        return None
    if not any(m.kind == "org" and m.end == start for m in sentence.mentions):
        return None
    return start, next((index for index in range(place, len(surface)) if surface[index] == ")"), len(surface))


def _end_of_list(sentence: Sentence, comma: int) -> int:
    """Where an aside closes whose first comma only parts names: ", the firm behind A, B and C,"."""
    kinds = {mention.kind for mention in sentence.mentions if mention.end == comma}
    if not kinds:
        return comma
    surface, place, has_and = sentence.tokens.surface, comma, False
    while not has_and:
        begin = place + 1
        joint = next((hit for hit in sentence.by_start.get(begin, ()) if hit.kind == "and"), None)
        if joint is not None:
            begin, has_and = joint.end, True
        name = next((m for m in sentence.mentions if m.start == begin), None)
        if name is None or name.end >= len(surface) or name.kind not in kinds:
            return comma  # ", lately of A, and the engineer B,": a firm and a person make no list
        place = name.end
        joint = next((hit for hit in sentence.by_start.get(place, ()) if hit.kind == "and"), None)
        if joint is not None and not has_and:
            name = next((m for m in sentence.mentions if m.start == joint.end), None)
            if name is None or name.end >= len(surface):
                return comma
            place, has_and = name.end, True
        if surface[place] != surface[comma]:
            return comma
    return place


def skipping_asides(reading: Reading, low: int, high: int) -> range | frozenset[int]:
    """The tokens of a stretch without the asides that it passes over whole."""
    passed = [(start, end) for start, end in reading.asides if low <= start and end <= high]
    if not passed:
        return range(low, high)
    return frozenset(range(low, high)).difference(*(range(start, end) for start, end in passed))
