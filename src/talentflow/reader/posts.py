"""Posts: a phrase such as "senior vice president of research" read from its head outwards, written in English."""

from __future__ import annotations

from dataclasses import dataclass, replace

from talentflow.languages import Language
from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit
from talentflow.reader.script import QUOTES


@dataclass(frozen=True, slots=True)
class Post:
    """A post found at tokens `start` to `end`: its English wording and its head."""

    start: int
    end: int
    english: str
    head: str
    is_former: bool = False
    is_new: bool = False
    is_led: bool = False  # told by a word that is none without its field: "leads the robotics team"
    is_taken: bool = False  # written as what somebody is named, which describes nobody: "مديرا"
    is_definite: bool = False  # written as what describes the name right before it: "المدير"


def find_posts(sentence: Sentence, language: Language | None = None) -> list[Post]:
    """The posts that a sentence names, in order; `language` tells how one is written that somebody takes."""
    heads = [hit for hit in sentence.of_kind("role") if hit.payload.part == "head"]
    titles = {(hit.start, hit.end) for hit in heads if not hit.payload.english}
    if titles:  # "المهندس توم بيرغ" is how he is addressed
        people = {mention.start for mention in sentence.mentions if mention.kind == "person"}
        heads = [h for h in heads if h.payload.english and not (h.end in people and (h.start, h.end) in titles)]
    leading = {(hit.start, hit.end): hit for hit in sentence.of_kind("leading")}
    own = {(hit.start, hit.end) for hit in heads}
    heads += [hit for place, hit in leading.items() if place not in own]
    if not heads:
        return []
    if len(heads) > 1:
        heads = [hit for hit in heads if not any(_lies_within(hit, other) for other in heads)]
        heads.sort(key=lambda hit: (hit.start, -hit.end))
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.is_anaphor]
    modifiers = [hit for hit in sentence.of_kind("role") if hit.payload.part == "modifier"]
    out: list[Post] = []
    used = -1
    for hit in heads:
        if hit.start < used or any(start <= hit.start < end for start, end in names):
            continue
        start, left_words = _left(sentence, hit.start, used, modifiers) if modifiers else (hit.start, [])
        # "directora ejecutiva interina": what Spanish puts after the head, English puts before it.
        end, behind, right_words = _right(sentence, hit.end)
        leads = leading.get((hit.start, hit.end))
        right_words = right_words or _beyond_employer(sentence, end)
        is_led = hit is leads
        if is_led and not right_words:
            continue
        # "رئيس الأبحاث": who presides over a field is its head, and president of an employer alone
        head = leads.payload if leads is not None and right_words else hit.payload.english
        words = [*behind, *left_words, head]
        english = " ".join(words)
        if right_words:
            english += " of " + " ".join(right_words) if right_words[0] != "of" else " " + " ".join(right_words)
        before = _kinds_ending(sentence, start)
        is_new = "new" in before or any(other.kind == "new" for other in sentence.by_start.get(hit.end, ()))
        post = Post(start, end, english, head, "former" in before, is_new, is_led)
        out.append(_as_written(post, sentence, hit, language) if language and language.predicative else post)
        used = end
    return out


def _as_written(post: Post, sentence: Sentence, head: Hit, language: Language) -> Post:
    """The post with whether its first word is written as what somebody takes or as what describes a name."""
    word = sentence.tokens.surface[post.start]
    owned = tuple(suffix for suffix in language.suffixes if len(suffix) > 1)
    if word.endswith(language.predicative) and not word.endswith(owned):
        return replace(post, is_taken=True)
    is_sure = head.has_article or not word.endswith(language.feminine[1])  # "رئيسة" may be either
    return replace(post, is_definite=is_sure and not head.prefix)


def _lies_within(hit: Hit, other: Hit) -> bool:
    """Whether a phrase is a part of a longer one: "president" of "vice president"."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


def _kinds_ending(sentence: Sentence, start: int) -> set[str]:
    """What kinds of phrases stand right before a token, past articles and organizations."""
    kinds: set[str] = set()
    index = start
    for _ in range(4):
        found = [hit for hit in sentence.ending(index) if hit.kind in _BEFORE_POST]
        kinds.update([hit.kind for hit in found])
        if not found:
            if index > 0 and (sentence.tokens.is_possessive(index - 1) or sentence.tokens.surface[index - 1] == "-"):
                index -= 1
                continue
            break
        index = min([hit.start for hit in found])
    return kinds


_BEFORE_POST = ("former", "new", "determiner", "org", "current", "company", "acting")


def _left(sentence: Sentence, start: int, floor: int, modifiers: list[Hit]) -> tuple[int, list[str]]:
    words: list[str] = []
    modifiers = [hit for hit in modifiers if hit.start > floor]
    while True:
        is_hyphened = sentence.tokens.surface[start - 1] == "-"
        found = [hit for hit in modifiers if hit.end == start or (is_hyphened and hit.end == start - 1)]
        if not found:
            return start, words
        hit = min(found, key=lambda hit: hit.start)
        words.insert(0, hit.payload.english)
        start = hit.start


def _is_of_field(hit: Hit) -> bool:
    """Whether a phrase can belong to what a post is about: "of research", "of Windows"."""
    if hit.kind == "role":
        return hit.payload.part == "domain" or (hit.payload.part == "modifier" and not hit.prefix)
    return hit.kind in ("field", "product")


def _english(hit: Hit) -> str:
    """How the record writes such a phrase."""
    name = hit.payload if hit.kind == "field" else hit.payload.name if hit.kind == "product" else hit.payload.english
    return str(name)


_WITHIN = ("new", "former", "current")


def _goes_on(sentence: Sentence, here: list[Hit]) -> bool:
    """Whether a field follows an adjective of the head: "رئيسا جديدا للأبحاث"."""
    end = max(hit.end for hit in here if hit.kind in _WITHIN)
    return any(_is_of_field(hit) and hit.kind != "product" for hit in sentence.by_start.get(end, ()))


def _beyond_employer(sentence: Sentence, end: int) -> list[str]:
    """The field that a preposition ties to a post past its employer: "نائب رئيس تسلا لشؤون الهندسة"."""
    quoted = end < len(sentence.tokens) and sentence.tokens.surface[end] in QUOTES
    for org in sentence.mentions:
        if org.kind == "org" and not org.is_anaphor and org.start == end + quoted:
            place = org.end + quoted
            fields = [hit for hit in sentence.by_start.get(place, ()) if _is_of_field(hit) and hit.prefix]
            return _right(sentence, place)[2] if fields else []
    return []


def _right(sentence: Sentence, end: int) -> tuple[int, list[str], list[str]]:
    """What follows the head: modifiers of languages that put them after it, and "of research"."""
    tokens = sentence.tokens
    behind: list[str] = []
    words: list[str] = []
    is_field = False  # after "of" whatever follows is the field, were it a modifier elsewhere: "head of security"
    index = end
    last = end
    while index < len(tokens) and index < end + 12:
        here = sentence.by_start.get(index)
        if here is None:
            break
        domain = [hit for hit in here if _is_of_field(hit)]
        if domain:
            hit = max(domain, key=lambda hit: hit.end)
            own = behind if not is_field and hit.kind == "role" and hit.payload.part == "modifier" else words
            english = _english(hit)
            if english and english not in own:
                own.append(english)
            index = last = hit.end
            continue
        if any(hit.kind in _WITHIN for hit in here) and _goes_on(sentence, here):
            index = max(hit.end for hit in here if hit.kind in _WITHIN)
            continue
        if any(
            hit.kind in ("determiner", "and") or (hit.kind == "mark" and hit.payload in ("of", "at")) for hit in here
        ):
            if sentence.opens(index + 1, ("org",)):
                break
            is_field = is_field or any(hit.kind == "mark" for hit in here)
            index = max(hit.end for hit in here if hit.kind in ("mark", "determiner", "and"))
            continue
        break
    return last, behind, words
