"""What stands between an article and its noun: "die [von Borealis zu Quanta gewechselte] Ada Moreno".

Languages whose verbs may end their clause put a whole clause there, which a participle ends. What it names is told of
the noun behind it and is nothing to the verb of the sentence; and the participle tells of a change of its own.
"""

from __future__ import annotations

import re

from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.phrases import Hit
from talentflow.text.tokens import Tokens

_LONGEST = 14  # words
_LEAST = 6  # letters of a participle with its ending
_PARTICIPLE = re.compile(r"(.*(?:t|en|nd))(?:e|er|en|es|em)")
_STOPS = frozenset('.,;:!?–—()"“”„«»')
_LEADS = ("mark", "since", "relative_time", "number", "month", "also")


def find_attributes(hits: list[Hit], tokens: Tokens) -> list[tuple[int, int]]:
    """The stretches behind an article that a participle ends before a noun, as first token and end."""
    surface = tokens.surface
    leads = {hit.start for hit in hits if hit.kind in _LEADS}
    articles = {hit.end for hit in hits if hit.kind in ("determiner", "definite") and hit.end == hit.start + 1}
    out: list[tuple[int, int]] = []
    for start in sorted(articles):
        if start >= len(surface) or not (start in leads or surface[start].isdigit()):
            continue
        if out and start < out[-1][1]:
            continue
        if start > 1 and surface[start - 2] in _STOPS and surface[start - 1][0].islower():
            continue  # ", die zu Quanta ...": a relative clause
        end = _end(tokens, start)
        if end:
            out.append((start, end))
    return out


def _end(tokens: Tokens, start: int) -> int:
    """Behind the participle that a noun follows; 0 where there is none."""
    surface = tokens.surface
    for index in range(start + 1, min(start + _LONGEST, len(surface) - 1)):
        word = surface[index]
        if word in _STOPS and not tokens.is_ordinal_stop(index):
            return 0
        is_noun_next = surface[index + 1][0].isupper()
        if is_noun_next and word[0].islower() and len(word) >= _LEAST and _PARTICIPLE.fullmatch(word):
            return index + 1
    return 0


def participles(hits: list[Hit], attributes: list[tuple[int, int]], tokens: Tokens, lexicon: Lexicon) -> list[Hit]:
    """The triggers that the participles of such stretches are, without the ending that they have before a noun."""
    taken = {index for hit in hits if hit.kind == "trigger" for index in range(hit.start, hit.end)}
    out: list[Hit] = []
    for _, end in attributes:
        found = _PARTICIPLE.fullmatch(tokens.folded[end - 1])
        if found is None or end - 1 in taken:
            continue
        entries = [entry for entry in lexicon.entries_of(found.group(1)) if entry.kind == "trigger"]
        entries = [entry for entry in entries if not entry.payload.noun and not entry.payload.then]
        if entries:
            entry = next((entry for entry in entries if entry.payload.passive), entries[0])
            out.append(Hit("trigger", end - 1, end, entry.payload))
    return out
