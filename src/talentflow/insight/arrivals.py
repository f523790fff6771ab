"""Who came to each organization, as columns: to count who stayed is then to ask whole columns at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from talentflow.insight.columns import Numbers, counted, numbers, reaching, runs, texts

# The arrival, the organization, the first and the last day on which it can have been, how many days whoever came
# stayed, and the departure, if there is one.
Arrival = tuple[str, str, int, int, int, "str | None"]
Behind = Callable[[], tuple[str, ...]]


class Arrivals:
    """Arrivals by organization, those of each in the order in which they are given."""

    def __init__(self, rows: Sequence[Arrival]) -> None:
        self.organizations = sorted({row[1] for row in rows})
        number = {organization: place for place, organization in enumerate(self.organizations)}
        ordered = sorted(rows, key=lambda row: number[row[1]])
        came, _, firsts, lasts, stayed, left = zip(*ordered, strict=True) if ordered else ((),) * 6
        self._organization = numbers([number[row[1]] for row in ordered])
        self._runs = runs(self._organization, len(self.organizations))
        self._came, self._left = texts(came), texts(left)
        self._firsts, self._lasts, self._stayed = numbers(firsts), numbers(lasts), numbers(stayed)

    def counted(self, period: tuple[int, int], last: int, days: int) -> list[tuple[str, int, int, Behind]]:
        """By organization how many came in a period, up to a last day, and how many of them stayed for so many days.

        With each the moves that say so: the arrivals, then the departures of those who did not stay. Organizations to
        which nobody came are left out.
        """
        meant = (self._lasts <= last) & reaching(self._firsts, self._lasts, period)
        kept = meant & (self._stayed >= days)
        most = len(self.organizations)
        came, stayed = (counted(self._organization[some], most) for some in (meant, kept))
        return [
            (organization, came[number], stayed[number], partial(self._behind, number, meant, kept))
            for number, organization in enumerate(self.organizations)
            if came[number]
        ]

    def _behind(self, number: int, meant: Numbers, kept: Numbers) -> tuple[str, ...]:
        theirs = slice(self._runs[number], self._runs[number + 1])
        came = self._came[theirs][meant[theirs]].tolist()
        left = self._left[theirs][meant[theirs] & ~kept[theirs]].tolist()
        return tuple(dict.fromkeys((*came, *left)))  # to leave one may be to come to the other
