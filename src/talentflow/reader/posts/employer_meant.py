"""Whose post it is that is told without an employer: "chief executive Ada Moreno said"."""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity, Page

_EXPLICIT = 1.5  # a tie that names its employer


def employer_meant(page: Page, topic: Entity | None, ties: list[Affiliation], tie: Affiliation) -> Entity | None:
    """The employer of a post that is told without one.

    It is the organization that the same sentence has named before the name, unless it names the article's own too; else
    the article's own, or where its paragraph has so far spoken of others alone, the last of those. An employer has one
    chief executive: where the article names another one, the post is at the employer that it names most after that.
    None where the post is not one of an employer at all: ministers and mayors.
    """
    if tie.post is None or is_of_state(tie.post):
        return None
    before = [entity for entity in _named_before(tie) if not entity.is_media]
    if before and all(entity is not topic for entity in before):
        return before[-1]
    candidates = [topic] if topic is not None and topic.name is not None and not topic.is_media else []
    if not before:
        spoken_of = [entity for entity in _paragraph_before(page, tie) if not entity.is_media]
        if spoken_of and all(entity is not topic for entity in spoken_of):
            candidates.insert(0, spoken_of[-1])
    candidates += _others(page, topic)
    for org in candidates:
        if not is_of_another(tie.post, tie.when, tie.person, org, ties):
            return org
    return None


def _named_before(tie: Affiliation) -> Iterator[Entity]:
    """The organizations that a sentence names before a name, none that only describes somebody else."""
    for mention in tie.sentence.mentions:
        entity, is_plain = mention.entity, mention.kind == "org" and mention.apposed_to is None
        if is_plain and mention.start < tie.person_at and entity is not None and entity.name is not None:
            yield entity


def _paragraph_before(page: Page, tie: Affiliation) -> Iterator[Entity]:
    """The organizations that the sentences of the same paragraph name before this one."""
    here = tie.sentence
    for sentence in page.sentences[: here.number]:
        if (sentence.field, sentence.paragraph) == (here.field, here.paragraph):
            for mention in sentence.mentions:
                if mention.kind == "org" and mention.entity is not None and mention.entity.name is not None:
                    yield mention.entity


_MUCH_NAMED = 0.1  # of the article's naming of organizations: what no list knows and is named less may be none


def _others(page: Page, topic: Entity | None) -> list[Entity]:
    """The organizations of an article besides its own, those that it names most first."""
    named = [m.entity for sentence in page.sentences for m in sentence.mentions if m.kind == "org"]
    found = {id(org): org for org in named if org is not None and org is not topic and org.name and not org.is_media}
    known = [org for org in found.values() if org.listed or org.share >= _MUCH_NAMED]
    return sorted(known, key=lambda org: -org.share)


def is_of_another(post: str | None, when: str, person: Entity, org: Entity, ties: list[Affiliation]) -> bool:
    """Whether words say that somebody else holds a post at an employer which has but one of it."""
    offices = singular(post)
    return bool(offices) and any(
        tie.person is not person and tie.org is org and tie.when == when and not tie.is_new
        and tie.strength >= _EXPLICIT and not offices.isdisjoint(singular(tie.post))
        for tie in ties
    )  # fmt: skip


def singular(post: str | None) -> frozenset[str]:
    """The posts in a wording of which an employer has one: of "chairman and CEO" both, of "head of sales" none."""
    if post is None:
        return frozenset()
    parts = post.replace("chairman", "chair").replace("chair of the board", "chair").split(" and ")
    return frozenset(part for part in parts if part in _SINGULAR or part.startswith("chief ")) - _SHARED


_SINGULAR = frozenset({"CEO", "CFO", "CTO", "COO", "CMO", "CIO", "chair", "president", "managing director"})
_SHARED = frozenset({"chief", "chief of staff"})


def is_of_state(post: str | None) -> bool:
    """Whether a post is one that no employer has: a minister's, a mayor's."""
    if post is None:
        return False
    return post.split(" of ")[0].split()[-1] in _OF_THE_STATE or any(words in post for words in _OF_THE_STATE_TOO)


_OF_THE_STATE = frozenset({"minister", "premier", "mayor", "senator", "ambassador", "lawmaker", "undersecretary"})
_OF_THE_STATE_TOO = ("secretary of state", "state secretary", "member of parliament")
