"""Drafts, ties and groups as claims with their evidence."""

from __future__ import annotations

from talentflow.model import EntityMention, GroupClaim, MoveClaim, PartialDate, PositionClaim, Reason, Span
from talentflow.reader.affiliations import Affiliation
from talentflow.reader.career import sentences_of
from talentflow.reader.drafts import Draft
from talentflow.reader.groups import Group
from talentflow.reader.page import Entity, Page, Sentence
from talentflow.reader.understanding import Understanding

_MOST_EVIDENCE = 4
_TOLD = 1.5  # a tie weaker than this (a bare "Microsoft's Dee") is no position of its own


def mention_of(entity: Entity | None) -> EntityMention | None:
    """An entity as claims name it."""
    if entity is None:
        return None
    identity = entity.id.replace("org:?", "org:")
    return EntityMention(identity, entity.name, entity.mention, entity.listed, entity.romanised)


def _certain(entity: Entity) -> EntityMention:
    found = mention_of(entity)
    assert found is not None
    return found


def _span(page: Page, sentence: Sentence) -> Span:
    return page.document.span(sentence.field, sentence.start, sentence.end)


def move_claim(understanding: Understanding, draft: Draft) -> MoveClaim:
    """A draft as a claim: evidence are the sentences of the body that tell it, else the title."""
    page, published = understanding.page, understanding.published
    sentences = sentences_of(draft)
    bodies = [sentence for sentence in sentences if not sentence.is_title] or sentences
    day = draft.date
    if day is None and published is not None and not draft.is_background:
        # Fresh news without a day of its own happened in the month of publication.
        day = str(PartialDate(published.year, published.month))
    return MoveClaim(
        person=_certain(draft.person),
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


def _reasons(page: Page, sentences: list[Sentence]) -> tuple[Reason, ...]:
    found: dict[str, Reason] = {}
    for sentence in sentences:
        for hit in sentence.of_kind("reason"):
            if hit.payload not in found:
                found[hit.payload] = Reason(hit.payload, _span(page, sentence).quote)
    return tuple(found.values())


def position_claims(understanding: Understanding) -> list[PositionClaim]:
    """The posts that the article states, one a person, organization and role."""
    out: dict[tuple[str, str, str | None], PositionClaim] = {}
    for tie in understanding.ties:
        if tie.org is None or tie.is_new or tie.strength < _TOLD:
            continue
        key = (tie.person.id, tie.org.id, tie.post)
        if key not in out:
            out[key] = _position(understanding.page, tie)
    return list(out.values())


def _position(page: Page, tie: Affiliation) -> PositionClaim:
    return PositionClaim(
        person=_certain(tie.person),
        org=mention_of(tie.org),
        role=tie.post,
        when=tie.when,
        confidence=0.6,
        evidence=(_span(page, tie.sentence),),
    )


def group_claim(page: Page, group: Group) -> GroupClaim:
    """A counted group as a claim."""
    return GroupClaim(
        mention_of(group.from_org),
        mention_of(group.to_org),
        group.count,
        group.at_least,
        (_span(page, group.sentence),),
    )
