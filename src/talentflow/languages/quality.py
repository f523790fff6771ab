"""How well each language is read: the figures of the last scoring, kept as data beside the languages."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Quality:
    """The figures of one set of scored articles, each between 0 and 1.

    `strict` is the F1 of moves whose person, from and to are all right; `precision` and `recall` are those of it.
    """

    articles: int
    moves: int
    strict: float
    precision: float
    recall: float


@cache
def load_quality() -> dict[str, dict[str, Quality]]:
    """By language and set ("gold": scored by hand; "kept aside": practice articles never learnt from)."""
    path = files("talentflow.languages") / "data" / "quality.toml"
    if not path.is_file():
        return {}
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return {code: {name: Quality(**figures) for name, figures in sets.items()} for code, sets in data.items()}
