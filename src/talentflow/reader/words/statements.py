"""Statements that a sentence sets against one another: "Berg has left Intel, | but Moreno stays".

What is said of somebody in one of them is not said of whom only the other names.
"""

from __future__ import annotations

from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit

_PARTING = frozenset(";；؛")
COMMAS = frozenset(",،，")
_BACK = 4  # words from the comma that opens a statement to what sets it against the one before: "bestritt aber"


def borders_of(sentence: Sentence) -> list[int]:
    """Where statements begin that are set against the one before, in order."""
    surface = sentence.tokens.surface
    out = {index for index, word in enumerate(surface) if word in _PARTING}
    for hit in sentence.of_kind("contrast"):
        opening = range(hit.start, max(hit.start - _BACK, 0), -1)
        out.add(next((index for index in opening if surface[index - 1] in COMMAS), hit.start))
    return sorted(out)


def statement_at(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """The words of the statement that some words stand in, as first token and end."""
    borders = borders_of(sentence)
    low = max((border for border in borders if border <= start), default=0)
    return low, min((border for border in borders if border >= end), default=len(sentence.tokens))


def of_own_statement(sentence: Sentence, hit: Hit, scored: list[tuple[float, Mention]]) -> list[tuple[float, Mention]]:
    """The possible movers whom the statement of a trigger names, where one of them can be its subject.

    "Berg has left Intel, while his colleague Moreno is going to Quanta": Berg is nobody who goes there.
    """
    place = hit.verb_at if hit.is_fronted else hit.start
    low, high = statement_at(sentence, place, hit.end)
    if low == 0 and high == len(sentence.tokens):
        return scored
    own = [(score, m) for score, m in scored if low <= m.start < high]
    is_named = any(m.entity is not None and not m.mark and not m.owner for _, m in own)
    return own if is_named else scored
