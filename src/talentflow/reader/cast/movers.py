"""Which person moves: the likeliest of a sentence, whoever moves along, and whom the sentence leaves unsaid."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.cast.chains import chain_for, chain_of, opens_clause
from talentflow.reader.cast.companions import companions_of, with_companions
from talentflow.reader.cast.head_final import is_of_crowd, lacks_object, sharing_verb
from talentflow.reader.cast.passives import is_passive
from talentflow.reader.cast.pointing import counts_pair, people_meant, summed_up
from talentflow.reader.cast.relative_clauses import described
from talentflow.reader.cast.replaced import is_replaced_before
from talentflow.reader.cast.scene import Event, Reading, between
from talentflow.reader.cast.standing import is_of_one, person_standing
from talentflow.reader.cast.subjects import has_crowd
from talentflow.reader.cast.taken import taken
from talentflow.reader.cast.told_behind import tells_of_noun, told_of
from talentflow.reader.cast.unnamed_holders import has_other_holder
from talentflow.reader.cast.unnamed_sources import is_of_unnamed
from talentflow.reader.words.page import Entity, Mention
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.statements import of_own_statement
from talentflow.reader.words.trigger_frames import Frame, frames

_PERSON_FIT = -1.2
_FAR_BEHIND = 1.8  # a mover placed so much worse than the best is no rival
_MAIN = 0.1  # how well the person whom the article is about stands where nobody is named
_CARRIED = 0.3  # what a mover loses on the way from one verb to the next
_ALSO_REACH = 2  # words from a verb to "also"
_PURPOSE_REACH = 16  # words from a verb to what is done by it
_THAT_OF = 3  # words between a noun and "of" in "and that of"
_DESCRIBED = 0.9
_DESCRIBED_BEFORE = 2.6  # how well a name stands that the words behind it tell of
_PASSED_OVER = 3.0  # what it costs the others
_TAKEN = 2.2  # how well whoever is meant by the object of a verb stands
_NEAR_START = 4  # words of a sentence before the post that is its subject
_PARTNERS = 2.6  # how well those stand whom "with whom" joins to a subject
_CLAUSE_REACH = 10  # words from "with whom" to its verb
_RELATIVES = ("relative", "relative_article")
_WITH_SUCCESSOR = ("replace", "succeeded_by")
_IN_COMPANY = ("leave", "join", "found", "shift")


def likely_movers(reading: Reading, frame: Frame, hit: Hit, passive: bool) -> list[tuple[float, list[Entity], bool]]:
    """The likeliest movers, at most two readings: each with its score and whether it is only pointed back to."""
    leading = _leading(reading, frame, hit)
    if leading is not None:
        first = frames()[leading.payload.event]
        told = likely_movers(reading, first, leading, first.is_agent and is_passive(reading, leading))
        if told:
            return [(score - _CARRIED, members, is_inferred) for score, members, is_inferred in told]
    if tells_of_noun(reading, hit):
        return []
    if (not frame.is_agent or passive) and is_of_unnamed(reading, hit):
        return []
    partners = _with_whom(reading, hit) if frame.yields in _IN_COMPANY and not frame.is_agent else []
    if partners:
        return [(_PARTNERS, partners, False)]
    objects = taken(reading, frame, hit)
    if objects is not None:
        return [(_TAKEN, objects, False)] if objects else []
    scored: list[tuple[float, Mention]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "person" or (mention.start < hit.end and mention.end > hit.start):
            continue
        if mention.entity is None and not people_meant(reading, mention, hit):
            continue
        if _opens_own_clause(reading, hit, mention) or _is_of_clause_before(reading, hit, mention):
            continue
        if is_replaced_before(reading, mention, hit.start):
            continue
        scored.append((person_standing(reading, frame, hit, mention, passive), mention))
    head_final = reading.lexicon.language.head_final
    is_crowd = head_final and is_of_crowd(reading, hit, acts=frame.is_agent and not passive)
    if is_crowd:
        scored = [(score, m) for score, m in scored if m.mark == "subject" or m.start >= hit.end]
    own = told_of(reading, hit)
    if own is not None:  # "succeeds Y (now head of Z)"
        scored = [(max(score, _DESCRIBED_BEFORE) if m is own else score - _PASSED_OVER, m) for score, m in scored]
    only = described(reading, frame, hit, passive=passive)
    if only is not None:
        scored = [(max(score, _DESCRIBED_BEFORE), m) for score, m in scored if m is only]
    scored.sort(key=lambda item: -item[0])
    scored = _of_its_own(reading, hit, _doubled(hit, of_own_statement(reading.sentence, hit, scored)))
    out: list[tuple[float, list[Entity], bool]] = []
    for score, mention in scored:
        if score < _PERSON_FIT or (out and out[0][0] - score > _FAR_BEHIND):
            break
        if mention.entity is None:
            members = people_meant(reading, mention, hit)
        else:
            chain = chain_for(reading, hit, mention)
            if len(chain) > 1 and hit.payload.noun and is_of_one(reading, hit) and mention.end <= hit.start:
                chain = chain[:1]
            if len(chain) == 1 and reading.lexicon.language.head_final and not out:
                chain = [*sharing_verb(reading, hit, mention), mention]
            members = [*_pronoun_before(reading, hit, chain[0]), *(m.entity for m in chain if m.entity is not None)]
        if all(not set(map(id, members)) & set(map(id, known)) for _, known, _ in out):
            is_told = bool(summed_up(reading, mention)) or _counts(reading, mention)
            out.append((score, members, mention.entity is None and not is_told))
    unsaid = not frame.is_agent or passive or (head_final and lacks_object(reading, hit))
    unsaid = unsaid or (_means_pronoun(hit) and reading.drops_subject)  # "denunció que la habían echado"
    unsaid = unsaid and frame.name != "succeeded_by"  # whom "her successor" follows is not who comes
    unsaid = unsaid and not is_crowd and not has_crowd(reading, hit) and not has_other_holder(reading, hit)
    entry = reading.context.entry if unsaid or frame.is_agent else None
    if (
        not out
        and entry is not None
        and not is_crowd
        and not frame.person_after
        and not hit.payload.noun
        and not _has_subject(reading, hit)
    ):
        return [(0.6, [entry[1]], True)]
    if reading.context.salient and unsaid and not hit.payload.noun and (not out or out[0][0] < 0.85):
        subject = reading.context.salient[:1]
        if head_final and frame.is_agent and not passive:
            doers = [m.entity for m in reading.sentence.mentions if m.kind == "person" and m.mark == "subject"]
            subject = [one for one in reading.context.salient if all(one is not doer for doer in doers)][:1]
        if subject and all(subject[0] is not member for _, known, _ in out for member in known):
            is_left_out = reading.drops_subject or head_final
            pointed = 1.2 if hit.payload.object == "pronoun" else 0.3 if is_left_out else -0.6
            if (not out and _is_described(reading, hit)) or _has_fellow(reading, hit):
                pointed = max(pointed, _DESCRIBED)
            out.append((pointed, subject, True))
            out.sort(key=lambda item: -item[0])
    if reading.drops_subject and unsaid and not hit.payload.noun and len(out) < 2 and all(past for _, _, past in out):
        known = [member for _, members, _ in out for member in members]
        known += [m.entity for m in reading.sentence.mentions if m.kind == "person" and m.entity is not None]
        other = next((one for one in _spoken_of(reading) if all(one is not member for member in known)), None)
        if other is not None:
            out.append((_MAIN, [other], True))
            out.sort(key=lambda item: -item[0])
    if frame.yields not in _IN_COMPANY:
        return out[:2]
    out = _with_owner(reading, hit, _with_first(reading, hit, _with_subject(reading, hit, out)))
    return with_companions(reading.sentence, hit, out[:2], is_agent=frame.is_agent and not passive)


def _pronoun_before(reading: Reading, hit: Hit, name: Mention) -> list[Entity]:
    """Whom a pronoun means that "and" joins to a name: "he | and Tom Berg swapped jobs"."""
    joint = next((h for h in reading.sentence.ending(name.start) if h.kind == "and"), None)
    if joint is None or not reading.cased:
        return []
    before = next((m for m in reading.sentence.mentions if m.kind == "person" and m.end == joint.start), None)
    if before is None or before.mark_word != "pronoun" or before.mark:
        return []
    return [entity for entity in people_meant(reading, before, hit) if entity is not name.entity]


def _means_pronoun(hit: Hit) -> bool:
    """Whether a pronoun among the words of a trigger is whoever it moves: "la echaron"."""
    return bool(hit.payload.object == "pronoun")


def _counts(reading: Reading, mention: Mention) -> bool:
    """Whether words with their number mean two people of the sentence before, and nobody else can be meant."""
    return mention.mark_word == "people_anaphor" and counts_pair(reading, mention.start)


def _with_subject(
    reading: Reading, hit: Hit, movers: list[tuple[float, list[Entity], bool]]
) -> list[tuple[float, list[Entity], bool]]:
    """The movers with whoever they go along with: "X left Borealis, with A and B together founded Quanta"."""
    if not movers or movers[0][2]:
        return movers
    score, members, is_inferred = movers[0]
    here = [m for m in reading.sentence.mentions if m.kind == "person" and m.entity is not None and m.end <= hit.start]
    first = next((m for m in here if any(m.entity is member for member in members)), None)
    if first is None:
        return movers
    together = [hit.start for hit in reading.sentence.ending(first.start) if hit.kind == "together"]
    if not together or any(other.start < hit.start and together[0] < other.start for other in reading.triggers):
        return movers
    named = [m.entity for m in here if m.entity is not None and m.end <= together[0] and not m.mark]
    subjects = named or reading.context.salient
    if not subjects or any(subjects[0] is member for member in members):
        return movers
    return [(score, [subjects[0], *members], is_inferred), *movers[1:]]


def _with_whom(reading: Reading, hit: Hit) -> list[Entity]:
    """Those who do something together, told of one of them: "Ada Moreno, | with whom he had founded | Quanta"."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    if hit.payload.noun or reading.lexicon.language.head_final:
        return []
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    for mention in people:
        begin = mention.end + (mention.end < len(surface) and surface[mention.end] in ",،")
        opening = max((h.end for h in sentence.by_start.get(begin, ()) if h.kind == "together"), default=-1)
        if opening < 0 or not 0 <= hit.start - opening <= _CLAUSE_REACH:
            continue
        if not any(sentence.opens(opening + skip, _RELATIVES) for skip in (0, 1)):
            continue
        if any(opening <= other.start < hit.start for other in reading.triggers):
            continue
        inside = [m.entity for m in people if opening <= m.start < hit.start]
        before = [m.entity for m in people if m.end <= mention.start]
        doers = [*inside, *before, *reading.context.salient]
        doer = next((entity for entity in doers if entity is not mention.entity), None)
        return [entity for entity in (doer, mention.entity) if entity is not None] if doer is not None else []
    return []


def _with_first(
    reading: Reading, hit: Hit, movers: list[tuple[float, list[Entity], bool]]
) -> list[tuple[float, list[Entity], bool]]:
    """The movers with whoever did so before them: "Nach Berg verlässt | auch Moreno Borealis"."""
    sentence = reading.sentence
    if len(movers) < 2 or movers[0][2] or movers[1][2] or not sentence.of_kind("also"):
        return movers
    first = next((m for m in sentence.mentions if m.kind == "person" and m.entity is movers[1][1][0]), None)
    if first is None or not first.mark or first.mark_at > 1 or first.end > hit.start:
        return movers
    if not any(first.end <= other.start <= hit.end + _ALSO_REACH for other in sentence.of_kind("also")):
        return movers
    if any(first.end <= other.start < hit.start for other in reading.triggers):
        return movers
    score, members, is_inferred = movers[0]
    return [(score, [*movers[1][1], *members], is_inferred)]


def _with_owner(
    reading: Reading, hit: Hit, movers: list[tuple[float, list[Entity], bool]]
) -> list[tuple[float, list[Entity], bool]]:
    """The movers of a noun with whoever it belongs to, where "and" goes on to others: "his exit | and that of A"."""
    sentence = reading.sentence
    if len(movers) < 2 or not hit.payload.noun or not sentence.opens(hit.end, ("and",)):
        return movers
    (score, members, is_inferred), (_, owners, _) = movers[:2]
    named = next((m for m in sentence.mentions if m.start >= hit.end and any(m.entity is one for one in members)), None)
    is_owned = any(m.kind == "person" and m.is_anaphor and m.end == hit.start for m in sentence.mentions)
    if named is None or named.mark != "of" or named.mark_at - hit.end > _THAT_OF or not (is_owned or hit.suffix):
        return movers
    return [(score, [*owners, *(one for one in members if all(one is not other for other in owners))], is_inferred)]


def _doubled(hit: Hit, scored: list[tuple[float, Mention]]) -> list[tuple[float, Mention]]:
    """The mover whom a pronoun on the verb only repeats, alone: "Ada Ruiz wrote that | a Berg lo habían despedido"."""
    if hit.payload.object != "pronoun":
        return scored
    named = [
        (score, m) for score, m in scored
        if m.mark == "toward" and m.entity is not None and not m.is_anaphor and 0 <= hit.start - m.end <= 1
    ]  # fmt: skip
    return named or scored


def _of_its_own(reading: Reading, hit: Hit, scored: list[tuple[float, Mention]]) -> list[tuple[float, Mention]]:
    """The movers of whom a noun says that it is theirs, where it does: "Ada announced | the return of the trio"."""
    if not hit.payload.noun or hit.payload.object in ("person", "pronoun"):
        return scored
    own = next(
        (m for _, m in scored if m.start == hit.end or (m.mark == "of" and m.mark_at == hit.end and m.start > hit.end)),
        None,
    )
    if own is None:
        return scored
    members = [own] if own.is_anaphor else chain_of(reading, own)
    return [(score, m) for score, m in scored if any(m is member for member in members)]


def _spoken_of(reading: Reading) -> list[Entity]:
    """Whom a clause may speak of that names nobody: the person whom the article is about, or whoever was before."""
    context = reading.context
    main = [context.protagonist] if context.protagonist is not None else []
    return main if context.salient[:1] != main else context.salient[1:2]


def _opens_own_clause(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether names behind a colon have a verb of their own: "two directors have left: A and B | are the new ones"."""
    surface = reading.sentence.tokens.surface
    if hit.end > mention.start or mention.entity is None or ":" not in surface[hit.end : mention.start]:
        return False
    colon = max(index for index in range(hit.end, mention.start) if surface[index] == ":")
    last = max((m.end for m in chain_of(reading, mention)), default=mention.end)
    is_first = not any(colon <= other.start < mention.start for other in reading.triggers)
    leaves = frames()[hit.payload.event].yields == "leave"
    own = [other for other in reading.triggers if last <= other.start <= last + 1 and not other.payload.noun]
    return is_first and leaves and any(frames()[other.payload.event].yields == "appoint" for other in own)


def _is_of_clause_before(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a clause that "and that" opens has its own person: "that it had let A go | and that B was its chief"."""
    sentence = reading.sentence
    if reading.lexicon.language.head_final:
        return False
    complementizers = [h for h in sentence.of_kind("complementizer") if opens_clause(sentence, h.start)]
    openings = [h.end for h in complementizers if sentence.closes(h.start, ("and",))]
    openings += [h.end for h in sentence.of_kind("before_name") if h.prefix]
    if mention.start >= hit.end:  # "that A leaves | and that B is its new chief"
        is_led = any(m.kind == "person" and m.entity is not None and m.end <= hit.start for m in sentence.mentions)
        return is_led and any(hit.end < end and 0 <= mention.start - end <= _CLAUSE_SUBJECT for end in openings)
    return any(
        mention.end <= opening - 1
        and any(
            m.kind == "person" and m.entity is not None and 0 <= m.start - opening <= _CLAUSE_SUBJECT
            and m.end <= hit.start and m.entity is not mention.entity
            for m in sentence.mentions
        )
        for opening in openings
    )  # fmt: skip


_CLAUSE_SUBJECT = 2  # words from the opening of a clause to its subject


def _leading(reading: Reading, frame: Frame, hit: Hit) -> Hit | None:
    """The trigger for the sake of which nothing else is told: "left Borealis | to found Quanta", with one mover."""
    trigger: Trigger = hit.payload
    if (
        frame.is_agent
        or frame.person_after
        or trigger.noun
        or trigger.person
        or trigger.object in ("person", "pronoun")
    ):
        return None
    if frame.name in _WITH_SUCCESSOR and hit.suffix:
        return None  # "سيترك منصبه | ليحل محله سامي": somebody else does it
    is_glued = reading.lexicon.prefixes.get(hit.prefix) == "toward"  # "غادر كوانتا | لينضم إلى"
    if not is_glued and not any(
        purpose.start == hit.start or purpose.end == hit.start for purpose in reading.sentence.of_kind("purpose")
    ):
        return None
    before = [other for other in reading.triggers if other.end <= hit.start and hit.start - other.end <= _PURPOSE_REACH]
    if not before or (not is_glued and between(reading.breaks, before[-1].end, hit.start)):
        return None
    return before[-1]


def is_aim_of(event: Event, before: Event) -> bool:
    """Whether what one event tells is the aim for the sake of which another is told right before it."""
    reading, hit = event.reading, event.hit
    if reading is None or hit is None or before.hit is None or event.sentence is not before.sentence:
        return False
    if not 0 <= hit.start - before.hit.end <= _PURPOSE_REACH or not 0 <= event.rank == before.rank:
        return False
    if reading.lexicon.prefixes.get(hit.prefix) == "toward":
        return True
    sentence = reading.sentence
    leads = [mark for mark in sentence.ending(hit.start) if mark.kind == "mark" and mark.payload == "toward"]
    return bool(leads) or any(
        purpose.start == hit.start or purpose.end == hit.start for purpose in sentence.of_kind("purpose")
    )


def _has_fellow(reading: Reading, hit: Hit) -> bool:
    """Whether "with" and a name follow a verb of founding without a subject: "fundou com | Rui", as another did."""
    if not reading.drops_subject or frames()[hit.payload.event].yields != "found":
        return False
    return any(m.entity is not None for m in companions_of(reading.sentence, hit))


def _is_described(reading: Reading, hit: Hit) -> bool:
    """Whether a former post is the subject, as of somebody named before: "The former head of Borealis joins Quanta"."""
    surface = reading.sentence.tokens.surface
    if _is_taken_up(reading, hit):
        return True
    return any(
        post.is_former and post.start <= _NEAR_START and post.end <= hit.start and surface[post.start - 1] not in ",،("
        for post in reading.posts
    )


def _is_taken_up(reading: Reading, hit: Hit) -> bool:
    """Whether a post stands for whoever was spoken of before and gets another one: "The head of labs was named CEO"."""
    sentence = reading.sentence
    if frames()[hit.payload.event].yields not in ("appoint", "change") or not sentence.opens(0, ("definite",)):
        return False
    first = next((post for post in reading.posts if 1 <= post.start <= 2 and post.end <= hit.start), None)
    if first is None or first.is_new or first.is_plural or " " not in (first.english or ""):
        return False  # "the chairman" may be anybody
    if any(m.start < hit.start for m in sentence.mentions):
        return False
    taken = [post for post in reading.posts if post.start >= hit.end]
    return any(post.english != first.english for post in taken)


def _has_subject(reading: Reading, hit: Hit) -> bool:
    """Whether some organization or person stands before the trigger in its sentence and may be its subject."""
    return any(m.end <= hit.start and not m.mark for m in reading.sentence.mentions)
