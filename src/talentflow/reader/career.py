"""From a page's events to its moves: the likeliest readings that fit together, each change of a person once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from talentflow.reader.acceptance import Judge
from talentflow.reader.affiliations import Affiliation
from talentflow.reader.boards import is_for_board
from talentflow.reader.coherence import (
    cannot_be_beside,
    clear_events,
    is_no_news,
    is_told_otherwise,
    leave_others,
)
from talentflow.reader.coming_back import come_back, go_where_hired
from talentflow.reader.course import note_course
from talentflow.reader.denials import part_denied
from talentflow.reader.denied_drafts import (
    beside_denials,
    part_steps,
    settle_denied,
    stand_with_denials,
)
from talentflow.reader.digests import keep_to_items
from talentflow.reader.drafts import (
    COUPLE_REACH,
    RANK,
    Draft,
    couple,
    drafts_of,
    finer,
    is_clear,
    same_org,
    were_there,
)
from talentflow.reader.exodus import leave_losing
from talentflow.reader.insiders import tell_insiders
from talentflow.reader.newcomers import let_come, let_come_alike, let_rise
from talentflow.reader.once_there import rises_where_once
from talentflow.reader.one_breath import stand_in_list, stand_together, stand_with_aims, stand_with_returns
from talentflow.reader.own_starts import keep_own_starts
from talentflow.reader.page import Entity, Sentence
from talentflow.reader.placing import Places
from talentflow.reader.posts import sharper
from talentflow.reader.posts_left import is_loose
from talentflow.reader.scene import Event, comes_back
from talentflow.reader.settling import follow_on, keep_on, leave_unshared, set_back, settle_posts
from talentflow.reader.staying import only_goes_on, who_gives_up
from talentflow.reader.stays_told import come_where_left
from talentflow.reader.steps import go_step_by_step
from talentflow.reader.teams import fill_memberships

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
    _note_stays(events)
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


def _note_stays(events: list[Event]) -> None:
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


def compose(
    events: list[Event],
    affiliations: list[Affiliation],
    topic: Entity | None,
    places: Places,
    threshold: float,
    look_again: Callable[[list[Draft]], list[Draft]] | None = None,
) -> list[Draft]:
    """The moves of a page in order of the text: readings of at least `threshold`, none told twice.

    `look_again` is given the judged readings and returns those to choose from: see second_look.py.
    """
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
    chosen = keep_on(set_back(follow_on(leave_unshared(choose(drafts, threshold, affiliations)))))
    keep_own_starts(chosen, events)
    chosen = settle_posts(chosen, events, affiliations)
    fill_memberships(chosen)
    return chosen


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
            _tells(known, other)
            for place, rank in places.items()
            for other in likelier.get((*place, rank), ())
            for known in by_person.get(id(other.person), ())
        ):
            continue  # the words tell again what is known of whoever stands nearer to them
        of_person = by_person.setdefault(id(draft.person), [])
        if any(_is_come_before(draft, other) for other in certain[id(draft.person)]):
            continue  # the verb before tells how the person came there: the post is a new one
        if is_told_otherwise(draft, told) or is_no_news(draft, ties.get(id(draft.person), []), chosen):
            continue
        if any(
            other.confidence >= threshold and other.person is not draft.person
            for place, rank in places.items()
            for other in likelier.get((*place, rank), ())
        ) and any(_tells(known, draft) for known in of_person):
            continue  # it tells nothing new, and the words are rather those of whoever stands nearer
        movers.update(places)
        used.update(id(event) for event in draft.events)
        if cannot_be_beside(draft, of_person, certain[id(draft.person)]):
            continue  # its words tell once more, or the other way round, what is known
        known = next((other for other in of_person if _tells(other, draft)), None)
        if known is not None:
            _absorb(known, draft)
            continue
        wider = next((other for other in of_person if _tells(draft, other)), None)
        if wider is not None and draft.kind == "change" and wider.kind == "leave" and not _tells_of_both(draft, wider):
            continue  # the surer reading is that the person leaves
        if wider is not None:
            chosen[chosen.index(wider)] = of_person[of_person.index(wider)] = draft
            _absorb(draft, wider)
            continue
        chosen.append(draft)
        of_person.append(draft)
    chosen.sort(key=_place)
    return chosen


def _is_come_before(posting: Draft, coming: Draft) -> bool:
    """Whether a post is taken where the sentence tells before that the person came: "joined B, became its chief"."""
    one, other = posting.event, coming.event
    return (
        one.trigger.event in _POSTINGS
        and other.trigger.event in _COMING
        and posting.kind in ("move", "join")
        and coming.kind in ("move", "join")
        and one.sentence is other.sentence
        and other.start < one.start
        and not other.rank
        and coming.to_source == "given"
        and coming.to_org is posting.to_org
        and coming.date is not None
    )


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


def _tells(whole: Draft, part: Draft) -> bool:
    """Whether a move already tells what another draft of the same person says."""
    if whole.person is not part.person or not _dates_agree(whole, part):
        return False
    if _is_overtaken(whole, part) or _is_overtaken(part, whole):
        return False  # "denied in September, confirmed today": two statuses of one move, at two times
    same_from = same_org(whole.from_org, part.from_org)
    same_to = same_org(whole.to_org, part.to_org) or _is_start_up_of(whole, part)
    if same_to and (_returns_later(whole, part) or _returns_later(part, whole)):
        return False
    if same_from and _goes_once_more(whole, part):
        return False
    if same_from and same_to:
        if whole.kind == part.kind == "change" and _is_of_old(whole) != _is_of_old(part):
            return False  # a promotion of years ago is not the one that is the news
        return (whole.kind == part.kind or "change" not in (whole.kind, part.kind)) and _posts_agree(whole, part)
    if part.from_org is None and whole.from_org is None and same_to:
        return whole.kind == part.kind or {whole.kind, part.kind} == {"join", "found"}
    if part.to_org is None and whole.to_org is None and same_from:
        return whole.kind == part.kind
    if {whole.kind, part.kind} == {"leave", "absence"} and same_from and _is_one_sentence(whole, part):
        return True  # whoever is told there to be on leave and to do their work no more
    if part.kind == "leave" and same_from:
        if whole.kind in ("move", "found"):
            return not same_org(whole.to_org, part.from_org)  # from one house of an employer to another: nobody leaves
        return whole.kind == "change" and _is_beside(whole, part)
    if part.kind in ("join", "found") and part.from_org is None and same_to:
        if whole.kind == "change":  # whoever came years ago came before the post that is the news
            return part.kind == "join" and not _is_before(part, whole) and (_is_of_old(whole) or not _is_of_old(part))
        return whole.kind in ("move", "found")
    if part.kind == "offer" and same_to:
        return whole.kind == "move"
    arrivals = ("move", "join", "found")
    if same_to and whole.kind in arrivals and part.kind in arrivals:
        return True  # one arrival told twice, from two employers: the likelier reading stands
    # Whoever comes to a new employer's post is not promoted there on the same day; who founded it may be, years later.
    return (
        same_to
        and whole.kind in arrivals
        and (whole.kind != "found" or _is_one_sentence(whole, part))
        and part.kind == "change"
        and part.event.trigger.event in _POSTINGS
        and whole.is_background == part.is_background
    )


def _returns_later(back: Draft, came: Draft) -> bool:
    """Whether somebody comes back where the article tells how they had come years before."""
    return (
        any(comes_back(event) for event in back.events)
        and not any(comes_back(event) for event in came.events)
        and _is_of_old(came)
        and not back.is_background
    )


def _goes_once_more(one: Draft, other: Draft) -> bool:
    """Whether one leaving is told after a return and at another time than the other: "rehired in May, quit in June"."""
    if one.kind != "leave" or other.kind != "leave" or one.date is None or other.date is None:
        return False
    is_apart = not one.date.startswith(other.date) and not other.date.startswith(one.date)
    return is_apart and one.event.is_after_return != other.event.is_after_return


_MONTH = len("2025-09")
_GIVING = ("leave", "stay")  # whose words name the post that is given up, or the one that is kept


def _is_overtaken(denied: Draft, done: Draft) -> bool:
    """Whether what was denied some time ago is told as done at a later date, or as the news."""
    if denied.status != "denied" or done.status != "done" or denied.date is None or done.is_background:
        return False
    if done.date is None:  # "in September it was denied", where the news bears no day
        return denied.is_background or len(denied.date) <= _MONTH
    return done.date > denied.date and not done.date.startswith(denied.date)


def _is_before(join: Draft, change: Draft) -> bool:
    """Whether a verb of coming tells with a day of its own how somebody came where they then rose."""
    event = join.event
    return (
        event.trigger.event in _COMING
        and join.to_source == "given"
        and join.date is not None
        and all(event is not other for other in change.events)
        and (
            change.date is None
            or join.date < change.date
            or (event.sentence is change.event.sentence and event.start < change.event.start)
        )
    )


def _is_of_old(draft: Draft) -> bool:
    """Whether a change is told with a year before that of the news."""
    return draft.is_background and draft.date is not None


def _is_one_sentence(one: Draft, other: Draft) -> bool:
    return any(a.sentence is b.sentence for a in one.events for b in other.events)


def _is_start_up_of(whole: Draft, part: Draft) -> bool:
    """Whether "a company of her own" is meant, which the other may name: "she started Quanta Labs"."""
    if whole.to_org is None or part.to_org is None or part.to_org.name is not None:
        return False
    return whole.to_org.name is None or (
        whole.kind == part.kind == "found" and whole.is_background == part.is_background
    )


_COMING = ("join", "hire", "move", "return")
_POSTINGS = ("appoint", "become", "replace", "succeeded_by")


def _posts_agree(one: Draft, other: Draft) -> bool:
    """Two promotions within one employer are one only when they do not lead to different posts at different times."""
    if one.kind != "change":
        return True
    if one.role_to is None or other.role_to is None or _is_same_post(one.role_to, other.role_to):
        return True
    if _only_leads(one.role_to, other.role_to) and _is_of_old(one) == _is_of_old(other):
        return True
    if one.event.sentence is other.event.sentence:
        # two posts of one sentence are two steps, but not the one given up and the one taken for it, nor the one
        # taken and whose it was: "became chief executive, in succession to her co-founder Tom Berg"
        gives = (one.event.yields in _GIVING) is not (other.event.yields in _GIVING)
        return gives or (one.event.trigger.event == "replace") is not (other.event.trigger.event == "replace")
    return one.date == other.date


def _only_leads(one: str, other: str) -> bool:
    """Whether one post only says that somebody leads the whole house, and the other by what name: "head" and "CEO"."""
    return any(loose == "head" and post in _HEADS for loose, post in ((one, other), (other, one)))


_HEADS = frozenset({"CEO", "chief executive", "president", "managing director", "president and CEO", "director-general",
                    "chairman and CEO", "general manager"})  # fmt: skip


def _is_same_post(one: str, other: str) -> bool:
    a, b = set(one.split()), set(other.split())
    return 2 * len(a & b) >= min(len(a), len(b)) + 1


def _is_beside(change: Draft, leave: Draft) -> bool:
    """Whether one sentence tells that somebody gives up a post and takes another, or the title tells one of them."""
    if any(event.was_at is not None for event in change.events):
        return False  # a step of the career of its own
    is_titled = any(event.sentence.is_title for draft in (change, leave) for event in draft.events)
    is_both = is_titled or _gives_up(change, leave) or _leaves_post(change, leave)
    return change.is_background == leave.is_background and is_both


def _tells_of_both(change: Draft, leave: Draft) -> bool:
    """Whether the words tell that a post is given up and that the person stays on."""
    return change.event.stays is not None or _gives_up(change, leave) or _leaves_post(change, leave)


def _leaves_post(change: Draft, leave: Draft) -> bool:
    """Whether only a post is given up and the new one told right behind: "steps down as chief. He becomes chair"."""
    gap = change.event.sentence.number - leave.event.sentence.number
    is_post = leave.event.of_post or (leave.event.role_from is not None and change.role_to is not None)
    return is_post and leave.how is None and 0 <= gap <= 1 and change.role_to != leave.role_from


def _gives_up(change: Draft, leave: Draft) -> bool:
    """Whether the new post is told after the old one: "stepped down to become chair"; else it came before."""
    return any(a.sentence is b.sentence and a.start > b.start for a in change.events for b in leave.events)


def _dates_agree(one: Draft, other: Draft) -> bool:
    both = (one.from_org, one.to_org, other.from_org, other.to_org)
    if not were_there(one.date, *both) or not were_there(other.date, *both):
        return False  # who founded A in 2015 had not come there from B, which is younger
    if one.date is None or other.date is None:
        return True
    return one.date.startswith(other.date[:4]) or other.date.startswith(one.date[:4])


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
    if not _is_of_replaced(gone, keep):
        keep.role_to = gone.role_to if _is_of_replaced(keep, gone) else sharper(keep.role_to, gone.role_to)
    if gone.how not in _GRAVE or gone.confidence >= keep.confidence / 2:
        keep.how = keep.how or gone.how
    if keep.date is not None or keep.is_background or not _is_of_old(gone):
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


def _is_of_replaced(draft: Draft, other: Draft) -> bool:
    """Whether a post stands only with whom somebody succeeds, and another draft tells which one is taken."""
    succeeds = [event.trigger.event == "replace" for event in draft.events]
    return all(succeeds) and other.role_to is not None and any(e.trigger.event != "replace" for e in other.events)


def _is_headline(draft: Draft) -> bool:
    """Whether only the title tells a draft."""
    return all(event.sentence.is_title for event in draft.events)


def sentences_of(draft: Draft) -> list[Sentence]:
    """The sentences that tell a move, the one it rests on first."""
    return list({event.sentence.number: event.sentence for event in draft.events}.values())
