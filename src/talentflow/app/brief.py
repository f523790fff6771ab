"""All moves in brief, all names, and what was shown of them, as they are kept in memory.

They are made once of the whole record. What changes of it is noted by whoever changes it (`store.changes`); the next
question then follows those changes alone, however large the record is. What is kept never changes itself: of one
`Brief` the next is made, so that whoever still looks at the former sees no half of anything.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from talentflow.app.parties import party
from talentflow.app.spelled import Spelled
from talentflow.app.views import PartyView
from talentflow.insight import Ordered, Telling, Tellings, Timeline, arrivals_of
from talentflow.ledger import as_day
from talentflow.model import Move
from talentflow.store.changes import Changes
from talentflow.store.entities import all_entities, all_names, get_entities
from talentflow.store.knowing import iso_date
from talentflow.store.moves import first_and_last_day, in_order, moves_in_brief
from talentflow.store.tellings import tellings_of_moves

Made = TypeVar("Made")
Name = Callable[[str], str]

_MOST_SHOWN = 10_000  # views: those that were made longest ago go first
_MOST_FIGURES = 256
_MOVES, _TIMELINE, _PARTIES, _BY_NAME, _TELLINGS = "moves", "timeline", "parties", "by name", "tellings"
_COUNTED = "counted then"
SORTS_OF_NAMES = ("person", "organization")


@dataclass(frozen=True, slots=True)
class _Step:
    """From one brief to the next: what changed, the moves that are no longer so, and those that are."""

    connection: Connection
    changes: Changes
    gone: Sequence[Move]
    come: Sequence[Move]

    @property
    def touched(self) -> set[str]:
        """The people and organizations of which something else may be shown now."""
        ends = {end for move in (*self.gone, *self.come) for end in move.ends}
        return ends | self.changes.people | self.changes.entities

    @property
    def touched_people(self) -> set[str]:
        """Those whose moves may have been others on some day."""
        return {move.person for move in (*self.gone, *self.come)} | self.changes.people | self.changes.entities


@dataclass(frozen=True, slots=True)
class _Kept:
    """Something that was made, and the last instant for which it will do where something of it has changed since."""

    made: Any
    last: float | None = None

    @property
    def holds(self) -> bool:
        """Whether it will do now."""
        return self.last is None or time.monotonic() < self.last

    def until(self, last: float | None) -> _Kept:
        """The same, for no longer than this; what has changed before lasts no longer for changing again."""
        return self if self.last is not None else _Kept(self.made, last)


class Brief:
    """The record in brief as of a change, by its number; each part is made when it is first asked for."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._parts: dict[str, Any] = {}
        self._shown: OrderedDict[Hashable, tuple[_Kept, frozenset[str]]] = OrderedDict()
        self._figures: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._lock = threading.RLock()

    def followed(self, connection: Connection, number: int, changes: Changes, lag: float = 0.0) -> Brief:
        """The brief as of a later change, with the parts that this one has.

        For so many seconds of lag figures and what was shown will do though something of them has changed: but for
        what reviewers say, whoever is hidden, and what a process of the same server changed, which holds at once.
        """
        if changes.is_urgent:
            lag = 0.0
            self.without_lag()
        after = Brief(number)
        with self._lock:
            parts, shown, figures = dict(self._parts), self._shown.copy(), self._figures.copy()
        moves: _Moves | None = parts.get(_MOVES)
        gone = [move for person in sorted(changes.people) for move in (moves.at.get(person, ()) if moves else ())]
        come = moves_in_brief(connection, sorted(changes.people)) if moves is not None and changes.people else []
        # A move may have come over from somebody else, whose turn is still to come.
        over = {move.id for move in come}
        gone += [
            other for move in come for end in move.ends if moves
            for other in moves.at.get(end, ()) if other.id in over and other.person not in changes.people
        ]  # fmt: skip
        step = _Step(connection, changes, tuple({move.id: move for move in gone}.values()), come)
        if moves is not None:
            after._parts[_MOVES] = moves.changed(step)
        if _PARTIES in parts:
            after._parts[_PARTIES] = _changed_parties(parts[_PARTIES], step)
        if _TIMELINE in parts:
            timeline: Timeline = parts[_TIMELINE]
            after._parts[_TIMELINE] = timeline.changed(step.gone, step.come) if changes.people else timeline
        if _TELLINGS in parts:
            new = _tellings(connection, sorted(changes.people))
            after._parts[_TELLINGS] = parts[_TELLINGS].changed(step.gone, new)
        if _BY_NAME in parts:
            after._parts[_BY_NAME] = _changed_by_name(parts, after._parts, step)
        if _COUNTED in parts:
            after._parts[_COUNTED] = {
                person: spans for person, spans in parts[_COUNTED].copy().items() if person not in step.touched_people
            }
        for sort in SORTS_OF_NAMES:
            if sort in parts:
                after._parts[sort] = parts[sort].changed(connection, changes.entities)
        is_same = not changes.people and not changes.entities
        until = time.monotonic() + lag if lag and not changes.is_shown else None
        if is_same:
            after._figures = figures
        elif until is not None:
            after._figures = OrderedDict((name, kept.until(until)) for name, kept in figures.items() if kept.holds)
        if not changes.is_shown:
            touched = step.touched
            after._shown = OrderedDict(
                (name, (kept, about) if is_as_before else (kept.until(until), about))
                for name, (kept, about) in shown.items()
                for is_as_before in (about.isdisjoint(touched),)
                if is_as_before or (until is not None and kept.holds)
            )
        return after

    def without_lag(self) -> None:
        """Forget whatever is kept though something of it has changed: for whoever has just changed it."""
        with self._lock:
            for name in [name for name, kept in self._figures.items() if kept.last is not None]:
                del self._figures[name]
            for name in [name for name, (kept, _) in self._shown.items() if kept.last is not None]:
                del self._shown[name]

    def has(self, name: str) -> bool:
        """Whether a part is at hand."""
        return name in self._parts

    def part(self, name: str, make: Callable[[], Made], *, to_keep: bool) -> Made:
        """A part by its name, made where it is not at hand, and kept where it is of this state."""
        with self._lock:
            if name in self._parts:
                return cast("Made", self._parts[name])
            made = make()
            if to_keep:
                self._parts[name] = made
            return made

    def figure(self, name: Hashable, make: Callable[[], Made], *, to_keep: bool) -> Made:
        """What was made of all moves or names under a name, the same for as long as none of these changes."""
        with self._lock:
            kept = self._figures.get(name)
            if kept is not None and kept.holds:
                self._figures.move_to_end(name)
                return cast("Made", kept.made)
        made = make()
        if to_keep:
            with self._lock:
                self._figures[name] = _Kept(made)
                while len(self._figures) > _MOST_FIGURES:
                    self._figures.popitem(last=False)
        return made

    def shown(self, name: Hashable) -> Any:
        """What was shown under a name, None where nothing is kept of it."""
        row = self._shown.get(name)
        return row[0].made if row is not None and row[0].holds else None

    def keep_shown(self, name: Hashable, made: Any, about: Iterable[str]) -> None:
        """Keep what is shown under a name until one of those whom it is about changes."""
        with self._lock:
            self._shown[name] = (_Kept(made), frozenset(about))
            while len(self._shown) > _MOST_SHOWN:
                self._shown.popitem(last=False)


@dataclass(frozen=True, slots=True)
class AsSeen:
    """A brief beside the connection that asks for it.

    Where that sees an older state (`is_of_now` is False), nothing that it makes is kept.
    """

    brief: Brief
    connection: Connection
    is_of_now: bool

    def _part(self, name: str, make: Callable[[], Made]) -> Made:
        return self.brief.part(name, make, to_keep=self.is_of_now)

    def figure(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """What was made of all moves or names under a name."""
        return self.brief.figure(name, make, to_keep=self.is_of_now)

    def once(self, name: Hashable, make: Callable[[], Made], about: Callable[[Made], Iterable[str]]) -> Made:
        """What is shown under a name, from the last time where nothing has changed of those whom it is `about`."""
        kept: Made | None = self.shown(name)
        if kept is None:
            kept = make()
            self.keep_shown(name, kept, about(kept))
        return kept

    def shown(self, name: Hashable) -> Any:
        """What was shown under a name, None where nothing is kept of it."""
        return self.brief.shown(name)

    def keep_shown(self, name: Hashable, made: Any, about: Iterable[str]) -> None:
        """Keep what is shown under a name until one of those whom it is about changes."""
        if self.is_of_now:
            self.brief.keep_shown(name, made, about)

    @property
    def _moves(self) -> _Moves:
        return self._part(_MOVES, lambda: _Moves.of(moves_in_brief(self.connection)))

    @property
    def has_moves(self) -> bool:
        """Whether the moves are at hand, so that to ask for a few does not make all."""
        return self.brief.has(_MOVES)

    def moves_at(self, entity: str) -> Sequence[Move]:
        """The moves of a person, or into, out of and within an organization, newest first."""
        return self._moves.at.get(entity, ())

    @property
    def timeline(self) -> Timeline:
        """All moves, prepared for counting."""
        return self._part(_TIMELINE, lambda: Timeline(self._moves.all()))

    @property
    def counted_then(self) -> dict[str, tuple[tuple[str, str, int], ...]]:
        """How many moves people had made between two days, of whom it was counted; whoever counts more adds it."""
        return self._part(_COUNTED, dict) if self.is_of_now else {}

    @property
    def tellings(self) -> Tellings:
        """Who told which move when."""
        return self._part(_TELLINGS, lambda: Tellings(_tellings(self.connection)))

    @property
    def parties(self) -> Mapping[str, PartyView]:
        """All people and organizations as ends of moves."""

        def make() -> dict[str, PartyView]:
            rows = {row.id: row for row in all_entities(self.connection)}
            return {entity: party(rows, entity) for entity in rows}

        return self._part(_PARTIES, make)

    @property
    def name(self) -> Name:
        """What goes in place of an entity's id: its name, or what articles call it."""
        return _names_of(self.parties)

    @property
    def by_name(self) -> Ordered:
        """All moves by the names of the people, one person's by date; with the first and the last day of each."""

        def make() -> Ordered:
            name = self.name
            return Ordered.of((_by_name(move, name) for move in self._moves.all()), 3)

        return self._part(_BY_NAME, make)

    def spelled(self, sort: str) -> Spelled:
        """The spellings of all people, or of all organizations."""
        return self._part(sort, lambda: Spelled.of(sort, all_names(self.connection, sort)))

    def prepare(self) -> None:
        """Make what most questions ask for, so that nobody waits for it."""
        timeline = self.timeline
        for name in ("_changes", "_all", "_routes", "by_person"):
            getattr(timeline, name)
        arrivals_of(timeline)
        self.tellings.of(timeline)
        _ = self.by_name
        for sort in SORTS_OF_NAMES:
            self.spelled(sort)


@dataclass(frozen=True, slots=True)
class _Moves:
    """The moves at each end, newest first."""

    at: dict[str, tuple[Move, ...]]

    @staticmethod
    def of(moves: Iterable[Move]) -> _Moves:
        found: dict[str, list[Move]] = {}
        for move in in_order(moves):
            for end in move.ends:
                found.setdefault(end, []).append(move)
        return _Moves({end: tuple(theirs) for end, theirs in found.items()})

    def all(self) -> Iterator[Move]:
        """Every move."""
        return iter({move.id: move for theirs in self.at.values() for move in theirs}.values())

    def changed(self, step: _Step) -> _Moves:
        if not step.gone and not step.come:
            return self
        at, away = self.at.copy(), {move.id for move in step.gone}
        new = _Moves.of(step.come).at
        for end in {end for move in step.gone for end in move.ends} | new.keys():
            theirs = [*(move for move in at.get(end, ()) if move.id not in away), *new.get(end, ())]
            if theirs:
                at[end] = tuple(in_order(theirs))
            else:
                at.pop(end, None)
        return _Moves(at)


def _names_of(parties: Mapping[str, PartyView]) -> Name:
    def name(entity: str) -> str:
        found = parties.get(entity)
        return entity if found is None else str(found)

    return name


def _changed_parties(parties: dict[str, PartyView], step: _Step) -> dict[str, PartyView]:
    if not step.changes.entities:
        return parties
    made, rows = parties.copy(), get_entities(step.connection, step.changes.entities)
    for entity in step.changes.entities:
        if entity in rows:
            made[entity] = party(rows, entity)
        else:
            made.pop(entity, None)
    return made


def _by_name(move: Move, name: Name) -> tuple[tuple[str, str, str], tuple[Any, ...]]:
    first, last = first_and_last_day(move)
    return (name(move.person).casefold(), move.date or move.known_on or "", move.id), (move, first, last)


def _changed_by_name(before: Mapping[str, Any], after: Mapping[str, Any], step: _Step) -> Ordered:
    former, now = _names_of(before[_PARTIES]), _names_of(after[_PARTIES])
    renamed = [entity for entity in step.changes.entities if former(entity).casefold() != now(entity).casefold()]
    whose = {move.person for move in (*step.gone, *step.come)}.union(renamed)

    def theirs(moves: _Moves) -> Iterator[Move]:
        return (move for person in whose for move in moves.at.get(person, ()) if move.person == person)

    ordered: Ordered = before[_BY_NAME]
    return ordered.changed(
        [_by_name(move, former)[0] for move in theirs(before[_MOVES])],
        [_by_name(move, now) for move in theirs(after[_MOVES])],
    )


def _tellings(connection: Connection, people: Sequence[str] | None = None) -> Iterator[Telling]:
    """Which outlet told which move when, by the articles behind the moves' claims, the dated ones."""
    for move, status, outlet, day in tellings_of_moves(connection, people):
        when = as_day(iso_date(day))
        if when is not None:
            yield Telling(move, outlet, when, status)
