"""What the words of a quote allow to claim: how certain it may be, and whom it names as its source.

The rules are the embedded reader's own. Other readers are held to them: a rumour stays one whatever they make of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talentflow.model import Document, Span
from talentflow.reader.cast.attribution import sources_of
from talentflow.reader.cast.scene import Event
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.embedded import language_of
from talentflow.reader.events.status import is_negated
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Page, Sentence, make_page
from talentflow.text.fold import search_key

CERTAINTY = {"denied": 0, "declined": 0, "rumored": 1, "planned": 2, "done": 3}


@dataclass(slots=True)
class QuoteRules:
    """The rules for the quotes of one document; without a folder of data for its language they say nothing."""

    document: Document
    _read: Understanding | None = None
    _has_read: bool = False

    def most_certain(self, spans: Sequence[Span], person: str) -> str | None:
        """The most certain status that the quoted sentences leave for what they tell of a person; None for any."""
        found = self._understood()
        if found is None:
            return None
        sentences = _sentences(found.page, spans)
        events = [event for event in found.events if any(event.sentence is sentence for sentence in sentences)]
        own = [event for event in events if _is_about(event, person)] or events
        if own:
            return max((event.status for event in own), key=lambda status: CERTAINTY.get(status, 3))
        if any(_denies(sentence, head_final=found.page.language.head_final) for sentence in sentences):
            return "denied"
        return _by_cues(sentences, spans)

    def sources(self, spans: Sequence[Span]) -> tuple[str, ...]:
        """The Latin names of those whom the quoted sentences name as their source."""
        found = self._understood()
        if found is None:
            return ()
        names = [
            name for sentence in _sentences(found.page, spans) for name in sources_of(sentence, found.page.language)
        ]
        return tuple(dict.fromkeys(names))

    def widened(self, spans: Sequence[Span]) -> str:
        """The quotes with the rest of their sentences: what a source must be named in."""
        found = self._understood()
        if found is None:
            return "\n".join(span.quote for span in spans)
        document = self.document
        texts = [document.span(one.field, one.start, one.end).quote for one in _sentences(found.page, spans)]
        return "\n".join([*texts, *(span.quote for span in spans)])

    def _understood(self) -> Understanding | None:
        if not self._has_read:
            self._has_read = True
            code = language_of(self.document)
            if code is not None:
                self._read = understand(make_page(self.document, lexicon_for(code)))
        return self._read


def _sentences(page: Page, spans: Sequence[Span]) -> list[Sentence]:
    return [
        sentence
        for sentence in page.sentences
        if any(
            span.field == sentence.field and span.start < sentence.end and sentence.start < span.end for span in spans
        )
    ]


def _is_about(event: Event, person: str) -> bool:
    """Whether an event is of the person so named: all words of one name are in the other."""
    asked = set(search_key(person).split())
    for name in (*event.person.surfaces, event.person.name or ""):
        words = set(search_key(name).split())
        if words and (words <= asked or asked <= words):
            return True
    return False


def _denies(sentence: Sentence, *, head_final: bool) -> bool:
    """Whether every word of a sentence that could tell of a change is said not to be so."""
    triggers = [hit for hit in sentence.of_kind("trigger") if hit.payload.event != "none"]
    return bool(triggers) and all(is_negated(sentence, hit.start, hit.end, head_final=head_final) for hit in triggers)


def _by_cues(sentences: Sequence[Sentence], spans: Sequence[Span]) -> str | None:
    """The least certain status that words inside the quotes speak for, where no event is told that the rules know."""
    found = [
        hit.payload.status
        for sentence in sentences
        for hit in sentence.of_kind("cue")
        if hit.payload.status in CERTAINTY
        and any(
            span.field == sentence.field
            and span.start <= sentence.tokens.start[hit.start] < sentence.tokens.end[hit.end - 1] <= span.end
            for span in spans
        )
    ]
    return min(found, key=lambda status: CERTAINTY[status]) if found else None
