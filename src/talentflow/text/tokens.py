"""Words and punctuation with their places, cut where the script changes ("وOpenAI" is two words)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talentflow.text.fold import fold

_LATIN = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
_ARABIC = r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u200c\u200d"
_HAN_KANA = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"

_TOKEN = re.compile(
    rf"""
    [{_LATIN}][{_LATIN}0-9]*(?:['’](?!s\b)[{_LATIN}]+|[.&](?=[{_LATIN}]{{1,4}}\b)[{_LATIN}]+)*  # O'Neill, AT&T, Memories.ai
    | ['’]s\b                                   # the English possessive stands alone
    | [0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*
    | [{_ARABIC}]+
    | [{_HAN_KANA}]
    | [^\W\d_]+                                 # a word of any other script
    | [^\w\s*#`~^]                              # a mark, but none of Markdown's emphasis
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Tokens:
    """The tokens of one stretch of text as parallel lists; offsets are those of the whole field."""

    text: str
    start: list[int]
    end: list[int]
    surface: list[str]
    folded: list[str]

    def __len__(self) -> int:
        return len(self.start)

    def is_glued(self, index: int) -> bool:
        """Whether no space parts this token from the one before."""
        return index > 0 and self.start[index] == self.end[index - 1]


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with their folded forms."""
    starts: list[int] = []
    ends: list[int] = []
    surfaces: list[str] = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        starts.append(match.start())
        ends.append(match.end())
        surfaces.append(match.group())
    return Tokens(text, starts, ends, surfaces, [fold(surface) for surface in surfaces])
