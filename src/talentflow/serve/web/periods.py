"""The slider over time: months as numbers, and the period that ends with one.

Where no period is chosen it stands at the end of all that is told, and reaches from the beginning to there.
"""

from __future__ import annotations

from dataclasses import dataclass

SPANS = (1, 3, 12)  # months
_USUAL = 3
EVERYTHING = 0  # in place of a span: all from the beginning


@dataclass(frozen=True, slots=True)
class Slider:
    """The months from the first move to the last, by number, with the month and the span that are chosen.

    The span is None where the period is none that the slider could set.
    """

    first: int
    last: int
    at: int
    span: int | None


def number_of(month: str) -> int:
    """The number of a month: "2025-10" and all days of it are one."""
    year, _, rest = month.partition("-")
    return int(year) * 12 + (int(rest[:2]) if rest else 1) - 1


def month_of(number: int) -> str:
    """The month of a number."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def slider_for(days: tuple[str, str] | None, since: str | None, until: str | None) -> Slider | None:
    """The slider as a period sets it; None where nothing could be slid."""
    if days is None:
        return None
    first, last = number_of(days[0]), number_of(days[1])
    if first >= last:
        return None
    at = last if not until else number_of(until) if len(until) > 4 else number_of(f"{until}-12")
    span: int | None = EVERYTHING
    if since:
        length = at - number_of(since) + 1
        # What begins or ends within a month is none of its periods; a year is one.
        is_whole = all(len(day) < 10 for day in (since, until or ""))
        span = length if is_whole and length in SPANS else None
    elif until and len(until) == 10:
        span = None
    return Slider(first, last, min(max(at, first), last), span)


def chosen(month: str, span: str) -> tuple[str | None, str] | None:
    """The period, as since and until, that the slider asks for; None for what is no choice of it.

    Where it stands at a period of other dates, it is slid to one of the usual length.
    """
    span = span or str(_USUAL)
    if not (month.isascii() and month.isdecimal() and len(month) <= 6 and span in map(str, (EVERYTHING, *SPANS))):
        return None
    at = int(month)
    if not 12 <= at < 12 * 10_000:
        return None
    return None if int(span) == EVERYTHING else month_of(max(12, at - int(span) + 1)), month_of(at)
