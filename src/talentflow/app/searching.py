"""The articles whose words match a search, with the words around what was searched for."""

from __future__ import annotations

from sqlalchemy import Connection

from talentflow.app.veil import veil_of
from talentflow.app.views import SearchHit
from talentflow.model import Document
from talentflow.store.articles import get_articles
from talentflow.store.columns import plain
from talentflow.store.search import find_articles, search_words
from talentflow.text.fold import fold, fold_character

_BEFORE, _AFTER = 60, 140
_LONGEST_WORD = 30  # in a script without spaces there is no blank to cut at


def search_hits(connection: Connection, text: str, limit: int, skip: int) -> list[SearchHit]:
    """So many articles after so many, best first; none of which only a word that is struck out matches."""
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


def excerpt_of(text: str, query: str) -> str:
    """The part of a text around the first of the words searched for, on one line."""
    words = search_words(query)
    start = min((place for word in words if (place := _find(text, word)) >= 0), default=0)
    first = max(0, start - _BEFORE)
    last = min(len(text), start + _AFTER)
    if first and not text[first - 1].isspace():
        blank = text.find(" ", first, min(first + _LONGEST_WORD, start))
        first = first if blank < 0 else blank
    if last < len(text) and not text[last].isspace():
        blank = text.rfind(" ", max(last - _LONGEST_WORD, start), last)
        last = last if blank < 0 else blank
    cut = " ".join(text[first:last].split())
    return f"{'…' if first else ''}{cut}{'…' if last < len(text) else ''}"


def still_found(document: Document, query: str) -> bool:
    """Whether an article holds the words of a query also as it may be shown, without those who are hidden."""
    held = set(search_words(f"{document.title} {document.text}"))
    return all(word in held for word in search_words(query))


def _find(text: str, word: str) -> int:
    """Where a folded word begins in a text that is not folded; -1 where it does not stand."""
    folded = fold(text)
    found = folded.find(word)
    if found < 0 or len(folded) == len(text):
        return found
    # Some characters fold to several: those before the word are counted as they stand.
    length = 0
    for place, character in enumerate(text):
        length += len(fold_character(character))
        if length > found:
            return place
    return -1
