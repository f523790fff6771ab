"""What is glued on before a name where particles are written so ("and", "to", "at"): how many letters that takes."""

from __future__ import annotations

from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Mention
from talentflow.reader.words.script import Script
from talentflow.text.fold import fold

# So much more like a name must a word look without its first letter, for that to be a particle; "to" is the usual one.
_GAIN, _GAIN_TOWARD = 1.6, 0.4


def clitics_by_likeness(word: str, before: str, script: Script) -> tuple[str, str, str]:
    """The conjunction, the preposition and the rest of a run's first word, which stands after the word `before`."""
    if script.is_listed(word):
        conjunction = _joins(word, before, script)
        return conjunction, "", word[len(conjunction) :]
    lexicon, likeness = script.lexicon, script.likeness
    whole = likeness.score(word)
    for reading in lexicon.readings(word)[1:]:
        if reading.suffix or reading.has_article or not (reading.conjunction or reading.prefix):
            continue
        stem = reading.stem
        if len(stem) < 3 and not (stem in script.seen and len(stem) > 1):
            continue
        if script.is_listed(stem) or stem in script.seen:
            return reading.conjunction, reading.prefix, stem
        gain = likeness.score(stem) - whole
        if word not in script.seen or gain > 0:
            margin = -0.6 if reading.conjunction and not reading.prefix else 0.8
            if likeness.score(stem) > 0.0 and gain > margin and len(stem) >= 3:
                return reading.conjunction, reading.prefix, stem
    return "", "", word


def _joins(word: str, before: str, script: Script) -> str:
    """The "and" of a listed name that goes on a list with commas: "توم، وسام" is Tom and Sam rather than Wissam."""
    if before in ("،", ","):
        listed = script.lexicon.listed_names
        for reading in script.lexicon.readings(word)[1:]:
            if reading.conjunction and not reading.prefix and not reading.suffix and reading.stem in listed:
                return reading.conjunction
    return ""


def glue_before(word: str, before: str, script: Script, *, is_person: bool) -> tuple[int, str]:
    """How many letters are glued on before a name that the tags found, and the preposition among them.

    `before` is the word in front of it.
    """
    lexicon, likeness = script.lexicon, script.likeness
    if not is_person:
        length, prefix = class_word_glue(word, lexicon)
        if length or word in lexicon.class_words:
            return length, prefix
    if word in lexicon.listed_names or (not is_person and word in lexicon.common):
        return len(_joins(word, before, script)), ""
    whole = likeness.score(word)
    for reading in lexicon.readings(word)[1:]:
        stem, glued = reading.stem, reading.conjunction + reading.prefix
        if reading.suffix or reading.has_article or len(stem) < 3:
            continue
        if reading.prefix and not lexicon.prefixes[reading.prefix]:
            continue  # the mark of a verb's future stands before no name
        is_name = stem in lexicon.listed_names or stem in script.seen
        least = _GAIN_TOWARD if lexicon.prefixes.get(reading.prefix) == "toward" else _GAIN
        if is_name or (likeness.score(stem) > 0.0 and likeness.score(stem) - whole > least):
            return len(glued), reading.prefix
    return 0, ""


def class_word_glue(word: str, lexicon: Lexicon) -> tuple[int, str]:
    """How many letters are glued on before a class word, and the preposition among them: "لوزارة", "للهيئة"."""
    for reading in lexicon.readings(word):
        if reading.stem in lexicon.class_words and not reading.suffix:
            length = len(reading.conjunction) + len(reading.prefix)
            is_run_in = reading.has_article and not word[length:].startswith(lexicon.article)
            return length + is_run_in, reading.prefix  # of "للهيئة" what is left of the article goes too
    return 0, ""


def is_conjoined(word: str, length: int, script: Script) -> bool:
    """Whether a word is "and" glued to a name: the next person, not the next part of this one."""
    for reading in script.lexicon.readings(word)[1:]:
        if reading.conjunction and reading.stem in script.lexicon.particles:
            return True
    if script.is_listed(word):
        return False
    for reading in script.lexicon.readings(word)[1:]:
        if reading.conjunction and not reading.suffix and len(reading.stem) >= 2:
            if reading.stem in script.seen or reading.stem in script.lexicon.listed_names:
                return True
            if length >= 2 or (len(reading.stem) >= 3 and script.likeness.score(reading.stem) > 0.3):
                return True
    return False


def has_glued_and(mention: Mention, glued_ands: tuple[str, ...]) -> bool:
    """Whether a clitic "and" is glued to the name, which has the same letter at its start nowhere else."""
    word = mention.sentence.tokens.folded[mention.start]
    if not glued_ands or mention.entity is None or not word.startswith(glued_ands):
        return False
    return not any(fold(s).split()[:1] == [word] for s in mention.entity.surfaces)
