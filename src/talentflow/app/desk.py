"""The reviewers' desk: doubtful claims, names brought together and parted, and a log of it all to undo from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from talentflow.app.deciding import PAIR, decide, side_of, withdraw
from talentflow.app.veil import Veil, veil_of
from talentflow.app.verdicts import ClaimView, doubtful_claims, judge_claim, mark_articles, undecided_claims
from talentflow.app.views import SideView
from talentflow.model import TalentflowError, reasons
from talentflow.store import Database
from talentflow.store.columns import plain
from talentflow.store.decisions import decisions_of, decisions_on
from talentflow.store.deeds import DeedRow, deeds_that_stand, get_deed, insert_deed, last_deeds, mark_undone
from talentflow.store.names import NameRow, names_of
from talentflow.store.verdicts import withdraw_verdicts

_MOST_PAIRS = 400


@dataclass(frozen=True, slots=True)
class DeedView:
    """Something that somebody did: what, about what, when and why; `can_be_undone` while it stands."""

    key: int
    made_at: str
    author: str
    action: str
    about: str
    reason: str
    undone_at: str | None
    can_be_undone: bool


class Desk:
    """What reviewers see and do, over one database; see `Library.open_pairs` for pairs of names that may be one."""

    def __init__(self, database: Database, refresh: Callable[[], None]) -> None:
        self._database = database
        self._refresh = refresh

    def claims(self, limit: int = 20, *, sort: str = "move") -> list[ClaimView]:
        """Claims of one sort ("move", "position", "fact") that are not sure and not judged, the least sure first."""
        with self._database.reading() as connection:
            return doubtful_claims(connection, sort, limit)

    def claims_of(self, article: str, limit: int = 200) -> list[ClaimView]:
        """All that an article is held to claim and that nobody has judged, however sure; nothing for none of ours."""
        with self._database.reading() as connection:
            return undecided_claims(connection, article, limit)

    def judge(self, article: str, claim: str, verdict: str, *, reviewer: str, reason: str = "") -> int:
        """Say that an article does claim this ("right") or does not ("wrong"); the key of the deed."""
        with self._database.writing() as connection:
            return judge_claim(connection, article, claim, verdict, reviewer=reviewer, reason=reason)

    def decide(self, one: str, other: str, verdict: str, *, reviewer: str, reason: str = "") -> int:
        """Say of two names that they are the "same", "different" or that one is "unsure"; the key of the deed."""
        self._refresh()
        with self._database.writing() as connection:
            return decide(connection, one, other, verdict, reviewer=reviewer, reason=reason)

    def names(self, entity: str) -> list[SideView]:
        """The names that are held to be one person's or organization's, each with what is told of its bearer."""
        self._refresh()
        with self._database.reading() as connection:
            veil = veil_of(connection)
            return [side_of(connection, row, veil) for row in names_of(connection, entity)]

    def merge(self, one: str, other: str, *, reviewer: str, reason: str = "") -> int:
        """Say that two people, or two organizations, are one; the key of the deed.

        Raises TalentflowError where the registry or a reviewer has said that they are two.
        """
        self._refresh()
        with self._database.writing() as connection:
            first, second = _names(connection, one), _names(connection, other)
            if one == other:
                raise TalentflowError(f"{one}: one already.")
            _check_mergeable(connection, first, second)
            about = PAIR.join(_usual(rows) for rows in (first, second))
            deed = insert_deed(connection, _named(reviewer), "merged", about, plain(reason))
            keys = (first[0].key, second[0].key)
            return decide(connection, *keys, "same", reviewer=reviewer, reason=reason or reasons.BY_HAND, deed=deed)

    def split(self, entity: str, names: Sequence[str], *, reviewer: str, reason: str = "") -> int:
        """Say that these names of an entity, by their keys, are somebody else's than its others; the key of the deed.

        Raises TalentflowError where that leaves nothing on one of the sides.
        """
        self._refresh()
        with self._database.writing() as connection:
            rows = _names(connection, entity)
            keys = set(names)
            apart = [row for row in rows if row.key in keys]
            rest = [row for row in rows if row.key not in keys]
            if not apart or not rest:
                raise TalentflowError("Choose some of the names, and leave some.")
            pairs = [(one.key, other.key) for one in apart for other in rest]
            if len(pairs) > _MOST_PAIRS:
                raise TalentflowError("These are too many names to part at once. Choose fewer.")
            about = PAIR.join(", ".join(row.spellings[0] for row in side) for side in (apart, rest))
            deed = insert_deed(connection, _named(reviewer), "split", about[:500], plain(reason))
            for one, other in pairs:
                words = reason or "parted by hand"
                decide(connection, one, other, "different", reviewer=reviewer, reason=words, deed=deed)
            return deed

    def undo(self, deed: int, *, reviewer: str) -> DeedView:
        """Take a deed back, whoever did it; both stay on file. Raises TalentflowError where nothing of it stands."""
        with self._database.writing() as connection:
            row = get_deed(connection, deed)
            if row is None or deed not in deeds_that_stand(connection, [deed]):
                raise TalentflowError("There is nothing to take back.")
            for decision in decisions_of(connection, deed):
                withdraw(connection, decision)
            mark_articles(connection, withdraw_verdicts(connection, deed))
            mark_undone(connection, deed)
            insert_deed(connection, _named(reviewer), "undone", f"{row.action}: {row.about}")
            return _deed(row, False, veil_of(connection))

    def note(self, author: str, action: str, about: str) -> None:
        """Write down in the log what somebody did elsewhere."""
        with self._database.writing() as connection:
            insert_deed(connection, _named(author), action, about)

    def deeds(self, limit: int = 50, skip: int = 0) -> list[DeedView]:
        """Who did what when, newest first."""
        with self._database.reading() as connection:
            rows = last_deeds(connection, limit, skip)
            standing = deeds_that_stand(connection, [row.key for row in rows])
            veil = veil_of(connection)
            return [_deed(row, row.key in standing, veil) for row in rows]

    def deed(self, key: int) -> DeedView | None:
        """A deed by its key."""
        with self._database.reading() as connection:
            row = get_deed(connection, key)
            if row is None:
                return None
            return _deed(row, key in deeds_that_stand(connection, [key]), veil_of(connection))


def _names(connection: Connection, entity: str) -> list[NameRow]:
    rows = names_of(connection, entity)
    if not rows or veil_of(connection).hides(connection, entity):  # of who is hidden nothing is told, not even that
        raise TalentflowError(f"{entity}: no such person or organization in the record.")
    return rows


def _named(reviewer: str) -> str:
    name = plain(reviewer).strip()
    if not name:
        raise TalentflowError("A decision needs the name of its reviewer.")
    return name


def _usual(rows: Iterable[NameRow]) -> str:
    return min(rows, key=lambda row: (row.listed is None, row.key)).spellings[0]


def _check_mergeable(connection: Connection, one: Sequence[NameRow], other: Sequence[NameRow]) -> None:
    if one[0].sort != other[0].sort:
        raise TalentflowError("A person and an organization are not one.")
    if all(any(row.listed is not None for row in rows) for rows in (one, other)):
        raise TalentflowError(f"{_usual(one)} and {_usual(other)}: the registry lists them as two.")
    sides = [{row.key for row in rows} for rows in (one, other)]
    for said in decisions_on(connection, sides[0]):
        if said.verdict == "different" and {said.one, said.other} & sides[1]:
            raise TalentflowError(f"{said.author} said at {said.made_at} that they are two. Take that back first.")


def _deed(row: DeedRow, stands: bool, veil: Veil) -> DeedView:
    about, reason = veil.text(row.about), veil.text(row.reason)
    return DeedView(row.key, row.made_at, row.author, row.action, about, reason, row.undone_at, stands)
