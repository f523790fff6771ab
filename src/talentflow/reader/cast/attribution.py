"""According to whom: the outlets and people that a sentence, or an article as a whole, names as its source."""

from __future__ import annotations

from talentflow.languages import Language
from talentflow.reader.cast.scene import Event
from talentflow.reader.cast.unnamed_sources import speaks_for, unnamed_sources
from talentflow.reader.words.page import Mention, Page, Sentence
from talentflow.reader.words.phrases import Hit

_NEAR = 5
_COMMAS = (",", "،", "，", "、")
_LEAD = 3  # sentences: what an article is told after stands in its opening


def sources_of(sentence: Sentence, language: Language, event: Event | None = None) -> tuple[str, ...]:
    """The Latin names of those who are said to have said it, in the order of the sentence.

    "according to X" names X wherever it stands; a verb of saying names whoever stands nearest to it, unless the
    event's own trigger lies between the two.
    """
    names = (mention.entity.name for mention in _speakers(sentence, language, event) if mention.entity is not None)
    return tuple(dict.fromkeys(name for name in names if name))


def retold_outlet(page: Page) -> tuple[str, Sentence] | None:
    """The one outlet that an article tells its news after, with the sentence of its opening that says so.

    None where the opening names no outlet as its source, or the article names several.
    """
    first: tuple[str, Sentence] | None = None
    body = [sentence for sentence in page.sentences if sentence.field == "text"]
    for place, sentence in enumerate(body):
        if not any(sentence.of_kind(kind) for kind in ("according", "said")):
            continue
        for mention in _speakers(sentence, page.language):
            outlet = mention.entity
            if outlet is None or outlet.kind == "person" or not outlet.is_media or not outlet.name:
                continue
            if first is None:
                if place >= _LEAD:
                    return None
                first = outlet.name, sentence
            elif outlet.name != first[0]:
                return None
    return first


def _speakers(sentence: Sentence, language: Language, event: Event | None = None) -> list[Mention]:
    """The mentions of those who are said to have said it, in the order of the sentence."""
    found: list[Mention] = []
    unnamed = {source.said.start: source for source in unnamed_sources(sentence, language)}
    for hit in sentence.of_kinds(("according", "said")):
        if hit.start in unnamed:
            employer = speaks_for(sentence, unnamed[hit.start])
            found.extend([employer] if employer is not None else [])
        elif hit.kind == "according":
            found.extend(_according_to(sentence, hit, language))
    for hit in sentence.of_kind("said"):
        if hit.start in unnamed:
            continue
        start, end = hit.start, hit.end
        near = [m for m in sentence.mentions if m.entity is not None and m.entity.name and _gap(m, start, end) <= _NEAR]
        if event is not None:
            near = [m for m in near if not _crosses(m, start, event.start)]
        near = [m for m in near if m.kind == "person" or m.apposed_to is None]
        near = [m for m in near if not _is_goal_before(m, hit)]
        if near:
            gaps = [_gap(m, start, end) for m in near]
            found.append(near[gaps.index(min(gaps))])
    return sorted(found, key=lambda mention: mention.start)


def _according_to(sentence: Sentence, hit: Hit, language: Language) -> list[Mention]:
    """Whom "according to" names: right behind it, right before it where particles follow their nouns."""
    named = [m for m in sentence.mentions if m.entity is not None]
    if language.head_final:
        return [m for m in named if 0 <= hit.start - m.end <= _NEAR and not _is_parted(sentence, m.end, hit.start)][-1:]
    after = [m for m in named if 0 <= m.start - hit.end <= _NEAR]
    return [m for m in after[:1] if not _is_parted(sentence, hit.end, m.start)]


def _is_parted(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a comma ends what is said of the source: "according to a statement, | Ada Moreno has left".

    A comma behind a post leads to the name of whoever holds it: "according to its chief executive, Ada Moreno".
    """
    commas = [index for index in range(low, high) if sentence.tokens.surface[index] in _COMMAS]
    return any(not sentence.closes(comma, ("role", "title", "colleague")) for comma in commas)


def _is_goal_before(mention: Mention, said: Hit) -> bool:
    """Whether a preposition before an employer makes it no speaker: "has moved | to Anthropic and says"."""
    return mention.kind == "org" and mention.mark in ("toward", "away") and mention.end <= said.start


def _gap(mention: Mention, start: int, end: int) -> int:
    return start - mention.end if mention.end <= start else mention.start - end if mention.start >= end else 0


def _crosses(mention: Mention, said: int, trigger: int) -> bool:
    return min(mention.start, said) < trigger < max(mention.start, said)
