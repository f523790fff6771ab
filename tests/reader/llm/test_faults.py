"""Whatever a server does wrong, no claim is lost and none doubled; and nothing is asked for ever."""

from __future__ import annotations

import json
from typing import Any

import pytest

from talentflow.model import ReaderError, ReaderStoppedError
from tests.chat_server import Reply, Request, chat, claims, fault, move, serving
from tests.faults import FAULTS, LATE
from tests.reader.llm.make import KEY, article, reader_for

TEXT = "Ada Moreno left Borealis for Quanta."
GOOD = claims(move("Ada Moreno", "Borealis", "Quanta", TEXT))


@pytest.mark.parametrize("name", sorted(FAULTS))
def test_a_fault_that_passes_costs_no_claim(name: str) -> None:
    def script(request: Request) -> Reply:
        return FAULTS[name](request, GOOD) if request.attempt <= 2 else chat(GOOD)

    patience = {"timeout": LATE / 2, "tries": 20} if name == "too late" else {}
    with serving(script) as server, reader_for(server.url, **patience) as reader:
        found = reader.read(article(TEXT))
    assert [str(claim) for claim in found.moves] == ["Ada Moreno: Borealis -> Quanta, done"]


@pytest.mark.parametrize("name", ["500", "broken JSON", "died in the middle", "a refusal", "empty content", "endless"])
def test_a_fault_that_stays_is_told_in_one_line_after_so_many_tries(name: str) -> None:
    with serving(lambda request: FAULTS[name](request, GOOD)) as server, reader_for(server.url, tries=3) as reader:
        with pytest.raises(ReaderError) as caught:
            reader.read(article(TEXT, origin="news/ada.txt"))
        assert len(server.requests) == 3
    assert str(caught.value).startswith("news/ada.txt: ")
    assert "\n" not in str(caught.value)


def test_nobody_there_stops_the_run() -> None:
    with serving(lambda request: chat(GOOD)) as server:
        url = server.url
    with reader_for(url) as reader, pytest.raises(ReaderStoppedError, match="Is the server running"):
        reader.read(article(TEXT))


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "does not accept the key"), (403, "does not accept the key"), (402, "payment"),
        (404, "no such model or address"), (302, "sends us elsewhere"),
    ],
)  # fmt: skip
def test_what_no_retry_can_mend_stops_the_run_at_once(status: int, words: str) -> None:
    with (
        serving(lambda request: fault(status, f"bad key {KEY}", Location="http://127.0.0.1:1/")) as server,
        reader_for(server.url) as reader,
        pytest.raises(ReaderStoppedError, match=words) as caught,
    ):
        reader.read(article(TEXT))
    assert KEY not in str(caught.value)
    assert len(server.requests) <= 3  # 404 may also mean that the form is unknown


def test_waits_as_long_as_the_server_asks() -> None:
    sleeps: list[float] = []

    def script(request: Request) -> Reply:
        return fault(429, Retry_After="7") if request.attempt == 1 else chat(GOOD)

    with serving(script) as server, reader_for(server.url, sleeps=sleeps) as reader:
        reader.read(article(TEXT))
    assert sum(sleeps) >= 6.5


def test_gives_up_where_the_server_asks_for_too_long() -> None:
    with (
        serving(lambda request: fault(429, Retry_After="86400")) as server,
        reader_for(server.url) as reader,
        pytest.raises(ReaderStoppedError, match="asks to wait for 86,400 seconds"),
    ):
        reader.read(article(TEXT))
    assert len(server.requests) == 1


def test_an_answer_cut_off_is_asked_for_in_halves() -> None:
    people = [f"Ada Moreno{'abcdefghij'[place]}" for place in range(10)]
    text = "\n".join(
        f"{person} left Borealis for Quanta and took {'her many old friends ' * 5}along." for person in people
    )

    def script(request: Request) -> Reply:
        told = [person for person in people if person in request.passage]
        answer = claims(*(move(one, "Borealis", "Quanta", f"{one} left Borealis for Quanta") for one in told))
        if len(told) > 3:
            return chat(json.dumps(answer)[:200], finish="length")
        return chat(answer)

    with serving(script) as server, reader_for(server.url) as reader:
        found = reader.read(article(text))
    assert sorted(claim.person.mention for claim in found.moves) == people


def test_a_text_too_long_for_the_model_is_asked_about_in_parts() -> None:
    text = "Ada Moreno left Borealis for Quanta.\n" + "The weather stays dry.\n" * 200

    def script(request: Request) -> Reply:
        if len(request.passage) > 1_000:
            return fault(400, "This model's maximum context length is 1000 tokens")
        return chat(GOOD if "Ada" in request.passage else claims())

    with serving(script) as server, reader_for(server.url) as reader:
        assert len(reader.read(article(text)).moves) == 1


def test_what_a_server_cannot_do_is_asked_for_once_only() -> None:
    def script(request: Request) -> Reply:
        form = request.body.get("response_format", {}).get("type")
        return fault(400, "response_format is unknown") if form else chat(GOOD)

    with serving(script) as server, reader_for(server.url) as reader:
        for number in range(3):
            assert len(reader.read(article(f"{TEXT} {number}", id=f"a-{number}")).moves) == 1
        forms = [request.body.get("response_format", {}).get("type") for request in server.requests]
    assert forms == ["json_schema", "json_object", None, None, None]


def test_the_question_holds_the_schema_and_no_more_than_the_article() -> None:
    with serving(lambda request: chat(GOOD)) as server, reader_for(server.url) as reader:
        reader.read(article(TEXT, title="Ada goes"))
    body = server.requests[0].body
    assert body["model"] == "scripted-1"
    assert body["response_format"]["json_schema"]["schema"]["required"] == ["moves", "positions", "groups"]
    assert server.requests[0].passage == TEXT
    assert "Ada goes" in body["messages"][1]["content"]
    assert KEY not in json.dumps(body)


def test_claims_that_stay_unproved_are_dropped_and_not_asked_for_ever() -> None:
    with serving(lambda request: FAULTS["invented quotes"](request, GOOD)) as server:
        with reader_for(server.url, tries=3) as reader:
            assert reader.read(article(TEXT)).moves == ()
            assert reader.dropped == {"quote": 1}
        assert len(server.requests) == 3


def test_each_next_try_is_reminded_and_freer() -> None:
    with serving(lambda request: chat("no") if request.attempt < 3 else chat(GOOD)) as server:
        with reader_for(server.url) as reader:
            reader.read(article(TEXT))
        bodies: list[dict[str, Any]] = [request.body for request in server.requests]
    assert [body["temperature"] for body in bodies] == [0.0, 0.2, 0.4]
    assert "no JSON object" not in bodies[0]["messages"][1]["content"]
    assert "no JSON object" in bodies[1]["messages"][1]["content"]
