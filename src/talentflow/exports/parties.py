"""Whom a ledger tells of, for the formats that have a row or a node for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def each_party(ledger: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """People and organizations (`type`), each once: the entities, then whoever stands at an end of a move alone."""
    told = set()
    for entity in ledger["entities"]:
        told.add(entity["id"])
        yield entity
    for move in ledger["moves"]:
        for party, sort in (
            (move["person"], "person"),
            (move.get("from"), "organization"),
            (move.get("to"), "organization"),
        ):
            if party is not None and party["id"] not in told:
                told.add(party["id"])
                yield {"type": sort, **party}
