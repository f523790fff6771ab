"""The words of a post that no list holds, taken as the text has them: "national health lead", "head of the Zen team".

Only for a language whose posts are written as they stand (`open_posts`), which is the one that claims are written in.
"""

from __future__ import annotations

from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.registry import Place

_LONGEST = 6  # words that no list holds
_REACH = 14
_ENDS = (
    "trigger", "said", "break", "relative", "copula", "pronoun", "former", "current", "new", "according", "weekday",
    "month", "relative_time", "including", "also", "negation", "since", "together", "unnamed",
    "complementizer", "possessive", "possessive_plural", "company_possessive", "function", "at_least", "acting",
    "determiner", "and", "mark", "place", "public_body", "person_noun", "number", "colleague", "cue", "title",
)  # fmt: skip
# Behind these a post begins, so that what stands between them and its head belongs to it.
_OPENERS = frozenset(
    {"determiner", "mark", "trigger", "copula", "former", "new", "current", "possessive", "company_possessive", "and",
     "place", "possessive_plural", "also", "title", "function"}
)  # fmt: skip
_UNITS = frozenset({"group", "lab", "laboratory", "labs", "business", "team", "unit"})  # of a company, not one itself
_PARTS = frozenset({"team", "unit", "division", "department", "practice", "pod", "crew"})  # the same, beyond doubt
_FACULTIES = frozenset({"school", "college", "faculty", "department"})  # of a university: "dean of the School of Law"


def words_before(sentence: Sentence, start: int, floor: int) -> tuple[int, list[str]]:
    """The words right before a post's head that specify it, and where they begin; none where no post could begin."""
    surface, tokens = sentence.tokens.surface, sentence.tokens
    named = _named(sentence)
    covered = sentence.covered_by(*_ENDS) | named
    words: list[str] = []
    index = start - 1
    is_title, sure, joined = surface[start][0].isupper(), (index, 0), 0
    while index > floor and len(words) < _LONGEST:
        modifier = _longest([hit for hit in sentence.ending(index + 1) if specifies(hit) or is_region(hit)])
        if modifier is not None and modifier.start > floor:
            words.insert(0, english_of(sentence, modifier))
            index = modifier.start - 1
            sure, joined = (index, len(words)), 0
            continue
        joint = _title_joint(sentence, index, floor) if words else 0
        if joint:
            joined = joint
            words.insert(0, "and")
            index = joint - 1
            continue
        word = surface[index]
        is_acronym = word.isupper() and len(word) > 1 and not surface[start].isupper()  # "IT", which is no pronoun
        if index in named or (index in covered and not joined and not is_acronym) or not word.isalpha():
            break
        if word[0].isupper() and not word.isupper():
            if not is_title or index == 0:  # "Senior | Photogrammetry | Engineer", were it not an employer's name
                if index == 0 and words and not is_title and not sentence.opens(1, ("company",)):
                    words.insert(0, word)  # "Healthcare | vertical | head"
                    sure = (-1, len(words))
                break
            words.insert(0, word.lower())
            index -= 1
            continue
        if tokens.is_glued(index - 1) and surface[index - 1] == "-":
            compound = f"{surface[index - 2]}-{word}"
            if index - 2 in covered or not surface[index - 2].islower():
                return start, []
            words.insert(0, compound)
            index -= 3
            sure = (index, len(words))
            continue
        words.insert(0, word)
        index -= 1
        sure = (index, len(words))
    index, count = sure
    words = [word for word in words[len(words) - count :] if word]
    return (index + 1, words) if words and _may_begin(sentence, index) else (start, [])


def joins_titles(sentence: Sentence, index: int, head: Hit) -> bool:
    """Whether an "and" stands amid the words of one post: "chief technology | and | information officer"."""
    if not head.payload.english.endswith("officer") or not sentence.opens(index, ("and",)):
        return False
    return index + 1 < head.start and not sentence.closes(index, ("and", "mark"))


def _title_joint(sentence: Sentence, index: int, floor: int) -> int:
    """Where an "and" before a token begins that joins what a chief is of, 0 where none does."""
    for hit in sentence.ending(index + 1):
        if hit.kind == "and":
            place = hit.start - 1
            while place > floor and hit.start - place <= _TITLE_WORDS and sentence.tokens.surface[place].isalpha():
                if any(specifies(other) and other.payload.english == "chief" for other in sentence.ending(place)):
                    return hit.start
                place -= 1
    return 0


_TITLE_WORDS = 3


def _may_begin(sentence: Sentence, index: int) -> bool:
    """Whether a post can begin right behind a token."""
    if index < 0 or sentence.tokens.surface[index] in ",(–—:;•-" or sentence.tokens.is_possessive(index):
        return True
    if any(hit.kind in _OPENERS for hit in sentence.ending(index + 1)):
        return True
    return any(
        mention.end == index + 1 and (mention.kind != "person" or sentence.closes(mention.start, ("trigger",)))
        for mention in sentence.mentions
    )  # "named Ada Moreno | country head"


def words_after(sentence: Sentence, end: int, *, is_open: bool = False) -> tuple[int, list[str]]:
    """What follows a post's head and says of what it is, and where that ends: "of the Zen team", "for the UK".

    That place is -1 where what follows tells the employer instead.
    `is_open` where nothing but the field can follow: "led | the Zen team".
    """
    surface, count = sentence.tokens.surface, len(sentence.tokens)
    named = _named(sentence)
    covered = (sentence.covered_by(*_ENDS) - sentence.covered_by("place")) | named
    words: list[str] = []
    free, joint = 0, ""
    index = last = end
    if not is_open and _is_title_style(sentence, end, covered):
        is_open, index = True, end + 1  # "Vice President, | Global Sales"
    while index < min(count, end + _REACH):
        here = sentence.by_start.get(index, ())
        known = _longest([hit for hit in here if hit.kind == "role" and hit.payload.part != "head"])
        if index in named:
            known = None
        if known is not None and (is_open or not words):  # "VP engineering" too
            if known.payload.english and known.payload.english not in words:
                words += [*joint.split(), known.payload.english]
                joint = ""
            index = last = known.end
            continue
        if is_open and not words and sentence.opens(index, _NO_FIELD):
            index = max(hit.end for hit in here if hit.kind in _NO_FIELD)
            continue
        if is_open and (name := _name_before(sentence, index, covered)):
            if not name.owner and not (name.entity is not None and name.entity.listed):
                words += [*joint.split(), name.surface]  # "the Zen team"
                joint = ""
                index = last = name.end
                continue
            if not words:
                index = name.end + (1 if name.owner else 0)
                continue
        if is_open and not words and (part := _faculty(sentence, index) or _part(sentence, index)):
            words.append(part)  # the name stays what it is
            break
        region = _longest([hit for hit in here if is_region(hit)])
        if is_open and region is not None and not all(word.isalpha() for word in surface[index : region.end]):
            words += [*joint.split(), english_of(sentence, region)]  # "the U.S. | sales team"
            joint = ""
            index = last = region.end
            continue
        if is_open and _is_free(sentence, index, covered) and free < _LONGEST:
            words += [*joint.split(), surface[index]]
            joint = ""
            free += 1
            index += 1
            if index + 1 < count and surface[index] == "-" and surface[index + 1].isalpha():
                words[-1] += f"-{surface[index + 1]}"
                index += 2
            last = index
            continue
        if words and is_open and sentence.tokens.is_possessive(index):
            joint = words[0] if words[0] in PLACING else ""
            words, free, last = [], 0, end  # "of Cape Town's | Dublin office" says whose it is
            index += 1
            continue
        step, link = _link(sentence, index, covered, has_words=bool(words), is_open=is_open)
        if not step:
            break
        is_open = True
        if link and (words or link in PLACING):
            joint = link
        index = step
    company = sentence.covered_by("company", "institution")
    if says_nothing(words):
        return end, []  # "led the group" says nothing
    if (
        free
        and not (_UNITS | _PARTS).intersection(words)
        and any(i in company for i in range(end, min(last + 1, count)))
    ):
        return -1, []  # "chief executive of the network operator" says where
    return last, words


_NO_FIELD = ("new", "current")


def says_nothing(field: list[str]) -> bool:
    """Whether a field is but a word for some unit: "the group"."""
    return len(field) == 1 and field[0] in _UNITS


def is_of_unit(field: list[str]) -> bool:
    """Whether a field is a unit that is told: "(member of) the evaluation team"."""
    return len(field) > 1 and field[-1] in _PARTS


def is_team(word: object) -> bool:
    """Whether an English word means people who work together within an employer, and no employer or place."""
    return word in _TEAMS


_TEAMS = frozenset({"team", "group", "division", "unit", "department", "crew", "research group", "section"})


def _faculty(sentence: Sentence, index: int) -> str:
    """The name of a university's part that begins here: "(dean of) the | School of Engineering"."""
    if index >= len(sentence.tokens) or sentence.tokens.folded[index] not in _FACULTIES:
        return ""
    end = next((m.end for m in sentence.mentions if m.start == index and m.kind == "org" and not m.is_anaphor), 0)
    tokens = sentence.tokens
    while end and sentence.opens(end, ("mark", "and")) and end + 1 < len(tokens):
        is_of = any(hit.kind == "and" or hit.payload == "of" for hit in sentence.by_start[end])
        if not is_of or not tokens.surface[end + 1][0].isupper():
            break
        end += 2  # "the Faculty | of Engineering"
    return tokens.text[tokens.start[index] : tokens.end[end - 1]] if end else ""


def _part(sentence: Sentence, index: int) -> str:
    """The name of an employer's part that begins here, where the employer follows: "head of | Siri | at Apple"."""
    if not sentence.closes(index, ("mark", "determiner")):
        return ""
    for mention in sentence.mentions:
        if mention.start == index and mention.kind == "org" and not mention.is_anaphor and not mention.owner:
            at = [
                hit.end for hit in sentence.by_start.get(mention.end, ()) if hit.kind == "mark" and hit.payload == "at"
            ]
            if any(other.kind == "org" and not other.is_anaphor and other.start in at for other in sentence.mentions):
                return mention.surface
    return ""


def _is_title_style(sentence: Sentence, end: int, covered: set[int]) -> bool:
    """Whether a comma parts a post from its field, as in titles: "Vice President | , Global Sales"."""
    surface = sentence.tokens.surface
    if end + 1 >= len(surface) or surface[end] != "," or end + 1 in covered:
        return False
    if not (surface[end - 1][0].isupper() and surface[end + 1][0].isupper()):
        return False
    index = end + 1
    while sentence.opens(index, ("role",)):
        hits = [hit for hit in sentence.by_start[index] if hit.kind == "role"]
        if any(hit.payload.part == "head" for hit in hits):
            return False
        index = max(hit.end for hit in hits)
    return index > end + 1


def _link(sentence: Sentence, index: int, covered: set[int], *, has_words: bool, is_open: bool) -> tuple[int, str]:
    """Where the field goes on behind "of", "for", "in" or "and", 0 where it does not, and the word that it takes."""
    for hit in sentence.by_start.get(index, ()):
        if hit.kind == "mark" and hit.payload in ("of", "toward", "at") and hit.end == index + 1:
            if hit.payload == "toward" and not _is_for_a_field(sentence, hit):
                continue
            if hit.payload == "at" and not _is_in_a_part(sentence, hit, covered, has_words=has_words):
                continue
            return hit.end, sentence.tokens.folded[index] if hit.payload == "at" else ""
        is_first = is_open and (not has_words or sentence.closes(index, ("mark",)))
        if hit.kind == "determiner" and is_first and hit.end < len(sentence.tokens):
            return hit.end, ""
        if hit.kind == "and" and has_words and _goes_on(sentence, hit.end, covered):
            return hit.end, "and"
    if has_words and sentence.tokens.surface[index] == "," and _is_list(sentence, index + 1, covered):
        return index + 1, ","
    return 0, ""


def _is_in_a_part(sentence: Sentence, mark: Hit, covered: set[int], *, has_words: bool) -> bool:
    """Whether "in" leads to a part of the employer, or behind a field to a place: "director in | the tax practice"."""
    word = sentence.tokens.folded[mark.start]
    if word not in PLACING:
        return False
    index = mark.end
    while sentence.opens(index, ("determiner", "new")):
        index = max(hit.end for hit in sentence.by_start[index] if hit.kind in ("determiner", "new"))
    for place in range(mark.end, min(index + _OWNER, len(sentence.tokens))):
        if sentence.tokens.is_possessive(place):
            index = place + 1  # "in | the firm's | human capital team"
    if has_words:
        return word == "in" and sentence.opens(index, ("place",))
    if index == mark.end:
        return False
    for place in range(index, index + _LONGEST):
        is_word = _is_free(sentence, place, covered) or any(specifies(hit) for hit in sentence.by_start.get(place, ()))
        if not is_word:
            return False
        if sentence.tokens.folded[place] in _PARTS:
            return place > index
    return False


def _is_for_a_field(sentence: Sentence, mark: Hit) -> bool:
    """Whether "for" leads to what a post is about, and to no time or purpose: "vice president for | AI policy"."""
    if sentence.tokens.folded[mark.start] != "for" or mark.end >= len(sentence.tokens):
        return False
    if any(hit.kind == "role" and hit.payload.part != "head" for hit in sentence.by_start.get(mark.end, ())):
        return True
    if _leads_to_business(sentence, mark.end):
        return True
    if sentence.tokens.surface[mark.end][0].isupper():
        return not sentence.opens(mark.end, ("month", "weekday", "person"))
    return sentence.closes(mark.start, ("role",)) and not sentence.opens(mark.end, _NO_AIM)


def _leads_to_business(sentence: Sentence, index: int) -> bool:
    """Whether an article and a few words lead to a part of the employer: "officer for | the Australian business"."""
    if not sentence.opens(index, ("determiner",)):
        return False
    for place in range(index + 1, min(index + _LONGEST, len(sentence.tokens))):
        if sentence.tokens.folded[place] in _BUSINESSES:
            return place > index + 1
        if sentence.opens(place, ("trigger", "said", "person", "org", "relative", "determiner", "month")):
            return False
    return False


_BUSINESSES = frozenset({"business", "businesses", "operations", "operation", "market", "markets", "region"}) | _PARTS
PLACING = ("in", "on")
_OWNER = 4
_NO_AIM = ("determiner", "new", "number", "at_least", "pronoun", "person_noun", "company", "unnamed")


def _goes_on(sentence: Sentence, index: int, covered: set[int]) -> bool:
    """Whether "and" goes on with the field, and not with another post or another clause."""
    if any(hit.kind == "role" and hit.payload.part == "head" for hit in sentence.by_start.get(index, ())):
        return False
    known = any(specifies(hit) for hit in sentence.by_start.get(index, ()))
    after = words_end(sentence, index)
    if sentence.opens(after, ("role",)) and any(
        h.payload.part == "head" for h in sentence.by_start[after] if h.kind == "role"
    ):
        return False  # "head of policy and chief economist"
    return known or _is_free(sentence, index, covered)


def words_end(sentence: Sentence, index: int) -> int:
    """Behind the word, or the known phrase of a post, that begins at a token."""
    return max([hit.end for hit in sentence.by_start.get(index, ()) if specifies(hit)], default=index + 1)


def _is_list(sentence: Sentence, index: int, covered: set[int]) -> bool:
    """Whether a comma goes on with a list that ends in "and": "strategy, | marketing and engineering"."""
    for place in range(index, index + 4):
        if place > index and sentence.opens(place, ("and",)):
            return _goes_on(sentence, place + 1, covered)
        if not _is_free(sentence, place, covered) and not any(
            specifies(hit) for hit in sentence.by_start.get(place, ())
        ):
            return False
    return False


def _is_free(sentence: Sentence, index: int, covered: set[int]) -> bool:
    """Whether a word is none of grammar, of a name or of another post."""
    if index >= len(sentence.tokens) or index in covered or not sentence.tokens.surface[index].isalpha():
        return False
    return not any(hit.kind == "role" and hit.payload.part == "head" for hit in sentence.by_start.get(index, ()))


def _name_before(sentence: Sentence, index: int, covered: set[int]) -> Mention | None:
    """The name that begins here and stands before a word of the field: "Tesla's | Autopilot effort", "Zen | team"."""
    for mention in sentence.mentions:
        if mention.start == index and mention.kind == "org" and not mention.is_anaphor:
            behind = mention.end + (1 if mention.owner else 0)
            known = any(specifies(hit) for hit in sentence.by_start.get(behind, ())) or _faculty(sentence, behind)
            return mention if known or _is_free(sentence, behind, covered) else None
    return None


def _named(sentence: Sentence) -> set[int]:
    return {
        index
        for mention in sentence.mentions
        if mention.kind in ("person", "org") and not mention.is_anaphor
        for index in range(mention.start, mention.end)
    }


def specifies(hit: Hit) -> bool:
    """Whether a phrase can stand before a post and say what kind it is."""
    return hit.kind == "role" and hit.payload.part == "modifier"


def is_region(hit: Hit) -> bool:
    """Whether a phrase names a country or a larger part of the world, as before a post: "the | UK | chief"."""
    return hit.kind == "place" and isinstance(hit.payload, Place) and hit.payload.sort in _REGIONS


_REGIONS = ("country", "region")


def english_of(sentence: Sentence, hit: Hit) -> str:
    """How a post writes what specifies it: a region as the text has it."""
    if hit.kind == "role":
        return str(hit.payload.english)
    tokens = sentence.tokens
    return tokens.text[tokens.start[hit.start] : tokens.end[hit.end - 1]]


def _longest(hits: list[Hit]) -> Hit | None:
    return max(hits, key=lambda hit: hit.end - hit.start, default=None)


class Field:
    """The field of a post in English words; what it is a unit of goes before the unit: "equipo de | diseño"."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._unit = ""
        self._since = 0  # words before the unit
        self._joint = ""

    def is_empty(self) -> bool:
        """Whether nothing was taken up yet."""
        return not self._words and not self._unit

    def add(self, english: str) -> None:
        """Takes up the next words."""
        if english and english not in self._words:
            if self._joint == "of":
                self._words.insert(len(self._words) - 1, english)
                self._joint = ""
                return
            if self._joint == "," and self._words:
                self._words[-1] += ","
            elif self._joint == "for" or (self._joint and self._words):
                self._words.append(self._joint)
            self._words.append(english)
            self._joint = ""

    def describe(self, english: str) -> None:
        """Takes up an adjective, which English puts before its noun: "expansión internacional", "filial española"."""
        if english not in self._words:
            is_of_unit = bool(self._unit) and len(self._words) == self._since
            self._words.insert(len(self._words) if is_of_unit else max(len(self._words) - 1, 0), english)

    def add_unit(self, english: str) -> None:
        """Takes up the word for a unit ("team"), empty where English does without ("área de")."""
        self._close()
        self._unit, self._since = english, len(self._words)

    def go_on(self, joint: str = "and") -> None:
        """An "and", or a comma: another field may follow."""
        self._joint = joint

    def be_of(self) -> None:
        """An "of" behind the last words: what follows comes before them in English, "diseño de | chips"."""
        if self._words and not self._unit and not self._words[-1].startswith(("for ", "in ")):
            self._joint = self._joint or "of"

    def be_for(self) -> None:
        """A "for": what follows is whom or where the post serves."""
        self._close()
        self._joint = "for"

    def words(self) -> list[str]:
        """All words so far."""
        self._close()
        return self._words

    def _close(self) -> None:
        if self._unit:
            self._words.append(self._unit)
            self._unit = ""
