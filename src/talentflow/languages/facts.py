"""The words that tell facts around moves in one language: `languages/data/<code>/facts.toml`, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from talentflow.languages.checks import (
    expand_patterns,
    fail_at,
    only_known_keys,
    only_one_of,
    read_toml,
)
from talentflow.languages.loader import language_codes
from talentflow.model import FACT_TYPES, STATUSES
from talentflow.model.facts import PARTY_SORTS
from talentflow.text.fold import fold

THINGS = ("product", "model", "compute", "pay", "round", "shares", "suit", "deal", "field", "called")
TAKES = ("money", "amount", "name", "move", "org", *THINGS[:8])
SUBJECTS = ("doer", "before", "owner", "object", "thing", "mover", "field", "staff")
SIDES = ("after", "before", "any")
_FACT_KEYS = {
    "type", "forms", "takes", "side", "subject", "status", "passive", "noun", "within", "through", "who",
    "alone", "example", "near_miss",
}  # fmt: skip
_AMOUNT_KEYS = {"magnitude", "currency", "unit", "period", "vague", "figures", "link"}


@dataclass(frozen=True, slots=True)
class FactTrigger:
    """Words that tell a fact: `type` is what they tell, None where what they take says it ("launched" + a model).

    `takes` are the things of which one must stand with them, on the `side` that is said, `within` so many words;
    `subject` says who the fact is about: whoever does it, whose it is ("Meta's pay packages"), what the verb acts on
    ("invested in Quanta"), the thing itself, or whoever moves (of reasons); "before" is a doer who stands before the
    words, "staff" whoever employs the people told of, "field" labs in general. `passive` words have what they
    take before them and the doer behind; `through` are prepositions that the verb's own object has ("كشفت عن"), and
    `who` the only sorts of subject that the words are said of; `alone` reasons hold only where nobody else is named.
    The type "none" marks longer phrases in which the words of a fact tell of nothing ("is due to").
    """

    type: str | None
    takes: tuple[str, ...] = ()
    side: str | None = None
    subject: str = "doer"
    status: str = "done"
    passive: bool = False
    noun: bool = False
    within: int = 12
    through: frozenset[str] = frozenset()
    who: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class FactWords:
    """All of one language's words of facts: `phrases` by kind, as the lexicon takes them; `links` join an amount."""

    phrases: Mapping[str, tuple[tuple[str, object], ...]] = field(default_factory=dict)
    links: frozenset[str] = frozenset()


@cache
def load_facts(code: str) -> FactWords:
    """The words of facts of a language; none where its folder has no such file.

    Raises DataError, with the place and the remedy, where they break the schema.
    """
    if code not in language_codes():
        return FactWords()
    return read_facts(files("talentflow.languages") / "data" / code)


def read_facts(folder: Traversable) -> FactWords:
    """The words of facts that a folder holds."""
    where = f"languages/data/{folder.name}/facts.toml"
    data = read_toml(folder, "facts.toml")
    if not data:
        return FactWords()
    only_known_keys(where, data, {"amount", "thing", "fact"})
    amount: dict[str, Any] = data.get("amount", {})
    only_known_keys(f"{where}, amount", amount, _AMOUNT_KEYS)
    things: dict[str, Any] = data.get("thing", {})
    only_known_keys(f"{where}, thing", things, set(THINGS))
    phrases: dict[str, tuple[tuple[str, object], ...]] = {
        "fact": tuple(_triggers(where, data.get("fact", []))),
        "thing": tuple(_pairs(where, things)),
    }
    for kind in ("vague", "figures"):
        phrases[kind] = tuple((form, kind) for form in expand_patterns(f"{where}, {kind}", amount.get(kind, ())))
    for kind in ("magnitude", "currency", "unit", "period"):
        phrases[kind] = tuple(_pairs(f"{where}, {kind}", amount.get(kind, {})))
    for value in amount.get("magnitude", {}):
        if not value.replace(".", "", 1).isdecimal():
            raise fail_at(f"{where}, magnitude", f"{value!r} is no number.", 'Write "1000000" = ["million"].')
    links = frozenset(expand_patterns(f"{where}, link", amount.get("link", ())))
    return FactWords(phrases, links)


def _pairs(where: str, table: Mapping[str, Iterable[Any]]) -> Iterator[tuple[str, str]]:
    for value, patterns in table.items():
        for form in expand_patterns(f"{where}, {value!r}", patterns):
            yield form, value


def _triggers(where: str, entries: list[dict[str, Any]]) -> Iterator[tuple[str, FactTrigger]]:
    for number, entry in enumerate(entries, 1):
        place = f"{where}, fact {number}"
        only_known_keys(place, entry, _FACT_KEYS)
        takes = tuple(entry.get("takes", ()))
        for taken in takes:
            only_one_of(place, "thing taken", taken, TAKES)
        if entry.get("type") is not None:
            only_one_of(place, "type", entry["type"], (*FACT_TYPES, "none"))
        elif not set(takes) & {"product", "model", "compute", "pay", "round", "name"}:
            raise fail_at(place, "no type, and nothing taken that tells it.", f"Use one of: {', '.join(FACT_TYPES)}.")
        only_one_of(place, "subject", entry.get("subject", "doer"), SUBJECTS)
        only_one_of(place, "side", entry.get("side", "any"), SIDES)
        only_one_of(place, "status", entry.get("status", "done"), STATUSES)
        for sort in entry.get("who", ()):
            only_one_of(place, "sort of subject", sort, PARTY_SORTS)
        if not entry.get("forms"):
            raise fail_at(place, "no forms.", "List the phrases that tell this fact.")
        if not entry.get("example"):
            raise fail_at(place, "no example.", "Write a sentence of your own that shows one of its forms.")
        trigger = FactTrigger(
            type=entry.get("type"),
            takes=takes,
            side=entry.get("side"),
            subject=entry.get("subject", "doer"),
            status=entry.get("status", "done"),
            passive=entry.get("passive", False),
            noun=entry.get("noun", False),
            within=entry.get("within", 12),
            through=frozenset(map(fold, entry.get("through", ()))),
            who=tuple(entry.get("who", ())),
            alone=entry.get("alone", False),
        )
        for form in expand_patterns(place, entry["forms"]):
            yield form, trigger
