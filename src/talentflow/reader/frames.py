"""From triggers to events: which triggers of a sentence count, and who, what and which post fill their slots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from talentflow.languages import Trigger
from talentflow.model import notes
from talentflow.reader.asides import asides_of, in_company_bracket
from talentflow.reader.chains import chain_of
from talentflow.reader.ends import is_passed, org_slots, placed_orgs, tells_of_arrival
from talentflow.reader.events import Frame, frames
from talentflow.reader.gapped import gapped
from talentflow.reader.groups import counted_post
from talentflow.reader.led import aims_of, fill_led
from talentflow.reader.listed import networks
from talentflow.reader.listing import listed_person
from talentflow.reader.movers import likely_movers
from talentflow.reader.objects import acts_as_company, describes_company, is_of_claim, is_of_crowd, moves_a_group
from talentflow.reader.page import Entity, Mention, Sentence
from talentflow.reader.passives import is_founded_by, is_passive
from talentflow.reader.phrases import Hit
from talentflow.reader.pointing import left_for
from talentflow.reader.posts import Post
from talentflow.reader.scene import Event, Pending, Reading, Told, between, comes_back, gap_of
from talentflow.reader.shares import give_shares, named_behind
from talentflow.reader.taken import takes_pronoun
from talentflow.reader.told_behind import bracket_around, is_in_other_attribute
from talentflow.text.tokens import is_ideographic

_FOLLOWED_WITHIN = 2  # sentences
_TURN_WITHIN = 4  # the same where it is said whose turn it is
_FOLLOWED_SCORE = 1.6  # as clear as drafts.py asks: the words say where to
_POST_WITHIN = 8
_BORDERS = frozenset(";:؛—–()")
_AS_WHAT_REACH = 14
_MOST_TRIGGERS = 16  # no sentence tells more; only a list of catchwords holds more


def prepare(reading: Reading) -> None:
    """Chooses the triggers of a sentence (longest first, none inside a name) and its clause borders."""
    sentence = reading.sentence
    hits = [hit for hit in sentence.of_kind("trigger") if not _is_nominalised(sentence, hit)]
    if not hits:
        return
    called = [m for m in sentence.mentions if not m.is_anaphor and m.mark_word != "unnamed"]
    named = [m for m in called if m.entity is None or m.entity.name is not None]
    names = {i for m in named for i in range(m.start, m.end)}
    in_posts = {i for post in reading.posts for i in range(post.start + post.is_led, post.end)}
    chosen: list[Hit] = []
    taken: set[int] = set()
    both = {(hit.start, hit.end) for hit in hits if hit.payload.noun} & {
        (hit.start, hit.end) for hit in hits if not hit.payload.noun
    }
    if both:
        suffixed = {(hit.start, hit.end) for hit in hits if hit.suffix}
        hits = [
            hit for hit in hits
            if (hit.start, hit.end) not in both
            or hit.payload.noun == (_stands_as_noun(sentence, hit.start) or (hit.start, hit.end) in suffixed)
        ]  # fmt: skip
    hits = _by_object(reading, _by_subject(sentence, hits))
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        span = set(range(hit.start, hit.end))
        if span & taken or span & names or (hit.end - hit.start == 1 and span & in_posts and not hit.payload.then):
            continue
        if _is_half_word(sentence, hit):
            continue
        taken |= span
        chosen.append(hit)
    chosen = [hit for hit in chosen if hit.payload.event != "none"]
    chosen = [hit for hit in chosen if not _only_says_as_what(sentence, hit, chosen)]
    chosen = [hit for hit in chosen if not _only_says_whence(sentence, hit, chosen)]
    chosen = [hit for hit in chosen if not _only_describes_post(sentence, hit, chosen)]
    reading.aims = aims_of(sentence, chosen)
    chosen = [hit for hit in chosen if all(hit is not aim for aim in reading.aims.values())]
    reading.triggers = sorted(chosen, key=lambda hit: hit.start)[:_MOST_TRIGGERS]
    borders = [hit.start for hit in sentence.of_kinds(("break", "said"))]
    surface = sentence.tokens.surface
    if not _BORDERS.isdisjoint(surface):
        borders += [i for i, word in enumerate(surface) if word in _BORDERS and not _holds_day(surface, i)]
        if not reading.lexicon.language.head_final:
            borders = [place for place in borders if surface[place] not in "()" or not _only_adds(reading, place)]
    if reading.lexicon.language.spaceless:
        borders += _spaces(sentence)
    reading.breaks = sorted(borders)
    reading.asides = asides_of(sentence)


def _by_subject(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """The triggers without those that their subject rules out: a person hands a post over, an employer gives it."""
    handing = {(hit.start, hit.end) for hit in hits if hit.payload.hands_over}
    others = {(hit.start, hit.end) for hit in hits if hit.payload.event in ("appoint", "leave")}
    for span in handing & others:  # the same words
        is_person = not sentence.closes(span[0], ("copula",)) and _has_person_for_subject(sentence, *span)
        hits = [hit for hit in hits if (hit.start, hit.end) != span or hit.payload.hands_over == is_person]
    return hits


def _by_object(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The triggers without those that their object rules out: words of going over to a post, or to an employer."""
    if reading.lexicon.language.head_final:
        return hits
    taking = {(hit.start, hit.end) for hit in hits if hit.payload.event == "become"}
    going = {(hit.start, hit.end) for hit in hits if hit.payload.event in ("move", "join")}
    for span in taking & going:
        posts = [post for post in reading.posts if 0 <= post.start - span[1] <= _TO_POST]
        has_org = any(m.kind == "org" and 0 <= m.start - span[1] <= _TO_POST for m in reading.sentence.mentions)
        wrong = ("move", "join") if posts and not has_org else ("become",)
        hits = [hit for hit in hits if (hit.start, hit.end) != span or hit.payload.event not in wrong]
    return hits


_TO_POST = 2  # words from a verb to the post that it takes


def _has_person_for_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name that stands as the subject of a verb, before it or right behind it, is that of a person."""
    behind = next((m for m in sentence.mentions if 0 <= m.start - end <= 1 and not m.mark), None)
    if behind is not None:
        return behind.kind == "person"
    before = [m for m in sentence.mentions if m.end <= start and not m.mark and not m.owner and m.apposed_to is None]
    return bool(before) and before[-1].kind == "person"


def _only_adds(reading: Reading, place: int) -> bool:
    """Whether a bracket is that of words with no change of their own, which part nothing: "X (55, photo) will join"."""
    sentence = reading.sentence
    around = (
        bracket_around(sentence, place + 1)
        if sentence.tokens.surface[place] == "("
        else bracket_around(sentence, place - 1)
    )
    return around is not None and not any(around[0] < hit.start < around[1] for hit in reading.triggers)


def _spaces(sentence: Sentence) -> list[int]:
    """Where a space parts two clauses in a script that parts no words, as in headlines: "鸿海总座请辞 刘扬伟兼任"."""
    tokens = sentence.tokens
    return [
        index for index in range(1, len(tokens))
        if not tokens.is_glued(index)
        and is_ideographic(tokens.surface[index][0]) and is_ideographic(tokens.surface[index - 1][-1])
    ]  # fmt: skip


def _holds_day(surface: Sequence[str], index: int) -> bool:
    """Whether a bracket holds but a number, as the press gives the day beside its name: "na quarta-feira (26)"."""
    if surface[index] == "(":
        return index + 2 < len(surface) and surface[index + 1].isdigit() and surface[index + 2] == ")"
    return surface[index] == ")" and index > 1 and surface[index - 1].isdigit() and surface[index - 2] == "("


def _only_says_as_what(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Whether a verb is but the preposition of the one before: "hires X | to serve as | chief scientist"."""
    if not any(o.kind == "mark" and o.payload == "as" and o.end == hit.end for o in sentence.by_start[hit.start]):
        return False
    before = [other for other in triggers if other.end <= hit.start and frames()[other.payload.event].is_agent]
    if not before or hit.start - before[-1].end > _AS_WHAT_REACH:
        return False
    low, surface = max(before, key=lambda other: other.end).end, sentence.tokens.surface
    has_person = any(m.kind == "person" and low <= m.start < hit.start for m in sentence.mentions)
    return has_person and not any(word in ",،;:" for word in surface[low : hit.start])


def _only_describes_post(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Whether "new" only describes the post that a verb gives: "named Ada Moreno as its | new | head of research"."""
    if not sentence.opens(hit.start, ("new",)) or frames()[hit.payload.event].yields != "appoint":
        return False
    before = [other for other in triggers if other.end <= hit.start]
    if not before or hit.start - before[-1].end > _AS_WHAT_REACH or before[-1].payload.noun:
        return False
    verb = frames()[before[-1].payload.event]
    if not verb.is_agent or verb.yields not in ("appoint", "join"):
        return False
    low, surface = before[-1].end, sentence.tokens.surface
    named = [m for m in sentence.mentions if m.kind == "person" and low <= m.start < hit.start]
    is_object = len(named) == 1 and not named[0].mark  # never "hired a new chief with Ada Moreno"
    return is_object and not any(word in ",،;:" for word in surface[named[0].end : hit.start])


def _only_says_whence(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Whether words of coming are but the preposition of the verb before: "llega al banco | procedente de | B"."""
    if not any(o.kind == "mark" and o.payload == "away" and o.end == hit.end for o in sentence.by_start[hit.start]):
        return False
    before = [other for other in triggers if other.end <= hit.start and not other.payload.noun]
    if not before or hit.start - before[-1].end > _AS_WHAT_REACH or frames()[before[-1].payload.event].is_agent:
        return False
    low, surface = before[-1].end, sentence.tokens.surface
    has_person = any(m.kind == "person" and low <= m.start < hit.start for m in sentence.mentions)
    yields = frames()[before[-1].payload.event].yields
    if _describes_founder(sentence, hit) and yields == "found":
        return True
    comes = yields in ("join", "shift", "appoint")
    return comes and not has_person and not any(word in ",،;:" for word in surface[low : hit.start])


def _describes_founder(sentence: Sentence, hit: Hit) -> bool:
    """Whether words of coming follow a name and its comma: "founded by A and B, | who came from | Borealis"."""
    comma = hit.start - 1
    return sentence.tokens.surface[comma] in ",،" and any(
        m.kind == "person" and m.end == comma for m in sentence.mentions
    )


def _is_half_word(sentence: Sentence, hit: Hit) -> bool:
    """Whether a hyphen ties the trigger to a further word: "start-up", "high-quit-rate"."""
    tokens = sentence.tokens
    if hit.end + 1 < len(tokens) and tokens.surface[hit.end] == "-" and tokens.is_glued(hit.end):
        return tokens.is_glued(hit.end + 1)
    before = hit.start - 1
    return before > 0 and tokens.surface[before] == "-" and tokens.is_glued(before) and tokens.is_glued(hit.start)


def _is_nominalised(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle stands for a person: "el elegido", "los despedidos"."""
    if not hit.payload.passive or hit.end - hit.start > 1:
        return False
    return any(other.kind == "determiner" for other in sentence.ending(hit.start))


def _stands_as_noun(sentence: Sentence, start: int) -> bool:
    """Whether a word that may be verb or noun ("hires", "exit") follows an article, a possessive or a preposition."""
    if start == 0:
        return False
    if sentence.tokens.is_possessive(start - 1):
        return True
    return any(hit.kind in ("determiner", "mark", "new", "number") for hit in sentence.ending(start))


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
    around = _around(reading)
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
            event.here = _here(reading, hit, entity)
            event.paragraph = reading.context.paragraph
            event.around = around
            event.seconds = reading.context.seconds
            event.reading, event.hit, event.placed = reading, hit, placed
            event.mention = _mention_of(entity, reading, hit)
            event.open_goal = open_goal
            event.notes.append(notes.note(notes.TELLS, words=trigger.label, event=notes.EVENTS[trigger.event]))
            event.fellows = _fellows(reading, entity)
            _give_slots(event, slots, reading)
            if reading.doers and event.yields == "join" and event.to_org is None and takes_pronoun(reading, frame, hit):
                _go_to_doer(reading, event)
            if told is not None:
                _go_along(event, told)
            if trigger.status:
                event.status = trigger.status
            free = _fill_posts(reading, frame, hit, event)
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
    return not any(m.kind == "person" and 0 <= m.start - taken.end <= _POST_WITHIN for m in sentence.mentions)


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
        event.to_org, event.to_score = goal, _FOLLOWED_SCORE
    if event.from_org is None and told.from_org is not event.to_org:
        is_alike = event.trigger.event == "follow"  # whoever comes along may come from elsewhere
        event.from_org, event.from_score, event.from_meant = (
            told.from_org,
            _FOLLOWED_SCORE,
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


def _give_slots(event: Event, slots: dict[str, tuple[float, Mention, Entity]], reading: Reading) -> None:
    for slot, (score, mention, org) in slots.items():
        is_former = mention.mark_word == "company_former"
        is_back = is_former or comes_back(event)
        if (
            slot == "to" and not is_back and event.yields in ("appoint", "join", "offer")
            and _was_employer(reading, org, event.person)
        ):  # fmt: skip
            continue
        if slot == "from":
            event.from_org, event.from_score, event.from_meant = org, score, mention.entity is None
        else:
            if mention.mark_word == "post_noun":  # whose post it is, so far as that is known
                known = [*((tie.person, tie.org) for tie in reading.affiliations), *reading.context.employers]
                org = next((own for person, own in known if person is event.person and own is not None), org)
                event.to_post = True
            event.to_org, event.to_score, event.to_meant = org, score, mention.entity is None
            event.to_former = is_former
            if mention.entity is None and event.yields in ("found", "join"):
                event.not_to = left_for(reading, mention)
        form = notes.FROM_PLACED if slot == "from" else notes.TO_PLACED
        event.notes.append(notes.note(form, mention=mention.surface, score=f"{score:.1f}"))


def _go_to_doer(reading: Reading, event: Event) -> None:
    """Where somebody goes whom a person hires and no word says where to: the employer of that person, or their own.

    Else it is whom the rest of the sentence names, or the paragraph names most.
    """
    known = [*reading.context.works, *((t.person, t.org) for t in reading.affiliations if t.when == "current")]
    of_doer = [org for who, org in known if org is not None and any(who is doer for doer in reading.doers)]
    of_mover = [org for who, org in known if org is not None and who is event.person]
    named = [m.entity for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    told = reading.context.of_paragraph
    # of equals the one that the article is more about, else the last
    often = sorted(dict.fromkeys(reversed(told)), key=lambda org: (-told.count(org), -org.share))
    choice = [*of_doer[-1:], *of_mover[-1:], *named, *often]
    goal = next((org for org in choice if org is not event.from_org and not org.is_media), None)
    if goal is not None:
        event.to_org, event.to_score, event.to_meant, event.to_of_doer = goal, _OF_DOER, True, True


_OF_DOER = 2.0  # how well the employer of whoever hires is placed


def _was_employer(reading: Reading, org: Entity, person: Entity) -> bool:
    """Whether the sentence calls the organization a former employer of the person, or names it only as another's."""
    told = [tie for tie in reading.affiliations if tie.org is org and tie.when == "past"]
    is_named_once = sum(m.entity is org for m in reading.sentence.mentions) == 1
    return any(tie.person is person for tie in told) or (bool(told) and is_named_once)


def _here(reading: Reading, hit: Hit, person: Entity) -> tuple[Entity, ...]:
    """The organizations of this sentence, the nearest to the trigger first, but for those told of others alone."""
    mentions = [m for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    mentions = [m for m in mentions if not _is_of_other(reading, hit, m, person)]
    mentions = [m for m in mentions if in_company_bracket(reading.sentence, m.start) is None]
    mentions = [m for m in mentions if not tells_of_arrival(reading, hit, m) and not _is_next_goal(reading, hit, m)]
    mentions = [m for m in mentions if not is_passed(reading, hit, m)]
    topic = reading.context.topic
    mentions = [m for m in mentions if m.mark != "at" or m.entity is topic or not _is_network(m)]  # "adieux sur X"
    mentions.sort(key=lambda m: abs(m.start - hit.start))
    return tuple(dict.fromkeys(m.entity for m in mentions if m.entity is not None and not m.entity.is_media))[:3]


def _is_of_other(reading: Reading, hit: Hit, mention: Mention, person: Entity) -> bool:
    """Whether a relative clause tells of another person what is done there: "X, who goes to A, and Y, who founds B"."""
    sentence = reading.sentence
    if is_in_other_attribute(sentence, hit.start, mention.start):
        return True
    around = bracket_around(sentence, mention.start)
    if around is not None and not around[0] < hit.start < around[1] and not _only_adds(reading, around[0]):
        return True
    return any(
        start < mention.start < end
        and not start < hit.start < end
        and any(start < other.start < end for other in reading.triggers)
        and any(m.kind == "person" and m.end == start and m.entity is not person for m in sentence.mentions)
        for start, end in reading.asides
    )


def _is_next_goal(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb outside an aside leads to an organization that the verb inside it cannot mean.

    "X, who joined from Borealis in April, left to join | Quanta".
    """
    return mention.mark == "toward" and any(
        start < hit.start < end <= mention.start
        and any(end <= other.start and other.start <= mention.mark_at for other in reading.triggers)
        for start, end in reading.asides
    )


def _is_network(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.id in networks()


def _around(reading: Reading) -> tuple[Entity, ...]:
    """The organizations of the sentences shortly before, nearest first."""
    number = reading.sentence.number
    before = [entity for place, entity in reversed(reading.context.recent) if number - place <= 3]
    return tuple(dict.fromkeys(entity for entity in before if not entity.is_media))[:4]


def _fill_posts(reading: Reading, frame: Frame, hit: Hit, event: Event) -> list[Post]:
    """The posts that the clause itself gives to the event; all posts apart from those that describe a person."""
    if event.trigger.role or reading.aims:
        fill_led(reading, frame, hit, event)
    if not reading.posts:
        return []
    described = [
        (a.start, a.end) for a in reading.affiliations
        if a.person is event.person or any(m.entity is a.person for m in reading.sentence.mentions)
    ]  # fmt: skip
    apart = [
        p for p in reading.posts
        if not any(s <= p.start and p.end <= e and not s <= hit.start < p.start for s, e in described)
    ]  # fmt: skip
    beside = [p for p in reading.posts if 0 <= p.start - hit.end <= 1 and p not in apart]
    free, right = apart, _posts_told(reading, hit, apart)
    is_told_of_old = frame.name == "succeeded_by"  # "is replaced by the head of design, X"
    if beside and not right and frame.yields in ("appoint", "stay") and not hit.payload.noun and not is_told_of_old:
        free = [p for p in reading.posts if p in apart or p in beside]
        right = _posts_told(reading, hit, free)
    if not right:
        reach = 6 if event.trigger.noun else 8 if _is_inverted(reading, hit, event) else -1
        right = [p for p in free if p.end <= hit.start and hit.start - p.end <= reach][-1:]
    is_left = frame.yields in ("leave", "absence", "stay", "work")
    if frame.yields == "leave":
        right = [post for post in right if not post.is_taken]
    elif not is_left:
        right = [post for post in right if post.is_taken] or right
    if not right:
        return free
    if is_left:
        event.role_from = right[0].english
    elif len(right) > 1 and _leads_on(reading.sentence, right[0], right[1]):
        event.role_from, event.role_to = right[0].english, right[1].english
    elif frame.yields == "join" and frame.is_agent and _is_of_a_group(reading, right[0], hit):
        event.role_from = right[0].english  # "poached eleven Quanta engineers, including X": what they were
    else:
        post = named_behind(reading, right, event) or right[0]
        event.role_to = post.english
        for tie in reading.affiliations:
            if tie.person is event.person and tie.post == event.role_to and post in beside:
                tie.is_new = True  # what stands beside the name is what the person becomes
    return free


def _posts_told(reading: Reading, hit: Hit, free: list[Post]) -> list[Post]:
    """The posts that a trigger can give: behind it, or begun by its own words ("was | head of research")."""
    if reading.lexicon.language.head_final:
        right = _posts_before(reading, hit, free)
    else:
        right = [p for p in free if p.start - hit.end <= _POST_BEHIND and (p.start >= hit.end or _begins(hit, p))]
    others = [trigger.start for trigger in reading.triggers]
    others += [where.start for where in reading.sentence.of_kind("where")]
    # a verb that leads a field and tells a change of its own keeps the field
    return [p for p in right if not between(others, hit.end, p.start + p.is_led)]


_POST_BEHIND = 22


def _begins(hit: Hit, post: Post) -> bool:
    """Whether the words of a trigger begin a post: "era | directora", "was | head of research"."""
    if post.is_led and post.start == hit.start:
        return True
    is_whole = (post.start, post.end) == (hit.start, hit.end)
    return not hit.payload.role and not is_whole and hit.start <= post.start < hit.end <= post.end


def _leads_on(sentence: Sentence, first: Post, second: Post) -> bool:
    """Whether one post is left for the next: "pasa de jefa de ventas a directora", "from head of sales to director"."""
    before = sentence.ending(first.start)
    posts = [hit.start for hit in before if hit.kind == "mark" and hit.payload == "as"]  # "من منصب ..."
    articles = [hit.start for hit in before if hit.kind == "definite"]  # "von | der | Entwicklerin zur Technikchefin"
    starts = {first.start, *posts, *articles}
    marks = {hit.payload for start in starts for hit in sentence.ending(start) if hit.kind == "mark"}
    goal = {hit.payload for hit in sentence.ending(second.start) if hit.kind in ("mark", "determiner")}
    leads = not goal.isdisjoint(("toward", "determiner"))  # "de gerente | a | diretor", where it may be an article
    return "away" in marks or ("of" in marks and leads and second.start - first.end == 1)


def _is_of_a_group(reading: Reading, post: Post, hit: Hit) -> bool:
    """Whether a post is that of the several people whom a verb has for its object, before any of them is named."""
    people = [m.start for m in reading.sentence.mentions if m.kind == "person" and not m.is_anaphor]
    return post.is_plural and hit.end <= post.start and any(post.end <= start for start in people)


def _posts_before(reading: Reading, hit: Hit, free: list[Post]) -> list[Post]:
    """The post nearest before a verb that ends its clause, if no other verb stands between."""
    near = [post for post in free if post.end <= hit.start and hit.start - post.end <= _POST_WITHIN]
    near = [post for post in near if not between([t.start for t in reading.triggers], post.end, hit.start)]
    return near[-1:] or _post_marked(reading, hit, free)


def _post_marked(reading: Reading, hit: Hit, free: list[Post]) -> list[Post]:
    """The post that a particle and a comma lead up to, with those who get it before the verb: "社外取締役に、A氏を"."""
    if frames()[hit.payload.event].yields != "appoint":
        return []
    surface = reading.sentence.tokens.surface
    marks = {m.start: m.end for m in reading.sentence.of_kind("mark") if m.payload in ("toward", "as")}
    led = [
        post
        for post in free
        if post.end in marks and marks[post.end] < hit.start and surface[marks[post.end]] == ","
        and not between([t.start for t in reading.triggers], post.end, hit.start)
    ]  # fmt: skip
    return led[-1:]


def _is_inverted(reading: Reading, hit: Hit, event: Event) -> bool:
    """Whether the post comes first and who gets it right after the verb: "the new head of Borealis will be X"."""
    return (hit.payload.event == "become" or hit.payload.passive) and any(
        m.entity is event.person and 0 <= m.start - hit.end <= 2 for m in reading.sentence.mentions
    )


def late_named(reading: Reading) -> list[Event]:
    """The events of a counted group whose names this sentence gives at last, as one list of just as many."""
    out: list[Event] = []
    number = reading.sentence.number
    waiting = [p for p in reading.context.pending if 0 < number - p.sentence.number <= 2]
    among = _named_among(reading) if waiting else []
    for pending in waiting:
        if among and len(among) <= pending.count:
            out.extend(_late_event(reading, pending, member) for member in among)
            reading.context.pending.remove(pending)
            continue
        for members in _lists_of(reading):
            if len(members) == pending.count:
                out.extend(_late_event(reading, pending, member) for member in members)
                reading.context.pending.remove(pending)
                break
    return out


def _named_among(reading: Reading) -> list[Entity]:
    """All whom a sentence names that opens with words such as "among them" and tells nothing else of them."""
    sentence = reading.sentence
    if reading.triggers or not any(hit.start <= 1 for hit in sentence.of_kind("including")):
        return []
    people = [m.entity for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.owner]
    return list(dict.fromkeys(people))


def listed(reading: Reading, told: list[Event]) -> list[Event]:
    """The event that the lead of a list tells of the person with whose name this item begins."""
    lead, person = reading.context.listing, listed_person(reading)
    if lead is None or person is None or any(event.person is person and not event.rank for event in told):
        return []
    return [_late_event(reading, lead, person)]


def _lists_of(reading: Reading) -> list[list[Entity]]:
    out: list[list[Entity]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "person" or mention.entity is None or mention.is_anaphor:
            continue
        if any(mention.entity is member for members in out for member in members):
            continue
        members = [m.entity for m in chain_of(reading, mention) if m.entity is not None]
        if len(members) > 1:
            out.append(members)
    return out


def _late_event(reading: Reading, pending: Pending, person: Entity) -> Event:
    trigger: Trigger = pending.hit.payload
    frame = frames()[trigger.event]
    event = Event(frame.yields, person, pending.sentence, trigger, pending.hit.start, pending.hit.end, how=trigger.how)
    event.person_score, event.is_late = 2.0, True
    event.last_org = reading.context.last_org
    told = notes.EVENTS[trigger.event]
    event.notes.append(notes.note(notes.TELLS_OF_SEVERAL, words=trigger.label, event=told, count=str(pending.count)))
    _give_slots(event, pending.slots, reading)
    if event.from_org is not None:
        event.role_from = pending.post
    else:
        event.role_to = pending.post
    return event
