"""When something happened: dates and relative times of a sentence against the day of publication."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from talentflow.languages import Language
from talentflow.model import PartialDate
from talentflow.reader.cast.scene import Event, between
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames
from talentflow.text.digits import western_digits

_AHEAD = 3  # days: what is further ahead was last month
_YEAR = re.compile(r"^(19[5-9]\d|20[0-4]\d)$")
_BEFORE = 6  # words that a date before its verb is farther away than it stands; behind it, where dates go before
_FAR = 22
_JUST_OVER = 1  # months: in June nobody means the May of next year
_TENSE_REACH = 12  # words between what makes a future of a clause and its verb


class Dated(NamedTuple):
    """A date of a sentence: where it stands, its ISO form, and whether a year of its own is told.

    `is_open` is a month whose year is only guessed.
    """

    place: int
    value: str
    is_explicit: bool
    is_open: bool = False


@dataclass(slots=True)
class DatesTold:
    """The last dates that an article has told: what "June of that year" and "the same day" point to."""

    year: int | None = None
    day: str | None = None
    day_at: int = -1  # the sentence that told it

    def note(self, sentence: Sentence, dates: list[Dated]) -> None:
        """Keeps what a sentence tells."""
        years = [dated for dated in dates if dated.is_explicit and not dated.is_open] or dates
        self.year = int(years[-1].value[:4]) if years else self.year
        for dated in dates:
            if len(dated.value) == _DAY:
                self.day, self.day_at = dated.value, sentence.number

    def same_day(self, sentence: Sentence) -> str | None:
        """The day that was told shortly before, if one was."""
        return self.day if 0 <= sentence.number - self.day_at <= _SAME_DAY else None


_DAY = 10  # letters of a date with its day
_SAME_DAY = 3  # sentences


def tell_dates(sentence: Sentence, published: PartialDate | None, language: Language, told: DatesTold) -> None:
    """Works out the dates of a sentence, minding those `told` before, and adds them to these."""
    sentence.dates = _sentence_dates(sentence, published, language, told)
    told.note(sentence, sentence.dates)


def _number(word: str) -> int | None:
    digits = western_digits(word)
    return int(digits) if digits.isdecimal() else None


def _sentence_dates(
    sentence: Sentence, published: PartialDate | None, language: Language, told: DatesTold
) -> list[Dated]:
    """The dates of a sentence in which something may have happened, in its order."""
    out: list[Dated] = []
    tokens = sentence.tokens
    used: set[int] = set()
    last = told.year
    for hit in _months(sentence):
        found = _month(sentence, hit, published, language, used, last)
        if found is not None:
            out.append(Dated(hit.start, *found))
            last = int(found[0][:4])
    out += _as_told(sentence, used, out, told, published)
    if published is not None:
        out += _from_publication(sentence, published, used)
        out += _bare_days(sentence, published, language)
    for index in [index for index, word in enumerate(tokens.surface) if len(word) == 4 and word[0].isdigit()]:
        year = western_digits(tokens.surface[index])
        if index not in used and _YEAR.match(year) and not _is_name_or_aim(sentence, index, year, published):
            out.append(Dated(index, year, True))
    return sorted(found for found in out if not _is_since_when(sentence, found, published))


def _is_name_or_aim(sentence: Sentence, index: int, year: str, published: PartialDate | None) -> bool:
    """Whether a year belongs to a name ("Agenda 2030") or to a plan for years to come, and not to what happened."""
    if published is not None and int(year) > published.year + 1:
        return True
    return any(m.kind == "org" and m.start <= index < m.end for m in sentence.mentions)


def _is_since_when(sentence: Sentence, found: Dated, published: PartialDate | None) -> bool:
    """Whether a year only says since when something is so: "head of design since 2019, she leaves"."""
    if published is None or found.value[:4] >= f"{published.year:04d}":
        return False  # "retired since November" says when it happened
    since = [hit for hit in sentence.of_kind("since") if hit.start < found.place]  # "há 6 anos" is no "há" of a date
    return any(found.place - hit.end <= 1 for hit in since)


def _months(sentence: Sentence) -> list[Hit]:
    """The months that a sentence names; "Julio Durán" is a person, "لاب" ends a lab's name, "may leave" is no month."""
    names = [
        (m.start, m.end)
        for m in sentence.mentions
        if not m.is_anaphor and (m.kind == "person" or (m.kind == "org" and m.end - m.start > 1))
    ]
    found = [
        hit
        for hit in sentence.of_kind("month")
        if not any(low <= hit.start < high for low, high in names)
        and (is_month(sentence, hit.start) or not any(h.kind == "cue" for h in sentence.by_start.get(hit.start, ())))
    ]
    out: list[Hit] = []
    for hit in sorted(found, key=lambda hit: hit.start):
        before = out[-1] if out else None
        if before is not None and before.start == hit.start and before.payload == hit.payload:
            out[-1] = max(before, hit, key=lambda one: one.end)  # one word that is found with and without a prefix
        elif before is not None and before.end == hit.start and before.payload == hit.payload:
            out[-1] = replace(before, end=hit.end)  # some papers give a month both of its names: "أبريل نيسان"
        else:
            out.append(hit)
    return out


def is_month(sentence: Sentence, index: int) -> bool:
    """Whether a word names a month where it could be another: "in May", not "may"; the capital tells."""
    return any(hit.kind == "month" for hit in sentence.by_start.get(index, ())) and (
        index > 0 and sentence.tokens.surface[index][0].isupper()
    )


def _from_publication(sentence: Sentence, published: PartialDate, used: set[int]) -> list[Dated]:
    """What weekdays and relative times mean, seen from the day of publication."""
    out: list[Dated] = []
    for hit in sentence.of_kind("weekday") if published.day is not None else ():
        day = published.first_day
        back = (day.isoweekday() - int(hit.payload)) % 7
        if not any(abs(h.start - hit.end) <= 3 for h in sentence.of_kind("month")):
            out.append(Dated(hit.start, (day - timedelta(days=back)).isoformat(), False))
    for hit in sentence.of_kind("relative_time"):
        behind = sentence.tokens.surface[hit.end] if hit.end < len(sentence.tokens) else ""
        if hit.start in used or hit.payload.endswith(SAME):
            continue
        if hit.payload.startswith("year ") and _YEAR.match(western_digits(behind)):
            continue  # "à l'été 2020" tells its year itself
        moved = _relative(hit.payload, published)
        if moved is not None:
            is_years_ago = hit.payload.startswith("year -") and hit.payload != "year -1"
            out.append(Dated(hit.start, moved, is_years_ago))
    return out


def _as_told(
    sentence: Sentence, used: set[int], found: list[Dated], told: DatesTold, published: PartialDate | None
) -> list[Dated]:
    """The times that are those of what was told before: "later that year", "on the same day"."""
    out: list[Dated] = []
    for hit in sentence.of_kind("relative_time"):
        if hit.start in used or not hit.payload.endswith(SAME):
            continue
        if hit.payload.startswith("year "):
            year = _year_before_in(sentence, hit.start) or told.year
            if year is not None:
                out.append(Dated(hit.start, f"{year:04d}", True))
            continue
        days = [dated.value for dated in found if dated.place < hit.start and len(dated.value) == _DAY]
        day = days[-1] if days else told.same_day(sentence)
        if day is None and published is not None and published.day is not None:
            day = str(published)
        if day is not None:
            out.append(Dated(hit.start, day, False))
    return out


SAME = " same"  # ends the payload of a time that is that of what was told before


def _year_before_in(sentence: Sentence, index: int) -> int | None:
    """The last year that stands in the sentence before a word."""
    years = (_number(word) for word in sentence.tokens.surface[:index] if len(word) == 4 and word[0].isdigit())
    return next((year for year in reversed(list(years)) if year is not None and 1950 <= year <= 2049), None)


def _bare_days(sentence: Sentence, published: PartialDate, language: Language) -> list[Dated]:
    """Days without their month, the last ones so numbered: "7日"."""
    out: list[Dated] = []
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
        out.append(Dated(index - 1, str(day), False))
    return out


def _month(
    sentence: Sentence, hit: Hit, published: PartialDate | None, language: Language, used: set[int], last: int | None
) -> tuple[str, bool, bool] | None:
    """The date around a month's name, whether it gives a year, and whether that is only guessed.

    Notes in `used` where the year stands; `last` is the year of the date told before.
    """
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
        year = _year_told(sentence, end, published, language, used, last)
    before = _year_before(sentence, start, language) if year is None else None
    if before is not None:
        used.add(before)
        year = _number(tokens.surface[before])
    explicit = year is not None
    if year is None and published is not None:
        year = _year_told_before(sentence, start, published, language, used, last)
    is_open = False
    if year is None:
        if published is None:
            return None
        year = published.year
        if published.month is not None and sentence.opens(end, ("new",)):
            year += month < published.month  # "septembre prochain"
        elif published.month is not None and _stands_beside(sentence, start, end, language.month_last):
            year -= month >= published.month  # "last September"
        elif published.month is not None and _is_effective(sentence, start, language):
            year += month < published.month - _JUST_OVER  # told in November: "with effect from February"
        else:
            is_open = published.month is not None
            year -= published.month is not None and month > published.month + 2
    try:
        return str(PartialDate.parse(f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""))), explicit, is_open
    except ValueError:
        return None


def _stands_beside(sentence: Sentence, start: int, end: int, phrases: tuple[tuple[str, ...], ...]) -> bool:
    """Whether one of some phrases stands right before a stretch or right behind it."""
    folded = sentence.tokens.folded
    return any(
        tuple(folded[max(0, start - len(words)) : start]) == words or tuple(folded[end : end + len(words)]) == words
        for words in phrases
    )


def _is_effective(sentence: Sentence, start: int, language: Language) -> bool:
    """Whether words say that something is so from a date on, whose day may stand before its month."""
    folded = sentence.tokens.folded
    for end in range(start, max(0, start - _DAY_WORDS), -1):
        if any(tuple(folded[max(0, end - len(words)) : end]) == words for words in language.from_date):
            return True
    return False


_DAY_WORDS = 4  # "from the | first of | February"


def _year_of(hit: Hit, sentence: Sentence, published: PartialDate, last: int | None) -> int | None:
    """The year that a phrase tells: "last year", "of that year"."""
    if hit.payload.endswith(SAME):
        return _year_before_in(sentence, hit.start) or last
    return published.year + int(hit.payload.split()[1])


def _year_told(
    sentence: Sentence, end: int, published: PartialDate, language: Language, used: set[int], last: int | None
) -> int | None:
    """The year that words behind a month tell: "fevereiro do ano passado"; notes in `used` where they stand."""
    while end < len(sentence.tokens) and sentence.tokens.folded[end] in language.month_year:
        end += 1
    for place in (end - 1, end):  # they may begin with the preposition
        for hit in sentence.by_start.get(place, ()):
            if hit.kind == "relative_time" and hit.end > end and hit.payload.startswith("year "):
                used.add(hit.start)
                return _year_of(hit, sentence, published, last)
    return None


def _year_told_before(
    sentence: Sentence, start: int, published: PartialDate, language: Language, used: set[int], last: int | None
) -> int | None:
    """The year that words before a month tell: "去年4月", "next year in April"; notes in `used` where they stand."""
    for hit in sentence.of_kind("relative_time"):
        if hit.end <= start and hit.payload.startswith("year "):
            between = sentence.tokens.folded[hit.end : start]
            if all(word in language.month_year or word in language.day_month or word.isdigit() for word in between):
                used.add(hit.start)
                return _year_of(hit, sentence, published, last)
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
        event.sentence.dates = _sentence_dates(event.sentence, published, language, DatesTold())
    found = [
        dated for dated in event.sentence.dates
        if not _is_told_apart(event, dated.place) and not _is_of_other_verb(event, dated.place)
        and not (dated.is_explicit and _is_of_post(event, dated.place))
    ]  # fmt: skip
    place = event.start if event.dated_at < 0 else event.dated_at
    later = _years_later(event)
    if not found and later is None:
        return

    def away(other: int) -> int:
        is_odd = other > place if language.spaceless else other < place
        return abs(other - place) + _BEFORE * is_odd

    nearest = _paired(event, found) or min(found, key=lambda dated: away(dated.place), default=None)
    if later is not None and (nearest is None or not _is_nearer(event, nearest.place, later.start)):
        event.years_on = int(later.payload)
        return
    if nearest is None or abs(nearest.place - place) > _FAR:
        return
    event.date = nearest.value
    if nearest.is_open and published is not None and _is_to_come(event, nearest.place, language):
        event.date = _not_before(nearest.value, published)
    if published is not None and nearest.is_explicit and event.date[:4] < f"{published.year:04d}":
        event.is_background = True


def _paired(event: Event, found: list[Dated]) -> Dated | None:
    """The date of an event whose sentence tells dates and changes in turn: "went to A in 2014 and to B in 2019"."""
    if event.reading is None or event.dated_at >= 0 or len(found) < _PAIRS:
        return None
    told = [hit.start for hit in event.reading.triggers if frames()[hit.payload.event].yields != "work"]
    dated = {one.place: one for one in found}
    order = sorted([*told, *dated])
    if event.start not in told or len(told) != len(dated) or len({*order}) != len(order):
        return None
    is_dates_first = order[0] in dated
    if any((place in dated) != (is_dates_first == (number % 2 == 0)) for number, place in enumerate(order)):
        return None
    place = order[order.index(event.start) + (-1 if is_dates_first else 1)]
    return dated[place] if abs(place - event.start) <= _FAR else None


_PAIRS = 2


def _years_later(event: Event) -> Hit | None:
    """The time counted on from what was told before that stands in the clause of an event: "two years later"."""
    sentence = event.sentence
    others = [trigger.start for trigger in event.reading.triggers] if event.reading is not None else []
    breaks = event.reading.breaks if event.reading is not None else []
    out: list[Hit] = []
    for hit in sentence.of_kind("later_time"):
        low, high = (hit.end, event.start) if hit.start < event.start else (event.end, hit.start)
        if high - low > _LATER_REACH or between(others, low, high) or between(breaks, low, high):
            continue
        if any(
            m.kind == "org" and m.mark_at == hit.end and m.mark in ("at", "of", "with") and m.start > hit.end
            for m in sentence.mentions
        ):
            continue  # "after 19 years at Borealis", in languages that say both alike
        out.append(hit)
    return min(out, key=lambda hit: abs(hit.start - event.start), default=None)


_LATER_REACH = 12  # words between a verb and "three years later"


def _is_nearer(event: Event, date_at: int, later_at: int) -> bool:
    """Whether an event has a date of its own beside "three years later": no other verb stands between the two."""
    others = [trigger.start for trigger in event.reading.triggers] if event.reading is not None else []
    low, high = min(date_at, event.start), max(date_at, event.start)
    if date_at < event.start < later_at and any(other < date_at for other in others):
        return False  # "went to A in 2012 and | joined B | four years later"
    return not between([other for other in others if other != event.start], low, high) and abs(
        date_at - event.start
    ) <= abs(later_at - event.start)


def count_on(event: Event, before: list[Event], published: PartialDate | None) -> None:
    """Gives an event that happened years after the last one told of its person its year."""
    if not event.years_on or event.date is not None:
        return
    last = next((one for one in reversed(before) if one.person is event.person and one.date is not None), None)
    if last is None or last.date is None:
        return
    year = int(last.date[:4]) + event.years_on
    if published is None or year <= published.year:
        event.date = f"{year:04d}"
        event.is_background = published is not None and year < published.year


def _is_told_apart(event: Event, place: int) -> bool:
    """Whether a date stands in a description that has a verb of its own and the event does not, or the reverse.

    "Ada Moreno, who had come to Borealis in 2015, is leaving": nobody leaves in 2015.
    """
    if event.reading is None:
        return False
    return any(
        (start <= place < end) != (start <= event.start < end)
        and any(start < trigger.start < end for trigger in event.reading.triggers)
        for start, end in event.reading.asides
    )


def _is_of_other_verb(event: Event, place: int) -> bool:
    """Whether a date stands between commas with a verb that tells something else, and the event does not.

    "Borealis parts with Ada Moreno, | hired from Quanta in May 2019": she was hired then.
    """
    if event.reading is None or event.start <= place < event.end:
        return False
    surface = event.sentence.tokens.surface
    low = next((index + 1 for index in range(place, -1, -1) if surface[index] in _PARTING), 0)
    high = next((index for index in range(place, len(surface)) if surface[index] in _PARTING), len(surface))
    if low <= event.start < high or low <= event.dated_at < high:
        return False
    describes = any(m.end == low - 1 for m in event.sentence.mentions if m.kind == "person" and not m.is_anaphor)
    if place < event.start and not describes:
        return False  # "In 2019 she left Borealis, | joining Quanta"
    told = {frames()[hit.payload.event].yields for hit in event.reading.triggers if low <= hit.start < high}
    return bool(told) and (event.yields not in told or describes)


def _is_of_post(event: Event, place: int) -> bool:
    """Whether a year stands with the post that describes a name: "Ada, co-founder of Borealis in 2010, leaves"."""
    ties = event.reading.affiliations if event.reading is not None else []
    surface = event.sentence.tokens.surface
    return any(
        tie.person_at < tie.start <= place < tie.end
        and not tie.start <= event.start < tie.end
        and not any(word in _PARTING for word in surface[tie.start : place])
        for tie in ties
        if tie.post is not None and not tie.by_event and tie.sentence is event.sentence
    )


_PARTING = frozenset(",،，、;؛；:：(（")


def _not_before(value: str, published: PartialDate) -> str:
    """A date whose year is only guessed, in the first year in which its month is not long over."""
    year = published.year + (int(value[5:7]) < (published.month or 1) - _JUST_OVER)
    return f"{year:04d}{value[4:]}"


def _is_to_come(event: Event, place: int, language: Language) -> bool:
    """Whether a date tells when something is to come: the clause has the verb's future, and no verb of saying between.

    "On April 27 she said that she will leave" tells when she said it.
    """
    sentence = event.sentence
    low, high = min(place, event.start), max(place, event.start)
    if any(low <= hit.start < high for hit in sentence.of_kind("said")):
        return False
    words = sentence.tokens.surface[event.start : event.end]
    if language.future_endings and any(word.casefold().endswith(language.future_endings) for word in words):
        return True
    breaks = event.reading.breaks if event.reading is not None else []
    for hit in sentence.of_kind("future"):
        low, high = (hit.end, event.start) if hit.start < event.start else (event.end, hit.start)
        if high - low <= _TENSE_REACH and not between(breaks, low, high):
            return True
    return False
