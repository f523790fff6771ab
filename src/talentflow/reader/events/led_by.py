"""Who leads an employer, told behind its name: "Borealis, led by Ada Moreno", "Borealis, que dirige Ada Moreno"."""

from __future__ import annotations

from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.pointing import company_meant, org_meant
from talentflow.reader.cast.scene import Reading
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit

_MOST_BETWEEN = 6  # words between the employer and the verb
_PASSED = (
    "relative", "copula", "company", "determiner", "definite", "place", "company_anaphor", "unnamed", "also", "new",
    "quality",
)  # fmt: skip
_TITLES = ("title", "role", "former", "current", "determiner")
LED = 1.6  # how strongly such a tie is told


def led_by(reading: Reading, hit: Hit) -> list[Affiliation]:
    """That whoever stands right behind a verb of leading leads the employer before it, alone or with others.

    Where what describes a name stands before it, it is the other way round: "the Ada Moreno-led Borealis".
    """
    sentence = reading.sentence
    role = _role(sentence, hit)
    if role is None:
        return []
    person, org, start = _person_behind(sentence, hit), None, hit.start
    if person is not None:
        is_told_back = hit.payload.person == "right"  # "led by" needs no "which"
        if is_told_back or (person.start == hit.end and sentence.closes(hit.start, ("relative",))):
            org, start = _employer_before(reading, hit.start)
    else:
        person, org = _led_behind(reading, hit)
        start = person.start if person is not None else start
    return _ties(reading, hit, person, org, role, start)


def led_before(reading: Reading) -> list[Affiliation]:
    """The same where the verb of leading is half a word or for a post as well: "Moreno-led", "由王伟领导的北辰"."""
    out: list[Affiliation] = []
    surface, spaceless = reading.sentence.tokens.surface, reading.lexicon.language.spaceless
    for hit in reading.sentence.of_kind("trigger"):
        if hit in reading.triggers or not (spaceless or (hit.start > 1 and surface[hit.start - 1] == "-")):
            continue
        role = _role(reading.sentence, hit)
        if role is not None:
            person, org = _led_behind(reading, hit)
            out += _ties(reading, hit, person, org, role, hit.start)
    return out


def _ties(
    reading: Reading, hit: Hit, person: Mention | None, org: Entity | None, role: str, start: int
) -> list[Affiliation]:
    """That a person, and whoever is named with them in one breath, leads an employer."""
    if person is None or org is None:
        return []
    when = hit.payload.when or "current"
    if person.end < hit.start:  # "the Moreno-led company" is led by her today
        when = "current"
    return [
        Affiliation(
            m.entity,
            org,
            role,
            when,
            reading.sentence,
            start,
            max(hit.end, m.end),
            LED,
            person_at=m.start,
            is_plain=True,
        )
        for m in chain_of(reading, person)
        if m.entity is not None and m.start >= person.start
    ]


def _led_behind(reading: Reading, hit: Hit) -> tuple[Mention | None, Entity | None]:
    """By whom and what is led, where the verb joins both: the first of those before it, and the name behind."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    if surface[hit.start - 1] == "-" and hit.start > 1:  # "the Ada Moreno-led Borealis"
        begin, place, is_by = hit.start - 1, hit.end, True
    else:  # "由王伟领导的北辰"
        links = [other.end for other in sentence.by_start.get(hit.end, ()) if other.kind == "post_link"]
        if not links or reading.lexicon.language.head_final:
            return None, None
        begin, place, is_by = hit.start, max(links), False
    last = next((m for m in sentence.mentions if m.kind == "person" and m.end == begin), None)
    if last is None or last.is_anaphor or last.entity is None:
        return None, None
    first = last if is_by else chain_of(reading, last)[0]
    org = next((m.entity for m in sentence.mentions if m.kind == "org" and m.start == place), None)
    if org is None and any(other.kind == "company" for other in sentence.by_start.get(place, ())):
        org = reading.context.last_org or company_meant(reading.context, [])
    return (first, org) if is_by or first.mark == "by" else (None, None)


def _role(sentence: Sentence, hit: Hit) -> str | None:
    """What a verb makes of its subject, None where it tells of no leading."""
    trigger = hit.payload
    if trigger.event == "succeeded_by" and not trigger.noun:
        return "head" if sentence.closes(hit.start, ("relative",)) else None
    if trigger.event != "work":
        return None
    is_leading = any(other.kind == "leading" for other in sentence.by_start.get(hit.start, ()))
    return trigger.role or ("head" if is_leading else None)


def _person_behind(sentence: Sentence, hit: Hit) -> Mention | None:
    """The name right behind a verb, past titles and posts."""
    place = hit.end
    for _ in range(_MOST_BETWEEN):
        found = next((m for m in sentence.mentions if m.start == place and m.kind == "person"), None)
        if found is not None:
            return None if found.is_anaphor else found
        ends = [other.end for other in sentence.by_start.get(place, ()) if other.kind in _TITLES]
        ends += [m.end for m in sentence.mentions if m.start == place and m.kind == "org"]  # "by | Quanta's X"
        if not ends:
            return None
        place = max(ends)
    return None


def _is_named(mention: Mention) -> bool:
    return not mention.is_anaphor and mention.entity is not None and mention.entity.name is not None


def _employer_before(reading: Reading, index: int) -> tuple[Entity | None, int]:
    """The employer that ends before a token, past a comma, "which is" and a word for what it is, and where it begins.

    It is the one that "the company" points back to where none is named.
    """
    sentence = reading.sentence
    low = index - _MOST_BETWEEN
    meant: tuple[Entity | None, int] = None, index
    while index > max(0, low):
        orgs = [m for m in sentence.mentions if m.end == index and m.kind == "org"]
        found = next((m for m in orgs if _is_named(m)), None)
        if found is not None:
            return found.entity, found.start
        pointing = next((m for m in orgs if m.mark_word == "company_anaphor"), None)
        if pointing is not None and meant[0] is None:
            meant = org_meant(reading, pointing), pointing.start
        starts = [hit.start for hit in sentence.ending(index) if hit.kind in _PASSED]
        if sentence.tokens.surface[index - 1] in ",،":
            starts.append(index - 1)
        if not starts:
            break
        index = min(starts)
    return meant


def presides(reading: Reading) -> list[Affiliation]:
    """Who a relative clause says to chair a board, whose employer it leaves out: "Ada Moreno, who chairs the board"."""
    sentence, out = reading.sentence, []
    for hit in sentence.of_kind("trigger"):
        trigger = hit.payload
        if trigger.event != "work" or trigger.role not in _PRESIDING or hit.end - hit.start > 1:
            continue
        lead = next((other for other in sentence.ending(hit.start) if other.kind == "relative"), None)
        person = _described_by(sentence, lead) if lead is not None else None
        boards = [other for other in sentence.of_kind("board") if 0 <= other.start - hit.end <= _TO_BOARD]
        if person is None or person.entity is None or not boards:
            continue
        last = max(other.end for other in boards)
        if any(m.kind == "org" and hit.end <= m.start <= last + _TO_BOARD for m in sentence.mentions):
            continue  # the employer is told, and read elsewhere
        when = trigger.when or "current"
        out.append(
            Affiliation(
                person.entity, None, "chair of the board", when, sentence, hit.start, last, 1.2, person_at=person.start
            )
        )
    return out


def _described_by(sentence: Sentence, lead: Hit) -> Mention | None:
    """The name that a relative clause describes, which stands right before its comma."""
    end = lead.start - (sentence.tokens.surface[lead.start - 1] in ",،")
    return next((m for m in sentence.mentions if m.kind == "person" and m.end == end and not m.is_anaphor), None)


_PRESIDING = ("chair", "president", "head", None)
_TO_BOARD = 2  # words
