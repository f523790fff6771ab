"""Readers for tests: they say what they are told to, whatever the text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from talentflow.model import (
    Document,
    EntityMention,
    FactClaim,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reading,
    Span,
)
from talentflow.text.romanise import romanise

SHARED = Path(__file__).parents[3] / "shared" / "gold"


@dataclass
class ScriptedReader:
    """Gives each document the claims that were written for its id."""

    moves: Mapping[str, Sequence[MoveClaim]]
    positions: Mapping[str, Sequence[PositionClaim]] = field(default_factory=dict)
    facts: Mapping[str, Sequence[FactClaim]] = field(default_factory=dict)
    name: str = "scripted"
    version: str = "1"
    retold: Mapping[str, str] = field(default_factory=dict)
    hints: Mapping[str, Sequence[MoveClaim]] = field(default_factory=dict)

    def read(self, document: Document) -> Reading:
        return Reading(
            document_id=document.id,
            lang=document.lang,
            reader=self.name,
            moves=tuple(self.moves.get(document.id, ())),
            positions=tuple(self.positions.get(document.id, ())),
            facts=tuple(self.facts.get(document.id, ())),
            retold=self.retold.get(document.id),
            hints=tuple(self.hints.get(document.id, ())),
        )


class GoldReader:
    """Replays the annotation of gold articles; with `own_names` it knows no usual names, only what the text writes."""

    name = "gold"
    version = "1"

    def __init__(self, golds: Mapping[str, dict[str, Any]], *, own_names: bool = False) -> None:
        self._golds = golds
        self._own_names = own_names

    def read(self, document: Document) -> Reading:
        gold = self._golds[document.id]
        return Reading(
            document_id=document.id,
            lang=document.lang,
            reader=self.name,
            moves=tuple(self._move(move, document) for move in gold["moves"]),
            positions=tuple(self._position(position, document) for position in gold["positions"]),
            groups=tuple(
                GroupClaim(self._entity(group["from"], "o"), self._entity(group["to"], "o"), group["count"])
                for group in gold["groups"]
            ),
        )

    def _move(self, move: dict[str, Any], document: Document) -> MoveClaim:
        person = self._entity(move["person"], "p")
        assert person is not None
        field_name = "text" if move["quote"] in document.text else "title"
        start = document.field(field_name).find(move["quote"])
        return MoveClaim(
            person=person,
            from_org=self._entity(move["from"], "o"),
            to_org=self._entity(move["to"], "o"),
            kind=move["kind"],
            status=move["status"],
            how=move.get("how"),
            role_from=move["role_from"],
            role_to=move["role_to"],
            date=move["date"],
            according_to=tuple(move["according_to"]),
            confidence=0.9,
            evidence=(Span(field_name, start, start + len(move["quote"]), move["quote"]),) if start >= 0 else (),
        )

    def _position(self, position: dict[str, Any], document: Document) -> PositionClaim:
        person = self._entity(position["person"], "p")
        assert person is not None
        return PositionClaim(
            person=person,
            org=self._entity(position["org"], "o"),
            role=position["role"],
            when=position["when"],
            since=position["since"],
            until=position["until"],
        )

    def _entity(self, entity: dict[str, Any] | None, sort: str) -> EntityMention | None:
        if entity is None:
            return None
        name, mention = entity["name"], entity["mention"]
        romanised = False
        if self._own_names and name is not None and (sort == "p" or mention.isascii()):
            name, romanised = romanise(mention)
        return EntityMention(f"{sort}:{name}", name, mention, romanised=romanised)


def gold_documents(folder: Path) -> tuple[list[Document], dict[str, dict[str, Any]]]:
    """The articles of a gold folder, oldest first, and their annotation by id."""
    golds = {}
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if "text" in data:
            golds[data["id"]] = data
    ordered = sorted(golds.values(), key=lambda gold: (gold.get("published") or "", gold["id"]))
    documents = [
        Document(
            text=gold["text"],
            id=gold["id"],
            lang=gold["lang"],
            title=gold["title"],
            published=gold.get("published"),
            url=gold.get("url"),
            publisher=gold.get("publisher"),
        )
        for gold in ordered
    ]
    return documents, golds
