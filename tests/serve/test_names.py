"""`talentflow person` and `talentflow org`."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]


def test_shows_a_person_with_quotes_and_posts(talentflow: Run, library: Held) -> None:
    code, out, err = talentflow("person", "Ada Moreno")
    assert (code, err) == (0, "")
    assert "also: \u2068آدا مورينو\u2069 (1 article); Ада Морено; and 1 spelling more" in out
    assert "2026-01-14  Ada Moreno: Borealis → \u2068كوانتا\u2069, move, resigned, done (2 origins)" in out
    assert "“Ada Moreno left Borealis for Quanta.”" in out
    assert "history: 2026-01-13 rumored (a-2); 2026-01-15 done (a-1)" in out
    assert out.count("researcher, Borealis (2020–)") == 1
    assert "same consonants" not in out


def test_says_why_on_request(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("person", "Ada Moreno", "--why")
    assert "same consonants (machine 1)" in out


def test_shows_an_organization(talentflow: Run, library: Held) -> None:
    code, out, _ = talentflow("org", "Borealis")
    assert code == 0
    assert "researcher, Ada Moreno (2020–)" in out


def test_gives_json(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("person", "Ada Moreno", "--format", "json")
    found = json.loads(out)
    assert found["moves"][0]["from"]["name"] == "Borealis"
    assert "judgements" not in found


@pytest.mark.parametrize(("command", "near"), [("person", "Ada Moreno"), ("org", "Borealis")])
def test_an_unknown_name_ends_with_suggestions(talentflow: Run, library: Held, command: str, near: str) -> None:
    code, out, err = talentflow(command, "Nobody")
    assert (code, out) == (1, "")
    assert f"Did you mean: {near}?" in err
    assert err.count("\n") == 1


def test_shows_a_career_line_with_its_gaps_and_conflicts(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("person", "Ada Moreno")
    lines = out[out.index("Career line") :].splitlines()
    assert lines[1] == f"{'  2019 – by 2021-03-01':<34}Borealis: researcher, chief scientist"
    assert "gap: nothing is told of this time" in lines[2]
    assert lines[3].split() == ["2024-05", "–", "there", "2025-01-02", "\u2068كوانتا\u2069"]
    assert lines[4].strip() == "conflict: came to \u2068كوانتا\u2069 from Borealis: 2024-05 or 2024-06"
    assert lines[5].strip() == "conflict: Borealis: left by 2021-03-01, but said to be there"


def test_shows_a_roster(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("org", "Borealis")
    lines = out[out.index("Roster") :].splitlines()
    assert lines[1] == f"{'  2019 – by 2021-03-01':<34}Ada Moreno: researcher, chief scientist"
    assert "conflict: Ada Moreno: Borealis: left by" in out
