"""Lists in an order, and parts of them: so many after a place that holds while others come in before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from talentflow.model import Move


class Known(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str:
        """The id, which stays with it."""
        ...


def part_of(ids: Sequence[Known], limit: int | None, skip: int = 0, after: str | None = None) -> slice:
    """The slice of `limit` items after the one with the id `after`; after the first `skip` where it is not there."""
    first = skip
    if after is not None:
        first = next((place for place, item in enumerate(ids, start=1) if item.id == after), skip)
    return slice(first, None if limit is None else first + max(limit, 0))


def in_order_of(moves: list[Move], sort: str) -> list[Move]:
    """Moves by one of SORTS but "person"; they come newest first."""
    if sort == "known":
        return sorted(moves, key=lambda move: move.known_on or "", reverse=True)
    if sort == "origins":
        return sorted(moves, key=lambda move: -move.origins)
    if sort == "confidence":
        return sorted(moves, key=lambda move: -move.confidence)
    return moves
