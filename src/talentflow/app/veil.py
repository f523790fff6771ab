"""The veil over people who asked to be removed: nothing that the library answers shows them.

They are known again by the keys of their names and by their spellings, so that nothing read later brings them back.
Their moves and posts are left out of the record; in the texts of others their names are struck out, letter for letter,
so that every quote still stands where it is said to stand. Whoever bears the very same name may be hidden with them:
it errs on the side of those who asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import blake2b
from urllib.parse import unquote

from sqlalchemy import Connection

from talentflow.app.identity import UNNAMED
from talentflow.app.views import InsightTable
from talentflow.model import (
    Document,
    EntityMention,
    FactClaim,
    FactParty,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reading,
    Span,
)
from talentflow.store.hiding import articles_with_names, hidden_rows
from talentflow.store.mentions import MentionRow, mentions_of_entity
from talentflow.text.fold import search_key
from talentflow.text.masking import MASK, masked


@dataclass(frozen=True, slots=True)
class Veil:
    """Whom it hides: keys of names, folded spellings, and the articles that mention them."""

    names: frozenset[str] = frozenset()
    spellings: frozenset[str] = frozenset()
    articles: frozenset[int] = frozenset()

    @property
    def is_open(self) -> bool:
        """Whether nobody is hidden, as nearly always."""
        return not self.names and not self.spellings

    def hides(self, connection: Connection, entity: str) -> bool:
        """Whether an entity is somebody who is hidden, or what only such a person founds or joins."""
        return not self.is_open and any(map(self._is_theirs, mentions_of_entity(connection, entity)))

    def _is_theirs(self, mention: MentionRow) -> bool:
        if mention.name_key.startswith(UNNAMED):
            return mention.name_key.split("|", 2)[2] in self.names
        if mention.sort != "person":
            return False
        return mention.name_key in self.names or self._bears(mention.mention, mention.name)

    def covers(self, mention: EntityMention | None, article: int) -> bool:
        """Whether a mention of a person in a claim is of somebody who is hidden."""
        if mention is None or self.is_open:
            return False
        if mention.listed and f"person|={mention.id}" in self.names:
            return True
        # "Moreno" alone is theirs in an article that mentions them; "Ada Smith" is not, whoever else is called Ada.
        struck = self.text(mention.mention, article).replace(MASK, "")
        return self._bears(mention.mention, mention.name) or not re.search(r"\w", struck)

    def covers_name(self, key: str, spellings: Iterable[str]) -> bool:
        """Whether a name that is compared with others is one of theirs."""
        return key in self.names or (key.startswith("person|") and self._bears(*spellings))

    def _bears(self, *written: str | None) -> bool:
        keys = (search_key(name) for name in written if name)
        # One word alone ("Moreno") is anybody's.
        return any(key in self.spellings and (" " in key or not key.isascii()) for key in keys)

    def text(self, text: str, article: int | None = None) -> str:
        """A text with their names struck out: in an article that mentions them, every part of these."""
        if self.is_open or not text:
            return text
        return masked(text, self.spellings, parts=article is not None and article in self.articles)

    def strikes(self, name: str) -> bool:
        """Whether nothing of a name is left: to ask for it is to ask for them."""
        struck = masked(name, self.spellings, parts=True).replace(MASK, "")
        return not self.is_open and not re.search(r"\w", struck)

    def sources(self, names: Iterable[str], article: int | None = None) -> tuple[str, ...]:
        """Those who say so, without those who are hidden."""
        return tuple(name for name in names if self.text(name, article) == name)

    def spans(self, spans: Iterable[Span], article: int) -> tuple[Span, ...]:
        """Spans with their quotes struck out."""
        return tuple(replace(span, quote=self.text(span.quote, article)) for span in spans)

    def details(self, details: dict[str, str | None], key: int) -> dict[str, str | None]:
        """What an article says of itself, as it may be shown."""
        if self.is_open:
            return details
        return details | {
            "title": self.text(details["title"] or "", key),
            "url": self.address(details["url"], key),
            "publisher": self.text(details["publisher"] or "", key) or None,
        }

    def address(self, address: str | None, article: int) -> str | None:
        """The address of an article, None where it spells their names: ".../ada-moreno-leaves"."""
        if self.is_open or address is None:
            return address
        words = _spelled(address)
        return address if self.text(words, article) == words else None

    def outlets(self, table: InsightTable) -> InsightTable:
        """A table of outlets without their names: somebody's own pages are called by who writes them."""
        if self.is_open:
            return table
        rows = tuple(
            replace(row, label=self.text(row.label), cells=(self.text(str(row.cells[0])), *row.cells[1:]))
            for row in table.rows
        )
        return replace(table, rows=rows)

    def article_id(self, document: Document) -> str:
        """The id by which an article is known: its own, unless that spells their names ("ada-moreno-leaves").

        Then it is one that tells nothing, and always the same, so that the article is known again.
        """
        if self.is_open:
            return document.id
        words, whole = _spelled(document.id), f"{document.title}\n{document.text}"
        is_theirs = masked(whole, self.spellings, parts=False) != whole
        if masked(words, self.spellings, parts=is_theirs) == words:
            return document.id
        return f"a-{blake2b(document.id.encode('utf-8', 'replace'), digest_size=8).hexdigest()}"

    def document(self, document: Document, key: int) -> Document:
        """An article as it may be shown."""
        if self.is_open:
            return document
        whole = f"{document.title}\n{document.text}"
        mentions = key in self.articles or masked(whole, self.spellings, parts=False) != whole
        title, text = (masked(part, self.spellings, parts=mentions) for part in (document.title, document.text))
        publisher = document.publisher and masked(document.publisher, self.spellings, parts=mentions)
        address, origin = self.address(document.url, key), self.address(document.origin, key) or ""
        return replace(document, title=title, text=text, url=address, publisher=publisher, origin=origin)

    def reading(self, reading: Reading, document: Document, key: int) -> Reading:
        """What is read from an article, without them; `document` is the article as it may be shown."""
        if self.is_open:
            return reading

        def seen(spans: tuple[Span, ...]) -> tuple[Span, ...]:
            return tuple(document.span(span.field, span.start, span.end) for span in spans)

        def move(claim: MoveClaim) -> MoveClaim:
            return replace(self.move(claim, key), evidence=seen(claim.evidence))

        def group(claim: GroupClaim) -> GroupClaim:
            return replace(claim, evidence=seen(claim.evidence))

        return replace(
            reading,
            moves=tuple(move(claim) for claim in reading.moves if not self.covers(claim.person, key)),
            positions=tuple(
                replace(claim, evidence=seen(claim.evidence))
                for claim in reading.positions
                if not self.covers(claim.person, key)
            ),
            groups=tuple(group(claim) for claim in reading.groups),
            facts=tuple(
                replace(self.fact(claim, key), evidence=seen(claim.evidence))
                for claim in reading.facts
                if not self.covers_fact(claim, key)
            ),
        )

    def move(self, claim: MoveClaim, article: int) -> MoveClaim:
        """A move of somebody else's, without those who are hidden."""
        if self.is_open:
            return claim
        return replace(
            claim,
            evidence=self.spans(claim.evidence, article),
            why=tuple(replace(reason, quote=self.text(reason.quote, article)) for reason in claim.why),
            according_to=self.sources(claim.according_to, article),
        )

    def position(self, claim: PositionClaim, article: int) -> PositionClaim:
        """A post of somebody else's, without those who are hidden."""
        return claim if self.is_open else replace(claim, evidence=self.spans(claim.evidence, article))

    def covers_fact(self, claim: FactClaim, article: int) -> bool:
        """Whether a fact is about somebody who is hidden."""
        return self._is_party(claim.subject, article)

    def fact(self, claim: FactClaim, article: int) -> FactClaim:
        """A fact about others, without those who are hidden."""
        if self.is_open:
            return claim
        return replace(
            claim,
            about=tuple(party for party in claim.about if not self._is_party(party, article)),
            words=self.text(claim.words, article),
            according_to=self.sources(claim.according_to, article),
            evidence=self.spans(claim.evidence, article),
        )

    def _is_party(self, party: FactParty, article: int) -> bool:
        return party.sort == "person" and self.covers(party.entity, article)


def _spelled(address: str) -> str:
    """The words that an address or an id is made of, as names are written."""
    return re.sub(r"[\W_]+", " ", unquote(address)).title()


NO_VEIL = Veil()


def veil_of(connection: Connection, *, knows_articles: bool = True) -> Veil:
    """The veil over all who are hidden now; one that need not know the articles that mention them is sooner there."""
    rows = hidden_rows(connection)
    if not rows:
        return NO_VEIL
    names = frozenset(key for row in rows for key in row.names)
    spellings = frozenset(spelling for row in rows for spelling in row.spellings)
    articles = articles_with_names(connection, names) if knows_articles else ()
    return Veil(names, spellings, frozenset(articles))
