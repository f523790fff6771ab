"""In which order a Chinese name is usual in Latin letters, as far as its bearer's posts tell.

Who signs papers puts the given name first, and so does the press: "Junyang Lin". Of bankers, officials and the heads
of companies the press writes the family name first: "Zhu Hexin".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from talentflow.languages.readings import readings_of
from talentflow.reader.events.drafts import Draft
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity

_WORD = re.compile(r"[\w&]+")
# What somebody who signs papers does.
_OF_PAPERS = frozenset({
    "scientist", "researcher", "research", "engineer", "engineering", "technical", "technology", "cto", "ai",
    "algorithm", "models", "learning", "training", "pretraining", "posttraining", "professor", "architect",
    "vision", "driving", "robotics", "multimodal", "inference", "agents", "developer", "fellow", "phd",
    "postdoctoral", "technologist",
})  # fmt: skip
_OF_OFFICES = frozenset({
    "ceo", "coceo", "cfo", "coo", "president", "copresident", "chair", "chairman", "party", "secretary", "minister",
    "governor", "mayor", "director", "supervisor", "manager", "board", "counsel", "commissioner", "general", "auditor",
    "vice", "officer", "adviser", "partner", "founder", "cofounder", "economist", "editor", "spokesperson",
})  # fmt: skip


def order_names(code: str, ties: Iterable[Affiliation], drafts: Iterable[Draft]) -> None:
    """Puts the names that we spelled ourselves, and that stand with the family name first, in their usual order."""
    if readings_of(code):
        return
    people: dict[int, Entity] = {}
    posts: dict[int, set[str]] = {}
    for person, post in _posts(ties, drafts):
        people[id(person)] = person
        if post:
            posts.setdefault(id(person), set()).update(_WORD.findall(post.lower().replace("-", "")))
    own = {key: _is_of_papers(words) for key, words in posts.items()}
    votes = Counter(vote for vote in own.values() if vote is not None)
    usual = votes[True] >= votes[False]  # of those whose posts say nothing: as the others of the article
    for key, person in people.items():
        is_ours = person.romanised and person.parts and person.name is not None and person.name.isascii()
        vote = own.get(key)
        if is_ours and not (usual if vote is None else vote):
            person.name = family_first(person.name or "")


def _posts(ties: Iterable[Affiliation], drafts: Iterable[Draft]) -> Iterable[tuple[Entity, str | None]]:
    for tie in ties:
        yield tie.person, tie.post
    for draft in drafts:
        yield draft.person, draft.role_from
        yield draft.person, draft.role_to


def _is_of_papers(words: set[str]) -> bool | None:
    """Whether the words of somebody's posts are those of research or of an office, None where they are neither."""
    if words & _OF_PAPERS:
        return True
    return False if words & _OF_OFFICES else None


def family_first(name: str) -> str:
    """A name with its last part put first.

    >>> family_first("Hexin Zhu")
    'Zhu Hexin'
    """
    *given, family = name.split(" ")
    return " ".join([family, *given])
