"""How likely a draft is right: a logistic model over named features, learnt from the practice articles, plain data."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

from talentflow.reader.careers.placing import Places, end_parts, mover_parts, open_parts
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.learnt.weights import Part, Values, load_weights, probability, weigh, weigh_parts
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity, Sentence
from talentflow.reader.words.phrases import Hit


def features(draft: Draft, judge: Judge) -> Values:
    """What can be said of a draft without knowing its language: names to values between about -3 and 3."""
    out = dict(judge.of_event(draft.event))
    for part, *arguments in judge.parts(draft):
        out.update(part(*arguments))
    return out


_HOPELESS = -3.5  # so low a sum is not made good by how its ends stand; they are not looked at


class Judge:
    """Gives the drafts of one article their probabilities."""

    def __init__(self, topic: Entity | None, places: Places, ties: dict[int, list[Affiliation]]) -> None:
        """`topic` is the organization that the article is about; `ties` are those of each person, by its identity."""
        self._topic = topic
        self._places = places
        self._ties = ties
        self._rivals: dict[int, int] = {}
        self._fixed: dict[int, _Fixed] = {}

    def look_at(self, drafts: list[Draft]) -> None:
        """Counts how many readings each event has."""
        self._rivals = Counter(id(draft.event) for draft in drafts if len(draft.events) == 1)

    def judge(self, drafts: list[Draft]) -> None:
        """Sets the confidence of each draft: the learnt probability that it is right."""
        self.look_at(drafts)
        shared: dict[int, float] = {}
        ends: dict[tuple[int, str, int], float] = {}
        bias = load_weights()[0]
        for draft in drafts:
            event = draft.event
            total = shared.get(id(event))
            if total is None:
                total = bias + weigh(self.of_event(event)) + weigh_parts(mover_parts(event))
                shared[id(event)] = total
            total += weigh_parts(_parts(draft, self._of(event), self._topic_at(event)))
            if total > _HOPELESS:
                for one, end, org in _ends_of(draft):
                    key = (id(one), end, id(org))
                    found = ends.get(key)
                    if found is None:
                        found = ends[key] = weigh_parts(self._end(one, end, org))
                    total += found
            draft.confidence = probability(total)

    def of_event(self, event: Event) -> Values:
        """The features that only the event itself gives."""
        return _of_event(event, self._rivals.get(id(event), 1))

    def parts(self, draft: Draft) -> list[Part]:
        """Everything else that a draft shows: functions that give features, with the little that they look at."""
        parts = mover_parts(draft.event) + _parts(draft, self._of(draft.event), self._topic_at(draft.event))
        for event, end, org in _ends_of(draft):
            parts += self._end(event, end, org)
        return parts

    def _of(self, event: Event) -> _Fixed:
        found = self._fixed.get(id(event))
        if found is None:
            found = self._fixed[id(event)] = _fixed(event)
        return found

    def _end(self, event: Event, end: str, org: Entity | None) -> list[Part]:
        ties = self._ties.get(id(event.person), [])
        if org is None:
            return open_parts(event, end, ties)
        places, topic = self._places.around(event, self._topic)
        return end_parts(event, end, org, places, topic, ties)

    def _topic_at(self, event: Event) -> Entity | None:
        return self._places.around(event, self._topic)[1]


def _ends_of(draft: Draft) -> list[tuple[Event, str, Entity | None]]:
    """The ends of a draft, each with its event; of two events told as one step also where the second starts."""
    out: list[tuple[Event, str, Entity | None]] = [
        (draft.event, "from", draft.from_org), (draft.event, "to", draft.to_org)
    ]  # fmt: skip
    if len(draft.events) > 1 and draft.from_org is not None:
        out.append((draft.events[1], "left", draft.from_org))
    return out


class _Fixed(NamedTuple):
    """What is worked out once for all drafts of an event; the event is kept, so that its id stays its own."""

    event: Event
    told: _Told
    fit_from: str
    fit_to: str
    has_board: bool
    seen: dict[tuple[int, bool], tuple[Any, ...]]  # what `_seen` found before


def _fixed(event: Event) -> _Fixed:
    told = _told_by(event.sentence)
    return _Fixed(
        event,
        told,
        _fit(event.from_score) if event.from_org is not None else "",
        _fit(event.to_score) if event.to_org is not None else "",
        any(hit.kind == "board" and 0 <= hit.start - event.end <= 3 for hit in told.telling),
        {},
    )


def _of_event(event: Event, rivals: int) -> Values:
    """What all drafts of an event share."""
    trigger, sentence = event.trigger, event.sentence
    told = _told_by(sentence)
    out: Values = {
        "person score": min(3.0, event.person_score) - 1.5,
        f"label={trigger.label}": 1.0,
        f"person rank={event.rank}": 1.0,
        "person margin": min(3.0, event.margin) * (0.5 if event.rank == 0 else -0.5),
        "rivals": min(4, rivals) / 2.0,
        "people": min(4, told.people) / 2.0,
        f"person fit={_fit(event.person_score)}": 1.0,
        "length": min(60, len(sentence.tokens)) / 30.0,
    }
    if event.from_org is not None:
        out["from score"] = min(3.2, event.from_score) - 1.5
    if event.to_org is not None:
        out["to score"] = min(3.2, event.to_score) - 1.5
    out |= _flags({
        "weak": trigger.weak,
        "inferred person": event.is_inferred,
        f"inferred event={trigger.event}": event.is_inferred,
        "named late": event.is_late,
        "listed person": event.person.listed,
        "title": sentence.is_title,
        "item": sentence.is_item,
        "question": told.asks,
        "from meant": event.from_meant,
        "to meant": event.to_meant,
        "negation close": any(abs(start - event.start) <= 4 for start in told.negations),
        "quotation marks": told.quotes,
    })  # fmt: skip
    own = [m for m in sentence.mentions if m.entity is event.person]
    for hit in told.telling:
        after = hit.start - event.end
        if hit.kind == "said":
            if any(0 <= hit.start - m.end <= 1 or 0 <= m.start - hit.end <= 1 for m in own):
                out["person speaks"] = 1.0
                out[f"person speaks event={trigger.event}"] = 1.0
        elif hit.kind == "since" and 0 <= after <= 8:
            out[f"since event={trigger.event}"] = 1.0
        elif hit.kind in ("number", "person_noun") and 0 <= after <= 3:
            out[f"counted event={trigger.event}"] = 1.0
    return out


def _parts(draft: Draft, fixed: _Fixed, topic: Entity | None) -> list[Part]:
    """What tells the drafts of an event apart: functions that give features, with the little that they look at."""
    event, _, fit_from, fit_to, has_board, _ = fixed
    kind, start = draft.kind, draft.from_source
    role_from, role_to = draft.role_from, draft.role_to
    parts: list[Part] = [
        (
            _of_frame, event.trigger.event, event.trigger.noun, kind, start, draft.to_source, draft.status,
            fit_from, event.from_meant, fit_to, event.to_meant,
        ),
        (_of_rest, kind, start, draft.support, draft.is_background, draft.date is None, draft.how is None, has_board),
        (_of_posts, role_from is not None, role_to, "board" in (role_to or role_from or ""), kind, start),
    ]  # fmt: skip
    if draft.from_org is not None:
        parts.append((_of_end, "from", kind, *_seen(draft.from_org, start, fixed, topic)))
    if draft.to_org is not None:
        parts.append((_of_end, "to", kind, *_seen(draft.to_org, draft.to_source, fixed, topic)))
    if draft.beside:
        parts.append((_of_beside, draft.beside, kind))
    if draft.known:
        parts.append((_of_known, draft.known, kind))
    tie = draft.from_tie
    if tie is not None:
        gap = tie.sentence.number - event.sentence.number
        parts.append((_of_tie, tie.when, bool(tie.post), gap, tie.strength, kind, draft.is_background))
        if draft.tie_place:
            parts.append((_of_place, draft.tie_place, tie.when, kind))
    if len(draft.events) > 1:
        one, other = draft.events[0], draft.events[1]
        gap = abs(one.sentence.number - other.sentence.number)
        parts.append((_of_couple, gap, one.is_background != other.is_background, one.start > other.start))
    return parts


def _of_kind(event: str, noun: bool, kind: str, start: str, goal: str, status: str) -> Values:
    return dict.fromkeys(
        (
            f"event={event}", f"kind={kind}", f"from={start}", f"to={goal}", f"event={event} from={start}",
            f"event={event} to={goal}", f"kind={kind} from={start}", f"kind={kind} to={goal}",
            f"event={event} noun={noun}", f"event={event} kind={kind}",
            f"status={status}", f"status={status} kind={kind}",
        ),
        1.0,
    )  # fmt: skip


def _of_frame(
    event: str, noun: bool, kind: str, start: str, goal: str, status: str,
    fit_from: str, from_meant: bool, fit_to: str, to_meant: bool,
) -> Values:  # fmt: skip
    return {
        **_of_kind(event, noun, kind, start, goal, status),
        **_of_fit("from", start, fit_from, from_meant),
        **_of_fit("to", goal, fit_to, to_meant),
    }


def _of_fit(end: str, source: str, fit: str, is_meant: bool) -> Values:
    return _flags({f"{end} fit={fit} {end}={source}": bool(fit), f"{end} meant {end}={source}": is_meant})


def _of_rest(
    kind: str, start: str, support: int, is_background: bool, is_undated: bool, is_plain: bool, has_board: bool
) -> Values:
    flags = {
        "background": is_background,
        f"background kind={kind}": is_background,
        f"background from={start}": is_background,
        "dated": not is_undated,
        "how": not is_plain,
        f"board kind={kind}": has_board,
    }
    return {"support": float(min(3, support)), **_flags(flags)}


def _of_post(role: str | None, kind: str, start: str) -> Values:
    out: Values = {}
    for post_class in _post_classes(role):
        out[f"post {post_class} kind={kind}"] = 1.0
        out[f"post {post_class} from={start}"] = 1.0
    return out


def _of_posts(has_from: bool, role_to: str | None, is_board: bool, kind: str, start: str) -> Values:
    return _of_post(role_to, kind, start) | _flags({
        "role to": role_to is not None,
        "role from": has_from,
        "interim": "interim" in (role_to or ""),
        "board": is_board,
    })  # fmt: skip


def _seen(org: Entity, source: str, fixed: _Fixed, topic: Entity | None) -> tuple[Any, ...]:
    """What `_of_end` takes of an organization."""
    key = (id(org), source == "given")
    found = fixed.seen.get(key)
    if found is None:
        found = fixed.seen[key] = _look_at(org, source, fixed, topic)
    return found


def _look_at(org: Entity, source: str, fixed: _Fixed, topic: Entity | None) -> tuple[Any, ...]:
    place = "here" if id(org) in fixed.told.entities else "elsewhere"
    sort = org.record.sort if org.record is not None else ""
    count = None if source == "given" else min(3, fixed.event.paragraph.get(id(org), 0))
    event = fixed.event
    fellow = event.trigger.event if source != "given" and org in event.fellows else ""
    return place, _sort_of(org), sort, count, same_org(topic, org), fellow


def _of_end(
    end: str, kind: str, place: str, listing: str, sort: str, count: int | None, is_topic: bool, fellow: str
) -> Values:
    out = {f"{end} {place}": 1.0, f"{end} {place} kind={kind}": 1.0, f"{end} is {listing}": 1.0}
    if sort in ("media", "university", "fund"):
        out[f"{end} is {sort}"] = 1.0
    if is_topic:
        out[f"topic is {end}"] = 1.0
    if fellow:
        out[f"{end} of fellow"] = out[f"{end} of fellow event={fellow}"] = 1.0
    if count is not None:
        out[f"{end} in paragraph"] = count / 2.0
    return out


def _of_beside(beside: frozenset[str], kind: str) -> Values:
    return dict.fromkeys([f"beside {other} kind={kind}" for other in sorted(beside)], 1.0)


def _of_known(known: frozenset[str], kind: str) -> Values:
    return dict.fromkeys([name for tie in sorted(known) for name in (f"tie {tie}", f"tie {tie} kind={kind}")], 1.0)


def _of_tie(when: str, has_post: bool, gap: int, strength: float, kind: str, is_background: bool) -> Values:
    out = {
        f"tie {when} kind={kind}": 1.0,
        "tie has post": float(has_post),
        "tie distance": min(10, abs(gap)) / 5.0,
        "tie strength": strength - 1.0,
    }
    return out | _flags({f"background tie {when}": is_background, "tie after": gap > 0})


def _of_place(place: str, when: str, kind: str) -> Values:
    return {f"tie {place}": 1.0, f"tie {place} {when}": 1.0, f"tie {place} kind={kind}": 1.0}


def _of_couple(gap: int, times_differ: bool, is_leaving_first: bool) -> Values:
    return {"coupled": 1.0, "couple gap": min(5, gap) / 2.0} | _flags({
        f"couple {'same' if gap == 0 else 'near' if gap <= 2 else 'far'}": True,
        "couple times differ": times_differ,
        "couple leaving first": is_leaving_first or gap > 0,
    })  # fmt: skip


def _flags(flags: dict[str, bool]) -> Values:
    """Each flag that is set, as a feature."""
    return {name: 1.0 for name, is_set in flags.items() if is_set}


class _Told(NamedTuple):
    """What all drafts of a sentence share."""

    people: int
    entities: frozenset[int]
    negations: tuple[int, ...]
    asks: bool
    quotes: bool
    telling: tuple[Hit, ...]


def _told_by(sentence: Sentence) -> _Told:
    if sentence.told is None:
        mentions, marks = sentence.mentions, set(sentence.tokens.surface)
        sentence.told = _Told(
            sum(m.kind == "person" and m.entity is not None and not m.is_anaphor for m in mentions),
            frozenset(id(m.entity) for m in mentions if m.entity is not None),
            tuple(hit.start for hit in sentence.hits if hit.kind == "negation"),
            not marks.isdisjoint("?؟"),
            not marks.isdisjoint('«»"“”'),
            tuple(hit for hit in sentence.hits if hit.kind in _TELLING),
        )
    told: _Told = sentence.told
    return told


_TELLING = ("said", "since", "board", "number", "person_noun")


def _fit(score: float) -> str:
    return "good" if score >= 2.3 else "fair" if score >= 1.3 else "poor"


_POST_CLASSES = {
    "board": ("board", "chair", "council", "trustee", "committee"),
    "top": ("CEO", "president", "chief executive", "managing director", "director general"),
    "interim": ("interim", "acting"),
    "chief": ("chief", "CTO", "CFO", "COO"),
    "head": ("head", "director", "vice president", "manager", "lead"),
    "rank": ("researcher", "scientist", "engineer", "member", "professor", "adviser"),
}


@lru_cache(maxsize=4096)
def _post_classes(post: str | None) -> tuple[str, ...]:
    if post is None:
        return ("none",)
    return tuple(name for name, words in _POST_CLASSES.items() if any(word in post for word in words))


def _sort_of(org: Entity) -> str:
    if org.name is None:
        return "unnamed"
    if org.listed:
        return "listed"
    return "unsure" if ":?" in org.id else "unlisted"
