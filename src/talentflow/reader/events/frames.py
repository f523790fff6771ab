"""From triggers to events: who, what and which post fill the slots of a trigger."""

from __future__ import annotations

from dataclasses import replace

from talentflow.languages import Trigger
from talentflow.model import notes
from talentflow.reader.cast.movers import likely_movers
from talentflow.reader.cast.objects import acts_as_company, describes_company, is_of_claim, is_of_crowd, moves_a_group
from talentflow.reader.cast.passives import is_founded_by, is_passive
from talentflow.reader.cast.scene import Event, Reading, Told, gap_of
from talentflow.reader.cast.shares import give_shares
from talentflow.reader.cast.taken import takes_pronoun
from talentflow.reader.events.clause_posts import POST_WITHIN, fill_posts
from talentflow.reader.events.drafts import CLEAR
from talentflow.reader.events.ends import org_slots, placed_orgs
from talentflow.reader.events.event_ends import give_slots, go_to_doer, organizations_before, organizations_beside
from talentflow.reader.events.gapped import gapped
from talentflow.reader.events.groups import counted_post
from talentflow.reader.words.page import Entity, Mention
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame, frames

_FOLLOWED_WITHIN = 2  # sentences
_TURN_WITHIN = 4  # the same where it is said whose turn it is


def read_trigger(reading: Reading, hit: Hit) -> list[Event]:
    """The events of one trigger: one a person who takes part."""
    trigger: Trigger = hit.payload
    frame = frames()["leave"] if _parts_from_employer(reading, hit) else frames()[trigger.event]
    founded = frame.yields == "found" and is_founded_by(reading, hit)
    if trigger.event == "founded_by" and trigger.then and not founded:
        return []  # the preposition that follows is another verb's
    passive = founded or (frame.is_agent and is_passive(reading, hit) and not takes_pronoun(reading, frame, hit))
    if is_of_crowd(reading, hit) or describes_company(reading, hit):
        return []
    if is_of_claim(reading, frame, hit, passive=passive):
        return []
    if moves_a_group(reading, frame, hit, passive=passive) or (not founded and acts_as_company(reading, frame, hit)):
        return []
    people = likely_movers(reading, frame, hit, passive)
    if not people:
        return []
    placed = placed_orgs(reading, frame, hit, passive=passive)
    slots = org_slots(reading, frame, hit, passive=passive, placed=placed)
    if trigger.hands_over and reading.lexicon.language.head_final:
        # what stands before the successor only says who that is
        slots = {slot: found for slot, found in slots.items() if found[1].mark in ("subject", "at")}
    if trigger.weak and not slots and not founded and frame.yields not in ("appoint", "change", "stay"):
        return []
    told = reading.context.told if frame.yields == "follow" else None
    within = _TURN_WITHIN if trigger.person == "right" else _FOLLOWED_WITHIN
    yields = _followed(reading, told, frame, slots, within) if frame.yields == "follow" else frame.yields
    if yields is None:
        return []
    open_goal = founded or (frame.yields == "join" and not frame.is_agent and _leaves_goal_open(reading, hit, slots))
    out: list[Event] = []
    around = organizations_before(reading)
    for rank, (person_score, members, is_inferred) in enumerate(people):
        is_open = frame.yields in ("leave", "appoint", "absence", "stay", "change")
        for entity in members:
            if is_inferred and not slots and not is_open and not _is_put_back(reading, hit, entity):
                continue
            if told is not None and entity is told.person:
                continue
            event = Event(yields, entity, reading.sentence, trigger, hit.start, hit.end, how=trigger.how)
            event.person_score, event.is_inferred, event.rank = person_score, is_inferred, rank
            event.margin = people[0][0] - people[1][0] if len(people) > 1 else 3.0
            event.last_org = reading.context.last_org
            event.here = organizations_beside(reading, hit, entity)
            event.paragraph = reading.context.paragraph
            event.around = around
            event.seconds = reading.context.seconds
            event.reading, event.hit, event.placed = reading, hit, placed
            event.mention = _mention_of(entity, reading, hit)
            event.open_goal = open_goal
            event.notes.append(notes.note(notes.TELLS, words=trigger.label, event=notes.EVENTS[trigger.event]))
            event.fellows = _fellows(reading, entity)
            give_slots(event, slots, reading)
            if reading.doers and event.yields == "join" and event.to_org is None and takes_pronoun(reading, frame, hit):
                go_to_doer(reading, event)
            if told is not None:
                _go_along(event, told)
            if trigger.status:
                event.status = trigger.status
            free = fill_posts(reading, frame, hit, event)
            if len(members) > 1:
                give_shares(reading, event, free)
                if yields == "found":
                    event.role_to = event.role_to or _TOGETHER
            if event.role_from is None and event.mention is not None and not event.mention.is_anaphor:
                counted = counted_post(reading.sentence, event.mention.start)
                if counted is not None and _is_of_newcomers(reading, hit, event.mention):
                    event.role_to = event.role_to or counted
                else:
                    event.role_from = counted
            out.append(event)
    first = next((event for event in out if not event.rank), None)
    others = gapped(reading, hit, first) if first is not None else []
    own = {id(event.person) for event in others}
    handed = _handed_over(reading, hit, out) if trigger.hands_over else []
    return [*handed, *(event for event in out if not event.rank or id(event.person) not in own), *others]


def _is_put_back(reading: Reading, hit: Hit, person: Entity) -> bool:
    """Whether somebody is taken back who was just told to have gone, wherever from: "In April she was rehired"."""
    return hit.payload.again and any(gone is person for gone, _ in reading.context.left)


def _parts_from_employer(reading: Reading, hit: Hit) -> bool:
    """Whether somebody parts with an employer, and no employer with somebody: "after parting with | Borealis"."""
    frame = frames()[hit.payload.event]
    if not frame.is_agent or frame.yields != "leave" or hit.payload.noun or reading.lexicon.language.head_final:
        return False
    sentence = reading.sentence
    if not any(h.kind == "mark" and h.start > hit.start and h.end == hit.end for h in sentence.hits):
        return False
    taken = next((m for m in sentence.mentions if m.start >= hit.end), None)
    if taken is None or taken.kind != "org" or taken.is_anaphor or taken.start - hit.end > 1 or taken.owner:
        return False
    return not any(m.kind == "person" and 0 <= m.start - taken.end <= POST_WITHIN for m in sentence.mentions)


_TOGETHER = "co-founder"


def _may_be_meant(reading: Reading, hit: Hit) -> bool:
    """Whether whoever hands a post over is a pronoun, or left out where the verb opens its clause."""
    surface = reading.sentence.tokens.surface
    if any(
        m.kind == "person" and m.is_anaphor and 0 <= hit.start - m.end <= _TO_VERB for m in reading.sentence.mentions
    ):
        return True
    begin = max((index + 1 for index in range(hit.start) if not surface[index][0].isalnum()), default=0)
    return hit.start - begin <= _TO_VERB or reading.sentence.closes(hit.start, ("and",))


_TO_VERB = 2  # words between a subject, or the start of a clause, and its verb


def _hands_over_thing(reading: Reading, hit: Hit, taken: list[Event]) -> bool:
    """Whether words that any object may follow have none that is a post: "übergibt | den Scheck an Berg"."""
    is_bare = bool(hit.payload.then) and all(
        len(words) == 1 and len(words[0]) <= _LETTERS for words in hit.payload.then
    )
    if not is_bare or hit.end - hit.start > _PARTICLE_VERB:
        return False
    ends = [event.mention.start for event in taken if event.mention is not None and event.mention.start >= hit.end]
    between = range(hit.end, min(ends, default=hit.end))
    sentence = reading.sentence
    return not any(h.start in between for h in sentence.of_kinds(("role", "post_noun", "board", "unit"))) and not any(
        m.kind == "org" and m.start in between for m in sentence.mentions
    )


_LETTERS = 3  # of a preposition
_PARTICLE_VERB = 2  # words: "hand over"


def _is_of_newcomers(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether what people are counted as is what they become: "will be joined by | three new directors: A, B and C"."""
    sentence = reading.sentence
    news = [new for new in sentence.of_kind("new") if new.end <= mention.start]
    if frames()[hit.payload.event].yields == "appoint":
        heads = [role for role in sentence.of_kind("role") if role.payload.part == "head" and role.end <= mention.start]
        return any(new.end == head.start or head.end == new.start for new in news for head in heads)
    return hit.payload.object == "person" and any(hit.end <= new.start for new in news)


def _handed_over(reading: Reading, hit: Hit, taken: list[Event]) -> list[Event]:
    """That whoever hands a post over to somebody gives it up: "Moreno hands the reins of Borealis over to Berg".

    Not whoever was spoken of before, where an organization does so.
    """
    if _hands_over_thing(reading, hit, taken):
        return []
    leaving = replace(hit.payload, event="leave", hands_over=False, weak=False, marks=(), object=None, person=None)
    successors = {id(event.person) for event in taken}
    named = [m for m in reading.sentence.mentions if m.end <= hit.start and not m.mark and not m.owner]
    is_firm = bool(named) and named[-1].kind == "org" and named[-1].apposed_to is None
    events = read_trigger(reading, replace(hit, payload=leaving))
    for event in events:
        event.of_post = True
        is_of_other = any(tie.org is event.from_org and id(tie.person) in successors for tie in reading.affiliations)
        if is_of_other or reading.lexicon.language.head_final:
            event.here = ()
            event.from_org, event.from_score = None, 0.0  # "hands over to X, a former Quanta manager"
    return [
        event
        for event in events
        if not event.rank
        and id(event.person) not in successors
        and not (event.is_inferred and (is_firm or not _may_be_meant(reading, hit)))
    ]


def _mention_of(person: Entity, reading: Reading, hit: Hit) -> Mention | None:
    """Where the sentence names a person, nearest to the trigger."""
    return min(
        (m for m in reading.sentence.mentions if m.entity is person),
        key=lambda m: gap_of(m.start, m.end, hit)[0],
        default=None,
    )


def _followed(
    reading: Reading, told: Told | None, frame: Frame, slots: dict[str, tuple[float, Mention, Entity]], within: int
) -> str | None:
    """What somebody does who follows those just told of; None where nobody was.

    Whoever does the same with another organization than the one just founded does not found it.
    """
    if frame.name == "come_along":
        if told is None or "to" in slots or told.to_org is not None:
            return "join"
        if told.aim is not None:
            return "found" if told.aim.yields == "found" else "join"
        # Only in one breath with a leaving is it told of that: "With him | come two engineers" of the new employer.
        return "leave" if told.yields == "leave" and told.number == reading.sentence.number else "join"
    if told is None or reading.sentence.number - told.number > within:
        return None
    if told.yields == "found" and "to" in slots and slots["to"][2] is not told.to_org:
        return "join"
    if told.yields == "leave" and told.to_org is not None:
        return "shift"
    return "join" if told.yields == "appoint" else told.yields


def _go_along(event: Event, told: Told) -> None:
    """Fills the ends that the words leave open with those of whom they go along with."""
    goal = told.to_org
    if goal is None and event.trigger.event == "come_along" and told.aim is not None:
        goal = told.aim.to_org  # whoever goes along goes to the same place
    if event.to_org is None and goal is not event.from_org:
        event.to_org, event.to_score = goal, CLEAR
    if event.from_org is None and told.from_org is not event.to_org:
        is_alike = event.trigger.event == "follow"  # whoever comes along may come from elsewhere
        event.from_org, event.from_score, event.from_meant = (
            told.from_org,
            CLEAR,
            told.is_meant or not is_alike,
        )


def _fellows(reading: Reading, person: Entity) -> tuple[Entity, ...]:
    """Where the others work of whom this sentence and the one before speak: whoever replaces them goes there."""
    own = [(tie.person, tie.org) for tie in reading.affiliations if tie.org is not None and tie.when == "current"]
    known = [*own, *reading.context.employers]
    return tuple(dict.fromkeys(org for other, org in known if other is not person))


def _leaves_goal_open(reading: Reading, hit: Hit, slots: dict[str, tuple[float, Mention, Entity]]) -> bool:
    """Whether a verb of joining says not where to; the verb that ends its clause has all that it says before it."""
    if reading.lexicon.language.head_final:
        return "to" not in slots
    is_beside = hit.payload.object == "person" and "to" not in slots  # "its chief will be joined by A, B and C"
    return is_beside or _ends_clause(reading, hit)


def _ends_clause(reading: Reading, hit: Hit) -> bool:
    """Whether a verb of joining has no object that could be anything else: "who joined in 2010", "has also joined,"."""
    if hit.payload.noun or hit.payload.object:
        return False
    sentence, end = reading.sentence, hit.end
    if end >= len(sentence.tokens) or not sentence.tokens.surface[end][0].isalpha():
        return end >= len(sentence.tokens) or sentence.tokens.surface[end][0] not in "\"“«'"
    return sentence.opens(end, _AFTER_CLAUSE)


_AFTER_CLAUSE = ("mark", "break", "and", "also", "relative", "month", "weekday", "relative_time", "together", "said")
