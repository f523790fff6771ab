"""Short forms: a family name or a given name that names a person of the article by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Entity, Sentence
from talentflow.text.fold import fold

_JOINTS = re.compile("[-·・]")


def name_words(people: list[Entity]) -> dict[str, Entity]:
    """Words that name one person of the article by themselves, family names before given names."""
    out: dict[str, Entity] = {}
    clash: set[str] = set()
    for last in (True, False):
        for entity in people:
            for surface in dict.fromkeys(entity.surfaces):
                if entity.parts:
                    words = [*entity.parts[1:], entity.parts[0]]  # the family name stands first
                else:
                    words = [word for word in _JOINTS.sub(" ", fold(surface)).split() if len(word) > 1]
                if len(words) < 2:
                    continue
                for part in words[-1:] if last else words[:-1]:
                    word = part.strip(".'’\"()")
                    known = out.setdefault(word, entity)
                    if known is not entity and last:
                        clash.add(word)
    for word in clash:
        del out[word]
    return out


def short_forms(
    sentence: Sentence, words: dict[str, Entity], lexicon: Lexicon
) -> Iterator[tuple[int, int, Entity, str]]:
    """Where a sentence names people shortly, outside the mentions that it has: start, end, whom, and the clitic."""
    places = _places(sentence, words, lexicon)
    if not places:
        return
    taken = {index for mention in sentence.mentions for index in range(mention.start, mention.end)}
    done = 0
    for index in places:
        if index >= done and index not in taken:
            found = _short_form(sentence, index, words, taken, lexicon)
            if found is not None:
                done = found[1]
                yield found


def _places(sentence: Sentence, words: dict[str, Entity], lexicon: Lexicon) -> list[int]:
    """Where a word of a person's name may stand: with a capital where the script has them, else with clitics too."""
    folded, known = sentence.tokens.folded, words.keys()
    places = sentence.capitals if lexicon.language.cased else range(len(folded))
    if not lexicon.has_clitics:
        return [place for place in places if folded[place] in known]
    return [place for place in places if not known.isdisjoint(lexicon.stems(folded[place]))]


def _short_form(
    sentence: Sentence, index: int, words: dict[str, Entity], taken: set[int], lexicon: Lexicon
) -> tuple[int, int, Entity, str] | None:
    folded = sentence.tokens.folded
    for reading in lexicon.readings(folded[index]):
        entity = words.get(reading.stem)
        if entity is None or reading.has_article or reading.suffix:
            continue
        end = index + 1
        while end < len(folded) and end not in taken and words.get(folded[end]) is entity:
            end += 1
        if end == index + 1 and _is_other_word(sentence, index, reading.stem, lexicon):
            return None
        return index, end, entity, reading.prefix
    return None


def _is_other_word(sentence: Sentence, index: int, stem: str, lexicon: Lexicon) -> bool:
    """Whether a word that could be somebody's name is more likely an ordinary one.

    In a script with capitals only a word of grammar is: "Le conseil" beside Ada Le Goff.
    """
    if lexicon.language.cased:
        return sentence.opens(index, ("determiner", "mark"))
    if stem in lexicon.common:
        # A name that is also a word is one where a verb or a post leads to it: "غادر ماهر", "قال سعيد".
        return not sentence.closes(index, ("trigger", "said", "title"))
    return sentence.opens(index, ("trigger", "role", "mark", "company", "cue"))
