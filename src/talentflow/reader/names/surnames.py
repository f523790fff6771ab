"""Family names that an employer shares: "Thierry Bolloré", then "Bolloré" alone."""

from __future__ import annotations

from talentflow.languages.cutting import costs_of
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page, Sentence
from talentflow.reader.words.phrases import Hit

_OTHER_NAMES = ("org", "product", "place", "role", "title", "trigger", "month", "weekday")


def surnames_like_employers(page: Page) -> frozenset[str]:
    """Words that name an employer, but stand in this article right after somebody's given name: "Ángel Escribano".

    Only where every other use comes later, as a short form does: "Dell" before "Michael Dell" is the company. What
    headlines put together counts for nothing.
    """
    found: set[str] = set()
    earlier: set[str] = set()
    for sentence in page.sentences if page.language.cased else ():
        if sentence.is_title:
            continue
        employers = sentence.of_kind("org")
        full = sentence.covered_by("person") if employers else ()
        for hit in employers:
            if hit.end - hit.start > 1 or hit.start in full:
                continue
            word = sentence.tokens.folded[hit.start]
            if word not in earlier and _follows_given_name(sentence, hit.start, page.lexicon):
                found.add(word)
            else:
                earlier.add(word)
    return frozenset(found)


def is_surname(sentence: Sentence, hit: Hit, surnames: frozenset[str]) -> bool:
    """Whether a one-word employer is here one of these family names; a class word beside it makes it the company."""
    if hit.end - hit.start > 1 or sentence.tokens.folded[hit.start] not in surnames:
        return False
    beside = {other.kind for other in sentence.hits if hit.start in (other.end, other.start - 1)}
    return not beside & {"company", "org_word"}


def is_called(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a word that names an employer is a family name with a title behind it: "鈴木氏"."""
    word = sentence.tokens.folded[hit.start]
    is_name = hit.end - hit.start == 1 and word in costs_of(lexicon.language.code).family
    return is_name and sentence.opens(hit.end, ("title",))


def _follows_given_name(sentence: Sentence, start: int, lexicon: Lexicon) -> bool:
    """Whether the word before is a given name, and no name of anything else."""
    tokens = sentence.tokens
    if start == 0 or tokens.folded[start - 1] not in lexicon.given_names or not tokens.surface[start - 1][0].isupper():
        return False
    opens = start < 2 or tokens.surface[start - 2] in '.:"“«‘—–'
    if tokens.folded[start] not in lexicon.family_names and (opens or tokens.folded[start - 1] in lexicon.common):
        return False  # "Will Google ...?"
    if sentence.opens(start + 1, ("org_word",)):
        return False
    return not any(hit.kind in _OTHER_NAMES and hit.start < start <= hit.end for hit in sentence.hits)
