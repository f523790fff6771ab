"""Who leads an employer, told behind its name: "Borealis, led by Ada Moreno", "Borealis, que dirige Ada Moreno"."""

from __future__ import annotations

from talentflow.reader.affiliations import Affiliation
from talentflow.reader.page import Mention, Sentence
from talentflow.reader.phrases import Hit

_MOST_BETWEEN = 6  # words between the employer and the verb
_PASSED = (
    "relative", "copula", "company", "determiner", "definite", "place", "company_anaphor", "unnamed", "also", "new",
    "quality",
)  # fmt: skip
_TITLES = ("title", "role", "former", "current", "determiner")
_STRENGTH = 1.6


def led_by(sentence: Sentence, hit: Hit) -> list[Affiliation]:
    """That whoever stands right behind a verb of leading leads the employer before it."""
    role = _role(sentence, hit)
    if role is None:
        return []
    person = _person_behind(sentence, hit)
    if person is None or person.entity is None:
        return []
    is_told_back = hit.payload.person == "right"  # "led by" needs no "which"
    if not is_told_back and (person.start != hit.end or not sentence.closes(hit.start, ("relative",))):
        return []
    org = _employer_before(sentence, hit.start)
    if org is None or org.entity is None:
        return []
    when = hit.payload.when or "current"
    return [
        Affiliation(
            person.entity, org.entity, role, when, sentence, org.start, person.end, _STRENGTH, person_at=person.start
        )
    ]  # fmt: skip


def _role(sentence: Sentence, hit: Hit) -> str | None:
    """What a verb makes of its subject, None where it tells of no leading."""
    trigger = hit.payload
    if trigger.event == "succeeded_by" and not trigger.noun:
        return "head" if sentence.closes(hit.start, ("relative",)) else None
    if trigger.event != "work":
        return None
    is_leading = any(other.kind == "leading" for other in sentence.by_start.get(hit.start, ()))
    return trigger.role or ("head" if is_leading else None)


def _person_behind(sentence: Sentence, hit: Hit) -> Mention | None:
    """The name right behind a verb, past titles and posts."""
    place = hit.end
    for _ in range(_MOST_BETWEEN):
        found = next((m for m in sentence.mentions if m.start == place and m.kind == "person"), None)
        if found is not None:
            return None if found.is_anaphor else found
        ends = [other.end for other in sentence.by_start.get(place, ()) if other.kind in _TITLES]
        ends += [m.end for m in sentence.mentions if m.start == place and m.kind == "org"]  # "by | Quanta's X"
        if not ends:
            return None
        place = max(ends)
    return None


def _is_named(mention: Mention) -> bool:
    return not mention.is_anaphor and mention.entity is not None and mention.entity.name is not None


def _employer_before(sentence: Sentence, index: int) -> Mention | None:
    """The employer that ends before a token, past a comma, "which is" and a word for what it is."""
    low = index - _MOST_BETWEEN
    while index > max(0, low):
        found = next((m for m in sentence.mentions if m.end == index and m.kind == "org" and _is_named(m)), None)
        if found is not None:
            return found
        starts = [hit.start for hit in sentence.ending(index) if hit.kind in _PASSED]
        if sentence.tokens.surface[index - 1] in ",،":
            starts.append(index - 1)
        if not starts:
            return None
        index = min(starts)
    return None
