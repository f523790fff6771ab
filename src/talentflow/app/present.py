"""Rows of the record as views, with names, sources and evidence put in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from talentflow.app.brief import AsSeen
from talentflow.app.careers import show_career
from talentflow.app.identity import Names
from talentflow.app.judged import as_judged
from talentflow.app.parties import party
from talentflow.app.veil import Veil, veil_of
from talentflow.app.views import (
    AccountView,
    EntityView,
    EvidenceView,
    JudgementView,
    MoveView,
    NameView,
    PartyView,
    PositionView,
)
from talentflow.model import FactClaim, Move, MoveClaim, PositionClaim
from talentflow.resolver import script_of
from talentflow.store.articles import ArticleHead, StoredClaim, claims_by_id, claims_of_mentions, get_heads
from talentflow.store.entities import EntityRow, get_entities, names_of_entity
from talentflow.store.mentions import (
    MentionRow,
    has_more_mentions,
    judged_entities,
    mention_ids_of_entities,
    mentions_of_entity,
    newest_mention_ids_of_entity,
    newest_mentions_of_entity,
    standing_judgements,
)
from talentflow.store.move_queries import MoveQuery, find_moves
from talentflow.store.moves import moves_by_id
from talentflow.store.verdicts import verdicts_on

_SCRIPTS = {
    "latin": "Latin",
    "arabic": "Arabic",
    "han": "Han",
    "kana": "Japanese",
    "hangul": "Korean",
    "other": "other",
}
_MOST_JUDGEMENTS = 50
_FEW_MENTIONS = 200  # of whom more is told, not everything is looked through for a part of it
_SPARE = 5  # posts that are looked at beyond those asked for: reviewers find few wrong


def show_moves(connection: Connection, moves: Sequence[Move]) -> list[MoveView]:
    """Moves as views, in the same order."""
    entities = get_entities(connection, {end for move in moves for end in move.ends})
    claims = {row.id: row for row in claims_by_id(connection, [claim for move in moves for claim in move.claims])}
    articles = get_heads(connection, sorted({row.article_key for row in claims.values()}))
    veil = veil_of(connection)
    named = {**_not_yet_named(moves, claims, veil), **entities}
    return [_move_view(move, named, claims, articles, veil) for move in moves]


def show_moves_by_id(connection: Connection, brief: AsSeen, ids: Sequence[str]) -> list[MoveView]:
    """Moves of today by id as views, in the order of the ids, unknown ones left out; what was shown is at hand."""
    found: dict[str, MoveView] = {}
    for identity in ids:
        view = brief.shown(("move", identity))
        if view is not None:
            found[identity] = view
    missing = moves_by_id(connection, [identity for identity in ids if identity not in found])
    for move, view in zip(missing, show_moves(connection, missing), strict=True):
        brief.keep_shown(("move", move.id), view, move.ends)
        found[move.id] = view
    return [found[identity] for identity in ids if identity in found]


def _not_yet_named(moves: Sequence[Move], claims: Mapping[str, StoredClaim], veil: Veil) -> dict[str, EntityRow]:
    """What had no name on an earlier day, as articles called it then: today it goes by the name that it was given."""
    found: dict[str, EntityRow] = {}
    for move in moves:
        for row in (claims[claim] for claim in move.claims if claim in claims):
            if isinstance(row.claim, MoveClaim):
                for entity, org in ((move.from_org, row.claim.from_org), (move.to_org, row.claim.to_org)):
                    if entity is not None and org is not None and org.is_unnamed:
                        called = veil.text(org.mention, row.article_key)
                        found[entity] = EntityRow(entity, "organization", None, called, False, False)
    return found


def _move_view(
    move: Move,
    entities: Mapping[str, EntityRow],
    claims: Mapping[str, StoredClaim],
    articles: Mapping[int, ArticleHead],
    veil: Veil,
) -> MoveView:
    told = [claims[claim] for claim in move.claims if claim in claims]
    sources = [
        source
        for row in told
        if isinstance(row.claim, MoveClaim)
        for source in veil.sources(row.claim.according_to, row.article_key)
    ]
    reasons = [reason.reason for row in told if isinstance(row.claim, MoveClaim) for reason in row.claim.why]
    return MoveView(
        id=move.id,
        person=party(entities, move.person),
        from_org=None if move.from_org is None else party(entities, move.from_org),
        to_org=None if move.to_org is None else party(entities, move.to_org),
        kind=move.kind,
        status=move.status,
        how=move.how,
        role_from=move.role_from,
        role_to=move.role_to,
        date=move.date,
        known_on=move.known_on,
        confidence=move.confidence,
        origins=move.origins,
        articles=move.articles,
        languages=move.languages,
        according_to=tuple(dict.fromkeys(sources)),
        reasons=tuple(dict.fromkeys(reasons)),
        history=move.history,
        accounts=tuple(
            AccountView(account.how, account.when, veil.sources(account.according_to), account.articles)
            for account in move.accounts
        ),
        evidence=tuple(view for row in told for view in _evidence(row, articles[row.article_key], veil)),
    )


def _evidence(row: StoredClaim, article: ArticleHead, veil: Veil) -> list[EvidenceView]:
    if not isinstance(row.claim, (MoveClaim, PositionClaim)):
        return []
    found = evidence_of(row.claim, article, veil)
    return [replace(view, is_hint=True) for view in found] if row.is_hint else found


def evidence_of(claim: MoveClaim | PositionClaim | FactClaim, article: ArticleHead, veil: Veil) -> list[EvidenceView]:
    """The sentences behind a claim, with where they were published; whoever is hidden is struck out of them."""
    return [
        EvidenceView(
            article=article.id,
            field=span.field,
            start=span.start,
            end=span.end,
            quote=veil.text(span.quote, article.key),
            language=article.lang,
            published=article.published,
            publisher=article.publisher and veil.text(article.publisher, article.key),
            url=veil.address(article.url, article.key),
            according_to=veil.sources(claim.according_to, article.key)
            if isinstance(claim, (MoveClaim, FactClaim))
            else (),
            status=claim.status if isinstance(claim, (MoveClaim, FactClaim)) else "",
        )
        for span in claim.evidence
    ]


def query_of(row: EntityRow) -> MoveQuery:
    """The question for all moves of a person, or into, out of and within an organization."""
    return MoveQuery(people=[row.id]) if row.sort == "person" else MoveQuery(organizations=[row.id])


def show_entity(
    connection: Connection, names: Names, row: EntityRow, moves: Sequence[Move], until: str | None = None
) -> EntityView | None:
    """A person or an organization with its moves and all else that is known; None where nothing was by that day."""
    mentions = mentions_of_entity(connection, row.id)
    if until is not None:
        heads = get_heads(connection, sorted({mention.article_key for mention in mentions}))
        mentions = [mention for mention in mentions if heads[mention.article_key].known_on <= until]
        if not mentions:
            return None
    positions = _positions(connection, [mention.id for mention in mentions], row.sort)
    return EntityView(
        id=row.id,
        type=row.sort,
        name=row.name,
        listed=row.listed,
        names=show_names(_names_then(names_of_entity(connection, row.id), None if until is None else mentions)),
        moves=tuple(show_moves(connection, moves)),
        positions=positions,
        judgements=_judgements(connection, mentions),
        career=show_career(connection, names, row, moves, positions),
        moves_in_all=len(moves),
    )


def about_entity(view: EntityView) -> set[str]:
    """Whose changes change what is shown of a person or an organization."""
    ends = {end.id for move in view.moves for end in (move.person, move.from_org, move.to_org) if end is not None}
    posts = {end.id for post in view.positions for end in (post.person, post.org) if end is not None}
    stays = {end.id for stay in view.career.stays for end in (stay.person, stay.org)}
    return {view.id} | ends | posts | stays


def show_newest(
    connection: Connection, brief: AsSeen, names: Names, row: EntityRow, moves: Sequence[Move], limit: int
) -> EntityView:
    """An organization with the newest of its moves, so many of its positions, and the roster of all whom these name."""
    moves, in_all = moves[:limit], len(moves)
    positions, _ = positions_at_hand(connection, brief, row, limit)
    people = sorted({*(move.person for move in moves), *(view.person.id for view in positions)})
    theirs = find_moves(connection, MoveQuery(people=people, organizations=[row.id])) if people else []
    mentions = mention_ids_of_entities(connection, people)
    return EntityView(
        id=row.id,
        type=row.sort,
        name=row.name,
        listed=row.listed,
        names=show_names(names_of_entity(connection, row.id)),
        moves=tuple(show_moves_by_id(connection, brief, [move.id for move in moves])),
        positions=positions,
        judgements=_judgements(connection, newest_mentions_of_entity(connection, row.id, _MOST_JUDGEMENTS)),
        career=show_career(connection, names, row, theirs, _positions(connection, mentions, "person")),
        moves_in_all=in_all,
    )


def positions_at_hand(
    connection: Connection, brief: AsSeen, row: EntityRow, limit: int
) -> tuple[tuple[PositionView, ...], bool]:
    """What `newest_positions` gives, from the last time where nothing has changed of it."""
    return brief.once(
        ("positions", row.id, limit),
        lambda: newest_positions(connection, row, limit),
        lambda found: {row.id, *(end.id for view in found[0] for end in (view.person, view.org) if end is not None)},
    )


def newest_positions(connection: Connection, row: EntityRow, limit: int) -> tuple[tuple[PositionView, ...], bool]:
    """So many of the posts that are stated of somebody or at an organization, the newest; whether these are all."""
    if not has_more_mentions(connection, row.id, _FEW_MENTIONS):
        found = _positions(connection, mention_ids_of_entities(connection, [row.id]), row.sort, limit + 1)
        return found[:limit], len(found) <= limit
    found, skip = (), 0
    while len(found) < limit:
        mentions = newest_mention_ids_of_entity(connection, row.id, _FEW_MENTIONS, skip)
        if not mentions:
            break
        found += _positions(connection, mentions, row.sort, limit)
        skip += _FEW_MENTIONS
    return found[:limit], False


def show_names(names: Iterable[tuple[str, int]]) -> tuple[NameView, ...]:
    """Spellings as views."""
    return tuple(NameView(name, _SCRIPTS[script_of(name)], count) for name, count in names)


def _judgements(connection: Connection, mentions: Sequence[MentionRow]) -> tuple[JudgementView, ...]:
    """Why these mentions are held to be one, so far as a page shows it."""
    judged = standing_judgements(connection, [mention.id for mention in mentions])
    articles = get_heads(connection, sorted({mention.article_key for mention in mentions}))
    judgements = [
        JudgementView(
            article=articles[mention.article_key].id,
            mention=mention.mention,
            score=judged[mention.id].score,
            reason=judged[mention.id].reason,
            author=judged[mention.id].author,
            made_at=judged[mention.id].made_at,
        )
        for mention in mentions
        if mention.id in judged
    ]
    judgements.sort(key=lambda judgement: (judgement.article, judgement.mention, judgement.score))
    return tuple(judgements[:_MOST_JUDGEMENTS])


def _names_then(names: Sequence[tuple[str, int]], mentions: Sequence[MentionRow] | None) -> Sequence[tuple[str, int]]:
    """Spellings with their number of articles among those of the mentions; None leaves them as they are."""
    if mentions is None:
        return names
    used: dict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        used[mention.mention].add(mention.article_key)
    known = [(name, len(used[name])) for name, count in names if used[name] or not count]
    return sorted(known, key=lambda found: (-found[1], found[0]))


def _positions(
    connection: Connection, mentions: Iterable[str], of: str, limit: int | None = None
) -> tuple[PositionView, ...]:
    """The posts that are stated of these mentions, or so many of them, the newest first."""
    stored = [
        (row, row.claim)
        for row in claims_of_mentions(connection, mentions, "position", of=of)
        if isinstance(row.claim, PositionClaim)
    ]
    articles = get_heads(connection, sorted({row.article_key for row, _ in stored}))
    stored.sort(
        key=lambda told: (told[1].since or "", articles[told[0].article_key].id, told[1].role or ""), reverse=True
    )
    veil = veil_of(connection)
    found: list[PositionView] = []
    size = len(stored) if limit is None else limit + _SPARE
    for start in range(0, len(stored), max(size, 1)):
        found += _position_views(connection, stored[start : start + size], articles, veil)
        if limit is not None and len(found) >= limit:
            break
    return tuple(found[:limit])


def _position_views(
    connection: Connection,
    stored: Sequence[tuple[StoredClaim, PositionClaim]],
    articles: Mapping[int, ArticleHead],
    veil: Veil,
) -> list[PositionView]:
    ids = {identity for row, _ in stored for identity in (row.person, row.from_org) if identity}
    judged = judged_entities(connection, ids)
    entities = get_entities(connection, set(judged.values()))
    said = verdicts_on(connection, {articles[row.article_key].id for row, _ in stored})
    found = []
    for row, told in stored:
        claim = as_judged(said, articles[row.article_key].id, told)
        if claim is None or row.person not in judged:
            continue
        if not veil.is_open and judged[row.person] not in entities:
            continue  # hidden
        org = judged.get(row.from_org or "")
        unjudged = None if claim.org is None else PartyView(claim.org.id, claim.org.name, claim.org.mention)
        found.append(
            PositionView(
                person=party(entities, judged[row.person]),
                org=unjudged if org is None else party(entities, org),
                role=claim.role,
                when=claim.when,
                since=claim.since,
                until=claim.until,
                article=articles[row.article_key].id,
                evidence=tuple(_evidence(row, articles[row.article_key], veil)),
                published=articles[row.article_key].published,
                confidence=round(claim.confidence, 3),
            )
        )
    return found


def positions_of(connection: Connection, mentions: Iterable[str]) -> tuple[PositionView, ...]:
    """The posts that articles state of people, by the mentions of these."""
    return _positions(connection, mentions, "person")
