"""Posts and positions as the network of posts weighs them, beside what the rules made of the words.

The rules tie posts to people where they know the construction; the network (`relations/`) has seen who holds what in
the practice articles. It says which post of the page a mover leaves and takes, and who works where at all; the English
of a post is always that of the rules.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cache

from talentflow.model import PositionClaim
from talentflow.reader.careers.settling import SUCCEEDING
from talentflow.reader.claims.presenting import certain_mention, writes_elsewhere
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.boards import SEAT, board_at
from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.events.posts_left import is_calling, is_loose
from talentflow.reader.learnt.weights import log_odds, probability
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.employer_meant import is_of_another, is_of_state, singular
from talentflow.reader.posts.posts import is_vague
from talentflow.reader.relations.files import data_file
from talentflow.reader.relations.post_answers import HELD, TAKEN, Employment, PostAnswers
from talentflow.reader.relations.posts_asked import PlacedPost
from talentflow.reader.words.page import Entity, Page

UNLIKELY = 0.05  # of the posts that one person is said to hold somewhere, such a one is somebody else's


@dataclass(frozen=True, slots=True)
class Care:
    """How sure the network must be, chosen on the practice articles kept aside.

    A post stands against another of the rules from a chance of `against` on, where they give none from `alone`; none at
    all takes the rules' away from `nothing` on. A position that the rules do not tell is one from `employed` on, and
    one of theirs is none below `doubted`. The confidence of a position is `sure` times the log-odds of its chance plus
    `sure_bias`.
    """

    against: float
    alone: float
    nothing: float
    employed: float
    doubted: float
    sure: float
    sure_bias: float


@cache
def load_care() -> Care:
    """The thresholds that are shipped."""
    return Care(**json.loads(data_file("posts.json").read_text(encoding="utf-8"))["care"])


def weigh_posts(drafts: list[Draft], said: PostAnswers, ties: list[Affiliation]) -> None:
    """Gives the chosen moves the posts that the network finds likeliest; nobody leaves a post for the same one.

    `ties` are those of the rules: what they tell of one employer is no post at another.
    """
    for draft in drafts:
        own = draft.role_from, draft.role_to
        has_seat = any(board_at(event) >= 0 and not event.rank for event in draft.events)
        if draft.from_org is not None and not (has_seat and draft.role_from == SEAT):
            draft.role_from = _weighed(draft, draft.from_org, HELD, drafts, said, ties)
        if draft.to_org is not None and not _takes_over(draft) and draft.role_to != SEAT:
            taken_post = _weighed(draft, draft.to_org, TAKEN, drafts, said, ties)
            if draft.kind != "found" or (taken_post is not None and "founder" in taken_post):
                draft.role_to = taken_post
        if draft.from_org is not None and draft.from_org is draft.to_org and draft.role_from == draft.role_to:
            held, taken = (said.shares(draft.person, draft.from_org, end) or {} for end in (HELD, TAKEN))
            if None not in own and own[0] != own[1]:
                draft.role_from, draft.role_to = own
            elif held.get(draft.role_from, 0.0) < taken.get(draft.role_to, 0.0):
                draft.role_from = own[0] if own[0] != draft.role_to else None
            else:
                draft.role_to = own[1] if own[1] != draft.role_from else None
        elif draft.role_from is not None and draft.role_from == draft.role_to and _is_told_once(draft):
            _keep_one(draft, said)


def _is_told_once(draft: Draft) -> bool:
    """Whether the sentence of a move names the post once that it would both leave and lead to."""
    reading = draft.event.reading
    return reading is None or sum(post.english == draft.role_to for post in reading.posts) <= 1


def _keep_one(draft: Draft, said: PostAnswers) -> None:
    """Leaves a post that is told once where it is likelier: with the employer left, or the one that is joined."""
    if draft.kind == "found" or draft.from_org is None or draft.to_org is None:
        draft.role_from = None
        return
    held, taken = (
        (said.shares(draft.person, org, end) or {}).get(draft.role_to, 0.0)
        for org, end in ((draft.from_org, HELD), (draft.to_org, TAKEN))
    )
    if held < taken:
        draft.role_from = None
    else:
        draft.role_to = None


def _takes_over(draft: Draft) -> bool:
    """Whether somebody succeeds another, whose post is then theirs: that is told of the other, elsewhere."""
    return not is_vague(draft.role_to) and any(
        event.trigger.event in SUCCEEDING and not event.rank for event in draft.events
    )


def _weighed(
    draft: Draft, org: Entity, end: int, drafts: list[Draft], said: PostAnswers, ties: list[Affiliation]
) -> str | None:
    own = draft.role_from if end == HELD else draft.role_to
    found = said.post(draft.person, org, end)
    if found is None:
        return own
    placed, chance = found
    if placed is not None and _is_told_elsewhere(placed, draft.person, org, ties, holds_own=not is_vague(own)):
        return own
    if placed is not None and end == TAKEN and _is_of_other_move(placed.post.english, draft, drafts, said):
        return own
    return chosen_post(own, None if placed is None else placed.post.english, chance, said.wordings, load_care())


def _is_of_other_move(wording: str, draft: Draft, drafts: list[Draft], said: PostAnswers) -> bool:
    """Whether a post is taken by another move of the person to the same employer, of which the network knows but one.

    "She will be chief executive of Borealis. She had come there from Quanta in 2011."
    """
    others = [
        other for other in drafts
        if other is not draft and other.person is draft.person and same_org(other.to_org, draft.to_org)
    ]  # fmt: skip
    if not others:
        return False
    told = {id(sentence) for sentence in said.told_in(draft.person, wording)}
    if any(id(event.sentence) in told for event in draft.events):
        return False
    is_of_then = draft.is_background and not all(other.is_background for other in others)
    return is_of_then or any(id(event.sentence) in told for other in others for event in other.events)


def _is_told_elsewhere(
    placed: PlacedPost, person: Entity, org: Entity, ties: list[Affiliation], *, holds_own: bool
) -> bool:
    """Whether the words beside a name give a post to somebody else, or to another employer: "Ada, once VP at Quanta".

    Names of one sentence may share a post, but for whoever has one of their own (`holds_own`).
    """
    told = [
        tie for tie in ties
        if tie.sentence is placed.sentence and tie.post == placed.post.english and not tie.by_event
        and tie.start <= placed.post.start < tie.end
    ]  # fmt: skip
    own = [tie for tie in told if tie.person is person]
    if told and not own and (holds_own or not any(m.entity is person for m in placed.sentence.mentions)):
        return True  # somebody else's
    own = [tie for tie in own if tie.org is not None and tie.org.listed and not tie.org.is_media]
    return bool(own) and not any(same_org(tie.org, org) for tie in own)


_LED = ("head of ", "co-head of ", "lead of ", "co-lead of ")


def chosen_post(own: str | None, found: str | None, chance: float, wordings: frozenset[str], care: Care) -> str | None:
    """The rules' `own` post or the one that the network has `found` (None for none) with a chance.

    `wordings` are the posts that the page words: one of the rules that follows from something else ("founder" from a
    founding) is not taken away because nobody is found to hold it.
    """
    if found is None:
        return None if own in wordings and chance >= care.nothing else own
    if own is not None and own.startswith(f"co-{found}"):
        return own  # "its two founders": that there are others was told elsewhere
    if own is not None and is_calling(found) and "founder" in own:
        return own  # the researcher who founded it
    if own is not None and own.startswith(_LED) and own not in wordings and is_loose(found):
        return own  # the engineer of whom a verb tells that she led the design team
    return found if chance >= (care.alone if own is None else care.against) else own


def weigh_positions(
    positions: list[PositionClaim], found: Understanding, drafts: list[Draft], said: PostAnswers
) -> list[PositionClaim]:
    """The rules' positions without those that the network doubts, and those that it alone tells."""
    care = load_care()
    told = {_place(employment.person, employment.org): employment for employment in said.employments(0.0)}
    chances = {place: employment.chance for place, employment in told.items()}
    least = _Least(care, found, drafts, said)
    by_place: dict[tuple[str, str], list[PositionClaim]] = defaultdict(list)
    for position in positions:
        by_place[position.person.id, position.org.id if position.org is not None else ""].append(position)
    out: list[PositionClaim] = []
    for place, own in by_place.items():
        employment = told.pop(place, None)
        if employment is None:
            out += own
            continue
        chance = max(employment.chance, least.chance_beside(place, chances))
        kept = [one for one in own if chance >= least.of_told(place, one.role)]
        shares = said.shares(employment.person, employment.org, HELD) or {} if employment.chance >= care.doubted else {}
        likely = [one for one in kept if shares.get(one.role, 1.0) >= UNLIKELY]
        out += [replace(one, confidence=_confidence(employment.chance)) for one in likely or kept]
    for place, employment in told.items():
        if employment.chance < least.of_others(place) or employment.org.name is None:
            continue
        position = _position(employment, found.page, said)
        if _is_told_of_others(employment, said, found.ties):
            continue
        is_his = not is_of_another(position.role, position.when, employment.person, employment.org, found.ties)
        if is_his and not is_of_state(position.role) and not writes_elsewhere(position.role, employment.org):
            out.append(position)
    return out


def _is_told_of_others(employment: Employment, said: PostAnswers, ties: list[Affiliation]) -> bool:
    """Whether the post that the network finds for a person is told beside other names alone."""
    found = said.post(employment.person, employment.org, HELD)
    placed = found[0] if found is not None else None
    if placed is None:
        return False
    told = [
        tie for tie in ties
        if tie.sentence is placed.sentence and tie.post == placed.post.english and tie.strength >= _BESIDE
    ]  # fmt: skip
    return bool(told) and all(tie.person is not employment.person for tie in told)


_BESIDE = 1.0  # how strongly a post is told that stands beside a name


class _Least:
    """How likely the network must think a position for it to be one.

    The post that a told move leaves is as sure as the move, and what words tell that can say nothing else needs nobody
    to confirm it. Where no words name the employer of an office that each employer has but once, the network, which
    looks for such words, finds it unlikely: it is only not one where the network is sure of another employer.
    """

    def __init__(self, care: Care, found: Understanding, drafts: list[Draft], said: PostAnswers) -> None:
        self._care = care
        self._left = {
            (*_place(draft.person, draft.from_org), draft.role_from) for draft in drafts if draft.role_from is not None
        }
        starts = {_place(draft.person, draft.from_org) for draft in drafts}
        self._goals = {_place(draft.person, draft.to_org) for draft in drafts} - starts
        named = [tie for tie in found.ties if tie.org is not None]
        self._named = {_place(tie.person, tie.org) for tie in named} | starts
        self._plain = {_place(tie.person, tie.org) for tie in named if tie.is_plain}
        self._ties = found.ties
        self._beside: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
        for tie in named:
            if tie.beside is not None:
                self._beside[_place(tie.person, tie.org)].append(_place(tie.person, tie.beside))
        self._sure = [one for one in said.employments(care.employed) if one.org.name is not None]

    def chance_beside(self, place: tuple[str, str], chances: dict[tuple[str, str], float]) -> float:
        """How likely somebody works at an employer in one breath with which the words name this one."""
        return max((chances.get(other, 0.0) for other in self._beside.get(place, ())), default=0.0)

    def of_told(self, place: tuple[str, str], role: str | None) -> float:
        """What a position of the rules needs."""
        if (*place, role) in self._left or place in self._plain:
            return 0.0
        if place in self._named:
            return self._care.doubted
        others = [one for one in self._sure if _place(one.person, one.org) != place and _id(one.person) == place[0]]
        if not all(is_of_another(role, "current", one.person, one.org, self._ties) for one in others):
            return self._care.employed
        return 0.0 if singular(role) else self._care.doubted

    def of_others(self, place: tuple[str, str]) -> float:
        """What a position needs that only the network tells: more where a told move leads."""
        return max(self._care.employed, _GOAL) if place in self._goals else self._care.employed


# How likely the network must think that somebody worked before where a told move leads them: of those that only it
# tells one in four was right on the articles and pages that are scored, of those from here on every other one.
_GOAL = 0.85


def _id(entity: Entity) -> str:
    return certain_mention(entity).id


def _place(person: Entity, org: Entity | None) -> tuple[str, str]:
    """Who works where, as positions have it."""
    return _id(person), _id(org) if org is not None else ""


def _confidence(chance: float) -> float:
    care = load_care()
    return probability(care.sure * log_odds(chance, 1e-4) + care.sure_bias)


def _position(employment: Employment, page: Page, said: PostAnswers) -> PositionClaim:
    found = said.post(employment.person, employment.org, HELD)
    placed = found[0] if found is not None else None
    sentence = placed.sentence if placed is not None else employment.sentence
    return PositionClaim(
        person=certain_mention(employment.person),
        org=certain_mention(employment.org),
        role=placed.post.english if placed is not None else None,
        when="past" if employment.is_past else "current",
        confidence=_confidence(employment.chance),
        evidence=(page.document.span(sentence.field, sentence.start, sentence.end),),
    )
