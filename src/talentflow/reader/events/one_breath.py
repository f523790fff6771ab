"""Those of whom several things are told alike: what is right of one of them is likelier right of the others.

Those who do one thing in one breath, a leaving and its aim, and the items of a list that each tell of somebody.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from talentflow.model import notes
from talentflow.reader.cast.movers import is_aim_of
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.learnt.weights import log_odds, probability

_NEARER = 0.5  # of the way to the mean of all
_PLACED = 0.5  # how well a person is placed whom an item can tell of
_LEAST_ITEMS = 3  # fewer make no list of moves
_LIKELY = 0.3
_BACK = 0.8
_OWN_ENDS = ("given", "near", "far", "same", "none")  # the item itself tells them


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


def stand_in_list(drafts: Iterable[Draft], roundup: Container[int] = ()) -> None:
    """Makes what the items of a list tell of their people surer where most of the other items tell moves.

    Each employer of a roundup is named once, which elsewhere speaks against it. Of each item only its likeliest reading
    gains whose ends the item itself gives; `roundup` are the numbers of the sentences of a page whose items are no
    list but articles of their own, each of which may tell of several people.
    """
    best: dict[tuple[int, int], Draft] = {}
    for draft in drafts:
        sentence = draft.event.sentence
        is_own = sentence.number in roundup
        is_rival = is_own and len(draft.events) == 1 and not draft.event.rank
        if not (is_own or sentence.is_item) or not (is_rival or _is_whole(draft)):
            continue
        key = (sentence.number, id(draft.person) if is_own else 0)
        known = best.get(key)
        if known is None or draft.confidence > known.confidence:
            best[key] = draft
    best = {
        key: draft for key, draft in best.items()
        if _is_whole(draft) and not (draft.from_source == "far" and draft.event.sentence.number in roundup)
    }  # fmt: skip
    likely = [draft for draft in best.values() if draft.confidence >= _LIKELY]
    if len(best) < _LEAST_ITEMS or 2 * len(likely) < len(best):
        return
    mean = sum(log_odds(draft.confidence, 1e-6) for draft in likely) / len(likely)
    for draft in best.values():
        one = log_odds(draft.confidence, 1e-6)
        if mean > one:
            draft.confidence = probability(one + _NEARER * (mean - one))
            draft.notes.append(notes.note(notes.LIST_OF_MOVES))


def _is_whole(draft: Draft) -> bool:
    """Whether one event of one item tells a draft, with its person and ends."""
    if len(draft.events) > 1 or draft.event.rank or draft.event.is_inferred:
        return False
    if draft.event.person_score < _PLACED:
        return False  # "eight researchers have left Borealis since Ada Moreno opened its laboratory"
    tie = draft.from_tie
    if tie is not None and tie.sentence.paragraph != draft.event.sentence.paragraph:
        return False
    return draft.from_source in _OWN_ENDS and draft.to_source in _OWN_ENDS


def stand_with_aims(drafts: Iterable[Draft]) -> None:
    """Makes the aim of a leaving as sure as the leaving itself: "left Borealis | to start a firm of her own"."""
    leavings: dict[int, list[Draft]] = {}
    steps: list[Draft] = []
    for draft in drafts:
        if draft.kind == "leave" and len(draft.events) == 1:
            leavings.setdefault(id(draft.event), []).append(draft)
        elif len(draft.events) == 2 and draft.to_source == "given" and is_aim_of(draft.events[0], draft.events[1]):
            steps.append(draft)
    for step in steps:
        for leaving in leavings.get(id(step.events[1]), ()):
            if same_org(leaving.from_org, step.from_org) and leaving.confidence > step.confidence:
                step.confidence = leaving.confidence


def stand_with_returns(drafts: Iterable[Draft]) -> None:
    """Makes a return nearly as sure as the leaving that it takes back: "sacked, only to be reinstated within days"."""
    leavings: dict[int, list[Draft]] = {}
    returns: list[tuple[Draft, Event]] = []
    for draft in drafts:
        if draft.kind == "leave" and len(draft.events) == 1:
            leavings.setdefault(id(draft.event), []).append(draft)
        elif draft.kind == "join" and len(draft.events) == 1 and draft.event.takes_back is not None:
            returns.append((draft, draft.event.takes_back))
    for back, left in returns:
        for leaving in leavings.get(id(left), ()):
            if same_org(leaving.from_org, back.to_org):
                back.confidence = max(back.confidence, _BACK * leaving.confidence)
