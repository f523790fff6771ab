"""According to whom: the outlets and people that a sentence names as the source of what it tells."""

from __future__ import annotations

from talentflow.reader.page import Mention, Sentence
from talentflow.reader.scene import Event

_NEAR = 5


def sources_of(sentence: Sentence, event: Event | None = None) -> tuple[str, ...]:
    """The Latin names of those who are said to have said it, in the order of the sentence.

    "according to X" names X wherever it stands; a verb of saying names whoever stands nearest to it, unless the
    event's own trigger lies between the two.
    """
    found: list[Mention] = []
    for hit in sentence.of_kind("according"):
        after = [m for m in sentence.mentions if 0 <= m.start - hit.end <= _NEAR and m.entity is not None]
        found.extend(after[:1])
    for hit in sentence.of_kind("said"):
        start, end = hit.start, hit.end
        near = [m for m in sentence.mentions if m.entity is not None and m.entity.name and _gap(m, start, end) <= _NEAR]
        if event is not None:
            near = [m for m in near if not _crosses(m, start, event.start)]
        near = [m for m in near if m.kind == "person" or m.apposed_to is None]
        if near:
            gaps = [_gap(m, start, end) for m in near]
            found.append(near[gaps.index(min(gaps))])
    if not found:
        return ()
    names = (m.entity.name for m in sorted(found, key=lambda m: m.start) if m.entity is not None)
    return tuple(dict.fromkeys(name for name in names if name))


def _gap(mention: Mention, start: int, end: int) -> int:
    return start - mention.end if mention.end <= start else mention.start - end if mention.start >= end else 0


def _crosses(mention: Mention, said: int, trigger: int) -> bool:
    return min(mention.start, said) < trigger < max(mention.start, said)
