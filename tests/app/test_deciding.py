"""Pairs of names that stay open, and what reviewers decide on them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from talentflow.app import Library
from talentflow.app import refresh as rules
from talentflow.model import EntityMention, MoveClaim, TalentflowError
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

LATIN, HAN = mention("Yao Shunyu"), EntityMention("x:yao", "Yao Shunyu", "姚顺宇", romanised=True)
TOLD = {
    "latin": [move(LATIN, "Borealis", "Quanta", date="2024-03")],
    "han": [move(HAN, "Tundra", "Cedar", date="2025-03")],
    "levy": [move("Daniel Levy", "Borealis", "Quanta", date="2021")],
    "levi": [move("Dana Levine", "Borealis", "Quanta", date="2022")],
    "third": [move("Danielle Levy", "Tundra", None, date="2022")],
}


def filled(claims: dict[str, list[MoveClaim]]) -> Library:
    library = Library("sqlite://", registry=Registry())
    documents = [document(name, published=f"20{20 + number}-05-01") for number, name in enumerate(claims)]
    list(library.add(documents, ScriptedReader(claims)))
    return library


@pytest.fixture
def library() -> Iterator[Library]:
    with filled(TOLD) as found:
        yield found


def people(library: Library) -> set[frozenset[str]]:
    """The articles that are about one person, for each of them."""
    ledger = library.export_ledger()
    return {
        frozenset(told["article"] for told in found["mentions"])
        for found in ledger["entities"]
        if found["type"] == "person"
    }


def is_one(library: Library, *articles: str) -> bool:
    return any(set(articles) <= together for together in people(library))


def test_near_names_with_nothing_in_common_stay_open(library: Library) -> None:
    assert not is_one(library, "latin", "han")
    (pair,) = library.open_pairs()
    assert {pair.one.names, pair.other.names} == {("Yao Shunyu",), ("姚顺宇",)}
    assert pair.score < 0.75
    assert "no employer, post, story or companion in common" in pair.reason
    assert set(pair.one.employers + pair.other.employers) == {"Borealis", "Quanta", "Tundra", "Cedar"}


def test_a_common_employer_makes_them_one() -> None:
    claims = {**TOLD, "han": [move(HAN, "Quanta", "Cedar", date="2025-03")]}
    with filled(claims) as library:
        assert is_one(library, "latin", "han")
        assert library.open_pairs() == []
        (found,) = library.person("Yao Shunyu").found
        assert any("both with Quanta" in why.reason for why in found.judgements)


def test_an_article_more_can_settle_an_open_pair(library: Library) -> None:
    list(library.add([document("more")], ScriptedReader({"more": [move(HAN, "Borealis", None)]})))
    assert is_one(library, "latin", "han", "more")


def decide(library: Library, verdict: str, reviewer: str = "Carla") -> None:
    (pair,) = library.open_pairs()
    library.decide(pair.one.key, pair.other.key, verdict, reviewer=reviewer, reason="looked it up")


def test_same_joins_and_says_who_why_and_when(library: Library) -> None:
    decide(library, "same")
    assert is_one(library, "latin", "han")
    assert library.open_pairs() == []
    (found,) = library.person("姚顺宇").found
    assert {(why.author, why.reason, why.score) for why in found.judgements} == {("Carla", "looked it up", 1.0)}
    (decision,) = library.decisions()
    assert (decision.author, decision.verdict, decision.reason) == ("Carla", "same", "looked it up")
    assert decision.made_at.endswith("Z")


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_is_decided_is_no_longer_open(library: Library, verdict: str) -> None:
    decide(library, verdict)
    assert library.open_pairs() == []
    assert not is_one(library, "latin", "han")


def test_different_keeps_apart_for_good_also_by_way_of_a_third(library: Library) -> None:
    decide(library, "different")
    more = {
        "a": [move(HAN, "Borealis", "Quanta", date="2024-03")],
        "b": [move("ياو شونيو", "Borealis", "Quanta", date="2024-03")],
    }
    list(library.add([document(name) for name in more], ScriptedReader(more)))
    assert not is_one(library, "latin", "han")
    keys = {found.one for found in library.decisions()} | {found.other for found in library.decisions()}
    for name in sorted(keys):
        library.decide(name, "person||ياو شونيو", "same", reviewer="Boris")
    assert not is_one(library, "latin", "han")


def test_decisions_survive_rebuilds_upgrades_and_other_readings(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(library, "same")
    before = library.export_ledger()
    library.rebuild()
    assert library.export_ledger() == before
    monkeypatch.setattr(rules, "RULES", "others")
    assert library.export_ledger() == before
    again = ScriptedReader(TOLD, version="2")
    list(library.add([document(name, published=f"20{20 + n}-05-01") for n, name in enumerate(TOLD)], again))
    assert is_one(library, "latin", "han")
    assert len(library.decisions()) == 1


def test_a_decision_can_be_taken_back(library: Library) -> None:
    before = people(library)
    decide(library, "same")
    assert library.undo(reviewer="Boris") is None
    taken = library.undo(reviewer="Carla")
    assert taken is not None
    assert taken.verdict == "same"
    assert people(library) == before
    assert len(library.open_pairs()) == 1
    assert library.undo(reviewer="Carla") is None


def test_the_last_word_counts_and_undo_leaves_it_open(library: Library) -> None:
    (pair,) = library.open_pairs()
    for verdict in ("same", "different"):
        library.decide(pair.one.key, pair.other.key, verdict, reviewer="Carla")
    assert not is_one(library, "latin", "han")
    assert [decision.verdict for decision in library.decisions()] == ["different"]


@pytest.mark.parametrize(
    ("one", "other", "verdict", "reviewer"),
    [
        ("person||Yao Shunyu", "nobody", "same", "Carla"),
        ("person||Yao Shunyu", "organization||Borealis", "same", "Carla"),
        ("person||Yao Shunyu", "person||Yao Shunyu", "same", "Carla"),
        ("person||Yao Shunyu", "person||Daniel Levy", "perhaps", "Carla"),
        ("person||Yao Shunyu", "person||Daniel Levy", "same", " "),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(
    library: Library, one: str, other: str, verdict: str, reviewer: str
) -> None:
    library.refresh()
    with pytest.raises(TalentflowError, match=r"^[^\n]+$"):
        library.decide(one, other, verdict, reviewer=reviewer)


def test_what_was_said_of_a_mention_survives_another_reading_and_a_merge() -> None:
    claims = {"one": [move("Ada Moreno", "Borealis", "Quanta")], "two": [move("Boris Ilin", "Borealis", None)]}
    with filled(claims) as library:
        boris = library.person("Boris Ilin").found[0].id
        library.review("one", "Ada Moreno", boris, reviewer="Carla", reason="a slip of the pen")
        list(library.add([document("one", published="2020-05-01")], ScriptedReader(claims, version="2")))
        (found,) = library.person("Boris Ilin").found
        assert [(why.author, why.article) for why in found.judgements] == [
            ("Carla", "one"),
            (found.judgements[1].author, "two"),
        ]
        # A name with a smaller key joins, and the person gets another id.
        more = {"three": [move("Boris Ilim", "Borealis", None)]}
        list(library.add([document("three")], ScriptedReader(more)))
        library.refresh()
        library.decide("person||Boris Ilim", "person||Boris Ilin", "same", reviewer="Carla")
        (found,) = library.person("Boris Ilin").found
        assert found.id != boris
        assert {why.article for why in found.judgements} == {"one", "two", "three"}
