"""From pairwise links to entities, the same in whatever order names and links arrive."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two names that are held to be one entity's, with how sure that is and why."""

    one: str
    other: str
    score: float
    reason: str
    certain: bool = False


def cluster(
    names: Iterable[str],
    links: Iterable[Link],
    listed: Mapping[str, str],
    conflict: Callable[[str, str], bool] = lambda one, other: False,
    apart: Collection[frozenset[str]] = (),
) -> dict[str, str]:
    """Which cluster each name belongs to, named by the smallest of its members.

    The surest links join first. Names that a registry lists under different ids (`listed`), and names that
    `conflict`, are never joined, neither directly nor by way of a third: the weaker link gives way. A link that is
    `certain` joins before all others and whatever `conflict` says; pairs in `apart` are never joined at all.
    """
    parent = {name: name for name in sorted(names)}
    identity: dict[str, str | None] = {name: listed.get(name) for name in parent}
    members = {name: [name] for name in parent}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def join(one: str, other: str, *, certain: bool = False) -> None:
        first, second = sorted((root(one), root(other)))
        if first == second:
            return
        known, new = identity[first], identity[second]
        if known is not None and new is not None and known != new:
            return
        pairs = [(a, b) for a in members[first] for b in members[second]]
        if apart and any(frozenset(pair) in apart for pair in pairs):
            return
        if not certain and (known is None or new is None) and any(conflict(a, b) for a, b in pairs):
            return
        parent[second] = first
        members[first] += members.pop(second)
        identity[first] = known if known is not None else new

    by_identity: dict[str, str] = {}
    for name in parent:
        found = identity[name]
        if found is not None:
            join(by_identity.setdefault(found, name), name)
    for link in sorted(links, key=lambda link: (not link.certain, -link.score, link.one, link.other)):
        if link.one in parent and link.other in parent:
            join(link.one, link.other, certain=link.certain)
    return {name: root(name) for name in parent}
