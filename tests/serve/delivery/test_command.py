"""`talentflow alerts`, from saving a filter to the log of what was sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from talentflow.app import Library
from talentflow.model import Document
from talentflow.registry import Registry

from ..scripted import ScriptedReader
from .conftest import Receiver

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "record.db")


def add(db: str, name: str) -> None:
    with Library(db, registry=Registry()) as library:
        document = Document(text=f"{name} left Borealis for Quanta.", id=name, lang="en", published="2026-01-14")
        list(library.add([document], ScriptedReader()))


def test_a_webhook_is_told_of_what_is_new(talentflow: Run, db: str, receiver: Receiver) -> None:
    add(db, "Ada Moreno")
    code, out, _ = talentflow(
        "alerts", "add", "Out of Borealis", "--filter", "?from=Borealis&status=done", "--webhook", receiver.url,
        "--allow-private", "--db", db,
    )  # fmt: skip
    assert code == 0
    assert "whsec_" in out
    assert talentflow("alerts", "send", "--db", db) == (0, "", "")
    add(db, "Ivo Blanc")
    _, sent, _ = talentflow("alerts", "send", "--db", db)
    assert sent.split("\t") == ["Out of Borealis", receiver.url, "sent", "204\n"]
    assert b"Ivo Blanc" in receiver.got[0][2]
    _, log, _ = talentflow("alerts", "log", "--db", db)
    assert log.split("\t")[3:] == ["sent", "1", "204\n"]
    _, listed, _ = talentflow("alerts", "list", "--db", db)
    identity = listed.split("\t")[0]
    assert "whsec_" not in listed
    assert talentflow("alerts", "remove", identity, "--db", db)[0] == 0
    assert talentflow("alerts", "list", "--db", db)[:2] == (0, "")


def test_a_private_address_is_not_posted_to_unless_allowed(talentflow: Run, db: str, receiver: Receiver) -> None:
    add(db, "Ada Moreno")
    talentflow("alerts", "add", "hook", "--webhook", receiver.url, "--db", db)
    add(db, "Ivo Blanc")
    _, out, _ = talentflow("alerts", "send", "--db", db)
    assert "waiting" in out
    assert "--allow-private" in out
    assert receiver.got == []


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("add", "x"), 2, "either --webhook or --email"),
        (("add", "x", "--webhook", "https://a.example/", "--email", "a@example.org"), 2, "either --webhook or --email"),
        (("add", "--webhook", "https://a.example/"), 2, "alerts add NAME"),
        (("add", "x", "--webhook", "ftp://a.example/"), 1, "no address to post to"),
        (("add", "x", "--email", "nobody"), 1, "no e-mail address"),
        (("add", "x", "--email", "a@example.org", "--filter", "form=Meta"), 1, "form is not understood"),
        (("add", "x", "--email", "a@example.org", "--filter", "status=true"), 1, "status is not understood"),
        (("add", "x", "--email", "a@example.org", "--filter", "Meta"), 1, "is not understood"),
        (("remove", "alert-0"), 1, "no such alert"),
        (("stop",), 2, "stop"),
    ],
)
def test_what_is_wrong_is_one_line(talentflow: Run, db: str, arguments: tuple[str, ...], code: int, words: str) -> None:
    got, out, err = talentflow("alerts", *arguments, "--db", db)
    assert (got, out) == (code, "")
    assert words in err
    assert err.count("\n") == 1
