"""Whether whom a house names to a post has been there: said by words such as "from within", or by when they came.

"Borealis named Ada Moreno chief executive" may tell of a new post or of an arrival. That it was an inside choice, or
that she had joined years ago, makes it a new post; that she is an outsider makes it an arrival.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from talentflow.reader.cast.scene import Event, comes_back
from talentflow.reader.events.drafts import Draft, is_called_former, is_clear, same_org

_MOST = 0.95
_ARRIVING = ("join", "shift", "found")


def tell_insiders(drafts: Iterable[Draft], choices: Mapping[int, str]) -> None:
    """Gives one of the two readings of an appointment the certainty of both, where the article says which it is.

    `choices` says of sentences, by number, that what they tell is a choice from inside or from outside.
    """
    readings: dict[int, list[Draft]] = {}
    events: dict[int, Event] = {}
    for draft in drafts:
        event = draft.event
        if len(draft.events) > 1 or event.rank:
            continue
        events[id(event)] = event
        if event.yields == "appoint" and draft.kind in ("change", "join") and not event.is_background:
            readings.setdefault(id(event), []).append(draft)
    came = [event for event in events.values() if _came_of_old(event)]
    for key, own in readings.items():
        event = events[key]
        choice = choices.get(event.sentence.number, "")
        for change in own:
            join = next((one for one in own if one.kind == "join" and same_org(one.to_org, change.to_org)), None)
            if change.kind != "change" or join is None:
                continue
            if is_called_former(event):
                take_both(join, change)
            if change.to_source != "given" or not change.confidence:
                continue
            is_known = any(one.person is event.person and same_org(one.to_org, change.to_org) for one in came)
            if is_known or choice == "insider":
                take_both(change, join)
            elif choice == "outsider" and "near goal current" not in change.known:
                take_both(join, change)


def _came_of_old(event: Event) -> bool:
    """Whether an event clearly tells that somebody came somewhere years ago."""
    return (
        event.yields in _ARRIVING and event.is_background and event.date is not None and event.status == "done"
        and event.to_org is not None and (event.to_meant or is_clear(event.to_score, event.to_meant))
        and not comes_back(event)
    )  # fmt: skip


def take_both(kept: Draft, other: Draft) -> None:
    """Gives one of two readings that exclude each other what speaks for either."""
    kept.confidence = min(_MOST, kept.confidence + other.confidence)
    other.confidence = 0.0
