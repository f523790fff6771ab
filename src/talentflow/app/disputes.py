"""The moves on which readers disagree: what a person should look at first."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.veil import veil_of
from talentflow.app.views import DisputeView
from talentflow.model import DISPUTE, MoveClaim
from talentflow.store.articles import claims_explained_by, get_articles


def disputes(connection: Connection) -> list[DisputeView]:
    """The disputed moves of all articles, least sure first."""
    veil = veil_of(connection)
    found = [
        (stored.article_key, stored.claim)
        for stored in claims_explained_by(connection, DISPUTE)
        if isinstance(stored.claim, MoveClaim) and not veil.covers(stored.claim.person, stored.article_key)
    ]
    articles = get_articles(connection, {key for key, _ in found})
    views = [
        DisputeView(
            articles[key].document.id,
            str(claim),
            claim.confidence,
            veil.text(claim.evidence[0].quote, key) if claim.evidence else "",
            claim.explanation[-1],
        )
        for key, claim in found
    ]
    return sorted(views, key=lambda view: (view.confidence, view.article, view.move))
