"""Learns which runs of words are names of people and organizations, in a script without capitals.

    python eval/train_name_runs.py ar --pairs ../shared/data/names/ar_latin.tsv

Reads the practice articles and short texts of train/ (never those held out), labels the words of every annotated name
(name_run_labels.py), and learns a chain of tags (chain_model.py) over the features of `talentflow.reader`. What a word
is known for must not come from the article that it is learnt in, so the likeness to names is learnt anew without a
fifth of the articles at a time, and how often a word is met leaves its own article out. The annotation names only
those who move or hold a post: words that a first model, learnt without their article, takes for a name are set
aside and nothing is learnt from them. Prints how many names of articles left out are found; writes
languages/data/<lang>/name_runs.json. Words of people's names are no features of their own.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import numpy
from chain_model import Chain, fit
from name_run_labels import UNSURE, Labelled, labelled
from scipy.sparse import csr_matrix
from train_name_likeness import (
    NOTE,
    ROOT,
    learn,
    ordinary_words,
    practice_articles,
    words_of_pairs,
    words_to_learn,
)

from talentflow.languages.likeness import NameLikeness
from talentflow.languages.name_runs import EDGE, OFFSETS, SCALE, TAGS
from talentflow.reader.names.name_features import Knowledge, place_features, repetitions, word_features
from talentflow.reader.words.lexicon import Lexicon, lexicon_for
from talentflow.reader.words.script import is_word

FOLDS = 5
DOUBT_FOLDS = 2
LEAST_SEEN = 4  # words: a rarer feature would be learnt by heart
LEAST_SEEN_WORD = 6
LEAST_WEIGHT = 6  # hundredths, the most of a feature's weights
PENALTY = 1.0
ROUNDS = 80

Rows = list[list[list[str]]]  # of each sentence's each word the features


def fold_of(article: dict[str, Any], folds: int) -> int:
    """The part of the articles that an article belongs to."""
    return zlib.crc32(article["id"].encode()) % folds


def met_words(example: Labelled) -> set[str]:
    """The words of an article that are surely no names."""
    return {
        word
        for sentence, tags in zip(example.page.sentences, example.tags, strict=True)
        for word, tag in zip(sentence.tokens.folded, tags, strict=True)
        if tag == 0 and is_word(word)
    }


def times_of(count: int, *, is_ordinary: bool) -> str:
    """How often a word is met, in so many articles, as its features say it."""
    if is_ordinary or count >= 5:
        return "4"
    return "3" if count >= 3 else str(count)


def rows_of(example: Labelled, knowledge: Knowledge) -> Rows:
    """The features of all words of an article, those of their neighbours with them."""
    times = repetitions(example.page, knowledge)
    out: Rows = []
    for sentence in example.page.sentences:
        tokens, places = sentence.tokens, place_features(sentence)
        own = [
            [*word_features(word, surface, knowledge), *places.get(at, ()), *([times[word]] if word in times else [])]
            for at, (word, surface) in enumerate(zip(tokens.folded, tokens.surface, strict=True))
        ]
        out.append([list(_with_neighbours(own, index)) for index in range(len(own))])
    return out


def _with_neighbours(own: list[list[str]], index: int) -> Iterator[str]:
    for offset in OFFSETS:
        at = index + offset
        if 0 <= at < len(own):
            yield from (f"{offset}:{feature}" for feature in own[at])
        elif at in (-1, len(own)):
            yield f"{offset}:{EDGE}"


class Examples:
    """The practice articles with their labels and features."""

    def __init__(self, lang: str, pairs: set[str]) -> None:
        """Labels all articles and works out their features."""
        self.articles = practice_articles(lang)
        lexicon = lexicon_for(lang, with_people=False)
        ordinary = ordinary_words(lang)
        self.labels = [labelled(article, lexicon, ordinary) for article in self.articles]
        self._lexicon, self._ordinary = lexicon, ordinary
        self._likenesses = [self._likeness(lang, pairs, fold) for fold in range(FOLDS)]
        self.known: dict[str, str] = {}
        self.rows: list[Rows] = []
        self.look_up()
        self.of_people = _words_of_people(self.labels, lexicon)

    def look_up(self) -> None:
        """Works out the features of all words, from how often they are met as words that are no names."""
        ordinary = self._ordinary
        met = [met_words(example) for example in self.labels]
        counts = Counter(word for words in met for word in words)
        self.known = {word: times_of(counts[word], is_ordinary=word in ordinary) for word in {*counts, *ordinary}}
        self.rows = []
        for article, example, words in zip(self.articles, self.labels, met, strict=True):
            own = {word: times_of(counts[word] - 1, is_ordinary=word in ordinary) for word in words}
            likeness = self._likenesses[fold_of(article, FOLDS)]
            self.rows.append(rows_of(example, Knowledge(self._lexicon, likeness, {**self.known, **own})))

    def _likeness(self, lang: str, pairs: set[str], without: int) -> NameLikeness:
        others = [article for article in self.articles if fold_of(article, FOLDS) != without]
        return NameLikeness(*learn(*words_to_learn(lang, others, pairs)))

    def learn(self, chosen: Iterable[int]) -> tuple[dict[str, int], Chain]:
        """The features that are met often enough, each with its column, and the chain learnt from some articles."""
        chosen = list(chosen)
        seen = Counter(name for at in chosen for sentence in self.rows[at] for row in sentence for name in row)
        columns = {name: at for at, name in enumerate(sorted(filter(lambda name: self._serves(name, seen), seen)))}
        rows = [row for at in chosen for sentence in self.rows[at] for row in sentence]
        tags = [tag for at in chosen for sentence in self.labels[at].tags for tag in sentence]
        lengths = [len(sentence) for at in chosen for sentence in self.rows[at]]
        return columns, fit(matrix(rows, columns), tags, lengths, penalty=PENALTY, rounds=ROUNDS)

    def _serves(self, name: str, seen: Counter[str]) -> bool:
        word = name.partition(":")[2].removeprefix("w=")
        if not name.endswith(f":w={word}"):
            return seen[name] >= LEAST_SEEN
        return seen[name] >= LEAST_SEEN_WORD and word not in self.of_people


def _words_of_people(labels: list[Labelled], lexicon: Lexicon) -> set[str]:
    """The words that are mostly parts of people's names: those are not learnt one by one."""
    person = (TAGS.index("person"), TAGS.index("person+"))
    counts: Counter[tuple[str, bool]] = Counter()
    for example in labels:
        for sentence, tags in zip(example.page.sentences, example.tags, strict=True):
            counts.update((word, tag in person) for word, tag in zip(sentence.tokens.folded, tags, strict=True))
    words = {word for word, _ in counts}
    return {word for word in words if counts[word, True] > counts[word, False] and word not in lexicon.particles}


def matrix(rows: list[list[str]], columns: dict[str, int]) -> Any:
    """The features of words as a table of ones."""
    found = [[columns[name] for name in row if name in columns] for row in rows]
    ends = numpy.cumsum([0, *map(len, found)])
    places = [place for row in found for place in row]
    return csr_matrix((numpy.ones(len(places)), places, ends), shape=(len(rows), len(columns)))


def names_in(tags: list[int]) -> set[tuple[int, int, int]]:
    """The names of a sentence: first word, the place after the last, and the tag of the first."""
    out, index = set(), 0
    while index < len(tags):
        end = index + 1
        if tags[index] > 0 and not TAGS[tags[index]].endswith("+"):
            while end < len(tags) and tags[end] == tags[index] + 1:
                end += 1
            out.add((index, end, tags[index]))
        index = end
    return out


def set_doubtful_aside(examples: Examples) -> None:
    """Marks as unsure the words that a model learnt without their article takes for names; prints what it finds."""
    right: Counter[str] = Counter()
    doubts: list[tuple[list[int], int]] = []
    for part in range(DOUBT_FOLDS):
        parts = [fold_of(article, DOUBT_FOLDS) for article in examples.articles]
        columns, chain = examples.learn([at for at, other in enumerate(parts) if other != part])
        for at in (at for at, other in enumerate(parts) if other == part):
            for sentence, tags in zip(examples.rows[at], examples.labels[at].tags, strict=True):
                found = names_in(chain.best(matrix(sentence, columns)))
                told = names_in(tags)
                for _, _, tag in told:
                    right[f"{TAGS[tag]} told"] += 1
                for start, end, tag in found:
                    is_told = (start, end, tag) in told
                    right[f"{TAGS[tag]} right" if is_told else f"{TAGS[tag]} other"] += 1
                    if not any(tags[start:end]):
                        doubts.extend((tags, index) for index in range(start, end))
    for tags, index in doubts:
        tags[index] = UNSURE
    print(f"learnt from half of the articles, names of the others: {dict(sorted(right.items()))}")


def as_data(columns: dict[str, int], chain: Chain, known: dict[str, str]) -> dict[str, Any]:
    """The weights as plain data, the smallest left out."""
    weights = {name: [round(float(value) * SCALE) for value in chain.weights[at]] for name, at in columns.items()}
    steps = {tag: [round(float(value) * SCALE) for value in chain.steps[at]] for at, tag in enumerate(TAGS)}
    words = {times: " ".join(sorted(word for word in known if known[word] == times)) for times in "1234"}
    kept = {name: row for name, row in weights.items() if max(map(abs, row)) >= LEAST_WEIGHT}
    return {"note": NOTE.replace("likeness", "runs"), "words": words, "steps": steps, "weights": kept}


def main() -> None:
    """Reads the files, learns, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lang")
    parser.add_argument("--pairs", type=pathlib.Path, required=True)
    options = parser.parse_args()
    examples = Examples(options.lang, words_of_pairs(options.pairs))
    set_doubtful_aside(examples)
    examples.look_up()
    columns, chain = examples.learn(range(len(examples.articles)))
    data = as_data(columns, chain, examples.known)
    path = ROOT / "src/talentflow/languages/data" / options.lang / "name_runs.json"
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(data['weights'])} features, {len(examples.known)} words, {path.stat().st_size // 1024} KiB")


if __name__ == "__main__":
    main()
