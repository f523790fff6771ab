"""The moves of people whose claims, judgements or origins have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from sqlalchemy import Connection

from talentflow.app.entity_ids import unnamed_id
from talentflow.app.identity import Names
from talentflow.app.judged import as_judged
from talentflow.app.resolving import AUTHOR
from talentflow.app.twins import weighed_with_translations
from talentflow.app.veil import Veil, veil_of
from talentflow.ledger import SURE, GivenName, build_moves, count_moves_in, names_given
from talentflow.ledger.naming import SCORE
from talentflow.model import EntityMention, LedgerClaim, MoveClaim
from talentflow.store.articles import StoredClaim, claims_of_mentions, get_heads
from talentflow.store.groups import get_groups
from talentflow.store.knowing import iso_date
from talentflow.store.mentions import JudgementRow, judge, judged_entities, mentions_of_entity
from talentflow.store.moves import replace_moves
from talentflow.store.payloads import HINT
from talentflow.store.stale import mark_stale
from talentflow.store.verdicts import verdicts_on

# Claims that may be put together to count somebody's moves on each day on which more of them was known. Of whom more is
# claimed, they are counted when somebody asks.
_MOST_COUNTED = 2000


def rebuild_people(connection: Connection, names: Names, keys: list[str]) -> None:
    """Make the moves of these people anew."""
    veil = veil_of(connection)
    for person in sorted(keys):
        stored = claims_of_person(connection, person, veil)
        told = weighed_with_translations(connection, list(ledger_claims(connection, stored)), ledger_claims)
        claims, given = with_given_names(stored, told, names)
        moves = build_moves([claim for _, claim in claims], names.family)
        replace_moves(connection, person, moves, counts_by_day(stored, told, len(moves), names))
        _judge_unnamed(connection, stored, [claim for _, claim in claims], given)


def counts_by_day(
    stored: Sequence[StoredClaim], told: Sequence[tuple[int, LedgerClaim]], moves: int, names: Names
) -> dict[str, int] | None:
    """How many moves somebody had made by each day on which more of it was known; None where that is too much work.

    `told` are all claims of them that are `stored`, with the keys of their articles; they make `moves` moves today.
    """
    known = {row.id: row.known_on for row in stored}
    # Hints count beside claims that are doubted alone: they may be what another origin says in their favour.
    has_doubts = any(claim.confidence < SURE for _, claim in told if not claim.is_hint)
    counted = [(key, claim) for key, claim in told if has_doubts or not claim.is_hint]
    claims = sorted(((known[claim.id], key, claim) for key, claim in counted), key=lambda row: row[0])
    days = Counter(day for day, _, _ in claims)
    parts = list(accumulate(days.values()))[:-1]
    if sum(parts) > _MOST_COUNTED:
        return None
    counts = {}
    for day, most in zip(days, parts, strict=False):
        counts[day] = count_moves_of(stored, [(key, claim) for _, key, claim in claims[:most]], names)
    return {**counts, **dict.fromkeys(list(days)[-1:], moves)}


def count_moves_of(stored: Iterable[StoredClaim], told: Iterable[tuple[int, LedgerClaim]], names: Names) -> int:
    """How many moves some of the claims of one person make, which are among those `stored`."""
    claims, _ = with_given_names(stored, told, names)
    return count_moves_in((claim for _, claim in claims), names.family)


def claims_of_person(connection: Connection, person: str, veil: Veil) -> list[StoredClaim]:
    """All that is claimed or hinted of where a person works; nothing of somebody who is hidden."""
    if veil.hides(connection, person):
        return []
    mentions = [mention.id for mention in mentions_of_entity(connection, person) if mention.sort == "person"]
    return list(claims_of_mentions(connection, mentions, "move", HINT))


def ledger_claims(
    connection: Connection, stored: Iterable[StoredClaim], unnamed: Callable[[str, str], str] = unnamed_id
) -> Iterator[tuple[int, LedgerClaim]]:
    """Claims as the ledger takes them in, each with the key of its article.

    `unnamed` gives the id of an organization without a name, by person and story.
    """
    rows = list(stored)
    ids = {identity for row in rows for identity in (row.person, row.from_org, row.to_org) if identity}
    entities = judged_entities(connection, ids)
    heads = get_heads(connection, sorted({row.article_key for row in rows}))
    groups = get_groups(connection, heads)
    said = verdicts_on(connection, (head.id for head in heads.values()))
    for row in rows:
        head, person = heads[row.article_key], entities.get(row.person or "")
        if not isinstance(row.claim, MoveClaim) or person is None:
            continue
        claim = as_judged(said, head.id, row.claim)
        if claim is None:
            continue
        group = groups.get(row.article_key)
        story = group.story if group is not None else head.id

        def end(mention: str | None, org: EntityMention | None, owner: str = person, story: str = story) -> str | None:
            if mention is None or org is None:
                return None
            return unnamed(owner, story) if org.is_unnamed else entities.get(mention)

        yield (
            row.article_key,
            LedgerClaim(
                id=row.id,
                article=head.id,
                origin=group.origin if group is not None else head.id,
                published=iso_date(head.published),
                person=person,
                from_org=end(row.from_org, claim.from_org),
                to_org=end(row.to_org, claim.to_org),
                kind=claim.kind,
                status=claim.status,
                how=claim.how,
                role_from=claim.role_from,
                role_to=claim.role_to,
                date=claim.date,
                according_to=claim.according_to,
                reasons=tuple(reason.reason for reason in claim.why),
                confidence=claim.confidence,
                language=head.lang,
                publisher=head.publisher,
                is_hint=row.is_hint,
            ),
        )


def with_given_names(
    stored: Iterable[StoredClaim], claims: Iterable[tuple[int, LedgerClaim]], names: Names
) -> tuple[list[tuple[int, LedgerClaim]], dict[str, tuple[str, GivenName]]]:
    """The claims of one person with the organizations that another article names, and which those are by claim.

    The second tells for each claim about an organization that has no name in its article what its id was, and its name.
    """
    rows, told = {row.id: row.claim for row in stored}, list(claims)
    unnamed: dict[str, str] = {}
    for _, claim in told:
        row = rows[claim.id]
        if isinstance(row, MoveClaim):
            for org, entity in ((row.from_org, claim.from_org), (row.to_org, claim.to_org)):
                if org is not None and entity is not None and org.is_unnamed:
                    unnamed[claim.id] = entity
    found = names_given([claim for _, claim in told if not claim.is_hint], set(unnamed.values()), names.family)
    if not found:
        return told, {}

    def named(org: str | None) -> str | None:
        return found[org].organization if org in found else org

    given = {claim: (entity, found[entity]) for claim, entity in unnamed.items() if entity in found}
    told = [(key, replace(one, from_org=named(one.from_org), to_org=named(one.to_org))) for key, one in told]
    return told, given


def _judge_unnamed(
    connection: Connection,
    stored: Iterable[StoredClaim],
    claims: Iterable[LedgerClaim],
    given: Mapping[str, tuple[str, GivenName]],
) -> None:
    """Say which entity each organization without a name is: the one that is named elsewhere, or one shared with nobody.

    The latter is one a person and story.
    """
    stored = list(stored)
    ledger = {claim.id: claim for claim in claims}
    mentions = {row.id: row.claim.to_org for row in stored if isinstance(row.claim, MoveClaim)}
    rows = []
    for row in stored:
        claim = row.claim
        if not isinstance(claim, MoveClaim) or row.id not in ledger:
            continue
        known = ledger[row.id]
        for mention, org, entity in (
            (row.from_org, claim.from_org, known.from_org),
            (row.to_org, claim.to_org, known.to_org),
        ):
            if mention is not None and entity is not None and org is not None and org.is_unnamed:
                score, reason = (
                    1.0,
                    f"“{org.mention}” has no name: it is this person's, in this story, and nobody else's",
                )
                if row.id in given and given[row.id][1].organization == entity:
                    name = mentions[given[row.id][1].claim]
                    called = name.mention if name is not None else entity
                    when = given[row.id][1].published
                    score = SCORE
                    reason = (
                        f"“{org.mention}” has no name; it is called “{called}” in an article of {when or 'no date'}, "
                        "and nothing else is known that this person founded in that time"
                    )
                rows.append(JudgementRow(mention, entity, score, reason, AUTHOR))
    mark_stale(connection, "entity", judge(connection, rows))
