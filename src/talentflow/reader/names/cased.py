"""Names that nobody has listed, in scripts with capitals: runs of capitalised words."""

from __future__ import annotations

import re

from talentflow.reader.names.candidates import Candidate, WordsOfPage, is_ticker
from talentflow.reader.names.runs import Line, is_nickname, parts, run_end
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import acronyms, particles
from talentflow.reader.words.nouns import lexicon_nouns
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit

_APOSTROPHES = re.compile("['’]")
_MOST_ADJECTIVES = 3  # between an article and its noun
# At the start of a sentence these have a capital of their own: "Según la Cámara de Comercio".
_SMALL_KINDS = frozenset({"according", "mark", "break", "relative", "negation", "copula", "and", "since", "also"})


def cased_candidates(sentence: Sentence, lexicon: Lexicon, words: WordsOfPage) -> list[Candidate]:
    """The runs of capitalised words of a sentence that no list knows, in a script that has capitals.

    At the start of a sentence a word that the page also writes small is no name.
    """
    surface, folded = sentence.tokens.surface, sentence.tokens.folded
    titlecase = _is_titlecase(sentence) and (lexicon.language.titlecase_titles or _is_shouted(sentence))
    line = Line(sentence, lexicon, words, _blocked(sentence, lexicon), titlecase, lexicon_nouns(lexicon))
    opening = _Opening(line)
    out: list[Candidate] = []
    index, count = 0, len(surface)
    at_start = True
    while index < count:
        word = surface[index]
        if not line.is_name_word(index) or line.blocked[index]:
            if word[0].isalpha() or word[0].isdigit():
                at_start = False
            elif word in ':.–—"“«' or (word == "-" and not line.sentence.tokens.is_glued(index)):
                at_start = True
            index += 1
            continue
        end = opening.past_no_name(index, at_start)
        if end == index:
            end = run_end(line, index)
            for begin, stop in parts(line, index, end):
                if not _is_no_name(sentence, begin, stop, lexicon):
                    key = " ".join(folded[begin:stop])
                    is_early = titlecase or (at_start and begin == index)
                    is_described = line.nouns is not None and stop - begin == 1 and _is_described(line, begin)
                    out.append(Candidate(sentence, begin, stop, key, at_start=is_early, is_described=is_described))
        index = end
        at_start = False
    return out


class _Opening:
    """Which capitalised words of a line open no run: places, posts and kinds, ordinary words with a capital."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._places = _places(line.sentence, line.lexicon)
        kinds = ("role", "title", "company", "trigger", "former")
        self._posts = {hit.start: hit.end for hit in line.sentence.hits if hit.kind in kinds}

    def past_no_name(self, index: int, at_start: bool) -> int:
        """The word after what opens no run here; the same word where a run may begin."""
        line, lexicon = self._line, self._line.lexicon
        word, tokens = line.sentence.tokens.folded[index], line.sentence.tokens
        says_little = at_start or line.titlecase
        if index in self._places and not _opens_name(line.sentence, self._places[index], lexicon):
            return self._places[index]
        if at_start and line.has(index, *_SMALL_KINDS) and not self._may_be_given(index):
            return index + 1  # some are given names as well: "Segun Okafor"
        if at_start and _is_moving_of(line, index):
            return index + 1  # "Saída de Ada Moreira", though somebody may be called so
        if word in lexicon.given_names:
            # "eine Art Risiko": a noun behind its article, though somebody may be called so
            is_noun = line.nouns is not None and word in lexicon.common and line.sentence.closes(index, ("determiner",))
            return index + 1 if is_noun else index
        if line.has(index, "public_body") and not says_little:
            return index  # "Hacienda", which is a field as well
        if len(word) == 1 and line.has(index, "title") and tokens.surface[index + 1 : index + 2] == ["."]:
            return index + 1  # "M. Moreno", where the letter is no initial
        if index in self._posts and (says_little or len(word) > 1):
            if not _names_institution(line, index):
                return self._posts[index]
            if line.is_kind(index):
                return index
        stem = _APOSTROPHES.split(word, maxsplit=1)[0]  # "We'll"
        if says_little and ({word, stem} & lexicon.common or word in line.words.small):
            return index + 1
        if says_little and line.has(index, *_SMALL_KINDS):
            return index + 1
        if len(word) == 1 and tokens.is_glued(index) and tokens.surface[index - 1] in "+&/":
            return index + 1  # "I+D"
        return index

    def _may_be_given(self, index: int) -> bool:
        """Whether a small word may begin a name: not where a whole name follows, as in "Según Ada Moreno"."""
        line, folded = self._line, self._line.sentence.tokens.folded
        if not line.may_follow(index + 1):
            return False
        return not (folded[index + 1] in line.lexicon.given_names and line.may_follow(index + 2))


def _is_moving_of(line: Line, index: int) -> bool:
    """Whether a noun of moving stands here, and "of" behind it."""
    here = line.sentence.by_start.get(index, ())
    return any(
        hit.kind == "trigger" and hit.payload.noun and mark.kind == "mark" and mark.payload == "of"
        for hit in here
        for mark in line.sentence.by_start.get(hit.end, ())
    )


def _blocked(sentence: Sentence, lexicon: Lexicon) -> list[bool]:
    """Which words no run may take: those of listed names, dates, posts of several words, and capitals of no one."""
    surface, capitals = sentence.tokens.surface, acronyms()
    out = [word in capitals for word in surface]
    for hit in sentence.hits:
        if hit.kind == "org" and is_family_name(sentence, hit, lexicon):
            is_taken = False
        elif hit.kind in ("org", "person", "weekday") or (hit.kind in ("role", "board") and hit.end - hit.start > 1):
            is_taken = True
        elif hit.kind == "pronoun":
            is_taken = "-" in surface[hit.start : hit.end]  # "Elle-même", which begins like a given name
        elif hit.kind == "month":
            is_taken = not (
                _is_surname(sentence, hit.start, hit.end, lexicon) or _is_given(sentence, hit.start, hit.end, lexicon)
            )
        else:
            is_taken = hit.kind == "product" and not _is_of_person(sentence, hit, lexicon)
        if is_taken:
            out[hit.start : hit.end] = [True] * (hit.end - hit.start)
    return out


def is_family_name(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a one-word employer is here the family name of a person: "Isabel dos Santos", "Rui Santos"."""
    surface, folded, before = sentence.tokens.surface, sentence.tokens.folded, hit.start - 1
    if hit.end - hit.start > 1 or folded[hit.start] not in lexicon.family_names:
        return False
    while before > 0 and folded[before] in particles() and surface[before][0].islower():
        before -= 1
    return before >= 0 and folded[before] in lexicon.given_names and surface[before][0].isupper()


def _is_of_person(sentence: Sentence, hit: Hit, lexicon: Lexicon) -> bool:
    """Whether a product's name of one word is here part of a person's: "Noor van Dalen", "Pilar Olmo"."""
    surface, folded, place = sentence.tokens.surface, sentence.tokens.folded, hit.start
    if hit.end - place > 1:
        return False
    leads = place > 0 and surface[place - 1][0].isupper() and folded[place - 1] in lexicon.given_names
    follows = hit.end < len(surface) and (surface[hit.end][0].isupper() or folded[hit.end] in particles())
    return leads or (follows and folded[place] in lexicon.given_names)


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
        for hit in sentence.hits
        if hit.kind == "place" and not _begins_person(sentence, hit.start, hit.end, lexicon)
    }


def _begins_person(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word for a place is a given name before a family name: "Paris Hilton", "Jordan Peele"."""
    tokens = sentence.tokens
    if end - start > 1 or tokens.folded[start] not in lexicon.given_names or end >= len(tokens):
        return False
    if is_nickname(tokens.surface, end):
        return True
    return tokens.surface[end][0].isupper() and not any(
        hit.kind in ("place", "org", "trigger") for hit in sentence.by_start.get(end, ())
    )


def _opens_name(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a place is the first word of an institution's name: "London Business School", "Boston University"."""
    tokens = sentence.tokens
    return end < len(tokens) and tokens.surface[end][0].isupper() and tokens.folded[end] in lexicon.org_words


def _names_institution(line: Line, start: int) -> bool:
    """Whether a run that begins with a word for a post or a kind is a name: "AI Safety Institute", "Bank of Ghana"."""
    end = run_end(line, start)
    if end - start < 2:
        return False
    if line.is_kind(end - 1) and not line.has(end - 1, "role"):
        return True
    return line.is_kind(start) and (end - start > 2 or not line.has(start, "role", "title"))


def _is_unit(sentence: Sentence, start: int, end: int) -> bool:
    """A part of somebody's house by its full name: "Meta's Future Business Planning division"."""
    follows = any(hit.kind == "company" for hit in sentence.by_start.get(end, ()))
    if not follows or not start:
        return False
    return sentence.tokens.is_possessive(start - 1) or any(
        hit.kind == "company_possessive" and hit.end == start for hit in sentence.hits
    )


def _goes_on_listed(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a lone word only goes on with the name of an employer that is listed by less: "Fortescue | Metals"."""
    if end - start > 1 or sentence.tokens.folded[start] in lexicon.listed_names:
        return False
    return any(hit.kind == "org" and hit.end - hit.start == 1 for hit in sentence.ending(start))


def _is_local_kind(sentence: Sentence, start: int, lexicon: Lexicon) -> bool:
    """Whether two words only say what something is and where: "das Hamburger Magazin"."""
    if not sentence.opens(start, ("place",)) or sentence.tokens.folded[start + 1] not in lexicon.org_words:
        return False
    return sentence.closes(start, ("determiner", "definite"))


def _is_no_name(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """A lone letter, or a lone word for a kind of organization or a post: "I", "College", "Counsel"."""
    tokens = sentence.tokens
    if sentence.tokens.start[start] == sentence.start and all(w.isupper() for w in tokens.surface[start:end]):
        return end < len(tokens) and tokens.surface[end] in ",/—–-:("  # a dateline or a label
    if (
        _is_unit(sentence, start, end)
        or is_ticker(sentence, start, end)
        or _goes_on_listed(sentence, start, end, lexicon)
    ):
        return True
    if lexicon.language.nouns_capitalised and end - start == 2 and _is_local_kind(sentence, start, lexicon):
        return True
    if end - start > 1:
        return False
    word, folded = sentence.tokens.surface[start], sentence.tokens.folded[start]
    if len(word) == 1:
        return True
    if any(hit.kind == "public_body" for hit in sentence.by_start.get(start, ())):
        return False
    if folded in lexicon.org_words and not (word.isupper() and len(word) > 1):
        return True
    return any(hit.kind in ("role", "weekday", "month", "relative") for hit in sentence.by_start.get(start, ()))


def _is_described(line: Line, start: int) -> bool:
    """Whether an article stands before a word, with small words between at most: "der alte Unbekannte"."""
    tokens, place = line.sentence.tokens, start
    word = tokens.surface[start]
    if any(letter.isupper() or letter.isdigit() for letter in word[1:]) or line.has(start, "public_body"):
        return False
    if tokens.folded[start].endswith(line.lexicon.institutions) or line.sentence.closes(start, ("company",)):
        return False  # "beim Konkurrenten Quanta"
    for _ in range(_MOST_ADJECTIVES):
        articles = [hit for hit in line.sentence.ending(place) if hit.kind in ("determiner", "definite")]
        if articles:  # "die" may also open a relative clause
            return not any(hit.is_fronted for hit in line.sentence.by_start[articles[0].start])
        place -= 1
        if place < 0 or not tokens.surface[place][0].islower() or tokens.surface[place - 1] == "-":
            return False
        if line.sentence.opens(place, ("mark", "trigger", "said", "and", "copula", "break")):
            return False
    return False


def _is_surname(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a month is a family name after a given one: "Luis Abril", not "in Paris May 5"."""
    tokens = sentence.tokens
    if end - start > 1 or start == 0 or not tokens.surface[start][0].isupper():
        return False
    if tokens.folded[start - 1] not in lexicon.given_names or not tokens.surface[start - 1][0].isupper():
        return False
    return not (end < len(tokens) and tokens.surface[end][0].isdigit())


def _is_given(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a month is a given name before a family name: "Julio Durán", not "June 5"."""
    tokens = sentence.tokens
    if end - start > 1 or end >= len(tokens) or tokens.folded[start] not in lexicon.given_names:
        return False
    word = tokens.surface[end]
    if not (tokens.surface[start][0].isupper() and word[0].isupper() and word[0].isalpha()):
        return False
    return not sentence.opens(end, ("role", "org", "trigger", "org_word", "place", "weekday", "month", "product"))
