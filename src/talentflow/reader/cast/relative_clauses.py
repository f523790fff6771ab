"""Whom a clause tells of that describes a name: "replaces Tom Berg, | who is joining Quanta", "加入广达的王晓明".

Nobody else is meant by its verb, whoever else the sentence names and whatever they do.
"""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Mention
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame

_TO_VERB = 3  # auxiliaries, adverbs and clitics between a relative and its verb
_TO_NAME = 3  # words from a verb to the particle before the name that it describes: its employer
_COMMAS = (",", "،", "，")


def described(reading: Reading, frame: Frame, hit: Hit, *, passive: bool) -> Mention | None:
    """The name that the clause of a verb describes, None where it describes none."""
    if hit.payload.noun or frame.person_after or (frame.is_agent and not passive):
        return None
    if reading.lexicon.language.head_final:
        return None
    return (
        _before_relative(reading, hit)
        or _speaker(reading, hit)
        or (_behind_particle(reading, hit) if not reading.cased else None)
    )


def _before_relative(reading: Reading, hit: Hit) -> Mention | None:
    """The name right before a relative that leads to the verb."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    for relative in sentence.of_kind("relative"):
        if not 0 <= hit.start - relative.end <= _TO_VERB and not (hit.is_fronted and relative.start == hit.start):
            continue
        index = relative.start
        if index and surface[index - 1] in _COMMAS:
            index -= 1
        name = next((m for m in sentence.mentions if m.end == index and m.kind == "person"), None)
        if name is None or name.is_anaphor or name.entity is None:
            continue
        between = range(relative.end, hit.start)
        if any(place in between for m in sentence.mentions for place in range(m.start, m.end)):
            continue
        if not any(sentence.opens(place, ("determiner", "relative", "and", "said", "role")) for place in between):
            return name
    return None


def _speaker(reading: Reading, hit: Hit) -> Mention | None:
    """Who says right before "that" what they do themselves, where verbs come first: "قال كريم منصور إنه لن | يغادر"."""
    sentence = reading.sentence
    if not reading.verb_first or not reading.drops_subject:
        return None
    for opening in sentence.of_kind("complementizer"):
        if not 0 <= hit.start - opening.end <= _TO_VERB:
            continue
        name = next((m for m in sentence.mentions if m.kind == "person" and m.end == opening.start), None)
        if name is None or name.is_anaphor or name.entity is None:
            continue
        said = any(0 <= name.start - one.end <= _TO_NAME for one in sentence.of_kinds(("said", "cue")))
        others = any(
            m.start >= opening.end and m.start <= hit.end + 1 and m.kind == "person" for m in sentence.mentions
        )
        if said and not others:
            return name
    return None


def _behind_particle(reading: Reading, hit: Hit) -> Mention | None:
    """The name behind the particle that ends what describes it, as where nothing else parts the two."""
    sentence = reading.sentence
    for link in sentence.of_kind("post_link"):
        if not 0 < link.start - hit.end <= _TO_NAME:
            continue
        employer = any(m.kind == "org" and hit.end <= m.start and m.end == link.start for m in sentence.mentions)
        name = next((m for m in sentence.mentions if m.start == link.end and m.kind == "person"), None)
        behind = name is not None and sentence.opens(name.end, ("post_link", "company", "person_noun", "unit"))
        if employer and name is not None and name.entity is not None and not name.is_anaphor and not behind:
            return name
    return None
