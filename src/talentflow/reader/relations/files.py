"""Where what was learnt lies."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "data"


def data_file(name: str) -> Path:
    """The path of a file of the encoder."""
    return _FOLDER / name
