"""A name's part as the units that transliteration works on: letters, jamo, kana, the two halves of a Chinese syllable.

Which Latin letters each unit becomes, and how often, is learnt (`spelling.py`); this module says what the units are.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

from talentflow.text.fold import fold

# By the first letter that has a script. Kana before Han: a name in both is Japanese.
_SCRIPTS = (
    ("kana", "\u3041", "\u30ff"),
    ("hangul", "\uac00", "\ud7af"),
    ("arabic", "\u0620", "\u06ff"),
    ("cyrillic", "\u0400", "\u052f"),
    ("hebrew", "\u05d0", "\u05f4"),
    ("greek", "\u0370", "\u03ff"),
    ("greek", "\u1f00", "\u1fff"),
    ("devanagari", "\u0900", "\u097f"),
    ("han", "\u3400", "\u9fff"),
    ("han", "\uf900", "\ufaff"),
)
_ARABIC = str.maketrans(
    {
        "ی": "ي",
        "ې": "ي",
        "ک": "ك",
        "ٱ": "ا",
        "ہ": "ه",
        "ھ": "ه",
        "ۀ": "ه",
        "ے": "ي",
        "ڤ": "ف",
        "ٹ": "ت",
        "ڈ": "د",
        "ڑ": "ر",
    }
)
_ARABIC_MARKS = re.compile(r"[\u064b-\u065f\u0670ـ]")
_HEBREW = str.maketrans({"ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ", "׳": "'", "’": "'", "״": "", '"': ""})
_HEBREW_MARKS = re.compile(r"[\u0591-\u05c7]")
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_NOT_LATIN = re.compile(r"[^a-z]+")
_FINAL = re.compile(r"[aeiouü].*$")


def script_of(text: str) -> str:
    """ "latin", "arabic", "han", "kana", "hangul", "cyrillic", "hebrew", "greek", "devanagari", or "other".

    Of the first letter that has a script; but a name with kana in it is "kana" wherever they stand.
    """
    first = ""
    for character in text:
        found = _script_of_character(character)
        if found == "kana":
            return found
        first = first or found
        if first and first != "han":
            return first
    return first or "latin"


@lru_cache(maxsize=4096)
def _script_of_character(character: str) -> str:
    for script, low, high in _SCRIPTS:
        if low <= character <= high and character not in "・ー":
            return script
    if not character.isalpha():
        return ""
    return "latin" if character < "\u0250" or "\u1e00" <= character <= "\u1eff" else "other"


@lru_cache(maxsize=65536)
def latin_letters(part: str) -> str:
    """A part in Latin script, in a-z alone: "Ørstedt" gives "orstedt"."""
    folded = fold(part)
    return folded if folded.isascii() and folded.isalpha() else _NOT_LATIN.sub("", anyascii(folded).lower())


def units_of(part: str, script: str) -> tuple[str, ...]:
    """The units of a part of a name.

    >>> units_of("زُوف", "arabic"), units_of("佐夫", "han")
    (('ز', 'و', 'ف'), ('z', 'uo', 'f', 'u'))
    """
    if script == "arabic":
        return tuple(_ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", part)).translate(_ARABIC))
    if script == "hebrew":
        return tuple(_HEBREW_MARKS.sub("", part).translate(_HEBREW))
    if script == "kana":
        return tuple(unicodedata.normalize("NFKC", part).translate(_TO_KATAKANA))
    if script == "hangul":
        return tuple(unicodedata.normalize("NFD", part))
    if script == "han":
        return tuple(unit for character in part for unit in syllable_units(syllable_of(character)))
    if script == "devanagari":
        return tuple(unicodedata.normalize("NFC", part).replace("\u200d", "").replace("\u200c", ""))
    if script in ("cyrillic", "greek"):
        return tuple(fold(part) if script == "greek" else part.casefold())
    return tuple(latin_letters(part))


@lru_cache(maxsize=16384)
def syllable_of(character: str) -> str:
    """How a Chinese character is usually read, in Latin letters; "" for what stands between characters and is none."""
    return "".join(letter for letter in anyascii(character).lower() if "a" <= letter <= "z")


@lru_cache(maxsize=4096)
def syllable_units(syllable: str) -> tuple[str, ...]:
    """The beginning and the rest of a syllable in Latin letters: "zhang" gives zh and ang, "an" only an."""
    rest = _FINAL.search(syllable)
    if rest is None:
        return (syllable,) if syllable else ()
    start = syllable[: rest.start()]
    return (start, rest.group()) if start else (rest.group(),)
