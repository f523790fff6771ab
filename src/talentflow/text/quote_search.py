"""Where the words of a quote stand among those of a text: letter for letter once folded, with what may differ.

Allowed are clitics that one side writes and the other leaves out, words that one side joins, elided words, and so
many slips of the pen as the caller allows. Figures must agree exactly, and no word may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import OSA

from talentflow.text.quote_words import QuoteWord

_LEAST_STEM = 2  # letters that remain of a word without its clitics
_LEAST_SLIPPED = 5  # letters of a word in which one may be wrong: in a shorter one it makes another word
_MOST_JOINED = 3  # words that the other side may write as one
_MOST_STATES = 200_000  # of a search: only one word said over and over again needs more, and that proves nothing
_JOINED_LENGTH = 2  # letters of the joined word at least


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written, where quotes differ.

    It writes conjunctions, prepositions and its article, all folded, onto the front of words.
    `denials` are single characters that turn a sentence into its contrary: none of them is a slip of the pen.
    """

    conjunctions: tuple[str, ...] = ()
    prepositions: tuple[str, ...] = ()
    article: str = ""
    denials: frozenset[str] = frozenset()


@dataclass(slots=True)
class WordSearch:
    """Finds quotes among the words of one text. Pairs of words that were compared once are remembered."""

    words: Sequence[QuoteWord]
    writing: Writing = Writing()
    _stems: dict[str, frozenset[str]] = field(default_factory=dict)
    _same: dict[tuple[str, str], bool] = field(default_factory=dict)
    _slipped: dict[tuple[str, str], bool] = field(default_factory=dict)

    def find(self, quote: Sequence[QuoteWord], *, slips: int = 0, since: int = 0) -> tuple[int, int] | None:
        """The first place, as indices of words (end exclusive), from word `since` on; None where it is nowhere."""
        if not quote:
            return None
        opens: dict[str, bool] = {}
        seen: set[tuple[int, int, int]] = set()  # what led nowhere from one start leads nowhere from another
        first = quote[0]
        for start in range(since, len(self.words)):
            word = self.words[start]
            may_open = opens.get(word.folded)
            if may_open is None:
                may_open = opens[word.folded] = self._may_open(first, word, slips)
            if may_open:
                end = self._end(quote, (0, start, slips), seen)
                if end is not None:
                    return start, end
                if len(seen) > _MOST_STATES:
                    break
        return None

    def _may_open(self, first: QuoteWord, word: QuoteWord, slips: int) -> bool:
        if first.elided or (slips and first.is_character):
            return True
        one, other = first.folded, word.folded
        return (
            self._agree(first, word)
            or (slips > 0 and self._is_slip(first, word))
            or any(a.startswith(b) or b.startswith(a) for a in self._stems_of(one) for b in self._stems_of(other))
        )

    def _end(
        self, quote: Sequence[QuoteWord], start: tuple[int, int, int], seen: set[tuple[int, int, int]]
    ) -> int | None:
        """Where the quote ends that begins at a word; depth first, for most paths end at once.

        A state is a word of the quote, a word of the text, and how many slips may still be.
        """
        open_states = [start]
        while open_states and len(seen) <= _MOST_STATES:
            at, place, left = open_states.pop()
            if at == len(quote):
                return place
            for state in self._steps(quote, at, place, left):
                if state not in seen:
                    seen.add(state)
                    open_states.append(state)
        return None

    def _steps(self, quote: Sequence[QuoteWord], at: int, place: int, left: int) -> Iterator[tuple[int, int, int]]:
        """The states that can follow, the likeliest last."""
        asked = quote[at]
        if asked.elided and at + 1 < len(quote):
            yield at + 1, place, left
        if place >= len(self.words):
            return
        word = self.words[place]
        if word.elided and at > 0:
            yield at, place + 1, left
        if left and asked.is_character != word.is_character:
            pass  # a slip changes no script
        elif left:
            if self._is_slip(asked, word):
                yield at + 1, place + 1, left - 1
            if asked.is_character and 0 < at < len(quote) - 1:
                if asked.folded not in self.writing.denials:
                    yield at + 1, place, left - 1
                if word.folded not in self.writing.denials:
                    yield at, place + 1, left - 1
        yield from self._joined(quote, at, place, left)
        if self._agree(asked, word):
            yield at + 1, place + 1, left

    def _joined(self, quote: Sequence[QuoteWord], at: int, place: int, left: int) -> Iterator[tuple[int, int, int]]:
        one, other = quote[at].folded, self.words[place].folded
        if len(one) != len(other):
            for count in range(2, _MOST_JOINED + 1):
                if at + count <= len(quote) and self._is_joined(quote[at : at + count], self.words[place]):
                    yield at + count, place + 1, left
                if place + count <= len(self.words) and self._is_joined(self.words[place : place + count], quote[at]):
                    yield at + 1, place + count, left

    def _is_joined(self, parts: Sequence[QuoteWord], whole: QuoteWord) -> bool:
        joined = "".join(part.folded for part in parts)
        if abs(len(joined) - len(whole.folded)) > _MOST_JOINED or len(joined) < _JOINED_LENGTH:
            return False
        return self._same_words(joined, whole.folded)

    def _agree(self, one: QuoteWord, other: QuoteWord) -> bool:
        if one.folded == other.folded:
            return True
        if one.is_figure or other.is_figure or one.is_character or other.is_character:
            return False
        return self._same_words(one.folded, other.folded)

    def _same_words(self, one: str, other: str) -> bool:
        """Whether two words are one, or one once the clitics of either are off."""
        if one == other:
            return True
        if not self.writing.conjunctions:
            return False
        key = (one, other)
        found = self._same.get(key)
        if found is None:
            found = self._same[key] = one in self._stems_of(other) or other in self._stems_of(one)
        return found

    def _is_slip(self, one: QuoteWord, other: QuoteWord) -> bool:
        """Whether one letter too many, too few, wrong or changed for its neighbour parts two words."""
        if one.is_figure or other.is_figure:
            return False
        if one.is_character and other.is_character:
            return self.writing.denials.isdisjoint((one.folded, other.folded))
        least = _LEAST_SLIPPED - bool(self.writing.conjunctions)  # words that bear so much say more by themselves
        if min(len(one.folded), len(other.folded)) < least or max(len(one.folded), len(other.folded)) < _LEAST_SLIPPED:
            return False
        key = (one.folded, other.folded)
        found = self._slipped.get(key)
        if found is None:
            found = self._slipped[key] = any(
                OSA.distance(stem, rest, score_cutoff=1) <= 1
                for stem in self._stems_of(one.folded)
                for rest in self._stems_of(other.folded)
                if min(len(stem), len(rest)) >= least
            )
        return found

    def _stems_of(self, word: str) -> frozenset[str]:
        """The word, and what remains of it without the clitics at its front."""
        found = self._stems.get(word)
        if found is None:
            found = self._stems[word] = frozenset(without_clitics(word, self.writing))
        return found


def without_clitics(word: str, writing: Writing) -> Iterator[str]:
    """The folded word itself, and each thing that remains when clitics are taken off its front."""
    yield word
    article = writing.article
    for conjunction in ("", *writing.conjunctions):
        if not word.startswith(conjunction):
            continue
        rest = word[len(conjunction) :]
        for preposition in ("", *writing.prepositions):
            if not rest.startswith(preposition):
                continue
            base = rest[len(preposition) :]
            if len(base) >= _LEAST_STEM:
                yield base
            if article and base.startswith(article) and len(base) >= len(article) + _LEAST_STEM:
                yield base[len(article) :]
            elif preposition and article.endswith(preposition) and base[:1] == article[-1] and len(base) > _LEAST_STEM:
                yield base[1:]  # the first letter of the article falls away behind a preposition like its last
