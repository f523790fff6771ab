"""Spellings written short in the data, and the variants that newsrooms make of any name.

"(غ|ج)و(غ|ج)ل" stands for four spellings; "بي بي سي" is also written "بي.بي.سي", and "サム・アルトマン" without its
middle dot.
"""

from __future__ import annotations

import re

from talentflow.text.fold import fold

MOST = 64
_CHOICE = re.compile(r"\(([^()]*\|[^()]*)\)")
# The names of Latin letters in Arabic: Reuters and others part them by dots.
_LETTER_NAMES = (
    "إيه إي أيه آي أي بي سي دي إف جي جيه إتش كيه كي إل أل إم أم إن أن أو كيو آر إس أس تي يو في دبليو إكس واي زد"
)
_LETTERS = frozenset(fold(letter) for letter in _LETTER_NAMES.split())
_MIDDLE_DOT = re.compile("[·・‧•]")


def expand(spelling: str) -> list[str]:
    """All spellings that one with alternatives stands for: "Lab(s|)" gives "Labs" and "Lab"."""
    choice = _CHOICE.search(spelling)
    if choice is None:
        return [" ".join(spelling.split())]
    before, after = spelling[: choice.start()], spelling[choice.end() :]
    return [whole for part in choice.group(1).split("|") for whole in expand(before + part + after)]


def variants(spelling: str, code: str) -> list[str]:
    """The spelling itself, and how else the newsrooms of that language write it."""
    if code == "ar":
        dotted = _with_dots(spelling)
        return [spelling, dotted] if dotted != spelling else [spelling]
    if code in ("ja", "zh") and _MIDDLE_DOT.search(spelling):
        return [spelling, _MIDDLE_DOT.sub("", spelling)]
    return [spelling]


def _with_dots(spelling: str) -> str:
    first, *others = spelling.split(" ")
    out, last = first, first
    for word in others:
        between = "." if fold(last) in _LETTERS and fold(word) in _LETTERS else " "
        out += between + word
        last = word
    return out


def spell_out(spellings: list[str], code: str) -> list[str]:
    """All spellings of a list with their variants, each once: what folding makes equal counts as one."""
    found: dict[str, str] = {}
    for spelling in spellings:
        for whole in expand(spelling):
            for variant in variants(whole, code):
                found.setdefault(fold(variant), variant)
    return list(found.values())
