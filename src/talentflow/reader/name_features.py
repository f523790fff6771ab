"""What is known of each word of a sentence that may tell names from words: the features of languages/name_runs.py."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from talentflow.languages.likeness import NameLikeness
from talentflow.reader.lexicon import Lexicon
from talentflow.reader.page import Page, Sentence
from talentflow.reader.phrases import Hit
from talentflow.reader.script import QUOTES, is_word

_LONGEST_QUOTE = 6
UNKNOWN = "0"  # how often a word is met that is met nowhere


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What words are looked up in: the lexicon, the likeness to names, and how often a word is met that is no name."""

    lexicon: Lexicon
    likeness: NameLikeness
    known: Mapping[str, str]

    def times(self, word: str) -> str:
        """How often a folded word is met as an ordinary one: "0" for never, to "4" for often."""
        return self.known.get(word, UNKNOWN)


def word_features(word: str, surface: str, knowledge: Knowledge) -> list[str]:
    """What the lists, the letters and the likeness to names say about one word, wherever it stands."""
    if not is_word(word):
        return ["any", *_sign_features(surface)]
    lexicon, times = knowledge.lexicon, knowledge.times(word)
    out = ["any", f"w={word}", f"n={times}", f"len={min(len(word), 6)}", *_listing(word, lexicon)]
    out.extend(_likeness_features(word, times, knowledge))
    out.extend(_clitic_features(word, knowledge))
    if lexicon.article and surface.startswith(lexicon.article):
        out.extend(("article", f"article n={times}"))
    if surface.endswith(lexicon.language.indefinite):
        out.append("tanwin")
    ending = next(
        (ending for ending in lexicon.language.endings if len(word) > len(ending) + 2 and word.endswith(ending)), ""
    )
    out.extend((f"end={ending}", f"start={word[:2]}"))
    return list(dict.fromkeys(out))


def _likeness_features(word: str, times: str, knowledge: Knowledge) -> Iterator[str]:
    """How much a word looks like a name as it stands, and without the clitics that hide one best."""
    score = knowledge.likeness.score(word)
    best, best_score = "", score
    for reading in knowledge.lexicon.readings(word)[1:]:
        stem = reading.stem
        if reading.suffix or reading.has_article or len(stem) < 3 or knowledge.times(stem) != UNKNOWN:
            continue
        if knowledge.likeness.score(stem) > best_score:
            best, best_score = reading.conjunction + reading.prefix, knowledge.likeness.score(stem)
    yield f"l={_step(score)}"
    if best:
        yield f"cut {best}"
        yield f"cut l={_step(best_score)}"
    if times == UNKNOWN:
        yield f"new l={_step(best_score)}"


def _step(score: float) -> int:
    return max(-5, min(5, round(score)))


def _clitic_features(word: str, knowledge: Knowledge) -> Iterator[str]:
    """What a word is without its clitics: a listed name, or an ordinary word."""
    for reading in knowledge.lexicon.readings(word)[1:]:
        stem = reading.stem
        if len(stem) < 3:
            continue
        is_ordinary = knowledge.times(stem) != UNKNOWN
        if reading.suffix:
            if is_ordinary:
                yield "suffix"
            continue
        cut = reading.conjunction + reading.prefix + ("+" if reading.has_article else "")
        for listing in _listing(stem, knowledge.lexicon):
            yield f"{cut} {listing}"
        if is_ordinary:
            yield f"{cut} n"


def _listing(word: str, lexicon: Lexicon) -> Iterator[str]:
    """Which lists of names hold a word."""
    if word in lexicon.doubtful_names:
        yield "doubtful"
        return
    if word in lexicon.given_names:
        yield "given"
    if word in lexicon.family_names:
        yield "family"
    if word in lexicon.particles:
        yield "particle"


def _sign_features(surface: str) -> tuple[str, ...]:
    if surface[0].isdigit():
        return ("digit",)
    if surface[0].isalpha():
        return "latin", "latin capital" if surface[0].isupper() else "latin small"
    return f"sign={surface}", "sign"


def place_features(sentence: Sentence) -> list[frozenset[str]]:
    """For each word the phrases that it belongs to, and its place in a short quotation."""
    found: list[set[str]] = [set() for _ in sentence.tokens.surface]
    for hit in sentence.hits:
        if hit.kind == "person":
            continue  # whom the registry lists should not change how others are found
        name = _name_of(hit)
        found[hit.start].add(f"{name} first" if hit.end - hit.start > 1 else name)
        for index in range(hit.start + 1, hit.end):
            found[index].add(f"{name} on")
        found[hit.end - 1].add(f"{name} last")
    for start, end, kind in _short_quotes(sentence.tokens.surface):
        found[start].add(f"first in {kind}")
        for index in range(start, end):
            found[index].add(f"in {kind}")
    return [frozenset(features) for features in found]


def _name_of(hit: Hit) -> str:
    name = hit.kind
    if name == "trigger":
        name = f"to {hit.payload.event}"
    elif name == "role":
        name = f"role {hit.payload.part}"
    return f"{name} suffixed" if hit.suffix else name


def _short_quotes(surface: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where the words of short quotations and brackets begin and end."""
    index = 0
    while index < len(surface):
        closing = QUOTES.get(surface[index])
        start = index + 1
        index += 1
        if closing is None or closing not in surface[start : start + _LONGEST_QUOTE + 1]:
            continue
        end = surface.index(closing, start)
        if end > start:
            yield start, end, "bracket" if closing == ")" else f"quote {min(end - start, 4)}"
        index = end + 1


def repetitions(page: Page, knowledge: Knowledge) -> dict[str, str]:
    """For the words of an article that are no usual ones how often they stand in it."""
    counts = Counter(word for sentence in page.sentences for word in sentence.tokens.folded if is_word(word))
    return {word: f"times={min(count, 4)}" for word, count in counts.items() if knowledge.times(word) == UNKNOWN}
