"""Subjects that stand behind their verb: named at last, counted first, or behind what leads the sentence."""

from __future__ import annotations

from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.passives import is_passive
from talentflow.reader.cast.scene import Reading, between
from talentflow.reader.cast.subjects import SUBJECTS, phrase_start
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame, frames

_PLACES = (
    "mark", "determiner", "role", "month", "company", "place", "title", "acting", "new", "current", "since", "reason",
    "relative_time", "weekday", "also",
)  # fmt: skip
_LEADING_WORDS = 2


def follows_time(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb only says when, before the subject that it shares with the next: "加入谷歌前, | 她在苹果任职"."""
    sentence = reading.sentence
    surface = sentence.tokens.surface
    ends = [h.end for h in sentence.of_kind("break") if hit.end < h.end < mention.start and surface[h.end] == ","]
    if not ends or mention.start - ends[0] > _TO_SUBJECT or hit.payload.noun:
        return False
    if any(m.kind == "person" and m is not mention and m.start < mention.start for m in sentence.mentions):
        return False
    return not any(hit.end <= other.start < mention.start for other in reading.triggers)


_TO_SUBJECT = 4  # words from a comma to the subject behind it


def is_cleft(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a particle makes a clause of a verb and what is told behind it says who did it: "离开|的|还有 Ada"."""
    sentence = reading.sentence
    if reading.cased or reading.lexicon.language.head_final or hit.payload.noun:
        return False
    link = next((h for h in sentence.of_kind("post_link") if h.start >= hit.end), None)
    if link is None or link.end > mention.start or not sentence.opens(link.end, _NAMING):
        return False
    verbs = [t for t in reading.triggers if t is not hit and frames()[t.payload.event].yields != "work"]
    if between([t.start for t in verbs], hit.end, mention.start) or between(reading.breaks, hit.end, link.start):
        return False
    others = [m for m in sentence.mentions if hit.end <= m.start < link.start]
    return all(m.kind == "org" for m in others) and link.start - hit.end <= _LONGEST_OBJECT


def is_among(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb tells of several, of whom one is named behind: "Among those who left Borealis is | Ada"."""
    sentence = reading.sentence
    if hit.payload.noun or reading.lexicon.language.head_final or not reading.cased:
        return False
    begin = phrase_start(reading, mention)
    if not sentence.closes(begin, ("copula", "including")):
        return False
    opening = [h for h in sentence.of_kinds(("relative", "relative_article")) if h.start <= _AMONG_WITHIN]
    opening = [h for h in opening if h.start > 0 and h.end <= hit.start]
    low = min((h.start for h in opening), default=hit.start)
    return low < hit.start and not any(
        m.kind == "person" and m.entity is not None and m.start < begin for m in sentence.mentions
    )


def is_fronted_participle(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a participle leads its sentence and tells of the subject: "Sacked in May by the board, | Ada"."""
    sentence = reading.sentence
    if not hit.payload.passive and not is_passive(reading, hit):
        return False
    if hit.start > 1 or hit.payload.noun or reading.lexicon.language.head_final or not reading.cased:
        return False
    begin = phrase_start(reading, mention)
    surface = sentence.tokens.surface
    if surface[begin - 1] != "," or any(m.kind == "person" and m.start < begin for m in sentence.mentions):
        return False
    return not any(hit.end <= other.start < begin for other in reading.triggers) and "," not in surface[: begin - 1]


_AMONG_WITHIN = 4  # words before the relative of "among those who"
_NAMING = ("copula", "including", "and")
_LONGEST_OBJECT = 6  # words of what a verb takes before the particle


def is_inverted(reading: Reading, hit: Hit, mention: Mention, low: int, high: int) -> bool:
    """Whether a verb leads its sentence and its subject follows where it mostly goes before: "Saem | o diretor, X"."""
    sentence = reading.sentence
    if not reading.drops_subject or mention.mark or any(m.end <= hit.start and not m.mark for m in sentence.mentions):
        return False
    if any(h.end <= hit.start for h in sentence.of_kinds(SUBJECTS)):
        return False
    marks = [i for i in range(low, high) if sentence.tokens.surface[i] == "," and sentence.closes(i, ("role",))]
    parts = zip([low, *[mark + 1 for mark in marks]], [*marks, high], strict=True)
    return all(is_only_placed(reading, start, end) for start, end in parts)


def follows_fronted(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> bool:
    """Whether words of working lead a sentence and their subject follows its comma: "After a year at X, | Ada left"."""
    sentence = reading.sentence
    if frame.yields != "work" or hit.start > _LEADING_WORDS or not _is_led_in(sentence, hit):
        return False
    begin = phrase_start(reading, mention)
    people = (m for m in sentence.mentions if m.kind == "person" and m.start < begin)
    return begin > hit.end and sentence.tokens.surface[begin - 1] == "," and not any(people)


def _is_led_in(sentence: Sentence, hit: Hit) -> bool:
    """Whether words of working open the sentence, or a conjunction that they hold or follow: "after | having led"."""
    leads = hit.start == 0 or sentence.opens(hit.start, ("break",))
    return leads or any(one.kind == "break" and one.end >= hit.start for one in sentence.by_start.get(0, ()))


def is_only_placed(reading: Reading, low: int, high: int) -> bool:
    """Whether only a place, a post or a time stands in a stretch: "asumió | en Borealis | Tomás Berg"."""
    sentence = reading.sentence
    placed = sentence.covered_by(*_PLACES)
    placed.update(i for m in sentence.mentions if m.kind == "org" for i in range(m.start, m.end))
    return all(index in placed or sentence.tokens.surface[index].isdigit() for index in range(low, high))


def does_itself(reading: Reading, mention: Mention) -> bool:
    """Whether the names that a mention is listed with have a verb of their own: "two went: A and B | are new here"."""
    end = chain_of(reading, mention)[-1].end
    return reading.cased and (
        reading.sentence.opens(end, ("copula",))
        or any(t.start == end and not t.payload.noun and not t.payload.passive for t in reading.triggers)
    )


def lists_subjects(reading: Reading, hit: Hit, start: int) -> bool:
    """Whether names after a colon spell out who the subject is: "Two engineers walked out: A and B"."""
    surface = reading.sentence.tokens.surface
    if ":" not in surface[hit.end : start] and not _are_counted(reading, hit, start):
        return False
    before = [h for h in reading.sentence.hits if h.end <= hit.start and h.kind in ("person_noun", "number", "unnamed")]
    return bool(before) and not any(m.kind == "person" and m.end <= hit.start for m in reading.sentence.mentions)


def _are_counted(reading: Reading, hit: Hit, start: int) -> bool:
    """Whether as many names follow a comma as a number before the verb counts: "Two of them launched it, A and B"."""
    sentence = reading.sentence
    first = next((m for m in sentence.mentions if m.kind == "person" and not m.is_anaphor and m.start >= start), None)
    if first is None or sentence.tokens.surface[start - 1] not in ",،" or first.start != start:
        return False
    counts = [int(h.payload) for h in sentence.of_kind("number") if h.end <= hit.start and h.start <= _NUMBER_AT]
    return len(chain_of(reading, first)) in counts


_NUMBER_AT = 3  # words before a number that is the subject


def is_included(reading: Reading, mention: Mention) -> bool:
    """Whether words such as "among them" lead to a name, or to the list that it heads or is in."""
    leads = reading.sentence.of_kind("including")
    if not leads:
        return False
    chain = chain_of(reading, mention)
    start = min(member.start for member in chain)
    surface = reading.sentence.tokens.surface
    kinds = ("role", "title", "determiner", "person_noun")
    passed = {i for hit in reading.sentence.hits if hit.kind in kinds for i in range(hit.start, hit.end)}
    return any(
        0 <= start - hit.end <= 6 and all(i in passed or not surface[i][0].isalpha() for i in range(hit.end, start))
        for hit in leads
    )


def is_subject_of_relative(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> bool:
    """Whether a relative clause about a post has its subject right behind its verb: "el sillón que deja | Ada Ruiz"."""
    sentence = reading.sentence
    if not reading.cased or frame.yields != "leave" or frame.is_agent or mention.mark or mention.owner:
        return False
    if mention.start - hit.end > 1 or any(m.kind == "person" and m.end <= hit.start for m in sentence.mentions):
        return False
    relative = max((h.start for h in sentence.of_kind("relative") if h.end <= hit.start), default=0)
    return any(post.end <= relative for post in reading.posts) or any(
        noun.end <= relative for noun in sentence.of_kind("post_noun")
    )
