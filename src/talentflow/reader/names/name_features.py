"""What is known of each word of a sentence that may tell names from words: the features of languages/name_runs.py."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from talentflow.languages.likeness import NameLikeness
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.script import QUOTES, is_word

_LONGEST_QUOTE = 6
_OPENERS = frozenset(QUOTES)
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


def place_features(sentence: Sentence) -> dict[int, set[str]]:
    """For the words of phrases and of short quotations, by their places: of which, and where in it."""
    found: dict[int, set[str]] = defaultdict(set)
    for hit in sentence.hits:
        start, last = hit.start, hit.end - 1
        if hit.kind == "person":
            continue  # whom the registry lists should not change how others are found
        alone, first, on, at_end = _names_of(hit)
        if start == last:
            found[start].update((alone, at_end))
            continue
        found[start].add(first)
        for index in range(start + 1, last):
            found[index].add(on)
        found[last].update((on, at_end))
    for start, end, kind in _short_quotes(sentence.tokens.surface):
        found[start].add(f"first in {kind}")
        for index in range(start, end):
            found[index].add(f"in {kind}")
    return found


def _names_of(hit: Hit) -> tuple[str, str, str, str]:
    kind = hit.kind
    part = hit.payload.event if kind == "trigger" else hit.payload.part if kind == "role" else ""
    return _phrase_names(kind, part, bool(hit.suffix))


@cache
def _phrase_names(kind: str, part: str, is_suffixed: bool) -> tuple[str, str, str, str]:
    """What a phrase of some kind is called where it is one word, at the first of more, at others, and at its end."""
    name = {"trigger": f"to {part}", "role": f"role {part}"}.get(kind, kind)
    name = f"{name} suffixed" if is_suffixed else name
    return name, f"{name} first", f"{name} on", f"{name} last"


def _short_quotes(surface: list[str]) -> Iterator[tuple[int, int, str]]:
    """Where the words of short quotations and brackets begin and end."""
    if _OPENERS.isdisjoint(surface):
        return
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
    counts = Counter(chain.from_iterable(sentence.tokens.folded for sentence in page.sentences))
    known = knowledge.known
    return {word: f"times={min(count, 4)}" for word, count in counts.items() if word not in known and is_word(word)}
