"""Names spelled by sound in a script of its own, and runs of unusual words, weighed by what stands beside them.

Katakana spells people and companies alike: "ミラ・ムラティ氏" has a title behind it, "ユーレカ・ラボ" a class word;
particles and posts behind a word tell a company from a thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.languages.cutting import costs_of
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.words.cutting import Name
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.script import is_word
from talentflow.text.tokens import Tokens, is_hiragana, is_katakana

_LEAST = 0.4
_LEAST_OF_USUAL = 1.7  # for a katakana word that is an ordinary one as well
_LONGEST_BRACKET = 14
_MOST_AGAIN = 4  # times that a run stands in an article, so far as they count
_NEAR = 3  # the same where it is to say that a name is no person's
_TELLING = ("trigger", "role")
_JOINING = ("join", "move", "leave", "work")
_REACH = 5  # words from a particle to the verb that it belongs to
_LONGEST = 8  # characters of a run in ideographs
_TITLED = 3.0  # how sure a title behind a name makes it that a person bears it
_POSTS = ("role", "former", "current")
_ENDS = frozenset({"toward", "away", "object", "at"})
_CLOSING = frozenset("»”」』】")
_CLASSED = 0.6  # how much the class word speaks that ends a word: "マルハニチロ|ホールディングス"
_LEAST_CLASS = 5  # characters of such a class word
_OPENING = frozenset("«“「『【(")


def weigh_spelled(sentence: Sentence, name: Name, lexicon: Lexicon) -> tuple[float, float]:
    """What speaks for a spelled name of several parts being a person's, and what for an organization's."""
    person, org = 1.2, 0.4
    is_titled = sentence.opens(name.end, ("title",))
    if not is_titled and (is_joined(sentence, name.end) or _owns_person(sentence, name.end)):
        org += 2.0
        person -= 1.0
    if _post_before(sentence, name.start):
        person += 1.5
        org -= 1.0
    if name.parts[-1] in lexicon.org_words or any(part in lexicon.org_words for part in name.parts[1:]):
        org += 2.4
        person -= 2.4
    if is_titled:
        person += 2.0
        org -= 1.0
    elif sentence.opens(name.end, _POSTS):
        person += 0.8
    elif sentence.opens(name.end, ("org_word", "company")):
        org += 1.5
    if name.parts[0] in lexicon.given_names:
        person += 1.5
    elif name.parts[0] in lexicon.countries:  # "スウェーデン・エリクソン"
        org += 2.4
        person -= 2.4
    if sentence.closes(name.start, ("company", "org_word")):
        org += 1.2
    elif sentence.closes(name.start, ("determiner",)):  # the country of a company: "米"
        org += 2.0
        person -= 1.0
    if sentence.closes(name.start, ("role", "person_noun", "colleague")):
        person += 0.8
    return person, org


def _post_before(sentence: Sentence, start: int) -> bool:
    """Whether a post is tied to the name behind it: "責任者であるX", "責任者だったX", "責任者のX"."""
    links = [hit for hit in sentence.ending(start) if hit.kind in ("post_link", "former")]
    return any(
        sentence.closes(link.start, ("person_noun",))
        or any(hit.kind == "role" and hit.payload.part == "head" for hit in sentence.ending(link.start))
        for link in links
    )


def _is_described(sentence: Sentence, start: int) -> bool:
    """Whether the copula ties a description to the name behind it: "設計者|である|マリア・オドネル"."""
    links = [hit.start for hit in sentence.ending(start) if hit.kind == "post_link"]
    return any(not sentence.opens(link, ("mark",)) for link in links)


def _owns_person(sentence: Sentence, place: int) -> bool:
    """Whether a particle here ties what stands before it to somebody with a title or a post: "Xの沢入哲郎会長"."""
    return any(
        mark.kind == "mark" and mark.payload == "owner" and name.start == mark.end
        and sentence.opens(name.end, ("title", "role"))
        for mark in sentence.by_start.get(place, ())
        for name in sentence.names
    )  # fmt: skip


def titled(sentence: Sentence, taken: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Words before a title ("氏") that no name covers yet: a family name alone."""
    known = taken | {
        index for hit in sentence.hits if hit.kind not in ("number", "place") for index in range(hit.start, hit.end)
    }
    yield from _called(sentence, known)
    yield from _in_office(sentence, known, lexicon)
    for title in sentence.of_kind("title"):
        start, length = title.start, 0
        while start and start - 1 not in known:
            word = sentence.tokens.folded[start - 1]
            if not is_word(word) or is_hiragana(word) or length + len(word) > 4:
                break
            start, length = start - 1, length + len(word)
            if len(word) > 1:
                break
        if title.start > start and is_katakana(sentence.tokens.folded[title.start - 1]):
            start = title.start - 1
        if start < title.start and (length > 1 or is_katakana(sentence.tokens.folded[start])):
            yield start, title.start


def _called(sentence: Sentence, known: set[int]) -> Iterator[tuple[int, int]]:
    """Three to five characters that make no words, before a title or a post: a name of which no list has a part."""
    folded = sentence.tokens.folded
    for place in sorted({hit.start for hit in sentence.of_kinds(("title", "role"))}):
        start = place
        while start and start - 1 not in known and len(folded[start - 1]) == 1 and _is_han(folded[start - 1]):
            start -= 1
        if 3 <= place - start <= 5:
            yield start, place


def _in_office(sentence: Sentence, known: set[int], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """A family name right before a post, though the article has no full name for it: "津田社長"."""
    families = costs_of(lexicon.language.code).family
    places = sentence.covered_by("place")
    for place in sorted({post.start for post in sentence.of_kind("role") if post.payload.part == "head"}):
        index = place - 1
        while index >= 0 and sentence.closes(index + 1, _QUALIFYING):
            index = min(hit.start for hit in sentence.ending(index + 1) if hit.kind in _QUALIFYING) - 1
        if index < 0 or index in known or index in places:
            continue
        word = sentence.tokens.folded[index]
        if len(word) > 1 and word in families and word not in lexicon.common and word not in lexicon.usual_words:
            yield index, index + 1


_QUALIFYING = ("new", "former", "acting")


def _is_han(word: str) -> bool:
    return is_word(word) and not is_katakana(word) and not is_hiragana(word)


def placed_runs(sentence: Sentence, lexicon: Lexicon, known: set[int]) -> Iterator[tuple[int, int, float]]:
    """Runs of words that are no usual ones, where what stands around them speaks for an organization."""
    tokens = sentence.tokens
    index, count = 0, len(tokens)
    while index < count:
        end = index
        while (
            end < count and end not in known and (_may_name(tokens.folded[end]) or _is_glued_latin(tokens, index, end))
        ):
            end += 1
        if end == index or _is_reading(tokens, index, end):
            index = max(end, index + 1)
            continue
        has_class = end > index and _ends_in_class(tokens.folded[end - 1], lexicon)
        spelled = is_katakana(tokens.folded[index]) and end == index + 1 and len(tokens.folded[index]) > 1
        if spelled and not _is_unusual(tokens.folded[index:end], lexicon):
            score = evidence(sentence, index, end)
            if score >= _LEAST_OF_USUAL:
                yield index, end, score
        elif _is_unusual(tokens.folded[index:end], lexicon):
            if is_katakana(tokens.folded[index]):
                index = _with_place(sentence, index)
            score = evidence(sentence, index, end) + (_CLASSED if has_class else 0.0)
            if score >= _LEAST:
                yield index, end, score
        index = end


def _ends_in_class(word: str, lexicon: Lexicon) -> bool:
    """Whether a word in katakana ends in the class word of an employer, and is more than that."""
    if not is_katakana(word):
        return False
    ends = range(2, len(word) - _LEAST_CLASS + 1)
    return any(word[place:] in lexicon.org_words for place in ends)


def _is_reading(tokens: Tokens, start: int, end: int) -> bool:
    """Whether brackets only say how the Latin name before them is read: "CEATEC(シーテック)"."""
    surface = tokens.surface
    is_bracketed = start > 1 and end < len(surface) and surface[start - 1] == "(" and surface[end] == ")"
    return is_bracketed and surface[start - 2][0].isascii() and surface[start - 2][0].isalpha()


def _with_place(sentence: Sentence, start: int) -> int:
    """Where a run begins with the country that its name begins with: "日本アルテア"."""
    places = [hit.start for hit in sentence.ending(start) if hit.kind == "place"]
    return min(places) if places and sentence.tokens.is_glued(start) else start


def weigh_repeated(groups: dict[str, list[Candidate]]) -> None:
    """What stands in an article again and again is a name rather than a word."""
    for group in groups.values():
        if group[0].org_score > 0:
            group[0].org_score += 0.25 * (min(len(group), _MOST_AGAIN) - 1)


def weigh_titled(groups: dict[str, list[Candidate]]) -> None:
    """Whatever stands before a title ("氏") is a person, in whichever script: "Ada Moreno氏"."""
    for group in groups.values():
        if any(found.sentence.opens(found.end, ("title",)) for found in group):
            for found in group:
                found.score, found.org_score = max(found.score, _TITLED), -_TITLED


def _is_glued_latin(tokens: Tokens, start: int, place: int) -> bool:
    """Whether Latin letters end a name in katakana: "インフレクションAI"."""
    word = tokens.surface[place]
    return place > start and is_katakana(tokens.surface[place - 1]) and word.isascii() and word.isupper()


def _may_name(word: str) -> bool:
    return is_katakana(word) or (is_word(word) and not is_hiragana(word))


def _is_unusual(words: list[str], lexicon: Lexicon) -> bool:
    """Whether some words of a run are in no list, and none makes it too long for a name."""
    if words[0] in lexicon.language.quantity_words:
        return False  # "数|日": what counts is no name
    unknown = [word for word in words if word not in lexicon.usual_words and word not in lexicon.common]
    if any(map(is_katakana, words)):
        return any(is_katakana(word) and len(word) > 1 for word in unknown)
    text = "".join(words)
    singles = sum(len(word) == 1 for word in words)
    return 2 <= len(text) <= _LONGEST and (bool(unknown) or singles > 1)


def evidence(sentence: Sentence, start: int, end: int) -> float:
    """How much the words around a run speak for an organization."""
    surface, score = sentence.tokens.surface, 0.0
    if end < len(surface) and surface[end] in _CLOSING:
        end += 1
    end = _after_bracket(surface, end)
    if sentence.closes(start, ("company", "org_word")):
        score += 1.2
    elif sentence.closes(start, ("determiner", "new", "former")):
        score += 1.1
    if start and surface[start - 1] == "," and sentence.closes(start - 1, ("company",)):
        score += 0.9  # "検索のスタートアップ、ミミズク"
    score += _described(sentence, start)
    if sentence.closes(start, ("ending",)) and sentence.opens(end, ("mark",)):
        score += 0.3  # a clause that describes: "再生医療を手がけるセルソースは"
    if sentence.opens(end, ("org_word", "company")):
        score += 1.0
    if sentence.opens(end, _POSTS):
        score += 0.2 if _may_be_called(sentence, start, end) else 0.8
    marks = [hit for hit in sentence.by_start.get(end, ()) if hit.kind == "mark"]
    for mark in marks:
        if mark.payload == "owner" and _owns_person(sentence, end):
            score += 1.1
        elif mark.payload == "owner" and sentence.opens(mark.end, (*_POSTS, "new")):
            score += 0.9
        elif mark.payload == "owner" and any(name.start == mark.end for name in sentence.names):
            score += 0.7
        if mark.payload == "subject":
            score += 1.0 if start == 0 else 0.4
        if mark.payload in _ENDS:
            near = range(mark.end, mark.end + _REACH)
            score += 1.1 if any(hit.start in near for hit in sentence.of_kind("trigger")) else 0.4
    if any(hit.start == end for hit in sentence.of_kind("trigger")):
        score += 0.6
    if start == 0 and end < len(surface) and surface[end] == ",":
        score += 1.0 if sentence.has_kinds(_TELLING) else 0.9
    if start and surface[start - 1] in _OPENING and sentence.closes(start - 1, ("company", "mark")):
        score += 0.6
    if start and surface[start - 1] == "(" and _opens_head(sentence, end):
        is_of_person = any(name.end == start - 1 and name.kind != "class" for name in sentence.names)
        score += 1.0 if is_of_person else 0.0  # "吉澄庄次(ニコラ特別顧問)"
    return score


def _may_be_called(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a post behind two ideographs may be somebody's, who is called by it: "光吉|専務|は"."""
    name = "".join(sentence.tokens.folded[start:end])
    if len(name) != _FAMILY or not all(map(_is_han, name)):
        return False
    stops = [hit.end for hit in sentence.by_start.get(end, ()) if hit.kind == "role" and hit.payload.part == "head"]
    return any(sentence.opens(stop, ("mark", "said")) for stop in stops) and not any(
        _owns_person(sentence, stop) for stop in stops
    )


_FAMILY = 2  # characters of most family names


def _opens_head(sentence: Sentence, place: int) -> bool:
    return any(hit.kind == "role" and hit.payload.part == "head" for hit in sentence.by_start.get(place, ()))


def is_joined(sentence: Sentence, place: int) -> bool:
    """Whether what stands before a place is what somebody comes to, works for or leaves: "Xに移った"."""
    for mark in sentence.by_start.get(place, ()):
        if mark.kind == "mark" and mark.payload in _ENDS:
            near = range(mark.end, mark.end + _NEAR)
            for hit in sentence.of_kind("trigger"):
                if hit.start in near and (
                    hit.payload.event in _JOINING or (hit.payload.passive and mark.payload == "toward")
                ):
                    return True
    return False


def is_founded(sentence: Sentence, place: int) -> bool:
    """Whether what stands before a place is founded or joined by the verb behind its particle."""
    for mark in sentence.by_start.get(place, ()):
        if mark.kind == "mark" and mark.payload in ("object", "toward"):
            near = range(mark.end, mark.end + _REACH)
            for hit in sentence.of_kind("trigger"):
                if hit.start in near and hit.payload.event in ("found", "join", "move", "leave"):
                    return True
    return False


def _after_bracket(surface: list[str], end: int) -> int:
    """The place behind a bracket that follows a name: "オリエント麦酒（静岡県沼津市）は"."""
    if end >= len(surface) or surface[end] != "(":
        return end
    stop = min(len(surface), end + _LONGEST_BRACKET)
    return next((index + 1 for index in range(end, stop) if surface[index] == ")"), end)


def _described(sentence: Sentence, start: int) -> float:
    """How much a description before a run, tied to it by a particle, says what it is: "the maker of cars | Rivolta"."""
    owners = [
        hit.start
        for hit in sentence.ending(start)
        if hit.kind == "mark" and hit.payload == "owner" and hit.end - hit.start == 1
    ]
    if not owners:
        return 0.0
    return 1.2 if sentence.closes(min(owners), ("company", "org_word")) else 0.5
