"""An entity as one end of a move, a stay or a post."""

from __future__ import annotations

from collections.abc import Mapping

from talentflow.app.views import PartyView
from talentflow.store.entities import EntityRow


def party(entities: Mapping[str, EntityRow], entity: str) -> PartyView:
    """One end of a move."""
    row = entities.get(entity)
    if row is None:
        return PartyView(entity, None, entity)
    return PartyView(row.id, row.name, row.mention, row.romanised)
