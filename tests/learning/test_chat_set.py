"""Annotated articles become a fine-tuning set: our question, the right answer, and nothing that the article lacks."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from talentflow.evaluation import annotated_articles
from talentflow.learning.chat_set import chat_examples
from talentflow.reader.llm.answers import parse_answer
from talentflow.reader.llm.prompt import messages_for
from talentflow.serve import cli

TEXT = (
    "Ada Moreno left Borealis for her own start-up.\n\n"
    "Bo Lind is chief scientist of Quanta. Eight researchers left Quanta."
)


def party(mention: str, name: str | None = "") -> dict[str, str | None]:
    return {"mention": mention, "name": mention if name == "" else name}


def row(**more: Any) -> dict[str, Any]:
    move = {
        "person": party("Ada Moreno"), "from": party("Borealis"), "to": party("her own start-up", None),
        "kind": "found", "status": "done", "quote": "Ada Moreno left Borealis for her own start-up.",
    }  # fmt: skip
    invented = {**move, "person": party("Eve Hart"), "to": None, "kind": "leave"}
    unquoted = {**move, "quote": "Ada Moreno was seen to leave."}
    position = {"person": party("Bo Lind"), "org": party("Quanta"), "role": "chief scientist", "when": "current"}
    group = {"from": party("Quanta"), "to": None, "count": 8, "quote": "Eight researchers left Quanta."}
    return {
        "id": "a-1", "lang": "en", "text": TEXT, "published": "2026-01-15",
        "moves": [move, invented, unquoted], "positions": [position], "groups": [group], **more,
    }  # fmt: skip


@pytest.fixture
def corrected(tmp_path: Path) -> Path:
    path = tmp_path / "corrected.jsonl"
    kept_aside = row(id="a-2", split="heldout")
    path.write_text(f"{json.dumps(row())}\n{json.dumps(kept_aside)}\n", encoding="utf-8")
    return path


def test_an_example_is_our_question_with_the_right_answer(corrected: Path) -> None:
    article = next(annotated_articles([corrected], print))
    left_out: Counter[str] = Counter()
    (line,) = chat_examples(article, left_out)
    messages = json.loads(line)["messages"]
    assert messages[:2] == messages_for(article.document, TEXT)
    assert messages[2]["role"] == "assistant"
    said = parse_answer(messages[2]["content"])
    (move,) = said.moves
    assert (move.person.mention, move.kind, move.to_org and move.to_org.unnamed) == ("Ada Moreno", "found", True)
    (position,) = said.positions
    assert position.quote == "Bo Lind is chief scientist of Quanta."
    assert [group.count for group in said.groups] == [8]
    assert left_out == {"moves": 2}


def test_the_command_writes_the_set_without_what_is_kept_aside(
    corrected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "new" / "chat.jsonl"
    assert cli.run(["train", str(corrected), "--export", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 1
    assert "Wrote 1 example of 1 article" in capsys.readouterr().out
    assert not (tmp_path / "acceptance.json").exists()


def test_nothing_to_export_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    assert cli.run(["train", str(tmp_path / "empty.jsonl"), "--export", str(tmp_path / "chat.jsonl")]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_loaders_of_trl_and_tinker_take_the_file(corrected: Path, tmp_path: Path) -> None:
    """TRL loads JSON Lines with `datasets`; Tinker's cookbook makes such a set of lines that have `messages`."""
    datasets = pytest.importorskip("datasets")
    out = tmp_path / "chat.jsonl"
    cli.run(["train", str(corrected), "--export", str(out)])
    for examples in (
        datasets.load_dataset("json", data_files=str(out), split="train", cache_dir=str(tmp_path / "cache")),
        datasets.Dataset.from_list([json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]),
    ):
        assert [message["role"] for message in examples[0]["messages"]] == ["system", "user", "assistant"]
        parted = examples.map(
            lambda row: {"prompt": row["messages"][:-1], "completion": row["messages"][-1:]},
            remove_columns=["messages"],
        )
        assert parse_answer(parted[0]["completion"][0]["content"]).moves


def test_every_line_is_a_conversation_of_three(corrected: Path, tmp_path: Path) -> None:
    out = tmp_path / "chat.jsonl"
    cli.run(["train", str(corrected), "--export", str(out)])
    for line in out.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        assert list(row) == ["messages"]
        assert [sorted(message) for message in row["messages"]] == [["content", "role"]] * 3
