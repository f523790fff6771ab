"""What an article keeps when it is copied, rewritten or translated: its trace.

Two kinds: runs of five words, which a copy in the same language keeps; and what a translation keeps, namely
numbers, names, their places in the text, and the paragraphs. No model is asked and no language is known.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from talentflow.text.fold import fold
from talentflow.text.skeleton import romanised, skeletons

SKETCH = 64  # how many of the smallest run digests are kept: an estimate of overlap good to a few hundredths
_SKETCH_BLOCKS = 6
_RUN = 5
_WORD = re.compile(r"\w+")
_UNPARTED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_NUMBER = re.compile(r"\d[\d.,\u066b\u066c]*\d|\d")
_THOUSANDS = re.compile(r"(?<=\d)[.,\u066c](?=\d{3}(?!\d))")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME = re.compile(r"[^\W\d_][\w'’]*")
_URL = re.compile(r"https?://[^\s<>\"]+")
_PREFIXES = "وبلكف"  # Arabic words of one letter, written onto the next word
_MOST_NAMES = 400


@dataclass(frozen=True, slots=True)
class Place:
    """A word that may be a name: as written and folded, its skeletons, and where it stands (0 to 1)."""

    word: str
    skeletons: tuple[str, ...]
    at: float
    latin: bool


@dataclass(frozen=True, slots=True)
class Trace:
    """The trace of one article; `names` are in order of first appearance."""

    language: str
    paragraphs: tuple[int, ...]
    numbers: frozenset[str]
    names: tuple[Place, ...]
    sketch: tuple[int, ...]
    runs: int

    @property
    def blocks(self) -> frozenset[str]:
        """The drawers in which to look for articles with the same text, whatever their dates."""
        found = {f"s:{digest:x}" for digest in self.sketch[:_SKETCH_BLOCKS]}
        rare = {number for number in self.numbers if len(number) >= 4 and not _YEAR.fullmatch(number)}
        found.update(f"n:{number}" for number in rare)
        if len(self.numbers) >= 3:
            found.add("#:" + " ".join(sorted(self.numbers)))
        return frozenset(found)


def trace_of(title: str, text: str, language: str) -> Trace:
    """The trace of an article."""
    lengths = tuple(len(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip())
    runs = _runs(f"{title}\n{text}")
    return Trace(
        language=language,
        paragraphs=lengths,
        numbers=_numbers(text),
        names=_places(text),
        sketch=tuple(sorted(runs)[:SKETCH]),
        runs=len(runs),
    )


def _runs(text: str) -> set[int]:
    words = _WORD.findall(_UNPARTED.sub(r" \g<0> ", fold(text)))
    if not words:
        return set()
    count = max(1, len(words) - _RUN + 1)
    return {zlib.crc32(" ".join(words[i : i + _RUN]).encode("utf-8", "replace")) for i in range(count)}


def _numbers(text: str) -> frozenset[str]:
    """Numbers of two digits or more, and addresses; written one way: 1.400, 1,400 and ١٤٠٠ are 1400."""
    found = set()
    for match in _NUMBER.finditer(_URL.sub(" ", text)):
        digits = "".join(str(int(c)) if c.isdigit() and c.isdecimal() else c for c in match.group())
        number = _THOUSANDS.sub("", digits).replace(",", ".").replace("\u066b", ".")
        if len(number) > 1:
            found.add(number)
    return frozenset(found | {url.rstrip(".,;)»”") for url in _URL.findall(text)})


def _places(text: str) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for match in _NAME.finditer(text):
        word = match.group()
        latin = word[0] < "\u0250"
        if word in found or (latin and not word[0].isupper()):
            continue
        forms = [word]
        if word[0] in _PREFIXES and len(word) > 4:
            forms.append(word[1:])
        kept = sorted(
            {form for part in forms for form in skeletons(romanised(part)) if len(form) >= 3 and form.isupper()}
        )
        if kept:
            found[word] = Place(fold(word), tuple(kept), round(match.start() / len(text), 4), latin)
            if len(found) == _MOST_NAMES:
                break
    return tuple(found.values())
