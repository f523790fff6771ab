"""Posts that one person's change tells of another's: who replaces whom, and who founded something with others."""

from __future__ import annotations

from talentflow.reader.affiliations import Affiliation
from talentflow.reader.drafts import Draft, same_org
from talentflow.reader.page import Entity
from talentflow.reader.posts import is_vague
from talentflow.reader.scene import Event

_REPLACING = ("replace", "succeeded_by")
_TAKING = ("become", "promote", "appoint", *_REPLACING)
_LEAVING = ("leave", "move", "found", "change")
_NEAR = 3  # sentences
_BESIDE = 8  # words


def share_posts(drafts: list[Draft], events: list[Event], ties: list[Affiliation]) -> None:
    """Gives every chosen move the posts that other words of the article tell."""
    _found_together(drafts)
    for draft in drafts:
        if is_vague(draft.role_to) and draft.kind in ("move", "join"):
            told = None if draft.is_background else _post_taken(draft, drafts, events, ties)
            draft.role_to = told or _post_hired_for(draft, ties) or draft.role_to
    for draft in drafts:
        _succeed(draft, drafts, ties)
    for draft in drafts:
        if is_vague(draft.role_to) and draft.event.trigger.event in _TAKING:
            draft.role_to = _post_vacated(draft, drafts) or draft.role_to


def _found_together(drafts: list[Draft]) -> None:
    """Whoever founds something with others is a co-founder."""
    founded = [draft for draft in drafts if draft.kind == "found" and draft.to_org is not None]
    for draft in founded:
        if draft.role_to in (None, "founder") and (
            any(other.person is not draft.person and other.to_org is draft.to_org for other in founded)
            or any(_says_with_whom(event) for event in draft.events if event.yields == "found")
        ):
            draft.role_to = "co-founder"


def _post_taken(draft: Draft, drafts: list[Draft], events: list[Event], ties: list[Affiliation]) -> str | None:
    """The new post that the article gives the mover elsewhere: "the new head of research, X", "he will be chair"."""
    used = {id(event) for other in drafts for event in other.events}
    told = [
        event.role_to for event in events
        if event.person is draft.person and id(event) not in used and event.yields in ("appoint", "join")
        and not event.is_background and not event.rank
        and (event.to_org is None or same_org(event.to_org, draft.to_org))
    ]  # fmt: skip
    new = [
        tie.post for tie in ties
        if tie.person is draft.person and tie.is_new and (tie.org is None or same_org(tie.org, draft.to_org))
    ]  # fmt: skip
    return next((post for post in (*told, *new) if not is_vague(post)), None)


def _post_hired_for(draft: Draft, ties: list[Affiliation]) -> str | None:
    """The only post that the article gives whoever was hired at the new employer: what they were hired for."""
    if draft.event.trigger.event != "hire":
        return None
    held = {
        tie.post for tie in ties
        if tie.person is draft.person and not is_vague(tie.post) and tie.org is not None
        and same_org(tie.org, draft.to_org)
    }  # fmt: skip
    return next(iter(held)) if len(held) == 1 else None


def _says_with_whom(event: Event) -> bool:
    """Whether the verb of founding goes on with somebody else: "founded the firm | together with X"."""
    sentence = event.sentence
    people = [m.start for m in sentence.mentions if m.kind == "person" and m.entity is not event.person]
    return any(
        event.end <= hit.start <= event.end + _BESIDE and any(hit.end <= start <= hit.end + _BESIDE for start in people)
        for hit in sentence.of_kind("together")
    )


def _succeed(draft: Draft, drafts: list[Draft], ties: list[Affiliation]) -> None:
    """Whoever replaces somebody takes their post, and the other leaves it."""
    for event in draft.events:
        if event.trigger.event not in _REPLACING or draft.to_org is None:
            continue
        other = _replaced(event)
        if other is None:
            continue
        left = next(
            (d for d in drafts if d.person is other and d.kind in _LEAVING and same_org(d.from_org, draft.to_org)), None
        )
        held = [t for t in ties if t.person is other and t.post and not t.is_new and same_org(t.org, draft.to_org)]
        post = left.role_from if left is not None and not is_vague(left.role_from) else None
        post = post or next((tie.post for tie in held if not is_vague(tie.post)), None)
        if is_vague(draft.role_to) and post is not None:
            draft.role_to = post
        elif left is not None and is_vague(left.role_from) and not is_vague(draft.role_to):
            left.role_from = draft.role_to


def _replaced(event: Event) -> Entity | None:
    """The other person of a replacing, who is named nearest to the trigger."""
    others = [
        mention for mention in event.sentence.mentions
        if mention.kind == "person" and mention.entity is not None and mention.entity is not event.person
    ]  # fmt: skip
    nearest = min(others, key=lambda m: min(abs(m.start - event.end), abs(event.start - m.end)), default=None)
    return nearest.entity if nearest is not None else None


def _post_vacated(draft: Draft, drafts: list[Draft]) -> str | None:
    """The post that somebody else leaves at the employer whose post is taken, told close by."""
    number = draft.event.sentence.number
    near = [
        other for other in drafts
        if other.person is not draft.person and other.kind in _LEAVING and not is_vague(other.role_from)
        and same_org(other.from_org, draft.to_org) and abs(other.event.sentence.number - number) <= _NEAR
    ]  # fmt: skip
    return near[0].role_from if len({other.role_from for other in near}) == 1 else None
