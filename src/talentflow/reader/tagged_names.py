"""What the network's tags make of the runs of capitalised words that may be names, and the names that no run holds."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from talentflow.reader.name_tags import Run
from talentflow.reader.names import Candidate
from talentflow.reader.page import Sentence
from talentflow.reader.tags import ORGANIZATION, PERSON, TaggedWords, tagged_words
from talentflow.reader.weighing import ORG_FROM, PERSON_FROM

_SURE = 0.6  # of tags that join runs, or find a name where there is none
_SURER = 0.85  # of tags that part a run, or find what the words and letters of a language tell nothing of
_KINDS = {PERSON: "person", ORGANIZATION: "org"}
_UNTAGGED = {0: 0.7, PERSON: 0.1, ORGANIZATION: 0.2}  # what a run is that is not tagged as it stands
_LEAST, _MOST = 0.01, 0.99


def with_tagged(runs: Sequence[Run], sentence: Sentence) -> list[Run]:
    """The runs that the chain of a language finds, and beside them the tagged names that share no word with one.

    Where both find a name but not the same kind, that of the tags counts if they are sure.
    """
    names = tagged_words(sentence)
    sure = {(name.start, name.end): name for name in names if name.sure >= _SURER}
    out = [
        replace(run, kind=_KINDS[sure[run.start, run.end].kind]) if (run.start, run.end) in sure else run
        for run in runs
    ]
    taken = {index for run in runs for index in range(run.start, run.end)}
    out += [
        Run(name.start, name.end, _KINDS[name.kind]) for name in names
        if name.sure >= _SURER and taken.isdisjoint(range(name.start, name.end))
    ]  # fmt: skip
    return sorted(out, key=lambda run: run.start)


def recut(sentence: Sentence, found: list[Candidate]) -> list[Candidate]:
    """The runs of a sentence as the tags part them, and the tagged names that no run holds."""
    known = sentence.covered_by("org", "person", "product")
    places = sentence.covered_by("place")
    out = list(found)
    for name in tagged_words(sentence):
        words = range(name.start, name.end)
        if name.sure < _SURE or not known.isdisjoint(words) or not _is_spaced(sentence, name):
            continue
        if places.issuperset(words):
            continue  # "the call from Menlo Park"
        same = next((one for one in out if (one.start, one.end) == (name.start, name.end)), None)
        if same is not None:
            same.is_described = same.at_start = False  # what is tagged is a name, whatever explains its capital
            continue
        crossed = [one for one in out if one.start < name.end and name.start < one.end]
        if name.sure < _SURER and any(one.start < name.start or name.end < one.end for one in crossed):
            continue
        out = [one for one in out if all(one is not other for other in crossed)]
        key = " ".join(sentence.tokens.folded[name.start : name.end])
        out.append(Candidate(sentence, name.start, name.end, key))
    return sorted(out, key=lambda one: one.start)


def _is_spaced(sentence: Sentence, name: TaggedWords) -> bool:
    """Whether a name is written in a script that has capitals, whose words spaces part."""
    surface = sentence.tokens.surface[name.start : name.end]
    return any(word[0].isalpha() for word in surface) and all(
        word[0].isascii() or word[0].isupper() or word[0].islower() or not word[0].isalnum() for word in surface
    )


def weigh_tagged(groups: Mapping[str, list[Candidate]]) -> None:
    """Weighs runs of one wording by what they are tagged as and what they look like, as two that judge apart."""
    for group in groups.values():
        told = [_tag_of(one) for one in group]
        best = max(group, key=lambda one: max(one.score, one.org_score))
        person, org = _chance(best.score - PERSON_FROM), _chance(best.org_score - ORG_FROM)
        looks = {0: max(_LEAST, 1 - person - org), PERSON: person, ORGANIZATION: org}
        both = {kind: looks[kind] * sum(one[kind] for one in told) for kind in looks}
        for one in group:
            one.score = PERSON_FROM + _log_odds(both[PERSON] / sum(both.values()))
            one.org_score = ORG_FROM + _log_odds(both[ORGANIZATION] / sum(both.values()))


def _tag_of(one: Candidate) -> dict[int, float]:
    """How likely a run is no name, a person's or an organization's by the tags alone."""
    same = (name for name in tagged_words(one.sentence) if (name.start, name.end) == (one.start, one.end))
    name = next(same, None)
    if name is None:
        return _UNTAGGED
    rest = (1 - min(name.sure, _MOST)) / 2
    return {0: rest, PERSON: rest, ORGANIZATION: rest} | {name.kind: min(name.sure, _MOST)}


def _chance(log_odds: float) -> float:
    return min(max(1 / (1 + math.exp(-max(-30.0, log_odds))), _LEAST), _MOST)


def _log_odds(chance: float) -> float:
    chance = min(max(chance, _LEAST), _MOST)
    return math.log(chance / (1 - chance))
