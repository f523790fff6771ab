"""One pass over the words of a text: each phrase of a language and each known name, found in a trie of folded words."""

from __future__ import annotations

import gc
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, cached_property
from sys import intern
from typing import Any, NamedTuple

from talentflow.languages import Language, RoleWord, load_language
from talentflow.languages.cutting import costs_of
from talentflow.reader.compounds import COMPOUND_KINDS, OF_A_FIELD, VERB_KINDS, tails
from talentflow.reader.phrases import (
    HYPHENS,
    NUMBER,
    Entry,
    Hit,
    Reading,
    begins_clause,
    collect,
    cut_phrases,
    is_hyphen,
    is_odd,
    odd_words,
)
from talentflow.registry import Registry, load_registry
from talentflow.text.fold import fold
from talentflow.text.tokens import Tokens
from talentflow.text.usual_latin import KnownPeople

_END = "\0end"  # no token folds to it
_MOST_WORDS = 50_000  # what is remembered of the words met: bounded memory on endless input


_Node = dict[str, Any]  # of the trie: what may follow by its word, and what ends here


class _Opening(NamedTuple):
    """A reading of a word that begins a phrase: its place in the trie if one may go on, and what it is alone."""

    reading: Reading
    node: _Node | None
    alone: tuple[tuple[str, Any, str, bool, str], ...]  # all of a hit but its place


class Lexicon:
    """The trie of one language's phrases and the registry's names, with the language's way of splitting off clitics."""

    def __init__(self, language: Language, registry: Registry, *, with_people: bool = True) -> None:
        """Builds the trie; `with_people=False` leaves the registry's people out, to measure reading without them."""
        self.language = language
        self.registry = registry
        self._with_people = with_people
        self.common = language.common
        self._pending: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._root: dict[str, _Node] = {}
        self._readings: dict[str, tuple[Reading, ...]] = {}
        self.conjunctions = tuple(fold(word) for word in language.conjunctions)
        self.prefixes = {fold(word): mark for word, mark in language.prefixes}
        self.article = fold(language.article)
        ands = {fold(word) for word, _ in language.phrases["and"]}
        self.glued_ands = tuple(word for word in self.conjunctions if word in ands)
        self.article_starts = self._article_starts()
        self._suffixes = tuple(sorted((fold(word) for word in language.suffixes), key=len, reverse=True))
        # "إدارة" ends in a letter of its own, which folds like the pronoun of "أداره" and is none.
        self.ending = language.feminine[1] or "\0"
        self._feminine = (fold(language.feminine[0]), fold(language.feminine[1]))
        self.has_clitics = bool(self.conjunctions or self.prefixes or self.article or self._suffixes)
        self._first_words: dict[int, frozenset[str]] = {}
        self._openings: dict[str, tuple[_Opening, ...]] = {}  # by the word as written
        self._has_case = language.nouns_capitalised
        self._known_stems: dict[str, frozenset[str]] = {}
        phrases = [
            (phrase, Entry(kind, payload)) for kind, pairs in language.phrases.items() for phrase, payload in pairs
        ]
        self.trigger_keys: set[str] = set()  # of every trigger its longest word: without any of them nothing happens
        self.person_starts: dict[str, set[str]] = {}  # first words of listed people, with the second words, "" for none
        self.small_person_starts: set[str] = set()  # of those whose names begin with a small letter
        self.numbers: set[str] = set()
        self.counted: set[str] = set()  # words of what a number of people is called, one a phrase
        self._several: list[tuple[str, ...]] = []  # phrases of several words for that
        self._file([*phrases, *self._names(with_people)])
        for words in self._several:
            if self.counted.isdisjoint(words):  # "number two", but not "visiting professor": that is a professor
                self.counted.add(max(words, key=len))
        self.org_words = frozenset(fold(word) for word, _ in language.phrases["org_word"])  # "labs", "university"
        self.class_words = frozenset(  # "bank", "ministry", "company"
            fold(word) for kind in ("institution", "company", "org_word") for word, _ in language.phrases[kind]
        )
        self.countries = frozenset(
            fold(name) for place in registry.places.values() for names in place.names.values() for name in names
        )
        self.nations = frozenset(fold(word) for word, _ in language.phrases["place"])  # "vasca", "Spain"
        self.given_names = _folded(registry.given_names)
        self.family_names = _folded(registry.family_names)
        self.particles = frozenset(
            fold(word) for kind in ("name_particle", "name_link") for word, _ in language.phrases[kind]
        )
        self.links = frozenset(fold(word) for word, _ in language.phrases["name_link"])
        self.institutions = tuple(fold(word) for word, _ in language.phrases["institution"] if " " not in word)
        self.before_names = frozenset(fold(word) for word, _ in language.phrases["before_name"])
        self.object_pronouns = frozenset(fold(word) for word, _ in language.phrases["object_pronoun"])
        self.determiners = frozenset(fold(word) for word, _ in language.phrases["determiner"])
        self.listed_names = self.given_names | self.family_names
        self.starts_of_names = frozenset(name.partition(" ")[0] for name in self.listed_names if " " in name)
        self.usual_words = costs_of(language.code).words
        self.verb_words = {
            kind: frozenset(word for word, _ in language.phrases[kind]) for kind in VERB_KINDS
        }  # see verb_last.py
        self.looks: dict[tuple[str, bool | None], float] = {}  # see caseless.py
        self.doubtful_names = _folded(registry.given_names, doubtful=True) | _folded(
            registry.family_names, doubtful=True
        )

    def _article_starts(self) -> tuple[str, ...]:
        """What a word with an article begins with: the article, alone, run into a preposition, or after "and"."""
        if not self.article:
            return ()
        joined = [prefix + self.article[1:] for prefix in self.prefixes if self.article.endswith(prefix)]
        return (self.article, *joined, *(word + self.article for word in self.glued_ands))

    @cached_property
    def known_people(self) -> KnownPeople:
        """The people of the registry by the sound of their names, none where it is read without them."""
        return KnownPeople(person.name for person in self.registry.people.values() if self._with_people)

    def _names(self, with_people: bool) -> Iterator[tuple[str, Entry]]:
        letters = set("".join([phrase for pairs in self.language.phrases.values() for phrase, _ in pairs]))
        scripts = {"LATIN", *map(_script_of, filter(str.isalpha, letters))}
        posts = {phrase for phrase, _ in self.language.phrases["role"]}
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
                    if kind == "org" and spelling in posts and not _is_read_here(entity, spelling, self.language.code):
                        continue  # "CIO" is a committee in French only
                    exact = kind == "org" and self.registry.is_ambiguous(spelling)
                    yield spelling, Entry(kind, entity, spelling, exact)

    def _file(self, entries: list[tuple[str, Entry]]) -> None:
        """Files every entry under the first word of its phrase; the phrases are cut into words in one go."""
        cut = cut_phrases([phrase for phrase, _ in entries])
        pending, cased = self._pending, self.language.cased
        for (phrase, entry), (surfaces, folded) in zip(entries, cut, strict=True):
            # The same few words stand in most phrases and languages: each is kept once.
            odd = is_odd(phrase)
            words = tuple(map(intern, odd_words(phrase) if odd else folded))
            if cased and not entry.shape and not odd:
                capital = surfaces[0][0].isupper() if self._has_case and surfaces else None
                written = tuple(map(intern, map(str.casefold, surfaces)))
                written = words if written == words else written
                entry = Entry(entry.kind, entry.payload, written=written, capital=capital)
            if not words:
                continue
            self._note(entry, words)
            same = pending.get(words[0])
            if same is None:
                pending[words[0]] = [(words, entry)]
            else:
                same.append((words, entry))

    def _note(self, entry: Entry, words: tuple[str, ...]) -> None:
        """Remembers what the gate asks for."""
        if entry.kind == "trigger":
            own = max(words, key=len)
            others = [max(then, key=len) for then in entry.payload.then]
            # of words that stand apart the rarer ones: "with ... arrives"
            self.trigger_keys.update(others if others and len(own) < min(map(len, others)) else [own])
        elif entry.kind == "person":
            self.person_starts.setdefault(words[0], set()).add(words[1] if len(words) > 1 else "")
            if entry.shape[0].isascii() and not entry.shape[0].isupper():
                self.small_person_starts.add(words[0])
        elif entry.kind == "number" and int(entry.payload) > 1:
            self.numbers.add(words[0])
        elif entry.kind == "person_noun" or (entry.kind == "role" and entry.payload.part == "head"):
            if len(words) == 1:
                self.counted.add(words[0])
            else:
                self._several.append(words)

    def _node(self, word: str) -> _Node | None:
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

    def entries_of(self, word: str) -> list[Entry]:
        """The phrases that are but one folded word."""
        node = self._node(word)
        return list(node.get(_END, ())) if node is not None else []

    def first_words(self, record: Any) -> frozenset[str]:
        """The folded words with which the spellings of a registered name begin."""
        found = self._first_words.get(id(record))  # the registry keeps its records, so no other gets this id
        if found is None:
            spellings = [record.name, *(name for names in record.names.values() for name in names)]
            found = frozenset([word for spelling in spellings for word in fold(spelling).split()[:1]])
            self._first_words[id(record)] = found
        return found

    def names_organization(self, surface: str, word: str) -> bool:
        """Whether a single word is the listed name of an organization, written as that is."""
        node = self._node(word)
        entries = node.get(_END, ()) if node else ()
        return any(entry.kind == "org" and (not entry.exact or entry.shape == surface) for entry in entries)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """The ways to read one folded word, the word as it stands first."""
        found = self._readings.get(word)
        if found is None:
            found = self._split(word) if self.has_clitics else (Reading(word),)
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

    def find(self, tokens: Tokens) -> dict[int, list[Hit]]:
        """Every longest phrase of each kind by the place where it begins, in order of place."""
        out: dict[int, list[Hit]] = {}
        surfaces, folded = tokens.surface, tokens.folded
        last = len(folded) - 1
        has_clitics, has_case = self.has_clitics, self._has_case
        for start, openings in enumerate(map(self._openings.get, surfaces)):
            if openings is None:
                openings = self._open(surfaces[start], folded[start])
            if has_case and surfaces[start][0].isupper() and begins_clause(tokens, start):
                small = self._open(surfaces[start].lower(), folded[start])
                openings += tuple(opening._replace(node=None) for opening in small if opening.alone)
            if not openings:
                continue
            hits: list[Hit] = []
            end = start + 1
            for reading, node, alone in openings:
                best: dict[str, list[Hit]] = {}
                if (
                    node is not None
                    and start < last
                    and (
                        (word := folded[end]) in node
                        or ((has_clitics or NUMBER in node or word in HYPHENS) and self._goes_on(node, word))
                    )
                ):
                    if not has_clitics:
                        self._walk_plain(node, start, tokens, reading, best)
                    else:
                        self._walk(node, start, end, tokens, reading, reading, best)
                        alone = ()
                for kind, payload, prefix, has_article, suffix in alone:
                    if kind not in best:
                        hits.append(Hit(kind, start, end, payload, prefix, has_article, suffix))
                    elif best[kind]:
                        hits += best[kind]
                        best[kind] = []
                for found in best.values():
                    hits += found
            if hits:
                out[start] = hits
        return out

    def _open(self, surface: str, word: str) -> tuple[_Opening, ...]:
        """The readings of a word that begin a phrase, each with what it is when no phrase goes on after it."""
        found: list[_Opening] = []
        alone = Tokens(surface, [surface], [word], 0, len(surface))
        for reading in self.readings(word):
            node = self._node(reading.stem)
            if node is None:
                continue
            best: dict[str, list[Hit]] = {}
            self._walk(node, 0, 1, alone, reading, reading, best)
            phrases = tuple(
                (hit.kind, hit.payload, hit.prefix, hit.has_article, hit.suffix)
                for hits in best.values()
                for hit in hits
            )
            goes_on = len(node) > 1 or _END not in node
            if phrases or goes_on:
                found.append(_Opening(reading, node if goes_on else None, phrases))
        if not found and self.language.compounds:
            found = [_Opening(Reading(word), None, alone) for alone in self._compound(surface, word)]
        if len(self._openings) > _MOST_WORDS:
            self._openings.clear()
        self._openings[surface] = tuple(found)
        return self._openings[surface]

    def _compound(self, surface: str, word: str) -> list[tuple[tuple[str, Any, str, bool, str], ...]]:
        """What the last part of a word says it is: "Halbleiterhersteller" is a maker, "Vertriebsleiterin" a head."""
        if not surface[0].isupper() or word in self.listed_names:
            return []
        parts = list(tails(word, is_like_name=word.endswith(self.language.name_endings)))
        for tail in reversed(parts):  # the shortest, before which the field is the longest
            role = self._specified(word[: len(word) - len(tail)], tail)
            if role is not None:
                return [(("role", role, "", False, ""),)]
        for tail in parts:
            node = self._node(tail)
            kinds = [e for e in node.get(_END, ()) if e.kind in COMPOUND_KINDS and _tells(e, tail)] if node else []
            if kinds:
                return [tuple((entry.kind, entry.payload, "", False, "") for entry in kinds)]
        return []

    def _specified(self, first: str, last: str) -> RoleWord | None:
        """A post or a field of work that the first part of a compound specifies: "Logistikleiter", "Cloudgeschäft"."""
        own = next(iter(self._role_words(last)), None)
        if own is None or own.part == "modifier" or " of " in own.english:
            return None
        is_of = own.part == "head" and own.english in OF_A_FIELD
        for end in ("", *self.language.inflections):
            found = [word for word in self._role_words(first.removesuffix(end)) if word.part != "head" and word.english]
            if found and first.endswith(end):
                field = next((word for word in found if (word.part == "domain") == is_of), found[0])
                has_of = is_of and field.part == "domain"
                words = (own.english, "of", field.english) if has_of else (field.english, own.english)
                return RoleWord(own.part, " ".join(filter(None, words)))
        return None

    def _role_words(self, word: str) -> list[RoleWord]:
        """What a single folded word says of a post; what it calls a unit is a field."""
        entries = (self._node(word) or {}).get(_END, ())
        units = [RoleWord("domain", entry.payload) for entry in entries if entry.kind == "unit"]
        return [entry.payload for entry in entries if entry.kind == "role"] + units

    def _goes_on(self, node: _Node, word: str) -> bool:
        """Whether a phrase may go on with a word that does not stand in the trie as it is."""
        if word in HYPHENS:
            return True
        if self.has_clitics and not node.keys().isdisjoint(self.stems(word)):
            return True
        return word[:1].isdigit() and NUMBER in node

    def stems(self, word: str) -> frozenset[str]:
        """Every stem of a word, and the prepositions that may be glued to its front."""
        found = self._known_stems.get(word)
        if found is None:
            readings = self.readings(word)
            stems = [stem for reading in readings for stem in (reading.stem, reading.prefix) if stem]
            if len(self._known_stems) > _MOST_WORDS:
                self._known_stems.clear()
            found = self._known_stems[word] = frozenset(stems)
        return found

    def _walk_plain(
        self, node: _Node, start: int, tokens: Tokens, reading: Reading, best: dict[str, list[Hit]], end: int = 0
    ) -> None:
        """The phrases of two words or more that begin at a token, for languages whose words have one reading."""
        folded = tokens.folded
        count = len(folded)
        following: _Node | None = node
        end = end or start + 1
        while following is not None:
            node = following
            entries = node.get(_END)
            if entries:
                if end > start + 1:
                    collect(entries, start, end, tokens, reading, reading, best)
                if len(node) == 1:
                    return  # nothing is longer
            if end >= count:
                return
            word = folded[end]
            if word in HYPHENS and "-" not in node and is_hyphen(tokens, end):
                end += 1  # "co-founder" is "co founder"
                word = folded[end]
            end += 1
            if NUMBER in node and word[:1].isdigit():
                self._walk_plain(node[NUMBER], start, tokens, reading, best, end)
            following = node.get(word)

    def _walk(
        self,
        node: _Node,
        start: int,
        end: int,
        tokens: Tokens,
        first: Reading,
        last: Reading,
        best: dict[str, list[Hit]],
    ) -> None:
        entries = node.get(_END)
        if entries:
            if not last.suffix or not tokens.surface[end - 1].endswith(self.ending):
                collect(entries, start, end, tokens, first, last, best)
            if len(node) == 1:
                return  # nothing is longer
        folded = tokens.folded
        if end < len(folded):
            if folded[end] in HYPHENS and is_hyphen(tokens, end) and "-" not in node:
                end += 1  # "co-founder" is "co founder"
            if NUMBER in node and folded[end][:1].isdigit():
                self._walk(node[NUMBER], start, end + 1, tokens, first, Reading(folded[end]), best)
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
        node: _Node,
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


def _tells(entry: Entry, tail: str) -> bool:
    """Whether the last part of a word says what it is; short fields end names too: "Nordchip"."""
    if entry.kind != "role" or entry.payload.part == "head":
        return True
    return bool(entry.payload.part == "domain") and len(tail) >= _LONG_FIELD


_LONG_FIELD = 7  # letters: "-entwicklung"


def _without_starts(word: str, starts: Iterable[str]) -> list[tuple[str, str]]:
    """A word as it stands, and without each of the starts that it has and that leave two letters at least."""
    cut = [(start, word[len(start) :]) for start in starts if word.startswith(start) and len(word) > len(start) + 1]
    return [("", word), *cut]


def _is_read_here(entity: Any, spelling: str, code: str) -> bool:
    """Whether a name is spelled so in a language itself, or everywhere."""
    return spelling in entity.names.get(code, ()) or spelling == entity.name


def _is_among(scripts: set[str], spelling: str) -> bool:
    """Whether a spelling begins in one of the scripts; half of the organizations' are in some that others write."""
    return spelling.isascii() or _script_of(next(filter(str.isalpha, spelling), "a")) in scripts


@cache
def _script_of(letter: str) -> str:
    """The first word of a letter's Unicode name, which tells its script: "LATIN", "ARABIC", "CJK"."""
    return unicodedata.name(letter, "").partition(" ")[0]


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
