"""Verbs at the end of their clause: "hat Borealis verlassen", "dass sie zu Meta wechselt", "um Meta zu verlassen".

The rest of the reader looks for what a verb takes behind it. So a trigger that ends its clause is read where the clause
opens: at the finite verb, at the word that begins the subordinate clause, or at the comma before an infinitive. That
place also says whether a participle is active ("hat ... entlassen") and whether the words only plan or guess.
"""

from __future__ import annotations

from dataclasses import replace

from talentflow.languages import Trigger
from talentflow.reader.words.apart import END, ROLE
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.phrases import Hit
from talentflow.text.tokens import Tokens

_STOPS = frozenset('.;:!?–—()"“”„«»')
_CLOSERS = frozenset('.,;:!?–—()"“”„«»')
_REACH = 45  # tokens from the end of a clause to what opens it
_MOST_CLUSTER = 3  # verbs behind one another: "entlassen worden sein"
_NEGATED_WITHIN = 3
_LONGEST_BRACKET = 12
_SHORTEST_OBJECT = 3  # letters: a preposition that parts from its verb goes elsewhere
_SHORTEST_PART = 2  # letters before and behind "zu" inside a verb
# What a participle tells where "have" goes with it, and so its subject acts.
_ACTIVE_EVENTS = {"founded_by": "found", "succeeded_by": "replace"}


def front_verbs(hits: list[Hit], tokens: Tokens, lexicon: Lexicon) -> list[Hit]:
    """The hits with the triggers that end a clause where it opens, and those that are negated left out."""
    triggers = [hit for hit in hits if hit.kind == "trigger" and not hit.payload.noun]
    if not triggers:
        return hits
    return _Clauses(hits, triggers, tokens, lexicon).read()


class _Clauses:
    """The clauses of one sentence."""

    def __init__(self, hits: list[Hit], triggers: list[Hit], tokens: Tokens, lexicon: Lexicon) -> None:
        self._hits, self._triggers, self._tokens = hits, triggers, tokens
        self._words = lexicon.verb_words
        self._by_start: dict[int, list[Hit]] = {}
        for hit in hits:
            self._by_start.setdefault(hit.start, []).append(hit)
        self._negations = [hit for hit in hits if hit.kind == "negation"]
        self._ands = {hit.start for hit in hits if hit.kind == "and"}
        self._final = {hit.end for hit in triggers if hit.payload.event != "none" and self._ends_clause(hit)}

    def read(self) -> list[Hit]:
        nothing = [range(hit.start, hit.end) for hit in self._triggers if hit.payload.event == "none"]
        nothing = [] if any(hit.payload.then for hit in self._triggers if hit.payload.event == "none") else nothing
        moved: dict[int, list[Hit]] = {}
        extra: list[Hit] = []
        for hit in self._triggers:
            if hit.payload.event == "none" or any(hit.start in span and hit.end <= span.stop for span in nothing):
                continue
            found = self._place(hit)
            if found is not None:
                moved[id(hit)] = found
                extra += [other for other in found if other.kind == "relative"]
        fronts = {hit.start for found in moved.values() for hit in found if hit.kind == "trigger"}
        out: list[Hit] = []
        taken: set[tuple[int, str]] = set()
        for hit in self._hits:
            if hit.kind == "trigger" and hit.start in fronts and id(hit) not in moved and hit.payload.event != "none":
                continue  # the whole verb says more than its finite part: "wurde zur Chefin | ernannt"
            for other in moved.get(id(hit), [hit]) if hit.kind == "trigger" else [hit]:
                if other.kind == "relative" and other is not hit:
                    if (other.start, "relative") in taken:
                        continue
                    taken.add((other.start, "relative"))
                out.append(other)
        return out

    def _place(self, hit: Hit) -> list[Hit] | None:
        """Where a trigger is read, nothing where it is none; None where it stays as it is."""
        payload: Trigger = hit.payload
        if payload.event == "succeeded_by" and payload.then and self._has_verb_before(hit):
            return []  # "wird | das Ruder bei Quanta übernehmen": whoever does it stands before
        if payload.then and (ROLE,) not in payload.then and hit.end not in self._final:
            return None
        if hit.end not in self._final:
            if self._has_twin(hit) and payload.passive:
                return []  # a finite verb that looks like its participle
            return [] if not payload.then and self._is_negated_behind(hit) else None
        opener, is_relative, is_clause = self._opener(hit)
        cluster = self._cluster(hit.end)
        if payload.then and (opener is None or not self._has_object(opener, hit.start, payload.then)):
            return None
        if payload.then and any(
            other.start == opener and self._has_object(opener, hit.start, other.payload.then)
            for other in self._triggers
        ):
            return None  # the finite verb tells it already: "muss ihren Stuhl | räumen"
        if self._has_twin(hit) and payload.passive == (is_clause and not cluster):
            return []
        if opener is None:
            return None
        if self._is_negated(opener, hit.start):
            return []
        if payload.passive and self._is_active(opener, hit, cluster, is_clause):
            payload = _as_active(payload)
        status = self._status(opener, hit.end, len(cluster))
        if status and not payload.status:
            payload = replace(payload, status=status)
        if payload.then:
            payload = replace(payload, then=frozenset())
        out = [Hit("trigger", opener, opener + 1, payload, verb_at=hit.start)]
        if is_relative:
            out.append(Hit("relative", opener, opener + 1, "relative"))
        return out

    def _has_twin(self, hit: Hit) -> bool:
        """Whether the same word may be the finite verb and the participle: "befördert"."""
        return any(
            other is not hit and (other.start, other.end) == (hit.start, hit.end)
            and other.payload.passive != hit.payload.passive and not other.payload.then
            for other in self._triggers
        )  # fmt: skip

    def _cluster(self, end: int) -> list[str]:
        """The verbs that follow a verb at the end of its clause."""
        out: list[str] = []
        folded, surface = self._tokens.folded, self._tokens.surface
        while end < len(folded) and len(out) < _MOST_CLUSTER and surface[end] in self._words["cluster"]:
            out.append(surface[end])
            end += 1
        return out

    def _ends_clause(self, hit: Hit) -> bool:
        end = hit.end + len(self._cluster(hit.end))
        tokens = self._tokens
        if end >= len(tokens) or tokens.surface[end] in _CLOSERS:
            return True
        return any(other.kind in ("and", "break") for other in self._by_start.get(end, ()))

    def _opener(self, hit: Hit) -> tuple[int | None, bool, bool]:
        """Where a verb's clause opens, whether with a relative pronoun, and whether it is a subordinate one."""
        tokens, words = self._tokens, self._words
        surface = tokens.surface
        passed_aside = False
        index = hit.start - 1
        while index >= 0 and hit.start - index <= _REACH:
            word = surface[index]
            if word == ")" and (opening := self._bracket_start(index)) is not None:
                index = opening - 1
                continue
            if word in _STOPS and not tokens.is_ordinal_stop(index):
                return None, False, False
            if word == ",":
                if self._is_infinitive(hit):
                    return index, False, True
                before = self._aside_start(index)
                if passed_aside or before is None:
                    return None, False, False
                passed_aside, index = True, before - 1
                continue
            if word in words["finite"]:
                return index, False, False
            if index in self._ands and any(0 <= index - end <= _MOST_CLUSTER for end in self._final):
                return index, self._goes_on_relative(index), False
            if word in words["relative_article"] and self._follows_comma(index):
                return index, True, True
            if word.lower() in words["subordinator"] and (
                index == 0 or surface[index - 1] in ",(" or word in words["complementizer"]
            ):
                return index, False, True
            index -= 1
        return None, False, False

    def _bracket_start(self, closing: int) -> int | None:
        """The bracket that opens what one closes which is passed over whole: "Ada Moreno (55, Foto) wird"."""
        surface = self._tokens.surface
        for index in range(closing - 1, max(-1, closing - _LONGEST_BRACKET), -1):
            if surface[index] in "()":
                return index if surface[index] == "(" else None
        return None

    def _goes_on_relative(self, index: int) -> bool:
        """Whether "and" goes on with a relative clause: ", die Borealis verließ | und Quanta gründete"."""
        surface = self._tokens.surface
        while index > 0 and surface[index - 1] != "," and surface[index - 1] not in _STOPS:
            index -= 1
            if surface[index] in self._words["relative_article"] and self._follows_comma(index):
                return True
        return False

    def _follows_comma(self, index: int) -> bool:
        surface = self._tokens.surface
        if index > 0 and surface[index - 1] == ",":
            return True
        return (
            index > 1 and surface[index - 2] == "," and any(h.kind == "mark" for h in self._by_start.get(index - 1, ()))
        )

    def _aside_start(self, comma: int) -> int | None:
        """The comma that opens the aside which a comma closes, if the words between are one."""
        tokens = self._tokens
        for index in range(comma - 1, -1, -1):
            if tokens.surface[index] == ",":
                return index
            if tokens.surface[index] in _STOPS and not tokens.is_ordinal_stop(index):
                return None
        return None

    def _is_infinitive(self, hit: Hit) -> bool:
        """Whether a verb is an infinitive of a clause of its own: "zu verlassen", "abzuwerben"."""
        folded, signs = self._tokens.folded, self._words["infinitive_mark"]
        if folded[hit.start] in signs or (hit.start > 0 and folded[hit.start - 1] in signs):
            return True
        return any(sign in folded[hit.end - 1][_SHORTEST_PART:-_SHORTEST_PART] for sign in signs)

    def _has_verb_before(self, hit: Hit) -> bool:
        """Whether the finite verb of a clause stands before a trigger, so that its subject does too."""
        surface = self._tokens.surface
        for index in range(hit.start - 1, -1, -1):
            if surface[index] in _CLOSERS and not self._tokens.is_ordinal_stop(index):
                return False
            if surface[index] in self._words["finite"]:
                return True
        return False

    def _has_object(self, opener: int, end: int, then: frozenset[tuple[str, ...]]) -> bool:
        """Whether the words that belong to a verb stand before it, as in a clause: "die Leitung ... übernimmt"."""
        if (ROLE,) in then and self._has_post(opener, end):
            return True
        folded = self._tokens.folded
        for words in then:
            if ROLE in words or END in words or len(words[0]) < _SHORTEST_OBJECT:
                continue
            for index in range(opener + 1, end - len(words) + 1):
                if tuple(folded[index : index + len(words)]) == words:
                    return True
        return False

    def _has_post(self, low: int, high: int) -> bool:
        return any(
            low < hit.start and hit.end <= high and hit.kind == "role" and hit.payload.part == "head"
            for hit in self._hits
        )

    def _is_active(self, opener: int, hit: Hit, cluster: list[str], is_clause: bool) -> bool:
        being = self._words["finite_being"]
        if not self._words["passive_verb"].isdisjoint(cluster):
            return False
        if is_clause:
            return (bool(cluster) and cluster[-1] not in being) or self._is_infinitive(hit)
        word = self._tokens.surface[opener]
        if word in self._words["finite"]:
            return word not in being
        before = [i for i in range(opener) if self._tokens.surface[i] in self._words["finite"]]
        return bool(before) and self._tokens.surface[before[-1]] not in being

    def _is_negated(self, low: int, high: int) -> bool:
        return any(low < hit.start and 0 <= high - hit.end < _NEGATED_WITHIN for hit in self._negations)

    def _is_negated_behind(self, hit: Hit) -> bool:
        """Whether "nicht" ends the clause of a finite verb: "verlässt Borealis nicht"."""
        tokens = self._tokens
        for negation in self._negations:
            if negation.start < hit.end or any(w in _CLOSERS for w in tokens.surface[hit.end : negation.start]):
                continue
            if negation.start == hit.end or negation.end >= len(tokens) or tokens.surface[negation.end] in _CLOSERS:
                return True
        return False

    def _status(self, opener: int, end: int, more: int) -> str:
        """What the finite verb itself says, which opens its clause or ends it: "soll", "wechseln will"."""
        for place in (opener, *range(end, end + more)):
            for hit in self._by_start.get(place, ()):
                if hit.kind == "cue" and hit.end == place + 1 and hit.payload.status != "none":
                    return str(hit.payload.status)
        return ""


def _as_active(trigger: Trigger) -> Trigger:
    """A participle's trigger where its subject acts: whom "von" names is no agent then, but where somebody was."""
    marks = tuple((word, "from" if slot == "to" else slot) for word, slot in trigger.marks if slot != "person")
    event = _ACTIVE_EVENTS.get(trigger.event, trigger.event)
    return replace(trigger, passive=False, marks=marks, event=event)
