"""Paths into documents, in order and one at a time, whatever the inputs hold."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import urlsplit

from talentflow.model import Document
from talentflow.sources.addresses import is_address
from talentflow.sources.content import Content
from talentflow.sources.decode import decode
from talentflow.sources.format import Format, all_formats, format_of, is_gzip_name, sniffed_format
from talentflow.sources.problems import Reporter, SourceProblem, Unreadable, shown_path
from talentflow.sources.walk import STANDARD_INPUT, Input, find_inputs, os_problem
from talentflow.text.identify import identify

if TYPE_CHECKING:
    from talentflow.sources.fetch import Page

_SURROGATE = re.compile("[\ud800-\udfff]")
_ID_LENGTH = 16


@dataclass(frozen=True, slots=True)
class InputSize:
    """How much there is to read: files, and their bytes on disk (none counted for standard input)."""

    files: int
    bytes: int


def read_paths(
    paths: Sequence[str],
    on_problem: Callable[[SourceProblem], None],
    *,
    on_bytes: Callable[[int], None] | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Document]:
    """The documents of files, folders, standard input ("-") and addresses, in the order given, read as asked for.

    Whatever is wrong goes to `on_problem` and the rest is read; nothing is raised for what an input holds. A
    document has an id (its own, else one made of its content) and a language (its own, else told from its text,
    "und" where that cannot be). Its characters are those of the input, but for halves of surrogate pairs, which
    become U+FFFD one for one because no output could encode them. `on_bytes` hears of every stretch read, in bytes
    on disk, and `stdin` is read instead of the process's own.
    """
    seen = _SeenIds(on_problem)
    for given in find_inputs(paths, on_problem):
        for document in _read_input(given, on_problem, on_bytes, stdin):
            seen.check(document)
            yield document


def count_inputs(paths: Sequence[str]) -> InputSize:
    """How much `read_paths` would have to read, told from the file system alone. Meant for progress bars."""
    files = size = 0
    for given in find_inputs(paths, lambda problem: None):
        files += 1
        size += given.size
    return InputSize(files, size)


def _read_input(
    given: Input,
    on_problem: Callable[[SourceProblem], None],
    on_bytes: Callable[[int], None] | None,
    stdin: BinaryIO | None,
) -> Iterator[Document]:
    report = Reporter(given.path, on_problem)
    try:
        if given.path == STANDARD_INPUT:
            stream = stdin or getattr(sys.stdin, "buffer", None)
            if stream is None:
                raise Unreadable("is closed", "Send it something, or name a file.")
            yield from _documents(Content(stream, report, on_bytes=on_bytes), None)
            return
        if is_address(given.path):
            # Late, because what speaks to the network takes a while to import and few runs ask for it.
            from talentflow.sources.fetch import fetch

            yield page_document(fetch(given.path), report, on_bytes)
            return
        # Without O_NONBLOCK, a pipe put in the file's place since it was found would hang us.
        descriptor = os.open(given.path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            content = Content(file, report, expects_gzip=is_gzip_name(given.path), on_bytes=on_bytes)
            yield from _documents(content, format_of(given.path))
    except Unreadable as error:
        report.stopped(error)
    except OSError as error:
        on_problem(os_problem(given.path, error))
    except MemoryError:
        raise
    except Exception as error:
        # The last resort: a fault of ours in one input must not cost the others.
        what = f"could not be read because of a fault in Talentflow ({type(error).__name__}: {error})"
        report.lost(what, "Please report this with the file.")
    report.close()


def page_document(page: Page, report: Reporter, on_bytes: Callable[[int], None] | None = None) -> Document:
    """The article of a page that was fetched; where it was fetched counts, and not what the page says of that."""
    kind = next(kind for kind in all_formats() if kind.name == page.kind)
    content = Content(io.BytesIO(page.body), report, declared=page.charset, on_bytes=on_bytes)
    document = next(_documents(content, kind))
    host = urlsplit(page.url).hostname
    return replace(document, url=page.url, publisher=document.publisher or host, origin=shown_path(page.url))


def _documents(content: Content, kind: Format | None) -> Iterator[Document]:
    head = content.peek(until=b"\n")
    if not head:
        if content.report.has_lost:
            return
        raise Unreadable("is empty", "Remove it, or fetch the article again.")
    if kind is None:
        kind = sniffed_format(decode(head, was_cut=True).text)
    found = 0
    for document in kind.read(content):
        found += 1
        yield _completed(document)
    if not found and not content.report.has_lost:
        raise Unreadable("holds no article", "Remove it, or fetch it again.")


def _completed(document: Document) -> Document:
    """The document with characters that can be written, an id and a language."""
    changes: dict[str, str] = {}
    for field in ("text", "title", "id", "url", "publisher"):
        value = getattr(document, field)
        if value and _SURROGATE.search(value):
            changes[field] = _SURROGATE.sub("\ufffd", value)
    if changes:
        document = replace(document, **changes)
    if document.id and document.lang:
        return document
    return replace(
        document,
        id=document.id or document.content_key[:_ID_LENGTH],
        lang=document.lang or identify(document.text, document.title),
    )


class _SeenIds:
    """Notices ids that come twice in a run, at a cost of a few bytes each, and warns once of each."""

    def __init__(self, on_problem: Callable[[SourceProblem], None]) -> None:
        self._on_problem = on_problem
        self._seen: set[int] = set()
        self._warned: set[int] = set()

    def check(self, document: Document) -> None:
        """Warn if an earlier document has the same id."""
        key = hash(document.id)
        if key not in self._seen:
            self._seen.add(key)
        elif key not in self._warned:
            self._warned.add(key)
            path, _, line = document.origin.rpartition(":")
            is_line = bool(path) and line.isdecimal()
            self._on_problem(
                SourceProblem(
                    path if is_line else document.origin,
                    *self._complaint(document),
                    int(line) if is_line else None,
                    is_warning=True,
                )
            )

    def _complaint(self, document: Document) -> tuple[str, str]:
        if document.id == document.content_key[:_ID_LENGTH]:
            return "is the same article as one before it", "Both are read; leave one out."
        what = f"has the id {document.id!r}, which an article before it has too"
        return what, "Both are read; give each article an id of its own."
