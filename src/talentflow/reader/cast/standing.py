"""How well each person of a sentence stands as the one whom a trigger moves."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.cast.asides import skipping_asides
from talentflow.reader.cast.behind_verbs import (
    does_itself,
    follows_fronted,
    follows_time,
    is_among,
    is_cleft,
    is_fronted_participle,
    is_included,
    is_inverted,
    is_only_placed,
    is_subject_of_relative,
    lists_subjects,
)
from talentflow.reader.cast.beside_it import (
    aside_penalty,
    is_beside_it,
    is_passed_over,
    is_replaced,
    leads_to_other,
    leads_to_thing,
    owns_firm,
    speaking,
)
from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.embodied import stands_for_unnamed
from talentflow.reader.cast.head_final import mover_score
from talentflow.reader.cast.passives import is_done_by, is_own_doer
from talentflow.reader.cast.scene import Reading, gap_of
from talentflow.reader.cast.subjects import (
    acts_on_crowd,
    announces_own,
    described_from,
    follows_first,
    goes_on,
    has_common_subject,
    is_object_before,
    keeps_subject,
    phrase_start,
    rivals_of,
    shares_subject,
)  # fmt: skip
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame, frames

_EMBODYING = 2.6
_GONE = 3.0  # what counts against whoever goes as the one for whom a new head is found
_EMBODIED = ("leave", "join", "shift", "follow", "appoint")
_MOST_PASSED = 4  # words between a leading verb and the first person after it that count against them
_FAR_SUBJECT = 14  # words between a verb and the subject after it, where places and posts come first
_PAST_VERB = 2.0  # what counts against whoever comes after the verb that ends its clause
_PAST_SUBJECT = 3.0  # the same for whoever follows a verb that has its subject before it
_INVERTED = 2.2  # how well whoever follows a verb stands as its subject that nobody goes before
_FARTHER = 0.6  # what it costs that a relative clause stands nearer to another name
_NOT_MEANT = 4.0  # what it costs that the preposition of a trigger leads to another name, or to nobody
_OWNER = 4.0  # what it costs to be named only as whose firm it is
_RESUMED = 2  # words that a subject seems away whose verb follows a long description


def person_standing(reading: Reading, frame: Frame, hit: Hit, mention: Mention, passive: bool) -> float:
    """The better, the likelier the person moves: by preposition, order and distance, and by what stands between."""
    trigger: Trigger = hit.payload
    is_led = not reading.cased and reading.verb_first  # the verb leads its clause, subject and object follow
    begin = phrase_start(reading, mention) if is_led and mention.start >= hit.end else mention.start
    distance, low, high, is_left = gap_of(max(begin, hit.end) if mention.start >= hit.end else begin, mention.end, hit)
    is_first = is_led and not is_left and follows_first(reading, hit, mention, begin)
    is_marked = bool(mention.mark)
    if not is_left and reading.verb_first and reading.cased:  # "fue despedido | el ministro de Salud, Ada Moreno"
        begin = described_from(reading, mention)
        is_marked = is_marked and mention.mark_at < begin
        near = max(begin, hit.end) - hit.end
    else:
        near = distance
    score = 0.0
    head_final = reading.lexicon.language.head_final
    if head_final:
        score = mover_score(reading, frame, hit, mention, passive=passive)
    elif trigger.object == "pronoun":
        # The mover is the pronoun: named before with a mark of its own ("a Ada la fichó"), or not in the clause at all.
        score = (2.6 if mention.mark == "toward" else 0.8) if is_left else -1.5
    elif trigger.person:
        score = 2.6 if (trigger.person == "left") == is_left else -0.5
    elif trigger.object == "person" or frame.person_after:
        score = 2.6 if not is_left else -1.5
    elif trigger.noun:
        is_own = is_left and announces_own(reading, hit, mention)
        score = 2.4 if is_own else _noun_score(reading, hit, mention, distance, is_left=is_left)
    elif frame.is_agent:
        if passive and reading.drops_subject and not is_left and near <= 2 and not is_marked:
            score = 2.7  # "fue nombrada Ada Moreno"
        else:
            score = (2.8 if is_left else 0.2) if passive else (2.4 if not is_left else 0.9)
            if is_left and not passive and acts_on_crowd(reading, hit):
                score = -1.5
            if is_led and not is_left and not passive and _acts_on_next(reading, hit, mention):
                score = -1.5
    elif reading.verb_first:
        is_next = (
            not is_left
            and (distance <= _FAR_SUBJECT or is_first)
            and not any(mark in ",،;:" for mark in reading.sentence.tokens.surface[low : low + near])
            and (near <= 3 or is_first or (not is_marked and is_only_placed(reading, low, low + near)))
            and not (reading.cased and reading.sentence.closes(max(begin, hit.end), ("and",)))
        ) or (not is_left and follows_fronted(reading, frame, hit, mention))
        score = 2.2 if is_next else 1.8 if is_left else 0.6
    elif not reading.cased and not is_left and follows_time(reading, hit, mention):
        score = _BEHIND_TIME
    else:
        is_subject = is_inverted(reading, hit, mention, low, high) or follows_fronted(reading, frame, hit, mention)
        score = 2.4 if is_left else _INVERTED if is_subject else -0.6
    if hit.is_fronted and mention.start > hit.verb_at:
        score -= _PAST_VERB
    if not is_left and reading.lexicon.language.verb_last and not frame.is_agent and _has_forefield(reading, hit):
        score -= _PAST_SUBJECT
    if passive and frame.yields == "found" and not head_final:
        is_doer = is_own_doer(mention, hit) or (
            not is_left and (mention.mark == "by" or is_done_by(reading.sentence, hit, mention))
        )
        score = 2.8 if is_doer else -1.5  # "Quanta was founded in 2015 by A and B"
    if _follows_relative(reading, hit) and not frame.person_after and not (passive and frame.yields == "found"):
        is_subject = not is_left and is_subject_of_relative(reading, frame, hit, mention)
        score = max(score, _INVERTED) if is_subject else score + 1.2 if is_left else score - 2.0
        if is_left and is_passed_over(reading, hit, mention):
            score -= _FARTHER
    if mention.owner and not trigger.noun and not head_final:
        score -= 2.5
    if hit.prefix and not trigger.noun and not frame.is_agent and reading.verb_first:
        score += 0.6 if is_left else -0.8  # "to join": whoever did the first thing
    marked = mention if mention.mark or head_final else _head_of_breath(reading, mention)
    if marked.mark in _MARKS_OF_OTHERS and not mention.is_anaphor and not head_final:
        inside = hit.start <= marked.mark_at < hit.end
        personal = frame.is_agent and marked.mark == "toward"
        personal = personal or (marked.mark_word, "person") in trigger.marks
        if inside and marked.mark in ("toward", "of") and frame.name == "replace":
            score -= 5.0  # "sustituye a X", "en lugar de X": X is the one who goes
        elif inside and marked.mark == "at" and frame.name in ("replace", "succeeded_by"):
            score -= 5.0  # "folgt auf X", "auf X folgt"
        elif inside and _is_its_object(frame, trigger, marked.mark, personal=personal):
            score -= 5.0  # "parted from X", "se separó de X", "partió de X": whom the verb takes does not move
        elif is_left and not frame.is_agent and is_object_before(reading, hit, marked):
            score -= 3.0  # "parted from X and left": the subject is that of the verb before
        personal = personal or (passive and frame.yields == "found" and marked.mark == "by")
        if not inside and not trigger.noun and not personal and (marked.mark_at >= hit.end or is_left):
            score -= 1.3 if marked.mark != "of" else 0.9
    if frame.yields in _EMBODIED and stands_for_unnamed(reading, hit, mention):
        score = max(score, _EMBODYING)  # "Mit Ada Moreno verliert Borealis eine Gründerin"
    if not is_left and not frame.is_agent and not mention.is_anaphor and owns_firm(reading, mention):
        score -= _OWNER
    if mention.is_anaphor:
        score -= 0.4
    if is_replaced(reading, hit, mention):
        score -= 2.0
    is_founder = passive and frame.yields == "found" and is_done_by(reading.sentence, hit, mention)
    is_behind = frame.person_after and not is_left and not head_final and not is_founder
    if is_behind and (leads_to_other(reading, hit, mention) or leads_to_thing(reading, hit, mention)):
        score -= _NOT_MEANT
    if frame.name == "replace" and reading.cased and _has_object_inside(reading, hit):
        score = _of_inverted(reading, hit, mention, score)
    if frame.yields == "appoint" and frame.name not in ("replace", "succeeded_by") and _is_gone(reading, hit, mention):
        score -= _GONE
    if not head_final and is_beside_it(reading, hit, mention):
        score -= _OWNER
    score -= speaking(reading, hit, mention)
    if mention.end <= hit.start and not frame.is_agent and has_common_subject(reading, hit, mention.end):
        score -= 1.8
    if not is_left and lists_subjects(reading, hit, high) and not does_itself(reading, mention):
        score += 2.2
    others = [m.start for m in reading.sentence.mentions if m.kind == "person" and m is not mention]
    seen = skipping_asides(reading, low, high)
    if is_left and _is_resumed(reading, hit, mention):
        seen = frozenset(range(low, min(low + _RESUMED, high)))
    crossed = sum(t.start in seen for t in reading.triggers if t is not hit)
    if not is_left and is_included(reading, mention):
        return max(score, 2.0) - 0.02 * distance - 0.5 * crossed
    if not is_left and (is_cleft(reading, hit, mention) or is_among(reading, hit, mention)):
        return _CLEFT
    if not is_left and is_fronted_participle(reading, hit, mention):
        return _CLEFT
    if head_final and score > 0 and _is_subject_of_all(reading, frame, hit, mention):
        return score - 0.02 * min(distance, _MOST_REACHED) - 0.1 * min(crossed, _MOST_CROSSED)
    # Where a verb needs no subject of its own, the subject of the first verb of a chain stays that of the next ones.
    may_carry = mention.mark == "subject" if head_final else not reading.cased
    may_carry = may_carry or _hangs_on(reading, hit)
    rivals = others
    is_own = not frame.is_agent or passive
    if is_left and is_own and not mention.mark and shares_subject(reading, hit, mention):
        may_carry, rivals = True, rivals_of(reading, mention)
    is_kept = is_left and not frame.is_agent and keeps_subject(reading, hit, mention)
    is_kept = is_kept or (is_left and is_own and goes_on(reading, hit, mention))
    if is_kept:
        may_carry, rivals = True, rivals_of(reading, mention)
    is_carried = may_carry and is_left and not trigger.noun and not any(o in seen for o in rivals)
    is_kept = is_kept and is_carried
    steps = min(distance, len(seen), _MOST_PASSED if is_first or is_kept else distance)
    score -= (0.05 if is_carried else 0.09) * steps
    score -= (0.35 if is_carried else 0.9) * crossed
    score -= (0.1 if is_kept else 0.35) * sum(place in seen for place in reading.breaks)
    score -= 0.25 * sum(place in seen for place in others)
    return score - aside_penalty(reading, hit, mention)


_BEHIND_TIME = 2.2


def _is_subject_of_all(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> bool:
    """Whether a particle makes somebody the subject of all clauses up to a verb, or behind one that a name must follow.

    "Ada-TOPIC led Borealis, founded Quanta and ... joined Volaero"; "the successor-TOPIC Borealis's ... Ada-SUBJECT".
    """
    if mention.mark != "subject" or hit.payload.noun or (mention.start >= hit.end and not frame.person_after):
        return False
    low, high = (mention.end, hit.start) if mention.end <= hit.start else (hit.end, mention.start)
    return not any(
        m.kind == "person" and m is not mention and m.mark == "subject" and low <= m.start < high
        for m in reading.sentence.mentions
    )


_CLEFT = 2.2
_MOST_REACHED = 15  # words of a sentence over which the reach of a particle gets weaker
_MOST_CROSSED = 4


_MARKS_OF_OTHERS = ("by", "with", "away", "toward", "as", "of", "at")


def _head_of_breath(reading: Reading, mention: Mention) -> Mention:
    """The first of those named in one breath on this side, whose preposition is that of all: "with A and B"."""
    if mention.is_anaphor or mention.entity is None:
        return mention
    return chain_of(reading, mention)[0]


def _is_its_object(frame: Frame, trigger: Trigger, mark: str, *, personal: bool) -> bool:
    """Whether the preposition with which a verb ends leads to somebody who is its object and does not do it."""
    if personal or trigger.noun or trigger.person or trigger.object or frame.is_agent or frame.person_after:
        return False
    return frame.yields in ("leave", "join", "shift") and mark in ("away", "of", "with", "toward", "at")


def _hangs_on(reading: Reading, hit: Hit) -> bool:
    """Whether a preposition leads to a verb, which shares the subject of the one before: "after leaving Borealis"."""
    sentence = reading.sentence
    if not sentence.tokens.surface[hit.start][0].islower():
        return False
    return any(
        other.kind == "break" or (other.kind == "mark" and other.payload != "toward")
        for other in sentence.ending(hit.start)
    )


def _has_forefield(reading: Reading, hit: Hit) -> bool:
    """Whether a person stands as the subject right before a verb that comes second: "Moreno löst Berg ab"."""
    sentence = reading.sentence
    begin = hit.start
    for start, end in reading.asides:
        if end == begin:
            begin = start
    return not hit.payload.noun and any(
        m.kind == "person"
        and m.end == begin
        and not m.mark
        and not m.owner
        and sentence.tokens.folded[m.start] not in reading.lexicon.object_pronouns
        for m in sentence.mentions
    )


def _noun_score(reading: Reading, hit: Hit, mention: Mention, distance: int, *, is_left: bool) -> float:
    """How well a person stands as the mover of a noun ("departure"): its owner, or what follows it."""
    if is_left:
        if (mention.owner and distance <= 3) or (mention.is_anaphor and distance <= 1):
            return 2.8
        # "his departure", "for joining": the mover has been named before.
        if hit.suffix:  # "founded it with B and C, a month after | his departure": A's
            return 0.6 if is_of_one(reading, hit) and _only_comes_along(reading, mention) else 2.4
        return 1.6 if hit.prefix and reading.verb_first else 0.4
    if hit.suffix and reading.verb_first:
        return -0.4
    is_near = distance <= 2 or described_from(reading, mention) <= hit.end  # "two new | outside directors, Ada Moreno"
    return 2.8 if is_near or mention.mark in ("of", "by") else 1.0


def _only_comes_along(reading: Reading, mention: Mention) -> bool:
    """Whether somebody is named behind others, or behind whom "with" leads to: "with B | and C"."""
    if mention.mark == "with" or chain_of(reading, mention)[0] is not mention:
        return True
    return any(
        m.kind == "person" and m.mark == "with" and 0 <= mention.start - m.end <= 1 for m in reading.sentence.mentions
    )


def _acts_on_next(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether somebody else is named right behind who stands right behind a verb: "عينت | الخالدي | يوسف بركات"."""
    if mention.start - hit.end > 1:
        return False
    following = next((m for m in reading.sentence.mentions if m.kind == "person" and m.start == mention.end), None)
    return following is not None and following.entity is not mention.entity and len(chain_of(reading, mention)) == 1


def is_of_one(reading: Reading, hit: Hit) -> bool:
    """Whether the pronoun written onto a noun is one person's: that has one letter, or is that of a company too."""
    return len(hit.suffix) == 1 or (bool(hit.suffix) and hit.suffix == reading.lexicon.language.of_company)


def _is_gone(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a noun tells that somebody goes for whom another comes: "after X's departure, a new head is sought"."""
    if mention.is_anaphor:
        return False
    marked = _head_of_breath(reading, mention)
    return any(
        other is not hit
        and other.payload.noun
        and frames()[other.payload.event].yields == "leave"
        and ((marked.mark == "of" and marked.mark_at == other.end) or marked.start == other.end)
        for other in reading.triggers
    )


def _follows_relative(reading: Reading, hit: Hit) -> bool:
    return any(
        (0 <= hit.start - h.end <= 3 or (hit.is_fronted and h.start == hit.start))
        and not _is_complementizer(reading.sentence, h)
        for h in reading.sentence.of_kind("relative")
    )


def _is_resumed(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a sentence opens with a name and a comma closes its description right before the verb: "A, ..., left"."""
    surface = reading.sentence.tokens.surface
    if hit.payload.noun or mention.end >= hit.start or surface[mention.end] != "," or surface[hit.start - 1] != ",":
        return False
    if mention.end + 1 >= hit.start or phrase_start(reading, mention) > 0:
        return False
    return not any(
        m.kind == "person" and not m.mark and mention.end <= m.start < hit.start for m in reading.sentence.mentions
    ) and not any(place > mention.end and place < hit.start and surface[place] in ";:" for place in reading.breaks)


def _has_object_inside(reading: Reading, hit: Hit) -> bool:
    """Whether a pronoun inside the words is whom somebody replaces: "le remplace", "lui succède"."""
    return hit.end - hit.start > 1 and reading.sentence.tokens.folded[hit.start] in reading.lexicon.object_pronouns


def _of_inverted(reading: Reading, hit: Hit, mention: Mention, score: float) -> float:
    """How well somebody stands who may be the subject behind a verb with its object: "où le remplace | Ada Moreau"."""
    people = [m for m in reading.sentence.mentions if m.kind == "person" and not m.mark]
    if not any(m.start == hit.end for m in people) or any(0 <= hit.start - m.end <= 1 for m in people):
        return score
    return _EMBODYING if mention.start == hit.end else score - _PAST_SUBJECT


def _is_complementizer(sentence: Sentence, hit: Hit) -> bool:
    """Whether what may be a relative opens a clause of its own: "it emerged that A left", "se supo que A se va"."""
    if hit.start == 0 or not sentence.opens(hit.start, ("complementizer",)):
        return False
    before = hit.start - 1
    if sentence.tokens.surface[before] in ",،(—–":
        return False
    described = ("role", "company", "person_noun", "title", "unnamed", "company_anaphor", "people_anaphor", "org_word")
    return not any(m.start <= before < m.end for m in sentence.mentions) and not any(
        h.kind in described and h.start <= before < h.end for h in sentence.hits
    )
