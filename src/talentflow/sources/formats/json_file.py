"""JSON: one article object, a list of them, or objects one after the other; read one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentflow.model import Document
from talentflow.sources.article import article_document
from talentflow.sources.content import LONGEST_ARTICLE, Content
from talentflow.sources.format import Format
from talentflow.sources.formats import json_lines
from talentflow.sources.pieces import PieceDecoder
from talentflow.sources.problems import Unreadable
from talentflow.sources.values import NotJson, Piece, parse, values, whole_articles

_LONGEST_RESCUE = 8 << 20
_START = re.compile(r'\{\s*["}]|\[\s*[\[{\]]|[{\[]\s*\Z')


def read(content: Content) -> Iterator[Document]:
    """The articles of the input that stand whole; where it breaks is reported by line."""
    decoder = PieceDecoder(content)
    head = content.peek(until=b"\n").decode("utf-8", "replace").lstrip("\ufeff \t\r\n")
    if json_lines.has_second_object(head):
        yield from json_lines.read(content)
        return
    for piece in values(decoder.chunks(), LONGEST_ARTICLE):
        if piece.flaw:
            yield from _broken(piece, content, decoder)
            continue
        try:
            text = decoder.text(piece.data, piece.line)
            article = parse(text)
        except NotJson as error:
            content.report.lost(f"is not JSON ({error})", "Mend it there.", line=piece.line + error.lines_in)
        except Unreadable as error:
            content.report.lost(error.what, error.remedy, line=piece.line)
        else:
            # A file of one article needs no line to be found again.
            document = article_document(article, content.report, line=piece.line if piece.line > 1 else None)
            if document is not None:
                yield document


def _broken(piece: Piece, content: Content, decoder: PieceDecoder) -> Iterator[Document]:
    """Report a value without an end, and read the articles in it that an unclosed quote or bracket has swallowed."""
    report = content.report
    if piece.flaw == "too long":
        what = f"is JSON with a value of more than {LONGEST_ARTICLE:,} bytes, at which reading stopped"
        report.lost(what, "Split it, or write one article a line (.jsonl).", line=piece.line)
    elif piece.flaw == "unclosed":
        if not content.was_cut:
            report.lost("is a list without an end (cut off?)", "What stands there was read.", line=piece.line)
        return
    elif not content.was_cut:
        what = "is JSON that ends inside an article (cut off, or a quote or bracket is missing)"
        report.lost(what, "Mend it there; the articles that stand whole are read.", line=piece.line)
    try:
        text = decoder.text(piece.data[:_LONGEST_RESCUE], piece.line)
    except Unreadable:
        return
    for offset, article in whole_articles(text):
        document = article_document(article, report, line=piece.line + text.count("\n", 0, offset))
        if document is not None:
            yield document


def looks_like(head: str) -> bool:
    """Whether it begins as an object or a list of objects does; "[Update] …" does not."""
    return _START.match(head) is not None


FORMAT = Format("JSON", (".json",), read, looks_like, precedence=20)
