"""Foreign names as their bearers spell them: "フランク・クライン" and "弗兰克·克莱因" are Frank Klein.

Katakana and Chinese characters spell a name by its sound, and lose much of it. So each part is romanised and looked up
among usual names by its consonants; of those that share them the nearest in sound is taken, if it is near enough.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from talentflow.text.fold import fold
from talentflow.text.skeleton import skeletons

_NEAR = 0.2  # a letter of the longer name: of public pairs, three in five parts so changed were right
_GIVEN_AT, _ALIKE_AT, _SHORT_AT = 0.12, 0.26, 0.12  # the same where the given and the family name must be near
_SHORT_SKELETON = 2  # consonants: of such family names many are alike
_NEAR_IN_ARABIC = 0.26  # the same, where the letters tell more consonants
_RARENESS = 0.05  # for each place of the rank in a list
_MOST = 80  # names of one skeleton, the most usual
_MOST_FORMS = 8
_LETTER = re.compile(r"[^a-z]+")
_LETTERS_APART = re.compile(r"[^a-z]+")
_JOINTS = re.compile("[·・‧•＝=\\s]+")
_DOUBLED = re.compile(r"(.)\1+")
_R_UNHEARD = re.compile(r"r(?![aeiouyr])")
# How each spelling may be heard, besides as it stands.
_HEARD: tuple[tuple[re.Pattern[str], str], ...] = (
    (_R_UNHEARD, ""),
    (re.compile("th"), "s"),
    (re.compile("ng"), "n"),
    (re.compile("^w(?=[aeiou])"), "v"),
    (re.compile("v"), "b"),
)
_SPELLINGS = (
    ("ph", "f"), ("ck", "k"), ("qu", "ku"), ("x", "ks"), ("tch", "ch"), ("sch", "sh"), ("wh", "w"), ("gh", ""),
    ("ei", "ai"), ("ee", "i"), ("ea", "i"), ("oo", "u"), ("ou", "u"), ("th", "s"), ("mb", "nb"), ("mp", "np"),
    ("l", "r"), ("v", "b"), ("y", "i"),
)  # fmt: skip
# Arabic has letters for l and r, and none for p and v, nor for e and o.
_IN_ARABIC = (
    *((old, new) for old, new in _SPELLINGS if old not in ("l", "v", "y", "th", "mb", "mp")),
    ("p", "b"), ("v", "f"), ("y", "i"), ("e", "i"), ("o", "u"),
)  # fmt: skip
_HARD_C = re.compile(r"c(?![eih])")
_SOFT_C = re.compile(r"c(?=[ei])")
_SILENT_E = re.compile(r"[ai](?=[^aeiouy]e$)")  # White, Blake
_LONG = {"a": "ey", "i": "ai"}
_VOWELS = frozenset("aeiou")
_KIN = {frozenset(pair) for pair in ("ei", "ou", "ai", "ae", "ao", "au")}
_ALIKE_PAIRS = ("bp", "td", "kg", "sz", "zj", "gj", "sc", "jc", "bf", "wb", "hf", "mn", "tc", "hk")
_ALIKE = {frozenset(pair) for pair in _ALIKE_PAIRS}
_WEAK = frozenset("hwr")


# The letters of pinyin whose sound Latin names write otherwise.
_PINYIN = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in ((r"ng(?=[^aeiou]|$)", "n"), ("x", "sh"), ("hua", "wa"), ("q", "ch"), ("zh", "j"))
)


class UsualNames:
    """Names in Latin letters by the consonants that are heard in them, the more usual before the rarer."""

    def __init__(self, names: str, by_skeleton: Mapping[str, list[int]]) -> None:
        """Takes the names and the places of each skeleton's, as `index_of` gives them."""
        self._names = names.split()
        self._by_skeleton = by_skeleton
        self._found: dict[tuple[str, bool], str | None] = {}

    def nearest(self, latin: str, *, in_arabic: bool = False) -> str | None:
        """The name that sounds most like a romanised one, None where none is near."""
        known = latin, in_arabic
        if known not in self._found:
            if len(self._found) > 20_000:
                self._found.clear()
            self._found[known] = self._nearest(latin, in_arabic)
        return self._found[known]

    def _nearest(self, latin: str, in_arabic: bool) -> str | None:
        key, best, least = sound_of(latin, in_arabic=in_arabic), None, _NEAR_IN_ARABIC if in_arabic else _NEAR
        ranks = {rank for skeleton in _heard(latin) for rank in self._by_skeleton.get(skeleton, ())}
        for rank in sorted(ranks)[:_MOST]:
            name = self._names[rank]
            sound = sound_of(_LETTER.sub("", fold(name)), in_arabic=in_arabic)
            longer = max(len(key), len(sound), 1)
            if abs(len(key) - len(sound)) * 0.15 < least * longer:
                value = distance(key, sound) / longer + _RARENESS * math.log10(rank + 10)
                if value < least:
                    best, least = name, value
        return best


class KnownPeople:
    """People with their usual names, by the consonants that are heard in their family names."""

    def __init__(self, names: Iterable[str]) -> None:
        """Takes whole names in Latin letters, the given names first."""
        self._by_skeleton: dict[str, list[tuple[str, str, str]]] = {}
        for name in names:
            given, _, family = _LETTERS_APART.sub(" ", fold(name)).strip().rpartition(" ")
            if given:
                row = (name, given.split(" ")[0], family)
                for skeleton in {found for form in _forms(family) for found in _heard(form)}:
                    self._by_skeleton.setdefault(skeleton, []).append(row)

    def nearest(self, latin: str, *, is_pinyin: bool = False) -> str | None:
        """Whom a romanised name means whose given and family name both sound like theirs, None where it is nobody."""
        parts = [_LETTER.sub("", fold(_read_pinyin(part) if is_pinyin else part)) for part in latin.split(" ")]
        if len(parts) < 2 or not all(parts):
            return None
        given, family = parts[0], parts[-1]
        rows = {row for skeleton in _heard(family) for row in self._by_skeleton.get(skeleton, ())}
        allowed = _ALIKE_AT if len(min(_heard(family), key=len)) > _SHORT_SKELETON else _SHORT_AT
        found = [
            (far_given + far_family, row[0])
            for row in rows
            if (far_family := _far(family, row[2])) < allowed
            and (far_given := _far(given, row[1])) < _GIVEN_AT
            and not _heard(given).isdisjoint(_heard(row[1]))
        ]
        return min(found)[1] if found else None


def _far(spelled: str, usual: str) -> float:
    """How far two names are, for each letter of the longer one."""
    if spelled == usual:
        return 0.0
    one, other = sound_of(spelled), sound_of(usual)
    return distance(one, other) / max(len(one), len(other), 1)


def index_of(names: Iterable[str]) -> tuple[str, dict[str, list[int]]]:
    """The names in order, and the places of those of each skeleton: each under every way in which it may be heard."""
    out: dict[str, list[int]] = {}
    ordered = list(dict.fromkeys(names))
    for rank, name in enumerate(ordered):
        forms = _forms(_LETTER.sub("", fold(name)))
        for skeleton in sorted({found for form in forms for found in _heard(form)}):
            out.setdefault(skeleton, []).append(rank)
    return " ".join(ordered), dict(sorted(out.items()))


@cache
def usual_names() -> tuple[UsualNames, UsualNames]:
    """The given and the family names of usual_names.json, which eval/train_usual_names.py makes."""
    return UsualNames(*_data()["given"]), UsualNames(*_data()["family"])


@cache
def _data() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((files("talentflow.text") / "usual_names.json").read_text(encoding="utf-8"))
    return found


def _as_press_spells(part: str, *, is_family: bool) -> str | None:
    """The name that the press spells so: "约翰" is John."""
    spelled, key = _data()["spelled"], fold(part)
    first, second = ("family", "given") if is_family else ("given", "family")
    found: str | None = spelled[first].get(key) or spelled[second].get(key)
    return found


def _forms(latin: str) -> list[str]:
    forms = [latin]
    for pattern, heard in _HEARD:
        if pattern.search(latin):
            forms = list(dict.fromkeys([*forms, *(pattern.sub(heard, form) for form in forms)]))[:_MOST_FORMS]
    return forms


def _heard(latin: str) -> set[str]:
    """The skeletons of a romanised part in which hisses are one, and so are doubled consonants."""
    return {_DOUBLED.sub(r"\1", found.replace("TS", "S")) for found in skeletons(latin)}


@lru_cache(maxsize=16384)
def sound_of(latin: str, *, in_arabic: bool = False) -> str:
    """A romanised part as it is compared: one letter a sound, as far as letters go."""
    out = _SILENT_E.sub(lambda match: _LONG[match.group()], latin)
    out = _SOFT_C.sub("s", _HARD_C.sub("k", out))
    for spelling, sound in _IN_ARABIC if in_arabic else _SPELLINGS:
        out = out.replace(spelling, sound)
    return _DOUBLED.sub(r"\1", out)


def distance(spelled: str, usual: str) -> float:
    """How far a romanised name is from a usual one; vowels that the script puts in count little."""
    row = [0.0]
    for index, letter in enumerate(usual):
        row.append(row[-1] + _left_out(letter, is_last=index == len(usual) - 1))
    for place, own in enumerate(spelled):
        put_in = _put_in(own, spelled[place - 1] if place else "")
        before, row = row, [row[0] + put_in]
        for index, letter in enumerate(usual):
            row.append(
                min(
                    before[index] + _changed(own, letter),
                    before[index + 1] + put_in,
                    row[-1] + _left_out(letter, is_last=index == len(usual) - 1),
                )
            )
    return row[-1]


def _changed(own: str, letter: str) -> float:
    if own == letter:
        return 0.0
    if own in _VOWELS and letter in _VOWELS:
        return 0.3 if frozenset((own, letter)) in _KIN else 0.6
    return 0.3 if frozenset((own, letter)) in _ALIKE else 1.5


def _put_in(own: str, before: str) -> float:
    if own in "uo" and before not in _VOWELS:
        return 0.15
    return 0.3 if own in _VOWELS else 0.4 if own in _WEAK else 1.2


def _left_out(letter: str, *, is_last: bool) -> float:
    if letter in _VOWELS:
        return 0.15 if is_last and letter == "e" else 0.35
    return 0.25 if letter in _WEAK else 0.9


def spelled_as_usual(latin: str, *, is_pinyin: bool = False, written: str = "", in_arabic: bool = False) -> str:
    """A romanised name, each part as it is usually spelled: the last as a family name, the others as given ones.

    `written` is the name in its own script: many names are always spelled the same way there.

    >>> spelled_as_usual("Furanku Kurain")
    'Frank Klein'
    """
    parts, (given, family) = latin.split(" "), usual_names()
    forms = [form for form in _JOINTS.split(written) if form]
    out: list[str | None] = []
    for place, part in enumerate(parts):
        is_family = place == len(parts) - 1 and place > 0
        own = _as_press_spells(forms[place], is_family=is_family) if len(forms) == len(parts) else None
        if own is not None:
            out.append(own)
            continue
        names = family if is_family else given
        key = _LETTER.sub("", fold(_read_pinyin(part) if is_pinyin else part))
        out.append(names.nearest(key, in_arabic=in_arabic) if part[:1].isupper() and len(key) > 1 else None)
    return " ".join(found or part for found, part in zip(out, parts, strict=True))


def _read_pinyin(part: str) -> str:
    out = part.lower()
    for pattern, sound in _PINYIN:
        out = pattern.sub(sound, out)
    return out
