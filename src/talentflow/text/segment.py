"""Paragraphs and sentences as stretches of characters, for every script."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# A full stop ends a sentence before a space and something that can begin one; other marks end it anywhere.
# Possessive, and from a run's first mark only: a million full stops must not be tried from each of them.
# All begin with one set of characters, by which the search skips the others fast.
_END = re.compile(
    r"""[.!?…؟۔。！？；;؛]
    (?: (?<=[.!?…؟۔])(?<![.!?…؟۔]{2})[.!?…؟۔]*+["'”’»)\]*]*+(?:[ \u00a0\u202f]»)?+(?=\s|$)
      | (?<=[。！？；])[。！？；]*[」』”）)]*
      | (?<=[;؛])(?=\s) )""",
    re.VERBOSE,
)
_ABBREVIATION = re.compile(
    r"""(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Jr|St|Inc|Corp|Ltd|Co|No|vs|Mt|Gen|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov"""
    r"""|Dec|etc|MM|Mgr|av|env|Lic|Ing|D|Dra|Mme|M|Nr|bzw|ca|z|u|p|pp|Mio|Mrd|Dipl|Mag|Univ|inkl|geb|vgl|ggf|evtl|sog"""
    r"""|núm|art|pág|Av|EE|UU)|\b[A-Z]|(?:^|\s)[دأم])\.$"""
)


def lines(text: str) -> Iterator[tuple[int, int]]:
    """The lines that hold something, as (start, end) without the spaces around."""
    for match in _LINE.finditer(text):
        start, end = match.span()
        chunk = match.group()
        start += len(chunk) - len(chunk.lstrip())
        end -= len(chunk) - len(chunk.rstrip())
        if start < end:
            yield start, end


_ORDINAL = re.compile(r"(?:^|[\s(])\d{1,2}\.$")


def sentences(
    text: str, start: int = 0, end: int | None = None, *, ordinals: bool = False
) -> Iterator[tuple[int, int]]:
    """The sentences of `text[start:end]`, one line, as (start, end).

    `ordinals` says that a full stop behind a short number mostly makes an ordinal of it: "zum 1. Mai".
    """
    stop = len(text) if end is None else end
    begin = start
    for match in _END.finditer(text, start, stop):
        cut = match.end()
        if match.group()[0] == "." and _ABBREVIATION.search(text, max(begin, match.start() - 6), match.start() + 1):
            continue
        if (
            ordinals
            and match.group() == "."
            and _ORDINAL.search(text, max(begin, match.start() - 4), match.start() + 1)
        ):
            continue
        while begin < cut and text[begin].isspace():
            begin += 1
        if begin < cut:
            yield begin, cut
        begin = cut
    while begin < stop and text[begin].isspace():
        begin += 1
    if begin < stop:
        yield begin, stop
