"""The drafts of the rules beside what the encoder says: it moves their confidence, and adds what no phrase opened.

The rules propose where they know the words; the encoder (`relations/`) has its word on every person and sentence.
Where both speak of one move its confidence is a logistic mixture of the two; a move of which the encoder alone is sure
becomes a draft of its own, whose kind, status and day are found by the same rules as any other's.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from functools import cache

from talentflow.languages import Trigger
from talentflow.model import notes
from talentflow.model.notes import Note
from talentflow.reader.careers.settling import SUCCEEDING
from talentflow.reader.cast.asides import in_company_bracket
from talentflow.reader.cast.attribution import sources_of
from talentflow.reader.cast.scene import Event
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.dates import set_date
from talentflow.reader.events.drafts import CLEAR, TOLD, Draft, finish, were_there
from talentflow.reader.events.status import set_status
from talentflow.reader.learnt.weights import log_odds, probability
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.relations.answers import Answers, Told
from talentflow.reader.relations.files import data_file
from talentflow.reader.words.page import Entity, Mention
from talentflow.reader.words.trigger_frames import frames, tells_any

_YIELDS = {
    "move": "shift", "leave": "leave", "join": "join", "found": "found", "change": "change", "offer": "offer",
    "absence": "absence",
}  # fmt: skip
_TOLD_BY = {"shift": ("join",)}  # what else tells that somebody goes over: "joined Borealis from Quanta"
_REFUSED = ("move", "join", "offer")  # what somebody may refuse
_ANSWERED_WITHIN = 2  # sentences
LEAST, MOST = 0.03, 0.98  # what the encoder says is not believed beyond these


@dataclass(frozen=True, slots=True)
class Mixture:
    """How both are weighed: log-odds are `own` times the rules', plus `told` times the encoder's, plus `bias`.

    A move of the encoder's alone weighs `alone_told` times its log-odds plus `alone_bias`.
    """

    own: float
    told: float
    bias: float
    alone_told: float
    alone_bias: float


@cache
def load_mixture() -> Mixture:
    """The weights that are shipped, learnt on practice articles that neither side had learnt from."""
    return Mixture(**json.loads(data_file("mixture.json").read_text(encoding="utf-8"))["weights"])


def look_again(
    found: Understanding, answers: Answers, least: float, drafts: list[Draft], mixture: Mixture | None = None
) -> list[Draft]:
    """The drafts with the confidence of both, and those that the encoder adds with at least `least`.

    `mixture` is the shipped one unless given.
    """
    mixture = mixture or load_mixture()
    known, barred = moves_known(drafts), ruled_out(found)
    for draft in drafts:
        draft.own = draft.confidence
        chance = answers.chance(draft.person, draft.from_org, draft.to_org)
        draft.second = chance
        if chance is not None:
            own, second = log_odds(draft.confidence, 1e-6), log_odds(chance, LEAST, MOST)
            draft.confidence = probability(mixture.own * own + mixture.told * second + mixture.bias)
            draft.notes.append(_sure(chance))
    added: list[Draft] = []
    for told in answers.likely(LEAST):
        confidence = confidence_alone(told, mixture)
        move = move_of(told)
        if confidence >= least and move not in known and (id(told.sentence), *move) not in barred:
            new = None if _is_unlikely(found, told) else draft_of(found, told)
            if new is not None:
                new.confidence = confidence
                added.append(new)
    return [*drafts, *added]


def moves_known(drafts: list[Draft]) -> set[tuple[int, int, int]]:
    """The persons and ends of drafts; whoever only stands second to a verb may be told of elsewhere."""
    return {move_of(draft) for draft in drafts if not all(event.rank for event in draft.events)}


def ruled_out(found: Understanding) -> set[tuple[int, int, int, int]]:
    """What the rules find that a sentence does not tell: the sentence, the person and both ends, by identity."""
    return {(id(event.sentence), id(event.person), *ends) for event in found.events for ends in event.ruled_out}


def move_of(told: Told | Draft) -> tuple[int, int, int]:
    """Who goes from where to where, by identity."""
    return id(told.person), id(told.from_org), id(told.to_org)


def confidence_alone(told: Told, mixture: Mixture) -> float:
    """How sure a move is that the encoder alone finds."""
    return probability(mixture.alone_told * log_odds(told.chance, LEAST, MOST) + mixture.alone_bias)


def draft_of(found: Understanding, told: Told) -> Draft | None:
    """A move that the encoder finds told, as a draft; None where it cannot be, or the sentence denies it."""
    kind = kind_of(told)
    if kind == "change" and _only_leaves(found, told):
        return None
    if any(m.entity is told.to_org and in_company_bracket(told.sentence, m.start) for m in told.sentence.mentions):
        return None
    if kind == "leave" and not tells_any(told.sentence, _GOING):
        return None  # of such leavings most are none, and to say so of a living person is grave
    if _is_told_better(found, told, kind):
        return None
    if _only_owns(told, head_final=found.page.language.head_final) or _is_of_crowd(found, told, _YIELDS[kind]):
        return None
    if _moves_another(found, told) or _only_buys(found, told) or _is_set_aside(told, _YIELDS[kind]):
        return None
    is_refused = kind in _REFUSED and any(
        person is told.person and 0 <= number - told.sentence.number <= _ANSWERED_WITHIN
        for person, number in found.refusals
    )
    kind = "offer" if is_refused else kind
    event = _event_of(told, _YIELDS[kind])
    others = [hit.start for hit in told.sentence.of_kind("trigger") if hit.start != event.start]
    if not set_status(event, others, [], head_final=found.page.language.head_final):
        return None
    if not _is_hedged_at_end(event, told, others, head_final=found.page.language.head_final):
        return None
    set_date(event, found.published, found.page.language)
    if not were_there(event.date, told.from_org, told.to_org):
        return None
    event.according_to = sources_of(told.sentence, found.page.language, event)
    event.status = "declined" if is_refused else event.status
    draft = Draft(
        told.person, kind, told.from_org, told.to_org, [event], TOLD, TOLD,
        status=event.status, date=event.date, is_background=event.is_background, according_to=event.according_to,
        notes=[*event.notes, notes.note(notes.NO_PHRASE), _sure(told.chance)],
    )  # fmt: skip
    return finish(draft, _ties_of(found.ties, told.person))


def _is_unlikely(found: Understanding, told: Told) -> bool:
    """Whether the encoder alone is believed only where all else is weighed too: see last_look.py."""
    kind = kind_of(told)
    if kind == "change" and all(event.sentence is not told.sentence for event in found.events):
        return True  # whoever merely works somewhere looks like that to the encoder
    if kind == "change" and _is_succeeded(found, told):
        return True
    return not found.places.are_of_one_item(told.sentence, told.from_org, told.to_org)


def _is_hedged_at_end(event: Event, told: Told, others: list[int], *, head_final: bool) -> bool:
    """Gives a move without words of its own the status that stands before its end: "Ada, it is said, will go to | A".

    False where the sentence says that it is not so.
    """
    if any(hit.start == event.start for hit in told.sentence.of_kind("trigger")) or head_final:
        return True
    ends = [m for m in told.sentence.mentions if m.entity is not None and m.entity in (told.to_org, told.from_org)]
    if not ends or ends[-1].start <= event.start:
        return True
    shifted = replace(event, start=ends[-1].start, end=ends[-1].end, notes=[])
    if not set_status(shifted, others, [], head_final=head_final):
        return False
    if event.status == "done" and shifted.status in ("rumored", "denied", "planned"):
        event.status = shifted.status
        event.notes.extend(shifted.notes)
    return True


def _only_leaves(found: Understanding, told: Told) -> bool:
    """Whether the rules find in the sentence that the person leaves, and nothing that they take or keep."""
    own = [e for e in found.events if e.sentence is told.sentence and e.person is told.person and not e.rank]
    return bool(own) and all(event.yields == "leave" and event.stays is None for event in own)


def _is_succeeded(found: Understanding, told: Told) -> bool:
    """Whether all that the sentence tells of a person is that somebody else takes their post over."""
    here = [event for event in found.events if event.sentence is told.sentence]
    return any(event.trigger.event in SUCCEEDING and not event.rank for event in here) and all(
        event.person is not told.person for event in here
    )


_GOING = ("leave", "shift", "follow", "absence")  # of the encoder's leavings without words of these most are none
_COMING = ("join", "shift", "found", "appoint")


def _is_told_better(found: Understanding, told: Told, kind: str) -> bool:
    """Whether the rules find in the sentence what it tells of the person, and it is something else.

    That they come back, that they stay, that they found another firm, that they leave, in a sentence that does not name
    the goal, or that somebody does it who is named there, where they are not.
    """
    here = [e for e in found.events if e.sentence is told.sentence and not e.rank]
    own = [e for e in here if e.person is told.person]
    if not own:
        is_named = any(m.entity is told.person or m.is_anaphor for m in told.sentence.mentions if m.kind == "person")
        return not is_named and any(e.yields == _YIELDS[kind] and not e.is_inferred for e in here)
    if kind == "change" and any(event.trigger.event == "return" for event in own):
        return True
    if all(event.yields == "stay" for event in own):
        return kind != "change"
    if kind == "found":
        founded = [e.to_org for e in own if e.yields == "found" and e.to_score >= CLEAR and not e.to_meant]
        return any(org is not None and org is not told.to_org for org in founded)
    if kind != "move":
        return False
    is_named = any(m.entity is told.to_org or m.entity is None for m in told.sentence.mentions if m.kind == "org")
    if not is_named:
        return all(event.yields == "leave" or _leads_elsewhere(event, told) for event in own)
    return _is_goal_of_another(told, own, here)


def _leads_elsewhere(event: Event, told: Told) -> bool:
    """Whether the rules find that somebody founds another employer: "had left Quanta for the occasion"."""
    return event.yields == "found" and event.to_org is not None and event.to_org is not told.to_org


def _is_goal_of_another(told: Told, own: list[Event], here: list[Event]) -> bool:
    """Whether only somebody else of the sentence goes to the goal: "Moreno and Berg leave, Berg joining Quanta"."""
    if not all(event.yields == "leave" and event.to_org is None and not event.is_inferred for event in own):
        return False
    going = [e for e in here if e.person is not told.person and e.to_org is told.to_org and e.yields in _COMING]
    return any(e.to_score >= CLEAR and not e.to_meant and not e.is_inferred for e in going)


def _only_owns(told: Told, *, head_final: bool) -> bool:
    """Whether the person is only named as whose company it is: "Ada Moreno's Quanta", "Quanta, owned by Ada Moreno"."""
    sentence = told.sentence
    own = [m for m in sentence.mentions if m.entity is told.person]
    orgs = [m for m in sentence.mentions if m.kind == "org"]
    if head_final and len(own) == 1 and _leads_into(told, own[0].end, orgs):
        return True
    return bool(own) and all(
        (mention.owner and any(m.start - mention.end in (1, 2) for m in orgs))
        or (
            mention.mark in _OWNED_BY
            and any(0 <= mention.mark_at - m.end <= _OWNED_WITHIN for m in orgs)
            and not any(
                mention.start - _OWNED_WITHIN - 2 <= h.start < mention.start for h in sentence.of_kind("trigger")
            )
        )
        for mention in own
    )


def _leads_into(told: Told, end: int, orgs: list[Mention]) -> bool:
    """Whether a verb of leading joins a name to an employer behind it, which it only tells: "Ada氏|率いる|Quanta"."""
    return (
        any(
            hit.payload.event == "work" and 0 <= hit.start - end <= 1 and any(0 <= m.start - hit.end <= 1 for m in orgs)
            for hit in told.sentence.of_kind("trigger")
        )
        and told.sentence.tokens.surface[end][0].isalpha()
    )


_OWNED_BY = ("by", "toward", "of")
_OWNED_WITHIN = 2  # words between a company and the preposition: ", owned by", "المملوكة لـ"


def _is_of_crowd(found: Understanding, told: Told, yields: str) -> bool:
    """Whether what the sentence tells is of several people without names: "X announced the exit of two founders"."""
    number = told.sentence.number
    meant = [hit.start for hit in told.sentence.of_kind("trigger") if _means(hit.payload, yields)]
    return bool(meant) and all((number, start) in found.crowds for start in meant)


def _moves_another(found: Understanding, told: Told) -> bool:
    """Whether all that the sentence tells of a person is that they hire or dismiss somebody else: "she poached him"."""
    if (told.sentence.number, id(told.person)) not in found.doers:
        return False
    return all(e.person is not told.person for e in found.events if e.sentence is told.sentence and not e.rank)


def _only_buys(found: Understanding, told: Told) -> bool:
    """Whether somebody only buys a company, where the rules see no change: nobody joins what they buy."""
    if told.to_org is None or any(
        e.person is told.person for e in found.events if e.sentence is told.sentence and not e.rank
    ):
        return False
    sentence = told.sentence
    buying = [hit.start for hit in sentence.of_kind("buying")]
    own = [m.start for m in sentence.mentions if m.entity is told.person]
    bought = [m.start for m in sentence.mentions if m.entity is told.to_org]
    return any(
        min(own, default=place + 1) - _BUYER_BEHIND < place and 0 < abs(org - place) <= _BOUGHT_WITHIN
        for place in buying
        for org in bought
    )


_BUYER_BEHIND = 6  # words from a verb that leads its clause to whoever buys
_BOUGHT_WITHIN = 12  # words from a verb of buying to what is bought


def _is_set_aside(told: Told, yields: str) -> bool:
    """Whether all words of the sentence that could tell it are part of others that tell nothing: "has found"."""
    hits = told.sentence.of_kind("trigger")
    nothing = [hit for hit in hits if hit.payload.event == "none"]
    meant = [hit for hit in hits if _means(hit.payload, yields)]
    return bool(meant) and all(
        any(other.start <= hit.start and hit.end <= other.end for other in nothing) for hit in meant
    )


def _sure(chance: float) -> Note:
    return notes.note(notes.ENCODER, chance=f"{chance:.2f}")


def _ties_of(ties: list[Affiliation], person: Entity) -> list[Affiliation]:
    return [tie for tie in ties if tie.person is person and tie.post and not tie.is_new]


def kind_of(told: Told) -> str:
    """The kind that the encoder names, if the ends allow it and, of a founding, the words of the sentence too."""
    kind = told.kind
    if kind == "found" and not any(_means(hit.payload, "found") for hit in told.sentence.of_kind("trigger")):
        kind = "move"
    if told.from_org is None:
        return kind if kind in ("found", "offer") else "join"
    if told.to_org is None:
        return "absence" if kind == "absence" else "leave"
    if told.from_org is told.to_org:
        return "change"
    return kind if kind in ("found", "offer") else "move"


def _event_of(told: Told, yields: str) -> Event:
    """The sentence as an event: at its phrase of that meaning if it has one, else where it names the person."""
    sentence = told.sentence
    mention = next((m for m in sentence.mentions if m.entity is told.person), None)
    meant = (yields, *_TOLD_BY.get(yields, ()))
    hits = [hit for one in meant for hit in sentence.of_kind("trigger") if _means(hit.payload, one)]
    hit = hits[0] if hits else None
    place = hit or mention
    start, end = (place.start, place.end) if place is not None else (0, 1)
    return Event(
        yields, told.person, sentence, Trigger(event=TOLD, label=TOLD), start, end, from_org=told.from_org,
        to_org=told.to_org, status=hit.payload.status or "done" if hit is not None else "done",
        is_inferred=mention is None or mention.is_anaphor, mention=mention,
    )  # fmt: skip


def _means(trigger: Trigger, yields: str) -> bool:
    frame = frames().get(trigger.event)
    return frame is not None and frame.yields == yields
