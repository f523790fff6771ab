"""What the tests of the scripts in eval/ share."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"


@pytest.fixture
def script() -> Callable[[str], Any]:
    """Loads a script of eval/ as a module, by its name without the ending."""

    def load(name: str) -> Any:
        spec = importlib.util.spec_from_file_location(name, EVAL / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        return module

    return load
