"""A move as it is shown: its ends, its accounts, and the sentences behind it."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.model import HistoryStep


@dataclass(frozen=True, slots=True)
class PartyView:
    """A person or an organization at one end of a move: `name` is None where nobody has named it yet.

    `mention` is what an article calls it, to show in place of a missing name; `romanised` says that the name is
    our own romanisation.
    """

    id: str
    name: str | None
    mention: str
    romanised: bool = False

    def __str__(self) -> str:
        return self.name or self.mention


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The characters that say so, in the original script: `field` ("title" or "text") holds `quote` at `start`.

    `is_hint` says that they alone would not have been taken for a claim: other origins say it in plain words.
    """

    article: str
    field: str
    start: int
    end: int
    quote: str
    language: str
    published: str | None
    publisher: str | None
    url: str | None
    according_to: tuple[str, ...]
    status: str
    is_hint: bool = False


@dataclass(frozen=True, slots=True)
class AccountView:
    """One version of how or when it came about, with those who say so."""

    how: str | None
    when: str | None
    according_to: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MoveView:
    """One change of one person, with everything that a table or a page shows.

    `date` is when it took effect, `known_on` the day of the first article that told it; `origins` counts the
    independent origins that state it; `accounts` is empty where the sources agree.
    """

    id: str
    person: PartyView
    from_org: PartyView | None
    to_org: PartyView | None
    kind: str
    status: str
    how: str | None
    role_from: str | None
    role_to: str | None
    date: str | None
    known_on: str | None
    confidence: float
    origins: int
    articles: tuple[str, ...]
    languages: tuple[str, ...]
    according_to: tuple[str, ...]
    reasons: tuple[str, ...]
    history: tuple[HistoryStep, ...]
    accounts: tuple[AccountView, ...]
    evidence: tuple[EvidenceView, ...]
