"""People's names taken apart: titles set aside, particles kept with the part that they stand before, initials told.

Every part can be written in several ways (with its particle or article and without); the ways are its `forms`.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from functools import lru_cache

from talentflow.resolver.han_spellings import other_spellings
from talentflow.resolver.letters import latin_letters, script_of, syllable_of, syllable_units, units_of
from talentflow.resolver.name_words import (
    compound_families,
    is_particle,
    is_title,
    ordinal,
    spelled_letter,
    titles_behind,
)
from talentflow.resolver.spelling import LONGEST, LONGEST_SYLLABLE, Row, bits_of, letters_of, likeliest, row_of
from talentflow.text.fold import fold
from talentflow.text.han import simplified

_SERVANT = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdur", "عبد", "עבד", "абд", "абдул", "абдель"))
_ASIDE = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")
_APOSTROPHES = re.compile("['’‘ʼ`´ʻ]+")
_BREAKS = re.compile(r"[\s\-‐‑–—·・•‧.,،、_/&+=＝゠־]+")
_RUNS = frozenset(("han", "hangul", "kana"))  # scripts that may write a name without a space
_NO_INITIALS = frozenset(("han", "hangul", "kana", "arabic"))
# Consonants of one class are often taken for each other; vowels, h, w and y come and go.
_CLASS_OF = str.maketrans(
    {
        **dict.fromkeys("bpfv", "B"),
        **dict.fromkeys("kgqcxjsz", "K"),
        **dict.fromkeys("td", "T"),
        **dict.fromkeys("mn", "N"),
        **dict.fromkeys("lr", "R"),
        **dict.fromkeys("aeiouhwy", ""),
    }
)
# Letters that stand for one consonant.
_AS_ONE = re.compile(r"t(?:s?ch|sh|s|z)|s(?:ch|h|z)|c(?:h|k|z)|dj|dzh|([b-df-hj-np-tv-xz])\1+")
_DOUBLED = re.compile(r"(.)\1+")
_LONG_KEY = 7
_SLOTS = 8  # how many consonants of one class are counted
_EDGE = "|"  # where a part begins and ends
_PAIRS = {one + other: 1 << place for place, (one, other) in enumerate(itertools.product(_EDGE + "BKTNR", repeat=2))}

_USUAL = 3.2  # chunks that cost less are among the usual spellings of a unit
# The scripts that keep more of a name's sound come first: names in two other scripts meet in Latin letters.
_RICHNESS = ("latin", "cyrillic", "greek", "devanagari", "hangul", "kana", "han", "hebrew", "arabic", "other")


_COME_AND_GO = bits_of("aeiouhwy")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a part: what its units can become (nothing in Latin script), its letters, its least cost."""

    writing: str
    rows: tuple[Row, ...]
    latin: str
    least: float
    length: int
    longest: int = LONGEST


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One part of a name as it is compared; its first form is without particle or article."""

    folded: str
    script: str
    forms: tuple[Form, ...]
    classes: str
    can_be: int = 0  # the letters that its spellings may hold, as bits
    consonants: int = 0  # the consonants of its likeliest spelling, as bits
    is_initial: bool = False

    @property
    def written(self) -> str:
        """The part as it is written, with its particles."""
        return (
            self.forms[-1].writing
            if len(self.forms[-1].writing) > len(self.forms[0].writing)
            else self.forms[0].writing
        )


@dataclass(frozen=True, slots=True, eq=False)
class PersonName:
    """A person's name as it is compared; `whole` where it is written as one run, so that its parts are a guess."""

    written: str
    script: str
    parts: tuple[Part, ...]
    whole: Part | None
    bag: int
    bag_size: int
    beside: int
    beside_size: int
    can_be: int
    consonants: int
    count: int  # parts that are no initials; 0 for a run
    rank: int


@lru_cache(maxsize=65536)
def person_name(written: str) -> PersonName:
    """The name taken apart."""
    text = _ASIDE.sub(" ", written).strip() or written
    script = script_of(text)
    if script == "han":
        text = simplified(text)
    text = _APOSTROPHES.sub("׳" if script == "hebrew" else "", text)
    tokens = [token for token in _BREAKS.split(text) if fold(token).strip("׳״")]
    if script == "han":  # signs and digits between the characters of a name are none of it
        readable = ("".join(letter for letter in token if letter.isalpha() and syllable_of(letter)) for token in tokens)
        tokens = [token for token in readable if token] or tokens
    tokens = _without_titles(tokens, script)
    if len(tokens) == 1 and script in _RUNS:
        return _run(written, tokens[0], script)
    parts = _parts(tokens, script)
    return _name(written, script, parts, None)


def _name(written: str, script: str, parts: tuple[Part, ...], whole: Part | None) -> PersonName:
    classes = whole.classes if whole is not None else "".join(part.classes for part in parts)
    bag = 0
    for place, letter in enumerate("BKTNR"):
        bag |= ((1 << min(classes.count(letter), _SLOTS)) - 1) << (place * _SLOTS)
    compared = (whole,) if whole is not None else parts
    can_be = consonants = beside = 0
    for part in compared:
        can_be |= part.can_be
        consonants |= part.consonants
        if not part.is_initial:
            edged = f"{_EDGE}{part.classes}{_EDGE}"
            for pair in itertools.pairwise(edged):
                beside |= _PAIRS["".join(pair)]
    return PersonName(
        written=written,
        script=script,
        parts=parts,
        whole=whole,
        bag=bag,
        bag_size=bag.bit_count(),
        beside=beside,
        beside_size=beside.bit_count(),
        can_be=can_be,
        consonants=consonants,
        count=0 if whole is not None else sum(not part.is_initial for part in parts),
        rank=_RICHNESS.index(script),
    )


def _without_titles(tokens: list[str], script: str) -> list[str]:
    if len(tokens) == 1:
        for title in titles_behind(script):
            if tokens[0].endswith(title) and len(tokens[0]) > len(title) + 1:
                return [tokens[0][: -len(title)]]
        return tokens
    kept = [token for token in tokens if not is_title(fold(token), script)]
    return kept or tokens


def _run(written: str, token: str, script: str) -> PersonName:
    whole = part_of(token, script)
    parts: tuple[Part, ...] = ()
    if script != "kana" and 2 <= len(token) <= 4:
        family = 2 if len(token) > 2 and token[:2] in compound_families(script) else 1
        parts = (part_of(token[:family], script), part_of(token[family:], script))
    return _name(written, script, parts, whole)


def _parts(tokens: list[str], script: str) -> tuple[Part, ...]:
    found: list[Part] = []
    held: list[str] = []  # particles, and what is one word with the next: Abd
    for place, token in enumerate(tokens):
        folded = fold(token)
        is_last = place == len(tokens) - 1
        number = ordinal(token, script) if is_last and found else ""
        if number:
            found.append(part_of(number, "latin"))
            continue
        if not is_last and folded in _SERVANT:
            held = [*held, token]
            continue
        if not is_last and is_particle(folded, script) and (held or found or len(tokens) > 2):
            held = [*held, token]
            continue
        # A word in Latin letters within a name of another script is compared as it is.
        own = "latin" if script_of(token) == "latin" else script
        letter = spelled_letter(folded, script) if len(tokens) > 2 else ""
        found.append(part_of(letter or token, "latin" if letter else own, tuple(held)))
        held = []
    return tuple(found)


@lru_cache(maxsize=65536)
def part_of(token: str, script: str, before: tuple[str, ...] = ()) -> Part:
    """A part with the particles before it."""
    folded = fold(token)
    servants = [place for place, word in enumerate(before) if fold(word) in _SERVANT]
    joined = "".join(before) + token
    writings = [("".join(before[servants[0] :]) if servants else "") + token]
    if before and joined not in writings:
        writings.append(joined)
    if script == "arabic" and folded.startswith("ال") and len(folded) > 4:
        writings = [token[2:], *writings]
    forms = tuple(form for form in (form_of(writing, script) for writing in dict.fromkeys(writings)) if form.latin)
    is_initial = script not in _NO_INITIALS and len(folded) == 1 and not before
    return Part(
        fold("".join(before[servants[0] :]) if servants else "") + folded,
        script,
        forms or (form_of(token, script),),
        classes_of(forms[0].latin) if forms else "",
        _can_be(forms),
        0 if is_initial or not forms else bits_of(forms[0].latin) & ~_COME_AND_GO,
        is_initial,
    )


def classes_of(latin: str) -> str:
    """The classes of the consonants: "tchaikovsky" gives KKBKK."""
    return _AS_ONE.sub(lambda found: found.group(1) or "c", latin).translate(_CLASS_OF)


@lru_cache(maxsize=65536)
def form_of(writing: str, script: str) -> Form:
    """One way to write a part."""
    letters = letters_of(script)
    if letters is None:
        latin = latin_letters(writing)
        return Form(writing, (), latin, 0.0, max(len(latin), 1))
    units = units_of(writing, script)
    rows = letters.rows_of(units)
    if script == "han":
        rows = _with_other_readings(writing, rows)
    latin, least = likeliest(rows)
    return Form(
        writing,
        rows,
        latin,
        least,
        max(len(latin), 1),
        LONGEST_SYLLABLE if script == "han" else LONGEST,
    )


def _with_other_readings(writing: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of Chinese characters with what each character can be in other tongues."""
    out, place = list(rows), 0
    for character in writing:
        width = len(syllable_units(syllable_of(character)))
        others = other_spellings(character)
        if width == 1:
            one, two, *_ = out[place]
            out[place] = row_of({**others, **{k: min(v, others.get(k, v)) for k, v in one.items()}}, two)
        elif width == 2:
            one, two, *_ = out[place]
            out[place] = row_of(one, {**others, **{k: min(v, others.get(k, v)) for k, v in two.items()}})
        place += width
    return tuple(out)


@lru_cache(maxsize=65536)
def joined(first: Part, second: Part) -> Part:
    """Two parts as one word: with what stands between them and without."""
    writings = dict.fromkeys(
        one.writing + other.writing for one in (first.forms[0], first.forms[-1]) for other in second.forms
    )
    forms = tuple(form_of(writing, first.script) for writing in writings)
    return Part(
        first.folded + second.folded,
        first.script,
        forms,
        classes_of(forms[0].latin),
        _can_be(forms),
        bits_of(forms[0].latin) & ~_COME_AND_GO,
    )


def _can_be(forms: tuple[Form, ...]) -> int:
    found = 0
    for form in forms:
        if not form.rows:
            found |= bits_of(form.latin)
        for row in form.rows:
            for chunks in row[:2]:
                for chunk, cost in chunks.items():
                    if cost < _USUAL:
                        found |= bits_of(chunk)
    return found


def in_order(one: PersonName, other: PersonName) -> tuple[PersonName, PersonName]:
    """The names with the one to be spelled first, and the one whose letters are taken as Latin second."""
    return (one, other) if one.rank >= other.rank else (other, one)


def could_be_one(source: PersonName, target: PersonName) -> bool:
    """Whether it is worth while to look closer: a cheap test that true pairs pass, and most others do not.

    The target's consonants must be among those that the source can have, but for one or two; and the two must share
    most of their consonants, by classes, in whatever order, and many of the pairs of consonants that stand together.
    """
    strange = (target.consonants & ~source.can_be).bit_count()
    if source.script == "han":
        # A character can be read in many ways, and a run of them may be the family name alone.
        return strange < 4 and (source.bag & target.bag).bit_count() >= 0.34 * min(source.bag_size, target.bag_size)
    if source.count == target.count:
        if strange > 2:
            return False
        one, other = source.bag_size, target.bag_size
        least = (0.55 if strange < 2 else 0.75) * (one if one > other else other)
        if (source.bag & target.bag).bit_count() < least:
            return False
        one, other = source.beside_size, target.beside_size
        return (source.beside & target.beside).bit_count() >= 0.4 * (one if one > other else other)
    if strange >= 2 + 2 * max(target.count - source.count, 0):
        return False
    if (source.bag & target.bag).bit_count() < 0.7 * min(source.bag_size, target.bag_size):
        return False
    return (source.beside & target.beside).bit_count() >= 0.35 * min(source.beside_size, target.beside_size)


def sound_keys(name: PersonName) -> frozenset[str]:
    """Keys of which two spellings of one name share one, in most scripts: the consonant classes of two parts together.

    In either order, because family names stand first or last; where they are long, with one consonant left out.
    """
    if name.whole is not None:
        joint = {name.whole.classes}
    else:
        classes = [part.classes for part in name.parts if not part.is_initial]
        joint = {one + other for one, other in itertools.permutations(classes, 2)} if len(classes) < 6 else set()
        if len(classes) != 2:
            joint |= {"".join(classes), "".join(classes[-1:] + classes[:-1])}
    found = {_DOUBLED.sub(r"\1", key) for key in joint}
    longer = [key for key in found if len(key) >= _LONG_KEY]
    found.update(key[:place] + key[place + 1 :] for key in longer for place in range(len(key)))
    return frozenset(key for key in found if len(key) > 1)
