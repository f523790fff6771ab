"""Generated articles for measuring the ledger: people with careers, told by newsrooms that copy one another.

Everything follows from the seed. An article comes with the claims that a perfect reader would find in it, so that the
ledger's cost can be measured alone; its text says the same in plain English, for measuring reading and ledger together.
"""

from __future__ import annotations

import heapq
import random
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import accumulate
from itertools import count as count_up
from pathlib import Path

from talentflow.model import Document, EntityMention, MoveClaim, PositionClaim, Reading, Span

NAMES = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
GIVEN = tuple(NAMES["given"])
FAMILY = tuple(NAMES["family"])
FIRST = tuple(NAMES["first"])
SECOND = ["AI", "Labs", "Systems", "Robotics", "Research", "Intelligence", "Cognition", "Dynamics"]
POSTS = ("researcher", "chief scientist", "head of research", "engineer", "vice president", "co-founder")
NEWSROOMS = tuple(f"{place} {kind}" for place in FIRST[:20] for kind in ("Herald", "Ledger", "Wire"))
ARTICLES_A_DAY = 30
_BEGINNING = date(2015, 1, 1)


@dataclass(slots=True)
class Worker:
    """Somebody with a career."""

    name: str
    employer: str
    post: str
    past: list[tuple[str, str, date]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Generated:
    """An article with what it claims."""

    document: Document
    reading: Reading


def organizations() -> list[str]:
    """The employers; a few of them hire most."""
    return [f"{first} {second}" for second in SECOND for first in FIRST]


def weights(count: int) -> list[float]:
    """How often each of so many employers is met, added up: the first one ten times as often as the 27th."""
    return list(accumulate(rank**-0.7 for rank in range(1, count + 1)))


def generated(count: int, seed: int = 1) -> Iterator[Generated]:
    """So many articles in order of publication, the same for the same seed, whatever the count."""
    chance = random.Random(seed)
    writer = _Writer(chance)
    waiting: list[tuple[date, int, Generated]] = []
    made, order = 0, count_up()
    for number in range(10**9):
        day = _BEGINNING + timedelta(days=number * 3 // ARTICLES_A_DAY)
        for article in writer.event(day):
            heapq.heappush(waiting, (date.fromisoformat(article.document.published or ""), next(order), article))
        while waiting and waiting[0][0] < day:
            yield heapq.heappop(waiting)[2]
            made += 1
            if made == count:
                return


class _Writer:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.employers = organizations()
        self.weights = weights(len(self.employers))
        self.workers: list[Worker] = []
        self.names: set[str] = set()
        self.number = 0

    def event(self, day: date) -> list[Generated]:
        """One change of employer, as newsrooms tell it: at times first a rumour, then the news, copied by others."""
        worker = self._worker()
        before, after = worker.employer, self._employer(worker.employer)
        post, happened = self.chance.choice(POSTS), day - timedelta(days=self.chance.randrange(3))
        out = []
        if self.chance.random() < 0.25:
            out.append(self._article(worker, before, after, post, day, None, "rumored"))
        later = day + timedelta(days=self.chance.randrange(1, 20)) if out else day
        for _ in range(1 + (self.chance.random() < 0.4)):
            told = later + timedelta(days=self.chance.randrange(3))
            article = self._article(worker, before, after, post, told, happened if not out else later, "done")
            out.append(article)
            if self.chance.random() < 0.3:
                out.append(self._copy(article, told))
        worker.past.append((before, after, happened))
        worker.employer, worker.post = after, post
        return out

    def _worker(self) -> Worker:
        # Three in ten changes are somebody's of whom was heard before, lately rather than long ago.
        if self.workers and self.chance.random() < 0.3:
            return self.workers[-1 - self.chance.randrange(min(len(self.workers), 3000))]
        name = f"{self.chance.choice(GIVEN)} {self.chance.choice(FAMILY)}"
        while name in self.names:
            syllables = "".join(
                self.chance.choice(letters) for letters in ("BCDFGHJKLMNPRSTV", "aeiou", "lmnrst", "aeio")
            )
            name = f"{self.chance.choice(GIVEN)} {syllables} {self.chance.choice(FAMILY)}"
        self.names.add(name)
        worker = Worker(name, self._employer(""), self.chance.choice(POSTS))
        self.workers.append(worker)
        return worker

    def _employer(self, but: str) -> str:
        while True:
            found = self.chance.choices(self.employers, cum_weights=self.weights)[0]
            if found != but:
                return found

    def _article(
        self, worker: Worker, before: str, after: str, post: str, day: date, happened: date | None, status: str
    ) -> Generated:
        said = "is said to leave" if status == "rumored" else "has left"
        sentence = f"{worker.name} {said} {before} for {after}, where the {worker.post} becomes {post}."
        sentences = [sentence, *self._padding(before, after)]
        moves = [_claim(worker.name, before, after, status, happened, post, sentence)]
        if worker.past and self.chance.random() < 0.5:
            old_from, old_to, old = worker.past[-1]
            background = f"In {old.year} {worker.name} had gone from {old_from} to {old_to}."
            sentences.append(background)
            moves.append(_claim(worker.name, old_from, old_to, "done", None, None, background, year=old.year))
        text = "\n\n".join(sentences)
        self.number += 1
        document = Document(
            text=text,
            id=f"g{self.number}",
            lang="en",
            title=f"{worker.name} {said} {before}",
            published=day.isoformat(),
            publisher=self.chance.choice(NEWSROOMS),
        )
        post_claim = PositionClaim(
            _mention(worker.name), _mention(before), worker.post, "past", evidence=(_span(text, sentence),)
        )
        moves = [_located(move, text) for move in moves]
        return Generated(document, Reading(document.id, "en", "generated", tuple(moves), (post_claim,), ()))

    def _padding(self, before: str, after: str) -> list[str]:
        """Sentences of the newsroom's own, with numbers of their own."""
        pick, number = self.chance.choice, self.chance.randrange
        words = [
            f"{after} employs {number(20, 9000)} people in {pick(FIRST)} {pick(FAMILY)} Park.",
            f"Shares of {before} fell by {number(1, 90)} cents after the {pick(GIVEN)} report.",
            f"A spokesman, {pick(GIVEN)} {pick(FAMILY)}, did not answer {number(2, 40)} questions.",
            f"The round in {pick(FIRST)} brought {number(100, 99999)} dollars from {pick(FAMILY)} Capital.",
            f"Rivals near {pick(FIRST)} {pick(SECOND)} hired {number(2, 400)} in {pick(FAMILY)}.",
        ]
        return self.chance.sample(words, 3)

    def _copy(self, article: Generated, day: date) -> Generated:
        """The same text from another newsroom, with a sentence more."""
        self.number += 1
        published = (day + timedelta(days=self.chance.randrange(4))).isoformat()
        source = article.document
        document = Document(
            text=f"{source.text}\n\nThis was told by {source.publisher}.",
            id=f"g{self.number}",
            lang="en",
            title=source.title,
            published=published,
            publisher=self.chance.choice(NEWSROOMS),
        )
        reading = article.reading
        return Generated(document, Reading(document.id, "en", "generated", reading.moves, reading.positions, ()))


def _mention(name: str) -> EntityMention:
    return EntityMention(f"x:{name}", name, name)


def _claim(
    person: str, before: str, after: str, status: str, day: date | None, post: str | None, quote: str, year: int = 0
) -> MoveClaim:
    return MoveClaim(
        person=_mention(person),
        from_org=_mention(before),
        to_org=_mention(after),
        kind="move",
        status=status,
        role_to=post,
        date=day.isoformat() if day is not None else str(year) if year else None,
        confidence=0.9,
        evidence=(Span("text", 0, len(quote), quote),),
    )


def _located(move: MoveClaim, text: str) -> MoveClaim:
    return replace(move, evidence=(_span(text, move.evidence[0].quote),))


def _span(text: str, quote: str) -> Span:
    start = text.index(quote)
    return Span("text", start, start + len(quote), quote)
