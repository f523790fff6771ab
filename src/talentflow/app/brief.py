"""All moves in brief, and who they are about, as they are kept in memory while the record stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

from talentflow.app.parties import party
from talentflow.app.remembered import Remembered
from talentflow.app.views import PartyView
from talentflow.insight import Timeline
from talentflow.model import Move
from talentflow.store.records import all_entities, moves_in_brief

Name = Callable[[str], str]


def timeline_of(connection: Connection, remembered: Remembered) -> Timeline:
    """All moves, newest first, prepared for counting."""
    return remembered.get(connection, "timeline", lambda: Timeline(moves_in_brief(connection)))


def parties_in(connection: Connection, remembered: Remembered) -> Mapping[str, PartyView]:
    """All people and organizations as ends of moves."""

    def make() -> dict[str, PartyView]:
        rows = {row.id: row for row in all_entities(connection)}
        return {entity: party(rows, entity) for entity in rows}

    return remembered.get(connection, "parties", make)


def names_in(connection: Connection, remembered: Remembered) -> Name:
    """What goes in place of an entity's id: its name, or what articles call it."""
    parties = parties_in(connection, remembered)

    def name(entity: str) -> str:
        found = parties.get(entity)
        return entity if found is None else str(found)

    return name


def moves_at(connection: Connection, remembered: Remembered, entity: str) -> Sequence[Move]:
    """The moves of a person, or into, out of and within an organization, newest first."""
    return all_moves_at(connection, remembered).get(entity, ())


def all_moves_at(connection: Connection, remembered: Remembered) -> Mapping[str, Sequence[Move]]:
    """The moves of each person and each organization, newest first."""

    def make() -> dict[str, list[Move]]:
        found: dict[str, list[Move]] = {}
        for move in timeline_of(connection, remembered).moves:
            for end in {move.person, move.from_org, move.to_org}:
                if end is not None:
                    found.setdefault(end, []).append(move)
        return found

    return remembered.get(connection, "moves at", make)


def move_ids_by_name(connection: Connection, remembered: Remembered) -> Sequence[str]:
    """The ids of all moves by the names of the people; one person's by date."""

    def make() -> list[str]:
        name = names_in(connection, remembered)
        moves = timeline_of(connection, remembered).moves
        ordered = sorted(moves, key=lambda move: (name(move.person).casefold(), move.date or move.known_on or ""))
        return [move.id for move in ordered]

    return remembered.get(connection, "by name", make)
