"""Nobody rises where the words beside their name say that they once were.

"Former Borealis chief Ada Moreno, until now vice chair, becomes president" is no promotion at Borealis.
"""

from __future__ import annotations

from talentflow.reader.cast.scene import comes_back
from talentflow.reader.events.drafts import Draft

_RISING = ("appoint", "change")


def rises_where_once(draft: Draft) -> bool:
    """Whether a reading gives somebody a new post at an employer only named as one of long ago."""
    event, tie = draft.event, draft.to_tie
    if draft.kind != "change" or draft.to_source != "near" or tie is None or event.yields not in _RISING:
        return False
    if tie.by_event or tie.when != "past" or tie.sentence is not event.sentence or comes_back(event):
        return False
    if sum(mention.entity is draft.to_org for mention in event.sentence.mentions) > 1:
        return False  # "Borealis names former Borealis executive Ada Moreno": the house itself speaks
    return any(tie.start - 1 <= hit.start < tie.end for hit in event.sentence.of_kind("once"))
