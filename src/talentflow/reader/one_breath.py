"""Those who do one thing in one breath: what is told of them together is right of all of them, or of none."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.drafts import Draft
from talentflow.reader.weights import log_odds, probability

_NEARER = 0.5  # of the way to the mean of all


def stand_together(drafts: Iterable[Draft]) -> None:
    """Makes drafts that one verb tells of several people, alike for all, surer where those of the others are.

    "A, B and C have left Borealis": nobody of them has left it alone, so what speaks for one speaks for all.
    """
    groups: dict[tuple[object, ...], dict[int, list[Draft]]] = {}
    for draft in drafts:
        places = tuple((event.sentence.number, event.start, event.rank) for event in draft.events)
        key = (places, id(draft.from_org), id(draft.to_org), draft.kind, draft.from_source, draft.to_source)
        groups.setdefault(key, {}).setdefault(id(draft.person), []).append(draft)
    for group in groups.values():
        if len(group) < 2:
            continue
        odds = [max(log_odds(draft.confidence, 1e-6) for draft in own) for own in group.values()]
        mean = sum(odds) / len(odds)
        for draft in (draft for own in group.values() for draft in own):
            one = log_odds(draft.confidence, 1e-6)
            if mean > one:
                draft.confidence = probability(one + _NEARER * (mean - one))
