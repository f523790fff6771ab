"""Short lists of words that hold in every language, from `reader/data`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


def _listed(name: str, key: str | None = None) -> frozenset[str]:
    """The list of a file that goes by its name, or by `key`."""
    path = files("talentflow.reader") / "data" / f"{name}.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[key or name])


@cache
def acronyms() -> frozenset[str]:
    """Capitals that name no one: "GPU", "LLM", "CEO"."""
    return _listed("acronyms")


@cache
def particles() -> frozenset[str]:
    """Small words inside names in Latin letters: "de", "van", "bin"."""
    return _listed("particles")


@cache
def posting_places() -> frozenset[str]:
    """The identifiers of organizations where people post their news: "linkedin"."""
    return _listed("posting_places")


@cache
def networks() -> frozenset[str]:
    """Those of the posting places that are one beside a verb of leaving too: "said goodbye on X"."""
    return _listed("posting_places", "networks")
