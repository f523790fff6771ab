"""Webhooks: signed, to the open internet alone unless allowed, and never failing loudly."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import time
from base64 import b64decode, b64encode
from typing import Any

import pytest

from talentflow.model import TalentflowError
from talentflow.serve.delivery.webhooks import check_address, is_open, post, signature

from .conftest import Receiver, alert, moves


def test_what_is_posted_is_signed_and_tells_the_moves(receiver: Receiver) -> None:
    wish = alert(receiver.url)
    outcome = post(wish, "msg_1", moves())
    assert (outcome.is_sent, outcome.answer) == (True, "204")
    ((path, headers, body),) = receiver.got
    assert path == "/hook?x=1"
    assert headers["content-type"] == "application/json"
    key = b64decode(wish.secret.removeprefix("whsec_"))
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    expected = b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    assert headers["webhook-signature"] == f"v1,{expected}"
    assert headers["webhook-id"] == "msg_1"
    assert abs(int(headers["webhook-timestamp"]) - time.time()) < 3600
    told = json.loads(body)
    assert told["alert"] == {"id": "alert-1", "name": "Out of Meta"}
    assert told["moves"][0]["status"] == "rumored"
    assert told["moves"][0]["evidence"][0]["quote"] == "غادرت آدا مورينو"


def test_the_signature_is_that_of_the_standard() -> None:
    # The example of the specification of Standard Webhooks.
    body = b'{"test": 2432232314}'
    made = signature("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", body)
    assert made == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@pytest.mark.parametrize(("status", "is_final"), [(500, False), (404, False), (302, False), (410, True)])
def test_other_answers_are_failures(receiver: Receiver, status: int, is_final: bool) -> None:
    receiver.status, receiver.said, receiver.location = status, b"no\x1b[2J" + b"x" * 5000, receiver.url
    outcome = post(alert(receiver.url), "msg_1", moves())
    assert (outcome.is_sent, outcome.is_final) == (False, is_final)
    assert outcome.answer.startswith(f"{status} no␛")
    assert len(outcome.answer) < 300
    assert len(receiver.got) == 1  # a redirect is not followed


def test_nobody_there_is_an_outcome_and_no_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    outcome = post(alert(f"http://127.0.0.1:{port}/"), "msg_1", moves())
    assert not outcome.is_sent
    assert "ConnectionRefusedError" in outcome.answer


PRIVATE = [
    "127.0.0.1", "localhost", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
    "100.100.100.200", "168.63.129.16", "192.0.0.192", "224.0.0.1", "255.255.255.255", "2130706433", "0x7f000001",
    "0177.0.0.1", "127.1",
    "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[fd00:ec2::254]", "[::ffff:127.0.0.1]", "[::ffff:169.254.169.254]",
    "[64:ff9b::7f00:1]", "[64:ff9b::808:808]", "[2002:7f00:1::]", "[2001:0:4136:e378:8000:63bf:3fff:fdd2]", "[ff02::1]",
]  # fmt: skip


@pytest.mark.parametrize("host", PRIVATE)
def test_nothing_is_posted_to_private_addresses(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_: Any, **__: Any) -> Any:
        pytest.fail("connected")

    monkeypatch.setattr(socket, "create_connection", connect)
    outcome = post(alert(f"http://{host}:8017/", allows_private=False), "msg_1", moves())
    assert not outcome.is_sent
    assert "private address" in outcome.answer or "gaierror" in outcome.answer


def test_a_name_that_also_leads_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    numbers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, 80)) for number in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: numbers)
    outcome = post(alert("http://two.example/", allows_private=False), "msg_1", moves())
    assert "private address" in outcome.answer


def test_the_number_that_was_checked_is_the_one_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    answers = iter(["93.184.216.34", "127.0.0.1"])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", (next(answers), 80))])

    def connect(address: Any, timeout: float) -> Any:
        asked.append(address)
        raise TimeoutError("slow")

    monkeypatch.setattr(socket, "create_connection", connect)
    assert "TimeoutError" in post(alert("http://changing.example/", allows_private=False), "msg_1", moves()).answer
    assert asked == [("93.184.216.34", 80)]


@pytest.mark.parametrize("number", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"])
def test_the_open_internet_is_open(number: str) -> None:
    assert is_open(number)


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/", "example.org", "https://", "https://user:pw@example.org/", "http://[::1", "https://a b/",
     "https://example.org/\r\nX: y", "file:///etc/passwd", "http://example.org:99999/", "javascript:alert(1)", ""],
)  # fmt: skip
def test_what_is_no_address_is_told(url: str) -> None:
    with pytest.raises(TalentflowError, match="no address to post to"):
        check_address(url)
