"""The moves that one event could mean: every sensible way to fill the ends that its sentence leaves open."""

from __future__ import annotations

from dataclasses import dataclass, field

from talentflow.model import notes
from talentflow.model.notes import Note
from talentflow.reader.affiliations import Affiliation
from talentflow.reader.boards import board_post, is_for_board
from talentflow.reader.events import frames
from talentflow.reader.page import Entity
from talentflow.reader.posts import sharper
from talentflow.reader.posts_left import post_left
from talentflow.reader.scene import Event

CLEAR = 1.6  # a slot filled better than this is taken as the clause gives it
_NAMER = 1.0  # an organization placed so well may be the one that names somebody
_PLACED = 1.2  # "asumió en Borealis", "pasa a Borealis": the employer stands so close that it needs no post
COUPLE_REACH = 5  # sentences: what is told further apart is no one step


TOLD = "told"  # the source of both ends where no phrase opened the move, see second_look.py
UNKNOWN = frozenset({"none"})  # nothing is told of where the person works


@dataclass(slots=True, eq=False)
class Draft:
    """A move in the making: one reading of one event, or of a leaving and a joining together."""

    person: Entity
    kind: str
    from_org: Entity | None
    to_org: Entity | None
    events: list[Event]
    from_source: str = "none"
    to_source: str = "none"
    from_tie: Affiliation | None = None
    to_tie: Affiliation | None = None
    role_from: str | None = None
    role_to: str | None = None
    status: str = "done"
    how: str | None = None
    date: str | None = None
    is_background: bool = False
    according_to: tuple[str, ...] = ()
    notes: list[Note] = field(default_factory=list)
    confidence: float = 0.0
    second: float | None = None  # how likely the encoder finds it told, where it was asked
    support: int = 0
    beside: frozenset[str] = frozenset()  # what other events the article tells of the person, near and far
    tie_place: str = ""  # see _tie_place
    is_parted: bool = False  # one half is denied and the other is not: "has left Intel, but denies to join Google"
    known: frozenset[str] = frozenset()  # what else the article says of where the person works, see _known_ties

    @property
    def event(self) -> Event:
        """The event that it rests on first."""
        return self.events[0]


@dataclass(slots=True)
class Option:
    """One organization that could fill an open end, and how we came to it."""

    org: Entity | None
    source: str
    tie: Affiliation | None = None


def same_org(one: Entity | None, other: Entity | None) -> bool:
    """Whether both are one employer within an article: the same, or a brand and its parent."""
    if one is None or other is None:
        return False
    if one is other:
        return True
    a, b = one.record, other.record
    if a is None or b is None:
        return False
    return bool(a.parent and a.parent == b.id) or bool(b.parent and b.parent == a.id)


_EARLY = 1  # years by which newsrooms differ on when a company began


def were_there(date: str | None, *orgs: Entity | None) -> bool:
    """Whether all of these employers can have been there at that date, as far as the registry knows."""
    if date is None:
        return True
    years = [org.record.founded for org in orgs if org is not None and org.record is not None]
    return all(founded is None or int(date[:4]) >= founded - _EARLY for founded in years)


def drafts_of(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    """All readings of an event; `ties` are those of its person, in the order of the text."""
    build = _BUILDERS.get(event.yields)
    if build is None:
        return []
    drafts = [
        draft for draft in build(event, ties, topic)
        if were_there(draft.date, draft.from_org, draft.to_org) and not _is_out_of_course(event, draft)
    ]  # fmt: skip
    told = _told_ties(event, ties)
    for draft in drafts:
        draft.known = _known_ties(draft, told) if told else UNKNOWN
        draft.tie_place = _tie_place(draft, told)
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


def _tie_place(draft: Draft, told: list[tuple[Entity | None, str, str]]) -> str:
    """Whether the employer left is the first or the last of those that the article gives the person."""
    orgs = list(dict.fromkeys(id(org) for org, _, _ in told if org is not None))
    if draft.from_tie is None or len(orgs) < 2 or id(draft.from_org) not in orgs:
        return ""
    place = orgs.index(id(draft.from_org))
    return "first" if place == 0 else "last" if place == len(orgs) - 1 else "middle"


def _told_ties(event: Event, ties: list[Affiliation]) -> list[tuple[Entity | None, str, str]]:
    """The employers of the person's ties, each with where and as what the tie is told; not the event's own."""
    return [
        (tie.org, "near" if tie.sentence is event.sentence else "far", "event" if tie.by_event else tie.when)
        for tie in ties
        if not tie.is_new and not (tie.by_event and tie.person_at == event.start)
    ]


def _known_ties(draft: Draft, told: list[tuple[Entity | None, str, str]]) -> frozenset[str]:
    """Which of the person's ties speak of the goal itself and which of another employer, beside the name or afar."""
    out: set[str] = set()
    start, goal = draft.from_org, draft.to_org
    for org, place, when in told:
        whose = "goal" if same_org(org, goal) else "start" if same_org(org, start) else "other"
        whose = "post" if org is None else whose  # a post, and not where
        out.add(f"{place} {whose} {when}")
    return frozenset(out)


def _open_ends(event: Event, ties: list[Affiliation], topic: Entity | None, *, last: bool = True) -> list[Option]:
    """Where an unnamed employer may be found: beside the name, elsewhere in the text, or in the article's subject."""
    out: list[Option] = []
    usable = [
        tie for tie in ties
        if tie.org is not None and not tie.is_new and not (tie.by_event and tie.person_at == event.start)
        and not _comes_later(tie.date, event.date) and not _leaves_first(event, tie) and not _works_there(event, tie)
    ]  # fmt: skip
    usable = [tie for tie in usable if not _is_told_earlier(tie, usable)]
    over = {id(tie.org) for tie in usable if _is_told_first_of(tie, usable, event)}
    usable = [tie for tie in usable if id(tie.org) not in over]
    near = [tie for tie in usable if tie.sentence is event.sentence]
    far = sorted(
        (tie for tie in usable if tie.sentence is not event.sentence),
        key=lambda tie: (abs(tie.sentence.number - event.sentence.number), -tie.strength),
    )
    out.extend(Option(tie.org, _source_of(tie, event), tie) for tie in (*near, *far[:4]))
    if last:
        out.extend(Option(org, "here") for org in event.here)
    if last and event.last_org is not None:
        out.append(Option(event.last_org, "last"))
    if topic is not None:
        out.append(Option(topic, "topic"))
        out.extend(Option(org, "second") for org in event.seconds)
    if last:
        out.extend(Option(org, "around") for org in event.around)
    over |= {start for start, goal in event.ruled_out if goal == id(event.to_org)}  # see _works_there
    out = [option for option in out if id(option.org) not in over]
    out += [
        Option(org, "career", _tie_to(org, ties)) for org in (event.came_from, event.came_to, event.was_at)
        if org is not None and all(not same_org(option.org, org) for option in out)
    ]  # fmt: skip
    unique: dict[int, Option] = {}
    to_come = _only_just_joined(event, ties) | _joined_later(event, ties, usable)
    for option in out:
        if id(option.org) not in to_come or event.trigger.event == "return":
            unique.setdefault(id(option.org), option)
    return list(unique.values())


def _tie_to(org: Entity, ties: list[Affiliation]) -> Affiliation | None:
    """What ties somebody to an employer, told last."""
    return next((tie for tie in reversed(ties) if same_org(tie.org, org) and not tie.is_new), None)


def _is_told_earlier(tie: Affiliation, ties: list[Affiliation]) -> bool:
    """Whether words say that a stay came before the one told before it: "was at Borealis and previously at Quanta"."""
    if tie.by_event or tie.when != "past":
        return False
    before = [
        other for other in ties
        if other.sentence is tie.sentence and other.end <= tie.start and not other.by_event and other.when == "past"
        and not same_org(other.org, tie.org)
    ]  # fmt: skip
    if not before or tie.sentence.is_title:
        return False
    last = max(other.end for other in before)
    return any(hit.kind == "former" and last <= hit.start <= tie.start for hit in tie.sentence.hits)


def _is_told_first_of(tie: Affiliation, ties: list[Affiliation], event: Event) -> bool:
    """Whether words say that a stay came before the one told behind it, which was what the event ended.

    "Ada, who before had spent six years at Quanta, was an engineer at Borealis when she left".
    """
    if tie.by_event or tie.when != "past" or tie.sentence is not event.sentence or tie.end > event.start:
        return False
    after = [
        other for other in ties
        if other.sentence is tie.sentence and tie.end <= other.start and other.end <= event.start
        and not other.by_event and other.when == "past" and not same_org(other.org, tie.org)
    ]  # fmt: skip
    if not after:
        return False
    next_at = min(other.start for other in after)
    formers = [hit.start for hit in tie.sentence.of_kind("former")]
    is_marked = any(0 <= tie.start - start <= _MARKED_WITHIN for start in formers)
    return is_marked and not any(tie.end <= start <= next_at for start in formers)


_MARKED_WITHIN = 6  # words from "before" to the stay


def _only_just_joined(event: Event, ties: list[Affiliation]) -> set[int]:
    """Where the news leads, for an event of years ago: nobody was there then whom nothing else ties to it."""
    if not event.is_background or event.date is None:
        return set()
    news = {id(tie.org) for tie in ties if tie.by_event and tie.is_news and tie.org is not None}
    return news - {id(tie.org) for tie in ties if not tie.is_new and not tie.is_news}


def _joined_later(event: Event, ties: list[Affiliation], usable: list[Affiliation]) -> set[int]:
    """Where the person came only after the event, and nothing else ties them to: no start of it."""
    later = {id(tie.org) for tie in ties if tie.by_event and _comes_later(tie.date, event.date)}
    return later - {id(tie.org) for tie in usable}


def _leaves_first(event: Event, tie: Affiliation) -> bool:
    """Whether the sentence tells of a leaving between two arrivals: "X, who came from A, left to join B".

    What an aside tells is over before the verb of the clause around it.
    """
    if not tie.by_event or tie.sentence is not event.sentence or tie.person_at <= event.start:
        return False
    told = frames()
    leavings = [
        hit.start for hit in event.sentence.of_kind("trigger")
        if hit.payload.event in told and told[hit.payload.event].yields == "leave"
    ]  # fmt: skip
    return any(
        start < event.start < end <= tie.person_at
        and any(place < tie.person_at and not start < place < end for place in leavings)
        for start, end in event.sentence.asides or ()
    )


def _is_to_come(event: Event, option: Option) -> bool:
    """Whether somebody gets there only by the verb of the clause around: "X, who had joined A, goes to | B"."""
    tie = option.tie
    if option.source != "later" or tie is None:
        return False
    return any(start < event.start < end <= tie.person_at for start, end in event.sentence.asides or ())


def _works_there(event: Event, tie: Affiliation) -> bool:
    """Whether a verb behind an arrival tells what was done from then on: "joined Borealis and led its Quanta unit"."""
    if tie.by_event or tie.sentence is not event.sentence or tie.start < event.end or event.yields not in _COMING:
        return False
    if not any(hit.start == tie.start and hit.payload.event == "work" for hit in event.sentence.of_kind("trigger")):
        return False
    if event.to_org is None or event.to_meant or event.to_score < CLEAR or is_told_first(event):
        return False
    if any(hit.kind in ("former", "relative") and event.end <= hit.start < tie.end for hit in event.sentence.hits):
        return False
    if any(hit.kind == "break" for hit in event.sentence.by_start.get(tie.start, ())):
        return False  # "after two years at Borealis" is where somebody comes from
    event.ruled_out.add((id(tie.org), id(event.to_org)))
    return True


_COMING = ("join", "shift", "found")


def is_told_first(event: Event) -> bool:
    """Whether the clause only says before what the rest happened: "before joining Quanta she came to Borealis"."""
    reading = event.reading
    if reading is None or reading.lexicon.language.head_final:
        return False
    if reading.lexicon.language.spaceless:  # "在加入谷歌前"
        behind = event.sentence.tokens.surface[event.end : event.end + _CONJUNCTION + 1]
        reach = range(event.end + 1, event.end + (behind.index(",") if "," in behind else len(behind)))
    else:
        reach = range(event.start - _CONJUNCTION, event.start + 1)  # or the conjunction opens the phrase: "bevor … kam"
    return any(hit.kind == "break" and hit.start in reach for hit in event.sentence.hits)


_CONJUNCTION = 3  # words between a verb and the conjunction of its clause


def _source_of(tie: Affiliation, event: Event) -> str:
    here = tie.sentence is event.sentence
    if not tie.by_event:
        return "near" if here else "far"
    # What the same sentence tells afterwards mostly happened afterwards: "who came from A, to join B".
    return "later" if here and tie.person_at > event.start else "career"


def _comes_later(tie: str | None, event: str | None) -> bool:
    """Whether the person joined that employer only after the event: then it is not where the event starts from."""
    return tie is not None and event is not None and tie[: len(event)] > event[: len(tie)]


def _basic(event: Event, kind: str, start: Option, goal: Option) -> Draft:
    return Draft(
        event.person, kind, start.org, goal.org, [event], start.source, goal.source, start.tie, goal.tie,
        event.role_from if start.org is not None else None, event.role_to, event.status, event.how,
        event.date, event.is_background, event.according_to,
        list(event.notes),
    )  # fmt: skip


_NOWHERE = Option(None, "none")


def _given(org: Entity | None, *, meant: bool = False) -> list[Option]:
    return [Option(org, "meant" if meant else "given")] if org is not None else []


def _goal(event: Event) -> list[Option]:
    return _given(event.to_org, meant=event.to_meant)


def is_there(event: Event, slot: str) -> bool:
    """Whether "there" or "from there" says where: the employer told right before."""
    org = event.to_org if slot == "to" else event.from_org
    others = [hit.start for hit in event.reading.triggers] if event.reading is not None else []
    return org is not None and any(
        one == slot and mention.mark_word == "there" and meant is org
        and not any(mention.end <= place < event.start or event.end <= place < mention.start for place in others)
        for _, one, mention, meant in event.placed
    )  # fmt: skip


def is_clear(score: float, meant: bool) -> bool:
    """Whether a slot is filled so well, and by a name, that nothing else needs to be thought of."""
    return score >= CLEAR and not meant


def _starts(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Option]:
    """Where the mover may come from: what the clause gives, and what else could be meant if it gives it badly."""
    given = _given(event.from_org, meant=event.from_meant)
    open_ends = [option for option in _open_ends(event, ties, topic) if option.source != "later"]
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
    goals = _goal(event)
    if event.yields == "absence" or not is_clear(event.to_score, event.to_meant):
        goals = [*goals, _NOWHERE] if event.yields != "absence" else [_NOWHERE]
    out: list[Draft] = []
    starts = _starts(event, ties, topic)
    for goal in goals:
        kind = "absence" if event.yields == "absence" else "move" if goal.org is not None else "leave"
        out.extend(_basic(event, kind, start, goal) for start in starts if not same_org(start.org, goal.org))
    if event.stays is not None:
        for start in starts:
            if event.stays.from_org is None or same_org(start.org, event.stays.from_org):
                draft = _basic(event, "change", Option(start.org, "same", start.tie), start)
                draft.role_to = event.stays.role_from or event.stays.role_to
                out.append(draft)
    return out


def _join(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    goals = _goal(event)
    is_open = event.trigger.noun or event.open_goal or event.trigger.event in _NO_GOAL_NEEDED
    if not is_clear(event.to_score, event.to_meant) and (goals or event.from_org is not None or is_open):
        goals = [*goals, *(o for o in _open_ends(event, ties, topic) if o.org is not event.to_org)]
    out: list[Draft] = []
    starts = _given(event.from_org)
    if is_for_board(event):
        event.role_to = board_post(event)
        starts = [_NOWHERE]
    elif goals and (not starts or event.from_meant):
        last = event.yields == "shift" or event.trigger.event == "come_along"
        options = [option for option in _open_ends(event, ties, topic, last=last) if not _is_to_come(event, option)]
        options = _told_beside(event, options)
        # whoever returns comes from where the rest of the sentence says that they are
        is_first = is_told_first(event) or event.trigger.event == "return"
        later = [] if is_first else [o for o in options if o.source == "later"]
        event.ruled_out |= {(id(o.org), id(goal.org)) for o in later for goal in goals if o.org is not goal.org}
        starts = [_NOWHERE, *(o for o in options if all(o is not other for other in later)), *starts]
    for goal in goals:
        out.extend(
            _basic(event, "move" if start.org is not None else "join", start, goal)
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
    open_ends = _open_ends(event, ties, topic)
    starts = [option for option in open_ends if option.source in ("near", "far")][:2]
    goals = [option for option in open_ends if option.source in ("topic", "here", "second", "last")]
    return [
        _basic(event, "move", start, goal) for start in starts for goal in goals if not same_org(start.org, goal.org)
    ]


def _found(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    out: list[Draft] = []
    goals = _goal(event)
    if event.to_meant or (not goals and (event.trigger.noun or event.open_goal)):
        others = _open_ends(event, ties, topic)
        goals = [*goals, *(o for o in others if o.org is not event.to_org and o.org is not event.not_to)]
    starts = _given(event.from_org)
    if goals and not starts:
        starts = [_NOWHERE, *_told_beside(event, _open_ends(event, ties, topic, last=False))]
    for goal in goals:
        out.extend(_basic(event, "found", start, goal) for start in starts if not same_org(start.org, goal.org))
    return out


def _appoint(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    for_board = is_for_board(event)
    is_placed = event.to_score >= _PLACED and (not event.to_meant or is_there(event, "to"))
    if event.role_to is None and event.trigger.event == "become" and not is_placed and not for_board:
        return []  # whoever merely "becomes" something has no new post
    open_ends = _open_ends(event, ties, topic)
    goals = _goal(event)
    if not is_clear(event.to_score, event.to_meant):
        goals = [*goals, *(o for o in open_ends if o.org is not event.to_org)]
    out: list[Draft] = []
    starts = _given(event.from_org) or [o for o in open_ends if o.source in ("near", "far", "career")]
    comes_from = event.from_org if is_clear(event.from_score, event.from_meant) else None
    event.role_to = board_post(event) if for_board else event.role_to
    goals = [*goals, *_namers(event, goals)]
    for goal in goals:
        assert goal.org is not None
        if comes_from is not None and not for_board and not same_org(comes_from, goal.org):
            out.append(_basic(event, "move", Option(comes_from, "given"), goal))
            continue  # whoever comes to a post from elsewhere did not have another there
        if not for_board and is_called_former(event):
            event.ruled_out.add((id(goal.org), id(goal.org)))
        if not for_board and not _came_from_elsewhere(event, open_ends, goal):
            out.append(_basic(event, "change", Option(goal.org, "same", goal.tie), goal))
        if not for_board and _holds_other_post(event, ties, goal.org):
            event.ruled_out.add((id(None), id(goal.org)))
        else:
            out.append(_basic(event, "join", _NOWHERE, goal))
        if not for_board:  # whoever joins a board may keep whatever else they do
            out.extend(_basic(event, "move", start, goal) for start in starts if not same_org(start.org, goal.org))
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


def is_called_former(event: Event) -> bool:
    """Whether whom a house names to a post is only called what they once were: "names former executive Ada Moreno"."""
    reading = event.reading
    if reading is None or not reading.cased or event.is_inferred or event.trigger.event not in _NAMING:
        return False
    told = [tie for tie in reading.affiliations if tie.person is event.person and not tie.is_new]
    return bool(told) and all(
        tie.when == "past" and tie.org is None
        and any(tie.start - 1 <= hit.start < tie.end for hit in event.sentence.of_kind("once"))
        for tie in told
    )  # fmt: skip


_NAMING = ("appoint", "replace", "succeeded_by")


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
    orgs = _given(event.to_org) or _given(event.from_org) or _open_ends(event, ties, topic)
    if event.reading is not None and event.reading.lexicon.language.head_final:
        # "元ボレアリス社長のA氏は副会長に昇格する": not where A is no more
        orgs = [org for org in orgs if org.tie is None or org.tie.when != "past"] or orgs
    now = [tie.org for tie in ties if tie.when == "current" and tie.sentence is event.sentence and not tie.is_new]
    if now and not event.to_org and not event.from_org:
        # "the former Borealis engineer Ada Moreno, now at Quanta, has been promoted"
        orgs = [org for org in orgs if any(same_org(org.org, one) for one in now)] or orgs
    return [_basic(event, "change", Option(org.org, "same", org.tie), org) for org in orgs]


def _offer(event: Event, ties: list[Affiliation], topic: Entity | None) -> list[Draft]:
    out: list[Draft] = []
    for goal in _goal(event):
        starts = _given(event.from_org) or [_NOWHERE, *_open_ends(event, ties, topic)]
        for start in starts:
            if not same_org(start.org, goal.org):
                draft = _basic(event, "offer", start, goal)
                if event.yields == "decline":
                    draft.status = "declined"
                out.append(draft)
    return out


_BUILDERS = {
    "leave": _leave, "absence": _leave, "join": _join, "shift": _shift, "found": _found, "appoint": _appoint,
    "change": _change, "stay": _stay, "offer": _offer, "decline": _offer,
}  # fmt: skip


def finish(draft: Draft, ties: list[Affiliation]) -> Draft:
    """Adds the post that the person leaves, of the ties that tell one, and says in words where the ends came from."""
    if draft.from_org is not None and draft.role_from is None:
        draft.role_from = post_left(draft, ties, [tie for tie in ties if same_org(tie.org, draft.from_org)])
    if draft.kind == "found":
        draft.role_to = draft.role_to or "founder"
    for form, source in ((notes.FROM_MEANT, draft.from_source), (notes.TO_MEANT, draft.to_source)):
        if source in notes.SOURCES:
            draft.notes.append(notes.note(form, source=notes.SOURCES[source]))
    return draft


def couple(leave: Draft, join: Draft) -> Draft | None:
    """Leaving A and joining, or founding, B told as one step; None where the two cannot be one."""
    if leave.kind != "leave" or join.kind not in ("join", "found") or join.from_org is not None:
        return None
    if same_org(leave.from_org, join.to_org) or leave.event is join.event or _comes_later(leave.date, join.date):
        return None
    if abs(leave.event.sentence.number - join.event.sentence.number) > COUPLE_REACH:
        return None
    if _is_of_other_time(leave, join):
        return None
    return Draft(
        join.person, "found" if join.kind == "found" else "move", leave.from_org, join.to_org,
        [join.event, leave.event], f"left {leave.from_source}", join.to_source, leave.from_tie, join.to_tie,
        sharper(leave.role_from, join.role_from), join.role_to,
        join.status if RANK[join.status] <= RANK[leave.status] else leave.status,
        leave.how or join.how, finer(join.date, leave.date), join.is_background, join.according_to,
        [*join.notes, *leave.notes, notes.note(notes.ONE_STEP)], known=join.known,
        is_parted=(leave.status == "denied") != (join.status == "denied"),
    )  # fmt: skip


def _is_of_other_time(leave: Draft, join: Draft) -> bool:
    """Whether a leaving is the news and an arrival one of years ago, or the dates of the career put another between."""
    event, number = join.event, leave.event.sentence.number
    is_news = not leave.is_background and leave.from_source in ("given", "meant") and number < event.sentence.number
    if join.is_background and is_news:
        return True
    if id(leave.from_org) in event.not_from:
        return True
    return event.came_from is not None and not same_org(leave.from_org, event.came_from)


RANK = {"done": 4, "planned": 3, "declined": 3, "denied": 2, "rumored": 1}


def finer(one: str | None, other: str | None) -> str | None:
    """The more exact of two dates where one contains the other, else the first."""
    if one is None or other is None:
        return one or other
    return other if other.startswith(one) else one
