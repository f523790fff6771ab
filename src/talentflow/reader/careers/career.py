"""From a page's events to its moves: the likeliest readings that fit together, each change of a person once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from talentflow.reader.careers.acceptance import Judge
from talentflow.reader.careers.coherence import (
    cannot_be_beside,
    clear_events,
    is_no_news,
    is_told_otherwise,
    leave_others,
)
from talentflow.reader.careers.course import note_course
from talentflow.reader.careers.digests import keep_to_items
from talentflow.reader.careers.draft_kinds import drafts_of
from talentflow.reader.careers.exodus import leave_losing
from talentflow.reader.careers.insiders import tell_insiders
from talentflow.reader.careers.newcomers import let_come, let_come_alike, let_rise
from talentflow.reader.careers.once_there import rises_where_once
from talentflow.reader.careers.placing import Places
from talentflow.reader.careers.same_change import is_come_before, is_of_old, is_of_replaced, tells, tells_of_both
from talentflow.reader.careers.settling import follow_on, keep_on, leave_unshared, set_back, settle_posts
from talentflow.reader.careers.staying import only_goes_on, who_gives_up
from talentflow.reader.careers.steps import go_step_by_step
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.boards import is_for_board
from talentflow.reader.events.coming_back import come_back, go_where_hired
from talentflow.reader.events.denials import part_denied
from talentflow.reader.events.denied_drafts import beside_denials, part_steps, settle_denied, stand_with_denials
from talentflow.reader.events.drafts import COUPLE_REACH, RANK, Draft, couple, finer, is_clear, same_org
from talentflow.reader.events.one_breath import stand_in_list, stand_together, stand_with_aims, stand_with_returns
from talentflow.reader.events.own_starts import keep_own_starts
from talentflow.reader.events.posts_left import is_loose
from talentflow.reader.events.stays_told import come_where_left
from talentflow.reader.events.teams import fill_memberships
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import sharper
from talentflow.reader.words.page import Entity, Sentence

# Bounds for texts that tell of one person without end; no article comes near them.
_MOST_EVENTS = 150
_MOST_TIES = 80
_MOST_PARTNERS = 80
_STAYS_WITHIN = 4  # sentences from a leaving to the post in which somebody stays on with the employer


def candidates(
    events: list[Event], affiliations: list[Affiliation], topic: Entity | None, places: Places
) -> tuple[list[Draft], Judge]:
    """Every reading of every event, with leavings and joinings of one person coupled too, and who judges them."""
    ties: dict[int, list[Affiliation]] = {}
    for tie in affiliations:
        ties.setdefault(id(tie.person), []).append(tie)
    by_person: dict[int, list[list[Draft]]] = {}
    for event in events:
        joined = _tie_of_event(event)
        if joined is not None:
            ties.setdefault(id(event.person), []).append(joined)
    note_course(events, ties, _MOST_EVENTS)
    _note_staying_on(events)
    part_denied(events)
    giving_up = who_gives_up(events)
    for event in events:
        if only_goes_on(event, ties.get(id(event.person), []), giving_up):
            continue
        groups = by_person.setdefault(id(event.person), [])
        if len(groups) < _MOST_EVENTS:
            spoken_of = places.around(event, topic)[1]
            readings = drafts_of(event, _nearest(ties.get(id(event.person), []), event), spoken_of)
            readings = [draft for draft in readings if not rises_where_once(draft)]
            if readings:
                groups.append(readings)
    out: list[Draft] = []
    for groups in by_person.values():
        flat = [draft for group in groups for draft in group]
        everything = [*flat, *_couples(flat)]
        _count_support(everything)
        _look_beside(everything)
        out.extend(everything)
    judge = Judge(topic, places, {person: told[:_MOST_TIES] for person, told in ties.items()})
    judge.look_at(out)
    return out, judge


def _note_staying_on(events: list[Event]) -> None:
    """Tells each leaving whether the same person is said to stay on: "leaves as CEO but remains as an adviser"."""
    leavings: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        if event.yields == "leave" and event.to_org is None:
            leavings.setdefault((id(event.person), event.sentence.number), []).append(event)
    for stay in events:
        if stay.yields == "stay" and not stay.rank:
            reach = _STAYS_WITHIN if stay.role_from is not None and stay.from_org is not None else 1
            for number in range(stay.sentence.number - reach, stay.sentence.number + 1):
                for leaving in leavings.get((id(stay.person), number), []):
                    if stay.from_org is not None or stay.sentence is leaving.sentence or not _names_employer(stay):
                        leaving.stays = stay
    _note_new_posts(leavings, events)


def _note_new_posts(leavings: dict[tuple[int, int], list[Event]], events: list[Event]) -> None:
    """Tells each giving up of a post which one of the same employer the sentence gives the person next.

    "She gave up the chief executive's post at Borealis and moved to the chair".
    """
    for taking in events:
        if (
            taking.yields != "appoint"
            or taking.rank
            or taking.hit is None
            or not (taking.role_to or is_for_board(taking))
        ):
            continue
        for leaving in leavings.get((id(taking.person), taking.sentence.number), []):
            is_post = leaving.role_from is not None and leaving.from_org is not None and leaving.how is None
            is_there = taking.to_org is None or same_org(taking.to_org, leaving.from_org)
            if is_post and is_there and leaving.stays is None and leaving.start < taking.start:
                leaving.stays = taking


def _names_employer(stay: Event) -> bool:
    """Whether the sentence names some employer, which may be where somebody stays: "She stays professor at Quanta"."""
    return any(m.kind == "org" and m.entity is not None and m.entity.name for m in stay.sentence.mentions)


def _nearest(ties: list[Affiliation], event: Event) -> list[Affiliation]:
    """The person's ties in order of the text, of very many only those told nearest to the event."""
    if len(ties) <= _MOST_TIES:
        return ties
    number = event.sentence.number
    nearest = sorted(range(len(ties)), key=lambda place: abs(ties[place].sentence.number - number))[:_MOST_TIES]
    return [ties[place] for place in sorted(nearest)]


def _couples(drafts: list[Draft]) -> list[Draft]:
    """Each leaving of a person with each joining that is told near it, as one step."""
    joins: dict[int, list[tuple[int, Draft]]] = {}
    for place, draft in enumerate(drafts):
        if draft.kind in ("join", "found") and draft.from_org is None:
            joins.setdefault(draft.event.sentence.number, []).append((place, draft))
    out: list[Draft] = []
    for leave in drafts if joins else ():
        if leave.kind != "leave":
            continue
        number = leave.event.sentence.number
        near = [
            found for other in range(number - COUPLE_REACH, number + COUPLE_REACH + 1) for found in joins.get(other, ())
        ]
        for _, join in sorted(near, key=lambda found: found[0])[:_MOST_PARTNERS]:
            whole = couple(leave, join)
            if whole is not None:
                out.append(whole)
    return out


def _tie_of_event(event: Event) -> Affiliation | None:
    """Whoever has joined works there from then on: where a later leaving starts from."""
    if (
        event.to_org is None
        or (event.to_org.name is None and event.yields != "found")
        or event.rank
        or event.to_post
        or event.status in ("declined", "denied", "rumored")
        or (event.yields not in ("join", "shift", "found", "appoint") and not _leaves_for(event))
    ):
        return None
    return Affiliation(
        event.person, event.to_org, event.role_to, "current", event.sentence, event.start, event.end, 1.0,
        person_at=event.start, by_event=True, date=event.date, is_news=_is_news(event),
    )  # fmt: skip


def _leaves_for(event: Event) -> bool:
    """Whether a leaving says itself where to: "left Borealis for Quanta"."""
    return event.yields == "leave" and is_clear(event.to_score, event.to_meant)


def _is_news(event: Event) -> bool:
    """Whether an arrival is not told as one of years ago: neither by its year nor as the first one after studies."""
    return not event.is_background and not any(hit.end <= event.start for hit in event.sentence.of_kind("study"))


def _count_support(drafts: list[Draft]) -> None:
    """How many other events of the person can be read as the same change."""
    by_ends: dict[tuple[int, int, str], set[int]] = {}
    told_by: list[set[int]] = []
    for draft in drafts:
        key = (id(draft.from_org), id(draft.to_org), _family(draft.kind))
        told = by_ends.get(key)
        if told is None:
            told = by_ends[key] = set()
        for event in draft.events:
            told.add(id(event))
        told_by.append(told)
    for draft, told in zip(drafts, told_by, strict=True):
        draft.support = len(told) - len(draft.events)


def _look_beside(drafts: list[Draft]) -> None:
    """Which other events the person has: a leaving with an arrival close by is seldom a move of its own."""
    told = {id(event): event for draft in drafts for event in draft.events}
    others = [
        (key, event.yields, event.sentence.number, event.status == "denied")
        for key, event in told.items()
        if not event.rank
    ]
    known: dict[tuple[int, ...], frozenset[str]] = {}
    for draft in drafts:
        own = tuple([id(event) for event in draft.events])
        is_denied = draft.event.status == "denied"
        if own not in known:
            number = draft.event.sentence.number
            found = set()
            for key, yields, other, denied in others:
                if key not in own and denied == is_denied:  # who denies to leave does not leave for where they came
                    gap = abs(other - number)
                    found.add(f"{yields} {'here' if gap == 0 else 'near' if gap <= 2 else 'far'}")
            stay = draft.event.stays
            if stay is not None:
                found.add("stay here" if stay.sentence is draft.event.sentence else "stay near")
            known[own] = frozenset(found)
        draft.beside = known[own]


def _family(kind: str) -> str:
    return "move" if kind in ("move", "found", "join") else kind


# To say wrongly that a living person was dismissed does more harm than to miss it: such a reading must be surer.
_GRAVE = ("dismissed",)
_GRAVE_CARE = 1.8


def _may_be_another(event: Event) -> bool:
    """Whether a pronoun could mean somebody else: "she told them that he had been dismissed"."""
    if not event.is_inferred:
        return False
    others = [m for m in event.sentence.mentions if m.kind == "person"]
    return len(others) > 1 or any(hit.kind == "said" for hit in event.sentence.hits)


Weighing = Callable[[list[Draft]], list[Draft]]


def compose(
    events: list[Event],
    affiliations: list[Affiliation],
    topic: Entity | None,
    places: Places,
    threshold: float,
    look_again: Weighing | None = None,
    look_last: Weighing | None = None,
) -> list[Draft]:
    """The moves of a page in order of the text: readings of at least `threshold`, none told twice.

    `look_again` is given the judged readings and returns those to weigh against one another (see second_look.py),
    `look_last` those and returns the ones to choose from (see last_look.py).
    """
    drafts = weighed(events, affiliations, topic, places, look_again)
    if look_last is not None:
        drafts = look_last(drafts)
    chosen = keep_on(set_back(follow_on(leave_unshared(choose(drafts, threshold, affiliations)))))
    keep_own_starts(chosen, events)
    chosen = settle_posts(chosen, events, affiliations)
    fill_memberships(chosen)
    return chosen


def weighed(
    events: list[Event],
    affiliations: list[Affiliation],
    topic: Entity | None,
    places: Places,
    look_again: Weighing | None = None,
) -> list[Draft]:
    """The judged readings of a page, each weighed by what the others tell."""
    drafts, judge = candidates(events, affiliations, topic, places)
    judge.judge(drafts)
    beside = beside_denials(drafts)
    if look_again is not None:
        drafts = look_again(drafts)
    drafts = part_steps(drafts)
    stand_with_denials(beside)
    tell_insiders(drafts, places.choices)
    let_come(drafts)
    let_come_alike(drafts)
    let_rise(drafts)
    leave_others(drafts)
    stand_together(drafts)
    go_step_by_step(drafts, affiliations)
    go_where_hired(drafts)
    come_where_left(drafts)
    drafts = come_back(drafts)
    keep_to_items(drafts, topic)
    leave_losing(drafts, topic)
    stand_in_list(drafts, places.items)
    stand_with_aims(drafts)
    stand_with_returns(drafts)
    return drafts


def choose(drafts: list[Draft], threshold: float, affiliations: Sequence[Affiliation] = ()) -> list[Draft]:
    """The likeliest of judged drafts that fit together, none told twice.

    `affiliations` are what the article says of people's employers beside its moves.
    """
    chosen: list[Draft] = []
    drafts = sorted(drafts, key=lambda draft: -draft.confidence)
    by_person: dict[int, list[Draft]] = {}
    used: set[int] = set()
    movers: dict[tuple[int, int], int] = {}
    likelier = _of_likelier_movers(drafts)
    certain = _by_person(drafts, threshold)
    told = clear_events(draft for draft in drafts if draft.confidence >= threshold)
    ties: dict[int, list[Affiliation]] = {}
    for tie in affiliations:
        ties.setdefault(id(tie.person), []).append(tie)
    for draft in drafts:
        if draft.confidence < threshold:
            break
        if draft.how in _GRAVE and draft.confidence < threshold * _GRAVE_CARE:
            continue
        if any(event.how in _GRAVE and _may_be_another(event) for event in draft.events):
            continue
        if any(id(event) in used for event in draft.events):
            continue
        places = {(event.sentence.number, event.start): event.rank for event in draft.events}
        if any(movers.get(place, rank) != rank for place, rank in places.items()):
            continue  # the trigger already has its mover
        if any(
            tells(known, other)
            for place, rank in places.items()
            for other in likelier.get((*place, rank), ())
            for known in by_person.get(id(other.person), ())
        ):
            continue  # the words tell again what is known of whoever stands nearer to them
        of_person = by_person.setdefault(id(draft.person), [])
        if any(is_come_before(draft, other) for other in certain[id(draft.person)]):
            continue  # the verb before tells how the person came there: the post is a new one
        if is_told_otherwise(draft, told) or is_no_news(draft, ties.get(id(draft.person), []), chosen):
            continue
        if any(
            other.confidence >= threshold and other.person is not draft.person
            for place, rank in places.items()
            for other in likelier.get((*place, rank), ())
        ) and any(tells(known, draft) for known in of_person):
            continue  # it tells nothing new, and the words are rather those of whoever stands nearer
        movers.update(places)
        used.update(id(event) for event in draft.events)
        if cannot_be_beside(draft, of_person, certain[id(draft.person)]):
            continue  # its words tell once more, or the other way round, what is known
        known = next((other for other in of_person if tells(other, draft)), None)
        if known is not None:
            _absorb(known, draft)
            continue
        wider = next((other for other in of_person if tells(draft, other)), None)
        if wider is not None and draft.kind == "change" and wider.kind == "leave" and not tells_of_both(draft, wider):
            continue  # the surer reading is that the person leaves
        if wider is not None:
            chosen[chosen.index(wider)] = of_person[of_person.index(wider)] = draft
            _absorb(draft, wider)
            continue
        chosen.append(draft)
        of_person.append(draft)
    chosen.sort(key=_place)
    return chosen


def _by_person(drafts: list[Draft], threshold: float) -> dict[int, list[Draft]]:
    """The drafts of each person that are likely enough to be chosen."""
    out: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.confidence >= threshold:
            out.setdefault(id(draft.person), []).append(draft)
    return out


def _of_likelier_movers(drafts: list[Draft]) -> dict[tuple[int, int, int], list[Draft]]:
    """By the place of each trigger and the rank of a mover: the drafts of one event with those who stand better."""
    at: dict[tuple[int, int], list[tuple[int, Draft]]] = {}
    for draft in drafts:
        if len(draft.events) == 1:
            at.setdefault((draft.event.sentence.number, draft.event.start), []).append((draft.event.rank, draft))
    return {
        (*place, rank): [draft for other, draft in told if other < rank]
        for place, told in at.items()
        for rank in {rank for rank, _ in told if rank}
    }


def _place(draft: Draft) -> tuple[int, int, int]:
    """Where a move is told: its first sentence, the trigger there, and where that names the person."""
    mention = draft.event.mention
    first = min(event.sentence.number for event in draft.events)
    return first, draft.event.start, -1 if mention is None else mention.start


def _post_left(keep: Draft, gone: Draft) -> str | None:
    """The post left: what the clause of either telling says goes before what is told beside the name or elsewhere."""
    said = gone.event.role_from if keep.event.role_from is None and not is_loose(gone.event.role_from) else None
    posts = [post for post in (said, keep.role_from, gone.role_from) if keep.kind != "change" or post != keep.role_to]
    return next(filter(None, posts), None)


def _absorb(keep: Draft, gone: Draft) -> None:
    is_titled, is_gone_titled = _is_headline(keep), _is_headline(gone)
    keep.events.extend(event for event in gone.events if event not in keep.events)
    keep.confidence = max(keep.confidence, gone.confidence)
    keep.role_from = _post_left(keep, gone)
    if not is_of_replaced(gone, keep):
        keep.role_to = gone.role_to if is_of_replaced(keep, gone) else sharper(keep.role_to, gone.role_to)
    if gone.how not in _GRAVE or gone.confidence >= keep.confidence / 2:
        keep.how = keep.how or gone.how
    if keep.date is not None or keep.is_background or not is_of_old(gone):
        keep.date = finer(keep.date, gone.date)  # what happened years ago does not date the news
    if keep.kind == "move" and gone.kind == "found":
        keep.kind = "found"
    # That somebody has left makes it no surer where they are said to go.
    says_as_much = keep.status != "rumored" or keep.to_org is None or same_org(gone.to_org, keep.to_org)
    if settle_denied(keep, gone):
        pass
    elif keep.kind == "offer" and (keep.status == "declined" or (gone.kind, gone.status) == ("offer", "declined")):
        keep.status = "declined"  # it was made, and then refused
    elif RANK[gone.status] > RANK[keep.status] and keep.status != "denied" and says_as_much and not is_gone_titled:
        keep.status = gone.status
    elif is_titled and not is_gone_titled and RANK[gone.status] < RANK[keep.status]:
        keep.status = gone.status  # headlines tell plans and rumours as if they had happened
    keep.according_to = tuple(dict.fromkeys((*keep.according_to, *gone.according_to)))
    keep.is_background = keep.is_background and gone.is_background


def _is_headline(draft: Draft) -> bool:
    """Whether only the title tells a draft."""
    return all(event.sentence.is_title for event in draft.events)


def sentences_of(draft: Draft) -> list[Sentence]:
    """The sentences that tell a move, the one it rests on first."""
    return list({event.sentence.number: event.sentence for event in draft.events}.values())
