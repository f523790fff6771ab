"""Who moves along with somebody: "left with Moreno and Berg", "founds it with former colleague Ada Moreno"."""

from __future__ import annotations

from talentflow.reader.cast.asides import asides_of
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit

_REACH = 9
_COMPARING = 2  # words of a phrase that compares: "tout comme", "as well as"
_DESCRIBING = (
    "role", "org", "former", "current", "determiner", "colleague", "title", "new", "possessive", "company", "number",
    "person_noun", "kin",
)  # fmt: skip

_OF_A_POST = ("of", "at")  # "with the former vice president | of | Quanta, Tom Berg"


def companions_of(sentence: Sentence, trigger: Hit) -> list[Mention]:
    """The people after a trigger who are named as going along: "with" stands before them, or before their post."""
    out: list[Mention] = []
    together = [hit for hit in sentence.of_kind("together") if _leads(trigger, hit)]
    if together:
        together = [
            hit for hit in together
            if not _is_parted(sentence, trigger.end, hit.start) and not _is_of_next_verb(sentence, trigger.end, hit)
        ]  # fmt: skip
    if trigger.is_fronted:
        together = [hit for hit in together if hit.start < trigger.verb_at]
    alike = [hit for hit in sentence.of_kind("and") if _compares(sentence, trigger, hit)]
    out += [m for m in sentence.mentions if m.kind == "person" and m.entity and any(h.end == m.start for h in alike)]
    for mention in sentence.mentions if together else ():
        if mention.kind == "person" and mention.entity is not None and not mention.is_anaphor:
            withs = [hit for hit in together if hit.start < mention.start and not _opens_clause(sentence, hit, mention)]
            if any(
                mention.start - hit.end <= _REACH and _only_describes(sentence, hit.end, mention.start) for hit in withs
            ):
                out.append(mention)
    return out


def _leads(trigger: Hit, together: Hit) -> bool:
    """Whether "with" stands behind a trigger, or ends one of founding: "fundou com | Rui", never "parted with"."""
    return together.start >= trigger.end or (together.end == trigger.end and trigger.payload.event == "found")


def _compares(sentence: Sentence, trigger: Hit, joint: Hit) -> bool:
    """Whether words that join two things follow all that is said of the first: "quitte Borealis, tout comme Berg"."""
    if joint.end - joint.start < _COMPARING or joint.start <= trigger.end:
        return False
    if sentence.tokens.surface[joint.start - 1] not in ",،":
        return False
    return not any(trigger.end <= hit.start < joint.start for hit in sentence.of_kinds(("relative", "break", "said")))


def _is_parted(sentence: Sentence, low: int, high: int) -> bool:
    """Whether another clause begins in a stretch, asides left out: "left, although he quarrelled | with Moreno"."""
    passed = [(start, end) for start, end in asides_of(sentence) if low <= start and end <= high]
    return any(
        low < hit.start < high
        and sentence.tokens.surface[hit.start - 1] in ",،;"
        and not any(start <= hit.start < end for start, end in passed)
        for hit in sentence.of_kinds(("break", "said", "relative"))
    )


def _is_of_next_verb(sentence: Sentence, low: int, together: Hit) -> bool:
    """Whether "with" belongs to what somebody goes for, and not to going: "joined Quanta to work | with Moreno".

    What is founded is founded with others even so: "left to found Quanta with Moreno".
    """
    purposes = [hit.end for hit in sentence.of_kind("purpose") if low <= hit.start and hit.end <= together.start]
    if not purposes:
        return False
    return not any(max(purposes) <= hit.start + 1 and hit.start < together.start for hit in sentence.of_kind("trigger"))


def _opens_clause(sentence: Sentence, together: Hit, mention: Mention) -> bool:
    """Whether "with" begins a clause that has a verb of its own: "left Borealis, with Moreno founded Quanta"."""
    surface = sentence.tokens.surface
    if together.start == 0 or surface[together.start - 1] not in ",،":
        return False
    later = [hit.start for hit in sentence.of_kind("trigger") if hit.start >= mention.end]
    return bool(later) and not any(word in ",،" for word in surface[mention.end : later[0]])


def _only_describes(sentence: Sentence, low: int, high: int) -> bool:
    """Whether everything between "with" and the name tells who the person is."""
    described: set[int] = set()
    for hit in sentence.hits:
        is_of_post = hit.kind == "post_link" or (hit.kind == "mark" and hit.payload in _OF_A_POST)
        if (hit.kind in _DESCRIBING or hit.kind == "and" or is_of_post) and low <= hit.start and hit.end <= high:
            described.update(range(hit.start, hit.end))
    for mention in sentence.mentions:
        described.update(range(mention.start, mention.end))
    marks = sentence.tokens.surface
    return all(
        index in described or marks[index] in ",،:'’-" or sentence.tokens.is_possessive(index)
        for index in range(low, high)
    )


def further_objects(sentence: Sentence, trigger: Hit) -> list[Mention]:
    """Who else is the object of a verb after all that is said of the first: "hired A to lead the lab, and B, a ..."."""
    surface = sentence.tokens.surface
    people = [m for m in sentence.mentions if m.kind == "person" and m.start >= trigger.end and not m.is_anaphor]
    out: list[Mention] = []
    last = max((hit.start for hit in sentence.of_kind("trigger")), default=0)
    for mention in people[1:]:
        if mention.entity is None or last > mention.start:
            continue  # what follows tells of another subject
        start = mention.start
        while described := [hit for hit in sentence.ending(start) if hit.kind in _DESCRIBING]:
            start = min(hit.start for hit in described)
        joint = next((hit for hit in sentence.ending(start) if hit.kind == "and"), None)
        if joint is not None and joint.start > trigger.end and surface[joint.start - 1] in ",،":
            out.append(mention)
    return out


def with_companions(
    sentence: Sentence, trigger: Hit, movers: list[tuple[float, list[Entity], bool]], *, is_agent: bool = False
) -> list[tuple[float, list[Entity], bool]]:
    """The readings of who moves, the companions counted among the movers of the likeliest one."""
    companions = companions_of(sentence, trigger)
    if is_agent and not trigger.payload.noun:
        companions += further_objects(sentence, trigger)
    found = [mention.entity for mention in companions if mention.entity is not None]
    if not movers or not found:
        return movers
    score, members, is_inferred = movers[0]
    fellows = [entity for entity in found if all(entity is not member for member in members)]
    rest = [item for item in movers[1:] if not any(entity is member for entity in found for member in item[1])]
    return [(score, [*members, *fellows], is_inferred), *rest]
