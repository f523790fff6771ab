"""`talentflow show`: evidence marked in the text."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from talentflow.model import Document, Span
from talentflow.serve.marked import NumberedClaim, pieces, with_markers

from .scripted import ScriptedLibrary

Run = Callable[..., tuple[int, str, str]]
Held = type[ScriptedLibrary]


def test_marks_evidence_and_lists_claims(talentflow: Run, library: Held) -> None:
    code, out, err = talentflow("show", "a-1")
    assert (code, err) == (0, "")
    # claim 2, the position, has no evidence of its own
    assert "⟦1⟧Ada Moreno left Borealis for Quanta⟦/1⟧." in out
    assert "[1] Ada Moreno: Borealis -> Quanta, done (move; sure 0.90)" in out
    assert "[2] Ada Moreno: researcher at Borealis, past" in out
    assert "one origin with: a-2" in out


def test_right_to_left_lines_are_isolated_and_safe(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("show", "a-1")
    assert "\u2068غادرت آدا مورينو شركة بورياليس إلى كوانتا.␛[2J\u2069\n" in out
    assert "\x1b" not in out


@pytest.mark.usefixtures("on_terminal")
def test_numbers_the_evidence_on_a_terminal(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("show", "a-1")
    assert "[1]Ada Moreno left Borealis for Quanta." in out
    assert "\u2068غادرت" in out


def test_gives_json(talentflow: Run, library: Held) -> None:
    _, out, _ = talentflow("show", "a-1", "--format", "json")
    assert json.loads(out)["moves"][0]["evidence"][0]["quote"] == "Ada Moreno left Borealis for Quanta"


def test_words_instead_of_an_id_name_the_articles(talentflow: Run, library: Held) -> None:
    code, out, err = talentflow("show", "Ada")
    assert (code, out) == (1, "")
    assert "a-1" in err


def test_part_of_an_id_brings_the_ids(talentflow: Run, library: Held) -> None:
    code, out, err = talentflow("show", "1")
    assert (code, out) == (1, "")
    assert err == 'talentflow: no article has the id "1". Did you mean: a-1?\n'


def test_unknown_words_are_said_to_be_unknown(talentflow: Run, library: Held) -> None:
    code, _, err = talentflow("show", "zebra")
    assert code == 1
    assert "zebra" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ([], "abcdef"),
        ([(0, 3)], "⟦1⟧abc⟦/1⟧def"),
        ([(0, 6)], "⟦1⟧abcdef⟦/1⟧"),
        ([(0, 3), (0, 3)], "⟦1,2⟧abc⟦/1,2⟧def"),
        ([(0, 4), (2, 6)], "⟦1⟧ab⟦2⟧cd⟦/1⟧ef⟦/2⟧"),
        ([(0, 3), (3, 6)], "⟦1⟧abc⟦/1⟧⟦2⟧def⟦/2⟧"),
        ([(4, 9)], "abcdef"),  # a span that leaves the text marks nothing
    ],
)
def test_marks_where_evidence_begins_and_ends(spans: list[tuple[int, int]], marked: str) -> None:
    claims = [
        NumberedClaim(number, "", (Span("text", start, end, ""),)) for number, (start, end) in enumerate(spans, 1)
    ]
    assert with_markers(list(pieces(Document(text="abcdef"), "text", claims))) == marked


def test_an_article_without_a_title_has_no_pieces_there() -> None:
    assert with_markers(list(pieces(Document(text="abc"), "title", []))) == ""
