"""News or background: what is told without a day of its own happened in the month of the paper, or nobody says when.

A page that tells today's news also tells where its people had been before. Which of the two an undated change is, is
weighed by named figures: where its sentence stands, which years are near it, and what else the page tells of the
person. The weights are learnt from annotated articles (`eval/train_freshness.py`) and kept as plain numbers in
`reader/data/freshness.json`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from talentflow.model import notes
from talentflow.model.dates import PartialDate
from talentflow.reader.careers.career import sentences_of
from talentflow.reader.events.drafts import Draft
from talentflow.reader.learnt.weights import load_weights, probability, weigh
from talentflow.reader.words.page import Entity, Sentence

_MODEL = "freshness"
_EVEN = 0.5
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLACES = (0, 1, 2, 4, 8)  # sentences of the text before it
_MANY = 4
_TOLD = ("former", "weekday", "later_time")  # phrases of the sentence that tell of time


@dataclass(frozen=True, slots=True)
class Step:
    """A change of a person as a page tells it; `date` is its own day, month or year, where it has one."""

    person: Hashable
    start: Hashable | None
    goal: Hashable | None
    kind: str
    date: str | None
    sentence: Sentence


class Surroundings:
    """What a page tells around each of its steps, gathered once however many steps and sentences it has."""

    def __init__(self, steps: Iterable[Step], sentences: Sequence[Sentence], published: PartialDate) -> None:
        """`steps` are all that the page tells, `sentences` are all of the page's."""
        self._year, self._month = f"{published.year:04d}", str(PartialDate(published.year, published.month))
        self._of_person: dict[Hashable, list[Step]] = defaultdict(list)
        self._people: dict[int, set[Hashable]] = defaultdict(set)  # by the number of the sentence
        for step in steps:
            self._of_person[step.person].append(step)
            self._people[step.sentence.number].add(step.person)
        self._count = len(sentences)
        self._first = next((one.number for one in sentences if not one.is_title), 0)
        self._paragraphs: dict[int, list[Sentence]] = defaultdict(list)
        for sentence in sentences:
            self._paragraphs[sentence.paragraph].append(sentence)
        self._past: dict[int, frozenset[int]] = {}

    def figures(self, step: Step) -> dict[str, float]:
        """What speaks for news or against it."""
        number, start, goal = step.sentence.number, step.start, step.goal
        mine = [one for one in self._of_person[step.person] if one is not step]
        real = [one for one in mine if one.kind != "change"]  # that lead from one employer to another
        place = number - self._first
        past = self._tell_past(step.sentence.paragraph)
        out = {f"behind {count}": float(place > count) for count in _PLACES}
        out |= {
            "place": place / max(self._count, 1),
            f"kind {step.kind}": 1.0,
            "start": float(start is not None),
            "goal": float(goal is not None),
            "past year": float(number in past),
            "past year beside": float(number - 1 in past or number + 1 in past),
            "past year in paragraph": float(bool(past)),
            "only one": float(not mine),
            "others": min(len(mine), _MANY) / _MANY,
            "left again": float(goal is not None and any(one.start == goal for one in real)),
            "came before": float(start is not None and any(one.goal == start for one in real)),
            "first": float(all(one.sentence.number >= number for one in mine)),
            "last": float(all(one.sentence.number <= number for one in mine)),
            "told before": float(any(one.sentence.number < number for one in mine)),
            "same sentence": float(any(one.sentence is step.sentence for one in mine)),
            "another dated before": float(any(one.date is not None and one.date[:4] < self._year for one in mine)),
            "another dated now": float(any(one.date is not None and one.date[:7] >= self._month for one in mine)),
            "others in sentence": float(bool(self._people[number] - {step.person})),
        }
        out |= {f"told {kind}": 1.0 for kind in _TOLD if step.sentence.of_kind(kind)}
        return out | {f"trigger {hit.payload.event}": 1.0 for hit in step.sentence.of_kind("trigger")}

    def _tell_past(self, paragraph: int) -> frozenset[int]:
        """The numbers of a paragraph's sentences that name a year before that of the paper."""
        if paragraph not in self._past:
            self._past[paragraph] = frozenset(
                one.number
                for one in self._paragraphs[paragraph]
                if any(word < self._year for word in one.tokens.folded if _YEAR.fullmatch(word))
            )
        return self._past[paragraph]


def set_undated_back(drafts: list[Draft], sentences: Sequence[Sentence], published: PartialDate | None) -> None:
    """Makes background of the drafts without a day that are done and rather no news."""
    if published is None:
        return
    steps = [step_of(draft) for draft in drafts]
    around = Surroundings(steps, sentences, published)
    for draft, step in zip(drafts, steps, strict=True):
        if draft.date is not None or draft.is_background or draft.status != "done":
            continue
        if chance_of(around.figures(step)) < _EVEN:
            draft.is_background = True
            draft.notes.append(notes.note(notes.NO_NEWS))


def step_of(draft: Draft) -> Step:
    """A draft as a step, told by the sentence that names most of it."""
    named = (draft.person, draft.from_org, draft.to_org)
    told = fullest(sentences_of(draft), lambda sentence: _names_of(sentence, named))
    return Step(id(draft.person), _key(draft.from_org), _key(draft.to_org), draft.kind, draft.date, told)


def fullest(sentences: Sequence[Sentence], named: Callable[[Sentence], int]) -> Sentence:
    """Of several sentences that tell one change the first of the text that names most of it, else the title."""
    return max(sentences, key=lambda one: (not one.is_title, named(one), -one.number))


def chance_of(figures: Mapping[str, float]) -> float:
    """How likely a change with these figures is news."""
    return probability(load_weights(_MODEL)[0] + weigh(figures, _MODEL))


def _names_of(sentence: Sentence, named: Iterable[Entity | None]) -> int:
    entities = {id(mention.entity) for mention in sentence.mentions if mention.entity is not None}
    return sum(one is not None and id(one) in entities for one in named)


def _key(org: Entity | None) -> Hashable | None:
    return None if org is None else id(org)
