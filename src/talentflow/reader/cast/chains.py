"""People named in one breath: "A, head of X, B and C"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from talentflow.reader.cast.asides import asides_of
from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.glue import has_glued_and
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit

_PARTING = frozenset({"trigger", "said", "relative", "break", "pronoun"})
_LINKING = frozenset({"role", "and", "determiner"})
_OF_A_POST = frozenset({"role", "mark", "determiner", "former", "current", "company", "place"})


def chain_of(reading: Reading, mention: Mention) -> list[Mention]:
    """The people named in one breath with a mention: "A, head of X, B and C"."""
    found = reading.chains.get(id(mention))
    if found is None:
        found = reading.chains[id(mention)] = _chain_of(reading, mention)
    return found


def _chain_of(reading: Reading, mention: Mention) -> list[Mention]:
    sentence = reading.sentence
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    if len(people) < 2 or mention not in people:
        return [mention]
    place = people.index(mention)
    low = high = place
    joints: set[str] = set()
    while high + 1 < len(people) and (joint := _joint(reading, people[high], people[high + 1])):
        joints.add(joint)
        high += 1
    while low > 0 and (joint := _joint(reading, people[low - 1], people[low])):
        joints.add(joint)
        low -= 1
    if joints == {","} and high - low == 1 and not _shares_particle(reading, people[low], people[high]):
        return [mention]  # two names with a mere comma between them belong to two clauses
    out: list[Mention] = []
    for member in people[low : high + 1]:
        if all(member.entity is not other.entity for other in out):
            out.append(member)
    return out


def _shares_particle(reading: Reading, one: Mention, other: Mention) -> bool:
    """Whether the particle behind the second of two names is that of both: "A氏、B氏|が", "A氏、B氏|を採用"."""
    if not reading.lexicon.language.head_final or one.mark:
        return False
    if other.mark == "subject":
        return True
    behind = reading.sentence.by_start.get(other.mark_at + 1, ())
    return other.mark == "object" and any(hit.kind == "trigger" for hit in behind)


def chain_for(reading: Reading, hit: Hit, mention: Mention) -> list[Mention]:
    """Who shares a verb: all named in one breath; of a relative clause's own verb only those that "and" alone joins.

    "A, lately of X, and B, who comes from Y": only B comes from Y.
    """
    chain = chain_of(reading, mention)
    described = next(
        (m for m in chain for start, end in reading.asides if start == m.end and start < hit.start < end), None
    )
    if len(chain) == 1 or described is None:
        return chain
    commas = reading.sentence.tokens.surface
    plain = all(not any(word in ",،" for word in commas[one.end : other.start]) for one, other in pairwise(chain))
    return chain if plain else [described]


def _joint(reading: Reading, one: Mention, other: Mention) -> str:
    """What joins two names to one list: "and" or a comma; nothing where a verb or too many words come between."""
    sentence = reading.sentence
    low, high = one.end, other.start
    aside = next((end for start, end in asides_of(sentence) if start == low and end <= high), None)
    if aside is not None:
        low = aside - 1  # the comma that closes what is said of the first
    if high - low > 14 or high < low or one.owner or _is_owned_post(sentence, other, low):
        return ""
    orgs = {i for m in sentence.mentions if m.kind == "org" and m.start < high for i in range(m.start, m.end)}
    joint = ""
    index = low
    post_words = 0
    high = _before_description(reading, low, other)
    while index < high:
        word = sentence.tokens.surface[index]
        here = sentence.by_start.get(index, ())
        kinds = {hit.kind for hit in here}
        is_former = reading.lexicon.language.spaceless and "former" in kinds  # "前" parts clauses too, as "before"
        is_new_post = joint == "" and "new" in kinds and "trigger" in kinds  # "A as its | new | chief and B as ..."
        parts = (
            not is_new_post and not _PARTING.isdisjoint(kinds) and (_LINKING.isdisjoint(kinds) or _is_longer_verb(here))
        )
        if parts and not is_former and not _says_as_what(here):
            return ""
        if "together" in kinds and "and" not in kinds:
            return ""  # "A, who founded Quanta | with | B"
        if "and" in kinds:
            joint = "and"
            index = max(hit.end for hit in here if hit.kind == "and")
            if opens_clause(sentence, index) and not reading.lexicon.language.head_final:
                return ""  # "had parted ways with A, and | that | B was its new chief"
            continue
        if "before_name" in kinds:
            return ""  # "وأن", which opens a clause of its own
        if word in ",،/&":
            joint = joint or ","
        elif word in ".;:؛!?؟":
            return ""
        elif word[0].isalpha() and index not in orgs and _OF_A_POST.isdisjoint(kinds):
            post_words += 1
        index += 1
    if not joint and has_glued_and(other, reading.lexicon.glued_ands):
        joint = "and"
    return joint if post_words <= 5 else ""


def opens_clause(sentence: Sentence, index: int) -> bool:
    """Whether "that" opens a clause of its own: not in "her exit and | that | of Berg"."""
    return sentence.opens(index, ("complementizer",)) and not sentence.opens(index + 1, ("mark",))


def _is_owned_post(sentence: Sentence, other: Mention, low: int) -> bool:
    """Whether "and" goes on with another post of the first, which only belongs to the second: "A and | aide of B"."""
    joint = next((hit for hit in sentence.of_kind("and") if low <= hit.start and hit.end < other.mark_at), None)
    if other.mark != "of" or joint is None:
        return False
    return any(word[0].isalpha() for word in sentence.tokens.surface[joint.end : other.mark_at])


def _before_description(reading: Reading, low: int, other: Mention) -> int:
    """Where a clause begins that describes a name right before it: "A, 以及|此前在美团带团队的|B"; else the name."""
    sentence = reading.sentence
    if reading.cased or reading.lexicon.language.head_final or not sentence.closes(other.start, ("post_link",)):
        return other.start
    joints = [hit.end for hit in sentence.of_kind("and") if low <= hit.start < other.start]
    joints += [index + 1 for index in range(low, other.start) if sentence.tokens.surface[index] == ","]
    return max(joints, default=other.start)


def _says_as_what(here: Sequence[Hit]) -> bool:
    """Whether a preposition leads to a post: "X | as | head of Borealis and Y"."""
    return any(hit.kind == "mark" and hit.payload == "as" for hit in here)


def _is_longer_verb(here: Sequence[Hit]) -> bool:
    """Whether words of a change only begin with a word that links names: "A, y | lo mismo harán | B"."""
    verbs = [hit.end for hit in here if hit.kind == "trigger"]
    return max(verbs, default=0) > max((hit.end for hit in here if hit.kind in _LINKING), default=0)
