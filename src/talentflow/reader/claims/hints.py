"""Moves that an article may tell, each too unsure to be a claim: what a ledger weighs beside other articles.

That one article tells a move is one question, and that the move took place another. Where somebody else tells it in
plain words, a page which names the person and both employers, and of which the encoder finds the same move told with a
small chance, nearly always tells it too: in a clause that no phrase opened, or that lost to a likelier reading.
"""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.claims.second_look import draft_of
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.drafts import Draft
from talentflow.reader.relations.answers import Answers, Told

LEAST = 0.12  # the chance by the encoder from which on a move may be told
_MOST = 40  # hints of a page, the likeliest


def hints_of(found: Understanding, drafts: Iterable[Draft], answers: Answers) -> list[Draft]:
    """The moves with both ends that a page may tell beside its claims, as drafts without a date."""
    known = {(id(draft.person), id(draft.from_org), id(draft.to_org)) for draft in drafts}
    out: list[Draft] = []
    for told in answers.likely(LEAST):
        if len(out) == _MOST:
            break
        if _ends(told) not in known and _is_whole(told):
            draft = draft_of(found, told)
            if draft is not None:
                draft.confidence = round(told.chance, 4)
                draft.date, draft.is_background = None, True  # the nearest day may be that of something else
                out.append(draft)
    return out


def _ends(told: Told) -> tuple[int, int, int]:
    return id(told.person), id(told.from_org), id(told.to_org)


def _is_whole(told: Told) -> bool:
    """Whether both ends have a name: of half a move too much can be said."""
    return all(org is not None and org.name is not None for org in (told.from_org, told.to_org))
