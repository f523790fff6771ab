"""When a claim says what an annotation says.

A move is right when person, from and to are all right ("strict"), or the person and one end that the annotation sets
("relaxed"). Two names are one when they are equal once folded, when the registry holds them for one employer (a unit
is its owner's; so is a company that bears its owner's name), or when one mention holds the words of the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from talentflow.model import EntityMention, MoveClaim, Organization, PositionClaim
from talentflow.registry import Registry
from talentflow.text.fold import search_key

_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LEAST_WORD = 3  # letters: a shorter word in common says nothing
_LEAST_CHARACTERS = 2  # of a name in a script without spaces
_POSTS_AGREE = 0.5  # share of their words that two posts have in common
_NO_WORDS_OF_A_POST = frozenset({"of", "the", "a", "an", "and", "for", "at", "in", "former", "ex"})
# The forms of one post that newsrooms and annotators write, and the one that both are compared in.
_ONE_POST = tuple(
    (re.compile(rf"\b(?:{long})\b"), short)
    for long, short in (
        ("chief executive officer|chief executive", "ceo"),
        ("chief technology officer|chief technical officer", "cto"),
        ("chief financial officer", "cfo"),
        ("chief operating officer", "coo"),
        ("chief product officer", "cpo"),
        ("chief scientific officer", "chief scientist"),
        ("senior vice president", "senior vp"),
        ("executive vice president", "executive vp"),
        ("vice president", "vp"),
        ("artificial intelligence", "ai"),
        ("co founder", "cofounder"),
        ("chairman|chairwoman|chairperson", "chair"),
        ("director general", "managing director"),
        ("human resources", "hr"),
    )
)

_Gold = TypeVar("_Gold")
_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Compares claims with annotations; `registry` tells which names are one organization's."""

    registry: Registry
    _families: dict[tuple[str | None, str], frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def same(self, gold: EntityMention | None, found: EntityMention | None) -> bool:
        """Whether both are one person or organization; nobody is only nobody."""
        if gold is None or found is None:
            return gold is None and found is None
        name, other = search_key(gold.name or ""), search_key(found.name or "")
        if name == other:
            return True  # two start-ups without a name count as one too
        if self._family(gold) & self._family(found):
            return True
        return mentions_overlap(search_key(gold.mention), search_key(found.mention))

    def strict(self, gold: MoveClaim, found: MoveClaim) -> bool:
        """Whether person and both ends are right."""
        return (
            self.same(gold.person, found.person)
            and self.same(gold.from_org, found.from_org)
            and self.same(gold.to_org, found.to_org)
        )

    def relaxed(self, gold: MoveClaim, found: MoveClaim) -> bool:
        """Whether the person and one end that the annotation sets are right."""
        ends = ((gold.from_org, found.from_org), (gold.to_org, found.to_org))
        return self.same(gold.person, found.person) and any(
            one is not None and self.same(one, other) for one, other in ends
        )

    def same_position(self, gold: PositionClaim, found: PositionClaim) -> bool:
        """Whether both tell of one person at one organization."""
        return gold.org is not None and self.same(gold.person, found.person) and self.same(gold.org, found.org)

    def _family(self, entity: EntityMention) -> frozenset[str]:
        key = (entity.name, entity.mention)
        known = self._families.get(key)
        if known is None:
            known = self._families[key] = frozenset(
                one.id
                for name in key
                if name
                for organization in self.registry.find_organizations(name)
                for one in self._written_as(organization)
            )
        return known

    def _written_as(self, organization: Organization) -> list[Organization]:
        """The organization, the employer of a unit, and owners whose name it bears: Google of Google DeepMind."""
        words = set(search_key(organization.name).split())
        return [
            organization,
            self.registry.employer(organization),
            *(owner for owner in self.registry.ancestors(organization) if words & set(search_key(owner.name).split())),
        ]


def mentions_overlap(one: str, other: str) -> bool:
    """Whether one folded mention holds all words of the other ("zoph", "barret zoph"), one of them of some length."""
    if not one or not other:
        return False
    if one == other:
        return True
    if _UNSPACED.search(one) or _UNSPACED.search(other):
        return min(len(one), len(other)) >= _LEAST_CHARACTERS and (one in other or other in one)
    short, long = sorted((one.split(), other.split()), key=len)
    return any(len(word) >= _LEAST_WORD for word in short) and set(short) <= set(long)


@cache
def post_words(post: str) -> frozenset[str]:
    """The words by which posts are compared: "Chief Executive Officer" and "CEO" have the same."""
    words = search_key(post)
    for long, short in _ONE_POST:
        words = long.sub(short, words)
    return frozenset(words.split()) - _NO_WORDS_OF_A_POST


def posts_agree(gold: str, found: str | None) -> bool:
    """Whether two posts share at least half of their words."""
    one, other = post_words(gold), post_words(found or "")
    return bool(one and other) and len(one & other) / len(one | other) >= _POSTS_AGREE


def dates_agree(gold: str, found: str | None) -> bool:
    """Whether one ISO date is the other, told more exactly."""
    return bool(found and (found.startswith(gold) or gold.startswith(found)))


def pair_up(
    golds: Sequence[_Gold], found: Sequence[_Found], agree: Callable[[_Gold, _Found], bool],
    nearness: Callable[[_Gold, _Found], float] = lambda gold, claim: 0.0,
) -> dict[int, int]:  # fmt: skip
    """The largest pairing of annotations with claims that agree, one to one: indices of annotations to those of claims.

    Where an annotation agrees with several claims, those with the greatest `nearness` are tried first. Augmenting
    paths, as for any bipartite matching.
    """
    edges = [
        sorted(
            (place for place, claim in enumerate(found) if agree(gold, claim)),
            key=lambda place: -nearness(gold, found[place]),
        )
        for gold in golds
    ]
    owner: dict[int, int] = {}

    def place(gold: int, tried: set[int]) -> bool:
        for claim in edges[gold]:
            if claim in tried:
                continue
            tried.add(claim)
            if claim not in owner or place(owner[claim], tried):
                owner[claim] = gold
                return True
        return False

    for gold in range(len(golds)):
        place(gold, set())
    return {gold: claim for claim, gold in sorted(owner.items(), key=lambda pair: pair[1])}
