"""From a page's events to its moves: one story of leaving and joining told in pieces becomes one move."""

from __future__ import annotations

from dataclasses import dataclass, field

from talentflow.reader.affiliations import Affiliation
from talentflow.reader.frames import Event
from talentflow.reader.page import Entity, Sentence

_RANK = {"done": 4, "planned": 3, "declined": 3, "denied": 2, "rumored": 1}


@dataclass(slots=True)
class Draft:
    """A move in the making."""

    person: Entity
    kind: str
    from_org: Entity | None
    to_org: Entity | None
    role_from: str | None
    role_to: str | None
    status: str
    how: str | None
    date: str | None
    events: list[Event] = field(default_factory=list)
    is_background: bool = False
    score: float = 0.0
    notes: list[str] = field(default_factory=list)
    according_to: tuple[str, ...] = ()


def _same(one: Entity | None, other: Entity | None) -> bool:
    return one is not None and other is not None and (one is other or _related(one, other))


def _related(one: Entity, other: Entity) -> bool:
    """A unit or brand and its parent ("Google DeepMind" and "Google") are one employer within an article."""
    a, b = one.record, other.record
    if a is None or b is None:
        return False
    return bool(a.parent and a.parent == b.id) or bool(b.parent and b.parent == a.id)


def compose(events: list[Event], affiliations: list[Affiliation], topic: Entity | None) -> list[Draft]:
    """The moves of a page, by person and in order of the text."""
    by_person: dict[int, list[Event]] = {}
    for event in events:
        by_person.setdefault(id(event.person), []).append(event)
    ties: dict[int, list[Affiliation]] = {}
    for tie in affiliations:
        ties.setdefault(id(tie.person), []).append(tie)
    out: list[Draft] = []
    for key, own in by_person.items():
        drafts = [_draft(event, ties.get(key, []), topic) for event in own]
        out.extend(_merge([draft for draft in drafts if draft is not None], ties.get(key, [])))
    return out


def _tie_before(
    ties: list[Affiliation], event: Event, other_than: Entity | None, *, when: str | None = None
) -> Affiliation | None:
    """The person's employer that the text gives nearest to an event, other than the one that it leads to."""
    found = [
        tie for tie in ties
        if tie.org is not None and not _same(tie.org, other_than) and (when is None or tie.when == when) and not tie.is_new
        and tie.sentence.number <= event.sentence.number + 1
    ]  # fmt: skip
    if not found:
        return None
    return min(found, key=lambda tie: (abs(tie.sentence.number - event.sentence.number), -tie.strength))


def _draft(event: Event, ties: list[Affiliation], topic: Entity | None) -> Draft | None:
    near = [tie for tie in ties if tie.sentence is event.sentence]
    draft = Draft(
        event.person, event.yields, event.from_org, event.to_org, event.role_from, event.role_to, event.status,
        event.how, event.date, [event], event.is_background, event.score, list(event.notes), event.according_to,
    )  # fmt: skip
    maker = _MAKERS.get(event.yields)
    return maker(draft, event, ties, near, topic) if maker else None


def _leave(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    if draft.from_org is None:
        tie = next((t for t in near if t.org is not None and not _same(t.org, draft.to_org)), None)
        tie = tie or _tie_before(ties, event, draft.to_org)
        if tie is not None:
            draft.from_org = tie.org
            draft.role_from = draft.role_from or tie.post
            draft.score -= 0.4
            draft.notes.append(f"from: the post given beside the name ({tie.post or 'no post'})")
        elif topic is not None and not _same(topic, draft.to_org):
            draft.from_org = topic
            draft.score -= 1.0
            draft.notes.append("from: the organization that the article is about")
    if draft.from_org is None:
        return None
    draft.kind = "move" if draft.to_org is not None else "leave"
    _role_from(draft, ties)
    return draft


def _role_from(draft: Draft, ties: list[Affiliation]) -> None:
    if draft.role_from is None:
        tie = next((t for t in ties if t.post and _same(t.org, draft.from_org) and not t.is_new), None)
        draft.role_from = tie.post if tie else None
        if tie is None:
            lone = next((t for t in ties if t.post and t.org is None and not t.is_new), None)
            draft.role_from = lone.post if lone else None


def _join(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    if draft.to_org is None:
        if draft.from_org is None and not event.trigger.noun:
            return None
        if topic is None or _same(topic, draft.from_org):
            return None
        draft.to_org = topic
        draft.score -= 0.9
        draft.notes.append("to: the organization that the article is about")
    if draft.from_org is None:
        tie = next((t for t in near if t.org is not None and not _same(t.org, draft.to_org) and not t.is_new), None)
        if tie is not None:
            draft.from_org = tie.org
            draft.role_from = tie.post
            draft.notes.append(f"from: the post given beside the name ({tie.when})")
    if _same(draft.from_org, draft.to_org):
        draft.from_org = None
    draft.kind = "move" if draft.from_org is not None else "join"
    if draft.from_org is not None:
        _role_from(draft, ties)
    return draft


def _shift(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    if draft.to_org is None and draft.from_org is None:
        return None
    if draft.to_org is None:
        return _leave(draft, event, ties, near, topic)
    if draft.from_org is None:
        tie = next((t for t in near if t.org is not None and not _same(t.org, draft.to_org)), None)
        tie = tie or _tie_before(ties, event, draft.to_org)
        if tie is not None:
            draft.from_org, draft.role_from = tie.org, tie.post
    if _same(draft.from_org, draft.to_org):
        draft.from_org = None
    draft.kind = "move" if draft.from_org is not None else "join"
    if draft.from_org is not None:
        _role_from(draft, ties)
    return draft


def _found(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    if draft.to_org is None:
        return None
    if draft.from_org is None:
        tie = next((t for t in near if t.org is not None and t.when == "past" and not _same(t.org, draft.to_org)), None)
        if tie is not None:
            draft.from_org, draft.role_from = tie.org, tie.post
    if _same(draft.from_org, draft.to_org):
        draft.from_org = None
    draft.kind = "found"
    draft.role_to = draft.role_to or "founder"
    return draft


def _appoint(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    if draft.role_to is None and event.trigger.event not in ("replace", "succeeded_by"):
        return None
    if draft.to_org is None:
        org = topic
        if org is None:
            return None
        draft.to_org = org
        draft.score -= 0.7
        draft.notes.append("to: the organization that the article is about")
    elsewhere = next((t for t in near if t.org is not None and not _same(t.org, draft.to_org) and not t.is_new), None)
    inside = next((t for t in near if t.org is not None and _same(t.org, draft.to_org) and not t.is_new), None)
    if draft.from_org is not None and not _same(draft.from_org, draft.to_org):
        draft.kind = "move"
    elif inside is not None and inside.post != draft.role_to:
        draft.kind, draft.from_org, draft.role_from = "change", draft.to_org, inside.post
    elif elsewhere is not None:
        draft.kind, draft.from_org, draft.role_from = "move", elsewhere.org, elsewhere.post
    else:
        anywhere = _tie_before(ties, event, None)
        if anywhere is not None and _same(anywhere.org, draft.to_org) and anywhere.post != draft.role_to:
            draft.kind, draft.from_org, draft.role_from = "change", draft.to_org, anywhere.post
        elif "interim" in (draft.role_to or "") or any(t.post and t.org is None and t.when == "current" for t in near):
            draft.kind, draft.from_org = "change", draft.to_org
        else:
            draft.kind, draft.from_org = "join", None
    return draft


def _change(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    org = draft.to_org or draft.from_org
    if org is None:
        tie = _tie_before(ties, event, None)
        org = tie.org if tie else topic
    if org is None:
        return None
    draft.kind, draft.from_org, draft.to_org = "change", org, org
    _role_from(draft, ties)
    return draft


def _offer(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    if draft.to_org is None:
        return None
    if draft.from_org is None:
        tie = _tie_before(ties, event, draft.to_org)
        if tie is not None:
            draft.from_org, draft.role_from = tie.org, tie.post
    draft.kind = "offer"
    if event.yields == "decline":
        draft.status = "declined"
    return draft


def _absence(
    draft: Draft, event: Event, ties: list[Affiliation], near: list[Affiliation], topic: Entity | None
) -> Draft | None:
    draft = _leave(draft, event, ties, near, topic)  # type: ignore[assignment]
    if draft is None:
        return None
    draft.kind, draft.to_org = "absence", None
    return draft


_MAKERS = {
    "leave": _leave, "join": _join, "shift": _shift, "found": _found, "appoint": _appoint, "change": _change,
    "offer": _offer, "decline": _offer, "absence": _absence,
}  # fmt: skip


def _distance(one: Draft, other: Draft) -> int:
    return min(
        abs(a.sentence.number - b.sentence.number) if not (a.sentence.is_title or b.sentence.is_title) else 0
        for a in one.events
        for b in other.events
    )


def _dates_agree(one: Draft, other: Draft) -> bool:
    if one.date is None or other.date is None:
        return True
    return one.date.startswith(other.date[:4]) or other.date.startswith(one.date[:4])


def _merge(drafts: list[Draft], ties: list[Affiliation]) -> list[Draft]:
    drafts = _absorb_equals(drafts)
    drafts = _couple(drafts)
    drafts = _absorb_equals(drafts)
    return _absorb_parts(drafts)


def _absorb(keep: Draft, gone: Draft) -> None:
    keep.events.extend(gone.events)
    keep.score = max(keep.score, gone.score) + 0.4
    keep.role_from = keep.role_from or gone.role_from
    keep.role_to = keep.role_to or gone.role_to
    keep.how = keep.how or gone.how
    keep.date = _finer(keep.date, gone.date)
    if _RANK[gone.status] > _RANK[keep.status] and keep.status != "denied":
        keep.status = gone.status
    if gone.status == "denied" and keep.status == "rumored":
        keep.status = "denied"
    keep.according_to = tuple(dict.fromkeys((*keep.according_to, *gone.according_to)))
    keep.is_background = keep.is_background and gone.is_background


def _finer(one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return one or other
    return other if other.startswith(one) else one


def _absorb_equals(drafts: list[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for draft in drafts:
        twin = next(
            (
                known for known in out
                if _equal_end(known.from_org, draft.from_org) and _equal_end(known.to_org, draft.to_org)
                and (known.kind == draft.kind or {known.kind, draft.kind} <= {"move", "found"})
                and _dates_agree(known, draft)
            ),
            None,
        )  # fmt: skip
        if twin is None:
            out.append(draft)
        else:
            if draft.kind == "found":
                twin.kind = "found"
            _absorb(twin, draft)
    return out


def _equal_end(one: Entity | None, other: Entity | None) -> bool:
    if one is None or other is None:
        return one is other
    return _same(one, other) or (one.name is None and other.name is None)


def _couple(drafts: list[Draft]) -> list[Draft]:
    """Leaving A and joining (or founding) B as one step."""
    out = list(drafts)
    for leave in [d for d in drafts if d.kind == "leave"]:
        partners = [
            d for d in out
            if d.kind in ("join", "found") and d.from_org is None and not _same(d.to_org, leave.from_org)
            and _dates_agree(d, leave) and (d.is_background == leave.is_background or _distance(d, leave) == 0)
            and (_distance(d, leave) <= 3)
        ]  # fmt: skip
        if not partners or leave not in out:
            continue
        partner = min(partners, key=lambda d: _distance(d, leave))
        if any(_same(d.from_org, leave.from_org) and d is not leave and _same(d.to_org, partner.to_org) for d in out):
            continue
        partner.from_org = leave.from_org
        partner.kind = "found" if partner.kind == "found" else "move"
        partner.role_from = partner.role_from or leave.role_from
        status = partner.status if _RANK[partner.status] <= _RANK[leave.status] else leave.status
        _absorb(partner, leave)
        partner.status = status
        partner.notes.append("one step: leaving and joining")
        out.remove(leave)
    return out


def _absorb_parts(drafts: list[Draft]) -> list[Draft]:
    """A bare leaving or joining that a fuller move already tells is no move of its own."""
    out: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: -(d.from_org is not None) - (d.to_org is not None)):
        whole = None
        for known in out:
            if known.kind in ("move", "found", "change", "offer") and known is not draft and _dates_agree(known, draft):
                if draft.kind == "leave" and _same(known.from_org, draft.from_org) and known.kind != "change":
                    whole = known
                elif (
                    draft.kind == "leave"
                    and known.kind == "change"
                    and _same(known.from_org, draft.from_org)
                    and (_distance(known, draft) == 0)
                ):
                    whole = known
                elif (
                    draft.kind in ("join", "found")
                    and draft.from_org is None
                    and _same(known.to_org, draft.to_org)
                    and (known.kind != "offer")
                ):
                    whole = known
                elif draft.kind == "offer" and _same(known.to_org, draft.to_org) and known.kind == "move":
                    whole = known
        if whole is not None:
            if draft.kind == "found" and whole.kind == "move":
                whole.kind = "found"
            _absorb(whole, draft)
        else:
            out.append(draft)
    return out


def sentence_of(draft: Draft) -> list[Sentence]:
    """The sentences that tell a move, in order."""
    return list({event.sentence.number: event.sentence for event in draft.events}.values())
