"""The moves as JSON Lines: one object a line, for programs that take them one by one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TextIO

from talentflow.text.visible import json_text

FORMAT = "jsonl"
SUMMARY = "one move a line, with its history, accounts and sentences"


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the ledger's moves; each line says what made it and its licence, as lines are cut out and passed on."""
    about = ledger.get("about")
    notes = {} if about is None else {"provenance": {key: about[key] for key in ("made_by", "made_at", "licence")}}
    for move in ledger["moves"]:
        file.write(json_text({**move, **notes}) + "\n")
