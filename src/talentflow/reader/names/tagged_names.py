"""What the network's tags make of the runs of capitalised words that may be names, and the names that no run holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from talentflow.reader.learnt.weights import log_odds, probability
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.names.name_tags import Run
from talentflow.reader.names.weighing import ORG_FROM, PERSON_FROM
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.tags import ORGANIZATION, PERSON, TaggedWords, tagged_words

_SURE = 0.6  # of tags that join runs, or find a name where there is none
_SURER = 0.85  # of tags that part a run, or find what the words and letters of a language tell nothing of
_KINDS = {PERSON: "person", ORGANIZATION: "org"}
_UNTAGGED = {0: 0.7, PERSON: 0.1, ORGANIZATION: 0.2}  # what a run is that is not tagged as it stands
_LEAST = 0.01  # neither is believed beyond this, nor beyond 1 less it


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
    sentences = {one.sentence.number: one.sentence for group in groups.values() for one in group}
    tags = {
        (number, name.start, name.end): name
        for number, sentence in sentences.items() for name in tagged_words(sentence)
    }  # fmt: skip
    for group in groups.values():
        told = [_tag_of(tags.get((one.sentence.number, one.start, one.end))) for one in group]
        best = max(group, key=lambda one: max(one.score, one.org_score))
        person, org = _chance(best.score - PERSON_FROM), _chance(best.org_score - ORG_FROM)
        looks = {0: max(_LEAST, 1 - person - org), PERSON: person, ORGANIZATION: org}
        both = {kind: looks[kind] * sum(one[kind] for one in told) for kind in looks}
        whole = sum(both.values())
        for one in group:
            one.score = PERSON_FROM + log_odds(both[PERSON] / whole, _LEAST)
            one.org_score = ORG_FROM + log_odds(both[ORGANIZATION] / whole, _LEAST)


def _tag_of(name: TaggedWords | None) -> dict[int, float]:
    """How likely a run that is tagged as `name` is no name, a person's or an organization's by the tags alone."""
    if name is None:
        return _UNTAGGED
    sure = min(name.sure, 1 - _LEAST)
    rest = (1 - sure) / 2
    return {0: rest, PERSON: rest, ORGANIZATION: rest} | {name.kind: sure}


def _chance(odds: float) -> float:
    return min(max(probability(odds), _LEAST), 1 - _LEAST)
