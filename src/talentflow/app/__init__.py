"""Settings, and the wiring of the stages: what every surface (command line, API, pages) asks."""

from talentflow.app.library import Library
from talentflow.app.reading import Reader
from talentflow.app.settings import database_url
from talentflow.app.views import (
    AccountView,
    Added,
    ArticleView,
    CareerView,
    ConflictView,
    DecisionView,
    EntityView,
    EvidenceView,
    JudgementView,
    Lookup,
    MoveFilter,
    MoveView,
    NameView,
    PairView,
    PartyView,
    PositionView,
    SearchHit,
    SideView,
    StatusView,
    StayView,
)

__all__ = [
    "AccountView",
    "Added",
    "ArticleView",
    "CareerView",
    "ConflictView",
    "DecisionView",
    "EntityView",
    "EvidenceView",
    "JudgementView",
    "Library",
    "Lookup",
    "MoveFilter",
    "MoveView",
    "NameView",
    "PairView",
    "PartyView",
    "PositionView",
    "Reader",
    "SearchHit",
    "SideView",
    "StatusView",
    "StayView",
    "database_url",
]
