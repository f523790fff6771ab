"""Names as the network tags them (relations/tagged.py), and what they make of a sentence's words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from talentflow.reader.words.page import Sentence

PERSON, ORGANIZATION = 1, 2


@dataclass(frozen=True, slots=True)
class Tagged:
    """A name at characters `start` to `end` of its field, its kind, and how sure the tags are of it (0 to 1)."""

    start: int
    end: int
    kind: int
    sure: float


class TaggedWords(NamedTuple):
    """The words from and up to that a tagged name takes."""

    start: int
    end: int
    kind: int
    sure: float


def tagged_words(sentence: Sentence) -> list[TaggedWords]:
    """The tagged names of a sentence by its words; a word that is partly a name counts whole."""
    tokens = sentence.tokens
    starts, ends = tokens.start, tokens.end
    out: list[TaggedWords] = []
    for name in sentence.tagged:
        first, last = bisect_right(ends, name.start), bisect_left(starts, name.end)
        if first < last and (not out or out[-1].end <= first):
            out.append(TaggedWords(first, last, name.kind, name.sure))
    return out
