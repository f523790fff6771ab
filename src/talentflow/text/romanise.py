"""Other scripts in Latin letters, for names that have no usual Latin spelling."""

from __future__ import annotations

import re

from anyascii import anyascii

from talentflow.text.arabic_latin import latin_of
from talentflow.text.han_latin import latin_of_syllables
from talentflow.text.kana_latin import latin_of_spelled

_SPACE = re.compile(r"\s+")
_KATAKANA = re.compile(r"[\u30a1-\u30ff]+")
_HAN = re.compile(r"[\u3400-\u9fff·•‧・]*[\u3400-\u9fff]")
_ARABIC = re.compile(r"[\u0620-\u065f\u066e-\u06d3\u06fa-\u06ff]+")


def romanise(name: str) -> tuple[str, bool]:
    """The name in Latin letters, and whether that is our own romanisation.

    >>> romanise("Mira Murati")
    ('Mira Murati', False)
    """
    if all(ord(character) < 0x250 or not character.isalpha() for character in name):
        return name, False
    spelled = _ARABIC.sub(lambda match: latin_of(match.group()), name)
    spelled = _HAN.sub(lambda match: latin_of_syllables(match.group()), spelled)
    spelled = _KATAKANA.sub(lambda match: latin_of_spelled(match.group()), spelled)
    words = _SPACE.sub(" ", anyascii(spelled)).strip().split(" ")
    if _ARABIC.search(name):
        return " ".join(words), True
    return " ".join(word[:1].upper() + word[1:] for word in words), True
