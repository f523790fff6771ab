"""Names that nobody has listed, in scripts with capitals: runs of capitalised words."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.reader.lexicon import Lexicon
from talentflow.reader.listed import acronyms, particles
from talentflow.reader.names import Candidate, is_ticker
from talentflow.reader.page import Sentence


def cased_candidates(sentence: Sentence, lexicon: Lexicon, seen_small: frozenset[str]) -> list[Candidate]:
    """The runs of capitalised words of a sentence that no list knows, in a script that has capitals.

    `seen_small` holds the folded words that the document also writes small: at the start of a sentence such a
    word is no name.
    """
    surface, folded = sentence.tokens.surface, sentence.tokens.folded
    capitals = [place for place in sentence.capitals if surface[place][0].isalpha()]
    if not capitals:
        return []
    blocked = _blocked(sentence, lexicon)
    places = _places(sentence, lexicon)
    titlecase = _is_titlecase(sentence) and (lexicon.language.titlecase_titles or _is_shouted(sentence))
    out: list[Candidate] = []
    done = 0  # where the last run ended
    opened = True  # whether what ended there leaves the next word at the start of a sentence
    for index in capitals:
        if index < done or blocked[index]:
            continue
        word = surface[index]
        known = folded[index] in lexicon.given_names
        at_start = _is_at_start(surface, index, done, opened)
        done, opened = index + 1, False
        if index in places and not _opens_name(sentence, places[index], lexicon):
            done = places[index]
        elif (
            not known
            and (at_start or titlecase or len(word) > 1)
            and sentence.opens(index, _NO_NAMES)
            and not _names_institution(sentence, index, blocked, lexicon, titlecase)
        ):
            done = [hit.end for hit in sentence.by_start[index] if hit.kind in _NO_NAMES][-1]
        elif not (
            (at_start or titlecase) and not known and (folded[index] in lexicon.common or folded[index] in seen_small)
        ):
            done = _run_end(sentence, index, blocked, lexicon, titlecase)
            if not _is_no_name(sentence, index, done, lexicon):
                key = " ".join(folded[index:done])
                out.append(Candidate(sentence, index, done, key, at_start=at_start or titlecase))
    return out


_NO_NAMES = ("role", "title", "company", "trigger", "former")
_TAKEN = ("org", "person", "product", "month", "weekday")
_OPENING = frozenset(':.–—"“«')


def _blocked(sentence: Sentence, lexicon: Lexicon) -> list[bool]:
    """For each word whether it is part of something listed, a post of several words, or an abbreviation."""
    surface = sentence.tokens.surface
    out = [False] * len(surface)
    for hit in sentence.of_kinds(_TAKEN):
        for index in range(hit.start, hit.end):
            out[index] = True
    for hit in sentence.hits if sentence.of_kind("month") else sentence.of_kinds(("role", "board")):
        if hit.kind == "month" and _is_surname(sentence, hit.start, hit.end, lexicon):
            out[hit.start] = False
        if hit.kind in ("role", "board") and hit.end - hit.start > 1:
            out[hit.start : hit.end] = [True] * (hit.end - hit.start)
    if not acronyms().isdisjoint(surface):
        for place, word in enumerate(surface):
            if word in acronyms():
                out[place] = True
    return out


def _is_at_start(surface: Sequence[str], index: int, done: int, opened: bool) -> bool:
    """Whether a word opens a sentence or what follows a colon or a quotation mark; marks in between say nothing."""
    for place in range(index - 1, done - 1, -1):
        word = surface[place]
        if word[0].isalpha() or word[0].isdigit():
            return False
        if word in _OPENING:
            return True
    return opened


def _is_titlecase(sentence: Sentence) -> bool:
    """Whether a line is written as English headlines are, with a capital on nearly every word.

    Sentences of the body end with a mark; in a short one the names alone may outnumber the other words.
    """
    if not sentence.is_title and sentence.tokens.surface[-1] in '.!?"”':
        return False
    words = [w for w in sentence.tokens.surface if w[0].isalpha() and w.isascii() and len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _is_shouted(sentence: Sentence) -> bool:
    words = [word for word in sentence.tokens.surface if word[0].isalpha() and len(word) > 3]
    return sum(word.isupper() for word in words) >= 0.6 * len(words)


def _places(sentence: Sentence, lexicon: Lexicon) -> dict[int, int]:
    """Where words for a place or a nation stand, from first token to end; words that are given names too stay out."""
    return {
        hit.start: hit.end
        for hit in sentence.of_kind("place")
        if not _begins_person(sentence, hit.start, hit.end, lexicon)
    }


def _begins_person(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word for a place is a given name before a family name: "Paris Hilton", "Jordan Peele"."""
    tokens = sentence.tokens
    if end - start > 1 or tokens.folded[start] not in lexicon.given_names or end >= len(tokens):
        return False
    if _is_nickname(tokens.surface, end):
        return True
    return tokens.surface[end][0].isupper() and not sentence.opens(end, ("place", "org", "trigger"))


def _opens_name(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a place is the first word of an institution's name: "London Business School", "Boston University"."""
    tokens = sentence.tokens
    return end < len(tokens) and tokens.surface[end][0].isupper() and tokens.folded[end] in lexicon.org_words


def _names_institution(sentence: Sentence, start: int, blocked: list[bool], lexicon: Lexicon, titlecase: bool) -> bool:
    """Whether a run that begins with a word for a post or a kind is a name: "AI Safety Institute", "Bank of Ghana"."""
    end = _run_end(sentence, start, blocked, lexicon, titlecase)
    folded, heads = sentence.tokens.folded, lexicon.org_words
    if end - start < 2:
        return False
    if folded[end - 1] in heads and not sentence.opens(end - 1, ("role",)):
        return True
    return folded[start] in heads and end - start > 2


def _is_unit(sentence: Sentence, start: int, end: int) -> bool:
    """A part of somebody's house by its full name: "Meta's Future Business Planning division"."""
    if not start or not sentence.opens(end, ("company",)):
        return False
    return sentence.tokens.is_possessive(start - 1) or sentence.closes(start, ("company_possessive",))


def _is_no_name(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """A lone letter, or a lone word for a kind of organization or a post: "I", "College", "Counsel"."""
    tokens = sentence.tokens
    if start == 0 and all(w.isupper() for w in tokens.surface[:end]) and tokens.start[0] == sentence.start:
        return end < len(tokens) and tokens.surface[end] in ",/—–-:("  # a dateline or a label
    if _is_unit(sentence, start, end) or is_ticker(sentence, start, end):
        return True
    if end - start > 1:
        return False
    word, folded = sentence.tokens.surface[start], sentence.tokens.folded[start]
    if len(word) == 1:
        return True
    if folded in lexicon.org_words and not (word.isupper() and len(word) > 1):
        return True
    return sentence.opens(start, ("role", "weekday", "month", "relative"))


def _past_of(sentence: Sentence, index: int) -> int:
    """The token after "of" or "of the"."""
    following = index + 1
    return following + 1 if sentence.opens(following, ("determiner",)) else following


def _is_of_institution(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether "of" goes on with an institution's name: "Library of Congress", "Bank of the West"."""
    tokens = sentence.tokens
    if tokens.folded[index - 1] not in lexicon.org_words or not tokens.surface[index - 1][0].isupper():
        return False
    if not any(hit.kind == "mark" and hit.payload == "of" for hit in sentence.by_start.get(index, ())):
        return False
    following = _past_of(sentence, index)
    if following >= len(tokens) or not tokens.surface[following][0].isupper():
        return False
    return not sentence.opens(following, ("org", "person"))


def _adds_field(sentence: Sentence, index: int, blocked: list[bool], lexicon: Lexicon) -> bool:
    """Whether "and" joins two fields of one institution: "Office of Science and Technology Policy"."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens) or not sentence.opens(index, ("and",)):
        return False
    word = tokens.surface[index + 1]
    return word[0].isupper() and not blocked[index + 1] and tokens.folded[index + 1] in lexicon.common


def _is_surname(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a month is a family name after a given one: "Luis Abril", not "in Paris May 5"."""
    tokens = sentence.tokens
    if end - start > 1 or start == 0 or not tokens.surface[start][0].isupper():
        return False
    if tokens.folded[start - 1] not in lexicon.given_names or not tokens.surface[start - 1][0].isupper():
        return False
    return not (end < len(tokens) and tokens.surface[end][0].isdigit())


def _is_nickname(surface: Sequence[str], index: int) -> bool:
    """Whether a nickname in quotes stands here between two parts of a name: 'Robert "Bob" Moreno'."""
    if index + 3 >= len(surface) or surface[index] not in '"“«':
        return False
    return surface[index + 2] in '"”»' and surface[index + 1][0].isupper() and surface[index + 3][0].isupper()


def _run_end(sentence: Sentence, start: int, blocked: list[bool], lexicon: Lexicon, titlecase: bool) -> int:
    tokens = sentence.tokens
    surface, folded = tokens.surface, tokens.folded
    end, index, count = start + 1, start + 1, len(tokens)
    is_institution = False
    while index < count and not blocked[index]:
        word = surface[index]
        if word[0].isalpha() and word[0].isupper():
            if titlecase and folded[index] in lexicon.common and folded[index] not in lexicon.given_names:
                break
            end = index = index + 1
        elif word == "." and len(surface[index - 1]) == 1 and index + 1 < count and surface[index + 1][0].isupper():
            index += 1  # an initial
        elif word in "-&" and tokens.is_glued(index) and index + 1 < count and tokens.is_glued(index + 1):
            if not surface[index + 1][0].isalpha() or (
                surface[index + 1][0].islower() and word == "-" and len(surface[index + 1]) > 4
            ):
                break
            end = index = index + 2
        elif word == "&" and index + 1 < count and surface[index + 1][0].isupper():
            index += 1
        elif end == index and _is_nickname(surface, index) and not any(blocked[index : index + 4]):
            end = index = index + 4
        elif _is_of_institution(sentence, index, lexicon):
            index = _past_of(sentence, index)
            end = index = index + 1
            is_institution = True
        elif is_institution and end == index and _adds_field(sentence, index, blocked, lexicon):
            end = index = index + 2
        elif folded[index] in particles() and index + 1 < count and not blocked[index + 1]:
            following = index + 1
            while following < count and folded[following] in particles():
                following += 1
            if following < count and surface[following] == "-":
                following += 1
            if following >= count or not surface[following][0].isupper() or blocked[following]:
                break
            index = following
        elif word[0].isdigit() and end == index and len(word) <= 4 and tokens.is_glued(index) is False:
            break
        else:
            break
    return end
