"""A cheap look at the words of a page before anything is searched in it: most articles tell of nobody's move.

It may let through what says nothing, and must not hold back what says something; a test reads every practice
article with it and without. A claim needs a trigger, and a person or a number of people; a person is listed, or is
a run of two words with capitals where the script has them, and of two words that look like names where it has none.
"""

from __future__ import annotations

from talentflow.reader.names.caseless import (
    CONTINUES_AT,
    LIKELY_AT,
    UNJOINED_AT,
    UNLIKELY_AT,
    has_article,
    is_given_name,
    look_alone,
)
from talentflow.reader.names.name_tags import tagger_for
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import particles
from talentflow.reader.words.page import Page, Sentence
from talentflow.reader.words.script import NAME_AT, QUOTES, Script, script_of

_JOINS = frozenset("-‐‑&.")


def may_tell(page: Page) -> bool:
    """Whether reading the page may give a claim; False is certain."""
    lexicon = page.lexicon
    if not any(_has_trigger(sentence, lexicon) for sentence in page.sentences):
        return False
    if page.language.spaceless:
        return True  # a name is told only by cutting the text into words, which is most of the work
    if not page.language.cased:
        return _may_tell_caseless(page)
    return any(_may_name(sentence, lexicon) or _may_count(sentence, lexicon) for sentence in page.sentences)


def _has_trigger(sentence: Sentence, lexicon: Lexicon) -> bool:
    folded = sentence.tokens.folded
    if not lexicon.trigger_keys.isdisjoint(folded):
        return True
    return lexicon.has_clitics and any(not lexicon.trigger_keys.isdisjoint(lexicon.stems(word)) for word in folded)


def _may_name(sentence: Sentence, lexicon: Lexicon) -> bool:
    """Whether a listed person may begin at a word, or two words or more may be an unlisted one."""
    surface, folded = sentence.tokens.surface, sentence.tokens.folded
    if not lexicon.small_person_starts.isdisjoint(folded):
        return True
    if not lexicon.person_starts.keys().isdisjoint(folded):
        for index, word in enumerate(surface):
            if (word[0].isupper() or not word.isascii()) and _begins_listed(folded, index, lexicon):
                return True
    for index in sentence.capitals:
        if index == 0 and folded[0] in lexicon.common and folded[0] not in lexicon.given_names:
            continue  # the capital of a sentence's first word, if that is an ordinary one
        word = surface[index]
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


_OPENERS = frozenset(QUOTES) - {"("}


def _may_tell_caseless(page: Page) -> bool:
    """As above for a script without capitals, where a name is told by how its words look.

    Phrases that are not found yet can only make a word look less like a name. What a look alone does not tell,
    quotation marks, words that link names, and two spellings of one word, lets the page through.
    """
    lexicon, script = page.lexicon, script_of(page)
    if script.is_mixed:
        return True
    for sentence in page.sentences:
        surface, folded = sentence.tokens.surface, sentence.tokens.folded
        if not _OPENERS.isdisjoint(surface) or not lexicon.links.isdisjoint(folded):
            return True
        stems = [lexicon.stems(word) for word in folded]
        if (
            _may_count_caseless(folded, stems, lexicon)
            or _begins_listed_caseless(stems, lexicon)
            or len(sentence.capitals) > 1
            or _may_name_caseless(surface, folded, stems, script)
            or _may_be_tagged(sentence, stems, lexicon)
        ):
            return True
    return False


def _may_count_caseless(folded: list[str], stems: list[frozenset[str]], lexicon: Lexicon) -> bool:
    if all(lexicon.counted.isdisjoint(some) for some in stems):
        return False
    return any(not lexicon.numbers.isdisjoint(some) for some in stems) or any(word[:1].isdigit() for word in folded)


def _begins_listed_caseless(stems: list[frozenset[str]], lexicon: Lexicon) -> bool:
    starts = lexicon.person_starts.keys()
    for index, some in enumerate(stems):
        if not starts.isdisjoint(some):
            seconds = set[str]().union(*(lexicon.person_starts.get(stem, ()) for stem in some))
            if "" in seconds or any(not seconds.isdisjoint(other) for other in stems[index + 1 : index + 3]):
                return True
    return False


def _may_name_caseless(surface: list[str], folded: list[str], stems: list[frozenset[str]], script: Script) -> bool:
    """Whether two words one after the other may be a name: see `_run_end` in caseless.py for what goes on with one."""
    lexicon = script.lexicon
    looks = [look_alone(word, written, script) for word, written in zip(folded, surface, strict=True)]
    for index in range(len(looks) - 1):
        look, following = looks[index], looks[index + 1]
        word = folded[index + 1]
        if folded[index] in lexicon.starts_of_names and f"{folded[index]} {word}" in lexicon.listed_names:
            return True
        if look < UNLIKELY_AT or (look < NAME_AT and following < LIKELY_AT and not script.is_listed(word)):
            continue
        if following >= UNLIKELY_AT or not lexicon.particles.isdisjoint(stems[index + 1]):
            return True
        if surface[index + 1] in "-." and index + 2 < len(looks) and looks[index + 2] > UNJOINED_AT:
            return True
        if is_given_name(folded[index], script) and (
            following >= CONTINUES_AT or has_article(surface[index + 1], lexicon)
        ):
            return True
    return False


def _may_be_tagged(sentence: Sentence, stems: list[frozenset[str]], lexicon: Lexicon) -> bool:
    """Whether the learnt tags see a person where a given name may stand, though all looks like words ("حنان بركات")."""
    if all(lexicon.given_names.isdisjoint(some) for some in stems):
        return False
    tagger = tagger_for(lexicon)
    return tagger is not None and tagger.may_name(sentence)
