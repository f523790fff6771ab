"""Where only one of several came from who do something together: "founded it with B and C after his exit from X"."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.cast.scene import Event
from talentflow.reader.events.drafts import Draft, same_org

_GUESSED = ("topic", "second", "here", "last", "around", "near")


def keep_own_starts(drafts: list[Draft], events: Iterable[Event]) -> None:
    """Takes from companions a start that the sentence gives to another of them alone.

    "Ada Moreno founded Quanta with Tom Berg, a month after she had left Borealis" says nothing of where Berg was.
    """
    leavings: dict[int, list[Event]] = {}
    for event in events:
        if event.yields == "leave" and event.from_org is not None and not event.rank:
            leavings.setdefault(event.sentence.number, []).append(event)
    for draft in drafts:
        if draft.kind not in ("found", "move") or draft.from_org is None or draft.from_source not in _GUESSED:
            continue
        told = [e for e in leavings.get(draft.event.sentence.number, ()) if same_org(e.from_org, draft.from_org)]
        if not told or any(e.person is draft.person for e in told):
            continue
        fellows = [other for other in drafts if other is not draft and _is_shared(draft.event, other)]
        if any(e.person is other.person for e in told for other in fellows):
            draft.from_org, draft.from_source, draft.role_from = None, "none", None
            draft.kind = "join" if draft.kind == "move" else draft.kind


def _is_shared(event: Event, other: Draft) -> bool:
    """Whether another move rests on the same words."""
    return any(one.sentence is event.sentence and one.start == event.start for one in other.events)
