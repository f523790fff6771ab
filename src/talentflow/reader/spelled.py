"""Names spelled by sound in a script of its own, and runs of unusual words, weighed by what stands beside them.

In Japanese katakana spells people and companies alike: "ミラ・ムラティ氏" has a title behind it, "シンキング・マシーンズ・ラボ"
ends in a class word; particles and posts behind a word tell a company from a thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.reader.cutting import Name
from talentflow.reader.lexicon import Lexicon
from talentflow.reader.page import Sentence
from talentflow.reader.script import is_word
from talentflow.text.tokens import is_katakana

_LEAST = 0.9
_REACH = 5  # words from a particle to the verb that it belongs to
_LONGEST = 8  # characters of a run in ideographs
_POSTS = ("role", "former", "current")
_ENDS = frozenset({"toward", "away", "object", "at"})
_OPENING = frozenset("«“「『【(")


def weigh_spelled(sentence: Sentence, name: Name, lexicon: Lexicon) -> tuple[float, float]:
    """What speaks for a spelled name of several parts being a person's, and what for an organization's."""
    person, org = 1.2, 0.4
    if name.parts[-1] in lexicon.org_words or any(part in lexicon.org_words for part in name.parts[1:]):
        org += 2.4
        person -= 2.4
    if sentence.opens(name.end, ("title",)):
        person += 2.0
        org -= 1.0
    elif sentence.opens(name.end, _POSTS):
        person += 0.8
    elif sentence.opens(name.end, ("org_word", "company")):
        org += 1.5
    if name.parts[0] in lexicon.given_names:
        person += 1.5
    if sentence.closes(name.start, ("company", "determiner", "org_word")):
        org += 1.2
    if sentence.closes(name.start, ("role", "person_noun", "colleague")):
        person += 0.8
    return person, org


def titled(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int]]:
    """Words before a title ("氏") that no name covers yet: a family name alone."""
    known = taken | {index for hit in sentence.hits if hit.kind != "number" for index in range(hit.start, hit.end)}
    for title in sentence.of_kind("title"):
        start, length = title.start, 0
        while start and start - 1 not in known:
            word = sentence.tokens.folded[start - 1]
            if not is_word(word) or "\u3041" <= word[0] <= "\u309f" or length + len(word) > 4:
                break
            start, length = start - 1, length + len(word)
            if len(word) > 1:
                break
        if title.start > start and is_katakana(sentence.tokens.folded[title.start - 1]):
            start = title.start - 1
        if start < title.start and (length > 1 or is_katakana(sentence.tokens.folded[start])):
            yield start, title.start


def placed_runs(sentence: Sentence, lexicon: Lexicon, known: set[int]) -> Iterator[tuple[int, int, float]]:
    """Runs of words that are no usual ones, where what stands around them speaks for an organization."""
    tokens = sentence.tokens
    index, count = 0, len(tokens)
    while index < count:
        end = index
        while end < count and end not in known and _may_name(tokens.folded[end]):
            end += 1
        if end == index:
            index += 1
            continue
        if _is_unusual(tokens.folded[index:end], lexicon):
            score = evidence(sentence, index, end)
            if score >= _LEAST:
                yield index, end, score
        index = end


def _may_name(word: str) -> bool:
    return is_katakana(word) or (is_word(word) and not "\u3041" <= word[0] <= "\u309f")


def _is_unusual(words: list[str], lexicon: Lexicon) -> bool:
    """Whether some words of a run are in no list, and none makes it too long for a name."""
    unknown = [word for word in words if word not in lexicon.usual_words and word not in lexicon.common]
    if any(map(is_katakana, words)):
        return any(is_katakana(word) and len(word) > 1 for word in unknown)
    text = "".join(words)
    singles = sum(len(word) == 1 for word in words)
    return 2 <= len(text) <= _LONGEST and (bool(unknown) or singles > 1)


def evidence(sentence: Sentence, start: int, end: int) -> float:
    """How much the words around a run speak for an organization."""
    surface, score = sentence.tokens.surface, 0.0
    if sentence.closes(start, ("company", "org_word")):
        score += 1.2
    elif sentence.closes(start, ("determiner", "new", "former")):
        score += 0.9
    if sentence.opens(end, ("org_word", "company")):
        score += 1.0
    if sentence.opens(end, _POSTS):
        score += 0.8
    marks = [hit for hit in sentence.by_start.get(end, ()) if hit.kind == "mark"]
    for mark in marks:
        if mark.payload == "owner" and sentence.opens(mark.end, (*_POSTS, "new")):
            score += 0.9
        if mark.payload == "subject" and start == 0:
            score += 0.5
        if mark.payload in _ENDS and any(mark.end <= hit.start <= mark.end + _REACH for hit in sentence.of_kind("trigger")):
            score += 0.9
    if any(hit.start == end for hit in sentence.of_kind("trigger")):
        score += 0.6
    if start == 0 and end < len(surface) and surface[end] == ",":
        score += 0.9
    if start and surface[start - 1] in _OPENING and sentence.closes(start - 1, ("company", "mark")):
        score += 0.6
    return score
