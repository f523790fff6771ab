"""What a mention looks like letter for letter: without the particles glued on in front, and as given in brackets."""

from __future__ import annotations

import re

from talentflow.languages.readings import readings_of
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Mention
from talentflow.text.arabic_latin import is_arabic_name
from talentflow.text.arabic_usual import has_arabic, usual_arabic
from talentflow.text.fold import fold
from talentflow.text.han_latin import has_han, in_western_order
from talentflow.text.romanise import romanise
from talentflow.text.tokens import Tokens
from talentflow.text.usual_latin import spelled_as_usual

_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_BRACKET = 8


def slug(name: str) -> str:
    """A stable identifier made from a Latin name."""
    return _SLUG.sub("-", fold(name)).strip("-") or "unknown"


def surface_of(mention: Mention, lexicon: Lexicon) -> str:
    """The mention's characters without the clitics glued on in front."""
    tokens = mention.sentence.tokens
    begin = tokens.start[mention.start]
    text = tokens.text[begin : tokens.end[mention.end - 1]]
    if lexicon.language.cased or not text:
        return text
    return without_letters(text, mention.clitics or _clitic_length(mention, lexicon))


def without_letters(text: str, count: int) -> str:
    """What follows the first `count` letters that the fold keeps, and the marks and tatweel after them."""
    at = 0
    while count > 0 and at < len(text):
        count -= bool(fold(text[at]))
        at += 1
    while 0 < at < len(text) and not fold(text[at]):
        at += 1
    return text[at:]


def _clitic_length(mention: Mention, lexicon: Lexicon) -> int:
    """How many letters before the name belong to glued particles.

    The fold drops only marks and tatweel at the front of Arabic words, so letters are counted one for one.
    """
    record = mention.entity.record if mention.entity else None
    if mention.prefix == "" and record is None:
        return 0
    for reading in lexicon.readings(mention.sentence.tokens.folded[mention.start]):
        cut = len(reading.conjunction) + len(reading.prefix)
        if cut and reading.prefix == mention.prefix and not reading.has_article and not reading.suffix:
            if record is None:
                return cut
            if reading.stem in lexicon.first_words(record):
                return cut
    return 0


def latin_name(surface: str, first: Candidate, kind: str, lexicon: Lexicon) -> tuple[str, bool]:
    """The name in Latin letters, and whether the spelling is ours.

    A name that is spelled by sound is that of somebody whom we know, if it sounds like theirs.

    What is written in Chinese characters is never read as Chinese where the language reads them otherwise: a name
    without a known reading stays as it is written.
    """
    name, changed = romanise(surface)
    if not changed or kind != "person":
        return name, changed
    readings, is_han = readings_of(lexicon.language.code), has_han(surface)
    if readings and is_han:
        return readings.latin(first.key.split(" ")) or surface, True
    if first.family_first:
        parts = first.key.split(" ")
        return (readings.latin(parts) if readings else None) or in_western_order(parts), True
    if is_arabic_name(surface):
        return usual_arabic(surface), True
    usual = usual_arabic(surface) if has_arabic(surface) else spelled_as_usual(name, is_pinyin=is_han, written=surface)
    known = lexicon.known_people
    person = known.nearest(usual) or known.nearest(name, is_pinyin=is_han)
    return person or usual, True


def latin_in_brackets(tokens: Tokens, end: int) -> str | None:
    """The Latin form that follows a first mention: "توني وو (Tony Wu)"."""
    if end + 1 >= len(tokens) or tokens.surface[end] != "(" or not tokens.surface[end + 1][0].isascii():
        return None
    close = end + 1
    while close < len(tokens) and tokens.surface[close] != ")" and close - end < _LONGEST_BRACKET:
        close += 1
    inside = tokens.text[tokens.start[end + 1] : tokens.end[close - 1]]
    return inside if inside[:1].isupper() and inside.isascii() else None
