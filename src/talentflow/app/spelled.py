"""The spellings of all people, or of all organizations, as they are kept in memory: by bearer, by word, in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from itertools import islice, takewhile

from sqlalchemy import Connection

from talentflow.insight import Ordered
from talentflow.store.entities import all_names


@dataclass(frozen=True, slots=True)
class Spelled:
    """The folded spellings of one sort: in their order, by bearer, and by the words that stand in them."""

    sort: str
    rows: Ordered
    of_bearer: dict[str, frozenset[str]]
    words: dict[str, frozenset[tuple[str, str]]]
    in_order: list[str]

    @staticmethod
    def of(sort: str, names: Iterable[tuple[str, str, str]]) -> Spelled:
        """Of every spelling with its folded form and its bearer."""
        pairs = {(folded, bearer) for _, folded, bearer in names}
        of_bearer: dict[str, set[str]] = {}
        words: dict[str, set[tuple[str, str]]] = {}
        for folded, bearer in pairs:
            of_bearer.setdefault(bearer, set()).add(folded)
            for word in folded.split(" "):
                words.setdefault(word, set()).add((folded, bearer))
        return Spelled(
            sort,
            Ordered.of(((pair, pair) for pair in pairs), 2),
            {bearer: frozenset(theirs) for bearer, theirs in of_bearer.items()},
            {word: frozenset(found) for word, found in words.items()},
            sorted(words),
        )

    def changed(self, connection: Connection, entities: Set[str]) -> Spelled:
        """The spellings with those of the people and organizations that were described anew."""
        new = {(folded, bearer) for _, folded, bearer in all_names(connection, self.sort, sorted(entities))}
        old = {(folded, entity) for entity in entities for folded in self.of_bearer.get(entity, ())}
        if old == new:
            return self
        of_bearer, words = self.of_bearer.copy(), self.words.copy()
        for entity in entities:
            of_bearer.pop(entity, None)
        for folded, bearer in new:
            of_bearer[bearer] = of_bearer.get(bearer, frozenset()) | {folded}
        for pair in old - new:
            for word in pair[0].split(" "):
                words[word] = words.get(word, frozenset()) - {pair}
        for pair in new - old:
            for word in pair[0].split(" "):
                words[word] = words.get(word, frozenset()) | {pair}
        for word in {word for pair in old - new for word in pair[0].split(" ")}:
            if not words[word]:
                del words[word]
        in_order = self.in_order if words.keys() == self.words.keys() else sorted(words)
        rows = self.rows.changed(old - new, ((pair, pair) for pair in new - old))
        return Spelled(self.sort, rows, of_bearer, words, in_order)

    def with_words(self, wanted: str) -> list[str]:
        """Who has these words, one after the other, in a spelling."""
        found = min((self.words.get(word, frozenset()) for word in wanted.split(" ")), key=len)
        return sorted({bearer for folded, bearer in found if f" {wanted} " in f" {folded} "})

    def beginning_so(self, wanted: str, most: int) -> Iterator[tuple[str, str]]:
        """So many spellings, with their bearers, in which a word begins like this, at most."""
        first, _, rest = wanted.partition(" ")
        if rest:
            found: Iterable[tuple[str, str]] = (
                pair for pair in sorted(self.words.get(first, ())) if f" {wanted}" in f" {pair[0]}"
            )
        else:
            words = islice(self.in_order, bisect_left(self.in_order, wanted), None)
            beginning = takewhile(lambda word: word.startswith(wanted), words)
            found = (pair for word in beginning for pair in sorted(self.words[word]))
        return islice(found, most)
