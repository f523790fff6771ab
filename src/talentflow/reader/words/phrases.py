"""Phrases: how they are cut into words, and whether one that the trie finds fits the words as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from talentflow.text.tokens import Tokens, phrase_words

_NAME_KINDS = ("org", "person", "product", "place")
# Words of grammar: "الآلي" is no "إلى" with an article, and "منها" no preposition of the word after it.
_FUNCTION_KINDS = frozenset({"mark", "and", "break", "negation", "according", "pronoun", "relative", "copula", "cue"})
_BARE_KINDS = frozenset({"mark", "and", "according", "relative"})
NUMBER = "#"  # in a phrase: any number in digits


@dataclass(slots=True)  # not frozen, which is slow to make; no tuple, whose fields are slow to read
class Hit:
    """A phrase found at tokens `start` to `end` (exclusive). `prefix` is a clitic preposition stripped before it."""

    kind: str
    start: int
    end: int
    payload: Any
    prefix: str = ""
    has_article: bool = False
    suffix: str = ""
    verb_at: int = 0  # where the verb itself stands that is read where its clause opens, see verb_last.py

    @property
    def is_fronted(self) -> bool:
        """Whether the phrase stands for a verb at the end of its clause."""
        return self.verb_at > 0


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: its stem with what was stripped from it."""

    stem: str
    conjunction: str = ""
    prefix: str = ""
    has_article: bool = False
    suffix: str = ""


class Entry(NamedTuple):
    """A phrase or a name in the trie: how it must be written, beside its folded words."""

    kind: str
    payload: Any
    shape: str = ""
    exact: bool = False
    written: tuple[str, ...] = ()
    capital: bool | None = None  # whether the first word has one, where that tells a noun from a verb


def collect(
    entries: list[Entry],
    start: int,
    end: int,
    tokens: Tokens,
    first: Reading,
    last: Reading,
    best: dict[str, list[Hit]],
) -> None:
    """Adds the entries that fit a stretch to the longest hits of each kind."""
    surface = tokens.surface[start]
    is_plain = end == start + 1 and surface.isascii()  # has no accent that could differ
    is_bare = not first.has_article and not last.suffix
    for entry in entries:
        kind, payload, _, _, written, capital = entry
        if capital is not None and capital != surface[0].isupper() and not _says_little(start, tokens):
            continue
        if is_plain and is_bare and written and kind not in _NAME_KINDS:
            fits = written[0].isascii() or _accents_agree(written[0], surface)
        else:
            fits = _fits(entry, start, end, tokens, first, last)
        if fits:
            # A trigger whose words stand apart may yet prove none, and must not hide a shorter one.
            group = "apart" if kind == "trigger" and payload.then else kind
            known = best.get(group)
            if known is None or known[0].end < end:
                best[group] = [Hit(kind, start, end, payload, first.prefix, first.has_article, last.suffix)]
            elif known[0].end == end:
                known.append(Hit(kind, start, end, payload, first.prefix, first.has_article, last.suffix))


def _says_little(start: int, tokens: Tokens) -> bool:
    """Whether a word is written with a capital, or without one, for another reason than what it is."""
    surface = tokens.surface[start]
    return (len(surface) > 1 and surface.isupper()) or (len(tokens) > 1 and begins_clause(tokens, start))


def begins_clause(tokens: Tokens, index: int) -> bool:
    """Whether the first letter of a word is a capital because a sentence or a quote begins with it."""
    return index == 0 or tokens.surface[index - 1] in _CLAUSE_OPENERS


_CLAUSE_OPENERS = frozenset(':"“„«»–—')
HYPHENS = frozenset("-‐‑")


def is_hyphen(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen joins the words around it."""
    return (
        index + 1 < len(tokens)
        and tokens.surface[index] in HYPHENS
        and tokens.is_glued(index)
        and tokens.is_glued(index + 1)
    )


def _fits(entry: Entry, start: int, end: int, tokens: Tokens, first: Reading, last: Reading) -> bool:
    if entry.kind not in _NAME_KINDS:
        if entry.kind in _FUNCTION_KINDS and (first.has_article or (last.suffix and entry.kind in _BARE_KINDS)):
            return False
        if entry.kind == "trigger" and first.has_article and end == start + 1 and not entry.payload.noun:
            return False  # no verb has an article: "النقل" is no "نقل"
        return not entry.written or _agree(entry.written, tokens.surface[start:end])
    if first.has_article or last.suffix or (end - start > 1 and last.prefix):
        return False
    shape, surface = entry.shape, tokens.surface[start]
    head = surface[0]
    if head.lower() == head.upper():
        return True  # a script without capitals, or a digit
    if entry.exact or (len(shape) <= 3 and shape.isupper()):
        return tokens.text[tokens.start[start] : tokens.end[end - 1]] == shape
    # "meta" and "apple" are words; "Meta" and "META" are names; "xAI" begins with a small letter.
    return head.isupper() or (not shape[:1].isupper() and bool(shape))


def _agree(written: tuple[str, ...], surfaces: list[str]) -> bool:
    if len(written) == 1:  # as most phrases are
        return (written[0].isascii() and surfaces[0].isascii()) or _accents_agree(written[0], surfaces[0])
    if len(surfaces) > len(written):  # "co-fundó" is "co fundó"
        surfaces = [surface for surface in surfaces if surface not in HYPHENS]
    return all(map(_accents_agree, written, surfaces))


def _accents_agree(written: str, surface: str) -> bool:
    """Whether a word can be the phrase's though its accents differ.

    The fold drops accents, for writers do, but a last vowel's accent makes another word ("cambio" and "cambió",
    "passe" and "passé"), and so does any accent of a short one ("el" and "él"). Capitals may go without, unless a
    sentence's first word is but one letter: "A Borealis" is no "à Borealis".
    """
    if (written.isascii() and surface.isascii()) or (len(surface) > 1 and surface.isupper()):
        return True
    if len(written) <= 3:
        return written == surface.casefold().replace("’", "'")
    if _UMLAUTS.sub("", written) != written or _UMLAUTS.sub("", surface) != surface:
        return _UMLAUTS.findall(written) == _UMLAUTS.findall(surface.casefold())
    return (written[-1] in _ACCENTED) == (surface[-1].casefold() in _ACCENTED)


_UMLAUTS = re.compile("[äöüÄÖÜ]")  # "hatte" and "hätte"
_ACCENTED = frozenset("áéíóúàèìòùâêîôû\u0300\u0301\u0302")


def cut_phrases(phrases: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each phrase as written and folded; plain ones, as most are, need no search for their words."""
    others = phrase_words([phrase for phrase in phrases if not _is_plain(phrase)])
    for phrase in phrases:
        yield (phrase.split(" "), phrase.lower().split(" ")) if _is_plain(phrase) else next(others)


_is_plain = re.compile(r"[A-Za-z]+(?: [A-Za-z]+)*").fullmatch


# A part of such a phrase may be no token, and stands in the trie as it is.
is_odd = re.compile(r"[#*`~^_]").search


def odd_words(phrase: str) -> list[str]:
    """The folded words of such a phrase."""
    out: list[str] = []
    for part, (_, words) in zip(phrase.split(), phrase_words(phrase.split()), strict=True):
        out.extend([NUMBER] if part == NUMBER else words or [part])
    return out
