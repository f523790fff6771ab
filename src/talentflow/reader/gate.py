"""A cheap look at the words of a page before anything is searched in it: most articles tell of nobody's move.

It may let through what says nothing, and must not hold back what says something; a test reads every practice
article with it and without. A claim needs a trigger, and a person or a number of people; a person is listed, or is
a run of two words with capitals where the script has them.
"""

from __future__ import annotations

from talentflow.reader.lexicon import Lexicon
from talentflow.reader.listed import particles
from talentflow.reader.page import Page, Sentence

_JOINS = frozenset("-‐‑&.")


def may_tell(page: Page) -> bool:
    """Whether reading the page may give a claim; False is certain."""
    lexicon = page.lexicon
    if not any(_has_trigger(sentence, lexicon) for sentence in page.sentences):
        return False
    if not page.language.cased:
        return True
    return any(_may_name(sentence, lexicon) or _may_count(sentence, lexicon) for sentence in page.sentences)


def _has_trigger(sentence: Sentence, lexicon: Lexicon) -> bool:
    folded = sentence.tokens.folded
    if not lexicon.trigger_keys.isdisjoint(folded):
        return True
    return any(reading.stem in lexicon.trigger_keys for word in folded for reading in lexicon.readings(word)[1:])


def _may_name(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a listed person may begin at a word, or two words or more may be an unlisted one."""
    surface, folded = sentence.tokens.surface, sentence.tokens.folded
    if not lexicon.small_person_starts.isdisjoint(folded):
        return True
    for index, word in enumerate(surface):
        is_capital = word[0].isupper()
        if (is_capital or not word.isascii()) and _begins_listed(folded, index, lexicon):
            return True
        if not is_capital or (
            # the capital of a sentence's first word, if that is an ordinary one
            index == 0 and folded[0] in lexicon.common and folded[0] not in lexicon.given_names
        ):
            continue
        following = surface[index + 1] if index + 1 < len(surface) else ""
        if following[:1].isupper():
            return True
        may_go_on = following in _JOINS or following.lower() in particles()
        if (
            may_go_on
            and (following != "." or len(word) == 1)
            and any(later[0].isupper() for later in surface[index + 2 : index + 7])
        ):
            return True
    return False


def _begins_listed(folded: list[str], index: int, lexicon: Lexicon) -> bool:
    seconds = lexicon.person_starts.get(folded[index])
    if seconds is None:
        return False
    return "" in seconds or any(word in seconds for word in folded[index + 1 : index + 3])


def _may_count(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether the words hold a number and something that it may count: "eight researchers"."""
    folded = sentence.tokens.folded
    if lexicon.counted.isdisjoint(folded):
        return False
    return not lexicon.numbers.isdisjoint(folded) or any(word[:1].isdigit() for word in folded)
