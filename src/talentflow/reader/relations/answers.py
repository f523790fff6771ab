"""What the encoder answers of a page: how likely each move is told, by person and ends, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy

from talentflow.reader.cast.scene import Event
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.relations.outlook import Outlook
from talentflow.reader.relations.pieces import Pieces
from talentflow.reader.relations.post_answers import PostAnswers
from talentflow.reader.relations.posts_asked import posts_asked
from talentflow.reader.relations.questions import IS_NAMED, Questions, paragraphs_of, questions_of
from talentflow.reader.words.page import Entity, Page, Sentence

KINDS = ("move", "leave", "join", "found", "change", "offer", "absence")
STATUSES = ("done", "planned", "rumored", "denied", "declined")
_SHUT = -30.0  # a move from nowhere to nowhere
_ALONE = 0.29  # what a paragraph read by itself counts beside the whole page: see docs/decisions/0022
_NEXT_TO_NOTHING = 1e-12  # added to chances of which the logarithm or a share is taken


@dataclass(frozen=True, slots=True)
class Told:
    """One move that a page may tell: how likely it does, and what its likeliest sentence says of it."""

    person: Entity
    from_org: Entity | None
    to_org: Entity | None
    chance: float
    kind: str
    status: str
    sentence: Sentence


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A page as the encoder sees it: its pieces, their vectors in context, and those of the questions' spans."""

    pieces: Pieces
    vectors: Any
    spans: Any


class Answers:
    """The answers about one page."""

    def __init__(
        self, questions: Questions, raw: dict[str, Any], seen: Seen | None = None, alone: Sequence[Answers] = ()
    ) -> None:
        """`raw` are the network's answers to the questions, see `network.answers_to`; `seen` what they came from.

        `alone` are the answers about its paragraphs, each read as if there were no other.
        """
        self._questions = questions
        self._alone = {
            (id(one.person_of(number)), id(one.sentence_of(number))): (one, number)
            for one in alone
            for number in range(len(one._questions.whose))
            if one._questions.numbers[number][IS_NAMED]
        }
        # In how many paragraphs each person is spoken of, the title among them.
        self._told_of = Counter(id(person) for one in alone for person in one._questions.people)
        self._told_of.update({
            id(questions.people[questions.whose[number]])
            for number, sentence in enumerate(questions.sentences)
            if sentence.is_title and questions.numbers[number][IS_NAMED]
        })  # fmt: skip
        self._seen = seen
        self._raw = raw
        self._place = {id(org): number for number, org in enumerate(questions.organizations, 1)}
        whose = numpy.array(questions.whose)
        self._chances: dict[int, Any] = {}
        self._of: dict[int, Any] = {}
        for number, person in enumerate(questions.people):
            mine = numpy.flatnonzero(whose == number)
            if len(mine):
                # Told somewhere unless every sentence leaves it untold.
                untold = numpy.log1p(-numpy.exp(self._cells(mine)).clip(max=1 - 1e-6)).sum(axis=0)
                self._chances[id(person)] = -numpy.expm1(untold)
                self._of[id(person)] = mine

    def _cells(self, mine: Any) -> Any:
        """For each question the log-probability that its sentence tells each move (n x (m + 1) x (m + 1))."""
        # Told by some voice unless every voice leaves it untold; one after the other, for a page can ask very much.
        untold = sum(numpy.log1p(-numpy.exp(self._voice(mine, voice))) for voice in range(self._raw["told"].shape[1]))
        cells = numpy.log(-numpy.expm1(untold) + _NEXT_TO_NOTHING).clip(max=-1e-5)
        for row, number in enumerate(mine):
            alone = self._alone.get((id(self.person_of(number)), id(self.sentence_of(number))))
            if alone is not None:
                cells[row] = self._both(cells[row], *alone)
        return cells

    def _voice(self, mine: Any, voice: int) -> Any:
        """The same of one voice alone."""
        told = -numpy.logaddexp(0.0, -self._raw["told"][mine, voice].astype(numpy.float64))
        starts, goals = (_log_softmax(self._raw[end][mine, voice].astype(numpy.float64)) for end in ("from", "to"))
        cells = told[:, None, None] + starts[:, :, None] + goals[:, None, :]
        cells[:, 0, 0] += _SHUT
        return cells.clip(max=-1e-5)

    def _likeliest_voice(self, number: int, start: int, goal: int) -> int:
        """The voice of a question that tells a move most likely."""
        one = numpy.array([number])
        return max(range(self._raw["told"].shape[1]), key=lambda voice: self._voice(one, voice)[0, start, goal])

    def _both(self, cells: Any, alone: Answers, number: int) -> Any:
        """The log-probabilities of one question beside those of its paragraph alone, which cannot see every employer.

        A move of which it names neither end is as likely as in the whole page where the paragraph alone tells no other,
        and so is one of which it names one end, if nothing else speaks of the person. Else an employer that it does
        not name is none for it, and what it says of that is shared out as the whole page has it.
        """
        there, page = numpy.exp(alone._cells(numpy.array([number]))[0]), numpy.exp(cells)
        beside = page * float(numpy.prod(1.0 - there))
        named = numpy.array([self._place[id(org)] for org in alone._questions.organizations])
        beside[numpy.ix_([0, *named], [0, *named])] = there
        if self._told_of[id(alone.person_of(number))] > 1:
            others = numpy.setdiff1d(numpy.arange(len(page)), named)  # that there is none comes first
            beside[numpy.ix_(others, named)] = there[0, 1:] * _shares(page[numpy.ix_(others, named)])
            beside[numpy.ix_(named, others)] = (there[1:, 0] * _shares(page[numpy.ix_(named, others)].T)).T
        return numpy.log(_ALONE * beside + (1.0 - _ALONE) * page + _NEXT_TO_NOTHING)

    def person_of(self, number: int) -> Entity:
        """Whom a question is about."""
        return self._questions.people[self._questions.whose[number]]

    def sentence_of(self, number: int) -> Sentence:
        """The sentence that a question is about."""
        return self._questions.sentences[number]

    def of_posts(self, page: Page, ties: list[Affiliation], events: list[Event]) -> PostAnswers | None:
        """What the network says of the posts of the page; `ties` and `events` are what the rules found in it."""
        from talentflow.reader.relations.network import post_vectors, posts_answers, posts_inputs

        if self._seen is None:
            return None
        asked = posts_asked(page, self._questions, ties, events)
        posts = post_vectors(asked, self._seen.pieces, self._seen.vectors)
        inputs = posts_inputs(self._questions, asked, self._seen.spans, posts)
        return PostAnswers(self._questions, asked, posts_answers(inputs))

    def chance(self, person: Entity, from_org: Entity | None, to_org: Entity | None) -> float | None:
        """How likely the page tells this move; None where it was not asked about."""
        chances = self._chances.get(id(person))
        start, goal = self._number(from_org), self._number(to_org)
        return None if chances is None or start is None or goal is None else float(chances[start, goal])

    def outlook(self, person: Entity) -> Outlook | None:
        """All that is seen of a person; None where they were not asked about."""
        mine = self._of.get(id(person))
        if mine is None:
            return None

        def kinds(place: int, start: int, goal: int) -> dict[str, float]:
            number = int(mine[place])
            raw = self._raw["kind"][number, self._likeliest_voice(number, start, goal)].astype(numpy.float64)
            return dict(zip(KINDS, numpy.exp(_log_softmax(raw)).tolist(), strict=True))

        told = 1.0 / (1.0 + numpy.exp(-self._raw["told"][mine].astype(numpy.float64)))
        return Outlook(
            self._chances[id(person)], numpy.exp(self._cells(mine)), told.max(axis=1),
            [self._questions.sentences[number] for number in mine], self._number, kinds,
        )  # fmt: skip

    def _number(self, org: Entity | None) -> int | None:
        return 0 if org is None else self._place.get(id(org))

    def likely(self, least: float) -> list[Told]:
        """The moves that are told with at least this chance, the likeliest first."""
        out: list[Told] = []
        organizations = [None, *self._questions.organizations]
        for person in self._questions.people:
            chances = self._chances.get(id(person))
            if chances is None or chances.max() < least:
                continue
            mine = self._of[id(person)]
            cells = self._cells(mine)
            for start, goal in zip(*numpy.nonzero(chances >= least), strict=True):
                best = mine[int(cells[:, start, goal].argmax())]
                voice = self._likeliest_voice(best, start, goal)
                out.append(
                    Told(
                        person, organizations[start], organizations[goal], float(chances[start, goal]),
                        KINDS[int(self._raw["kind"][best, voice].argmax())],
                        STATUSES[int(self._raw["status"][best, voice].argmax())],
                        self._questions.sentences[best],
                    )
                )  # fmt: skip
        return sorted(out, key=lambda told: -told.chance)


def ask(page: Page, topic: Entity | None) -> Answers | None:
    """Asks of a page whose people and organizations are found; None where there is nobody to ask about."""
    questions = questions_of(page, topic)
    if questions is None:
        return None
    paragraphs = paragraphs_of(page)
    asked = [questions_of(page, None, paragraph) for paragraph in paragraphs] if len(paragraphs) > 1 else []
    known = {id(org) for org in questions.organizations}
    alone = [_answered(one) for one in asked if one is not None and all(id(org) in known for org in one.organizations)]
    return _answered(questions, alone)


def _answered(questions: Questions, alone: Sequence[Answers] = ()) -> Answers:
    from talentflow.reader.relations.network import answers_to, marks_of, pooled, sight_of, vectors_in_context
    from talentflow.reader.relations.pieces import cut

    pieces = cut(questions.text)
    vectors = vectors_in_context(pieces, marks_of(questions, pieces))
    spans = pooled(questions, pieces, vectors)
    raw = answers_to(questions, spans, vectors, sight_of(questions, pieces))
    return Answers(questions, raw, Seen(pieces, vectors, spans), alone)


def _shares(chances: Any) -> Any:
    """Which share of its column each row has."""
    return (chances + _NEXT_TO_NOTHING) / (chances + _NEXT_TO_NOTHING).sum(axis=0)


def _log_softmax(values: Any) -> Any:
    high = values.max(axis=-1, keepdims=True)
    return values - high - numpy.log(numpy.exp(values - high).sum(axis=-1, keepdims=True))
