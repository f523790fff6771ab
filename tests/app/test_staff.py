"""An organization's people: figures, founders, units, and the roster with tenure, gaps and conflicts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from talentflow.app import Library
from talentflow.app.views import RosterView
from talentflow.model import Document, PositionClaim, Reading
from tests.app.make import document, mention, move

META = "meta"


class Teller:
    """Knows what each article tells."""

    name = "teller"
    version = "1"

    def __init__(self, told: dict[str, Reading]) -> None:
        self.told = told

    def read(self, document: Document) -> Reading:
        """What was given for it."""
        return self.told[document.id]


def _told(name: str, *claims: object) -> Reading:
    moves = tuple(claim for claim in claims if not isinstance(claim, PositionClaim))
    posts = tuple(claim for claim in claims if isinstance(claim, PositionClaim))
    return Reading(name, "en", "teller 1", moves, posts)  # type: ignore[arg-type]


META_ORG = mention("Meta", listed="meta")
TOLD = {
    "founded": ("2019-05-02", _told("founded", move("Lin Osei", None, META_ORG, kind="found", date="2019"))),
    "came": ("2024-01-10", _told("came", move("Ada Moreno", "Cedar", META_ORG, date="2024-01-08"))),
    "left": ("2025-03-02", _told("left", move("Ada Moreno", META_ORG, None, date="2025-03-01"))),
    "back": ("2025-09-02", _told("back", move("Ada Moreno", None, META_ORG, date="2025-09-01"))),
    "gone": ("2025-02-02", _told("gone", move("Boris Ilin", META_ORG, "Quanta Works", date="2025-02-01"))),
    "still": (
        "2025-08-20",
        _told("still", PositionClaim(mention("Boris Ilin"), META_ORG, "researcher", "current")),
    ),
    "post": (
        "2025-10-10",
        _told(
            "post",
            PositionClaim(mention("Carla Roth"), META_ORG, "co-founder and chief executive officer", "current"),
            PositionClaim(mention("Emil Umarov"), META_ORG, "adviser", "past"),
        ),
    ),
    "rumour": ("2025-10-11", _told("rumour", move("Goran Sato", "Cedar", META_ORG, status="rumored"))),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A record of all that."""
    with Library(str(tmp_path_factory.mktemp("staff") / "staff.db")) as library:
        reader = Teller({name: reading for name, (_, reading) in TOLD.items()})
        documents = [document(name, published=day) for name, (day, _) in TOLD.items()]
        assert {added.outcome for added in library.add(documents, reader)} == {"added"}
        yield library


def _names(roster: RosterView | None) -> list[str]:
    assert roster is not None
    return [str(row.person) for row in roster.people]


def test_the_roster_has_who_is_there_first_and_then_who_left(library: Library) -> None:
    roster = library.roster(META)
    assert _names(roster) == ["Ada Moreno", "Lin Osei", "Carla Roth", "Boris Ilin", "Emil Umarov"]
    assert roster is not None
    assert (roster.there, roster.left) == (3, 2)
    assert [row.is_there for row in roster.people] == [True, True, True, False, False]
    assert _names(library.roster(META, part="there")) == ["Ada Moreno", "Lin Osei", "Carla Roth"]
    assert _names(library.roster(META, part="left", limit=1, skip=1)) == ["Emil Umarov"]
    assert _names(library.roster(META, skip=5)) == []


def test_somebody_who_came_back_has_two_stays_and_the_time_between(library: Library) -> None:
    roster = library.roster(META)
    assert roster is not None
    ada = roster.people[0]
    assert [(stay.since, stay.until) for stay in ada.stays] == [("2024-01-08", "2025-03-01"), ("2025-09-01", None)]
    assert [(gap.since, gap.until) for gap in ada.gaps] == [("2025-03-01", "2025-09-01")]


def test_somebody_said_to_be_there_after_having_left_is_a_conflict(library: Library) -> None:
    roster = library.roster(META, part="left")
    assert roster is not None
    (boris, emil) = roster.people
    assert [conflict.sort for conflict in boris.conflicts] == ["after"]
    assert (emil.conflicts, emil.stays[0].until_by) == ((), "2025-10-10")


def test_the_profile_counts_what_is_done_and_names_the_moves(library: Library) -> None:
    profile = library.profile(META)
    assert profile is not None
    assert (profile.came, profile.left) == (3, 2)
    told = [(row.since, row.came, row.left) for row in profile.quarters if row.came or row.left]
    assert told == [("2024-01", 1, 0), ("2025-01", 0, 2), ("2025-07", 1, 0)]
    assert profile.undated == 1
    assert [(str(end.organization), end.moves) for end in profile.goals] == [("Quanta Works", 1)]
    assert [(str(end.organization), end.moves) for end in profile.sources] == [("Cedar", 1)]
    (half, year) = profile.retention
    assert [(row.days, row.came, row.stayed, row.share) for row in (half, year)] == [(182, 1, 1, 1.0), (365, 1, 1, 1.0)]
    assert [str(found.person) for found in library.moves_by_id(half.arrivals)] == ["Ada Moreno"]


def test_founders_are_told_by_moves_and_by_posts(library: Library) -> None:
    profile = library.profile(META)
    assert profile is not None
    assert [(str(row.person), row.date, row.move is None) for row in profile.founders] == [
        ("Lin Osei", "2019", False),
        ("Carla Roth", None, True),
    ]


def test_units_come_from_the_registry(library: Library) -> None:
    profile = library.profile(META)
    assert profile is not None
    assert profile.parent is None
    assert ("fair", True, False) in {(unit.id, unit.is_unit, unit.is_told) for unit in profile.units}


def test_a_change_of_the_record_is_seen_at_once(tmp_path: Path) -> None:
    with Library(str(tmp_path / "changing.db")) as library:
        reader = Teller({name: reading for name, (_, reading) in TOLD.items()})
        list(library.add([document("came", published="2024-01-10")], reader))
        assert _names(library.roster(META, part="left")) == []
        list(library.add([document("left", published="2025-03-02")], reader))
        assert _names(library.roster(META, part="left")) == ["Ada Moreno"]
        profile = library.profile(META)
        assert profile is not None
        assert profile.left == 1


def test_nobody_has_a_roster_but_organizations(library: Library) -> None:
    person = library.person("Ada Moreno").found[0].id
    for entity in (person, "nobody"):
        assert library.roster(entity) is None
        assert library.profile(entity) is None
