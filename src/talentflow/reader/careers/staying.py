"""Whoever only goes on in a post: no change, unless the article says that another post is given up.

"Moreno will continue as head of finance" changes nothing; "Berg succeeds Moreno, who stays on as chair" does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from talentflow.reader.careers.settling import SUCCEEDING
from talentflow.reader.cast.scene import Event
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Sentence

_GIVING_UP = ("leave", "absence")
_RIGHT_BEHIND = (-1, 0, 1)  # words between both; "continue to" and "to serve as" share one
_COMING = ("appoint", "change", "join", "move")


def who_gives_up(events: Iterable[Event]) -> set[int]:
    """The people of whom the article tells that they leave a post or an employer, or that somebody follows them."""
    out: set[int] = set()
    coming: dict[int, set[int]] = {}
    succeeding: dict[int, Sentence] = {}
    for event in events:
        if event.yields in _GIVING_UP:
            out.add(id(event.person))
        elif event.trigger.event in SUCCEEDING:
            succeeding[id(event.sentence)] = event.sentence
        if event.yields in _COMING and not event.rank:
            coming.setdefault(id(event.sentence), set()).add(id(event.person))
    for key, sentence in succeeding.items():
        named = {id(m.entity) for m in sentence.mentions if m.kind == "person" and m.entity is not None}
        out |= named - coming.get(key, set())
    return out


def only_goes_on(event: Event, ties: Sequence[Affiliation], giving_up: set[int]) -> bool:
    """Whether the article tells of the person's posts nothing but that in which they stay, which is no change.

    `ties` are the person's, `giving_up` the people who are told to give up something, see `who_gives_up`.
    """
    if not (event.yields == "stay" or _follows_staying(event)) or id(event.person) in giving_up:
        return False
    return not any(tie.when == "past" and tie.post is not None and tie.post != event.role_from for tie in ties)


def _follows_staying(event: Event) -> bool:
    """Whether the words of an appointment only say in what somebody goes on: "continues | to serve as"."""
    return event.yields == "appoint" and any(
        hit.payload.event == "stay" and hit.start < event.start and event.start - hit.end in _RIGHT_BEHIND
        for hit in event.sentence.of_kind("trigger")
    )
