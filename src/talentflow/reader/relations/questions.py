"""What the encoder is asked of a page: its people, its organizations, and the sentences where a move may be told.

A *question* is one person and one sentence that names them or follows within two sentences one that does; the choices
for each end of the move are the organizations of the whole article, or none. What cannot be seen from the words
themselves (who else is there, how far the last mention is) goes beside them as a few numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

import numpy

from talentflow.reader.words.page import Entity, Page, Sentence

# Bounds for pages that name hundreds, as lists do: what is above them is not asked about. An article has a tenth.
MOST_ORGANIZATIONS = 80
MOST_QUESTIONS = 600
LONGEST_ASKED = 14_000  # characters: what is told further down is left to the rules
_REACH = 2  # sentences behind a mention in which its person may still be spoken of
_MOST_PLACES = 12  # of one entity's mentions, for what it is in the article as a whole
QUESTION_NUMBERS, CHOICE_NUMBERS = 9, 13
IS_NAMED = 0  # of the figures of a question: whether its sentence names the person
PERSON, ORGANIZATION, POINTED = 1, 2, 2  # what a piece is part of; of a word that points back to one, so much more
MARKS = 5
_NOT_BESIDE = (0.0, 0.0, 0.0)  # of an organization that a person's sentence does not name

Stretch = tuple[int, int]


@dataclass(slots=True, eq=False)
class Questions:
    """All that is asked of one page, as arrays that go into the network beside the vectors of its words.

    `text` is the title, a line break and the body; `spans` are stretches of its characters, of which the vectors are
    averaged, the first one empty. `asked` (n x 3) gives for each question the spans of the person's mention, of the
    sentence and of the person in the whole article, `numbers` (n x 9) what is told of it in figures; `choices`
    (n x m) the span of each organization within the sentence, 0 where it is not named there, `choice_numbers`
    (n x m x 13) its figures, `everywhere` (m) its span in the whole article. `whose` gives the question's person,
    `sentences` its sentence. `marks` are stretches that name people and organizations, each with what it names.
    """

    text: str
    people: list[Entity]
    organizations: list[Entity]
    whose: list[int]
    sentences: list[Sentence]
    spans: list[list[Stretch]]
    asked: Any
    numbers: Any
    choices: Any
    choice_numbers: Any
    everywhere: Any
    marks: list[tuple[int, int, int]]


@dataclass(slots=True)
class _Places:
    """Where an entity is named: by the sentence's place the characters, and whether it is only pointed back to."""

    entity: Entity
    at: dict[int, list[tuple[int, int, bool]]] = field(default_factory=dict)
    spans: list[Stretch] = field(default_factory=list)

    def add(self, sentence: int, start: int, end: int, is_anaphor: bool) -> None:
        self.at.setdefault(sentence, []).append((start, end, is_anaphor))
        self.spans.append((start, end))


class _Spans:
    """Numbers the stretches that are asked for, each once; 0 is the empty one."""

    def __init__(self) -> None:
        self.all: list[list[Stretch]] = [[]]
        self._known: dict[object, int] = {}

    def number(self, key: object, stretches: list[Stretch]) -> int:
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.all)
            self.all.append(stretches)
        return found


def _asked_of(page: Page) -> list[Sentence]:
    """The sentences that are asked about: of very long pages the first ones, without a look at the others."""
    ahead = {"title": 0, "text": len(page.document.title) + 1}
    return list(takewhile(lambda sentence: ahead[sentence.field] + sentence.end <= LONGEST_ASKED, page.sentences))


def paragraphs_of(page: Page) -> list[list[Sentence]]:
    """The sentences that are asked about of each paragraph of the body."""
    found: dict[int, list[Sentence]] = {}
    for sentence in _asked_of(page):
        if sentence.field == "text":
            found.setdefault(sentence.paragraph, []).append(sentence)
    return list(found.values())


def questions_of(page: Page, topic: Entity | None, paragraph: Sequence[Sentence] | None = None) -> Questions | None:
    """What to ask of a page whose people and organizations are found; None where nobody or no employer is named.

    `topic` is the organization that the article is about. With a `paragraph`, what to ask of that as if it were all.
    """
    title, body = page.document.title, page.document.text
    sentences: Sequence[Sentence]
    if paragraph is None:
        sentences, begin = _asked_of(page), 0
    else:
        sentences, begin = paragraph, paragraph[0].start
        title, body = "", body[begin : paragraph[-1].end]
    ahead = {"title": 0, "text": len(title) + 1 - begin}
    people, organizations = _named(sentences, ahead)
    if not people or not organizations:
        return None
    stretches = [(ahead[s.field] + s.start, ahead[s.field] + s.end) for s in sentences]
    spans = _Spans()
    whose: list[int] = []
    where: list[int] = []
    asked: list[tuple[int, int, int]] = []
    numbers: list[list[float]] = []
    besides: list[dict[int, list[float]]] = []
    named_at = _named_at(people, organizations)
    for person, places in enumerate(people):
        for place, stretch in enumerate(stretches):
            if len(asked) >= MOST_QUESTIONS:
                break
            back = next((gap for gap in range(_REACH + 1) if place - gap in places.at), None)
            if back is None:
                continue
            own = places.at[place - back]
            asked.append((
                spans.number((id(places), place - back), [(start, end) for start, end, _ in own]),
                spans.number(place, [stretch]),
                spans.number(id(places), places.spans[:_MOST_PLACES]),
            ))  # fmt: skip
            others = sum(place in other.at for other in people if other is not places)
            numbers.append([
                float(back == 0), float(back == 1), float(back == 2), float(all(anaphor for *_, anaphor in own)),
                min(others, 4) / 2, float(place == 0), float(place <= 2), min(place, 20) / 10, len(places.spans) / 6,
            ])  # fmt: skip
            besides.append({} if back else _beside(places, organizations, place, named_at[place]))
            whose.append(person)
            where.append(place)
    choices = [
        [
            spans.number((id(org), place), [(start, end) for start, end, _ in org.at[place]]) if place in org.at else 0
            for org in organizations
        ]
        for place in where
    ]
    table = {place: [_choice_numbers(org, place, topic) for org in organizations] for place in set(where)}
    choice_numbers = [
        [[*own, *beside.get(number, _NOT_BESIDE)] for number, own in enumerate(table[place])]
        for place, beside in zip(where, besides, strict=True)
    ]
    everywhere = [spans.number(id(org), org.spans[:_MOST_PLACES]) for org in organizations]
    return Questions(
        text=f"{title}\n{body}"[:LONGEST_ASKED],
        people=[places.entity for places in people],
        organizations=[places.entity for places in organizations],
        whose=whose,
        sentences=[sentences[place] for place in where],
        spans=spans.all,
        asked=numpy.array(asked, dtype=numpy.int64),
        numbers=numpy.array(numbers, dtype=numpy.float32),
        choices=numpy.array(choices, dtype=numpy.int64),
        choice_numbers=numpy.array(choice_numbers, dtype=numpy.float32),
        everywhere=numpy.array(everywhere, dtype=numpy.int64),
        marks=_marks(people, organizations),
    )


def _named(sentences: Sequence[Sentence], ahead: dict[str, int]) -> tuple[list[_Places], list[_Places]]:
    """The people and the organizations of the sentences in the order in which they are named."""
    found: dict[int, _Places] = {}
    for place, sentence in enumerate(sentences):
        first = ahead[sentence.field]
        starts, ends = sentence.tokens.start, sentence.tokens.end
        for mention in sentence.mentions:
            entity = mention.entity
            if entity is not None and mention.kind in ("person", "org"):
                places = found.setdefault(id(entity), _Places(entity))
                places.add(place, first + starts[mention.start], first + ends[mention.end - 1], mention.is_anaphor)
    people = [places for places in found.values() if places.entity.kind == "person"]
    organizations = [places for places in found.values() if places.entity.kind != "person"]
    if len(organizations) > MOST_ORGANIZATIONS:
        kept = {id(one) for one in sorted(organizations, key=lambda one: -len(one.spans))[:MOST_ORGANIZATIONS]}
        organizations = [one for one in organizations if id(one) in kept]
    return people, organizations


def _choice_numbers(org: _Places, place: int, topic: Entity | None) -> list[float]:
    """How an organization stands to a sentence: named in it, shortly before, long before, or only later."""
    before = [place - other for other in org.at if other <= place]
    gap = min(before, default=None)
    return [
        float(place in org.at), float(gap == 1), float(gap == 2), float(gap is not None and gap >= 3),
        float(gap is None), float(org.entity is topic), float(org.entity.is_media), min(len(org.spans), 8) / 4,
        float(org.entity.listed), min(org.at) / 10,
    ]  # fmt: skip


def _named_at(people: list[_Places], organizations: list[_Places]) -> dict[int, list[tuple[int, _Places]]]:
    """By the sentence's place where each name in it begins, and whose it is."""
    out: dict[int, list[tuple[int, _Places]]] = {}
    for places in (*people, *organizations):
        for place, spans in places.at.items():
            out.setdefault(place, []).extend((start, places) for start, _, _ in spans)
    return out


def _beside(
    person: _Places, organizations: list[_Places], place: int, named: list[tuple[int, _Places]]
) -> dict[int, list[float]]:
    """How each organization named in a person's sentence stands to them: by its number, three figures.

    Whether it comes behind (1) or before (-1) them, one over the names that stand between and itself, and whether it
    is the nearest one.
    """
    gaps: dict[int, int] = {}
    out: dict[int, list[float]] = {}
    for number, org in enumerate(organizations):
        pairs = [
            (max(start - other_end, other - end), start, end, other, other_end)
            for start, end, _ in org.at.get(place, ())
            for other, other_end, _ in person.at[place]
        ]
        if not pairs:
            continue
        gaps[number], start, end, other, other_end = min(pairs, key=lambda pair: pair[0])
        low, high = min(end, other_end), max(start, other)
        between = sum(low <= begin < high and whose is not org and whose is not person for begin, whose in named)
        out[number] = [1.0 if start >= other else -1.0, 1 / (1 + between), 0.0]
    nearest = min(gaps.values(), default=0)
    for number, figures in out.items():
        figures[2] = float(gaps[number] == nearest)
    return out


def _marks(people: list[_Places], organizations: list[_Places]) -> list[tuple[int, int, int]]:
    """Organizations first: where a person is named like one, the person is meant."""
    return [
        (start, end, mark + POINTED * is_anaphor)
        for mark, all_places in ((ORGANIZATION, organizations), (PERSON, people))
        for places in all_places
        for spans in places.at.values()
        for start, end, is_anaphor in spans
    ]
