"""Employers that stand near only because somebody else just went there: "joined Quanta in May. Berg has left as well".

Whoever is told to have left, or to rise, without a word of where is of the house that the article is about, and not
of the one that the sentence before leads another to or takes another from.
"""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.drafts import TOLD, Draft, same_org
from talentflow.reader.page import Entity
from talentflow.reader.scene import Event

_GUESSED = ("last", "around", "second", "here", TOLD)
_STARTS = ("leave", "move", "found")
_BEFORE = 3  # sentences
_LEFT = 0.5  # of the confidence of a reading that starts where somebody else went


def leave_others_ends(drafts: Iterable[Draft], events: Iterable[Event], topic: Entity | None) -> None:
    """Prefers the reading from the article's own employer to that from where another has just gone."""
    if topic is None:
        return
    told: dict[int, list[Event]] = {}
    for event in events:
        if not event.rank and event.to_org is not None and not event.is_inferred:
            told.setdefault(event.sentence.number, []).append(event)
    groups: dict[tuple[object, ...], list[Draft]] = {}
    for draft in drafts:
        goal = None if draft.kind == "change" else id(draft.to_org)
        place = (draft.event.sentence.number, draft.event.start)
        groups.setdefault((id(draft.person), draft.kind == "change", goal, place), []).append(draft)
    for group in groups.values():
        own = [draft for draft in group if same_org(draft.from_org, topic) and draft.from_org is not None]
        best = max(own, key=lambda draft: draft.confidence, default=None)
        if best is None:
            continue
        for draft in group:
            if draft.confidence > best.confidence and _starts_at_others(draft, told, topic):
                best.confidence, draft.confidence = draft.confidence, _LEFT * best.confidence


def _starts_at_others(draft: Draft, told: dict[int, list[Event]], topic: Entity) -> bool:
    """Whether a draft starts where it only does because somebody else came or went there right before."""
    org = draft.from_org
    if org is None or same_org(org, topic) or draft.kind not in (*_STARTS, "change"):
        return False
    if draft.from_source not in _GUESSED and not (draft.kind == "change" and draft.to_source in _GUESSED):
        return False
    number = draft.event.sentence.number
    if any(m.entity is org for m in draft.event.sentence.mentions):
        return False
    before = [event for other in range(number - _BEFORE, number) for event in told.get(other, ())]
    if any(event.person is draft.person and org in (event.from_org, event.to_org) for event in before):
        return False
    others = [event for event in before if event.person is not draft.person]
    arrived = any(event.to_org is org and event.from_org is not org for event in others)
    came = any(event.from_org is org and same_org(event.to_org, topic) for event in others)
    return arrived or (draft.kind == "change" and came)
