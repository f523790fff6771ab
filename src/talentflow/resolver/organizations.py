"""Whether two spellings, in whatever scripts, name one organization: `same_organization`, with a score and reasons."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from talentflow.model import Organization
from talentflow.registry import Registry, load_registry
from talentflow.resolver.letters import script_of
from talentflow.resolver.parts import joined, part_of
from talentflow.resolver.people import Likeness
from talentflow.resolver.sound import heard
from talentflow.text.fold import fold

_ASIDE = re.compile(r"[(（]([^()（）]*)[)）]")
_WORDS = re.compile(r"[^\s\-‐‑–—·・,،、_/&+]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
SAME_WRITTEN, RENAMED, ACRONYM, LOOSE_ACRONYM, UNIT, UNNAMED = 0.98, 0.95, 0.8, 0.65, 0.25, 0.3
_MOST_BY_SOUND = 0.95
_LEAST_EVIDENCE = 7.0  # less, and a short name is like many
_UNLIKE = Likeness(0.0, ("the names have too little in common",))


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """A name taken apart: words without legal forms, what sorts of house they say it is, and names in brackets."""

    written: str
    words: tuple[str, ...]
    names: tuple[str, ...]
    kinds: frozenset[str]
    aside: tuple[str, ...]
    initials: str


@cache
def _data() -> Mapping[str, Any]:
    path = files("talentflow.resolver") / "data" / "organizations.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(fold(word).strip(".") for word in _data()[name].split())


@cache
def _kinds() -> Mapping[str, str]:
    return {fold(word): line.split()[0] for line in _data()["kinds"] for word in line.split()}


@lru_cache(maxsize=16384)
def organization_name(written: str) -> OrganizationName:
    """The name taken apart."""
    aside = tuple(found.strip() for found in _ASIDE.findall(written) if found.strip())
    bare = _ASIDE.sub(" ", written).strip() or written
    raw = [word.strip(".'’\"“”") for word in _WORDS.findall(bare)]
    raw = [_without_run_on_form(word) for word in raw if word]
    every = _with_joined_kinds([fold(word) for word in raw])
    kept = [word for word in every if word.strip(".") not in _set("legal_forms")] or every
    kinds = {word: _kind_of(word) for word in kept}
    names = [word for word in kept if not kinds[word]]
    said = frozenset(kind for kind in kinds.values() if kind)
    letters = [piece for word in raw for piece in _CAMEL.split(word)]
    return OrganizationName(
        written, tuple(kept), tuple(names), said, aside, "".join(fold(piece)[:1] for piece in letters)
    )


def with_kinds_in_latin(parts: Sequence[str]) -> list[str]:
    """The parts of a name, with two words that only together say what sort of house it is given by the English one."""
    out: list[str] = []
    for part in parts:
        pair = fold(out[-1]) + fold(part) if out else ""
        if pair in _kinds() and fold(out[-1]) not in _kinds() and fold(part) not in _kinds():
            out[-1] = _kinds()[pair]
        else:
            out.append(part)
    return out


def _with_joined_kinds(words: list[str]) -> list[str]:
    """The words, with those that only together say what sort of house it is made one: "هالدن | إيه آي"."""
    out: list[str] = []
    for word in words:
        if out and out[-1] + word in _kinds() and not (out[-1] in _kinds() or word in _kinds()):
            out[-1] += word
        else:
            out.append(word)
    return out


def _without_run_on_form(word: str) -> str:
    """株式会社ソニー and 阿里巴巴集团 without the legal form that is written with the name."""
    for form in sorted(_set("legal_forms"), key=len, reverse=True):
        if script_of(form) in ("han", "hangul") and len(word) > len(form) + 1:
            if word.endswith(form):
                return word[: -len(form)]
            if word.startswith(form):
                return word[len(form) :]
    return word


def _kind_of(word: str) -> str:
    found = _kinds().get(word, "")
    if not found and word.startswith("ال"):
        found = _kinds().get(word[2:], "")
    return found


def same_organization(one: str, other: str, registry: Registry | None = None) -> Likeness:
    """How likely two spellings name one organization: 0 to 1, from 0.5 on more likely one than not.

    A unit is not its parent, and says so. Names that a house had one after the other are one house's. The registry
    (the one that comes with the package, unless another is given) has the first word.

    >>> same_organization("Twitter", "X").reasons
    ('“Twitter” has been called “X” since 2023-07-24',)
    >>> same_organization("Microsoft", "مايكروسوفت").is_same
    True
    """
    first, second = organization_name(one), organization_name(other)
    found = _written_alike(first, second) or _by_registry(one, other, registry or load_registry())
    found = found or _renamed(one, other) or _unnamed(first, second) or _in_brackets(first, second)
    found = found or _acronym(first, second) or _unit(first, second) or _by_sound(first, second)
    return found or _UNLIKE


def _written_alike(one: OrganizationName, other: OrganizationName) -> Likeness | None:
    if fold(one.written) == fold(other.written):
        return Likeness(1.0, ("both are written the same",))
    if "".join(one.words) == "".join(other.words):
        return Likeness(SAME_WRITTEN, ("they are the same but for spacing or legal form",))
    return None


def _known(written: str, registry: Registry) -> tuple[Organization, ...]:
    bare = _ASIDE.sub(" ", written).strip()
    name = organization_name(written)
    return (
        registry.find_organizations(written)
        or registry.find_organizations(bare)
        or (registry.find_organizations(" ".join(name.words)))
    )


def _by_registry(one: str, other: str, registry: Registry) -> Likeness | None:
    first, second = _known(one, registry), _known(other, registry)
    shared = [left for left in first for right in second if left.id == right.id]
    if shared:
        renamed = _renamed(one, other)
        return renamed or Likeness(1.0, (f"the registry knows both as “{shared[0].name}”",))
    for unit, house, written, above in ((first, second, one, other), (second, first, other, one)):
        for organization in unit:
            if {found.id for found in registry.ancestors(organization)} & {found.id for found in house}:
                renamed = _renamed(one, other)
                return renamed or Likeness(UNIT, (f"“{written}” is a part of “{above}”, not the same",))
    if first and second:
        return Likeness(0.0, (f"the registry knows them as “{first[0].name}” and “{second[0].name}”",))
    return None


def _renamed(one: str, other: str) -> Likeness | None:
    for change in _data()["renamed"]:
        old, new = ({fold(spelling) for spelling in change[side]} for side in ("old", "new"))
        for before, after in ((one, other), (other, one)):
            names = {fold(before), " ".join(organization_name(before).words)}
            if names & old and {fold(after), " ".join(organization_name(after).words)} & new:
                return Likeness(RENAMED, (f"“{before}” has been called “{after}” since {change['on']}",))
    return None


def _unnamed(one: OrganizationName, other: OrganizationName) -> Likeness | None:
    nameless = [name for name in (one, other) if all(word in _set("unnamed") for word in name.words)]
    if nameless:
        said = f"“{nameless[0].written}” gives no name: only what is told of it can say which house it became"
        return Likeness(UNNAMED, (said,))
    return None


def _in_brackets(one: OrganizationName, other: OrganizationName) -> Likeness | None:
    for name, another in ((one, other), (other, one)):
        for aside in name.aside:
            if "".join(organization_name(aside).words) == "".join(another.words):
                return Likeness(SAME_WRITTEN, (f"“{name.written}” gives “{another.written}” as its other name",))
    return None


def _acronym(one: OrganizationName, other: OrganizationName) -> Likeness | None:
    for short, long in ((one, other), (other, one)):
        letters = short.words[0] if len(short.words) == 1 else ""
        if not 2 <= len(letters) <= 6 or len(long.words) < 2 or script_of(letters) != script_of(long.words[0]):
            continue
        if not short.written.replace(".", "").isupper() and script_of(letters) == "latin":
            continue
        if letters == long.initials or letters == "".join(word[0] for word in long.words):
            return Likeness(ACRONYM, (f"“{short.written}” is the initials of “{long.written}”",))
        if _is_spelled_by(letters, long.words):
            return Likeness(LOOSE_ACRONYM, (f"“{short.written}” can be made of the letters of “{long.written}”",))
    return None


def _is_spelled_by(letters: str, words: tuple[str, ...]) -> bool:
    """Whether every word gives its first letter, in order, and the other letters stand within the words: SSI."""
    rest = letters
    for word in words:
        if not rest or word[0] != rest[0]:
            return False
        rest = rest[1:]
        following = words[words.index(word) + 1][0] if word != words[-1] else ""
        place = 0
        while rest and rest[0] != following:
            place = word.find(rest[0], place + 1)
            if place < 0:
                return False
            rest = rest[1:]
    return not rest


def _unit(one: OrganizationName, other: OrganizationName) -> Likeness | None:
    for house, unit in ((one, other), (other, one)):
        more = unit.words[len(house.words) :]
        if more and unit.words[: len(house.words)] == house.words and all(word in _set("units") for word in more):
            return Likeness(UNIT, (f"“{unit.written}” is a part of “{house.written}”, not the same",))
    return None


def _by_sound(one: OrganizationName, other: OrganizationName) -> Likeness | None:
    """A name in another script: the words that say its sort are translated, the others sound alike."""
    left, right = one.names or one.words, other.names or other.words
    first, second = script_of("".join(left)), script_of("".join(right))
    if first == second or (one.kinds != other.kinds and one.kinds and other.kinds):
        return None
    if "latin" not in (first, second):
        return None
    if first == "latin":
        left, right, first = right, left, second
    source, target = part_of(left[0], first), part_of(right[0], "latin")
    for word in left[1:]:
        source = joined(source, part_of(word, first))
    for word in right[1:]:
        target = joined(target, part_of(word, "latin"))
    hit = heard(source, target)
    if hit is None or hit.evidence < _LEAST_EVIDENCE or hit.excess > 1.6:
        return None
    score = min(_MOST_BY_SOUND, 0.5 + (hit.evidence - _LEAST_EVIDENCE) / 16 + max(0.0, 0.8 - hit.excess) / 8)
    translated = f", and “{min(one.kinds & other.kinds)}” is translated" if one.kinds & other.kinds else ""
    if one.kinds != other.kinds:
        score *= 0.85
    return Likeness(round(score, 3), (f"“{one.written}” sounds like “{other.written}”{translated}",))
