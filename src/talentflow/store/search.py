"""Full-text search over folded words: FTS5 with BM25 in SQLite, tsvector in PostgreSQL.

Kept apart from the other tables because each database has its own way. Words are folded before they come here, so
the database's own notion of case and accents plays no part.
"""

from __future__ import annotations

import re

from sqlalchemy import Connection, text

from talentflow.text.fold import fold

# Scripts that do not part their words: every character is a word, and a query is the run of them.
_UNPARTED = re.compile(r"([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])")
_WORD = re.compile(r"\w+")
# So many articles are weighed against each other. Where more match, the newest so many come first, the best of them
# before the others, then the next so many: to weigh all that hold a common word would take longer than anybody waits.
_WEIGHED = 1000


def search_words(written: str) -> list[str]:
    """The words by which a text is found."""
    return _WORD.findall(_UNPARTED.sub(r" \1 ", fold(written)).replace("_", " "))


def make_search_index(connection: Connection) -> None:
    """Make the index where it is missing."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE IF NOT EXISTS article_words "
                "USING fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0\")"
            )
        )
        return
    connection.execute(
        text("CREATE TABLE IF NOT EXISTS article_words (article_key INTEGER PRIMARY KEY, words TSVECTOR NOT NULL)")
    )
    connection.execute(text("CREATE INDEX IF NOT EXISTS ix_article_words ON article_words USING GIN (words)"))


def add_words(connection: Connection, article_key: int, title: str, body: str) -> None:
    """Let an article be found by its words."""
    values = {"key": article_key, "title": " ".join(search_words(title)), "body": " ".join(search_words(body))}
    if connection.dialect.name == "sqlite":
        statement = "INSERT INTO article_words(rowid, title, body) VALUES (:key, :title, :body)"
    else:
        statement = (
            "INSERT INTO article_words VALUES (:key, setweight(to_tsvector('simple', :title), 'A') || "
            "setweight(to_tsvector('simple', :body), 'D'))"
        )
    connection.execute(text(statement), values)


def find_articles(connection: Connection, query: str, limit: int, skip: int = 0) -> list[tuple[int, float]]:
    """Keys and scores of the present versions of articles with all words of the query, best first, after some.

    Where very many match, those that came last are weighed first.
    """
    phrases = [words for part in query.split() if (words := search_words(part))]
    if not phrases:
        return []
    if connection.dialect.name == "sqlite":
        # Inside quotation marks FTS5 knows no operators, so whatever the user typed is only words.
        wanted = " ".join('"' + " ".join(words) + '"' for words in phrases)
        statement = (
            # Only those that are weighed are looked up: which ones are former versions an index tells.
            "SELECT a.key, score FROM (SELECT rowid AS found, -bm25(article_words, 4.0, 1.0) AS score "
            "FROM article_words WHERE article_words MATCH :wanted "
            "AND rowid NOT IN (SELECT key FROM articles WHERE current = 0) "
            "ORDER BY rowid DESC LIMIT :weighed OFFSET :first) AS weighed JOIN articles a ON a.key = found "
            "ORDER BY score DESC, a.id LIMIT :limit OFFSET :skip"
        )
    else:
        wanted = " & ".join("(" + " <-> ".join(words) + ")" for words in phrases)
        statement = (
            "SELECT key, ts_rank(words, q) AS score FROM (SELECT a.key, a.id, w.words, q FROM article_words w "
            "JOIN articles a ON a.key = w.article_key, to_tsquery('simple', :wanted) q "
            "WHERE w.words @@ q AND a.current ORDER BY a.key DESC LIMIT :weighed OFFSET :first) AS weighed "
            "ORDER BY score DESC, id LIMIT :limit OFFSET :skip"
        )
    found: list[tuple[int, float]] = []
    while len(found) < limit:
        first, within = divmod(skip + len(found), _WEIGHED)
        part = {"first": first * _WEIGHED, "weighed": _WEIGHED, "skip": within, "limit": limit - len(found)}
        rows = connection.execute(text(statement), {"wanted": wanted, **part}).all()
        found += [(int(key), float(score)) for key, score in rows]
        if within + len(rows) < _WEIGHED:  # the limit is reached, or nothing follows
            break
    return found
