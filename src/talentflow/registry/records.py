"""What the registry holds, and how it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from talentflow.model.entities import Organization, Person
from talentflow.text.fold import search_key


@dataclass(frozen=True, slots=True)
class Product:
    """Something that an organization makes: never an employer, never a person. `owner` is an organization's id."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A country, state, region or city; `sort` says which, `country` is an ISO code."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "city"
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Registry:
    """All known entities by id, and their ids by search key (`talentflow.text.fold.search_key` of any spelling).

    `ambiguous` holds the search keys of spellings that are also ordinary words, places or other names ("X",
    "Target", "شل"): they need context before they can be taken for the entity. `name_lists` holds what names are made
    of: by table ("given_names", "family_names", "family_prefixes", "particles", "titles", "suffixes", "syllables"),
    then by origin, language or script as the data writes them.
    """

    organizations: Mapping[str, Organization] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    products: Mapping[str, Product] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    name_lists: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)
    organization_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    person_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    product_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    place_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ambiguous: frozenset[str] = frozenset()

    @property
    def given_names(self) -> Mapping[str, frozenset[str]]:
        """Given names by origin or script, as the data writes them."""
        return self.name_lists.get("given_names", {})

    @property
    def family_names(self) -> Mapping[str, frozenset[str]]:
        """Family names by origin or script, as the data writes them: those that shape alone does not tell."""
        return self.name_lists.get("family_names", {})

    def find_organizations(self, name: str) -> tuple[Organization, ...]:
        """The organizations that have this spelling, in any script: "open ai", "أوبن إيه آي" and "OpenAI" alike."""
        return tuple(self.organizations[found] for found in self.organization_keys.get(search_key(name), ()))

    def find_people(self, name: str) -> tuple[Person, ...]:
        """The people who have this spelling, in any script; more than one where they share a name."""
        return tuple(self.people[found] for found in self.person_keys.get(search_key(name), ()))

    def find_products(self, name: str) -> tuple[Product, ...]:
        """The products that have this spelling."""
        return tuple(self.products[found] for found in self.product_keys.get(search_key(name), ()))

    def find_places(self, name: str) -> tuple[Place, ...]:
        """The places that have this spelling."""
        return tuple(self.places[found] for found in self.place_keys.get(search_key(name), ()))

    def is_ambiguous(self, name: str) -> bool:
        """Whether this spelling means something else as well and needs context."""
        return search_key(name) in self.ambiguous

    def employer(self, organization: Organization) -> Organization:
        """The organization itself, or for a unit the one that it is written as: FAIR gives Meta."""
        while organization.is_unit and organization.parent is not None:
            organization = self.organizations[organization.parent]
        return organization

    def ancestors(self, organization: Organization) -> tuple[Organization, ...]:
        """Its parent, its parent's parent and so on, nearest first."""
        found: list[Organization] = []
        while organization.parent is not None:
            organization = self.organizations[organization.parent]
            found.append(organization)
        return tuple(found)

    def without_people(self) -> Registry:
        """The same registry with nobody in it, to measure how well unlisted people are read."""
        return replace(self, people={}, person_keys={})
