"""Plain, frozen data that every room shares; it imports nothing of ours."""

from talentflow.model.claims import (
    HOWS,
    KINDS,
    STATUSES,
    EntityMention,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reading,
    Reason,
)
from talentflow.model.dates import PartialDate, can_coincide
from talentflow.model.document import FIELDS, Document, Span
from talentflow.model.entities import Organization, Person
from talentflow.model.errors import DataError, SourceError, StoreError, TalentflowError
from talentflow.model.ledger import Account, HistoryStep, LedgerClaim, Move

__all__ = [
    "FIELDS",
    "HOWS",
    "KINDS",
    "STATUSES",
    "Account",
    "DataError",
    "Document",
    "EntityMention",
    "GroupClaim",
    "HistoryStep",
    "LedgerClaim",
    "Move",
    "MoveClaim",
    "Organization",
    "PartialDate",
    "Person",
    "PositionClaim",
    "Reading",
    "Reason",
    "SourceError",
    "Span",
    "StoreError",
    "TalentflowError",
    "can_coincide",
]
