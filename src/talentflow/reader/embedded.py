"""The embedded reader: offline, without a key, from an article to its claims."""

from __future__ import annotations

from talentflow.languages import language_codes
from talentflow.model import Document, EntityMention, MoveClaim, PartialDate, PositionClaim, Reading, Span
from talentflow.reader import frames as framing
from talentflow.reader.affiliations import Affiliation, find_affiliations
from talentflow.reader.career import candidates, compose, sentences_of
from talentflow.reader.drafts import Draft
from talentflow.reader.dates import set_date
from talentflow.reader.frames import Context, Event
from talentflow.reader.lexicon import lexicon_for
from talentflow.reader.mentions import Cast
from talentflow.reader.page import Entity, Page, Sentence, make_page
from talentflow.reader.posts import find_posts
from talentflow.reader.status import set_status

NAME = "embedded"
VERSION = "0.1.0"
# The confidence below which a reading is no claim; see the model card for what it keeps and loses.
THRESHOLD = 0.15


class EmbeddedReader:
    """Reads documents of every language that has a folder of data; others give an empty reading."""

    name = NAME
    version = VERSION

    def __init__(self, *, without_registry_people: bool = False, min_confidence: float = 0.0) -> None:
        """`without_registry_people` reads as if no person were listed, to measure names that nobody knows."""
        self._with_people = not without_registry_people
        self._min_confidence = min_confidence

    def read(self, document: Document) -> Reading:
        """All claims of one document."""
        code = document.lang.split("-")[0].lower()
        if code not in language_codes():
            return Reading(document.id, document.lang, self.name)
        lexicon = lexicon_for(code, self._with_people)
        page = make_page(document, lexicon)
        if not any(sentence.of_kind("trigger") for sentence in page.sentences):
            return Reading(document.id, document.lang, self.name)
        return _read_page(page, self._min_confidence)


def _published(document: Document) -> PartialDate | None:
    try:
        return PartialDate.parse(document.published) if document.published else None
    except ValueError:
        return None


def draft_candidates(document: Document, *, with_people: bool = True) -> tuple[list[Draft], Entity | None]:
    """All drafts of a document with the entity it is about: what the acceptance model is learnt from."""
    page = make_page(document, lexicon_for(document.lang, with_people))
    events, ties, topic = _understand(page)
    return candidates(events, ties, topic), topic


def _read_page(page: Page, min_confidence: float) -> Reading:
    events, ties, topic = _understand(page)
    published = _published(page.document)
    drafts = compose(events, ties, topic, max(THRESHOLD, min_confidence))
    return Reading(
        page.document.id,
        page.document.lang,
        NAME,
        tuple(_claim(page, draft, published) for draft in drafts),
        tuple(_positions(page, ties)),
    )


def _understand(page: Page) -> tuple[list[Event], list[Affiliation], Entity | None]:
    """The events and ties of a page, sentence by sentence, and the organization that it is about."""
    cast = Cast(page)
    topic = _topic(page, cast)
    published = _published(page.document)
    events: list[Event] = []
    ties: list[Affiliation] = []
    context = Context(topic=topic)
    for sentence in page.sentences:
        posts = find_posts(sentence)
        own = find_affiliations(sentence, posts)
        ties.extend(own)
        reading = framing.Reading(sentence, posts, own, context, page.language.verb_first, page.language.cased)
        framing.prepare(reading)
        for hit in reading.triggers:
            for event in framing.read_trigger(reading, hit):
                triggers = [trigger.start for trigger in reading.triggers if trigger is not hit]
                if event.yields == "work":
                    ties.extend(_tie_of(event))
                elif set_status(event, triggers, reading.breaks):
                    set_date(event, published)
                    events.append(event)
        _remember(context, sentence, reading)
    return events, ties, topic


def _tie_of(event: Event) -> list[Affiliation]:
    """The post that a verb of working tells ("spent twelve years at Borealis")."""
    if event.from_org is None:
        return []
    return [
        Affiliation(
            event.person, event.from_org, event.role_from, event.trigger.when or "past", event.sentence, event.start,
            event.end, 1.6, False, event.start,
        )
    ]  # fmt: skip


def _topic(page: Page, cast: Cast) -> Entity | None:
    weight: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    for sentence in page.sentences:
        value = 3.0 if sentence.is_title else 2.0 if sentence.number < 4 else 1.0
        for mention in sentence.mentions:
            entity = mention.entity
            if mention.kind == "org" and entity is not None and entity.name is not None:
                if entity.record is not None and entity.record.sort in ("media", "place"):
                    continue
                if entity.id.startswith("org:?"):
                    value = 0.4
                weight[id(entity)] = weight.get(id(entity), 0.0) + value
                entities[id(entity)] = entity
    if not weight:
        return None
    total = sum(weight.values())
    for key, entity in entities.items():
        entity.share = weight[key] / total
    best = max(weight, key=lambda key: weight[key])
    return entities[best] if weight[best] >= 2.0 else None


def _remember(context: Context, sentence: Sentence, reading: framing.Reading) -> None:
    if sentence.is_title:
        return
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None]
    if people:
        first = next((m for m in people if not m.mark and not m.owner), people[0])
        assert first.entity is not None
        context.salient = [first.entity, *[m.entity for m in people if m is not first and m.entity is not None]]
        chain = framing.chain_of(sentence, people[-1], reading.triggers)
        if len(chain) > 1:
            context.last_group = [m.entity for m in chain if m.entity is not None]
    orgs = [m.entity for m in sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    orgs = [org for org in orgs if org is not None and not framing.is_media(org)]
    context.recent.extend((sentence.number, org) for org in orgs)
    del context.recent[:-12]
    if orgs:
        context.last_org = orgs[0] if orgs[0] is context.topic else orgs[-1]


def _mention(entity: Entity | None) -> EntityMention | None:
    if entity is None:
        return None
    return EntityMention(
        entity.id.replace("org:?", "org:"), entity.name, entity.mention, entity.listed, entity.romanised
    )


def _claim(page: Page, draft: Draft, published: PartialDate | None) -> MoveClaim:
    spans: list[Span] = []
    sentences = sentences_of(draft)
    bodies = [sentence for sentence in sentences if not sentence.is_title] or sentences
    for sentence in bodies[:4]:
        spans.append(page.document.span(sentence.field, sentence.start, sentence.end))
    day = draft.date
    if day is None and published is not None and not draft.is_background:
        day = str(PartialDate(published.year, published.month)) if published.month else str(published.year)
    person = _mention(draft.person)
    assert person is not None
    return MoveClaim(
        person, _mention(draft.from_org), _mention(draft.to_org), draft.kind, draft.status, draft.how, draft.role_from,
        draft.role_to, day, (), draft.according_to, draft.confidence, tuple(spans), tuple(draft.notes),
    )  # fmt: skip


def _positions(page: Page, ties: list[Affiliation]) -> list[PositionClaim]:
    out: dict[tuple[str, str, str | None], PositionClaim] = {}
    for tie in ties:
        if tie.org is None or tie.is_new or tie.strength < 1.5:
            continue
        key = (tie.person.id, tie.org.id, tie.post)
        if key in out:
            continue
        person = _mention(tie.person)
        assert person is not None
        sentence = tie.sentence
        span = page.document.span(sentence.field, sentence.start, sentence.end)
        out[key] = PositionClaim(person, _mention(tie.org), tie.post, tie.when, None, None, 0.6, (span,))
    return list(out.values())
