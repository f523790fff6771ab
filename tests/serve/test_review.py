"""`talentflow review`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable

import pytest

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]

ARABIC, MORAN = "person||آدا مورينو", "person||Ada Moran"


@pytest.fixture
def answer(talentflow: Run, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str, str]]:
    """Run `review` with these lines typed in."""

    def run(lines: str, *options: str) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        return talentflow("review", "--reviewer", "Carla", *options)

    return run


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("s\nd\n", [(ARABIC, "same", "Carla", ""), (MORAN, "different", "Carla", "")]),
        ("same\nunsure\n", [(ARABIC, "same", "Carla", ""), (MORAN, "unsure", "Carla", "")]),
        ("skip\nd\n", [(MORAN, "different", "Carla", "")]),
        ("\nq\n", []),
        ("q\n", []),
        ("", []),
        (
            "s\nback\nd\nq\n",
            [(ARABIC, "same", "Carla", ""), ("undo", "Carla"), (ARABIC, "different", "Carla", "")],
        ),
    ],
)
def test_walks_through_the_pairs(answer: Run, library: Held, typed: str, asked: list[tuple[str, ...]]) -> None:
    code, out, err = answer(typed)
    assert (code, err) == (0, "")
    assert library.asked == asked
    assert "1 of 2, person, score 0.72: sounds alike; nothing in common" in out
    assert "\u2068آدا مورينو\u2069; with Borealis; in \u2068a-آدا مورينو\u2069" in out


def test_a_slip_is_asked_again_and_nothing_is_taken_back_at_the_start(answer: Run, library: Held) -> None:
    code, out, err = answer("x\nb\ns\nq\n", "--reason", "seen on a page")
    assert code == 0
    assert library.asked == [(ARABIC, "same", "Carla", "seen on a page")]
    assert "'x' is no answer" in err
    assert "nothing to take back in this run" in err
    assert "1 decision kept, by Carla." in out


def test_lists_pairs_and_decisions(talentflow: Run, library: Held) -> None:
    assert talentflow("review", "--list")[1].splitlines()[1].split("\t")[:4] == [
        "0.70",
        "person",
        "Ada Moreno",
        "Ada Moran",
    ]
    pair = json.loads(talentflow("review", "--list", "--format", "json", "--limit", "1")[1])
    assert pair["other"]["key"] == ARABIC
    said = talentflow("review", "--decided")[1].split("\t")
    assert said[:3] == ["2026-01-02T03:04:05Z", "Carla", "same"]
    assert library.asked == []


def test_takes_back_the_last_decision(talentflow: Run, library: Held) -> None:
    code, _, err = talentflow("review", "--undo", "--reviewer", "Carla")
    assert (code, err) == (1, "talentflow: no decision of Carla stands, so there is nothing to take back.\n")
    library.asked.append(("Ada", "same"))
    code, out, _ = talentflow("review", "--undo", "--reviewer", "Carla")
    assert code == 0
    assert out.startswith("Taken back:")
