"""One pass over the words of a text: each phrase of a language and each known name, found in a trie of folded words."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from itertools import groupby, islice
from sys import intern
from typing import Any, NamedTuple

from talentflow.languages import Language, RoleWord, load_language
from talentflow.languages.braces import phrases_at
from talentflow.languages.cutting import costs_of
from talentflow.reader.words.compounds import COMPOUND_KINDS, OF_A_FIELD, VERB_KINDS, tails
from talentflow.reader.words.known_names import LATIN, Filed, is_among, known_names, script_of
from talentflow.reader.words.phrases import (
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
from talentflow.registry.loader import no_collection
from talentflow.text.fold import fold
from talentflow.text.tokens import Tokens
from talentflow.text.usual_latin import KnownPeople

_END = "\0end"  # no token folds to it
_MOST_WORDS = 50_000  # what is remembered of the words met: bounded memory on endless input
_CUT_AT_ONCE = 5_000  # phrases: cutting all of a language in one go would need more memory than keeping them


_Node = dict[str, Any]  # of the trie: what may follow by its word, and what ends here


class _Waiting(NamedTuple):
    """A place in the trie that is yet to be built: the phrases and names behind it, and how many words lead there."""

    numbers: tuple[int, ...]
    names: tuple[Filed, ...]
    behind: int


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
        self._names = known_names(registry)
        self._pending: dict[str, array[int]] = {}  # by first words the numbers of the phrases: see _file
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
        self.trigger_keys: set[str] = set()  # of every trigger its longest word: without any of them nothing happens
        self.numbers: set[str] = set()
        self.counted: set[str] = set()  # words of what a number of people is called, one a phrase
        self._several: list[tuple[str, ...]] = []  # phrases of several words for that
        self._scripts = {LATIN}  # that its phrases are written in, and this one everywhere
        self._kinds: list[tuple[str, Sequence[tuple[str, Any]]]] = []  # with their phrases, which have numbers ...
        self._ends: list[int] = []  # ... up to these
        self._file()
        for words in self._several:
            if self.counted.isdisjoint(words):  # "number two", but not "visiting professor": that is a professor
                self.counted.add(max(words, key=len))
        # First words of listed people, with the second words, "" for none; and of those with a small letter.
        self.person_starts = self._names.person_starts if with_people else {}
        self.small_person_starts = self._names.small_person_starts if with_people else frozenset()
        self.org_words = frozenset(fold(word) for word, _ in language.phrases["org_word"])  # "labs", "university"
        self.class_words = frozenset(  # "bank", "ministry", "company"
            fold(word) for kind in ("institution", "company", "org_word") for word, _ in language.phrases[kind]
        )
        self.countries = self._names.countries
        self.nations = frozenset(fold(word) for word, _ in language.phrases["place"])  # "vasca", "Spain"
        self.given_names = self._names.given
        self.family_names = self._names.family
        self.particles = frozenset(
            fold(word) for kind in ("name_particle", "name_link") for word, _ in language.phrases[kind]
        )
        self.links = frozenset(fold(word) for word, _ in language.phrases["name_link"])
        self.institutions = tuple(fold(word) for word, _ in language.phrases["institution"] if " " not in word)
        self.company_objects = frozenset(fold(word) for word, _ in language.phrases["company_object"])
        self.before_names = frozenset(fold(word) for word, _ in language.phrases["before_name"])
        self.object_pronouns = frozenset(fold(word) for word, _ in language.phrases["object_pronoun"])
        self.determiners = frozenset(fold(word) for word, _ in language.phrases["determiner"])
        self.listed_names = self._names.listed
        self.starts_of_names = self._names.starts
        self.usual_words = costs_of(language.code).words
        self.verb_words = {
            kind: frozenset(word for word, _ in language.phrases[kind]) for kind in VERB_KINDS
        }  # see verb_last.py
        self.looks: dict[tuple[str, bool | None], float] = {}  # see caseless.py
        self.doubtful_names = self._names.doubtful

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

    @cached_property
    def _posts(self) -> frozenset[str]:
        return frozenset(phrase for phrase, _ in self.language.phrases["role"])

    def _is_known_here(self, entry: Entry) -> bool:
        """Whether articles in this language are searched for a name of the registry."""
        if entry.kind != "org":
            return self._with_people or entry.kind != "person"
        if not is_among(self._scripts, entry.shape):
            return False
        # "CIO" is a committee in French only
        return entry.shape not in self._posts or _is_read_here(entry.payload, entry.shape, self.language.code)

    def _file(self) -> None:
        """Files the number that every phrase has among all under the first of its words.

        Most words never occur, so the rest of it is built when its first word is first met: see `_node`.
        """
        pending, first = self._pending, 0
        for kind, pairs in self.language.phrases.items():
            number, rest = first, iter(pairs)
            while some := list(islice(rest, _CUT_AT_ONCE)):
                phrases = [phrase for phrase, _ in some]
                letters = filter(str.isalpha, set("".join(phrases)))
                self._scripts.update(map(script_of, letters))
                for (phrase, payload), (_, folded) in zip(some, cut_phrases(phrases), strict=True):
                    words = odd_words(phrase) if is_odd(phrase) else folded
                    if words:
                        self._note(kind, payload, words)
                        same = pending.get(words[0])
                        if same is None:
                            pending[intern(words[0])] = array("L", (number,))
                        else:
                            same.append(number)
                    number += 1
            first += len(pairs)
            self._kinds.append((kind, pairs))
            self._ends.append(first)

    def _note(self, kind: str, payload: Any, words: list[str]) -> None:
        """Remembers what the gate asks for."""
        if kind == "trigger":
            own = max(words, key=len)
            others = [max(then, key=len) for then in payload.then]
            # of words that stand apart the rarer ones: "with ... arrives"
            self.trigger_keys.update(others if others and len(own) < min(map(len, others)) else [own])
        elif kind == "number" and int(payload) > 1:
            self.numbers.add(words[0])
        elif kind == "person_noun" or (kind == "role" and payload.part == "head"):
            if len(words) == 1:
                self.counted.add(words[0])
            else:
                self._several.append(tuple(words))

    def _cut(self, numbers: Iterable[int]) -> Iterator[tuple[str, str, Any, list[str], list[str]]]:
        """The phrases that have these numbers, in order: kind, phrase, meaning, and words as written and folded."""
        for place, some in groupby(numbers, lambda number: bisect_right(self._ends, number)):
            kind, pairs = self._kinds[place]
            first = self._ends[place] - len(pairs)
            found = phrases_at(pairs, [number - first for number in some])
            for (phrase, payload), cut in zip(found, cut_phrases([phrase for phrase, _ in found]), strict=True):
                if is_odd(phrase):
                    yield kind, phrase, payload, [], odd_words(phrase)
                else:
                    yield kind, phrase, payload, *cut

    def _entry(self, kind: str, phrase: str, payload: Any, surfaces: list[str]) -> Entry:
        if kind == "trigger":
            payload = payload.of_form(phrase)
        if not self.language.cased or not surfaces:
            return Entry(kind, payload)
        capital = surfaces[0][0].isupper() if self._has_case else None
        # The same few words stand in most phrases and languages: each is kept once.
        return Entry(kind, payload, "", False, tuple(map(intern, map(str.casefold, surfaces))), capital)

    def _node(self, word: str) -> _Node | None:
        """The place of a first word in the trie, None if no phrase begins with it.

        Most words never occur, so what follows a first word is built when that word is first met.
        """
        known = self._root.get(word)
        if known is not None:
            return known
        numbers = tuple(self._pending.pop(word, ()))
        names = [name for name in self._names.by_first_word.get(word, ()) if self._is_known_here(name.entry)]
        if not numbers and not names:
            return None
        self._root[word] = self._ordered(numbers, names, 1)
        return self._root[word]

    def _ordered(self, numbers: Sequence[int], names: Sequence[Filed], behind: int) -> _Node:
        """What may stand behind the words so far: entries that end there, and the phrases that go on, by next word."""
        node: _Node = {}
        later: dict[str, tuple[list[int], list[Filed]]] = {}
        for number, (kind, phrase, payload, surfaces, words) in zip(numbers, self._cut(numbers), strict=True):
            if len(words) > behind:
                later.setdefault(words[behind], ([], []))[0].append(number)
            else:
                node.setdefault(_END, []).append(self._entry(kind, phrase, payload, surfaces))
        for name in names:
            if len(name.words) > behind:
                later.setdefault(name.words[behind], ([], []))[1].append(name)
            else:
                node.setdefault(_END, []).append(name.entry)
        for word, (own, known) in later.items():
            node[intern(word)] = _Waiting(tuple(own), tuple(known), behind + 1)
        return node

    def _next(self, node: _Node, word: str) -> _Node | None:
        """The place behind a word that goes on, built when it is first reached; None if no phrase goes on with it."""
        following = node.get(word)
        if following.__class__ is _Waiting:
            following = node[word] = self._ordered(*following)
        return following

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
                units = [(e.kind, e.payload, "", False, "") for e in self._entries(tail) if e.kind == "house_part"]
                return [(("role", role, "", False, ""), *units)]
        for tail in parts:
            kinds = [e for e in self._entries(tail) if e.kind in COMPOUND_KINDS and _tells(e, tail)]
            if kinds:
                return [tuple((entry.kind, entry.payload, "", False, "") for entry in kinds)]
        return []

    def _entries(self, word: str) -> Sequence[Entry]:
        """The phrases of a single folded word."""
        found: Sequence[Entry] = (self._node(word) or {}).get(_END, ())
        return found

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
        entries = self._entries(word)
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
                self._walk_plain(self._next(node, NUMBER) or {}, start, tokens, reading, best, end)
            following = node.get(word)
            if following.__class__ is _Waiting:
                following = self._next(node, word)

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
                counted = self._next(node, NUMBER) or {}
                self._walk(counted, start, end + 1, tokens, first, Reading(folded[end]), best)
            for reading in self.readings(folded[end]):
                if reading.conjunction or (reading.prefix and not reading.has_article and reading.stem not in node):
                    continue
                following = self._next(node, reading.stem)
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
            final = self._next(node, prefix)
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


@cache
def lexicon_for(code: str, with_people: bool = True) -> Lexicon:
    """The lexicon of a language, built once."""
    with no_collection():
        return Lexicon(load_language(code), load_registry(), with_people=with_people)
