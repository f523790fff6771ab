"""Names of any script in Latin letters, and reduced to what transliteration keeps: the consonants, in classes.

A newsroom that writes a foreign name in Arabic drops most vowels and picks one of several letters for a sound that
Arabic lacks; the way back guesses again. "Barret Zoph", "باريت زوف" and "بريت زوف" all have the skeletons BRT and SF.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Sounds of several letters first. Every rule maps onto one of the classes B F K S T M N R, or a vowel's nothing.
_SOUNDS = (
    ("sch", "S"),
    ("tch", "TS"),
    ("sh", "S"),
    ("zh", "S"),
    ("dj", "S"),
    ("ch", "TS"),
    ("ph", "F"),
    ("gh", "K"),
    ("kh", "K"),
    ("ck", "K"),
    ("th", "T"),
    ("dh", "T"),
    ("qu", "K"),
    ("x", "KS"),
)
_LETTERS = {
    **dict.fromkeys("bp", "B"),
    **dict.fromkeys("fv", "F"),
    **dict.fromkeys("kqg", "K"),
    **dict.fromkeys("szcj", "S"),
    **dict.fromkeys("td", "T"),
    "m": "M",
    "n": "N",
    # Japanese has one sound for the two, and Chinese and Korean waver.
    **dict.fromkeys("lr", "R"),
}
_VOWELS = {"u": "u", "w": "u", "o": "u", "i": "i", "y": "i", "e": "i"}
_NOT_LETTER = re.compile(r"[^a-z]+")
_DOUBLED = re.compile(r"(.)\1+")
_BREAKS = re.compile(r"[\s\-‐‑–·・.,'’_()/&+]+")
_HARD_C = re.compile(r"(?<!s)c(?![eiyhk])")
# Letters with two readings: each reading gives a skeleton of its own.
_TWOFOLD = (
    (re.compile(r"^al(?=[a-z]{4})"), ("al", "")),  # Altman, Al-Shammari
    (re.compile(r"^l(?=[^aeiouy]{3})"), ("l", "")),  # the same in Arabic, whose alef has no letter
    (re.compile(r"^j"), ("", "S", "K")),  # Jan (y), Jean (zh), جوجل (g)
    (re.compile(r"(?<!s)ch"), ("ch", "K", "sh")),  # Chintala, Michael, Charlotte
    (_HARD_C, ("K",)),
    (re.compile(r"^x"), ("S", "KS")),  # Xunyu, Xavier
    (re.compile(r"(?<=[a-z])g(?=[eiy])|^g(?=[eiy])"), ("S", "K")),  # Sergei, George
)
_MOST_READINGS = 6


def parts_of(name: str) -> list[str]:
    """The parts of a name as it is written: "Daniel De-Freitas" gives Daniel, De, Freitas."""
    return [part for part in _BREAKS.split(name) if part]


@lru_cache(maxsize=65536)
def romanised(part: str) -> str:
    """One part, as it is written, in lower-case Latin letters; nothing but a-z."""
    # Composed, because folding would take the voicing marks off Japanese letters.
    latin = _NOT_LETTER.sub("", anyascii(unicodedata.normalize("NFKC", part)).lower())
    # Doubled letters are a matter of spelling, but Arabic may have left out a vowel between the two.
    return _DOUBLED.sub(r"\1", latin) if part[:1].casefold() < "\u0250" else latin


@lru_cache(maxsize=65536)
def skeletons(latin: str) -> tuple[str, ...]:
    """The consonant classes of a romanised part, for each way that its letters can be read, most usual first.

    A part without consonants keeps its first letter, in lower case: "Yao" gives "y".
    """
    return tuple(dict.fromkeys(_classes(form) or latin[:1] for form in _readings(latin)))


@lru_cache(maxsize=65536)
def soundings(latin: str) -> tuple[str, ...]:
    """A romanised part as `sounded` gives it, for each way that its letters can be read: "jan" also as "yan"."""
    # A j is a y before a vowel in half of Europe: a consonant here, though a skeleton has none for it.
    as_y = [f"Y{sounded(latin[1:])}"] if re.match(r"[jy][aeiou]", latin) else []
    forms = [form for form in _readings(latin) if not latin.startswith("j") or form != latin[1:]]
    return tuple(dict.fromkeys([*as_y, *map(sounded, forms)]))


def _readings(latin: str) -> list[str]:
    forms = [latin]
    for pattern, readings in _TWOFOLD:
        if pattern.search(latin):
            forms = [pattern.sub(reading, form) for form in forms for reading in readings][:_MOST_READINGS]
    return forms


def _classes(latin: str) -> str:
    out = latin
    for sound, letters in _SOUNDS:
        out = out.replace(sound, letters)
    out = "".join(letter if letter.isupper() else _LETTERS.get(letter, " ") for letter in out)
    return out.replace(" ", "")


@lru_cache(maxsize=65536)
def sounded(latin: str) -> str:
    """A romanised part with its consonant classes and the long vowels that Arabic writes too: u and i.

    "shunyu", "shwnyw" and "xunio" all give SuNiu.
    """
    out = _HARD_C.sub("K", re.sub("^x", "S", latin))
    for sound, letters in _SOUNDS:
        out = out.replace(sound, letters)
    out = "".join(letter if letter.isupper() else _LETTERS.get(letter) or _VOWELS.get(letter, "") for letter in out)
    out = re.sub(r"([iu])\1+", r"\1", out)
    return re.sub(r"(?<=[A-Z])i$", "", out) if latin.endswith("e") else out
