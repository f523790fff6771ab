"""Sentences with places for names in them, and finding again which sentence a kept text is and what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache


def read_back(text: str, templates: Iterable[str]) -> tuple[str, dict[str, str]] | None:
    """The first of the templates that a text was made of, with what stands in its places; None where it is of none."""
    for template in templates:
        found = _pattern(template).fullmatch(text)
        if found is not None:
            return template, found.groupdict()
    return None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    pieces = re.split(r"\{(\w+)\}", template)
    return re.compile(
        "".join(f"(?P<{piece}>.+?)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces)),
        re.DOTALL,
    )
