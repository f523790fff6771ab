"""How long somebody was with an organization, in the visitor's words."""

from __future__ import annotations

from datetime import date

from babel.units import format_unit

from talentflow.app.views import StayView
from talentflow.model import PartialDate
from talentflow.serve.web.interface import Interface


def length_of(interface: Interface, stay: StayView, today: date | None = None) -> str:
    """How long a stay lasted or has lasted so far, as exactly as its ends are told; "" where one is not told."""
    began, ended = _parsed(stay.since or stay.since_by), _parsed(stay.until or stay.until_by)
    if began is None or (ended is None and not stay.is_open):
        return ""
    now = today or date.today()
    end = ended.first_day if ended is not None else now
    is_by_year = began.month is None or (ended is not None and ended.month is None)
    months = (end.year - began.first_day.year) * 12 + (0 if is_by_year else end.month - began.first_day.month)
    if months < 0:
        return ""
    length = _words(interface, months, is_by_year=is_by_year)
    if stay.is_open:
        return interface.say("%(length)s so far") % {"length": length}
    if stay.since is None and stay.until is not None:
        return interface.say("at least %(length)s") % {"length": length}
    if stay.since is not None and stay.until is None:
        return interface.say("at most %(length)s") % {"length": length}
    if (stay.since is None or is_by_year) and months >= 12:
        return interface.say("about %(length)s") % {"length": length}
    return length


def _words(interface: Interface, months: int, *, is_by_year: bool) -> str:
    years, rest = divmod(months, 12)
    if years == 0 and rest == 0:
        return interface.say("under a year") if is_by_year else interface.say("under a month")
    parts = [format_unit(years, "duration-year", locale=interface.locale)] if years else []
    if rest:
        parts.append(format_unit(rest, "duration-month", locale=interface.locale))
    return interface.comma.join(parts)


def _parsed(day: str | None) -> PartialDate | None:
    return PartialDate.parse(day) if day else None
