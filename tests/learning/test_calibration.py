"""The calibration of confidences: what was said against what was true, by tenths."""

from __future__ import annotations

import numpy
import pytest

from talentflow.learning.calibration import reliability


def test_a_confidence_that_holds_has_no_error() -> None:
    guess = numpy.array([0.25] * 4 + [0.75] * 4)
    truth = numpy.array([1, 0, 0, 0, 1, 1, 1, 0])
    rows, error = reliability(guess, truth)
    assert rows == [(0.25, 0.25, 4), (0.75, 0.75, 4)]
    assert error == pytest.approx(0.0)


def test_the_error_is_the_gap_weighed_by_how_often_it_was_said() -> None:
    guess = numpy.array([0.95, 0.95, 0.95, 0.05])
    truth = numpy.array([0, 0, 0, 0])
    assert reliability(guess, truth)[1] == pytest.approx(0.75 * 0.95 + 0.25 * 0.05)


def test_certainty_is_counted() -> None:
    assert reliability(numpy.array([1.0]), numpy.array([1]))[0] == [(1.0, 1.0, 1)]
