"""A spelling taken apart for comparing: its script, its parts there and in Latin letters, and their consonants."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from talentflow.resolver.organizations import with_kinds_in_latin
from talentflow.text.fold import fold
from talentflow.text.han import simplified
from talentflow.text.skeleton import parts_of, romanised, skeletons

# Written or left out, joined or apart, as the newsroom likes: no ground for telling two names apart.
_PARTICLES = frozenset(
    re.split(
        r"\s+",
        "de del della der den di da do dos das la le el al bin ibn ben bint van von zu y e "
        "ال دي دو دا بن ابن بنت فان فون",
    )
)
_LEGAL_FORMS = frozenset(
    re.split(
        r"\s+",
        "inc incorporated corp corporation co company ltd limited llc plc gmbh ag sa sas srl spa bv nv oy ab kk pte "
        "pty holdings holding group شركه مجموعه empresa sociedad compania 公司 株式会社 주식회사 ооо",
    )
)
_BRACKETS = re.compile(r"[(（][^()（）]*[)）]")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_SYLLABLE = re.compile(r"[A-Z][a-z']*")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
SCRIPTS = ("latin", "arabic", "han", "kana", "hangul", "other")  # what `script_of` gives


@dataclass(frozen=True, slots=True)
class Name:
    """A name to be resolved: its spellings as articles or a registry write them, never our own romanisation.

    `sort` is "person" or "organization"; `listed` the registry's id for it.
    """

    key: str
    sort: str
    spellings: tuple[str, ...]
    listed: str | None = None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling taken apart: script, parts in that script, in Latin letters, and their skeletons."""

    written: str
    script: str
    parts: tuple[str, ...]
    latin: tuple[str, ...]
    skeletons: tuple[tuple[str, ...], ...]

    @property
    def weight(self) -> int:
        """How many consonants tell it from others."""
        return sum(len(forms[0]) for forms in self.skeletons if forms[0].isupper())


def script_of(name: str) -> str:
    """ "latin", "arabic", "han", "kana", "hangul" or "other", by the first letter that has one."""
    for character in name:
        if _HAN.match(character):
            return "kana" if any("\u3040" <= other <= "\u30ff" for other in name) else "han"
        if "\u3040" <= character <= "\u30ff":
            return "kana"
        if _HANGUL.match(character):
            return "hangul"
        if _ARABIC.match(character):
            return "arabic"
        if character.isalpha():
            return "latin" if character < "\u0250" or "\u1e00" <= character <= "\u1eff" else "other"
    return "latin"


@lru_cache(maxsize=65536)
def take_apart(written: str, sort: str) -> Spelling:
    """The parts of a spelling that are compared."""
    if sort == "organization":
        # "Safe Superintelligence (SSI)": what stands in brackets is another name, not a part of this one.
        written = _BRACKETS.sub(" ", written).strip() or written
    script = script_of(written)
    raw = [part for part in parts_of(simplified(written) if script == "han" else written) if fold(part)]
    raw = _person_parts(raw, script) if sort == "person" else _organization_parts(raw)
    kept = [(fold(part), form) for part in raw if (form := romanised(part))]
    return Spelling(
        written,
        script,
        tuple(part for part, _ in kept),
        tuple(form for _, form in kept),
        tuple(skeletons(form) for _, form in kept),
    )


def _person_parts(parts: list[str], script: str) -> list[str]:
    if script in ("han", "hangul") and len(parts) == 1:
        syllables = _SYLLABLE.findall(anyascii(parts[0]))
        # Family name first, and of one syllable but for a few.
        return [syllables[0], "".join(syllables[1:])] if len(syllables) > 1 else parts
    full = [part for part in parts if fold(part) not in _PARTICLES]
    return [part for part in full if len(part) > 1] if len(full) > 2 else full or parts


def _organization_parts(parts: list[str]) -> list[str]:
    parts = with_kinds_in_latin(parts)
    return [part for part in parts if fold(part) not in _LEGAL_FORMS] or parts


def part_count(written: str) -> int:
    """How many parts a person's name has: 2 for "Barret Zoph", 1 for "Zoph"."""
    return len(take_apart(written, "person").parts)


def is_syllabic(spelling: Spelling) -> bool:
    """Whether a name is written in Chinese characters without a dot between its parts, as 巴雷特·佐夫 has one."""
    return spelling.script == "han" and len(parts_of(spelling.written)) == 1


def has_own_order(spelling: Spelling) -> bool:
    """Whether names in this script put the family name first, or have fewer sounds than the name had."""
    return spelling.script in ("han", "kana", "hangul")


def takes_several_names(spelling: str, spellings: Sequence[str]) -> bool:
    """Whether a full name is spelled in a script that has one spelling for many Chinese names, as the bearer's is."""
    one = take_apart(spelling, "person")
    if one.script in ("han", "kana", "hangul") or len(one.parts) < 2:
        return False
    return any(is_syllabic(take_apart(other, "person")) for other in spellings)


def is_short_for(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether a name of one part is a part of a longer name; only within one article is that ground enough."""
    for first, second in itertools.product(short, long):
        one, other = take_apart(first, "person"), take_apart(second, "person")
        if len(one.parts) != 1 or len(other.parts) < 2:
            continue
        if one.parts[0] in other.parts:
            return True
        if one.weight >= 2 and any(set(one.skeletons[0]) & set(forms) for forms in other.skeletons):
            return True
    return False
