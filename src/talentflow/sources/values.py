"""JSON cut into its articles without holding more than one: lists, single objects, objects in a row, lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

_BETWEEN = re.compile(rb"[^\s,\[\]]")
_STRUCTURE = re.compile(rb'["{}\[\]]')
_OPENING = b"{["
_MOST_FAILURES = 1000  # each may read the whole rest
_FIRST_KEY = re.compile(r'\{\s*("[^"]*")\s*:')


class Piece(NamedTuple):
    """The bytes of one value or line, and the line of the input on which it begins.

    `flaw` says why it cannot be whole: "unfinished" where the input ended inside it, "too long" where it outgrew
    the limit, of which it is then the beginning. "unclosed" marks the end of a list that is never closed.
    """

    data: bytes
    line: int
    flaw: str = ""


def lines(chunks: Iterable[bytes], limit: int) -> Iterator[Piece]:
    """The lines of the input that are not blank. One longer than `limit` is skipped but for its beginning."""
    held, number, skipping = bytearray(), 1, False
    for chunk in chunks:
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            held += chunk[start:end]
            if not skipping and held.strip():
                yield Piece(bytes(held[:limit]), number, "too long" if len(held) > limit else "")
            held.clear()
            number, start, skipping = number + 1, end + 1, False
        if not skipping:
            held += chunk[start:]
        if len(held) > limit:
            yield Piece(bytes(held[:200]), number, "too long")
            held.clear()
            skipping = True
    if held.strip() and not skipping:
        yield Piece(bytes(held), number)


def values(chunks: Iterable[bytes], limit: int) -> Iterator[Piece]:
    """The members of a list, or the values of the input where it is no list, each as the bytes that spell it.

    Only quotes and brackets are looked at here: whether a piece is JSON is for the caller to find out.
    """
    source, buffer, line, open_lists = iter(chunks), bytearray(), 1, 0
    while True:
        start = _BETWEEN.search(buffer)
        end = len(buffer) if start is None else start.start()
        open_lists += buffer.count(b"[", 0, end) - buffer.count(b"]", 0, end)
        line += buffer.count(b"\n", 0, end)
        if start is None:
            buffer.clear()
            chunk = next(source, b"")
            if not chunk:
                if open_lists > 0:
                    yield Piece(b"", line, "unclosed")
                return
            buffer += chunk
            continue
        del buffer[: start.start()]
        length = _length(buffer, source, limit)
        if length < 0:
            yield Piece(bytes(buffer), line, "too long" if len(buffer) > limit else "unfinished")
            return
        yield Piece(bytes(buffer[:length]), line)
        line += buffer.count(b"\n", 0, length)
        del buffer[:length]


def _length(buffer: bytearray, source: Iterator[bytes], limit: int) -> int:
    """How many bytes the value at the start of the buffer takes, read on as far as needed; -1 where it has no end."""
    if buffer[0] not in b'{["':
        return _bare_length(buffer, source)
    position, depth, in_string = 0, 0, False
    while True:
        if in_string:
            position = _string_end(buffer, position)
            in_string = position < 0
        else:
            match = _STRUCTURE.search(buffer, position)
            position = -1 if match is None else match.end()
            if match is not None and match[0] == b'"':
                in_string = True
                continue
            if match is not None:
                depth += 1 if match[0] in _OPENING else -1
        if position >= 0:
            if not depth:
                return position
            continue
        position = len(buffer)
        chunk = b"" if len(buffer) > limit else next(source, b"")
        if not chunk:
            return -1
        buffer += chunk


def _string_end(buffer: bytearray, position: int) -> int:
    """Where the string ends that is open at `position`, -1 where its end is not in the buffer yet."""
    while (quote := buffer.find(b'"', position)) >= 0:
        before = quote
        while before and buffer[before - 1] == 0x5C:  # a backslash: an odd number of them makes the quote a letter
            before -= 1
        position = quote + 1
        if (quote - before) % 2 == 0:
            return position
    return -1


def _bare_length(buffer: bytearray, source: Iterator[bytes]) -> int:
    """The length of what is neither object, list nor string: a number, a word, or no JSON at all, up to a border."""
    border = re.compile(rb"[,\]\n]")
    searched = 0
    while True:
        match = border.search(buffer, searched)
        if match is not None:
            return match.start()
        searched = len(buffer)
        chunk = next(source, b"") if searched < 1 << 20 else b""
        if not chunk:
            return searched
        buffer += chunk


class NotJson(ValueError):  # noqa: N818 (it names what the text is)
    """Why a text is no JSON, in words short enough to show, and how many lines into it that shows."""

    def __init__(self, why: str, lines_in: int = 0) -> None:
        super().__init__(why)
        self.lines_in = lines_in


def parse(text: str) -> Any:
    """The value that the text spells. Line ends and tabs inside strings, which JSON forbids, are let pass.

    Raises NotJson for what is no JSON.
    """
    try:
        return json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        why = error.msg.removesuffix(" at")  # "Unterminated string starting at"
        raise NotJson(f"{why} at its character {error.colno:,}", error.lineno - 1) from None
    except RecursionError:
        raise NotJson("nested too deeply") from None
    except ValueError:
        raise NotJson("a number in it is too long") from None


def whole_articles(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The articles that stand whole after a broken one, each with its offset.

    They are known by beginning with the same key as the broken one, with which the text begins.
    """
    opening = _FIRST_KEY.match(text)
    if opening is None:
        return
    start = re.compile(rf"\{{\s*{re.escape(opening[1])}\s*:")
    decoder = json.JSONDecoder(strict=False)
    position, failures = opening.end(), 0
    while failures < _MOST_FAILURES and (match := start.search(text, position)) is not None:
        try:
            found, position = decoder.raw_decode(text, match.start())
        except (ValueError, RecursionError):
            position, failures = match.end(), failures + 1
            continue
        if isinstance(found.get("text"), str):
            yield match.start(), found
