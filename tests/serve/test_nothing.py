"""What commands say where they have nothing to show, and what they say of a slip of the pen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]


@pytest.mark.parametrize(
    ("line", "code", "words"),
    [
        ("moves", 0, "nothing is stored yet. Begin with: talentflow add"),
        ("facts --about Borealis", 0, "nothing is stored yet. Begin with: talentflow add"),
        ("insight flows", 0, "nothing is stored yet. Begin with: talentflow add"),
        ("person Ada", 1, "nothing is stored yet. Begin with: talentflow add"),
        ("org Borealis", 1, "nothing is stored yet. Begin with: talentflow add"),
        ("review --list", 0, "no pair of names is open."),
        ("review --decided", 0, "no decision stands."),
        ("review --disputed", 0, "readers disagree on no move."),
        ("hide --list", 0, "nobody is hidden."),
        ("token list", 0, "there is no token. Make one with: talentflow token make NAME"),
        ("alerts list", 0, "there is no alert. Add one with: talentflow alerts add NAME"),
        ("alerts log", 0, "nothing has been sent."),
    ],
)
def test_an_empty_database_is_told_in_one_line(
    talentflow: Run, tmp_path: Path, line: str, code: int, words: str
) -> None:
    done, out, err = talentflow(*line.split(), "--db", str(tmp_path / "empty.db"))
    assert (done, out) == (code, "")
    assert err.startswith(f"talentflow: {words}")
    assert err.count("\n") == 1


@pytest.mark.parametrize("period", [("2026-02", "2025"), ("2025-03-02", "2025-03-01")])
def test_a_period_that_ends_before_it_begins_is_told(talentflow: Run, library: Held, period: tuple[str, str]) -> None:
    library.moves_held = ()
    code, _, err = talentflow("moves", "--since", period[0], "--until", period[1])
    assert (code, "Exchange --since and --until." in err) == (0, True)


@pytest.mark.parametrize("period", [("2025", "2025-03"), ("2025-03-01", "2025")])
def test_a_period_within_the_other_is_none_of_these(talentflow: Run, library: Held, period: tuple[str, str]) -> None:
    library.moves_held = ()
    _, _, err = talentflow("moves", "--since", period[0], "--until", period[1])
    assert "no move matches" in err


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("moves --person Ada Moreno", "Put a name of several words into quotation marks. See: talentflow moves --help"),
        ("moves --sort name", "Invalid value for '--sort': 'name' is not one of"),
        ("token dance", "Invalid value for 'ACTION': 'dance' is not one of"),
    ],
)
def test_a_slip_of_the_pen_is_told_in_plain_words(talentflow: Run, library: Held, line: str, words: str) -> None:
    code, _, err = talentflow(*line.split())
    assert (code, words in err, err.count("\n")) == (2, True, 1)
