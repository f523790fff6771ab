"""A stored article as a view: with its claims, as reviewers have left them, and where it stands among the others."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.judged import reading_as_judged
from talentflow.app.veil import veil_of
from talentflow.app.views import ArticleView
from talentflow.store.articles import current_reading, find_versions
from talentflow.store.groups import fellows


def article_view(connection: Connection, article: str, day: str | None) -> ArticleView | None:
    """An article by its id; None where none has it, or where it was not yet published on a day."""
    versions = find_versions(connection, article)
    current = next((version for version in versions if version.current), None)
    stored = None if current is None else current_reading(connection, current.key)
    if current is None or stored is None or (day is not None and current.known_on > day):
        return None
    group, same_origin, same_story = fellows(connection, current.key, day)
    veil = veil_of(connection)
    document = veil.document(current.document, current.key)
    return ArticleView(
        document=document,
        reading=veil.reading(reading_as_judged(connection, article, stored.reading), document, current.key),
        reader=stored.reader,
        reader_version=stored.version,
        added_at=current.added_at,
        versions=len(versions),
        origin=group.origin if group is not None else article,
        story=group.story if group is not None else article,
        same_origin=tuple(same_origin),
        same_story=tuple(same_story),
    )
