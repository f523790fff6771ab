"""People who only stand beside what a trigger tells: owners, speakers, predecessors, and whom a clause describes."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.cast.chains import chain_for
from talentflow.reader.cast.passives import is_passive
from talentflow.reader.cast.scene import Reading
from talentflow.reader.cast.subjects import SUBJECTS, announces_own, described_from, phrase_start
from talentflow.reader.words.page import Mention
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames


def owns_firm(reading: Reading, mention: Mention) -> bool:
    """Whether somebody is named as whose a firm is: "شركة كوانتا التابعة | لتوم بيرغ", "شركتي | توم بيرغ"."""
    if mention.prefix:
        return mention.mark == "toward" and any(
            m.kind == "org" and 0 <= mention.mark_at - m.end <= 1 for m in mention.sentence.mentions
        )
    lexicon, place = reading.lexicon, mention.start - 1
    if not lexicon.article or not mention.sentence.closes(mention.start, ("company",)):
        return False
    words = mention.sentence.tokens.folded
    is_quality = mention.sentence.closes(place, ("company",))  # "شركة ناشئة | توم بيرغ": the firm is a new one
    return words[place] in lexicon.org_words and not is_quality and not words[place].startswith(lexicon.article)


def is_beside_it(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether somebody is only named with what a trigger tells: as an owner, a speaker, or to describe another."""
    return (
        _only_describes_other(reading, hit, mention)
        or _only_tells(reading, hit, mention)
        or _is_struck(reading, hit, mention)
        or _owns_before(mention, hit)
    )


def _only_describes_other(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether somebody only stands in what describes another name: "A, who founded Quanta with | B, joins Borealis"."""
    return (
        mention.end <= hit.start
        and not mention.is_anaphor
        and any(
            start < mention.start < end <= hit.start
            and any(
                m.kind == "person" and m.end == start and not m.is_anaphor and m.entity is not mention.entity
                for m in reading.sentence.mentions
            )
            for start, end in reading.asides
        )
    )  # fmt: skip


def _only_tells(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb of saying and its preposition lead to whoever tells of a noun: "departures confirmed by | A"."""
    if not hit.payload.noun or mention.mark != "by" or mention.start < hit.end:
        return False
    if any(tie.person is mention.entity and tie.post in _SPEAKERS for tie in reading.affiliations):
        return True
    said = [h.end for h in reading.sentence.of_kinds(("said", "according")) if h.start >= hit.end]
    return any(0 <= mention.mark_at - end <= 1 for end in said)


def _is_struck(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a noun tells of one more of whom it does not say who: "Ada Moreno has | another departure | to bear"."""
    if not hit.payload.noun or mention.end > hit.start or mention.owner or mention.is_anaphor or hit.suffix:
        return False
    sentence, place = reading.sentence, hit.start
    while place > 0 and sentence.closes(place, ("new",)):
        place -= 1
    ones = [h for h in sentence.of_kind("number") if h.end == place and str(h.payload) == "1"]
    return bool(ones)


def _owns_before(mention: Mention, hit: Hit) -> bool:
    """Whether the preposition right behind a firm only says whose it is: "xAI, | de Elon Musk, vio partir a Ada"."""
    if hit.payload.noun or mention.end > hit.start or mention.mark != "of" or mention.is_anaphor:
        return False
    return any(m.kind == "org" and m.end == mention.mark_at and not m.is_anaphor for m in mention.sentence.mentions)


_SPEAKERS = frozenset({"spokesperson", "spokesman", "spokeswoman"})


def speaking(reading: Reading, hit: Hit, mention: Mention) -> float:
    """What speaks against a mover who only says or hears it.

    "X wrote that he had been fired", "he told X that he was leaving", "Y has hired three people, X said".
    """
    if mention.is_anaphor:
        return 0.0
    verbs, sources = reading.sentence.of_kind("said"), reading.sentence.of_kind("according")
    if not verbs and not sources:
        return 0.0
    tokens = reading.sentence.tokens
    begin = phrase_start(reading, mention)  # once: a text without full stops has many verbs in one sentence
    if any(source.end == begin for source in sources):
        return 5.0  # "the new chief, according to X"
    for said in verbs:
        if mention.start >= hit.end:
            is_aside = tokens.surface[min(said.start, mention.start) - 1] in ",”\"'’،"
            if is_aside and (said.start == mention.end or said.end in (mention.start, begin)):
                return 5.0  # never the one who is hired
            continue
        if said.end > hit.start:
            continue
        if said.end == begin:
            # "announced his departure" is the speaker's own; "X said that Y had left" is not.
            is_own = hit.payload.noun and (hit.suffix or announces_own(reading, hit, mention))
            return 0.0 if is_own else 1.5
        if said.start >= mention.end and said.start - mention.end <= 12:
            inner = [h for h in reading.sentence.hits if said.end <= h.start <= said.end + 8 and h.start < hit.start]
            if any(h.kind in ("pronoun", "people_anaphor") for h in inner):
                return 1.5
            if any(h.kind == "relative" and h.start - said.end <= 5 for h in inner):
                return 0.0 if _speaks_of_self(reading, hit, said.end) else 2.4
    return 0.0


def _speaks_of_self(reading: Reading, hit: Hit, low: int) -> bool:
    """Whether what is said lacks a subject of its own, which is then the speaker: "X anunció que deja Borealis"."""
    trigger: Trigger = hit.payload
    if not reading.drops_subject or trigger.noun or (frames()[trigger.event].is_agent and not is_passive(reading, hit)):
        return False
    sentence = reading.sentence
    return not any(low <= m.start < hit.start and not m.mark for m in sentence.mentions) and not any(
        low <= h.start and h.end <= hit.start for h in sentence.of_kinds(SUBJECTS)
    )


def aside_penalty(reading: Reading, hit: Hit, mention: Mention) -> float:
    """A verb inside an aside tells of the name that the aside describes, or of one inside it."""
    for start, end in reading.asides:
        if start < hit.start < end:
            return 0.0 if mention.end == start or start <= mention.start < end else 0.8
    return _OF_EMPLOYER if _describes_employer(reading, hit, mention) else 0.0


_OF_EMPLOYER = 2.0


def _describes_employer(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a clause about the employer before it names somebody: "at Borealis, where she met | Ada, she left"."""
    sentence = reading.sentence
    surface = sentence.tokens.surface
    for where in sentence.of_kinds(("where", "relative")):
        comma = where.start - 1
        if not where.end <= mention.start or comma < 1 or surface[comma] not in ",،":
            continue
        if not any(m.kind == "org" and m.end == comma for m in sentence.mentions):
            continue
        end = next((index for index in range(where.end, len(surface)) if surface[index] in ",،;"), len(surface))
        if mention.start < end <= hit.start:
            return True
    return False


def is_replaced(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether somebody is only the one whom another follows: "X succeeds Y, takes over as chief"."""
    if any(mention.end <= h.start < hit.start for h in reading.sentence.of_kind("relative")):
        return False  # "succeeds Y, who stays on"
    return mention.end <= hit.start and any(
        other is not hit and other.payload.event == "replace" and 0 <= mention.start - other.end <= 1
        for other in reading.triggers
    )


def leads_to_other(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether the preposition that a trigger asks for leads to others: "the chair, which A left, goes | to B"."""
    marks = hit.payload.marks
    if not any(slot == "person" for _, slot in marks) or (mention.mark_word, "person") in marks:
        return False
    if (reading.sentence.tokens.folded[mention.start - 1], "person") in marks:
        return False
    return any(
        m.kind == "person" and m.start >= hit.end and (m.mark_word, "person") in marks
        for m in reading.sentence.mentions
    )


def leads_to_thing(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether the preposition that ends a trigger leads to nobody: "gives way to | a new era, Ada Moreno said"."""
    sentence = reading.sentence
    if mention.mark in ("toward", "by") or not reading.cased:
        return False
    words = {word for word, slot in hit.payload.marks if slot == "person"}
    if hit.payload.then and words:  # "handed over the papers to the court, Ada Moreno said"
        folded, begin = sentence.tokens.folded, described_from(reading, mention)
        leads = {mention.mark_word, folded[begin - 1], folded[begin], folded[mention.start - 1]}
        return leads.isdisjoint(words)
    if not any(
        h.kind == "mark" and h.payload in ("toward", "by") and h.start >= hit.start for h in sentence.ending(hit.end)
    ):
        return False
    near = range(hit.end, hit.end + _TO_OBJECT + 1)
    return described_from(reading, mention) not in near and not any(
        h.start in near and h.payload.part == "head" for h in sentence.of_kind("role")
    )


_TO_OBJECT = 3  # words before whoever a preposition leads to, or before their post


def is_passed_over(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether the relative clause of a trigger follows another name: "A, lately of X, and B, | who comes from Y"."""
    return any(
        m.kind == "person" and m.entity is not None and mention.end <= m.start and m.end <= hit.start
        and m.entity is not mention.entity and len(chain_for(reading, hit, m)) == 1
        and not any(m.end < t.end <= hit.start for t in reading.triggers if t is not hit)
        for m in reading.sentence.mentions
    )  # fmt: skip
