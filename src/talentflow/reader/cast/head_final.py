"""Languages whose verb ends its clause: what marks a name stands behind it, and whoever a clause describes follows it.

"Ada-TOPIC Borealis-OBJECT left", "the Borealis-from to Quanta moved Ada": the mark of each name tells what it is to the
verb, before which all of them stand; a name right behind the verb is what the clause speaks of.
"""

from __future__ import annotations

from talentflow.languages import Trigger
from talentflow.reader.cast.pointing import counts_pair
from talentflow.reader.cast.scene import Reading
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.titles import end_of_employer
from talentflow.reader.words.trigger_frames import Frame
from talentflow.text.tokens import is_hiragana

# What may stand between a name and the particle that belongs to it.
_PASSED = frozenset(
    {"title", "former", "current", "new", "acting", "company", "org_word", "role", "board", "place", "determiner"}
)
_OWNED = frozenset({"person_noun", "domain", "product_noun", "unnamed", "number", "colleague", "and"})
_STOPS = frozenset(
    {"trigger", "said", "break", "according", "cue", "pronoun", "company_anaphor", "company_former", "relative_time"}
)
_DESCRIBING = frozenset(
    {"ending", "former", "current", "new", "acting", "role", "title", "company", "place", "determiner", "person_noun",
     "colleague", "unnamed", "org_word", "also"}
)  # fmt: skip
_MOST_STEPS = 9
_MOST_OWNED = 7
_LONGEST_BRACKET = 12
_BARE_OBJECT = 3  # words between an object without a particle, as in headlines, and its verb
_NEAR = 2  # words between the owner of a noun and the noun
_CLOSING = frozenset('»”"』」')
_OPENING = frozenset("(（")
_INNER = frozenset("・«“「『-")
_LONGEST_DESCRIPTION = 14
_DOER = -1.3  # how well the subject of a verb that acts on somebody stands as the one whom it moves
_OF_OTHERS = frozenset({"toward", "by", "subject", "with", "away"})  # marks of what a describing clause takes
_BEFORE_NAME = ("determiner", "company", "place")
_LONGEST_CLAUSE = 6  # words of a clause that describes an organization
_OF_CLAUSE = 12  # words before a verb that may hold its subject or its object


def place_mark_after(mention: Mention) -> None:
    """Says which particle follows a mention, looking past titles, posts, brackets, and what it owns."""
    sentence = mention.sentence
    names = {m.start for m in sentence.mentions if m is not mention and not m.is_anaphor}
    index, steps, owned = mention.end, 0, 0
    is_alone = _opens_bracket(sentence, mention)
    if mention.kind == "org" and _is_behind_name(sentence, mention):
        mention.owner = True
        return
    if mention.kind == "person":
        index = end_of_employer(sentence, mention)
        names = {start for start in names if not mention.end <= start < index}
    if mention.is_anaphor and mention.mark_word in ("company_possessive", "possessive", "possessive_plural"):
        mention.owner, owned = True, 1
    surface = sentence.tokens.surface
    while index < len(surface) and steps < _MOST_STEPS and owned <= _MOST_OWNED:
        here = sentence.by_start.get(index, ())
        marks = [hit for hit in here if hit.kind == "mark"]
        if marks:
            best = max(marks, key=lambda hit: hit.end - hit.start)
            longer = [hit.end for hit in here if hit.kind in _PASSED]
            if not longer or max(longer) <= best.end:
                if best.payload != "owner":
                    mention.mark, mention.mark_at = best.payload, best.start
                    mention.mark_word = mention.mark_word or sentence.tokens.folded[best.start]
                    return
                mention.owner, owned, index, steps = True, max(owned, 1), best.end, steps + 1
                continue
        end = _end_of_passed(sentence, index, owned > 0, is_alone=index == mention.end and is_alone)
        is_bracket = surface[index] == "("
        if end is None or (not is_bracket and (index in names or any(index < name < end for name in names))):
            return
        owned += owned > 0
        index, steps = end, steps + 1


def _is_behind_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether an employer stands between somebody's name and their post: "田中一郎|ボレアリス|社長が"."""
    return any(
        m.kind == "person" and not m.is_anaphor and end_of_employer(sentence, m) == mention.end
        for m in sentence.mentions
        if m.end == mention.start
    )


def _opens_bracket(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bracket opens right before a name, which is another one for what stands before: "X(旧ボレアリス)で"."""
    begin = min([hit.start for hit in sentence.ending(mention.start) if hit.kind == "former"], default=mention.start)
    return begin > 0 and sentence.tokens.surface[begin - 1] in _OPENING


def _end_of_passed(sentence: Sentence, index: int, is_owned: bool, *, is_alone: bool = False) -> int | None:
    """Where what stands at a token ends, if it may stand between a name and its particle."""
    surface = sentence.tokens.surface
    if surface[index] in "(（":
        close = next(
            (i for i in range(index, min(len(surface), index + _LONGEST_BRACKET)) if surface[i] in ")）"), None
        )
        return None if close is None else close + 1
    if surface[index] in _CLOSING:
        return index + 1
    if surface[index] in ")）" and is_alone:
        return index + 1
    here = sentence.by_start.get(index, ())
    passed = [hit.end for hit in here if hit.kind in _PASSED or (is_owned and hit.kind in _OWNED)]
    if passed:
        return max(passed)
    if not is_owned or any(hit.kind in _STOPS for hit in here):
        return None
    word = surface[index]
    is_noun = word[0].isalnum() and not is_hiragana(word)
    return index + 1 if is_noun or word in _INNER else None


def describes(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Whether the clause that a verb ends describes the name behind it: "the Borealis left former chief Ada"."""
    index, surface = hit.end, sentence.tokens.surface
    if mention.start - index > _LONGEST_DESCRIPTION:
        return False
    others = [
        m for m in sentence.mentions if m is not mention and not m.is_anaphor and hit.end <= m.start < mention.start
    ]
    if any(m.kind == mention.kind for m in others):
        return False
    while index < mention.start:
        own = next((m.end for m in others if m.start == index), None)
        if own is not None:
            index = own
            continue
        here = sentence.by_start.get(index, ())
        passed = [h.end for h in here if h.kind in _DESCRIBING or (h.kind == "mark" and h.payload == "owner")]
        if passed:
            index = max(passed)
        elif surface[index][0].isalnum() and not is_hiragana(surface[index]) and not here:
            index += 1
        elif surface[index] == "," and index + 1 == mention.start and sentence.closes(index, ("role", "title")):
            index += 1  # "開発を統括してきた技術者、| 田中氏"
        else:
            return False
    return index == mention.start


def _ties_clauses(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether the form of a verb ties it to the next clause, and it describes no name: "離れて | OpenAIの設立に"."""
    last = reading.sentence.tokens.surface[hit.end - 1]
    endings = reading.lexicon.language.adnominal_endings
    return mention.start == hit.end and is_hiragana(last[-1]) and not last.endswith(tuple(endings))


def mover_score(reading: Reading, frame: Frame, hit: Hit, mention: Mention, *, passive: bool) -> float:
    """How well a person is placed as the mover, by the particle behind the name or by the clause before it."""
    trigger: Trigger = hit.payload
    acts = frame.is_agent and not passive
    if mention.start >= hit.end:
        if frame.person_after:
            return 2.6
        if describes(reading.sentence, hit, mention) and not _ties_clauses(reading, hit, mention):
            return 2.3 if acts and _has_object(reading, hit) else 2.7
        return 2.2 if _is_cleft(reading.sentence, hit, mention) else -0.8
    if frame.person_after:
        return 2.6 if trigger.hands_over and mention.mark == "toward" else -1.5  # "A氏がB氏に社長の座を|譲った"
    if trigger.person or trigger.object == "person":
        return 2.6 if trigger.person != "right" else -0.5
    return _left_score(reading, frame, hit, mention, acts=acts)


def _left_score(reading: Reading, frame: Frame, hit: Hit, mention: Mention, *, acts: bool) -> float:
    match mention.mark:
        case "subject":
            return _DOER if acts else 2.7
        case "object":
            return 2.8 if acts else 0.2 if frame.name == "replace" else 0.6
        case "toward":
            return 2.5 if frame.yields == "offer" else -0.8
        case "with":
            return 1.0 if frame.name != "replace" else -1.0
        case "by":
            return 2.6 if frame.yields == "found" else -0.8
        case "at" if _goes_on(reading.sentence, mention):
            return 1.7
        case "away" | "as" | "at":
            return -0.8
    if mention.owner:
        return 2.6 if hit.start - mention.end <= _NEAR and frame.name != "replace" else 0.4
    if acts and hit.start - mention.end > _BARE_OBJECT:
        return 0.5
    return 1.9 if acts else 2.0


def _goes_on(sentence: Sentence, mention: Mention) -> bool:
    """Whether a clause that says who somebody is goes on with what they do: "退社するのはA氏で、クオンタに移る"."""
    surface = sentence.tokens.surface
    return mention.mark_at + 1 < len(surface) and surface[mention.mark_at + 1] == ","


def lacks_object(reading: Reading, hit: Hit) -> bool:
    """Whether a clause names who acts and not on whom, who is then whoever is spoken of: "A氏が引き抜いた"."""
    low = _start_of_clause(reading, hit)
    marks = [m.payload for m in reading.sentence.of_kind("mark") if low <= m.start < hit.start]
    return "subject" in marks and "object" not in marks and hit.payload.object != "person"


def is_of_crowd(reading: Reading, hit: Hit, *, acts: bool) -> bool:
    """Whether people without a name are what the verb speaks of: "2人の従業員が移る", "研究者を引き抜いた"."""
    low, wanted = _start_of_clause(reading, hit), "object" if acts else "subject"
    for noun in reading.sentence.of_kinds(("person_noun", "people_anaphor", "colleague")):
        if noun.start < low or noun.end > hit.start:
            continue
        if noun.kind == "people_anaphor" and (
            any(m.end <= noun.start for m in _people(reading)) or counts_pair(reading, noun.start)
        ):
            continue  # "A氏、B氏の2人が", "A氏とB氏。2人を": it means them
        marks = [h for h in reading.sentence.by_start.get(noun.end, ()) if h.kind == "mark"]
        names = {m.end for m in _people(reading)}
        is_meant = any(mark.payload == wanted for mark in marks)
        is_meant = is_meant or any(mark.payload == "owner" and mark.end == hit.start for mark in marks)  # "人材の流出"
        if is_meant and _past_count(reading, noun.start) not in names:
            return True
    return False


def _past_count(reading: Reading, place: int) -> int:
    """Where a noun of people begins with the number before it that counts those named: "A氏、B氏|の2人の|研究者"."""
    passed = reading.sentence.covered_by("mark", "number", "people_anaphor", "title")
    while place > 0 and place - 1 in passed:
        place -= 1
    names = {m.end for m in _people(reading)}
    return next((index for index in range(place, place + _COUNTED) if index in names), place)


_COUNTED = 4  # words from a name to the noun that counts it


def sharing_verb(reading: Reading, hit: Hit, last: Mention) -> list[Mention]:
    """The people before one who leave their verb to the last of several clauses: "A氏がクオンタに、B氏がメタに移籍"."""
    subjects = [m for m in _people(reading) if m.mark == "subject" and m.end <= hit.start]
    place = next((index for index, m in enumerate(subjects) if m is last), 0)
    out: list[Mention] = []
    for one, following in zip(subjects[place - 1 :: -1] if place else [], subjects[place:0:-1], strict=False):
        if not _leaves_verb(reading, one, following):
            break
        out.insert(0, one)
    return out


def own_stretch(sentence: Sentence, mention: Mention, hit: Hit) -> tuple[int, int]:
    """The words between the particle of somebody and the next who is a subject, or the verb: what is told of them."""
    following = [
        m.start for m in sentence.mentions if m.kind == "person" and m.mark == "subject" and m.start > mention.mark_at
    ]
    return mention.mark_at, min([hit.start, *following])


def _leaves_verb(reading: Reading, one: Mention, following: Mention) -> bool:
    """Whether what is told of somebody ends in a goal and a comma, without a verb of its own."""
    surface = reading.sentence.tokens.surface
    commas = [index for index in range(one.mark_at, following.start) if surface[index] == ","]
    if not commas or any(one.mark_at <= trigger.start < commas[0] for trigger in reading.triggers):
        return False
    return any(mark.kind == "mark" and mark.payload in ("toward", "as") for mark in reading.sentence.ending(commas[0]))


def _people(reading: Reading) -> list[Mention]:
    return [m for m in reading.sentence.mentions if m.kind == "person" and m.entity is not None]


def _start_of_clause(reading: Reading, hit: Hit) -> int:
    """Where the words begin that a verb may have for its own: behind the verb or the break before it."""
    before = [t.end for t in reading.triggers if t.end <= hit.start]
    before += [place + 1 for place in reading.breaks if place < hit.start]
    return max([hit.start - _OF_CLAUSE, 0, *before])


def _has_object(reading: Reading, hit: Hit) -> bool:
    """Whether the clause names whom its verb acts on."""
    return any(m.kind == "person" and m.mark == "object" and m.end <= hit.start for m in reading.sentence.mentions)


def _is_cleft(sentence: Sentence, hit: Hit, mention: Mention) -> bool:
    """Whether the sentence says who it was that did it: "退社したのはA氏", "who left is Ada"."""
    marks = [m.start for m in sentence.of_kind("mark") if m.payload == "subject" and hit.end <= m.start < mention.start]
    return any(
        mention.start - place <= _MOST_STEPS
        and any(h.kind == "person_noun" or (h.kind == "mark" and h.payload == "owner") for h in sentence.ending(place))
        for place in marks
    )


def org_standing(reading: Reading, frame: Frame, hit: Hit, mention: Mention) -> str:
    """What an organization is to a verb, by the particle behind its name."""
    passive = hit.payload.passive
    acts = frame.is_agent and not passive
    if mention.start >= hit.end:
        is_closed = reading.sentence.tokens.surface[hit.end - 1].endswith(",")  # "離れ、|メタに"
        if not is_closed and describes(reading.sentence, hit, mention) and not _ties_clauses(reading, hit, mention):
            return "subject" if acts else "bare"
        return "behind"
    if mention.mark == "object":
        return "possessor" if mention.owner and acts else "bare"
    if mention.owner and mention.mark in ("toward", "as") and frame.yields in ("appoint", "change"):
        return "of"
    if passive and frame.yields == "found" and mention.mark == "subject":
        return "bare"
    if (
        mention.mark == "subject"
        and not acts
        and (frame.name in ("succeeded_by", "become") or _has_inner_subject(reading, hit, mention))
    ):
        return "at"
    if mention.mark:
        return mention.mark
    if mention.owner:
        return "owner" if hit.start - mention.end <= _NEAR else "possessor"
    if mention.end == hit.start and not acts:
        return "of" if frame.yields == "appoint" else "bare"
    return "subject" if _is_topic(reading.sentence, mention) else "beside"


def only_describes(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether an organization stands in a clause that only describes the next one: "the by-Quanta bought | Borealis".

    A verb of going or coming in that clause tells of somebody, who is not described as the organization is.
    """
    sentence = reading.sentence
    if mention.mark not in _OF_OTHERS or mention.mark_at < mention.end:
        return False
    following = next(
        (m for m in sentence.mentions if m.kind == "org" and not m.is_anaphor and m.start > mention.mark_at), None
    )
    if following is None or following.entity is mention.entity or following.start > hit.start:
        return False
    low, high = mention.mark_at + 1, following.start
    while sentence.closes(high, _BEFORE_NAME):
        high = min(h.start for h in sentence.ending(high) if h.kind in _BEFORE_NAME)
    if not 0 < high - low <= _LONGEST_CLAUSE or "," in sentence.tokens.surface[low:high]:
        return False
    if any(m.kind == "person" and low <= m.start < high for m in sentence.mentions):
        return False
    if any(low <= h.start < high for h in sentence.of_kind("trigger")):
        return False
    endings = reading.lexicon.language.adnominal_endings
    return sentence.closes(high, ("ending",)) and sentence.tokens.surface[high - 1].endswith(endings)


def _has_inner_subject(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a person is the subject of the verb within what is said of an employer: "ボレアリスはA氏が退任する"."""
    if mention.entity is None or mention.entity.is_media:
        return False
    return any(
        m.kind == "person" and m.mark == "subject" and mention.end <= m.start and m.end <= hit.start
        for m in reading.sentence.mentions
    )


def _is_topic(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name without a particle is what a headline speaks of: it comes first, or a comma follows."""
    surface = sentence.tokens.surface
    if mention.end < len(surface) and surface[mention.end] == ",":
        return True
    return not any(m.start < mention.start and not m.is_anaphor for m in sentence.mentions)
