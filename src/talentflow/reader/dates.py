"""When something happened: dates and relative times of a sentence against the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from talentflow.languages import Language
from talentflow.model import PartialDate
from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit
from talentflow.reader.scene import Event
from talentflow.text.digits import western_digits

_AHEAD = 3  # days: what is further ahead was last month
_YEAR = re.compile(r"^(19[5-9]\d|20[0-4]\d)$")


def _number(word: str) -> int | None:
    digits = western_digits(word)
    return int(digits) if digits.isdecimal() else None


def _sentence_dates(
    sentence: Sentence, published: PartialDate | None, language: Language
) -> list[tuple[int, str, bool]]:
    """The dates of a sentence as (token, ISO date, whether it is an explicit year of its own)."""
    out: list[tuple[int, str, bool]] = []
    tokens = sentence.tokens
    used: set[int] = set()
    for hit in _months(sentence):
        found = _month(sentence, hit, published, language, used)
        if found is not None:
            out.append((hit.start, *found))
    if published is not None:
        out += _from_publication(sentence, published, used)
        out += _bare_days(sentence, published, language)
    for index in [index for index, word in enumerate(tokens.surface) if len(word) == 4 and word[0].isdigit()]:
        year = western_digits(tokens.surface[index])
        if index not in used and _YEAR.match(year):
            out.append((index, year, True))
    return sorted(out)


def _months(sentence: Sentence) -> list[Hit]:
    """The months that a sentence names; "Julio Durán" is a person, and "may leave" is no month."""
    people = [(m.start, m.end) for m in sentence.mentions if m.kind == "person" and not m.is_anaphor]
    return [
        hit
        for hit in sentence.of_kind("month")
        if not any(low <= hit.start < high for low, high in people)
        and (is_month(sentence, hit.start) or not any(h.kind == "cue" for h in sentence.by_start.get(hit.start, ())))
    ]


def is_month(sentence: Sentence, index: int) -> bool:
    """Whether a word names a month where it could be another: "in May", not "may"; the capital tells."""
    return any(hit.kind == "month" for hit in sentence.by_start.get(index, ())) and (
        index > 0 and sentence.tokens.surface[index][0].isupper()
    )


def _from_publication(sentence: Sentence, published: PartialDate, used: set[int]) -> list[tuple[int, str, bool]]:
    """What weekdays and relative times mean, seen from the day of publication."""
    out: list[tuple[int, str, bool]] = []
    for hit in sentence.of_kind("weekday") if published.day is not None else ():
        day = published.first_day
        back = (day.isoweekday() - int(hit.payload)) % 7
        if not any(abs(h.start - hit.end) <= 3 for h in sentence.of_kind("month")):
            out.append((hit.start, (day - timedelta(days=back)).isoformat(), False))
    for hit in sentence.of_kind("relative_time"):
        behind = sentence.tokens.surface[hit.end] if hit.end < len(sentence.tokens) else ""
        if hit.start in used or (hit.payload.startswith("year ") and _YEAR.match(western_digits(behind))):
            continue  # "à l'été 2020" tells its year itself
        moved = _relative(hit.payload, published)
        if moved is not None:
            out.append((hit.start, moved, False))
    return out


def _bare_days(sentence: Sentence, published: PartialDate, language: Language) -> list[tuple[int, str, bool]]:
    """Days without their month, the last ones so numbered: "7日"."""
    out: list[tuple[int, str, bool]] = []
    tokens = sentence.tokens
    if published.month is None or language.day.isdisjoint(tokens.folded):
        return out
    after_months = {hit.end for hit in sentence.of_kind("month")}
    for index in range(1, len(tokens)):
        number = _number(tokens.surface[index - 1]) if tokens.folded[index] in language.day else None
        if number is None or not 1 <= number <= 31 or index - 1 in after_months:
            continue
        months = published.year * 12 + published.month - 1
        if published.day is not None and number > published.day + _AHEAD:
            months -= 1
        try:
            day = PartialDate.parse(f"{months // 12:04d}-{months % 12 + 1:02d}-{number:02d}")
        except ValueError:
            continue
        out.append((index - 1, str(day), False))
    return out


def _month(
    sentence: Sentence, hit: Hit, published: PartialDate | None, language: Language, used: set[int]
) -> tuple[str, bool] | None:
    """The date around a month's name, with whether it gives a year; notes in `used` where that year stands."""
    tokens, start, end, month = sentence.tokens, hit.start, hit.end, int(hit.payload)
    day = year = None
    for index in range(end, min(end + 4, len(tokens))):
        number = _number(tokens.surface[index])
        if number is not None and 1950 <= number <= 2049:
            year = number
            used.add(index)
            break
        if number is not None and 1 <= number <= 31 and index == end and day is None:
            day = number
        elif tokens.folded[index] not in language.month_year and tokens.surface[index] not in ",،/":
            break
    for index in (start - 1, start - 2, start - 3):  # "1º de julho"
        number = _number(tokens.surface[index]) if index >= 0 else None
        if number is not None and 1 <= number <= 31 and day is None:
            day = number
            break
        if index >= 0 and tokens.folded[index] not in language.day_month:
            break
    if year is None and published is not None:
        year = _year_told(sentence, end, published, language, used)
    before = _year_before(sentence, start, language) if year is None else None
    if before is not None:
        used.add(before)
        year = _number(tokens.surface[before])
    explicit = year is not None
    if year is None:
        if published is None:
            return None
        year = published.year
        if published.month is not None and sentence.opens(end, ("new",)):
            year += month < published.month  # "septembre prochain"
        elif published.month is not None and month > published.month + 2:
            year -= 1
    try:
        return str(PartialDate.parse(f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""))), explicit
    except ValueError:
        return None


def _year_told(sentence: Sentence, end: int, published: PartialDate, language: Language, used: set[int]) -> int | None:
    """The year that words behind a month tell: "fevereiro do ano passado"; notes in `used` where they stand."""
    while end < len(sentence.tokens) and sentence.tokens.folded[end] in language.month_year:
        end += 1
    for place in (end - 1, end):  # they may begin with the preposition
        for hit in sentence.by_start.get(place, ()):
            if hit.kind == "relative_time" and hit.end > end and hit.payload.startswith("year "):
                used.add(hit.start)
                return published.year + int(hit.payload.split()[1])
    return None


def _year_before(sentence: Sentence, start: int, language: Language) -> int | None:
    """Where the year stands that comes before its month: "2025 年 2 月"."""
    place = start - 1
    while place >= 0 and sentence.tokens.folded[place] in language.month_year:
        place -= 1
    number = _number(sentence.tokens.surface[place]) if 0 <= place < start - 1 else None
    return place if number is not None and 1950 <= number <= 2049 else None


def _relative(payload: str, published: PartialDate) -> str | None:
    unit, amount = payload.split()
    shift = int(amount)
    if unit == "year":
        return f"{published.year + shift:04d}"
    if published.month is None:
        return None
    if unit == "month":
        months = published.year * 12 + published.month - 1 + shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    if published.day is None:
        return None
    return (date(published.year, published.month, published.day) + timedelta(days=shift)).isoformat()


def set_date(event: Event, published: PartialDate | None, language: Language) -> None:
    """Gives an event the date nearest to its trigger in its clause; explicit past years make it background."""
    if event.sentence.dates is None:
        event.sentence.dates = _sentence_dates(event.sentence, published, language)
    found: list[tuple[int, str, bool]] = event.sentence.dates
    if not found:
        return
    place, value, explicit = min(
        found, key=lambda item: abs(item[0] - event.start) + (6 if item[0] < event.start else 0)
    )
    if abs(place - event.start) > 22:
        return
    event.date = value
    if published is not None and value[:4] < f"{published.year:04d}" and explicit:
        event.is_background = True
