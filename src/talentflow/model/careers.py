"""Where people worked, as far as articles tell: stays, the gaps between them, and what cannot all be true."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HeldPost:
    """A post that one article states (a position), or that somebody took or left in a move.

    `seen_on` is the day of the article; `when` is "current" or "past" on that day.
    """

    person: str
    org: str
    role: str | None
    when: str
    since: str | None
    until: str | None
    seen_on: str | None
    article: str


@dataclass(frozen=True, slots=True)
class Post:
    """A post within a stay, with the dates that are told of it."""

    role: str
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Stay:
    """A time with one employer. What nobody says stays None: nothing is closed by what came later elsewhere.

    `since` and `until` are dates as told; where only the day of an article is known, `since_by` says that it began by
    then, `until_by` that it had ended by then. `seen_on` is the last day on which an article places the person there.
    `has_ended` says that somebody tells of its end, though of no day.
    """

    person: str
    org: str
    since: str | None
    until: str | None
    since_by: str | None
    until_by: str | None
    seen_on: str | None
    posts: tuple[Post, ...]
    moves: tuple[str, ...]
    articles: tuple[str, ...]
    has_ended: bool = False

    @property
    def is_open(self) -> bool:
        """Whether nobody says that it ended."""
        return not self.has_ended and self.until is None and self.until_by is None


@dataclass(frozen=True, slots=True)
class Gap:
    """A time of which no article says where the person worked, between two stays."""

    since: str
    until: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """What cannot all be true of a stay or of two; nothing is struck out for it.

    `sort`: "overlap" (with two employers at once), "start" and "end" (came or left twice within a short time, from or
    to the other organizations), "after" (placed there after having left), "accounts" (sources differ about how or
    when). `orgs` has the employer first. `versions` are how and when, as far as either is told: the first and the last
    day with both (None while it goes on), when somebody left and was there afterwards, or what is told against what.
    """

    sort: str
    person: str
    orgs: tuple[str, ...]
    moves: tuple[str, ...]
    articles: tuple[str, ...]
    versions: tuple[tuple[str | None, str | None], ...]

    @property
    def words(self) -> str:
        """The versions in English."""
        days = [day for _, day in self.versions]
        if self.sort == "overlap":
            return f"with both from {days[0]} to {days[1] or 'now'}, as far as is told"
        if self.sort == "after":
            return f"left by {days[0]}, but said to be there on {days[1]}"
        nothing = "?" if self.sort == "accounts" else "undated"
        return " or ".join(" ".join(filter(None, version)) or nothing for version in self.versions)


@dataclass(frozen=True, slots=True)
class Career:
    """The career line of a person, or the roster of an organization: oldest stays first."""

    stays: tuple[Stay, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[Conflict, ...]
