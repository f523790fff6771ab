"""Whoever comes back comes from where they had gone: "former Borealis engineers who founded Quanta are back there".

Words of a return need not say where from. Where the article tells that somebody left that employer for another one, or
to found one, the return starts there; what speaks for a return from anywhere else then speaks for it. And "their old
employer" is an employer whom the encoder cannot know: the words alone say so, and are believed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from talentflow.reader.cast.scene import Event, comes_back
from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.words.page import Entity

_THERE = ("move", "found")
_BACK = ("move", "join")
_LIKELY = 0.3  # from which on the way there counts as told
_CLEAR = 1.2  # how well the employer of a return must be placed
_BELIEVED = 0.6  # how sure a return to "their old employer" is where nothing tells of the way there
_MOST = 0.95


_CLEARLY_FROM = 2.3  # how well the employer is placed from which somebody is hired
_HIRED = 0.4  # how sure it is at least that they went to whoever hired them, where the words say from where


def go_where_hired(drafts: list[Draft]) -> None:
    """Gives the reading by which somebody goes to the employer of whoever hires them the certainty of all readings."""
    by_event: dict[int, list[Draft]] = {}
    for draft in drafts:
        for event in draft.events:
            if event.to_of_doer and not event.rank:
                by_event.setdefault(id(event), []).append(draft)
    for own in by_event.values():
        goal = next(event.to_org for event in own[0].events if event.to_of_doer)
        fitting = [draft for draft in own if same_org(draft.to_org, goal)]
        if not fitting:
            continue
        best = max(fitting, key=lambda draft: (draft.from_org is not None, draft.confidence))
        is_clear = best.from_source == "given" and best.event.from_score >= _CLEARLY_FROM
        best.confidence = max(*(draft.confidence for draft in own), _HIRED if is_clear else 0.0)
        for draft in own:
            if not same_org(draft.to_org, goal):
                draft.confidence = 0.0


def come_back(drafts: list[Draft]) -> list[Draft]:
    """The drafts, with each return from where the same article says that the person had gone from there."""
    gone: dict[int, list[Draft]] = {}
    readings: dict[int, list[Draft]] = {}
    events: dict[int, Event] = {}
    for draft in drafts:
        is_told = draft.kind in _THERE and draft.status == "done" and draft.confidence >= _LIKELY
        if is_told and draft.from_org is not None:
            gone.setdefault(id(draft.person), []).append(draft)
        for event in draft.events:
            if comes_back(event) and event.came_from is None:
                readings.setdefault(id(event), []).append(draft)
                events[id(event)] = event
    out = list(drafts)
    for key, event in events.items():
        out += _from_there(event, readings[key], gone.get(id(event.person), ()))
    return out


def _from_there(event: Event, readings: list[Draft], gone: Iterable[Draft]) -> list[Draft]:
    """Gives the likeliest reading of a return the certainty of all that lead to the same employer; any new draft."""
    goal = event.to_org
    if event.trigger.again and event.to_meant and not any(same_org(draft.from_org, goal) for draft in gone):
        goal = None  # "the giant" is whom they had left, whatever else the words could mean
    if goal is None:  # "it rehired them": whom else than the one that they had left
        goals = {
            id(draft.to_org): draft.to_org for draft in readings
            if draft.to_source != "later" and any(same_org(draft.to_org, there.from_org) for there in gone)
        }  # fmt: skip
        first = next(iter(goals.values()), None)  # of a house and its part, either
        is_one = event.trigger.again and all(same_org(one, first) for one in goals.values())
        goal = next((one for one in goals.values() if any(one is there.from_org for there in gone)), first)
        goal = goal if is_one else None
    elif event.to_score < _CLEAR:
        goal = None
    if goal is None or event.rank:
        return []
    alone = [draft for draft in readings if len(draft.events) == 1 and draft.kind in _BACK]
    rivals = [draft for draft in alone if draft.to_org is goal]
    there = [
        draft for draft in gone
        if same_org(draft.from_org, goal) and draft.to_org is not None and not same_org(draft.to_org, goal)
        and all(one is not event for one in draft.events)
    ]  # fmt: skip
    is_said = event.from_org is not None and not event.from_meant
    if not rivals or not (there or event.to_former):
        return []
    best = max(there, key=lambda draft: draft.confidence, default=None)
    start = event.from_org if is_said else best.to_org if best is not None else None
    chosen = [draft for draft in rivals if start is None or draft.from_org is start]
    new = [] if chosen else [_starting(rivals, start)]
    kept = max(chosen or new, key=lambda draft: draft.confidence)
    sure = max(draft.confidence for draft in readings)
    if event.to_former or event.trigger.again:
        sure = max(sure, _BELIEVED if best is None else best.confidence)
    for draft in readings:
        is_rival = start is not None and draft is not kept and draft in rivals
        if is_rival or not same_org(draft.to_org, goal):
            draft.confidence = 0.0  # the words say where to, and nothing else is meant
    kept.confidence = min(_MOST, sure)
    return new


def _starting(readings: list[Draft], start: Entity | None) -> Draft:
    """A reading like the likeliest of these, from another employer."""
    like = max(readings, key=lambda draft: draft.confidence)
    return replace(
        like, kind="move", from_org=start, from_source="career", from_tie=None, role_from=None,
        events=list(like.events), notes=list(like.notes),
    )  # fmt: skip
