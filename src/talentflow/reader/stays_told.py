"""Where somebody came whose leaving the same sentence tells: "Ada Moreno, | hired in April, | has left the company".

Neither by whom nor where to is said of the hiring: the verb around it says so. As sure as it is that they leave there,
they had come there. So too where a description tells from where they had come: "Borealis parts with Ada Moreno, | who
had come from Quanta in 2019". And whoever a description brings to an employer leaves that one where they leave "the
company".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentflow.reader.drafts import Draft, same_org
from talentflow.reader.events import frames
from talentflow.reader.scene import Event

_FOLLOWED = 2.0  # how well the employer that is left is placed to be where somebody had come
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


def _is_described_coming(event: Event) -> bool:
    """Whether a clause or a participle beside a name tells that its bearer had come: ", arrived from Quanta"."""
    name = event.mention
    if event.yields not in _COMING or event.rank or event.trigger.noun or event.status != "done" or name is None:
        return False
    if event.reading is None or name.sentence is not event.sentence or name.end >= event.start:
        return False
    surface = event.sentence.tokens.surface
    if any(start < event.start < end and name.end <= start for start, end in event.reading.asides):
        return True
    return surface[name.end] in ",،" and event.start - name.end <= _ATTRIBUTE and event.is_background


def _is_around(ending: Event, coming: Event) -> bool:
    """Whether an event is that the same person leaves, nobody says where to, told outside of the description."""
    if ending.person is not coming.person or ending.rank or ending.yields != "leave" or ending.to_org is not None:
        return False
    asides = coming.reading.asides if coming.reading is not None else []
    return ending.from_org is not None and not any(
        start < ending.start < end and start < coming.start < end for start, end in asides
    )


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
