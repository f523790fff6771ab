"""Brace patterns: `{leave,leaves,left} {her,his} job` stands for every combination."""

from __future__ import annotations

import re
from itertools import product

_GROUP = re.compile(r"\{([^{}]*)\}")


def expand(pattern: str) -> list[str]:
    """All the phrases that a brace pattern stands for; an empty choice drops out with its space.

    Raises ValueError on unbalanced braces.

    >>> expand("step{s,ped} {right ,}down")
    ['steps right down', 'steps down', 'stepped right down', 'stepped down']
    """
    parts = _GROUP.split(pattern)
    if any("{" in part or "}" in part for part in parts):
        raise ValueError(f"unbalanced braces in {pattern!r}")
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return [" ".join("".join(combination).split()) for combination in product(*choices)]
