"""What every file of a language is checked with: errors that say where, what is wrong and what to do."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from typing import Any

from talentflow.languages.braces import choices_of, expand
from talentflow.model import DataError


def fail_at(place: str, wrong: str, remedy: str) -> DataError:
    """The error that stops the start: where, what, what to do."""
    return DataError(f"{place}: {wrong}\n{remedy}")


def checked_pattern(place: str, pattern: Any) -> str:
    """The pattern itself; fails where it is no text, or its braces do not match."""
    if not isinstance(pattern, str) or not pattern.strip():
        raise fail_at(place, f"{pattern!r} is no phrase.", "Write a text between quotation marks.")
    try:
        choices_of(pattern)
    except ValueError as error:
        raise fail_at(place, f"{error}.", "Close every brace once, and do not nest them.") from error
    return pattern


def expand_patterns(place: str, patterns: Iterable[Any]) -> Iterator[str]:
    """Every phrase that the patterns of an entry stand for."""
    for pattern in patterns:
        yield from filter(None, expand(checked_pattern(place, pattern)))


def only_known_keys(place: str, entry: dict[str, Any], allowed: set[str]) -> None:
    """Fails where an entry has a key that means nothing."""
    for key in entry:
        if key not in allowed:
            raise fail_at(place, f"unknown key {key!r}.", f"Use one of: {', '.join(sorted(allowed))}.")


def only_one_of(place: str, what: str, value: Any, allowed: Iterable[str]) -> None:
    """Fails where a value is none of those that mean something."""
    if value not in allowed:
        raise fail_at(place, f"unknown {what} {value!r}.", f"Use one of: {', '.join(allowed)}.")


def read_toml(folder: Traversable, file: str) -> dict[str, Any]:
    """The entries of one file of a folder, none where it is missing."""
    path = folder / file
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise fail_at(f"languages/data/{folder.name}/{file}", f"{error}.", "Mend the TOML.") from error
