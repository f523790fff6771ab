"""People's names in Arabic letters as they are usually spelled: "ستيف" is Steve, "عبد العزيز" Abdulaziz."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from talentflow.text.arabic_latin import is_arabic_name
from talentflow.text.fold import fold
from talentflow.text.romanise import romanise
from talentflow.text.usual_latin import spelled_as_usual

_SERVANT = re.compile(r"\bعبد (?=ال)")


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
    latin = [romanise(part)[0] for part in parts]
    if not is_arabic_name(name):
        latin = _as_usual(latin)
    return " ".join(found or part for found, part in zip(listed, latin, strict=True))


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
