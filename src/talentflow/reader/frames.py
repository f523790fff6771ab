"""From triggers to events: which person, which organizations and which post fill the slots that a trigger opens."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from talentflow.languages import Trigger
from talentflow.reader.affiliations import Affiliation
from talentflow.reader.companions import with_companions
from talentflow.reader.events import Frame, frames
from talentflow.reader.lexicon import Hit
from talentflow.reader.page import Entity, Mention, Sentence
from talentflow.reader.posts import Post

# What is placed worse than this fills no slot; how far to trust the rest is learnt (see acceptance.py).
_FIT = 0.0
_PERSON_FIT = -1.2
_FAR_BEHIND = 1.8  # a mover placed so much worse than the best is no rival


@dataclass(slots=True)
class Event:
    """One change of one person as one sentence tells it, before the article's events are put together."""

    yields: str
    person: Entity
    sentence: Sentence
    trigger: Trigger
    start: int
    end: int
    from_org: Entity | None = None
    to_org: Entity | None = None
    role_from: str | None = None
    role_to: str | None = None
    status: str = "done"
    how: str | None = None
    date: str | None = None
    is_background: bool = False
    according_to: tuple[str, ...] = ()
    person_score: float = 0.0
    from_score: float = 0.0
    to_score: float = 0.0
    is_inferred: bool = False
    is_late: bool = False
    last_org: Entity | None = None
    paragraph: dict[int, int] = field(default_factory=dict)  # how often its paragraph names each organization
    here: tuple[Entity, ...] = ()
    around: tuple[Entity, ...] = ()
    seconds: tuple[Entity, ...] = ()
    from_meant: bool = False  # only pointed back to: "the company"
    to_meant: bool = False
    rank: int = 0
    margin: float = 3.0
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Pending:
    """A change of people who are counted and not yet named: "three founders return to OpenAI. A, B and C ..."."""

    sentence: Sentence
    hit: Hit
    count: int
    slots: dict[str, tuple[float, Mention, Entity]]


@dataclass(slots=True)
class Context:
    """What the article has told before the sentence at hand."""

    topic: Entity | None = None
    last_org: Entity | None = None
    salient: list[Entity] = field(default_factory=list)
    last_group: list[Entity] = field(default_factory=list)
    recent: list[tuple[int, Entity]] = field(default_factory=list)
    pending: list[Pending] = field(default_factory=list)
    paragraph: dict[int, int] = field(default_factory=dict)
    paragraph_number: tuple[str, int] = ("", 0)
    seconds: tuple[Entity, ...] = ()
    entry: tuple[int, Entity] | None = None


@dataclass(slots=True)
class Reading:
    """One sentence's triggers with what is needed to fill their slots."""

    sentence: Sentence
    posts: list[Post]
    affiliations: list[Affiliation]
    context: Context
    verb_first: bool
    cased: bool
    triggers: list[Hit] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)


def prepare(reading: Reading) -> None:
    """Chooses the triggers of a sentence (longest first, none inside a name) and its clause borders."""
    sentence = reading.sentence
    names = {i for m in sentence.mentions if not m.is_anaphor for i in range(m.start, m.end)}
    in_posts = {i for post in reading.posts for i in range(post.start, post.end)}
    chosen: list[Hit] = []
    taken: set[int] = set()
    hits = [hit for hit in sentence.hits if hit.kind == "trigger" and not _is_nominalised(sentence, hit)]
    both = {(hit.start, hit.end) for hit in hits if hit.payload.noun} & {
        (hit.start, hit.end) for hit in hits if not hit.payload.noun
    }
    suffixed = {(hit.start, hit.end) for hit in hits if hit.suffix}
    hits = [
        hit for hit in hits
        if (hit.start, hit.end) not in both
        or hit.payload.noun == (_stands_as_noun(sentence, hit.start) or (hit.start, hit.end) in suffixed)
    ]  # fmt: skip
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        span = set(range(hit.start, hit.end))
        if span & taken or span & names or (hit.end - hit.start == 1 and span & in_posts):
            continue
        if _is_half_word(sentence, hit):
            continue
        taken |= span
        chosen.append(hit)
    chosen = [hit for hit in chosen if hit.payload.event != "none"]
    reading.triggers = sorted(chosen, key=lambda hit: hit.start)[:_MOST_TRIGGERS]
    borders = [hit.start for hit in sentence.hits if hit.kind in ("break", "said")]
    borders += [i for i, word in enumerate(sentence.tokens.surface) if word in ";:؛—–()"]
    reading.breaks = sorted(borders)
    reading.asides = _asides(sentence)


_MOST_TRIGGERS = 16  # no sentence tells more; only a list of catchwords holds more
_ASIDE_LEADS = ("relative", "former", "current", "role", "title", "company", "determiner", "colleague", "new")
_LONGEST_ASIDE = 30


def _asides(sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches that only describe the name before them: ", who ran the labs at Borealis,", "(a former banker)"."""
    if sentence.asides is None:
        sentence.asides = _find_asides(sentence)
    return sentence.asides


def _find_asides(sentence: Sentence) -> list[tuple[int, int]]:
    ends = {mention.end for mention in sentence.mentions if not mention.is_anaphor}
    surface, count = sentence.tokens.surface, len(sentence.tokens)
    out: list[tuple[int, int]] = []
    for start in sorted(ends):
        if start >= count or surface[start] not in ",،(—–" or (out and start < out[-1][1]):
            continue
        closing = {"(": ")", ",": ",", "،": "،"}.get(surface[start], surface[start])
        if closing != ")" and not any(hit.kind in _ASIDE_LEADS for hit in sentence.by_start.get(start + 1, ())):
            continue
        end = next((i for i in range(start + 2, min(count, start + _LONGEST_ASIDE)) if surface[i] == closing), None)
        if end is not None:
            out.append((start, end + 1))
        elif count - start < _LONGEST_ASIDE and any(
            hit.kind == "relative" for hit in sentence.by_start.get(start + 1, ())
        ):
            out.append((start, count))  # a relative clause may end the sentence
    return out


def _skipping_asides(reading: Reading, low: int, high: int) -> list[int]:
    """The tokens of a stretch without the asides that it passes over whole."""
    passed = [(start, end) for start, end in reading.asides if low <= start and end <= high]
    if not passed:
        return list(range(low, high))
    return [index for index in range(low, high) if not any(start <= index < end for start, end in passed)]


def _is_half_word(sentence: Sentence, hit: Hit) -> bool:
    """Whether a hyphen ties the trigger to a further word: "start-up", "high-quit-rate"."""
    tokens = sentence.tokens
    if hit.end + 1 < len(tokens) and tokens.surface[hit.end] == "-" and tokens.is_glued(hit.end):
        return tokens.is_glued(hit.end + 1)
    before = hit.start - 1
    return before > 0 and tokens.surface[before] == "-" and tokens.is_glued(before) and tokens.is_glued(hit.start)


def _is_nominalised(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle stands for a person: "el elegido", "los despedidos"."""
    if not hit.payload.passive or hit.end - hit.start > 1:
        return False
    return any(other.kind == "determiner" and other.end == hit.start for other in sentence.hits)


def _stands_as_noun(sentence: Sentence, start: int) -> bool:
    """Whether a word that may be verb or noun ("hires", "exit") follows an article, a possessive or a preposition."""
    if start == 0:
        return False
    if sentence.tokens.folded[start - 1] in ("'s", "’s"):
        return True
    return any(hit.end == start and hit.kind in ("determiner", "mark", "new", "number") for hit in sentence.hits)


def _between(places: list[int], low: int, high: int) -> int:
    return sum(low <= place < high for place in places)


def _gap(mention_start: int, mention_end: int, hit: Hit) -> tuple[int, int, int, bool]:
    """Distance in words, the stretch between, and whether the mention stands left of the trigger."""
    if mention_end <= hit.start:
        return hit.start - mention_end, mention_end, hit.start, True
    return max(0, mention_start - hit.end), hit.end, mention_start, False


def _is_passive(reading: Reading, hit: Hit) -> bool:
    """Whether the person is the subject of a verb that otherwise takes them as its object.

    "was hired", "is to be named", and the bare participle with its preposition: "X, hired from A, ...".
    """
    if hit.payload.passive or any(h.kind == "copula" and 0 <= hit.start - h.end <= 2 for h in reading.sentence.hits):
        return True
    marks = {h.payload for h in reading.sentence.by_start.get(hit.end, ()) if h.kind == "mark"}
    return bool(marks & {"away", "by", "as"}) and not reading.verb_first


def _follows_relative(reading: Reading, hit: Hit) -> bool:
    return any(
        h.kind == "relative" and 0 <= hit.start - h.end <= 3 and not _is_complementizer(reading.sentence, h)
        for h in reading.sentence.hits
    )


def _is_complementizer(sentence: Sentence, hit: Hit) -> bool:
    """Whether what may be a relative opens a clause of its own: "it emerged that A left", "se supo que A se va"."""
    if hit.start == 0 or not any(h.kind == "complementizer" and h.start == hit.start for h in sentence.hits):
        return False
    before = hit.start - 1
    if sentence.tokens.surface[before] in ",،(—–":
        return False
    described = ("role", "company", "person_noun", "title", "unnamed", "company_anaphor", "people_anaphor", "org_word")
    return not any(m.start <= before < m.end for m in sentence.mentions) and not any(
        h.kind in described and h.start <= before < h.end for h in sentence.hits
    )


def chain_of(sentence: Sentence, mention: Mention, triggers: list[Hit]) -> list[Mention]:
    """The people named in one breath with a mention: "A, head of X, B and C"."""
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    if mention not in people:
        return [mention]
    place = people.index(mention)
    low = high = place
    joints: set[str] = set()
    while high + 1 < len(people) and (joint := _joint(sentence, people[high], people[high + 1])):
        joints.add(joint)
        high += 1
    while low > 0 and (joint := _joint(sentence, people[low - 1], people[low])):
        joints.add(joint)
        low -= 1
    if joints == {","} and high - low == 1:
        return [mention]  # two names with a mere comma between them belong to two clauses
    out: list[Mention] = []
    for member in people[low : high + 1]:
        if all(member.entity is not other.entity for other in out):
            out.append(member)
    return out


def _chain_for(reading: Reading, hit: Hit, mention: Mention) -> list[Mention]:
    """Who shares a verb: all named in one breath; of a relative clause's own verb only those that "and" alone joins.

    "A, lately of X, and B, who comes from Y": only B comes from Y.
    """
    chain = chain_of(reading.sentence, mention, reading.triggers)
    if len(chain) == 1 or not any(
        start == mention.end and start < hit.start < end + 1 for start, end in reading.asides
    ):
        return chain
    commas = reading.sentence.tokens.surface
    plain = all(not any(word in ",،" for word in commas[one.end : other.start]) for one, other in pairwise(chain))
    return chain if plain else [mention]


def _joint(sentence: Sentence, one: Mention, other: Mention) -> str:
    """What joins two names to one list: "and" or a comma; nothing where a verb or too many words come between."""
    low, high = one.end, other.start
    aside = next((end for start, end in _asides(sentence) if start == low and end <= high), None)
    if aside is not None:
        low = aside - 1  # the comma that closes what is said of the first
    if high - low > 14 or high < low or one.owner:
        return ""
    orgs = {i for m in sentence.mentions if m.kind == "org" for i in range(m.start, m.end)}
    joint = ""
    index = low
    post_words = 0
    while index < high:
        word = sentence.tokens.surface[index]
        here = sentence.by_start.get(index, ())
        kinds = {hit.kind for hit in here}
        if kinds & {"trigger", "said", "relative", "break", "pronoun"} and not kinds & {"role", "and", "determiner"}:
            return ""
        if "and" in kinds:
            joint = "and"
            index = max(hit.end for hit in here if hit.kind == "and")
            continue
        if word in ",،/&":
            joint = joint or ","
        elif word in ".;:؛!?؟":
            return ""
        elif word[0].isalpha() and index not in orgs and not kinds & _OF_A_POST:
            post_words += 1
        index += 1
    if not joint and _has_glued_and(sentence, other, sentence.tokens.folded[other.start]):
        joint = "and"
    return joint if post_words <= 5 else ""


_OF_A_POST = frozenset({"role", "mark", "determiner", "former", "current", "company", "place"})


def _has_glued_and(sentence: Sentence, mention: Mention, word: str) -> bool:
    """Whether a clitic "and" is glued to the name (Arabic و)."""
    if not mention.entity:
        return False
    from talentflow.text.fold import fold

    return word.startswith("و") and not any(fold(s).split()[:1] == [word] for s in mention.entity.surfaces)


def _speaking(reading: Reading, hit: Hit, mention: Mention) -> float:
    """What speaks against a mover who only says or hears it.

    "X wrote that he had been fired", "he told X that he was leaving", "Y has hired three people, X said".
    """
    if mention.is_anaphor:
        return 0.0
    tokens = reading.sentence.tokens
    for said in reading.sentence.hits:
        if said.kind != "said":
            continue
        if mention.start >= hit.end:
            is_aside = tokens.surface[min(said.start, mention.start) - 1] in ",”\"'’،"
            if is_aside and (said.start == mention.end or said.end == mention.start):
                return 3.0
            continue
        if said.end > hit.start:
            continue
        if said.end == mention.start:
            return 1.5
        if said.start >= mention.end and said.start - mention.end <= 12:
            inner = [h for h in reading.sentence.hits if said.end <= h.start <= said.end + 8 and h.start < hit.start]
            if any(h.kind in ("pronoun", "people_anaphor") for h in inner):
                return 1.5
            if any(h.kind == "relative" and h.start - said.end <= 5 for h in inner):
                return 2.4
    return 0.0


def _has_common_subject(reading: Reading, hit: Hit, low: int) -> bool:
    """Whether the verb's own subject is a crowd or a thing: "X said that users are leaving"."""
    surface = reading.sentence.tokens.surface
    return any(
        noun.kind in ("product_noun", "person_noun")
        and low < noun.start
        and 0 <= hit.start - noun.end <= 2
        and surface[noun.start - 1] != "-"
        and not any(word in ",،;:" for word in surface[noun.end : hit.start])
        for noun in reading.sentence.hits
    )


def _lists_subjects(reading: Reading, hit: Hit, start: int) -> bool:
    """Whether names after a colon spell out who the subject is: "Two engineers walked out: A and B"."""
    surface = reading.sentence.tokens.surface
    if ":" not in surface[hit.end : start]:
        return False
    before = [h for h in reading.sentence.hits if h.end <= hit.start and h.kind in ("person_noun", "number", "unnamed")]
    return bool(before) and not any(m.kind == "person" and m.end <= hit.start for m in reading.sentence.mentions)


def _person_score(reading: Reading, frame: Frame, hit: Hit, mention: Mention, passive: bool) -> float:
    trigger: Trigger = hit.payload
    distance, low, high, is_left = _gap(mention.start, mention.end, hit)
    score = 0.0
    if trigger.object == "pronoun":
        # The mover is the pronoun: named before with a mark of its own ("a Ada la fichó"), or not in the clause at all.
        score = (2.6 if mention.mark == "toward" else 0.8) if is_left else -1.5
    elif trigger.person:
        score = 2.6 if (trigger.person == "left") == is_left else -0.5
    elif trigger.object == "person" or frame.person_after:
        score = 2.6 if not is_left else -1.5
    elif trigger.noun:
        score = _noun_score(reading, hit, mention, distance, is_left=is_left)
    elif frame.is_agent:
        if passive and reading.verb_first and not is_left and distance <= 2 and not mention.mark:
            score = 2.7  # "fue nombrada Ada Moreno"
        else:
            score = (2.8 if is_left else 0.2) if passive else (2.4 if not is_left else 0.9)
    elif reading.verb_first:
        is_next = (
            not is_left
            and distance <= 3
            and not any(mark in ",،;:" for mark in reading.sentence.tokens.surface[low:high])
        )
        score = 2.2 if is_next else 1.8 if is_left else 0.6
    else:
        score = 2.4 if is_left else 0.3
    if _follows_relative(reading, hit) and not frame.person_after:
        score += 1.2 if is_left else -2.0
    if mention.owner and not trigger.noun:
        score -= 2.5
    if hit.prefix and not trigger.noun and not frame.is_agent and reading.verb_first:
        score += 0.6 if is_left else -0.8  # "to join": whoever did the first thing
    if mention.mark in ("by", "with", "away", "toward", "as", "of", "at") and not mention.is_anaphor:
        inside = hit.start <= mention.mark_at < hit.end
        personal = frame.is_agent and mention.mark == "toward"
        personal = personal or (mention.mark_word, "person") in trigger.marks
        if inside and mention.mark == "toward" and frame.name == "replace":
            score -= 1.6  # "sustituye a X": X is the one who goes
        if not inside and not trigger.noun and not personal and (mention.mark_at >= hit.end or is_left):
            score -= 1.3 if mention.mark != "of" else 0.9
    if mention.is_anaphor:
        score -= 0.4
    score -= _speaking(reading, hit, mention)
    if mention.end <= hit.start and not frame.is_agent and _has_common_subject(reading, hit, mention.end):
        score -= 1.8
    if not is_left and _lists_subjects(reading, hit, high):
        score += 2.2
    others = [m.start for m in reading.sentence.mentions if m.kind == "person" and m is not mention]
    seen = set(_skipping_asides(reading, low, high)) if reading.asides else set(range(low, high))
    crossed = sum(t.start in seen for t in reading.triggers if t is not hit)
    if not is_left and _is_included(reading, mention):
        return max(score, 2.0) - 0.02 * distance - 0.5 * crossed
    # Where a verb needs no subject of its own, the subject of the first verb of a chain stays that of the next ones.
    is_carried = (
        reading.verb_first and not reading.cased and is_left and not trigger.noun and not seen.intersection(others)
    )
    score -= (0.05 if is_carried else 0.09) * min(distance, len(seen))
    score -= (0.35 if is_carried else 0.9) * crossed
    score -= 0.35 * sum(place in seen for place in reading.breaks)
    score -= 0.25 * sum(place in seen for place in others)
    return score - _aside_penalty(reading, hit, mention)


def _aside_penalty(reading: Reading, hit: Hit, mention: Mention) -> float:
    """A verb inside an aside tells of the name that the aside describes, or of one inside it."""
    for start, end in reading.asides:
        if start < hit.start < end:
            return 0.0 if mention.end == start or start <= mention.start < end else 0.8
    return 0.0


def _noun_score(reading: Reading, hit: Hit, mention: Mention, distance: int, *, is_left: bool) -> float:
    """How well a person stands as the mover of a noun ("departure"): its owner, or what follows it."""
    if is_left:
        if (mention.owner and distance <= 3) or (mention.is_anaphor and distance <= 1):
            return 2.8
        # "his departure", "for joining": the mover has been named before.
        return 2.4 if hit.suffix else 1.6 if hit.prefix and reading.verb_first else 0.4
    if hit.suffix and reading.verb_first:
        return -0.4
    return 2.8 if distance <= 2 or mention.mark in ("of", "by") else 1.0


def _is_included(reading: Reading, mention: Mention) -> bool:
    """Whether words such as "among them" lead to a name, or to the list that it heads or is in."""
    chain = chain_of(reading.sentence, mention, reading.triggers)
    start = min(member.start for member in chain)
    surface = reading.sentence.tokens.surface
    kinds = ("role", "title", "determiner", "person_noun")
    passed = {i for hit in reading.sentence.hits if hit.kind in kinds for i in range(hit.start, hit.end)}
    return any(
        hit.kind == "including"
        and 0 <= start - hit.end <= 6
        and all(i in passed or not surface[i][0].isalpha() for i in range(hit.end, start))
        for hit in reading.sentence.hits
    )


def _goes_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a preposition that begins inside a trigger reaches beyond it: "lured | away from"."""
    return any(hit.kind == "mark" and hit.end > end for hit in sentence.by_start.get(start, ()))


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


def _org_scores(reading: Reading, frame: Frame, hit: Hit) -> list[tuple[float, str, Mention]]:
    out: list[tuple[float, str, Mention]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "org" or (mention.start < hit.end and mention.end > hit.start):
            continue
        if mention.entity is None and mention.mark_word == "pronoun":
            continue
        if mention.entity is not None and is_media(mention.entity) and mention.end > hit.start + 12:
            continue
        standing, slot = _slot_class(reading, frame, hit, mention)
        distance, low, high, is_left = _gap(mention.start, mention.end, hit)
        penalty = 0.06 * min(distance, len(_skipping_asides(reading, low, high)))
        if frame.yields == "appoint" and any(post.end == mention.mark_at for post in reading.posts):
            penalty -= 0.8  # "head of X" says where, whoever appoints
        penalty += _claimed_by_others(reading, hit, standing, low, high, is_left)
        penalty += (1.0 if standing == "bare" else 0.4) * _between(reading.breaks, low, high)
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


def read_trigger(reading: Reading, hit: Hit) -> list[Event]:
    """The events of one trigger: one a person who takes part."""
    trigger: Trigger = hit.payload
    frame = frames()[trigger.event]
    passive = frame.is_agent and _is_passive(reading, hit)
    people = _fill_people(reading, frame, hit, passive)
    if not people:
        return []
    slots = org_slots(reading, frame, hit, passive=passive)
    if trigger.weak and not slots and frame.yields not in ("appoint", "change"):
        return []
    out: list[Event] = []
    for rank, (person_score, members, is_inferred) in enumerate(people):
        if is_inferred and not slots and frame.yields not in ("leave", "appoint", "absence"):
            continue
        for entity in members:
            event = Event(frame.yields, entity, reading.sentence, trigger, hit.start, hit.end, how=trigger.how)
            event.person_score, event.is_inferred, event.rank = person_score, is_inferred, rank
            event.margin = people[0][0] - people[1][0] if len(people) > 1 else 3.0
            event.last_org = reading.context.last_org
            event.here = _here(reading, hit)
            event.paragraph = reading.context.paragraph
            event.around = _around(reading)
            event.seconds = reading.context.seconds
            event.notes.append(f"trigger “{trigger.label}” ({trigger.event})")
            _give_slots(event, slots, reading)
            if len(members) > 1:
                _own_origin(reading, hit, event)
            if trigger.status:
                event.status = trigger.status
            _fill_posts(reading, frame, hit, event)
            out.append(event)
    return out


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


def late_named(reading: Reading) -> list[Event]:
    """The events of a counted group whose names this sentence gives at last, as one list of just as many."""
    out: list[Event] = []
    number = reading.sentence.number
    waiting = [p for p in reading.context.pending if 0 < number - p.sentence.number <= 2]
    for pending in waiting:
        for members in _lists_of(reading):
            if len(members) == pending.count:
                out.extend(_late_event(reading, pending, member) for member in members)
                reading.context.pending.remove(pending)
                break
    return out


def _lists_of(reading: Reading) -> list[list[Entity]]:
    out: list[list[Entity]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "person" or mention.entity is None or mention.is_anaphor:
            continue
        if any(mention.entity is member for members in out for member in members):
            continue
        members = [m.entity for m in chain_of(reading.sentence, mention, reading.triggers) if m.entity is not None]
        if len(members) > 1:
            out.append(members)
    return out


def _late_event(reading: Reading, pending: Pending, person: Entity) -> Event:
    trigger: Trigger = pending.hit.payload
    frame = frames()[trigger.event]
    event = Event(frame.yields, person, pending.sentence, trigger, pending.hit.start, pending.hit.end, how=trigger.how)
    event.person_score, event.is_late = 2.0, True
    event.last_org = reading.context.last_org
    event.notes.append(f"trigger “{trigger.label}” ({trigger.event}) of {pending.count} people, named afterwards")
    _give_slots(event, pending.slots, reading)
    return event


def org_slots(
    reading: Reading, frame: Frame, hit: Hit, *, passive: bool = False
) -> dict[str, tuple[float, Mention, Entity]]:
    """The best-placed organization for each slot that a trigger opens, each organization once."""
    slots: dict[str, tuple[float, Mention, Entity]] = {}
    for score, slot, mention in _org_scores(reading, frame, hit):
        if score < _FIT or slot in slots or any(mention is m for _, m, _ in slots.values()):
            continue
        entity = _org_entity(reading, mention)
        if entity is None or any(other is entity for _, _, other in slots.values()):
            continue
        if frame.is_agent and not passive and slot == "to" and mention.end <= hit.start and mention.apposed_to:
            continue
        slots[slot] = (score, mention, entity)
    return slots


def _give_slots(event: Event, slots: dict[str, tuple[float, Mention, Entity]], reading: Reading) -> None:
    for slot, (score, mention, org) in slots.items():
        if slot == "to" and event.yields in ("appoint", "join", "offer") and _was_employer(reading, org, event.person):
            continue
        if slot == "from":
            event.from_org, event.from_score, event.from_meant = org, score, mention.entity is None
        else:
            event.to_org, event.to_score, event.to_meant = org, score, mention.entity is None
        event.notes.append(f"{slot}: “{mention.surface}” ({score:.1f})")


def _was_employer(reading: Reading, org: Entity, person: Entity) -> bool:
    """Whether the sentence itself calls the organization a former employer of the person."""
    return any(tie.org is org and tie.when == "past" and tie.person is person for tie in reading.affiliations)


def _own_origin(reading: Reading, hit: Hit, event: Event) -> None:
    """Each of several people may bring an employer of their own: "hired X from A and Y from B"."""
    places = [m for m in reading.sentence.mentions if m.kind == "person" and m.entity is event.person]
    for person in places:
        for org in reading.sentence.mentions:
            if (
                org.kind == "org"
                and org.entity is not None
                and org.mark == "away"
                and 0 <= org.mark_at - person.end <= 1
            ):
                event.from_org, event.from_meant, event.from_score = org.entity, False, 3.0
                return


def _here(reading: Reading, hit: Hit) -> tuple[Entity, ...]:
    """The organizations of this sentence, the nearest to the trigger first."""
    mentions = [m for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    mentions.sort(key=lambda m: abs(m.start - hit.start))
    return tuple(dict.fromkeys(m.entity for m in mentions if m.entity is not None and not is_media(m.entity)))[:3]


def _around(reading: Reading) -> tuple[Entity, ...]:
    """The organizations of the sentences shortly before, nearest first."""
    number = reading.sentence.number
    before = [entity for place, entity in reversed(reading.context.recent) if number - place <= 3]
    return tuple(dict.fromkeys(entity for entity in before if not is_media(entity)))[:4]


def is_media(entity: Entity) -> bool:
    """Whether an organization is an outlet, which reports moves far more often than it takes part in them."""
    return entity.record is not None and entity.record.sort == "media"


def _org_entity(reading: Reading, mention: Mention) -> Entity | None:
    if mention.entity is not None:
        return mention.entity
    if mention.mark_word == "company_anaphor" or mention.is_anaphor:
        before = [
            m.entity for m in reading.sentence.mentions
            if m.kind == "org" and m.entity is not None and m.end <= mention.start and m.entity.name
        ]  # fmt: skip
        return _company_meant(reading, before)
    return None


def _company_meant(reading: Reading, before: list[Entity]) -> Entity | None:
    """Which organization "the company" is: the one that the article speaks of, unless another has just come up."""
    topic = reading.context.topic
    nearest = [entity for entity in reversed(before) if not is_media(entity)]
    nearest += [entity for _, entity in reversed(reading.context.recent)]
    for entity in nearest[:3]:
        if topic is None or entity is topic or entity.share >= 0.5 * topic.share:
            return entity
    return topic or (nearest[0] if nearest else None)


def _fill_people(reading: Reading, frame: Frame, hit: Hit, passive: bool) -> list[tuple[float, list[Entity], bool]]:
    """The likeliest movers, at most two readings: each with its score and whether it is only pointed back to."""
    scored: list[tuple[float, Mention]] = []
    for mention in reading.sentence.mentions:
        if mention.kind != "person" or (mention.start < hit.end and mention.end > hit.start):
            continue
        if mention.entity is None and not _resolve(reading, mention, hit):
            continue
        scored.append((_person_score(reading, frame, hit, mention, passive), mention))
    scored.sort(key=lambda item: -item[0])
    out: list[tuple[float, list[Entity], bool]] = []
    for score, mention in scored:
        if score < _PERSON_FIT or (out and out[0][0] - score > _FAR_BEHIND):
            break
        if mention.entity is None:
            members = _resolve(reading, mention, hit)
        else:
            chain = _chain_for(reading, hit, mention)
            members = [m.entity for m in chain if m.entity is not None]
        if all(not set(map(id, members)) & set(map(id, known)) for _, known, _ in out):
            out.append((score, members, mention.entity is None))
    unsaid = not frame.is_agent or passive
    entry = reading.context.entry
    if (
        not out
        and entry is not None
        and not frame.person_after
        and not hit.payload.noun
        and not _has_subject(reading, hit)
    ):
        return [(0.6, [entry[1]], True)]
    if reading.context.salient and unsaid and not hit.payload.noun and (not out or out[0][0] < 0.85):
        subject = reading.context.salient[:1]
        if all(subject[0] is not member for _, known, _ in out for member in known):
            pointed = 1.2 if hit.payload.object == "pronoun" else 0.3 if reading.verb_first else -0.6
            out.append((pointed, subject, True))
            out.sort(key=lambda item: -item[0])
    return with_companions(reading.sentence, hit, out[:2]) if frame.yields in _IN_COMPANY else out[:2]


_IN_COMPANY = ("leave", "join", "found", "shift")


def _has_subject(reading: Reading, hit: Hit) -> bool:
    """Whether some organization or person stands before the trigger in its sentence and may be its subject."""
    return any(m.end <= hit.start and not m.mark for m in reading.sentence.mentions)


def _resolve(reading: Reading, mention: Mention, hit: Hit) -> list[Entity]:
    """The people that a pronoun or "the trio" points back to."""
    if mention.mark_word == "people_anaphor":
        here = [
            m for m in reading.sentence.mentions
            if m.kind == "person" and m.entity is not None and m.end <= mention.start
        ]  # fmt: skip
        if len(here) > 1:
            return [m.entity for m in chain_of(reading.sentence, here[-1], []) if m.entity is not None]
        if len(here) == 1 and not reading.context.last_group:
            # "with his colleague B; the two left": the one spoken of before, and B
            pair = [*reading.context.salient[:1], here[0].entity]
            return [entity for entity in dict.fromkeys(pair) if entity is not None]
        return list(reading.context.last_group)
    earlier = [m for m in reading.sentence.mentions if m.kind == "person" and m.end <= mention.start]
    if mention.start >= hit.end and mention.mark_word == "pronoun":
        # Nobody hires themselves: the object is not the one who stands before the verb.
        doers = {id(m.entity) for m in earlier if m.end <= hit.start and m.entity is not None}
        others = [entity for entity in reading.context.salient if id(entity) not in doers]
        if doers:
            return others[:1]
    first = next((m for m in earlier if not m.mark or m.entity is None), None)
    if first is not None and first.entity is not None and not first.owner:
        return [first.entity]
    return reading.context.salient[:1] or [m.entity for m in earlier[:1] if m.entity is not None]


def _fill_posts(reading: Reading, frame: Frame, hit: Hit, event: Event) -> None:
    """The posts that the clause itself gives to the event, apart from those that describe the person."""
    described = [
        (a.start, a.end) for a in reading.affiliations
        if a.person is event.person or any(m.entity is a.person for m in reading.sentence.mentions)
    ]  # fmt: skip
    free = [p for p in reading.posts if not any(s <= p.start and p.end <= e for s, e in described)]
    if event.trigger.role:
        event.role_to = event.trigger.role
    right = [p for p in free if p.start >= hit.end and p.start - hit.end <= 22]
    right = [p for p in right if not _between([t.start for t in reading.triggers], hit.end, p.start)]
    if not right:
        left = [p for p in free if p.end <= hit.start and hit.start - p.end <= 6] if event.trigger.noun else []
        right = left[-1:]
    if not right:
        return
    post = right[0].english
    if frame.yields in ("leave", "absence", "stay", "work"):
        event.role_from = post
    else:
        event.role_to = post
