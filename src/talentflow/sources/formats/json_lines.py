"""JSON Lines: one article object a line. A line that is broken costs only itself."""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.model import Document
from talentflow.sources.article import article_document
from talentflow.sources.content import LONGEST_ARTICLE, Content
from talentflow.sources.format import Format
from talentflow.sources.pieces import PieceDecoder
from talentflow.sources.problems import Unreadable
from talentflow.sources.values import NotJson, lines, parse

_REMEDY = "Mend or remove the line; the others are read."


def read(content: Content) -> Iterator[Document]:
    """The articles of the lines that can be read; the others are reported by number."""
    decoder, report = PieceDecoder(content), content.report
    for piece in lines(decoder.chunks(), LONGEST_ARTICLE):
        if piece.flaw:
            report.lost(f"is a line of more than {LONGEST_ARTICLE:,} bytes", "Split the article.", line=piece.line)
            continue
        try:
            article = parse(decoder.text(piece.data, piece.line))
        except NotJson as error:
            if not content.was_cut:  # else it is the line in which the input was cut off, and that has been said
                report.lost(f"is not JSON ({error})", _REMEDY, line=piece.line)
        except Unreadable as error:
            report.lost(error.what, _REMEDY, line=piece.line)
        else:
            document = article_document(article, report, line=piece.line)
            if document is not None:
                yield document


def looks_like(head: str) -> bool:
    """Whether the first line is an object by itself, or the second begins one although the first is broken."""
    if has_second_object(head):
        return True
    first, line_end, _ = head.partition("\n")
    try:
        return bool(line_end) and isinstance(parse(first), dict)
    except NotJson:
        return False


def has_second_object(head: str) -> bool:
    """Whether the first two lines begin an object each, the second of which is no member of the first."""
    first, _, rest = head.partition("\n")
    goes_on = first.rstrip().endswith(("[", ",", ":", "{"))
    return first.startswith("{") and not goes_on and rest.lstrip().startswith("{")


FORMAT = Format("JSON Lines", (".jsonl", ".ndjson"), read, looks_like, precedence=10)
