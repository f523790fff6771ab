"""What is told of the bearers of a name: it decides where the spelling alone does not.

Everything here follows from claims and spellings, not from who is held to be whom, so that the order of arrival plays
no part. Organizations and people are compared by their blocks, which are the same in every script.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from sqlalchemy import Connection

from talentflow.app.adding import SURE
from talentflow.app.identity import Names, written
from talentflow.ledger import SPAN_DAYS, as_day
from talentflow.model import EntityMention, MoveClaim, PositionClaim, reasons
from talentflow.resolver import Name, blocks_of
from talentflow.store.articles import claims_of_articles, get_heads
from talentflow.store.knowing import iso_date
from talentflow.store.mentions import mentions_of_names
from talentflow.store.names import LinkRow, NameRow

OPEN_BELOW = 0.75  # below this, with what context adds or takes, a pair stays open
_MOST_MENTIONS = 200
_EMPLOYER, _STORY, _PEOPLE, _POST, _NOTHING = 0.1, 0.06, 0.05, 0.03, -0.1


@dataclass(slots=True)
class Context:
    """Employers (by block, with their names), posts, people told of beside, and days on which what was told."""

    employers: dict[str, str] = field(default_factory=dict)
    posts: set[str] = field(default_factory=set)
    people: dict[str, str] = field(default_factory=dict)
    told: set[tuple[str, int]] = field(default_factory=set)


def weighed(
    connection: Connection, names: Names, members: Mapping[str, NameRow], links: Sequence[LinkRow]
) -> list[LinkRow]:
    """The links with the score and the reason that context gives them; sure ones stay as they are."""
    doubtful = [link for link in links if link.score < SURE and _is_person(members, link)]
    if not doubtful:
        return list(links)
    known = contexts_of(connection, names, {key for link in doubtful for key in (link.one, link.other)})
    out = [link for link in links if link not in doubtful]
    for link in doubtful:
        change, words = compared(known[link.one], known[link.other])
        score = round(min(0.99, link.score + change), 3)
        out.append(replace(link, score=score, reason=f"{link.reason}{reasons.JOINT}{words}" if words else link.reason))
    return out


def _is_person(members: Mapping[str, NameRow], link: LinkRow) -> bool:
    return all(key in members and members[key].sort == "person" for key in (link.one, link.other))


def compared(one: Context, other: Context) -> tuple[float, str]:
    """What two contexts add to the score of a pair of names (or take from it), with the reason in words."""
    change, words = 0.0, []
    for weight, first, second, said in (
        (_EMPLOYER, one.employers, other.employers, reasons.BOTH_WITH),
        (_PEOPLE, one.people, other.people, reasons.BOTH_BESIDE),
    ):
        common = sorted({first[block] for block in first.keys() & second.keys()})
        if common:
            change += weight
            words.append(said.format(names=", ".join(common[:3])))
    if one.posts & other.posts:
        change += _POST
        words.append(reasons.BOTH_IN_POST.format(post=min(one.posts & other.posts)))
    if any(block == same and abs(day - then) <= SPAN_DAYS for block, day in one.told for same, then in other.told):
        change += _STORY
        words.append(reasons.ONE_STORY)
    if not words and one.employers and other.employers:
        return _NOTHING, reasons.NOTHING_IN_COMMON
    return change, reasons.JOINT.join(words)


def contexts_of(connection: Connection, names: Names, keys: Iterable[str]) -> dict[str, Context]:
    """The contexts of these names of people."""
    found: dict[str, Context] = defaultdict(Context)
    for key in sorted(set(keys)):
        mentions = list(islice(mentions_of_names(connection, [key]), _MOST_MENTIONS))
        ours = {mention.id for mention in mentions}
        heads = get_heads(connection, sorted({mention.article_key for mention in mentions}))
        for sort in ("move", "position"):
            for row in claims_of_articles(connection, sorted(heads), sort):
                if row.person in ours:
                    _add_claim(names, found[key], row.claim, iso_date(heads[row.article_key].published))
                elif isinstance(row.claim, MoveClaim):
                    for block in _blocks(names, "person", row.claim.person):
                        found[key].people[block] = _usual(row.claim.person)
        found[key] = found[key]
    return found


def _add_claim(names: Names, context: Context, claim: object, published: str | None) -> None:
    if isinstance(claim, MoveClaim):
        orgs, roles = (claim.from_org, claim.to_org), (claim.role_from, claim.role_to)
    elif isinstance(claim, PositionClaim):
        orgs, roles = (claim.org, None), (claim.role, None)
    else:
        return
    context.posts |= {role.casefold() for role in roles if role}
    day = as_day(published)
    for org in orgs:
        if org is None or org.is_unnamed:
            continue
        for block in _blocks(names, "organization", org):
            context.employers[block] = _usual(org)
            if day is not None:
                context.told.add((block, day.toordinal()))


def _blocks(names: Names, sort: str, mention: EntityMention) -> frozenset[str]:
    if mention.listed:
        head = names.family(mention.id) if sort == "organization" else mention.id
        known = names.listed(sort, head)
        if known is not None:
            return frozenset({f"={head}"}) | blocks_of(known)
    return blocks_of(Name("", sort, written(mention)))


def _usual(mention: EntityMention) -> str:
    return mention.name or mention.mention
