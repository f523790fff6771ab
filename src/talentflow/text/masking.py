"""Names struck out of a text, letter for letter, so that every offset into it still holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from talentflow.text.fold import fold_character, search_key

MASK = "█"
# Parts of names that are words of their own, and are struck out with the whole name only.
_PARTICLES = frozenset(
    {
        *(
            "van",
            "von",
            "der",
            "den",
            "de",
            "del",
            "della",
            "di",
            "da",
            "do",
            "dos",
            "das",
            "du",
            "la",
            "le",
            "el",
            "al",
        ),
        *("los", "las", "bin", "ben", "ibn", "abu", "san", "st", "y", "e", "and", "the", "jr", "sr", "dr", "mr", "mrs"),
        *("ms", "ten", "ter", "zu", "zur"),
    }
)
_UNPARTED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ONTO_ARABIC = "(?:[وفبكل]{0,2}(?:ال)?)"  # words written onto the next one


def masked(text: str, spellings: Iterable[str], *, parts: bool) -> str:
    """The text with these names struck out, however they are cased and accented; with `parts` each word of them too.

    The result has the length of the text. Parts of Latin names are struck out where they are capitalised only.
    """
    whole = frozenset(spellings)
    pattern = _pattern(whole, parts)
    if pattern is None:
        return text
    folded, places = [], []
    for place, character in enumerate(text):
        for part in fold_character(character):
            folded.append(part)
            places.append(place)
    out = list(text)
    for match in pattern.finditer("".join(folded)):
        first, last = places[match.start()], places[match.end() - 1]
        is_part = match.lastgroup == "part"
        if is_part and _is_lower(text[first : last + 1]):
            continue
        out[first : last + 1] = MASK * (last + 1 - first)
    return "".join(out)


def _is_lower(word: str) -> bool:
    return word[:1].islower()


@lru_cache(maxsize=256)
def _pattern(spellings: frozenset[str], parts: bool) -> re.Pattern[str] | None:
    whole = {key for spelling in spellings if (key := search_key(spelling))}
    words = {word for key in whole for word in key.split() if _stands_alone(word)} if parts else set()
    # A name of one word alone ("Moreno") may be anybody's, and is struck out as parts are.
    alone = {key for key in whole if " " not in key and not _UNPARTED.search(key)}
    ways = [
        f"(?P<{name}>{'|'.join(_each(found))})" for name, found in (("whole", whole - alone), ("part", words)) if found
    ]
    return re.compile("|".join(ways)) if ways else None


def _stands_alone(word: str) -> bool:
    if _UNPARTED.search(word) or word in _PARTICLES or word.isdigit():
        return False
    return len(word) >= (3 if _ARABIC.search(word) else 2)


def _each(keys: Iterable[str]) -> list[str]:
    return [_bounded(key) for key in sorted(keys, key=lambda key: (-len(key), key))]


def _bounded(key: str) -> str:
    body = r"[\W_]{1,3}".join(map(re.escape, key.split()))
    if _UNPARTED.search(key):
        return body
    before = r"(?<!\w)" + (_ONTO_ARABIC if _ARABIC.search(key) else "")
    return rf"{before}{body}(?!\w)"
