"""How well each person of a sentence stands as the one whom a trigger moves."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.asides import skipping_asides
from talentflow.reader.chains import chain_for, chain_of
from talentflow.reader.embodied import stands_for_unnamed
from talentflow.reader.events import Frame, frames
from talentflow.reader.head_final import mover_score
from talentflow.reader.page import Mention, Sentence
from talentflow.reader.passives import is_done_by, is_own_doer, is_passive
from talentflow.reader.phrases import Hit
from talentflow.reader.scene import Reading, between, gap_of
from talentflow.reader.subjects import (
    acts_on_crowd,
    announces_own,
    described_from,
    follows_first,
    goes_on,
    is_object_before,
    keeps_subject,
    phrase_start,
    rivals_of,
    shares_subject,
)  # fmt: skip

_EMBODYING = 2.6
_GONE = 3.0  # what counts against whoever goes as the one for whom a new head is found
_EMBODIED = ("leave", "join", "shift", "follow", "appoint")
_MOST_PASSED = 4  # words between a leading verb and the first person after it that count against them
_FAR_SUBJECT = 14  # words between a verb and the subject after it, where places and posts come first
_PLACES = (
    "mark", "determiner", "role", "month", "company", "place", "title", "acting", "new", "current", "since", "reason",
    "relative_time", "weekday", "also",
)  # fmt: skip
_PAST_VERB = 2.0  # what counts against whoever comes after the verb that ends its clause
_PAST_SUBJECT = 3.0  # the same for whoever follows a verb that has its subject before it
_INVERTED = 2.2  # how well whoever follows a verb stands as its subject that nobody goes before
_FARTHER = 0.6  # what it costs that a relative clause stands nearer to another name
_NOT_MEANT = 4.0  # what it costs that the preposition of a trigger leads to another name, or to nobody
_OWNER = 4.0  # what it costs to be named only as whose firm it is
_LEADING_WORDS = 2
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
            and (near <= 3 or is_first or (not is_marked and _is_only_placed(reading, low, low + near)))
            and not (reading.cased and reading.sentence.closes(max(begin, hit.end), ("and",)))
        ) or (not is_left and _follows_fronted(reading, frame, hit, mention))
        score = 2.2 if is_next else 1.8 if is_left else 0.6
    elif not reading.cased and not is_left and _follows_time(reading, hit, mention):
        score = _BEHIND_TIME
    else:
        is_subject = _is_inverted(reading, hit, mention, low, high) or _follows_fronted(reading, frame, hit, mention)
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
        is_subject = not is_left and _is_subject_of_relative(reading, frame, hit, mention)
        score = max(score, _INVERTED) if is_subject else score + 1.2 if is_left else score - 2.0
        if is_left and _is_passed_over(reading, hit, mention):
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
    if not is_left and not frame.is_agent and not mention.is_anaphor and _owns_firm(reading, mention):
        score -= _OWNER
    if mention.is_anaphor:
        score -= 0.4
    if _is_replaced(reading, hit, mention):
        score -= 2.0
    is_founder = passive and frame.yields == "found" and is_done_by(reading.sentence, hit, mention)
    is_behind = frame.person_after and not is_left and not head_final and not is_founder
    if is_behind and (_leads_to_other(reading, hit, mention) or _leads_to_thing(reading, hit, mention)):
        score -= _NOT_MEANT
    if frame.name == "replace" and reading.cased and _has_object_inside(reading, hit):
        score = _of_inverted(reading, hit, mention, score)
    if frame.yields == "appoint" and frame.name not in ("replace", "succeeded_by") and _is_gone(reading, hit, mention):
        score -= _GONE
    if not head_final and _is_beside_it(reading, hit, mention):
        score -= _OWNER
    score -= _speaking(reading, hit, mention)
    if mention.end <= hit.start and not frame.is_agent and _has_common_subject(reading, hit, mention.end):
        score -= 1.8
    if not is_left and _lists_subjects(reading, hit, high) and not _does_itself(reading, mention):
        score += 2.2
    others = [m.start for m in reading.sentence.mentions if m.kind == "person" and m is not mention]
    seen = skipping_asides(reading, low, high)
    if is_left and _is_resumed(reading, hit, mention):
        seen = frozenset(range(low, min(low + _RESUMED, high)))
    crossed = sum(t.start in seen for t in reading.triggers if t is not hit)
    if not is_left and _is_included(reading, mention):
        return max(score, 2.0) - 0.02 * distance - 0.5 * crossed
    if not is_left and (_is_cleft(reading, hit, mention) or _is_among(reading, hit, mention)):
        return _CLEFT
    if not is_left and _is_fronted_participle(reading, hit, mention):
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
    return score - _aside_penalty(reading, hit, mention)


def _follows_time(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb only says when, before the subject that it shares with the next: "加入谷歌前, | 她在苹果任职"."""
    sentence = reading.sentence
    surface = sentence.tokens.surface
    ends = [h.end for h in sentence.of_kind("break") if hit.end < h.end < mention.start and surface[h.end] == ","]
    if not ends or mention.start - ends[0] > _TO_SUBJECT or hit.payload.noun:
        return False
    if any(m.kind == "person" and m is not mention and m.start < mention.start for m in sentence.mentions):
        return False
    return not any(hit.end <= other.start < mention.start for other in reading.triggers)


_TO_SUBJECT = 4  # words from a comma to the subject behind it
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


def _is_cleft(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a particle makes a clause of a verb and what is told behind it says who did it: "离开|的|还有 Ada"."""
    sentence = reading.sentence
    if reading.cased or reading.lexicon.language.head_final or hit.payload.noun:
        return False
    link = next((h for h in sentence.of_kind("post_link") if h.start >= hit.end), None)
    if link is None or link.end > mention.start or not sentence.opens(link.end, _NAMING):
        return False
    verbs = [t for t in reading.triggers if t is not hit and frames()[t.payload.event].yields != "work"]
    if between([t.start for t in verbs], hit.end, mention.start) or between(reading.breaks, hit.end, link.start):
        return False
    others = [m for m in sentence.mentions if hit.end <= m.start < link.start]
    return all(m.kind == "org" for m in others) and link.start - hit.end <= _LONGEST_OBJECT


def _is_among(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb tells of several, of whom one is named behind: "Among those who left Borealis is | Ada"."""
    sentence = reading.sentence
    if hit.payload.noun or reading.lexicon.language.head_final or not reading.cased:
        return False
    begin = phrase_start(reading, mention)
    if not sentence.closes(begin, ("copula", "including")):
        return False
    opening = [h for h in sentence.of_kinds(("relative", "relative_article")) if h.start <= _AMONG_WITHIN]
    opening = [h for h in opening if h.start > 0 and h.end <= hit.start]
    low = min((h.start for h in opening), default=hit.start)
    return low < hit.start and not any(
        m.kind == "person" and m.entity is not None and m.start < begin for m in sentence.mentions
    )


def _is_fronted_participle(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a participle leads its sentence and tells of the subject: "Sacked in May by the board, | Ada"."""
    sentence = reading.sentence
    if not hit.payload.passive and not is_passive(reading, hit):
        return False
    if hit.start > 1 or hit.payload.noun or reading.lexicon.language.head_final or not reading.cased:
        return False
    begin = phrase_start(reading, mention)
    surface = sentence.tokens.surface
    if surface[begin - 1] != "," or any(m.kind == "person" and m.start < begin for m in sentence.mentions):
        return False
    return not any(hit.end <= other.start < begin for other in reading.triggers) and "," not in surface[: begin - 1]


_AMONG_WITHIN = 4  # words before the relative of "among those who"
_NAMING = ("copula", "including", "and")
_LONGEST_OBJECT = 6  # words of what a verb takes before the particle
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


def _is_inverted(reading: Reading, hit: Hit, mention: Mention, low: int, high: int) -> bool:
    """Whether a verb leads its sentence and its subject follows where it mostly goes before: "Saem | o diretor, X"."""
    sentence = reading.sentence
    if not reading.drops_subject or mention.mark or any(m.end <= hit.start and not m.mark for m in sentence.mentions):
        return False
    if any(h.end <= hit.start for h in sentence.of_kinds(_SUBJECTS)):
        return False
    marks = [i for i in range(low, high) if sentence.tokens.surface[i] == "," and sentence.closes(i, ("role",))]
    parts = zip([low, *[mark + 1 for mark in marks]], [*marks, high], strict=True)
    return all(_is_only_placed(reading, start, end) for start, end in parts)


def _follows_fronted(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> bool:
    """Whether words of working lead a sentence and their subject follows its comma: "After a year at X, | Ada left"."""
    sentence = reading.sentence
    if frame.yields != "work" or hit.start > _LEADING_WORDS or not _is_led_in(sentence, hit):
        return False
    begin = phrase_start(reading, mention)
    people = (m for m in sentence.mentions if m.kind == "person" and m.start < begin)
    return begin > hit.end and sentence.tokens.surface[begin - 1] == "," and not any(people)


def _is_led_in(sentence: Sentence, hit: Hit) -> bool:
    """Whether words of working open the sentence, or a conjunction that they hold or follow: "after | having led"."""
    leads = hit.start == 0 or sentence.opens(hit.start, ("break",))
    return leads or any(one.kind == "break" and one.end >= hit.start for one in sentence.by_start.get(0, ()))


def _owns_firm(reading: Reading, mention: Mention) -> bool:
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


def _is_beside_it(reading: Reading, hit: Hit, mention: Mention) -> bool:
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


def _is_only_placed(reading: Reading, low: int, high: int) -> bool:
    """Whether only a place, a post or a time stands in a stretch: "asumió | en Borealis | Tomás Berg"."""
    sentence = reading.sentence
    placed = sentence.covered_by(*_PLACES)
    placed.update(i for m in sentence.mentions if m.kind == "org" for i in range(m.start, m.end))
    return all(index in placed or sentence.tokens.surface[index].isdigit() for index in range(low, high))


def _speaking(reading: Reading, hit: Hit, mention: Mention) -> float:
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
        low <= h.start and h.end <= hit.start for h in sentence.of_kinds(_SUBJECTS)
    )


_SUBJECTS = ("person_noun", "product_noun", "role", "company", "unnamed", "people_anaphor", "pronoun")


def _has_common_subject(reading: Reading, hit: Hit, low: int) -> bool:
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


def _does_itself(reading: Reading, mention: Mention) -> bool:
    """Whether the names that a mention is listed with have a verb of their own: "two went: A and B | are new here"."""
    end = chain_of(reading, mention)[-1].end
    return reading.cased and (
        reading.sentence.opens(end, ("copula",))
        or any(t.start == end and not t.payload.noun and not t.payload.passive for t in reading.triggers)
    )


def _lists_subjects(reading: Reading, hit: Hit, start: int) -> bool:
    """Whether names after a colon spell out who the subject is: "Two engineers walked out: A and B"."""
    surface = reading.sentence.tokens.surface
    if ":" not in surface[hit.end : start] and not _are_counted(reading, hit, start):
        return False
    before = [h for h in reading.sentence.hits if h.end <= hit.start and h.kind in ("person_noun", "number", "unnamed")]
    return bool(before) and not any(m.kind == "person" and m.end <= hit.start for m in reading.sentence.mentions)


def _are_counted(reading: Reading, hit: Hit, start: int) -> bool:
    """Whether as many names follow a comma as a number before the verb counts: "Two of them launched it, A and B"."""
    sentence = reading.sentence
    first = next((m for m in sentence.mentions if m.kind == "person" and not m.is_anaphor and m.start >= start), None)
    if first is None or sentence.tokens.surface[start - 1] not in ",،" or first.start != start:
        return False
    counts = [int(h.payload) for h in sentence.of_kind("number") if h.end <= hit.start and h.start <= _NUMBER_AT]
    return len(chain_of(reading, first)) in counts


_NUMBER_AT = 3  # words before a number that is the subject


def _aside_penalty(reading: Reading, hit: Hit, mention: Mention) -> float:
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


def _is_included(reading: Reading, mention: Mention) -> bool:
    """Whether words such as "among them" lead to a name, or to the list that it heads or is in."""
    leads = reading.sentence.of_kind("including")
    if not leads:
        return False
    chain = chain_of(reading, mention)
    start = min(member.start for member in chain)
    surface = reading.sentence.tokens.surface
    kinds = ("role", "title", "determiner", "person_noun")
    passed = {i for hit in reading.sentence.hits if hit.kind in kinds for i in range(hit.start, hit.end)}
    return any(
        0 <= start - hit.end <= 6 and all(i in passed or not surface[i][0].isalpha() for i in range(hit.end, start))
        for hit in leads
    )


def _is_replaced(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether somebody is only the one whom another follows: "X succeeds Y, takes over as chief"."""
    if any(mention.end <= h.start < hit.start for h in reading.sentence.of_kind("relative")):
        return False  # "succeeds Y, who stays on"
    return mention.end <= hit.start and any(
        other is not hit and other.payload.event == "replace" and 0 <= mention.start - other.end <= 1
        for other in reading.triggers
    )


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


def _is_subject_of_relative(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> bool:
    """Whether a relative clause about a post has its subject right behind its verb: "el sillón que deja | Ada Ruiz"."""
    sentence = reading.sentence
    if not reading.cased or frame.yields != "leave" or frame.is_agent or mention.mark or mention.owner:
        return False
    if mention.start - hit.end > 1 or any(m.kind == "person" and m.end <= hit.start for m in sentence.mentions):
        return False
    relative = max((h.start for h in sentence.of_kind("relative") if h.end <= hit.start), default=0)
    return any(post.end <= relative for post in reading.posts) or any(
        noun.end <= relative for noun in sentence.of_kind("post_noun")
    )


def _has_object_inside(reading: Reading, hit: Hit) -> bool:
    """Whether a pronoun inside the words is whom somebody replaces: "le remplace", "lui succède"."""
    return hit.end - hit.start > 1 and reading.sentence.tokens.folded[hit.start] in reading.lexicon.object_pronouns


def _of_inverted(reading: Reading, hit: Hit, mention: Mention, score: float) -> float:
    """How well somebody stands who may be the subject behind a verb with its object: "où le remplace | Ada Moreau"."""
    people = [m for m in reading.sentence.mentions if m.kind == "person" and not m.mark]
    if not any(m.start == hit.end for m in people) or any(0 <= hit.start - m.end <= 1 for m in people):
        return score
    return _EMBODYING if mention.start == hit.end else score - _PAST_SUBJECT


def _leads_to_other(reading: Reading, hit: Hit, mention: Mention) -> bool:
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


def _leads_to_thing(reading: Reading, hit: Hit, mention: Mention) -> bool:
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


def _is_passed_over(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether the relative clause of a trigger follows another name: "A, lately of X, and B, | who comes from Y"."""
    return any(
        m.kind == "person" and m.entity is not None and mention.end <= m.start and m.end <= hit.start
        and m.entity is not mention.entity and len(chain_for(reading, hit, m)) == 1
        and not any(m.end < t.end <= hit.start for t in reading.triggers if t is not hit)
        for m in reading.sentence.mentions
    )  # fmt: skip


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
