"""Posts: a phrase such as "senior vice president of research" read from its head outwards, written in English."""

from __future__ import annotations

from dataclasses import dataclass, replace

from talentflow.languages import Language
from talentflow.reader.posts.fields import (
    is_of_unit,
    is_team,
    joins_titles,
    says_nothing,
    specifies,
    words_after,
    words_before,
)
from talentflow.reader.posts.post_fields import (
    behind_employer,
    beyond_employer,
    english_word,
    modifiers_of,
    tied_before,
    with_field_before,
    with_field_behind,
    words_left,
    words_right,
)
from talentflow.reader.words.compounds import OF_A_FIELD
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.text.tokens import is_ideographic


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
    is_led: bool = False  # told by a word that is none without its field: "leads the robotics team"
    is_taken: bool = False  # written as what somebody is named, which describes nobody: "مديرا"
    is_definite: bool = False  # written as what describes the name right before it: "المدير"


_VAGUE = frozenset({
    "head", "chief", "lead", "leader", "manager", "executive", "top executive", "senior executive", "employee",
    "member", "director", "founder", "co-founder", "partner",
})  # fmt: skip


LEADERS = frozenset({"head", "chief", "leader", "top executive"})  # which may be of a part, or of all of a house
_BROAD = "president"  # of whatever: a post that is told besides says more


def is_vague(post: str | None) -> bool:
    """Whether a post says so little that any other that is told says more: "the executive", "its next chief"."""
    return post is None or post in _VAGUE


def sharper(one: str | None, other: str | None) -> str | None:
    """The first of two wordings of a post, unless the second says more exactly what it is."""
    if one is None or other is None:
        return one or other
    says_more = (is_vague(one) or one == _BROAD) and (not is_vague(other) or other.endswith(one))
    return other if says_more or set(one.split()) < set(other.split()) else one


def find_posts(sentence: Sentence, language: Language | None = None) -> list[Post]:
    """The posts that a sentence names, in order.

    `language` tells which of them any word may specify, and how one is written that somebody takes.
    """
    open_posts = language.open_posts if language is not None else frozenset()
    heads = [hit for hit in sentence.of_kind("role") if hit.payload.part == "head"]
    titles = {(hit.start, hit.end) for hit in heads if not hit.payload.english}
    if titles:  # "المهندس توم بيرغ" is how he is addressed
        people = {mention.start for mention in sentence.mentions if mention.kind == "person"}
        heads = [h for h in heads if h.payload.english and not (h.end in people and (h.start, h.end) in titles)]
    leading = {(hit.start, hit.end): hit for hit in sentence.of_kind("leading")}
    heads = [hit for hit in heads if not _are_led(sentence, hit)]
    places = {(hit.start, hit.end) for hit in heads}
    heads += [hit for place, hit in leading.items() if place not in places]
    if not heads:
        return []
    if len(heads) > 1:
        heads = [hit for hit in heads if not any(_lies_within(hit, other) for other in heads)]
        if open_posts:
            heads = [hit for hit in heads if not _begins_another(sentence, hit, heads)]
        heads.sort(key=lambda hit: (hit.start, -hit.end))
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.is_anaphor or mention.entity]
    modifiers = modifiers_of(sentence, names, is_open=bool(open_posts))
    out: list[Post] = []
    used = -1
    for hit in heads:
        if hit.start < used or any(start <= hit.start and hit.end <= end for start, end in names):
            continue
        own = english_word(hit)
        if own in _OF_CROWDS and _counts_crowd(sentence, hit):
            continue
        start, left_words, left_field = words_left(
            sentence, hit.start, used, modifiers, names, is_open=bool(open_posts)
        )
        # "directora ejecutiva interina": what Spanish puts after the head, English puts before it.
        end, behind, right_words = words_right(sentence, hit.end)
        if own in open_posts:
            start, left_words = _wider(words_before(sentence, hit.start, used), start, left_words)
        if open_posts:
            last, field = words_after(sentence, hit.end)
            if field and last >= end and (own not in _WITHOUT_FIELD or is_of_unit(field)):
                end, behind, right_words = last, [], field
            if behind and not any(specifies(other) for other in sentence.by_start.get(hit.end, ())):
                end, behind = hit.end, []  # "will chair | the audit committee"
            if last < 0 or says_nothing(right_words) or any(start < end < stop for start, stop in names):
                right_words = []
        leads = leading.get((hit.start, hit.end))
        if leads is not None and not right_words and language is not None and language.spaceless:
            end, right_words = behind_employer(sentence, end)  # "负责 | 谷歌机器人团队"
        right_words = right_words or beyond_employer(sentence, end)
        if not right_words and start == hit.start and own in OF_A_FIELD:
            start, right_words = tied_before(sentence, start, used)
        is_led = hit is leads
        if is_led and (not right_words or _tells_of_post(sentence, end, heads)):
            continue
        # "رئيس الأبحاث": who presides over a field is its head, and president of an employer alone
        head = leads.payload if leads is not None and right_words else own
        if head == _BROAD and not right_words and _is_of_board(sentence, hit):
            head = own = _CHAIR
        around = head if hit.kind != "role" or head is not own else hit.payload.around or own
        if head == "founder" and _is_counted(sentence, start):
            head = around = "co-founder"  # "six of the twelve founders"
        if left_field:
            english = with_field_before([*behind, *left_words], left_field, head)
        else:
            english = with_field_behind(" ".join([*behind, *left_words, around]), right_words)
        english = english.replace("co- ", "co-")
        if out and own == "head" and _goes_on(out[-1], start):
            # "vice president | in charge of research": what follows says of what, if it is known
            out[-1] = replace(out[-1], end=end, english=with_field_behind(out[-1].english, right_words))
            used = end
            continue
        before = _kinds_ending(sentence, start)
        is_new = "new" in before or any(other.kind == "new" for other in sentence.by_start.get(hit.end, ()))
        is_former = "former" in before or any(start < other.start < hit.start for other in sentence.of_kind("former"))
        post = Post(start, end, english, head, is_former, is_new, _is_plural(sentence, hit, own), is_led)
        out.append(_as_written(post, sentence, hit, language) if language and language.predicative else post)
        used = end
    return _in_one_breath(sentence, out)


def _is_of_board(sentence: Sentence, hit: Hit) -> bool:
    """Whether a pronoun that is written onto a post means a board before it: "قبل مجلس الإدارة استقالة | رئيسه"."""
    if not any(other.suffix and other.kind == "role" for other in sentence.by_start.get(hit.start, ())):
        return False
    return any(0 < hit.start - board.end <= _BOARD_WITHIN for board in sentence.of_kind("board"))


_BOARD_WITHIN = 8
_CHAIR = "chair of the board"


def _tells_of_post(sentence: Sentence, end: int, heads: list[Hit]) -> bool:
    """Whether words that tell what is led only describe the post behind them: "负责工业设计的 | 副总裁"."""
    links = [hit.end for hit in sentence.by_start.get(end, ()) if hit.kind == "post_link"]
    return any(head.start in links for head in heads)


def _are_led(sentence: Sentence, hit: Hit) -> bool:
    """Whether several are only those whom a team is made of: "ran a team of | developers"."""
    if not _is_plural(sentence, hit, hit.payload.english):
        return False
    index = hit.start
    for mark in sentence.ending(index):
        if mark.kind == "mark" and mark.payload == "of":
            index = mark.start
    return 0 < index < hit.start and (sentence.closes(index, ("unit",)) or is_team(sentence.tokens.folded[index - 1]))


def _counts_crowd(sentence: Sentence, hit: Hit) -> bool:
    """Whether a number of people who are not named stands before a post: "the firm had | eleven employees"."""
    if not _is_counted(sentence, hit.start) or sentence.has_kinds(("including",)):
        return False
    near = range(hit.end, hit.end + _NAMED_WITHIN)
    if any(m.kind == "person" and (m.start in near or 0 <= hit.start - m.end <= 1) for m in sentence.mentions):
        return False
    return ":" not in sentence.tokens.surface[hit.end :] and "：" not in sentence.tokens.surface[hit.end :]


_OF_CROWDS = frozenset({"employee", "engineer", "researcher", "developer", "scientist", "specialist", "expert"})
_NAMED_WITHIN = 6  # words from those who are counted to who of them is named


def _is_counted(sentence: Sentence, start: int) -> bool:
    """Whether a number of people stands right before a post, in which Arabic and Chinese have no plural."""
    surface = sentence.tokens.surface
    if start > 1 and len(surface[start - 1]) == 1 and is_ideographic(surface[start - 1]):
        start -= 1  # "12 | 位 | 创始人"
    return sentence.closes(start, ("number",)) or (start > 0 and surface[start - 1].isdecimal())


def _in_one_breath(sentence: Sentence, posts: list[Post]) -> list[Post]:
    """The posts, those that a word for "and" or a mark of lists joins made one: "co-founder and chief scientist"."""
    out: list[Post] = []
    for post in posts:
        before = out[-1] if out else None
        if before is None or not _are_joined(sentence, before, post):
            out.append(post)
            continue
        english = (
            before.english if post.english in before.english.split(" and ") else f"{before.english} and {post.english}"
        )
        out[-1] = replace(before, end=post.end, english=english, is_new=before.is_new or post.is_new)
    return out


def _are_joined(sentence: Sentence, one: Post, other: Post) -> bool:
    """Whether nothing but joining words stands between two posts of one standing."""
    if one.is_former != other.is_former and other.is_former:
        return False
    index = one.end
    while index < other.start:
        ends = [hit.end for hit in sentence.by_start.get(index, ()) if hit.kind == "and" and hit.end <= other.start]
        if not ends:
            return False
        index = max(ends)
    return True


def _goes_on(post: Post, start: int) -> bool:
    """Whether a post that ends here has not said of what yet."""
    return post.end == start and " of " not in post.english


def _is_plural(sentence: Sentence, hit: Hit, english: str) -> bool:
    """Whether a post is told of several, where plurals end in -s: "founders", "chercheurs"; not "boss", "sales"."""
    words = [sentence.tokens.folded[hit.end - 1]]
    if any(other.kind == "mark" for other in sentence.by_start.get(hit.start + 1, ())):
        words.append(sentence.tokens.folded[hit.start])  # "chiefs of staff"
    return not english.endswith("s") and any(len(word) > 3 and word[-1] == "s" and word[-2] != "s" for word in words)


_WITHOUT_FIELD = ("founder", "co-founder", "member", "employee", "founding member")


def _wider(found: tuple[int, list[str]], start: int, words: list[str]) -> tuple[int, list[str]]:
    """The words before a head that reach further."""
    return found if found[0] < start else (start, words)


def _begins_another(sentence: Sentence, hit: Hit, heads: list[Hit]) -> bool:
    """Whether a word is but the first of a longer post: "chief | insights officer", "principal | chip architect"."""
    other = min([other for other in heads if other.start >= hit.end], key=lambda other: other.start, default=None)
    if other is None:
        return False
    if _describes(sentence, hit, other.start):
        return True
    if hit.payload.english not in _FIRST_WORDS or other.start == hit.end:
        return False
    between = range(hit.end, other.start)
    if any(joins_titles(sentence, index, other) for index in between):
        return hit.payload.english == _FIRST_WORDS[0] and len(between) <= 2 * _TITLE_WORDS
    return len(between) <= _TITLE_WORDS and all(
        sentence.tokens.surface[index].isalpha() and not sentence.opens(index, _GRAMMAR) for index in between
    )


def _describes(sentence: Sentence, hit: Hit, start: int) -> bool:
    """Whether what may stand before a post does so here: "lead | data scientist", "deputy | finance chief"."""
    index = hit.start
    while index < start:
        ends = [other.end for other in sentence.by_start.get(index, ()) if specifies(other) and other.end <= start]
        if not ends:
            return False
        index = max(ends)
    return True


_FIRST_WORDS = ("chief", "principal", "lead", "deputy")
_TITLE_WORDS = 3
_GRAMMAR = ("mark", "and", "determiner", "copula", "trigger", "person", "org", "former", "new", "function", "said")


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
