"""Whether a confidence means what it says."""

from __future__ import annotations

from typing import Any


def reliability(guess: Any, truth: Any) -> tuple[list[tuple[float, float, int]], float]:
    """For each tenth of confidence what was said, what was true and how often; and the expected calibration error.

    The error is that of Naeini, Cooper and Hauskrecht (AAAI 2015): the mean gap of the tenths, weighed by their size.
    """
    rows, error = [], 0.0
    for tenth in range(10):
        inside = (guess >= tenth / 10) & ((guess < tenth / 10 + 0.1) | (tenth == 9))
        if inside.any():
            said, was = float(guess[inside].mean()), float(truth[inside].mean())
            error += float(inside.mean()) * abs(said - was)
            rows.append((said, was, int(inside.sum())))
    return rows, error
