"""Which organizations a trigger moves somebody from and to: how well each one is placed for the slots it opens."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.asides import skipping_asides
from talentflow.reader.events import Frame, frames
from talentflow.reader.page import Entity, Mention, Sentence
from talentflow.reader.phrases import Hit
from talentflow.reader.pointing import org_meant
from talentflow.reader.scene import Reading, between, gap_of

# What is placed worse than this fills no slot; how far to trust the rest is learnt (see acceptance.py).
_FIT = 0.0


def org_slots(
    reading: Reading, frame: Frame, hit: Hit, *, passive: bool = False
) -> dict[str, tuple[float, Mention, Entity]]:
    """The best-placed organization for each slot that a trigger opens, each organization once."""
    slots: dict[str, tuple[float, Mention, Entity]] = {}
    for score, slot, mention in _org_scores(reading, frame, hit):
        if score < _FIT or slot in slots or any(mention is m for _, m, _ in slots.values()):
            continue
        entity = org_meant(reading, mention)
        if entity is None or any(other is entity for _, _, other in slots.values()):
            continue
        if frame.is_agent and not passive and slot == "to" and mention.end <= hit.start and mention.apposed_to:
            continue
        slots[slot] = (score, mention, entity)
    return slots


def _org_scores(reading: Reading, frame: Frame, hit: Hit) -> list[tuple[float, str, Mention]]:
    out: list[tuple[float, str, Mention]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "org" or (mention.start < hit.end and mention.end > hit.start):
            continue
        if mention.entity is None and mention.mark_word == "pronoun":
            continue
        if mention.entity is not None and mention.entity.is_media and mention.end > hit.start + 12:
            continue
        standing, slot = _slot_class(reading, frame, hit, mention)
        distance, low, high, is_left = gap_of(mention.start, mention.end, hit)
        penalty = 0.06 * min(distance, len(skipping_asides(reading, low, high)))
        if frame.yields == "appoint" and any(post.end == mention.mark_at for post in reading.posts):
            penalty -= 0.8  # "head of X" says where, whoever appoints
        penalty += _claimed_by_others(reading, hit, standing, low, high, is_left)
        penalty += (1.0 if standing == "bare" else 0.4) * between(reading.breaks, low, high)
        if standing == "bare" and distance > (2 if hit.payload.noun else 8):
            penalty += 1.5  # an object stands close by
        if is_left and mention.mark and _belongs_to_other(reading, hit, mention):
            penalty += 1.6
        if mention.apposed_to is not None:
            penalty += 1.3
        if is_left and standing not in ("subject", "owner"):
            penalty += 1.0
        if mention.entity is not None and mention.entity.id.startswith("org:?"):
            penalty += 0.5
        if slot is not None:
            out.append((3.4 - penalty, slot, mention))
            continue
        for name, marks in (("from", frame.from_marks), ("to", frame.to_marks)):
            weight = marks.get(standing, 0.0)
            if standing == "possessor" and standing not in marks:
                weight = max(marks.get("owner", 0.0), marks.get("bare", 0.0) - 0.4)
            if name == "from" and frame.yields == "join" and mention.mark_word == "company_possessive":
                continue  # "hired her as its chief" speaks of the one who hires
            if name == "from" and mention.entity is not None and mention.entity.name is None:
                continue  # nobody leaves "a company of his own" in the words that name it so
            if weight:
                out.append((weight - penalty, name, mention))
    return sorted(out, key=lambda item: -item[0])


def _slot_class(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> tuple[str, str | None]:
    """How an organization stands towards a trigger, and the slot if the trigger's own preposition names it."""
    trigger: Trigger = hit.payload
    for word, slot in trigger.marks:
        if mention.mark_word == word and mention.mark_at >= hit.end:
            return "own", slot
    is_left = mention.end <= hit.start
    if is_left and not frame.is_agent:
        standing = _relative_standing(reading.sentence, mention, hit)
        if standing is not None:
            return standing, None
    is_marked = mention.mark != "" and mention.mark_at >= hit.end
    if mention.owner and not is_marked and (trigger.noun or not is_left or frame.yields == "decline"):
        return "owner" if trigger.noun or is_left else "possessor", None
    inside = hit.start <= mention.mark_at < hit.end and not _goes_on(reading.sentence, mention.mark_at, hit.end)
    if mention.mark and not (inside and frame.name not in ("move", "return")):
        return mention.mark, None
    if trigger.object in ("from", "to") and not is_left and mention.start - hit.end <= 4:
        return "own", trigger.object
    if is_left:
        return "subject", None
    if reading.verb_first and frame.is_agent and mention.start - hit.end <= 3:
        return "subject", None
    return "bare", None


def _goes_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a preposition that begins inside a trigger reaches beyond it: "lured | away from"."""
    return any(hit.kind == "mark" and hit.end > end for hit in sentence.by_start.get(start, ()))


def _relative_standing(sentence: Sentence, mention: Mention, hit: Hit) -> str | None:
    """How an organization stands to the verb of its relative clause: "the firm she founded", "la casa de que salió"."""
    index = mention.end
    if index < len(sentence.tokens) and sentence.tokens.surface[index] in ",،":
        index += 1
    standing = "bare"
    while index < hit.start:
        here = sentence.by_start.get(index, ())
        if any(h.kind == "relative" for h in here):
            end = max(h.end for h in here if h.kind == "relative")
            people = [m for m in sentence.mentions if m.kind == "person" and end <= m.start and m.end <= hit.start]
            return standing if hit.start - end <= (5 if people else 2) else None
        marks = [h for h in here if h.kind in ("mark", "determiner")]
        if not marks:
            return None
        standing = next((h.payload for h in marks if h.kind == "mark"), standing)
        index = max(h.end for h in marks)
    return None


def _belongs_to_other(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a preposition ties an organization to an earlier trigger: "hired from A in April, X left"."""
    return any(
        (t is not hit and t.end <= hit.start and 0 <= mention.mark_at - t.end <= 3)
        or (t is not hit and t.start <= mention.mark_at < t.end <= hit.start)
        for t in reading.triggers
    )


def _claimed_by_others(reading: Reading, hit: Hit, standing: str, low: int, high: int, is_left: bool) -> float:
    """What it costs that other triggers stand between: most when one of them has a slot for the organization itself."""
    cost = 0.0
    is_answer = frames()[hit.payload.event].yields == "decline"
    for other in reading.triggers:
        if other is hit or not low <= other.start < high or (is_answer and other.payload.event == "offer"):
            continue
        frame = frames()[other.payload.event]
        wanted = max(frame.from_marks.get(standing, 0.0), frame.to_marks.get(standing, 0.0))
        takes = not is_left and (wanted >= 1.5 or (standing == "own" and not other.payload.noun))
        # "moved from A, where she worked for years, to B": a goal may wait for its verb, unless another one wants it.
        cost += (1.4 if standing == "toward" and wanted < 2.5 else 2.6) if takes else 0.9
    return cost
