"""Where somebody came whose leaving the same sentence tells: "Ada Moreno, | hired in April, | has left the company".

Neither by whom nor where to is said of the hiring: the verb around it says so. As sure as it is that they leave there,
they had come there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentflow.reader.drafts import Draft, same_org
from talentflow.reader.events import frames
from talentflow.reader.page import Entity
from talentflow.reader.scene import Event

_FOLLOWED = 2.0  # how well the employer is placed to which the words need not say that somebody came
_ENDING = ("leave", "shift", "absence")
_ATTRIBUTE = 2  # words from a participle to the name that it describes
_BESIDE = 0.95  # how sure the coming is beside the leaving


def come_where_they_leave(events: Sequence[Event], before: int, topic: Entity | None) -> None:
    """Sends whoever is hired, no word says where to, to the employer that the verb around says that they leave.

    `events` holds those of the sentence at hand from `before` on; `topic` is what an article is about whose leavings
    need not say where from.
    """
    told = events[before:]
    for event in told:
        ending = next((e for e in told if _ends_stay(e, event)), None) if _describes_mover(event) else None
        if ending is None or not (event.to_org is None or event.to_org is ending.to_org):
            continue
        goal = ending.from_org or topic
        if goal is not None and goal is not event.from_org:
            event.to_org, event.to_score, event.to_meant, event.ended_by = goal, _FOLLOWED, False, ending


def come_where_left(drafts: Iterable[Draft]) -> None:
    """Makes it nearly as sure that such people had come somewhere as that they leave there."""
    leaving: dict[int, list[Draft]] = {}
    coming: list[tuple[Draft, Event]] = []
    for draft in drafts:
        for event in draft.events:
            leaving.setdefault(id(event), []).append(draft)
            if event.ended_by is not None and same_org(draft.to_org, event.to_org) and len(draft.events) == 1:
                coming.append((draft, event.ended_by))
    for draft, ending in coming:
        gone = [other for other in leaving.get(id(ending), ()) if same_org(other.from_org, draft.to_org)]
        sure = max((other.confidence for other in gone), default=0.0) * _BESIDE
        if draft.from_org is draft.event.from_org:
            draft.confidence = max(draft.confidence, sure)


def _describes_mover(event: Event) -> bool:
    """Whether a participle beside a name tells that its bearer was hired: "hired in April", "der geholte Ada Moreno"."""
    is_hired = event.yields == "join" and frames()[event.trigger.event].is_agent and not event.trigger.noun
    name = event.mention
    if not is_hired or event.rank or name is None or name.sentence is not event.sentence:
        return False
    opens = event.start <= 1 and event.sentence.tokens.surface[name.start - 1] in ",،"
    return name.end <= event.start or opens or 0 <= name.start - event.end <= _ATTRIBUTE


def _ends_stay(ending: Event, coming: Event) -> bool:
    """Whether an event is that the same person leaves, told behind the coming."""
    is_same = ending.person is coming.person and not ending.rank and ending.yields in _ENDING
    return is_same and ending.start >= coming.end
