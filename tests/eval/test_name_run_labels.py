"""What the chain of tags is learnt from: which words of an annotated article are names, and which may be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from talentflow.languages.name_runs import TAGS
from talentflow.reader.words.lexicon import lexicon_for


@pytest.fixture
def labels(script: Callable[[str], Any]) -> Any:
    pytest.importorskip("sklearn")
    return script("name_run_labels")


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
