"""The drafts of each kind of event: which changes it can tell, between which ends."""

from __future__ import annotations

from talentflow.reader.cast.scene import Event
from talentflow.reader.events.boards import board_post, is_for_board
from talentflow.reader.events.drafts import (
    NOWHERE,
    UNKNOWN,
    Draft,
    Option,
    finish,
    given_options,
    goal_options,
    is_called_former,
    is_clear,
    is_there,
    is_to_come,
    is_told_first,
    known_ties,
    open_options,
    plain_draft,
    same_org,
    tie_place,
    told_ties,
    were_there,
)
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity

_NAMER = 1.0  # an organization placed so well may be the one that names somebody
_PLACED = 1.2  # "asumió en Borealis", "pasa a Borealis": the employer stands so close that it needs no post


def drafts_of(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    """All readings of an event; `ties` are those of its person, in the order of the text."""
    build = _BUILDERS.get(event.yields)
    if build is None:
        return []
    drafts = [
        draft for draft in build(event, ties, topic)
        if were_there(draft.date, draft.from_org, draft.to_org) and not _is_out_of_course(event, draft)
    ]  # fmt: skip
    told = told_ties(event, ties)
    for draft in drafts:
        draft.known = known_ties(draft, told) if told else UNKNOWN
        draft.tie_place = tie_place(draft, told)
    if ties:
        ties = [tie for tie in ties if tie.post and not tie.is_new]
    return [finish(draft, ties) for draft in drafts]


def _is_out_of_course(event: Event, draft: Draft) -> bool:
    """Whether the dates of the career speak against a reading: see course.py."""
    if (
        id(draft.from_org) in event.not_from
        and draft.from_source != "given"
        and not same_org(draft.from_org, draft.to_org)
    ):
        return True
    if id(draft.to_org) in event.not_there and draft.to_source not in ("given", "meant"):
        return True
    return (
        event.came_from is not None
        and draft.kind == "change"
        and event.to_org is not None
        and not same_org(draft.to_org, event.came_from)
    )


def _starts(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Option]:
    """Where the mover may come from: what the clause gives, and what else could be meant if it gives it badly."""
    given = given_options(event.from_org, meant=event.from_meant)
    open_ends = [option for option in open_options(event, ties, topic) if option.source != "later"]
    works = [option for option in open_ends if option.source == "near" and not _is_past(option.tie)]
    if event.yields == "leave" and works:  # "Berg quit Quanta, where Moreno, head of Borealis, is leaving": Borealis
        open_ends = [option for option in open_ends if option.source != "here"]
    if given and event.from_meant and event.yields == "leave":
        # "Ada Moreno, a former Borealis engineer, left the company": whoever means another company leaves no former one
        open_ends = [option for option in open_ends if option.source != "near" or not _is_past(option.tie)]
    # "takes a sabbatical at X" tells where to
    if given and is_clear(event.from_score, event.from_meant) and event.yields != "absence":
        return given
    return [*given, *(o for o in open_ends if not given or o.org is not event.from_org)]


def _is_past(tie: Affiliation | None) -> bool:
    return tie is not None and tie.when == "past" and not tie.by_event


def _leave(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    goals = goal_options(event)
    if event.yields == "absence" or not is_clear(event.to_score, event.to_meant):
        goals = [*goals, NOWHERE] if event.yields != "absence" else [NOWHERE]
    out: list[Draft] = []
    starts = _starts(event, ties, topic)
    for goal in goals:
        kind = "absence" if event.yields == "absence" else "move" if goal.org is not None else "leave"
        out.extend(plain_draft(event, kind, start, goal) for start in starts if not same_org(start.org, goal.org))
    if event.stays is not None:
        for start in starts:
            if event.stays.from_org is None or same_org(start.org, event.stays.from_org):
                draft = plain_draft(event, "change", Option(start.org, "same", start.tie), start)
                draft.role_to = event.stays.role_from or event.stays.role_to
                out.append(draft)
    return out


def _join(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    goals = goal_options(event)
    is_open = event.trigger.noun or event.open_goal or event.trigger.event in _NO_GOAL_NEEDED
    if not is_clear(event.to_score, event.to_meant) and (goals or event.from_org is not None or is_open):
        goals = [*goals, *(o for o in open_options(event, ties, topic) if o.org is not event.to_org)]
    out: list[Draft] = []
    starts = given_options(event.from_org)
    if is_for_board(event):
        event.role_to = board_post(event)
        starts = [NOWHERE]
    elif goals and (not starts or event.from_meant):
        last = event.yields == "shift" or event.trigger.event == "come_along"
        options = [option for option in open_options(event, ties, topic, last=last) if not is_to_come(event, option)]
        options = _told_beside(event, options)
        # whoever returns comes from where the rest of the sentence says that they are
        is_first = is_told_first(event) or event.trigger.event == "return"
        later = [] if is_first else [o for o in options if o.source == "later"]
        event.ruled_out |= {(id(o.org), id(goal.org)) for o in later for goal in goals if o.org is not goal.org}
        starts = [NOWHERE, *(o for o in options if all(o is not other for other in later)), *starts]
    for goal in goals:
        out.extend(
            plain_draft(event, "move" if start.org is not None else "join", start, goal)
            for start in starts
            if not same_org(start.org, goal.org)
        )
    return out


def _told_beside(event: Event, options: list[Option]) -> list[Option]:
    """Where somebody may come from: nothing but the former employers that the sentence names with the mover, if any.

    "Formerly of Quanta, she joined Borealis", "after ten years at Quanta he joined Borealis".
    """
    beside = [
        option for option in options
        if option.source == "near" and _is_past(option.tie) and not same_org(option.org, event.to_org)
    ]  # fmt: skip
    return beside or options


_NO_GOAL_NEEDED = ("hire", "follow", "come_along")  # the words point back to where


def _shift(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    if event.to_org is None:
        if event.from_org is not None:
            return _leave(event, ties, topic)
        return [] if event.trigger.noun or event.rank else _unsaid_shift(event, ties, topic)
    return _join(event, ties, topic)


def _unsaid_shift(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    """A move of which the clause tells neither end: from where the person works to whom the article is about."""
    open_ends = open_options(event, ties, topic)
    starts = [option for option in open_ends if option.source in ("near", "far")][:2]
    goals = [option for option in open_ends if option.source in ("topic", "here", "second", "last")]
    return [
        plain_draft(event, "move", start, goal)
        for start in starts
        for goal in goals
        if not same_org(start.org, goal.org)
    ]


def _found(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    out: list[Draft] = []
    goals = goal_options(event)
    if event.to_meant or (not goals and (event.trigger.noun or event.open_goal)):
        others = open_options(event, ties, topic)
        goals = [*goals, *(o for o in others if o.org is not event.to_org and o.org is not event.not_to)]
    starts = given_options(event.from_org)
    if goals and not starts:
        starts = [NOWHERE, *_told_beside(event, open_options(event, ties, topic, last=False))]
    for goal in goals:
        out.extend(plain_draft(event, "found", start, goal) for start in starts if not same_org(start.org, goal.org))
    return out


def _appoint(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    for_board = is_for_board(event)
    is_placed = event.to_score >= _PLACED and (not event.to_meant or is_there(event, "to"))
    if event.role_to is None and event.trigger.event == "become" and not is_placed and not for_board:
        return []  # whoever merely "becomes" something has no new post
    open_ends = open_options(event, ties, topic)
    goals = goal_options(event)
    if not is_clear(event.to_score, event.to_meant):
        goals = [*goals, *(o for o in open_ends if o.org is not event.to_org)]
    out: list[Draft] = []
    starts = given_options(event.from_org) or [o for o in open_ends if o.source in ("near", "far", "career")]
    comes_from = event.from_org if is_clear(event.from_score, event.from_meant) else None
    event.role_to = board_post(event) if for_board else event.role_to
    goals = [*goals, *_namers(event, goals)]
    for goal in goals:
        assert goal.org is not None
        if comes_from is not None and not for_board and not same_org(comes_from, goal.org):
            out.append(plain_draft(event, "move", Option(comes_from, "given"), goal))
            continue  # whoever comes to a post from elsewhere did not have another there
        if not for_board and is_called_former(event):
            event.ruled_out.add((id(goal.org), id(goal.org)))
        if not for_board and not _came_from_elsewhere(event, open_ends, goal):
            out.append(plain_draft(event, "change", Option(goal.org, "same", goal.tie), goal))
        if not for_board and _holds_other_post(event, ties, goal.org):
            event.ruled_out.add((id(None), id(goal.org)))
        else:
            out.append(plain_draft(event, "join", NOWHERE, goal))
        if not for_board:  # whoever joins a board may keep whatever else they do
            out.extend(plain_draft(event, "move", start, goal) for start in starts if not same_org(start.org, goal.org))
    return out


def _holds_other_post(event: Event, ties: list[Affiliation], org: Entity) -> bool:
    """Whether the article gives whoever is named to a post another one there, and none elsewhere: nobody comes twice.

    What stands beside the name in another sentence may be the post that they are named to.
    """
    told = [tie for tie in ties if tie.org is not None and not tie.is_new and not tie.by_event]
    return (
        event.role_to is not None
        and all(same_org(tie.org, org) for tie in told)
        and any(
            tie.post is not None
            and tie.post != event.role_to
            and (tie.when == "past") is not (tie.sentence is event.sentence)  # a former one of the house comes back
            for tie in told
        )
    )


def _came_from_elsewhere(event: Event, options: list[Option], goal: Option) -> bool:
    """Whether the sentence calls whom a house appoints somebody formerly of another: no promotion, then."""
    if any(
        option.tie is not None and option.tie.by_event and option.tie.sentence is event.sentence
        and option.tie.person_at < event.start and same_org(option.org, goal.org)
        for option in options
    ):  # fmt: skip
        return False  # "after ten years at Quanta she came to Borealis and rose to the top": the post came later
    near = [option for option in options if option.source == "near" and option.tie is not None]
    return any(_is_past(option.tie) and not same_org(option.org, goal.org) for option in near) and not any(
        same_org(option.org, goal.org) for option in near
    )


def _namers(event: Event, goals: list[Option]) -> list[Option]:
    """Whoever names somebody to a post, where what follows the post may be a part of it: "X named Y head of Z"."""
    if event.to_org is None or event.to_org.listed:
        return []
    known = {id(goal.org) for goal in goals}
    named = [org for score, slot, _, org in event.placed if slot == "to" and score >= _NAMER and org is not None]
    return [Option(org, "here") for org in dict.fromkeys(named) if id(org) not in known and not org.is_media]


def _stay(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    """Whoever is told to stay on in a post has mostly given up another: "will remain as an adviser"."""
    if event.role_from is None or event.rank or (event.trigger.weak and event.from_org is None):
        return []
    post, event.role_to, event.role_from = event.role_from, event.role_from, None
    drafts = _change(event, ties, topic)
    event.role_to, event.role_from = None, post
    return drafts


def _change(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    orgs = given_options(event.to_org) or given_options(event.from_org) or open_options(event, ties, topic)
    if event.reading is not None and event.reading.lexicon.language.head_final:
        # "元ボレアリス社長のA氏は副会長に昇格する": not where A is no more
        orgs = [org for org in orgs if org.tie is None or org.tie.when != "past"] or orgs
    now = [tie.org for tie in ties if tie.when == "current" and tie.sentence is event.sentence and not tie.is_new]
    if now and not event.to_org and not event.from_org:
        # "the former Borealis engineer Ada Moreno, now at Quanta, has been promoted"
        orgs = [org for org in orgs if any(same_org(org.org, one) for one in now)] or orgs
    return [plain_draft(event, "change", Option(org.org, "same", org.tie), org) for org in orgs]


def _offer(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    out: list[Draft] = []
    for goal in goal_options(event):
        starts = given_options(event.from_org) or [NOWHERE, *open_options(event, ties, topic)]
        for start in starts:
            if not same_org(start.org, goal.org):
                draft = plain_draft(event, "offer", start, goal)
                if event.yields == "decline":
                    draft.status = "declined"
                out.append(draft)
    return out


_BUILDERS = {
    "leave": _leave, "absence": _leave, "join": _join, "shift": _shift, "found": _found, "appoint": _appoint,
    "change": _change, "stay": _stay, "offer": _offer, "decline": _offer,
}  # fmt: skip
