"""What the tests of the scripts in eval/ share."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Any]]:
    """Loads a script of eval/ as a module, by its name without the ending, and the scripts that it needs."""
    monkeypatch.syspath_prepend(str(EVAL))
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if (EVAL / f"{name}.py").is_file():
            del sys.modules[name]
