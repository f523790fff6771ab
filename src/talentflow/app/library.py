"""The library: articles in, a sourced record of moves out. Every surface asks here and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Any

from sqlalchemy import Connection

from talentflow.app.adding import add_documents
from talentflow.app.alerts import Alerts
from talentflow.app.companions import companions
from talentflow.app.deciding import decide, decisions, open_pairs, undo
from talentflow.app.desk import Desk
from talentflow.app.disputes import disputes
from talentflow.app.export import ledger_as_dict
from talentflow.app.facts import facts_for
from talentflow.app.finding import find_entities, suggest_names, with_parts
from talentflow.app.hiding import Hiding
from talentflow.app.identity import Names
from talentflow.app.insight import FIGURES, insight_table
from talentflow.app.judged import reading_as_judged
from talentflow.app.paging import in_order_of, part_of
from talentflow.app.present import query_of, show_entity, show_moves
from talentflow.app.reading import Reader
from talentflow.app.refresh import Progress, rebuild, refresh
from talentflow.app.reviewing import review, take_back
from talentflow.app.searching import excerpt_of, still_found
from talentflow.app.settings import database_url
from talentflow.app.telling import story_view
from talentflow.app.then import counts_then, last_day, moves_then
from talentflow.app.tokens import Tokens
from talentflow.app.veil import veil_of
from talentflow.app.views import (
    SORTS,
    Added,
    ArticleView,
    CompanionView,
    DecisionView,
    DisputeView,
    EntityView,
    FactFilter,
    FactView,
    InsightFilter,
    InsightTable,
    Lookup,
    MoveFilter,
    MoveView,
    PairView,
    SearchHit,
    StatusView,
    StoryView,
)
from talentflow.model import Document, Move, TalentflowError
from talentflow.registry import Registry, load_registry
from talentflow.store import Database
from talentflow.store.articles import (
    counts,
    current_reading,
    find_versions,
    get_articles,
    ids_with,
    languages_and_readers,
)
from talentflow.store.columns import plain
from talentflow.store.groups import fellows, origins_of_articles
from talentflow.store.records import MoveQuery, days_of_moves, find_moves, get_entities, get_moves, record_counts
from talentflow.store.search import find_articles

_MOVES_AT_ONCE = 200
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


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
        yield from add_documents(self._database, self._names, documents, reader)

    def refresh(self, progress: Progress | None = None) -> None:
        """Bring the record up to date with all that was added; every question does so first.

        `progress` is called with what is worked on ("text", "name", "article", "person", "spelling", "entity"), how
        many are done and how many there are.
        """
        refresh(self._database, lambda: self._names, progress)

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
        self.refresh()
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
        self.refresh()
        with self._database.reading() as connection:
            found = self._moves(connection, wanted)
            if wanted.sort != "person":
                return show_moves(connection, found[part_of(found, wanted.limit, wanted.skip, wanted.after)])
            views = show_moves(connection, found)
        views.sort(key=lambda view: (str(view.person).casefold(), view.date or view.known_on or ""))
        return views[part_of(views, wanted.limit, wanted.skip, wanted.after)]

    def each_move(self, wanted: MoveFilter | None = None) -> Iterator[MoveView]:
        """The moves that pass the filter, one by one: for as many as there are; "person" is no order for so many.

        Raises TalentflowError as `moves` does, before the first is asked for.
        """
        wanted = wanted or MoveFilter()
        self.refresh()
        with self._database.reading() as connection:
            found = self._moves(connection, wanted)
        return self._shown(found[part_of(found, wanted.limit, wanted.skip, wanted.after)])

    def _shown(self, found: list[Move]) -> Iterator[MoveView]:
        for start in range(0, len(found), _MOVES_AT_ONCE):
            with self._database.reading() as connection:  # let go in between: whoever listens may be slow
                views = show_moves(connection, found[start : start + _MOVES_AT_ONCE])
            yield from views

    def _moves(self, connection: Connection, wanted: MoveFilter) -> list[Move]:
        if wanted.sort not in SORTS:
            raise TalentflowError(f"Cannot sort by “{wanted.sort}”. Use one of: {', '.join(SORTS)}.")
        for option, value in (("since", wanted.since), ("until", wanted.until)):
            if value is not None and not _DATE.fullmatch(value):
                raise TalentflowError(f"--{option} {value}: not a date. Write 2025, 2025-10 or 2025-10-14.")
        day = None if wanted.as_of is None else last_day(wanted.as_of)
        return in_order_of(self._find(connection, self._query(connection, wanted), day), wanted.sort)

    def days(self) -> tuple[str, str] | None:
        """The first and the last day on which a move that is done can have been; None where none has a day."""
        self.refresh()
        with self._database.reading() as connection:
            return days_of_moves(connection)

    def move(self, move: str) -> MoveView | None:
        """A move by its id; None where no move has it."""
        self.refresh()
        with self._database.reading() as connection:
            found = show_moves(connection, get_moves(connection, [move]))
        return found[0] if found else None

    def entity(self, entity: str) -> EntityView | None:
        """A person or an organization by its id; None where nobody has it."""
        self.refresh()
        with self._database.reading() as connection:
            row = get_entities(connection, [entity]).get(entity)
            if row is None:
                return None
            return show_entity(connection, self._names, row, find_moves(connection, query_of(row)))

    def companions(self, person: str) -> list[CompanionView]:
        """Who made the same moves as a person (by id), as one article tells of both."""
        self.refresh()
        with self._database.reading() as connection:
            return companions(connection, person)

    def origins(self, articles: Iterable[str]) -> dict[str, str]:
        """The origin of each of these articles, by id; articles that are not known are left out."""
        self.refresh()
        with self._database.reading() as connection:
            return origins_of_articles(connection, articles)

    def story(self, story: str) -> StoryView | None:
        """The articles that tell one piece of news, by their origins; None where no story has this id."""
        self.refresh()
        with self._database.reading() as connection:
            return story_view(connection, story)

    def _find(self, connection: Connection, query: MoveQuery, day: str | None) -> list[Move]:
        return find_moves(connection, query) if day is None else moves_then(connection, self._names, query, day)

    def _query(self, connection: Connection, wanted: MoveFilter) -> MoveQuery:
        def organizations(name: str | None) -> list[str] | None:
            if name is None:
                return None
            return with_parts(self._names, find_entities(connection, self._names, name, "organization"))

        people = None
        if wanted.person is not None:
            people = find_entities(connection, self._names, wanted.person, "person")
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
        self.refresh()
        with self._database.reading() as connection:
            return facts_for(connection, self._names, wanted or FactFilter())

    def insight(self, wanted: InsightFilter) -> InsightTable:
        """What the moves add up to: a figure for a period, with the moves behind each row.

        Raises TalentflowError for a figure that does not exist.
        """
        if wanted.figure not in FIGURES:
            raise TalentflowError(f"No figure “{wanted.figure}”. Use one of: {', '.join(FIGURES)}.")
        self.refresh()
        with self._database.reading() as connection:
            asked = MoveFilter(organization=wanted.organization)
            return insight_table(connection, wanted, self._query(connection, asked).organizations)

    def person(self, name: str, *, as_of: str | None = None) -> Lookup:
        """The people who bear a name in any script or spelling, or suggestions; as it stood on a day."""
        return self._look_up(name, "person", as_of)

    def organization(self, name: str, *, as_of: str | None = None) -> Lookup:
        """The organizations that bear a name in any script or spelling, or suggestions; as it stood on a day."""
        return self._look_up(name, "organization", as_of)

    def _look_up(self, name: str, sort: str, as_of: str | None) -> Lookup:
        day = None if as_of is None else last_day(as_of)
        self.refresh()
        with self._database.reading() as connection:
            rows = get_entities(connection, find_entities(connection, self._names, name, sort))
            views = [
                show_entity(connection, self._names, row, self._find(connection, query_of(row), day), day)
                for _, row in sorted(rows.items())
            ]
            found = tuple(view for view in views if view is not None)
            suggestions = () if found else suggest_names(connection, name, sort)
        return Lookup(name, found, suggestions)

    def suggest(self, name: str, sort: str | None = None) -> tuple[str, ...]:
        """Known names near to one that finds nothing; `sort` is "person", "organization" or None for both."""
        self.refresh()
        with self._database.reading() as connection:
            return suggest_names(connection, name, sort)

    def article(self, article_id: str, *, as_of: str | None = None) -> ArticleView | None:
        """A stored article with its claims and their spans; None where no article (published by a day) has this id."""
        day = None if as_of is None else last_day(as_of)
        self.refresh()
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
        self.refresh()
        with self._database.reading() as connection:
            kept = counts(connection, day)
            record = record_counts(connection) if day is None else counts_then(connection, self._names, day)
            languages, readers = languages_and_readers(connection, day)
        return StatusView(
            url=self._database.url,
            schema=self._database.schema,
            articles=kept["articles"],
            versions=kept["versions"],
            claims=kept["claims"],
            moves=record["moves"],
            people=record["people"],
            organizations=record["organizations"],
            stories=record["stories"],
            origins=record["origins"],
            languages=languages,
            readers=readers,
        )

    def export_ledger(self, *, as_of: str | None = None) -> dict[str, Any]:
        """The whole ledger as plain data: articles by story, entities with mentions, moves; as of a day."""
        day = None if as_of is None else last_day(as_of)
        self.refresh()
        with self._database.reading() as connection:
            return ledger_as_dict(connection, self._names, day)
