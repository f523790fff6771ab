from __future__ import annotations

import pytest

from talentflow.app import Library
from talentflow.model import Document
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

CLAIM = [move(mention("أدا مورينو", "Ada Moreno"), mention("كوانتا", "Quanta"), None)]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Nobody asked Ada Moreno.", ["Ada Moreno"]),
        ("Nobody asked ADA MORENO, of Quanta.", ["ADA MORENO", "Quanta"]),
        ("وقالت أدا مورينو إن الأمر انتهى", ["أدا مورينو"]),
        ("تعمل لكوانتا منذ عام", ["كوانتا"]),
        ("Nobody asked Moreno.", []),
        ("Quantas flies to Adam Orenos.", []),
        ("مكوانتا", []),
        ("ﷺ Ada Moreno", ["Ada Moreno"]),  # its first character folds to many
    ],
)
def test_names_are_seen_where_nothing_is_claimed(text: str, seen: list[str]) -> None:
    with Library("sqlite://", registry=Registry()) as library:
        other = Document(text=text, id="other", title="")
        list(library.add([document("claims"), other], ScriptedReader({"claims": CLAIM})))
        entities = library.export_ledger()["entities"]
    found = [item["mention"] for entity in entities for item in entity["mentions"] if item["article"] == "other"]
    assert sorted(found) == sorted(seen)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "Aquila Systems Inc., or AQ, hired her. Aquila Systems is new.",
            ["AQ", "Aquila Systems", "Aquila Systems Inc."],
        ),
        ("aq is no name, and AQ is one beside Aquila Systems.", ["AQ", "Aquila Systems"]),
        ("Who AQ is nobody says here.", []),
    ],
)
def test_short_names_are_seen_beside_long_ones(text: str, seen: list[str]) -> None:
    """A name that may be another's counts, as it is written elsewhere, where its bearer is mentioned otherwise."""
    told = [move("Ada Moreno", None, mention(written, "Aquila Systems")) for written in ("Aquila Systems Inc.", "AQ")]
    with Library("sqlite://", registry=Registry()) as library:
        other = Document(text=text, id="other", title="")
        list(library.add([document("claims"), other], ScriptedReader({"claims": told})))
        entities = library.export_ledger()["entities"]
    found = [item["mention"] for entity in entities for item in entity["mentions"] if item["article"] == "other"]
    assert sorted(found) == sorted(seen)
