"""The calibration of confidences: what was said against what was true, by tenths."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy
import pytest

SCRIPT = Path(__file__).resolve().parent.parent.parent / "eval" / "calibration.py"


@pytest.fixture
def calibration() -> Any:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("calibration", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_confidence_that_holds_has_no_error(calibration: Any) -> None:
    guess = numpy.array([0.25] * 4 + [0.75] * 4)
    truth = numpy.array([1, 0, 0, 0, 1, 1, 1, 0])
    rows, error = calibration.reliability(guess, truth)
    assert rows == [(0.25, 0.25, 4), (0.75, 0.75, 4)]
    assert error == pytest.approx(0.0)


def test_the_error_is_the_gap_weighed_by_how_often_it_was_said(calibration: Any) -> None:
    guess = numpy.array([0.95, 0.95, 0.95, 0.05])
    truth = numpy.array([0, 0, 0, 0])
    assert calibration.reliability(guess, truth)[1] == pytest.approx(0.75 * 0.95 + 0.25 * 0.05)


def test_certainty_is_counted(calibration: Any) -> None:
    assert calibration.reliability(numpy.array([1.0]), numpy.array([1]))[0] == [(1.0, 1.0, 1)]
