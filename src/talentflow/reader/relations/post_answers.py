"""What the network says of the posts of a page: who works where, and which post they hold or take there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy

from talentflow.reader.relations.posts_asked import PlacedPost, PostsAsked
from talentflow.reader.relations.questions import Questions
from talentflow.reader.words.page import Entity, Sentence

HELD, TAKEN = 0, 1


@dataclass(frozen=True, slots=True)
class Employment:
    """That a person works or worked somewhere: how likely the page says so, whether it is past, where it is told."""

    person: Entity
    org: Entity
    chance: float
    is_past: bool
    sentence: Sentence


class PostAnswers:
    """The answers about the posts of one page."""

    def __init__(self, questions: Questions, asked: PostsAsked, raw: dict[str, Any]) -> None:
        """`raw` are the network's answers, see `network.posts_answers`."""
        self._questions, self._asked, self._raw = questions, asked, raw
        self._org = {id(org): number for number, org in enumerate(questions.organizations)}
        self._person = {id(person): number for number, person in enumerate(questions.people)}
        self._whose = numpy.array(questions.whose)
        self._holder = self._whose[asked.pairs[:, 0]]
        self.wordings = frozenset(placed.post.english for placed in asked.posts)

    def employments(self, least: float) -> Iterator[Employment]:
        """Who works or worked where, of those that are told with at least this chance."""
        told, past = (_chance(self._raw["works"][:, :, which]) for which in range(2))
        for number, person in enumerate(self._questions.people):
            mine = numpy.flatnonzero(self._whose == number)
            if not len(mine):
                continue
            chances = 1 - numpy.prod(1 - told[mine], axis=0)  # told somewhere unless every sentence leaves it untold
            for org in numpy.flatnonzero(chances >= least):
                weights = told[mine, org]
                is_past = float((weights * past[mine, org]).sum() / weights.sum()) > 0.5
                best = mine[int(weights.argmax())]
                yield Employment(
                    person, self._questions.organizations[org], float(chances[org]), is_past,
                    self._questions.sentences[best],
                )  # fmt: skip

    def post(self, person: Entity, org: Entity, end: int) -> tuple[PlacedPost | None, float] | None:
        """The likeliest post that a person holds or takes (`end`) at an organization, None for none, and its chance.

        Nothing at all where it was not asked about.
        """
        shares = self.shares(person, org, end)
        if shares is None:
            return None
        best = max(shares, key=lambda wording: shares[wording])
        if best is None:
            return None, shares[best]
        place = self._org[id(org)]
        pairs = [pair for pair in self._pairs_of(person) if self._wording(pair) == best]
        pair = max(pairs, key=lambda pair: float(self._raw["ends"][pair, place, end]))
        return self._asked.posts[self._asked.pairs[pair][1]], shares[best]

    def told_in(self, person: Entity, wording: str) -> list[Sentence]:
        """The sentences that name such a post and that may speak of the person."""
        posts = (self._asked.posts[int(self._asked.pairs[pair][1])] for pair in self._pairs_of(person))
        return [placed.sentence for placed in posts if placed.post.english == wording]

    def shares(self, person: Entity, org: Entity, end: int) -> dict[str | None, float] | None:
        """How likely each post of the page, or none of them (None), is what the person holds or takes there.

        A post that is named in several places has the chances of all of them. Nothing where it was not asked about.
        """
        number, place = self._person.get(id(person)), self._org.get(id(org))
        if number is None or place is None:
            return None
        asked = numpy.flatnonzero(self._whose == number)
        if not len(asked):
            return None
        mine = self._pairs_of(person)
        weights = numpy.append(self._raw["ends"][mine, place, end], self._raw["none"][asked, place, end].mean())
        chances = numpy.exp(weights - weights.max())
        chances /= chances.sum()
        out: dict[str | None, float] = {None: float(chances[-1])}
        for pair, chance in zip(mine, chances, strict=False):
            wording = self._wording(pair)
            out[wording] = out.get(wording, 0.0) + float(chance)
        return out

    def _pairs_of(self, person: Entity) -> Any:
        return numpy.flatnonzero(self._holder == self._person[id(person)])

    def _wording(self, pair: int) -> str:
        return self._asked.posts[int(self._asked.pairs[pair][1])].post.english


def _chance(odds: Any) -> Any:
    return 1 / (1 + numpy.exp(-odds.astype(numpy.float64)))
