"""The words of a text as quotes are compared by: folded, with the characters that each stands for.

Spaces, marks and what has no width count for nothing; figures, their separators and signs of money count for all.
Characters of a script that parts no words are one word each.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from talentflow.text.fold import fold_character

_HAMZA = "ء"  # often left out at the end of a word
_TATWEEL = "ـ"
_VOICED = "\u3099\u309a\uff9e\uff9f"  # the marks that make が of か where both are written apart
_UNSPACED = r"\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d"
_APOSTROPHES = "'’‘ʼ＇`´"
_SEPARATORS = ".,:/٫٬'’\u00a0\u202f"  # inside a figure


@dataclass(frozen=True, slots=True)
class QuoteWord:
    """A word in folded form. `places` tells for each folded character where the one stands that it comes from.

    `is_figure` is true of numbers and signs of money, which must agree exactly; `is_character` of one character
    of a script without spaces; `elided` of a word that lost its vowel before another ("l'" of "l'entreprise") and of
    the English "'s".
    """

    folded: str
    start: int
    end: int
    places: tuple[int, ...]
    is_figure: bool = False
    is_character: bool = False
    elided: bool = False


def quote_words(text: str) -> list[QuoteWord]:
    """The words of a text in order.

    >>> [word.folded for word in quote_words("«L’État» a 1,5 %")]
    ['l', 'etat', 'a', '1,5', '%']
    """
    out = []
    for match in _pattern().finditer(text):
        kind, (start, end) = match.lastgroup, match.span()
        folded, places = _folded(match.group())
        if folded:
            is_elided = kind == "word" and len(folded) == 1 and _is_elided(text, start, end)
            places = tuple([start + place for place in places])
            is_figure = kind in ("figure", "sign")
            out.append(QuoteWord(folded, start, end, places, is_figure, kind == "character", is_elided))
    return out


def _is_elided(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] in _APOSTROPHES and end < len(text):
        return text[start].casefold() not in "no"  # "n'" denies, "o'" is a part of names
    return start > 0 and text[start - 1] in _APOSTROPHES and text[start] in "sS"


@cache
def _pattern() -> re.Pattern[str]:
    plane = [chr(code) for code in range(0x10000) if not 0xD800 <= code <= 0xDFFF]
    weightless = "".join(c for c in plane if unicodedata.category(c) in ("Cf", "Mn", "Me")) + _TATWEEL
    money = "".join(c for c in plane if unicodedata.category(c) == "Sc")
    return re.compile(
        rf"(?P<figure>\d+(?:[{_SEPARATORS}]\d+)*)"
        rf"|(?P<character>[{_UNSPACED}][{_VOICED}]*)"
        rf"|(?P<sign>[%٪‰{re.escape(money)}])"
        rf"|(?P<word>(?:(?![{_UNSPACED}])[^\W_]|[{re.escape(weightless)}])+)"
    )


@cache
def _folded_character(characters: str) -> str:
    """What one character, or a kana with its mark, is compared as."""
    if characters == _HAMZA:
        return ""
    out = []
    for character in unicodedata.normalize("NFKC", characters):
        if character.isdecimal():
            out.append(str(unicodedata.decimal(character)))
        else:
            out.append("".join(fold_character(character).split()))
    return "".join(out)


_KNOWN: dict[str, tuple[str, tuple[int, ...]]] = {}
_MOST_KNOWN = 50_000  # bounded memory on endless input


def _folded(word: str) -> tuple[str, tuple[int, ...]]:
    """A word as it is compared, and for each character of that the place in the word that it comes from."""
    found = _KNOWN.get(word)
    if found is None:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.clear()
        found = _KNOWN[word] = _fold(word)
    return found


def _fold(word: str) -> tuple[str, tuple[int, ...]]:
    folded: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(word):
        length = 2 if word[at + 1 : at + 2] in _VOICED and at + 1 < len(word) else 1
        for character in _folded_character(word[at : at + length]):
            folded.append(character)
            places.append(at)
        at += length
    return "".join(folded), tuple(places)
