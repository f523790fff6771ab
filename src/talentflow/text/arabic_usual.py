"""People's names in Arabic letters as they are usually spelled: "ستيف" is Steve, "عبد العزيز" Abdulaziz."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

from talentflow.text.arabic_latin import fixed_latin, is_arabic_name
from talentflow.text.arabic_spelling import arabic_spelling
from talentflow.text.fold import fold
from talentflow.text.romanise import romanise
from talentflow.text.usual_latin import spelled_as_usual

_SERVANT = re.compile(r"\bعبد (?=ال)")
_LETTERS_ALONE = re.compile(r"[\u0620-\u064a]+")
_SHORT = 4  # letters: in a shorter word the article's may be its own


def has_arabic(name: str) -> bool:
    """Whether a name is written in Arabic letters."""
    return any("\u0620" <= letter <= "\u06ff" for letter in name)


def usual_arabic(name: str) -> str:
    """A name in Arabic letters in Latin ones: each part as it is listed, else as it sounds, a foreign one as is usual.

    >>> usual_arabic("سامر الخطيب")
    'Samer Al-Khatib'
    """
    parts = _SERVANT.sub("عبد", name).split(" ")
    listed = [_listed()[place > 0 and place == len(parts) - 1].get(fold(part)) for place, part in enumerate(parts)]
    if is_arabic_name(name):
        latin = [_as_spelled(part) for part in parts]
    else:
        latin = _as_usual([romanise(part)[0] for part in parts])
    return " ".join(found or part for found, part in zip(listed, latin, strict=True))


@lru_cache(maxsize=16384)
def _as_spelled(part: str) -> str:
    """A part of a name of the Arab world as such parts are spelled; particles and what has a sound alone as ever."""
    fixed = fixed_latin(part)
    if fixed is not None or not has_arabic(part):
        return fixed or romanise(part)[0]
    key = fold(part)
    if key.startswith("عبدال") and len(key) > len("عبدال") + 1:
        return f"Abdul {_as_spelled(key[5:])}"
    article, key = ("Al ", key[2:]) if key.startswith("ال") and len(key) > _SHORT else ("", key)
    if not _LETTERS_ALONE.fullmatch(key):
        return romanise(part)[0]
    spelled = arabic_spelling().spellings(key)[0][1]
    return article + spelled[:1].upper() + spelled[1:] if spelled else romanise(part)[0]


def _as_usual(parts: list[str]) -> list[str]:
    spelled = spelled_as_usual(" ".join(parts), in_arabic=True).split(" ")
    return spelled if len(spelled) == len(parts) else parts


@cache
def _listed() -> tuple[dict[str, str], dict[str, str]]:
    """The given names of arabic_names.txt, and its family names with the given ones that are no family names."""
    text = (files("talentflow.text") / "arabic_names.txt").read_text(encoding="utf-8")
    lines = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    given, _, family = lines.partition("\nfamily\n")
    first, last = _pairs(given.replace("given\n", "")), _pairs(family)
    return {**last, **first}, {**first, **last}


def _pairs(text: str) -> dict[str, str]:
    found = re.findall(r"([\u0620-\u06ff]+)\s+([^\u0620-\u06ff]+)", text)
    return {fold(word): " ".join(latin.split()) for word, latin in found}
