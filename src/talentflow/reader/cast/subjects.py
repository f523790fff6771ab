"""Subjects that follow their verb, and speakers who tell of themselves."""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Mention
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames

_BEFORE_NAME = frozenset({"role", "title", "former", "current", "acting", "determiner", "colleague", "place", "new"})
_OWN = frozenset({"leave", "join", "move", "return", "absence", "found"})  # nobody announces another's as a bare noun
_REACH = 24
_BEFORE_VERB = 2  # auxiliaries and adverbs
_ARTICLES = ("definite", "determiner")
_DESCRIBING = 3  # words between an article and its noun
_COMMAS = frozenset(",،")
_STOPS = frozenset(";:؛.!?؟")


def phrase_start(reading: Reading, mention: Mention) -> int:
    """Where the words begin that lead up to a name: "the former director of products | Ada Moreno"."""
    sentence, start = reading.sentence, mention.start
    while start > 0:
        here = [hit for hit in sentence.ending(start) if hit.kind in _BEFORE_NAME]
        post = next((post for post in reading.posts if post.end == start), None)
        if post is not None:
            start = post.start
        elif here:
            start = min(hit.start for hit in here)
        else:
            owner = next((m for m in sentence.mentions if m.end == start and m.apposed_to is mention), None)
            if owner is None:
                return start
            start = owner.start
    return start


def described_from(reading: Reading, mention: Mention) -> int:
    """Where a subject behind its verb begins, its post and a comma included: "el ministro de Salud, | Ada Moreno"."""
    start = phrase_start(reading, mention)
    if start > 1 and reading.sentence.tokens.surface[start - 1] in _COMMAS:
        post = next((post for post in reading.posts if post.end == start - 1), None)
        if post is not None:
            start = post.start
            while start > 0 and (before := [h for h in reading.sentence.ending(start) if h.kind in _BEFORE_NAME]):
                start = min(hit.start for hit in before)
    return start


def follows_first(reading: Reading, hit: Hit, mention: Mention, begin: int) -> bool:
    """Whether a person is the first one after a verb that leads its clause, whatever adverbials stand between."""
    surface = reading.sentence.tokens.surface
    if begin - hit.end > _REACH or not _STOPS.isdisjoint(surface[hit.end : begin]):
        return False
    for other in reading.sentence.mentions:
        if other.kind == "person" and other is not mention and other.start < mention.start:
            if other.start >= hit.end:
                return False
            if not other.mark and _in_clause(reading, other.end, hit.start):
                return False
    return not any(hit.end <= other.start < begin for other in reading.triggers)


def _in_clause(reading: Reading, low: int, high: int) -> bool:
    """Whether nothing parts two places: no stop, and no comma but those of an aside."""
    surface = reading.sentence.tokens.surface
    closed = {i for start, end in reading.asides if low <= start and end <= high for i in range(start, end)}
    return not any(
        index not in closed and (surface[index] in _STOPS or surface[index] in _COMMAS) for index in range(low, high)
    ) and not any(low <= place < high for place in reading.breaks)


def announces_own(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether the noun is what the person themselves announces: "Moreno announced, on X, joining Quanta"."""
    sentence = reading.sentence
    if not hit.payload.noun or hit.payload.event not in _OWN or reading.cased:
        return False
    begin = phrase_start(reading, mention)
    if not any(said.end == begin or mention.end <= said.start <= mention.end + 2 for said in sentence.of_kind("said")):
        return False
    return not any(
        other.kind == "person" and other is not mention and mention.end <= other.start <= hit.end + 4
        for other in sentence.mentions
    )


def acts_on_crowd(reading: Reading, hit: Hit) -> bool:
    """Whether a verb has an object that names nobody: "Borealis loses two founders", "reclutar talento"."""
    if hit.payload.noun or hit.payload.object in ("person", "pronoun") or reading.lexicon.language.head_final:
        return False
    low, high = hit.end, hit.end + _OBJECT_WITHIN
    crowd = [noun for noun in reading.sentence.of_kind("person_noun") if low <= noun.start < high]
    for number in reading.sentence.of_kind("number"):
        if low <= number.start < high:
            crowd += [
                post for post in reading.sentence.of_kind("role")
                if post.payload.part == "head" and number.end <= post.start <= number.end + 1
            ]  # fmt: skip
    return bool(crowd) and not any(
        m.kind == "person" and low <= m.start <= min(noun.end for noun in crowd) for m in reading.sentence.mentions
    )


_OBJECT_WITHIN = 3


def has_crowd(reading: Reading, hit: Hit) -> bool:
    """Whether several people without names are the subject right before a verb: "two executives | rise"."""
    if hit.payload.noun or reading.lexicon.language.head_final:
        return False
    sentence = reading.sentence
    # "the three" means nobody who was named alone
    named = [m for m in sentence.mentions if m.end <= hit.start and m.mark_word != "people_anaphor"]
    for number in (*sentence.of_kind("number"), *sentence.of_kind("person_noun")):
        if not 0 <= hit.start - number.end <= _BEFORE_VERB or any(m.start <= number.start < m.end for m in named):
            continue
        between = sentence.tokens.surface[number.end : hit.start]
        if any(m.start >= number.end for m in named) or any(word in ",،;:" for word in between):
            continue
        if number.kind == "number":
            if sentence.closes(number.start, ("determiner",)):
                return True  # "the three | leave"
        elif not any(0 <= number.start - h.end <= _DESCRIBING for h in sentence.of_kinds(_ARTICLES)):
            return True  # "the manager" may be somebody who was named
    return False


def shares_subject(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether "and" joins a verb to the one before, whose subject it shares: "X parted from Y | and left Borealis".

    Where a verb needs no subject it has none here; elsewhere it is seen by whoever the verb before takes.
    """
    before = _joined_verb(reading, hit)
    if before is None or mention.end > before.start:
        return False
    return reading.drops_subject or any(
        m.kind == "person" and m.mark and before.start <= m.mark_at and m.end <= hit.start
        for m in reading.sentence.mentions
    )


def keeps_subject(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb without a subject of its own goes on with that of the clause before, where verbs need none.

    "Moreno joined Borealis, but in May | left the firm", "Moreno leaves Borealis, the firm that (she) | founded".
    """
    trigger = hit.payload
    if not reading.drops_subject or not reading.cased or trigger.noun or trigger.object or mention.owner:
        return False
    if trigger.person or frames()[trigger.event].person_after:
        return False  # its subject stands behind it
    if mention.mark or mention.is_anaphor or _parted_by(reading, mention.end, hit.start):
        return False
    before = [other for other in reading.triggers if mention.end <= other.start and other.end <= hit.start]
    return bool(before) and all(
        not other.payload.noun and not frames()[other.payload.event].is_agent for other in before
    )


def goes_on(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb of several has the subject of the first: "Moreno joined Borealis, was promoted and | left"."""
    language = reading.lexicon.language
    if language.drops_subject or language.head_final or not language.cased or hit.payload.noun or hit.payload.object:
        return False
    if hit.payload.person or frames()[hit.payload.event].person_after or mention.mark or mention.owner:
        return False
    sentence = reading.sentence
    joints = [h.end for h in sentence.of_kind("and") if 0 <= hit.start - h.end <= _BEFORE_VERB]
    joints += [
        place + 1 for place in range(max(0, hit.start - _BEFORE_VERB - 1), hit.start)
        if sentence.tokens.surface[place] == ","
    ]  # fmt: skip
    verbs = [other for other in reading.triggers if mention.end <= other.start and not other.payload.noun]
    if not joints or not any(other.end <= max(joints) for other in verbs):
        return False
    if any(max(joints) <= m.start < hit.start for m in sentence.mentions) or _parted_by(
        reading, mention.end, hit.start
    ):
        return False
    return not any(m.kind == "person" and mention.end <= m.start < hit.start for m in sentence.mentions)


def _parted_by(reading: Reading, low: int, high: int) -> list[int]:
    """Where a stretch is cut by what ends a sentence within it."""
    surface = reading.sentence.tokens.surface
    return [index for index in range(low, high) if surface[index] in _STOPS and surface[index] != ":"]


def _joined_verb(reading: Reading, hit: Hit) -> Hit | None:
    """The verb before to which "and" joins a verb that has no subject of its own in between."""
    joints = [h.end for h in reading.sentence.of_kind("and") if 0 <= hit.start - h.end <= _BEFORE_VERB]
    if not joints or hit.payload.noun or reading.lexicon.language.head_final:
        return None
    low = max(joints)
    if any(low <= m.start < hit.start for m in reading.sentence.mentions):
        return None
    before = [other for other in reading.triggers if other.end <= low and not other.payload.noun]
    return before[-1] if before else None


def is_object_before(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether somebody stands behind the preposition with which the verb before ends that "and" joins to this one."""
    return (
        any(other.start <= mention.mark_at < other.end and not other.payload.noun for other in reading.triggers)
        and _joined_verb(reading, hit) is not None
    )


def rivals_of(reading: Reading, mention: Mention) -> list[int]:
    """Where the other people stand who may be the subject of a verb: whoever has a preposition is none."""
    return [m.start for m in reading.sentence.mentions if m.kind == "person" and m is not mention and not m.mark]


SUBJECTS = ("person_noun", "product_noun", "role", "company", "unnamed", "people_anaphor", "pronoun")


def has_common_subject(reading: Reading, hit: Hit, low: int) -> bool:
    """Whether the verb's own subject is a crowd or a thing: "X said that users are leaving"."""
    surface = reading.sentence.tokens.surface
    return any(
        low < noun.start
        and 0 <= hit.start - noun.end <= 2
        and surface[noun.start - 1] != "-"
        and not any(word in ",،;:" for word in surface[noun.end : hit.start])
        for noun in reading.sentence.of_kinds(("product_noun", "person_noun"))
    ) or _has_post_for_subject(reading, hit, low)


def _has_post_for_subject(reading: Reading, hit: Hit, low: int) -> bool:
    """Whether a clause that somebody utters has a post for its subject: "X let slip that | the head of labs | left"."""
    sentence = reading.sentence
    for opening in sentence.of_kind("complementizer"):
        if not low <= opening.start < hit.start:
            continue
        posts = [p for p in reading.posts if 0 <= p.start - opening.end <= 2 and p.end <= hit.start]
        people = any(m.kind == "person" and opening.end <= m.start < hit.start for m in sentence.mentions)
        if posts and not people and not sentence.closes(posts[0].start, ("mark", "copula")):
            return True
    return False
