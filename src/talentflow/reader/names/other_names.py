"""One employer under two names: its first words, its name without the class word, the acronym that stands for it."""

from __future__ import annotations

from talentflow.reader.names.candidates import Candidate
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import particles
from talentflow.reader.words.page import Entity
from talentflow.text.fold import fold

_LONGEST_ACRONYM = 8
_SHORTEST = 2  # characters of a short name in a script without spaces
_SURE_ACRONYM = 3  # letters: shorter ones stand for too much, unless brackets say for what


class OtherNames:
    """The unlisted organizations of an article by what else they may be called there; longer names come first."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Knows of nobody yet."""
        self._lexicon = lexicon
        self._all: list[Entity] = []
        self._by_word: dict[str, dict[int, Entity]] = {}
        self._by_initials: dict[str, dict[int, Entity]] = {}

    def add(self, entity: Entity) -> None:
        """Notes what an organization may be called besides its names."""
        self._all.append(entity)
        for surface in entity.surfaces:
            words = fold(surface).split()
            for word in {words[0], self._without_class_word(words)[0]}:
                self._by_word.setdefault(word, {})[id(entity)] = entity
        self.add_initials(entity)

    def add_initials(self, entity: Entity) -> None:
        """Notes the acronyms of an organization: of its words, and of the capitals in one word."""
        for surface in entity.surfaces:
            for initials in {_initials(surface), _capitals(surface)}:
                self._by_initials.setdefault(initials, {})[id(entity)] = entity

    def whose(self, key: str, group: list[Candidate]) -> Entity | None:
        """The one organization that a shorter run names too; None where there is none, or more than one."""
        if self._lexicon.language.spaceless:
            return self._unparted(key)
        if any(_is_acronym(_surface(candidate)) for candidate in group):
            return self._of_acronym(key, group)
        found = [
            entity
            for entity in self._by_word.get(key.split(" ")[0], {}).values()
            if any(self._is_shorter(key, fold(name)) for name in entity.surfaces)
        ]
        return found[0] if len(found) == 1 else None

    def _unparted(self, key: str) -> Entity | None:
        """The one organization whose name begins or ends in a name, in a script without spaces."""
        found = [entity for entity in self._all if any(self._holds(fold(name), key) for name in entity.surfaces)]
        return found[0] if len(found) == 1 else None

    def _holds(self, name: str, key: str) -> bool:
        """Whether a longer name is a shorter one with a place before it or class words behind it."""
        return len(key) >= _SHORTEST and len(name) > len(key) and (name.startswith(key) or name.endswith(key))

    def _is_shorter(self, key: str, name: str) -> bool:
        return name.startswith(key + " ") or " ".join(self._without_class_word(name.split())) == key

    def _without_class_word(self, words: list[str]) -> list[str]:
        """ "Banco Arrayán" is also "Arrayán"; "Banco de Ghana" is never "Ghana"."""
        is_led = len(words) > 1 and words[0] in self._lexicon.org_words and words[1] not in particles()
        return words[1:] if is_led else words

    def _of_acronym(self, key: str, group: list[Candidate]) -> Entity | None:
        for candidate in group:
            entity = _beside_brackets(candidate)
            if entity is not None:
                return entity
        if " " in key or len(key) < _SURE_ACRONYM:
            return None
        found = list(self._by_initials.get(key, {}).values())
        return found[0] if len(found) == 1 else None


def _surface(candidate: Candidate) -> str:
    tokens = candidate.sentence.tokens
    return tokens.text[tokens.start[candidate.start] : tokens.end[candidate.end - 1]]


def _is_acronym(surface: str) -> bool:
    letters = [letter for letter in surface if letter.isalpha()]
    return 1 < len(letters) <= _LONGEST_ACRONYM and sum(map(str.isupper, letters)) > len(letters) / 2


def _initials(surface: str) -> str:
    return "".join(fold(word[0]) for word in surface.split() if word[0].isupper())


def _capitals(surface: str) -> str:
    """The capitals of a name in one word that has some within: "nbcu" of "NBCUniversal"."""
    within = surface[1:].lstrip("".join(filter(str.isupper, surface)))
    return fold("".join(filter(str.isupper, surface))) if " " not in surface and within else ""


def _beside_brackets(candidate: Candidate) -> Entity | None:
    """The organization before the brackets that an acronym stands in, or in the brackets after the acronym."""
    sentence, surface = candidate.sentence, candidate.sentence.tokens.surface
    is_inside = candidate.start > 1 and surface[candidate.start - 1] == "("
    opens = candidate.end < len(surface) and surface[candidate.end] == "("
    for mention in sentence.mentions:
        if mention.kind != "org" or mention.entity is None:
            continue
        beside = (is_inside and mention.end == candidate.start - 1) or (opens and mention.start == candidate.end + 1)
        if beside and _stands_for(fold(_surface(candidate)), mention.surface):
            return mention.entity
    return None


def _stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym's letters stand in a name in this order, its first one first in a word."""
    words = fold(name).split()
    if not any(word.startswith(acronym[0]) for word in words):
        return False
    rest = iter(" ".join(words))
    return all(letter in rest for letter in acronym if letter.isalpha())
