"""The record as it stood on a day."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from talentflow.app import Library, MoveFilter, MoveView, StatusView, people
from talentflow.app.then import last_day
from talentflow.model import Document, MoveClaim, TalentflowError
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

MARCH = "On Monday Ada Moreno was said to leave Borealis for Quanta, which 1,400 people would have noticed by then."


@pytest.fixture
def library(tmp_path: object) -> Iterator[Library]:
    documents = [
        document("rumour", published="2025-03-01"),
        document("fact", published="2025-04-10"),
        document("copy", f"{MARCH} Copied.", published="2025-05-01"),
        document("first", f"{MARCH}", published="2025-03-02"),
        document("other", published="2024"),
    ]
    claims = {
        "rumour": [move("Ada Moreno", "Borealis", "Quanta", status="rumored")],
        "first": [move("Ada Moreno", "Borealis", "Quanta", status="rumored")],
        "fact": [move("Ada Moreno", "Borealis", "Quanta", date="2025-04-09")],
        "copy": [move("Ada Moreno", "Borealis", "Quanta", status="rumored"), move("Boris Ilin", "Borealis", None)],
        "other": [move("Carla Diaz", "Borealis", "Quanta", date="2024-01")],
    }
    with Library("sqlite://", registry=Registry()) as found:
        list(found.add(documents, ScriptedReader(claims)))
        yield found


def shown(library: Library, as_of: str | None, **wanted: str) -> list[str]:
    found = library.moves(MoveFilter(as_of=as_of, **wanted))
    return sorted(f"{view.person} {view.status} {view.date} {view.origins}" for view in found)


@pytest.mark.parametrize(
    ("as_of", "moves"),
    [
        ("2024-12-30", []),
        ("2024", ["Carla Diaz done 2024-01 1"]),
        ("2025-03-01", ["Ada Moreno rumored None 1", "Carla Diaz done 2024-01 1"]),
        ("2025-03", ["Ada Moreno rumored None 2", "Carla Diaz done 2024-01 1"]),
        ("2025-04-10", ["Ada Moreno done 2025-04-09 3", "Carla Diaz done 2024-01 1"]),
        (None, ["Ada Moreno done 2025-04-09 3", "Boris Ilin done None 1", "Carla Diaz done 2024-01 1"]),
    ],
)
def test_moves_as_of_a_day(library: Library, as_of: str | None, moves: list[str]) -> None:
    assert shown(library, as_of) == moves
    assert shown(library, as_of, organization="Borealis") == moves
    assert shown(library, as_of, person="Ada Moreno") == [line for line in moves if line.startswith("Ada")]
    assert shown(library, as_of, until="2024") == [line for line in moves if line.startswith("Carla")]


def test_people_and_organizations_as_of_a_day(library: Library) -> None:
    (ada,) = library.person("Ada Moreno", as_of="2025-03").found
    assert [view.status for view in ada.moves] == ["rumored"]
    assert [name.articles for name in ada.names] == [2]
    assert {why.article for why in ada.judgements} == {"rumour", "first"}
    assert library.person("Boris Ilin", as_of="2025-04").found == ()
    (borealis,) = library.organization("Borealis", as_of="2024").found
    assert [str(view.person) for view in borealis.moves] == ["Carla Diaz"]


def test_everything_else_as_of_a_day(library: Library) -> None:
    status = library.status(as_of="2025-03")
    assert (status.articles, status.claims, status.moves, status.people, status.origins) == (3, 3, 2, 2, 3)
    ledger = library.export_ledger(as_of="2025-03")
    assert [article["id"] for article in ledger["articles"]] == ["other", "rumour", "first"]
    assert {found["name"] for found in ledger["entities"]} == {"Ada Moreno", "Carla Diaz", "Borealis", "Quanta"}
    assert library.article("fact", as_of="2025-03") is None
    first = library.article("first", as_of="2025-04")
    assert first is not None
    assert first.same_origin == ()
    assert library.article("first").same_origin == ("copy",)  # type: ignore[union-attr]


def test_what_is_no_date_is_refused(library: Library) -> None:
    with pytest.raises(TalentflowError, match="not a date"):
        library.moves(MoveFilter(as_of="spring"))


PEOPLE = ("Ada Moreno", "Boris Ilin", "Carla Diaz", "Dan Levy", "Eva Brandt", "Finn Aalto", "Gita Rao")
ORGANIZATIONS = ("Borealis", "Quanta", "Umbra")


def told(views: list[MoveView]) -> list[tuple[object, ...]]:
    return [
        (view.id, str(view.person), view.kind, view.status, view.date, view.known_on, view.origins, view.confidence,
         view.articles, view.history)
        for view in views
    ]  # fmt: skip


def counted(library: Library, as_of: str | None = None) -> StatusView:
    return replace(library.status(as_of=as_of), url="")


def counted_of(documents: list[Document], claims: dict[str, list[MoveClaim]]) -> StatusView:
    with Library("sqlite://", registry=Registry()) as former:
        list(former.add(documents, ScriptedReader(claims)))
        return counted(former)


@pytest.mark.parametrize(
    ("seed", "most"), [(0, people._MOST_COUNTED), (1, people._MOST_COUNTED), (2, 12), (3, -1)], ids=str
)
def test_a_day_is_answered_as_by_a_record_of_the_articles_of_then(
    seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether somebody's moves are counted for each day when they are made, or, where that is much work, when asked."""
    monkeypatch.setattr(people, "_MOST_COUNTED", most)
    chance = random.Random(seed)
    documents, claims = [], {}
    for number in range(45):
        name, day = f"a{number}", f"2024-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
        text = MARCH if chance.random() < 0.15 else ""  # some go back to one text
        documents.append(document(name, f"{text} {name}" if text else "", published=day))
        claims[name] = [
            move(
                chance.choice(PEOPLE), *chance.sample([*ORGANIZATIONS, None], 2) if chance.random() < 0.3
                else chance.sample(ORGANIZATIONS, 2),
                status=chance.choice(("done", "done", "rumored", "denied", "planned")),
                date=chance.choice((None, None, "2024", "2025-02", f"2024-{chance.randint(1, 12):02d}-05")),
            )
            for _ in range(chance.randint(1, 2))
        ]  # fmt: skip
    with Library("sqlite://", registry=Registry()) as library:
        # What is counted of a day holds for others too, until more articles come that tell of it.
        list(library.add(documents[:30], ScriptedReader(claims)))
        for day in ("2024-03", "2024-06-15", "2024-09", "2024"):
            then = [one for one in documents[:30] if (one.published or "") <= last_day(day)]
            assert counted(library, as_of=day) == counted_of(then, claims), day
        list(library.add(documents, ScriptedReader(claims)))
        for day in ("2024-02-10", "2024-05-31", "2024-07", "2024-11-30", "2024"):
            until = last_day(day)
            then = [one for one in documents if (one.published or "") <= until]
            assert counted(library, as_of=day) == counted(library, as_of=day) == counted_of(then, claims), day
            with Library("sqlite://", registry=Registry()) as former:
                list(former.add(then, ScriptedReader(claims)))
                for wanted in (
                    MoveFilter(),
                    MoveFilter(limit=3),
                    MoveFilter(limit=4, skip=5),
                    MoveFilter(sort="known", limit=4, skip=2),
                    MoveFilter(sort="origins", limit=6),
                    MoveFilter(organization="Quanta", limit=3, skip=1),
                    MoveFilter(person="Boris Ilin"),
                    MoveFilter(status=("done",), since="2024-03", limit=5),
                ):
                    asked = replace(wanted, as_of=day)
                    assert told(library.moves(asked)) == told(former.moves(wanted)), (day, wanted)
                found = library.moves(MoveFilter(as_of=day, limit=2))
                if found:
                    rest = library.moves(MoveFilter(as_of=day, limit=100, after=found[-1].id))
                    assert told([*found, *rest]) == told(former.moves())
                assert library.status(as_of=day).moves == len(former.moves())


@pytest.mark.parametrize("seed", range(3))
def test_stories_of_a_day_are_those_of_its_articles(seed: int) -> None:
    """Copies that come later bring texts together, and news that was told again opens and closes stories."""
    chance = random.Random(seed)
    texts = [f"{MARCH} {word}" for word in ("", "Here is what is known of it so far.")]
    documents, claims = [], {}
    for number in range(36):
        name, day = f"a{number}", f"2024-03-{chance.randint(1, 28):02d}"
        published = chance.choice((day, day, day, day, "2024-03", None))
        text = f"{chance.choice(texts)} {name}" if chance.random() < 0.5 else ""
        documents.append(document(name, text, published=published))
        claims[name] = [
            move(chance.choice(PEOPLE[:3]), *chance.sample(ORGANIZATIONS, 2), status=chance.choice(("done", "rumored")))
            for _ in range(chance.randint(1, 3))
        ]
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(documents, ScriptedReader(claims)))
        for day in range(3, 30, 6):
            until = f"2024-03-{day:02d}"
            then = [one for one in documents if one.published and last_day(one.published) <= until]
            assert counted(library, as_of=until) == counted_of(then, claims), until


def test_a_later_article_does_not_make_one_start_up_of_two_before_it_came() -> None:
    """What has no name is one a person and story; two stories are one once later copies tell common news."""
    start_up = mention("her own start-up", None)
    given_up = move("Ada Moreno", start_up, None, kind="change", status="planned", date="2025-03-04")
    common = move("Boris Ilin", "Borealis", "Quanta")
    reader = ScriptedReader(
        {"claim": [given_up], "claim copied": [common], "hint copied": [common]}, hints={"hint": [given_up]}
    )
    other = "Meta has hired people whom nobody had heard of, and by the end of summer it will hire 2,600 of them."
    documents = [
        document("claim", MARCH, published="2025-03-01"),
        document("hint", other, published="2025-03-01"),
        document("claim copied", f"{MARCH} Copied.", published="2025-03-03"),
        document("hint copied", f"{other} Copied.", published="2025-03-05"),
    ]
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(documents[:2], reader))
        before = shown(library, None)
        assert before == ["Ada Moreno planned 2025-03-04 1"]
        list(library.add(documents[2:], reader))
        assert "Ada Moreno planned 2025-03-04 2" in shown(library, None)
        assert shown(library, "2025-03-02") == before
