"""Where somebody came whose leaving the same sentence tells: "Ada Moreno, | hired in April, | has left the company".

Neither by whom nor where to is said of the hiring: the verb around it says so. As sure as it is that they leave there,
they had come there. So too where a description tells from where they had come: "Borealis parts with Ada Moreno, | who
had come from Quanta in 2019". And whoever a description brings to an employer leaves that one where they leave "the
company". Where neither the coming nor the leaving names the employer that lies between them, it is the one that was
just said to be left: "The exits from Borealis go on. Ada Moreno, | hired from Quanta in April, | is going to Volaero".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile

from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.events.drafts import CLEAR, Draft, comes_later, same_org
from talentflow.reader.words.page import Mention
from talentflow.reader.words.trigger_frames import frames

_FOLLOWED = 2.0  # how well the employer that is left is placed to be where somebody had come
_BEFORE_NAME = 2  # words from a verb to the name that it describes, in scripts without capitals
_BEHIND_NAME = 6  # and from a name and its comma to the participle that describes it
_LOSING_WITHIN = 3  # sentences from one that says which employer is left to one that does not
_ENDING = ("leave", "shift", "absence")
_ATTRIBUTE = 2  # words from a participle to the name that it describes
_COMING = ("join", "shift")
_GONE = 0.7  # how sure the leaving is at least, beside the coming that a description tells
_BESIDE = 0.95  # how sure the coming is beside the leaving


def note_stays(events: Sequence[Event], before: int) -> None:
    """Tells whoever is hired, no word says where to, by which leaving the same sentence ends that.

    `events` holds those of the sentence at hand from `before` on. What the leaving takes is no goal of the hiring:
    "Ada Moreno, hired in 2021, leaves Quanta | for Borealis".
    """
    told = events[before:]
    for event in told:
        _note_employer_between(event, told)
    for event in told:
        around = next((e for e in told if _is_around(e, event)), None) if _is_described_coming(event) else None
        if around is not None:
            _come_to_what_ends(event, around)
            continue
        ending = next((e for e in told if _ends_stay(e, event)), None) if _describes_mover(event) else None
        if ending is None or not (event.to_org is None or event.to_org is ending.to_org):
            continue
        event.ended_by = ending
        if event.to_org is not None and ending.from_org is not event.from_org:
            event.to_org, event.to_score, event.to_meant = ending.from_org, _FOLLOWED, False


def _come_to_what_ends(coming: Event, ending: Event) -> None:
    """Lets somebody have come to whom they leave, where the description names only where they came from."""
    if coming.to_org is None and coming.from_org is not None and ending.from_org is not coming.from_org:
        coming.to_org, coming.to_score, coming.to_meant = ending.from_org, _FOLLOWED, False
    if coming.to_org is not None and coming.to_org is ending.from_org:
        coming.ended_by = ending


def _note_employer_between(coming: Event, told: Sequence[Event]) -> None:
    """Lets whoever a description brings from one employer, and its sentence away again, have been where others leave.

    Words of leaving say that there is one between; those of going somewhere do where the coming has a time of its own,
    for else both tell one step: "Ada Moreno, who comes from Quanta, goes to Borealis".
    """
    if coming.from_org is None or coming.to_org is not None or not _is_coming_before(coming):
        return
    start = coming.from_org
    going = [other for other in told if _goes_on(other, coming)]
    leaving = next((e for e in going if e.yields == "leave"), None)
    if leaving is None and coming.date is not None:
        leaving = next((e for e in going if e.yields == "shift" and e.to_org is not None and e.to_score >= CLEAR), None)
    if leaving is None or coming.reading is None or _is_older(leaving, coming):
        return
    goals = {id(other.to_org) for other in going if other.to_org is not None}
    context, number = coming.reading.context, leaving.sentence.number
    is_left = leaving.from_org is not None and leaving.from_org is not start and id(leaving.from_org) not in goals
    if is_left and (leaving.from_meant or leaving.from_score >= CLEAR):
        between = leaving.from_org
    else:  # whom the article says people leave; "the company" that the sentence does not name is the one spoken of
        topic = context.topic
        is_spoken_of = topic is not None and (leaving.from_meant or id(topic) in context.losing)
        latest = takewhile(lambda told: number - told[0] <= _LOSING_WITHIN, reversed(context.losing.values()))
        told_left = [topic if is_spoken_of else None, *(org for _, org in latest)]
        between = next(
            (org for org in told_left if org and org.name and org is not start and id(org) not in goals), None
        )
    if between is None or between.is_media:
        return
    coming.to_org, coming.to_score, coming.to_meant = between, _FOLLOWED, False
    if between is not leaving.from_org:
        leaving.from_org, leaving.from_score, leaving.from_meant = between, _FOLLOWED, False
    coming.ended_by = leaving


def note_losing(reading: Reading, told: Sequence[Event]) -> None:
    """Keeps which employers a sentence says are left: by somebody, or by people whom nobody names."""
    leaving = [hit for hit in reading.triggers if frames()[hit.payload.event].yields == "leave"]
    left = [event.from_org for event in told if event.yields in ("leave", "shift") and event.from_org is not None]
    if leaving and not left:
        named = [m for m in reading.sentence.mentions if m.kind == "org" and m.mark != "toward"]
        left = [m.entity for m in named if m.entity is not None and not m.entity.is_media]
    for org in left:
        reading.context.losing.pop(id(org), None)  # the last one told of stands last
        reading.context.losing[id(org)] = reading.sentence.number, org


def _is_older(leaving: Event, coming: Event) -> bool:
    """Whether somebody left before they came, and so left another employer: "hired in May, quit Quanta in 2015"."""
    if leaving.date is not None and coming.date is not None:
        return comes_later(coming.date, leaving.date)
    return leaving.is_background and not coming.is_background


def _is_coming_before(event: Event) -> bool:
    """Whether words that describe a name tell that its bearer had come, before the name too: "四月从谷歌加入的李明"."""
    name = _whose_coming(event)
    if name is None or event.reading is None or event.from_score < CLEAR or event.from_meant:
        return False
    if name.start >= event.end:
        return not event.reading.cased and name.start - event.end <= _BEFORE_NAME
    is_participle = event.trigger.passive or frames()[event.trigger.event].is_agent
    return _is_beside(event, name, _BEHIND_NAME if is_participle else None)


def _goes_on(going: Event, coming: Event) -> bool:
    """Whether an event tells that the same person leaves again, behind the description or around it."""
    if going is coming or going.person is not coming.person or going.rank or going.yields not in (*_COMING, "leave"):
        return False
    if going.trigger.noun or going.sentence is not coming.sentence or coming.reading is None:
        return False
    name = coming.mention
    assert name is not None  # see _is_coming_before
    if _share_aside(going, coming):
        return False
    return going.start > max(coming.start, name.start) or (going.yields == "leave" and going.end <= name.start)


def _is_described_coming(event: Event) -> bool:
    """Whether a clause or a participle beside a name tells that its bearer had come: ", arrived from Quanta"."""
    name = _whose_coming(event)
    if name is None or name.end >= event.start:
        return False
    return _is_beside(event, name, _ATTRIBUTE if event.is_background else None)


def _whose_coming(event: Event) -> Mention | None:
    """The name in its sentence of whoever a verb says has come."""
    is_told = event.yields in _COMING and not event.rank and not event.trigger.noun and event.status == "done"
    name = event.mention if is_told and event.reading is not None else None
    return name if name is not None and name.sentence is event.sentence else None


def _is_beside(event: Event, name: Mention, reach: int | None) -> bool:
    """Whether a verb stands in a clause that describes the name before it, or within a `reach` of its comma."""
    asides = event.reading.asides if event.reading is not None else []
    if any(start < event.start < end and name.end <= start for start, end in asides):
        return True
    surface = event.sentence.tokens.surface
    return reach is not None and surface[name.end] in ",،" and event.start - name.end <= reach


def _share_aside(one: Event, other: Event) -> bool:
    """Whether two events stand in the same description of a name, by what the second one's sentence has."""
    asides = other.reading.asides if other.reading is not None else []
    return any(start < one.start < end and start < other.start < end for start, end in asides)


def _is_around(ending: Event, coming: Event) -> bool:
    """Whether an event is that the same person leaves, nobody says where to, told outside of the description."""
    if ending.person is not coming.person or ending.rank or ending.yields != "leave" or ending.to_org is not None:
        return False
    if _is_older(ending, coming):
        return False
    return ending.from_org is not None and not _share_aside(ending, coming)


def come_where_left(drafts: Iterable[Draft]) -> None:
    """Makes it nearly as sure that such people had come somewhere as that they leave there."""
    leaving: dict[int, list[Draft]] = {}
    coming: list[tuple[Draft, Event]] = []
    for draft in drafts:
        for event in draft.events:
            leaving.setdefault(id(event), []).append(draft)
            if event.ended_by is not None and draft.to_org is not None and len(draft.events) == 1:
                coming.append((draft, event.ended_by))
    for draft, ending in coming:
        gone = max(leaving.get(id(ending), ()), key=lambda other: other.confidence, default=None)
        if gone is not None and same_org(gone.from_org, draft.to_org) and draft.from_org is draft.event.from_org:
            draft.confidence = max(draft.confidence, _BESIDE * gone.confidence)
            if draft.is_background and not gone.is_background:
                gone.confidence = max(gone.confidence, _GONE * draft.confidence)


def _describes_mover(event: Event) -> bool:
    """Whether a participle beside a name tells of its bearer: "hired in April", "der geholte Ada Moreno"."""
    is_hired = event.yields == "join" and frames()[event.trigger.event].is_agent and not event.trigger.noun
    name = event.mention
    if not is_hired or event.rank or name is None or name.sentence is not event.sentence:
        return False
    opens = event.start <= 1 and event.sentence.tokens.surface[name.start - 1] in ",،"
    return name.end <= event.start or opens or 0 <= name.start - event.end <= _ATTRIBUTE


def _ends_stay(ending: Event, coming: Event) -> bool:
    """Whether an event is that the same person leaves, told behind the coming."""
    if ending.person is not coming.person or ending.rank or ending.start < coming.end:
        return False
    return ending.yields in _ENDING and (ending.yields == "leave" or not ending.trigger.noun)
