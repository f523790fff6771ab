"""Which of the people who bear one name an article means: the one with whom it shares most employers.

Only names that are written alike for several people come here, such as the two researchers Yao Shunyu, whom Chinese
articles tell apart and others do not. What settles it are the claims of articles whose spelling leaves no doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import Connection

from talentflow.app.identity import Names
from talentflow.app.resolving import AUTHOR
from talentflow.model import reasons
from talentflow.store.articles import claims_of_mentions
from talentflow.store.mentions import (
    JudgementRow,
    MentionRow,
    judge,
    mentions_of_entity,
    mentions_of_names,
    standing_judgements,
)
from talentflow.store.names import get_names, get_namesakes, shared_names
from talentflow.store.stale import mark_stale


def settle_namesakes(connection: Connection, names: Names, mentions: Iterable[MentionRow]) -> None:
    """Settle the names that these mentions share with others, or throw light on, in all articles that use them."""
    people = [mention for mention in mentions if mention.sort == "person"]
    judged = standing_judgements(connection, [mention.id for mention in people])
    keys = shared_names(connection, {row.entity for row in judged.values()})
    keys |= get_namesakes(connection, [mention.name_key for mention in people]).keys()
    if not keys:
        return
    bearers = get_namesakes(connection, keys)
    usual = {key: row.entity for key, row in get_names(connection, sorted(keys)).items()}
    known = _employers_of(connection, names, {entity for found in bearers.values() for entity in found})
    open_mentions = list(mentions_of_names(connection, sorted(keys)))
    told = _employers(connection, names, [mention.id for mention in open_mentions])
    before = standing_judgements(connection, [mention.id for mention in open_mentions])
    new = []
    for mention in open_mentions:
        default = usual[mention.name_key] or min(bearers[mention.name_key])
        row = _choose(mention, bearers[mention.name_key], told[mention.id], known, default)
        if mention.id not in before or before[mention.id].entity != row.entity:
            new.append((mention, row))
    touched = judge(connection, [row for _, row in new])
    mark_stale(connection, "person", touched)
    mark_stale(connection, "entity", touched)
    # What is indexed by person is out of date for these; they are looked at again.
    mark_stale(connection, "article", {str(mention.article_key) for mention, _ in new})


def _choose(
    mention: MentionRow, bearers: Iterable[str], told: set[str], known: Mapping[str, set[str]], default: str
) -> JudgementRow:
    shared = {entity: told & known[entity] for entity in bearers}
    best = max(len(common) for common in shared.values())
    nearest = sorted(entity for entity, common in shared.items() if len(common) == best)
    if best == 0 or len(nearest) > 1:
        chosen = default if default in nearest else nearest[0]
        reason = reasons.ONE_OF_SEVERAL.format(one=mention.mention)
        return JudgementRow(mention.id, chosen, 0.5, reason, AUTHOR)
    common = ", ".join(sorted(shared[nearest[0]]))
    reason = reasons.LINKED_OF_SEVERAL.format(one=mention.mention, names=common)
    return JudgementRow(mention.id, nearest[0], 0.8, reason, AUTHOR)


def _employers_of(connection: Connection, names: Names, entities: Iterable[str]) -> dict[str, set[str]]:
    """The organizations that each person is linked with by articles whose spelling leaves no doubt."""
    found: dict[str, set[str]] = {}
    for entity in sorted(entities):
        mentions = mentions_of_entity(connection, entity)
        doubtful = get_namesakes(connection, [mention.name_key for mention in mentions])
        sure = [mention.id for mention in mentions if mention.name_key not in doubtful]
        employers = _employers(connection, names, sure)
        found[entity] = {org for mention in sure for org in employers[mention]}
    return found


def _employers(connection: Connection, names: Names, mentions: Iterable[str]) -> Mapping[str, set[str]]:
    """The organizations that claims link with the person of each mention."""
    ids = sorted(mentions)
    stored = [row for sort in ("move", "position") for row in claims_of_mentions(connection, ids, sort)]
    orgs = {identity for row in stored for identity in (row.from_org, row.to_org) if identity is not None}
    judged = standing_judgements(connection, sorted(orgs))
    found: dict[str, set[str]] = defaultdict(set)
    for row in stored:
        for identity in (row.from_org, row.to_org):
            if identity in judged and row.person is not None:
                found[row.person].add(names.family(judged[identity].entity))
    return found
