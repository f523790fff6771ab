"""How names are read whose script does not tell it: languages/data/<code>/readings.json."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.text.fold import fold
from talentflow.text.kana_latin import latin_of_reading
from talentflow.text.tokens import is_hiragana, is_katakana

_REPEATED = re.compile("(.)々")


@dataclass(frozen=True, slots=True)
class Readings:
    """The usual readings in kana of folded family names, given names, and characters of given names by their place."""

    family: dict[str, str]
    given: dict[str, str]
    sounds: dict[str, dict[str, str]]  # "first", "inner" and "last"

    def latin(self, parts: Sequence[str]) -> str | None:
        """The name in Latin letters, the given name first; None where a part has no reading.

        A family name alone is read as such, and where it is none, as a given name; a whole name in one is parted
        after the longest family name that leaves one to read.
        """
        family, given = parts[0], "".join(parts[1:])
        if not given and len(family) > 2 and family not in self.family:
            places = (place for place in range(len(family) - 1, 0, -1) if family[:place] in self.family)
            wholes = (self.latin([family[:place], family[place:]]) for place in places)
            whole = next(filter(None, wholes), None)
            if whole:
                return whole
        if not given:
            reading = _kana(family) or self.family.get(family) or self._given(family)
            return latin_of_reading(reading) if reading else None
        read = [self._given(given), _kana(family) or self.family.get(family)]
        found = [latin_of_reading(reading) for reading in read if reading]
        return " ".join(found) if len(found) == len(read) else None

    def _given(self, name: str) -> str | None:
        """A given name as a whole, or else character by character: a new one is put together of usual readings."""
        whole = _kana(name) or self.given.get(name)
        if whole or len(name) < 2:
            return whole
        name = _REPEATED.sub(r"\1\1", name)
        tables = [self.sounds["first"], *[self.sounds["inner"]] * (len(name) - 2), self.sounds["last"]]
        read = [_kana(letter) or table.get(letter, "") for letter, table in zip(name, tables, strict=True)]
        return "".join(read) if all(read) else None


def _kana(name: str) -> str | None:
    return name if all(is_hiragana(letter) or is_katakana(letter) for letter in name) else None


@cache
def readings_of(code: str) -> Readings | None:
    """The readings of a language's names, None where it needs none; family_names.txt adds to the generated ones."""
    folder = files("talentflow.languages") / "data" / code
    path, further = folder / "readings.json", folder / "family_names.txt"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    lines = further.read_text(encoding="utf-8").splitlines() if further.is_file() else []
    pairs = [line.split() for line in lines if line and not line.startswith("#")]
    family = {fold(name): reading for name, reading in pairs}
    return Readings(family | data["family"], data["given"], data["sounds"])
