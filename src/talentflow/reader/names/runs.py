"""How far a run of capitalised words goes, and where one run holds two names: "GBM Jerónimo Cantoral"."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from talentflow.reader.names.candidates import WordsOfPage, has_second_capital
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import acronyms, particles
from talentflow.reader.words.nouns import Nouns
from talentflow.reader.words.page import Sentence
from talentflow.text.fold import fold

_MOST_DIGITS = 2  # of a number that belongs to a name: "Canal 9"
_BEFORE_NAME = ("company", "title")
_NOUN_KINDS = ("role", "company", "person_noun", "title", "product_noun", "colleague", "board", "kin")
_NAME_WORDS = 2  # of a name that is whole: a given and a family name
_SHORT_SYLLABLE = 6  # of a given name in two parts: "Do-hyeok"


@dataclass(slots=True)
class Line:
    """A sentence whose runs are looked for: which words no run may take, and whether nearly all have capitals."""

    sentence: Sentence
    lexicon: Lexicon
    words: WordsOfPage
    blocked: list[bool]
    titlecase: bool
    nouns: Nouns | None = None  # where these have a capital too

    def is_name_word(self, index: int) -> bool:
        """Whether a word is written as names are: with a capital, first or, as in "dLocal", second."""
        word = self.sentence.tokens.surface[index]
        if word[0].isupper():
            return self.nouns is None or not self._is_noun(index, self.nouns)
        return has_second_capital(word)

    def _is_noun(self, index: int, nouns: Nouns) -> bool:
        """Whether a word has a capital for being a noun; behind a given name it is a family name all the same."""
        tokens, lexicon = self.sentence.tokens, self.lexicon
        word = tokens.folded[index]
        is_listed = word in lexicon.org_words or word in lexicon.listed_names or nouns.ends_in_kind(word)
        if not nouns.is_noun(tokens.surface[index], word) and (is_listed or not self.has(index, *_NOUN_KINDS)):
            return False
        if self._is_beside_kind(index):
            return False
        if not index or not tokens.surface[index - 1][0].isupper():
            return True
        if tokens.folded[index - 1] in lexicon.given_names:
            return False
        # No noun stands beside another but a name does: "der Hersteller Nordchip", "Professor Sommer".
        if word in lexicon.common and tokens.surface[index + 1 : index + 2] and tokens.surface[index + 1].isdigit():
            return True  # "das Unternehmen Ende 2019"
        return not self.sentence.closes(index, _BEFORE_NAME) or self.has(index, "role", "month", "board")

    def _is_beside_kind(self, index: int) -> bool:
        """Whether a noun stands right before the kind of an employer, or behind one that does not end in a noun.

        "Waldmeister Brauerei", "das Start-up Kaltblick".
        """
        tokens, following = self.sentence.tokens, index + 1
        if self.has(index, *_NOUN_KINDS):
            return False
        if following < len(tokens) and tokens.surface[following].isdigit():
            return False  # "das Unternehmen Ende 2019"
        if following < len(tokens) and tokens.folded[following] in self.lexicon.org_words:
            return tokens.surface[following][0].isupper()
        return any(
            hit.kind == "company" and hit.end - hit.start > 1 and tokens.surface[hit.start][0].isupper()
            for hit in self.sentence.ending(index)
        )

    def is_kind(self, index: int) -> bool:
        """Whether a word is the kind of an organization, or ends in one: "Bank", "Rheinbank"."""
        word = self.sentence.tokens.folded[index]
        return word in self.lexicon.org_words or (self.nouns is not None and self.nouns.ends_in_kind(word))

    def may_follow(self, index: int) -> bool:
        """Whether a run that reaches here may go on with this word."""
        return index < len(self.blocked) and not self.blocked[index] and self.is_name_word(index)

    def has(self, index: int, *kinds: str) -> bool:
        """Whether a phrase of one of these kinds begins at a word."""
        return any(hit.kind in kinds for hit in self.sentence.by_start.get(index, ()))


def run_end(line: Line, start: int) -> int:
    """The end of the run that begins at a word."""
    surface, count = line.sentence.tokens.surface, len(line.blocked)
    end = index = start + 1
    while index < count and (not line.blocked[index] or _is_field_of_name(line, end, index)):
        if line.is_name_word(index):
            if line.titlecase and _is_plain_word(line, index):
                break
            end = index = index + 1
            continue
        follow = _follow(line, start, end, index)
        if follow is None:
            break
        index, is_inside = follow
        if is_inside:
            end = index
        elif index >= count or line.blocked[index] or not surface[index][0].isalpha():
            break
    return end


def _is_field_of_name(line: Line, end: int, index: int) -> bool:
    """Whether capitals that alone name nobody end a name here: "Acme AI", never "Acme AI chief"."""
    tokens, lexicon = line.sentence.tokens, line.lexicon
    word, before = tokens.folded[index], tokens.folded[index - 1]
    if end != index or line.titlecase or word not in lexicon.org_words or tokens.surface[index] not in acronyms():
        return False
    if before in lexicon.common or before in line.words.small or line.has(index - 1, "role", "title", "place"):
        return False
    following = index + 1
    if following >= len(tokens):
        return True
    is_glued = tokens.is_glued(following) and tokens.surface[following] == "-"
    return not (is_glued or tokens.surface[following][0].isupper() or line.has(following, "role", "person_noun"))


def _follow(line: Line, start: int, end: int, index: int) -> tuple[int, bool] | None:
    """Where a run goes on after what is no capitalised word, and whether it ends there if nothing more comes."""
    tokens = line.sentence.tokens
    surface, folded = tokens.surface, tokens.folded
    word = surface[index]
    if word == "." and _is_initial(surface[index - 1]) and line.may_follow(index + 1):
        return index + 1, False
    if word in "-&" and tokens.is_glued(index) and index + 1 < len(tokens) and tokens.is_glued(index + 1):
        return (index + 2, True) if _joins(line, start, index) else None
    if word == "&" and line.may_follow(index + 1):
        return index + 1, False
    if (
        end == index
        and is_nickname(surface, index, line.lexicon.given_names)
        and not any(line.blocked[index : index + 4])
    ):
        return index + 4, True
    if _is_of_institution(line, index):
        return _past_small(line, index) + 1, True
    if end == index and _is_for_purpose(line, start, index):
        return _past_small(line, index) + 1, True
    if end == index and _adds_field(line, start, index):
        return _past_small(line, index) + 1, True
    if end == index and _is_number_of_name(line, index):
        return index + 1, True
    if end == index and _is_elided_particle(line, index):
        return index + 2, True
    if folded[index] in particles() and not _leads_elsewhere(line, index) and not _leaves_name(line, start, index):
        following = index + 1
        while following < len(tokens) and folded[following] in particles() and not line.blocked[following]:
            following += 1
        if following < len(tokens) and surface[following] == "-":
            following += 1
        if line.may_follow(following):
            return following, False
    return None


def _is_elided_particle(line: Line, index: int) -> bool:
    """Whether a particle of names is run into a name's last word: "Ada Moreno d'Eça"."""
    tokens = line.sentence.tokens
    return (
        tokens.folded[index].endswith("'")
        and tokens.folded[index] in line.lexicon.particles
        and index + 1 < len(tokens)
        and tokens.is_glued(index + 1)
        and tokens.surface[index + 1][0].isupper()
    )


def _is_plain_word(line: Line, index: int) -> bool:
    """Whether a word of a headline in capitals is an ordinary one: "Acme Names Chief"."""
    word, lexicon = line.sentence.tokens.folded[index], line.lexicon
    if word in lexicon.given_names:
        return False
    return word in lexicon.common or word in line.words.small or line.has(index, "said", "trigger")


def _joins(line: Line, start: int, index: int) -> bool:
    """Whether a hyphen or "&" inside a word leads on with the name: "Nwosu-Price", never "Google-owned"."""
    surface, folded = line.sentence.tokens.surface, line.sentence.tokens.folded
    following = surface[index + 1]
    if not following[0].isalpha():
        return False
    if line.nouns is not None and surface[index] != "&" and _ends_in_noun(line, index, line.nouns):
        return False
    if following[0].islower() and _tells_work(line, index + 1):
        return False  # "the Ada Moreno-led company"
    if following[0].isupper() or surface[index] == "&" or len(following) <= 4:
        return True
    is_korean = index - start >= 2 and folded[start] in line.lexicon.family_names
    return is_korean and len(surface[index - 1]) < _SHORT_SYLLABLE and len(following) <= _SHORT_SYLLABLE


def _tells_work(line: Line, index: int) -> bool:
    """Whether a verb begins at a word that tells what somebody does or did: "led"."""
    hits = line.sentence.by_start.get(index, ())
    return any(hit.kind == "trigger" and hit.payload.event == "work" for hit in hits)


def _ends_in_noun(line: Line, index: int, nouns: Nouns) -> bool:
    """Whether a compound with hyphens is no name: "Hallmoser-Managing-Partner", but "Max-Planck-Institut"."""
    tokens = line.sentence.tokens
    last = index + 1
    while last + 2 < len(tokens) and tokens.surface[last + 1] == "-" and tokens.is_glued(last + 1):
        if not tokens.is_glued(last + 2) or not tokens.surface[last + 2][0].isalpha():
            break
        last += 2
    word = tokens.folded[last]
    if line.has(last, *_NOUN_KINDS) or (tokens.surface[last][0].islower() and len(word) > _SHORT_SYLLABLE):
        return True
    return word not in line.lexicon.org_words and nouns.is_noun(tokens.surface[last], word)


def _is_initial(word: str) -> bool:
    """Whether the full stop behind a word belongs to the initials of a name: "Ada R. Moreno", "T.J. Berg"."""
    return len(word) == 1 or all(len(letter) == 1 and letter.isupper() for letter in word.split("."))


def is_nickname(surface: Sequence[str], index: int, given_names: Container[str] = ()) -> bool:
    """Whether a nickname stands here between two parts of a name: 'Robert "Bob" Moreno'.

    One of the given names may stand in brackets too: "Yifan (Eva) Moreno".
    """
    if index + 3 >= len(surface) or not surface[index + 1][0].isupper() or not surface[index + 3][0].isupper():
        return False
    if surface[index] in '"“«':
        return surface[index + 2] in '"”»'
    return surface[index] == "(" and surface[index + 2] == ")" and fold(surface[index + 1]) in given_names


def _leads_elsewhere(line: Line, index: int) -> bool:
    """Whether a small word is a preposition of the language that names do not hold: the Spanish "al", no Arab's."""
    return any(
        hit.kind == "mark" and hit.payload not in ("of", "away") and hit.end == index + 1
        for hit in line.sentence.by_start.get(index, ())
    )


def _leaves_name(line: Line, start: int, index: int) -> bool:
    """Whether a small word follows a family name, where only given names can have it behind them."""
    if not line.lexicon.language.particles_follow_given:
        return False
    before = line.sentence.tokens.folded[index - 1]
    if line.has(index, "determiner"):
        return before not in particles()  # "von der", but "verlässt Moreno | den Verlag"
    if before in line.lexicon.given_names or (index - start < _NAME_WORDS and not line.has(start, "role", "title")):
        return False
    return line.has(index, "mark")


def _past_small(line: Line, index: int) -> int:
    """The token after "of" or "of the", "and" or "y la"."""
    following = index + 1
    return following + 1 if line.has(following, "determiner") else following


def _is_of_institution(line: Line, index: int) -> bool:
    """Whether "of" goes on with an institution's name: "Library of Congress", "Bank of the West"."""
    tokens = line.sentence.tokens
    if tokens.folded[index - 1] not in line.lexicon.org_words or not tokens.surface[index - 1][0].isupper():
        return False
    if not _is_of(line, index):
        return False
    following = _past_small(line, index)
    if following >= len(tokens) or not tokens.surface[following][0].isupper():
        return False
    return not line.has(following, "org", "person")


def _is_for_purpose(line: Line, start: int, index: int) -> bool:
    """Whether an institution's name says what it is for: "Instituto Mexicano para la Competitividad"."""
    tokens = line.sentence.tokens
    if tokens.folded[start] not in line.lexicon.org_words or not line.has(index + 1, "determiner"):
        return False
    if index - start > 1 and not line.has(index - 1, "place", "title"):
        return False
    following = _past_small(line, index)
    if following >= len(tokens) or not line.may_follow(following):
        return False
    here = line.sentence.by_start.get(index, ())
    return any(hit.kind == "mark" and hit.payload == "toward" and hit.end == index + 1 for hit in here)


def _adds_field(line: Line, start: int, index: int) -> bool:
    """Whether "and" joins two fields of one institution: "Office of Science and Technology Policy"."""
    folded = line.sentence.tokens.folded
    if not line.has(index, "and") or line.sentence.tokens.surface[index] == "&":
        return False
    if index - start < 2 or not any(word in line.lexicon.org_words for word in folded[start:index]):
        return False
    if not any(_is_of(line, place) for place in range(start + 1, index)):
        return False
    following = _past_small(line, index)
    if not line.may_follow(following):
        return False
    word = folded[following]
    return (word in line.lexicon.common or line.has(following, "role")) and word not in line.lexicon.given_names


def _is_of(line: Line, index: int) -> bool:
    return any(hit.kind == "mark" and hit.payload == "of" for hit in line.sentence.by_start.get(index, ()))


def _is_number_of_name(line: Line, index: int) -> bool:
    """Whether a short number belongs to the name before it: "Canal 9", or any pair that the article repeats."""
    tokens = line.sentence.tokens
    word = tokens.surface[index]
    if not word.isdecimal() or len(word) > _MOST_DIGITS or tokens.is_glued(index):
        return False
    before = tokens.folded[index - 1]
    return before in line.lexicon.org_words or (before, word) in line.words.numbered


def parts(line: Line, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The names of a run, mostly one: an employer before its person, a field or a post before either."""
    folded, surface = line.sentence.tokens.folded, line.sentence.tokens.surface
    start = _past_field(line, start, end)
    employer = _employer_after(line, start, end)
    if employer is not None:
        yield start, employer[0]
        yield employer[1], end
        return
    if _opens_before_person(line, start, end):
        yield start + 2, end
        return
    for place in range(start + 1, end - 1):
        if not _begins_person(line, place, end):
            continue
        before = range(start, place)
        if line.has(place - 1, "role", "title") or all(folded[at] in line.lexicon.common for at in before):
            yield place, end
            return
        is_employer = folded[place - 1] in line.lexicon.org_words or (
            surface[place - 1].isupper() and len(surface[place - 1]) > 2
        )
        if is_employer or _leads_to_person(line, start, place):
            yield start, place
            yield place, end
            return
        if any(hit.kind in ("former", "role") for hit in line.sentence.ending(start)):
            yield start, place
            yield place, end
            return
    yield start, end


def _leads_to_person(line: Line, start: int, place: int) -> bool:
    """Whether a run behind a verb is an employer that its class word opens, and then the person whom the verb is about.

    "(Foi nomeada administradora da) Cimentos Douro | Isabel Moniz", but "Fundación Rafael Moreno".
    """
    if place - start < _NAME_WORDS or line.sentence.tokens.folded[start] not in line.lexicon.org_words:
        return False
    return any(hit.end <= start for hit in line.sentence.of_kind("trigger"))


def _employer_after(line: Line, start: int, end: int) -> tuple[int, int] | None:
    """Where a person's name ends and their employer's begins: "(la salida de) Ada Moreno | de Seguros Litoral"."""
    folded, surface, lexicon = line.sentence.tokens.folded, line.sentence.tokens.surface, line.lexicon
    if folded[start] not in lexicon.given_names:
        return None
    for place in range(start + 2, end - 1):
        if folded[place] not in particles() or not line.is_name_word(place - 1):
            continue
        following = place + 1
        while following < end and folded[following] in particles() and surface[following][0].islower():
            following += 1
        if following >= end or folded[following] in lexicon.listed_names:
            continue
        if folded[following] in lexicon.org_words:
            return place, following
        if following == place + 1 and _parts_ways(line, start, place, following):
            return place, following
    return None


def _parts_ways(line: Line, start: int, place: int, following: int) -> bool:
    """Whether a name of two words behind a noun of moving stops at "of": "la salida de Ada Moreno | de Borealis"."""
    folded, lexicon = line.sentence.tokens.folded, line.lexicon
    if folded[place - 1] in lexicon.given_names or folded[following] in lexicon.family_names or not _is_of(line, place):
        return False
    marks = [hit.start for hit in line.sentence.ending(start) if hit.kind == "mark" and hit.payload == "of"]
    return any(hit.kind == "trigger" and hit.payload.noun for mark in marks for hit in line.sentence.ending(mark))


def _opens_before_person(line: Line, start: int, end: int) -> bool:
    """Whether a run only begins with the word that opens the sentence: "Dependerá de Ada Moreno"."""
    folded, lexicon = line.sentence.tokens.folded, line.lexicon
    if end - start < 4 or any(word[0].isalnum() for word in line.sentence.tokens.surface[:start]):
        return False
    if folded[start] in lexicon.listed_names or folded[start] in lexicon.org_words or not _is_of(line, start + 1):
        return False
    first, last = folded[start + 2], folded[end - 1]
    is_given = first in lexicon.given_names and line.may_follow(start + 3)
    return is_given and (first not in lexicon.doubtful_names or last in lexicon.family_names)


def _begins_person(line: Line, place: int, end: int) -> bool:
    """Whether a person's name can begin within a run: a given name whom no given name leads."""
    lexicon, folded = line.lexicon, line.sentence.tokens.folded
    word = folded[place]
    if word not in lexicon.given_names or folded[place - 1] in lexicon.listed_names or not line.may_follow(place):
        return False
    if not line.may_follow(place - 1) or not line.may_follow(place + 1) or folded[place + 1] in lexicon.org_words:
        return False
    return word not in lexicon.doubtful_names or folded[end - 1] in lexicon.family_names


def _past_field(line: Line, start: int, end: int) -> int:
    """Where the name begins in "(directora de) Compras de Avatel": after the field that a post is of."""
    sentence, lexicon = line.sentence, line.lexicon
    place = start
    while (
        place < end
        and line.may_follow(place)
        and (sentence.tokens.folded[place] in lexicon.common or line.has(place, "role"))
    ):
        if sentence.tokens.folded[place] in lexicon.org_words or sentence.tokens.folded[place] in lexicon.given_names:
            return start
        place += 1
    if place in (start, end) or not _is_of(line, place) or not line.may_follow(place + 1):
        return start
    before = [hit.start for hit in sentence.ending(start) if hit.kind == "mark" and hit.payload == "of"]
    is_of_post = any(hit.kind == "role" for begin in before for hit in sentence.ending(begin))
    return place + 1 if is_of_post else start
