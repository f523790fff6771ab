"""Texts of which only the moves are annotated are told from whole articles."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from talentflow.evaluation import annotated_articles
from talentflow.learning.chat_set import chat_examples

QUANTA = {"name": "Quanta", "mention": "Quanta"}
MOVE = {
    "person": {"name": "Ada Moreno", "mention": "Ada Moreno"}, "from": None, "to": QUANTA,
    "kind": "join", "status": "done", "quote": "Ada Moreno joined Quanta.",
}  # fmt: skip
TEXT = {"id": "en-x1", "lang": "en", "text": "Ada Moreno joined Quanta.", "moves": [MOVE]}


@pytest.mark.parametrize(("more", "is_whole"), [({}, False), ({"positions": []}, True)])
def test_what_lacks_positions_is_no_whole_article(tmp_path: Path, more: dict[str, list[str]], is_whole: bool) -> None:
    file = tmp_path / "texts.jsonl"
    file.write_text(json.dumps({**TEXT, **more}) + "\n", encoding="utf-8")
    (article,) = annotated_articles([file], pytest.fail)
    assert article.is_whole is is_whole
    assert [move.kind for move in article.moves] == ["join"]
    # A model that is to tell everything learns nothing from a text of which not everything is annotated.
    assert len(list(chat_examples(article, Counter()))) == is_whole


def test_short_texts_name_whom_they_annotate() -> None:
    folder = Path(__file__).resolve().parents[2] / "train/moves"
    complaints: list[str] = []
    articles = list(annotated_articles([folder], complaints.append))
    assert not complaints
    assert len(articles) > 1000
    assert not any(article.is_whole for article in articles)
    for article in articles:
        said = f"{article.document.title}\n{article.document.text}"
        for move in article.moves:
            assert move.evidence, article.document.id
            for end in (move.person, move.from_org, move.to_org):
                assert end is None or end.mention in said, article.document.id
