"""How one article names a person or an organization."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A person or an organization as one article names it.

    `id` is the registry's or, for a name that nobody has listed, one derived from the name; `name` the usual
    Latin spelling, None for what has no name yet ("his own startup"); `mention` the longest form in the article,
    letter for letter; `listed` whether a registry knows it; `romanised` whether `name` is our own romanisation.
    """

    id: str
    name: str | None
    mention: str
    listed: bool = False
    romanised: bool = False

    @property
    def is_unnamed(self) -> bool:
        """Whether the article gives it no name."""
        return self.name is None

    def as_dict(self) -> dict[str, Any]:
        """The reader's JSON form."""
        out: dict[str, Any] = {"id": self.id, "name": self.name, "mention": self.mention, "listed": self.listed}
        if self.romanised:
            out["romanised"] = True
        return out
