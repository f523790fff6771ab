"""Whose people leave: not the employer's to which the article has just sent those of another one.

"Three researchers of Borealis went to Quanta. The exits go on: the chief scientist, Ada Moreno, left in May": Borealis.
"""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.words.page import Entity

_GUESSED = ("topic", "second", "last", "around", "here")  # starts that nothing but other people's moves speaks for
_SAID = ("given", "left given", "meant", "near")
_LIKELY = 0.3
_MOST = 0.95
_SEVERAL = 2  # people who go the same way, where the article is not about the employer that they leave


def leave_losing(drafts: list[Draft], topic: Entity | None) -> None:
    """Lets whoever leaves an unnamed employer leave the one that loses its people, not the one that gets them.

    Nothing is moved where the article tells of somebody who leaves the latter, or where the person works.
    """
    ways = _ways(drafts, topic)
    if not ways:
        return
    for draft in drafts:
        if draft.confidence <= 0.0 or not _is_guessed(draft) or same_org(draft.from_org, topic):
            continue
        twin = next(
            (other for other in drafts if other.event is draft.event and other.kind == draft.kind
             and (id(other.from_org), id(draft.from_org)) in ways and other.to_org is draft.to_org
             and _is_guessed(other)),
            None,
        )  # fmt: skip
        if twin is not None:
            twin.confidence = max(twin.confidence, min(_MOST, twin.confidence + draft.confidence))
            draft.confidence = 0.0


def _is_guessed(draft: Draft) -> bool:
    """Whether a leaving has a start that only stands somewhere around, and the article says of nowhere else."""
    return (
        draft.event.yields == "leave" and len(draft.events) == 1 and draft.from_source in _GUESSED
        and all(tie == "none" or " post " in tie for tie in draft.known)
    )  # fmt: skip


def _ways(drafts: Iterable[Draft], topic: Entity | None) -> set[tuple[int, int]]:
    """From where to where people go whom the article names, if nobody is told to leave the latter."""
    likely = [draft for draft in drafts if draft.confidence >= _LIKELY and not draft.event.rank]
    movers: dict[tuple[int, int], set[int]] = {}
    losing: set[int] = set()
    about: set[int] = set()
    for draft in likely:
        if draft.kind not in ("move", "leave", "found") or draft.from_org is None:
            continue
        if draft.from_source in _SAID:
            losing.add(id(draft.from_org))
        if draft.to_org is not None:
            movers.setdefault((id(draft.from_org), id(draft.to_org)), set()).add(id(draft.person))
            if same_org(draft.from_org, topic):
                about.add(id(draft.from_org))
    return {
        way for way, people in movers.items()
        if way[1] not in losing and (way[0] in about or len(people) >= _SEVERAL)
    }  # fmt: skip
