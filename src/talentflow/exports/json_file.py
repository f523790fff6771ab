"""The whole ledger as one JSON object: articles, entities with their mentions, moves."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, TextIO

from talentflow.text.visible import json_text

FORMAT = "json"
SUMMARY = "one object: articles with story and origin, entities with their mentions, moves"


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the ledger as indented JSON, row by row."""
    file.write("{")
    for number, (name, value) in enumerate(ledger.items()):
        file.write(f"{',' if number else ''}\n {json_text(name)}: ")
        if isinstance(value, Mapping) or not isinstance(value, Collection) or isinstance(value, str):
            file.write(_indented(value, 1))
        elif not len(value):
            file.write("[]")
        else:
            for place, row in enumerate(value):
                file.write(("," if place else "[") + "\n  " + _indented(row, 2))
            file.write("\n ]")
    file.write("\n}\n")


def _indented(value: Any, depth: int) -> str:
    """A value on its own, as it stands so deep in a larger one: no string of JSON holds a line break."""
    return json_text(value, indent=1).replace("\n", "\n" + " " * depth)
