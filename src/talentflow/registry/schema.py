"""The schema of the registry's TOML files: reads them, checks them, and says where, what, and what to do.

[[organization]]  id, name, names.<lang>, described.<lang>, sort, country, parent, unit,     organizations/*.toml
                  founded, ambiguous
[[person]]        id, name, names.<lang>, known_for, ambiguous                               people/*.toml
[given_names] and the like (NAME_TABLES)  <origin or script> = [...]                         names/*.toml
[[product]]       id, name, names.<lang>, owner, ambiguous                                   products.toml
[[place]]         id, name, names.<lang>, sort, country, ambiguous                           places.toml
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from talentflow.model.errors import DataError
from talentflow.registry.spellings import MOST, expand, spell_out
from talentflow.text.fold import search_key

# fmt: off
KEYS: dict[str, frozenset[str]] = {
    "organization": frozenset({
        "id", "name", "names", "described", "sort", "country", "parent", "unit", "founded", "ambiguous",
    }),
    "person": frozenset({"id", "name", "names", "known_for", "ambiguous"}),
    "product": frozenset({"id", "name", "names", "owner", "ambiguous"}),
    "place": frozenset({"id", "name", "names", "sort", "country", "ambiguous"}),
}
# fmt: on
# What names are made of: word lists by origin, language or script.
NAME_TABLES = ("given_names", "family_names", "family_prefixes", "particles", "titles", "suffixes", "syllables")
# fmt: off
SORTS: dict[str, frozenset[str]] = {
    "organization": frozenset({
        "ai lab", "startup", "company", "big tech", "chip maker", "cloud", "robotics", "automotive", "telecom", "bank",
        "consultancy", "fund", "energy", "airline", "health", "university", "research institute", "nonprofit",
        "public body", "media", "sport", "unit",
    }),
    "place": frozenset({"country", "state", "region", "city"}),
}
# fmt: on
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_INSIDE_WORD = re.compile(r"\w\([^()]*\)|\([^()]*\)\w")
_LANG = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?")
# In these languages a spelling without one letter of the script is a slip of the hand.
_SCRIPTS = {"ar": "ARABIC", "fa": "ARABIC", "ko": "HANGUL", "ru": "CYRILLIC", "uk": "CYRILLIC", "he": "HEBREW"}


@dataclass(frozen=True)
class Entry:
    """One entry of a file, as read, and where it stands, for messages."""

    kind: str
    values: dict[str, Any]
    where: str

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.values["id"])

    @cached_property
    def names(self) -> dict[str, list[str]]:
        """All spellings by language, descriptions last; the usual name stands first under "en"."""
        names = {code: spell_out(spellings, code) for code, spellings in self.values.get("names", {}).items()}
        for code, spellings in self.values.get("described", {}).items():
            names.setdefault(code, []).extend(spell_out(spellings, code))
        first = names.setdefault("en", [])
        if self.values["name"] in first:
            first.remove(self.values["name"])
        first.insert(0, self.values["name"])
        return names

    @property
    def described(self) -> list[str]:
        """Those of the spellings that only say who is meant."""
        given = self.values.get("described", {})
        return sorted({whole for code, spellings in given.items() for whole in spell_out(spellings, code)})

    @cached_property
    def search_keys(self) -> dict[str, str]:
        """The search keys of its spellings, each with a spelling that gives it."""
        keys: dict[str, str] = {}
        for spellings in self.names.values():
            for spelling in spellings:
                keys.setdefault(search_key(spelling), spelling)
        return keys

    @cached_property
    def ambiguous_keys(self) -> set[str]:
        """The search keys of the spellings that need context."""
        return {search_key(whole) for spelling in self.values.get("ambiguous", []) for whole in expand(spelling)}

    def row(self) -> list[Any]:
        """The compact form for the generated file."""
        values = self.values
        extra: dict[str, list[Any]] = {
            "organization": [
                values.get("sort", "company"),
                values.get("country"),
                values.get("parent"),
                values.get("unit", False),
                values.get("founded"),
                self.described,
            ],
            "person": [values.get("known_for", "")],
            "product": [values.get("owner")],
            "place": [values.get("sort", "city"), values.get("country")],
        }
        return [self.id, values["name"], self.names, *extra[self.kind]]


@dataclass(frozen=True, slots=True)
class SourceData:
    """Checked data: entries by kind in the order of the files, word lists of names, keys that need context."""

    entries: dict[str, list[Entry]] = field(default_factory=dict)
    name_lists: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    @property
    def ambiguous(self) -> set[str]:
        """The search keys of all spellings that need context."""
        return {key for entries in self.entries.values() for entry in entries for key in entry.ambiguous_keys}


def read_source(folder: Path, *, may_share: bool = False) -> SourceData:
    """All TOML files of a folder, checked; with `may_share` a spelling that two entries claim is no problem.

    Raises DataError with every problem found, one a line.
    """
    source = SourceData(entries={kind: [] for kind in KEYS})
    problems: list[str] = []
    for path in sorted(folder.rglob("*.toml")):
        problems += _read_file(path, f"registry/data/{path.relative_to(folder).as_posix()}", source)
    if not problems:
        problems = _check_together(source) + ([] if may_share else _check_claims(source))
    if problems:
        raise DataError("\n".join(problems))
    return source


def _read_file(path: Path, shown: str, source: SourceData) -> list[str]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        return [f"{shown}: no valid TOML ({error}): mend the line."]
    problems: list[str] = []
    for table, content in data.items():
        if table in NAME_TABLES:
            problems += _read_name_lists(table, content, shown, source)
        elif table in KEYS and isinstance(content, list):
            for number, values in enumerate(content, start=1):
                label = f" ({values['id']})" if isinstance(values.get("id"), str) else ""
                entry = Entry(table, values, f"{shown}, {table} {number}{label}")
                found = check_entry(entry)
                problems += found
                if not found:
                    source.entries[table].append(entry)
        else:
            known = ", ".join(f"[[{kind}]]" for kind in KEYS)
            lists = ", ".join(f"[{name}]" for name in NAME_TABLES)
            problems.append(f"{shown}: unknown table {table!r}: use one of {known}, {lists}.")
    return problems


def _read_name_lists(table: str, content: object, shown: str, source: SourceData) -> list[str]:
    if not isinstance(content, dict):
        return [f"{shown}, {table}: not a table: write [{table}] and a list for each origin or language."]
    problems = []
    for code, names in content.items():
        problems += _check_spellings(names, f"{shown}, {table} {code}")
        if _is_text_list(names):
            source.name_lists.setdefault(table, {}).setdefault(code, set()).update(names)
    return problems


def check_entry(entry: Entry) -> list[str]:
    """What is wrong with one entry by itself, one clear line each."""
    values, where = entry.values, entry.where
    problems = [
        f"{where}: unknown key {key!r}: use one of {', '.join(sorted(KEYS[entry.kind]))}."
        for key in values
        if key not in KEYS[entry.kind]
    ]
    if not isinstance(values.get("id"), str) or not _ID.fullmatch(values["id"]):
        problems.append(f"{where}: id {values.get('id')!r}: give one of small letters, digits and single hyphens.")
    if not isinstance(values.get("name"), str) or not search_key(values["name"]):
        problems.append(f"{where}: no name: give the usual Latin-script name.")
    problems += [
        f"{where}: {key} is no text: put it in quotation marks."
        for key in ("sort", "country", "parent", "owner", "known_for")
        if not isinstance(values.get(key, ""), str)
    ]
    if not isinstance(values.get("unit", False), bool):
        problems.append(f"{where}: unit is neither true nor false: write unit = true or leave it out.")
    if values.get("unit") and not values.get("parent"):
        problems.append(f"{where}: a unit without a parent: name the employer that it is written as.")
    sorts = SORTS.get(entry.kind)
    if sorts is not None and values.get("sort") not in sorts:
        problems.append(f"{where}: unknown sort {values.get('sort')!r}: use one of {', '.join(sorted(sorts))}.")
    country = values.get("country")
    if isinstance(country, str) and not re.fullmatch(r"[A-Z]{2}", country):
        problems.append(f"{where}: country {country!r}: give the two capital letters of ISO 3166.")
    founded = values.get("founded")
    if founded is not None and not (isinstance(founded, int) and _FIRST_YEAR <= founded <= _LAST_YEAR):
        problems.append(f"{where}: founded {founded!r}: give a year such as 2015, without quotation marks.")
    return problems or _check_names(entry)


def _check_names(entry: Entry) -> list[str]:
    where = entry.where
    problems = []
    for table in ("names", "described"):
        names = entry.values.get(table, {})
        if not isinstance(names, dict):
            return [f'{where}: {table} is no table: write {table}.ar = ["..."].']
        for code, spellings in names.items():
            if not _LANG.fullmatch(code):
                problems.append(f"{where}: {table}.{code}: give a language code such as en, ar or zh.")
            problems += _check_spellings(spellings, f"{where}, {table}.{code}", _SCRIPTS.get(code))
    ambiguous = entry.values.get("ambiguous", [])
    problems += _check_spellings(ambiguous, f"{where}, ambiguous")
    if not problems:
        keys = entry.search_keys
        problems += [
            f"{where}: ambiguous {spelling!r} is none of its spellings: add it to names, or take it out here."
            for spelling in ambiguous
            for whole in expand(spelling)
            if search_key(whole) not in keys
        ]
    return problems


def _is_text_list(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _check_spellings(spellings: object, where: str, script: str | None = None) -> list[str]:
    if not isinstance(spellings, list) or not _is_text_list(spellings):
        return [f'{where}: not a list of texts: write ["...", "..."].']
    problems = []
    for spelling in spellings:
        if not search_key(spelling) or spelling != spelling.strip():
            problems.append(f"{where}: {spelling!r} is empty or has space around it: mend it or take it out.")
        elif any(unicodedata.category(character) in ("Cf", "Cc") for character in spelling):
            problems.append(f"{where}: {spelling!r} holds an invisible character: type it again.")
        elif spelling.count("(") != spelling.count(")"):
            problems.append(f"{where}: {spelling!r} has a bracket without its other half: mend it.")
        elif any(_INSIDE_WORD.search(whole) for whole in expand(spelling)):
            problems.append(f"{where}: {spelling!r} has a bracket without a choice inside a word: write (a|b) or none.")
        elif len(expand(spelling)) > MOST:
            problems.append(f"{where}: {spelling!r} stands for more than {MOST} spellings: write it as several.")
        elif script and not any(unicodedata.name(character, "").startswith(script) for character in spelling):
            problems.append(f"{where}: {spelling!r} has no {script.title()} letter: move it to its language.")
    problems += [
        f"{where}: {spelling!r} stands twice: keep one."
        for position, spelling in enumerate(spellings)
        if spelling in spellings[:position]
    ]
    return problems


def _check_together(source: SourceData) -> list[str]:
    """What is wrong between entries: ids given twice, parents and owners that do not exist."""
    problems: list[str] = []
    ids: dict[tuple[str, str], Entry] = {}
    for entries in source.entries.values():
        for entry in entries:
            other = ids.setdefault((entry.kind, entry.id), entry)
            if other is not entry:
                problems.append(f"{entry.where}: the id stands at {other.where} too: choose another or merge them.")
    for entry in (*source.entries["organization"], *source.entries["product"]):
        problems += _check_reference(entry, ids)
    return problems


def _check_reference(entry: Entry, ids: dict[tuple[str, str], Entry]) -> list[str]:
    key = "parent" if entry.kind == "organization" else "owner"
    seen = {entry.id} if entry.kind == "organization" else set()
    target = entry.values.get(key)
    while target is not None:
        found = ids.get(("organization", target))
        if found is None:
            return [f"{entry.where}: {key} {target!r} does not exist: add that organization or correct the id."]
        if target in seen:
            return [f"{entry.where}: {key} {target!r} leads back to itself: break the circle."]
        seen.add(target)
        target = found.values.get("parent")
    return []


def _check_claims(source: SourceData) -> list[str]:
    """Spellings that two entries claim without saying so.

    Namesakes are real ("Wei Zhang", "Cambridge"): where every claimant lists the spelling as ambiguous it may stand.
    Places need not list theirs: the other side does.
    """
    claims: dict[str, list[Entry]] = {}
    for entries in source.entries.values():
        for entry in entries:
            for key in entry.search_keys:
                claims.setdefault(key, []).append(entry)
    problems = []
    for key, claimants in claims.items():
        if len(claimants) < 2:
            continue
        silent = [entry for entry in claimants if entry.kind != "place" and key not in entry.ambiguous_keys]
        for entry in silent:
            others = ", ".join(other.where for other in claimants if other is not entry)
            problems.append(
                f"{entry.where}: {entry.search_keys[key]!r} is claimed by {others} too: take it from one of them, "
                "or list it under ambiguous in each."
            )
    return problems
