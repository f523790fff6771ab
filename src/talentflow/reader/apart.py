"""Triggers whose words stand apart: "let Ada go", "put Ada in charge", "new head of Borealis"."""

from __future__ import annotations

from collections.abc import Container

from talentflow.reader.phrases import Hit
from talentflow.text.tokens import Tokens

_ENDS = frozenset(".,;:!?()،؛؟—–")
ROLE = "@role"  # among the words that must follow: any post
END = "@end"  # there must be the end of the clause


def without_unfinished(hits: list[Hit], tokens: Tokens) -> list[Hit]:
    """The hits without the triggers whose other words do not follow.

    Where they do, the trigger takes the place of plain ones of the same first words, which mean something else.
    """
    apart = [hit for hit in hits if hit.kind == "trigger" and hit.payload.then]
    if not apart:
        return hits
    posts = {hit.start: hit.end for hit in hits if hit.kind == "role" and hit.payload.part == "head"}
    ands = {hit.start for hit in hits if hit.kind == "and"}
    finished = [hit for hit in apart if _is_finished(hit, tokens, posts, ands)]
    places = {(hit.start, hit.end) for hit in finished}
    return [
        hit for hit in hits
        if hit.kind != "trigger" or ((hit.start, hit.end) not in places if not hit.payload.then else hit in finished)
    ]  # fmt: skip


def _is_finished(hit: Hit, tokens: Tokens, posts: dict[int, int], ands: Container[int]) -> bool:
    """Whether the words that must follow do so close by in the same clause; a name's own words are no trigger."""
    surface, folded = tokens.surface, tokens.folded
    has_capital = surface[hit.start][0].isupper() and not hit.payload.label[0].isupper()
    if has_capital and hit.start > 0 and surface[hit.start - 1][-1].islower():
        return False  # "the New chief" is part of a name, or of a headline in capitals
    last = min(len(folded), hit.end + hit.payload.within + 1)
    for index in range(hit.end, last):
        for words in hit.payload.then:
            if words[0] in (folded[index], ROLE) and _stand_at(words, folded, index, posts, ands):
                return True
        if surface[index] in _ENDS:
            return False
    return False


def _stand_at(
    words: tuple[str, ...], folded: list[str], index: int, posts: dict[int, int], ands: Container[int]
) -> bool:
    for word in words:
        if word == END:
            return index >= len(folded) or folded[index] in _ENDS or index in ands
        if word == ROLE and index in posts:
            index = posts[index]
        elif index < len(folded) and folded[index] == word:
            index += 1
        else:
            return False
    return True
