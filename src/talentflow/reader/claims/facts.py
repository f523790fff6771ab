"""Facts around the moves: what a sentence states of money, pay, computing, lawsuits, products, models and reasons.

Words that tell a fact open a small frame, as triggers do for moves: what they take must stand with them (an amount, a
product, a move), and somebody must be there whom it can be about. Where either is missing nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.languages import Trigger
from talentflow.languages.facts import FactTrigger
from talentflow.model import Amount, FactClaim, FactParty
from talentflow.reader.careers.career import sentences_of
from talentflow.reader.cast.attribution import sources_of
from talentflow.reader.cast.scene import Event
from talentflow.reader.claims.fact_parties import Party, chain_from, product_sorts
from talentflow.reader.claims.fact_scene import FactScene, PageNotes, Taken, scene_of, taken_by
from talentflow.reader.claims.fact_subjects import Frame, movers_of, subject_of
from talentflow.reader.claims.understanding import Understanding
from talentflow.reader.events.dates import set_date
from talentflow.reader.events.drafts import Draft
from talentflow.reader.events.status import set_status
from talentflow.reader.words.fact_words import fact_lexicon, find_facts
from talentflow.reader.words.page import Entity, Sentence
from talentflow.reader.words.phrases import Hit

TYPES_OF_THINGS = {
    "product": "product",
    "model": "model",
    "compute": "compute",
    "pay": "compensation",
    "round": "funding",
}
_STRENGTH = {"done": 0, "planned": 1, "rumored": 2, "denied": 3, "declined": 3}
_WITH_AMOUNTS = ("funding", "valuation", "compensation", "compute")
_NEGATED_WITHIN = 3
_SURE, _POINTED, _MEANT = 0.8, 0.65, 0.5
_MOST_ABOUT = 4
_PRICED = ("round", "pay", "compute", "deal", "shares")
_PRICED_WITHIN = 6  # words
_HEDGED_WITHIN = 8


def read_facts(found: Understanding, drafts: list[Draft]) -> list[FactClaim]:
    """The facts that a page states, in the order of its sentences, each once."""
    lexicon = fact_lexicon(found.page.language.code)
    if lexicon is None:
        return []
    movers = _movers(drafts)
    notes = PageNotes(product_sorts(found.page.sentences, lexicon), _losing(drafts))
    out: list[FactClaim] = []
    for sentence in found.page.sentences:
        hits = find_facts(sentence, lexicon)
        if hits.triggers:
            scene = scene_of(found, sentence, hits, movers.get(id(sentence), []), notes)
            out += _without_repeats(list(_facts_of(scene)))
    return out


def _losing(drafts: list[Draft]) -> Entity | None:
    """The organization that most movers leave, None where nobody leaves one by name."""
    news = [draft for draft in drafts if not draft.is_background] or drafts
    left = [draft.from_org for draft in news if draft.from_org is not None and draft.from_org.name is not None]
    counts: dict[int, int] = {}
    for org in left:
        counts[id(org)] = counts.get(id(org), 0) + 1
    return max(left, key=lambda org: counts[id(org)]) if left else None


def _movers(drafts: list[Draft]) -> dict[int, list[Draft]]:
    """The moves that each sentence tells, by the sentence's id."""
    out: dict[int, list[Draft]] = {}
    for draft in drafts:
        for sentence in sentences_of(draft):
            out.setdefault(id(sentence), []).append(draft)
    return out


def _without_repeats(facts: list[tuple[FactClaim, int]]) -> list[FactClaim]:
    """Of one sentence's facts of one type and subject one for each thing taken; those with an amount, if one has.

    Money that is spent on computing is told once, as computing: "invested billions in data centers".
    """
    told: dict[tuple[str, str], list[FactClaim]] = {}
    known: set[tuple[str, str, int]] = set()
    for fact, place in facts:
        key = (fact.type, fact.subject.entity.id)
        if (*key, place) not in known:
            known.add((*key, place))
            told.setdefault(key, []).append(fact)
    out: list[FactClaim] = []
    for (kind, subject), group in told.items():
        others = told.get(("compute", subject), ()) if kind == "funding" else ()
        if any(fact.words == other.words for fact in group for other in others):
            continue
        with_amount = {fact.amount: fact for fact in reversed(group) if fact.amount is not None}
        out += list(with_amount.values())[::-1] or group
    return out


def _facts_of(scene: FactScene) -> Iterator[tuple[FactClaim, int]]:
    """What the triggers of a sentence tell, each with the place of what it takes."""
    spoken: set[int] = set()  # the words that a fact has taken: they tell no further one by themselves
    for hit in sorted(scene.hits.triggers, key=lambda hit: (hit.payload.subject == "owner", hit.start)):
        trigger: FactTrigger = hit.payload
        if trigger.type == "none" or _is_in_name(scene, hit):
            continue
        if trigger.subject == "owner" and not spoken.isdisjoint(range(hit.start, hit.end)):
            continue
        taken = taken_by(scene, hit)
        if trigger.takes and taken is None:
            continue
        kind = trigger.type or (TYPES_OF_THINGS.get(taken.sort, "product") if taken is not None else "product")
        if kind == "valuation" and trigger.noun and _is_price_of_thing(scene, hit):
            continue
        if kind == "compensation" and taken is not None and not _is_pay(scene, taken):
            continue
        if trigger.subject == "mover":
            subjects = movers_of(scene, hit)
        else:
            subject = subject_of(scene, Frame(hit, kind, taken))
            subjects = [] if subject is None else [subject]
        for subject in subjects:
            spoken.update(range(taken.start, taken.end) if taken is not None else ())
            place = hit.start if taken is None else taken.start
            yield from ((fact, place) for fact in _claims(scene, hit, kind, subject, taken))


def _is_price_of_thing(scene: FactScene, hit: Hit) -> bool:
    """Whether an amount is what a round, a deal or computers are worth: "a new investment worth $5 billion"."""
    for thing in scene.hits.things:
        if thing.payload in _PRICED and 0 <= hit.start - thing.end <= _PRICED_WITHIN:
            between = [party for party in scene.parties if thing.end <= party.start < hit.start]
            if not between or hit.start - thing.end <= 1:
                return True
    return False


def _is_pay(scene: FactScene, taken: Taken) -> bool:
    """Whether money that is paid is pay: by the year, or called so; a firm is paid for its goods too."""
    if taken.found is None:
        return True
    amount = taken.found.amount
    return amount.per is not None or any(thing.payload == "pay" for thing in scene.hits.things)


def _is_in_name(scene: FactScene, hit: Hit) -> bool:
    """Whether the words are part of a name: "Cadence Design Systems"."""
    return any(party.start <= hit.start and hit.end <= party.end for party in scene.parties)


def _claims(scene: FactScene, hit: Hit, kind: str, subject: Party, taken: Taken | None) -> Iterator[FactClaim]:
    """The claim; of several people named in one breath each has one of their own."""
    chain = chain_from(scene.parties, subject, scene.sentence) if subject in scene.parties else [subject]
    is_each = subject.sort == "person"
    if hit.payload.subject == "mover":
        chain = [subject]
    for head in chain if is_each else chain[:1]:
        yield _claim(scene, hit, kind, head, taken)


def _claim(scene: FactScene, hit: Hit, kind: str, subject: Party, taken: Taken | None) -> FactClaim:
    sentence, page = scene.sentence, scene.understanding.page
    # The fact as the rules of status and dates see what is told.
    entity = subject.entity or Entity("org", "", None, False)
    event = Event("fact", entity, sentence, Trigger("none"), hit.start, hit.end)
    others = [other.start for other in scene.hits.triggers if other.start != hit.start]
    is_plain = set_status(event, others, [], head_final=scene.language.head_final)
    set_date(event, scene.understanding.published, scene.language)
    return FactClaim(
        type=kind,
        subject=subject.party,
        words=_words(sentence, hit),
        about=_about(scene, subject),
        amount=_amount(scene, hit, kind, taken),
        negated=not is_plain or _is_negated(scene, hit),
        reason=_reason(sentence) if kind == "reason" else None,
        status=max((event.status, hit.payload.status, _hedged(scene, hit)), key=lambda status: _STRENGTH[status]),
        date=event.date,
        according_to=sources_of(sentence, scene.language),
        confidence=_POINTED if subject.is_pointed else _SURE if subject.is_named else _MEANT,
        evidence=(page.document.span(sentence.field, sentence.start, sentence.end),),
    )


def _hedged(scene: FactScene, hit: Hit) -> str:
    """What a hedge behind a noun makes of it: "a salary said to be in the millions"."""
    if not hit.payload.noun:
        return "done"
    behind = [cue for cue in scene.sentence.of_kind("cue") if 0 <= cue.start - hit.end <= _HEDGED_WITHIN]
    return "rumored" if any(cue.payload.status == "rumored" for cue in behind) else "done"


def _is_negated(scene: FactScene, hit: Hit) -> bool:
    negations = scene.sentence.of_kind("negation")
    if scene.language.head_final:
        return any(0 <= no.start - hit.end <= _NEGATED_WITHIN for no in negations)
    return any(0 <= hit.start - no.end <= _NEGATED_WITHIN for no in negations)


def _about(scene: FactScene, subject: Party) -> tuple[FactParty, ...]:
    """The others whom the sentence names, those in one breath with the subject first."""
    chain = chain_from(scene.parties, subject, scene.sentence) if subject in scene.parties else []
    named = [party for party in scene.parties if party.is_named and not party.is_source]
    ids = {subject.party.entity.id}
    out: list[FactParty] = []
    for other in (*chain, *named):
        if other.party.entity.id not in ids:
            ids.add(other.party.entity.id)
            out.append(other.party)
    return tuple(out[:_MOST_ABOUT])


def _amount(scene: FactScene, hit: Hit, kind: str, taken: Taken | None) -> Amount | None:
    """The amount that a trigger took, or of a kind that has amounts the nearest one that is near."""
    if taken is not None and taken.found is not None:
        return taken.found.amount
    if kind not in _WITH_AMOUNTS:
        return None
    near = [
        (min(abs(found.start - hit.end), abs(hit.start - found.end)), found.amount)
        for found in scene.amounts
        if (found.is_money or (kind == "compensation" and found.is_vague)) == (kind != "compute")
    ]
    near = [(gap, amount) for gap, amount in near if gap <= hit.payload.within]
    return min(near, key=lambda item: item[0])[1] if near else None


def _reason(sentence: Sentence) -> str | None:
    found = sentence.of_kind("reason")
    return str(found[0].payload) if found else None


def _words(sentence: Sentence, hit: Hit) -> str:
    tokens = sentence.tokens
    return tokens.text[tokens.start[hit.start] : tokens.end[hit.end - 1]]
