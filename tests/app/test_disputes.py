"""What readers disagree on is listed for whoever reviews, with its quote."""

from __future__ import annotations

from dataclasses import replace

from talentflow.app import Library
from talentflow.model import DISPUTE
from talentflow.registry import Registry
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader


def test_only_disputed_moves_are_listed_least_sure_first() -> None:
    one = replace(move("Ada Moreno", "Borealis", "Quanta"), confidence=0.5, explanation=(DISPUTE, "the model is alone"))
    other = replace(move("Bo Lind", "Quanta", None), confidence=0.3, explanation=(DISPUTE, "the rules are alone"))
    plain = replace(move("Lea Jay", "Quanta", None), explanation=("told of how the readers disagree",))
    reader = ScriptedReader({"a": [one, plain], "b": [other]})
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add([document("a"), document("b")], reader))
        found = library.disputes()
    assert [(view.article, view.confidence, view.why) for view in found] == [
        ("b", 0.3, "the rules are alone"),
        ("a", 0.5, "the model is alone"),
    ]
    assert found[1].move == "Ada Moreno: Borealis -> Quanta, done"
