"""The calibration of confidences: what was said against what was true, by tenths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy
import pytest


@pytest.fixture
def calibration(script: Callable[[str], Any]) -> Any:
    """The script as a module."""
    return script("calibration")


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
