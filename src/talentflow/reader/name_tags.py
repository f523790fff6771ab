"""The runs of words of a page that the learnt chain of tags takes for names, in a script without capitals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import add

from talentflow.languages.likeness import name_likeness
from talentflow.languages.name_runs import TAGS, NameRuns, Scores, name_runs
from talentflow.reader.lexicon import Lexicon
from talentflow.reader.name_features import Knowledge, place_features, repetitions, word_features
from talentflow.reader.page import Page, Sentence
from talentflow.reader.phrases import Hit

_MOST_REMEMBERED = 50_000  # bounded memory on endless input


@dataclass(frozen=True, slots=True)
class Run:
    """A run of words that is a name: its first word, the place after its last, and "person" or "org"."""

    start: int
    end: int
    kind: str

    @property
    def is_person(self) -> bool:
        """Whether it is a person's name."""
        return self.kind == "person"

    def overlaps(self, hit: Hit) -> bool:
        """Whether it shares a word with a phrase."""
        return self.start < hit.end and hit.start < self.end


class Tagger:
    """Tags the words of pages, and remembers what was learnt of the words that it met."""

    def __init__(self, runs: NameRuns, lexicon: Lexicon) -> None:
        """Takes the weights and what words are looked up in."""
        self._runs = runs
        self._knowledge = Knowledge(lexicon, name_likeness(lexicon.language.code), runs.known)
        self._words: dict[str, Scores] = {}
        self._others: dict[object, Scores] = {}

    def runs(self, page: Page) -> dict[int, list[Run]]:
        """The names of each sentence of a page, in order, by the number of the sentence."""
        times = repetitions(page, self._knowledge)
        return {sentence.number: self._sentence_runs(sentence, times) for sentence in page.sentences}

    def _sentence_runs(self, sentence: Sentence, times: dict[str, str]) -> list[Run]:
        tokens = sentence.tokens
        scores: list[Scores] = []
        for word, surface, places in zip(tokens.folded, tokens.surface, place_features(sentence), strict=True):
            known = self._word(word, surface)
            if places:
                known = tuple(map(add, known, self._other(places, places)))
            repeated = times.get(word)
            if repeated is not None:
                known = tuple(map(add, known, self._other(repeated, (repeated,))))
            scores.append(known)
        return _runs_of(self._runs.tags(scores))

    def _word(self, word: str, surface: str) -> Scores:
        found = self._words.get(surface)
        if found is None:
            found = self._runs.score(word_features(word, surface, self._knowledge))
            if len(self._words) > _MOST_REMEMBERED:
                self._words.clear()
            self._words[surface] = found
        return found

    def _other(self, key: object, features: frozenset[str] | tuple[str, ...]) -> Scores:
        found = self._others.get(key)
        if found is None:
            found = self._runs.score(features)
            if len(self._others) > _MOST_REMEMBERED:
                self._others.clear()
            self._others[key] = found
        return found


def _runs_of(tags: list[int]) -> list[Run]:
    out: list[Run] = []
    for index, tag in enumerate(tags):
        name = TAGS[tag]
        if name.endswith("+"):
            out[-1] = Run(out[-1].start, index + 1, out[-1].kind)
        elif tag:
            out.append(Run(index, index + 1, name))
    return out


@cache
def tagger_for(lexicon: Lexicon) -> Tagger | None:
    """The tagger of a lexicon's language, None where nothing was learnt for it."""
    runs = name_runs(lexicon.language.code)
    return None if runs is None else Tagger(runs, lexicon)
