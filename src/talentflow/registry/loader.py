"""Loads the registry: from the generated file where that is fresh, else from the TOML files themselves.

TOML takes about a second to parse, and every command would pay it. So `data/registry.json` is generated from the
files (`python -m talentflow.registry`), and carries a digest of them: after an edit the slow way is taken until
it is built again, and a test says that it must be.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from talentflow.model.entities import Organization, Person
from talentflow.registry.records import Place, Product, Registry
from talentflow.registry.schema import SourceData, read_source

DATA = Path(__file__).parent / "data"
GENERATED = "registry.json"
_NOTICE = "Generated from the TOML files beside it by `python -m talentflow.registry`: do not edit."


@cache
def load_registry(folder: Path = DATA) -> Registry:
    """The registry of a data folder, read once in a process.

    Raises DataError, naming file and entry, where the data breaks its schema.
    """
    with no_collection():
        return _load(folder)


def _load(folder: Path) -> Registry:
    compiled = _read_generated(folder)
    if compiled is None:
        # Two entries that claim one spelling are for the check to refuse; here both are found, which harms nothing.
        compiled = compile_source(read_source(folder, may_share=True), digest_of(folder))
    return _registry_of(compiled)


@contextmanager
def no_collection() -> Iterator[None]:
    """Spares the search for garbage: where a hundred thousand lasting objects are made it takes half of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def digest_of(folder: Path) -> str:
    """A digest of all source files' names and bytes; equal digests mean equal data."""
    digest = hashlib.blake2b(digest_size=16)
    for path in source_files(folder):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(b"\0")
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
        digest.update(b"\0")
    return digest.hexdigest()


def source_files(folder: Path) -> list[Path]:
    """The TOML files of a data folder, in the order in which they are read."""
    return sorted(folder.rglob("*.toml"))


def write_generated(folder: Path = DATA) -> Path:
    """Build the generated file anew, after checking the data; gives its path."""
    compiled = compile_source(read_source(folder), digest_of(folder))
    path = folder / GENERATED
    path.write_text(dump(compiled), encoding="utf-8", newline="\n")
    return path


def is_fresh(folder: Path = DATA) -> bool:
    """Whether the generated file was built from the files as they are now."""
    return _read_generated(folder) is not None


def compile_source(source: SourceData, digest: str) -> dict[str, Any]:
    """The JSON form of checked data: one row an entity, and every search key with the ids that it leads to."""
    compiled: dict[str, Any] = {
        "notice": _NOTICE,
        "digest": digest,
        "name_lists": {
            table: {code: sorted(names) for code, names in sorted(lists.items())}
            for table, lists in sorted(source.name_lists.items())
        },
        "ambiguous": sorted(source.ambiguous),
    }
    for kind, entries in source.entries.items():
        compiled[kind] = [entry.row() for entry in entries]
        keys: dict[str, list[str]] = {}
        for entry in entries:
            for key in entry.search_keys:
                keys.setdefault(key, []).append(entry.id)
        compiled[f"{kind}_keys"] = {key: " ".join(ids) for key, ids in sorted(keys.items())}
    return compiled


def dump(compiled: dict[str, Any]) -> str:
    """The generated file's characters: one entity a line, so that a change shows as a change of its line."""
    lines = []
    for name, value in compiled.items():
        if isinstance(value, list) and value and isinstance(value[0], list):
            rows = ",\n".join(_json(row) for row in value)
            lines.append(f"{_json(name)}: [\n{rows}\n]")
        else:
            lines.append(f"{_json(name)}: {_json(value)}")
    return "{" + ",\n".join(lines) + "}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _read_generated(folder: Path) -> dict[str, Any] | None:
    try:
        compiled = json.loads((folder / GENERATED).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return compiled if isinstance(compiled, dict) and compiled.get("digest") == digest_of(folder) else None


def _names(names: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(spellings) for code, spellings in names.items()}


def _keys(keys: dict[str, str]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(ids.split(" ")) for key, ids in keys.items()}


def _registry_of(compiled: dict[str, Any]) -> Registry:
    organizations: Iterable[Any] = compiled["organization"]
    return Registry(
        organizations={
            row[0]: Organization(
                row[0], row[1], _names(row[2]), row[3], row[4], row[5], row[6], row[7], frozenset(row[8])
            )
            for row in organizations
        },
        people={row[0]: Person(row[0], row[1], _names(row[2]), row[3]) for row in compiled["person"]},
        products={row[0]: Product(row[0], row[1], _names(row[2]), row[3]) for row in compiled["product"]},
        places={row[0]: Place(row[0], row[1], _names(row[2]), row[3], row[4]) for row in compiled["place"]},
        name_lists={
            table: {code: frozenset(names) for code, names in lists.items()}
            for table, lists in compiled["name_lists"].items()
        },
        organization_keys=_keys(compiled["organization_keys"]),
        person_keys=_keys(compiled["person_keys"]),
        product_keys=_keys(compiled["product_keys"]),
        place_keys=_keys(compiled["place_keys"]),
        ambiguous=frozenset(compiled["ambiguous"]),
    )
