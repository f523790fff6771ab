"""Where a sentence is staged: "At Borealis, Ada Moreno has been put in charge", "Borealis said that she will leave"."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Mention
from talentflow.reader.words.phrases import Hit

_AT = 2.2
_ANNOUNCED = 2.2
_SAYS = 1.5  # whoever announces a change is mostly where it happens, yet it may be a change elsewhere
_REACH = 5  # words between a speaker and what is said of it


@dataclass(frozen=True, slots=True)
class Stage:
    """The organization that a sentence is staged at, and how well that speaks for its being an end."""

    mention: Mention
    score: float


def stage_of(reading: Reading, hit: Hit) -> Stage | None:
    """The organization that the clause of a trigger is staged at, None where there is none."""
    for mention in reading.sentence.mentions:
        if mention.start >= hit.start:
            break
        if mention.kind != "org" or mention.entity is None or mention.entity.name is None or mention.owner:
            continue
        if reading.lexicon.language.head_final:
            if mention.mark == "subject" and _is_said_behind(reading, hit):
                return Stage(mention, _ANNOUNCED)
            continue
        if _opens(reading, mention) or _heads(reading, mention):
            return Stage(mention, _AT)
        if _speaks(reading, mention, hit):
            return Stage(mention, _SAYS)
    return None


def _is_said_behind(reading: Reading, hit: Hit) -> bool:
    """Whether a verb of saying ends the sentence: "Borealis-TOPIC Ada-SUBJECT leaves, announced"."""
    return any(said.start >= hit.end for said in reading.sentence.of_kind("said"))


def _opens(reading: Reading, mention: Mention) -> bool:
    """Whether a sentence or a clause begins with the place of what it tells: "At Borealis, where she ...,"."""
    surface = reading.sentence.tokens.surface
    if mention.mark != "at" or mention.end >= len(surface) or surface[mention.end] not in ",،":
        return False
    return all(not word[0].isalpha() for word in surface[: mention.mark_at])


def _heads(reading: Reading, mention: Mention) -> bool:
    """Whether a sentence has an organization for its heading: "Quanta : Ada Moreno nommée directrice"."""
    surface = reading.sentence.tokens.surface
    if mention.mark or mention.end >= len(surface) or surface[mention.end] != ":":
        return False
    if mention.entity is None or mention.entity.is_media:
        return False
    return all(not word[0].isalpha() for word in surface[: mention.start])


def _speaks(reading: Reading, mention: Mention, hit: Hit) -> bool:
    """Whether an organization announces what the trigger tells, as the subject of a verb of saying."""
    if mention.mark or mention.apposed_to is not None or (mention.entity is not None and mention.entity.is_media):
        return False
    sentence = reading.sentence
    end = next((end for start, end in reading.asides if start == mention.end), mention.end)
    for said in sentence.of_kind("said"):
        if end <= said.start <= end + _REACH and said.end <= hit.start:
            stretch = range(end, said.start)
            return not any(m.start in stretch for m in sentence.mentions) and not any(
                t.start in stretch for t in reading.triggers
            )
    return False
