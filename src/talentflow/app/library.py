"""The library: articles in, a sourced record of moves out. Every surface asks here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from talentflow.app.alerts import Alerts
from talentflow.app.articles import article_view
from talentflow.app.behind import moves_behind
from talentflow.app.companions import companions
from talentflow.app.deciding import decide, decisions, open_pairs, undo
from talentflow.app.desk import Desk
from talentflow.app.disputes import disputes
from talentflow.app.export import Walked, walked_ledger
from talentflow.app.facts import facts_for
from talentflow.app.filtered import filtered_ids, filtered_then, query_for
from talentflow.app.finding import find_entities, suggest_names
from talentflow.app.hiding import Hiding
from talentflow.app.holdings import articles_by_language_and_reader, articles_of_outlets, status_view
from talentflow.app.insight import FIGURES, flows_view, insight_table
from talentflow.app.lookup import entity_view, look_up, named_as_typed, named_so
from talentflow.app.organizations import organization_view
from talentflow.app.present import show_moves, show_moves_by_id
from talentflow.app.record import Record
from talentflow.app.reviewing import review, take_back
from talentflow.app.searching import search_hits
from talentflow.app.staff import profile, roster
from talentflow.app.telling import story_view
from talentflow.app.then import last_day
from talentflow.app.tokens import Tokens
from talentflow.app.veil import veil_of
from talentflow.app.views import (
    ArticleView,
    CompanionView,
    CountedMoves,
    CountedView,
    DecisionView,
    DisputeView,
    EntityView,
    FactFilter,
    FactView,
    FlowsView,
    InsightFilter,
    InsightTable,
    Lookup,
    MoveFilter,
    MoveView,
    NamedView,
    OrganizationView,
    PairView,
    ProfileView,
    RosterView,
    SearchHit,
    StatusView,
    StoryView,
)
from talentflow.model import Move, TalentflowError
from talentflow.registry import Registry
from talentflow.store.articles import counts, ids_with
from talentflow.store.columns import plain
from talentflow.store.entities import EntityRow, get_entities
from talentflow.store.groups import origins_of_articles
from talentflow.store.moves import days_of_moves, moves_by_id
from talentflow.store.rows import in_chunks

_MOVES_AT_ONCE = 200


class Library(Record):
    """A database of articles, claims and moves; use it in a `with` statement or close it.

    Whatever is wrong with the database (read-only, full, newer, no database at all) comes as a StoreError whose
    message is one line for the user.
    """

    def __init__(self, url: str | None = None, registry: Registry | None = None) -> None:
        """Open the database at `url` (or a plain path; None for the user's own), making or upgrading it first."""
        super().__init__(url, registry)
        self.tokens = Tokens(self._database)
        self.desk = Desk(self._database, self.refresh)
        self.hiding = Hiding(self._database, self.refresh, self._people_called)

    def _people_called(self, connection: Connection, name: str) -> list[str]:
        return find_entities(connection, self._names(), name, "person")

    @property
    def alerts(self) -> Alerts:
        """The filters that somebody saved to be told of what is new."""
        return Alerts(self._database, self)

    def review(self, article: str, mention: str, entity: str, *, reviewer: str, reason: str) -> None:
        """Say that a mention (letter for letter) in an article is this entity; it stands above the machine's view.

        Raises TalentflowError where one of them is not in the record.
        """
        self.refresh()
        with self._database.writing() as connection:
            review(connection, article, mention, entity, reviewer=reviewer, reason=reason)

    def take_back(self, article: str, mention: str) -> None:
        """Withdraw what a reviewer said of a mention; it stays on file, and the machine judges again."""
        with self._database.writing() as connection:
            take_back(connection, article, mention)

    def open_pairs(self, limit: int = 100) -> list[PairView]:
        """Pairs of names that may be one person's or organization's and wait for a reviewer, surest first."""
        with self._asked() as connection:
            return open_pairs(connection, self._names(), limit)

    def disputes(self) -> list[DisputeView]:
        """The moves on which readers disagree, least sure first."""
        with self._database.reading() as connection:
            return disputes(connection)

    def decide(self, one: str, other: str, verdict: str, *, reviewer: str, reason: str = "") -> None:
        """Say of two names (by key) that they are the "same", "different", or that one is "unsure".

        It stands above the machine's view through every rebuild, upgrade and merge.
        """
        self.refresh()
        with self._database.writing() as connection:
            decide(connection, one, other, verdict, reviewer=reviewer, reason=reason)

    def undo(self, *, reviewer: str) -> DecisionView | None:
        """Withdraw the last decision of a reviewer that stands; it stays on file. None where there is none."""
        with self._database.writing() as connection:
            return undo(connection, reviewer)

    def decisions(self) -> list[DecisionView]:
        """What reviewers have said of names and what stands, oldest first."""
        with self._database.reading() as connection:
            return decisions(connection)

    def moves(self, wanted: MoveFilter | None = None) -> list[MoveView]:
        """The moves that pass the filter, in its order.

        Raises TalentflowError for a sort or a date that cannot be understood.
        """
        wanted = wanted or MoveFilter()
        with self._asked() as connection:
            if wanted.as_of is not None:
                return show_moves(connection, self._moves_then(connection, wanted, wanted.as_of))
            return show_moves_by_id(connection, self._remembered.brief(connection), self._move_ids(connection, wanted))

    def each_move(self, wanted: MoveFilter | None = None) -> Iterator[MoveView]:
        """The moves that pass the filter, one by one: for as many as there are.

        Raises TalentflowError as `moves` does, before the first is asked for.
        """
        wanted = wanted or MoveFilter()
        with self._asked() as connection:
            if wanted.as_of is not None:
                found = self._moves_then(connection, wanted, wanted.as_of)
                return self._shown(
                    [found[start : start + _MOVES_AT_ONCE] for start in range(0, len(found), _MOVES_AT_ONCE)]
                )
            ids = self._move_ids(connection, wanted)
        return self._shown_by_id(ids)

    def _moves_then(self, connection: Connection, wanted: MoveFilter, as_of: str) -> list[Move]:
        return filtered_then(connection, self._remembered, self._names, wanted, as_of)

    def _move_ids(self, connection: Connection, wanted: MoveFilter) -> list[str]:
        return filtered_ids(connection, self._remembered, self._names, wanted)

    def _shown(self, parts: Iterable[list[Move]]) -> Iterator[MoveView]:
        for part in parts:
            with self._database.reading() as connection:  # let go in between: whoever listens may be slow
                views = show_moves(connection, part)
            yield from views

    def _shown_by_id(self, ids: list[str]) -> Iterator[MoveView]:
        for part in in_chunks(ids, _MOVES_AT_ONCE):
            with self._database.reading() as connection:
                views = show_moves(connection, moves_by_id(connection, part))
            yield from views

    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which a move that is done can have been; None where none has a day."""
        with self._asked() as connection:
            return self._remembered.get(connection, "days", lambda: days_of_moves(connection))

    def move(self, move: str) -> MoveView | None:
        """A move by its id; None where no move has it."""
        with self._asked() as connection:
            found = show_moves_by_id(connection, self._remembered.brief(connection), [move])
        return found[0] if found else None

    def moves_by_id(self, ids: Sequence[str]) -> list[MoveView]:
        """Moves by their ids, in the order of these; those that are not there are left out."""
        with self._asked() as connection:
            return show_moves_by_id(connection, self._remembered.brief(connection), ids)

    def entity(self, entity: str, *, limit: int | None = None) -> EntityView | None:
        """A person or an organization by its id; None where nobody has it.

        With a limit, of an organization only so many moves and posts, the newest, and the roster of those people.
        """
        with self._asked() as connection:
            row = get_entities(connection, [entity]).get(entity)
            if row is None:
                return None
            return entity_view(connection, self._remembered, self._names(), row, limit)

    def has_entity(self, entity: str) -> bool:
        """Whether somebody has this id."""
        with self._asked() as connection:
            return bool(get_entities(connection, [entity]))

    def overview(self, organization: str, *, limit: int = 50) -> OrganizationView | None:
        """An organization at a glance by its id, with so many moves of each sort; None where none has it."""
        with self._asked() as connection:
            row = _organization(connection, organization)
            if row is None:
                return None
            return organization_view(connection, self._remembered, row, limit)

    def profile(self, organization: str) -> ProfileView | None:
        """An organization (by id) in figures: who came and left over time, who stayed; None where none has it."""
        with self._asked() as connection:
            row = _organization(connection, organization)
            if row is None:
                return None
            return profile(connection, self._remembered, self._names(), row)

    def roster(
        self, organization: str, *, part: str | None = None, limit: int = 50, skip: int = 0
    ) -> RosterView | None:
        """So many people of an organization (by id) after so many, who is there first; None where none has the id.

        `part` is "there" or "left", for those alone.
        """
        with self._asked() as connection:
            row = _organization(connection, organization)
            if row is None:
                return None
            return roster(connection, self._remembered, self._names(), row, part, slice(skip, skip + limit))

    def names_of(self, entities: Iterable[str]) -> dict[str, str]:
        """What people and organizations are called, by their ids; those that are not known are left out."""
        with self._database.reading() as connection:
            return {entity: row.name or row.mention for entity, row in get_entities(connection, entities).items()}

    def companions(self, person: str) -> list[CompanionView]:
        """Who made the same moves as a person (by id), as one article tells of both."""
        with self._asked() as connection:
            return companions(connection, person)

    def origins(self, articles: Iterable[str]) -> dict[str, str]:
        """The origin of each of these articles, by id; articles that are not known are left out."""
        with self._asked() as connection:
            return origins_of_articles(connection, articles)

    def story(self, story: str) -> StoryView | None:
        """The articles that tell one piece of news, by their origins; None where no story has this id."""
        with self._asked() as connection:
            return story_view(connection, story)

    def facts(self, wanted: FactFilter | None = None) -> list[FactView]:
        """What articles state around the moves, newest first: money, pay, computing, lawsuits, products, reasons."""
        with self._asked() as connection:
            return facts_for(connection, self._remembered, self._names(), wanted or FactFilter())

    def insight(self, wanted: InsightFilter) -> InsightTable:
        """What the moves add up to: a figure for a period, with the moves behind each row.

        Raises TalentflowError for a figure that does not exist.
        """
        if wanted.figure not in FIGURES:
            raise TalentflowError(f"No figure “{wanted.figure}”. Use one of: {', '.join(FIGURES)}.")
        with self._asked() as connection:
            about = MoveFilter(organization=wanted.organization)
            organizations = query_for(connection, self._remembered, self._names, about).organizations
            table = insight_table(connection, self._remembered, wanted, organizations)
            return veil_of(connection, knows_articles=False).outlets(table) if wanted.figure == "outlets" else table

    def flows(self, since: str | None = None, until: str | None = None, *, size: int = 10, most: int = 40) -> FlowsView:
        """Who loses people to whom in a period: the `most` largest flows, and a matrix of the `size` largest ends."""
        with self._asked() as connection:
            return flows_view(connection, self._remembered, since, until, size=size, most=most)

    def person(self, name: str, *, as_of: str | None = None, limit: int | None = None) -> Lookup:
        """The people who bear a name in any script or spelling, or suggestions; as it stood on a day.

        With a limit, so many of them, those of whom most is told.
        """
        return self._look_up(name, "person", as_of, limit)

    def organization(self, name: str, *, as_of: str | None = None, limit: int | None = None) -> Lookup:
        """The organizations that bear a name in any script or spelling, or suggestions; as it stood on a day.

        With a limit, so many of them, and of each so many moves and posts; see `entity`.
        """
        return self._look_up(name, "organization", as_of, limit)

    def _look_up(self, name: str, sort: str, as_of: str | None, limit: int | None) -> Lookup:
        day = None if as_of is None else last_day(as_of)
        with self._asked() as connection:
            return look_up(connection, self._remembered, self._names(), name, sort, day=day, limit=limit)

    def named(self, name: str, sort: str, *, limit: int = 20) -> list[NamedView]:
        """Who bears a name ("person" or "organization"), briefly: so many, those of whom most is told."""
        with self._asked() as connection:
            return named_so(connection, self._remembered, self._names(), name, sort, limit)

    def typed(self, text: str, sort: str, *, limit: int = 5) -> list[NamedView]:
        """Whose name ("person" or "organization") begins as it is typed so far, in any script, best first."""
        with self._asked() as connection:
            return named_as_typed(connection, self._remembered, self._names(), text, sort, limit)

    def suggest(self, name: str, sort: str | None = None) -> tuple[str, ...]:
        """Known names near to one that finds nothing; `sort` is "person", "organization" or None for both."""
        with self._asked() as connection:
            return suggest_names(connection, self._remembered, name, sort)

    def article(self, article_id: str, *, as_of: str | None = None) -> ArticleView | None:
        """A stored article with its claims and their spans; None where no article (published by a day) has this id."""
        day = None if as_of is None else last_day(as_of)
        with self._asked() as connection:
            return article_view(connection, article_id, day)

    def similar_ids(self, part: str, limit: int = 5) -> list[str]:
        """The ids of stored articles that hold these characters: for an id that finds nothing."""
        with self._database.reading() as connection:
            return ids_with(connection, plain(part), limit)

    def search(self, text: str, limit: int = 20, *, skip: int = 0) -> list[SearchHit]:
        """The articles whose words match, best first; case, accents and Arabic spelling variants do not matter."""
        with self._database.reading() as connection:
            return search_hits(connection, text, limit, skip)

    def status(self, *, as_of: str | None = None) -> StatusView:
        """What the library holds, or what of it had been published by a day."""
        day = None if as_of is None else last_day(as_of)
        with self._asked() as connection:
            return status_view(connection, self._database, self._remembered, self._names, day)

    def articles_kept(self) -> int:
        """How many articles there are, whether or not they are worked in yet."""
        with self._database.reading() as connection:
            return counts(connection)["articles"]

    def languages(self) -> dict[str, int]:
        """How many articles there are in each language, the most first."""
        with self._asked() as connection:
            return dict(articles_by_language_and_reader(connection, self._remembered)[0])

    def counted(self, wanted: CountedMoves) -> CountedView | None:
        """The moves behind a count; None where no organization has one of the ids, or none is asked for."""
        with self._asked() as connection:
            ends = {end for end in (wanted.from_org, wanted.to_org) if end is not None}
            found = get_entities(connection, ends)
            if not ends or any(end not in found or found[end].sort != "organization" for end in ends):
                return None
            at = wanted.from_org or wanted.to_org or ""
            return moves_behind(self._remembered.brief(connection).moves_at(at), wanted)

    def outlets(self) -> dict[str, int]:
        """How many articles there are of each outlet, the most first."""
        with self._database.reading() as connection:
            return articles_of_outlets(connection, self._remembered)

    def export_ledger(self, *, as_of: str | None = None) -> dict[str, Any]:
        """The whole ledger as plain data: articles by story, entities with mentions, moves; as of a day."""
        with self.walked_ledger(as_of=as_of) as ledger:
            return {name: list(rows) for name, rows in ledger.items()}

    @contextmanager
    def walked_ledger(self, *, as_of: str | None = None) -> Iterator[dict[str, Walked]]:
        """The same of one state of the record, to be walked row by row: for records that memory does not hold."""
        day = None if as_of is None else last_day(as_of)
        with self._asked() as connection, walked_ledger(connection, self._names(), day) as ledger:
            yield ledger


def _organization(connection: Connection, organization: str) -> EntityRow | None:
    row = get_entities(connection, [organization]).get(organization)
    return row if row is not None and row.sort == "organization" else None
