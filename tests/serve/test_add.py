"""`talentflow add`: what is kept, what is told, and how it ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from talentflow.serve.commands.add import summary

from .scripted import TEXT, ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., str]
Held = type[ScriptedLibrary]


def test_sums_up_in_one_line(talentflow: Run, library: Held, article: Write) -> None:
    code, out, err = talentflow("add", article(), article("This is known.", "known.txt"))
    assert (code, err) == (0, "")
    assert out == "1 article added, with 1 move, 1 position and 0 groups; 1 known already.\n"


def test_what_fails_is_told_and_the_rest_is_kept(
    talentflow: Run, library: Held, article: Write, tmp_path: Path
) -> None:
    code, out, err = talentflow("add", article("This is broken.", "b.txt"), str(tmp_path / "missing.txt"), article())
    assert code == 1
    assert out.startswith("1 article added")
    assert out.endswith("; 2 inputs failed.\n")
    assert err.count("\n") == 2


def test_an_interruption_says_what_was_stored(talentflow: Run, library: Held, article: Write) -> None:
    first, second = article(TEXT, "1.txt"), article("Now interrupt.", "2.txt")
    code, out, err = talentflow("add", first, second)
    assert code == 130
    assert out.startswith("1 article added")
    assert "run the same command again" in err


@pytest.mark.parametrize(
    ("tally", "failed", "line"),
    [
        ({}, 0, "0 articles added."),
        ({"known": 3}, 0, "0 articles added; 3 known already."),
        (
            {"added": 1200, "moves": 1, "positions": 2, "groups": 1},
            0,
            "1,200 articles added, with 1 move, 2 positions and 1 group.",
        ),
        (
            {"updated": 1, "known": 1},
            1,
            "0 articles added, 1 updated, with 0 moves, 0 positions and 0 groups; 1 known already; 1 input failed.",
        ),
    ],
)
def test_counts_in_words(tally: dict[str, int], failed: int, line: str) -> None:
    assert summary(Counter(tally), failed) == line
