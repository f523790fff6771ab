"""Words and punctuation with their places, cut where the script changes ("وOpenAI" is two words)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from talentflow.text.fold import fold_all

_LONGEST_ORDINAL = 2  # digits
_LATIN = r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u024f\u1e00-\u1eff\u0300-\u036f"
_ARABIC = r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u200c\u200d"
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff\uff66-\uff9f"
_HAN_KANA = r"\u3005-\u3007\u3040-\u309f\u3400-\u9fff\uf900-\ufaff"

# A word that lost its vowel before another one is a word by itself: "l'entreprise", "qu'Ada". In capitals it is one
# only before a small letter, for names have such beginnings: "D'Angelo", "L'Oréal", "M'hamed".
_ELISION = (
    r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?!s\b)"
    r"|(?:[CDJLS]|Qu|Jusqu|Lorsqu|Puisqu)['’](?=[a-z\u00df-\u00ff])(?!s\b)"
)

_SEPARATOR = "\ue000"

_TOKEN = re.compile(
    rf"""
    {_ELISION}                                  # l'entreprise, d'OpenAI, L'ancien, and L'Oréal whole
    | [{_LATIN}][{_LATIN}0-9]*                  # O'Neill, AT&T, Memories.ai
    (?:['’](?!s\b)[{_LATIN}]+|[.&](?=[{_LATIN}]{{1,4}}\b)[{_LATIN}]+)*
    | ['’]s\b                                   # the English possessive stands alone
    | [0-9\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]+(?:[.,:\u066b\u066c][0-9\u0660-\u0669\u06f0-\u06f9]+)*
    | [{_ARABIC}]+
    | [{_KATAKANA}]+                            # foreign words and names: one each
    | [{_HAN_KANA}]
    | [^\W\d_]+                                 # a word of any other script
    | [^\w\s*#`~^]                              # a mark, but none of Markdown's emphasis
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class Tokens:
    """The tokens of one stretch of text as parallel lists, as written and folded; offsets are those of the field."""

    text: str
    surface: list[str]
    folded: list[str]
    _begin: int
    _stop: int
    _places: tuple[list[int], list[int]] | None = None

    @classmethod
    def placed(cls, text: str, surface: list[str], folded: list[str], places: tuple[list[int], list[int]]) -> Tokens:
        """Tokens whose places are known, and whose surface may differ from the text in the width of marks."""
        starts, ends = places
        return cls(text, surface, folded, starts[0] if starts else 0, ends[-1] if ends else 0, places)

    @property
    def start(self) -> list[int]:
        """Where each token begins in the field."""
        return (self._places or self._find_places())[0]

    @property
    def end(self) -> list[int]:
        """Where each token ends in the field."""
        return (self._places or self._find_places())[1]

    def __len__(self) -> int:
        return len(self.surface)

    def is_glued(self, index: int) -> bool:
        """Whether no space parts this token from the one before."""
        return index > 0 and self.start[index] == self.end[index - 1]

    def is_ordinal_stop(self, index: int) -> bool:
        """Whether a full stop inside a sentence belongs to the number before it: "1. Mai"."""
        if self.surface[index] != "." or index == 0 or index + 1 >= len(self.surface):
            return False
        return len(self.surface[index - 1]) <= _LONGEST_ORDINAL and self.surface[index - 1].isdigit()

    def is_possessive(self, index: int) -> bool:
        """Whether a token is the "'s" that makes an owner of the name before it."""
        return self.folded[index] == "'s"

    def _find_places(self) -> tuple[list[int], list[int]]:
        """Looks for the tokens one after the other; what lies between two of them can begin none."""
        starts: list[int] = []
        ends: list[int] = []
        find, at = self.text.find, self._begin
        for surface in self.surface:
            place = find(surface, at, self._stop)
            at = place + len(surface)
            starts.append(place)
            ends.append(at)
        self._places = starts, ends
        return self._places


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of `text[start:end]`, with their folded forms.

    No token holds a space, and none depends on what stands behind one: what was met between two spaces before needs
    no cutting or folding again, which is most of every text.
    """
    stop = len(text) if end is None else end
    surfaces: list[str] = []
    folded: list[str] = []
    for chunk in text[start:stop].split():
        found = _CHUNKS.get(chunk)
        if found is None:
            found = _cut(chunk)
        surfaces += found[0]
        folded += found[1]
    return Tokens(text, surfaces, folded, start, stop)


_CHUNKS: dict[str, tuple[list[str], list[str]]] = {}
_MOST_CHUNKS = 50_000  # bounded memory on endless input
_LONGEST_CHUNK = 60


def _cut(chunk: str) -> tuple[list[str], list[str]]:
    """The tokens of a stretch without spaces, as written and folded; remembered unless it is too long for a word."""
    surfaces: list[str] = _TOKEN.findall(chunk)
    found = (surfaces, fold_all(surfaces))
    if len(chunk) <= _LONGEST_CHUNK:
        if len(_CHUNKS) >= _MOST_CHUNKS:
            _CHUNKS.clear()
        _CHUNKS[chunk] = found
    return found


def is_ideographic(character: str) -> bool:
    """Whether a character is of a script that parts no words: Han, kana."""
    return _IDEOGRAPH.match(character) is not None


_IDEOGRAPH = re.compile(rf"[{_HAN_KANA}]")


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


def is_katakana(word: str) -> bool:
    """Whether a word is written in katakana, as words and names of other languages are in Japanese."""
    return _KATAKANA_WORD.match(word) is not None


_KATAKANA_WORD = re.compile(rf"[{_KATAKANA}]")


def is_hiragana(word: str) -> bool:
    """Whether a word begins in hiragana, in which Japanese writes particles and endings."""
    return "\u3041" <= word[:1] <= "\u309f"
