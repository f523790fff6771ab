"""Posts: a phrase such as "senior vice president of research" read from its head outwards, written in English."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit


@dataclass(frozen=True, slots=True)
class Post:
    """A post found at tokens `start` to `end`: its English wording and its head."""

    start: int
    end: int
    english: str
    head: str
    is_former: bool = False
    is_new: bool = False


def find_posts(sentence: Sentence) -> list[Post]:
    """The posts that a sentence names, in order."""
    heads = [hit for hit in sentence.of_kind("role") if hit.payload.part == "head"]
    if not heads:
        return []
    if len(heads) > 1:
        heads = [hit for hit in heads if not any(_lies_within(hit, other) for other in heads)]
        heads.sort(key=lambda hit: (hit.start, -hit.end))
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.is_anaphor]
    modifiers = [hit for hit in sentence.of_kind("role") if hit.payload.part == "modifier"]
    out: list[Post] = []
    used = -1
    for hit in heads:
        if hit.start < used or any(start <= hit.start < end for start, end in names):
            continue
        start, left_words = _left(sentence, hit.start, used, modifiers) if modifiers else (hit.start, [])
        # "directora ejecutiva interina": what Spanish puts after the head, English puts before it.
        end, behind, right_words = _right(sentence, hit.end)
        words = [*behind, *left_words, hit.payload.english]
        english = " ".join(words)
        if right_words:
            english += " of " + " ".join(right_words) if right_words[0] != "of" else " " + " ".join(right_words)
        before = _kinds_ending(sentence, start)
        out.append(Post(start, end, english, hit.payload.english, "former" in before, "new" in before))
        used = end
    return out


def _lies_within(hit: Hit, other: Hit) -> bool:
    """Whether a phrase is a part of a longer one: "president" of "vice president"."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _kinds_ending(sentence: Sentence, start: int) -> set[str]:
    """What kinds of phrases stand right before a token, past articles and organizations."""
    kinds: set[str] = set()
    index = start
    for _ in range(4):
        found = [hit for hit in sentence.ending(index) if hit.kind in _BEFORE_POST]
        kinds.update([hit.kind for hit in found])
        if not found:
            if index > 0 and (sentence.tokens.is_possessive(index - 1) or sentence.tokens.surface[index - 1] == "-"):
                index -= 1
                continue
            break
        index = min([hit.start for hit in found])
    return kinds


_BEFORE_POST = ("former", "new", "determiner", "org", "current", "company", "acting")


def _left(sentence: Sentence, start: int, floor: int, modifiers: list[Hit]) -> tuple[int, list[str]]:
    words: list[str] = []
    modifiers = [hit for hit in modifiers if hit.start > floor]
    while True:
        is_hyphened = sentence.tokens.surface[start - 1] == "-"
        found = [hit for hit in modifiers if hit.end == start or (is_hyphened and hit.end == start - 1)]
        if not found:
            return start, words
        hit = min(found, key=lambda hit: hit.start)
        words.insert(0, hit.payload.english)
        start = hit.start


def field_after(sentence: Sentence, place: int) -> str:
    """What somebody leads, in English, as the words from `place` on say: "dirigía | el equipo de diseño"."""
    _, _, words = _right(sentence, place, is_field=True)
    return " ".join(words)


def _right(sentence: Sentence, end: int, *, is_field: bool = False) -> tuple[int, list[str], list[str]]:
    """What follows the head: modifiers of languages that put them after it, and "of research".

    After "of" (`is_field`) whatever follows is the field, were it a modifier elsewhere: "head of security".
    """
    tokens = sentence.tokens
    behind: list[str] = []
    field = _Field()
    index = end
    last = end
    while index < len(tokens) and index < end + _REACH:
        here = sentence.by_start.get(index, ())
        domain = [hit for hit in here if hit.kind == "role" and hit.payload.part in ("domain", "modifier")]
        units = [hit for hit in here if hit.kind == "unit"]
        if domain or units:
            hit = max((*domain, *units), key=lambda hit: hit.end)
            if hit.kind == "unit":
                field.add_unit(hit.payload)
            elif hit.payload.part == "domain":
                field.add(hit.payload.english)
            elif is_field:
                field.describe(hit.payload.english)
            elif hit.payload.english not in behind:
                behind.append(hit.payload.english)
            index = last = hit.end
            continue
        linking = [hit for hit in here if _is_linking(hit)]
        if linking:
            if sentence.opens(index + 1, ("org",)) and _past_name(sentence, index + 1) == index + 1:
                break
            if any(hit.kind == "and" for hit in linking):
                if index == end:
                    break
                field.go_on()
            is_field = is_field or any(hit.kind == "mark" for hit in linking)
            index = max(hit.end for hit in linking)
            continue
        stop = _past_name(sentence, index) if is_field and last >= index - 2 else index
        if stop == index:
            break
        field.add(" ".join(tokens.surface[index:stop]))
        index = last = stop
    return last, behind, field.words()


_REACH = 12


def _is_linking(hit: Hit) -> bool:
    return hit.kind in ("determiner", "and") or (hit.kind == "mark" and hit.payload in ("of", "at"))


def _past_name(sentence: Sentence, index: int) -> int:
    """The end of a name that English keeps as it is: a product's, or a part's of a house ("head of | FAIR")."""
    here = sentence.by_start.get(index, ())
    for mention in sentence.mentions:
        if mention.start <= index < mention.end:
            is_unit = mention.entity is not None and mention.entity.listed and mention.kind == "org"
            own = [hit for hit in here if hit.kind == "org" and hit.end == mention.end]
            is_unit = is_unit and any(hit.payload.id != mention.entity.id for hit in own if mention.entity)
            return mention.end if is_unit and mention.start == index else index
    return max((hit.end for hit in here if hit.kind == "product"), default=index)


class _Field:
    """The field of a post in English words; what it is a unit of goes before the unit: "equipo de | diseño"."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._unit = ""
        self._joint = ""

    def add(self, english: str) -> None:
        """Takes up the next words."""
        if english and english not in self._words:
            self._words += [self._joint, english] if self._joint and self._words else [english]
            self._joint = ""

    def describe(self, english: str) -> None:
        """Takes up an adjective, which English puts before its noun: "expansión internacional"."""
        if english not in self._words:
            self._words.insert(max(len(self._words) - 1, 0), english)

    def add_unit(self, english: str) -> None:
        """Takes up the word for a unit ("team"), empty where English does without ("área de")."""
        self._close()
        self._unit = english

    def go_on(self) -> None:
        """An "and": another field may follow."""
        self._joint = "and"

    def words(self) -> list[str]:
        """All words so far."""
        self._close()
        return self._words

    def _close(self) -> None:
        if self._unit:
            self._words.append(self._unit)
            self._unit = ""
