"""The ledger as FollowTheMoney entities, one a line: for Aleph and the tools of investigative desks.

What is done becomes an `Employment` that begins or ends; everything else (rumours, plans, denials, offers) an
`UnknownLink` whose role says its status first, so that no tool can take it for a fact.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, TextIO

from talentflow.exports.parties import each_party
from talentflow.exports.rows import called, shown, web_address
from talentflow.exports.wording import in_words
from talentflow.text.visible import json_text

FORMAT = "ftm"
SUMMARY = "FollowTheMoney entities, one a line: people, organizations, employments, articles"

_DATASET = "talentflow"
# Characters that the format's own library takes; longer values it turns away.
_LONGEST = {"name": 384, "weakAlias": 384, "summary": 10_000, "notes": 10_000, "description": 10_000}
_LONGEST_USUAL = 1_000
_EMPLOYED = ("move", "leave", "join", "found", "change")  # the kinds that begin or end a job


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the entities; the first is a document that says where they come from and what may be done with them."""
    for entity in _entities(ledger):
        file.write(json_text(entity) + "\n")


def _entities(ledger: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    about = ledger.get("about")
    if about is not None:
        yield _entity(
            _key("about"), "Document", title=[about["title"]], generator=[about["made_by"]],
            date=[about["made_at"][:10]], summary=[about["method"]], notes=[about["licence"]],
        )  # fmt: skip
    for article in ledger["articles"]:
        yield _entity(
            _key("article", article["id"]), "Article", title=[article.get("title") or article["id"]],
            publishedAt=[article.get("published")], sourceUrl=[web_address(article.get("url"))],
            publisher=[article.get("publisher")],
        )  # fmt: skip
    for party in each_party(ledger):
        yield _party(party)
    for number, move in enumerate(ledger["moves"]):
        yield from _links(move, str(move.get("id") or number))


def _party(entity: Mapping[str, Any]) -> Mapping[str, Any]:
    """A person or an organization; without a name it goes by what an article calls it."""
    mentions = [row["mention"] for row in entity.get("mentions") or ()]
    name = called(entity) or next(iter(mentions), None) or entity["id"]
    schema = "Person" if entity.get("type") == "person" else "Organization"
    return _entity(_key("entity", entity["id"]), schema, name=[name], weakAlias=sorted({*mentions} - {name}))


def _links(move: Mapping[str, Any], identity: str) -> Iterator[Mapping[str, Any]]:
    """What a move makes of jobs: one that ends, one that begins; or a link that says what is only said."""
    origin, goal, person = move.get("from"), move.get("to"), _key("entity", move["person"]["id"])
    status, kind = str(move.get("status")), str(move.get("kind"))
    told = _told(move, identity)
    if status != "done" or kind not in _EMPLOYED:
        for end, party in (("from", origin), ("to", goal)):
            if party is not None:
                yield _entity(
                    _key(end, identity), "UnknownLink", subject=[person], object=[_key("entity", party["id"])],
                    role=[f"{status}: {kind}"], date=[move.get("date")], **told,
                )  # fmt: skip
        return
    if kind == "change":
        origin, goal = None, goal or origin
    for end, party, role, day in (
        ("from", origin, move.get("role_from"), "endDate"),
        ("to", goal, move.get("role_to"), "startDate"),
    ):
        if party is not None:
            yield _entity(
                _key(end, identity), "Employment", employee=[person], employer=[_key("entity", party["id"])],
                role=[role], **{day: [move.get("date")]}, **told,
            )  # fmt: skip


def _told(move: Mapping[str, Any], identity: str) -> dict[str, list[Any]]:
    evidence = move.get("evidence") or ()
    return {
        "status": [move.get("status")],
        "summary": [in_words(move)],
        "description": [item.get("quote") for item in evidence],
        "recordId": [identity],
        "proof": [_key("article", article) for article in move.get("articles") or ()],
        "publisher": [item.get("publisher") for item in evidence],
        "sourceUrl": [web_address(item.get("url")) for item in evidence],
    }


def _entity(key: str, schema: str, **properties: list[Any]) -> Mapping[str, Any]:
    said = {
        name: list(dict.fromkeys(shown(str(value)).strip()[: _longest(name)] for value in values if value))
        for name, values in properties.items()
    }
    return {
        "id": key,
        "schema": schema,
        "properties": {name: values for name, values in said.items() if any(values)},
        "datasets": [_DATASET],
    }


def _longest(name: str) -> int:
    return _LONGEST.get(name, _LONGEST_USUAL)


def _key(sort: str, identity: str = "") -> str:
    """An id in the few letters that FollowTheMoney takes, the same in every export."""
    digest = blake2b(f"{sort}\0{identity}".encode("utf-8", "replace"), digest_size=12).hexdigest()
    return f"talentflow-{sort}-{digest}"
