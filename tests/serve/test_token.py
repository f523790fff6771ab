"""`talentflow token`: made, listed, revoked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from talentflow.app import Library

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def db(tmp_path: Path) -> str:
    return str(tmp_path / "record.db")


def test_a_token_is_shown_once_and_opens(talentflow: Run, db: str) -> None:
    code, out, _ = talentflow(
        "token", "make", "Carla", "--scope", "review", "--scope", "add", "--days", "7", "--db", db
    )
    text, told = out.splitlines()
    assert code == 0
    assert "add, review until 2" in told
    with Library(db) as library:
        found = library.tokens.check(text)
    assert found is not None
    assert (found.name, found.scopes) == ("Carla", ("add", "review"))
    _, listed, _ = talentflow("token", "list", "--db", db)
    assert text.split("_", 2)[2] not in listed
    assert "Carla\tadd, review" in listed


def test_revoking_names_the_token_by_its_id(talentflow: Run, db: str) -> None:
    _, out, _ = talentflow("token", "make", "Carla", "--db", db)
    text = out.splitlines()[0]
    code, out, _ = talentflow("token", "revoke", text.split("_")[1], "--db", db)
    assert (code, "Revoked" in out) == (0, True)
    with Library(db) as library:
        assert library.tokens.check(text) is None
    assert "\trevoked 2" in talentflow("token", "list", "--db", db)[1]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("make",), 2, "whose"),
        (("revoke",), 2, "which token"),
        (("make", " "), 1, "needs a name"),
        (("make", "Carla", "--scope", "all"), 1, "all: no scope"),
        (("make", "Carla", "--days", "0"), 2, "days"),
        (("revoke", "none"), 1, "none: no such token"),
        (("burn",), 2, "burn"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    talentflow: Run, db: str, arguments: tuple[str, ...], code: int, words: str
) -> None:
    found, _, err = talentflow("token", *arguments, "--db", db)
    assert found == code
    assert words in err
    assert "Traceback" not in err
