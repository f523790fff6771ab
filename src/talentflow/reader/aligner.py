"""Puts quotes back to where they stand in an article: exactly as written, else through folding, else not at all.

    >>> from talentflow.model import Document
    >>> span = find_quote(Document(text="Ada Moreno a quitté « Borealis »."), 'quitte "Borealis"')
    >>> span.start, span.quote
    (13, 'quitté « Borealis »')

What a quote may leave out or write otherwise: accents and vowel signs, the forms of hamza and of other Arabic letters,
tatweel, clitics at the front of words, width, traditional characters, spaces, quotation marks, hyphens and other
marks, elided words; in a long quote one slip of the pen. Figures must agree exactly. The span is always a stretch of
the untouched text. A quote with "..." in it is looked for in pieces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from talentflow.languages import language_codes, load_language
from talentflow.model import Document, Span
from talentflow.text.fold import fold
from talentflow.text.identify import identify
from talentflow.text.quote_search import WordSearch, Writing
from talentflow.text.quote_words import QuoteWord, quote_words

_FIELDS = ("text", "title")  # the body is the better evidence
_LONG = 30  # letters of a quote in which one slip may be
_LONG_UNSPACED = 14  # the same where each character is a word
_LEAST_PIECE = 8  # letters of each piece of a quote that leaves something out
_LEAST_PIECE_UNSPACED = 5
_GAP = re.compile(r"\s*(?:\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.{3,}|…+)\s*")


def find_quote(document: Document, quote: str) -> Span | None:
    """Where a quote stands in a document, None where it does not; for several quotes keep an Aligner."""
    return Aligner(document).find(quote)


@dataclass(slots=True)
class Aligner:
    """Finds quotes in one document; its words are cut and folded once."""

    document: Document
    _searches: dict[str, WordSearch] = field(default_factory=dict, init=False)

    def find(self, quote: str) -> Span | None:
        """The first place where the quote stands, in the text or else in the title; None where it is not found."""
        words = quote_words(quote)
        if not any(not word.is_figure for word in words):
            return None  # marks or a number alone prove nothing
        return self._find_exactly(quote) or self._find_folded(quote, words)

    def find_all(self, quote: str) -> tuple[Span, ...]:
        """The spans of a quote, one for each of its pieces where it leaves something out; none where one is missing."""
        whole = self.find(quote)
        if whole is not None:
            return (whole,)
        pieces = [piece for piece in _GAP.split(quote) if piece.strip()]
        if len(pieces) < 2 or not all(map(_is_telling, pieces)):
            # A quote that only ends in dots is one that was cut off.
            rest = self.find(pieces[0]) if len(pieces) == 1 and pieces[0] != quote and _is_telling(pieces[0]) else None
            return () if rest is None else (rest,)
        return self._find_in_order(pieces)

    def find_name(self, name: str) -> Span | None:
        """The first place that names somebody so: whole words, clitics aside, with no slip of the pen."""
        words = quote_words(name)
        if not any(not word.is_figure for word in words):
            return None
        return self._find_words(name, words, slips=0)

    def _find_exactly(self, quote: str) -> Span | None:
        wanted = quote.strip()
        for name in _FIELDS:
            text = self.document.field(name)
            start = text.find(wanted)
            while start >= 0:
                end = start + len(wanted)
                if self._is_whole(text, start, end):
                    return self.document.span(name, start, end)
                start = text.find(wanted, start + 1)
        return None

    def _is_whole(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch begins and ends with words, but for clitics before it: "art" is not in "party"."""
        if _joins(text, end):
            return False
        if not _joins(text, start):
            return True
        begin = start
        while begin > 0 and _joins(text, begin):
            begin -= 1
        return fold(text[begin:start]) in _fronts(self._writing())

    def _find_folded(self, quote: str, words: Sequence[QuoteWord]) -> Span | None:
        found = self._find_words(quote, words, slips=0)
        if found is None and _is_long(words):
            found = self._find_words(quote, words, slips=1)
        return found

    def _find_words(self, quote: str, words: Sequence[QuoteWord], *, slips: int) -> Span | None:
        for name in _FIELDS:
            search = self._search(name)
            place = search.find(words, slips=slips)
            if place is not None:
                return self._span(name, search, quote, words, place)
        return None

    def _find_in_order(self, pieces: Sequence[str]) -> tuple[Span, ...]:
        for name in _FIELDS:
            search, since, spans = self._search(name), 0, []
            for piece in pieces:
                words = quote_words(piece)
                place = search.find(words, since=since)
                if place is None:
                    break
                spans.append(self._span(name, search, piece, words, place))
                since = place[1]
            if len(spans) == len(pieces):
                return tuple(spans)
        return ()

    def _span(
        self, name: str, search: WordSearch, quote: str, words: Sequence[QuoteWord], place: tuple[int, int]
    ) -> Span:
        first, last = search.words[place[0]], search.words[place[1] - 1]
        start = _start(first, words[0])
        text = self.document.field(name)
        return self.document.span(name, *_with_marks(text, start, last.end, quote, words))

    def _search(self, name: str) -> WordSearch:
        found = self._searches.get(name)
        if found is None:
            found = self._searches[name] = WordSearch(quote_words(self.document.field(name)), self._writing())
        return found

    def _writing(self) -> Writing:
        code = self.document.lang.split("-")[0].lower()
        if code not in language_codes():
            code = identify(self.document.text, self.document.title)
        return writing_of(code)


@cache
def writing_of(code: str) -> Writing:
    """How a language is written; nothing in particular for one without a folder of data."""
    if code not in language_codes():
        return Writing()
    language = load_language(code)
    return Writing(
        tuple(fold(word) for word in language.conjunctions),
        tuple(fold(word) for word, _ in language.prefixes),
        fold(language.article),
        frozenset(fold(phrase) for phrase, _ in language.phrases["negation"] if len(phrase) == 1),
    )


def _fronts(writing: Writing) -> frozenset[str]:
    """All that may stand glued on before a word."""
    article = writing.article
    return frozenset(
        conjunction + preposition + end
        for conjunction in ("", *writing.conjunctions)
        for preposition in ("", *writing.prepositions)
        for end in ("", article, article[-1:])
    )


def _joins(text: str, place: int) -> bool:
    """Whether a place lies inside a word."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    if unicodedata.combining(after):
        return True
    if not (before.isalnum() and after.isalnum()):
        return False
    cut = quote_words(text[place - 1 : place + 1])
    return len(cut) == 1


def _start(word: QuoteWord, asked: QuoteWord) -> int:
    """Where the quoted characters of a word begin: behind clitics that the quote leaves out."""
    if word.folded != asked.folded and word.folded.endswith(asked.folded):
        return word.places[len(word.folded) - len(asked.folded)]
    return word.start


def _with_marks(text: str, start: int, end: int, quote: str, words: Sequence[QuoteWord]) -> tuple[int, int]:
    """A stretch with the marks before and behind it that stand so in the quote too, as far as both go."""
    before = [mark for mark in quote[: words[0].start] if not mark.isspace()]
    behind = [mark for mark in quote[words[-1].end :] if not mark.isspace()]
    while before and start > 0 and _is_mark(text, start - 1, before.pop()):
        start -= 1
    for mark in behind:
        place = end
        if text[place : place + 2] in _SPACED_ENDS:
            place += 1  # « ainsi »
        if place >= len(text) or not _is_mark(text, place, mark):
            break
        end = place + 1
    return start, end


_SPACED_ENDS = (" »", "\u00a0»", "\u202f»")
_ALIKE = (
    "\"“”„«»‟『』「」〝〞＂'‘’‹›", "-‐‑–—−", ".。．", ",،，、", "!！", "?؟？", ":：", ";؛；", "((（", "))）"
)  # fmt: skip
_LIKE = {mark: group for group in _ALIKE for mark in group}


def _is_mark(text: str, place: int, mark: str) -> bool:
    found = text[place]
    return found == mark or (mark in _LIKE and _LIKE[mark] is _LIKE.get(found))


def _letters(words: Sequence[QuoteWord]) -> int:
    return sum(len(word.folded) for word in words)


def _is_long(words: Sequence[QuoteWord]) -> bool:
    return _letters(words) >= _LONG or sum(word.is_character for word in words) >= _LONG_UNSPACED


def _is_telling(piece: str) -> bool:
    words = quote_words(piece)
    return _letters(words) >= _LEAST_PIECE or sum(word.is_character for word in words) >= _LEAST_PIECE_UNSPACED
