"""What outlets told of moves, as columns: to count their records for a period is then to ask whole columns at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median

import numpy

from talentflow.insight.columns import Numbers, counted, numbers, places, runs, texts
from talentflow.model import Move

_DONE, _DENIED = 1, 2
_CODES = {"done": _DONE, "denied": _DENIED, "declined": _DENIED}
# An outlet, how many moves it told, how many as rumours, how many of these came true and were denied, how often it was
# ahead of the others, by how many days in the middle of these, and the moves.
Count = tuple[str, int, int, int, int, int, "float | None", Callable[[], tuple[str, ...]]]


class ToldMoves:
    """Which outlet told which moves, and was ahead of the others with which, by outlet; its moves by their ids."""

    def __init__(
        self,
        moves: Sequence[Move],
        ids: Sequence[str],
        written: Sequence[bytes],
        leaders: Sequence[int],
        days: Sequence[int],
        outlets: Sequence[str],
    ) -> None:
        """All moves, and the rows of `Tellings`."""
        self._outlets = outlets[:]
        # The last stands for ids that are no moves any more: they lie in no period.
        status = numbers([*(_CODES.get(move.status, 0) for move in moves), 0])
        at = places(ids, [move.id for move in moves])
        told = numpy.frombuffer(b"".join(written), dtype=numpy.int64)
        of_row = numpy.repeat(numpy.arange(len(ids)), numbers([len(some) // told.itemsize for some in written]))
        order = numpy.argsort(told // 2, kind="stable")
        self._outlet = told[order] // 2
        self._move = at[of_row[order]]
        self._ids = texts(ids)[of_row[order]]
        self._runs = runs(self._outlet, len(outlets))
        became = status[self._move]
        is_rumour = told[order] % 2 == 1
        self._rumours = (is_rumour, is_rumour & (became == _DONE), is_rumour & (became == _DENIED))
        leader, ahead = numbers(leaders), numbers(days)
        lead = numpy.lexsort((ahead, leader))
        lead = lead[leader[lead] >= 0]
        self._leader, self._ahead, self._led = leader[lead], ahead[lead], at[lead]

    def counted(self, reaching: Numbers) -> Iterator[Count]:
        """The record of each outlet that told a move of a period: of those, among all moves, that reach into it."""
        reaching, most = numpy.append(reaching, False), len(self._outlets)
        told, led = reaching[self._move], reaching[self._led]
        told_of = counted(self._outlet[told], most)
        rumours, true, denied = (counted(self._outlet[told & some], most) for some in self._rumours)
        leader, ahead = self._leader[led], self._ahead[led].tolist()
        begins = runs(leader, most)
        for number, outlet in enumerate(self._outlets):
            if told_of[number]:
                days = ahead[begins[number] : begins[number + 1]]
                yield (
                    outlet, told_of[number], rumours[number], true[number], denied[number],
                    len(days), float(median(days)) if days else None, partial(self._behind, number, told),
                )  # fmt: skip

    def _behind(self, number: int, told: Numbers) -> tuple[str, ...]:
        theirs = slice(self._runs[number], self._runs[number + 1])
        return tuple(self._ids[theirs][told[theirs]].tolist())
