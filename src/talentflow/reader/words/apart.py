"""Triggers whose words stand apart: "let Ada go", "put Ada in charge", "new head of Borealis"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from talentflow.languages.model import THEN_WITHIN
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.phrases import Hit
from talentflow.text.tokens import Tokens

_HARD_ENDS = frozenset(".;:!?؛؟")
ROLE = "@role"  # among the words that must follow: any post
END = "@end"  # there must be the end of the clause
_ENDS = _HARD_ENDS | frozenset(",()،—–")


@dataclass(frozen=True, slots=True)
class _Marks:
    """Where the posts of a sentence stand, from first token to end, and its words for "and"."""

    posts: dict[int, int]
    ands: set[int]


def without_unfinished(hits: list[Hit], tokens: Tokens, lexicon: Lexicon) -> list[Hit]:
    """The hits without the triggers whose other words do not follow.

    Where they do, the trigger takes the place of plain ones of the same first words, which mean something else;
    and one that tells of nothing takes the place of all.
    """
    apart = [hit for hit in hits if hit.kind == "trigger" and hit.payload.then]
    if not apart:
        return hits
    posts = {hit.start: hit.end for hit in hits if hit.kind == "role" and hit.payload.part == "head"}
    ands = {hit.start for hit in hits if hit.kind == "and"}
    marks = _Marks(posts, ands)
    finished = [hit for hit in apart if _is_finished(hit, tokens, lexicon, marks)]
    empty = {(hit.start, hit.end) for hit in finished if hit.payload.event == "none"}
    kept = [hit for hit in finished if hit.payload.event == "none" or (hit.start, hit.end) not in empty]
    places = {(hit.start, hit.end) for hit in finished}
    return [
        hit for hit in hits
        if hit.kind != "trigger" or ((hit.start, hit.end) not in places if not hit.payload.then else hit in kept)
    ]  # fmt: skip


def _is_finished(hit: Hit, tokens: Tokens, lexicon: Lexicon, marks: _Marks) -> bool:
    """Whether the words that must follow do so close by in the same clause; a name's own words are no trigger.

    Where they may stand far off, commas and brackets are those of an apposition.
    """
    surface, folded = tokens.surface, tokens.folded
    has_capital = surface[hit.start][0].isupper() and not hit.payload.label[0].isupper()
    if has_capital and hit.start > 0 and surface[hit.start - 1][-1].islower():
        return False  # "the New chief" is part of a name, or of a headline in capitals
    ends = _ENDS if hit.payload.within <= THEN_WITHIN else _HARD_ENDS
    last = min(len(folded), hit.end + hit.payload.within + 1)
    firsts = _firsts(hit.payload.then)
    for index in range(hit.end, last):
        word = folded[index]
        stems = {word, word[:1]} if lexicon.language.spaceless else lexicon.stems(word)
        if (not firsts.isdisjoint(stems) or (index in marks.posts and ROLE in firsts)) and any(
            _stand_at(words, tokens, index, lexicon, marks) for words in hit.payload.then
        ):
            return True
        if surface[index] in ends and not tokens.is_ordinal_stop(index):
            return False
    return False


@cache
def _firsts(then: frozenset[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(words[0] for words in then)


def _stand_at(words: tuple[str, ...], tokens: Tokens, index: int, lexicon: Lexicon, marks: _Marks) -> bool:
    folded, surface = tokens.folded, tokens.surface
    if lexicon.language.spaceless and not {ROLE, END} & set(words):  # the words of a sentence are cut otherwise
        return "".join(folded[index : index + len(words)]).startswith("".join(words))
    for word in words:
        if word == END:
            return index >= len(folded) or surface[index] in _ENDS or index in marks.ands
        if word == ROLE and index in marks.posts:
            index = marks.posts[index]
        elif index < len(folded) and _is_word(word, folded[index], surface[index], lexicon):
            index += 1
        else:
            return False
    return True


def _is_word(word: str, found: str, surface: str, lexicon: Lexicon) -> bool:
    """Whether a word is the one that is asked for, with an article before or a pronoun behind it for all that."""
    return word == found or (
        word in lexicon.stems(found)
        and any(
            reading.stem == word
            and not reading.conjunction
            and (not reading.prefix or reading.has_article)
            and not (reading.suffix and surface.endswith(lexicon.ending))
            for reading in lexicon.readings(found)
        )
    )
