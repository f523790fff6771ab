"""Names that a model gives, as mentions of the article: what the text does not hold names nobody."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from talentflow.model import Document, EntityMention, Organization, Person
from talentflow.reader.aligner import Aligner
from talentflow.reader.llm.answers import TextOf
from talentflow.reader.names.surfaces import slug
from talentflow.registry import Registry
from talentflow.text.arabic_usual import has_arabic, usual_arabic
from talentflow.text.romanise import romanise
from talentflow.text.skeleton import parts_of, romanised, skeletons

_Known = TypeVar("_Known", Person, Organization)
_LEAST_ALIKE = 0.5  # share of a name's parts that must sound like a part of the Latin spelling


@dataclass(slots=True)
class NamesOf:
    """Finds the names of one document."""

    document: Document
    aligner: Aligner
    registry: Registry

    def person(self, said: TextOf) -> EntityMention | None:
        """The person so named; None where the text does not name them."""
        find = self.registry.find_people
        meant = _only_one(find(said.latin or ""))
        mention = self._mention(said, find(said.mention) or meant)
        if mention is None:
            return None
        known = find(mention) or _likely(meant, mention)
        if len(known) == 1:
            return EntityMention(known[0].id, known[0].name, mention, listed=True)
        name, is_ours = self._latin(mention, said)
        return EntityMention(f"person:{slug(name)}", name, mention, romanised=is_ours)

    def organization(self, said: TextOf) -> EntityMention | None:
        """The organization so named; None where the text does not name it."""
        find = self.registry.find_organizations
        meant = _only_one(find(said.latin or ""))
        mention = self._mention(said, find(said.mention) or meant)
        if mention is None:
            return None
        if said.unnamed and not find(mention):
            return EntityMention("org:unnamed", None, mention)
        known = find(mention) or _likely(meant, mention)
        if known:
            employer = self.registry.employer(known[0])
            return EntityMention(employer.id, employer.name, mention, listed=True)
        name, is_ours = self._latin(mention, said)
        return EntityMention(f"org:{slug(name)}", name, mention, romanised=is_ours)

    def source(self, name: str, told: str) -> str | None:
        """The Latin name of a source, which must stand in the words that tell the claim; None where it does not."""
        known: list[Person | Organization] = [*self.registry.find_organizations(name)]
        known += self.registry.find_people(name)
        spellings = [name, *_spellings(known)]
        aligner = Aligner(Document(text=told, lang=self.document.lang))
        if not any(aligner.find_name(spelling) for spelling in spellings):
            return None
        return known[0].name if known else romanise(name)[0]

    def _mention(self, said: TextOf, known: Sequence[Person | Organization]) -> str | None:
        """The characters that name somebody: as the model copied them, else another spelling of whom it means."""
        span = self.aligner.find_name(said.mention)
        if span is None and len(known) == 1:
            spans = [self.aligner.find_name(spelling) for spelling in _spellings(known)]
            found = [one for one in spans if one is not None]
            span = max(found, key=lambda one: len(one.quote)) if found else None
        return None if span is None else span.quote

    def _latin(self, mention: str, said: TextOf) -> tuple[str, bool]:
        """A name in Latin letters, and whether the spelling is nobody's but ours or the model's."""
        plain, changed = romanise(mention)
        if not changed:
            return plain, False
        latin = said.latin
        if latin and _is_latin(latin):
            if self.aligner.find_name(latin) is not None:
                return latin, False  # the text gives it too, in brackets mostly
            if sounds_like(mention, latin):
                return latin, True
        return (usual_arabic(mention) if has_arabic(mention) else plain), True


def sounds_like(mention: str, latin: str) -> bool:
    """Whether a Latin spelling can be that of a name in another script: half of its parts have the same consonants.

    Han characters are no letters: a name of as many parts or fewer may be any.
    """
    parts = [part for part in parts_of(mention) if part]
    if _has_han(mention):
        return True
    sounds = {sound for part in parts_of(latin) for sound in skeletons(romanised(part))}
    alike = sum(any(sound in sounds for sound in skeletons(romanised(part))) for part in parts)
    return bool(parts) and alike >= _LEAST_ALIKE * len(parts)


def _only_one(known: tuple[_Known, ...]) -> tuple[_Known, ...]:
    return known if len(known) == 1 else ()


def _likely(meant: tuple[_Known, ...], mention: str) -> tuple[_Known, ...]:
    """Whom the model means by a Latin spelling, if the mention sounds like them: its word alone proves nothing."""
    return meant if meant and not _has_han(mention) and sounds_like(mention, meant[0].name) else ()


def _has_han(name: str) -> bool:
    return any("\u3400" <= letter <= "\u9fff" for letter in name)


def _spellings(known: Sequence[Person | Organization]) -> list[str]:
    return [
        spelling for entry in known for spelling in (entry.name, *(n for some in entry.names.values() for n in some))
    ]


def _is_latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())
