"""Common nouns, for languages that write all nouns with a capital: a word that is one names nobody."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from talentflow.reader.words.lexicon import Lexicon

_SHORTEST_TAIL = 4  # letters of the last part of a compound
_SHORTEST_HEAD = 3
_SHORTEST_DERIVED = 3  # letters before an ending such as "-ung"
_MOST_WORDS = 50_000  # what is remembered of the words met: bounded memory on endless input


class Nouns:
    """Tells the common nouns of a language by a list, by how they end and by the last part of compounds."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Knows nothing of any word yet."""
        self._lexicon = lexicon
        self._inflections = ("", *lexicon.language.inflections)
        self._known: dict[str, bool] = {}

    def is_noun(self, surface: str, folded: str) -> bool:
        """Whether a capitalised word is an ordinary one as far as its letters tell."""
        found = self._known.get(surface)
        if found is None:
            if len(self._known) > _MOST_WORDS:
                self._known.clear()
            found = self._known[surface] = self._judge(surface, folded)
        return found

    def _judge(self, surface: str, word: str) -> bool:
        lexicon, language = self._lexicon, self._lexicon.language
        if word in lexicon.org_words:
            return False
        if self._is_listed(word):
            return word not in lexicon.given_names
        if surface[1:] != surface[1:].lower() or word in lexicon.listed_names:
            return False
        ending = max((len(end) for end in language.noun_endings if word.endswith(end)), default=0)
        if ending and len(word) >= ending + _SHORTEST_DERIVED and not word.endswith(language.name_endings):
            return True
        if self.ends_in_kind(word):
            return False
        return language.compounds and self._is_compound(word)

    def ends_in_kind(self, word: str) -> bool:
        """Whether the last part of a word is the kind of an organization: "Rheinbank", "Bundesdigitalministeriums"."""
        heads = self._lexicon.org_words
        stems = (word[: len(word) - len(end)] for end in self._inflections if word.endswith(end))
        return any(
            stem[cut:] in heads for stem in stems for cut in range(_SHORTEST_HEAD, len(stem) - _SHORTEST_TAIL + 1)
        )

    def _is_listed(self, word: str) -> bool:
        common = self._lexicon.common
        return any(word.endswith(end) and word[: len(word) - len(end)] in common for end in self._inflections)

    def _is_compound(self, word: str) -> bool:
        common, endings = self._lexicon.common, self._lexicon.language.name_endings
        for end in self._inflections:
            stem = word.removesuffix(end)
            if (end and stem == word) or stem.endswith(endings):
                continue
            if any(stem[cut:] in common for cut in range(_SHORTEST_HEAD, len(stem) - _SHORTEST_TAIL + 1)):
                return True
        return False


def lexicon_nouns(lexicon: Lexicon) -> Nouns | None:
    """What tells the nouns of a lexicon's language, None where nouns have no capital."""
    if not lexicon.language.nouns_capitalised:
        return None
    found = _NOUNS.get(lexicon)
    if found is None:
        found = _NOUNS[lexicon] = Nouns(lexicon)
    return found


_NOUNS: WeakKeyDictionary[Lexicon, Nouns] = WeakKeyDictionary()
