"""Learns which of an event's readings is right, or that none is: a conditional logit with an outside option.

A logistic regression asks of each reading alone whether it is right; this asks which of several it is (McFadden,
"Conditional logit analysis of qualitative choice behavior", 1974). Not saying anything is the choice with sum 0.
"""

from __future__ import annotations

from typing import Any

MOST_ROUNDS = 200
FIRST_BIAS = -2.0  # most events have no right reading


def learn_choice(matrix: Any, truth: Any, groups: Any, counts: Any, penalty: float) -> Any:
    """The weights of the columns and, last, the bias.

    `matrix` has a row of features for each reading (n x m, sparse), `truth` says whether it is right, `groups` which
    event it is of (n numbers from 0 on), `counts` how much its article counts; `penalty` is that of the squares.
    Of an event with several right readings any is as good as another.
    """
    import numpy
    from scipy.optimize import minimize

    _, event = numpy.unique(groups, return_inverse=True)
    events = int(event.max()) + 1
    right = truth.astype(float)
    weight = numpy.zeros(events)
    weight[event] = counts
    has_right = numpy.bincount(event, right, events) > 0

    def loss(values: Any) -> tuple[float, Any]:
        weights, bias = values[:-1], values[-1]
        sums = matrix @ weights + bias
        top = numpy.zeros(events)
        numpy.maximum.at(top, event, sums)
        likely = numpy.exp(sums - top[event])
        nothing = numpy.exp(-top)
        total = numpy.bincount(event, likely, events) + nothing
        chosen = numpy.where(has_right, numpy.bincount(event, likely * right, events), nothing)
        slope = likely / total[event] - numpy.where(has_right[event], likely * right / chosen[event], 0.0)
        slope *= weight[event]
        cost = float((weight * (numpy.log(total) - numpy.log(chosen))).sum() + penalty / 2 * weights @ weights)
        return cost, numpy.append(matrix.T @ slope + penalty * weights, slope.sum())

    start = numpy.append(numpy.zeros(matrix.shape[1]), FIRST_BIAS)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": MOST_ROUNDS}).x
