"""How likely a draft is right: a logistic model over named features, learnt from the practice articles, plain data."""

from __future__ import annotations

import json
import math
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from talentflow.reader.drafts import Draft, same_org
from talentflow.reader.lexicon import Hit
from talentflow.reader.page import Entity, Sentence


def features(draft: Draft, topic: Entity | None, rivals: int) -> dict[str, float]:
    """What can be said of a draft without knowing its language: names to values between about -3 and 3."""
    event = draft.event
    trigger = event.trigger
    sentence = event.sentence
    told = _told_by(sentence)
    kind, start, goal = draft.kind, draft.from_source, draft.to_source
    out: dict[str, float] = {
        f"event={trigger.event}": 1.0,
        f"kind={kind}": 1.0,
        f"from={start}": 1.0,
        f"to={goal}": 1.0,
        f"event={trigger.event} from={start}": 1.0,
        f"event={trigger.event} to={goal}": 1.0,
        f"kind={kind} from={start}": 1.0,
        f"kind={kind} to={goal}": 1.0,
        f"event={trigger.event} noun={trigger.noun}": 1.0,
        f"event={trigger.event} kind={kind}": 1.0,
        f"status={draft.status}": 1.0,
        f"status={draft.status} kind={kind}": 1.0,
        "person score": min(3.0, event.person_score) - 1.5,
        f"label={trigger.label}": 1.0,
        f"person rank={event.rank}": 1.0,
        "person margin": min(3.0, event.margin) * (0.5 if event.rank == 0 else -0.5),
        "rivals": min(4, rivals) / 2.0,
        "people": min(4, told.people) / 2.0,
        "support": float(min(3, draft.support)),
    }
    out[f"person fit={_fit(event.person_score)}"] = 1.0
    if event.from_org is not None:
        out["from score"] = min(3.2, event.from_score) - 1.5
        out[f"from fit={_fit(event.from_score)} from={start}"] = 1.0
    if event.to_org is not None:
        out["to score"] = min(3.2, event.to_score) - 1.5
        out[f"to fit={_fit(event.to_score)} to={goal}"] = 1.0
    for end, org in (("from", draft.from_org), ("to", draft.to_org)):
        if org is not None:
            place = "here" if id(org) in told.entities else "elsewhere"
            out[f"{end} {place}"] = 1.0
            out[f"{end} {place} kind={kind}"] = 1.0
    flags = {
        "weak": trigger.weak,
        "inferred person": event.is_inferred,
        f"inferred event={trigger.event}": event.is_inferred,
        "named late": event.is_late,
        "listed person": draft.person.listed,
        "title": sentence.is_title,
        "item": sentence.is_item,
        "background": draft.is_background,
        f"background kind={kind}": draft.is_background,
        f"background from={start}": draft.is_background,
        "dated": draft.date is not None,
        "role to": draft.role_to is not None,
        "role from": draft.role_from is not None,
        "interim": "interim" in (draft.role_to or ""),
        "board": "board" in (draft.role_to or draft.role_from or ""),
        "question": told.asks,
        "coupled": len(draft.events) > 1,
        "how": draft.how is not None,
        "from meant": event.from_meant,
        "to meant": event.to_meant,
        f"from meant from={start}": event.from_meant,
        f"to meant to={goal}": event.to_meant,
        "topic is to": same_org(topic, draft.to_org),
        "topic is from": same_org(topic, draft.from_org),
    }
    for name, value in flags.items():
        if value:
            out[name] = 1.0
    for end, org in (("from", draft.from_org), ("to", draft.to_org)):
        if org is not None:
            out[f"{end} is {_sort_of(org)}"] = 1.0
            source = draft.from_source if end == "from" else draft.to_source
            if source != "given":
                out[f"{end} share"] = org.share * 2.0
                out[f"{end} in paragraph"] = min(3, event.paragraph.get(id(org), 0)) / 2.0
            if org.record is not None and org.record.sort in ("media", "university", "fund"):
                out[f"{end} is {org.record.sort}"] = 1.0
    for other in draft.beside:
        out[f"beside {other} kind={kind}"] = 1.0
    if any(abs(start - event.start) <= 4 for start in told.negations):
        out["negation close"] = 1.0
    if told.quotes:
        out["quotation marks"] = 1.0
    own = [m for m in sentence.mentions if m.entity is draft.person]
    for hit in told.telling:
        after = hit.start - event.end
        if hit.kind == "said":
            if any(0 <= hit.start - m.end <= 1 or 0 <= m.start - hit.end <= 1 for m in own):
                out["person speaks"] = 1.0
                out[f"person speaks event={trigger.event}"] = 1.0
        elif hit.kind == "since" and 0 <= after <= 8:
            out[f"since event={trigger.event}"] = 1.0
        elif hit.kind == "board" and 0 <= after <= 3:
            out[f"board kind={kind}"] = 1.0
        elif hit.kind in ("number", "person_noun") and 0 <= after <= 3:
            out[f"counted event={trigger.event}"] = 1.0
    out["length"] = min(60, len(sentence.tokens)) / 30.0
    for post_class in _post_classes(draft.role_to):
        out[f"post {post_class} kind={kind}"] = 1.0
        out[f"post {post_class} from={start}"] = 1.0
    for tie_known in draft.known:
        out[f"tie {tie_known}"] = 1.0
        out[f"tie {tie_known} kind={kind}"] = 1.0
    if draft.from_tie is not None:
        tie = draft.from_tie
        out[f"tie {tie.when} kind={kind}"] = 1.0
        out["tie has post"] = 1.0 if tie.post else 0.0
        out["tie distance"] = min(10, abs(tie.sentence.number - sentence.number)) / 5.0
        out["tie strength"] = tie.strength - 1.0
        if draft.is_background:
            out[f"background tie {tie.when}"] = 1.0
        if tie.sentence.number > sentence.number:
            out["tie after"] = 1.0
    if len(draft.events) > 1:
        gap = abs(draft.events[0].sentence.number - draft.events[1].sentence.number)
        out["couple gap"] = min(5, gap) / 2.0
        out[f"couple {'same' if gap == 0 else 'near' if gap <= 2 else 'far'}"] = 1.0
        if draft.events[0].is_background != draft.events[1].is_background:
            out["couple times differ"] = 1.0
        if draft.events[0].start > draft.events[1].start or gap:
            out["couple leaving first"] = 1.0
    return out


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


@cache
def _model() -> tuple[float, dict[str, float]]:
    path = files("talentflow.reader") / "data" / "acceptance.json"
    if not path.is_file():
        return -0.5, {}
    data = json.loads(path.read_text(encoding="utf-8"))
    return data["bias"], data["weights"]


def probability(values: dict[str, float]) -> float:
    """The learnt probability that a draft with these features is right."""
    bias, weights = _model()
    total = bias + sum([weights.get(name, 0.0) * value for name, value in values.items()])
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
