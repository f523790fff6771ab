"""Seats on a board: whoever joins one may keep whatever else they do."""

from __future__ import annotations

from talentflow.reader.cast.scene import Event
from talentflow.reader.words.page import Sentence


def is_for_board(event: Event) -> bool:
    """Whether somebody is put on a board, which is a joining whatever other posts they keep."""
    if _is_seat(event):
        return True
    sentence, end = event.sentence, event.end
    boards = [place for place in _boards(sentence) if event.start < place <= end + 6]
    inside = sentence.covered_by("board")  # "conseil" alone would be an adviser
    if not boards or any(end <= hit.start <= end + 2 and hit.start not in inside for hit in sentence.of_kind("role")):
        return False
    parted = any(word in ",،;" for word in sentence.tokens.surface[end : boards[0]])
    return not parted and not any(m.kind == "person" and end < m.start < boards[0] for m in sentence.mentions)


def _is_seat(event: Event) -> bool:
    """Whether the post taken is a seat: an "outside director", or one of "the new directors"."""
    post = event.role_to
    if post in _SEATS:
        return True
    return post in _PLURAL_SEATS and event.reading is not None and any(
        told.english == post and told.is_plural for told in event.reading.posts
    )  # fmt: skip


def _boards(sentence: Sentence) -> list[int]:
    """Where boards stand; one that is of a field of work is a post: "a diretoria de marketing"."""
    fields = {hit.start for hit in sentence.of_kind("role") if hit.payload.part in ("field", "domain")}
    return [hit.start for hit in sentence.of_kind("board") if fields.isdisjoint((hit.end, hit.end + 1))]


def board_at(event: Event) -> int:
    """Where the board stands that a verb takes away from or to: "resigned from | the board"; -1 where none does."""
    sentence = event.sentence
    is_last = event.reading is not None and event.reading.lexicon.language.head_final
    low, high = (event.start - _REACH, event.start) if is_last else (event.start, event.end + _REACH)
    boards = [place for place in _boards(sentence) if low < place < high]
    inside = sentence.covered_by("board")
    for start in sorted(boards, reverse=is_last):
        between = range(start, event.start) if is_last else range(event.end, start)
        parted = any(sentence.tokens.surface[index] in ",،;、，" for index in between)
        posts = [hit.start for hit in sentence.of_kind("role") if hit.payload.part == "head"]
        posts = [place for place in posts if place not in inside]
        if not parted and not any(min(start, event.end) <= place <= max(start, event.start) for place in posts):
            return start
    return -1


def board_post(event: Event) -> str:
    """The post on a board: what is told, or else a seat; "Board of Directors" names no director."""
    return event.role_to if event.role_to not in (None, "director") else SEAT


SEAT = "board member"
_SEATS = frozenset(
    {"outside director", "independent director", "independent outside director", "non-executive director",
     "independent non-executive director", "lead independent director", "independent board member",
     "non-executive board member", "supervisory board member", "member of the supervisory board",
     "advisory board member", "member of the advisory board", "scientific advisory board member", "trustee"}
)  # fmt: skip
_PLURAL_SEATS = ("board member", "director")  # of several these are no posts of managers
_REACH = 6
