"""Seats on a board: whoever joins one may keep whatever else they do."""

from __future__ import annotations

from talentflow.reader.scene import Event


def is_for_board(event: Event) -> bool:
    """Whether somebody is put on a board, which is a joining whatever other posts they keep."""
    sentence, end = event.sentence, event.end
    boards = [hit.start for hit in sentence.of_kind("board") if end <= hit.start <= end + 6]
    if not boards or any(end <= hit.start <= end + 2 for hit in sentence.of_kind("role")):
        return False
    parted = any(word in ",،;" for word in sentence.tokens.surface[end : boards[0]])
    return not parted and not any(m.kind == "person" and end < m.start < boards[0] for m in sentence.mentions)


def board_post(event: Event) -> str:
    """The post on a board: what is told, or else a seat; "Board of Directors" names no director."""
    return event.role_to if event.role_to not in (None, "director") else "board member"
