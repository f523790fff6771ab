"""What the library is asked and what it answers: plain, frozen data for the surfaces to present."""

from __future__ import annotations

from talentflow.app.views.articles import Added, ArticleView, SearchHit, StatusView, StoryView, ToldView
from talentflow.app.views.careers import CareerView, ConflictView, PositionView, StayView
from talentflow.app.views.entities import CompanionView, EntityView, JudgementView, Lookup, NamedView, NameView
from talentflow.app.views.facts import FactPartyView, FactView
from talentflow.app.views.figures import Cell, CountedView, FlowsView, FlowView, InsightRow, InsightTable
from talentflow.app.views.filters import SORTS, CountedMoves, FactFilter, InsightFilter, MoveFilter
from talentflow.app.views.moves import AccountView, EvidenceView, MoveView, PartyView
from talentflow.app.views.organizations import (
    EndView,
    FounderView,
    OrganizationView,
    ProfileView,
    QuarterView,
    RetentionView,
    RosterRowView,
    RosterView,
    SectionView,
    UnitView,
)
from talentflow.app.views.review import DecisionView, DisputeView, PairView, SideView

__all__ = [
    "SORTS",
    "AccountView",
    "Added",
    "ArticleView",
    "CareerView",
    "Cell",
    "CompanionView",
    "ConflictView",
    "CountedMoves",
    "CountedView",
    "DecisionView",
    "DisputeView",
    "EndView",
    "EntityView",
    "EvidenceView",
    "FactFilter",
    "FactPartyView",
    "FactView",
    "FlowView",
    "FlowsView",
    "FounderView",
    "InsightFilter",
    "InsightRow",
    "InsightTable",
    "JudgementView",
    "Lookup",
    "MoveFilter",
    "MoveView",
    "NameView",
    "NamedView",
    "OrganizationView",
    "PairView",
    "PartyView",
    "PositionView",
    "ProfileView",
    "QuarterView",
    "RetentionView",
    "RosterRowView",
    "RosterView",
    "SearchHit",
    "SectionView",
    "SideView",
    "StatusView",
    "StayView",
    "StoryView",
    "ToldView",
    "UnitView",
]
