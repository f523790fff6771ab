"""New names: what they are near to, which entity they belong to, and the judgements that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from talentflow.app.context import OPEN_BELOW, weighed
from talentflow.app.entity_ids import entity_id
from talentflow.app.identity import UNNAMED, Names, is_by_spelling
from talentflow.app.reviewing import follow
from talentflow.model import reasons as reason_words
from talentflow.resolver import (
    VERSION,
    Link,
    Name,
    blocks_of,
    cluster,
    compare,
    conflict,
    filed,
    part_count,
    scripts_to_look_in,
)
from talentflow.store.decisions import DecisionRow, decisions_on
from talentflow.store.mentions import JudgementRow, MentionRow, judge, mentions_of_names, standing_judgements
from talentflow.store.names import (
    LinkRow,
    NameRow,
    connected_names,
    get_names,
    get_namesakes,
    insert_links,
    insert_names,
    neighbours_in_blocks,
    set_entities,
    set_namesakes,
)
from talentflow.store.stale import mark_stale
from talentflow.text.fold import fold

AUTHOR = f"resolver {VERSION}"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a name belongs to its entity, how sure that is, and who says so."""

    score: float
    words: str
    author: str = AUTHOR


_AS_NEAR = 0.05  # scores that differ by less tell nobody apart


def resolve_names(connection: Connection, names: Names, keys: list[str]) -> None:
    """Link new names to the others, and give each name that this touches its entity."""
    new = get_names(connection, keys)
    for key in sorted(new):
        _link(connection, names, new[key])
    members, links = connected_names(connection, new)
    said = decisions_on(connection, members)
    entities, reasons = entities_of(members, weighed(connection, names, members, links), said)
    changed = {key: entity for key, entity in entities.items() if members[key].entity != entity}
    set_entities(connection, changed)
    kept = set(entities.values())
    gone = {row.entity: entities[key] for key, row in sorted(members.items()) if row.entity and row.entity not in kept}
    follow(connection, gone)
    bearers = bearers_of(members, links, entities)
    settled = set_namesakes(connection, members, bearers)
    moved = list(mentions_of_names(connection, sorted(changed.keys() | settled | bearers.keys())))
    judge_mentions(connection, names, moved, entities, reasons)
    # Blocks of news are kept by entity, so articles with a changed name are looked at again.
    mark_stale(connection, "article", {str(mention.article_key) for mention in moved})


def _link(connection: Connection, names: Names, row: NameRow) -> None:
    one = as_name(row)
    near = get_names(connection, neighbours_in_blocks(connection, row.key, scripts_to_look_in(one)))
    found = [_compared(one, as_name(other)) for other in near.values()]
    if one.listed is None:
        for listed, link in _nearest_listed(one, names.near(blocks_of(one))):
            found.append(link)
            row_of_listed = NameRow(listed.key, listed.sort, listed.listed, listed.spellings)
            insert_names(connection, [row_of_listed], {listed.key: filed(listed)})
    insert_links(connection, [link for link in found if link is not None])


def _nearest_listed(one: Name, near: Iterable[Name]) -> list[tuple[Name, LinkRow]]:
    """The registry's entries that a name can be, with what links them.

    Of organizations that are as near, one that usually bears just this name comes before those that do at times:
    X is not the school in Paris that its pupils call by that letter.
    """
    found = [(listed, link) for listed in near if (link := _compared(one, listed)) is not None]
    if one.sort != "organization" or len(found) < 2:
        return found
    written = {fold(spelling) for spelling in one.spellings}
    usual = [(listed, link) for listed, link in found if fold(listed.spellings[0]) in written]
    return usual if len(usual) == 1 else found


def _compared(one: Name, other: Name) -> LinkRow | None:
    if one.listed is not None and other.listed is not None:
        return None  # the registry has spoken
    first, second = sorted((one, other), key=lambda name: name.key)
    match = compare(first, second)
    return None if match is None else LinkRow(first.key, second.key, match.score, match.reason)


def entities_of(
    members: Mapping[str, NameRow], links: Iterable[LinkRow], decided: Iterable[DecisionRow] = ()
) -> tuple[dict[str, str], dict[str, Reason]]:
    """The entity of each name, and for names that were linked how sure that is, why and who says so.

    What a reviewer said of two names stands above the comparison; what is not sure enough joins nobody.
    """
    by_key = {key: as_name(row) for key, row in members.items()}
    kept = [Link(link.one, link.other, link.score, link.reason) for link in links if link.score >= OPEN_BELOW]
    authors = {(row.one, row.other): row.author for row in decided if row.verdict == "same"}
    kept += [Link(row.one, row.other, 1.0, row.reason, certain=True) for row in decided if row.verdict == "same"]
    apart = {frozenset((row.one, row.other)) for row in decided if row.verdict == "different"}
    listed = {key: row.listed for key, row in members.items() if row.listed is not None}
    roots = cluster(members, kept, listed, lambda one, other: conflict(by_key[one], by_key[other]), apart)
    identities: dict[str, str] = {}
    for key in sorted(listed):
        identities.setdefault(roots[key], listed[key])
    entities = {
        key: identities.get(root) or entity_id(members[root].sort, root, members[root].spellings)
        for key, root in roots.items()
    }
    reasons: dict[str, Reason] = {}
    for link in sorted(kept, key=lambda link: (not link.certain, -link.score, link.one, link.other)):
        if roots.get(link.one) == roots.get(link.other):
            author = authors[link.one, link.other] if link.certain else AUTHOR
            for key in (link.one, link.other):
                reasons.setdefault(key, Reason(link.score, link.reason, author))
    return entities, reasons


def bearers_of(
    members: Mapping[str, NameRow], links: Iterable[LinkRow], entities: Mapping[str, str]
) -> dict[str, set[str]]:
    """The names of people that are as near to somebody else's names as to those of their own entity.

    Only names that contradict none of the other's: 姚顺雨 is never 姚顺宇, but "Shunyu Yao" may be either.
    """
    by_entity: dict[str, list[Name]] = defaultdict(list)
    for key, entity in entities.items():
        by_entity[entity].append(as_name(members[key]))
    best: dict[str, float] = defaultdict(float)
    near: dict[str, dict[str, float]] = defaultdict(dict)
    for link in links:
        for key, other in ((link.one, link.other), (link.other, link.one)):
            if key not in members or other not in members or members[key].sort != "person":
                continue
            if members[key].listed and not is_by_spelling(key):
                continue
            if entities[other] == entities[key]:
                best[key] = max(best[key], link.score)
            else:
                near[key][entities[other]] = max(link.score, near[key].get(entities[other], 0.0))
    found = {}
    for key, scores in near.items():
        one = as_name(members[key])
        bearers = {
            entity
            for entity, score in scores.items()
            if score >= best[key] - _AS_NEAR and not any(conflict(one, other) for other in by_entity[entity])
        }
        if bearers:
            found[key] = bearers | {entities[key]}
    return found


def judge_mentions(
    connection: Connection,
    names: Names,
    mentions: Sequence[MentionRow],
    entities: Mapping[str, str],
    reasons: Mapping[str, Reason],
) -> None:
    """Write the judgements for mentions whose names have an entity, and mark what they touch."""
    new = []
    sorts: dict[str, str] = {}
    shared = get_namesakes(connection, [mention.name_key for mention in mentions])
    judged = standing_judgements(connection, [mention.id for mention in mentions if mention.name_key in shared])
    for mention in mentions:
        entity = entities.get(mention.name_key)
        if mention.id in judged and judged[mention.id].entity in shared[mention.name_key]:
            continue  # which of the bearers it is has been settled by the article
        if entity is None or mention.name_key.startswith(UNNAMED):
            continue
        reason = _reason(names, mention, reasons.get(mention.name_key))
        new.append(JudgementRow(mention.id, entity, reason.score, reason.words, reason.author))
        sorts[entity] = mention.sort
    touched = judge(connection, new)
    mark_stale(connection, "person", [entity for entity in touched if sorts.get(entity, "person") == "person"])
    mark_stale(connection, "entity", touched)


def _reason(names: Names, mention: MentionRow, linked: Reason | None) -> Reason:
    if mention.listed:
        known = names.usual_name(mention.sort, mention.reader_id)
        usual = known or mention.name or mention.reader_id
        return Reason(1.0, reason_words.KNOWN_TO_READER.format(one=mention.mention, names=usual))
    short = mention.sort == "person" and part_count(mention.mention) == 1 and mention.mention not in mention.name_key
    if short:
        return Reason(0.9, reason_words.SHORT_FOR.format(one=mention.mention))
    return linked or Reason(1.0, reason_words.AS_WRITTEN.format(one=mention.mention))


def as_name(row: NameRow) -> Name:
    """A stored name as the resolver compares it."""
    return Name(row.key, row.sort, row.spellings, row.listed)


def reasons_of_names(connection: Connection, names: Names, keys: Iterable[str]) -> dict[str, Reason]:
    """Why names belong to their entity, for those that were linked to another."""
    members, links = connected_names(connection, keys)
    return entities_of(members, weighed(connection, names, members, links), decisions_on(connection, members))[1]
