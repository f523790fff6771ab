"""`talentflow moves`: filters in, rows out."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from talentflow.app.views import SORTS, MoveFilter
from talentflow.serve.commands.moves import SORT_ORDERS

from .scripted import ScriptedLibrary, move

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]


def test_prints_tabs_when_piped(talentflow: Run, library: Held) -> None:
    code, out, _ = talentflow("moves")
    assert code == 0
    assert out.rstrip("\n").split("\t") == [
        "2026-01-14",
        "Ada Moreno",
        "Borealis",
        "كوانتا",
        "researcher → chief scientist",
        "move, resigned (disputed)",
        "done",
        "2",
        "ar en",
    ]


def test_adds_the_quotes_on_request(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("moves", "--quotes")
    assert out.rstrip("\n").split("\t")[-1].startswith("Ada Moreno left Borealis for Quanta. | غادرت")


def test_passes_every_filter_on(talentflow: Run, library: Held) -> None:
    line = "moves --person A --org B --from C --to D --kind move --kind leave --status done --lang ar --lang es"
    talentflow(*line.split(), "--since", "2025", "--until", "2025-10", "--sort", "origins", "--limit", "3")
    assert library.asked == [
        MoveFilter("A", "B", "C", "D", ("move", "leave"), ("done",), ("ar", "es"), "2025", "2025-10", "origins", 3)
    ]


def test_offers_every_order_that_the_library_knows() -> None:
    assert SORT_ORDERS == SORTS


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--kind", "hop"),
        ("--status", "maybe"),
        ("--since", "soon"),
        ("--until", "2025-13"),
        ("--since", "2025-10-14x"),
        ("--limit", "0"),
    ],
)
def test_a_value_that_does_not_exist_is_wrong_usage(talentflow: Run, library: Held, option: str, value: str) -> None:
    code, out, err = talentflow("moves", option, value)
    assert (code, out) == (2, "")
    assert option in err
    assert err.count("\n") == 1


def test_jsonl_gives_the_whole_move(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("moves", "--format", "jsonl")
    found = json.loads(out)
    assert found["to"] == {"id": "o-2", "name": None, "mention": "كوانتا"}
    assert found["origins"] == 2
    assert len(found["accounts"]) == len(found["history"]) == len(found["evidence"]) == 2


def test_csv_has_a_heading_and_no_formula(talentflow: Run, library: Held) -> None:
    library.moves_held = (move(role_to="=HYPERLINK(1)"),)
    _, out, _ = talentflow("moves", "--format", "csv")
    (row,) = csv.DictReader(io.StringIO(out))
    assert row["person"] == "Ada Moreno"
    assert row["role_to"] == "'=HYPERLINK(1)"


@pytest.mark.usefixtures("on_terminal")
def test_the_table_isolates_what_is_right_to_left(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("moves")
    assert "Person" in out
    assert "\u2068كوانتا\u2069" in out
    assert "\u2068Borealis" not in out


@pytest.mark.usefixtures("on_terminal")
def test_quotes_on_a_terminal_are_a_list(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("moves", "--quotes")
    assert "“Ada Moreno left Borealis for Quanta.”" in out
    assert "غادرت" in out
    assert "The Harbour" in out
    assert "account: dismissed" in out


def test_nothing_found_is_said_and_no_failure(talentflow: Run, library: Held) -> None:
    library.moves_held = ()
    code, out, err = talentflow("moves", "--status", "denied")
    assert (code, out) == (0, "")
    assert "no move matches" in err


def test_an_empty_database_says_how_to_begin(talentflow: Run, library: Held) -> None:
    library.moves_held, library.articles_held = (), 0
    _, _, err = talentflow("moves")
    assert "talentflow add" in err


def test_an_unknown_name_brings_suggestions(talentflow: Run, library: Held) -> None:
    code, _, err = talentflow("moves", "--person", "Ada Morena")
    assert code == 1
    assert "Did you mean: Ada Moreno?" in err


@pytest.mark.parametrize("line", ["--db x.db moves", "moves --db x.db"])
def test_the_database_may_be_named_before_or_after(talentflow: Run, library: Held, line: str) -> None:
    talentflow(*line.split())
    assert library.opened == ["x.db"]


def test_asks_for_the_moves_as_they_stood(talentflow: Run, library: Held) -> None:
    assert talentflow("moves", "--as-of", "2025-03")[0] == 0
    assert library.asked[0].as_of == "2025-03"
    assert talentflow("moves", "--as-of", "spring")[0] == 2
