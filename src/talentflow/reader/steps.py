"""A career told step by step: whoever came to one employer and then to the next came from the first.

"She joined Borealis in 2015, went to Quanta in 2018 and later to Volaero": what else the article says of where she
works is no start of these steps, however near it stands to her name. What speaks for an arrival from anywhere else
then speaks for the arrival from the employer of the step before.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from talentflow.reader.affiliations import Affiliation
from talentflow.reader.boards import is_for_board
from talentflow.reader.drafts import Draft, is_told_first, same_org
from talentflow.reader.page import Entity
from talentflow.reader.scene import Event

_CLEAR = 1.6  # as in drafts.py: so well placed that nothing else needs to be thought of
_ARRIVING = ("join", "shift", "found")
_KINDS = ("move", "join", "found")
_GUESSED = frozenset({"none", "topic", "second", "last", "around", "here", "far", "career", "later"})
_AFAR = frozenset({"none", "topic", "second", "last", "around", "later", "career"})  # what no words beside the name say
_SURE_MOVER = 0.0  # whoever stands worse to a verb takes no step of their own by it
_MOST = 0.95


def go_step_by_step(drafts: list[Draft], ties: Iterable[Affiliation]) -> None:
    """Gives the steps of a career the start that the step before them leads to, and the certainty of all readings."""
    by_event: dict[int, list[Draft]] = {}
    events: dict[int, Event] = {}
    for draft in drafts:
        if len(draft.events) == 1:
            by_event.setdefault(id(draft.event), []).append(draft)
            events[id(draft.event)] = draft.event
    people: dict[int, list[Event]] = {}
    for event in events.values():
        if not event.rank and event.hit is not None and not event.sentence.is_title:
            people.setdefault(id(event.person), []).append(event)
    posts: dict[int, list[Affiliation]] = {}
    for tie in ties:
        if not tie.by_event and tie.org is not None:
            posts.setdefault(id(tie.person), []).append(tie)
    for key, own in people.items():
        told = posts.get(key, [])
        steps = sorted((event for event in own if _is_step(event)), key=_place)
        for before, after in pairwise(steps):
            if not _leads_on(before, after, own, told):
                continue
            _start_from(by_event[id(after)], after, before.to_org)
            if before is steps[0] and before.from_org is None and _is_first(before, told):
                _start_from(by_event[id(before)], before, None)
        for event in steps:
            start = _told_before(by_event[id(event)], event)
            if start is not None:
                _start_from(by_event[id(event)], event, start, _GUESSED | {"near"})


def _place(event: Event) -> tuple[int, int]:
    return event.sentence.number, event.start


def _is_step(event: Event) -> bool:
    """Whether the words of an event say where somebody came to work."""
    return (
        event.yields in _ARRIVING
        and event.status == "done"
        and event.to_org is not None
        and event.to_org.name is not None
        and not event.to_meant
        and event.to_score >= _CLEAR
        and event.person_score > _SURE_MOVER
        and not is_for_board(event)
    )


def _leads_on(before: Event, after: Event, own: list[Event], ties: list[Affiliation]) -> bool:
    """Whether one step is told right after the other, and happened after it."""
    if same_org(before.to_org, after.to_org) or (after.from_org is not None and not after.from_meant):
        return False
    gap = after.sentence.number - before.sentence.number
    is_first = _opens_career(before)
    if gap > 1 or (after.is_background and not before.is_background and not is_first):
        return False
    if before.date is not None and after.date is not None:
        if before.date[:4] > after.date[:4]:
            return False
    elif (gap and not is_first) or _is_told_back(before, after):
        return False  # nothing tells which came first
    between = [event for event in own if _place(before) < _place(event) < _place(after)]
    if any(_leaves_another(event, before.to_org) for event in between):
        return False
    return not any(
        _place(before) < (tie.sentence.number, tie.start) < _place(after) and not same_org(tie.org, before.to_org)
        for tie in ties
    )


def _is_told_back(before: Event, after: Event) -> bool:
    """Whether what stands between two verbs of a sentence says that the second one tells of earlier days."""
    return any(hit.kind == "former" and before.end <= hit.start < after.start for hit in after.sentence.hits)


def _leaves_another(event: Event, org: Entity | None) -> bool:
    """Whether a verb clearly tells that another employer is left."""
    is_clear = event.yields == "leave" and event.from_org is not None and not event.from_meant
    return is_clear and not same_org(event.from_org, org)


def _is_first(event: Event, ties: list[Affiliation]) -> bool:
    """Whether nothing that is told before a step says where the person worked until then."""
    is_of_old = event.is_background or _opens_career(event)
    return is_of_old and not any((tie.sentence.number, tie.start) < _place(event) for tie in ties)


def _opens_career(event: Event) -> bool:
    """Whether somebody takes a step after their studies: "after her master's degree she first joined Borealis"."""
    return any(hit.kind == "study" and hit.end <= event.start for hit in event.sentence.hits)


def _told_before(readings: list[Draft], event: Event) -> Entity | None:
    """Where somebody worked, as the sentence tells, before the arrival by which it only says when that was.

    "Before joining Quanta she had led design at Borealis and sales at Volaero": the likelier of the two.
    """
    if event.from_org is not None or not is_told_first(event):
        return None
    told = [
        draft for draft in readings
        if draft.to_org is event.to_org and draft.from_org is not None and draft.from_tie is not None
        and draft.from_tie.sentence is event.sentence and draft.from_tie.start >= event.end
    ]  # fmt: skip
    return max(told, key=lambda draft: draft.confidence).from_org if told else None


def _start_from(
    readings: list[Draft], event: Event, start: Entity | None, guessed: frozenset[str] | None = None
) -> None:
    """Lets one reading of an arrival have the certainty of all whose start is only guessed; they lose theirs to it."""
    if guessed is None:
        guessed = _GUESSED if start is not None else _AFAR
    rivals = [
        draft for draft in readings
        if draft.to_org is event.to_org and draft.to_source == "given" and draft.from_source in guessed
        and draft.kind in _KINDS
    ]  # fmt: skip
    chosen = [draft for draft in rivals if draft.from_org is start]
    if not chosen:
        return
    best = max(chosen, key=lambda draft: draft.confidence)
    whole = sum(draft.confidence for draft in rivals)
    for draft in rivals:
        if draft is not best:
            draft.confidence = min(draft.confidence, best.confidence)
    best.confidence = max(best.confidence, min(_MOST, whole))
    best.notes.append("a step of a career: it starts where the step before led")
