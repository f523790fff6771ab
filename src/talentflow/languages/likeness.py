"""How much a word of a caseless script looks like a name: learnt weights of character n-grams, plain data."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

_LONGEST_WORD = 60  # what is longer is no word, and must not cost more


def ngrams(word: str) -> set[str]:
    """The n-grams of one to four letters of a folded word, with its borders marked."""
    marked = f"^{word}$"
    return {marked[i : i + n] for n in range(1, 5) for i in range(len(marked) - n + 1)} - {"^", "$"}


class NameLikeness:
    """Scores words by a language's learnt weights: above 0 a word looks more like a name than like an ordinary word."""

    def __init__(self, bias: float, weights: dict[str, float]) -> None:
        """Takes the weights as `name_likeness.json` holds them."""
        self._bias = bias
        self._weights = weights
        self._known: dict[str, float] = {}

    def score(self, word: str) -> float:
        """The log-odds that a folded word is part of a name."""
        found = self._known.get(word)
        if found is None:
            weights = self._weights
            found = self._bias + sum([weights[gram] for gram in ngrams(word[:_LONGEST_WORD]) if gram in weights])
            if len(self._known) > 100_000:  # bounded memory on endless input
                self._known.clear()
            self._known[word] = found
        return found


@cache
def name_likeness(code: str) -> NameLikeness:
    """The learnt scores of a language; without data of its own every word scores 0."""
    path = files("talentflow.languages") / "data" / code / "name_likeness.json"
    if not path.is_file():
        return NameLikeness(0.0, {})
    data = json.loads(path.read_text(encoding="utf-8"))
    return NameLikeness(data["bias"], data["weights"])
