"""Ids of entities that no registry lists: made of the name, so that they are the same everywhere."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from anyascii import anyascii

_PREFIX = {"person": "p", "organization": "o"}


def entity_id(sort: str, key: str, spellings: Iterable[str]) -> str:
    """The id of the entity whose smallest name has this key: "p-barret-zoph-3f2a91"."""
    latin = min(spellings, key=lambda name: (not name.isascii(), name), default="")
    slug = re.sub(r"[^a-z0-9]+", "-", anyascii(latin).lower()).strip("-")[:40] or "unnamed"
    return f"{_PREFIX.get(sort, 'e')}-{slug}-{_digest(key)}"


def unnamed_id(person: str, story: str) -> str:
    """The id of what a person founds or joins that has no name yet: one a person and story."""
    return f"o-unnamed-{_digest(person + chr(0) + story)}"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=4).hexdigest()
