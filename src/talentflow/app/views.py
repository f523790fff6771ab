"""What the library answers: plain, frozen data for the surfaces to present."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from talentflow.model import Amount, Document, Gap, HistoryStep, Post, Reading

SORTS = ("date", "known", "person", "origins", "confidence")


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: `outcome` is "added", "known" (nothing changed), "updated" or "failed".

    `moves`, `positions`, `groups` and `facts` count the claims read from it; `problem` is the one line to show where
    the outcome is "failed". A failed document leaves nothing behind and does not stop the others. `warning` is a line
    to show about one that was read, but not to its end.
    """

    id: str
    outcome: str
    moves: int = 0
    positions: int = 0
    groups: int = 0
    problem: str | None = None
    warning: str | None = None
    facts: int = 0


@dataclass(frozen=True, slots=True)
class MoveFilter:
    """Which moves to show. Names may be in any script or spelling; an empty filter asks for all.

    `organization` is either end, `from_` and `to` one end. `since` and `until` are ISO dates as exact as wished
    ("2025", "2025-10") and bound the date of the move, or the day it was known where it has none. `sort` is one
    of SORTS: "date" and "known" newest first, "person" by name, "origins" and "confidence" highest first. `as_of`
    asks for the moves as they stood on a day: from what had been published by then. `limit` moves are wanted after
    the move `after` (an id), or where that is no longer among them, after the first `skip` of that order.
    """

    person: str | None = None
    organization: str | None = None
    from_: str | None = None
    to: str | None = None
    kind: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sort: str = "date"
    limit: int | None = None
    as_of: str | None = None
    skip: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class CountedMoves:
    """Which moves were counted: from an organization, to one, or both, by their ids and not by their names.

    `since` and `until` are the period of a flow or a balance, `quarter` the first month of a quarter ("2025-07").
    Counted are changes of place that are done, unless `is_every`: then all that is told, whatever its status. From one
    organization to the same is within it.
    """

    from_org: str | None = None
    to_org: str | None = None
    since: str | None = None
    until: str | None = None
    quarter: str | None = None
    is_every: bool = False


@dataclass(frozen=True, slots=True)
class CountedView:
    """The moves behind a count by their ids, newest first, and the number of people who made them."""

    moves: tuple[str, ...]
    people: int


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


@dataclass(frozen=True, slots=True)
class PositionView:
    """A post that an article states: `when` is "current" or "past"."""

    person: PartyView
    org: PartyView | None
    role: str | None
    when: str
    since: str | None
    until: str | None
    article: str
    evidence: tuple[EvidenceView, ...]
    published: str | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class StayView:
    """A time with one employer; see `Stay` for what the dates mean. Posts in order of time."""

    person: PartyView
    org: PartyView
    since: str | None
    until: str | None
    since_by: str | None
    until_by: str | None
    seen_on: str | None
    is_open: bool
    posts: tuple[Post, ...]
    moves: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """What cannot all be true, see `Conflict`; the organization that it is about comes first."""

    sort: str
    person: PartyView
    orgs: tuple[PartyView, ...]
    words: str
    versions: tuple[tuple[str | None, str | None], ...]
    moves: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CareerView:
    """The career line of a person or the roster of an organization over time, oldest first."""

    stays: tuple[StayView, ...] = ()
    gaps: tuple[Gap, ...] = ()
    conflicts: tuple[ConflictView, ...] = ()


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Which facts to show. `about` is a person or an organization (or a product) in any script; empty asks for all.

    `since` and `until` are ISO dates as exact as wished and bound the date of the fact, or the day on which it was
    published where it has none. `limit` facts are wanted after the fact `after` (an id), or else the first `skip`.
    """

    about: str | None = None
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    limit: int | None = None
    skip: int = 0
    after: str | None = None


@dataclass(frozen=True, slots=True)
class FactPartyView:
    """Whom or what a fact is about: an "organization", a "person", a "product", or labs in general ("field")."""

    sort: str
    id: str
    name: str | None
    mention: str

    def __str__(self) -> str:
        return self.name or self.mention


@dataclass(frozen=True, slots=True)
class FactView:
    """What one article states around the moves; `date` is its own, `known_on` the day of publication."""

    id: str
    type: str
    subject: FactPartyView
    about: tuple[FactPartyView, ...]
    amount: Amount | None
    negated: bool
    reason: str | None
    status: str
    date: str | None
    known_on: str | None
    words: str
    according_to: tuple[str, ...]
    confidence: float
    article: str
    language: str
    evidence: tuple[EvidenceView, ...]


Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class InsightFilter:
    """Which figure to work out: `figure` is one of those of `talentflow insight`, over a period of ISO dates.

    `organization` leaves only the rows that are about it; `days` are those of retention, of leaving together and of
    following, where the usual ones are not meant. Who asks for net gains and not for the moves behind them says so.
    """

    figure: str
    organization: str | None = None
    since: str | None = None
    until: str | None = None
    days: int | None = None
    limit: int | None = None
    has_moves: bool = True


@dataclass(frozen=True, slots=True)
class InsightRow:
    """A row of a figure: its cells, the one that a plot shows, whom it is about, and the moves behind it."""

    label: str
    value: float
    cells: tuple[Cell, ...]
    about: tuple[str, ...]
    moves: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InsightTable:
    """A figure as a table."""

    figure: str
    columns: tuple[str, ...]
    rows: tuple[InsightRow, ...]


@dataclass(frozen=True, slots=True)
class FlowView:
    """How many people went from one organization to another, both by their ids."""

    from_org: str
    to_org: str
    people: int


@dataclass(frozen=True, slots=True)
class FlowsView:
    """The flows of a period: the largest of them; the organizations that most came to or left, and how many went
    `between` those; the names of all these organizations."""

    flows: tuple[FlowView, ...]
    largest: tuple[str, ...]
    between: Mapping[tuple[str, str], int]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NameView:
    """A spelling that articles or the registry use, with its script ("Latin", "Arabic", "Han") and its articles."""

    name: str
    script: str
    articles: int


@dataclass(frozen=True, slots=True)
class JudgementView:
    """Why a mention is held to be this entity: a score, the reason in words, who judged and when."""

    article: str
    mention: str
    score: float
    reason: str
    author: str
    made_at: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One name of an open pair: its key, its spellings, who bears it now, and what is told of that person."""

    key: str
    names: tuple[str, ...]
    entity: str
    name: str | None
    employers: tuple[str, ...]
    articles: tuple[str, ...]
    evidence: tuple[EvidenceView, ...] = ()


@dataclass(frozen=True, slots=True)
class PairView:
    """Two names that may be one person's or organization's, and that nobody has decided on."""

    type: str
    one: SideView
    other: SideView
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class DisputeView:
    """A move that one reader finds in an article and another, who was asked too, does not; `why` says which."""

    article: str
    move: str
    confidence: float
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a reviewer said of two names ("same", "different", "unsure"), why and when."""

    one: str
    other: str
    verdict: str
    author: str
    reason: str
    made_at: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """A person or an organization (`type`) with all that is known: names, moves, positions, identity judgements.

    `career` is a person's career line, or an organization's roster over time. Where only the newest were asked for,
    `moves_in_all` tells how many moves there are, and the roster is that of the people whom these and the positions
    name.
    """

    id: str
    type: str
    name: str | None
    listed: bool
    names: tuple[NameView, ...]
    moves: tuple[MoveView, ...]
    positions: tuple[PositionView, ...]
    judgements: tuple[JudgementView, ...]
    career: CareerView = CareerView()
    moves_in_all: int = 0


@dataclass(frozen=True, slots=True)
class SectionView:
    """A part of an organization's moves: the newest of them, and how many there are in all and are done."""

    moves: tuple[MoveView, ...]
    count: int
    done: int


@dataclass(frozen=True, slots=True)
class OrganizationView:
    """An organization at a glance: who came, who left and who stayed `within`, the newest first.

    `sources` and `goals` are where those came from and went to whose move is done, with how many, most first.
    `has_all_positions` is false where only the newest are given.
    """

    id: str
    name: str | None
    names: tuple[NameView, ...]
    arrived: SectionView
    left: SectionView
    within: SectionView
    sources: tuple[tuple[PartyView, int], ...]
    goals: tuple[tuple[PartyView, int], ...]
    positions: tuple[PositionView, ...]
    has_all_positions: bool


@dataclass(frozen=True, slots=True)
class NamedView:
    """Somebody who bears a name, with how many moves are told and how articles write the name."""

    id: str
    name: str | None
    names: tuple[NameView, ...]
    moves: int


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a name finds: usually one entity, several where several bear it, else `suggestions` of names to try."""

    query: str
    found: tuple[EntityView, ...]
    suggestions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """A stored article as it was given, its latest reading, and where it stands among the others.

    The spans of `reading` point into `document`. `origin` and `story` are ids; `same_origin` and `same_story` the
    other articles that share them. `versions` counts the texts kept under this id.
    """

    document: Document
    reading: Reading
    reader: str
    reader_version: str
    added_at: str
    versions: int
    origin: str
    story: str
    same_origin: tuple[str, ...]
    same_story: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompanionView:
    """Somebody who made the same move as another: to or from `organization`, at the same time as far as is told."""

    person: PartyView
    organization: str
    date: str | None


@dataclass(frozen=True, slots=True)
class ToldView:
    """An article of a story: `origin` names the text that it goes back to, `leads` says that it is the first of it."""

    article: str
    title: str
    language: str
    published: str | None
    publisher: str | None
    origin: str
    leads: bool


@dataclass(frozen=True, slots=True)
class StoryView:
    """One piece of news with its articles: those of one origin together, the earliest origin first."""

    id: str
    articles: tuple[ToldView, ...]


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article whose words match a search, best first; `excerpt` is cut from the article as it was given."""

    article: str
    title: str
    language: str
    published: str | None
    publisher: str | None
    excerpt: str
    score: float


@dataclass(frozen=True, slots=True)
class StatusView:
    """What the library holds: counts, articles by language, articles by reader ("embedded 1": 12), schema."""

    url: str
    schema: str
    articles: int
    versions: int
    claims: int
    moves: int
    people: int
    organizations: int
    stories: int
    origins: int
    languages: Mapping[str, int]
    readers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class RosterRowView:
    """Somebody who was with an organization, or is: each time there (`stays`, oldest first), as far as it is told.

    `is_there` says whether the last of these has no end that anybody tells of. `gaps` are the times of which nothing is
    told right before or after a stay; `conflicts` what cannot all be true of these stays.
    """

    id: str
    person: PartyView
    is_there: bool
    stays: tuple[StayView, ...]
    gaps: tuple[Gap, ...]
    conflicts: tuple[ConflictView, ...]


@dataclass(frozen=True, slots=True)
class RosterView:
    """A part of an organization's roster: who is there first, then who left, the newest first.

    `there` and `left` count all of them by their last move and by the posts that newer articles state.
    """

    people: tuple[RosterRowView, ...]
    there: int
    left: int


@dataclass(frozen=True, slots=True)
class QuarterView:
    """How many came and left in a quarter; `since` and `until` are its months."""

    since: str
    until: str
    came: int
    left: int


@dataclass(frozen=True, slots=True)
class EndView:
    """An organization from which people came, or to which they went, and how many moves."""

    organization: PartyView
    moves: int


@dataclass(frozen=True, slots=True)
class RetentionView:
    """Of those who `came` up to the day `until`, how many are not told to have left within `days`.

    `arrivals` are the moves of all of them, `departures` those by which the others left.
    """

    days: int
    until: str
    came: int
    stayed: int
    share: float
    arrivals: tuple[str, ...]
    departures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FounderView:
    """Somebody who founded an organization: the move that tells it, None where only a stated post does."""

    person: PartyView
    date: str | None
    move: str | None


@dataclass(frozen=True, slots=True)
class UnitView:
    """An organization that belongs to another; `is_unit` says that its people are written as those of the other."""

    id: str
    name: str
    is_unit: bool
    is_told: bool


@dataclass(frozen=True, slots=True)
class ProfileView:
    """An organization in figures: who came and left over time, from where, to where, who stayed, who founded it.

    Only moves that are done count. `undated` moves fit into no quarter. `parent` is whom it belongs to, `units` are
    those that belong to it, as the registry knows them; `is_told` says whether an article names one.
    """

    id: str
    name: str | None
    came: int
    left: int
    quarters: tuple[QuarterView, ...]
    undated: int
    sources: tuple[EndView, ...]
    goals: tuple[EndView, ...]
    retention: tuple[RetentionView, ...]
    founders: tuple[FounderView, ...]
    parent: UnitView | None
    units: tuple[UnitView, ...]
