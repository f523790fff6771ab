"""Annotated articles as files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from talentflow.evaluation import annotated_articles
from talentflow.model import TalentflowError

TEXT = "Ada Moreno has left Borealis. She joins Quanta as chief scientist."


def row(**changes: Any) -> dict[str, Any]:
    return {
        "id": "one",
        "lang": "en",
        "text": TEXT,
        "moves": [
            {
                "person": {"name": "Ada Moreno", "mention": "Ada Moreno"},
                "from": {"name": "Borealis", "mention": "Borealis"},
                "to": {"name": None, "mention": "her own start-up"},
                "kind": "found",
                "status": "planned",
                "quote": "She joins Quanta as chief scientist.",
            }
        ],
        **changes,
    }


def test_reads_a_folder_in_order_and_passes_over_what_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text(json.dumps(row(id="b", split="heldout")), encoding="utf-8")
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps(row(id=f"a{n}")) for n in (1, 2)) + "\n\n", encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps(row(id="c", split="unseen")), encoding="utf-8")
    (tmp_path / "settings.json").write_text('{"colour": "blue"}', encoding="utf-8")
    (tmp_path / "note.txt").write_text("nothing", encoding="utf-8")
    told: list[str] = []
    articles = list(annotated_articles([tmp_path], told.append))
    assert [article.document.id for article in articles] == ["a1", "a2", "b", "c"]
    assert [article.is_heldout for article in articles] == [False, False, True, True]
    assert [article.is_unseen for article in articles] == [False, False, False, True]
    assert told == []
    move = articles[0].moves[0]
    assert (move.person.name, move.kind, move.status) == ("Ada Moreno", "found", "planned")
    assert move.to_org is not None
    assert move.to_org.is_unnamed
    span = move.evidence[0]
    assert TEXT[span.start : span.end] == span.quote == "She joins Quanta as chief scientist."


def test_people_whom_nobody_has_counted_are_no_group(tmp_path: Path) -> None:
    counted = {"from": {"name": "Borealis"}, "to": None, "count": 3, "quote": "Ada Moreno has left Borealis."}
    groups = [counted, counted | {"count": None}]
    (tmp_path / "a.json").write_text(json.dumps(row(groups=groups)), encoding="utf-8")
    told: list[str] = []
    (article,) = annotated_articles([tmp_path], told.append)
    assert ([group.count for group in article.groups], told) == ([3], [])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('{"text": "x"}', "lacks 'moves'"),
        ("[1, 2]", "no annotated article"),
        ('{"text": 5, "moves": []}', "text is no text"),
        ('{"text": "x", "moves": [{"person": null, "kind": "move", "status": "done"}]}', "without a person"),
        ('{"text": "x", "moves": [{"person": {"name": "A"}, "kind": "moved", "status": "done"}]}', "unknown kind"),
        ('{"text": "x", "mov', "Mend it, or leave it out."),
        ("", "not valid JSON"),
    ],
)
def test_what_is_wrong_is_told_in_a_line_and_the_rest_goes_on(tmp_path: Path, content: str, says: str) -> None:
    bad, good = tmp_path / "bad.json", tmp_path / "good.json"
    bad.write_text(content, encoding="utf-8")
    good.write_text(json.dumps(row()), encoding="utf-8")
    told: list[str] = []
    articles = list(annotated_articles([bad, good], told.append))
    assert [article.document.id for article in articles] == ["one"]
    assert len(told) == 1
    assert says in told[0]
    assert str(bad) in told[0]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_bytes('{"text": "año"}'.encode("latin-1"))
    told: list[str] = []
    assert list(annotated_articles([tmp_path], told.append)) == []
    assert "cannot be read" in told[0]


def test_a_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TalentflowError, match=r"no such file or folder\. Check the spelling"):
        list(annotated_articles([tmp_path / "none"], lambda line: None))
