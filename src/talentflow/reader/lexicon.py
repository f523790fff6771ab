"""One pass over the words of a text: every phrase of a language and every known name, found in a trie of folded words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from talentflow.languages import Language, load_language
from talentflow.registry import Registry, load_registry
from talentflow.text.fold import fold
from talentflow.text.tokens import Tokens, tokenize

_NAME_KINDS = ("org", "person", "product", "place")
# Words of grammar: "الآلي" is no "إلى" with an article, and "منها" no preposition of the word after it.
_FUNCTION_KINDS = frozenset({"mark", "and", "break", "negation", "according", "pronoun", "relative", "copula", "cue"})
_BARE_KINDS = frozenset({"mark", "and", "according", "relative"})
_END = "\0end"  # no token folds to it
_NUMBER = "#"  # in a phrase: any number in digits


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at tokens `start` to `end` (exclusive). `prefix` is a clitic preposition stripped before it."""

    kind: str
    start: int
    end: int
    payload: Any
    prefix: str = ""
    has_article: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: its stem with what was stripped from it."""

    stem: str
    conjunction: str = ""
    prefix: str = ""
    has_article: bool = False
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: str
    payload: Any
    shape: str = ""
    exact: bool = False
    written: tuple[str, ...] = ()


class Lexicon:
    """The trie of one language's phrases and the registry's names, with the language's way of splitting off clitics."""

    def __init__(self, language: Language, registry: Registry, *, with_people: bool = True) -> None:
        """Builds the trie; `with_people=False` leaves the registry's people out, to measure reading without them."""
        self.language = language
        self.registry = registry
        self.common = language.common
        self._root: dict[str, Any] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self._conjunctions = tuple(fold(word) for word in language.conjunctions)
        self._prefixes = {fold(word): mark for word, mark in language.prefixes}
        self.prepositions = frozenset(self._prefixes)
        self.article = self._article = fold(language.article)
        self._suffixes = tuple(sorted((fold(word) for word in language.suffixes), key=len, reverse=True))
        self._feminine = (fold(language.feminine[0]), fold(language.feminine[1]))
        self._has_clitics = bool(self._conjunctions or self._prefixes or self._article or self._suffixes)
        for kind, pairs in language.phrases.items():
            for phrase, payload in pairs:
                written = tuple(tokenize(phrase.casefold()).surface) if language.cased and _NUMBER not in phrase else ()
                self._insert(phrase, _Entry(kind, payload, written=written))
        self._insert_names(with_people)
        self.given_names = _folded(registry.given_names)
        self.family_names = _folded(registry.family_names)
        self.particles = frozenset(
            fold(word) for kind in ("name_particle", "name_link") for word, _ in language.phrases[kind]
        )
        self.listed_names = self.given_names | self.family_names
        self.doubtful_names = _folded(registry.given_names, doubtful=True) | _folded(
            registry.family_names, doubtful=True
        )
        self.trigger_words = frozenset(
            tokenize(phrase).folded[0] for phrase, _ in language.phrases["trigger"] if tokenize(phrase).folded
        )

    def _insert_names(self, with_people: bool) -> None:
        for kind, table in (
            ("org", self.registry.organizations),
            ("person", self.registry.people if with_people else {}),
            ("product", self.registry.products),
            ("place", self.registry.places),
        ):
            for entity in table.values():
                for spelling in {entity.name, *(name for names in entity.names.values() for name in names)}:
                    exact = kind == "org" and self.registry.is_ambiguous(spelling)
                    self._insert(spelling, _Entry(kind, entity, spelling, exact))

    def _insert(self, phrase: str, entry: _Entry) -> None:
        node = self._root
        words = [
            _NUMBER if part == _NUMBER else word for part in phrase.split() for word in tokenize(part).folded or [part]
        ]
        if not words:
            return
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(_END, []).append(entry)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The ways to read one folded word, the word as it stands first."""
        found = self._readings.get(word)
        if found is None:
            found = self._split(word) if self._has_clitics else (Reading(word),)
            if len(self._readings) > 200_000:  # bounded memory on endless input
                self._readings.clear()
            self._readings[word] = found
        return found

    def _split(self, word: str) -> tuple[Reading, ...]:
        out = [Reading(word)]
        starts = [("", word)]
        for conjunction in self._conjunctions:
            if word.startswith(conjunction) and len(word) > len(conjunction) + 1:
                starts.append((conjunction, word[len(conjunction) :]))
        for conjunction, rest in starts:
            bases = [("", rest)]
            for prefix in self._prefixes:
                if rest.startswith(prefix) and len(rest) > len(prefix) + 1:
                    bases.append((prefix, rest[len(prefix) :]))
            for prefix, base in bases:
                stems = [(False, base)]
                if self._article and base.startswith(self._article) and len(base) > len(self._article) + 1:
                    stems.append((True, base[len(self._article) :]))
                elif prefix and self._article and base.startswith(self._article[-1]) and self._article.endswith(prefix):
                    stems.append((True, base[1:]))  # ل + ال is written لل
                for has_article, stem in stems:
                    out.append(Reading(stem, conjunction, prefix, has_article))
                    if not has_article:
                        out.extend(self._without_suffix(stem, conjunction, prefix))
        unique = dict.fromkeys(out)
        return tuple(unique)

    def _without_suffix(self, stem: str, conjunction: str, prefix: str) -> list[Reading]:
        out = []
        for suffix in self._suffixes:
            if stem.endswith(suffix) and len(stem) >= len(suffix) + 3:
                bare = stem[: -len(suffix)]
                out.append(Reading(bare, conjunction, prefix, False, suffix))
                joined, alone = self._feminine
                if joined and bare.endswith(joined):
                    out.append(Reading(bare[: -len(joined)] + alone, conjunction, prefix, False, suffix))
        return out

    def find(self, tokens: Tokens) -> list[Hit]:
        """Every longest phrase of each kind at each place, in order of place."""
        hits: list[Hit] = []
        root, folded = self._root, tokens.folded
        for start, word in enumerate(folded):
            for reading in self.readings(word):
                node = root.get(reading.stem)
                if node is not None:
                    best: dict[str, list[Hit]] = {}
                    self._walk(node, start, start + 1, tokens, reading, reading, best)
                    for found in best.values():
                        hits.extend(found)
        return hits

    def _walk(
        self,
        node: dict[str, Any],
        start: int,
        end: int,
        tokens: Tokens,
        first: Reading,
        last: Reading,
        best: dict[str, list[Hit]],
    ) -> None:
        entries = node.get(_END)
        if entries:
            for entry in entries:
                if _fits(entry, start, end, tokens, first, last):
                    known = best.get(entry.kind)
                    hit = Hit(entry.kind, start, end, entry.payload, first.prefix, first.has_article, last.suffix)
                    if known is None or known[0].end < end:
                        best[entry.kind] = [hit]
                    elif known[0].end == end:
                        known.append(hit)
        if _is_hyphen(tokens, end) and "-" not in node:
            end += 1  # "co-founder" is "co founder"
        if end < len(tokens) and len(node) > (1 if entries else 0):
            if _NUMBER in node and tokens.folded[end][0].isdigit():
                self._walk(node[_NUMBER], start, end + 1, tokens, first, Reading(tokens.folded[end]), best)
            for reading in self.readings(tokens.folded[end]):
                if reading.conjunction or (reading.prefix and not reading.has_article and reading.stem not in node):
                    continue
                following = node.get(reading.stem)
                if following is not None:
                    self._walk(following, start, end + 1, tokens, first, reading, best)
            if self._prefixes:
                self._end_glued(node, start, end, tokens, first, last, best)

    def _end_glued(
        self,
        node: dict[str, Any],
        start: int,
        end: int,
        tokens: Tokens,
        first: Reading,
        last: Reading,
        best: dict[str, list[Hit]],
    ) -> None:
        """Ends a phrase whose last word is a preposition glued to the word after it ("خلفا لموراتي")."""
        for prefix in self._prefixes:
            final = node.get(prefix)
            if final is None or _END not in final or not tokens.folded[end].startswith(prefix):
                continue
            if any(r.prefix == prefix and not r.conjunction for r in self.readings(tokens.folded[end])):
                self._walk({_END: final[_END]}, start, end, tokens, first, last, best)


def _is_hyphen(tokens: Tokens, index: int) -> bool:
    return (
        index + 1 < len(tokens)
        and tokens.surface[index] in "-‐‑"
        and tokens.is_glued(index)
        and tokens.is_glued(index + 1)
    )


def _fits(entry: _Entry, start: int, end: int, tokens: Tokens, first: Reading, last: Reading) -> bool:
    if entry.kind not in _NAME_KINDS:
        if entry.kind in _FUNCTION_KINDS and (first.has_article or (last.suffix and entry.kind in _BARE_KINDS)):
            return False
        return not entry.written or all(map(_accents_agree, entry.written, tokens.surface[start:end]))
    if first.has_article or last.suffix or (end - start > 1 and last.prefix):
        return False
    shape, surface = entry.shape, tokens.surface[start]
    head = surface[0]
    if not head.isascii() or not head.isalpha():
        return True
    if entry.exact or (len(shape) <= 3 and shape.isupper()):
        return tokens.text[tokens.start[start] : tokens.end[end - 1]] == shape
    # "meta" and "apple" are words; "Meta" and "META" are names; "xAI" begins with a small letter.
    return head.isupper() or not shape[:1].isupper() and bool(shape)


def _accents_agree(written: str, surface: str) -> bool:
    """Whether a word can be the phrase's though its accents differ.

    The fold drops accents, for writers do, but a last vowel's accent makes another word ("cambio" and "cambió",
    "passe" and "passé"), and so does any accent of a short one ("el" and "él"). Capitals may go without.
    """
    if (written.isascii() and surface.isascii()) or surface.isupper():
        return True
    if len(written) <= 3:
        return written == surface.casefold()
    return (written[-1] in _ACCENTED) == (surface[-1].casefold() in _ACCENTED)


_ACCENTED = frozenset("áéíóúàèìòùâêîôû\u0300\u0301\u0302")


def _folded(lists: Mapping[str, frozenset[str]], *, doubtful: bool = False) -> frozenset[str]:
    """The names of all lists, folded; `doubtful` ones alone, which are ordinary words as well."""
    return frozenset(
        fold(name) for key, names in lists.items() if not doubtful or key.endswith("also_words") for name in names
    )


_SPACES = re.compile(r"\s+")


@cache
def lexicon_for(code: str, with_people: bool = True) -> Lexicon:
    """The lexicon of a language, built once."""
    return Lexicon(load_language(code), load_registry(), with_people=with_people)
