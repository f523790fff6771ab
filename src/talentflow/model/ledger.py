"""What the ledger holds: moves made of claims, with history, accounts and origins."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LedgerClaim:
    """A move claim as the ledger takes it in: entities resolved, article known."""

    id: str
    article: str
    origin: str
    published: str | None
    person: str
    from_org: str | None
    to_org: str | None
    kind: str
    status: str
    how: str | None
    role_from: str | None
    role_to: str | None
    date: str | None
    according_to: tuple[str, ...]
    reasons: tuple[str, ...]
    confidence: float
    language: str = ""
    publisher: str | None = None
    is_hint: bool = False  # too unsure to stand by itself: support for what another origin claims, or nothing


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """The known status of a move changed on this day by this article."""

    published: str | None
    status: str
    article: str


@dataclass(frozen=True, slots=True)
class Account:
    """One version of how, or with `when` of when, a move came about, with those who say so."""

    how: str | None
    according_to: tuple[str, ...]
    articles: tuple[str, ...]
    when: str | None = None


@dataclass(frozen=True, slots=True)
class Move:
    """One change of one person, made of all claims about it. Organizations and person are entity ids.

    `date` is when it took effect; `known_on` the day of the first article that told it; `origins` counts the
    independent origins that state it.
    """

    id: str
    person: str
    from_org: str | None
    to_org: str | None
    kind: str
    status: str
    how: str | None
    role_from: str | None
    role_to: str | None
    date: str | None
    known_on: str | None
    articles: tuple[str, ...]
    origins: int
    claims: tuple[str, ...]
    history: tuple[HistoryStep, ...]
    accounts: tuple[Account, ...]
    languages: tuple[str, ...]
    confidence: float

    @property
    def ends(self) -> set[str]:
        """The person and the organizations."""
        return {end for end in (self.person, self.from_org, self.to_org) if end is not None}
