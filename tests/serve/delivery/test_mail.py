"""Digests by e-mail, through a mail server on this machine."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

from talentflow.model import TalentflowError
from talentflow.serve.delivery.mail import check_mail_address, letter, mail_server, mailer

from .conftest import alert, moves

controller = pytest.importorskip("aiosmtpd.controller", reason="needs aiosmtpd")


class Box:
    """Keeps what it is given; `answer` is what it says to it."""

    def __init__(self) -> None:
        self.got: list[tuple[str, list[str], EmailMessage]] = []
        self.answer = "250 kept"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        message = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(message, EmailMessage)
        self.got.append((envelope.mail_from, envelope.rcpt_tos, message))
        return self.answer

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if address.startswith("nobody"):
            return "550 no such person"
        envelope.rcpt_tos.append(address)
        return "250 OK"


@pytest.fixture
def box(monkeypatch: pytest.MonkeyPatch) -> Iterator[Box]:
    kept = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = controller.Controller(kept, hostname="127.0.0.1", port=port)
    server.start()
    monkeypatch.setenv("TALENTFLOW_SMTP", f"smtp://127.0.0.1:{port}")
    monkeypatch.setenv("TALENTFLOW_MAIL_FROM", "news@example.org")
    yield kept
    server.stop()


def wish(target: str = "desk@example.org", name: str = "Out of Meta") -> Any:
    return alert(target, channel="email", name=name)


def test_a_digest_arrives_with_status_quote_and_links(box: Box) -> None:
    outcome = mailer("http://127.0.0.1:8017/")(wish(), "msg_1", moves())
    assert outcome.is_sent, outcome
    ((sender, to, message),) = box.got
    assert (sender, to) == ("news@example.org", ["desk@example.org"])
    assert message["Subject"] == "Out of Meta: 1 move"
    assert message["Message-ID"] == "<msg_1@example.org>"
    text = message.get_content()
    assert "Ada Moreno moves from Meta to Quanta (rumored)" in text
    assert "“غادرت آدا مورينو” (Harbour Ledger, 2026-01-14)" in text
    assert "https://example.org/a" in text
    assert "http://127.0.0.1:8017/en/move/m-1" in text
    assert "belong to their publishers" in text


def test_a_busy_server_is_tried_again_and_a_refused_address_is_not(box: Box) -> None:
    box.answer = "451 busy"
    busy = mailer()(wish(), "msg_1", moves())
    assert (busy.is_sent, busy.is_final) == (False, False)
    refused = mailer()(wish("nobody@example.org"), "msg_1", moves())
    assert (refused.is_sent, refused.is_final) == (False, True)
    assert "no such person" in refused.answer


@pytest.mark.parametrize("name", ["Out\r\nBcc: evil@example.org", "x\x00y", "شركة", "a" * 2000, "\u2028Bcc: x"])
def test_a_name_adds_no_header(box: Box, name: str) -> None:
    assert mailer()(wish(name=name), "msg_1", moves("\r\n.\r\nQUIT\r\n")).is_sent
    ((_, to, message),) = box.got
    assert to == ["desk@example.org"]
    assert message["Bcc"] is None
    assert set(message.keys()) <= {
        "From", "To", "Subject", "Message-ID", "Auto-Submitted", "Content-Type", "Content-Transfer-Encoding",
        "MIME-Version", "X-Peer", "X-MailFrom", "X-RcptTo",
    }  # fmt: skip


def test_no_password_goes_over_an_open_line(box: Box, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTFLOW_SMTP", os.environ["TALENTFLOW_SMTP"].replace("smtp://", "smtp://me:secret@"))
    outcome = mailer()(wish(), "msg_1", moves())
    assert not outcome.is_sent
    assert "no password is sent" in outcome.answer
    assert "secret" not in outcome.answer
    assert box.got == []


def test_nobody_there_is_an_outcome_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTFLOW_SMTP", "smtp://127.0.0.1:1")
    monkeypatch.setenv("TALENTFLOW_MAIL_FROM", "news@example.org")
    assert "ConnectionRefusedError" in mailer()(wish(), "msg_1", moves()).answer
    monkeypatch.delenv("TALENTFLOW_SMTP")
    assert "TALENTFLOW_SMTP" in mailer()(wish(), "msg_1", moves()).answer


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://", "smtp://host:port"])
def test_a_mail_server_that_is_none_is_told(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TALENTFLOW_SMTP", url)
    monkeypatch.setenv("TALENTFLOW_MAIL_FROM", "news@example.org")
    with pytest.raises(TalentflowError, match="TALENTFLOW_SMTP"):
        mail_server()


@pytest.mark.parametrize(
    "address",
    ["desk", "desk@", "@example.org", "a b@example.org", "a@b\r\nBcc: c@d", "<a@b.org>", "a@b..org", "a@b, c@d"],
)
def test_what_is_no_mail_address_is_told(address: str) -> None:
    with pytest.raises(TalentflowError, match="no e-mail address"):
        check_mail_address(address)


def test_a_long_digest_is_cut() -> None:
    text = letter(wish(), "msg_1", moves() * 300, "news@example.org").get_content()
    assert text.count("* 2026-01-14") == 200
    assert "And 100 more." in text
