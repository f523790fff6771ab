"""A story as its articles tell it."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.veil import veil_of
from talentflow.app.views import StoryView, ToldView
from talentflow.store.articles import get_articles
from talentflow.store.groups import articles_of_story


def show_story(connection: Connection, story: str) -> StoryView | None:
    """The articles that tell one piece of news, by their origins, the earliest first; None where there is no such."""
    rows = articles_of_story(connection, story)
    articles = get_articles(connection, [row.article_key for row in rows])
    veil = veil_of(connection)
    told = [
        ToldView(
            article=document.id,
            title=document.title,
            language=document.lang,
            published=document.published,
            publisher=document.publisher,
            origin=row.origin,
            leads=row.leads,
        )
        for row in rows
        for document in (veil.document(articles[row.article_key].document, row.article_key),)
    ]
    told.sort(key=lambda view: (view.origin, not view.leads, view.published or "9999", view.article))
    first = {view.origin: min(t.published or "9999" for t in told if t.origin == view.origin) for view in told}
    told.sort(key=lambda view: (first[view.origin], view.origin))
    return StoryView(story, tuple(told)) if told else None
