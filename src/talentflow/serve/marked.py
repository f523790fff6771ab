"""An article's text with its evidence marked: which characters made which claim."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from talentflow.model import Document, Reading, Span
from talentflow.text.visible import visible


@dataclass(frozen=True, slots=True)
class NumberedClaim:
    """A claim with the number that marks its evidence in the text, and its words."""

    number: int
    words: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the numbers of the claims that rest on it; `opens` and `closes` at its two ends."""

    text: str
    numbers: tuple[int, ...]
    opens: tuple[int, ...]
    closes: tuple[int, ...]


def numbered_claims(reading: Reading) -> list[NumberedClaim]:
    """The moves, positions, groups and facts of an article, numbered from 1."""
    worded: list[tuple[str, tuple[Span, ...]]] = []
    for move in reading.moves:
        how = f", {move.how}" if move.how else ""
        dated = f", {move.date}" if move.date else ""
        worded.append((f"{move}{how} ({move.kind}{dated}; sure {move.confidence:.2f})", move.evidence))
    for position in reading.positions:
        org = (position.org.name or position.org.mention) if position.org else "?"
        person = position.person.name or position.person.mention
        worded.append((f"{person}: {position.role or 'works'} at {org}, {position.when}", position.evidence))
    for group in reading.groups:
        ends = [(end.name or end.mention) if end else "?" for end in (group.from_org, group.to_org)]
        count = f"at least {group.count}" if group.at_least else str(group.count)
        worded.append((f"{count} people: {ends[0]} -> {ends[1]}", group.evidence))
    worded += [(f"{fact}, {fact.status}", fact.evidence) for fact in reading.facts]
    return [NumberedClaim(number, words, spans) for number, (words, spans) in enumerate(worded, start=1)]


def pieces(document: Document, field: str, claims: Sequence[NumberedClaim]) -> Iterator[Piece]:
    """The field cut wherever evidence begins or ends; joined again, the pieces are the field."""
    text = document.field(field)
    opens: dict[int, list[int]] = defaultdict(list)
    closes: dict[int, list[int]] = defaultdict(list)
    for claim in claims:
        for span in claim.spans:
            if span.field == field and 0 <= span.start < span.end <= len(text):
                opens[span.start].append(claim.number)
                closes[span.end].append(claim.number)
    borders = sorted({0, len(text), *opens, *closes})
    running: list[int] = []
    for start, end in pairwise(borders):
        running += opens[start]
        ending = tuple(sorted(set(closes[end])))
        yield Piece(text[start:end], tuple(sorted(set(running))), tuple(sorted(set(opens[start]))), ending)
        for number in closes[end]:
            running.remove(number)


def with_markers(parts: Sequence[Piece]) -> str:
    """The text with ⟦1⟧ where the evidence of claim 1 begins and ⟦/1⟧ where it ends."""
    out = []
    for part in parts:
        if part.opens:
            out.append(f"⟦{','.join(map(str, part.opens))}⟧")
        out.append(visible(part.text, lines=True))
        if part.closes:
            out.append(f"⟦/{','.join(map(str, part.closes))}⟧")
    return "".join(out)
