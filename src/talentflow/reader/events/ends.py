"""Which organizations a trigger moves somebody from and to: how well each one is placed for the slots it opens."""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.cast.asides import in_company_bracket, skipping_asides
from talentflow.reader.cast.head_final import only_describes, org_standing
from talentflow.reader.cast.pointing import org_meant
from talentflow.reader.cast.scene import Reading, between, gap_of
from talentflow.reader.cast.stage import stage_of
from talentflow.reader.cast.told_behind import bracket_around, is_in_other_attribute
from talentflow.reader.words.listed import networks
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame, frames

# What is placed worse than this fills no slot; how far to trust the rest is learnt (see acceptance.py).
_FIT = 0.0
_PRONOUN = 2.4
_NAMED_WELL = 1.6
_LONGEST_OBJECT = 9
_BEFORE_VERB = 3
_MOST_BY_DISTANCE = 0.4  # what the way to its verb costs an organization that a particle marks as the subject
_ACROSS_BRACKET = 1.5  # what it costs to stand inside brackets and the verb outside them, or the other way round
_FOUNDED = 4.0  # what it costs to stand right behind a verb of founding, for the ends of another verb
_WAY_TO_POST = 6
_ON_THE_WAY = ("role", "function", "determiner", "new", "place", "title")
_OF_RELATIVE = 0.4  # what it costs at most to stand before the relative clause whose verb takes it
_WHERE_REACH = 4  # words between "where" and its verb
# The end that the organization fills which a sentence is staged at: "At Borealis, ...", "Borealis said that ...".
_STAGED = {
    "leave": "from", "absence": "from", "change": "to", "appoint": "to", "join": "to",
}  # fmt: skip


Placed = tuple[float, str, Mention, Entity | None]  # a score, the slot, the mention, and which organization it means


def placed_orgs(reading: Reading, frame: Frame, hit: Hit, *, passive: bool = False) -> list[Placed]:
    """Every organization of the sentence with how well it is placed for each slot, the best first."""
    return [(score, slot, m, org_meant(reading, m)) for score, slot, m in _org_scores(reading, frame, hit, passive)]


def org_slots(
    reading: Reading, frame: Frame, hit: Hit, *, passive: bool = False, placed: list[Placed] | None = None
) -> dict[str, tuple[float, Mention, Entity]]:
    """The best-placed organization for each slot that a trigger opens, each organization once."""
    slots: dict[str, tuple[float, Mention, Entity]] = {}
    if placed is None:
        placed = placed_orgs(reading, frame, hit, passive=passive)
    for score, slot, mention, meant in placed:
        entity = _other_than_named(reading, placed, slot, mention, meant)
        if score < _FIT or slot in slots or any(mention is m for _, m, _ in slots.values()):
            continue
        if slot == "person":
            continue  # "von dem früheren Quanta-Entwickler Ada Moreno": only says who that is
        if entity is None or any(other is entity for _, _, other in slots.values()):
            continue
        if frame.is_agent and not passive and slot == "to" and mention.end <= hit.start and mention.apposed_to:
            continue
        slots[slot] = (score, mention, entity)
    slot, place = _slot_of_pronoun(reading, frame, hit), hit.end - 1
    if not slot and frame.yields == "found" and not passive and "to" not in slots:
        place = _founded_pronoun(reading, hit)
        slot = "to" if place >= 0 else ""
    is_taken = slot in slots and not (place == hit.end - 1 and _only_follows(slots[slot][1], hit))
    if slot and not is_taken:
        mention = Mention("org", reading.sentence, place, place + 1, is_anaphor=True, mark_word="company_pronoun")
        entity = org_meant(reading, mention)
        others = [other for key, (_, _, other) in slots.items() if key != slot]
        if entity is not None and all(other is not entity for other in others):
            slots[slot] = (_PRONOUN, mention, entity)
    post = _post_come_to(reading, frame, hit) if "to" not in slots else None
    if post is not None:
        entity = org_meant(reading, post)
        if entity is not None and all(other is not entity for _, _, other in slots.values()):
            slots["to"] = (_PRONOUN, post, entity)
    return slots


def _post_come_to(reading: Reading, frame: Frame, hit: Hit) -> Mention | None:
    """The post that a verb of coming leads to, which stands for the employer: "who had reached | the post in 2020"."""
    if frame.yields != "join" or frame.is_agent or hit.payload.noun or reading.lexicon.language.head_final:
        return None
    near = range(hit.start + 1, hit.end + _TO_POST)
    noun = next((h for h in reading.sentence.of_kind("post_noun") if h.start in near), None)
    if noun is None or any(not w[0].isalpha() for w in reading.sentence.tokens.surface[hit.end : noun.start]):
        return None
    return Mention("org", reading.sentence, noun.start, noun.end, is_anaphor=True, mark_word="post_noun")


_TO_POST = 3  # words from a verb to the post: "llegó | al puesto"


def _other_than_named(
    reading: Reading, placed: list[Placed], slot: str, mention: Mention, meant: Entity | None
) -> Entity | None:
    """What "the company" means beside a name that fills the other slot: "from Quanta to the start-up" tells of two."""
    if mention.entity is not None or meant is None:
        return meant
    is_named = any(
        entity is meant and other != slot and named.entity is not None and score >= _NAMED_WELL
        for score, other, named, entity in placed
    )
    topic = reading.context.topic
    return meant if not is_named else topic if topic is not meant else None


def standing_of(reading: Reading, hit: Hit, mention: Mention) -> tuple[str, str | None]:
    """What an organization is to a trigger, and the slot if the trigger's own preposition names it."""
    return _slot_class(reading, frames()[hit.payload.event], hit, mention)


def _slot_of_pronoun(reading: Reading, frame: Frame, hit: Hit) -> str:
    """The slot that a pronoun of a company fills which is written onto the verb: "غادرها", "انضم إليها"."""
    if not hit.suffix or hit.suffix != reading.lexicon.language.of_company or frame.is_agent or hit.payload.noun:
        return ""
    inside = [mark for mark in reading.sentence.ending(hit.end) if mark.kind == "company_toward"]
    return "from" if frame.from_marks.get("bare") and not inside else "to" if frame.to_marks else ""


def _only_follows(mention: Mention, hit: Hit) -> bool:
    """Whether a bare name only stands behind a verb that bears its object: "سيتركها، وذكر موقع | كوانتا"."""
    return mention.start >= hit.end and not mention.mark and not mention.is_anaphor


def _founded_pronoun(reading: Reading, hit: Hit) -> int:
    """Where a pronoun stands for the employer that was founded: "launched | it", "l'ont lancée"; -1 where none does.

    What was made before may be a product as well: then the pronoun may mean that.
    """
    sentence, tokens = reading.sentence, reading.sentence.tokens
    words = reading.lexicon.company_objects
    if not words or hit.payload.noun or hit.payload.object or sentence.of_kind("product_noun"):
        return -1
    is_named = any(m.kind == "org" and m.entity is not None and m.end <= hit.start for m in sentence.mentions)
    if not is_named and not any(number >= sentence.number - 1 for number, _ in reading.context.recent):
        return -1
    if tokens.folded[hit.start] in words:
        return hit.start
    if hit.end < len(tokens) and tokens.folded[hit.end] in words and not _leads_to_noun(sentence, hit.end):
        return hit.end
    adverbs = 0
    for index in range(hit.start - 1, max(-1, hit.start - 1 - _TO_PRONOUN), -1):
        if tokens.folded[index] in words and not reading.lexicon.language.verb_last:
            return index
        if not (sentence.opens(index, _BEFORE_PARTICIPLE) or tokens.surface[index][0] in "'’"):
            adverbs += 1  # "l'ont | même | lancée"
            if adverbs > 1 or not tokens.surface[index].isalpha() or sentence.by_start.get(index):
                return -1
    return -1


_TO_PRONOUN = 4
_BEFORE_PARTICIPLE = ("perfect", "copula", "also")


def _leads_to_noun(sentence: Sentence, place: int) -> bool:
    """Whether a word that may be an article or a pronoun has a noun behind it: "gründete | die | Firma"."""
    end = place + 1
    return (
        end < len(sentence.tokens)
        and sentence.tokens.surface[end][0].isalpha()
        and not sentence.opens(
            end, ("mark", "and", "break", "together", "relative", "also", "number", "month", "relative_time")
        )
    )


def _org_scores(reading: Reading, frame: Frame, hit: Hit, passive: bool) -> list[tuple[float, str, Mention]]:
    out: list[tuple[float, str, Mention]] = []
    head_final = reading.lexicon.language.head_final
    stage = stage_of(reading, hit)
    bracket = None if head_final else bracket_around(reading.sentence, hit.start)
    if stage is not None and frame.yields in _STAGED:
        out.append((stage.score, _STAGED[frame.yields], stage.mention))
    for mention in reading.sentence.mentions:
        if mention.kind != "org" or (
            mention.start < hit.end and mention.end > hit.start and not _goes_over(mention, hit)
        ):
            continue
        if _is_no_end(reading, hit, mention) or _is_bracketed(reading, hit, mention):
            continue
        if frame.yields != "found" and is_in_other_attribute(reading.sentence, hit.start, mention.start):
            continue
        if tells_of_arrival(reading, hit, mention):
            continue
        standing, slot = _slot_class(reading, frame, hit, mention)
        distance, low, high, is_left = gap_of(mention.start, mention.end, hit)
        if head_final and mention.mark and mention.end < mention.mark_at < high:
            low = mention.mark_at  # brackets before its particle are its own: "ボレアリス(旧クオンタ)で"
        penalty = 0.06 * min(distance, len(skipping_asides(reading, low, high)))
        if frame.yields == "appoint" and any(post.end == mention.mark_at for post in reading.posts):
            penalty -= 0.8  # "head of X" says where, whoever appoints
        claimed = _claimed_by_others(reading, hit, standing, low, high, is_left)
        if head_final and mention.mark in ("subject", "at"):
            penalty = min(penalty, _MOST_BY_DISTANCE)  # its particle says what all of the sentence is about
            penalty += 0.4 * between([place for place in reading.breaks if not _is_bracket(reading, place)], low, high)
        else:
            penalty += (1.0 if standing == "bare" else 0.4) * between(reading.breaks, low, high)
        penalty += claimed
        if standing == "bare" and distance > (2 if hit.payload.noun else 8):
            penalty += 1.5  # an object stands close by
        if is_left and mention.mark and not head_final and _belongs_to_other(reading, hit, mention):
            penalty += 1.6
        if mention.apposed_to is not None:
            penalty += 1.3
        if is_left and any(start < mention.start < end <= hit.start for start, end in reading.asides):
            penalty += 1.5  # it only describes the name before it
        if is_left and standing not in ("subject", "owner") and not head_final:
            penalty += 1.0
        if not head_final and bracket_around(reading.sentence, mention.start) != bracket:
            penalty += _ACROSS_BRACKET
        if hit.is_fronted and mention.start > hit.verb_at:
            penalty += 1.0  # the clause has ended before it
        may_be_taken = standing in ("bare", "own") and is_left and not frame.is_agent and not head_final
        if may_be_taken and _relative_standing(reading.sentence, mention, hit) == "bare":
            penalty = min(penalty, _OF_RELATIVE)  # "Borealis, which he left for Quanta"
        if standing == "where":  # the clause is all about it: "came from Borealis, where she led design"
            standing, penalty = "at", 0.0
        if mention.entity is not None and mention.entity.id.startswith("org:?"):
            penalty += 0.5
        if slot is not None:
            out.append((3.4 - penalty, slot, mention))
            continue
        for name, marks in (("from", frame.from_marks), ("to", frame.to_marks)):
            weight = marks.get(standing, 0.0)
            if standing == "subject" and passive:
                # "Quanta was founded by A"; whoever else stands before a passive is not the one who acts
                weight = 3.0 if frame.yields == "found" and name == "to" else weight - 1.2
            if name == "to" and passive and frame.yields == "found" and not is_left:
                continue  # where the founders come from
            if name == "to" and frame.yields == "found" and _describes_person(reading, hit, mention):
                continue  # "founded by Ada Moreno, who came from | Borealis, and ..."
            if name == "to" and standing == "bare" and hit.payload.object == "from":
                continue  # "comes from the maker of ..."
            if standing == "possessor" and standing not in marks:
                weight = max(marks.get("owner", 0.0), marks.get("bare", 0.0) - 0.4)
                if head_final and name == "to" and (mention.apposed_to is not None or frame.yields == "found"):
                    weight = 0.0  # whose chief she was is not where she goes
            if name == "from" and frame.yields == "join" and mention.mark_word == "company_possessive":
                continue  # "hired her as its chief" speaks of the one who hires
            if name == "from" and mention.entity is not None and mention.entity.name is None:
                continue  # nobody leaves "a company of his own" in the words that name it so
            if name == "from" and frame.yields == "found" and _is_of_colleagues(reading, mention):
                weight, penalty = _COLLEAGUES, 0.0
            if weight:
                out.append((weight - penalty, name, mention))
    return sorted(out, key=lambda item: -item[0])


def _is_bracketed(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization only tells of another one, in brackets: "left X (which belongs to | Y)"."""
    bracket = in_company_bracket(reading.sentence, mention.start)
    return bracket is not None and not bracket[0] < hit.start < bracket[1]


def tells_of_arrival(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization is where the leaver once came from: "X, who joined from Borealis in April, left"."""
    is_leaving = frames()[hit.payload.event].yields in ("leave", "shift")
    return is_leaving and mention.mark in ("away", "of") and any(
        start < mention.start < end
        and not start < hit.start < end
        and any(
            start < other.start and other.start <= mention.mark_at and other.end <= mention.start
            and frames()[other.payload.event].yields == "join"
            for other in reading.triggers
        )
        for start, end in reading.asides
    )  # fmt: skip


def _is_of_colleagues(reading: Reading, mention: Mention) -> bool:
    """Whether an organization says where colleagues were such: "with former colleagues from | Quanta, she founded"."""
    sentence = reading.sentence
    passed = sentence.covered_by("former", "possessive", "possessive_plural", "post_link", "mark", "determiner")
    for hit in sentence.of_kind("colleague"):
        low, high = (hit.end, mention.start) if hit.end <= mention.start else (mention.end, hit.start)
        is_before = hit.end <= mention.start
        if is_before and not mention.mark:
            continue
        if not is_before and reading.cased:
            continue  # "the Quanta colleague" is told beside a name
        if 0 <= high - low <= _TO_COLLEAGUE and all(index in passed for index in range(low, high)):
            return True
    return False


_COLLEAGUES = 2.4
_TO_COLLEAGUE = 3


def _describes_person(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization is told of a person in an aside that a verb stands outside of."""
    return any(
        start < mention.start < end
        and not start < hit.start < end
        and any(m.kind == "person" and m.end == start for m in reading.sentence.mentions)
        for start, end in reading.asides
    )


def _goes_over(mention: Mention, hit: Hit) -> bool:
    """Whether the trigger ends in the article of an employer without a name: "sets up a | firm of her own"."""
    return (
        hit.start < mention.start and mention.end > hit.end and mention.entity is not None and not mention.entity.name
    )


def _slot_class(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> tuple[str, str | None]:
    """How an organization stands towards a trigger, and the slot if the trigger's own preposition names it."""
    trigger: Trigger = hit.payload
    is_left = mention.end <= hit.start
    if reading.lexicon.language.head_final:
        if trigger.object in ("from", "to") and not is_left and _is_object(reading, hit, mention):
            return "own", trigger.object
        return org_standing(reading, frame, hit, mention), None
    for word, slot in trigger.marks:
        if is_left and mention.mark_word == word and _stands_right_before(reading, mention, hit):
            return "own", slot
        if mention.mark_word == word and not is_left and mention.mark_at >= hit.start:
            if mention.mark == "of" and any(
                hit.end <= post.start < post.end == mention.mark_at for post in reading.posts
            ):
                continue  # "fichada como directora de X": the post has it
            return "own", slot
    if is_left:
        standing = _relative_standing(reading.sentence, mention, hit)
        if standing == "where" or (standing is not None and not frame.is_agent):
            is_object = standing == "bare" and trigger.object in ("from", "to")
            return ("own", trigger.object) if is_object else (standing, None)
    is_marked_agent = is_left and mention.mark != "" and frame.is_agent and not trigger.noun
    if is_marked_agent and _relative_standing(reading.sentence, mention, hit) == "bare":
        return "subject", None  # "a rival of Borealis, which hired X"
    is_marked = mention.mark != "" and mention.mark_at >= hit.end
    if mention.owner and trigger.object == "to" and mention.start == hit.end:
        return "own", "to"  # "was hired to lead | Borealis's lab"
    if mention.owner and not is_marked and (trigger.noun or not is_left or frame.yields == "decline"):
        return "owner" if trigger.noun or is_left else "possessor", None
    inside = hit.start <= mention.mark_at < hit.end and not _goes_on(reading.sentence, mention.mark_at, hit.end)
    may_be_post = not is_left and mention.mark in ("of", "at") and frame.yields in ("leave", "shift")
    if may_be_post and _is_of_post_to_come(reading, hit, mention):
        return "toward", None
    if mention.mark and not (inside and frame.name not in ("move", "return")):
        return mention.mark, None
    if trigger.object in ("from", "to") and not is_left and _is_object(reading, hit, mention):
        return "own", trigger.object
    if is_left:
        return "subject", None
    if reading.verb_first and frame.is_agent and mention.start - hit.end <= 3:
        return "subject", None
    return "bare", None


def _is_of_post_to_come(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization is that of the post for which somebody goes: "leaves for | the top job at Quanta"."""
    sentence, place, steps = reading.sentence, mention.mark_at, 0
    has_post = False
    while place > hit.end and steps < _WAY_TO_POST:
        here = sentence.ending(place)
        if has_post and any(h.kind == "mark" and h.payload == "toward" for h in here):
            return True
        posts = [post for post in reading.posts if post.end == place and post.start >= hit.end]
        if posts:
            place, has_post = posts[0].start, True
        elif passed := [h for h in here if h.kind in _ON_THE_WAY or (h.kind == "mark" and h.payload == "of")]:
            has_post = has_post or any(h.kind in ("role", "function") for h in passed)
            place = min(h.start for h in passed)
        else:
            return False
        steps += 1
    return False


def _stands_right_before(reading: Reading, mention: Mention, hit: Hit) -> bool:
    """Whether an organization with its preposition stands before a verb and nothing else is told in between."""
    return 0 <= hit.start - mention.end <= _BEFORE_VERB and not any(
        mention.mark_at <= other.start < hit.start for other in reading.triggers
    )


def _is_object(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization follows a trigger as its object: "comes from the flying-taxi maker Volaero"."""
    if mention.start - hit.end <= 4:
        return True
    low, high = hit.end, mention.start
    if high - low > _LONGEST_OBJECT or between(reading.breaks, low, high):
        return False
    surface = reading.sentence.tokens.surface
    others = reading.sentence.mentions
    return (
        not any(word in ",،" for word in surface[low:high])
        and not any(t.start >= low and t.start < high for t in reading.triggers)
        and not any(m.kind == "org" and m is not mention and low <= m.start < high and not m.owner for m in others)
    )


def is_passed(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization is named only to say which other one is meant: "Quanta's parent | Borealis"."""
    sentence = reading.sentence
    if reading.lexicon.language.head_final:
        return only_describes(reading, hit, mention)
    if mention.is_anaphor or mention.owner:
        return False
    end, is_owner = mention.end, False
    for _ in range(_MOST_CLASS_WORDS):
        found = next((m for m in sentence.mentions if m.kind == "org" and m.start == end and not m.is_anaphor), None)
        if found is not None and found.entity is not None:
            # "a lab of Quanta" is no employer of its own, but for one that is listed
            return end > mention.end and (found.entity.listed or not is_owner)
        links = [h for h in sentence.by_start.get(end, ()) if h.kind in _HOUSES and not _ends_name(sentence, h)]
        if end > mention.end:
            links += [h for h in sentence.by_start.get(end, ()) if h.kind == "post_link"]
        if not links:
            return False
        is_owner = is_owner or any(h.kind == "company_possessive" for h in links)
        end = max(h.end for h in links)
    return False


_HOUSES = frozenset({"company", "company_possessive"})
_MOST_CLASS_WORDS = 3


def _ends_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether a class word may be the end of a name as well: "阿里巴巴|集团"."""
    return any(h.kind == "org_word" and h.start == hit.start for h in sentence.by_start.get(hit.start, ()))


def _is_no_end(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization is no end of any move: it reports, or only colours a word ("Nasdaq-listed")."""
    if is_passed(reading, hit, mention):
        return True
    if mention.entity is None:
        if mention.mark_word == "pronoun":
            return True
    elif mention.entity.is_media and (mention.end > hit.start + 12 or _only_reports(reading, hit, mention)):
        return True
    sentence, end = reading.sentence, mention.end
    tokens = sentence.tokens
    if end + 1 < len(tokens) and tokens.surface[end] == "-" and tokens.is_glued(end):
        word = tokens.surface[end + 1]
        if tokens.is_glued(end + 1) and word[0].islower():
            return True
    if mention.start < hit.end:
        return False
    if _is_posted_on(reading, hit, mention):
        return True
    # ", Bloomberg reported" after what it reports, "according to Sky News"
    if sentence.opens(end, ("said",)) or sentence.closes(mention.start, ("said", "according")):
        before = min([h.start for h in sentence.ending(mention.start) if h.kind == "said"], default=mention.start)
        return tokens.surface[before - 1] in ',،”"’»' or sentence.closes(mention.start, ("according",))
    return False


def _is_bracket(reading: Reading, place: int) -> bool:
    return reading.sentence.tokens.surface[place] in "()"


def _only_reports(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a paper is only where the news stood: "in Le Monde", "über das Wall Street Journal bekannt geworden"."""
    if mention.mark != "at" or mention.end > hit.start or mention.entity is reading.context.topic:
        return False
    sentence, at = reading.sentence, mention.mark_at
    if frames()[hit.payload.event].yields == "work" or mention.apposed_to is not None:
        return False
    ends = {post.end for post in reading.posts} | {trigger.end for trigger in reading.triggers}
    if not reading.affiliations and mention.entity is not None and mention.entity.is_media:
        return at not in ends  # nobody works there
    return at not in ends and any(
        m.kind == "org" and m.entity is not None and m.entity is not mention.entity and not m.entity.is_media
        for m in sentence.mentions
    )


def _is_posted_on(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a network is where somebody tells of leaving: "announced her departure on X"; not "her post at X"."""
    entity, topic = mention.entity, reading.context.topic
    if entity is None or entity.id not in networks() or mention.mark != "at":
        return False
    if frames()[hit.payload.event].yields != "leave" or any(post.end == mention.mark_at for post in reading.posts):
        return False
    others = [m.entity for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None]
    return (topic is not None and topic is not entity) or any(other is not entity and other.name for other in others)


def _goes_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a preposition that begins inside a trigger reaches beyond it: "lured | away from"."""
    return any(hit.kind == "mark" and hit.end > end for hit in sentence.by_start.get(start, ()))


def _relative_standing(sentence: Sentence, mention: Mention, hit: Hit) -> str | None:
    """How an organization stands to the verb of its relative clause: "the firm she founded", "la casa de que salió"."""
    index = mention.end
    if index < len(sentence.tokens) and sentence.tokens.surface[index] in ",،":
        index += 1
    standing = "bare"
    if index == hit.start and hit.is_fronted and sentence.opens(index, ("relative",)):
        return standing  # the verb that ends the clause is read where its pronoun opens it
    while index < hit.start:
        here = sentence.by_start.get(index, ())
        if any(h.kind == "where" for h in here):
            end = max(h.end for h in here if h.kind == "where")
            return "where" if hit.start - end <= _WHERE_REACH else None
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


_SUBJECTS = ("bare", "subject")


def _is_inside(reading: Reading, place: int, low: int, high: int) -> bool:
    """Whether a word stands in an aside that opens and ends between two places."""
    return any(low <= start <= place < end <= high for start, end in reading.asides)


def _claimed_by_others(reading: Reading, hit: Hit, standing: str, low: int, high: int, is_left: bool) -> float:
    """What it costs that other triggers stand between: most when one of them has a slot for the organization itself."""
    cost = 0.0
    head_final = reading.lexicon.language.head_final
    is_answer = frames()[hit.payload.event].yields == "decline"
    for other in reading.triggers:
        if other is hit or not low <= other.start < high or (is_answer and other.payload.event == "offer"):
            continue
        if is_left and standing in _SUBJECTS and _is_inside(reading, other.start, low, high):
            continue  # "Quanta, which Ada founded, has hired Tom": what an aside tells is over
        frame = frames()[other.payload.event]
        wanted = max(frame.from_marks.get(standing, 0.0), frame.to_marks.get(standing, 0.0))
        if standing == "bare" and other.payload.noun and reading.cased:
            wanted = 0.0  # "founded after their exit | Quanta": what a noun takes has a preposition
        takes = is_left == head_final and (wanted >= 1.5 or (standing == "own" and not other.payload.noun))
        # "moved from A, where she worked for years, to B": a goal may wait for its verb, unless another one wants it.
        is_aim = frame.yields == "found" and frames()[hit.payload.event].yields != "found"
        if takes and is_aim and 0 <= high - other.end <= 2:
            cost += _FOUNDED  # "quit to set up | the new lab": it is not what was quit
            continue
        cost += (1.4 if standing == "toward" and wanted < 2.5 else 2.6) if takes else 0.9
    return cost
