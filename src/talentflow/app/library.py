"""The library: articles in, a sourced record of moves out. Every surface asks here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import TracebackType
from typing import Any

from sqlalchemy import Connection

from talentflow.app.adding import add_documents
from talentflow.app.alerts import Alerts
from talentflow.app.at_hand import newest_at_hand
from talentflow.app.behind import moves_behind
from talentflow.app.brief import AsSeen
from talentflow.app.by_name import move_ids_by_name
from talentflow.app.companions import companions
from talentflow.app.counted_then import counts_then, kept_then, prepare_days
from talentflow.app.deciding import decide, decisions, open_pairs, undo
from talentflow.app.desk import Desk
from talentflow.app.disputes import disputes
from talentflow.app.export import Walked, walked_ledger
from talentflow.app.facts import facts_for
from talentflow.app.finding import find_entities, suggest_names, with_parts
from talentflow.app.hiding import Hiding
from talentflow.app.identity import Names
from talentflow.app.insight import FIGURES, flows_view, insight_table
from talentflow.app.judged import reading_as_judged
from talentflow.app.organizations import organization_view
from talentflow.app.paging import part_of
from talentflow.app.present import (
    about_entity,
    query_of,
    show_entity,
    show_moves,
    show_moves_by_id,
    show_names,
    show_newest,
)
from talentflow.app.reading import Reader
from talentflow.app.refresh import Progress, rebuild, refresh
from talentflow.app.remembered import Remembered
from talentflow.app.reviewing import review, take_back
from talentflow.app.searching import excerpt_of, still_found
from talentflow.app.settings import database_url
from talentflow.app.staff import profile, roster
from talentflow.app.telling import story_view
from talentflow.app.then import last_day, moves_in_order_then, moves_then, newest_then
from talentflow.app.tokens import Tokens
from talentflow.app.typed import typed_entities
from talentflow.app.veil import veil_of
from talentflow.app.views import (
    SORTS,
    Added,
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
from talentflow.model import Document, Move, TalentflowError
from talentflow.registry import Registry, load_registry
from talentflow.store import Database
from talentflow.store.articles import (
    by_language_and_reader,
    count_claims,
    counts,
    current_reading,
    find_versions,
    get_articles,
    ids_with,
    languages_and_readers,
)
from talentflow.store.changes import note_changes
from talentflow.store.columns import plain
from talentflow.store.groups import fellows, origins_of_articles
from talentflow.store.mentions import has_more_mentions
from talentflow.store.outlets import articles_by_outlet
from talentflow.store.records import (
    EntityRow,
    MoveQuery,
    count_stale,
    days_of_moves,
    find_move_ids,
    find_moves,
    get_entities,
    moves_by_id,
    names_of_entities,
    record_counts,
)
from talentflow.store.rows import in_chunks
from talentflow.store.search import find_articles

_MOVES_AT_ONCE = 200
_NEWEST = 20  # moves and posts of each that bears a name, where not all bearers are asked for
_FEW_MENTIONS = 200  # of an organization that is shown whole also where only a part is asked for
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def _check(wanted: MoveFilter) -> None:
    if wanted.sort not in SORTS:
        raise TalentflowError(f"Cannot sort by “{wanted.sort}”. Use one of: {', '.join(SORTS)}.")
    for option, value in (("since", wanted.since), ("until", wanted.until)):
        if value is not None and not _DATE.fullmatch(value):
            raise TalentflowError(f"--{option} {value}: not a date. Write 2025, 2025-10 or 2025-10-14.")


class Library:
    """A database of articles, claims and moves; use it in a `with` statement or close it.

    Whatever is wrong with the database (read-only, full, newer, no database at all) comes as a StoreError whose
    message is one line for the user.
    """

    def __init__(self, url: str | None = None, registry: Registry | None = None) -> None:
        """Open the database at `url` (or a plain path; None for the user's own), making or upgrading it first."""
        self.url = database_url(url)
        self._database = Database(self.url)
        self._registry = registry
        self._loaded: Names | None = None
        self._remembered = Remembered()
        # Whether each question first brings the record up to date. Who answers many at once has a `Keeper` do it
        # beside them, so that nobody waits; what is added is then worked in before its outcome is told.
        self.keeps_up = True
        self.tokens = Tokens(self._database)
        self.desk = Desk(self._database, self.refresh)
        self.hiding = Hiding(self._database, self.refresh, self._people_called)

    @property
    def _names(self) -> Names:
        # Loaded when first needed: many commands never ask.
        if self._loaded is None:
            self._loaded = Names(self._registry if self._registry is not None else load_registry())
        return self._loaded

    def _people_called(self, connection: Connection, name: str) -> list[str]:
        return find_entities(connection, self._names, name, "person")

    @property
    def alerts(self) -> Alerts:
        """The filters that somebody saved to be told of what is new."""
        return Alerts(self._database, self)

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def add(self, documents: Iterable[Document], reader: Reader) -> Iterator[Added]:
        """Read and keep documents, one result each, in order. Nothing happens until the iterator is walked.

        A document is stored whole or not at all. The same article again is "known"; the same id with other words
        is "updated", and the old words are kept. The record is brought up to date when it is next asked for, or by
        `refresh`.
        """
        for added in add_documents(self._database, self._names, documents, reader):
            if not self.keeps_up and added.outcome in ("added", "updated"):
                self.refresh()
                with self._database.writing() as connection:  # for the other processes of this server
                    note_changes(connection, "urgent")
            yield added

    def _keep_up(self) -> None:
        """Bring the record up to date before a question, unless somebody else sees to that."""
        if self.keeps_up:
            self.refresh()

    def refresh(self, progress: Progress | None = None) -> None:
        """Bring the record up to date with all that was added; every question does so first.

        `progress` is called with what is worked on ("text", "name", "article", "person", "spelling", "entity"), how
        many are done and how many there are.
        """
        refresh(self._database, lambda: self._names, progress)
        if self._remembered.lag:
            with self._database.reading() as connection:
                self._remembered.without_lag(connection)

    def may_lag(self, seconds: float) -> None:
        """Let figures, counts and what was shown do for so many seconds though something of them has changed.

        They take long, and change with every article. What this library itself changes, what reviewers say and
        whoever is hidden hold at once.
        """
        self._remembered.lag = seconds

    def prepare(self) -> None:
        """Have at hand what most questions ask of the whole record, so that the next of them need not wait for it."""
        with self._database.reading() as connection:
            self._remembered.brief(connection).prepare()
            prepare_days(connection, self._remembered)
        _ = self._names

    def stale(self) -> dict[str, int]:
        """How much of the record no longer matches what is stored, by sort; empty where it is up to date."""
        with self._database.reading() as connection:
            return count_stale(connection)

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make everything derived anew from articles, claims and judgements; the result is the same.

        It is done by itself when a new version of Talentflow has other rules.
        """
        rebuild(self._database, lambda: self._names, progress)

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
        self._keep_up()
        with self._database.reading() as connection:
            return open_pairs(connection, self._names, limit)

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
        self._keep_up()
        with self._database.reading() as connection:
            if wanted.as_of is None:
                brief = self._remembered.brief(connection)
                return show_moves_by_id(connection, brief, self._move_ids(connection, wanted))
            return show_moves(connection, self._moves(connection, wanted))

    def each_move(self, wanted: MoveFilter | None = None) -> Iterator[MoveView]:
        """The moves that pass the filter, one by one: for as many as there are.

        Raises TalentflowError as `moves` does, before the first is asked for.
        """
        wanted = wanted or MoveFilter()
        self._keep_up()
        with self._database.reading() as connection:
            if wanted.as_of is not None:
                found = self._moves(connection, wanted)
                return self._shown(
                    [found[start : start + _MOVES_AT_ONCE] for start in range(0, len(found), _MOVES_AT_ONCE)]
                )
            ids = self._move_ids(connection, wanted)
        return self._shown_by_id(ids)

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

    def _moves(self, connection: Connection, wanted: MoveFilter) -> list[Move]:
        if wanted.as_of is None:
            return moves_by_id(connection, self._move_ids(connection, wanted))
        _check(wanted)
        query, day = self._query(connection, wanted), last_day(wanted.as_of)
        if wanted.sort == "date" and wanted.limit is not None:
            limit = max(wanted.limit, 0)
            return newest_then(connection, self._names, query, day, limit=limit, skip=wanted.skip, after=wanted.after)
        if wanted.sort == "person":
            found = moves_then(connection, self._names, query, day)
            name = self._remembered.brief(connection).name
            found.sort(key=lambda move: (name(move.person).casefold(), move.date or move.known_on or ""))
        else:
            most = None if wanted.limit is None or wanted.after is not None else wanted.skip + max(wanted.limit, 0)
            found = moves_in_order_then(connection, self._names, query, day, wanted.sort, most)
        return found[part_of(found, wanted.limit, wanted.skip, wanted.after)]

    def _move_ids(self, connection: Connection, wanted: MoveFilter) -> list[str]:
        _check(wanted)
        query = self._query(connection, wanted)
        if wanted.sort != "person":
            limit = None if wanted.limit is None else max(wanted.limit, 0)
            if wanted.sort == "date" and limit is not None and wanted.after is None:
                found = newest_at_hand(self._remembered.brief(connection), query, wanted.skip + limit)
                if found is not None:
                    return found[wanted.skip :]
            return find_move_ids(connection, query, wanted.sort, limit=limit, skip=wanted.skip, after=wanted.after)
        return move_ids_by_name(
            connection,
            self._remembered.brief(connection),
            query,
            limit=wanted.limit,
            skip=wanted.skip,
            after=wanted.after,
        )

    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which a move that is done can have been; None where none has a day."""
        self._keep_up()
        with self._database.reading() as connection:
            return self._remembered.get(connection, "days", lambda: days_of_moves(connection))

    def move(self, move: str) -> MoveView | None:
        """A move by its id; None where no move has it."""
        self._keep_up()
        with self._database.reading() as connection:
            found = show_moves_by_id(connection, self._remembered.brief(connection), [move])
        return found[0] if found else None

    def moves_by_id(self, ids: Sequence[str]) -> list[MoveView]:
        """Moves by their ids, in the order of these; those that are not there are left out."""
        self._keep_up()
        with self._database.reading() as connection:
            return show_moves_by_id(connection, self._remembered.brief(connection), ids)

    def entity(self, entity: str, *, limit: int | None = None) -> EntityView | None:
        """A person or an organization by its id; None where nobody has it.

        With a limit, of an organization only so many moves and posts, the newest, and the roster of those people.
        """
        self._keep_up()
        with self._database.reading() as connection:
            row = get_entities(connection, [entity]).get(entity)
            return None if row is None else self._entity(connection, row, limit)

    def _entity(self, connection: Connection, row: EntityRow, limit: int | None) -> EntityView | None:
        if limit is None:
            return show_entity(connection, self._names, row, find_moves(connection, query_of(row)))
        brief = self._remembered.brief(connection)
        return brief.once(
            ("entity", row.id, limit),
            lambda: self._entity_in_part(connection, brief, row, limit),
            lambda view: () if view is None else about_entity(view),
        )

    def _entity_in_part(self, connection: Connection, brief: AsSeen, row: EntityRow, limit: int) -> EntityView | None:
        moves = brief.moves_at(row.id)
        if row.sort == "organization" and (len(moves) > limit or has_more_mentions(connection, row.id, _FEW_MENTIONS)):
            return show_newest(connection, brief, self._names, row, moves, limit)
        return show_entity(connection, self._names, row, find_moves(connection, query_of(row)))

    def has_entity(self, entity: str) -> bool:
        """Whether somebody has this id."""
        self._keep_up()
        with self._database.reading() as connection:
            return bool(get_entities(connection, [entity]))

    def overview(self, organization: str, *, limit: int = 50) -> OrganizationView | None:
        """An organization at a glance by its id, with so many moves of each sort; None where none has it."""
        self._keep_up()
        with self._database.reading() as connection:
            row = get_entities(connection, [organization]).get(organization)
            if row is None or row.sort != "organization":
                return None
            return organization_view(connection, self._remembered, row, limit)

    def profile(self, organization: str) -> ProfileView | None:
        """An organization (by id) in figures: who came and left over time, who stayed; None where none has it."""
        self._keep_up()
        with self._database.reading() as connection:
            row = get_entities(connection, [organization]).get(organization)
            if row is None or row.sort != "organization":
                return None
            return profile(connection, self._remembered, self._names, row)

    def roster(
        self, organization: str, *, part: str | None = None, limit: int = 50, skip: int = 0
    ) -> RosterView | None:
        """So many people of an organization (by id) after so many, who is there first; None where none has the id.

        `part` is "there" or "left", for those alone.
        """
        self._keep_up()
        with self._database.reading() as connection:
            row = get_entities(connection, [organization]).get(organization)
            if row is None or row.sort != "organization":
                return None
            return roster(connection, self._remembered, self._names, row, part, slice(skip, skip + limit))

    def names_of(self, entities: Iterable[str]) -> dict[str, str]:
        """What people and organizations are called, by their ids; those that are not known are left out."""
        with self._database.reading() as connection:
            return {entity: row.name or row.mention for entity, row in get_entities(connection, entities).items()}

    def companions(self, person: str) -> list[CompanionView]:
        """Who made the same moves as a person (by id), as one article tells of both."""
        self._keep_up()
        with self._database.reading() as connection:
            return companions(connection, person)

    def origins(self, articles: Iterable[str]) -> dict[str, str]:
        """The origin of each of these articles, by id; articles that are not known are left out."""
        self._keep_up()
        with self._database.reading() as connection:
            return origins_of_articles(connection, articles)

    def story(self, story: str) -> StoryView | None:
        """The articles that tell one piece of news, by their origins; None where no story has this id."""
        self._keep_up()
        with self._database.reading() as connection:
            return story_view(connection, story)

    def _query(self, connection: Connection, wanted: MoveFilter) -> MoveQuery:
        def organizations(name: str | None) -> list[str] | None:
            if name is None:
                return None
            return with_parts(
                self._names, find_entities(connection, self._names, name, "organization", self._remembered)
            )

        people = None
        if wanted.person is not None:
            people = find_entities(connection, self._names, wanted.person, "person", self._remembered)
        return MoveQuery(
            people=people,
            organizations=organizations(wanted.organization),
            from_orgs=organizations(wanted.from_),
            to_orgs=organizations(wanted.to),
            kinds=tuple(map(plain, wanted.kind)),
            statuses=tuple(map(plain, wanted.status)),
            languages=tuple(map(plain, wanted.language)),
            since=wanted.since,
            until=wanted.until,
        )

    def facts(self, wanted: FactFilter | None = None) -> list[FactView]:
        """What articles state around the moves, newest first: money, pay, computing, lawsuits, products, reasons."""
        self._keep_up()
        with self._database.reading() as connection:
            return facts_for(connection, self._remembered, self._names, wanted or FactFilter())

    def insight(self, wanted: InsightFilter) -> InsightTable:
        """What the moves add up to: a figure for a period, with the moves behind each row.

        Raises TalentflowError for a figure that does not exist.
        """
        if wanted.figure not in FIGURES:
            raise TalentflowError(f"No figure “{wanted.figure}”. Use one of: {', '.join(FIGURES)}.")
        self._keep_up()
        with self._database.reading() as connection:
            asked = MoveFilter(organization=wanted.organization)
            organizations = self._query(connection, asked).organizations
            table = insight_table(connection, self._remembered, wanted, organizations)
            return veil_of(connection, knows_articles=False).outlets(table) if wanted.figure == "outlets" else table

    def flows(self, since: str | None = None, until: str | None = None, *, size: int = 10, most: int = 40) -> FlowsView:
        """Who loses people to whom in a period: the `most` largest flows, and a matrix of the `size` largest ends."""
        self._keep_up()
        with self._database.reading() as connection:
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
        self._keep_up()
        with self._database.reading() as connection:
            rows = self._bearers(connection, name, sort, limit)
            views = [
                self._entity(connection, row, None if limit is None else max(limit, _NEWEST))
                if day is None
                else show_entity(
                    connection, self._names, row, moves_then(connection, self._names, query_of(row), day), day
                )
                for row in rows
            ]
            found = tuple(view for view in views if view is not None)
            suggestions = () if found else suggest_names(connection, self._remembered, name, sort)
        return Lookup(name, found, suggestions)

    def _bearers(self, connection: Connection, name: str, sort: str, limit: int | None) -> list[EntityRow]:
        rows = [
            row
            for _, row in sorted(
                get_entities(connection, find_entities(connection, self._names, name, sort, self._remembered)).items()
            )
        ]
        if limit is not None and len(rows) > limit:
            told = self._remembered.brief(connection).moves_at
            rows = sorted(sorted(rows, key=lambda row: -len(told(row.id)))[:limit], key=lambda row: row.id)
        return rows

    def named(self, name: str, sort: str, *, limit: int = 20) -> list[NamedView]:
        """Who bears a name ("person" or "organization"), briefly: so many, those of whom most is told."""
        self._keep_up()
        with self._database.reading() as connection:
            rows = self._bearers(connection, name, sort, limit)
            spelled = names_of_entities(connection, [row.id for row in rows])
            told = self._remembered.brief(connection).moves_at
            return [NamedView(row.id, row.name, show_names(spelled.get(row.id, ())), len(told(row.id))) for row in rows]

    def typed(self, text: str, sort: str, *, limit: int = 5) -> list[NamedView]:
        """Whose name ("person" or "organization") begins as it is typed so far, in any script, best first."""
        self._keep_up()
        with self._database.reading() as connection:
            ids = typed_entities(connection, self._remembered, self._names, text, sort, limit)
            rows, spelled = get_entities(connection, ids), names_of_entities(connection, ids)
            told = self._remembered.brief(connection).moves_at
            return [
                NamedView(entity, rows[entity].name, show_names(spelled.get(entity, ())), len(told(entity)))
                for entity in ids
                if entity in rows
            ]

    def suggest(self, name: str, sort: str | None = None) -> tuple[str, ...]:
        """Known names near to one that finds nothing; `sort` is "person", "organization" or None for both."""
        self._keep_up()
        with self._database.reading() as connection:
            return suggest_names(connection, self._remembered, name, sort)

    def article(self, article_id: str, *, as_of: str | None = None) -> ArticleView | None:
        """A stored article with its claims and their spans; None where no article (published by a day) has this id."""
        day = None if as_of is None else last_day(as_of)
        self._keep_up()
        with self._database.reading() as connection:
            versions = find_versions(connection, article_id)
            current = next((version for version in versions if version.current), None)
            stored = None if current is None else current_reading(connection, current.key)
            if current is None or stored is None or (day is not None and current.known_on > day):
                return None
            group, same_origin, same_story = fellows(connection, current.key, day)
            veil = veil_of(connection)
            reading = reading_as_judged(connection, article_id, stored.reading)
        document = veil.document(current.document, current.key)
        return ArticleView(
            document=document,
            reading=veil.reading(reading, document, current.key),
            reader=stored.reader,
            reader_version=stored.version,
            added_at=current.added_at,
            versions=len(versions),
            origin=group.origin if group is not None else article_id,
            story=group.story if group is not None else article_id,
            same_origin=tuple(same_origin),
            same_story=tuple(same_story),
        )

    def similar_ids(self, part: str, limit: int = 5) -> list[str]:
        """The ids of stored articles that hold these characters: for an id that finds nothing."""
        with self._database.reading() as connection:
            return ids_with(connection, plain(part), limit)

    def search(self, text: str, limit: int = 20, *, skip: int = 0) -> list[SearchHit]:
        """The articles whose words match, best first; case, accents and Arabic spelling variants do not matter."""
        with self._database.reading() as connection:
            found = find_articles(connection, plain(text), limit, skip)
            articles = get_articles(connection, [key for key, _ in found])
            veil = veil_of(connection)
        return [
            SearchHit(
                article=document.id,
                title=document.title,
                language=document.lang,
                published=document.published,
                publisher=document.publisher,
                excerpt=excerpt_of(document.text, text),
                score=score,
            )
            for key, score in found
            for document in (veil.document(articles[key].document, key),)
            if veil.is_open or still_found(document, text)
        ]

    def status(self, *, as_of: str | None = None) -> StatusView:
        """What the library holds, or what of it had been published by a day."""
        day = None if as_of is None else last_day(as_of)
        self._keep_up()
        with self._database.reading() as connection:
            if day is None:
                kept = counts(connection)
                record = self._remembered.get(connection, "counts", lambda: record_counts(connection), may_lag=True)
                claims, (languages, readers) = count_claims(connection), self._languages_and_readers(connection)
            else:
                record = counts_then(connection, self._remembered, self._names, day)
                then = kept_then(connection, self._remembered, day)
                kept, claims = {"articles": then.articles, "versions": then.versions}, then.claims
                languages, readers = by_language_and_reader(then.read)
        return StatusView(
            url=self._database.url,
            schema=self._database.schema,
            articles=kept["articles"],
            versions=kept["versions"],
            claims=claims,
            moves=record["moves"],
            people=record["people"],
            organizations=record["organizations"],
            stories=record["stories"],
            origins=record["origins"],
            languages=languages,
            readers=readers,
        )

    def articles_kept(self) -> int:
        """How many articles there are, whether or not they are worked in yet."""
        with self._database.reading() as connection:
            return counts(connection)["articles"]

    def languages(self) -> dict[str, int]:
        """How many articles there are in each language, the most first."""
        self._keep_up()
        with self._database.reading() as connection:
            return dict(self._languages_and_readers(connection)[0])

    def _languages_and_readers(self, connection: Connection) -> tuple[dict[str, int], dict[str, int]]:
        return self._remembered.get(connection, "languages", lambda: languages_and_readers(connection), may_lag=True)

    def counted(self, wanted: CountedMoves) -> CountedView | None:
        """The moves behind a count; None where no organization has one of the ids, or none is asked for."""
        self._keep_up()
        with self._database.reading() as connection:
            ends = {end for end in (wanted.from_org, wanted.to_org) if end is not None}
            found = get_entities(connection, ends)
            if not ends or any(end not in found or found[end].sort != "organization" for end in ends):
                return None
            at = wanted.from_org or wanted.to_org or ""
            return moves_behind(self._remembered.brief(connection).moves_at(at), wanted)

    def outlets(self) -> dict[str, int]:
        """How many articles there are of each outlet, the most first."""
        with self._database.reading() as connection:
            veil = veil_of(connection)
            counted = self._remembered.get(
                connection, "articles of outlets", lambda: articles_by_outlet(connection), may_lag=True
            )
        return {outlet: count for outlet, count in counted.items() if veil.text(outlet) == outlet}

    def export_ledger(self, *, as_of: str | None = None) -> dict[str, Any]:
        """The whole ledger as plain data: articles by story, entities with mentions, moves; as of a day."""
        with self.walked_ledger(as_of=as_of) as ledger:
            return {name: list(rows) for name, rows in ledger.items()}

    @contextmanager
    def walked_ledger(self, *, as_of: str | None = None) -> Iterator[dict[str, Walked]]:
        """The same of one state of the record, to be walked row by row: for records that memory does not hold."""
        day = None if as_of is None else last_day(as_of)
        self._keep_up()
        with self._database.reading() as connection, walked_ledger(connection, self._names, day) as ledger:
            yield ledger
