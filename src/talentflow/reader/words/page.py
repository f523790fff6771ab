"""A document cut into sentences of words, each phrase and known name found, and the page's furniture set aside."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from functools import cache
from typing import Any

from talentflow.languages import Language
from talentflow.model import Document
from talentflow.reader.words.apart import without_unfinished
from talentflow.reader.words.attributes import find_attributes, participles
from talentflow.reader.words.cutting import Name, cut_sentences
from talentflow.reader.words.genitives import cut_genitives
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.tags import Tagged, tagged_words
from talentflow.reader.words.verb_last import front_verbs
from talentflow.text.fold import fold
from talentflow.text.segment import lines, sentences
from talentflow.text.tokens import Tokens, tokenize

_SEPARATORS = re.compile(r"\s[|·•/]\s")
_FOOT_SIGNS = ("→", "▶", "►", "🔔", "👉", "©", "👍", "👇🏻")
_NUMBERED = re.compile(r"\d{1,2}[.)]")
_SHORT_LINE = 50
_MARKUP = re.compile(r"^[\s*#>_\-–—•·▪●♦🔹🔸]+")


@dataclass(slots=True, eq=False)
class Entity:
    """A person or organization of one article, with all its surface forms in order."""

    kind: str
    id: str
    name: str | None
    listed: bool
    surfaces: list[str] = made(default_factory=list)
    record: Any = None
    romanised: bool = False
    parts: tuple[str, ...] = ()  # of a name that begins with the family name, folded
    gender: str = ""  # of a person, where the given name or a title tells it: see genders.py
    share: float = 0.0  # of the article's naming of organizations, the title and the lead counting more

    @property
    def mention(self) -> str:
        """The longest form in the article."""
        return max(self.surfaces, key=len) if self.surfaces else self.name or ""

    @property
    def is_media(self) -> bool:
        """Whether it is an outlet, which reports moves far more often than it takes part in them."""
        return self.record is not None and self.record.sort == "media"


@dataclass(slots=True, eq=False)
class Mention:
    """One place where the text names, or points back to, a person or an organization."""

    kind: str
    sentence: Sentence
    start: int
    end: int
    entity: Entity | None = None
    prefix: str = ""
    is_anaphor: bool = False
    owner: bool = False
    apposed_to: Mention | None = None
    mark: str = ""
    mark_word: str = ""
    mark_at: int = -1
    clitics: int = 0

    @property
    def surface(self) -> str:
        """The characters of the mention, without clitics before it where they are glued on."""
        tokens = self.sentence.tokens
        return tokens.text[tokens.start[self.start] : tokens.end[self.end - 1]]


@dataclass(slots=True, eq=False)
class Sentence:
    """A sentence with its words and what was found in them."""

    number: int
    paragraph: int
    field: str
    start: int
    end: int
    tokens: Tokens
    hits: list[Hit]
    is_title: bool = False
    is_item: bool = False
    by_start: dict[int, list[Hit]] = made(default_factory=dict)
    mentions: list[Mention] = made(default_factory=list)
    attributes: list[tuple[int, int]] = made(default_factory=list)  # see attributes.py
    asides: list[tuple[int, int]] | None = None  # kept once found, see asides.py
    dates: Any = None  # the same, see dates.py
    told: Any = None  # the same, see acceptance.py
    facts: Any = None  # the same, see fact_words.py
    capitals: list[int] = made(default_factory=list)  # the words that begin with a capital
    names: list[Name] = made(default_factory=list)  # unlisted ones, of a script without spaces; see cutting.py
    tagged: list[Tagged] = made(default_factory=list)  # names as the network tags them, see tags.py
    indexed: Any = None  # the hits by kind and by end, with the list that they were taken from

    def of_kind(self, kind: str) -> Sequence[Hit]:
        """The hits of one kind in order."""
        index = self.indexed
        if index is None or index[0] is not self.hits:  # whoever sets hits aside makes a new list
            index = self._make_index()
        found: Sequence[Hit] = index[1].get(kind, ())
        return found

    def ending(self, place: int) -> Sequence[Hit]:
        """The hits that end right before a token, in order."""
        index = self.indexed
        if index is None or index[0] is not self.hits:
            index = self._make_index()
        found: Sequence[Hit] = index[2].get(place, ())
        return found

    def _make_index(self) -> Any:
        by_kind: dict[str, list[Hit]] = {}
        by_end: dict[int, list[Hit]] = {}
        for hit in self.hits:
            kind, end = hit.kind, hit.end
            if kind in by_kind:
                by_kind[kind].append(hit)
            else:
                by_kind[kind] = [hit]
            if end in by_end:
                by_end[end].append(hit)
            else:
                by_end[end] = [hit]
        self.indexed = (self.hits, by_kind, by_end)
        return self.indexed

    def opens(self, place: int, kinds: Container[str]) -> bool:
        """Whether a phrase of one of these kinds begins at a token."""
        for hit in self.by_start.get(place, ()):  # noqa: SIM110 (asked so often that a generator costs too much)
            if hit.kind in kinds:
                return True
        return False

    def closes(self, place: int, kinds: Container[str]) -> bool:
        """Whether a phrase of one of these kinds ends right before a token."""
        for hit in self.ending(place):  # noqa: SIM110 (as above)
            if hit.kind in kinds:
                return True
        return False

    def has_kinds(self, kinds: Iterable[str]) -> bool:
        """Whether there is a hit of one of these kinds."""
        index = self.indexed
        if index is None or index[0] is not self.hits:
            index = self._make_index()
        return not index[1].keys().isdisjoint(kinds)

    def of_kinds(self, kinds: Collection[str]) -> list[Hit]:
        """The hits of some kinds, those of one kind together."""
        index = self.indexed
        if index is None or index[0] is not self.hits:
            index = self._make_index()
        by_kind: dict[str, list[Hit]] = index[1]
        return [hit for kind in kinds if kind in by_kind for hit in by_kind[kind]]

    def covered_by(self, *kinds: str) -> set[int]:
        """The tokens that phrases of these kinds cover."""
        return {index for hit in self.of_kinds(kinds) for index in range(hit.start, hit.end)}


@dataclass(slots=True)
class Page:
    """A document as the reader sees it."""

    document: Document
    language: Language
    lexicon: Lexicon
    sentences: list[Sentence]
    script: Any = None  # kept once found, see script.py
    is_tagged: bool = False  # whether the network has looked for names


_LONGEST_FURNITURE = 120  # characters; of a script that writes a word in two, half of it says as much


def _is_furniture_line(text: str, pattern: re.Pattern[str] | None, *, spaceless: bool) -> bool:
    longest = _LONGEST_FURNITURE // 2 if spaceless else _LONGEST_FURNITURE
    if len(text) > 160:
        return False
    if len(_SEPARATORS.findall(text)) >= 2:
        return True
    bare = text.strip()
    if bare.startswith(_FOOT_SIGNS) and (len(bare) < _SHORT_LINE or bare[-1] not in ".!?)"):
        return True  # a link to elsewhere; whole sentences behind an arrow are a list of news
    return len(text) < longest and pattern is not None and pattern.search(fold(text)) is not None


def _line_pattern(language: Language) -> re.Pattern[str] | None:
    pattern = _PATTERNS.get(language.code)
    if pattern is None and language.furniture_lines:
        told = (_at_a_word(line, language) for line in language.furniture_lines)
        pattern = _PATTERNS[language.code] = re.compile("|".join(told))
    return pattern


def _at_a_word(line: str, language: Language) -> str:
    """Words to skip a line by, which begin where a word does: "sign in" is no part of "heads design in May".

    A single word may be part of a compound ("Titelfoto:"), and where clitics are written on a word any may be.
    """
    has_words = r"\ " in line and not language.spaceless and not language.prefixes
    return rf"(?<!\w){line}" if has_words and line[0].isalpha() else line


_PATTERNS: dict[str, re.Pattern[str]] = {}


def _is_foot_heading(text: str, language: Language) -> bool:
    if len(text) > 90:
        return False
    bare = fold(_MARKUP.sub("", text))
    return bare.startswith(_folded_headings(language.furniture))


@cache
def _folded_headings(headings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(fold, headings))


def body_lines(text: str, language: Language) -> list[tuple[int, int]]:
    """The lines of the article itself: without lists of other headlines, invitations and buttons.

    A heading such as "Read also" in the second half of the page ends the article; before that it takes out
    its own line only, for pages put such boxes between paragraphs too.
    """
    out: list[tuple[int, int]] = []
    pattern = _line_pattern(language)
    for start, end in lines(text):
        line = text[start:end]
        if _is_foot_heading(line, language):
            if start > len(text) * 0.55:
                break
            continue
        if not _is_furniture_line(line, pattern, spaceless=language.spaceless):
            out.append((start, end))
    return out


# So much of one text is searched. A book is longer, an article is not: what is above it costs memory and finds nothing.
LONGEST_TEXT = 1_000_000
# What goes on for longer without a full stop is a table or a list, and is read in pieces: the work on one sentence
# grows faster than its length.
_LONGEST_SENTENCE = 800
_LONGEST_SPACELESS = 300  # where each character may be a word by itself
_PARTING = " 、，；;,"  # where a long piece is best cut
_LONGEST_TITLE = 2_000


def searched_length(document: Document) -> int | None:
    """How many characters of the text are searched, None where all of it is."""
    return LONGEST_TEXT if len(document.text) > LONGEST_TEXT else None


def make_page(document: Document, lexicon: Lexicon) -> Page:
    """Cuts a document into sentences and finds the phrases and names of each."""
    page = cut_page(document, lexicon)
    find_phrases(page)
    return page


def find_phrases(page: Page) -> None:
    """Finds the phrases and known names of every sentence of a page that is only cut so far."""
    if page.language.spaceless:
        _cut_words(page)
        return
    find = page.lexicon.find
    for sentence in page.sentences:
        by_start = find(sentence.tokens)
        hits = [hit for hits in by_start.values() for hit in hits]
        found = front_verbs(hits, sentence.tokens, page.lexicon) if page.language.verb_last else hits
        if page.language.verb_last and (attributes := find_attributes(hits, sentence.tokens)):
            sentence.attributes = attributes
            found = [*found, *participles(hits, attributes, sentence.tokens, page.lexicon)]
        sentence.hits = without_unfinished(found, sentence.tokens, page.lexicon)
        if found is not hits or len(sentence.hits) < len(hits):
            by_start = {}
            for hit in sentence.hits:
                by_start.setdefault(hit.start, []).append(hit)
        sentence.by_start = by_start


def _cut_words(page: Page) -> None:
    """Finds phrases among the characters of a script without spaces, and joins the characters to words."""
    found = [
        (sentence.tokens, [hit for hits in page.lexicon.find(sentence.tokens).values() for hit in hits])
        for sentence in page.sentences
    ]
    tagged = [tagged_words(sentence) for sentence in page.sentences] if page.is_tagged else []
    for sentence, cut in zip(page.sentences, cut_sentences(found, page.lexicon, tagged), strict=True):
        sentence.tokens, sentence.names = cut.tokens, cut.names
        sentence.hits = without_unfinished(cut.hits, cut.tokens, page.lexicon)
        sentence.capitals = [place for place, word in enumerate(cut.tokens.surface) if word[0].isupper()]
        for hit in sentence.hits:
            sentence.by_start.setdefault(hit.start, []).append(hit)


def cut_page(document: Document, lexicon: Lexicon) -> Page:
    """Cuts a document into sentences of words, nothing found in them yet."""
    language = lexicon.language
    out: list[Sentence] = []
    for field_name, text in (("title", document.title[:_LONGEST_TITLE]), ("text", document.text[:LONGEST_TEXT])):
        paragraph = 0
        stretches = list(lines(text)) if field_name == "title" else body_lines(text, language)
        for line_start, line_end in stretches:
            paragraph += 1
            head = text[line_start : line_start + 3]
            is_item = bool(head) and (head[0] in "-–—•·▪●*🔹🔸♦→▶►👉" or _NUMBERED.match(head) is not None)
            for start, end in _pieces(text, line_start, line_end, language):
                tokens = tokenize(text, start, end)
                if not len(tokens):
                    continue
                sentence = Sentence(
                    number=len(out), paragraph=paragraph, field=field_name, start=start, end=end, tokens=tokens,
                    hits=[], is_title=field_name == "title", is_item=is_item,
                    capitals=[place for place, word in enumerate(tokens.surface) if word[0].isupper()],
                )  # fmt: skip
                out.append(sentence)
    if language.genitive:
        cut_genitives([sentence.tokens for sentence in out], lexicon)
        for sentence in out:
            sentence.capitals = [place for place, word in enumerate(sentence.tokens.surface) if word[0].isupper()]
    return Page(document, language, lexicon, out)


def _pieces(text: str, line_start: int, line_end: int, language: Language) -> Iterator[tuple[int, int]]:
    """The sentences of a line, those that are too long cut at spaces; at commas too where nothing has spaces."""
    longest, marks = (_LONGEST_SPACELESS, _PARTING) if language.spaceless else (_LONGEST_SENTENCE, " ")
    for start, end in sentences(text, line_start, line_end, ordinals=language.ordinal_stops):
        while end - start > longest:
            place = max(text.rfind(mark, start + 1, start + longest) for mark in marks)
            # A space opens the next piece, a comma closes the one before.
            cut = start + longest if place < 0 else place if text[place] == " " else place + 1
            yield start, cut
            start = cut
        if start < end:
            yield start, end
