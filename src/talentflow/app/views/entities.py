"""People and organizations by name: who bears one, with everything that is told of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from talentflow.app.views.careers import CareerView, PositionView
from talentflow.app.views.moves import MoveView, PartyView


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
    career: CareerView = field(default_factory=CareerView)
    moves_in_all: int = 0


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
class CompanionView:
    """Somebody who made the same move as another: to or from `organization`, at the same time as far as is told."""

    person: PartyView
    organization: str
    date: str | None
