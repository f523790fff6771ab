"""Where articles name the people and organizations of the record without making a claim about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, MatchKind
from sqlalchemy import Connection

from talentflow.model import FIELDS, Document
from talentflow.registry import Registry
from talentflow.store.articles import current_articles
from talentflow.store.entities import EntityRow, all_names
from talentflow.store.walking import each_judged_mention
from talentflow.text.fold import fold, fold_character

_CLITICS = "وفبكل"  # Arabic words of one letter, written onto the next word
_FEWEST_LETTERS = 3


def find_sightings(
    connection: Connection, registry: Registry, entities: Iterable[EntityRow], until: str | None = None
) -> Iterator[tuple[str, str, str]]:
    """Entity, article and the words there, for every way in which an article writes out a name of theirs.

    A name tells by itself whom it means where only one entity bears it and it is no common word. One that is also
    something else ("Meta", "X"), or is as short as an acronym, counts as it is usually written, capitals and all, in
    articles that mention its bearer otherwise. With a day, only in the articles known by then.
    """
    names = _names(connection, registry, {row.id: row for row in entities})
    if not names:
        return
    in_doubt = {name.entity for name in names.values() if not name.is_telling}
    mentioned: dict[str, set[str]] = defaultdict(set)
    for entity, article, _ in each_judged_mention(connection, until):
        if entity in in_doubt:
            mentioned[article].add(entity)
    folded_names = sorted(names)
    automaton = AhoCorasick(folded_names, matchkind=MatchKind.LeftmostLongest)
    for stored in current_articles(connection, until):
        telling: set[tuple[str, str]] = set()
        doubtful: set[tuple[str, str]] = set()
        for folded, words in _names_in(stored.document, automaton, folded_names):
            name = names[folded]
            if name.is_telling:
                telling.add((name.entity, words))
            elif words in name.written:
                doubtful.add((name.entity, words))
        known = mentioned.get(stored.document.id, set()) | {entity for entity, _ in telling}
        for entity, words in sorted(telling | {one for one in doubtful if one[0] in known}):
            yield entity, stored.document.id, words


@dataclass(slots=True)
class _Name:
    """A folded name that one entity alone bears: how it is written, and whether it tells by itself who is meant."""

    entity: str
    is_telling: bool
    written: set[str] = field(default_factory=set)


def _names(connection: Connection, registry: Registry, entities: dict[str, EntityRow]) -> dict[str, _Name]:
    """The names by which these entities are looked for: full names of people, all names of organizations."""
    written: dict[str, set[str]] = defaultdict(set)
    bearers: dict[str, set[str]] = defaultdict(set)
    for spelling, _, entity in all_names(connection, None):
        folded = fold(spelling).strip()
        bearers[folded].add(entity)
        written[folded].add(spelling)
    found = {}
    for folded, ids in bearers.items():
        row = entities.get(next(iter(ids)))
        if not folded or row is None or len(ids) > 1:
            continue
        if row.sort == "organization" or " " in folded or "・" in folded or _is_unparted(folded):
            is_telling = len(folded) >= _FEWEST_LETTERS and not registry.is_ambiguous(folded)
            found[folded] = _Name(row.id, is_telling, written[folded])
    return found


def _names_in(document: Document, automaton: AhoCorasick, names: list[str]) -> Iterator[tuple[str, str]]:
    for part in FIELDS:
        text = document.field(part)
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
