"""The slider over time: months as numbers, and the period that ends with one."""

from __future__ import annotations

from dataclasses import dataclass

SPANS = (1, 3, 12)  # months
_USUAL = 3


@dataclass(frozen=True, slots=True)
class Slider:
    """The months from the first move to the last, by number, with the month and the span that are chosen."""

    first: int
    last: int
    at: int
    span: int


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
    at, span = last, _USUAL
    if until:
        at = number_of(until) if len(until) > 4 else number_of(f"{until}-12")
        if since:
            length = at - number_of(since) + 1
            span = min(SPANS, key=lambda months: (abs(months - length), months))
    return Slider(first, last, min(max(at, first), last), span)


def chosen(month: str, span: str) -> tuple[str, str] | None:
    """The period, as since and until, that the slider asks for; None for what is no choice of it."""
    if not (month.isascii() and month.isdecimal() and len(month) <= 6 and span in map(str, SPANS)):
        return None
    at = int(month)
    if not 12 <= at < 12 * 10_000:
        return None
    return month_of(max(12, at - int(span) + 1)), month_of(at)
