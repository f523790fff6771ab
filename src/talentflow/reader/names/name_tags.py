"""The runs of words of a page that the learnt chain of tags takes for names, in a script without capitals."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from talentflow.languages.likeness import name_likeness
from talentflow.languages.name_runs import TAGS, NameRuns, Scores, name_runs
from talentflow.reader.names.name_features import Knowledge, place_features, repetitions, word_features
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page, Sentence
from talentflow.reader.words.phrases import Hit

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
        self._times: dict[str, Scores] = {}

    def runs(self, page: Page) -> dict[int, list[Run]]:
        """The names of each sentence of a page, in order, by the number of the sentence."""
        times = {word: self._repeated(times) for word, times in repetitions(page, self._knowledge).items()}
        return {sentence.number: self._sentence_runs(sentence, times) for sentence in page.sentences}

    def may_name(self, sentence: Sentence) -> bool:
        """Whether the words of a sentence look like a person's full name before its phrases are found."""
        runs = _runs_of(self._runs.tags(self._scores(sentence, {})))
        return any(run.is_person and run.end - run.start > 1 for run in runs)

    def _scores(self, sentence: Sentence, times: dict[str, Scores]) -> list[Scores]:
        known, tokens = self._words, sentence.tokens
        scores: list[Scores] = []
        for word, surface in zip(tokens.folded, tokens.surface, strict=True):
            score = known.get(surface)
            if score is None:
                score = self._word(word, surface)
            scores.append(score + times[word] if word in times else score)
        return scores

    def _sentence_runs(self, sentence: Sentence, times: dict[str, Scores]) -> list[Run]:
        scores = self._scores(sentence, times)
        for place, features in place_features(sentence).items():
            scores[place] += self._runs.score(features)
        return _runs_of(self._runs.tags(scores))

    def _word(self, word: str, surface: str) -> Scores:
        if len(self._words) > _MOST_REMEMBERED:
            self._words.clear()
        found = self._words[surface] = self._runs.score(word_features(word, surface, self._knowledge))
        return found

    def _repeated(self, times: str) -> Scores:
        found = self._times.get(times)
        if found is None:
            found = self._times[times] = self._runs.score((times,))
        return found


def _runs_of(tags: list[int]) -> list[Run]:
    out: list[Run] = []
    if not any(tags):
        return out
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
