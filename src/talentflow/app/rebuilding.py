"""Makes everything derived anew from what is kept: when the rules have changed, or on request."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow import __version__, ledger, resolver
from talentflow.app.adding import index_article
from talentflow.app.identity import ArticleNames, Names
from talentflow.model import EntityMention, FactClaim, GroupClaim, PositionClaim
from talentflow.store.articles import StoredClaim, claims_of_articles, current_reading, get_articles
from talentflow.store.mentions import set_name_keys

# Rows that were made by other rules than these are made anew. The registry changes with the version.
RULES = f"{__version__} {resolver.VERSION} {ledger.VERSION}"


def index_articles(connection: Connection, names: Names, keys: list[str]) -> None:
    """Index articles as if they had just been added; their claims and judgements stay as they are."""
    for key, article in sorted(get_articles(connection, map(int, keys)).items()):
        stored = current_reading(connection, key)
        if stored is None or not article.current:
            continue
        article_names = ArticleNames(names, article.document, stored.reading)
        found: dict[str, str] = {}
        for sort in ("move", "position", "group"):
            for row in claims_of_articles(connection, [key], sort):
                found |= _name_keys(article_names, row)
        set_name_keys(connection, found)
        index_article(connection, article_names, key, article.document, stored.reading)


def _name_keys(article_names: ArticleNames, row: StoredClaim) -> dict[str, str]:
    claim = row.claim
    owner: EntityMention | None = None
    pairs: list[tuple[str | None, str, EntityMention | None]]
    if isinstance(claim, GroupClaim):
        pairs = [(row.from_org, "organization", claim.from_org), (row.to_org, "organization", claim.to_org)]
    elif isinstance(claim, PositionClaim):
        owner = claim.person
        pairs = [(row.person, "person", claim.person), (row.from_org, "organization", claim.org)]
    elif isinstance(claim, FactClaim):  # it bears the mentions of the other claims, and has none of its own
        pairs = []
    else:
        owner = claim.person
        pairs = [
            (row.person, "person", claim.person),
            (row.from_org, "organization", claim.from_org),
            (row.to_org, "organization", claim.to_org),
        ]
    return {
        identity: article_names.key_of(sort, mention, owner)
        for identity, sort, mention in pairs
        if identity is not None and mention is not None
    }
