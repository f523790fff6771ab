"""Who a fact is about: the party that order, preposition and clause speak for most."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.languages.facts import FactTrigger
from talentflow.model import FactParty
from talentflow.reader.cast.asides import asides_of
from talentflow.reader.claims.fact_parties import Party, company_meant, field_party
from talentflow.reader.claims.fact_scene import FactScene, Taken
from talentflow.reader.claims.presenting import mention_of
from talentflow.reader.events.drafts import Draft
from talentflow.reader.words.page import Entity, Sentence
from talentflow.reader.words.phrases import Hit

_LEAST = -0.6
_A_WORD = 0.06  # what each word between costs
_EXAMPLE_WITHIN = 6  # words
_NOUN_WITHIN = 5
_NEAR_OWNER = 4
_HEAD_WITHIN = 2
_OBLIQUE = frozenset({"away", "toward", "at", "with", "as", "by"})
_PARTING = frozenset(";؛；:")
_ALLOWED = {
    "funding": ("organization", "field", "person"),
    "valuation": ("organization",),
    "compensation": ("organization", "field"),
    "compute": ("organization", "product", "person", "field"),
    "lawsuit": ("organization", "person"),
    "product": ("organization", "product", "person"),
    "model": ("organization", "product", "person"),
    "reason": ("organization", "person", "field"),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A trigger's place with the type of fact that it tells and what it takes."""

    hit: Hit
    type: str
    taken: Taken | None

    @property
    def trigger(self) -> FactTrigger:
        """The trigger itself."""
        found: FactTrigger = self.hit.payload
        return found


def subject_of(scene: FactScene, frame: Frame) -> Party | None:
    """Whom or what a fact is about, None where nobody is likely enough."""
    trigger = frame.trigger
    if trigger.subject == "thing":
        return _product_before(scene, frame)
    if trigger.subject == "field":
        near = [party for party in scene.parties if party.sort == "field"]
        return near[0] if near else field_party(scene.sentence, frame.hit.start, frame.hit.end)
    if trigger.subject == "staff":
        return _employer(scene, frame)
    if (trigger.passive or (frame.hit.suffix and not trigger.noun)) and frame.type in ("product", "model"):
        return _product_before(scene, frame) or _likeliest(scene, frame)
    return _likeliest(scene, frame)


def movers_of(scene: FactScene, hit: Hit) -> list[Party]:
    """Whose moves a sentence gives a reason for; where nobody is named, the organization that is left."""
    out: dict[str, Party] = {}
    for draft in _nearest(scene, hit):
        if draft.person.id not in out:
            person = next((party for party in scene.parties if party.entity is draft.person), None)
            out[draft.person.id] = person or _pointed(draft.person, hit)
    if hit.payload.alone and any(party.sort == "person" and party not in out.values() for party in scene.parties):
        return []
    if out or not hit.payload.noun:
        return list(out.values())
    nouns = [move for move in scene.sentence.of_kind("trigger") if move.payload.noun]
    leaving = [move for move in nouns if move.payload.event in ("leave", "none", "lose")]
    is_near = any(0 <= move.start - hit.end <= _NOUN_WITHIN for move in leaving)
    losing = _losing(scene, hit) if is_near else None
    named = [party for party in scene.parties if losing is not None and party.entity is losing.entity]
    return named[:1] or ([losing] if losing is not None else [])


def _nearest(scene: FactScene, hit: Hit) -> list[Draft]:
    """The moves whose words stand nearest to a reason: "Ada left to start Quanta, and Ivo moved to Borealis"."""
    gaps = [
        (min(abs(event.start - hit.start) for event in draft.events if event.sentence is scene.sentence), draft)
        for draft in scene.moves
        if any(event.sentence is scene.sentence for event in draft.events)
    ]
    least = min((gap for gap, _ in gaps), default=0)
    return [draft for gap, draft in gaps if gap == least]


def _pointed(entity: Entity, hit: Hit) -> Party:
    """A party that the sentence does not name."""
    mention = mention_of(entity)
    assert mention is not None
    sort = "organization" if entity.kind == "org" else "person"
    return Party(sort, hit.start, hit.end, FactParty(sort, mention), entity, is_pointed=True)


def _losing(scene: FactScene, hit: Hit) -> Party | None:
    """The organization that most movers of the article leave, else the one that it is about."""
    entity = scene.notes.losing or scene.topic
    return _pointed(entity, hit) if entity is not None and entity.name is not None else None


def _employer(scene: FactScene, frame: Frame) -> Party | None:
    """Whose staff a sentence tells of: an organization that it names, else the one that people leave."""
    if not scene.sentence.of_kind("person_noun"):
        return None
    named = _likeliest(scene, frame)
    if named is not None:
        return named
    entity = company_meant(scene.understanding.page, scene.sentence, frame.hit.start, scene.topic)
    return _pointed(entity, frame.hit) if entity is not None else None


def _product_before(scene: FactScene, frame: Frame) -> Party | None:
    """The product that a fact is about: the nearest before its words, with nobody between the two."""
    if frame.taken is not None and frame.taken.party is not None:
        return frame.taken.party
    asides = asides_of(scene.sentence)
    for party in reversed([party for party in scene.parties if party.end <= frame.hit.start]):
        if party.sort == "product":
            return party
        if not any(start <= party.start < end for start, end in asides):
            return None
    return None


def _likeliest(scene: FactScene, frame: Frame) -> Party | None:
    allowed = frame.trigger.who or _allowed(frame)
    best: tuple[float, Party] | None = None
    for party in scene.parties:
        if (party.sort not in allowed and party.sort != "field") or _overlaps(party, frame):
            continue
        score = _score(scene, frame, party)
        if best is None or score > best[0]:
            best = score, party
    if best is None or best[0] < _LEAST:
        return None
    party = best[1]
    if party.sort == "field":
        return _named_example(scene, party) or (party if "field" in allowed else None)
    if party.sort == "person" and frame.type in ("funding", "valuation"):
        return _whose(scene, frame)
    return party


def _allowed(frame: Frame) -> tuple[str, ...]:
    """What sorts of subject a frame may have."""
    trigger = frame.trigger
    if trigger.subject in ("owner", "staff"):
        return ("organization",)
    if trigger.type is None and frame.type in ("product", "model"):
        return ("organization", "person")  # products make nothing
    return _ALLOWED[frame.type]


def _whose(scene: FactScene, frame: Frame) -> Party | None:
    """Whose money it is that a person raises: "raised a billion for her lab Quanta"."""
    begin = frame.taken.end if frame.taken is not None else frame.hit.end
    goals = [party for party in scene.parties if party.sort == "organization" and party.start >= begin]
    return next((party for party in goals if party.mark in ("toward", "of", "at", "")), None)


def _named_example(scene: FactScene, labs: Party) -> Party | None:
    """The first of the labs that are named as examples: "Chinese start-ups, such as Quanta and Borealis"."""
    return next(
        (party for party in scene.parties if party.is_example and 0 <= party.start - labs.end <= _EXAMPLE_WITHIN), None
    )


def _overlaps(party: Party, frame: Frame) -> bool:
    if party.start < frame.hit.end and frame.hit.start < party.end:
        return True
    taken = frame.taken
    return taken is not None and party.start < taken.end and taken.start < party.end


def _score(scene: FactScene, frame: Frame, party: Party) -> float:
    """How much order, preposition and clause speak for a party as the subject."""
    hit, sentence = frame.hit, scene.sentence
    is_left = party.end <= hit.start
    gap = _gap(party, hit, sentence)
    score = -_A_WORD * gap
    if _is_described(party, hit, sentence):
        return score + 0.8  # "Ada Moreno, who developed ...": the clause is about nobody else
    score += _place(scene, frame, party, is_left, gap)
    if _is_aside(party, hit, sentence):
        score -= 1.2
    if frame.trigger.noun and party.sort == "person" and sentence.closes(hit.start, ("mark",)):
        score -= 2.0  # "the chief of the maker of ChatGPT" made nothing herself
    if party.is_source:
        score -= 1.5
    if party.is_example and party.sort != "person":
        score -= 1.2
    if is_left and _has_other_doer(party, hit, sentence):
        score -= 0.6
    if party.is_pointed:
        score -= 0.1
    if _is_parted(sentence, party, hit):
        score -= 0.6
    if is_left and (_has_other_head(party, hit, sentence) or _has_pronoun(party, hit, sentence)):
        score -= 1.0
    return score


def _place(scene: FactScene, frame: Frame, party: Party, is_left: bool, gap: int) -> float:
    """What the place of a party speaks for, by what the trigger says of its subject."""
    subject = frame.trigger.subject
    if subject == "before":
        return 0.5 if is_left else -2.0
    if subject == "object":
        return 0.6 if not is_left else -0.8
    if subject in ("owner", "staff"):
        return _owner(party, is_left, gap)
    if frame.trigger.passive:
        return 0.8 if party.mark == "by" and not is_left else 0.4 if is_left and not party.mark else -0.4
    return _doer(scene, frame, party, is_left, gap)


def _gap(party: Party, hit: Hit, sentence: Sentence) -> int:
    """The words between a party and the trigger, an aside between them not counted."""
    low, high = (party.end, hit.start) if party.end <= hit.start else (hit.end, party.start)
    return high - low - sum(end - start for start, end in asides_of(sentence) if low <= start and end <= high)


def _is_aside(party: Party, hit: Hit, sentence: Sentence) -> bool:
    """Whether a party stands in an aside that the trigger is no part of: "Ada Moreno, who led Quanta, sued ..."."""
    return any(
        start <= party.start < end and not start <= hit.start < end and not _only_names(party, start, end)
        for start, end in asides_of(sentence)
    )


def _is_described(party: Party, hit: Hit, sentence: Sentence) -> bool:
    """Whether the trigger stands in a clause that describes the party: "who ..." or ", who ..." right behind it."""
    if any(start == party.end and start < hit.start < end for start, end in asides_of(sentence)):
        return True
    return any(
        0 <= relative.start - party.end <= 1 and 0 <= hit.start - relative.end <= 1
        for relative in sentence.of_kind("relative")
    )


def _only_names(party: Party, start: int, end: int) -> bool:
    """Whether an aside is but the name itself: "its maker, Quanta, ..."."""
    return party.end - party.start >= end - start - 2


def _owner(party: Party, is_left: bool, gap: int) -> float:
    if party.owner and is_left and gap <= _NEAR_OWNER:
        return 0.8
    if party.mark in ("of", "at", "toward", "by") and gap <= _NEAR_OWNER:
        return 0.7
    return 0.3 if is_left else -0.2


def _doer(scene: FactScene, frame: Frame, party: Party, is_left: bool, gap: int) -> float:
    score = 0.0
    if party.mark in _OBLIQUE:
        score -= 1.3
    elif party.mark == "of":
        score -= 0.5
    elif party.mark == "subject":
        score += 0.6
    if is_left:
        return score + 0.4
    taken = frame.taken
    if scene.language.verb_first and gap <= _NEAR_OWNER and (taken is None or party.start < taken.start):
        return score + 0.7
    return score - 0.8


def _has_other_doer(party: Party, hit: Hit, sentence: Sentence) -> bool:
    """Whether people without a name stand between a party and the trigger: "... leaves Meta, other staff built ..."."""
    return any(party.end < noun.start < hit.start for noun in sentence.of_kind("person_noun"))


def _has_pronoun(party: Party, hit: Hit, sentence: Sentence) -> bool:
    """Whether a pronoun does it: "after he had hired Ada Moreno, he worked on ..."."""
    return any(
        party.end < pronoun.start and 0 <= hit.start - pronoun.end <= 1 for pronoun in sentence.of_kind("pronoun")
    )


def _has_other_head(party: Party, hit: Hit, sentence: Sentence) -> bool:
    """Whether the clause describes something else: "Ada Moreno runs the Lisbon business, which sells ..."."""
    return any(
        party.end + _HEAD_WITHIN < relative.start < hit.start and hit.start - relative.end <= _HEAD_WITHIN
        for relative in sentence.of_kind("relative")
    )


def _is_parted(sentence: Sentence, party: Party, hit: Hit) -> bool:
    """Whether a clause ends between a party and the trigger."""
    low, high = (party.end, hit.start) if party.end <= hit.start else (hit.end, party.start)
    surface = sentence.tokens.surface
    if any(surface[index] in _PARTING for index in range(low, high)):
        return True
    return any(low <= other.start < high for other in sentence.of_kind("break"))
