"""Libraries that only one format needs: an extra each, asked for when the format is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from talentflow.model import TalentflowError


def needed(library: str, *, format: str) -> Any:  # noqa: A002 - the word that users know it by
    """The library, or one line that names the extra to install; the extra is called as the format is."""
    try:
        return import_module(library)
    except ImportError:
        package = library.partition(".")[0]
        raise TalentflowError(
            f'--format {format} needs one more package, {package}. Install it: pip install "talentflow[{format}]"'
        ) from None
