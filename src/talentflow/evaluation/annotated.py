"""Articles with what a careful person would find in them, as files: one JSON object an article.

The format is that of the practice articles (train/README.md): a document's keys, and `moves` and `positions` as
`talentflow read` prints them, where `quote` may stand for the evidence. Of a text without `positions` only the moves
are annotated, and of these neither posts nor dates.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from talentflow.model import Document, EntityMention, GroupClaim, MoveClaim, PositionClaim, Span, TalentflowError
from talentflow.model.claims import KINDS, STATUSES

HELDOUT, UNSEEN = "heldout", "unseen"
ENDINGS = (".json", ".jsonl")


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article with its annotation; `split` says which part of a collection it belongs to ("" where none)."""

    document: Document
    moves: tuple[MoveClaim, ...] = ()
    positions: tuple[PositionClaim, ...] = ()
    split: str = ""
    groups: tuple[GroupClaim, ...] = ()
    is_whole: bool = True  # whether posts, positions and groups are annotated beside who moves

    @property
    def is_heldout(self) -> bool:
        """Whether it is kept aside from learning."""
        return self.split in (HELDOUT, UNSEEN)

    @property
    def is_unseen(self) -> bool:
        """Whether it only ever measures: neither weighing nor calibrating may look at it."""
        return self.split == UNSEEN


def annotated_articles(paths: Sequence[Path], report: Callable[[str], None]) -> Iterator[Annotated]:
    """The annotated articles of files and folders (.json, .jsonl), in order of path.

    What is no annotated article is told to `report` in one line and passed over. Files of a folder that hold
    neither `moves` nor `text` are something else and passed over silently. Raises TalentflowError where a path is
    missing.
    """
    for path in paths:
        if not path.exists():
            raise TalentflowError(f"{path}: no such file or folder. Check the spelling and the folder that you are in.")
        is_folder = path.is_dir()
        files = sorted(file for ending in ENDINGS for file in path.rglob(f"*{ending}")) if is_folder else [path]
        for file in files:
            for where, row in _rows(file, report):
                if is_folder and not (isinstance(row, dict) and {"moves", "text"} <= row.keys()):
                    continue
                try:
                    yield _article(row, file.stem)
                except (KeyError, TypeError, ValueError, AttributeError) as error:
                    report(f"{where}: no annotated article ({_told(error)}). See train/README.md for the format.")


def _rows(file: Path, report: Callable[[str], None]) -> Iterator[tuple[str, Any]]:
    try:
        content = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        report(f"{file}: cannot be read ({_told(error)}).")
        return
    parts = enumerate(content.splitlines(), 1) if file.suffix == ".jsonl" else [(0, content)]
    for number, part in parts:
        where = f"{file}:{number}" if number else str(file)
        if number and not part.strip():
            continue
        try:
            yield where, json.loads(part)
        except ValueError as error:
            report(f"{where}: not valid JSON ({_told(error)}). Mend it, or leave it out.")


def _told(error: Exception) -> str:
    return f"lacks {error}" if isinstance(error, KeyError) else " ".join(str(error).split())[:160]


def _article(row: dict[str, Any], name: str) -> Annotated:
    if not isinstance(row["text"], str):
        raise ValueError("text is no text")
    document = Document(
        text=row["text"],
        id=str(row.get("id") or name),
        lang=row.get("lang") or "",
        title=row.get("title") or "",
        published=row.get("published"),
    )
    moves = tuple(_move(move, document) for move in row["moves"])
    positions = tuple(_position(position) for position in row.get("positions") or ())
    # "Several researchers" are no group: nobody has counted them.
    groups = tuple(_group(group, document) for group in row.get("groups") or () if group.get("count") is not None)
    return Annotated(document, moves, positions, row.get("split") or "", groups, "positions" in row)


def _entity(row: dict[str, Any] | None) -> EntityMention | None:
    if row is None:
        return None
    name = row.get("name")
    return EntityMention(id=row.get("id") or "", name=name, mention=row.get("mention") or name or "")


def _person(row: dict[str, Any]) -> EntityMention:
    person = _entity(row)
    if person is None:
        raise ValueError("a claim without a person")
    return person


def _move(row: dict[str, Any], document: Document) -> MoveClaim:
    kind, status = row["kind"], row["status"]
    if kind not in KINDS or status not in STATUSES:
        raise ValueError(f"unknown kind or status: {kind}, {status}")
    return MoveClaim(
        person=_person(row["person"]),
        from_org=_entity(row.get("from")),
        to_org=_entity(row.get("to")),
        kind=kind,
        status=status,
        how=row.get("how"),
        role_from=row.get("role_from"),
        role_to=row.get("role_to"),
        date=row.get("date"),
        according_to=tuple(row.get("according_to") or ()),
        confidence=1.0,
        evidence=_evidence(row, document),
    )


def _evidence(row: dict[str, Any], document: Document) -> tuple[Span, ...]:
    """Where the quote stands, which may be told as the reader prints it too."""
    quote = row.get("quote") or next((one["quote"] for one in row.get("evidence") or () if one.get("quote")), "\0")
    start = document.text.find(quote)
    return () if start < 0 else (document.span("text", start, start + len(quote)),)


def _group(row: dict[str, Any], document: Document) -> GroupClaim:
    return GroupClaim(
        _entity(row.get("from")),
        _entity(row.get("to")),
        int(row["count"]),
        bool(row.get("at_least")),
        _evidence(row, document),
    )


def _position(row: dict[str, Any]) -> PositionClaim:
    return PositionClaim(
        person=_person(row["person"]),
        org=_entity(row.get("org")),
        role=row.get("role"),
        when=row.get("when") or "current",
        since=row.get("since"),
        until=row.get("until"),
        confidence=1.0,
    )
