"""Posts handed on: whoever replaces somebody takes the post that the other leaves, told of either of them."""

from __future__ import annotations

from talentflow.reader.drafts import Draft, same_org

_EVENTS = ("replace", "succeeded_by")
_WITHIN = 2  # sentences


def hand_on(drafts: list[Draft]) -> None:
    """Gives successors the post of those before them, and those before them the post of their successors."""
    for new in drafts:
        if new.kind == "leave" or not any(event.trigger.event in _EVENTS for event in new.events):
            continue
        old = min(
            (draft for draft in drafts if _precedes(draft, new)), key=lambda draft: _gap(draft, new), default=None
        )
        if old is None:
            continue
        if new.role_to is None:
            new.role_to = old.role_from
        elif old.role_from is None:
            old.role_from = new.role_to


def share_founding(drafts: list[Draft]) -> None:
    """Whoever founds an employer that others of the article found too is a co-founder."""
    for draft in drafts:
        if draft.kind == "found" and draft.role_to == "founder" and draft.to_org is not None:
            others = (one for one in drafts if one.kind == "found" and one.person is not draft.person)
            if any(same_org(one.to_org, draft.to_org) for one in others):
                draft.role_to = "co-founder"


def _precedes(old: Draft, new: Draft) -> bool:
    """Whether somebody else is told nearby to give up a post where the successor comes."""
    return (
        old.person is not new.person
        and old.from_org is not None
        and same_org(old.from_org, new.to_org)
        and not any(event.trigger.event in _EVENTS for event in old.events)
        and _gap(old, new) <= _WITHIN
    )


def _gap(one: Draft, other: Draft) -> int:
    """How many sentences apart two moves are told, where they are nearest."""
    return min(abs(a.sentence.number - b.sentence.number) for a in one.events for b in other.events)
