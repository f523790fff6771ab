"""A person's career line: what is told of each time with an employer, as rows in order of time and as a drawing.

The rows say everything in words; the drawing shows the same over the years: what is sure in full, what is not in
outline, with a mark for every move that leads to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from talentflow.app.views import EntityView, EvidenceView, MoveView, PartyView, StayView
from talentflow.model import Gap, PartialDate

_STARTS = ("move", "join", "found")
_NEVER = date.max

WIDTH = 840
_LABELS = 200  # where the names of employers stand
_EDGE = 34  # room for a mark at the last day, or for what comes after it
_ROW, _BAR = 34, 12
_HEAD = 26  # where the years stand
_STUB = 26  # of an end that nobody tells
_THINNEST = 3.0
_WORDS, _BESIDE = 140, 11  # room for the words of a mark, and how far from it they begin
_MOST_ROWS = 40
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600)  # months between what is written above
_MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a career: a stay, a time of which nothing is told, or what is only said (a rumour, a plan, a denial).

    `began` and `ended` are the moves that a stay begins and ends with, `within` its others; `sources` holds a sentence
    of each article that tells of it; `doubts` are the numbers (from 1) of the conflicts that touch it.
    """

    stay: StayView | None = None
    gap: Gap | None = None
    said: MoveView | None = None
    began: MoveView | None = None
    ended: MoveView | None = None
    within: tuple[MoveView, ...] = ()
    sources: tuple[EvidenceView, ...] = ()
    doubts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a bar: "sure", "unsure" (it may have begun later or ended earlier), "open" (no end is told), "gap"."""

    sort: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A move on the line: whether it is a "start", an "end", "within" or "said", where it stands and its words do."""

    sort: str
    move: MoveView
    x: float
    word_x: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Line:
    """A row as it is drawn; without stretches and marks where no day of it is told."""

    row: Row
    y: float
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]

    @property
    def bar(self) -> float:
        """Where the bar begins, from above."""
        return self.y + (_ROW - _BAR) / 2

    @property
    def middle(self) -> float:
        """The height at which its words stand."""
        return self.y + _ROW / 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines with the years or months above them; `more` rows stand in the table alone."""

    lines: tuple[Line, ...]
    ticks: tuple[tuple[str, float], ...]
    height: float
    label_x: float
    beside_x: float  # where it is written that no day is told
    more: int
    width: int = WIDTH
    thick: int = _BAR


def rows_of(person: EntityView) -> tuple[Row, ...]:
    """The lines of a career in order of time, those without a day last."""
    career, moves = person.career, {move.id: move for move in person.moves}
    placed = {move for stay in career.stays for move in stay.moves}
    rows = [_stay_row(person, stay, moves) for stay in career.stays]
    rows += [Row(gap=gap) for gap in career.gaps]
    rows += [Row(said=move, sources=_sources(move.evidence)) for move in person.moves if move.id not in placed]
    return tuple(sorted(rows, key=lambda row: (_first_told(row), row.gap is None, row.said is not None)))


def _stay_row(person: EntityView, stay: StayView, moves: dict[str, MoveView]) -> Row:
    theirs = [moves[move] for move in stay.moves if move in moves]
    began = next((move for move in theirs if move.kind in _STARTS and _is_at(stay, move.to_org, move.from_org)), None)
    leaving = (move for move in reversed(theirs) if move.kind in (*_STARTS, "leave") and move is not began)
    ended = next((move for move in leaving if _is_at(stay, move.from_org, move.to_org)), None)
    posts = (
        item
        for view in person.positions
        if view.article in stay.articles and view.org is not None and view.org.id == stay.org.id
        for item in view.evidence
    )
    return Row(
        stay=stay,
        began=began,
        ended=ended,
        within=tuple(move for move in theirs if move not in (began, ended)),
        sources=_sources([*(item for move in theirs for item in move.evidence), *posts]),
        doubts=tuple(
            number
            for number, found in enumerate(person.career.conflicts, start=1)
            if not set(found.moves).isdisjoint(stay.moves) or stay.org in found.orgs[:1]
        ),
    )


def _sources(evidence: Iterable[EvidenceView]) -> tuple[EvidenceView, ...]:
    """The first sentence of each article, the earliest article first."""
    found: dict[str, EvidenceView] = {}
    for item in evidence:
        found.setdefault(item.article, item)
    return tuple(sorted(found.values(), key=lambda item: (item.published or "9999", item.article)))


def _is_at(stay: StayView, end: PartyView | None, other: PartyView | None) -> bool:
    """Whether this end of a move is the one at the employer of a stay, also where a unit of it is named there."""
    return end is not None and (end.id == stay.org.id or other is None or other.id != stay.org.id)


def _first_told(row: Row) -> date:
    if row.gap is not None:
        return _days(row.gap.since)[0]
    if row.said is not None:
        return _days(row.said.date or row.said.known_on)[0]
    assert row.stay is not None
    stay = row.stay
    return _days(stay.since or stay.since_by or stay.until or stay.until_by or stay.seen_on)[0]


def _days(told: str | None) -> tuple[date, date]:
    """The first and the last day that a date can mean; the end of all days where there is none."""
    try:
        parsed = PartialDate.parse(told or "")
    except ValueError:
        return _NEVER, _NEVER
    return parsed.first_day, parsed.last_day


def draw_career(rows: Sequence[Row], *, mirrored: bool, today: date | None = None) -> Drawing | None:
    """The drawing of a career; None where no day of it is told. Mirrored, time runs from right to left."""
    now = today or date.today()
    shown = rows[:_MOST_ROWS]
    told = [day for row in shown for day in _all_days(row) if day != _NEVER]
    if not told:
        return None
    scale = _Scale(min(told), max([now, *told]), mirrored=mirrored)
    lines = tuple(_line(row, _HEAD + _ROW * place, scale, now) for place, row in enumerate(shown))
    return Drawing(
        lines=lines,
        ticks=scale.ticks(),
        height=_HEAD + _ROW * len(shown) + 4,
        label_x=WIDTH if mirrored else 0,
        beside_x=scale.turned(_LABELS),
        more=len(rows) - len(shown),
    )


def _all_days(row: Row) -> Iterable[date]:
    if row.gap is not None:
        return (*_days(row.gap.since), *_days(row.gap.until))
    if row.said is not None:
        return _days(row.said.date or row.said.known_on)
    assert row.stay is not None
    stay = row.stay
    found = (stay.since, stay.until, stay.since_by, stay.until_by, stay.seen_on)
    return tuple(day for told in found for day in _days(told))


class _Scale:
    """Where a day stands."""

    def __init__(self, first: date, last: date, *, mirrored: bool) -> None:
        self.first, self.last, self._mirrored = first, last, mirrored
        self._unit = (WIDTH - _LABELS - _STUB - _EDGE) / max((last - first).days, 1)

    def x(self, day: date) -> float:
        """Its place, read from left to right."""
        return _LABELS + _STUB + (day - self.first).days * self._unit

    def turned(self, x: float, width: float = 0) -> float:
        """A place, or the left edge of what is so wide, in reading direction."""
        return round(WIDTH - x - width if self._mirrored else x, 1)

    def stretch(self, sort: str, left: float, right: float) -> Stretch:
        """A part of a bar from one place to another."""
        width = max(right - left, _THINNEST)
        return Stretch(sort, self.turned(left, width), round(width, 1))

    def mark(self, sort: str, move: MoveView, days: tuple[date, date]) -> Mark:
        """A mark in the middle of the days that are meant; its words stand where there is room for them."""
        x = (self.x(days[0]) + self.x(days[1])) / 2
        is_last = x > WIDTH - _WORDS
        word_x = x - _BESIDE if is_last else x + _BESIDE
        return Mark(sort, move, self.turned(x), self.turned(word_x), "end" if is_last else "start")

    def ticks(self) -> tuple[tuple[str, float], ...]:
        """The years to be written above, or of a short time its months, each with the place of its first day."""
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month
        step = next((step for step in _STEPS if months / step < _MOST_TICKS), _STEPS[-1])
        begin = self.first.year * 12 + self.first.month - 1
        found = []
        for number in range(-(-begin // step) * step, begin + months + 1, step):
            year, month = divmod(number, 12)
            day = date(year, month + 1, 1)
            if day >= self.first:
                found.append((f"{year:04d}" if month == 0 else f"{year:04d}-{month + 1:02d}", self.turned(self.x(day))))
        return tuple(found)


def _line(row: Row, y: float, scale: _Scale, now: date) -> Line:
    if row.gap is not None:
        since, until = _days(row.gap.since)[0], _days(row.gap.until)[1]
        return Line(row, y, (scale.stretch("gap", scale.x(since), scale.x(until)),), ())
    if row.said is not None:
        days = _days(row.said.date or row.said.known_on)
        if days[0] == _NEVER:
            return Line(row, y, (), ())
        stretches = (scale.stretch("unsure", scale.x(days[0]), scale.x(days[1])),) if days[0] != days[1] else ()
        return Line(row, y, stretches, (scale.mark("said", row.said, days),))
    assert row.stay is not None
    return _stay_line(row, row.stay, y, scale, now)


def _stay_line(row: Row, stay: StayView, y: float, scale: _Scale, now: date) -> Line:
    """A stay: what is certain of it in full, what its dates leave open, and what goes on as far as is told."""
    began, ended, seen = _days(stay.since), _days(stay.until), _days(stay.seen_on)[1]
    # Known by an article: it was so by then.
    there = began[1] if stay.since else _days(stay.since_by)[1]
    gone = ended[1] if stay.until else _days(stay.until_by)[1]
    stretches: list[Stretch] = []

    def add(sort: str, left: float, right: float) -> None:
        if right > left:
            stretches.append(scale.stretch(sort, left, right))

    if there == _NEVER and gone == _NEVER:
        if seen == _NEVER:
            return Line(row, y, (), ())
        there = seen  # only that: somebody was there on a day
    if there == _NEVER:
        first = ended[0] if stay.until else gone
        add("unsure", scale.x(first) - _STUB, scale.x(gone))
    else:
        add("unsure", scale.x(began[0]) if stay.since else scale.x(there) - _STUB, scale.x(there))
        if stay.is_open:
            sure = max(there, seen) if seen != _NEVER else there
            stretches.append(scale.stretch("sure", scale.x(there), scale.x(sure)))
            add("open", scale.x(sure), scale.x(max(now, sure)))
        elif gone == _NEVER:  # it has ended on a day that nobody tells
            last = max(there, seen) if seen != _NEVER else there
            stretches.append(scale.stretch("sure", scale.x(there), scale.x(last)))
            add("unsure", scale.x(last), scale.x(last) + _STUB)
        else:
            last = ended[0] if stay.until else there
            if last >= there:
                stretches.append(scale.stretch("sure", scale.x(there), scale.x(last)))
            add("unsure", scale.x(max(last, there)), scale.x(gone))
    marks = [
        scale.mark("within", move, days) for move in row.within for days in (_days(move.date),) if days[0] != _NEVER
    ]
    if row.began is not None and there != _NEVER:
        marks.append(scale.mark("start", row.began, began if stay.since else (there, there)))
    if row.ended is not None and gone != _NEVER:
        marks.append(scale.mark("end", row.ended, ended if stay.until else (gone, gone)))
    return Line(row, y, tuple(stretches), tuple(marks))
