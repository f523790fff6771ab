"""Owners told by a letter on their name ("Nvidias Chef"): cut off, so that the name is found and seen to own."""

from __future__ import annotations

from collections.abc import Container

from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.nouns import Nouns, lexicon_nouns
from talentflow.reader.words.phrases import begins_clause
from talentflow.text.tokens import Tokens

_POSSESSIVE = "'s"  # as the tokens of other languages give it
_SHORTEST = 3  # letters of a name


def cut_genitives(all_tokens: list[Tokens], lexicon: Lexicon) -> None:
    """Cuts the letter off the names of a page that it makes owners of, in place.

    A word is such a name if what is left is a listed organization or stands elsewhere on the page, and no article comes
    before, as one would before a noun.
    """
    letter = lexicon.language.genitive
    alone = {
        word for tokens in all_tokens for place, word in enumerate(tokens.surface)
        if word[0].isupper() and not begins_clause(tokens, place)
    }  # fmt: skip
    for tokens in all_tokens:
        for place in range(len(tokens) - 1, -1, -1):
            word = tokens.surface[place]
            if word[0].isupper() and word.endswith(letter) and _is_owner(tokens, place, alone, lexicon):
                stem = word[: -len(letter)]
                tokens.surface[place : place + 1] = [stem, letter]
                tokens.folded[place : place + 1] = [tokens.folded[place][: -len(letter)], _POSSESSIVE]


def _owns(tokens: Tokens, place: int, nouns: Nouns) -> bool:
    """Whether a noun follows, which a name before it can only own: "Elon Musks KI-Firma"."""
    if place + 1 >= len(tokens) or not tokens.surface[place + 1][0].isupper():
        return False
    if nouns.is_noun(tokens.surface[place + 1], tokens.folded[place + 1]):
        return True
    return place + 2 < len(tokens) and tokens.surface[place + 2] == "-" and tokens.is_glued(place + 2)


def _is_owner(tokens: Tokens, place: int, alone: Container[str], lexicon: Lexicon) -> bool:
    word, folded = tokens.surface[place], tokens.folded[place]
    stem, bare = word[: -len(lexicon.language.genitive)], folded[: -len(lexicon.language.genitive)]
    if len(stem) < _SHORTEST or not bare or stem.endswith("s") or lexicon.names_organization(word, folded):
        return False
    if place and tokens.folded[place - 1] in lexicon.determiners:
        return False
    if lexicon.names_organization(stem, bare):
        return True
    if place and bare in lexicon.person_starts.get(tokens.folded[place - 1], ()):
        return True  # "Elon Musks"
    nouns = lexicon_nouns(lexicon)
    if nouns is not None and place and tokens.folded[place - 1] in lexicon.given_names and _owns(tokens, place, nouns):
        return True
    return stem in alone and (nouns is None or not nouns.is_noun(stem, bare)) and folded not in lexicon.listed_names
