"""Posts: a phrase such as "senior vice president of research" read from its head outwards, written in English."""

from __future__ import annotations

from dataclasses import dataclass, replace

from talentflow.reader.fields import words_after, words_before
from talentflow.reader.page import Sentence
from talentflow.reader.phrases import Hit


@dataclass(frozen=True, slots=True)
class Post:
    """A post found at tokens `start` to `end`: its English wording and its head."""

    start: int
    end: int
    english: str
    head: str
    is_former: bool = False
    is_new: bool = False
    is_plural: bool = False


_VAGUE = frozenset({"head", "chief", "leader", "executive", "employee", "top executive", "senior executive", "lead"})


def is_vague(post: str | None) -> bool:
    """Whether a post says so little that any other that is told says more: "the executive", "its next chief"."""
    return post is None or post in _VAGUE


def fuller(one: str | None, other: str | None) -> str | None:
    """The first of two posts, unless only the other says what it is."""
    return other if is_vague(one) and other is not None else one


def find_posts(sentence: Sentence, open_posts: frozenset[str] = frozenset()) -> list[Post]:
    """The posts that a sentence names, in order; `open_posts` are the heads that any word may specify."""
    heads = [hit for hit in sentence.of_kind("role") if hit.payload.part == "head"]
    if not heads:
        return []
    if len(heads) > 1:
        heads = [hit for hit in heads if not any(_lies_within(hit, other) for other in heads)]
        if open_posts:
            heads = [hit for hit in heads if not _begins_another(sentence, hit, heads)]
        heads.sort(key=lambda hit: (hit.start, -hit.end))
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.is_anaphor]
    modifiers = [hit for hit in sentence.of_kind("role") if hit.payload.part == "modifier"]
    out: list[Post] = []
    used = -1
    for hit in heads:
        if hit.start < used or any(start <= hit.start and hit.end <= end for start, end in names):
            continue
        start, left_words = _left(sentence, hit.start, used, modifiers) if modifiers else (hit.start, [])
        # "directora ejecutiva interina": what Spanish puts after the head, English puts before it.
        end, behind, right_words = _right(sentence, hit.end)
        if hit.payload.english in open_posts:
            start, left_words = _wider(words_before(sentence, hit.start, used), start, left_words)
        if open_posts and hit.payload.english not in _WITHOUT_FIELD:
            last, field = words_after(sentence, hit.end)
            if last > end:
                end, behind, right_words = last, [], field
        words = [*behind, *left_words, hit.payload.english]
        english = " ".join(words)
        if right_words:
            english += " of " + " ".join(right_words) if right_words[0] != "of" else " " + " ".join(right_words)
        before = _kinds_ending(sentence, start)
        is_plural = _is_plural(sentence.tokens.folded[hit.end - 1], hit.payload.english)
        post = Post(start, end, english, hit.payload.english, "former" in before, "new" in before, is_plural)
        if open_posts and out and _are_one(sentence, out[-1], post):
            first = out.pop()
            post = replace(first, end=end, english=f"{first.english} and {post.english}")
        out.append(post)
        used = end
    return out


def _is_plural(word: str, english: str) -> bool:
    """Whether a post is told of several, where plurals end in -s: "founders", "chercheurs"; not "boss", "sales"."""
    return len(word) > 3 and word[-1] == "s" and word[-2] != "s" and not english.endswith("s")


def _are_one(sentence: Sentence, one: Post, other: Post) -> bool:
    """Whether "and" alone joins two posts, which then are one person's: "president and CEO"."""
    return any(hit.kind == "and" and hit.end == other.start for hit in sentence.by_start.get(one.end, ()))


_WITHOUT_FIELD = ("founder", "co-founder", "member", "employee", "founding member")


def _wider(found: tuple[int, list[str]], start: int, words: list[str]) -> tuple[int, list[str]]:
    """The words before a head that reach further."""
    return found if found[0] < start else (start, words)


def _begins_another(sentence: Sentence, hit: Hit, heads: list[Hit]) -> bool:
    """Whether a word is but the first of a longer post: "chief | insights officer", "principal | chip architect"."""
    if hit.payload.english not in ("chief", "principal", "lead"):
        return False
    surface = sentence.tokens.surface
    return any(
        0 < other.start - hit.end <= _TITLE_WORDS and all(word.isalpha() for word in surface[hit.end : other.start])
        and not any(sentence.opens(index, _GRAMMAR) for index in range(hit.end, other.start))
        for other in heads
    )  # fmt: skip


_TITLE_WORDS = 3
_GRAMMAR = ("mark", "and", "determiner", "copula", "trigger", "person", "org", "former", "new", "function", "said")


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
        domain = [hit for hit in here if hit.kind == "role" and hit.payload.part in ("domain", "modifier")]
        if domain:
            hit = max(domain, key=lambda hit: hit.end)
            own = words if is_field or hit.payload.part == "domain" else behind
            if hit.payload.english and hit.payload.english not in own:
                own.append(hit.payload.english)
            index = last = hit.end
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
