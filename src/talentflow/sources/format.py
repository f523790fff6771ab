"""What every format says of itself; `talentflow.sources.formats` holds one file a format."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from talentflow.model import Document
from talentflow.sources import formats
from talentflow.sources.content import Content


@dataclass(frozen=True, slots=True)
class Format:
    """A way of writing articles in a file.

    `read` gives the documents of one input with what the input says of them, no more: an empty `id` or `lang` is
    filled in later. It reports what is wrong through `content.report` and may raise Unreadable to end its input.
    `looks_like` tells from the first characters whether input without a name is of this format; of several that
    are, the one with the lowest `precedence` reads it.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Content], Iterator[Document]]
    looks_like: Callable[[str], bool]
    precedence: int = 50


@cache
def all_formats() -> tuple[Format, ...]:
    """Every format in the folder, in order of precedence."""
    found: list[Format] = [
        importlib.import_module(f"{formats.__name__}.{module.name}").FORMAT
        for module in pkgutil.iter_modules(formats.__path__)
    ]
    return tuple(sorted(found, key=lambda kind: (kind.precedence, kind.name)))


def is_gzip_name(name: str) -> bool:
    """Whether a file of this name should be gzip: "news.jsonl.gz"."""
    return name.lower().endswith(".gz")


def format_of(name: str) -> Format | None:
    """The format that a file's name stands for, ".gz" left aside; None for an ending that we do not know."""
    plain = name[:-3] if is_gzip_name(name) else name
    suffix = PurePath(plain).suffix.lower()
    return next((kind for kind in all_formats() if suffix in kind.suffixes), None)


def sniffed_format(head: str) -> Format:
    """The format of input without a name, by its first characters."""
    head = head.lstrip("\ufeff \t\r\n\f")
    return next(kind for kind in all_formats() if kind.looks_like(head))


def known_suffixes() -> str:
    """The endings that can be read, for messages: ".html .json .jsonl .md .txt"."""
    return " ".join(sorted(suffix for kind in all_formats() for suffix in kind.suffixes[:1]))
