"""What a denial holds for: the clause that is denied, and nothing that only stands beside it.

"Ada Moreno, who came from Google in 2020, denied that she is leaving Borealis, but confirmed that Tom Berg has left":
denied is that Moreno leaves. That she came, and that Berg has left, are as sure as if nothing had been denied.
"""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.cast.asides import asides_of
from talentflow.reader.cast.scene import Event
from talentflow.reader.words.attributes import find_attributes
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.statements import COMMAS, statement_at

_RELATED = 4  # words from a relative to the verb of its clause
_LINKED = 6  # words between a verb of denying and the link that it denies
_BESIDE = 8  # words from a verb to the name behind it that it describes


def is_denied(cue: Hit, event: Event) -> bool:
    """Whether what words of denying say holds for an event of their sentence."""
    if cue.start < event.end and event.start < cue.end:
        return True  # its own words deny it: "is not leaving"
    scope = _Scope(cue, event)
    if scope.is_parted() or scope.is_adverbial():
        return False
    if scope.is_aside(event.start, event.end):
        return False
    if event.start < cue.start:
        return not scope.has_complement()
    return event.start >= scope.complement and not scope.is_presupposed()


class _Scope:
    """The words of one denial in its sentence."""

    def __init__(self, cue: Hit, event: Event) -> None:
        self._cue, self._event = cue, event
        self._sentence: Sentence = event.sentence
        language = event.reading.lexicon.language if event.reading is not None else None
        self._is_spaceless = language is not None and language.spaceless
        self._attributes = (
            find_attributes(self._sentence.hits, self._sentence.tokens)
            if language is not None and language.verb_last
            else []
        )
        # "dismissed as false" dismisses a report
        self._told = [
            t
            for t in self._sentence.of_kind("trigger")
            if t.payload.event != "none"
            and not (t.payload.event == "dismiss" and t.start < cue.end and cue.start < t.end)
        ]
        self._low, self._high = statement_at(self._sentence, cue.start, cue.end)
        self.complement = self._complement()

    def _complement(self) -> int:
        """Where what is denied begins: at the word that opens its clause, else right behind the words of denying."""
        begin = self._cue.start
        for opening in self._sentence.of_kind("complementizer"):
            if begin <= opening.start < self._high and any(opening.start <= t.start < self._high for t in self._told):
                before = opening.start - 1
                if self._sentence.closes(opening.start, ("claim_noun", "cue")) or not self._is_relative(before):
                    return opening.start
        return self._cue.end

    def _is_relative(self, before: int) -> bool:
        """Whether what opens behind a token tells of the name there, as relatives do: "Ada, | que llegó de Google"."""
        if self._sentence.tokens.surface[max(before, 0)] in COMMAS:
            before -= 1
        return any(m.start <= before < m.end for m in self._sentence.mentions) and not self._is_verb_first()

    def _is_verb_first(self) -> bool:
        return self._event.reading is not None and self._event.reading.verb_first

    def is_parted(self) -> bool:
        """Whether the event stands in another statement, which is set against the denial."""
        if self._event.start >= self._cue.end:
            return self._event.start >= self._high
        return self._event.start < self._low and (self.has_complement() or not self._points_back())

    def _points_back(self) -> bool:
        """Whether words of denying take what was said before: "but denies it", "but rejected the report"."""
        surface = self._sentence.tokens.surface
        behind = range(self._cue.end, min(self._high, self._cue.end + 3))
        return not any(surface[index][0].isalnum() for index in behind) or self._sentence.has_kinds(("claim_noun",))

    def is_adverbial(self) -> bool:
        """Whether only the time or the reason of a denial is told: "denied any wrongdoing after he | was fired"."""
        cue, event, sentence = self._cue, self._event, self._sentence
        breaks = [hit for hit in sentence.of_kind("break") if not sentence.opens(hit.start, ("complementizer",))]
        if event.start >= cue.end:
            if self._is_behind_clause_of_denial():
                return True
            opening = [hit for hit in breaks if cue.end <= hit.start < event.start or hit.start == event.start]
            said = [hit.start for hit in sentence.of_kind("complementizer") if hit.start >= cue.start]
            for first in opening[-1:]:
                before = [place for place in said if place < first.start]
                if not before or any(before[0] <= t.start < first.start for t in self._told):
                    return not any(first.end <= place <= event.start for place in said)
            return False
        surface = sentence.tokens.surface
        begin = max((i + 1 for i in range(event.start) if surface[i] in COMMAS), default=0)
        if any(begin <= hit.start <= begin + 1 and hit.start <= event.start for hit in breaks):
            return any(word in COMMAS for word in surface[event.end : cue.start])
        return self._is_spaceless and any(
            event.end <= hit.start < cue.start and surface[hit.end : hit.end + 1] in (["，"], [","]) for hit in breaks
        )

    def _is_behind_clause_of_denial(self) -> bool:
        """Whether the denial itself is the time or the reason of what follows: "Before he denied it, he | had left"."""
        surface, cue = self._sentence.tokens.surface, self._cue
        begin = max((i + 1 for i in range(cue.start) if surface[i] in COMMAS), default=0)
        if not any(begin <= hit.start <= begin + 1 and hit.end <= cue.start for hit in self._sentence.of_kind("break")):
            return False
        return any(word in COMMAS for word in surface[cue.end : self._event.start])

    def has_complement(self) -> bool:
        """Whether the words of denying have something of their own that they deny, and not what stands before them."""
        own = [t for t in self._told if t.end > self._cue.start and t.start < self._high]
        return any(not self.is_aside(t.start, t.end) for t in own)

    def is_presupposed(self) -> bool:
        """Whether only a link of the event to something else is denied: "denied that her exit had to do with X"."""
        return any(
            self._cue.end <= link.start < self._high
            and (link.end <= self._event.start or 0 <= link.start - self._event.end <= _LINKED)
            for link in self._sentence.of_kind("link")
        )

    def is_aside(self, start: int, end: int) -> bool:
        """Whether words only describe somebody whom the statement names, and the denial stands outside of them."""
        low, high = self._cue.start, self._cue.end
        asides = self._asides(start)
        if any(first <= start < last and not first <= low < last for first, last in asides):
            return True
        if any(first <= low < last <= start for first, last in asides if last < len(self._sentence.tokens) - 1):
            return True  # "Ada, who denied in March that she would leave, | has left"
        rest = [
            t for t in self._told if t.start >= end and t.start < self._high and not (t.start < high and t.end > low)
        ]
        rest = [t for t in rest if t.verb_at != start]
        if not rest and end <= low:
            return self._is_adnominal(start, end, low)
        if not rest:
            return False
        return self._is_relative_clause(start, end) or self._is_adnominal(start, end, rest[0].start)

    def _asides(self, start: int) -> list[tuple[int, int]]:
        """The stretches between commas, brackets or an article and its noun that only describe a name."""
        surface, sentence = self._sentence.tokens.surface, self._sentence
        out = [one for one in asides_of(sentence) if self._is_closed(one)]
        out += self._attributes
        comma = next((index for index in range(start - 1, -1, -1) if surface[index] in COMMAS), -1)
        if comma >= 0 and start - comma <= _RELATED and self._describes(comma, start):
            close = next((index for index in range(start, len(surface)) if surface[index] in COMMAS), -1)
            goes_on = any(close < t.start < self._high for t in self._told) or close <= self._cue.start
            if close >= 0 and goes_on:
                out.append((comma, close + 1))
        return out

    def _is_closed(self, one: tuple[int, int]) -> bool:
        """Whether an aside closes before what the statement goes on with; one that ends it may be what is denied."""
        return one[1] < len(self._sentence.tokens) - 1 or one[1] <= self._cue.start or one[0] >= self._cue.end

    def _describes(self, comma: int, start: int) -> bool:
        """Whether what a comma opens with a verb tells of the person right before: "Ada Moreno, | hired in 2019,"."""
        if self._sentence.opens(comma + 1, ("complementizer",)) and not self._sentence.opens(comma + 1, ("relative",)):
            return False
        named = any(m.kind == "person" and m.end == comma for m in self._sentence.mentions)
        is_relative = self._sentence.opens(comma + 1, ("relative",)) and self._is_described(comma - 1)
        return named or is_relative or self._sentence.closes(comma, ("role",))

    def _is_described(self, place: int) -> bool:
        """Whether a token is part of a name or of what somebody is, which a relative may go on to describe."""
        return any(m.start <= place < m.end for m in self._sentence.mentions) or any(
            hit.start <= place < hit.end for hit in self._sentence.of_kinds(("role", "person_noun", "title"))
        )

    def _is_relative_clause(self, start: int, end: int) -> bool:
        """Whether a relative behind a name leads to the words: "that Tom Berg who | joined from Intel is going"."""
        for relative in self._sentence.of_kind("relative"):
            is_near = 0 <= start - relative.end <= _RELATED or relative.start == start
            if is_near and relative.start >= self._cue.end and self._is_relative(relative.start - 1):
                return not any(relative.end <= t.start < start for t in self._told)
        return False

    def _is_adnominal(self, start: int, end: int, rest: int) -> bool:
        """Whether words stand before the name that they describe, where no relative says so: "来自A的B"."""
        if not self._is_spaceless:
            return False
        people = [m.start for m in self._sentence.mentions if m.kind == "person" and end <= m.start < rest]
        if not people or people[0] - end > _BESIDE:
            return False
        return any(end <= link.start < people[0] for link in self._sentence.of_kind("post_link"))


def is_beside(sentence: Sentence, place: int, event: Event) -> bool:
    """Whether what stands before an event only describes somebody: "Ada, rumoured to go to A, | joined B"."""
    count = len(sentence.tokens)
    if any(
        (start <= place < end <= event.start and end < count - 1) or place < start <= event.start < end < count - 1
        for start, end in asides_of(sentence)
    ):
        return True
    named = next((m.start for m in sentence.mentions if m.entity is event.person and place < m.start), -1)
    if not 0 <= named <= event.start or event.reading is None or event.reading.cased or event.reading.verb_first:
        return False
    told = [t for t in sentence.of_kind("trigger") if t.payload.event != "none" and t.start != event.start]
    if event.reading.lexicon.language.head_final:
        return any(t.end <= place <= t.end + _RELATED and place < named for t in told)
    links = [link.start for link in sentence.of_kind("post_link") if place < link.start < named]
    return any(place < t.start < link for t in told for link in links)


def describes_denier(cue: Hit, event: Event) -> bool:
    """Whether what stands before its noun, as where verbs end clauses, only describes whoever denies something else.

    "The from-Google-to-Borealis-moved Ada Moreno denied wrongdoing": the name of whoever moved stands between.
    """
    return any(
        m.entity is event.person and event.end <= m.start and m.end <= cue.start and m.start - event.end <= _BESIDE
        for m in event.sentence.mentions
    )


def part_denied(events: Iterable[Event]) -> None:
    """Lets nobody go from where they left to where they deny to go, nor come from where they were only said to go."""
    left: dict[int, list[Event]] = {}
    unsure: list[Event] = []
    coming: dict[int, list[Event]] = {}
    for event in events:
        if event.yields == "leave" and event.status == "done" and event.from_org is not None:
            left.setdefault(id(event.person), []).append(event)
        elif event.yields in _COMING and event.to_org is not None:
            if event.status in ("denied", "rumored"):
                unsure.append(event)
            else:
                coming.setdefault(id(event.person), []).append(event)
    for event in unsure:
        if event.status == "denied":
            for leaving in left.get(id(event.person), ()):
                if abs(leaving.sentence.number - event.sentence.number) <= _STEP:
                    event.ruled_out.add((id(leaving.from_org), id(event.to_org)))
        for told in coming.get(id(event.person), ()):
            if told.from_org is not event.to_org and told.sentence is event.sentence and not told.rank:
                told.ruled_out.add((id(event.to_org), id(told.to_org)))


_COMING = ("join", "appoint", "found", "shift")
_STEP = 2  # sentences between a leaving and a joining that are told as one step
