"""Names as a small network tags them in running text, whatever lists and capitals say."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import numpy

from talentflow.model import Document
from talentflow.reader.relations.network import tag_scores
from talentflow.reader.relations.pieces import Pieces, cut
from talentflow.reader.relations.questions import LONGEST_ASKED
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page, cut_page, find_phrases
from talentflow.reader.words.tags import ORGANIZATION, PERSON, Tagged

# Of each piece: no name, or whose kind of name, and whether it goes on there.
TAGS: tuple[tuple[int, bool], ...] = (
    (0, False),
    (PERSON, False),
    (PERSON, True),
    (ORGANIZATION, False),
    (ORGANIZATION, True),
)
_NEVER = -1e9


def tagged_page(document: Document, lexicon: Lexicon) -> Page:
    """A document cut into sentences, with the phrases and names of each and what the network tags."""
    page = cut_page(document, lexicon)
    tag_names(page)
    find_phrases(page)
    return page


def tag_names(page: Page) -> None:
    """Notes in each sentence of a page, before its phrases are found, the names that the network tags in it."""
    title = page.document.title
    text = f"{title}\n{page.document.text}"[:LONGEST_ASKED]
    pieces = cut(text)
    found = names_of(text, pieces, tag_scores(pieces))
    page.is_tagged = True
    ahead = {"title": 0, "text": len(title) + 1}
    place = 0
    for sentence in page.sentences:
        begin = ahead[sentence.field]
        first, last = begin + sentence.start, begin + sentence.end
        while place < len(found) and found[place].start < first:
            place += 1
        while place < len(found) and found[place].start < last:
            name = found[place]
            sentence.tagged.append(replace(name, start=name.start - begin, end=min(name.end, last) - begin))
            place += 1


def names_of(text: str, pieces: Pieces, scores: Any) -> list[Tagged]:
    """The names of a text in order; `scores` (n x 5) are the log-probabilities of each piece's tags."""
    if not len(pieces):
        return []
    path = _likeliest(scores)
    found: list[Tagged] = []
    place, count = 0, len(path)
    while place < count:
        kind = TAGS[path[place]][0]
        if not kind:
            place += 1
            continue
        last = place + 1
        while last < count and TAGS[path[last]] == (kind, True):
            last += 1
        start, end = int(pieces.start[place]), int(pieces.end[last - 1])
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        sure = math.exp(float(numpy.mean([scores[at, path[at]] for at in range(place, last)])))
        if start < end:
            found.append(Tagged(start, end, kind, sure))
        place = last
    return found


def _likeliest(scores: Any) -> list[int]:
    """The likeliest chain of tags in which none goes on that has not begun (Viterbi)."""
    follows = numpy.zeros((len(TAGS), len(TAGS)), dtype=numpy.float32)
    for before, (kind, _) in enumerate(TAGS):
        for tag, (own, goes_on) in enumerate(TAGS):
            if goes_on and own != kind:
                follows[before, tag] = _NEVER
    best = scores[0] + follows[0]
    back = []
    for row in scores[1:]:
        each = best[:, None] + follows
        back.append(each.argmax(0))
        best = each.max(0) + row
    path = [int(best.argmax())]
    for came in reversed(back):
        path.append(int(came[path[-1]]))
    return path[::-1]
