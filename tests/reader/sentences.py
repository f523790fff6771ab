"""Sentences read alone, as the tests of each language ask: the moves as claims, and as a row writes them."""

from __future__ import annotations

from talentflow.model import Document, MoveClaim
from talentflow.reader.careers.career import compose
from talentflow.reader.claims.presenting import move_claim
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.posts.posts import find_posts
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

# A sentence alone has no article around it that would make the reader sure: what is tested is how it is read.
HARDLY_SURE = 0.05


def understood(text: str, lang: str, title: str = "") -> Understanding:
    """What the rules make of a text published in June 2025, before anything is chosen."""
    return understand(make_page(Document(text, "a", lang, title, "2025-06-11"), lexicon_for(lang, True)))


def posts_in(text: str, lang: str) -> list[str]:
    """The posts that a text names, in the English of the record."""
    page = understood(text, lang).page
    return [post.english for sentence in page.sentences for post in find_posts(sentence, page.language)]


def claims_of(text: str, lang: str, title: str = "") -> list[MoveClaim]:
    """The moves of a text published in June 2025."""
    found = understood(text, lang, title)
    drafts = compose(found.events, found.ties, found.topic, found.places, HARDLY_SURE)
    return [move_claim(found, draft) for draft in drafts]


def moves_of(text: str, lang: str, title: str = "") -> list[str]:
    """The moves of a text, as a row writes them."""
    return [written(move) for move in claims_of(text, lang, title)]


def ends_of(text: str, lang: str) -> set[str]:
    """The moves of a text without their status."""
    return {move.rpartition(",")[0] for move in moves_of(text, lang)}


def written(move: MoveClaim) -> str:
    """A move by its mentions, letter for letter."""
    ends = [end.mention if end else "-" for end in (move.from_org, move.to_org)]
    return f"{move.person.mention}: {ends[0]} -> {ends[1]}, {move.status}"
