"""Chinese characters, traditional to simplified: one name in two spellings, unlike two names of one sound."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def simple_forms() -> dict[str, str]:
    """The simplified form of each traditional character that has one."""
    lines = (files("talentflow.text") / "simplified.txt").read_text(encoding="utf-8").splitlines()
    pairs = "".join(line for line in lines if not line.startswith("#"))
    return dict(zip(pairs[::2], pairs[1::2], strict=True))


def simplified(name: str) -> str:
    """The name with its traditional characters made simple."""
    return name.translate(_table())


@cache
def _table() -> dict[int, str]:
    return str.maketrans(simple_forms())
