"""The course of a career by its dates: where somebody was when each of its steps was taken.

"She joined Borealis in 2012. ... Quanta hired her away in 2018. ... Now she returns to Volaero": from Quanta, however
far apart the steps are told and in whatever order. Nobody comes from where they only came later, and a new post without
an employer is one where the person was at that time. `steps` gives the readings that fit the certainty of the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from talentflow.reader.careers.steps import is_mover, is_step, leaves_another, opens_career
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.boards import is_for_board
from talentflow.reader.events.drafts import CLEAR, same_org
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity

_FIRST = "0000"  # after one's studies
_NOW = "9999"  # the news, behind all that is dated
_YEAR, _MONTH = 4, 7  # letters of a date with its year, and with its month
_LEAST_MOVER = -0.3  # whoever stands worse to a verb takes no step by it
_LEAD = 4  # sentences in which the news is told
_GOING = ("leave", "absence")
_POSTED = ("appoint", "change")
_ARRIVING = ("join", "shift", "found")
_ARRIVALS = (*_ARRIVING, "appoint")


@dataclass(frozen=True, slots=True)
class _Stop:
    """That somebody came to an employer, at some time, as one place of the text tells it."""

    org: Entity
    when: str
    event: Event
    is_of_old: bool = False

    @property
    def place(self) -> tuple[int, int]:
        return self.event.sentence.number, self.event.start


def note_course(events: Iterable[Event], ties: dict[int, list[Affiliation]], most: int) -> None:
    """Tells each step of a career where the dates of the others say that the person was.

    Of whom the page tells without end the first `most` events are looked at, and so many of their ties.
    """
    people: dict[int, list[Event]] = {}
    for event in events:
        if not event.rank and event.hit is not None and event.person_score > _LEAST_MOVER:
            people.setdefault(id(event.person), []).append(event)
    for key, everything in people.items():
        own = sorted((event for event in everything if not event.sentence.is_title), key=_place)[:most]
        _follow(own, ties.get(key, [])[:most])
        _say_again(own, everything)


def _say_again(own: list[Event], everything: list[Event]) -> None:
    """Lets whatever tells the news once more, the title too, start where the step of the career does."""
    for step in own:
        if step.came_from is None or step.is_background:
            continue
        for event in everything:
            is_open = event.from_org is None and event.came_from is None and event.was_at is None
            is_news = not event.is_background and event.yields in _ARRIVALS and not is_for_board(event)
            if is_open and is_news and same_org(event.to_org, step.to_org):
                event.came_from = step.came_from


def _follow(own: list[Event], ties: list[Affiliation]) -> None:
    stops = _stops(own)
    home = _home(own, ties)
    stops += [
        _Stop(home, event.date or "", event, is_of_old=True)
        for event in own
        if home is not None and _comes_home(event, stops)
    ]
    stops.sort(key=lambda stop: (stop.when, stop.place))
    if not stops or (len(stops) == 1 and home is None):
        return
    for stop in stops:
        if stop.event.to_org is None:
            stop.event.came_to = stop.org
    left = [event.from_org for event in own if event.from_org is not None and event.from_score >= CLEAR]
    left += [tie.org for tie in ties if tie.when == "past" and tie.org is not None and not tie.by_event]
    old = {id(stop.org) for stop in stops[:-1] if stop.is_of_old and stop.org is not home}
    for event in own:
        if event.yields in _POSTED and event.to_org is None and not event.is_background:
            event.not_there = old - {id(stops[-1].org)}
        when = _when(event, stops)
        if when is None:
            continue
        if event.yields in _POSTED and (event.to_org is None or event.to_meant) and not is_for_board(event):
            event.was_at = _employer_at(event, when, stops, own)
            continue
        step = next((one for one in stops if one.event is event), None)
        if step is None:
            continue
        before = _before(step, stops)
        later = [other.org for other in stops if step.when[:_YEAR] < other.when[:_YEAR]]
        earlier = [other.org for other in stops if _is_before(other, step)] + left
        event.not_from |= {id(org) for org in later if not any(same_org(org, one) for one in earlier)}
        is_open = event.from_org is None or event.from_meant or event.from_score < CLEAR
        if before is not None and is_open and not _is_parted(before, step, stops, own, ties):
            event.came_from = before.org


def _place(event: Event) -> tuple[int, int]:
    return event.sentence.number, event.start


def _stops(own: list[Event]) -> list[_Stop]:
    """The arrivals of somebody whose time is told, and the one that is the news.

    In a career that is told from its beginning on an arrival without a date is as old as the one told before it.
    """
    arrivals = [event for event in own if event.to_org is not None and is_step(event)]
    dated = [event for event in arrivals if event.is_background and event.date is not None]
    is_in_order = len(dated) > 1 and all((a.date or "")[:_YEAR] <= (b.date or "")[:_YEAR] for a, b in pairwise(dated))
    out: list[_Stop] = []
    last: Event | None = None
    for event in arrivals:
        if event.to_org is None:
            continue
        if event.date is not None:
            out.append(_Stop(event.to_org, event.date, event, event.is_background))
        elif opens_career(event):
            out.append(_Stop(event.to_org, _FIRST, event, is_of_old=True))
        elif event.is_background or any(hit.kind == "former" for hit in event.sentence.hits):
            continue
        elif last is None:
            if event.sentence.number <= _LEAD:
                out.append(_Stop(event.to_org, _NOW, event))
        elif is_in_order and event.sentence.number - last.sentence.number <= 1 and last is not dated[-1]:
            out.append(_Stop(event.to_org, last.date or "", event, is_of_old=True))
        last = event if event.is_background and event.date is not None else last
    return out


def _home(own: list[Event], ties: list[Affiliation]) -> Entity | None:
    """Where somebody works as the article has it: whom the news is that they leave, or where their post is told."""
    for event in own:
        is_news = event.yields in _GOING and not event.is_background and is_mover(event)
        if is_news and event.from_org is not None and event.from_score >= CLEAR and event.from_org.name is not None:
            return event.from_org
    told = [tie.org for tie in ties if tie.when == "current" and not tie.is_new and not tie.by_event and tie.org]
    return told[0] if told and all(same_org(org, told[0]) for org in told) else None


def _comes_home(event: Event, stops: Sequence[_Stop]) -> bool:
    """Whether an arrival of years ago, of which only the start is told, must be that where the person works now."""
    return (
        event.yields in _ARRIVING
        and event.to_org is None
        and event.date is not None
        and event.is_background
        and event.from_org is not None
        and event.from_score >= CLEAR
        and not event.from_meant
        and is_mover(event)
        and not any(stop.when > event.date for stop in stops)
    )


def _when(event: Event, stops: Sequence[_Stop]) -> str | None:
    """When something happened, as far as the course can tell."""
    return next((stop.when for stop in stops if stop.event is event), event.date)


def _is_before(one: _Stop, other: _Stop) -> bool:
    """Whether an arrival was before another: by its date, or in one year of old by the order of the text."""
    if one.when[:_YEAR] != other.when[:_YEAR]:
        return one.when < other.when
    if min(len(one.when), len(other.when)) >= _MONTH and one.when[:_MONTH] != other.when[:_MONTH]:
        return one.when < other.when
    return one.is_of_old and other.is_of_old and one.place < other.place


def _before(stop: _Stop, stops: Sequence[_Stop]) -> _Stop | None:
    """The last arrival before another one, of those that led elsewhere."""
    before = [other for other in stops if other is not stop and _is_before(other, stop)]
    last = max(before, key=lambda other: (other.when[:_MONTH], other.place), default=None)
    return last if last is not None and not same_org(last.org, stop.org) else None


def _is_parted(before: _Stop, stop: _Stop, stops: Sequence[_Stop], own: list[Event], ties: list[Affiliation]) -> bool:
    """Whether something else is told of where the person was between two arrivals, or they are told backwards.

    "She joined Borealis in 2018. She had joined Quanta in 2012": nothing says that she was still there.
    """
    if stop.is_of_old and stop.place < before.place:
        return True
    sentence = stop.event.sentence
    if before.event.sentence is sentence and any(
        before.event.end <= hit.start < stop.event.start for hit in sentence.of_kind("said")
    ):
        return True
    low, high = sorted((before.place, stop.place))
    for event in own:
        if event is stop.event or not leaves_another(event, before.org):
            continue
        if event.date is None:
            is_between = low < _place(event) < high
        elif event.date[:_YEAR] == before.when[:_YEAR]:
            is_between = before.place < _place(event)
        else:
            is_between = before.when < event.date and event.date[:_YEAR] <= stop.when[:_YEAR]
        if is_between:
            return True
    if not stop.event.is_background and any(_comes_from_elsewhere(event, before.org) for event in own):
        return True
    for tie in ties:
        if (
            tie.org is None
            or tie.is_new
            or tie.by_event
            or same_org(tie.org, before.org)
            or same_org(tie.org, stop.org)
        ):
            continue
        if tie.when == "current" and stop.when == _NOW:
            return True
        place = (tie.sentence.number, tie.start)
        if any(same_org(tie.org, other.org) for other in stops):
            if tie.sentence is stop.event.sentence and place < stop.place:
                return True
            continue
        if tie.sentence is stop.event.sentence or low < place < high or stop.when == _NOW:
            return True
    return False


def _comes_from_elsewhere(event: Event, org: Entity) -> bool:
    """Whether the news says itself where somebody comes from, and it is another employer: "she comes from Quanta"."""
    is_told = event.from_org is not None and not event.from_meant and event.from_score >= CLEAR
    return is_told and not event.is_background and event.yields in _ARRIVING and not same_org(event.from_org, org)


def _employer_at(event: Event, when: str, stops: Sequence[_Stop], own: list[Event]) -> Entity | None:
    """Where somebody was at a time, if the text has told last of the arrival there."""
    before = [stop for stop in stops if stop.place < _place(event)]
    last = max(before, key=lambda stop: stop.place, default=None)
    if last is None or last.when == _NOW or last.when[:_YEAR] > when[:_YEAR]:
        return None
    if any(stop.when[:_YEAR] > last.when[:_YEAR] and stop.when[:_YEAR] <= when[:_YEAR] for stop in before):
        return None
    gone = [one for one in own if last.place < _place(one) < _place(event) and one.yields in _GOING]
    return None if gone else last.org
