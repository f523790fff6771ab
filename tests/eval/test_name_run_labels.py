"""What the chain of tags is learnt from: which words of an annotated article are names, and which may be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from talentflow.languages.name_runs import TAGS
from talentflow.reader.lexicon import lexicon_for

EVAL = Path(__file__).resolve().parent.parent.parent / "eval"


@pytest.fixture
def labels(monkeypatch: pytest.MonkeyPatch) -> Any:
    pytest.importorskip("sklearn")
    monkeypatch.syspath_prepend(str(EVAL))
    import name_run_labels

    yield name_run_labels
    for name in ("name_run_labels", "train_name_likeness"):
        sys.modules.pop(name, None)


def article(text: str) -> dict[str, Any]:
    move = {
        "person": {"name": "Layla Haddad", "mention": "ليلى حداد"},
        "from": None,
        "to": {"name": "Ministry of Energy", "mention": "وزارة الطاقة"},
    }
    return {"id": "a", "lang": "ar", "title": "", "text": text, "moves": [move], "positions": []}


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("التحقت ليلى حداد بوزارة الطاقة", "none person person+ org org+"),
        ("قالت حداد أمس", "none person none"),
        ("قالت ليلى أمس", "none unsure none"),
        ("تبحث الطاقة الجديدة", "none unsure none"),
        ("تولت المنصب خلفا لليلى حداد", "none none none person person+"),
    ],
)
def test_labels_the_words_of_annotated_names(labels: Any, text: str, tags: str) -> None:
    found = labels.labelled(article(text), lexicon_for("ar", False), set())
    words = ["unsure" if tag == labels.UNSURE else TAGS[tag] for sentence in found.tags for tag in sentence]
    assert " ".join(words) == tags
