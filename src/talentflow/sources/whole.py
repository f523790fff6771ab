"""Inputs that are one article: read whole, up to a limit, and decoded."""

from __future__ import annotations

from collections.abc import Callable

from talentflow.sources.article import is_blank
from talentflow.sources.content import LONGEST_ARTICLE, MEBIBYTE, Content
from talentflow.sources.decode import decode, without_mark
from talentflow.sources.problems import Unreadable


def read_text(
    content: Content, *, declared_by: Callable[[bytes], str | None] | None = None, limit: int = LONGEST_ARTICLE
) -> str:
    """The characters of the input, exactly as decoded; `declared_by` finds what its first bytes call its encoding.

    Raises Unreadable where there are no characters, or none but blanks.
    """
    data, was_cut = content.read(limit)
    declared = content.declared or (declared_by(data[:4096]) if declared_by else None)
    decoded = decode(data, declared=declared, was_cut=was_cut or content.was_cut)
    if was_cut:
        content.was_cut = True
        size = f"{limit // MEBIBYTE} MiB"
        content.report.warn(
            f"is longer than {size}: only its first {size} were read", "Split it to have the rest read."
        )
    if decoded.doubt:
        content.report.warn(decoded.doubt, "Save it as UTF-8 if a letter looks wrong.")
    text = without_mark(decoded.text)
    if is_blank(text):
        raise Unreadable(f"holds nothing but blanks ({len(data):,} bytes)", "Remove it, or fetch the article again.")
    return text
