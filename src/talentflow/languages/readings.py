"""How names are read whose script does not tell it: languages/data/<code>/readings.json."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from talentflow.text.kana_latin import latin_of_reading
from talentflow.text.tokens import is_hiragana, is_katakana


@dataclass(frozen=True, slots=True)
class Readings:
    """The usual readings in kana of folded family names, given names, and characters of given names."""

    family: dict[str, str]
    given: dict[str, str]

    def latin(self, parts: Sequence[str]) -> str | None:
        """The name in Latin letters, the given name first; None where a part has no reading."""
        family, *rest = parts
        read = [self._read(self.given, "".join(rest)), self._read(self.family, family)]
        found = [latin_of_reading(reading) for reading in read if reading]
        return " ".join(found) if len(found) == len(read) else None

    @staticmethod
    def _read(table: dict[str, str], name: str) -> str | None:
        if all(is_hiragana(letter) or is_katakana(letter) for letter in name):
            return name
        return table.get(name)


@cache
def readings_of(code: str) -> Readings | None:
    """The readings of a language's names, None where it needs none."""
    path = files("talentflow.languages") / "data" / code / "readings.json"
    if not path.is_file():
        return None
    data = json.loads(path.read_text(encoding="utf-8"))
    return Readings(data["family"], data["given"])
