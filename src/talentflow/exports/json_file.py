"""The whole ledger as one JSON object: articles, entities with their mentions, moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from talentflow.text.visible import json_text

FORMAT = "json"
SUMMARY = "one object: articles with story and origin, entities with their mentions, moves"


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the ledger as indented JSON."""
    file.write(json_text(dict(ledger), indent=1) + "\n")
