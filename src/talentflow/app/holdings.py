"""What a library holds, counted: as it stands, or what of it had been published by a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from talentflow.app.counted_then import counts_then, kept_then
from talentflow.app.identity import Names
from talentflow.app.remembered import Remembered
from talentflow.app.veil import veil_of
from talentflow.app.views import StatusView
from talentflow.store import Database
from talentflow.store.articles import by_language_and_reader, count_claims, counts, languages_and_readers
from talentflow.store.derived import record_counts
from talentflow.store.outlets import articles_by_outlet


def status_view(
    connection: Connection, database: Database, remembered: Remembered, names: Callable[[], Names], day: str | None
) -> StatusView:
    """All counts; `names` are loaded where a day is asked for."""
    if day is None:
        kept, claims = counts(connection), count_claims(connection)
        record = remembered.get(connection, "counts", lambda: record_counts(connection), may_lag=True)
        languages, readers = articles_by_language_and_reader(connection, remembered)
    else:
        record = counts_then(connection, remembered, names(), day)
        then = kept_then(connection, remembered, day)
        kept, claims = {"articles": then.articles, "versions": then.versions}, then.claims
        languages, readers = by_language_and_reader(then.read)
    return StatusView(
        url=database.url,
        schema=database.schema,
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


def articles_by_language_and_reader(
    connection: Connection, remembered: Remembered
) -> tuple[Mapping[str, int], Mapping[str, int]]:
    """How many articles there are in each language and of each reader, the most first."""
    return remembered.get(connection, "languages", lambda: languages_and_readers(connection), may_lag=True)


def articles_of_outlets(connection: Connection, remembered: Remembered) -> dict[str, int]:
    """How many articles there are of each outlet, the most first, without the names of whoever is hidden."""
    veil = veil_of(connection)
    counted = remembered.get(connection, "articles of outlets", lambda: articles_by_outlet(connection), may_lag=True)
    return {outlet: count for outlet, count in counted.items() if veil.text(outlet) == outlet}
