"""Where articles name the people and organizations of the record without making a claim about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from ahocorasick_rs import AhoCorasick, MatchKind
from sqlalchemy import Connection

from talentflow.model import FIELDS, Document
from talentflow.registry import Registry
from talentflow.store.articles import current_articles
from talentflow.store.records import EntityRow, all_names
from talentflow.text.fold import fold, fold_character

_CLITICS = "وفبكل"  # Arabic words of one letter, written onto the next word
_FEWEST_LETTERS = 3


def find_sightings(
    connection: Connection, registry: Registry, entities: Iterable[EntityRow], until: str | None = None
) -> Iterator[tuple[str, str, str]]:
    """Entity, article and the words there, for every article that writes out a name which only one entity bears.

    With a day, only in the articles known by then.
    """
    patterns = _telling_names(connection, registry, {row.id: row for row in entities})
    if not patterns:
        return
    folded_names = sorted(patterns)
    automaton = AhoCorasick(folded_names, matchkind=MatchKind.LeftmostLongest)
    for stored in current_articles(connection, until):
        longest: dict[str, str] = {}
        for name, words in _names_in(stored.document, automaton, folded_names):
            entity = patterns[name]
            if len(words) > len(longest.get(entity, "")):
                longest[entity] = words
        for entity, words in sorted(longest.items()):
            yield entity, stored.document.id, words


def _telling_names(connection: Connection, registry: Registry, entities: dict[str, EntityRow]) -> dict[str, str]:
    """Folded names that tell who is meant: full names of people, names of organizations that are no common word."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name, _, entity in all_names(connection, None):
        bearers[fold(name).strip()].add(entity)
    found = {}
    for name, ids in bearers.items():
        row = entities.get(next(iter(ids)))
        if row is None or len(ids) > 1 or len(name) < _FEWEST_LETTERS or registry.is_ambiguous(name):
            continue
        if row.sort == "organization" or " " in name or "・" in name or _is_unparted(name):
            found[name] = row.id
    return found


def _names_in(document: Document, automaton: AhoCorasick, names: list[str]) -> Iterator[tuple[str, str]]:
    for field in FIELDS:
        text = document.field(field)
        folded = fold(text)
        places = range(len(folded)) if len(folded) == len(text) else _places(text)
        for number, start, end in automaton.find_matches_as_indexes(folded):
            if _stands_alone(folded, start, end):
                last = places[end] if end < len(folded) else len(text)
                yield names[number], text[places[start] : last].rstrip()


def _places(text: str) -> list[int]:
    """Which character of the text each folded character comes from."""
    return [place for place, character in enumerate(text) for _ in fold_character(character)]


def _stands_alone(folded: str, start: int, end: int) -> bool:
    if _is_unparted(folded[start]):
        return True
    if end < len(folded) and folded[end].isalnum() and not _is_unparted(folded[end]):
        return False
    before = folded[start - 1] if start else " "
    if not before.isalnum() or _is_unparted(before):
        return True
    return before in _CLITICS and (start < 2 or not folded[start - 2].isalnum())


def _is_unparted(name: str) -> bool:
    """Whether the script puts no spaces between words."""
    return "\u3040" <= name[0] <= "\u30ff" or "\u3400" <= name[0] <= "\u9fff"
