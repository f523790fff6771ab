"""Other scripts in Latin letters, for names that have no usual Latin spelling."""

from __future__ import annotations

import re

from anyascii import anyascii

_SPACE = re.compile(r"\s+")


def romanise(name: str) -> tuple[str, bool]:
    """The name in Latin letters, and whether that is our own romanisation.

    >>> romanise("Mira Murati")
    ('Mira Murati', False)
    """
    if all(ord(character) < 0x250 or not character.isalpha() for character in name):
        return name, False
    words = _SPACE.sub(" ", anyascii(name)).strip().split(" ")
    return " ".join(word[:1].upper() + word[1:] for word in words), True
