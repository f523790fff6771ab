"""A last look at the drafts before the likeliest are chosen: what both sides say of each, beside all its rivals.

The rules weigh a draft by its words, the encoder by their sense, and the mixture of both (`second_look`) looks at one
draft at a time. Boosted trees, learnt on practice articles that neither side had learnt from, also see how each
stands to the others: whether the encoder finds the person going elsewhere, and whether the rules do. What is
unlikely to the mixture alone comes to be weighed here as well.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from talentflow.model import notes
from talentflow.reader.claims.second_look import (
    LEAST,
    confidence_alone,
    draft_of,
    kind_of,
    load_mixture,
    move_of,
    moves_known,
    ruled_out,
)  # fmt: skip
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.drafts import TOLD, Draft
from talentflow.reader.learnt.trees import Trees
from talentflow.reader.learnt.weights import Values, log_odds, probability
from talentflow.reader.relations.answers import Answers, Told
from talentflow.reader.relations.files import data_file
from talentflow.reader.relations.outlook import Outlook
from talentflow.reader.words.page import Entity, Sentence

FLOOR = 1e-4  # no chance counts as smaller
_Ends = tuple[int, int]  # the identities of where from and where to


@dataclass(frozen=True, slots=True)
class LastJudge:
    """How the trees are weighed: log-odds are `trust` times theirs and the rest the mixture's.

    What is chosen so is right as often as `sure` times its log-odds plus `sure_bias` say: the claim's confidence.
    """

    trees: Trees
    trust: float
    sure: float
    sure_bias: float

    def weigh(self, figures: Values) -> float:
        """How sure a candidate is after all."""
        return probability(self.trust * self.trees.weigh(figures) + (1.0 - self.trust) * figures["both"])


@cache
def load_judge() -> LastJudge:
    """The judge that is shipped."""
    data = json.loads(data_file("last_judge.json").read_text(encoding="utf-8"))
    return LastJudge(Trees.of_json(data), data["trust"], data["sure"], data["sure_bias"])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A move that may be told: a draft, or what only the encoder finds, with all that both sides say of it."""

    draft: Draft | None
    told: Told | None
    figures: Values


def look_last(
    found: Understanding, answers: Answers, least: float, drafts: list[Draft], judge: LastJudge | None = None
) -> list[Draft]:
    """The drafts as sure as the judge finds them, and what the encoder alone finds and the judge at least so sure.

    `judge` is the shipped one unless given.
    """
    judge = judge or load_judge()
    out: list[Draft] = []
    for candidate in candidates_of(found, answers, drafts):
        confidence = judge.weigh(candidate.figures)
        draft = candidate.draft
        if draft is None and candidate.told is not None and confidence >= least:
            draft = draft_of(found, candidate.told)
        if draft is not None:
            draft.confidence = confidence
            draft.notes.append(notes.note(notes.BESIDE_RIVALS, chance=f"{confidence:.2f}"))
            out.append(draft)
    return out


def calibrate(drafts: list[Draft]) -> None:
    """Gives chosen drafts the confidence of a claim: how many of those so chosen were right."""
    judge = load_judge()
    for draft in drafts:
        draft.confidence = probability(judge.sure * log_odds(draft.confidence, 1e-6) + judge.sure_bias)


def candidates_of(found: Understanding, answers: Answers, drafts: list[Draft]) -> list[Candidate]:
    """The drafts, and what only the encoder finds told, each with its figures."""
    views: dict[int, _Person] = {}
    known, barred, mixture = moves_known(drafts), ruled_out(found), load_mixture()
    by_person: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_person.setdefault(id(draft.person), []).append(draft)

    def view(person: Entity) -> _Person:
        seen = views.get(id(person))
        if seen is None:
            seen = views[id(person)] = _Person(by_person.get(id(person), []), answers.outlook(person))
        return seen

    out = [Candidate(draft, None, view(draft.person).of_draft(draft)) for draft in drafts]
    for told in answers.likely(LEAST):
        move = move_of(told)
        if move not in known and (id(told.sentence), *move) not in barred:
            out.append(Candidate(None, told, view(told.person).of_told(told, confidence_alone(told, mixture))))
    return out


class _Person:
    """What both sides say of one person: the drafts, and the encoder's outlook."""

    def __init__(self, drafts: list[Draft], outlook: Outlook | None) -> None:
        self._outlook = outlook
        self._of_ends: dict[_Ends, list[Draft]] = {}
        self._in: dict[int, dict[_Ends, float]] = {}  # by sentence the best of each pair of ends
        for draft in sorted(drafts, key=lambda draft: -draft.confidence):
            self._of_ends.setdefault(_ends(draft), []).append(draft)
            self._in.setdefault(id(draft.event.sentence), {}).setdefault(_ends(draft), draft.confidence)
        self._best = {ends: told[0].confidence for ends, told in self._of_ends.items()}
        self._seen: dict[_Ends, Values] = {}

    def of_draft(self, draft: Draft) -> Values:
        """What is said of a draft."""
        told = {"draft": 1.0, "own": _odds(draft.own), "both": _odds(draft.confidence)}
        if draft.from_source == TOLD:
            told["no phrase"] = 1.0
        return told | self._of(draft, draft.event.sentence, draft.kind)

    def of_told(self, told: Told, confidence: float) -> Values:
        """What is said of a move that only the encoder finds, `confidence` by the mixture."""
        said = {"own": _odds(0.0), "both": _odds(confidence)}
        return said | self._of(told, told.sentence, kind_of(told))

    def _of(self, one: Draft | Told, sentence: Sentence, kind: str) -> Values:
        ends = _ends(one)
        shared = self._seen.get(ends)
        if shared is None:
            shared = self._seen[ends] = self._of_rivals(one)
            if self._outlook is not None:
                shared |= {name: _odds(chance) for name, chance in self._outlook.of(one.from_org, one.to_org).items()}
        out = dict(shared)
        alike = next((draft.confidence for draft in self._of_ends.get(ends, ()) if draft is not one), 0.0)
        here = [best for other, best in self._in.get(id(sentence), {}).items() if other != ends]
        out["same"], out["here"] = _odds(alike), _odds(max(here, default=0.0))
        out[f"kind={kind}"] = 1.0
        if self._outlook is not None:
            out |= {name: _odds(at) for name, at in self._outlook.here(one.from_org, one.to_org, sentence).items()}
            out["kind told"] = self._outlook.kind(one.from_org, one.to_org, kind)
        return out

    def _of_rivals(self, one: Draft | Told) -> Values:
        start, goal = _ends(one)
        nowhere = id(None)
        rivals = {ends: best for ends, best in self._best.items() if ends != (start, goal)}
        return {
            "other": _odds(max(rivals.values(), default=0.0)),
            "other goal": _odds(max((best for ends, best in rivals.items() if ends[0] == start), default=0.0)),
            "other start": _odds(max((best for ends, best in rivals.items() if ends[1] == goal), default=0.0)),
            "only left": _odds(rivals.get((start, nowhere), 0.0)),
            "only joined": _odds(rivals.get((nowhere, goal), 0.0)),
            "start open": float(one.from_org is None),
            "goal open": float(one.to_org is None),
            "within": float(one.from_org is one.to_org),
        }


def _ends(one: Draft | Told) -> _Ends:
    return id(one.from_org), id(one.to_org)


def _odds(chance: float) -> float:
    return log_odds(chance, FLOOR)
