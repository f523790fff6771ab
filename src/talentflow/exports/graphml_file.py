"""The moves as a graph for Gephi, NetworkX and their like: one edge a move, from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from talentflow.exports.needed import needed
from talentflow.exports.rows import called, shown, value_of
from talentflow.exports.wording import in_words

FORMAT = "graphml"
SUMMARY = "a graph: people and organizations, and an edge for each move"
IS_BINARY = True

_TEXTS = ("kind", "status", "how", "role_from", "role_to", "date", "known_on", "languages", "sources", "quote")


def write(ledger: Mapping[str, Any], file: BinaryIO) -> None:
    """Write the graph.

    A move leads from the employer left to the one joined. Where an article tells only one of them, the person stands
    at the other end, so that every move is an edge and nothing is guessed.
    """
    networkx = needed("networkx", format=FORMAT)
    graph = networkx.MultiDiGraph(**{key: _value(value) for key, value in (ledger.get("about") or {}).items()})
    types = {entity["id"]: entity.get("type") for entity in ledger["entities"]}
    for number, move in enumerate(ledger["moves"]):
        person, origin, goal = move["person"], move.get("from"), move.get("to")
        for party, usual in ((person, "person"), (origin, "organization"), (goal, "organization")):
            if party is not None:
                node = _value(party["id"])
                label = _value(called(party) or party["id"])
                graph.add_node(node, label=label, type=types.get(party["id"]) or usual)
        if move.get("kind") == "change":
            origin = goal = goal or origin
        ends = [_value((party or person)["id"]) for party in (origin, goal)]
        graph.add_edge(*ends, key=_value(move.get("id") or f"move-{number}"), **dict(_told(move)))
    networkx.write_graphml(graph, file, edge_id_from_attribute=None)


def _told(move: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "label", in_words(move)
    yield "person", _value(move["person"]["id"])
    for column in _TEXTS:
        value = value_of(move, column)
        if value is not None:
            yield column, _value(value)
    yield "origins", int(move.get("origins") or 0)
    yield "confidence", float(move.get("confidence") or 0.0)


def _value(value: Any) -> str:
    """The value as text that XML can hold."""
    if isinstance(value, list):
        return "; ".join(map(_value, value))
    return "" if value is None else shown(str(value))
