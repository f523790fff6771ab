"""What cannot be true of one career: to come twice without having gone, to go where the same words say one leaves."""

from __future__ import annotations

from collections.abc import Iterable

from talentflow.reader.cast.scene import Event, comes_back
from talentflow.reader.events.drafts import CLEAR, TOLD, Draft, is_clear, same_org
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity
from talentflow.reader.words.trigger_frames import tells_any

_ARRIVING = ("move", "join", "found")
_GONE = ("move", "leave", "found", "absence")
_SAID = ("given", "left given")  # the sources of ends that the clause itself fills
_AFAR = ("topic", "second", "last", "around", "far")  # guessed from what other sentences name
_NEXT = 12  # words between a verb of coming and the one that says to what
_SEAT_REACH = 3  # words between a verb of leaving and the board


def cannot_be_beside(draft: Draft, chosen: list[Draft], likely: list[Draft]) -> bool:
    """Whether a draft cannot be true beside what is chosen of the person already, which is surer.

    `likely` are all drafts of the person that may still be chosen.
    """
    if draft.kind == "change":
        is_guessed = draft.from_source == TOLD or (draft.event.yields == "stay" and draft.event.is_inferred)
        return is_guessed and any(_goes_now(other, draft.from_org) for other in chosen)
    if draft.kind == "offer":
        return False
    return (
        any(_is_way_back(draft, other) for other in chosen)
        or _comes_again(draft, chosen, likely)
        or _goes_again(draft, chosen, likely)
    )


def _goes_now(other: Draft, org: Entity | None) -> bool:
    """Whether the news is that the person leaves an employer: no new post there is news beside it."""
    return other.kind in _GONE and not other.is_background and same_org(other.from_org, org)


def leave_others(drafts: Iterable[Draft]) -> None:
    """Lets nobody leave now where the news is that they come from elsewhere, if only a guess says what is left.

    "Ada Moreno goes from Quanta to Borealis. She had been dismissed": by Quanta.
    """
    coming: dict[tuple[int, int], list[Draft]] = {}
    for draft in drafts:
        is_news = draft.kind == "move" and not draft.is_background and draft.status in ("done", "planned")
        is_told = draft.to_source in (*_SAID, "meant") and draft.from_source in _TOLD_OF
        if is_news and is_told and draft.confidence >= _LIKELY and not draft.event.rank:
            coming.setdefault((id(draft.person), id(draft.to_org)), []).append(draft)
    for draft in drafts:
        if draft.kind != "leave" or draft.is_background or draft.from_source in (*_SAID, "meant", TOLD):
            continue
        told = coming.get((id(draft.person), id(draft.from_org)), ())
        if any(not _is_later(draft, other) and other.confidence > draft.confidence for other in told):
            draft.confidence *= _UNLIKELY


_TOLD_OF = (*_SAID, "near", "far", "career")  # starts that words about the person give
_LIKELY = 0.3
_UNLIKELY = 0.2


def _is_later(leaving: Draft, arrival: Draft) -> bool:
    """Whether a leaving has a day after that of an arrival."""
    return leaving.date is not None and arrival.date is not None and leaving.date > arrival.date


def is_no_news(draft: Draft, ties: list[Affiliation], chosen: list[Draft]) -> bool:
    """Whether a move that no phrase opened only describes whoever announces it, or is that of somebody else.

    "It was Ada Moreno, chief executive of Quanta, who made their return public" moves nobody to Quanta but them; and
    "Berg joins Quanta" is no word of whoever was named with him in the sentence before. `ties` are what the article
    says of the person's employers, `chosen` the surer moves of all people.
    """
    if draft.from_source != TOLD:
        return False
    if _reports(draft, ties):
        return True
    if draft.kind not in _ARRIVING:
        return False
    sentence = draft.event.sentence
    is_only_told = draft.kind == "move" or (draft.kind == "join" and not tells_any(sentence, _COMES))
    works_there = is_only_told and any(
        tie.sentence is sentence and tie.org is draft.to_org and tie.when == "current" and not tie.is_new
        and not tie.by_event
        for tie in ties
    )  # fmt: skip
    if works_there:
        return True
    return draft.event.is_inferred and any(
        event.sentence is sentence and not event.is_inferred and any(hit is event.hit for hit in sentence.hits)
        for other in chosen
        if other.person is not draft.person and same_org(other.to_org, draft.to_org)
        for event in other.events
    )  # fmt: skip


_COMES = ("join", "shift", "found", "appoint", "change", "follow")
_PRESS = frozenset({"journalist", "reporter", "correspondent", "columnist", "editor", "analyst"})


def _reports(draft: Draft, ties: list[Affiliation]) -> bool:
    """Whether somebody of the press tells the news: "the reporter Ada Moreno wrote that Berg had been dismissed"."""
    sentence, ends = draft.event.sentence, (draft.from_org, draft.to_org)
    if any(org is not None and org.is_media for org in ends) or not sentence.of_kind("said"):
        return False
    return any(tie.sentence is sentence and tie.when == "current" and tie.post in _PRESS for tie in ties)


def clear_events(drafts: Iterable[Draft]) -> dict[tuple[int, int], list[Event]]:
    """The events of drafts whose person stands best for them, by person and sentence."""
    told = {id(event): event for draft in drafts for event in draft.events if not event.rank}
    out: dict[tuple[int, int], list[Event]] = {}
    for event in told.values():
        out.setdefault((id(event.person), id(event.sentence)), []).append(event)
    return out


def is_told_otherwise(draft: Draft, events: dict[tuple[int, int], list[Event]]) -> bool:
    """Whether an end that is only guessed is none by what the same sentence clearly tells of the person.

    "Came from Borealis in May, left for Quanta" tells of two moves: from Borealis to where she left, and from there on
    to Quanta. `events` are those of all drafts that may be chosen, see `clear_events`.
    """
    if draft.kind == "change":
        return _only_dates(draft.event, events.get((id(draft.person), id(draft.event.sentence)), ()))
    if draft.kind not in _ARRIVING or _is_return(draft):
        return False
    told = events.get((id(draft.person), id(draft.event.sentence)), ())
    here = [event for event in told if all(event is not own for own in draft.events)]
    here = [event for event in here if (event.status == "denied") == (draft.status == "denied")]
    is_pointed = draft.to_source == "meant"  # "left Google, which she had joined from Meta"
    is_guessed = not is_pointed and (draft.to_source not in _SAID or draft.event.to_score < CLEAR)
    if is_guessed and any(_is_no_goal(draft, event) for event in here):
        return True
    return draft.from_source not in _SAID and any(_has_come_from(draft, event) for event in here)


def _only_dates(event: Event, told: Iterable[Event]) -> bool:
    """Whether a post is named only to say when it is left: "stepped down, four years after | taking the helm"."""
    if event.yields != "appoint" or event.trigger.noun:
        return False
    is_after = any(
        hit.kind == "break" and event.start - hit.end in range(_DATING) and hit.end <= event.start
        for hit in event.sentence.hits
    )
    return is_after and any(other.yields == "leave" and other.end <= event.start and not other.stays for other in told)


_DATING = 2  # words from "after" to the verb behind it


def _is_no_goal(draft: Draft, event: Event) -> bool:
    """Whether another event of the sentence leaves a guessed goal, leaves for it, or names the goal itself."""
    if event.yields == "leave":
        leaves = _is_clear(event.from_org, event.from_score, event.from_meant) and same_org(
            event.from_org, draft.to_org
        )
        return leaves or (
            draft.event.yields == "join"
            and _is_clear(event.to_org, event.to_score, event.to_meant)
            and same_org(event.to_org, draft.to_org)
        )
    return (
        draft.to_source in _AFAR
        and event.yields in ("join", "appoint", "change", "shift")
        and 0 <= event.start - draft.event.end <= _NEXT
        and _is_clear(event.to_org, event.to_score, event.to_meant)
        and not same_org(event.to_org, draft.to_org)
    )


def _has_come_from(draft: Draft, event: Event) -> bool:
    """Whether another verb before it tells that the person had come from the guessed employer: it is left already."""
    return (
        draft.event.yields == "leave"
        and event.yields == "join"
        and event.start < draft.event.start
        and _is_clear(event.from_org, event.from_score, event.from_meant)
        and same_org(event.from_org, draft.from_org)
    )


def _is_clear(org: Entity | None, score: float, meant: bool) -> bool:
    return org is not None and is_clear(score, meant)


def _comes_again(draft: Draft, chosen: list[Draft], likely: list[Draft]) -> bool:
    """Whether the person would come a second time where nothing tells that they had gone in between."""
    if draft.kind not in _ARRIVING or draft.to_org is None or _is_return(draft):
        return False
    return any(
        other.kind in _ARRIVING and same_org(other.to_org, draft.to_org) and not _is_return(other)
        and _is_other_year(draft, other) and not _is_told_between(draft, other, _departures(likely, draft.to_org))
        for other in chosen
    )  # fmt: skip


def _goes_again(draft: Draft, chosen: list[Draft], likely: list[Draft]) -> bool:
    """Whether the person would go the same way a second time where nothing tells that they had come back in between."""
    if draft.kind not in _GONE or draft.from_org is None or _leaves_board(draft):
        return False
    return any(
        other.kind in _GONE and same_org(other.from_org, draft.from_org) and not _leaves_board(other)
        and (other.to_org is draft.to_org or same_org(other.to_org, draft.to_org))
        and _is_other_year(draft, other) and not _is_told_between(draft, other, _arrivals(likely, draft.from_org))
        for other in chosen
    )  # fmt: skip


def _departures(drafts: Iterable[Draft], org: Entity | None) -> list[Draft]:
    return [one for one in drafts if one.kind in _GONE and same_org(one.from_org, org)]


def _arrivals(drafts: Iterable[Draft], org: Entity | None) -> list[Draft]:
    return [one for one in drafts if one.kind in _ARRIVING and same_org(one.to_org, org)]


def _is_return(draft: Draft) -> bool:
    return any(comes_back(event) for event in draft.events)


def _leaves_board(draft: Draft) -> bool:
    """Whether what is left is a seat, which may be left long before or after the employer."""
    return "board" in (draft.role_from or "") or any(
        hit.kind == "board" and 0 <= hit.start - event.end <= _SEAT_REACH
        for event in draft.events
        for hit in event.sentence.hits
    )


def _is_other_year(one: Draft, other: Draft) -> bool:
    return one.date is not None and other.date is not None and one.date[:4] != other.date[:4]


def _is_told_between(one: Draft, other: Draft, opposite: list[Draft]) -> bool:
    """Whether one of the opposite moves can have happened between the two."""
    low, high = sorted(draft.date[:4] for draft in (one, other) if draft.date is not None)
    return any(draft.date is None or low <= draft.date[:4] <= high for draft in opposite)


def _is_way_back(draft: Draft, other: Draft) -> bool:
    """Whether a draft turns round what the same sentence tells, with a goal that is only guessed."""
    return (
        same_org(draft.from_org, other.to_org)
        and same_org(draft.to_org, other.from_org)
        and not _is_return(draft)
        and draft.to_source not in _SAID
        and any(one.sentence is two.sentence for one in draft.events for two in other.events)
    )
