"""What reviewers do at the desk: claims confirmed and rejected, names merged and split, and all of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from talentflow.app import Library
from talentflow.model import MoveClaim, TalentflowError
from talentflow.registry import Registry
from tests.app.make import document, move
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
