"""Posts told by another: "held the same post at Borealis", and the leader of a house that the article calls its CEO."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import LEADERS
from talentflow.reader.words.page import Entity, Sentence

_EMPLOYER_WITHIN = 8  # words from "the same post" to where
_OF_ALL = frozenset({"CEO", "president and CEO", "chair and CEO", "chairman and CEO", "co-founder and CEO"})


def match_posts(drafts: list[Draft], ties: Iterable[Affiliation], sentences: list[Sentence]) -> None:
    """Gives the drafts the posts that only a comparison, or another word for the same post, tells."""
    telling = [sentence for sentence in sentences if sentence.has_kinds(("same_post",))]
    for draft in drafts:
        for sentence in telling:
            if _speaks_of(sentence, draft):
                _take_same(draft, sentence)
    if not any(role in LEADERS for draft in drafts for role in (draft.role_from, draft.role_to)):
        return
    posts: dict[int, list[Affiliation]] = {}
    for tie in ties:
        if tie.post in _OF_ALL:
            posts.setdefault(id(tie.person), []).append(tie)
    moves: dict[int, list[Draft]] = {}
    for draft in drafts:
        moves.setdefault(id(draft.person), []).append(draft)
    for draft in drafts:
        own = moves[id(draft.person)]
        told = [
            tie for tie in posts.get(id(draft.person), ())
            if all(event.sentence is not tie.sentence for event in draft.events)
        ]  # fmt: skip
        held = [(tie.org, tie.post) for tie in told] + [(other.from_org, other.role_from) for other in own]
        if draft.role_from in LEADERS and not _comes_to_lead(draft.from_org, own):
            draft.role_from = _of_all(draft.role_from, draft.from_org, held)
        if draft.role_to in LEADERS and not _comes_to_lead(draft.to_org, own):
            draft.role_to = _of_all(draft.role_to, draft.to_org, held)


def _speaks_of(sentence: Sentence, draft: Draft) -> bool:
    """Whether a sentence tells of a draft's mover: by a name or pronoun, or as the sentence of the move itself."""
    people = [mention for mention in sentence.mentions if mention.kind == "person"]
    if any(mention.entity is draft.person for mention in people):
        return True
    if any(mention.entity is not None and not mention.is_anaphor for mention in people):
        return any(event.sentence is sentence for event in draft.events)
    numbers = [sentence.number - event.sentence.number for event in draft.events]
    return any(0 <= number <= 1 for number in numbers)  # "She held the same post at ..."


def _take_same(draft: Draft, sentence: Sentence) -> None:
    """The post that is the same at both employers: of the one that is named behind the words for that."""
    for hit in sentence.of_kind("same_post"):
        behind = [
            mention.entity for mention in sentence.mentions
            if mention.kind == "org" and 0 <= mention.start - hit.end <= _EMPLOYER_WITHIN and mention.entity is not None
        ]  # fmt: skip
        where = behind[0] if behind else _before(sentence, hit.start)
        if where is None or draft.from_org is None or draft.to_org is None:
            continue
        if same_org(where, draft.from_org) and not same_org(where, draft.to_org):
            draft.role_from = draft.role_to or draft.role_from
        elif same_org(where, draft.to_org) and draft.role_to is None:
            draft.role_to = draft.role_from


def _before(sentence: Sentence, index: int) -> Entity | None:
    """The employer that stands nearest before the words, where none stands behind: "在北辰担任 | 同一职务"."""
    orgs = [m for m in sentence.mentions if m.kind == "org" and 0 <= index - m.end <= _EMPLOYER_WITHIN]
    return max(orgs, key=lambda mention: mention.end).entity if orgs else None


def _of_all(post: str | None, org: Entity | None, held: list[tuple[Entity | None, str | None]]) -> str | None:
    """What the article calls whom another word only calls the leader of a house, where it tells of one such post."""
    told = {other for where, other in held if other in _OF_ALL and org is not None and same_org(where, org)}
    return told.pop() if len(told) == 1 else post


def _comes_to_lead(org: Entity | None, own: Iterable[Draft]) -> bool:
    """Whether a leader of whatever part of a house became its chief executive by another of their moves."""
    return any(other.role_to in _OF_ALL and same_org(other.to_org, org) for other in own)
