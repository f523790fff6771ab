"""People who move and are counted, not named: "at least eight researchers have left Borealis"."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.reader.cast.scene import Event, Pending, Reading
from talentflow.reader.events.ends import org_slots
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames
from talentflow.text.digits import western_digits

Slot = tuple[float, Mention, Entity]
_REACH = 32  # words between the number and the verb; an aside may stand between
_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Group:
    """A counted group with the ends of its move, as one sentence gives them."""

    from_org: Entity | None
    to_org: Entity | None
    count: int
    at_least: bool
    sentence: Sentence
    pending: Pending


def find_groups(reading: Reading) -> list[Group]:
    """The counted groups that a sentence's triggers move."""
    sentence = reading.sentence
    counts = _counts(sentence)
    if not counts:
        return []
    out: list[Group] = []
    for hit in reading.triggers:
        frame = frames()[hit.payload.event]
        if frame.yields not in ("leave", "join", "shift", "found"):
            continue
        near = [(start, count) for start, count in counts if abs(start - hit.start) <= _REACH]
        if not near:
            continue
        start, count = min(near, key=lambda item: abs(item[0] - hit.start))
        slots = _with_employer(reading, start, org_slots(reading, frame, hit))
        if not slots:
            continue
        ends = {slot: entity for slot, (_, _, entity) in slots.items()}
        pending = Pending(sentence, hit, count, slots, _post_counted(sentence, start))
        group = Group(ends.get("from"), ends.get("to"), count, _is_least(sentence, start), sentence, pending)
        if all(_ends_of(known) != _ends_of(group) for known in out):
            out.append(group)
    return out


def _ends_of(group: Group) -> tuple[int, Entity | None, Entity | None]:
    """What makes two verbs of a sentence tell of a group alike: where it comes from, or else where it goes."""
    return group.count, group.from_org, group.to_org if group.from_org is None else None


def counts_people(sentence: Sentence) -> bool:
    """Whether a sentence with a trigger counts people."""
    return bool(sentence.of_kind("trigger")) and bool(_counts(sentence))


def is_of_counted(reading: Reading, event: Event) -> bool:
    """Whether people who are counted do it, and the clause of the name only says since when.

    "Eight researchers have left Borealis since | Ada Moreno presented its plan".
    """
    sentence, mention = reading.sentence, event.mention
    if event.yields not in ("leave", "join", "shift") or event.is_inferred or mention is None:
        return False
    clauses = [*sentence.of_kind("break"), *sentence.of_kind("since")]
    for start, _ in _counts(sentence) if clauses else ():
        if any(
            clause.end == start or min(start, event.start) < clause.start < max(start, event.start)
            for clause in clauses
        ):
            continue  # "since 2019 head of design", or the verb of another clause
        opened = [clause for clause in clauses if 0 <= mention.start - clause.end <= _OPENED_WITHIN]
        first = min(start, event.start)
        if mention.start > event.start:
            is_apart = any(c.start >= event.end and _is_one_stretch(sentence, c.end, mention.start) for c in opened)
        else:
            is_ended = reading.lexicon.language.spaceless and any(
                mention.end <= clause.start < first and not _is_one_stretch(sentence, clause.end, first)
                for clause in clauses
            )  # "水谷茜氏が発表して|以来、8人が"
            is_apart = is_ended or (bool(opened) and not _is_one_stretch(sentence, mention.end, first))
        if is_apart:
            return True
    return False


_OPENED_WITHIN = 3  # words from what opens a clause of time to its subject: "منذ | أن أعلن | آدا"
_STOPS = frozenset(",،、，;；؛:：—–")


def _is_one_stretch(sentence: Sentence, low: int, high: int) -> bool:
    return _STOPS.isdisjoint(sentence.tokens.surface[low:high])


def _with_employer(reading: Reading, start: int, slots: dict[str, Slot]) -> dict[str, Slot]:
    """Adds where the counted people are from, if it stands beside them: "three founders of Borealis return to ..."."""
    if "from" in slots:
        return slots
    for mention in reading.sentence.mentions:
        entity = mention.entity
        if mention.kind == "org" and entity is not None and entity.name and 0 < mention.start - start <= _BESIDE:
            goal = slots.get("to")
            if mention.mark in ("at", "of", "away") and (goal is None or goal[2] is not entity):
                return {**slots, "from": (2.0, mention, entity)}
    return slots


def _counts(sentence: Sentence) -> list[tuple[int, int]]:
    """Numbers that count people, as (token, number)."""
    nouns = [*sentence.of_kind("person_noun"), *_heads(sentence)]
    if not nouns:
        return []
    out: list[tuple[int, int]] = []
    for start, end, number in _numbers(sentence):
        if number >= 2 and any(noun.start >= end and _words_between(sentence, end, noun.start) <= 3 for noun in nouns):
            out.append((start, number))
    return out


def _words_between(sentence: Sentence, start: int, end: int) -> int:
    """How many words stand from one place up to another, besides those of a post: "two technical (AI)"."""
    if end - start > 2 * _BESIDE:
        return end - start
    known = sentence.covered_by("role")
    return sum(index not in known and sentence.tokens.surface[index] not in "()" for index in range(start, end))


def _heads(sentence: Sentence) -> list[Hit]:
    """Posts count people too: "three co-founders"."""
    return [hit for hit in sentence.of_kind("role") if hit.payload.part == "head"]


def _post_counted(sentence: Sentence, start: int) -> str | None:
    """As what a number counts people: "three | researchers of Borealis"."""
    heads = _heads(sentence)
    near = [hit for hit in heads if start < hit.start and _words_between(sentence, start, hit.start) <= _COUNTED_WITHIN]
    before = [hit for hit in heads if 0 <= start - hit.end <= 1]  # "共同創業者 | 12人", "研究员有 | 四人"
    found = min(near, key=lambda hit: hit.start) if near else before[0] if before else None
    return found.payload.english if found is not None else None


def counts_several_sorts(sentence: Sentence, post: str) -> bool:
    """Whether those who are counted by a post are only some of them: "eight | researchers, engineers and managers"."""
    return any(hit.payload.english == post and _is_one_of_many(sentence, hit) for hit in _heads(sentence))


def _is_one_of_many(sentence: Sentence, counted: Hit) -> bool:
    """Whether others are counted in one breath as something else: "eight | researchers, engineers and managers"."""
    surface, place = sentence.tokens.surface, counted.end
    if place >= len(surface) or not (surface[place] in ",،、" or sentence.opens(place, ("and",))):
        return any(head.start == place and head.prefix for head in _heads(sentence))  # "باحثين | ومهندسين"
    nouns = [*_heads(sentence), *sentence.of_kind("person_noun")]
    return any(0 < noun.start - place <= _OTHERS and noun.payload != counted.payload for noun in nouns)


_OTHERS = 3  # words from a comma or an "and" to what else is counted


def counted_post(sentence: Sentence, place: int) -> str | None:
    """As what those are counted among whom somebody named at a place is: "three researchers, among them | Ada"."""
    leads = [hit.start for hit in sentence.of_kind("including") if hit.end <= place]
    leads += [index for index in range(place) if sentence.tokens.surface[index] == ":"]
    before = [start for start, _ in _counts(sentence) if leads and start < max(leads)] if leads else []
    return _post_counted(sentence, before[-1]) if before else None


_COUNTED_WITHIN = 4


def _numbers(sentence: Sentence) -> list[tuple[int, int, int]]:
    out = [(hit.start, hit.end, int(hit.payload)) for hit in sentence.of_kind("number") if not hit.suffix]
    surface = sentence.tokens.surface
    for index in [index for index, word in enumerate(surface) if word[0].isdigit()]:
        digits = western_digits(surface[index]).replace(",", "").replace(".", "").replace("٬", "")
        if digits.isdecimal() and len(digits) <= 7:
            out.append((index, index + 1, int(digits)))
    return out


def _is_least(sentence: Sentence, start: int) -> bool:
    return any(0 <= start - hit.end <= 1 for hit in sentence.of_kind("at_least"))
