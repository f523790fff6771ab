"""`talentflow compare`: two spellings, a score and reasons."""

from __future__ import annotations

import json
from collections.abc import Callable

Run = Callable[..., tuple[int, str, str]]


def test_says_whether_two_people_can_be_one_and_why(talentflow: Run) -> None:
    code, out, err = talentflow("compare", "Barret Zoph", "باريت زوف")
    assert (code, err) == (0, "")
    assert "  the same: Barret Zoph" in out
    assert "sounds in another script" in out


def test_says_no(talentflow: Run) -> None:
    _, out, _ = talentflow("compare", "Barret Zoph", "Luke Metz")
    assert out.startswith("0.00  not the same")


def test_compares_organizations_as_json(talentflow: Run) -> None:
    _, out, _ = talentflow("compare", "--org", "Twitter", "X", "--format", "json")
    found = json.loads(out)
    assert found["same"] is True
    assert found["reasons"] == ["“Twitter” has been called “X” since 2023-07-24"]
