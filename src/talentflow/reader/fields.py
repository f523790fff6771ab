"""The words of a post that no list holds, taken as the text has them: "national health lead", "head of the Zen team".

Only for a language whose posts are written as they stand (`open_posts`), which is the one that claims are written in.
"""

from __future__ import annotations

from talentflow.reader.page import Mention, Sentence
from talentflow.reader.phrases import Hit

_LONGEST = 6  # words that no list holds
_REACH = 14
_ENDS = (
    "trigger", "said", "break", "relative", "copula", "pronoun", "former", "current", "new", "according", "weekday",
    "month", "relative_time", "including", "also", "negation", "since", "together", "unnamed",
    "complementizer", "possessive", "possessive_plural", "company_possessive", "function", "at_least", "acting",
    "determiner", "and", "mark", "place", "public_body", "person_noun", "number", "colleague", "cue", "title",
)  # fmt: skip
# Behind these a post begins, so that what stands between them and its head belongs to it.
_OPENERS = frozenset(
    {"determiner", "mark", "trigger", "copula", "former", "new", "current", "possessive", "company_possessive", "and",
     "place", "possessive_plural", "also", "title", "function"}
)  # fmt: skip
_UNITS = frozenset({"group", "lab", "laboratory", "labs", "business", "team", "unit"})  # of a company, not one itself


def words_before(sentence: Sentence, start: int, floor: int) -> tuple[int, list[str]]:
    """The words right before a post's head that specify it, and where they begin; none where no post could begin."""
    surface, tokens = sentence.tokens.surface, sentence.tokens
    covered = sentence.covered_by(*_ENDS) | _named(sentence)
    words: list[str] = []
    index = start - 1
    while index > floor and len(words) < _LONGEST:
        modifier = _longest([hit for hit in sentence.ending(index + 1) if _specifies(hit)])
        if modifier is not None and modifier.start > floor:
            words.insert(0, modifier.payload.english)
            index = modifier.start - 1
            continue
        word = surface[index]
        if index in covered or not word.isalpha() or (word[0].isupper() and not word.isupper()):
            break
        if tokens.is_glued(index - 1) and surface[index - 1] == "-":
            compound = f"{surface[index - 2]}-{word}"
            if index - 2 in covered or not surface[index - 2].islower():
                return start, []
            words.insert(0, compound)
            index -= 3
            continue
        words.insert(0, word)
        index -= 1
    return (index + 1, words) if words and _may_begin(sentence, index) else (start, [])


def _may_begin(sentence: Sentence, index: int) -> bool:
    """Whether a post can begin right behind a token."""
    if index < 0 or sentence.tokens.surface[index] in ",(–—:;•-" or sentence.tokens.is_possessive(index):
        return True
    if any(hit.kind in _OPENERS for hit in sentence.ending(index + 1)):
        return True
    return any(mention.end == index + 1 and mention.kind != "person" for mention in sentence.mentions)


def words_after(sentence: Sentence, end: int, *, is_open: bool = False) -> tuple[int, list[str]]:
    """What follows a post's head and says of what it is, and where that ends: "of the Zen team", "for the UK".

    `is_open` where nothing but the field can follow: "led | the Zen team".
    """
    surface, count = sentence.tokens.surface, len(sentence.tokens)
    covered = (sentence.covered_by(*_ENDS) - sentence.covered_by("place")) | _named(sentence)
    words: list[str] = []
    free, joint = 0, ""
    index = last = end
    while index < min(count, end + _REACH):
        here = sentence.by_start.get(index, ())
        known = _longest(
            [hit for hit in here if _specifies(hit) or (hit.kind == "role" and hit.payload.part == "domain")]
        )
        if known is not None and (is_open or not words):  # "VP engineering" too
            if known.payload.english and known.payload.english not in words:
                words += [*joint.split(), known.payload.english]
                joint = ""
            index = last = known.end
            continue
        if is_open and (name := _name_before(sentence, index, covered)):
            if not name.owner and not (name.entity is not None and name.entity.listed):
                words += [*joint.split(), name.surface]  # "the Zen team"
                joint = ""
                index = last = name.end
                continue
            if not words:
                index = name.end + (1 if name.owner else 0)
                continue
        if is_open and _is_free(sentence, index, covered) and free < _LONGEST:
            words += [*joint.split(), surface[index]]
            joint = ""
            free += 1
            index += 1
            if index + 1 < count and surface[index] == "-" and surface[index + 1].isalpha():
                words[-1] += f"-{surface[index + 1]}"
                index += 2
            last = index
            continue
        step = _link(sentence, index, covered, has_words=bool(words))
        if not step:
            break
        is_open = True
        if words and sentence.opens(index, ("and",)):
            joint = "and"
        index = step
    company = sentence.covered_by("company", "institution")
    if words and words[-1] in _UNITS and len(words) == 1:
        return end, []  # "led the group" says nothing
    if free and not _UNITS.intersection(words[-1:]) and any(i in company for i in range(end, min(last + 1, count))):
        return end, []  # "chief executive of the network operator" says where
    return last, words


def _link(sentence: Sentence, index: int, covered: set[int], *, has_words: bool) -> int:
    """Where the field goes on behind "of", "for" or "and", 0 where it does not."""
    for hit in sentence.by_start.get(index, ()):
        if hit.kind == "mark" and hit.payload in ("of", "toward") and hit.end == index + 1:
            if hit.payload == "toward" and not _is_for_a_field(sentence, hit):
                continue
            return hit.end
        if hit.kind == "determiner" and not has_words and hit.end < len(sentence.tokens):
            return hit.end
        if hit.kind == "and" and has_words and _goes_on(sentence, hit.end, covered):
            return hit.end
    if has_words and sentence.tokens.surface[index] == "," and _is_list(sentence, index + 1, covered):
        return index + 1
    return 0


def _is_for_a_field(sentence: Sentence, mark: Hit) -> bool:
    """Whether "for" leads to what a post is about, and to no time or purpose: "vice president for | AI policy"."""
    if sentence.tokens.folded[mark.start] != "for" or mark.end >= len(sentence.tokens):
        return False
    return any(hit.kind == "role" and hit.payload.part != "head" for hit in sentence.by_start.get(mark.end, ())) or (
        sentence.tokens.surface[mark.end][0].isupper() and not sentence.opens(mark.end, ("month", "weekday", "person"))
    )


def _goes_on(sentence: Sentence, index: int, covered: set[int]) -> bool:
    """Whether "and" goes on with the field, and not with another post or another clause."""
    if any(hit.kind == "role" and hit.payload.part == "head" for hit in sentence.by_start.get(index, ())):
        return False
    known = any(_specifies(hit) for hit in sentence.by_start.get(index, ()))
    after = words_end(sentence, index)
    if sentence.opens(after, ("role",)) and any(
        h.payload.part == "head" for h in sentence.by_start[after] if h.kind == "role"
    ):
        return False  # "head of policy and chief economist"
    return known or _is_free(sentence, index, covered)


def words_end(sentence: Sentence, index: int) -> int:
    """Behind the word, or the known phrase of a post, that begins at a token."""
    return max([hit.end for hit in sentence.by_start.get(index, ()) if _specifies(hit)], default=index + 1)


def _is_list(sentence: Sentence, index: int, covered: set[int]) -> bool:
    """Whether a comma goes on with a list that ends in "and": "strategy, | marketing and engineering"."""
    for place in range(index, index + 4):
        if place > index and sentence.opens(place, ("and",)):
            return _goes_on(sentence, place + 1, covered)
        if not _is_free(sentence, place, covered) and not any(
            _specifies(hit) for hit in sentence.by_start.get(place, ())
        ):
            return False
    return False


def _is_free(sentence: Sentence, index: int, covered: set[int]) -> bool:
    """Whether a word is none of grammar, of a name or of another post."""
    if index >= len(sentence.tokens) or index in covered or not sentence.tokens.surface[index].isalpha():
        return False
    return not any(hit.kind == "role" and hit.payload.part == "head" for hit in sentence.by_start.get(index, ()))


def _name_before(sentence: Sentence, index: int, covered: set[int]) -> Mention | None:
    """The name that begins here and stands before a word of the field: "Tesla's | Autopilot effort", "Zen | team"."""
    for mention in sentence.mentions:
        if mention.start == index and mention.kind == "org" and not mention.is_anaphor:
            behind = mention.end + (1 if mention.owner else 0)
            known = any(_specifies(hit) for hit in sentence.by_start.get(behind, ()))
            return mention if known or _is_free(sentence, behind, covered) else None
    return None


def _named(sentence: Sentence) -> set[int]:
    return {
        index
        for mention in sentence.mentions
        if mention.kind in ("person", "org") and not mention.is_anaphor
        for index in range(mention.start, mention.end)
    }


def _specifies(hit: Hit) -> bool:
    return hit.kind == "role" and hit.payload.part == "modifier"


def _longest(hits: list[Hit]) -> Hit | None:
    return max(hits, key=lambda hit: hit.end - hit.start, default=None)


class Field:
    """The field of a post in English words; what it is a unit of goes before the unit: "equipo de | diseño"."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._unit = ""
        self._since = 0  # words before the unit
        self._joint = ""

    def is_empty(self) -> bool:
        """Whether nothing was taken up yet."""
        return not self._words and not self._unit

    def add(self, english: str) -> None:
        """Takes up the next words."""
        if english and english not in self._words:
            if self._joint == "," and self._words:
                self._words[-1] += ","
            elif self._joint == "for" or (self._joint and self._words):
                self._words.append(self._joint)
            self._words.append(english)
            self._joint = ""

    def describe(self, english: str) -> None:
        """Takes up an adjective, which English puts before its noun: "expansión internacional", "filial española"."""
        if english not in self._words:
            is_of_unit = bool(self._unit) and len(self._words) == self._since
            self._words.insert(len(self._words) if is_of_unit else max(len(self._words) - 1, 0), english)

    def add_unit(self, english: str) -> None:
        """Takes up the word for a unit ("team"), empty where English does without ("área de")."""
        self._close()
        self._unit, self._since = english, len(self._words)

    def go_on(self, joint: str = "and") -> None:
        """An "and", or a comma: another field may follow."""
        self._joint = joint

    def be_for(self) -> None:
        """A "for": what follows is whom or where the post serves."""
        self._close()
        self._joint = "for"

    def words(self) -> list[str]:
        """All words so far."""
        self._close()
        return self._words

    def _close(self) -> None:
        if self._unit:
            self._words.append(self._unit)
            self._unit = ""
