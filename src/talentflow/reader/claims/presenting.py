"""Drafts, ties and groups as claims with their evidence."""

from __future__ import annotations

from dataclasses import replace

from talentflow.model import EntityMention, GroupClaim, MoveClaim, PartialDate, PositionClaim, Reason, Span, notes
from talentflow.reader.careers.career import sentences_of
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.drafts import Draft
from talentflow.reader.events.groups import Group
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.employer_meant import employer_meant
from talentflow.reader.posts.posts import is_vague
from talentflow.reader.words.page import Entity, Page, Sentence

_MOST_EVIDENCE = 4
_TOLD = 0.7  # a bare "Microsoft's Dee" is a position too, without a post


def mention_of(entity: Entity | None) -> EntityMention | None:
    """An entity as claims name it."""
    if entity is None:
        return None
    identity = entity.id.replace("org:?", "org:")
    return EntityMention(identity, entity.name, entity.mention, entity.listed, entity.romanised)


def certain_mention(entity: Entity) -> EntityMention:
    """How claims name an entity that is there."""
    found = mention_of(entity)
    assert found is not None
    return found


def _span(page: Page, sentence: Sentence) -> Span:
    return page.document.span(sentence.field, sentence.start, sentence.end)


def move_claims(
    understanding: Understanding, drafts: list[Draft], retold: tuple[str, Sentence] | None
) -> tuple[MoveClaim, ...]:
    """Drafts as claims; news without a source of its own is that of the outlet after which the article is `retold`."""
    claims = [move_claim(understanding, draft) for draft in drafts]
    if retold is None:
        return tuple(claims)
    outlet, sentence = retold
    quote = _span(understanding.page, sentence).quote
    retelling = notes.note(notes.RETOLD, outlet=outlet, quote=quote)
    return tuple(
        claim
        if claim.according_to or draft.is_background
        else replace(claim, according_to=(outlet,), explanation=(*claim.explanation, retelling))
        for claim, draft in zip(claims, drafts, strict=True)
    )


def move_claim(understanding: Understanding, draft: Draft) -> MoveClaim:
    """A draft as a claim: evidence are the sentences of the body that tell it, else the title."""
    page, published = understanding.page, understanding.published
    bodies = _bodies(draft)
    day = draft.date
    if day is None and published is not None and not draft.is_background:
        # Fresh news without a day of its own happened in the month of publication.
        day = str(PartialDate(published.year, published.month))
    return MoveClaim(
        person=certain_mention(draft.person),
        from_org=mention_of(draft.from_org),
        to_org=mention_of(draft.to_org),
        kind=draft.kind,
        status=draft.status,
        how=draft.how,
        role_from=draft.role_from,
        role_to=draft.role_to,
        date=day,
        why=_reasons(page, bodies),
        according_to=draft.according_to,
        confidence=draft.confidence,
        evidence=tuple(_span(page, sentence) for sentence in bodies[:_MOST_EVIDENCE]),
        explanation=tuple(draft.notes),
    )


def _bodies(draft: Draft) -> list[Sentence]:
    sentences = sentences_of(draft)
    return [sentence for sentence in sentences if not sentence.is_title] or sentences


def _reasons(page: Page, sentences: list[Sentence]) -> tuple[Reason, ...]:
    found: dict[str, Reason] = {}
    for sentence in sentences:
        for hit in sentence.of_kind("reason"):
            if hit.payload not in found:
                found[hit.payload] = Reason(hit.payload, _span(page, sentence).quote)
    return tuple(found.values())


def position_claims(understanding: Understanding, drafts: list[Draft]) -> list[PositionClaim]:
    """The posts that the article states, one a person, organization and role, and those that its movers leave."""
    page = understanding.page
    out: dict[tuple[str, str, str | None], PositionClaim] = {}
    gone = _gone(drafts)
    for tie in understanding.ties:
        if tie.org is not None and tie.org.name is not None and not tie.is_new and tie.strength >= _TOLD:
            found = _position(page, tie, tie.org, _SURE)
            if (tie.person.id, tie.org.id) in gone:
                found = replace(found, when="past")
            out.setdefault((tie.person.id, tie.org.id, tie.post), found)
    for draft in drafts:
        org = draft.from_org
        if org is not None and org.name is not None and draft.role_from is not None:
            key = (draft.person.id, org.id, draft.role_from)
            if key not in out:
                out[key] = _position_left(page, draft, org)
    people = {key[0] for key in out}
    for tie in understanding.ties:
        if tie.org is None and tie.post and not tie.is_new and tie.person.id not in people:
            org = employer_meant(page, understanding.topic, understanding.ties, tie)
            if org is not None and not writes_elsewhere(tie.post, org):
                out.setdefault((tie.person.id, org.id, tie.post), _position(page, tie, org, _MEANT))
    return _told_best(list(out.values()), drafts)


def _told_best(positions: list[PositionClaim], drafts: list[Draft]) -> list[PositionClaim]:
    """The positions without those that say less of a person and an employer than another, or than a move to it."""
    told = {_holding(position) for position in positions if not is_vague(position.role)}
    goals = {(draft.person.id, certain_mention(draft.to_org).id) for draft in drafts if draft.to_org is not None}
    return [
        position for position in positions
        if not is_vague(position.role)
        or (_holding(position) not in told and (position.role is not None or _holding(position) not in goals))
    ]  # fmt: skip


def without_taken(positions: list[PositionClaim], drafts: list[Draft]) -> list[PositionClaim]:
    """The positions without the posts that moves result in: the moves tell them, unless a move leaves them again."""
    left = {(d.person.id, certain_mention(d.from_org).id, d.role_from) for d in drafts if d.from_org is not None}
    taken = {(d.person.id, certain_mention(d.to_org).id, d.role_to) for d in drafts if d.to_org is not None}
    return [one for one in positions if one.role is None or (*_holding(one), one.role) not in taken - left]


def _holding(position: PositionClaim) -> tuple[str, str]:
    """Who works where by a position."""
    return position.person.id, position.org.id if position.org is not None else ""


def _gone(drafts: list[Draft]) -> set[tuple[str, str]]:
    """Who has left which employer and is not told to have come to it: what they were there is past."""
    done = [draft for draft in drafts if draft.status == "done"]
    left = {(d.person.id, d.from_org.id) for d in done if d.from_org is not None and d.kind in ("move", "leave")}
    return left - {(draft.person.id, draft.to_org.id) for draft in done if draft.to_org is not None}


_SURE, _MEANT = 0.75, 0.6  # how many of such positions were right on the practice articles that retell the press


def _position(page: Page, tie: Affiliation, org: Entity, confidence: float) -> PositionClaim:
    return PositionClaim(
        person=certain_mention(tie.person),
        org=mention_of(org),
        role=tie.post,
        when=tie.when,
        confidence=confidence,
        evidence=(_span(page, tie.sentence),),
    )


def _position_left(page: Page, draft: Draft, org: Entity) -> PositionClaim:
    """The post that a mover leaves: past once the move is done, current while it is only planned, said or denied."""
    is_done = draft.status == "done" and draft.kind not in ("offer", "absence")
    return PositionClaim(
        person=certain_mention(draft.person),
        org=mention_of(org),
        role=draft.role_from,
        until=draft.date if is_done else None,
        when="past" if is_done else "current",
        confidence=draft.confidence,
        evidence=tuple(_span(page, sentence) for sentence in _bodies(draft)[:_MOST_EVIDENCE]),
    )


def writes_elsewhere(post: str | None, org: Entity) -> bool:
    """Whether a post is one of the press and the organization no outlet: reporters write about it."""
    return post is not None and post.split(" of ")[0].split()[-1] in _OF_THE_PRESS and not org.is_media


_OF_THE_PRESS = frozenset({"reporter", "journalist", "correspondent", "columnist", "commentator"})


def group_claim(page: Page, group: Group) -> GroupClaim:
    """A counted group as a claim."""
    return GroupClaim(
        mention_of(group.from_org),
        mention_of(group.to_org),
        group.count,
        group.at_least,
        (_span(page, group.sentence),),
    )
