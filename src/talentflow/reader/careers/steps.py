"""A career told step by step: whoever came to one employer and then to the next came from the first.

"She joined Borealis in 2015, went to Quanta in 2018 and later to Volaero": what else the article says of where she
works is no start of these steps, however near it stands to her name. What speaks for an arrival from anywhere else
then speaks for the arrival from the employer of the step before. A stay is a step too ("after ten years at Borealis
she went to Quanta"), a new post without an employer is one with the employer of the step before it, and whoever is
hired now comes from where the career that the article tells has led.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from talentflow.model import notes
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.boards import is_for_board
from talentflow.reader.events.drafts import CLEAR, Draft, is_there, is_told_first, same_org
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity, Sentence

_ARRIVING = ("join", "shift", "found")
_POSTED = ("appoint", "change")
_KINDS = ("move", "join", "found")
_GUESSED = frozenset({"none", "topic", "second", "last", "around", "here", "far", "career", "later"})
_AFAR = frozenset({"none", "topic", "second", "last", "around", "later", "career"})  # what no words beside the name say
_SURE_MOVER = 0.0  # whoever stands worse to a verb takes no step of their own by it
_ONLY_MOVER = -1.6  # but where nobody else can be meant
_ALONE = 3.0  # the margin of whoever has no rival
_MOST = 0.95
_PLACED = 0.5  # how well an employer is placed at least that somebody clearly leaves
_MEANT = 2.3  # how well "the company" is placed that somebody leaves
_STEP = 0.4  # how sure a step is at least whose time says that it came after the one before


@dataclass(slots=True)
class _Station:
    """Where somebody worked as one place of the text tells it: by an arrival, or as a stay without one."""

    org: Entity
    sentence: Sentence
    start: float
    end: int
    event: Event | None = None

    @property
    def place(self) -> tuple[int, float]:
        """Where it is told."""
        return self.sentence.number, self.start

    @property
    def is_of_old(self) -> bool:
        """Whether it is told as something of years ago."""
        return self.event is None or self.event.is_background


def go_step_by_step(drafts: list[Draft], ties: Iterable[Affiliation]) -> None:
    """Gives the steps of a career the start that the step before them leads to, and the certainty of all readings."""
    by_event: dict[int, list[Draft]] = {}
    events: dict[int, Event] = {}
    for draft in drafts:
        if len(draft.events) == 1:
            by_event.setdefault(id(draft.event), []).append(draft)
            events[id(draft.event)] = draft.event
    people: dict[int, list[Event]] = {}
    for event in events.values():
        if not event.rank and event.hit is not None:
            people.setdefault(id(event.person), []).append(event)
    posts: dict[int, list[Affiliation]] = {}
    for tie in ties:
        if not tie.by_event and tie.org is not None:
            posts.setdefault(id(tie.person), []).append(tie)
    for key, everything in people.items():
        told = posts.get(key, [])
        own = [event for event in everything if not event.sentence.is_title]
        stations = _stations(own, told)
        led = _go_on(stations, by_event, own, told)
        _rise(stations, by_event, own)
        if len(led) > 1:
            _come_from_last(led, by_event, everything, told)
        for event in own:
            _follow_course(by_event[id(event)], event)
        for step in (station.event for station in stations if station.event is not None):
            start = _told_before(by_event[id(step)], step)
            if start is not None:
                _start_from(by_event[id(step)], step, start, _GUESSED | {"near"})


def _go_on(
    stations: list[_Station], by_event: dict[int, list[Draft]], own: list[Event], told: list[Affiliation]
) -> list[_Station]:
    """Lets each arrival start where the station before led; gives the longest career so told."""
    run: list[_Station] = []
    longest: list[_Station] = []
    for before, after in pairwise(stations):
        if after.event is not None and is_there(after.event, "from"):
            _start_from(by_event[id(after.event)], after.event, after.event.from_org, least=_STEP)
            run = [*(run or [before]), after] if same_org(before.org, after.event.from_org) else [after]
            longest = max(longest, run, key=len)
            continue
        if after.event is not None and _dates_stay(before, after.event):
            run = [*(run or [before]), after]  # where it starts is told with it: see _told_before
            longest = max(longest, run, key=len)
            continue
        if after.event is None or not _leads_on(before, after, own, told):
            run = []
            continue
        if after.event.yields == "appoint":  # a post somewhere else is where the next step starts
            run = [*(run or [before]), after]
            continue
        here = before.event is None and before.sentence is after.sentence
        least = _STEP if _is_dated_step(before, after.event) else 0.0
        _start_from(by_event[id(after.event)], after.event, before.org, _GUESSED | {"near"} if here else None, least)
        first = before.event if before is stations[0] else None
        if first is not None and first.from_org is None and _is_first(first, told):
            _start_from(by_event[id(first)], first, None, least=least)
        run = [*(run or [before]), after]
        longest = max(longest, run, key=len)
    return longest


def _dates_stay(before: _Station, step: Event) -> bool:
    """Whether an arrival only says until when somebody stayed elsewhere: "ten years at Borealis | before joining B"."""
    is_stay = before.event is None and before.sentence is step.sentence and before.end <= step.start
    return is_stay and is_told_first(step) and not same_org(before.org, step.to_org) and step.status == "done"


def _is_dated_step(before: _Station, step: Event) -> bool:
    """Whether the years of two arrivals, or the words of the second, say that it came later."""
    if before.event is None or not before.event.is_background:
        return False
    if not step.is_background:
        return step.date is None and _is_told_next(step)
    return before.sentence is step.sentence or _is_later(step, before.event)


def _stations(own: list[Event], ties: list[Affiliation]) -> list[_Station]:
    """The arrivals and the stays of somebody, in the order of the text."""
    out = [
        _Station(event.to_org, event.sentence, event.start, event.end, event)
        for event in own
        if event.to_org is not None and is_step(event)
    ]
    for tie in ties:
        is_told = any(tie.sentence is one.sentence and tie.org is one.org for one in out)
        if tie.when == "past" and not tie.is_new and tie.org is not None and tie.org.name is not None and not is_told:
            out.append(_Station(tie.org, tie.sentence, _when_told(tie, own), tie.end))
    return sorted(out, key=lambda station: station.place)


def _when_told(stay: Affiliation, own: list[Event]) -> float:
    """Where a stay belongs in a career: before the arrival that it only dates ("came to A | after ten years at B")."""
    sentence = stay.sentence
    before = [event for event in own if event.sentence is sentence and event.end <= stay.start]
    if before:
        last = max(before, key=lambda event: event.start)
        if any(hit.kind in ("break", "former") and last.end <= hit.start <= stay.start for hit in sentence.hits):
            return last.start - _JUST_BEFORE
    return stay.start


_JUST_BEFORE = 0.5


def _place(event: Event) -> tuple[int, int]:
    return event.sentence.number, event.start


def is_step(event: Event) -> bool:
    """Whether the words of an event say where somebody came to work."""
    return (
        event.yields in (*_ARRIVING, "appoint", "leave")
        and event.status == "done"
        and event.to_org is not None
        and event.to_org.name is not None
        and (not event.to_meant or is_there(event, "to"))
        and event.to_score >= CLEAR
        and is_mover(event)
        and not is_for_board(event)
    )


def is_mover(event: Event) -> bool:
    """Whether an event is clearly that of its person."""
    return event.person_score > (_ONLY_MOVER if event.margin >= _ALONE else _SURE_MOVER)


def _leads_on(before: _Station, after: _Station, own: list[Event], ties: list[Affiliation]) -> bool:
    """Whether one station is told right after the other, and came after it."""
    step = after.event
    if step is None or same_org(before.org, after.org) or (step.from_org is not None and not step.from_meant):
        return False
    gap = after.sentence.number - before.sentence.number
    is_first = before.event is not None and opens_career(before.event)
    if gap > 1 or (step.is_background and not before.is_of_old and not is_first):
        return False
    date = before.event.date if before.event is not None else None
    if date is not None and step.date is not None:
        if date[:4] > step.date[:4]:
            return False
    elif (gap and not is_first and before.event is not None and not _is_told_next(step)) or _is_told_back(
        before, after
    ):
        return False  # nothing tells which came first
    if before.sentence is step.sentence and any(
        hit.kind == "said" and before.end <= hit.start < step.start for hit in step.sentence.hits
    ):
        return False  # "is to run Borealis, said Ada Moreno, with whom he had founded Quanta in 2021"
    if before.event is None and is_told_first(step):
        return False  # "worked at Borealis before joining Quanta": see _told_before
    between = [event for event in own if before.place < _place(event) < after.place]
    if any(leaves_another(event, before.org) for event in between):
        return False
    return not any(
        before.place < (tie.sentence.number, tie.start) < after.place and not same_org(tie.org, before.org)
        for tie in ties
        if tie.when != "past" or tie.is_new  # the others are stations themselves
    )


def _is_told_next(step: Event) -> bool:
    """Whether words say that a step came after what was told before: "three years later", "then she founded"."""
    return bool(step.years_on) or any(
        -_NEXT_BEHIND <= step.start - hit.end <= _NEXT_BEFORE for hit in step.sentence.of_kind("afterwards")
    )


_NEXT_BEFORE = 4  # words from "then" to its verb
_NEXT_BEHIND = 3  # or from the verb to "then"


def _is_told_back(before: _Station, after: _Station) -> bool:
    """Whether what stands between two verbs of a sentence says that the second one tells of earlier days."""
    end = before.end if before.sentence is after.sentence else 0
    return any(hit.kind == "former" and end <= hit.start < after.start for hit in after.sentence.hits)


def leaves_another(event: Event, org: Entity | None) -> bool:
    """Whether a verb clearly tells that another employer is left."""
    least = _MEANT if event.from_meant else _PLACED
    is_named = event.from_org is not None and event.from_score >= least
    return is_named and event.yields == "leave" and not same_org(event.from_org, org)


def _is_first(event: Event, ties: list[Affiliation]) -> bool:
    """Whether nothing that is told before a step says where the person worked until then."""
    is_of_old = event.is_background or opens_career(event)
    return is_of_old and not any((tie.sentence.number, tie.start) < _place(event) for tie in ties)


def opens_career(event: Event) -> bool:
    """Whether somebody takes a step after their studies: "after her master's degree she first joined Borealis"."""
    return any(hit.kind == "study" and hit.end <= event.start for hit in event.sentence.hits)


def _rise(stations: list[_Station], by_event: dict[int, list[Draft]], own: list[Event]) -> None:
    """Gives a new post without an employer that of the arrival right before: "joined Borealis, became its chief"."""
    for event in own:
        if event.yields not in _POSTED or event.status != "done" or not is_mover(event):
            continue
        if (event.to_org is not None and not event.to_meant) or event.from_org is not None or is_for_board(event):
            continue
        before = [one for one in stations if one.place < _place(event)]
        last = before[-1] if before else None
        if last is None or last.event is None or not last.is_of_old or event.is_background != last.is_of_old:
            continue
        if event.sentence.number - last.sentence.number > 1 or not _is_later(event, last.event):
            continue
        readings = [draft for draft in by_event[id(event)] if draft.kind in (*_KINDS, "change")]
        chosen = [draft for draft in readings if draft.kind == "change" and same_org(draft.to_org, last.org)]
        if chosen:
            _outweigh(max(chosen, key=lambda draft: draft.confidence), readings, _STEP)


def _is_later(event: Event, step: Event) -> bool:
    """Whether a post was taken after an arrival: by the years of both, or as its words say ("three years later")."""
    if _is_told_next(event):
        return True
    return event.date is not None and step.date is not None and event.date[:4] > step.date[:4]


def _come_from_last(
    led: list[_Station], by_event: dict[int, list[Draft]], own: list[Event], ties: list[Affiliation]
) -> None:
    """Lets whoever is hired now come from where the career that the article tells of has led.

    "Borealis has hired Ada Moreno. After ten years at Quanta she went to Volaero in 2015": from Volaero.
    """
    last = led[-1]
    if (
        last.event is None
        or not (last.is_of_old or is_told_first(last.event))
        or any(tie.when == "current" and not tie.is_new for tie in ties)
    ):
        return
    known = [station.org for station in led]
    for event in own:
        if event.yields not in (*_ARRIVING, *_POSTED) or event.is_background or not is_mover(event):
            continue
        if event.to_org is None or (event.from_org is not None and not event.from_meant) or event.to_org.name is None:
            continue
        if any(same_org(event.to_org, org) for org in known) or event.sentence is last.sentence:
            continue
        readings = [draft for draft in by_event[id(event)] if draft.to_org is event.to_org and draft.kind != "change"]
        chosen = [draft for draft in readings if same_org(draft.from_org, last.org)]
        rivals = [draft for draft in readings if any(same_org(draft.from_org, org) for org in known)]
        if chosen and not is_for_board(event):
            _outweigh(max(chosen, key=lambda draft: draft.confidence), rivals)


def _follow_course(readings: list[Draft], event: Event) -> None:
    """Lets the reading that the dates of the career speak for have the certainty of all others: see course.py."""
    if event.was_at is not None:
        rivals = [draft for draft in readings if draft.kind in (*_KINDS, "change")]
        chosen = [draft for draft in rivals if draft.kind == "change" and same_org(draft.to_org, event.was_at)]
        if chosen:
            _outweigh(max(chosen, key=lambda draft: draft.confidence), rivals, _STEP)
        return
    if event.came_to is not None:
        fitting = [d for d in readings if same_org(d.to_org, event.came_to) and d.from_org is event.from_org]
        if fitting:
            _outweigh(max(fitting, key=lambda draft: draft.confidence), readings, _STEP)
        return
    if _is_whole_step(event):
        told = [d for d in readings if d.from_source == d.to_source == "given" and d.kind in _KINDS]
        if told:
            _outweigh(max(told, key=lambda draft: draft.confidence), told, _STEP)
        return
    if event.came_from is None:
        return
    arrivals = [draft for draft in readings if draft.to_org is event.to_org and draft.kind in _KINDS]
    rivals = [draft for draft in arrivals if draft.from_source in _GUESSED or draft.from_source == "meant"]
    chosen = [draft for draft in arrivals if same_org(draft.from_org, event.came_from)]
    if chosen:
        is_plain = event.margin >= _NO_RIVAL and event.to_score >= _PLAINLY
        _outweigh(max(chosen, key=lambda draft: draft.confidence), rivals, _STEP if is_plain else 0.0)


def _is_whole_step(event: Event) -> bool:
    """Whether the words of a step of years ago name both its ends: "in 2015 she came to Borealis from Quanta"."""
    if not event.is_background or event.status != "done" or event.from_meant or event.to_meant:
        return False
    is_plain = event.margin >= _NO_RIVAL and event.person_score > _SURE_MOVER
    return is_plain and min(event.from_score, event.to_score) >= _PLACED_WELL


_PLACED_WELL = 2.0  # how well both ends of a step are placed where nothing else needs to speak for it
_NO_RIVAL = 1.0  # how much better somebody stands to a verb than anybody else whose step it may be
_PLAINLY = 2.5  # how well the goal of a step is placed that needs no other word


def _told_before(readings: list[Draft], event: Event) -> Entity | None:
    """Where somebody worked, as the sentence tells, before the arrival by which it only says when that was.

    "Before joining Quanta she had led design at Borealis and sales at Volaero": the likelier of the two.
    """
    if event.from_org is not None or not is_told_first(event):
        return None
    told = [
        draft for draft in readings
        if draft.to_org is event.to_org and draft.from_org is not None and draft.from_tie is not None
        and draft.from_tie.sentence is event.sentence and draft.from_tie.start >= event.end
    ]  # fmt: skip
    return max(told, key=lambda draft: draft.confidence).from_org if told else None


def _start_from(
    readings: list[Draft],
    event: Event,
    start: Entity | None,
    guessed: frozenset[str] | None = None,
    least: float = 0.0,
) -> None:
    """Lets one reading of an arrival have the certainty of all whose start is only guessed; they lose theirs to it."""
    if guessed is None:
        guessed = _GUESSED if start is not None else _AFAR
    rivals = [
        draft for draft in readings
        if draft.to_org is event.to_org and draft.to_source in ("given", "meant") and draft.from_source in guessed
        and draft.kind in _KINDS
    ]  # fmt: skip
    rivals += [draft for draft in readings if draft.from_source == "meant" and draft.from_org is event.from_org]
    chosen = [draft for draft in rivals if draft.from_org is start]
    if not chosen:
        return
    _outweigh(max(chosen, key=lambda draft: draft.confidence), rivals, least)


def _outweigh(best: Draft, rivals: list[Draft], least: float = 0.0) -> None:
    """Lets one reading have the certainty of all, and `least` of its own."""
    whole = max(least, sum(draft.confidence for draft in rivals))
    for draft in rivals:
        if draft is not best:
            draft.confidence = min(draft.confidence, best.confidence)
    best.confidence = max(best.confidence, min(_MOST, whole))
    best.notes.append(notes.note(notes.STEP_OF_CAREER))
