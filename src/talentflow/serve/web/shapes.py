"""The shapes of the API's answers, for its description: what programs may count on, with an example of each."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from talentflow.app.desk import DeedView
from talentflow.app.views import (
    CareerView,
    CompanionView,
    EndView,
    EvidenceView,
    FounderView,
    JudgementView,
    NameView,
    PairView,
    PositionView,
    QuarterView,
    RetentionView,
    RosterRowView,
    SideView,
    ToldView,
    UnitView,
)
from talentflow.model import FACT_TYPES, KINDS, STATUSES, Amount

PartialDay = Annotated[str | None, Field(description="ISO, as exact as it is known.", examples=["2026-01-14"])]
Kind = Annotated[str, Field(json_schema_extra={"enum": list(KINDS)})]
Status = Annotated[str, Field(json_schema_extra={"enum": list(STATUSES)})]


class Shape(BaseModel):
    """What an answer holds, and nothing else."""

    model_config = ConfigDict(extra="forbid")


class Problem(Shape):
    """What went wrong, as RFC 9457 has it."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] = Field(default=[], description="Of each value that is wrong, where and what.")


class Party(Shape):
    """A person or an organization: `name` is null where nobody has named it yet."""

    id: str
    name: str | None
    mention: str
    romanised: bool = False


class Step(Shape):
    """The status became known on a day by an article."""

    published: PartialDay
    status: Status
    article: str


class Account(Shape):
    """One version of how or when, with those who say so."""

    how: str | None
    when: PartialDay
    according_to: list[str]
    articles: list[str]


class Evidence(Shape):
    """The characters that say so: `quote` stands at `start` of the article's `field`.

    `is_hint`: they alone would not have been taken for a claim; other origins say it in plain words.
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
    according_to: list[str]
    status: str
    is_hint: bool


class Move(Shape):
    """One change of one person, with its history, its accounts and the sentences behind it."""

    id: str
    person: Party
    from_: Annotated[Party | None, Field(alias="from")]
    to: Party | None
    kind: Kind
    status: Status
    how: str | None
    role_from: str | None
    role_to: str | None
    date: PartialDay
    known_on: PartialDay
    confidence: Annotated[float, Field(ge=0, le=1)]
    origins: Annotated[int, Field(description="Independent origins that state it.")]
    articles: list[str]
    languages: list[str]
    according_to: list[str]
    reasons: list[str]
    history: list[Step]
    accounts: list[Account]
    evidence: list[Evidence]


class Moves(Shape):
    """A page of moves; `next` is the cursor of the page after it."""

    moves: list[Move]
    next: str | None


class Entity(Shape):
    """A person or an organization with all that is known of it."""

    id: str
    type: str
    name: str | None
    listed: bool
    names: list[NameView]
    moves: list[Move]
    positions: list[PositionView]
    judgements: list[JudgementView]
    career: CareerView
    moves_in_all: Annotated[int, Field(description="How many moves there are; `moves` may be the newest of them.")]


class Found(Shape):
    """Those who bear a name, or names to try."""

    found: list[Entity]
    suggestions: list[str]


class Companions(Shape):
    """Who made the same moves as a person."""

    companions: list[CompanionView]


class Profile(Shape):
    """An organization in figures, of moves that are done; `undated` moves fit into no quarter."""

    id: str
    name: str | None
    came: int
    left: int
    quarters: list[QuarterView]
    undated: int
    sources: list[EndView]
    goals: list[EndView]
    retention: list[RetentionView]
    founders: list[FounderView]
    parent: UnitView | None
    units: list[UnitView]


class Counted(Shape):
    """A page of the moves behind a count: `count` of them, made by so many `people`."""

    moves: list[Move]
    count: int
    people: int
    next: str | None


class Roster(Shape):
    """A page of people; `there` and `left` count all of them, `next` is the cursor of the page after it."""

    people: list[RosterRowView]
    there: int
    left: int
    next: str | None


class Read(BaseModel):
    """An article with its claims, in the form of `talentflow read`; spans count Unicode characters."""

    id: str
    lang: str
    title: str
    published: str | None
    moves: list[dict[str, Any]]
    positions: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    text: str


class Article(Read):
    """A stored article with its claims, where it stands, and its likes."""

    url: str | None
    publisher: str | None
    origin: str
    story: str
    same_origin: list[str]
    same_story: list[str]


class Hit(Shape):
    """An article whose words match."""

    article: str
    title: str
    language: str
    published: str | None
    publisher: str | None
    excerpt: str
    score: float


class Hits(Shape):
    """A page of articles; `next` is the cursor of the page after it."""

    articles: list[Hit]
    next: str | None


class FactPartyShape(Shape):
    """Whom or what a fact is about."""

    sort: str
    id: str
    name: str | None
    mention: str


class Span(Shape):
    """Characters of an article."""

    field: str
    start: int
    end: int
    quote: str


class Fact(Shape):
    """What one article states around the moves."""

    id: str
    type: Annotated[str, Field(json_schema_extra={"enum": list(FACT_TYPES)})]
    subject: FactPartyShape
    about: list[FactPartyShape]
    amount: Amount | None
    negated: bool
    reason: str | None
    status: Status
    date: PartialDay
    known_on: PartialDay
    words: str
    according_to: list[str]
    confidence: float
    article: str
    language: str
    evidence: list[Span]


class Facts(Shape):
    """A page of facts; `next` is the cursor of the page after it."""

    facts: list[Fact]
    next: str | None


class Row(Shape):
    """A row of a figure: its cells, whom it is about, the moves behind it."""

    cells: dict[str, str | int | float | None]
    about: list[str]
    moves: list[str]
    moves_in_all: int


class Table(Shape):
    """A figure for a period."""

    figure: str
    columns: list[str]
    rows: list[Row]


class Story(Shape):
    """The articles that tell one piece of news."""

    id: str
    articles: list[ToldView]


class Counts(Shape):
    """What the record holds."""

    articles: int
    claims: int
    moves: int
    people: int
    organizations: int
    stories: int
    origins: int
    languages: dict[str, int]
    readers: dict[str, int]
    outlets: dict[str, int]


class Quality(Shape):
    """How well moves are read, of so many that careful people found: shares between 0 and 1."""

    articles: int
    moves: int
    strict: Annotated[float, Field(description="The F1 of moves whose person, from and to are all right.")]
    precision: float
    recall: float


class Qualities(Shape):
    """For each language the figures by kind of articles; none where it was not measured."""

    languages: dict[str, dict[str, Quality]]


class Kept(Shape):
    """What became of an article: "added", "known" (nothing changed) or "updated", and how many claims it makes."""

    id: str
    outcome: Annotated[str, Field(json_schema_extra={"enum": ["added", "known", "updated"]})]
    moves: int
    positions: int
    groups: int
    facts: int
    warning: str | None


class Pairs(Shape):
    """Pairs of names that wait for a decision."""

    pairs: list[PairView]


class Doubt(Shape):
    """What an article is held to claim: a move, a position or a fact; `key` names it within its article."""

    key: str
    sort: Literal["move", "position", "fact"]
    article: str
    language: str
    published: str | None
    publisher: str | None
    claim: dict[str, Any]
    evidence: list[EvidenceView]


class Doubts(Shape):
    """Doubtful claims."""

    claims: list[Doubt]


class Names(Shape):
    """The names of a person or an organization."""

    names: list[SideView]


class Deeds(Shape):
    """Who did what when."""

    deeds: list[DeedView]


class Done(Shape):
    """What was done, by its key in the log."""

    deed: int
