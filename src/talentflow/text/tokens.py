"""Words and punctuation with their places, cut where the script changes ("وOpenAI" is two words)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentflow.text.fold import fold_all

_LATIN = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
_ARABIC = r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u200c\u200d"
_HAN_KANA = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"

_SEPARATOR = "\ue000"

_TOKEN = re.compile(
    rf"""
    [{_LATIN}][{_LATIN}0-9]*                    # O'Neill, AT&T, Memories.ai
    (?:['’](?!s\b)[{_LATIN}]+|[.&](?=[{_LATIN}]{{1,4}}\b)[{_LATIN}]+)*
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

    def is_possessive(self, index: int) -> bool:
        """Whether a token is the "'s" that makes an owner of the name before it."""
        return self.folded[index] == "'s"


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with their folded forms."""
    spans = [match.span() for match in _TOKEN.finditer(text, start, len(text) if end is None else end)]
    surfaces = [text[begin:stop] for begin, stop in spans]
    return Tokens(text, [begin for begin, _ in spans], [stop for _, stop in spans], surfaces, fold_all(surfaces))


def phrase_words(phrases: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words of each phrase as written and folded, as `tokenize` gives them, for thousands of phrases at once."""
    # No phrase holds the separator; it is a token by itself and folds to itself.
    surfaces = _TOKEN.findall(_SEPARATOR.join(phrases))
    folded = fold_all(surfaces)
    begin = 0
    while begin < len(surfaces):
        try:
            stop = surfaces.index(_SEPARATOR, begin)
        except ValueError:
            stop = len(surfaces)
        yield surfaces[begin:stop], folded[begin:stop]
        begin = stop + 1
    if not surfaces or surfaces[-1] == _SEPARATOR:
        yield [], []  # of a last phrase that holds no word
