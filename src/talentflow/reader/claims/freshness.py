"""News or background: what is told without a day of its own happened in the month of the paper, or nobody says when.

A page that tells today's news also tells where its people had been before. Which of the two an undated change is, is
weighed by named figures: where its sentence stands, which years are near it, and what else the page tells of the
person. The weights are learnt from annotated articles (`eval/train_freshness.py`) and kept as plain numbers in
`reader/data/freshness.json`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.model import notes
from talentflow.model.dates import PartialDate
from talentflow.reader.careers.career import sentences_of
from talentflow.reader.events.drafts import Draft
from talentflow.reader.learnt.weights import probability
from talentflow.reader.words.page import Entity, Sentence

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


def set_undated_back(drafts: list[Draft], sentences: Sequence[Sentence], published: PartialDate | None) -> None:
    """Makes background of the drafts without a day that are done and rather no news."""
    if published is None:
        return
    steps = [step_of(draft) for draft in drafts]
    for draft, step in zip(drafts, steps, strict=True):
        if draft.date is not None or draft.is_background or draft.status != "done":
            continue
        if chance_of(figures_of(step, steps, sentences, published)) < _EVEN:
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
    bias, weights = _weights()
    return probability(bias + math.fsum(weights.get(name, 0.0) * value for name, value in figures.items()))


def figures_of(
    step: Step, steps: Iterable[Step], sentences: Sequence[Sentence], published: PartialDate
) -> dict[str, float]:
    """What speaks for news or against it; `steps` are all that the page tells, `sentences` are the page's."""
    year, month = f"{published.year:04d}", str(PartialDate(published.year, published.month))
    mine = [one for one in steps if one is not step and one.person == step.person]
    beside = [one for one in steps if one.person != step.person and one.sentence is step.sentence]
    text = [one for one in sentences if not one.is_title]
    place = step.sentence.number - (text[0].number if text else 0)
    paragraph = [one for one in sentences if one.paragraph == step.sentence.paragraph]
    near = [one for one in paragraph if abs(one.number - step.sentence.number) == 1]
    out = {f"behind {count}": float(place > count) for count in _PLACES}
    out |= {
        "place": place / max(len(sentences), 1),
        f"kind {step.kind}": 1.0,
        "start": float(step.start is not None),
        "goal": float(step.goal is not None),
        "past year": float(_tells_past([step.sentence], year)),
        "past year beside": float(_tells_past(near, year)),
        "past year in paragraph": float(_tells_past(paragraph, year)),
        "only one": float(not mine),
        "others": min(len(mine), _MANY) / _MANY,
        "left again": float(any(step.goal is not None and one.start == step.goal for one in _real(mine))),
        "came before": float(any(step.start is not None and one.goal == step.start for one in _real(mine))),
        "first": float(all(one.sentence.number >= step.sentence.number for one in mine)),
        "last": float(all(one.sentence.number <= step.sentence.number for one in mine)),
        "told before": float(any(one.sentence.number < step.sentence.number for one in mine)),
        "same sentence": float(any(one.sentence is step.sentence for one in mine)),
        "another dated before": float(any(one.date is not None and one.date[:4] < year for one in mine)),
        "another dated now": float(any(one.date is not None and one.date[:7] >= month for one in mine)),
        "others in sentence": float(bool(beside)),
    }
    out |= {f"told {kind}": 1.0 for kind in _TOLD if step.sentence.of_kind(kind)}
    return out | {f"trigger {hit.payload.event}": 1.0 for hit in step.sentence.of_kind("trigger")}


def _real(steps: Iterable[Step]) -> list[Step]:
    """Those that lead from one employer to another."""
    return [one for one in steps if one.kind != "change"]


def _tells_past(sentences: Iterable[Sentence], year: str) -> bool:
    words = (word for sentence in sentences for word in sentence.tokens.folded)
    return any(word < year for word in words if _YEAR.fullmatch(word))


def _names_of(sentence: Sentence, named: Iterable[Entity | None]) -> int:
    entities = {id(mention.entity) for mention in sentence.mentions if mention.entity is not None}
    return sum(one is not None and id(one) in entities for one in named)


def _key(org: Entity | None) -> Hashable | None:
    return None if org is None else id(org)


@cache
def _weights() -> tuple[float, dict[str, float]]:
    data = json.loads((files("talentflow.reader") / "data" / "freshness.json").read_text(encoding="utf-8"))
    return data["bias"], data["weights"]
