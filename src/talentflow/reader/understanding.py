"""A page read from its first sentence to its last: events, ties and groups, minding what earlier sentences told."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from talentflow.model import Document, PartialDate
from talentflow.reader.affiliations import Affiliation, find_affiliations, named_with
from talentflow.reader.attribution import sources_of
from talentflow.reader.cast import Cast
from talentflow.reader.chains import chain_of
from talentflow.reader.dates import count_on, set_date
from talentflow.reader.digests import employer_of_item, paragraphs_of_people
from talentflow.reader.events import frames
from talentflow.reader.founded_with import founded_with
from talentflow.reader.frames import late_named, listed, prepare, read_trigger
from talentflow.reader.genders import gender_of, tell_genders, who_fits
from talentflow.reader.groups import Group, counts_people, find_groups
from talentflow.reader.held_where import held_where
from talentflow.reader.led_by import led_before, led_by, presides
from talentflow.reader.listed import networks
from talentflow.reader.listing import close_list, open_list
from talentflow.reader.marks import tie_to_posts
from talentflow.reader.movers import is_aim_of
from talentflow.reader.objects import is_of_crowd
from talentflow.reader.occasions import for_the_occasion, note_founding
from talentflow.reader.own_firms import own_firms
from talentflow.reader.page import Entity, Mention, Page, Sentence
from talentflow.reader.parted import going_on, unfinished
from talentflow.reader.placing import Places, places_of
from talentflow.reader.pointing import company_meant, described
from talentflow.reader.posts import find_posts
from talentflow.reader.replies import take_replies
from talentflow.reader.scene import CLEAR_MOVER, Context, Event, Reading, Told
from talentflow.reader.status import set_status

_LEAD = 4  # the sentences that tell what an article is about
_RIVAL = 0.5  # of the naming of the person named most
_MAIN_SHARE = 0.3  # of the article's naming of people
_NETWORK_SHARE = 0.2  # of the article's naming of organizations
_MOST_NAMED = 12  # larger groups are never listed by name
_FOLLOWABLE = ("leave", "join", "shift", "appoint")
_SOURCE_REACH = 6  # words, among them a post and an employer
_TWO = 2  # people
_MANY = "s"  # ends a noun in the plural, where plurals have a letter
_MOST_KNOWN = 8  # people named so far whom a pronoun may mean
_LEFT_WITHIN = 2  # sentences
_FOLLOWED = 1.5  # how well the employer is placed to whom somebody returns
_SURE_MOVER = 0.3  # a tie told by a verb needs its person placed at least so well


@dataclass(slots=True)
class Understanding:
    """What a page says, before its events are put together to moves. `topic` is the organization it is about."""

    page: Page
    topic: Entity | None
    published: PartialDate | None
    events: list[Event] = field(default_factory=list)
    ties: list[Affiliation] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    places: Places = field(default_factory=Places)
    crowds: set[tuple[int, int]] = field(default_factory=set)  # sentence and place of nouns that several people do
    refusals: list[tuple[Entity, int]] = field(default_factory=list)  # who refuses what only the encoder may have seen
    doers: set[tuple[int, int]] = field(default_factory=set)  # sentence and who moves somebody else there


def understand(page: Page) -> Understanding:
    """Reads a page sentence by sentence."""
    cast = Cast(page)
    out = Understanding(page, _topic(page), published_on(page.document))
    if not cast.people() and not any(counts_people(sentence) for sentence in page.sentences):
        return out  # nobody moves
    tell_genders(page.sentences)
    main, others = _protagonists(page)
    context = Context(topic=out.topic, seconds=_seconds(cast, out.topic), protagonist=main, rivals=others)
    paragraphs = paragraphs_of_people(page)
    for sentence in page.sentences:
        before = len(out.events)
        _read_sentence(sentence, context, out)
        for event in out.events[before:]:
            event.of_item = employer_of_item(event, out.events, context, paragraphs, page.lexicon.org_words)
        context.of_paragraph += [m.entity for m in sentence.mentions if m.kind == "org" and m.entity is not None]
    out.places = places_of(page)
    return out


def published_on(document: Document) -> PartialDate | None:
    """The day of publication, None where the document gives none that can be read."""
    try:
        return PartialDate.parse(document.published) if document.published else None
    except ValueError:
        return None


def _read_sentence(sentence: Sentence, context: Context, out: Understanding) -> None:
    context.entry = _entry(sentence, context)
    close_list(context, sentence)
    if context.paragraph_number != (sentence.field, sentence.paragraph):
        _open_paragraph(context, sentence, out.page)
    _count_paragraph(context, sentence)
    has_trigger = bool(sentence.of_kind("trigger"))
    has_person = any(mention.kind == "person" for mention in sentence.mentions)
    posts = find_posts(sentence, out.page.language) if has_trigger or has_person else []
    tie_to_posts(sentence, posts, out.page.lexicon)
    meant = _meant(sentence, context)
    head_final = out.page.language.head_final
    company = company_meant(context, [], described(sentence))
    own = (
        find_affiliations(
            sentence, posts, meant, company, head_final=head_final, glued_ands=out.page.lexicon.glued_ands
        )
        if has_person
        else []
    )
    own += held_where(sentence, posts, meant)
    own += own_firms(sentence, meant) if has_trigger else []
    out.ties.extend(own)
    reading = Reading(sentence, posts, own, context, out.page.lexicon)
    shared = _shared_ties(reading, own) + founded_with(reading, own)
    own.extend(shared)
    out.ties.extend(shared)
    if has_trigger:
        prepare(reading)
    before = len(out.events)
    note_founding(context, sentence, [])
    out.ties.extend(led_before(reading) + presides(reading))
    for hit in reading.triggers:
        leaders = led_by(reading, hit)
        if leaders:
            out.ties.extend(leaders)
            continue
        if is_of_crowd(reading, hit):
            out.crowds.add((sentence.number, hit.start))
        others = [trigger.start for trigger in reading.triggers if trigger is not hit]
        for found in read_trigger(reading, hit):
            event = for_the_occasion(context, found)
            if event.yields == "work":
                out.ties.extend(_ties_of(event))
            elif set_status(event, others, reading.breaks, head_final=out.page.language.head_final):
                set_date(event, out.published, out.page.language)
                count_on(event, out.events, out.published)
                event.according_to = sources_of(sentence, event)
                out.events.append(event)
        _note_told(context, sentence, out.events[before:])
    out.doers |= {(sentence.number, id(entity)) for entity in reading.doers}
    told_here = out.events[before:]
    out.events[before:] = _without_turns(out.events[before:])
    _bring_back(out.events, before, context.topic)
    note_founding(context, sentence, told_here)
    late = late_named(reading) if context.pending else []
    if late:
        # The names have come: whoever else stood beside the trigger was only described there.
        told = {(id(event.sentence), event.start) for event in late}
        out.events = [event for event in out.events if (id(event.sentence), event.start) not in told]
    late += going_on(reading) + listed(reading, told_here)
    for event in late:
        others = [trigger.start for trigger in event.sentence.of_kind("trigger")]
        if set_status(event, [place for place in others if place != event.start], [], head_final=head_final):
            set_date(event, out.published, out.page.language)
            out.events.append(event)
    out.refusals += [(person, sentence.number) for person in take_replies(reading, out.events)]
    groups = find_groups(reading) if reading.triggers else []
    if groups:
        out.groups.extend(groups)
        context.pending.extend(group.pending for group in groups if group.count <= _MOST_NAMED)
        if not told_here:
            group, yields = groups[-1], frames()[groups[-1].pending.hit.payload.event].yields
            context.told = Told(sentence.number, None, yields, group.from_org, group.to_org)
    open_list(reading, told_here, [group.pending for group in groups])
    context.unfinished = unfinished(sentence, [*told_here, *late], context.unfinished)
    _remember(context, sentence, reading, told_here)


def _meant(sentence: Sentence, context: Context) -> Entity | None:
    """Whom a sentence goes on to speak of: the last one spoken of whom its first word that points back may mean."""
    pronoun = next((m for m in sentence.mentions if m.kind == "person" and m.is_anaphor), None)
    people = who_fits(context.salient, gender_of(pronoun) if pronoun is not None else "", context.known)
    return people[0] if people else None


def _bring_back(events: list[Event], before: int, topic: Entity | None) -> None:
    """Sends whoever returns, the sentence does not say where to, to whom they were just told to have left."""
    for event in events[before:]:
        is_open = event.open_goal or event.trigger.object == "pronoun"  # never "returned to politics"
        if event.trigger.event != "return" or event.to_score >= CLEAR_MOVER or not (is_open or event.to_org):
            continue
        number = event.sentence.number
        left = [
            e
            for e in events
            if e.person is event.person
            and e.yields == "leave"
            and e.to_org is None
            and number - _LEFT_WITHIN <= e.sentence.number
            and (e.sentence is not event.sentence or e.start < event.start)
        ]
        whom = (left[-1].from_org or topic) if left else None
        if whom is not None and event.to_org in (None, whom):
            event.to_org, event.to_score, event.takes_back = whom, _FOLLOWED, left[-1]


def _without_turns(events: list[Event]) -> list[Event]:
    """The events without those of somebody whose turn it is, where the sentence says to do what else.

    "Then it was the turn of Ada Moreno to join Borealis".
    """
    other = {id(e.person) for e in events if e.trigger.event != "follow"}
    is_turn = [e.trigger.event == "follow" and e.trigger.person == "right" for e in events]
    return [e for e, turn in zip(events, is_turn, strict=True) if not turn or id(e.person) not in other]


def _shared_ties(reading: Reading, ties: list[Affiliation]) -> list[Affiliation]:
    """The ties of the others in one breath, where the post is told of them all: "A, B and C, engineers of Borealis"."""
    out: list[Affiliation] = []
    for tie in ties:
        named = next((m for m in reading.sentence.mentions if m.start == tie.person_at and m.kind == "person"), None)
        if named is None or named.entity is not tie.person or not _is_told_of_many(reading, tie):
            continue
        chain = chain_of(reading, named)
        others = [m.entity for m in chain if m is not named]
        if not _has_plurals(reading) and any(other.person is m for other in ties for m in others):
            continue  # each is described alone
        if len(chain) > 1 and named is (chain[0] if tie.end <= named.start else chain[-1]):
            out += [
                replace(tie, person=m.entity, person_at=m.start)
                for m in chain
                if m is not named and m.entity is not None and not any(t.person is m.entity and t.post for t in ties)
            ]
    return out


def _has_plurals(reading: Reading) -> bool:
    """Whether the language ends its plurals in a letter of their own."""
    return reading.cased and not reading.lexicon.language.nouns_capitalised


def _is_told_of_many(reading: Reading, tie: Affiliation) -> bool:
    """Whether what is told is in the plural: "los fundadores", "engineers", "anciens de Google".

    Where plurals have no letter of their own it is that of all whose former employer stands before the first name.
    """
    if not _has_plurals(reading):
        return tie.when == "past" and tie.org is not None and tie.end <= tie.person_at
    if any(
        tie.start <= post.start and post.end <= tie.end and post.english == tie.post and post.is_plural
        for post in reading.posts
    ):
        return True
    words = reading.sentence.tokens.folded
    return any(
        tie.start <= hit.start and hit.end <= tie.end and words[hit.end - 1].endswith(_MANY)
        for hit in reading.sentence.of_kinds(("former", "person_noun"))
    )


def _open_paragraph(context: Context, sentence: Sentence, page: Page) -> None:
    """A paragraph that names nobody at first goes back to the person whom the article is about."""
    main = context.protagonist
    if main is None or not page.language.drops_subject or sentence.is_title:
        return
    if any(context.salient[:1] == [rival] for rival in context.rivals):
        return  # an article about two people goes on with the one spoken of last
    if not any(mention.kind == "person" and mention.entity is not None for mention in sentence.mentions):
        context.salient = [main, *(other for other in context.salient if other is not main)]


def _note_told(context: Context, sentence: Sentence, events: list[Event]) -> None:
    """Keeps the last change that was told, for those who follow."""
    event = events[-1] if events else None
    if event is not None and event.hit is not None and event.reading is not None and context.told is not None:
        before = next((e for e in events[:-1] if e.hit is not None and is_aim_of(event, e)), None)
        if event.reading.lexicon.language.head_final:
            before = None  # where somebody goes stands before a verb that ends its clause, and is no aim
        if before is not None and context.told.number == sentence.number and context.told.person is event.person:
            # "left Borealis to join Quanta, followed by X": they have in common that they left
            context.told.aim = event
            return
    if event is not None and _is_told_clearly(event):
        start, told = event.from_org, context.told
        if start is None and event.yields == "leave":  # "Ada, once a manager of Borealis, quit"
            start = next((tie.org for tie in _ties_beside(event) if tie.org is not event.to_org), None)
        if told is not None and start is None and told.number == sentence.number and told.person is event.person:
            # "left Borealis and joined Quanta": whoever does the same does both
            start = told.from_org if told.yields == "leave" and told.from_org is not event.to_org else None
        is_meant = start is event.from_org and event.from_meant
        context.told = Told(sentence.number, event.person, event.yields, start, event.to_org, is_meant)


def _is_told_clearly(event: Event) -> bool:
    """Whether an event is one that others can share, with its mover and its ends placed well."""
    if event.yields not in _FOLLOWABLE or event.rank or event.person_score <= _SURE_MOVER:
        return False
    ends = [event.from_score] * (event.from_org is not None) + [event.to_score] * (event.to_org is not None)
    return max(ends) > _SURE_END if ends else event.yields == "leave"


_SURE_END = 0.5


def _ties_beside(event: Event) -> list[Affiliation]:
    """Where the sentence of an event says that its mover works or worked."""
    reading = event.reading
    ties = reading.affiliations if reading is not None else []
    return [tie for tie in ties if tie.person is event.person and tie.org is not None and not tie.is_new]


def _count_paragraph(context: Context, sentence: Sentence) -> None:
    """Adds the sentence's organizations to those of its paragraph; events of a paragraph share one count."""
    if context.paragraph_number != (sentence.field, sentence.paragraph):
        context.paragraph_number = (sentence.field, sentence.paragraph)
        context.of_paragraph = []
        context.paragraph = {}
    for mention in sentence.mentions:
        if mention.kind == "org" and mention.entity is not None:
            key = id(mention.entity)
            context.paragraph[key] = context.paragraph.get(key, 0) + 1


def _ties_of(event: Event) -> list[Affiliation]:
    """The post that a verb of working tells ("spent twelve years at Borealis"), at all whom it names together."""
    says_where = event.from_org is not None or " of " in (event.role_from or "")
    if not says_where or event.rank or event.person_score < _SURE_MOVER:
        return []
    tie = Affiliation(
        event.person, event.from_org, event.role_from, event.trigger.when or "past", event.sentence, event.start,
        event.end, 1.6, False, event.start,
    )  # fmt: skip
    orgs = [m for m in event.sentence.mentions if m.kind == "org" and m.entity is not None and not m.is_anaphor]
    own = next((m for m in orgs if m.entity is event.from_org), None)
    others = named_with(event.sentence, own, orgs) if own is not None else []
    return [tie, *(replace(tie, org=other.entity, beside=tie.org) for other in others)]


def _topic(page: Page) -> Entity | None:
    """The organization that the article is about: named most, the title and the lead counting more, outlets less."""
    weight: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    for sentence in page.sentences:
        place = 3.0 if sentence.is_title else 2.0 if sentence.number < _LEAD else 1.0
        for mention in sentence.mentions:
            entity = mention.entity
            if mention.kind != "org" or entity is None or entity.name is None or mention.is_anaphor:
                continue
            if page.language.head_final and _is_other_name(sentence, mention):
                continue
            value = 0.4 * place if entity.is_media or entity.id.startswith("org:?") else place
            if mention.owner or mention.mark not in ("", "of", "subject") or mention.apposed_to is not None:
                value *= 0.6  # the sentence is about something else, and only mentions it
            weight[id(entity)] = weight.get(id(entity), 0.0) + value
            entities[id(entity)] = entity
    if not weight:
        return None
    total = sum(weight.values())
    for key, entity in entities.items():
        entity.share = weight[key] / total
    best = max(weight, key=lambda key: weight[key])
    return entities[best] if weight[best] >= 2.0 else None


def _is_other_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bracket only gives another name of whom the words before it name: "Quanta Labs (QL)"."""
    return any(
        m.kind == "org" and m.entity is mention.entity and m.end == mention.start - 1 for m in sentence.mentions
    ) and sentence.tokens.surface[mention.start - 1] in ("(", "（")


def _protagonists(page: Page) -> tuple[Entity | None, list[Entity]]:
    """The person whom the article is about, named most, the title and the lead counting more; and its rivals."""
    weight: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    for sentence in page.sentences:
        place = 3.0 if sentence.is_title else 2.0 if sentence.number < _LEAD else 1.0
        for mention in sentence.mentions:
            if mention.kind == "person" and mention.entity is not None:
                weight[id(mention.entity)] = weight.get(id(mention.entity), 0.0) + place
                entities[id(mention.entity)] = mention.entity
    if not weight:
        return None, []
    best = max(weight, key=lambda key: weight[key])
    rivals = [entities[key] for key in weight if key != best and weight[key] >= _RIVAL * weight[best]]
    return (entities[best] if weight[best] >= _MAIN_SHARE * sum(weight.values()) else None), rivals


def _seconds(cast: Cast, topic: Entity | None) -> tuple[Entity, ...]:
    """The two organizations that an article names most after the one that it is about."""
    orgs = [entity for entity in cast.entities.values() if entity.kind == "org" and entity is not topic]
    orgs = [entity for entity in orgs if entity.share > 0.05 and not entity.is_media]
    # named once or twice, a network is where somebody wrote
    orgs = [entity for entity in orgs if entity.id not in networks() or entity.share > _NETWORK_SHARE]
    return tuple(sorted(orgs, key=lambda entity: -entity.share)[:2])


def _entry(sentence: Sentence, context: Context) -> tuple[int, Entity] | None:
    """The person with whose name a paragraph opens: the unspoken subject of what follows in it, as in lists."""
    before = context.entry
    if sentence.is_title:
        return None
    if before is not None and before[0] == sentence.paragraph:
        return before
    first = sentence.mentions[0] if sentence.mentions else None
    if first is None or first.kind != "person" or first.entity is None:
        return None
    tokens = sentence.tokens
    is_first = all(not word[0].isalnum() for word in tokens.surface[: first.start])
    is_alone = first.end >= len(tokens) or tokens.surface[first.end] in ".:–—-(,|"
    return (sentence.paragraph, first.entity) if is_first and is_alone else None


def _remember(context: Context, sentence: Sentence, reading: Reading, told_here: list[Event]) -> None:
    """Keeps whom and what the sentence spoke of, for the pronouns and gaps of the next ones."""
    if sentence.is_title:
        return
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None]
    if people:
        movers = [
            event.person for event in told_here
            if (reading.drops_subject or frames()[event.trigger.event].is_agent)
            and not event.rank and not event.is_inferred and event.person_score > CLEAR_MOVER
        ]  # fmt: skip
        if reading.lexicon.language.head_final:
            plain = [m for m in people if m.mark == "subject"] or [m for m in people if not m.owner] or people
        else:
            told = [m for m in people if not _is_source(sentence, m)] or people
            plain = [m for m in told if not m.mark and not m.owner] or people
        first = next((m for m in people if any(m.entity is mover for mover in movers[:1])), plain[0])
        assert first.entity is not None
        context.last_person = people[-1].entity
        context.salient = [first.entity, *[m.entity for m in people if m is not first and m.entity is not None]]
        known_before = [one for one in context.known if all(one is not other for other in context.salient)]
        context.known = [*dict.fromkeys(context.salient), *known_before][:_MOST_KNOWN]
        chain = _last_group(reading, people)
        named = list({id(m.entity): m.entity for m in people if m.entity is not None and not m.is_anaphor}.values())
        context.pair = named if len(named) == _TWO else []
        if len(chain) > 1:
            context.last_group = [m.entity for m in chain if m.entity is not None]
            context.group_at = sentence.number
    context.left += _left(reading, told_here)
    context.works += [
        (tie.person, tie.org) for tie in reading.affiliations
        if tie.when == "current" and tie.org is not None and tie.org.name and not tie.by_event
    ]  # fmt: skip
    context.employers = _employers(reading, told_here)
    named = [m.entity for m in sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    orgs = [org for org in named if not org.is_media or org is context.topic]
    context.recent.extend((sentence.number, org) for org in orgs)
    del context.recent[:-12]
    if orgs:
        before = context.last_org
        context.last_org = orgs[0] if orgs[0] is context.topic else orgs[-1]
        if reading.lexicon.language.head_final:
            context.last_org = _spoken_of(sentence, orgs) or before or context.last_org


def _left(reading: Reading, events: list[Event]) -> list[tuple[Entity, Entity]]:
    """Whom the sentence says to have worked where once, or to have gone from there."""
    past = [(tie.person, tie.org) for tie in reading.affiliations if tie.when == "past" and tie.org is not None]
    past += [(event.person, event.from_org) for event in events if event.from_org is not None and not event.rank]
    return [(person, org) for person, org in past if org.name]


def _last_group(reading: Reading, people: list[Mention]) -> list[Mention]:
    """The last people of a sentence who are named in one breath, whoever is named alone behind them."""
    found = (chain_of(reading, person) for person in reversed(people) if len(people) > 1)
    return next((chain for chain in found if len(chain) > 1), people[:1])


def _spoken_of(sentence: Sentence, orgs: list[Entity]) -> Entity | None:
    """The organization that a sentence is about by its particle; none where it is only where somebody comes from."""
    marked = [(m.mark, m.entity) for m in sentence.mentions if m.kind == "org" and m.entity in orgs]
    for wanted in ("subject", "at"):
        found = next((entity for mark, entity in marked if mark == wanted), None)
        if found is not None:
            return found
    told = [m for m in sentence.mentions if m.kind == "org" and m.entity in orgs and m.mark != "away"]
    # "he handed it to A, who came from a unit of Borealis" is not about Borealis; "Borealis's chief said" is
    plain = [m for m in told if m.apposed_to is None or m.apposed_to.mark == "subject"]
    return plain[-1].entity if plain else None


def _is_source(sentence: Sentence, mention: Mention) -> bool:
    """Whether somebody is only named as who says it: "according to Borealis CEO, | Ada Moreno"."""
    return any(0 <= mention.start - hit.end <= _SOURCE_REACH for hit in sentence.of_kind("according"))


def _employers(reading: Reading, told_here: list[Event]) -> list[tuple[Entity, Entity]]:
    """Where the people of a sentence work, or worked until what it tells."""
    out = [(tie.person, tie.org) for tie in reading.affiliations if tie.org is not None and tie.when == "current"]
    for event in told_here:
        org = event.from_org if event.yields == "leave" else event.to_org
        if org is not None and not event.rank:
            out.append((event.person, org))
    return out
