"""The ledger as linked data: schema.org for what is told, PROV-O for where it comes from, quotes as Web Annotations.

A move is a `schema:Claim`, never a bare statement: its status is a word on it, and the action that it is about is
completed, potential or failed accordingly. The context is written out, so that nothing is fetched to read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from talentflow.exports.parties import each_party
from talentflow.exports.rows import called, proper, web_address
from talentflow.exports.wording import in_words
from talentflow.text.visible import json_text

FORMAT = "jsonld"
SUMMARY = "linked data: schema.org and PROV-O, a claim for each move with its quotes and articles"

CONTEXT = {
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_BASE = "urn:talentflow:"
_SOFTWARE, _RUN, _DATASET = f"{_BASE}software", f"{_BASE}export", f"{_BASE}dataset"
_ACTION_STATUS = {
    "done": "CompletedActionStatus",
    "planned": "PotentialActionStatus",
    "rumored": "PotentialActionStatus",
    "denied": "FailedActionStatus",
    "declined": "FailedActionStatus",
}
_DATE_TYPES = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")

Node = dict[str, Any]


def write(ledger: Mapping[str, Any], file: TextIO) -> None:
    """Write the graph, one node a line."""
    file.write(f'{{"@context": {json_text(CONTEXT)},\n"@graph": [\n')
    for number, node in enumerate(_nodes(ledger)):
        file.write((",\n" if number else "") + json_text(proper({key: value for key, value in node.items() if value})))
    file.write("\n]}\n")


def _nodes(ledger: Mapping[str, Any]) -> Iterator[Node]:
    about = ledger.get("about")
    if about is not None:
        yield from _origin(about)
    for article in ledger["articles"]:
        yield _article(article)
    for party in each_party(ledger):
        yield _entity(party)
    for number, move in enumerate(ledger["moves"]):
        yield from _claim(move, str(move.get("id") or number), has_origin=about is not None)


def _origin(about: Mapping[str, Any]) -> Iterator[Node]:
    """The data set as a whole, the run that made it and the program that ran."""
    made_at = {"@type": "xsd:dateTime", "@value": about["made_at"]}
    yield {
        "@id": _SOFTWARE,
        "@type": ["prov:SoftwareAgent", "schema:SoftwareApplication"],
        "schema:name": about["made_by"],
    }
    yield {
        "@id": _RUN,
        "@type": "prov:Activity",
        "prov:endedAtTime": made_at,
        "prov:wasAssociatedWith": {"@id": _SOFTWARE},
    }
    yield {
        "@id": _DATASET,
        "@type": ["schema:Dataset", "prov:Entity"],
        "schema:name": about["title"],
        "schema:description": about["method"],
        "schema:usageInfo": {"@type": "schema:CreativeWork", "schema:text": about["licence"]},
        "schema:dateCreated": made_at,
        "schema:temporalCoverage": f"../{about['as_of']}" if about.get("as_of") else None,
        "schema:creator": {"@id": _SOFTWARE},
        "prov:wasGeneratedBy": {"@id": _RUN},
        "prov:wasAttributedTo": {"@id": _SOFTWARE},
    }


def _article(article: Mapping[str, Any]) -> Node:
    publisher = article.get("publisher")
    address = web_address(article.get("url"))
    return {
        "@id": _id("article", article["id"]),
        "@type": ["schema:NewsArticle", "prov:Entity"],
        "schema:identifier": article["id"],
        "schema:headline": _said(article.get("title"), article.get("language")),
        "schema:inLanguage": article.get("language"),
        "schema:datePublished": _date(article.get("published")),
        "schema:publisher": {"@type": "schema:Organization", "schema:name": publisher} if publisher else None,
        "schema:url": {"@id": address} if address else None,
    }


def _entity(entity: Mapping[str, Any]) -> Node:
    is_person = entity.get("type") == "person"
    name = called(entity)
    spellings = sorted({row["mention"] for row in entity.get("mentions") or ()} - {name})
    return {
        "@id": _id("entity", entity["id"]),
        "@type": ["schema:Person" if is_person else "schema:Organization", "prov:Entity"],
        "schema:identifier": entity["id"],
        "schema:name": name,
        "schema:alternateName": spellings,
    }


def _claim(move: Mapping[str, Any], identity: str, *, has_origin: bool) -> Iterator[Node]:
    claim = _id("move", identity)
    articles = [{"@id": _id("article", article)} for article in move.get("articles") or ()]
    history = move.get("history") or ()
    quotes = [_quote(item, f"{claim}:quote:{number}") for number, item in enumerate(move.get("evidence") or ())]
    yield {
        "@id": claim,
        "@type": ["schema:Claim", "prov:Entity"],
        "schema:identifier": identity,
        "schema:text": in_words(move),
        "schema:creativeWorkStatus": move.get("status"),
        "schema:temporalCoverage": move.get("date"),
        "schema:about": [_action(move, sort, end) for sort, end in _actions(move)],
        "schema:appearance": articles,
        "schema:firstAppearance": {"@id": _id("article", history[0]["article"])} if history else None,
        "schema:claimInterpreter": {"@id": _SOFTWARE} if has_origin else None,
        "schema:isPartOf": {"@id": _DATASET} if has_origin else None,
        "schema:citation": [{"@id": quoted["@id"]} for quoted in quotes],
        "prov:wasDerivedFrom": articles,
        "prov:wasAttributedTo": {"@id": _SOFTWARE} if has_origin else None,
        "prov:wasGeneratedBy": {"@id": _RUN} if has_origin else None,
    }
    yield from quotes


def _actions(move: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
    """What the move is about, in schema.org's words: leaving one employer, joining another, or something else."""
    origin, goal, kind = move.get("from"), move.get("to"), move.get("kind")
    if kind in ("move", "leave", "join", "found"):
        joining = "CreateAction" if kind == "found" else "JoinAction"
        return [(sort, end) for sort, end in (("LeaveAction", origin), (joining, goal)) if end is not None]
    end = goal or origin
    return [] if end is None else [("Action", end)]


def _action(move: Mapping[str, Any], sort: str, end: Mapping[str, Any]) -> Node:
    post = move.get("role_from") if sort == "LeaveAction" else move.get("role_to")
    status = _ACTION_STATUS.get(str(move.get("status")))
    told = {
        "@type": f"schema:{sort}",
        "schema:agent": {"@id": _id("entity", move["person"]["id"])},
        "schema:object": {"@id": _id("entity", end["id"])},
        "schema:actionStatus": {"@id": f"schema:{status}"} if status else None,
        "schema:description": post,
        "schema:name": move.get("kind"),
    }
    return {key: value for key, value in told.items() if value}


def _quote(item: Mapping[str, Any], identity: str) -> Node:
    """A sentence of an article, with the characters where it stands."""
    source = {"@id": _id("article", item["article"])} if item.get("article") else None
    where = None
    if source and item.get("start") is not None:
        where = {
            "@type": "oa:SpecificResource",
            "oa:hasSource": source,
            "schema:name": item.get("field"),
            "oa:hasSelector": {
                "@type": "oa:TextPositionSelector",
                "oa:start": {"@type": "xsd:nonNegativeInteger", "@value": str(item["start"])},
                "oa:end": {"@type": "xsd:nonNegativeInteger", "@value": str(item["end"])},
            },
        }
    return {
        "@id": identity,
        "@type": ["schema:Quotation", "prov:Entity"],
        "schema:text": _said(item.get("quote"), item.get("language")),
        "schema:creativeWorkStatus": item.get("status"),
        "schema:creditText": "; ".join(item.get("according_to") or ()),
        "schema:isPartOf": source,
        "prov:wasQuotedFrom": source,
        "schema:isBasedOn": where,
    }


def _id(sort: str, identity: str) -> str:
    return f"{_BASE}{sort}:{quote(identity.encode('utf-8', 'replace'), safe='')}"


def _said(text: str | None, language: str | None) -> Any:
    if not text:
        return None
    is_known = language is not None and _LANGUAGE.fullmatch(language)
    return {"@language": language, "@value": text} if is_known else text


def _date(day: str | None) -> Any:
    return {"@type": _DATE_TYPES[len(day)], "@value": day} if day and len(day) in _DATE_TYPES else None
