"""A move in one English sentence, with its status in words: for formats that tell rather than tabulate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from talentflow.exports.rows import called, shown

SOMEWHERE = "somewhere that is not told"


def in_words(move: Mapping[str, Any]) -> str:
    """A move as a sentence: "Ada Moreno moves from Borealis to Quanta as chief scientist (rumored)"."""
    person = _name(move.get("person")) or "somebody"
    origin, goal = _name(move.get("from")), _name(move.get("to"))
    verb = {
        "move": f"moves from {origin or SOMEWHERE} to {goal or SOMEWHERE}",
        "leave": f"leaves {origin or SOMEWHERE}" + (f" for {goal}" if goal else ""),
        "join": f"joins {goal or SOMEWHERE}" + (f" from {origin}" if origin else ""),
        "found": f"founds {goal or 'a company that is not named'}" + (f", leaving {origin}" if origin else ""),
        "change": f"takes a new post at {goal or origin or SOMEWHERE}",
        "offer": f"has an offer from {goal or SOMEWHERE}" + (f", being at {origin}" if origin else ""),
        "absence": f"is absent from {origin or goal or SOMEWHERE}",
    }.get(str(move.get("kind")), f"{move.get('kind')}: {origin or SOMEWHERE} to {goal or SOMEWHERE}")
    role = move.get("role_to")
    post = f" as {shown(str(role))}" if role else ""
    return f"{person} {verb}{post} ({move.get('status')})"


def _name(party: Mapping[str, Any] | None) -> str | None:
    name = None if party is None else called(party)
    return shown(name) if name else None
