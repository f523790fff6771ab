"""Hiding people who ask to be removed, and showing them again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection

from talentflow.app.veil import veil_of
from talentflow.model import TalentflowError
from talentflow.store import Database
from talentflow.store.articles import get_articles
from talentflow.store.columns import plain
from talentflow.store.deeds import insert_deed, mark_undone
from talentflow.store.entities import get_entities, names_of_entity
from talentflow.store.hiding import (
    HiddenRow,
    article_ids,
    hidden_rows,
    insert_hidden,
    members_of_story,
    rename_article,
    withdraw_hidden,
)
from talentflow.store.move_queries import MoveQuery, find_moves
from talentflow.store.names import get_names, names_of
from talentflow.store.stale import mark_stale
from talentflow.text.fold import search_key

Find = Callable[[Connection, str], list[str]]


@dataclass(frozen=True, slots=True)
class HiddenView:
    """Somebody who is hidden, with who hid them, when and why."""

    name: str
    author: str
    made_at: str
    reason: str


class Hiding:
    """Who is hidden in one database; `find` gives the ids of the people who bear a name."""

    def __init__(self, database: Database, refresh: Callable[[], None], find: Find) -> None:
        self._database = database
        self._refresh = refresh
        self._find = find

    def hide(self, name: str, *, author: str, reason: str = "") -> tuple[HiddenView, bool]:
        """Hide a person, by name in any script or by id, everywhere and in whatever is read later.

        Also says whether the record knew the person. Raises TalentflowError where several bear the name.
        """
        name = " ".join(plain(name).split())
        self._refresh()
        with self._database.writing() as connection:
            known = sorted(get_entities(connection, self._find(connection, name)))
            if len(known) > 1:
                raise TalentflowError(f"{name}: several bear this name. Give the id of one: {', '.join(known)}.")
            usual, keys, spellings = name, set[str](), {search_key(name)}
            for entity in known:
                row = get_entities(connection, [entity])[entity]
                usual = row.name or row.mention
                keys = {found.key for found in names_of(connection, entity)}
                spellings = {search_key(written) for written, _ in names_of_entity(connection, entity)}
                _mark(connection, entity)
            if not known and len(search_key(name).split()) < 2 and name.isascii():
                raise TalentflowError(f"{name}: nobody of this name is known, and one word may be anybody's.")
            deed = insert_deed(connection, author, "hidden", usual, plain(reason))
            insert_hidden(connection, deed, usual, keys, spellings - {""})
            _rename_articles(connection)
            row_now = next(row for row in hidden_rows(connection) if row.deed == deed)
        self._refresh()
        return _view(row_now), bool(known)

    def show_again(self, name: str, *, author: str, reason: str = "") -> HiddenView:
        """Hide a person no longer, by a name that was hidden. Raises TalentflowError where nobody of it is."""
        wanted = search_key(plain(name))
        with self._database.writing() as connection:
            rows = [row for row in hidden_rows(connection) if wanted in {search_key(row.name), *row.spellings}]
            if not rows:
                raise TalentflowError(f"{name}: nobody of this name is hidden. List them with: talentflow hide --list")
            for row in rows:
                withdraw_hidden(connection, row.key)
                mark_undone(connection, row.deed)
                insert_deed(connection, author, "shown again", row.name, plain(reason))
            found = get_names(connection, {key for row in rows for key in row.names}).values()
            back = sorted({name_row.entity for name_row in found if name_row.entity is not None})
        # Once for their moves, and once more for whatever is only told by these: an employer without a name.
        for _ in range(2):
            with self._database.writing() as connection:
                for entity in back:
                    _mark(connection, entity)
            self._refresh()
        return _view(rows[0])

    def all(self) -> list[HiddenView]:
        """All who are hidden now."""
        with self._database.reading() as connection:
            return [_view(row) for row in hidden_rows(connection)]


def _rename_articles(connection: Connection) -> None:
    """Give articles whose own id spells the name of somebody who is hidden another, and have their stories made anew.

    They keep it when the person is shown again: whoever has cited it meanwhile still finds the article.
    """
    veil = veil_of(connection)
    for key, identity in article_ids(connection):
        words = veil.address(identity, key)
        if words is not None:
            continue
        (stored,) = get_articles(connection, [key]).values()
        new = veil.article_id(stored.document)
        if new != identity:
            mark_stale(connection, "article", map(str, members_of_story(connection, identity)))
            rename_article(connection, identity, new)


def _mark(connection: Connection, entity: str) -> None:
    """Have a person worked out anew, with the organizations without a name that are theirs alone."""
    ends = {end for move in find_moves(connection, MoveQuery(people=[entity])) for end in (move.from_org, move.to_org)}
    mark_stale(connection, "person", [entity])
    mark_stale(connection, "entity", [entity, *(end for end in ends if end is not None)])


def _view(row: HiddenRow) -> HiddenView:
    return HiddenView(row.name, row.author, row.made_at, row.reason)
