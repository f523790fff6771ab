"""A page read from its first sentence to its last: events, ties and groups, minding what earlier sentences told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from talentflow.model import Document, PartialDate
from talentflow.reader.careers.digests import employer_of_item, paragraphs_of_people
from talentflow.reader.careers.placing import Places, places_of
from talentflow.reader.careers.settling import SUCCEEDING
from talentflow.reader.cast.attribution import sources_of
from talentflow.reader.cast.cast import Cast
from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.marks import tie_to_posts
from talentflow.reader.cast.movers import is_aim_of
from talentflow.reader.cast.now_there import leave_descriptions, works_now
from talentflow.reader.cast.objects import is_of_crowd
from talentflow.reader.cast.pointing import company_meant, described
from talentflow.reader.cast.replaced import held_before
from talentflow.reader.cast.roundups import find_items
from talentflow.reader.cast.scene import CLEAR_MOVER, Context, Event, Reading, Told, comes_back, recent
from talentflow.reader.cast.unnamed_sources import is_of_source, unnamed_sources, without_sources
from talentflow.reader.events.dates import DatesTold, count_on, set_date, tell_dates
from talentflow.reader.events.founded_with import founded_with
from talentflow.reader.events.frames import read_trigger
from talentflow.reader.events.groups import Group, counts_people, find_groups, is_of_counted
from talentflow.reader.events.late_names import late_named, listed_events
from talentflow.reader.events.led_by import led_before, led_by, presides
from talentflow.reader.events.listing import close_list, open_list
from talentflow.reader.events.occasions import for_the_occasion, note_founding
from talentflow.reader.events.own_paragraphs import find_own
from talentflow.reader.events.parted import going_on, unfinished
from talentflow.reader.events.replies import take_replies
from talentflow.reader.events.status import set_status
from talentflow.reader.events.stays_told import note_losing, note_stays
from talentflow.reader.events.trigger_choice import choose_triggers
from talentflow.reader.events.verdicts import take_verdicts
from talentflow.reader.names.genders import gender_of, tell_genders, who_fits
from talentflow.reader.posts.affiliations import Affiliation, find_affiliations, named_with
from talentflow.reader.posts.held_where import held_where
from talentflow.reader.posts.own_firms import own_firms
from talentflow.reader.posts.posts import find_posts
from talentflow.reader.words.page import Entity, Mention, Page, Sentence
from talentflow.reader.words.topics import About, about
from talentflow.reader.words.trigger_frames import frames

_MOST_NAMED = 12  # larger groups are never listed by name
_FOLLOWABLE = ("leave", "join", "shift", "appoint")
_SOURCE_REACH = 6  # words, among them a post and an employer
_TWO = 2  # people
_MANY = "s"  # ends a noun in the plural, where plurals have a letter
_MOST_KNOWN = 8  # people named so far whom a pronoun may mean
_LEFT_WITHIN = 2  # sentences
_FOLLOWED = 1.5  # how well the employer is placed to whom somebody returns
_OWN_WITHIN = 3  # words from a noun to whose it is
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
    dates: DatesTold = field(default_factory=DatesTold)


def understand(page: Page) -> Understanding:
    """Reads a page sentence by sentence."""
    cast = Cast(page)
    whole = about(page.sentences, head_final=page.language.head_final)
    for org in whole.organizations:
        org.share = whole.shares[id(org)]
    out = Understanding(page, whole.topic, published_on(page.document))
    if not cast.people() and not any(counts_people(sentence) for sentence in page.sentences):
        return out  # nobody moves
    tell_genders(page.sentences)
    items = find_items(page) or find_own(page, whole)
    at_hand, context = None, _opening(whole)
    paragraphs = paragraphs_of_people(page)
    for sentence in page.sentences:
        item = items.get(sentence.number)
        if item is not at_hand:
            at_hand, context = item, _opening(whole if item is None else item.about)
        before = len(out.events)
        _read_sentence(sentence, context, out)
        for event in out.events[before:]:
            event.of_item = employer_of_item(event, out.events, context, paragraphs, page.lexicon.org_words)
        context.of_paragraph += [m.entity for m in sentence.mentions if m.kind == "org" and m.entity is not None]
    out.places = places_of(page.sentences, items)
    return out


def _opening(told: About) -> Context:
    """What is known before the first sentence of an article, or of an item that is an article of its own."""
    return Context(topic=told.topic, seconds=told.seconds, protagonist=told.main, rivals=list(told.rivals))


def published_on(document: Document) -> PartialDate | None:
    """The day of publication, None where the document gives none that can be read."""
    try:
        return PartialDate.parse(document.published) if document.published else None
    except ValueError:
        return None


def _read_sentence(sentence: Sentence, context: Context, out: Understanding) -> None:
    context.entry = _entry(sentence, context)
    tell_dates(sentence, out.published, out.page.language, out.dates)
    close_list(context, sentence)
    if context.paragraph_number != (sentence.field, sentence.paragraph):
        _open_paragraph(context, sentence, out.page)
    _count_paragraph(context, sentence)
    has_trigger = bool(sentence.of_kind("trigger"))
    has_person = any(mention.kind == "person" for mention in sentence.mentions)
    has_person = has_person or bool(sentence.of_kind("was"))
    posts = find_posts(sentence, out.page.language) if has_trigger or has_person else []
    sources = unnamed_sources(sentence, out.page.language)
    posts = without_sources(posts, sources)
    tie_to_posts(sentence, posts, out.page.lexicon)
    meant = _meant(sentence, context)
    head_final = out.page.language.head_final
    company = company_meant(context, [], described(sentence))
    ties_before = len(out.ties)
    own = (
        find_affiliations(
            sentence,
            posts,
            meant,
            company,
            head_final=head_final,
            glued_ands=out.page.lexicon.glued_ands,
            drops_subject=out.page.language.drops_subject,
        )
        if has_person
        else []
    )
    own += held_where(sentence, posts, meant)
    current = works_now(sentence) if has_person else []
    own += current
    own += own_firms(sentence, meant) if has_trigger else []
    out.ties.extend(own)
    reading = Reading(sentence, posts, own, context, out.page.lexicon)
    shared = _shared_ties(reading, own) + founded_with(reading, own)
    own.extend(shared)
    out.ties.extend(shared)
    if has_trigger:
        choose_triggers(reading)
        reading.triggers = [hit for hit in reading.triggers if not is_of_source(sources, hit)]
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
            if is_of_counted(reading, event):
                continue
            if event.yields == "work":
                out.ties.extend(_ties_of(event))
            elif set_status(event, others, reading.breaks, head_final=out.page.language.head_final):
                set_date(event, out.published, out.page.language)
                count_on(event, out.events, out.published)
                event.according_to = sources_of(sentence, out.page.language, event)
                out.events.append(event)
        _note_told(context, sentence, out.events[before:])
    leave_descriptions(out.events, before, current)
    out.doers |= {(sentence.number, id(entity)) for entity in reading.doers}
    told_here = out.events[before:]
    out.events[before:] = _without_turns(out.events[before:])
    out.ties.extend(_held_by_successors(reading, out.events, before))
    out.ties.extend(held_before(reading, out.events[before:], own))
    _bring_back(out.events, before, context.topic)
    note_stays(out.events, before)
    note_losing(reading, out.events[before:])
    _note_second_leavings(out.events, before)
    note_founding(context, sentence, told_here)
    late = late_named(reading) if context.pending else []
    if late:
        # The names have come: whoever else stood beside the trigger was only described there.
        told = {(id(event.sentence), event.start) for event in late}
        out.events = [event for event in out.events if (id(event.sentence), event.start) not in told]
    late += going_on(reading) + listed_events(reading, told_here)
    for event in late:
        others = [trigger.start for trigger in event.sentence.of_kind("trigger")]
        if set_status(event, [place for place in others if place != event.start], [], head_final=head_final):
            set_date(event, out.published, out.page.language)
            out.events.append(event)
    take_verdicts(reading, out.events)
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
    _remember_posts(context, ((tie.person, tie.post) for tie in out.ties[ties_before:]))


def _meant(sentence: Sentence, context: Context) -> Entity | None:
    """Whom a sentence goes on to speak of: the last one spoken of whom its first word that points back may mean."""
    pronoun = next((m for m in sentence.mentions if m.kind == "person" and m.is_anaphor), None)
    people = who_fits(context.salient, gender_of(pronoun) if pronoun is not None else "", context.known)
    return people[0] if people else None


def _bring_back(events: list[Event], before: int, topic: Entity | None) -> None:
    """Sends whoever returns, the sentence does not say where to, to whom they were just told to have left."""
    for event in events[before:]:
        trigger = event.trigger
        is_open = event.open_goal or trigger.object == "pronoun" or trigger.again  # never "returned to politics"
        if not comes_back(event) or event.to_score >= CLEAR_MOVER or not (is_open or event.to_org):
            continue
        number = event.sentence.number
        left = [
            e
            for e in recent(events, number - _LEFT_WITHIN)
            if e.person is event.person
            and e.yields == "leave"
            and e.to_org is None
            and (e.sentence is not event.sentence or e.start < event.start)
        ]
        whom = (left[-1].from_org or topic) if left else None
        if whom is not None and event.to_org in (None, whom):
            event.to_org, event.to_score, event.takes_back = whom, _FOLLOWED, left[-1]


def _held_by_successors(reading: Reading, events: list[Event], before: int) -> list[Affiliation]:
    """The posts that a clause about a successor tells: "hands over to Ada Moreno, who now runs the cloud business".

    What somebody does now is no new post there; its events are taken out of those from `before` on.
    """
    told = events[before:]
    out: list[Affiliation] = []
    for event in told:
        if event.trigger.event != "become" or event.trigger.role is None or event.role_to is None:
            continue
        aside = next((one for one in reading.asides if one[0] <= event.start < one[1]), None)
        is_successor = aside is not None and any(
            other.person is event.person and other.trigger.event in SUCCEEDING and not other.rank
            and not aside[0] <= other.start < aside[1]
            for other in told
        )  # fmt: skip
        if is_successor:
            out.append(
                Affiliation(
                    event.person, event.to_org, event.role_to, "current", event.sentence, event.start, event.end,
                    _TOLD_OF_SUCCESSOR, person_at=event.start,
                )
            )  # fmt: skip
    places = {(id(tie.sentence), tie.start) for tie in out}
    events[before:] = [event for event in told if (id(event.sentence), event.start) not in places]
    return out


_TOLD_OF_SUCCESSOR = 1.6


def _note_second_leavings(events: list[Event], before: int) -> None:
    """Marks each leaving that is told right after the same person's return to where they had been dismissed."""
    for event in events[before:]:
        number = event.sentence.number
        event.is_after_return = event.yields == "leave" and any(
            back.takes_back is not None and back.person is event.person and not back.sentence.is_title
            and (back.sentence is not event.sentence or back.start < event.start)
            for back in recent(events, number - _LEFT_WITHIN)
        )  # fmt: skip


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
        subjects = [m for m in people if not m.mark and not m.owner and not m.is_anaphor]
        movers = [
            event.person for event in told_here
            if (reading.drops_subject or frames()[event.trigger.event].is_agent)
            and not event.rank and not event.is_inferred and event.person_score > CLEAR_MOVER
            and not (subjects and reading.cased and _is_of_noun(event))
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
    _remember_posts(context, ((e.person, post) for e in told_here for post in (e.role_from, e.role_to)))
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


def _remember_posts(context: Context, told: Iterable[tuple[Entity, str | None]]) -> None:
    for person, post in told:
        if post is not None:
            context.posts.setdefault(id(person), set()).add(post)


def _is_of_noun(event: Event) -> bool:
    """Whether a noun only names the mover as its own, and another is the subject: "after | Berg's | return, Ada"."""
    mention = event.mention
    if mention is None or not event.trigger.noun:
        return False
    return mention.owner or (mention.mark == "of" and 0 <= mention.start - event.end <= _OWN_WITHIN)


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
