"""Whose firm was bought: "she entered Borealis in 2012, when it bought | her company, Quanta" came from Quanta."""

from __future__ import annotations

from talentflow.reader.names.candidates import begins_as_own_firm
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity, Mention, Sentence

_STRENGTH = 1.5


def own_firms(sentence: Sentence, meant: Entity | None) -> list[Affiliation]:
    """The ties of the people of a sentence to firms of their own that a clause behind an arrival names."""
    out: list[Affiliation] = []
    for mention in sentence.mentions:
        if mention.kind != "org" or mention.entity is None or mention.entity.name is None:
            continue
        begin = begins_as_own_firm(sentence, mention.start)
        if begin is None or not _follows_arrival(sentence, begin):
            continue
        owner = _subject(sentence, begin) or meant
        if owner is not None:
            out.append(
                Affiliation(
                    owner, mention.entity, None, "past", sentence, begin, mention.end, _STRENGTH, person_at=begin
                )
            )
    return out


def _follows_arrival(sentence: Sentence, place: int) -> bool:
    """Whether a clause of its own stands between a verb of coming and the words for the firm."""
    verbs = [hit.end for hit in sentence.of_kind("trigger") if hit.payload.event in _COMING and hit.end <= place]
    if not verbs:
        return False
    surface = sentence.tokens.surface
    return any(hit.kind == "break" and max(verbs) <= hit.start < place for hit in sentence.hits) or any(
        word in ",،" for word in surface[max(verbs) : place]
    )


_COMING = ("join", "move", "hire")


def _subject(sentence: Sentence, place: int) -> Entity | None:
    """The first person named before a place as a subject may be."""
    found: Mention | None = next(
        (m for m in sentence.mentions if m.kind == "person" and m.entity is not None and m.end <= place and not m.mark),
        None,
    )
    return found.entity if found is not None else None
