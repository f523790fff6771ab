"""How a draft's person and organizations stand to its trigger, to one another and in the article, as named features.

Each function `of_...` turns a few plain values into features; `mover_parts`, `end_parts` and `pair` collect the values.
Numbers are cut into few ranges, so that the same values come again and what follows from them is worked out once.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.roundups import Item
from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.cast.sketch import sketch_of, stretch
from talentflow.reader.events.drafts import same_org
from talentflow.reader.events.ends import standing_of
from talentflow.reader.learnt.weights import Part, Values
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit

_EDGES = (1, 2, 3, 5, 8, 13, 21)  # the ranges of distances: 0, 1, 2, 3-4, 5-7, 8-12, 13-20, more
_COUNTED = (
    ("P", "people"), ("O", "organizations"), ("V", "verbs"), ("N", "nouns"), ("B", "breaks"), ("R", "relatives"),
    ("S", "said"), (",", "commas"), (":", "stops"), ("&", "ands"), ("h", "common nouns"), ("p", "pronouns"),
    ("t", "together"), ("(", "brackets"),
)  # fmt: skip
_FAR = 30


def cut(number: float) -> int:
    """The range that a distance lies in, as the number that it begins with."""
    place = bisect_right(_EDGES, number)
    return _EDGES[place - 1] if place else 0


def _grade(score: float | None) -> str:
    """A hand-set score in steps of a half, "none" where there is no score."""
    return "none" if score is None else f"{max(-4, min(8, round(score * 2)))}"


@dataclass(slots=True)
class Places:
    """Where an article names its organizations: the numbers of sentences, the paragraphs, and how much of its talk."""

    sentences: dict[int, list[int]] = field(default_factory=dict)
    paragraphs: dict[int, set[tuple[str, int]]] = field(default_factory=dict)
    titled: set[int] = field(default_factory=set)
    shares: dict[int, float] = field(default_factory=dict)  # of an item, whose shares are not those of the article
    topic: Entity | None = None  # the same
    choices: dict[int, str] = field(
        default_factory=dict
    )  # of which sentences it is said that a choice is inside or outside
    items: dict[int, Places] = field(default_factory=dict)  # by sentence, where a page is a roundup: see roundups.py

    def around(self, event: Event, topic: Entity | None) -> tuple[Places, Entity | None]:
        """The places that count for an event, and what is spoken of there: those of its item if it has one.

        An item may tell of several people each at an employer of their own: what is spoken of is theirs.
        """
        item = self.items.get(event.sentence.number)
        if item is None:
            return self, topic
        ends = [org for org in (event.to_org, event.from_org) if org is not None]
        return item, item.topic if item.topic in ends else next(iter(ends), item.topic)

    def are_of_one_item(self, sentence: Sentence, *orgs: Entity | None) -> bool:
        """Whether the item of a sentence names all of these; so it is where a page is no roundup."""
        item = self.items.get(sentence.number)
        return item is None or all(org is None or id(org) in item.sentences for org in orgs)

    def share_of(self, org: Entity) -> float:
        """How much of the talk is of an organization."""
        return self.shares.get(id(org), 0.0) if self.shares else org.share


def places_of(sentences: Iterable[Sentence], items: dict[int, Item] | None = None) -> Places:
    """Where each organization of a page is named, and where within each of its items."""
    out = Places()
    for sentence in sentences:
        choice = next(
            (hit for hit in sentence.of_kinds(("insider", "outsider")) if not _is_denied(sentence, hit)), None
        )
        if choice is not None:
            people = [m for m in sentence.mentions if m.kind == "person" and not m.is_anaphor]
            near = () if people and not sentence.is_title else (-1, 1)  # what is said of the one named here is theirs
            for gap in (*near, 0):
                out.choices[sentence.number + gap] = choice.kind
        for mention in sentence.mentions:
            if mention.kind == "org" and mention.entity is not None:
                key = id(mention.entity)
                out.sentences.setdefault(key, []).append(sentence.number)
                out.paragraphs.setdefault(key, set()).add((sentence.field, sentence.paragraph))
                if sentence.is_title:
                    out.titled.add(key)
    of_item: dict[int, Places] = {}
    for number, item in (items or {}).items():
        if id(item) not in of_item:
            of_item[id(item)] = places = places_of(item.sentences)
            places.shares, places.topic = item.about.shares, item.about.topic
        out.items[number] = of_item[id(item)]
    return out


def _is_denied(sentence: Sentence, hit: Hit) -> bool:
    return any(0 <= hit.start - other.end <= _DENIED_WITHIN for other in sentence.of_kind("negation"))


_DENIED_WITHIN = 3  # words from "not" to what is denied


def mover_parts(event: Event) -> list[Part]:
    """How the person stands to the trigger, and the trigger in its sentence."""
    reading, trigger = event.reading, event.trigger
    name = trigger.event
    if reading is None:
        return [(of_nothing, "mover", name)]
    sketch, start, end = sketch_of(reading), event.start, event.end
    before = max((hit.end for hit in reading.triggers if hit.end <= start), default=None)
    after = min((hit.start for hit in reading.triggers if hit.start >= end), default=None)
    parts: list[Part] = [
        (of_trigger, name, trigger.noun, trigger.weak, trigger.passive, trigger.object, trigger.person, trigger.how),
        (
            of_trigger_place, name, sketch[max(0, start - 2) : start], sketch[end : end + 2], cut(start),
            "none" if before is None else cut(start - before), "none" if after is None else cut(after - end),
            min(4, len(reading.triggers)),
        ),
    ]  # fmt: skip
    mention = event.mention
    if mention is None:
        return [*parts, (of_nothing, "mover", name)]
    parts.extend(_of_place(reading, event, mention, "mover"))
    people = [m for m in reading.sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    index = next((place for place, other in enumerate(people) if other is mention), -1)
    chain = chain_of(reading, mention) if not mention.is_anaphor else [mention]
    parts.append((
        of_person, name, mention.mark_word if mention.is_anaphor else "", min(3, index), index == len(people) - 1,
        min(4, len(chain)), next((place for place, other in enumerate(chain) if other is mention), -1),
        mention.end <= start and not any(mention.start < m.start and m.end <= start for m in people),
        mention.start >= end and not any(end <= m.start < mention.start for m in people), mention.end == start,
    ))  # fmt: skip
    return parts


def end_parts(
    event: Event, end: str, org: Entity, places: Places, topic: Entity | None, ties: list[Affiliation]
) -> list[Part]:
    """How an organization stands to the trigger, to the person and in the article.

    `end` is "from" or "to", or "left" for where the second event of two that are told as one step starts from.
    """
    sentence, name = event.sentence, event.trigger.event
    key = id(org)
    numbers = places.sentences.get(key, [])
    low, high = bisect_left(numbers, sentence.number), bisect_right(numbers, sentence.number)
    record = org.record
    parts: list[Part] = [
        (
            of_article, end, name, high > low, cut(sentence.number - numbers[low - 1] if low else _FAR),
            cut(numbers[high] - sentence.number if high < len(numbers) else _FAR), cut(len(numbers)),
            (sentence.field, sentence.paragraph) in places.paragraphs.get(key, ()), key in places.titled,
            round(places.share_of(org) * 10), org is topic, same_org(topic, org), event.last_org is org,
        ),
        (of_record, end, name, record.sort if record is not None else "", org.is_media, org.name is None, org.listed),
        (of_ties, end, *_tied(event, org, ties)),
    ]  # fmt: skip
    reading, hit = event.reading, event.hit
    if reading is None or hit is None:
        return parts
    own = other = rival = None
    slot_of_end = "from" if end == "left" else end
    best: Mention | None = None
    for score, slot, mention, meant in event.placed:
        if meant is org:
            if slot == slot_of_end and (own is None or score > own):
                own, best = score, mention
            elif slot != slot_of_end and (other is None or score > other):
                other = score
        elif slot == slot_of_end and (rival is None or score > rival):
            rival = score
    parts.append((of_scores, end, name, _grade(own), _grade(other), _grade(rival)))
    if best is None and high > low:
        here = [m for m in sentence.mentions if m.entity is org and (m.end <= event.start or m.start >= event.end)]
        best = min(here, key=lambda m: abs(m.start - event.start), default=None)
    if best is None:
        return parts
    parts.extend(_of_place(reading, event, best, end))
    parts.append((of_standing, end, name, *standing_of(reading, hit, best)))
    orgs = [m for m in sentence.mentions if m.kind == "org" and not m.is_anaphor]
    nearer = min(
        (hit for hit in reading.triggers if hit.start != event.start),
        key=lambda hit: _gap(best, hit.start, hit.end), default=None,
    )  # fmt: skip
    parts.append((
        of_rivals, end,
        best.end <= event.start and not any(best.start < m.start and m.end <= event.start for m in orgs),
        best.start >= event.end and not any(event.end <= m.start < best.start for m in orgs),
        "" if nearer is None else nearer.payload.event, nearer is not None and best.end <= nearer.start,
        nearer is not None and _gap(best, nearer.start, nearer.end) < _gap(best, event.start, event.end),
    ))  # fmt: skip
    if event.mention is not None:
        parts.append(_pair(reading, end, event.mention, best))
    return parts


def open_parts(event: Event, end: str, ties: list[Affiliation]) -> list[Part]:
    """What speaks for an end that nothing fills: the best organization for it, and what the person is tied to."""
    best = max((score for score, slot, _, _ in event.placed if slot == end), default=None)
    orgs = sum(m.kind == "org" and not m.is_anaphor for m in event.sentence.mentions)
    tied = frozenset(tie.when for tie in ties if tie.org is not None)
    return [(of_open, end, event.trigger.event, _grade(best), min(3, orgs), tied)]


def _gap(mention: Mention, start: int, end: int) -> int:
    return start - mention.end if mention.end <= start else max(0, mention.start - end)


def _of_place(reading: Reading, event: Event, mention: Mention, slot: str) -> list[Part]:
    """What stands between a mention and the trigger, how it is marked, and its neighbours."""
    sketch = sketch_of(reading)
    is_left = mention.end <= event.start
    low, high = (mention.end, event.start) if is_left else (event.end, mention.start)
    side = "left" if is_left else "right"
    around = -1
    within = -1
    for place, (start, end) in enumerate(reading.asides):
        if start < event.start < end:
            around = place
        if start <= mention.start < end:
            within = place
    described = around >= 0 and reading.asides[around][0] == mention.end
    aside = "of it" if described else "same" if around >= 0 and around == within else f"{around >= 0} {within >= 0}"
    return [
        (of_stretch, slot, event.trigger.event, side, stretch(sketch, low, high), cut(max(0, high - low))),
        (
            of_mark, slot, event.trigger.event, side, mention.mark, mention.owner, mention.is_anaphor,
            mention.apposed_to is not None, event.start <= mention.mark_at < event.end, aside,
        ),
        (
            of_neighbours, slot, sketch[max(0, mention.start - 2) : mention.start],
            sketch[mention.end : mention.end + 1], cut(mention.start),
        ),
    ]  # fmt: skip


def _pair(reading: Reading, end: str, person: Mention, org: Mention) -> Part:
    """How an organization stands to the person."""
    is_after = org.start >= person.end
    low, high = (person.end, org.start) if is_after else (org.end, person.start)
    letters = stretch(sketch_of(reading), low, max(low, high))
    whose = "own" if org.apposed_to is person else "another" if org.apposed_to is not None else "nobody"
    return (of_pair, end, is_after, cut(max(0, high - low)), letters, whose)


def _tied(event: Event, org: Entity, ties: list[Affiliation]) -> tuple[frozenset[str], int, int]:
    """The person's ties to an organization, and whether there are others."""
    number = event.sentence.number
    flags: set[str] = set()
    near, others = _FAR, 0
    for tie in ties:
        if not same_org(tie.org, org):
            others += tie.org is not None
            continue
        if tie.by_event and tie.person_at == event.start and tie.sentence is event.sentence:
            continue
        gap = tie.sentence.number - number
        place = "here" if gap == 0 else "before" if gap < 0 else "after"
        flags.add(f"{'event ' if tie.by_event else ''}{place} {tie.when}")
        near = min(near, abs(gap))
        if tie.is_new:
            flags.add("new")
        if tie.post:
            flags.add("with post")
    return frozenset(flags), cut(near), min(3, others)


def of_nothing(slot: str, event: str) -> Values:
    """A slot that no words of the sentence fill."""
    return {f"{slot} nowhere": 1.0, f"{slot} nowhere event={event}": 1.0}


def of_trigger(
    event: str, noun: bool, weak: bool, passive: bool, takes: str | None, person: str | None, how: str | None
) -> Values:
    """What the trigger's words are."""
    return _set(
        f"trigger {event} noun={noun} passive={passive}", f"trigger takes={takes}", f"trigger person={person}",
        f"trigger how={how}", "trigger weak" if weak else "",
    )  # fmt: skip


def of_trigger_place(
    event: str, before: str, after: str, start: int, gap_before: object, gap_after: object, triggers: int
) -> Values:
    """Where the trigger stands in its sentence."""
    return _set(
        f"trigger before={before[-1:]}", f"trigger before2={before}", f"trigger after={after[:1]}",
        f"trigger after2={after}", f"trigger start={start}", f"trigger gap before={gap_before}",
        f"trigger gap after={gap_after}", f"triggers={triggers}", f"trigger {event} after={after[:1]}",
        f"trigger {event} before={before[-1:]}",
    )  # fmt: skip


def of_person(
    event: str, pointing: str, index: int, is_last: bool, chain: int, place: int, nearest_left: bool,
    nearest_right: bool, is_next: bool,
) -> Values:  # fmt: skip
    """The person among the people of the sentence."""
    return _set(
        f"mover points={pointing}", f"mover index={index}", "mover last" if is_last else "", f"mover chain={chain}",
        f"mover chain place={min(3, place)}", "mover nearest left" if nearest_left else "",
        "mover nearest right" if nearest_right else "", "mover next" if is_next else "",
        f"mover event={event} nearest left={nearest_left} right={nearest_right}",
    )  # fmt: skip


def of_stretch(slot: str, event: str, side: str, letters: str, distance: int) -> Values:
    """What stands between a mention and the trigger."""
    out = _set(
        f"{slot} {side}", f"{slot} {side} distance={distance}",
        f"{slot} event={event} {side}", f"{slot} event={event} {side} distance={distance}",
    )  # fmt: skip
    for letter, what in _COUNTED:
        count = letters.count(letter)
        if count:
            out[f"{slot} between {what}"] = min(3, count) / 2.0
            out[f"{slot} between {what} {side}"] = 1.0
    return out


def of_mark(
    slot: str, event: str, side: str, mark: str, owner: bool, anaphor: bool, apposed: bool, inside: bool, aside: str
) -> Values:
    """How a mention is marked, and whether it or the trigger stands in an aside."""
    return _set(
        f"{slot} mark={mark}", f"{slot} {side} mark={mark}", f"{slot} event={event} mark={mark}",
        f"{slot} owner" if owner else "", f"{slot} pronoun" if anaphor else "", f"{slot} apposed" if apposed else "",
        f"{slot} mark inside" if inside else "", f"{slot} aside={aside}",
    )  # fmt: skip


def of_neighbours(slot: str, before: str, after: str, start: int) -> Values:
    """What stands right before and after a mention."""
    return _set(
        f"{slot} before={before[-1:]}", f"{slot} before2={before}", f"{slot} after={after}", f"{slot} start={start}"
    )


def of_article(
    end: str, event: str, here: bool, before: int, after: int, count: int, in_paragraph: bool, in_title: bool,
    share: int, is_topic: bool, is_family: bool, is_last: bool,
) -> Values:  # fmt: skip
    """How near, how often and where the article names an organization."""
    return _set(
        f"{end} here={here} before={before}", f"{end} here={here} after={after}", f"{end} named={count}",
        f"{end} in paragraph {here}" if in_paragraph else "", f"{end} in title {here}" if in_title else "",
        f"{end} share={min(8, share)}", f"{end} topic" if is_topic else "", f"{end} topic family" if is_family else "",
        f"{end} last {here}" if is_last else "", f"{end} event={event} topic={is_family} here={here}",
    )  # fmt: skip


def of_record(end: str, event: str, sort: str, is_media: bool, is_unnamed: bool, is_listed: bool) -> Values:
    """What sort of organization it is."""
    return _set(
        f"{end} sort={sort}", f"{end} outlet" if is_media else "", f"{end} without name" if is_unnamed else "",
        f"{end} known={is_listed}", f"{end} event={event} without name={is_unnamed}",
    )  # fmt: skip


def of_ties(end: str, flags: frozenset[str], near: int, others: int) -> Values:
    """How the person is tied to the organization elsewhere."""
    return _set(*(f"{end} tie {flag}" for flag in flags), f"{end} tie near={near}", f"{end} ties to others={others}")


def of_scores(end: str, event: str, own: str, other: str, rival: str) -> Values:
    """How well the hand-set preferences of its frame place the organization, and the best of the others."""
    return _set(
        f"{end} own={own}", f"{end} other={other}", f"{end} rival={rival}", f"{end} own={own} rival={rival}",
        f"{end} event={event} own={own}",
    )  # fmt: skip


def of_standing(end: str, event: str, standing: str, slot: str | None) -> Values:
    """What the organization is to the trigger: its subject, its object, its owner, or behind which preposition."""
    return _set(f"{end} stands={standing}", f"{end} event={event} stands={standing}", f"{end} slot={slot}")


def of_rivals(
    end: str, nearest_left: bool, nearest_right: bool, rival: str, is_before: bool, rival_nearer: bool
) -> Values:
    """Whether other organizations or triggers stand nearer."""
    return _set(
        f"{end} nearest left" if nearest_left else "", f"{end} nearest right" if nearest_right else "",
        f"{end} other trigger={rival} before={is_before}", f"{end} other trigger nearer" if rival_nearer else "",
        f"{end} other trigger={rival} nearer" if rival_nearer else "",
    )  # fmt: skip


def of_pair(end: str, is_after: bool, distance: int, letters: str, whose: str) -> Values:
    """How the organization stands to the person."""
    side = "after" if is_after else "before"
    return _set(
        f"{end} person {side} distance={distance}", f"{end} describes={whose}",
        f"{end} person between triggers={min(2, letters.count('V') + letters.count('N'))}",
        f"{end} person between people={min(2, letters.count('P'))}",
    )  # fmt: skip


def of_open(end: str, event: str, best: str, orgs: int, tied: frozenset[str]) -> Values:
    """An end that stays open."""
    return _set(
        f"{end} open", f"{end} open event={event}", f"{end} open best={best}", f"{end} open organizations={orgs}",
        f"{end} open event={event} best={best}", *(f"{end} open tie={when}" for when in tied),
    )  # fmt: skip


def _set(*names: str) -> Values:
    """Each named feature as set; empty names are left out."""
    return {name: 1.0 for name in names if name}
