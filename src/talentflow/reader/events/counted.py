"""Posts of those who are counted before they are named: "four of its founders have left. Berg went in May"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.events.groups import Group, counts_several_sorts
from talentflow.reader.posts.posts import is_vague
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.trigger_frames import frames

_LEAVING = ("leave", "move", "found", "absence")
_WITHIN = 8  # sentences between the number and whoever is named
_COLONS = (":", "：")


def fill_counted(drafts: list[Draft], groups: Iterable[Group], sentences: list[Sentence]) -> None:
    """Gives those whom the article has counted among those who leave an employer the post that they are counted as.

    Nobody has it where more people are named to have left than were counted: who of them is meant is not told.
    The items of a list whose lead speaks of founders are such too.
    """
    listed = {id(sentence) for sentence in _items_of_founders(sentences)}
    for draft in drafts:
        if draft.kind in _LEAVING and any(id(event.sentence) in listed for event in draft.events):
            _be_founder(draft)
    for group in groups:
        post = group.pending.post
        if post is None or counts_several_sorts(group.sentence, post) or not _tells_of_leaving(group):
            continue
        leaving = [draft for draft in drafts if _is_told_behind(draft, group)]
        if len({id(draft.person) for draft in leaving}) > group.count and not group.at_least:
            continue
        for draft in leaving:
            if "founder" in post:
                _be_founder(draft)
            elif draft.from_org is not None and not is_vague(post):
                draft.role_from = draft.role_from or post


def _be_founder(draft: Draft) -> None:
    """Makes a co-founder of whoever leaves no other post."""
    if draft.from_org is not None and draft.role_from in (None, "founder"):
        draft.role_from = "co-founder"


def _items_of_founders(sentences: list[Sentence]) -> Iterator[Sentence]:
    """The items of lists whose lead speaks of founders: "Three co-founders have gone so far:"."""
    is_led = False
    for sentence in sentences:
        if sentence.is_item:
            if is_led:
                yield sentence
            continue
        words = sentence.tokens.surface
        is_led = bool(words) and words[-1] in _COLONS and any(
            hit.payload.part == "head" and "founder" in hit.payload.english for hit in sentence.of_kind("role")
        )  # fmt: skip


def _tells_of_leaving(group: Group) -> bool:
    """Whether those who are counted leave an employer, which "hired two researchers from A" tells too."""
    yields = frames()[group.pending.hit.payload.event].yields
    return yields == "leave" or (yields in ("shift", "join") and group.from_org is not None)


def _is_told_behind(draft: Draft, group: Group) -> bool:
    """Whether somebody leaves the employer of a group whom a sentence behind the number names."""
    employer = group.from_org or group.to_org  # whose founders they are may stand where a goal does
    return draft.kind in _LEAVING and same_org(draft.from_org, employer) and any(
        0 <= event.sentence.number - group.sentence.number <= _WITHIN and event.sentence.field == group.sentence.field
        for event in draft.events
    )  # fmt: skip
