"""What the relations encoder learns from: whole articles, pages of several stories, and paragraphs by themselves.

Practice articles tell one story each, and pages of the press often several that have nothing to do with each other.
So parts of practice articles are put together to pages of several stories, on which a move must be told of whom its
own story tells it; and since the reader also reads each paragraph as if there were no other, so do the examples.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy
import torch

from talentflow.evaluation import Agreement, Annotated
from talentflow.learning.acceptance import claimed
from talentflow.model import Document, EntityMention, MoveClaim
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import language_of
from talentflow.reader.relations.answers import KINDS, STATUSES
from talentflow.reader.relations.network import marks_of, sight_of
from talentflow.reader.relations.pieces import Pieces
from talentflow.reader.relations.questions import ORGANIZATION, PERSON, Questions, paragraphs_of, questions_of
from talentflow.reader.relations.tagged import tagged_page
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Sentence

STORIES = (2, 3, 3, 4)  # how many parts a page of several stories has
DIGEST = (3, 4, 5, 6)  # and a digest, of short texts
FROM_THE_BEGINNING = 0.75  # of parts: that they begin where their article does, and so introduce their people
LONGEST_PART = 900  # characters, as long as no paragraph alone is longer
TITLED = 0.6  # of such pages: that they bear the title of their first story

Cells = list[tuple[int, int]]


@dataclass(slots=True)
class Move:
    """An annotated move: the cells (from, to) that are right, its questions among the evidence, kind and status."""

    cells: Cells
    quoted: list[int]
    kind: int
    status: int


@dataclass(slots=True)
class Example:
    """A text to learn from: moves by the number of their person; of whom `unsure` holds nothing is learnt.

    `whose` gives the person of each question. Of the cells that `open` holds of a person nothing is learnt either: a
    part that was left out tells them, and what is there may hint at it.
    """

    language: str
    chance: float  # of being read in a round
    people: int
    whose: Any
    pieces: Pieces
    pooling: torch.Tensor
    inputs: dict[str, torch.Tensor]
    marks: Any  # what each piece is part of
    moves: dict[int, list[Move]] = field(default_factory=dict)
    open: dict[int, set[tuple[int, int]]] = field(default_factory=dict)
    unsure: set[int] = field(default_factory=set)

    @property
    def named(self) -> Any:
        """Which pieces are part of a name, and not of a word that only points back to one."""
        return (self.marks == PERSON) | (self.marks == ORGANIZATION)


@dataclass(frozen=True, slots=True)
class Part:
    """What is annotated of a text: the moves told in it, and those that only a part left out tells."""

    document: Document
    moves: tuple[MoveClaim, ...]
    elsewhere: tuple[MoveClaim, ...] = ()
    is_whole: bool = True  # whether all is there that the annotation speaks of


class Examples:
    """Makes examples of annotated texts."""

    def __init__(self, cutter: Any, agreement: Agreement) -> None:
        """`cutter` is the SentencePieceProcessor of the encoder's pieces."""
        self.cutter, self.agreement = cutter, agreement

    def of(self, part: Part, chance: float, *, with_people: bool, paragraphs: float = 0.0) -> Iterator[Example]:
        """The example of a text, read with that `chance` in a round, and those of its `paragraphs` with theirs.

        Nothing where nobody is named. Without `with_people` it is read as if nobody were listed.
        """
        code = language_of(part.document)
        if code is None:
            return
        found = understand(tagged_page(part.document, lexicon_for(code, with_people)))
        whole = questions_of(found.page, found.topic)
        if whole is None:
            return
        ahead = {"title": 0, "text": len(part.document.title) + 1}
        yield self._example(code, chance, whole, part, ahead)
        each = paragraphs_of(found.page)
        if not paragraphs or len(each) < 2:
            return
        for sentences in each:
            questions = questions_of(found.page, None, sentences)
            if questions is not None:
                begin, end = sentences[0].start, sentences[-1].end
                own = _within(part, begin, end)
                yield self._example(code, paragraphs, questions, own, {"title": 0, "text": 1 - begin})

    def _example(self, code: str, chance: float, questions: Questions, part: Part, ahead: dict[str, int]) -> Example:
        cut = self.cutter.encode(questions.text, return_type="offset_mapping")
        places = numpy.array(cut["offsets"]).reshape(-1, 2)
        pieces = Pieces(numpy.array(cut["ids"]), places[:, 0], places[:, 1])
        example = Example(
            code, chance, len(questions.people), numpy.array(questions.whose), pieces, pooling(questions, pieces),
            inputs_of(questions) | {"sight": torch.from_numpy(sight_of(questions, pieces))},
            marks_of(questions, pieces),
        )  # fmt: skip
        for move in part.moves:
            self._add_move(example, questions, part, move, ahead)
        for move in part.elsewhere:
            starts, goals = ({0, *self._ends(questions, end)} for end in (move.from_org, move.to_org))
            for number in self._people(questions, move):
                example.open.setdefault(number, set()).update((start, goal) for start in starts for goal in goals)
        return example

    def _people(self, questions: Questions, move: MoveClaim) -> list[int]:
        return [
            number
            for number, person in enumerate(questions.people)
            if self.agreement.same(move.person, claimed(person))
        ]  # fmt: skip

    def _ends(self, questions: Questions, told: EntityMention | None) -> list[int]:
        """The organizations that are meant; none where one is annotated that was not found."""
        if told is None:
            return [0]
        same = self.agreement.same
        return [number for number, org in enumerate(questions.organizations, 1) if same(told, claimed(org))]

    def _ends_told(self, questions: Questions, part: Part, end: EntityMention | None) -> list[int]:
        """The same of a part: what that does not name it cannot tell, and by its words the person came from nowhere."""
        is_named = end is None or end.mention in questions.text
        return self._ends(questions, end) or ([] if part.is_whole or is_named else [0])

    def _add_move(
        self, example: Example, questions: Questions, part: Part, move: MoveClaim, ahead: dict[str, int]
    ) -> None:
        starts, goals = (self._ends_told(questions, part, end) for end in (move.from_org, move.to_org))
        cells = [(start, goal) for start in starts for goal in goals if (start, goal) != (0, 0)]
        evidence = [(ahead[span.field] + span.start, ahead[span.field] + span.end) for span in move.evidence]
        for number in self._people(questions, move):
            if not cells:
                example.unsure.add(number)
                continue
            quoted = [
                question
                for question, sentence in enumerate(questions.sentences)
                if questions.whose[question] == number and _is_quoted(sentence, evidence, ahead)
            ]
            example.moves.setdefault(number, []).append(
                Move(cells, quoted, KINDS.index(move.kind), STATUSES.index(move.status))
            )


def _is_quoted(sentence: Sentence, evidence: list[tuple[int, int]], ahead: dict[str, int]) -> bool:
    first, last = ahead[sentence.field] + sentence.start, ahead[sentence.field] + sentence.end
    return any(first < end and start < last for start, end in evidence)


def _within(part: Part, begin: int, end: int) -> Part:
    """The annotation of a stretch of the body, whose places stay those of the whole."""
    told = [
        any(span.field == "text" and span.start < end and begin < span.end for span in move.evidence)
        for move in part.moves
    ]
    return Part(
        part.document,
        tuple(move for move, is_here in zip(part.moves, told, strict=True) if is_here),
        (*part.elsewhere, *(move for move, is_here in zip(part.moves, told, strict=True) if not is_here)),
        is_whole=False,
    )


def several_stories(
    articles: Sequence[Annotated], count: int, draw: random.Random, stories: Sequence[int] = STORIES
) -> Iterator[Part]:
    """So many pages put together of parts of articles in one language, each of one of those numbers of `stories`."""
    for number in range(count):
        parts = [_cut(article, draw) for article in draw.sample(articles, draw.choice(stories))]
        text, moves, elsewhere = "", [], []
        for part in parts:
            begin = len(text)
            text += part.document.text + "\n\n"
            moves += [_shifted(move, begin) for move in part.moves]
            elsewhere += part.elsewhere
        first = parts[0].document
        title = first.title if draw.random() < TITLED else ""
        document = Document(text.rstrip(), f"several-{first.lang}-{number}", first.lang, title, first.published)
        yield Part(document, tuple(moves), tuple(elsewhere), is_whole=False)


def _cut(article: Annotated, draw: random.Random) -> Part:
    """Some paragraphs of an article that follow each other."""
    text = article.document.text
    begins = [0, *(place + 1 for place in range(len(text)) if text[place] == "\n" and text[place + 1 :].strip())]
    first = 0 if draw.random() < FROM_THE_BEGINNING else draw.randrange(len(begins))
    bound = draw.randint(LONGEST_PART // 4, LONGEST_PART)
    begin, *later = [*begins[first:], len(text)]
    end = max((place for place in later if place - begin <= bound), default=later[0])
    part = _within(Part(article.document, article.moves), begin, end)
    document = replace(article.document, text=text[begin:end].rstrip())
    return Part(document, tuple(_shifted(move, -begin) for move in part.moves), part.elsewhere, is_whole=False)


def _shifted(move: MoveClaim, by: int) -> MoveClaim:
    """A move whose evidence stands elsewhere in the body; what only a headline has is none for a part."""
    evidence = tuple(
        replace(span, start=max(0, span.start + by), end=span.end + by)
        for span in move.evidence
        if span.field == "text"
    )
    return replace(move, evidence=evidence)


def pooling(questions: Questions, pieces: Pieces) -> torch.Tensor:
    """The matrix that averages the vectors of each span's pieces."""
    rows, columns, values = [], [], []
    for number, stretches in enumerate(questions.spans):
        inside = sorted({place for start, end in stretches for place in range(*pieces.covering(start, end))})
        rows += [number] * len(inside)
        columns += inside
        values += [1 / max(1, len(inside))] * len(inside)
    size = (len(questions.spans), len(pieces))
    return torch.sparse_coo_tensor(torch.tensor([rows, columns]), torch.tensor(values), size).coalesce()


def inputs_of(questions: Questions) -> dict[str, torch.Tensor]:
    """The arrays of the questions as tensors."""
    names = ("asked", "numbers", "choices", "choice_numbers", "everywhere")
    return {name: torch.from_numpy(getattr(questions, name)) for name in names}
