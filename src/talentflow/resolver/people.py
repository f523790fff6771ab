"""Whether two spellings, in whatever scripts, can be one person's name: `same_person`, with a score and reasons."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.model.reasons import IN_ANOTHER_SCRIPT
from talentflow.resolver.aligning import Alignment, align
from talentflow.resolver.parts import Part, PersonName, could_be_one, in_order, joined, person_name
from talentflow.resolver.same_script import compare_in_one_script
from talentflow.resolver.sound import Heard, heard, is_heard_so, is_spelled_so

SAME = 0.5  # from this score on, two names are held to be one


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely it is that two names are one's, from 0 (no) to 1 (yes), and why, in words."""

    score: float
    reasons: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether the names are more likely one's than not."""
        return self.score >= SAME


_MOST_OF_A_PART = 11.0  # evidence
_LITTLE = 4.0  # evidence of a part
_FAR = 1.4  # excess of a part
_MOST_IN_A_RUN = 0.9  # excess
_UNLIKE = Likeness(0.0, ("they do not sound alike",))


def same_person(one: str, other: str) -> Likeness:
    """How likely two spellings are one person's name: 0 to 1, from 0.5 on they are more likely one's than not.

    The score speaks of the names alone: that two people bear one name it cannot know.

    >>> same_person("Barret Zoph", "باريت زوف").is_same
    True
    >>> same_person("Sam Altman", "Samuel Altman").reasons
    ('“Sam” is short for “Samuel”',)
    """
    first, second = person_name(one), person_name(other)
    if first.script == second.script:
        score, reasons = compare_in_one_script(first, second)
        return Likeness(score, reasons)
    best = best_alignment(first, second)
    return _UNLIKE if best is None else Likeness(round(best[0], 3), reasons_of(best[1]))


def sounds_like(first: PersonName, second: PersonName) -> float:
    """The score of two names in different scripts, without the reasons."""
    best = best_alignment(first, second)
    return 0.0 if best is None else best[0]


def all_features(first: PersonName, second: PersonName) -> list[dict[str, float]]:
    """The features of every alignment of two names in different scripts: what the weights are learnt from."""
    source, target = in_order(first, second)
    alignments = _alignments(source, target) if could_be_one(source, target) else []
    found = (features_of(alignment) for alignment in alignments)
    return [features for features in found if features is not None]


def best_alignment(first: PersonName, second: PersonName) -> tuple[float, Alignment] | None:
    """The likeliest way to see one name in the other, with its score; None where there is none."""
    source, target = (first, second) if first.rank >= second.rank else (second, first)
    if not could_be_one(source, target):
        return None
    best: tuple[float, Alignment] | None = None
    for alignment in _alignments(source, target):
        features = features_of(alignment)
        if features is not None:
            score = probability(features)
            if best is None or score > best[0]:
                best = (score, alignment)
    return best


def could_be_heard(first: PersonName, second: PersonName, farthest: float) -> bool:
    """Whether an alignment is possible in which every part sounds like its counterpart, none farther off than this.

    It passes all for which the best alignment is such a one, and sets nearly all others aside at little cost.
    """
    source, target = (first, second) if first.rank >= second.rank else (second, first)
    return could_be_one(source, target) and (
        _parts_could_be_heard(source.parts, target.parts, farthest) or _run_could_be_heard(source, target, farthest)
    )


def _parts_could_be_heard(source: Sequence[Part], target: Sequence[Part], farthest: float) -> bool:
    if not source or not target or any(part.is_initial for part in (*source, *target)):
        return False
    if len(source) == len(target):
        return _each_could_be_heard(source, [(part,) for part in target], farthest)
    if len(target) != len(source) + 1:
        return True  # several may be joined
    # Either two parts of the target are one of the source, or also the other way round.
    if any(is_heard_so(joined(*both), part, farthest) for both in itertools.pairwise(source) for part in target):
        return True
    alone = [(part,) for part in target]
    return any(
        _each_could_be_heard(source, [*alone[:place], both, *alone[place + 2 :]], farthest)
        for place, both in enumerate(itertools.pairwise(target))
    )


def _each_could_be_heard(source: Sequence[Part], target: Sequence[tuple[Part, ...]], farthest: float) -> bool:
    """Whether each part finds one on the other side; two parts of the target that are taken as one come last."""
    found: set[Part] = set()
    for parts in sorted(target, key=len):
        fitting = [part for part in source if _could_be_heard_as_one(part, parts, farthest)]
        if not fitting:
            return False
        found.update(fitting)
    return len(found) == len(source)


def _could_be_heard_as_one(one: Part, parts: tuple[Part, ...], farthest: float) -> bool:
    if len(parts) == 1:
        return is_heard_so(one, parts[0], farthest)
    if all(len(part.forms) == 1 for part in (one, *parts)):
        return is_spelled_so(one.forms[0], [part.forms[0].latin for part in parts], farthest)
    return is_heard_so(one, joined(*parts), farthest)


def _run_could_be_heard(source: PersonName, target: PersonName, farthest: float) -> bool:
    whole = source.whole
    if whole is None:
        return False
    if source.parts:
        farthest = min(farthest, _MOST_IN_A_RUN)
    parts = [part for part in target.parts if not part.is_initial]
    if target.whole is None and len(parts) > 1 and all(len(part.forms) == 1 for part in (whole, *parts)):
        return any(
            is_spelled_so(whole.forms[0], [part.forms[0].latin for part in order], farthest) for order in _orders(parts)
        )
    return any(is_heard_so(whole, run, farthest) for run in _runs(target))


def _alignments(source: PersonName, target: PersonName) -> list[Alignment]:
    by_parts = align(source.parts, target.parts) if source.parts and target.parts else None
    found = [by_parts] if by_parts is not None else []
    if source.whole is not None:
        for run in _runs(target):
            hit = heard(source.whole, run)
            # In a name of few syllables another family name would be lost among the rest.
            if hit is not None and (not source.parts or hit.excess <= _MOST_IN_A_RUN):
                found.append(Alignment(((0, 0, hit),), (), (), (source.whole,), (run,)))
    return found


def _runs(name: PersonName) -> list[Part]:
    """The name in one word, as a script without spaces writes it: as it stands, and with the family name first."""
    if name.whole is not None:
        return [name.whole]
    parts = [part for part in name.parts if not part.is_initial]
    if len(parts) < 2:
        return parts
    out = []
    for order in _orders(parts):
        run = order[0]
        for part in order[1:]:
            run = joined(run, part)
        out.append(run)
    return out


def _orders(parts: list[Part]) -> list[list[Part]]:
    """The parts of a name as they stand, and with the family name first, whichever end that stands at."""
    orders = [parts, parts[-1:] + parts[:-1]]
    if len(parts) > 2:
        orders.append(parts[1:] + parts[:1])
    return orders


def features_of(alignment: Alignment) -> dict[str, float] | None:
    """What speaks for and against, as numbers; the weights are in data/person_weights.json."""
    alike = [hit for _, _, hit in alignment.pairs if hit.how != "unlike"]
    unlike = [hit for _, _, hit in alignment.pairs if hit.how == "unlike"]
    if not alike:
        return None
    # However rare a family name is, it tells no brother from a sister: no part counts for more than this.
    evidence = sum(min(hit.evidence, _MOST_OF_A_PART) for hit in alike)
    least = min(hit.evidence for hit in alike)
    worst = max(hit.excess for hit in alike)
    letters = sum(hit.length for hit in alike)
    missing_one = sum(alignment.one[i].forms[0].length for i in alignment.missing_one)
    missing_other = sum(alignment.other[j].forms[0].length for j in alignment.missing_other)
    total = sum(hit.length for _, _, hit in alignment.pairs) + missing_one + missing_other
    return {
        "evidence": min(evidence, 3 * _MOST_OF_A_PART) / 10,
        "least_evidence": min(least, 10.0) / 10,
        "little_evidence": max(_LITTLE - least, 0.0) / _LITTLE,
        "excess": sum(hit.excess * hit.length for hit in alike) / letters,
        "worst_excess": worst,
        "far_excess": max(worst - _FAR, 0.0),
        "worst_extra": max(hit.excess * hit.length for hit in alike) / 10,
        "edits": float(sum(hit.edits for hit in alike)),
        "most_edits": max(hit.edits / hit.length for hit in alike),
        "against": sum(max(-hit.evidence, 0.0) for hit in unlike) / 10,
        "unlike": float(bool(unlike)),
        "unlike_letters": sum(hit.length for hit in unlike) / total,
        "missing_one": missing_one / total,
        "missing_other": missing_other / total,
        "one_part": float(len(alike) == 1),
        "initials": float(sum(hit.how == "initial" for hit in alike)),
        "short_names": float(sum(hit.how == "nickname" for hit in alike)),
    }


@cache
def _weights() -> tuple[float, Mapping[str, float]]:
    text = (files("talentflow.resolver") / "data" / "person_weights.json").read_text(encoding="utf-8")
    data = json.loads(text)
    return data["constant"], data["weights"]


def probability(features: Mapping[str, float]) -> float:
    """The score of an alignment."""
    constant, weights = _weights()
    total = constant + sum(weights[name] * value for name, value in features.items())
    return 1 / (1 + math.exp(-total)) if total > -30 else 0.0


def reasons_of(alignment: Alignment) -> tuple[str, ...]:
    """An alignment in words."""
    said = [
        _said(alignment.one[i].written, alignment.other[j].written, hit)
        for i, j, hit in sorted(alignment.pairs, key=lambda pair: (-pair[2].evidence, pair[0]))
    ]
    said += [f"“{alignment.one[i].written}” has no counterpart" for i in alignment.missing_one]
    said += [f"“{alignment.other[j].written}” has no counterpart" for j in alignment.missing_other]
    return tuple(said)


def _said(one: str, other: str, hit: Heard) -> str:
    if hit.how == "initial":
        return f"“{one}” and “{other}” can be one name and its initial"
    if hit.how == "nickname":
        return f"“{one}” and “{other}” can be one name, short and long"
    if hit.how == "unlike":
        return f"“{one}” is not “{other}”"
    return IN_ANOTHER_SCRIPT.format(one=one, other=other)
