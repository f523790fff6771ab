"""The interface in the visitor's language: words, direction, dates and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent
from babel.support import NullTranslations, Translations
from babel.units import format_unit

from talentflow.model import PartialDate

DEFAULT = "en"
# The languages of the interface, each by its own name.
LANGUAGES = {"en": "English", "ar": "العربية", "es": "Español"}
_ACCEPTED = re.compile(r"([A-Za-z]{2,3})[-\w]*\s*(?:;\s*q=([\d.]+))?")


@dataclass(frozen=True, slots=True)
class Interface:
    """One language of the interface."""

    language: str
    locale: Locale
    translations: NullTranslations

    @property
    def name(self) -> str:
        """Its own name."""
        return LANGUAGES[self.language]

    @property
    def direction(self) -> str:
        """ "ltr" or "rtl"."""
        return _direction(self.language)

    @property
    def arrow(self) -> str:
        """The arrow from one employer to the next, in reading direction."""
        return "←" if self.direction == "rtl" else "→"

    @property
    def comma(self) -> str:
        """What stands between the items of a list."""
        return "، " if self.language == "ar" else ", "

    @property
    def semicolon(self) -> str:
        """What stands between statements that are listed."""
        return "؛ " if self.language == "ar" else "; "

    @property
    def quotes(self) -> tuple[str, str]:
        """What stands before and behind words that are quoted."""
        return ("“", "”") if self.language == "en" else ("«", "»")

    def say(self, message: str) -> str:
        """A message in this language."""
        return str(self.translations.gettext(message))

    def say_count(self, one: str, many: str, count: int) -> str:
        """A message with a count (`%(num)s`), in the form that the language has for so many."""
        return str(self.translations.ngettext(one, many, count)) % {"num": self.number(count)}

    def number(self, value: float) -> str:
        """A number as the language groups its digits."""
        return _number(self.language, value)

    def days(self, count: int) -> str:
        """A number of days, as whole years or months where it is so many."""
        unit, size = ("year", 365) if count % 365 == 0 else ("month", 30) if count >= 60 else ("day", 1)
        return str(format_unit(count // size, f"duration-{unit}", locale=self.locale))

    def quarter(self, first_month: str) -> str:
        """The quarter that begins with a month ("2025-07")."""
        return str(format_date(PartialDate.parse(first_month).first_day, "QQQ y", locale=self.locale))

    def share(self, value: float) -> str:
        """A share (0 to 1) in per cent."""
        return format_percent(value, locale=self.locale)

    def date(self, text: str | None) -> str:
        """An ISO date, as exact as it is; what is no date is given back as it stands."""
        return _date(self.language, text) if text else ""

    def instant(self, text: str) -> str:
        """An instant as it is stored (UTC), to the minute; what is none is given back as it stands."""
        try:
            when = datetime.fromisoformat(text)
        except ValueError:
            return text
        return f"{self.date(text[:10])}, {format_time(when, 'short', locale=self.locale)}"

    def month(self, text: str | None) -> str:
        """The month of an ISO date, or its year where that is all."""
        return self.date(text[:7]) if text else self.say("No date")


# What stands on every page many times over: to format it anew each time would be half of making the page.
@cache
def _direction(language: str) -> str:
    return str(Locale.parse(language).text_direction)


@lru_cache(maxsize=8192)
def _number(language: str, value: float) -> str:
    return str(format_decimal(value, locale=Locale.parse(language)))


@lru_cache(maxsize=16384)
def _date(language: str, text: str) -> str:
    try:
        parsed = PartialDate.parse(text)
    except ValueError:
        return text
    skeleton = "y" if parsed.month is None else "yMMM" if parsed.day is None else "yMMMd"
    return str(format_skeleton(skeleton, parsed.first_day, locale=Locale.parse(language)))


@cache
def direction_of(language: str | None) -> str:
    """The direction of a text in a language, "ltr" or "rtl"; "auto" where the language is not known."""
    try:
        return "auto" if not language else str(Locale.parse(language).text_direction)
    except (UnknownLocaleError, ValueError):
        return "auto"


@cache
def interface_for(language: str) -> Interface:
    """The interface in a language of LANGUAGES."""
    return Interface(language, Locale.parse(language), _catalog(language))


def _catalog(language: str) -> NullTranslations:
    path = files("talentflow.serve.web") / "catalogs" / f"{language}.po"
    if not path.is_file():
        return NullTranslations()  # the messages themselves are English
    compiled = BytesIO()
    write_mo(compiled, read_po(BytesIO(path.read_bytes()), locale=language))
    compiled.seek(0)
    return Translations(compiled)


def best_language(accepted: str | None) -> str:
    """The language of the interface that a browser's Accept-Language header likes best."""
    wanted = []
    for place, match in enumerate(_ACCEPTED.finditer(accepted or "")):
        try:
            quality = float(match[2] or 1)
        except ValueError:
            continue
        if match[1].lower() in LANGUAGES and quality > 0:
            wanted.append((-quality, place, match[1].lower()))
    return min(wanted)[2] if wanted else DEFAULT
