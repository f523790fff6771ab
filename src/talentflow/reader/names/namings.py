"""Employers without a name that the words behind them name: "a start-up of her own that goes by the name of Quanta"."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit

_TO_WORDS = 10  # words from an employer without a name to those that name it
_OPENING = 9  # words with which a sentence leads up to them, where the one before spoke of the employer
_BESIDE = 3  # words between them and the name: articles, class words, quotation marks
_SENTENCES = 2
_SPOKEN_OF = 8  # sentences over which an employer without a name stays the same one
_OBJECT = 2  # words between a verb and what it takes
_TO_APPOSED = 6  # words that say of what sort an employer is, before the comma and its name
_STOPS = frozenset(".;:؛!?؟")
_APPOSING = frozenset(",،:—–-(")
_QUOTES = frozenset("\"“”«»„‘’'")
_CLOSING = frozenset(",.;:؛،!?؟)—–-")
_NAMING = ("naming", "naming_after")
_SPARING = ("determiner", "definite", "company", "mark", "place", "new")


def name_unnamed(sentences: Sequence[Sentence]) -> None:
    """Gives employers without a name the one that words of naming give them, in their sentence or behind it.

    So too what is founded and only called the company: "Ada is to launch the company. It goes by the name of Quanta".
    """
    waiting: list[tuple[int, Mention]] = []
    for sentence in sentences:
        waiting = [(number, m) for number, m in waiting if sentence.number - number <= _SPOKEN_OF]
        unnamed = [m for m in sentence.mentions if m.mark_word == "unnamed" and _is_nameless(m)]
        meant = [m for m in sentence.mentions if m.mark_word == "company_anaphor" and m.entity is None]
        founded = [m for m in meant if _is_founded(sentence, m)]
        if waiting and sentence.number - waiting[-1][0] <= _SENTENCES:
            name = _named_in(sentence)
            if name is not None:
                for _, mention in waiting:
                    mention.entity = name.entity
                waiting = []
        for mention in (*unnamed, *founded):
            name = _named_behind(sentence, mention) or _apposed_name(sentence, mention)
            if name is not None:
                mention.entity = name.entity
            else:
                waiting.append((sentence.number, mention))


def _is_founded(sentence: Sentence, mention: Mention) -> bool:
    """Whether an employer stands right behind a verb of founding."""
    return any(
        0 <= mention.start - hit.end <= _OBJECT and hit.payload.event == "found" for hit in sentence.of_kind("trigger")
    )


def _is_nameless(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.name is None


def _named_behind(sentence: Sentence, mention: Mention) -> Mention | None:
    """The name to which words of naming lead from an employer without one, nothing else being named in between."""
    surface = sentence.tokens.surface
    before = next((m for m in sentence.mentions if m.kind == "org" and m.end == mention.start), None)
    if before is not None and before.entity is not None and before.mark == "with" and _is_founded(sentence, before):
        return before  # "gründeten mit Quanta | eine Firma"
    for hit in sentence.of_kinds(_NAMING):
        if not 0 <= hit.start - mention.end <= _TO_WORDS or _STOPS & set(surface[mention.end : hit.start]):
            continue
        if any(mention.end <= m.start < hit.start and not m.is_anaphor for m in sentence.mentions):
            continue
        name = _name_beside(sentence, hit, low=mention.end)
        if name is not None:
            return name
    return None


def _apposed_name(sentence: Sentence, mention: Mention) -> Mention | None:
    """The name that a comma gives an employer without one: "left to found her own AI company, | Quanta".

    Not what a verb behind it says or does: "to found her own company, Borealis announced".
    """
    surface = sentence.tokens.surface
    place = mention.end
    while place < len(surface) and surface[place] not in _APPOSING:
        is_parted = sentence.opens(place, ("trigger", "said", "break", "relative"))
        if is_parted or place - mention.end >= _TO_APPOSED or not surface[place][0].isalnum():
            return None
        place += 1
    start = place + 1
    while start < len(surface) and (surface[start] in _QUOTES or sentence.opens(start, ("determiner",))):
        start += 1
    name = next((m for m in sentence.mentions if m.start == start), None)
    if name is None or name.kind != "org" or name.entity is None or not name.entity.name or name.entity.is_media:
        return None
    if any(mention.end <= m.start < start for m in sentence.mentions):
        return None
    behind = name.end
    while behind < len(surface) and surface[behind] in _QUOTES:
        behind += 1
    is_closed = behind >= len(surface) or surface[behind] in _CLOSING or sentence.opens(behind, ("relative", "purpose"))
    return name if is_closed else None


def _named_in(sentence: Sentence) -> Mention | None:
    """The name that a sentence gives what the one before spoke of: "It is called Quanta", "Quanta, as it is called"."""
    surface = sentence.tokens.surface
    for hit in sentence.of_kinds(_NAMING):
        if hit.start > _OPENING + _BESIDE or _STOPS & set(surface[: hit.start]):
            continue
        name = _name_beside(sentence, hit, low=0)
        if name is None:
            continue
        low = min(hit.start, name.start)
        if low <= _OPENING and not any(m.start < low and not m.is_anaphor for m in sentence.mentions):
            return name
    return None


def _name_beside(sentence: Sentence, naming: Hit, *, low: int) -> Mention | None:
    """The employer right behind words of naming, or right before those that follow the name."""
    orgs = [m for m in sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    passed = sentence.covered_by(*_SPARING)
    surface = sentence.tokens.surface

    def is_beside(first: int, last: int) -> bool:
        return 0 <= last - first <= _BESIDE and all(
            index in passed or not surface[index][0].isalnum() for index in range(first, last)
        )

    if naming.kind == "naming":
        return next((m for m in orgs if is_beside(naming.end, m.start)), None)
    return next((m for m in reversed(orgs) if m.start >= low and is_beside(m.end, naming.start)), None)
