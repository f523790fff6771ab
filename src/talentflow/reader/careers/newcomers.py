"""Whether whom an employer names to a post comes there or rises there, where the words alone do not say it.

"Borealis named Ada Moreno chief scientist": whoever is described by no post and no employer comes. Whoever the article
knows at the house has a new post there, and so has whoever came years ago ("joined Borealis in 2018; in 2023 she became
its chief"). Where it tells nothing, and the encoder is not sure of a new post either, somebody comes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from talentflow.reader.careers.insiders import take_both
from talentflow.reader.careers.settling import SUCCEEDING
from talentflow.reader.cast.scene import CLEAR_MOVER, Event
from talentflow.reader.events.boards import is_for_board
from talentflow.reader.events.drafts import UNKNOWN, Draft, same_org

_NAMED_WELL = 1.0
_AGAIN = 0.2
_UNTOLD = UNKNOWN | {"near goal event", "far goal event"}  # nothing but what other words tell of the same arrival
_GOING = ("leave", "move", "found")
_SAID = ("given", "left given")  # the sources of starts that the clause itself fills
_SURE_RISE = 0.9  # a chance by the encoder from which on a new post within the house is believed
_KEPT = 0.9  # what an arrival has of the certainty of the new post that it stands for
_RISING = ("change", "stay", "leave", "absence")
_COMING = ("join", "hire", "move", "return", "found")
_ARRIVALS = ("move", "join", "found")
_TOLD_AT = 0.3  # from which on another reading counts as told
_BESIDE = 2  # words between a name and what it is called


def let_come(drafts: list[Draft]) -> None:
    """Prefers that somebody comes over that they change posts, where nothing of the article says that they were there.

    Or where it says that they come back: whoever comes back to be chief has not been there.
    """
    alone = [draft for draft in drafts if draft.kind == "join" and len(draft.events) == 1]
    joins = {id(draft.event): draft for draft in alone if draft.event.yields == "appoint"}
    events = list({id(draft.event): draft.event for draft in drafts if not draft.event.rank}.values())
    told = Counter(person for person, *_ in {_what(event) for event in events if not _repeats(event, events)})
    back = [draft for draft in alone if draft.event.trigger.event == "return" and _is_clear_mover(draft.event)]
    known = _known_to_be_there(drafts)
    for draft in drafts:
        if draft.kind == "change" and not draft.is_background:
            for other in back:
                if other.person is draft.person and same_org(other.to_org, draft.to_org) and not other.is_background:
                    other.confidence = max(other.confidence, draft.confidence)
                    draft.confidence = min(draft.confidence, _AGAIN * other.confidence)
        arrival = _arrival_in_one_breath(draft, alone) if draft.kind == "change" else None
        if arrival is not None:
            arrival.confidence = max(arrival.confidence, draft.confidence)
            draft.confidence = min(draft.confidence, _AGAIN * arrival.confidence)
            continue
        join = joins.get(id(draft.event))
        if draft.kind == "change" and len(draft.events) == 1 and _works_elsewhere(draft, known):
            _come_over(draft, drafts)
            continue
        if draft.event.of_item is not None or draft.event.stays is not None:
            continue
        if draft.kind == "change" and told[id(draft.person)] == 1 and _repeats(draft.event, events):
            join = next((one for one in alone if _tells_coming(one, draft) and not _repeats(one.event, events)), None)
            if join is not None and draft.known <= _UNTOLD:
                join.confidence = max(join.confidence, draft.confidence)
                draft.confidence = min(draft.confidence, _AGAIN * join.confidence)
                continue
        if draft.kind != "change" or len(draft.events) > 1 or join is None or _is_head_final(draft.event):
            continue
        if not same_org(join.to_org, draft.to_org):
            join = _join_of(alone, draft)
        if join is None or not join.confidence:  # it is told that they have been there: see insiders.py
            continue
        if told[id(draft.person)] == 1 and _tells_nothing_else(draft):
            # One of both it is, and which one is told by nothing but the words: what speaks for either is for one.
            kept, other = (draft, join) if _is_rise(draft.event) else (join, draft)
            rest = min(kept.confidence, other.confidence)
            take_both(kept, other)
            other.confidence = rest
        elif join.confidence < draft.confidence and not _is_rise(draft.event) and _is_unsure_rise(draft, known):
            join.confidence, draft.confidence = _KEPT * draft.confidence, join.confidence


def let_come_alike(drafts: list[Draft]) -> None:
    """Reads whom a sentence names beside a newcomer as newcomers too, of whom the article tells nothing else.

    "Borealis named Ada Moreno finance chief and Tom Berg chief scientist": where she comes, he does not rise.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        event = draft.event
        if event.yields == "appoint" and len(draft.events) == 1 and not event.rank and not event.is_inferred:
            by_sentence.setdefault(event.sentence.number, []).append(draft)
    for named in by_sentence.values():
        best: dict[int, Draft] = {}
        for draft in sorted(named, key=lambda one: one.confidence):
            best[id(draft.person)] = draft
        first = next((one for one in best.values() if one.kind == "join" and one.confidence >= _TOLD_AT), None)
        if first is None:
            continue
        for change in best.values():
            join = _join_of([one for one in named if one.kind == "join" and one.person is change.person], change)
            is_untold = change.kind == "change" and change.known <= _UNTOLD and not is_for_board(change.event)
            if join is None or not is_untold or _is_rise(change.event) or not same_org(join.to_org, first.to_org):
                continue
            join.confidence, change.confidence = _KEPT * change.confidence, join.confidence


def _what(event: Event) -> tuple[int, ...]:
    """What an event tells of whom; an appointment to one employer told twice is one."""
    if event.yields == "appoint" and event.to_org is not None and not event.to_meant:
        return id(event.person), id(event.to_org)
    return id(event.person), id(event), 0


def _arrival_in_one_breath(change: Draft, alone: list[Draft]) -> Draft | None:
    """The arrival that the words right before tell, to which a post only adds as what: "came to Borealis to be chief".

    Not where the two have dates of their own, or "later" stands between them.
    """
    event = change.event
    if change.to_source != "career" or event.yields != "appoint" or len(change.events) > 1:
        return None
    for one in alone:
        other = one.event
        if one.person is not change.person or one.to_org is not change.to_org or other.yields not in ("join", "shift"):
            continue
        if other.sentence is not event.sentence or not 0 <= event.start - other.end <= _ONE_BREATH or other.rank:
            continue
        between = range(other.end, event.start)
        if one.date == change.date and not any(
            hit.start in between for hit in event.sentence.of_kinds(("relative_time", "month", "and", "break"))
        ):
            return one
    return None


_ONE_BREATH = 8  # words from a verb of coming to the post that goes with it


def _tells_coming(join: Draft, change: Draft) -> bool:
    """Whether an appointment tells of an arrival where words beside it are read as a change of posts."""
    event = join.event
    if join.person is not change.person or not same_org(join.to_org, change.to_org) or event.to_org is not join.to_org:
        return False
    return event.yields == "appoint" and not event.to_meant and event.to_score >= _NAMED_WELL and not _is_rise(event)


def _repeats(event: Event, events: Iterable[Event]) -> bool:
    """Whether words about whom somebody succeeds only go on with an appointment that their sentence tells."""
    return event.trigger.event in SUCCEEDING and any(
        other is not event and other.person is event.person and other.sentence is event.sentence
        and other.yields == "appoint" and other.to_org is not None and event.to_org in (None, other.to_org)
        for other in events
    )  # fmt: skip


def _tells_nothing_else(change: Draft) -> bool:
    """Whether an employer names somebody of whom the article tells nothing but this."""
    event = change.event
    if event.trigger.event in SUCCEEDING or not change.known <= _UNTOLD:
        return False
    return event.to_org is change.to_org and not event.to_meant and event.to_score >= _NAMED_WELL


def _is_rise(event: Event) -> bool:
    """Whether the words of an appointment are also those of a promotion: "升任"."""
    return any(hit.payload.event == "promote" and hit.start == event.start for hit in event.sentence.of_kind("trigger"))


def _works_elsewhere(change: Draft, known: set[tuple[int, int]]) -> bool:
    """Whether the words beside the name say that who is named works at another house, and nothing that they rise."""
    if change.event.yields != "appoint" or change.second is None or change.second >= _SURE_RISE:
        return False
    if is_for_board(change.event) or change.is_background or (id(change.person), id(change.to_org)) in known:
        return False
    return "near other current" in change.known and not any("goal" in tie for tie in change.known)


def _come_over(change: Draft, drafts: list[Draft]) -> None:
    """Gives the certainty of a new post to the reading by which its holder comes from where they work."""
    over = [
        one for one in drafts
        if one.kind == "move" and one.event is change.event and len(one.events) == 1 and one.to_org is change.to_org
        and one.from_tie is not None and one.from_tie.when == "current" and one.from_source == "near"
    ]  # fmt: skip
    if over:
        best = max(over, key=lambda one: one.confidence)
        if best.confidence < change.confidence:
            best.confidence, change.confidence = _KEPT * change.confidence, best.confidence


def let_rise(drafts: list[Draft]) -> None:
    """Reads a post that is taken where an earlier arrival is told as a new post: nobody comes twice without going.

    "She joined Borealis in 2018. In November she became its interim chief."
    """
    arrivals: dict[tuple[int, int], list[Draft]] = {}
    leavings: dict[tuple[int, int], list[Draft]] = {}
    for draft in drafts:
        if draft.confidence < _TOLD_AT:
            continue
        if draft.kind in _ARRIVALS and draft.event.trigger.event in _COMING and draft.to_source in ("given", "meant"):
            arrivals.setdefault((id(draft.person), id(draft.to_org)), []).append(draft)
        if draft.kind in _GOING and draft.from_org is not draft.to_org:
            leavings.setdefault((id(draft.person), id(draft.from_org)), []).append(draft)
    for change in drafts:
        if change.kind != "change" or change.event.yields != "appoint" or len(change.events) > 1:
            continue
        if change.date is None or change.event.role_to is None:
            continue
        house = (id(change.person), id(change.to_org))
        before = [one for one in arrivals.get(house, ()) if _came_before(one, change)]
        if not before or any(_went_between(one, change) for one in leavings.get(house, ())):
            continue
        rivals = [
            one for one in drafts
            if one.event is change.event and one.kind in ("join", "move") and one.to_org is change.to_org
            and one.confidence > change.confidence and (one.kind == "join" or one.from_source not in _SAID)
        ]  # fmt: skip
        if rivals:
            best = max(one.confidence for one in rivals)
            for one in rivals:
                one.confidence = min(one.confidence, change.confidence)
            change.confidence = best


def _came_before(arrival: Draft, change: Draft) -> bool:
    """Whether an arrival is told with a year of its own that is before the post that is taken."""
    if arrival.event is change.event or arrival.date is None or not arrival.is_background:
        return False
    return change.date is not None and arrival.date[:4] < change.date[:4]


def _went_between(leaving: Draft, change: Draft) -> bool:
    """Whether somebody may have gone before the post was taken: the news came after what has a day of its own."""
    if leaving.date is None or change.date is None:
        return leaving.is_background
    return leaving.date[:4] < change.date[:4]


def _join_of(alone: list[Draft], change: Draft) -> Draft | None:
    """The arrival by the same words at the employer within which a change is read."""
    return next((one for one in alone if one.event is change.event and same_org(one.to_org, change.to_org)), None)


def _is_unsure_rise(change: Draft, known: set[tuple[int, int]]) -> bool:
    """Whether neither the article nor the encoder says that somebody had been with the house that names them."""
    if change.second is None or change.second >= _SURE_RISE or change.event.yields != "appoint":
        return False
    if change.to_source == "career":
        return False  # the house is one that they had come to
    if is_for_board(change.event) or (id(change.person), id(change.to_org)) in known or _is_colleague(change.event):
        return False
    return not any(whose in tie.split() for tie in change.known for whose in ("goal", "post") if "event" not in tie)


def _known_to_be_there(drafts: Iterable[Draft]) -> set[tuple[int, int]]:
    """Who is told to have come to a house years ago, or leaves it or rises there by words of their own."""
    out: set[tuple[int, int]] = set()
    for draft in drafts:
        if draft.confidence < _TOLD_AT:
            continue
        event = draft.event
        if event.trigger.event in _COMING and draft.is_background and draft.kind in _ARRIVALS:
            out.add((id(draft.person), id(draft.to_org)))
        if event.yields in _RISING and not draft.is_background:
            out.add((id(draft.person), id(draft.from_org)))
    return out


def _is_colleague(event: Event) -> bool:
    """Whether the words beside the name say that somebody works there already: "goes to a colleague, Ada Moreno"."""
    mention = event.mention
    return mention is not None and any(
        0 <= mention.start - hit.end <= _BESIDE or 0 <= hit.start - mention.end <= _BESIDE
        for hit in event.sentence.of_kind("colleague")
    )


def _is_head_final(event: Event) -> bool:
    return event.reading is not None and event.reading.lexicon.language.head_final


def _is_clear_mover(event: Event) -> bool:
    return not event.rank and not event.is_inferred and event.person_score >= CLEAR_MOVER
