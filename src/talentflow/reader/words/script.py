"""What the whole page says about the words of a script without capitals: which are names, which are ordinary."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from talentflow.languages.likeness import NameLikeness, name_likeness
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page

NAME_AT = 0.35  # log-odds from which a word is taken for a part of a name
NAME_KINDS = ("org", "person", "product", "place")
QUOTES = {"«": "»", '"': '"', "“": "”", "„": "“", "(": ")"}


@dataclass(frozen=True, slots=True)
class Script:
    """What reading names needs beside the sentence: the lexicon, the learnt scores, and the words of the whole page."""

    lexicon: Lexicon
    likeness: NameLikeness
    seen: frozenset[str]
    usual: dict[str, str]
    looks: dict[tuple[str, bool | None], float]  # what words look like, kept for all pages of the language
    surnames: frozenset[str]  # what follows a given name on the page, and is none
    is_mixed: bool  # whether a name that is also a word stands in two spellings

    def is_listed(self, word: str) -> bool:
        """Whether a word is a listed name and nothing else."""
        lexicon = self.lexicon
        return word in lexicon.listed_names and word not in lexicon.doubtful_names

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, or what is left of it without clitics and endings, is in the list of ordinary words."""
        lexicon = self.lexicon
        if word in lexicon.common:
            return True
        return any(len(r.stem) >= 3 and r.stem in lexicon.common for r in lexicon.readings(word)[1:])


def script_of(page: Page) -> Script:
    """What the whole page says about its words.

    A word that stands alone somewhere is no word with a clitic elsewhere; and where "على" and "علي" both occur, the
    rarer spelling is the name.
    """
    if page.script is not None:
        known: Script = page.script
        return known
    counts: dict[str, Counter[str]] = {}
    doubtful = page.lexicon.doubtful_names
    seen: set[str] = set()
    for sentence in page.sentences:
        seen.update(sentence.tokens.folded)
        if doubtful.isdisjoint(sentence.tokens.folded):
            continue
        for word, surface in zip(sentence.tokens.folded, sentence.tokens.surface, strict=True):
            if word in doubtful:
                counts.setdefault(word, Counter())[surface] += 1
    surnames = {
        second
        for sentence in page.sentences
        for first, second in pairwise(sentence.tokens.folded)
        if first in page.lexicon.given_names and first not in doubtful and _may_be_surname(second, page.lexicon)
    }
    usual = {word: counter.most_common(1)[0][0] for word, counter in counts.items()}
    is_mixed = any(len(counter) > 1 and len(word) > 2 for word, counter in counts.items())
    likeness = name_likeness(page.language.code)
    made = page.script = Script(
        page.lexicon, likeness, frozenset(seen), usual, page.lexicon.looks, frozenset(surnames), is_mixed
    )
    return made


def _may_be_surname(word: str, lexicon: Lexicon) -> bool:
    """Whether a word behind a given name can be the family's: no given name itself, no particle, no ordinary word."""
    others = (lexicon.given_names, lexicon.particles, lexicon.common)
    return len(word) > 2 and is_word(word) and not any(word in words for words in others)


def is_word(word: str) -> bool:
    """Whether a folded word is written in letters without capitals."""
    return word[:1].isalpha() and ord(word[0]) >= 0x250
