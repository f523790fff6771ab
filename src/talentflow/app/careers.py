"""Career lines and rosters as views."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.app.parties import party
from talentflow.app.views import CareerView, ConflictView, PositionView, StayView
from talentflow.ledger import career_of, roster_of
from talentflow.model import Conflict, HeldPost, Move, Stay
from talentflow.store.entities import EntityRow, get_entities
from talentflow.store.knowing import iso_date


def show_career(
    connection: Connection, names: Names, row: EntityRow, moves: Sequence[Move], positions: Sequence[PositionView]
) -> CareerView:
    """The career line of a person, or the roster of an organization, out of its moves and stated posts."""
    posts = posts_of(positions)
    career = (
        career_of(row.id, moves, posts, names.family)
        if row.sort == "person"
        else roster_of([row.id], moves, posts, names.family)
    )
    return CareerView(
        tuple(show_stays(connection, career.stays)), career.gaps, tuple(show_conflicts(connection, career.conflicts))
    )


def posts_of(positions: Iterable[PositionView]) -> list[HeldPost]:
    """Stated posts as the ledger takes them in."""
    return [
        HeldPost(
            person=view.person.id,
            org=view.org.id,
            role=view.role,
            when=view.when,
            since=view.since,
            until=view.until,
            seen_on=iso_date(view.published),
            article=view.article,
        )
        for view in positions
        if view.org is not None
    ]


def show_stays(connection: Connection, stays: Sequence[Stay]) -> list[StayView]:
    """Stays as views, in the same order."""
    entities = get_entities(connection, {entity for stay in stays for entity in (stay.person, stay.org)})
    return [
        StayView(
            person=party(entities, stay.person),
            org=party(entities, stay.org),
            since=stay.since,
            until=stay.until,
            since_by=stay.since_by,
            until_by=stay.until_by,
            seen_on=stay.seen_on,
            is_open=stay.is_open,
            posts=stay.posts,
            moves=stay.moves,
            articles=stay.articles,
        )
        for stay in stays
    ]


def show_conflicts(connection: Connection, conflicts: Sequence[Conflict]) -> list[ConflictView]:
    """Conflicts as views, in the same order."""
    ids = {entity for conflict in conflicts for entity in (conflict.person, *conflict.orgs)}
    entities = get_entities(connection, ids)
    return [
        ConflictView(
            sort=conflict.sort,
            person=party(entities, conflict.person),
            orgs=tuple(party(entities, org) for org in conflict.orgs),
            words=conflict.words,
            versions=conflict.versions,
            moves=conflict.moves,
            articles=conflict.articles,
        )
        for conflict in conflicts
    ]
