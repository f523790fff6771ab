"""Which name a mention is compared under, and what the registry adds to the names that articles use."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from talentflow.model import Document, EntityMention, Organization, Person, Reading
from talentflow.registry import Registry
from talentflow.resolver import Name, blocks_of, filed, is_short_for, part_count, takes_several_names
from talentflow.store.columns import plain
from talentflow.store.names import NameRow

UNNAMED = "u|"


class Names:
    """The names of one registry: keys for mentions, rows to store, and listed names near to a new one."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._listed: dict[str, Name] = {}
        self._by_block: dict[str, list[Name]] | None = None
        self._families: dict[str, str] = {}

    def family(self, organization: str) -> str:
        """The organization at the head of the family that this one belongs to; itself where none is known."""
        found = self._families.get(organization)
        if found is None:
            known = self.registry.organizations.get(organization)
            above = self.registry.ancestors(known) if known is not None else ()
            found = self._families[organization] = above[-1].id if above else organization
        return found

    def listed(self, sort: str, identity: str) -> Name | None:
        """The registry's entry as a name to compare; None where the registry has no such id."""
        key = f"{sort}|={identity}"
        if key not in self._listed:
            entry = self._entry(sort, identity)
            if entry is None:
                return None
            self._listed[key] = Name(key, sort, _spellings(entry), identity)
        return self._listed[key]

    def by_spelling(self, mention: EntityMention) -> Name | None:
        """A listed person's name as an article spells it, where that spelling may be another's too; else None.

        "Yao Shunyu" is how 姚顺雨 is spelled, and 姚顺宇: which of them an article means, what it tells can say.
        """
        known = self.listed("person", mention.id)
        spelling = " ".join(plain(mention.mention).split())
        if known is None or not takes_several_names(spelling, known.spellings):
            return None
        return Name(f"{known.key}|{spelling}", "person", (spelling,), mention.id)

    def usual_name(self, sort: str, identity: str) -> str | None:
        """The registry's usual name for an id."""
        entry = self._entry(sort, identity)
        return None if entry is None else entry.name

    def described(self, sort: str, identity: str) -> frozenset[str]:
        """What only says which organization of the registry is meant, and is no name of it."""
        entry = self._entry(sort, identity)
        return entry.described if isinstance(entry, Organization) else frozenset()

    def near(self, blocks: Iterable[str]) -> list[Name]:
        """The registry's entries that share a block."""
        if self._by_block is None:
            self._by_block = self._index()
        found = {name.key: name for block in blocks for name in self._by_block.get(block, ())}
        return [found[key] for key in sorted(found)]

    def _entry(self, sort: str, identity: str) -> Person | Organization | None:
        entries: Mapping[str, Person | Organization]
        entries = self.registry.people if sort == "person" else self.registry.organizations
        return entries.get(identity)

    def _index(self) -> dict[str, list[Name]]:
        index: dict[str, list[Name]] = defaultdict(list)
        for sort, ids in (("person", self.registry.people), ("organization", self.registry.organizations)):
            for identity in ids:
                name = self.listed(sort, identity)
                assert name is not None
                for block in blocks_of(name):
                    index[block].append(name)
        return index


def _spellings(entry: Person | Organization) -> tuple[str, ...]:
    """Its names, and not what only says who is meant."""
    described = entry.described if isinstance(entry, Organization) else frozenset()
    every = (name for names in entry.names.values() for name in names if name not in described)
    return tuple(dict.fromkeys((entry.name, *every)))


class ArticleNames:
    """The names of one reading: short forms are put down to the one long form that they can be short for."""

    def __init__(self, names: Names, document: Document, reading: Reading) -> None:
        self._names = names
        self._article = document.id
        everyone = {claim.person for claim in reading.moves} | {claim.person for claim in reading.positions}
        self._people = sorted(
            (person for person in everyone if person.listed or part_count(person.mention) > 1),
            key=lambda person: (person.id, person.mention, person.name or ""),
        )
        self.rows: dict[str, NameRow] = {}
        self.blocks: dict[str, dict[str, str]] = {}

    def key_of(self, sort: str, mention: EntityMention, owner: EntityMention | None = None) -> str:
        """The key of the name that a mention is compared under."""
        if mention.is_unnamed:
            whose = self.key_of("person", owner) if owner is not None else ""
            return f"{UNNAMED}{self._article}|{whose}"
        name = self._name(sort, self._long_form(mention) if sort == "person" else mention)
        listed = self._names.listed(sort, name.listed) if name.listed else None
        for found in (name, listed):
            if found is not None and found.key not in self.rows:
                self.rows[found.key] = NameRow(found.key, sort, found.listed, found.spellings)
                self.blocks[found.key] = filed(found)
        return name.key

    def person_blocks(self, people: Iterable[EntityMention]) -> set[str]:
        """Blocks by which other articles about the same people are found."""
        found: set[str] = set()
        for person in people:
            if person.listed:
                found.add(f"p:={person.id}")
            found |= blocks_of(Name("", "person", written(person)))
        return found

    def _name(self, sort: str, mention: EntityMention) -> Name:
        if mention.listed:
            known = self._names.listed(sort, mention.id)
            if known is not None:
                return (self._names.by_spelling(self._spelled_out(mention)) or known) if sort == "person" else known
        spellings = written(mention)
        identity = plain(mention.id) if mention.listed else None
        key = "|".join((sort, "" if identity is None else f"={identity}", *spellings))
        return Name(key, sort, spellings, identity)

    def _spelled_out(self, mention: EntityMention) -> EntityMention:
        """What tells most surely which listed person an article means: the Chinese name if it is there, a full one."""
        same = [person for person in self._people if person.listed and person.id == mention.id]
        full = [person for person in (mention, *same) if part_count(person.mention) > 1]
        exact = [person for person in full if self._names.by_spelling(person) is None]
        return (exact or full or [mention])[0]

    def _long_form(self, mention: EntityMention) -> EntityMention:
        if mention.listed or part_count(mention.mention) > 1:
            return mention
        candidates = [person for person in self._people if is_short_for(written(mention), written(person))]
        keys = {self._name("person", person).key: person for person in candidates}
        return next(iter(keys.values())) if len(keys) == 1 else mention


def is_by_spelling(key: str) -> bool:
    """Whether a name is a listed person's in a spelling that may be another's: see `Names.by_spelling`."""
    return key.startswith("person|=") and key.count("|") > 1


def written(mention: EntityMention) -> tuple[str, ...]:
    """The spellings that somebody wrote: never our own romanisation."""
    found = [" ".join(plain(mention.mention).split())]
    if mention.name and not mention.romanised:
        found.append(" ".join(plain(mention.name).split()))
    return tuple(dict.fromkeys(found))
