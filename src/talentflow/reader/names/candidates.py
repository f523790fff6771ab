"""Names that nobody has listed: candidates, found by capitals (cased.py) or by their letters (caseless.py)."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.reader.words.page import Page, Sentence

_TO_FIRM = 3  # words from "her" to the class word


@dataclass(slots=True)
class Candidate:
    """A run of name-like words at one place, with what speaks for a person (positive) or not (negative)."""

    sentence: Sentence
    start: int
    end: int
    key: str
    score: float = 0.0
    org_score: float = 0.0
    prefix: str = ""
    at_start: bool = False
    is_described: bool = False  # after an article, as nouns are where they have capitals too
    clitics: int = 0
    family_first: bool = False
    is_whole: bool = False  # a name by itself though it is one word


def weigh_reuse(groups: dict[str, list[Candidate]]) -> None:
    """A name whose last word also stands alone is mostly a person's; one whose first does may be a company's."""
    alone = {key for key in groups if " " not in key}
    for key, group in groups.items():
        words = key.split()
        if len(words) > 1:
            if words[-1] in alone:
                group[0].score += 1.5
            elif words[0] in alone:
                group[0].org_score += 0.7


def weigh_bracketed(groups: dict[str, list[Candidate]]) -> None:
    """What a bracket calls former behind a name is an employer: "Ada Moreno (ex-Ogivel Paris)"."""
    for group in groups.values():
        if any(_is_former_in_bracket(found.sentence, found.start) for found in group):
            for found in group:
                found.score, found.org_score = -_SURE, max(found.org_score, _SURE)


_SURE = 3.0


def weigh_own_firms(groups: dict[str, list[Candidate]]) -> None:
    """What is called somebody's own firm right before it is one: "compró su empresa, Clave Sur"."""
    for group in groups.values():
        if any(begins_as_own_firm(found.sentence, found.start) is not None for found in group):
            for found in group:
                found.score, found.org_score = -_SURE, max(found.org_score, _SURE)


def begins_as_own_firm(sentence: Sentence, start: int) -> int | None:
    """Where the words begin that call what a name stands for somebody's own firm: "su empresa, | Quanta"."""
    surface, end = sentence.tokens.surface, start
    while end and (surface[end - 1] in ",،«\"“„'" or sentence.closes(end, ("determiner",))):
        end -= 1
    if start - end > _TO_FIRM:
        return None
    firms = [hit.start for hit in sentence.ending(end) if hit.kind in ("company", "org_word")]
    if not firms:
        return None
    owners = [
        hit.start for hit in sentence.of_kinds(("possessive", "possessive_plural"))
        if 0 <= min(firms) - hit.end <= _TO_FIRM - 1
    ]  # fmt: skip
    begin = min(owners, default=None)
    # "su gerente legal, Ada Moreno": the class word is part of a post
    is_post = begin is not None and any(begin <= hit.start < end for hit in sentence.of_kind("role"))
    return None if is_post else begin


def _is_former_in_bracket(sentence: Sentence, start: int) -> bool:
    surface = sentence.tokens.surface
    place = start - 1 if start and surface[start - 1] == "-" else start
    formers = [hit.start for hit in sentence.ending(place) if hit.kind == "former"]
    return any(begin > 1 and surface[begin - 1] == "(" and surface[begin - 2][0].isupper() for begin in formers)


@dataclass(frozen=True, slots=True)
class WordsOfPage:
    """How the article writes its words: those that it also writes small, and the words that it numbers twice alike."""

    small: frozenset[str] = frozenset()
    numbered: frozenset[tuple[str, str]] = frozenset()


def words_of_page(page: Page) -> WordsOfPage:
    """Reads off how a page writes its words, folded: "Nimbo 7" twice is a name with a number."""
    small: set[str] = set()
    once: set[tuple[str, str]] = set()
    twice: set[tuple[str, str]] = set()
    for sentence in page.sentences:
        before = ""
        for surface, folded in zip(sentence.tokens.surface, sentence.tokens.folded, strict=True):
            if surface[0].islower() and (surface.islower() or not has_second_capital(surface)):
                small.add(folded)
            elif before and surface.isdigit():
                (twice if (before, surface) in once else once).add((before, surface))
            before = folded if surface[0].isupper() else ""
    return WordsOfPage(frozenset(small), frozenset(twice))


def has_second_capital(word: str) -> bool:
    """Whether a word is a name by its second letter: "dLocal", "eBay"."""
    return len(word) > 3 and word[1].isupper() and word[0].isalpha() and not word[2:].isupper()


def is_ticker(sentence: Sentence, start: int, end: int) -> bool:
    """An exchange or a share's sign in brackets after a name: "(NASDAQ: QNTA)"."""
    surface = sentence.tokens.surface
    if start == 0 or end >= len(surface):
        return False
    is_exchange = surface[start - 1] == "(" and surface[end] == ":"
    is_sign = surface[start - 1] == ":" and surface[end] == ")" and surface[start].isupper()
    return is_exchange or is_sign
