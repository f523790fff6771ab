"""What may be spent on a run, and what was: never more than allowed, however many questions are on the way at once.

Before a question is asked, the most that it can cost is set aside: each byte of it as a token, and the longest answer
that it allows. When the answer is there, what it cost in truth is booked and the rest is free again.
"""

from __future__ import annotations

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from talentflow.model import ReaderStoppedError

_MINUTE = 60.0
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Prices:
    """What a million tokens cost, in whatever currency the user counts in; None where nobody said."""

    question: float | None = None
    answer: float | None = None

    @property
    def are_known(self) -> bool:
        """Whether costs can be told."""
        return self.question is not None and self.answer is not None

    def cost(self, question: int, answer: int) -> float:
        """What so many tokens cost; nothing where no price is known."""
        return ((self.question or 0.0) * question + (self.answer or 0.0) * answer) / _MILLION


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that a run may spend; None where there is no limit."""

    money: float | None = None
    tokens: int | None = None
    requests: int | None = None
    requests_per_minute: int | None = None


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent: requests sent, tokens of questions and of answers, money."""

    requests: int = 0
    question: int = 0
    answer: int = 0
    money: float = 0.0

    @property
    def tokens(self) -> int:
        """Both sorts of tokens."""
        return self.question + self.answer


class Budget:
    """Counts what is spent and holds it to the limits. Safe to use from several threads."""

    def __init__(
        self,
        limits: Limits,
        prices: Prices,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.limits, self.prices = limits, prices
        self._clock, self._sleep = clock, sleep
        self._changed = threading.Condition()
        self._spent = Spent()
        self._reserved = (0, 0)
        self._sent: deque[float] = deque()

    @property
    def spent(self) -> Spent:
        """What was spent so far."""
        return self._spent

    def reserve(self, question: int, answer: int) -> tuple[int, int]:
        """Set aside what a request can cost at most, waiting for the minute's turn.

        Raises ReaderStoppedError where the limits do not allow it. What is set aside must be settled, whatever became
        of the request.
        """
        with self._changed:
            while not self._fits(question, answer):
                if self._reserved == (0, 0):
                    raise ReaderStoppedError(self._why(question, answer))
                self._changed.wait()  # what others have set aside may come back
            self._reserved = (self._reserved[0] + question, self._reserved[1] + answer)
            spent = self._spent
            self._spent = Spent(spent.requests + 1, spent.question, spent.answer, spent.money)
        try:
            self._wait_for_turn()
        except BaseException:  # interrupted: the question is never asked
            self.settle((question, answer), (0, 0))
            raise
        return question, answer

    def settle(self, reserved: tuple[int, int], used: tuple[int, int]) -> None:
        """Book what a request cost in truth and free what was set aside for it."""
        with self._changed:
            self._reserved = (self._reserved[0] - reserved[0], self._reserved[1] - reserved[1])
            spent, (question, answer) = self._spent, used
            self._spent = Spent(
                spent.requests,
                spent.question + question,
                spent.answer + answer,
                spent.money + self.prices.cost(question, answer),
            )
            self._changed.notify_all()

    def _fits(self, question: int, answer: int) -> bool:
        return self._lacking(question, answer) is None

    def _lacking(self, question: int, answer: int) -> str | None:
        limits, spent = self.limits, self._spent
        waiting, answering = self._reserved
        if limits.requests is not None and spent.requests + 1 > limits.requests:
            return "requests"
        if limits.tokens is not None and spent.tokens + waiting + answering + question + answer > limits.tokens:
            return "tokens"
        cost = self.prices.cost(waiting + question, answering + answer)
        if limits.money is not None and spent.money + cost > limits.money:
            return "money"
        return None

    def _why(self, question: int, answer: int) -> str:
        lacking = self._lacking(question, answer)
        spent, limits = self._spent, self.limits
        told = {
            "requests": f"{spent.requests:,} of {limits.requests or 0:,} requests are used",
            "tokens": f"{spent.tokens:,} of {limits.tokens or 0:,} tokens are used, and the next question may take "
            f"{question + answer:,}",
            "money": f"{spent.money:.4f} of {limits.money or 0:.4f} are spent, and the next question may cost "
            f"{self.prices.cost(question, answer):.4f}",
        }[lacking or "requests"]
        return f"The budget for the model is at its end: {told}. Allow more, or go on another day."

    def _wait_for_turn(self) -> None:
        """Wait until a request more stays within the number that a minute allows."""
        allowed = self.limits.requests_per_minute
        if allowed is None:
            return
        while True:
            with self._changed:
                now = self._clock()
                while self._sent and now - self._sent[0] >= _MINUTE:
                    self._sent.popleft()
                if len(self._sent) < allowed:
                    self._sent.append(now)
                    return
                wait = _MINUTE - (now - self._sent[0])
            self._sleep(wait)
