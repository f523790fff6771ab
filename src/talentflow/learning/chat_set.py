"""Annotated articles as a fine-tuning set in the common chat format: our question, and the answer that is right.

One JSON object a line, {"messages": [system, user, assistant]}, as TRL, Tinker's client and most other tools take it.
A claim whose quote or names do not stand in the article is left out: no model should learn to invent.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from talentflow.evaluation import Annotated
from talentflow.model import Document, EntityMention, GroupClaim, MoveClaim, PositionClaim, Span
from talentflow.reader.aligner import Aligner
from talentflow.reader.llm.prompt import messages_for
from talentflow.reader.llm.reader import passages
from talentflow.text.segment import lines, sentences

LONGEST_PASSAGE = 12_000  # as the reader asks by default


def chat_examples(article: Annotated, left_out: Counter[str]) -> Iterator[str]:
    """The lines of one article, one a passage; what cannot be proved is counted in `left_out` by the sort of claim.

    None where only its moves are annotated, for a model is to tell all.
    """
    if not article.is_whole:
        return
    document, aligner = article.document, Aligner(article.document)
    said: list[tuple[str, str, dict[str, Any]]] = []
    for sort, claims in (("moves", article.moves), ("positions", article.positions), ("groups", article.groups)):
        for claim in claims:
            quote = _quote(claim, document, aligner)
            row = None if quote is None else _row(claim, quote, aligner)
            if quote is None or row is None:
                left_out[sort] += 1
            else:
                said.append((sort, quote, row))
    for passage in passages(document.text, LONGEST_PASSAGE):
        answer: Mapping[str, list[dict[str, Any]]] = {"moves": [], "positions": [], "groups": []}
        for sort, quote, row in said:
            if quote in passage:
                answer[sort].append(row)
        told = {"role": "assistant", "content": json.dumps(answer, ensure_ascii=False)}
        yield json.dumps({"messages": [*messages_for(document, passage), told]}, ensure_ascii=False)


def _quote(claim: MoveClaim | PositionClaim | GroupClaim, document: Document, aligner: Aligner) -> str | None:
    """The words that show a claim: its own evidence, else the first sentence that names all its parties."""
    if claim.evidence:
        return claim.evidence[0].quote if claim.evidence[0].field == "text" else None
    if not isinstance(claim, PositionClaim) or claim.org is None:
        return None
    for start, end in lines(document.text):
        for begin, stop in sentences(document.text, start, end):
            quote = document.text[begin:stop]
            inside = Aligner(Document(quote, lang=document.lang))
            if inside.find_name(claim.person.mention) and inside.find_name(claim.org.mention):
                return quote
    return None


def _row(claim: MoveClaim | PositionClaim | GroupClaim, quote: str, aligner: Aligner) -> dict[str, Any] | None:
    """A claim as the model should tell it; None where the article does not hold a name."""
    try:
        if isinstance(claim, MoveClaim):
            return {
                "quote": quote, **_party("person", claim.person, aligner, may_lack=False),
                **_party("from", claim.from_org, aligner), **_party("to", claim.to_org, aligner),
                "kind": claim.kind, "status": claim.status, "how": claim.how, "role_from": claim.role_from,
                "role_to": claim.role_to, "date": claim.date, "according_to": list(claim.according_to),
            }  # fmt: skip
        if isinstance(claim, PositionClaim):
            return {
                "quote": quote, **_party("person", claim.person, aligner, may_lack=False),
                **_party("org", claim.org, aligner, may_lack=False), "role": claim.role, "when": claim.when,
                "since": claim.since, "until": claim.until,
            }  # fmt: skip
        return {
            "quote": quote, **_party("from", claim.from_org, aligner, may_lack=False),
            **_party("to", claim.to_org, aligner, may_lack=False), "count": claim.count, "at_least": claim.at_least,
        }  # fmt: skip
    except LookupError:
        return None


def _party(name: str, entity: EntityMention | None, aligner: Aligner, *, may_lack: bool = True) -> dict[str, Any]:
    """How an answer names somebody; with `may_lack` it says too whether the article gives no name."""
    span: Span | None = None
    if entity is not None:
        span = aligner.find_name(entity.mention)
        if span is None:
            raise LookupError
    row: dict[str, Any] = {name: span and span.quote, f"{name}_latin": entity and entity.name}
    if may_lack:
        row[f"{name}_unnamed"] = entity is not None and entity.is_unnamed
    return row
