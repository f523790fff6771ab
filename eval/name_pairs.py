"""The public name pairs of ../shared/data/names, and which half of them is learnt from.

The pairs at even places, counted from 0, are learnt from; those at odd places are measured on.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

NAMES = Path(__file__).resolve().parent.parent.parent / "shared" / "data" / "names"
LANGUAGES = ("ar", "ru", "he", "ja", "ko", "zh")


def read_rows(name: str, folder: Path = NAMES) -> list[tuple[str, str]]:
    """The rows of a file, without its head."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return [(one, other) for one, other in (line.split("\t") for line in lines if line and not line.startswith("#"))]


def read_pairs(language: str, folder: Path = NAMES) -> list[tuple[str, str]]:
    """The names of a language with their Latin spellings."""
    return read_rows(f"{language}_latin.tsv", folder)


def read_namesakes(folder: Path = NAMES) -> dict[str, list[str]]:
    """Latin names with others of the same family name."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, other in read_rows("ar_latin_hard.tsv", folder):
        found[name].append(other)
    return found


def is_learnt_from(place: int) -> bool:
    """Whether the pair at a place of its file is learnt from."""
    return place % 2 == 0
