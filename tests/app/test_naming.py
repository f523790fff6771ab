"""A company that is named in a later article than the one that first tells of it."""

from __future__ import annotations

import itertools

import pytest

from talentflow.app import Library, MoveFilter
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

NAMELESS = mention("a company of her own", None)
DOCUMENTS = [
    document("first", published="2025-03-01"),
    document("later", published="2025-05-10"),
    document("other", published="2025-03-02"),
]
CLAIMS = {
    "first": [move("Ada Moreno", "Borealis", NAMELESS, kind="found")],
    "later": [move("Ada Moreno", "Borealis", "Aquila", kind="found", date="2025-03")],
    "other": [move("Boris Ilin", "Borealis", mention("a new company", None), kind="found")],
}


def moves(library: Library, as_of: str | None = None) -> list[str]:
    found = library.moves(MoveFilter(as_of=as_of))
    return sorted(f"{view.person} > {view.to_org} {view.origins}" for view in found)


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_two_are_one_move_in_any_order(order: tuple[int, ...]) -> None:
    with Library("sqlite://", registry=Registry()) as library:
        for place in order:
            list(library.add([DOCUMENTS[place]], ScriptedReader(CLAIMS)))
        assert moves(library) == ["Ada Moreno > Aquila 2", "Boris Ilin > a new company 1"]
        assert moves(library, "2025-03-10") == ["Ada Moreno > a company of her own 1", "Boris Ilin > a new company 1"]


def test_the_link_is_a_judgement_with_score_and_reason() -> None:
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(DOCUMENTS, ScriptedReader(CLAIMS)))
        company, *_ = library.organization("Aquila").found
        told = {judgement.mention: judgement for judgement in company.judgements}
        assert told["a company of her own"].score < told["Aquila"].score
        assert "it is called “Aquila” in an article of 2025-05-10" in told["a company of her own"].reason


def test_a_name_that_is_taken_back_takes_the_link_along() -> None:
    without = {**CLAIMS, "later": []}
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(DOCUMENTS, ScriptedReader(CLAIMS)))
        list(library.add(DOCUMENTS, ScriptedReader(without, version="2")))
        assert moves(library) == ["Ada Moreno > a company of her own 1", "Boris Ilin > a new company 1"]
