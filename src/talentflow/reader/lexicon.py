"""One pass over the words of a text: each phrase of a language and each known name, found in a trie of folded words."""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from talentflow.languages import Language, load_language
from talentflow.registry import Registry, load_registry
from talentflow.text.fold import fold
from talentflow.text.tokens import Tokens, phrase_words

_NAME_KINDS = ("org", "person", "product", "place")
# Words of grammar: "الآلي" is no "إلى" with an article, and "منها" no preposition of the word after it.
_FUNCTION_KINDS = frozenset({"mark", "and", "break", "negation", "according", "pronoun", "relative", "copula", "cue"})
_BARE_KINDS = frozenset({"mark", "and", "according", "relative"})
_END = "\0end"  # no token folds to it
_NUMBER = "#"  # in a phrase: any number in digits
_MOST_WORDS = 50_000  # what is remembered of the words met: bounded memory on endless input


@dataclass(slots=True)  # not frozen: that would triple the cost of making one, and an article has hundreds
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


class _Entry(NamedTuple):
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
        self._pending: dict[str, list[tuple[list[str], _Entry]]] = {}
        self._root: dict[str, dict[str, Any]] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self.conjunctions = tuple(fold(word) for word in language.conjunctions)
        self.prefixes = {fold(word): mark for word, mark in language.prefixes}
        self.article = fold(language.article)
        ands = {fold(word) for word, _ in language.phrases["and"]}
        self.glued_ands = tuple(word for word in self.conjunctions if word in ands)
        self.article_starts = self._article_starts()
        self._suffixes = tuple(sorted((fold(word) for word in language.suffixes), key=len, reverse=True))
        # "إدارة" ends in a letter of its own, which folds like the pronoun of "أداره" and is none.
        self._ending = language.feminine[1] or "\0"
        self._feminine = (fold(language.feminine[0]), fold(language.feminine[1]))
        self._has_clitics = bool(self.conjunctions or self.prefixes or self.article or self._suffixes)
        self._starts: dict[str, tuple[tuple[Reading, dict[str, Any]], ...]] = {}
        phrases = [
            (phrase, _Entry(kind, payload)) for kind, pairs in language.phrases.items() for phrase, payload in pairs
        ]
        self.trigger_keys: set[str] = set()  # of every trigger its longest word: without any of them nothing happens
        self.person_starts: dict[str, set[str]] = {}  # first words of listed people, with the second words, "" for none
        self.small_person_starts: set[str] = set()  # of those whose names begin with a small letter
        self.numbers: set[str] = set()
        self.counted: set[str] = set()  # words of what a number of people is called, one a phrase
        self._file([*phrases, *self._names(with_people)])
        self.org_words = frozenset(fold(word) for word, _ in language.phrases["org_word"])  # "labs", "university"
        self.class_words = frozenset(  # "bank", "ministry", "company"
            fold(word) for kind in ("institution", "company", "org_word") for word, _ in language.phrases[kind]
        )
        self.given_names = _folded(registry.given_names)
        self.family_names = _folded(registry.family_names)
        self.particles = frozenset(
            fold(word) for kind in ("name_particle", "name_link") for word, _ in language.phrases[kind]
        )
        self.listed_names = self.given_names | self.family_names
        self.doubtful_names = _folded(registry.given_names, doubtful=True) | _folded(
            registry.family_names, doubtful=True
        )

    def _article_starts(self) -> tuple[str, ...]:
        """What a word with an article begins with: the article, alone, run into a preposition, or after "and"."""
        if not self.article:
            return ()
        joined = [prefix + self.article[1:] for prefix in self.prefixes if self.article.endswith(prefix)]
        return (self.article, *joined, *(word + self.article for word in self.glued_ands))

    def _names(self, with_people: bool) -> Iterator[tuple[str, _Entry]]:
        letters = set("".join([phrase for pairs in self.language.phrases.values() for phrase, _ in pairs]))
        scripts = {"LATIN", *map(_script_of, filter(str.isalpha, letters))}
        for kind, table in (
            ("org", self.registry.organizations),
            ("person", self.registry.people if with_people else {}),
            ("product", self.registry.products),
            ("place", self.registry.places),
        ):
            for entity in table.values():
                for spelling in {entity.name, *(name for names in entity.names.values() for name in names)}:
                    if kind == "org" and not _is_among(scripts, spelling):
                        continue
                    exact = kind == "org" and self.registry.is_ambiguous(spelling)
                    yield spelling, _Entry(kind, entity, spelling, exact)

    def _file(self, entries: list[tuple[str, _Entry]]) -> None:
        """Files every entry under the first word of its phrase; the phrases are cut into words in one go."""
        cut = _cut([phrase for phrase, _ in entries])
        pending, cased = self._pending, self.language.cased
        for (phrase, entry), (surfaces, words) in zip(entries, cut, strict=True):
            if _is_odd(phrase):
                words = _odd_words(phrase)
            elif cased and not entry.shape:
                entry = _Entry(entry.kind, entry.payload, written=tuple(map(str.casefold, surfaces)))
            if not words:
                continue
            self._note(entry, words)
            same = pending.get(words[0])
            if same is None:
                pending[words[0]] = [(words, entry)]
            else:
                same.append((words, entry))

    def _note(self, entry: _Entry, words: list[str]) -> None:
        """Remembers what the gate asks for."""
        if entry.kind == "trigger":
            self.trigger_keys.add(max(words, key=len))
        elif entry.kind == "person":
            self.person_starts.setdefault(words[0], set()).add(words[1] if len(words) > 1 else "")
            if entry.shape[0].isascii() and not entry.shape[0].isupper():
                self.small_person_starts.add(words[0])
        elif entry.kind == "number" and int(entry.payload) > 1:
            self.numbers.add(words[0])
        elif entry.kind == "person_noun" or (entry.kind == "role" and entry.payload.part == "head"):
            self.counted.add(max(words, key=len))

    def _node(self, word: str) -> dict[str, Any] | None:
        """The place of a first word in the trie, None if no phrase begins with it.

        Most words never occur, so what follows a first word is built when that word is first met.
        """
        filed = self._pending.pop(word, None)
        if filed is not None:
            root = self._root[word] = {}
            for words, entry in filed:
                node = root
                for following in words[1:]:
                    node = node.setdefault(following, {})
                node.setdefault(_END, []).append(entry)
        return self._root.get(word)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The ways to read one folded word, the word as it stands first."""
        found = self._readings.get(word)
        if found is None:
            found = self._split(word) if self._has_clitics else (Reading(word),)
            if len(self._readings) > _MOST_WORDS:
                self._readings.clear()
            self._readings[word] = found
        return found

    def _split(self, word: str) -> tuple[Reading, ...]:
        out = [Reading(word)]
        for conjunction, rest in _without_starts(word, self.conjunctions):
            for prefix, base in _without_starts(rest, self.prefixes):
                stems = [(False, base)]
                if self.article and base.startswith(self.article) and len(base) > len(self.article) + 1:
                    stems.append((True, base[len(self.article) :]))
                elif prefix and self.article and base.startswith(self.article[-1]) and self.article.endswith(prefix):
                    stems.append((True, base[1:]))  # ل + ال is written لل
                for has_article, stem in stems:
                    out.append(Reading(stem, conjunction, prefix, has_article))
                    if not has_article:
                        out.extend(self._without_suffix(stem, conjunction, prefix))
        return tuple(dict.fromkeys(out))

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
        starts = self._starts
        for start, word in enumerate(tokens.folded):
            nodes = starts.get(word)
            if nodes is None:
                nodes = self._begin(word)
            for reading, node in nodes:
                best: dict[str, list[Hit]] = {}
                self._walk(node, start, start + 1, tokens, reading, reading, best)
                if best:
                    for found in best.values():
                        hits.extend(found)
        return hits

    def _begin(self, word: str) -> tuple[tuple[Reading, dict[str, Any]], ...]:
        """The readings of a word that begin a phrase, each with its place in the trie."""
        nodes = ((reading, self._node(reading.stem)) for reading in self.readings(word))
        found = tuple((reading, node) for reading, node in nodes if node is not None)
        if len(self._starts) > _MOST_WORDS:
            self._starts.clear()
        self._starts[word] = found
        return found

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
            if not last.suffix or not tokens.surface[end - 1].endswith(self._ending):
                _collect(entries, start, end, tokens, first, last, best)
            if len(node) == 1:
                return  # nothing is longer
        folded = tokens.folded
        if end < len(folded):
            if folded[end] in _HYPHENS and _is_hyphen(tokens, end) and "-" not in node:
                end += 1  # "co-founder" is "co founder"
            if _NUMBER in node and folded[end][:1].isdigit():
                self._walk(node[_NUMBER], start, end + 1, tokens, first, Reading(folded[end]), best)
            if not self._has_clitics:
                following = node.get(folded[end])
                if following is not None:
                    self._walk(following, start, end + 1, tokens, first, self.readings(folded[end])[0], best)
                return
            for reading in self.readings(folded[end]):
                if reading.conjunction or (reading.prefix and not reading.has_article and reading.stem not in node):
                    continue
                following = node.get(reading.stem)
                if following is not None:
                    self._walk(following, start, end + 1, tokens, first, reading, best)
            if self.prefixes:
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
        for prefix in self.prefixes:
            final = node.get(prefix)
            if final is None or _END not in final or not tokens.folded[end].startswith(prefix):
                continue
            if any(r.prefix == prefix and not r.conjunction for r in self.readings(tokens.folded[end])):
                self._walk({_END: final[_END]}, start, end, tokens, first, last, best)


def _without_starts(word: str, starts: Iterable[str]) -> list[tuple[str, str]]:
    """A word as it stands, and without each of the starts that it has and that leave two letters at least."""
    cut = [(start, word[len(start) :]) for start in starts if word.startswith(start) and len(word) > len(start) + 1]
    return [("", word), *cut]


def _collect(
    entries: list[_Entry],
    start: int,
    end: int,
    tokens: Tokens,
    first: Reading,
    last: Reading,
    best: dict[str, list[Hit]],
) -> None:
    """Adds the entries that fit a stretch to the longest hits of each kind."""
    surface = tokens.surface[start]
    is_plain = end == start + 1 and surface.isascii()  # has no accent that could differ
    is_bare = not first.has_article and not last.suffix
    for entry in entries:
        kind, payload, _, _, written = entry
        if is_plain and is_bare and written and kind not in _NAME_KINDS:
            fits = written[0].isascii() or _accents_agree(written[0], surface)
        else:
            fits = _fits(entry, start, end, tokens, first, last)
        if fits:
            known = best.get(kind)
            if known is None or known[0].end < end:
                best[kind] = [Hit(kind, start, end, payload, first.prefix, first.has_article, last.suffix)]
            elif known[0].end == end:
                known.append(Hit(kind, start, end, payload, first.prefix, first.has_article, last.suffix))


_HYPHENS = frozenset("-‐‑")


def _cut(phrases: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each phrase as written and folded; plain ones, as most are, need no search for their words."""
    others = phrase_words([phrase for phrase in phrases if not _is_plain(phrase)])
    for phrase in phrases:
        yield (phrase.split(" "), phrase.lower().split(" ")) if _is_plain(phrase) else next(others)


_is_plain = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*").fullmatch


def _is_among(scripts: set[str], spelling: str) -> bool:
    """Whether a spelling begins in one of the scripts; half of the organizations' are in some that others write."""
    return spelling.isascii() or _script_of(next(filter(str.isalpha, spelling), "a")) in scripts


@cache
def _script_of(letter: str) -> str:
    """The first word of a letter's Unicode name, which tells its script: "LATIN", "ARABIC", "CJK"."""
    return unicodedata.name(letter, "").partition(" ")[0]


def _is_hyphen(tokens: Tokens, index: int) -> bool:
    return (
        index + 1 < len(tokens)
        and tokens.surface[index] in _HYPHENS
        and tokens.is_glued(index)
        and tokens.is_glued(index + 1)
    )


def _fits(entry: _Entry, start: int, end: int, tokens: Tokens, first: Reading, last: Reading) -> bool:
    if entry.kind not in _NAME_KINDS:
        if entry.kind in _FUNCTION_KINDS and (first.has_article or (last.suffix and entry.kind in _BARE_KINDS)):
            return False
        return not entry.written or _agree(entry.written, tokens.surface[start:end])
    if first.has_article or last.suffix or (end - start > 1 and last.prefix):
        return False
    shape, surface = entry.shape, tokens.surface[start]
    head = surface[0]
    if head.lower() == head.upper():
        return True  # a script without capitals, or a digit
    if entry.exact or (len(shape) <= 3 and shape.isupper()):
        return tokens.text[tokens.start[start] : tokens.end[end - 1]] == shape
    # "meta" and "apple" are words; "Meta" and "META" are names; "xAI" begins with a small letter.
    return head.isupper() or (not shape[:1].isupper() and bool(shape))


def _agree(written: tuple[str, ...], surfaces: list[str]) -> bool:
    if len(written) == 1:  # as most phrases are
        return (written[0].isascii() and surfaces[0].isascii()) or _accents_agree(written[0], surfaces[0])
    return all(map(_accents_agree, written, surfaces))


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


# A part of such a phrase may be no token, and stands in the trie as it is.
_is_odd = re.compile(r"[#*`~^_]").search


def _odd_words(phrase: str) -> list[str]:
    out: list[str] = []
    for part, (_, words) in zip(phrase.split(), phrase_words(phrase.split()), strict=True):
        out.extend([_NUMBER] if part == _NUMBER else words or [part])
    return out


def _folded(lists: Mapping[str, frozenset[str]], *, doubtful: bool = False) -> frozenset[str]:
    """The names of all lists, folded; `doubtful` ones alone, which are ordinary words as well."""
    return frozenset(
        fold(name) for key, names in lists.items() if not doubtful or key.endswith("also_words") for name in names
    )


@cache
def lexicon_for(code: str, with_people: bool = True) -> Lexicon:
    """The lexicon of a language, built once."""
    with no_collection():
        return Lexicon(load_language(code), load_registry(), with_people=with_people)


@contextmanager
def no_collection() -> Iterator[None]:
    """Spares the search for garbage: where a hundred thousand lasting objects are made it takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
