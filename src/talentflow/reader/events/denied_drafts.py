"""Changes of which one is denied and another is not: each is told for itself, and both as surely as they stand there.

The readings are weighed as if a person did one thing in a sentence, which holds where all is told alike. "Moreno, who
came from Google in 2020, denies that she leaves" tells two things, and "has left Intel, but denies to join Google" too.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from talentflow.reader.events.drafts import Draft, same_org

_BESIDE = 0.9
_TOLD = ("given", "meant", "near", "here", "career")  # ends that the sentence itself tells


@dataclass(slots=True)
class Beside:
    """The drafts of one person in one sentence that denies some of what it tells, with how sure the rules are."""

    denied: list[Draft] = field(default_factory=list)
    others: list[Draft] = field(default_factory=list)
    sure: dict[int, float] = field(default_factory=dict)


def beside_denials(drafts: Iterable[Draft]) -> list[Beside]:
    """The drafts of sentences that deny one change of a person and tell another."""
    found: dict[tuple[int, int], Beside] = {}
    for draft in drafts:
        if len(draft.events) == 1 and not draft.event.rank and draft.kind != "offer":
            beside = found.setdefault((id(draft.person), draft.event.sentence.number), Beside())
            (beside.denied if draft.status == "denied" else beside.others).append(draft)
            beside.sure[id(draft)] = draft.confidence
    return [beside for beside in found.values() if beside.denied and beside.others]


def stand_with_denials(found: Iterable[Beside]) -> None:
    """Makes what is denied nearly as sure as what the sentence tells of the person beside it.

    The encoder says of a person and a sentence one thing: neither is less sure than it was before the second look.
    """
    for beside in found:
        for draft in (*beside.denied, *beside.others):
            draft.confidence = max(draft.confidence, beside.sure[id(draft)])
        other = max(beside.others, key=lambda draft: draft.confidence)
        best: dict[int, Draft] = {}
        for draft in beside.denied:
            if _is_told(draft) and not same_org(draft.from_org, other.from_org):
                event = id(draft.event)
                best[event] = max(best.get(event, draft), draft, key=lambda one: one.confidence)
        for draft in best.values():
            draft.confidence = max(draft.confidence, other.confidence * _BESIDE)


def _is_told(draft: Draft) -> bool:
    """Whether the sentence itself tells the end that the words of a change are about."""
    return (draft.from_source if draft.kind == "leave" else draft.to_source) in _TOLD


def part_steps(drafts: list[Draft]) -> list[Draft]:
    """The drafts without steps of which one half alone is denied; the halves are as sure as the whole was."""
    wholes = [draft for draft in drafts if draft.is_parted]
    for whole in wholes:
        for half in drafts:
            if len(half.events) == 1 and any(half.event is event for event in whole.events) and _is_half(half, whole):
                half.confidence = max(half.confidence, whole.confidence)
    return [draft for draft in drafts if not draft.is_parted]


def _is_half(half: Draft, whole: Draft) -> bool:
    if half.kind == "leave":
        return half.from_org is whole.from_org
    return half.from_org is None and half.to_org is whole.to_org


def settle_denied(keep: Draft, gone: Draft) -> bool:
    """Gives a change that is told as denied and as something else the status of both together; False for any other.

    What a sentence tells beside its denial stands: "confirmed that he goes, but denied that he was pushed out". What is
    only supposed or reported is denied by what follows.
    """
    if (keep.status == "denied") == (gone.status == "denied"):
        return False
    denied, told = (keep, gone) if keep.status == "denied" else (gone, keep)
    is_unsure = told.status == "rumored" or (bool(told.according_to) and (denied.how is None or told.how is not None))
    number = denied.event.sentence.number
    if any(event.sentence.number == number for event in told.events) and not is_unsure:
        keep.status, keep.how = told.status, told.how
        return True
    follows = all(event.sentence.number < number for event in told.events)
    if told.status == "rumored" or (is_unsure and follows):
        keep.status = "denied"
        return True
    return False
