"""`talentflow read`: the contract of the reader on the command line."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., str]


def test_prints_one_object_an_article(talentflow: Run, article: Write) -> None:
    code, out, err = talentflow("read", article(), article("Nothing happened at Borealis today.", "none.txt"))
    first, second = map(json.loads, out.splitlines())
    assert (code, err) == (0, "")
    assert {"id", "lang", "title", "published", "moves", "positions", "groups", "facts"} <= first.keys()
    assert first["moves"][0]["person"]["name"] == "Ada Moreno"
    assert "explanation" not in first["moves"][0]
    assert second["moves"] == []


def test_quotes_stand_where_it_says(talentflow: Run, article: Write) -> None:
    text = "In Arabic she is آدا مورينو. Ada Moreno left Borealis for Quanta."
    _, out, _ = talentflow("read", article(json.dumps({"text": text}), "ada.json"))
    (span,) = json.loads(out)["moves"][0]["evidence"]
    assert text[span["start"] : span["end"]] == span["quote"]


def test_keeps_the_order_and_the_ids_of_json_lines(talentflow: Run, article: Write) -> None:
    lines = [{"id": f"a-{number}", "text": f"Ada Moreno left Borealis for Quanta{number}."} for number in (3, 1, 2)]
    _, out, _ = talentflow("read", article("\n".join(map(json.dumps, lines)), "news.jsonl"))
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["a-3", "a-1", "a-2"]


def test_prints_an_array_on_request(talentflow: Run, article: Write) -> None:
    _, out, _ = talentflow(
        "read", article(), article("Title\n\nBo Lind left Quanta for Zephyr.", "bo.txt"), "--format", "json"
    )
    assert [item["moves"][0]["person"]["name"] for item in json.loads(out)] == ["Ada Moreno", "Bo Lind"]


def test_an_array_of_nothing_is_still_json(talentflow: Run, tmp_path: Path) -> None:
    code, out, err = talentflow("read", str(tmp_path / "missing.txt"), "--format", "json")
    assert (code, json.loads(out)) == (1, [])
    assert err.count("\n") == 1


def test_explains_on_request(talentflow: Run, article: Write) -> None:
    _, out, _ = talentflow("read", article(), "--explain")
    assert json.loads(out)["moves"][0]["explanation"] == ["trigger: left"]


def test_leaves_out_what_is_less_sure(talentflow: Run, article: Write) -> None:
    path = article("Ada Moreno left Borealis for Quanta. Bo Lind left Quanta for Zephyr.")
    _, out, _ = talentflow("read", path, "--min-confidence", "0.6")
    found = json.loads(out)
    assert [move["person"]["name"] for move in found["moves"]] == ["Ada Moreno"]
    assert found["positions"] == []


def test_reads_standard_input(talentflow: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"A title\n\nAda Moreno left Borealis for Quanta."))
    monkeypatch.setattr(sys, "stdin", given)
    code, out, _ = talentflow("read", "-")
    assert code == 0
    assert len(json.loads(out)["moves"]) == 1


def test_a_missing_file_is_one_line_and_the_rest_goes_on(talentflow: Run, article: Write, tmp_path: Path) -> None:
    code, out, err = talentflow("read", str(tmp_path / "missing.txt"), article())
    assert code == 1
    assert len(out.splitlines()) == 1
    assert err.startswith("talentflow: ")
    assert "missing.txt" in err
    assert err.count("\n") == 1


def test_an_article_that_the_reader_fails_on_does_not_stop_the_rest(talentflow: Run, article: Write) -> None:
    code, out, err = talentflow("read", article("This will explode at once.", "bad.txt"), article())
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "bad.txt" in err
    assert "Traceback" not in err


def test_nothing_from_an_article_reaches_the_terminal_raw(talentflow: Run, article: Write) -> None:
    hostile = {"id": "x\x1b]0;x\x07", "title": "\u202eevil\x9b31m", "text": "Ada Moreno left Borealis for Quanta."}
    path = article(json.dumps(hostile), "hostile.json")
    for arguments in (("read", path), ("read", path, "--format", "table")):
        _, out, _ = talentflow(*arguments)
        assert not any(character in out for character in "\x1b\x07\x9b\u202e")


@pytest.mark.usefixtures("on_terminal")
def test_shows_a_table_on_a_terminal(talentflow: Run, article: Write) -> None:
    _, out, _ = talentflow("read", article(), "--explain")
    assert "Person" in out
    assert "Ada Moreno" in out
    assert "trigger: left" in out
    assert "also 1 position\n" in out


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["read"], "Missing argument"),
        (["read", "x.txt", "--format", "xml"], "xml"),
        (["read", "x.txt", "--min-confidence", "2"], "--min-confidence"),
        (["read", "x.txt", "--frobnicate"], "--frobnicate"),
        (["reed", "x.txt"], "reed"),
    ],
)
def test_wrong_usage_is_one_line(talentflow: Run, arguments: list[str], word: str) -> None:
    code, out, err = talentflow(*arguments)
    assert (code, out) == (2, "")
    assert word in err
    assert "--help" in err
    assert err.count("\n") == 1


def test_tells_why_a_sentence_gave_no_claim(talentflow: Run, article: Write) -> None:
    path = article("The talks went well. Ada Moreno left Borealis for Quanta.")
    code, out, err = talentflow("read", path, article("Nothing happened.", "none.txt"), "--why-not", "talks went")
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "“The talks went well.”"
    assert "none that this language’s data knows" in out


def test_words_that_no_article_has_fail(talentflow: Run, article: Write) -> None:
    code, out, err = talentflow("read", article(), "--why-not", "no such words")
    assert (code, out) == (1, "")
    assert err.count("\n") == 1
