"""People and organizations as a registry lists them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Organization:
    """An employer of the registry: `name` is the usual Latin one, `names` all spellings by language code.

    `parent` is the id of the organization that it belongs to; `is_unit` says that it is written as its employer;
    `founded` is the year from which on anybody can have worked there, where known. Of the spellings, `described` are
    those that only say who is meant ("le créateur de ChatGPT"): they name it in a text, and are no name of its own.
    """

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sort: str = "company"
    country: str | None = None
    parent: str | None = None
    is_unit: bool = False
    founded: int | None = None
    described: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the field, with spellings by language code."""

    id: str
    name: str
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known_for: str = ""
