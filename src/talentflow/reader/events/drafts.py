"""Drafts of changes: what may fill an end that a clause leaves open, how well it is given, which two are one step."""

from __future__ import annotations

from dataclasses import dataclass, field

from talentflow.model import notes
from talentflow.model.notes import Note
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.posts_left import post_left
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import sharper
from talentflow.reader.words.page import Entity
from talentflow.reader.words.trigger_frames import frames

CLEAR = 1.6  # a slot filled better than this is taken as the clause gives it
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
    own: float = 0.0  # what the rules alone make of it, 0 where only the encoder finds it
    second: float | None = None  # how likely the encoder finds it told, where it was asked
    support: int = 0
    beside: frozenset[str] = frozenset()  # what other events the article tells of the person, near and far
    tie_place: str = ""  # see tie_place
    is_parted: bool = False  # one half is denied and the other is not: "has left Intel, but denies to join Google"
    known: frozenset[str] = frozenset()  # what else the article says of where the person works, see known_ties

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


def tie_place(draft: Draft, told: list[tuple[Entity | None, str, str]]) -> str:
    """Whether the employer left is the first or the last of those that the article gives the person."""
    orgs = list(dict.fromkeys(id(org) for org, _, _ in told if org is not None))
    if draft.from_tie is None or len(orgs) < 2 or id(draft.from_org) not in orgs:
        return ""
    place = orgs.index(id(draft.from_org))
    return "first" if place == 0 else "last" if place == len(orgs) - 1 else "middle"


def told_ties(event: Event, ties: list[Affiliation]) -> list[tuple[Entity | None, str, str]]:
    """The employers of the person's ties, each with where and as what the tie is told; not the event's own."""
    return [
        (tie.org, "near" if tie.sentence is event.sentence else "far", "event" if tie.by_event else tie.when)
        for tie in ties
        if not tie.is_new and not (tie.by_event and tie.person_at == event.start)
    ]


def known_ties(draft: Draft, told: list[tuple[Entity | None, str, str]]) -> frozenset[str]:
    """Which of the person's ties speak of the goal itself and which of another employer, beside the name or afar."""
    out: set[str] = set()
    start, goal = draft.from_org, draft.to_org
    for org, place, when in told:
        whose = "goal" if same_org(org, goal) else "start" if same_org(org, start) else "other"
        whose = "post" if org is None else whose  # a post, and not where
        out.add(f"{place} {whose} {when}")
    return frozenset(out)


def open_options(event: Event, ties: list[Affiliation], topic: Entity | None, *, last: bool = True) -> list[Option]:
    """Where an unnamed employer may be found: beside the name, elsewhere in the text, or in the article's subject."""
    out: list[Option] = []
    usable = [
        tie for tie in ties
        if tie.org is not None and not tie.is_new and not (tie.by_event and tie.person_at == event.start)
        and not comes_later(tie.date, event.date) and not _leaves_first(event, tie) and not _works_there(event, tie)
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
    later = {id(tie.org) for tie in ties if tie.by_event and comes_later(tie.date, event.date)}
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


def is_to_come(event: Event, option: Option) -> bool:
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


def comes_later(tie: str | None, event: str | None) -> bool:
    """Whether the person joined that employer only after the event: then it is not where the event starts from."""
    return tie is not None and event is not None and tie[: len(event)] > event[: len(tie)]


def plain_draft(event: Event, kind: str, start: Option, goal: Option) -> Draft:
    """The draft of one event that leads from one option to another."""
    return Draft(
        event.person, kind, start.org, goal.org, [event], start.source, goal.source, start.tie, goal.tie,
        event.role_from if start.org is not None else None, event.role_to, event.status, event.how,
        event.date, event.is_background, event.according_to,
        list(event.notes),
    )  # fmt: skip


NOWHERE = Option(None, "none")


def given_options(org: Entity | None, *, meant: bool = False) -> list[Option]:
    """What the clause gives for an end, if anything."""
    return [Option(org, "meant" if meant else "given")] if org is not None else []


def goal_options(event: Event) -> list[Option]:
    """What the clause gives for where somebody goes."""
    return given_options(event.to_org, meant=event.to_meant)


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
    if same_org(leave.from_org, join.to_org) or leave.event is join.event or comes_later(leave.date, join.date):
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
