"""The embedded reader where it is sure, a language model where it is not: most articles cost nothing.

An article without any reading that is likely is passed over, what the embedded reader reads surely is left to it, and
about the rest the model is asked, by passages where those are much less than the article. Where both say the same the
claim is surer than either; where they do not, it is kept with a low confidence and says so.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from talentflow.model import DISPUTE, Document, EntityMention, MoveClaim, PositionClaim, Reading, notes
from talentflow.model.notes import Note
from talentflow.reader.careers.career import sentences_of
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.events.drafts import Draft
from talentflow.reader.llm.reader import EMBEDDED, Estimate, LlmReader, passages
from talentflow.reader.words.page import Page, Sentence
from talentflow.text.fold import search_key

NAME = "cascade"
VERSION = "1"
SURE = 0.9  # calibrated: nine of ten such claims are right, and asking would cost more than it tells
# What the likeliest reading of an article must reach for it to be asked about. Chosen on practice articles of this
# trade: one in 150 that tell of no move is sent, and three of four that do; see eval/score_cascade.py.
RELEVANT = 0.65
DISPUTED = 0.5  # a claim that one reader makes and the other, who was asked about the same words, does not
_MOST_SHARE = 0.5  # of an article in passages: more is asked about as a whole
_AROUND = 1  # paragraphs before and behind a doubtful one, for whom it speaks of


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be asked about a document: nothing, or some passages."""

    embedded: Reading
    ask: tuple[str, ...] = ()


class CascadeReader:
    """Asks `model` only about what the embedded reader leaves in doubt. Safe to use from several threads."""

    name = NAME

    def __init__(self, model: LlmReader) -> None:
        self.model = model
        self.counts: Counter[str] = Counter()
        self._embedded = EmbeddedReader()
        self._lock = threading.Lock()

    @property
    def version(self) -> str:
        """That of each reader, and of the way in which they share the work."""
        return f"{VERSION} embedded-{self._embedded.version} {self.model.version}"

    @property
    def at_once(self) -> int:
        """How many documents may be read at the same time."""
        return self.model.at_once

    def stop(self) -> None:
        """Ask nothing more, from whatever thread."""
        self.model.stop()

    def read(self, document: Document) -> Reading:
        """All claims of one document."""
        plan = self.plan(document)
        with self._lock:
            self.counts["articles"] += 1
            self.counts["asked"] += bool(plan.ask)
        if not plan.ask:
            return replace(plan.embedded, reader=NAME)
        asked = self.model.read_passages(document, plan.ask)
        found = _both(plan.embedded, asked)
        with self._lock:
            self.counts["disputed"] += sum(DISPUTE in move.explanation for move in found.moves)
        return found

    def estimate(self, document: Document) -> Estimate:
        """What reading a document would ask of the model, without asking."""
        return self.model.estimate(document, self.plan(document).ask)

    def plan(self, document: Document) -> Plan:
        """What the embedded reader reads, and what is to be asked of the model."""
        with EMBEDDED:
            look = self._embedded.look(document)
            if look.page is None:  # no rules for this language: the model alone can tell
                return Plan(look.reading, tuple(passages(document.text, self.model.settings.passage)))
            doubtful = _doubtful(look.drafts)
            ask = _asked(look.page, doubtful, self.model.settings.passage) if doubtful else []
            look.release()
        return Plan(look.reading, tuple(ask))


def _doubtful(drafts: Sequence[Draft]) -> list[Sentence]:
    """The sentences of readings that are likely and not sure; none where the article hardly tells of a move."""
    if max((draft.confidence for draft in drafts), default=0.0) < RELEVANT:
        return []
    return [sentence for draft in drafts if draft.confidence < SURE for sentence in sentences_of(draft)]


def _asked(page: Page, doubtful: Sequence[Sentence], longest: int) -> list[str]:
    """The paragraphs around doubtful sentences, or the whole article where they are most of it."""
    text = page.document.text
    body = [sentence for sentence in page.sentences if sentence.field == "text"]
    wanted = {
        sentence.paragraph + step
        for sentence in doubtful
        if sentence.field == "text"
        for step in range(-_AROUND, _AROUND + 1)
    }
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for sentence in body:
        if sentence.paragraph in wanted:
            first.setdefault(sentence.paragraph, sentence.start)
            last[sentence.paragraph] = sentence.end
    length = sum(last[number] - first[number] for number in first)
    if not first or length > _MOST_SHARE * len(text):
        return passages(text, longest)
    return passages("\n".join(text[first[number] : last[number]] for number in sorted(first)), longest)


def _both(embedded: Reading, asked: Reading) -> Reading:
    """The claims of both readers: those of one mind surer, the others in dispute unless the embedded one is sure."""
    left = list(asked.moves)
    moves: list[MoveClaim] = []
    for move in embedded.moves:
        other = next((one for one in left if _same_move(move, one)), None)
        if other is not None:
            left.remove(other)
            moves.append(_agreed(move, other))
        elif move.confidence >= SURE:
            moves.append(move)
        else:
            moves.append(_disputed(move, notes.note(notes.MODEL_SILENT)))
    moves += [_disputed(move, notes.note(notes.RULES_SILENT)) for move in left]
    counts = {group.count for group in embedded.groups}
    return replace(
        embedded,
        reader=NAME,
        moves=tuple(moves),
        positions=_positions(embedded.positions, asked.positions),
        groups=(*embedded.groups, *(group for group in asked.groups if group.count not in counts)),
    )


def _agreed(one: MoveClaim, other: MoveClaim) -> MoveClaim:
    """A claim of both: as the embedded reader words it, with what only the model knows."""
    return replace(
        one,
        kind=one.kind,
        how=one.how or other.how,
        role_from=one.role_from or other.role_from,
        role_to=one.role_to or other.role_to,
        date=one.date or other.date,
        according_to=tuple(dict.fromkeys((*one.according_to, *other.according_to))),
        confidence=1 - (1 - one.confidence) * (1 - other.confidence),
        explanation=(*one.explanation, notes.note(notes.MODEL_AGREES)),
    )


def _disputed(move: MoveClaim, why: Note) -> MoveClaim:
    return replace(move, confidence=min(move.confidence, DISPUTED), explanation=(*move.explanation, DISPUTE, why))


def _positions(own: Sequence[PositionClaim], asked: Sequence[PositionClaim]) -> tuple[PositionClaim, ...]:
    new = [one for one in asked if not any(_same(one.person, it.person) and _same(one.org, it.org) for it in own)]
    return (*own, *new)


def _same_move(one: MoveClaim, other: MoveClaim) -> bool:
    return _same(one.person, other.person) and _same(one.from_org, other.from_org) and _same(one.to_org, other.to_org)


def _same(one: EntityMention | None, other: EntityMention | None) -> bool:
    """Whether two readers mean one entity of an article: by its id, or one mention within the other."""
    if one is None or other is None:
        return one is other
    if one.id == other.id or (one.name is None and other.name is None):
        return True
    words, others = set(search_key(one.mention).split()), set(search_key(other.mention).split())
    return bool(words and others) and (words <= others or others <= words)
