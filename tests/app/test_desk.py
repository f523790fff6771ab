"""What reviewers do at the desk: claims confirmed and rejected, names merged and split, and all of it undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from talentflow.app import Library
from talentflow.app.views import FactView, PositionView
from talentflow.model import Amount, FactClaim, FactParty, MoveClaim, PositionClaim, TalentflowError
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

SURE = replace(move("Ada Moreno", "Borealis", "Quanta", date="2025"), confidence=0.95)
WEAK = replace(move("Boris Ilin", "Borealis", "Tundra", date="2025"), confidence=0.3)
WEAKER = replace(move("Carla Roth", None, "Quanta", date="2025"), confidence=0.2)
TOLD = {"one": [SURE, WEAK], "two": [WEAKER], "three": [move("Ada M. Moreno-Ruiz", "Quanta", "Cedar", date="2026")]}


def reader(claims: dict[str, list[MoveClaim]], version: str = "1") -> ScriptedReader:
    found = ScriptedReader(claims)
    found.version = version
    return found


@pytest.fixture
def library() -> Iterator[Library]:
    with Library("sqlite://", registry=Registry()) as found:
        list(found.add([document(name, published="2025-05-01") for name in TOLD], reader(TOLD)))
        yield found


def moved(library: Library) -> set[str]:
    return {str(found.person) for found in library.moves()}


def test_the_least_sure_claims_come_first_and_sure_ones_never(library: Library) -> None:
    assert [str(found.claim.person.mention) for found in library.desk.claims()] == ["Carla Roth", "Boris Ilin"]
    assert [found.article for found in library.desk.claims(1)] == ["two"]


def test_a_rejected_claim_leaves_the_ledger_and_comes_back_when_undone(library: Library) -> None:
    weak = library.desk.claims()[1]
    deed = library.desk.judge(weak.article, weak.key, "wrong", reviewer="Carla", reason="he stayed")
    assert "Boris Ilin" not in moved(library)
    assert "Boris Ilin" not in {str(found.person) for found in library.moves() if found.articles == ("one",)}
    assert len(library.desk.claims()) == 1
    undone = library.desk.undo(deed, reviewer="Dora")
    assert undone.action == "wrong"
    assert "Boris Ilin" in moved(library)
    assert len(library.desk.claims()) == 2


def test_a_confirmed_claim_is_sure_and_asked_about_no_more(library: Library) -> None:
    weak = library.desk.claims()[1]
    library.desk.judge(weak.article, weak.key, "right", reviewer="Carla")
    (found,) = [found for found in library.moves() if str(found.person) == "Boris Ilin"]
    assert found.confidence >= 0.99
    assert [found.article for found in library.desk.claims()] == ["two"]


def test_a_verdict_holds_after_a_new_reading_and_a_rebuild(library: Library) -> None:
    weak = library.desk.claims()[1]
    library.desk.judge(weak.article, weak.key, "wrong", reviewer="Carla")
    again = {"one": [replace(WEAK, confidence=0.5), replace(SURE, role_to="chief")]}
    outcomes = [added.outcome for added in library.add([document("one", published="2025-05-01")], reader(again, "2"))]
    assert outcomes == ["updated"]
    assert moved(library) == {"Ada Moreno", "Carla Roth", "Ada M. Moreno-Ruiz"}
    library.rebuild()
    assert "Boris Ilin" not in moved(library)
    assert [found.article for found in library.desk.claims()] == ["two"]


def test_a_verdict_is_about_what_is_said_and_nothing_else(library: Library) -> None:
    weak = library.desk.claims()[1]
    library.desk.judge(weak.article, weak.key, "wrong", reviewer="Carla")
    other = {"one": [SURE, replace(WEAK, status="rumored")]}
    list(library.add([document("one", published="2025-05-01")], reader(other, "2")))
    assert "Boris Ilin" in moved(library)  # that he may leave is another claim than that he left


def test_what_stood_then_knows_the_verdict_too(library: Library) -> None:
    from talentflow.app import MoveFilter

    weak = library.desk.claims()[1]
    library.desk.judge(weak.article, weak.key, "wrong", reviewer="Carla")
    library_then = {str(found.person) for found in library.moves(MoveFilter(as_of="2025-06-01"))}
    assert "Boris Ilin" not in library_then
    assert "Ada Moreno" in library_then


def entity(library: Library, name: str) -> str:
    (found,) = library.person(name).found
    return found.id


def test_two_people_are_made_one_and_two_again(library: Library) -> None:
    one, other = entity(library, "Ada Moreno"), entity(library, "Ada M. Moreno-Ruiz")
    assert one != other
    deed = library.desk.merge(one, other, reviewer="Carla", reason="she married")
    assert entity(library, "Ada Moreno") == entity(library, "Ada M. Moreno-Ruiz")
    assert {side.names[0] for side in library.desk.names(entity(library, "Ada Moreno"))} == {
        "Ada Moreno",
        "Ada M. Moreno-Ruiz",
    }
    library.desk.undo(deed, reviewer="Carla")
    assert entity(library, "Ada Moreno") != entity(library, "Ada M. Moreno-Ruiz")


def test_one_person_is_parted_and_made_one_again(library: Library) -> None:
    library.desk.merge(entity(library, "Ada Moreno"), entity(library, "Ada M. Moreno-Ruiz"), reviewer="Carla")
    both = entity(library, "Ada Moreno")
    (key,) = [side.key for side in library.desk.names(both) if side.names == ("Ada M. Moreno-Ruiz",)]
    deed = library.desk.split(both, [key], reviewer="Dora")
    assert entity(library, "Ada Moreno") != entity(library, "Ada M. Moreno-Ruiz")
    with pytest.raises(TalentflowError, match=r"Dora said .* that they are two"):
        library.desk.merge(entity(library, "Ada Moreno"), entity(library, "Ada M. Moreno-Ruiz"), reviewer="Carla")
    library.desk.undo(deed, reviewer="Dora")
    # The merging that the parting stood against is not brought back: nobody says anything of the two now.
    assert [deed.action for deed in library.desk.deeds()] == ["undone", "split", "merged"]


def test_the_last_undo_of_a_reviewer_takes_all_of_a_deed(library: Library) -> None:
    library.desk.merge(entity(library, "Ada Moreno"), entity(library, "Ada M. Moreno-Ruiz"), reviewer="Carla")
    both = entity(library, "Ada Moreno")
    library.desk.split(both, [library.desk.names(both)[0].key], reviewer="Carla")
    assert library.undo(reviewer="Carla") is not None
    assert library.undo(reviewer="Carla") is None
    assert not any(deed.can_be_undone for deed in library.desk.deeds())


def test_the_log_says_who_did_what_when(library: Library) -> None:
    weak = library.desk.claims()[0]
    key = library.desk.judge(weak.article, weak.key, "wrong", reviewer="Carla", reason="read it")
    (deed,) = library.desk.deeds()
    assert (deed.key, deed.author, deed.action, deed.reason) == (key, "Carla", "wrong", "read it")
    assert deed.about == "Carla Roth: ? -> Quanta, done (two)"
    assert deed.made_at.endswith("Z")
    assert deed.can_be_undone
    library.desk.undo(key, reviewer="Dora")
    undone, first = library.desk.deeds()
    assert (undone.author, undone.action, undone.about) == ("Dora", "undone", f"wrong: {deed.about}")
    assert first.undone_at is not None
    assert not first.can_be_undone
    with pytest.raises(TalentflowError, match="nothing to take back"):
        library.desk.undo(key, reviewer="Dora")


def test_the_last_word_on_a_claim_counts(library: Library) -> None:
    weak = library.desk.claims()[1]
    first = library.desk.judge(weak.article, weak.key, "wrong", reviewer="Carla")
    library.desk.judge(weak.article, weak.key, "right", reviewer="Dora")
    assert "Boris Ilin" in moved(library)
    with pytest.raises(TalentflowError, match="nothing to take back"):
        library.desk.undo(first, reviewer="Carla")  # another word has taken its place


@pytest.mark.parametrize(
    ("article", "key", "verdict", "reviewer", "words"),
    [
        ("one", "k", "wrong", "Carla", "nothing there claims this"),
        ("none", "", "wrong", "Carla", "nothing there claims this"),
        ("two", "", "true", "Carla", "no verdict"),
        ("two", "", "right", " ", "needs the name"),
    ],
)
def test_what_cannot_be_judged_is_told(
    library: Library, article: str, key: str, verdict: str, reviewer: str, words: str
) -> None:
    key = key or library.desk.claims()[0].key
    with pytest.raises(TalentflowError, match=words):
        library.desk.judge(article, key, verdict, reviewer=reviewer)
    assert library.desk.deeds() == []


def test_what_cannot_be_merged_or_split_is_told(library: Library) -> None:
    ada = entity(library, "Ada Moreno")
    (quanta,) = library.organization("Quanta").found
    for one, other in ((ada, ada), (ada, "none"), ("none", ada), (ada, quanta.id)):
        with pytest.raises(TalentflowError):
            library.desk.merge(one, other, reviewer="Carla")
    every = [side.key for side in library.desk.names(ada)]
    for keys in (every, [], ["none"]):
        with pytest.raises(TalentflowError, match="Choose some"):
            library.desk.split(ada, keys, reviewer="Carla")
    with pytest.raises(TalentflowError, match="nothing to take back"):
        library.desk.undo(999, reviewer="Carla")
    assert library.desk.deeds() == []


CHIEF = PositionClaim(mention("Ada Moreno"), mention("Quanta"), "chief scientist", "current", confidence=0.4)
FUNDED = FactClaim(
    "funding", FactParty("organization", mention("Quanta")), "raised", amount=Amount("$2 million"), confidence=0.4
)


def stating(
    version: str = "1", *, sure: float = 0.4, role: str = "chief scientist", amount: str = "$2 million"
) -> ScriptedReader:
    """Reads of Ada Moreno's post and of Quanta's money in one article."""
    position = replace(CHIEF, confidence=sure, role=role)
    fact = replace(FUNDED, confidence=sure, amount=Amount(amount))
    return ScriptedReader(TOLD, {"one": [position]}, {"one": [fact]}, version=version)


@pytest.fixture
def stated() -> Iterator[Library]:
    with Library("sqlite://", registry=Registry()) as found:
        list(found.add([document(name, published="2025-05-01") for name in TOLD], stating()))
        yield found


def posts(library: Library) -> list[PositionView]:
    (ada,) = library.person("Ada Moreno").found
    (quanta,) = library.organization("Quanta").found
    assert ada.positions == quanta.positions
    assert any(post.role for stay in ada.career.stays for post in stay.posts) == bool(ada.positions)
    return list(ada.positions)


def money(library: Library) -> list[FactView]:
    return library.facts()


EITHER = pytest.mark.parametrize(("sort", "record"), [("position", posts), ("fact", money)])


@EITHER
def test_a_rejected_post_or_fact_leaves_the_record_and_comes_back(
    stated: Library, sort: str, record: Callable[[Library], list[PositionView] | list[FactView]]
) -> None:
    (doubt,) = stated.desk.claims(sort=sort)
    assert (doubt.sort, len(record(stated))) == (sort, 1)
    deed = stated.desk.judge(doubt.article, doubt.key, "wrong", reviewer="Carla", reason="misread")
    assert record(stated) == []
    assert stated.desk.claims(sort=sort) == []
    article = stated.article("one")
    assert article is not None
    assert len(article.reading.positions) + len(article.reading.facts) == 1
    (logged,) = stated.desk.deeds()
    assert (logged.author, logged.action, logged.reason) == ("Carla", "wrong", "misread")
    assert (
        "chief scientist, Quanta, current (one)" if sort == "position" else "funding, $2 million (one)"
    ) in logged.about
    assert logged.made_at.endswith("Z")
    stated.desk.undo(deed, reviewer="Dora")
    assert len(record(stated)) == 1
    assert [found.key for found in stated.desk.claims(sort=sort)] == [doubt.key]


@EITHER
def test_a_confirmed_post_or_fact_is_sure(
    stated: Library, sort: str, record: Callable[[Library], list[PositionView] | list[FactView]]
) -> None:
    (doubt,) = stated.desk.claims(sort=sort)
    assert [found.confidence for found in record(stated)] == [0.4]
    stated.desk.judge(doubt.article, doubt.key, "right", reviewer="Carla")
    assert [found.confidence for found in record(stated)] == [1.0]
    assert stated.desk.claims(sort=sort) == []


@EITHER
def test_a_verdict_on_a_post_or_fact_holds_after_rebuild_upgrade_and_merge(
    stated: Library, sort: str, record: Callable[[Library], list[PositionView] | list[FactView]]
) -> None:
    (doubt,) = stated.desk.claims(sort=sort)
    stated.desk.judge(doubt.article, doubt.key, "wrong", reviewer="Carla")
    stated.rebuild()
    assert record(stated) == []
    again = [document("one", published="2025-05-01")]
    assert [added.outcome for added in stated.add(again, stating("2", sure=0.6))] == ["updated"]
    assert record(stated) == []
    stated.desk.merge(entity(stated, "Ada Moreno"), entity(stated, "Ada M. Moreno-Ruiz"), reviewer="Carla")
    assert record(stated) == []
    list(stated.add(again, stating("3", role="head of design", amount="$3 million")))
    assert len(record(stated)) == 1  # another post, another sum: another claim


def test_all_that_an_article_claims_is_judged_however_sure(stated: Library) -> None:
    found = stated.desk.claims_of("one")
    assert [claim.sort for claim in found] == ["move", "move", "position", "fact"]
    assert [claim.claim.confidence for claim in found[:2]] == [0.3, 0.95]
    stated.desk.judge("one", found[1].key, "wrong", reviewer="Carla")
    assert [claim.sort for claim in stated.desk.claims_of("one")] == ["move", "position", "fact"]
    assert stated.desk.claims_of("none") == []
    with pytest.raises(TalentflowError, match="no sort of claims"):
        stated.desk.claims(sort="group")


def test_who_is_hidden_has_no_post_or_fact_at_the_desk(stated: Library) -> None:
    stated.hiding.hide("Ada Moreno", author="root", reason="asked")
    assert stated.desk.claims(sort="position") == []
    assert len(stated.desk.claims(sort="fact")) == 1
    assert not any("Moreno" in str(claim) for claim in stated.desk.claims_of("one"))
