"""Whether a run of capitalised words names a person or an organization: a learnt model over named features.

The features (`run_features.py`) say how the run looks, what stands beside it and how the article uses it again; the
weights come from the practice articles by `eval/train_latin_names.py` and are plain data.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.languages.likeness import NameLikeness
from talentflow.reader.learnt.weights import log_odds
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.names.run_features import Reuse, run_features
from talentflow.reader.words.lexicon import Lexicon

KINDS = ("none", "org", "person")
PERSON_FROM = 1.5  # the score of a run that is a person as likely as not; the cast takes less, see there
ORG_FROM = 1.0
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class RunModel:
    """The learnt weights: by feature one for each kind; and how words in Latin letters look."""

    bias: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def chances(self, features: Mapping[str, float]) -> dict[str, float]:
        """How likely a run names nothing, an organization, a person."""
        sums = list(self.bias)
        for name, value in features.items():
            found = self.weights.get(name)
            if found is not None:
                for place, weight in enumerate(found):
                    sums[place] += weight * value
        highest = max(sums)
        grown = [math.exp(value - highest) for value in sums]
        return {kind: value / sum(grown) for kind, value in zip(KINDS, grown, strict=True)}


@cache
def run_model() -> RunModel:
    """The weights as `reader/data/latin_runs.json` holds them."""
    data = json.loads((files("talentflow.reader") / "data" / "latin_runs.json").read_text(encoding="utf-8"))
    return RunModel(tuple(data["bias"]), {name: tuple(values) for name, values in data["weights"].items()})


@cache
def latin_likeness() -> NameLikeness:
    """How much a word in Latin letters looks like part of a person's name rather than of an employer's."""
    data = json.loads((files("talentflow.reader") / "data" / "latin_likeness.json").read_text(encoding="utf-8"))
    return NameLikeness(data["bias"], data["weights"])


def weigh_runs(groups: Mapping[str, list[Candidate]], lexicon: Lexicon) -> None:
    """Gives the first run of each wording its `score` for a person and its `org_score` for an organization."""
    if not groups:
        return
    reuse, model, likeness = Reuse(groups), run_model(), latin_likeness()
    for key, group in groups.items():
        chances = model.chances(run_features(key, group, reuse, lexicon, likeness))
        group[0].score = PERSON_FROM + log_odds(chances["person"], _LEAST)
        group[0].org_score = ORG_FROM + log_odds(chances["org"], _LEAST)
