"""A chain of tags learnt from sentences some of whose tags are unknown: a conditional random field, in numpy.

`fit` finds the weights under which the known tags are likeliest, all tags of the unknown words counted together. The
loss is convex where every tag is known, and the same weights come out of the same sentences.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from talentflow.languages.name_runs import TAGS, may_follow

_NEVER = -1e9
_WIDTH = len(TAGS)
_BATCH = 512
Array = NDArray[numpy.float64]

STEPS_ALLOWED: Array = numpy.array([[0.0 if may_follow(before, tag) else _NEVER for tag in TAGS] for before in TAGS])


@dataclass(slots=True)
class Chain:
    """The weights: of each feature for each tag, and of each tag (column) after each (row)."""

    weights: Array
    steps: Array

    def best(self, rows: Any) -> list[int]:
        """The best tags of a sentence of which `rows` holds the features."""
        scores = rows @ self.weights
        steps = self.steps + STEPS_ALLOWED
        now, backs = scores[0] + steps[0], []
        for score in scores[1:]:
            reached = now[:, None] + steps
            backs.append(reached.argmax(0))
            now = reached.max(0) + score
        out = [int(now.argmax())]
        for back in reversed(backs):
            out.append(int(back[out[-1]]))
        return out[::-1]


def fit(rows: Any, tags: list[int], lengths: list[int], *, penalty: float, rounds: int) -> Chain:
    """Learns from the features of all words, their tags (-1 where unknown) and the lengths of the sentences."""
    learner = _Learner(csr_matrix(rows), numpy.array(tags), numpy.array(lengths))
    count = rows.shape[1] * _WIDTH
    found = minimize(
        learner.loss, numpy.zeros(count + _WIDTH**2), args=(penalty,), jac=True, method="L-BFGS-B",
        options={"maxiter": rounds, "maxcor": 8},
    )  # fmt: skip
    return Chain(found.x[:count].reshape(-1, _WIDTH), found.x[count:].reshape(_WIDTH, _WIDTH))


class _Learner:
    def __init__(self, rows: Any, tags: NDArray[numpy.int64], lengths: NDArray[numpy.int64]) -> None:
        self._rows, self._columns = rows, rows.T.tocsr()
        self._known = numpy.zeros((len(tags), _WIDTH))
        known = tags >= 0
        self._known[known] = _NEVER
        self._known[known, tags[known]] = 0.0
        starts = numpy.concatenate([[0], numpy.cumsum(lengths)])[:-1]
        order = numpy.argsort(lengths, kind="stable")
        self._batches = [
            _places(starts[chosen], lengths[chosen])
            for chosen in (order[at : at + _BATCH] for at in range(0, len(order), _BATCH))
        ]

    def loss(self, values: Array, penalty: float) -> tuple[float, Array]:
        """The unlikelihood of the known tags with its gradient."""
        count = self._rows.shape[1] * _WIDTH
        weights, steps = values[:count].reshape(-1, _WIDTH), values[count:].reshape(_WIDTH, _WIDTH)
        scores = self._rows @ weights
        loss = 0.5 * penalty * float(values @ values)
        gradient, step_gradient = numpy.zeros_like(scores), penalty * steps
        for places in self._batches:
            for sign, allowed in ((1.0, scores), (-1.0, scores + self._known)):
                total, shares, step_shares = _expect(allowed, places, steps + STEPS_ALLOWED)
                loss += sign * total
                gradient[places[places >= 0]] += sign * shares
                step_gradient = step_gradient + sign * step_shares
        whole = self._columns @ gradient + penalty * weights
        return loss, numpy.concatenate([whole.ravel(), step_gradient.ravel()])


def _places(starts: NDArray[numpy.int64], lengths: NDArray[numpy.int64]) -> NDArray[numpy.int64]:
    """The places of the words of some sentences, a sentence a row, -1 after its end."""
    steps = numpy.arange(int(lengths.max()))
    return numpy.where(steps < lengths[:, None], starts[:, None] + steps, -1)


def _expect(scores: Array, places: NDArray[numpy.int64], steps: Array) -> tuple[float, Array, Array]:
    """The summed log weight of all chains of some sentences, and the expected tags and steps."""
    valid = places >= 0
    own = scores[places]
    length = places.shape[1]
    forward, backward = numpy.empty_like(own), numpy.zeros_like(own)
    forward[:, 0] = own[:, 0] + steps[0]  # as if a word that is no name stood before the first
    for at in range(1, length):
        reached = _log_sum(forward[:, at - 1][:, :, None] + steps, 1) + own[:, at]
        forward[:, at] = numpy.where(valid[:, at][:, None], reached, forward[:, at - 1])
    for at in range(length - 2, -1, -1):
        ahead = _log_sum(steps + (own[:, at + 1] + backward[:, at + 1])[:, None, :], 2)
        backward[:, at] = numpy.where(valid[:, at + 1][:, None], ahead, 0.0)
    totals = _log_sum(forward[:, -1], 1)
    shares = numpy.exp(forward + backward - totals[:, None, None])
    step_shares = numpy.zeros_like(steps)
    step_shares[0] = shares[:, 0].sum(0)
    for at in range(1, length):
        here = valid[:, at]
        ahead = (own[here, at] + backward[here, at])[:, None, :]
        chains = forward[here, at - 1][:, :, None] + steps + ahead - totals[here][:, None, None]
        step_shares += numpy.exp(chains).sum(0)
    return float(totals.sum()), shares[valid], step_shares


def _log_sum(values: Array, axis: int) -> Array:
    highest = values.max(axis, keepdims=True)
    summed: Array = numpy.log(numpy.exp(values - highest).sum(axis)) + highest.squeeze(axis)
    return summed
