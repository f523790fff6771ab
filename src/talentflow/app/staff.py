"""An organization's people: its figures over time, and its roster with how long everybody was there.

What is shown of a person is worked out of all that is told of that person, for as many as are asked for; whom to show
is told by the moves alone and by the posts that newer articles state, so that thousands of people cost little.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from talentflow import insight
from talentflow.app.brief import AsSeen
from talentflow.app.careers import posts_of, show_conflicts, show_stays
from talentflow.app.identity import Names
from talentflow.app.parties import party
from talentflow.app.present import positions_of
from talentflow.app.remembered import Remembered
from talentflow.app.views import (
    EndView,
    FounderView,
    PartyView,
    PositionView,
    ProfileView,
    QuarterView,
    RetentionView,
    RosterRowView,
    RosterView,
    UnitView,
)
from talentflow.ledger import career_of
from talentflow.model import Career, Gap, Move, PartialDate, Stay
from talentflow.store.entities import EntityRow, get_entities
from talentflow.store.mentions import mention_ids_of_entities
from talentflow.store.move_queries import MoveQuery, find_moves
from talentflow.store.moves import days_of_moves
from talentflow.store.staff import Placed, placed_at

PARTS = ("there", "left")
_STEPS = (*insight.CHANGES, "change")
_NEWEST = 500  # mentions of an organization that are looked through for those whom only stated posts place there
_DAYS = (182, 365, 730)  # after which somebody is still there or is not
_FOUNDED = "founder"  # in every post of one who founded, as posts are written


def profile(connection: Connection, remembered: Remembered, names: Names, row: EntityRow) -> ProfileView:
    """An organization in figures."""
    brief = remembered.brief(connection)
    return brief.once(("profile", row.id), lambda: _profile(connection, brief, names, row), _about)


def _about(view: ProfileView) -> set[str]:
    """Whoever is named there; their moves are those of the organization."""
    ends = {end.organization.id for end in (*view.sources, *view.goals)}
    return {view.id, *ends, *(found.person.id for found in view.founders), *(unit.id for unit in view.units)}


def _profile(connection: Connection, brief: AsSeen, names: Names, row: EntityRow) -> ProfileView:
    moves = insight.changes(brief.moves_at(row.id))
    came = [move for move in moves if move.to_org == row.id]
    left = [move for move in moves if move.from_org == row.id]
    quarters, undated = insight.quarters_of(moves, row.id)
    above, units = _family(connection, names, row)
    return ProfileView(
        id=row.id,
        name=row.name,
        came=len(came),
        left=len(left),
        quarters=tuple(QuarterView(*found.months, len(found.came), len(found.left)) for found in quarters),
        undated=undated,
        sources=_ends(brief, (move.from_org for move in came)),
        goals=_ends(brief, (move.to_org for move in left)),
        retention=_retention(connection, brief, moves, row.id),
        founders=_founders(connection, brief, moves, row.id),
        parent=above,
        units=units,
    )


def _ends(brief: AsSeen, found: Iterable[str | None]) -> tuple[EndView, ...]:
    """Each organization with how many moves, the most first."""
    counts = Counter(end for end in found if end is not None)
    parties = brief.parties
    views = [EndView(parties.get(end) or PartyView(end, None, end), count) for end, count in counts.items()]
    return tuple(sorted(views, key=lambda view: (-view.moves, str(view.organization))))


def _retention(
    connection: Connection, brief: AsSeen, moves: Sequence[Move], organization: str
) -> tuple[RetentionView, ...]:
    days = brief.figure("days", lambda: days_of_moves(connection))
    if days is None:
        return ()
    end = PartialDate.parse(days[1]).last_day
    came = {move.person for move in moves if move.to_org == organization}
    by_person = brief.timeline.by_person
    ended = {stay.came.id: stay for person in came for stay in insight.stays_of(by_person.get(person, ()))}
    found = [insight.kept_by(moves, organization, after, end, ended) for after in _DAYS]
    return tuple(
        RetentionView(
            days=kept.days,
            until=kept.until.isoformat(),
            came=len(kept.came),
            stayed=len(kept.came) - len(kept.left),
            share=round(kept.share, 3),
            arrivals=kept.came,
            departures=kept.left,
        )
        for kept in found
        if kept is not None
    )


def _placed(connection: Connection, brief: AsSeen, organization: str) -> dict[str, Placed]:
    return brief.once(
        ("placed", organization),
        lambda: placed_at(connection, organization, _NEWEST, _FOUNDED),
        lambda _: [organization],
    )


def _founders(
    connection: Connection, brief: AsSeen, moves: Sequence[Move], organization: str
) -> tuple[FounderView, ...]:
    """Who is told to have founded it: by a move, or by a post that newer articles state."""
    told = {move.person: move for move in moves if move.kind == "found" and move.to_org == organization}
    placed = _placed(connection, brief, organization)
    stated = [person for person, found in placed.items() if found.has_post and person not in told]
    entities = get_entities(connection, [*told, *stated])
    found = [FounderView(party(entities, person), move.date, move.id) for person, move in told.items()]
    found.sort(key=lambda view: (view.date or "9999", str(view.person)))
    return (*found, *(FounderView(party(entities, person), None, None) for person in stated))


def _family(connection: Connection, names: Names, row: EntityRow) -> tuple[UnitView | None, tuple[UnitView, ...]]:
    """Whom an organization belongs to, and those that belong to it, by the registry."""
    known = names.registry.organizations
    own = known.get(row.id)
    above = known.get(own.parent) if own is not None and own.parent is not None else None
    below = sorted((org for org in known.values() if org.parent == row.id), key=lambda org: org.name.casefold())
    told = get_entities(connection, [org.id for org in (*below, *([above] if above is not None else []))])
    views = [UnitView(org.id, org.name, org.is_unit, org.id in told) for org in below]
    parent = None
    if above is not None and own is not None:
        parent = UnitView(above.id, above.name, own.is_unit, above.id in told)
    return parent, tuple(views)


def roster(
    connection: Connection, remembered: Remembered, names: Names, row: EntityRow, part: str | None, place: slice
) -> RosterView:
    """The people of an organization at these places; `part` is one of PARTS or None for all."""
    brief = remembered.brief(connection)
    there, left = brief.once(
        ("people", row.id),
        lambda: _people(_placed(connection, brief, row.id), brief.moves_at(row.id), row.id),
        lambda _: [row.id],
    )
    wanted = {None: [*there, *left], "there": there, "left": left}[part][place]
    return RosterView(tuple(_rows_at_hand(connection, brief, names, row, wanted)), len(there), len(left))


def _people(placed: Mapping[str, Placed], moves: Sequence[Move], organization: str) -> tuple[list[str], list[str]]:
    """Who is with an organization and who left it, by the last that is told of each, the newest first."""
    last: dict[str, tuple[date, bool]] = {}
    for move in moves:
        if move.status != "done" or move.kind not in _STEPS:
            continue
        day = insight.first_day(move) or date.min
        is_there = move.to_org == organization or move.kind == "change"
        # Of two steps on one day the arrival counts: whoever changed posts or came back is there.
        last[move.person] = max(last.get(move.person, (date.min, False)), (day, is_there))
    order = sorted(last, key=lambda person: (-last[person][0].toordinal(), person))
    there = [person for person in order if last[person][1]]
    left = [person for person in order if not last[person][1]]
    there += [person for person, found in placed.items() if found.goes_on and person not in last]
    left += [person for person, found in placed.items() if not found.goes_on and person not in last]
    return there, left


def _rows_at_hand(
    connection: Connection, brief: AsSeen, names: Names, row: EntityRow, people: Sequence[str]
) -> list[RosterRowView]:
    """What `_rows` gives, of each of these people from the last time where nothing has changed."""
    found: dict[str, RosterRowView | None] = {}
    for person in people:
        kept = brief.shown(("roster", row.id, person))
        if kept is not None:
            found[person] = kept[0]
    missing = [person for person in people if person not in found]
    made = {view.id: view for view in _rows(connection, names, row, missing)}
    for person in missing:
        view = found[person] = made.get(person)
        orgs = [] if view is None else [stay.org.id for stay in view.stays]
        orgs += [] if view is None else [org.id for conflict in view.conflicts for org in conflict.orgs]
        brief.keep_shown(("roster", row.id, person), (view,), [person, row.id, *orgs])
    return [view for person in people if (view := found[person]) is not None]


def _rows(connection: Connection, names: Names, row: EntityRow, people: Sequence[str]) -> list[RosterRowView]:
    """What is told of these people's time with an organization, or with those that belong to it."""
    if not people:
        return []
    moves: dict[str, list[Move]] = defaultdict(list)
    for move in find_moves(connection, MoveQuery(people=people)):
        moves[move.person].append(move)
    posts: dict[str, list[PositionView]] = defaultdict(list)
    for view in positions_of(connection, mention_ids_of_entities(connection, people)):
        posts[view.person.id].append(view)
    head = names.family(row.id)
    careers = {
        person: _there(career_of(person, moves[person], posts_of(posts[person]), names.family), names, head)
        for person in people
    }
    stays = show_stays(connection, [stay for career in careers.values() for stay in career.stays])
    conflicts = show_conflicts(connection, [found for career in careers.values() for found in career.conflicts])
    entities = get_entities(connection, people)
    views = [
        RosterRowView(
            id=person,
            person=party(entities, person),
            is_there=any(stay.is_open for stay in careers[person].stays),
            stays=tuple(stay for stay in stays if stay.person.id == person),
            gaps=careers[person].gaps,
            conflicts=tuple(found for found in conflicts if found.person.id == person),
        )
        for person in people
    ]
    return [view for view in views if view.stays]


def _there(career: Career, names: Names, head: str) -> Career:
    """What of a career line is about the organizations of one family."""
    stays = tuple(stay for stay in career.stays if names.family(stay.org) == head)
    conflicts = tuple(found for found in career.conflicts if head in map(names.family, found.orgs))
    return Career(stays, tuple(gap for gap in career.gaps if _touches(gap, stays)), conflicts)


def _touches(gap: Gap, stays: Iterable[Stay]) -> bool:
    return any(_is(stay.since, gap.until, first=True) or _is(stay.until, gap.since, first=False) for stay in stays)


def _is(day: str | None, bound: str, *, first: bool) -> bool:
    if day is None:
        return False
    when = PartialDate.parse(day)
    return (when.first_day if first else when.last_day).isoformat() == bound


__all__ = ["PARTS", "profile", "roster"]
