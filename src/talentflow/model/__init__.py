"""Plain, frozen data that every room shares; it imports nothing of ours."""

from talentflow.model.careers import Career, Conflict, Gap, HeldPost, Post, Stay
from talentflow.model.claims import (
    DISPUTE,
    HOWS,
    KINDS,
    STATUSES,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reading,
    Reason,
)
from talentflow.model.dates import PartialDate, can_coincide, is_date
from talentflow.model.document import FIELDS, Document, Span
from talentflow.model.entities import Organization, Person
from talentflow.model.errors import DataError, ReaderError, ReaderStoppedError, SourceError, StoreError, TalentflowError
from talentflow.model.facts import FACT_TYPES, Amount, FactClaim, FactParty
from talentflow.model.ledger import Account, HistoryStep, LedgerClaim, Move
from talentflow.model.mentions import EntityMention

__all__ = [
    "DISPUTE",
    "FACT_TYPES",
    "FIELDS",
    "HOWS",
    "KINDS",
    "STATUSES",
    "Account",
    "Amount",
    "Career",
    "Conflict",
    "DataError",
    "Document",
    "EntityMention",
    "FactClaim",
    "FactParty",
    "Gap",
    "GroupClaim",
    "HeldPost",
    "HistoryStep",
    "LedgerClaim",
    "Move",
    "MoveClaim",
    "Organization",
    "PartialDate",
    "Person",
    "PositionClaim",
    "Post",
    "ReaderError",
    "ReaderStoppedError",
    "Reading",
    "Reason",
    "SourceError",
    "Span",
    "Stay",
    "StoreError",
    "TalentflowError",
    "can_coincide",
    "is_date",
]
