"""What a large record asks for: parts of lists, what is remembered, a record kept up beside the questions."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection

from talentflow.app import InsightFilter, Library, MoveFilter, counted_then, finding, keeper, refresh, remembered
from talentflow.app.at_hand import newest_at_hand
from talentflow.app.filtered import query_for
from talentflow.app.paging import in_order_of
from talentflow.app.views import SORTS
from talentflow.model import Document, PositionClaim
from talentflow.registry import Registry
from talentflow.store import search
from talentflow.store.known import days_of_entities
from talentflow.store.move_queries import MoveQuery, find_moves
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

PEOPLE = ("Ada Moreno", "Boris Ilin", "Carla Diaz", "Dan Levy", "Eva Brandt", "Finn Aalto", "Gwen Hale", "Hugo Marsh")
DAYS = ("2025-03-31", "2025-03", "2025", None, "2026-02-01", "2025-03-31", None, "2024-12")
TOLD = {
    f"news-{number}": [move(person, "Borealis" if number % 3 else None, "Quanta", date=day)]
    for number, (person, day) in enumerate(zip(PEOPLE, DAYS, strict=True))
} | {"again": [move("Ada Moreno", "Borealis", "Quanta", date="2025-03-31")]}
POSTS = {
    f"news-{number}": [PositionClaim(mention(person), mention("Borealis"), "engineer", "past")]
    for number, person in enumerate(PEOPLE)
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "large.db"


@pytest.fixture
def library(path: Path) -> Iterator[Library]:
    with Library(str(path), registry=Registry()) as found:
        published = ["2025-04-02", None, "2025-04-02", "2026-03-01"]
        documents = [
            document(name, f"Something about {name}, told at length.", published=published[place % 4])
            for place, name in enumerate(TOLD)
        ]
        list(found.add(documents, ScriptedReader(TOLD, POSTS)))
        found.refresh()
        yield found


def more() -> tuple[list[Document], ScriptedReader]:
    reader = ScriptedReader({"more": [move("Ines Roca", "Borealis", "Umbra", date="2026-05-01")]})
    return [document("more", "One more.", published="2026-05-02")], reader


@pytest.mark.parametrize("sort", SORTS)
def test_pages_put_together_are_the_whole_list_in_its_order(library: Library, sort: str) -> None:
    whole = [view.id for view in library.moves(MoveFilter(sort=sort))]
    assert len(whole) == len(set(whole)) == len(PEOPLE)
    if sort != "person":
        with library._database.reading() as connection:
            assert whole == [found.id for found in in_order_of(find_moves(connection, MoveQuery()), sort)]
    by_cursor: list[str] = []
    while part := library.moves(MoveFilter(sort=sort, limit=3, after=by_cursor[-1] if by_cursor else None)):
        by_cursor += [view.id for view in part]
    by_count = [
        view.id for skip in range(0, len(whole), 3) for view in library.moves(MoveFilter(sort=sort, limit=3, skip=skip))
    ]
    assert by_cursor == by_count == whole
    assert [view.id for view in library.each_move(MoveFilter(sort=sort))] == whole


@pytest.mark.parametrize(
    "wanted",
    [
        MoveFilter(organization="Labs"),
        MoveFilter(to="Labs", since="2025-03"),
        MoveFilter(from_="Labs", to="Quanta Labs"),
        MoveFilter(person="Moreno"),
        MoveFilter(organization="Labs", status=("rumored",)),
        MoveFilter(organization="Labs", kind=("join",), until="2025-04"),
        MoveFilter(organization="nowhere at all"),
    ],
)
def test_the_newest_moves_are_the_same_from_memory(tmp_path: Path, wanted: MoveFilter) -> None:
    houses, days = ("Borealis Labs", "Quanta Labs", "Umbra Labs", None), ("2025-03", "2025-04-02", None, "2025-04-02")
    told = {
        f"a{number}": [
            move(
                person, houses[number % 4], houses[(number + place) % 3],
                date=days[(number * place) % 4], status=("done", "rumored")[number % 2],
            )
            for place, person in enumerate(("Ada Moreno", "Boris Ilin", "Carla Diaz"), start=1)
            if houses[number % 4] != houses[(number + place) % 3]
        ]
        for number in range(9)
    }  # fmt: skip
    path = str(tmp_path / "houses.db")
    with Library(path, registry=Registry()) as library, Library(path, registry=Registry()) as other:
        list(library.add([document(name, published="2025-05-01") for name in told], ScriptedReader(told)))
        library.prepare()
        whole = [view.id for view in other.moves(wanted)]
        for limit, skip in ((2, 0), (3, 2), (100, 0), (0, 0), (5, 100)):
            page = replace(wanted, limit=limit, skip=skip)
            with library._database.reading() as connection:
                brief = library._remembered.brief(connection)
                query = query_for(connection, library._remembered, library._names, wanted)
                picked = newest_at_hand(brief, query, skip + limit)
            assert picked == whole[: skip + limit]
            assert [view.id for view in library.moves(page)] == whole[skip : skip + limit]


def test_a_move_that_the_filter_leaves_out_is_no_place_to_go_on_from(library: Library) -> None:
    dated = MoveFilter(since="2025", until="2025")
    whole = [view.id for view in library.moves(dated)]
    outside = next(view.id for view in library.moves() if view.id not in whole)
    gone = MoveFilter(since="2025", until="2025", after=outside, skip=2)
    assert [view.id for view in library.moves(gone)] == whole[2:]


def test_what_is_remembered_ends_when_another_process_changes_the_record(library: Library, path: Path) -> None:
    library.keeps_up = False
    balance = InsightFilter("net")
    before = library.insight(balance).rows
    assert library.insight(balance).rows == before
    assert library.status().people == len(PEOPLE)
    with Library(str(path), registry=Registry()) as other:
        list(other.add(*more()))
        assert library.insight(balance).rows == before  # it is told, and not yet worked in
        other.refresh()
    assert "Umbra" in {row.label for row in library.insight(balance).rows}
    assert library.status().people == len(PEOPLE) + 1
    assert library.moves(MoveFilter(sort="person"))[-1].person.name == "Ines Roca"


def test_what_there_was_on_a_day_is_prepared_so_that_nobody_waits(
    library: Library, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now, lag = [1000.0], 15.0
    monkeypatch.setattr(remembered.time, "monotonic", lambda: now[0])
    made: list[float] = []

    def counted(connection: Connection) -> list[tuple[str, str]]:
        made.append(now[0])
        return days_of_entities(connection)

    monkeypatch.setattr(counted_then, "days_of_entities", counted)
    library.keeps_up = False
    library.may_lag(lag)
    library.prepare()

    def people() -> int:
        return library.status(as_of="2026-12-31").people

    before = people()
    with Library(str(path), registry=Registry()) as other:
        list(other.add(*more()))
        other.refresh()
        library.prepare()
        assert (people(), len(made)) == (before, 1)  # the record may go on changing
        now[0] += lag / 3
        library.prepare()
        assert (people(), len(made)) == (before + 1, 2)
        for step in range(50):  # with every second something new: now and then it is made anew all the same
            now[0] += 1
            told = ScriptedReader({f"on-{step}": [move(f"Nia Roca {step}", "Borealis", "Umbra", date="2026-05-01")]})
            list(other.add([document(f"on-{step}", f"Of {step}, at length.", published="2026-05-02")], told))
            other.refresh()
            library.prepare()
            people()
        assert len(made) == 3
        now[0] += lag * 4  # nobody has prepared it for long: whoever asks waits
        assert (people(), len(made)) == (other.status().people, 4)


def test_what_a_server_adds_is_worked_in_when_its_outcome_is_told(library: Library) -> None:
    library.keeps_up = False
    added = next(library.add(*more()))
    assert added.outcome == "added"
    assert library.moves(MoveFilter(person="Ines Roca"))


def test_the_keeper_works_in_what_somebody_left(library: Library, path: Path) -> None:
    with keeper.Keeper(library, every=0.01, longest=0.05):
        with Library(str(path), registry=Registry()) as other:
            list(other.add(*more()))
        end = time.monotonic() + 60
        while not library.moves(MoveFilter(person="Ines Roca")) and time.monotonic() < end:
            time.sleep(0.02)
        assert not library.keeps_up
        assert not library.stale()
        assert library.moves(MoveFilter(person="Ines Roca"))
    assert library.keeps_up


def test_a_keeper_whose_turn_it_is_not_leaves_it_to_another_until_it_is(library: Library, path: Path) -> None:
    turns = [False]
    list(library.add(*more()))
    with keeper.Keeper(library, every=0.01, longest=0.05, is_our_turn=lambda: turns[0]), Library(str(path)) as other:
        time.sleep(0.3)
        assert other.stale()
        assert library.keeps_up  # so that whoever asks sees what is there
        turns[0] = True
        end = time.monotonic() + 60
        while library.keeps_up and time.monotonic() < end:
            time.sleep(0.02)
        assert not other.stale()
        assert not library.keeps_up


def test_a_little_is_worked_in_whole_or_not_at_all(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    list(library.add(*more()))
    stale = library.stale()
    assert stale

    def broken(*_: object) -> None:
        raise RuntimeError("killed")

    with monkeypatch.context() as patched:
        patched.setattr(refresh, "_STEPS", (*refresh._STEPS[:-1], ("entity", broken)))
        with pytest.raises(RuntimeError):
            library.refresh()
    assert library.stale() == stale
    library.refresh()
    assert not library.stale()
    assert library.moves(MoveFilter(person="Ines Roca"))


def test_the_page_of_an_organization_counts_all_and_shows_the_newest(library: Library) -> None:
    quanta = library.moves()[0].to_org
    assert quanta is not None
    view = library.overview(quanta.id, limit=3)
    assert view is not None
    arrived = [found.id for found in library.moves(MoveFilter(to="Quanta"))]
    assert [found.id for found in view.arrived.moves] == arrived[:3]
    assert (view.arrived.count, view.arrived.done, view.left.count) == (len(PEOPLE), len(PEOPLE), 0)
    assert [(str(party), count) for party, count in view.sources] == [("Borealis", 6)]
    assert library.overview(library.moves()[0].person.id) is None


def test_a_part_of_an_organization_has_the_roster_of_the_people_in_it(library: Library) -> None:
    borealis = next(view.from_org for view in library.moves() if view.from_org is not None)
    whole, part = library.entity(borealis.id), library.entity(borealis.id, limit=2)
    assert whole is not None
    assert part is not None
    assert (len(whole.moves), len(part.moves)) == (6, 2)
    assert whole.moves_in_all == part.moves_in_all == 6
    assert part.moves == whole.moves[:2]
    assert len(part.positions) == 2
    people = {view.person.id for view in (*part.moves, *part.positions)}
    assert part.career.stays == tuple(stay for stay in whole.career.stays if stay.person.id in people)
    assert library.entity(borealis.id, limit=50) == whole


def test_of_many_bearers_those_come_of_whom_most_is_told(library: Library) -> None:
    reader = ScriptedReader({"a": [move("Zoe Moreno", "Umbra", "Tern"), move("Zoe Moreno", "Tern", "Borealis")]})
    list(library.add([document("a", "Two moves.", published="2026-06-01")], reader))
    assert [view.name for view in library.named("Moreno", "person")] == ["Ada Moreno", "Zoe Moreno"]
    assert [(view.name, view.moves) for view in library.named("Moreno", "person", limit=1)] == [("Zoe Moreno", 2)]
    assert [view.name for view in library.person("Moreno", limit=1).found] == ["Zoe Moreno"]


def test_among_very_many_names_the_near_ones_are_still_suggested(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = library.suggest("Carla Dias Xu", "person")
    monkeypatch.setattr(finding, "_MANY", 3)
    monkeypatch.setattr(finding, "_LIKELY", 2)
    assert library.suggest("Carla Dias Xu", "person")[:1] == few[:1] == ("Carla Diaz",)


def test_where_very_many_articles_match_the_newest_are_weighed_first(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = {hit.article for hit in library.search("told length")}
    assert everything == set(TOLD)
    monkeypatch.setattr(search, "_WEIGHED", 4)
    pages = [hit.article for skip in range(0, 10, 3) for hit in library.search("told length", 3, skip=skip)]
    assert pages == [hit.article for hit in library.search("told length", 100)]
    names = list(TOLD)
    assert [set(pages[start : start + 4]) for start in (0, 4, 8)] == [set(names[5:]), set(names[1:5]), {names[0]}]
