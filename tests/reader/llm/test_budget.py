"""A budget is never exceeded, whatever is on the way at once and whatever goes wrong."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import pytest

from talentflow.model import ReaderStoppedError, TalentflowError
from talentflow.reader.llm import Budget, Limits, Prices
from tests.chat_server import Reply, Request, chat, claims, fault, move, serving
from tests.reader.llm.make import article, reader_for, settings_for

TEXT = "Ada Moreno left Borealis for Quanta."
GOOD = claims(move("Ada Moreno", "Borealis", "Quanta", TEXT))


def test_what_was_used_is_booked_and_the_rest_free_again() -> None:
    budget = Budget(Limits(tokens=1_600), Prices(1.0, 2.0))
    for _ in range(8):
        budget.settle(budget.reserve(400, 500), (60, 40))
    assert budget.spent.tokens == 800
    assert budget.spent.money == pytest.approx((8 * 60 * 1.0 + 8 * 40 * 2.0) / 1_000_000)
    with pytest.raises(ReaderStoppedError, match="800 of 1,600 tokens are used"):
        budget.reserve(400, 500)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(requests=0), "0 of 0 requests"),
        (Limits(tokens=899), "tokens"),
        (Limits(money=0.0013), "the next question may cost 0.0014"),
    ],
)
def test_what_may_cost_too_much_is_not_asked(limits: Limits, words: str) -> None:
    with pytest.raises(ReaderStoppedError, match=words):
        Budget(limits, Prices(1.0, 2.0)).reserve(400, 500)


def test_whoever_finds_all_set_aside_waits_until_some_is_free() -> None:
    budget = Budget(Limits(tokens=1_000), Prices())
    first = budget.reserve(400, 500)
    done = threading.Event()

    def second() -> None:
        budget.settle(budget.reserve(400, 500), (10, 10))
        done.set()

    thread = threading.Thread(target=second)
    thread.start()
    budget.settle(first, (50, 50))
    thread.join(10)
    assert done.is_set()
    assert budget.spent.tokens == 120


def test_no_minute_has_more_requests_than_allowed() -> None:
    now = [100.0]
    sent: list[float] = []

    def sleep(seconds: float) -> None:
        assert seconds > 0
        now[0] += seconds

    budget = Budget(Limits(requests_per_minute=3), Prices(), clock=lambda: now[0], sleep=sleep)
    for _ in range(10):
        budget.settle(budget.reserve(1, 1), (1, 1))
        sent.append(now[0])
        now[0] += 5
    assert all(sum(start <= other < start + 60 for other in sent) <= 3 for start in sent)


@pytest.mark.parametrize("limits", [Limits(requests=40), Limits(tokens=60_000), Limits(money=0.05)])
def test_many_at_once_with_faults_stay_within_it(limits: Limits) -> None:
    """Every request is counted by the server too; what dies in the middle is booked at the most that it can cost."""

    def script(request: Request) -> Reply:
        if request.attempt == 1 and len(request.passage) % 3 == 0:
            return fault(503)
        if request.attempt == 1 and len(request.passage) % 5 == 0:
            reply = chat(GOOD)
            reply.cut = 20
            return reply
        return chat(GOOD, usage=(900, 300))

    with serving(script) as server:
        more = {"limits": limits, "prices": Prices(1.0, 2.0), "at_once": 8, "answer_tokens": 500, "timeout": 1e6}
        with reader_for(server.url, **more) as reader:

            def read(number: int) -> None:
                with suppress(ReaderStoppedError):
                    reader.read(article(f"{TEXT} {'x' * number}", id=f"a-{number}"))

            with ThreadPoolExecutor(16) as pool:
                list(pool.map(read, range(100)))
            spent = reader.spent
        assert len(server.requests) == spent.requests
        assert server.most_at_once <= 8
    assert limits.requests is None or spent.requests == limits.requests
    assert limits.tokens is None or 0 < spent.tokens <= limits.tokens
    assert limits.money is None or 0 < spent.money <= limits.money


def test_money_cannot_be_held_to_without_prices() -> None:
    with pytest.raises(TalentflowError, match="needs the prices of the model"):
        settings_for("http://localhost:1/v1", limits=Limits(money=1.0))
