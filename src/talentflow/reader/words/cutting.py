"""Words of a script that parts none: the cheapest chain of phrases, usual words and names over the characters.

The lexicon finds phrases and listed names anywhere, inside other words too: of all that overlap, those stay that lie
on the cheapest chain (languages/cutting.py has what each costs). Names that nobody has listed are links of the chain
like the others: a family name and a given name, or characters that spell a foreign name by sound. The characters of
a link become one word, so that whoever reads on meets words as in any other script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from talentflow.languages.cutting import Costs, costs_of
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.listed import acronyms
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.tags import ORGANIZATION, TaggedWords
from talentflow.text.tokens import Tokens, is_hiragana, is_ideographic, is_katakana

_PHRASE = 80  # what a phrase costs that is no usual word
_PHRASE_CHARACTER = 12  # and for each of its words more
_PARTICLE = 40  # the same of one in hiragana, in which particles and endings are written
_LISTED = 75
_PERSON = 42  # how unlikely it is that a name stands here at all
_FOREIGN = 50
_PLACED = 18  # less where a post, a title or a verb stands beside the name
_PARTED = 6  # less where a mark does
_AGAIN = 15  # less where the article names it again
_KNOWN = 60  # what a name costs that is found elsewhere in the article
_ORGANIZATION = 90
_CLASS_WORD = 40
_BESIDE = 70  # how unlikely an employer's name without a class word is, where the words around it ask for one
_LETTER = 50  # what any character of an organization's name costs
_LONG = 8  # more for each character where no class word ends the name
_INSTITUTION = 80  # less for a public one that a place leads: its words are usual ones
_QUOTED = 100  # a short quotation that the words before it announce as a name
_LONGEST_QUOTE = 8
_LONGEST_PERSON = 3
_LONGEST_KANA = 4  # characters of a given name in hiragana
_FURTHER = 70  # each further class word: what follows a name may be one too
_POSTING_LETTER = 60  # more for what names a post, inside an employer's name
_ODD_LETTER = 40  # more where it is a word of grammar
_CLASSED = 45  # more for a person before a class word, which rather ends the name of an organization
_LONGEST_ORGANIZATION = 8  # characters before the class word, or without one
_LONGEST_INSTITUTION = 18  # the same of a public one, whose name tells what it is for
_WORD_SHARE = 0.75  # what a usual word costs in such a name, beside what it costs anywhere
_PARTING_LETTER = 250  # a character there that is a word of grammar, unless it is a part of a usual word
_LEAST_INSTITUTION = 4  # characters of such a name before its class word
_LIKE_PERSON = 25  # more for an employer's name that begins as people's do, where no post follows it
_RARE_FOREIGN = 75  # a character beside a dot that seldom spells foreign names
_JOINED = 70  # less where a dot joins the parts of a foreign name
_TAGGED = -1000  # a name that the network tags: it reads the whole text where the chain sees two words
_SURE_TAGS = 0.8
_UNKNOWN = 130  # a character that is no usual word
_LONGEST_FOREIGN = 6
_UNLISTED = frozenset({"person", "foreign", "class", "beside"})
_CLOSING = {"“": "”", "«": "»", '"': '"'}
_ANNOUNCING = frozenset({"company", "trigger", "mark", "naming"})
_DOTS = frozenset("·・‧•")
_JOINTS = _DOTS | {"=", "-", "―"}  # between the parts of a name that is spelled in whole words of another script
_WHOLE = -10  # what each word of such a phrase or name costs: cut from the rest already, it cannot be cut wrongly
_SHORT = 20  # what a given name of one character costs more with neither title nor mark behind it
_SURNAME = 40  # how unlikely it is that a family name stands here alone, with a title behind it
_TOLD = 30  # what a given name costs more that ends in a word of what is told next: "龙腾|任", "邓江|已"
_GOING_ON = frozenset({"cue", "also", "function", "perfect"})
_LED = 40  # what a family name costs more that is a preposition as well: "由|成大" and hardly You Chengda
_NAME_KINDS = frozenset({"org", "person", "product", "place"})
_BEFORE_NAMES = frozenset({"role", "title", "trigger", "said", "and", "mark", "person_noun", "colleague", "former"})
_AFTER_NAMES = frozenset({
    "trigger", "said", "cue", "mark", "title", "copula", "and", "negation", "role", "also", "break", "together",
    "acting",
})  # fmt: skip
_BEFORE_ORGANIZATIONS = frozenset({
    "company", "trigger", "mark", "said", "and", "former", "according", "copula", "place",
})  # fmt: skip
_AFTER_ORGANIZATIONS = frozenset({
    "trigger", "role", "said", "mark", "cue", "also", "board", "and", "former", "copula",
})  # fmt: skip
# What no name of a public body holds: "雄心不止于|一所|大学".
_PARTING_NAMES = frozenset({"function", "mark", "copula", "pronoun", "determiner", "cue", "also", "break", "negation"})
_OF_EMPLOYER_EVENTS = frozenset({"join", "move", "leave"})
_QUALIFYING = frozenset({"new", "former", "current", "acting"})
_GRAMMAR = frozenset({"mark", "and", "copula", "pronoun", "determiner", "cue", "also", "function"})
_OF_EMPLOYERS = frozenset({"class", "beside"})
_TELLING = frozenset({"trigger", "said", "cue", "company_possessive"})  # what begins no employer's name
# Written wide in some scripts and narrow in others; what reads on knows the narrow ones.
_NARROW = str.maketrans("，、；：（）！？《》「」『』〈〉", ",,;:()!?«»“”“”«»")


class Link(NamedTuple):
    """A stretch of characters that may be one word, what it costs, and what it is."""

    start: int
    end: int
    cost: int
    kind: str  # "word", "phrase", "listed", "person", "foreign", "class" (an organization's) or "beside"
    parts: tuple[int, ...] = ()  # where a name's further parts begin
    core: tuple[int, int] = (0, 0)  # an organization's name without its place and its class words


@dataclass(slots=True)
class Name:
    """A name that nobody has listed, at words `start` to `end`; `parts` are its words in order."""

    start: int
    end: int
    kind: str
    parts: tuple[str, ...]

    @property
    def key(self) -> str:
        """Its parts, parted by spaces."""
        return " ".join(self.parts)


@dataclass(slots=True)
class Cut:
    """A sentence in words: its tokens, the phrases that lie on whole words, and the unlisted names."""

    tokens: Tokens
    hits: list[Hit]
    names: list[Name]


def cut_sentences(
    found: Sequence[tuple[Tokens, list[Hit]]], lexicon: Lexicon, tagged: Sequence[Sequence[TaggedWords]] = ()
) -> list[Cut]:
    """The sentences of a page in words, each given as its characters and the phrases found in them.

    Whatever is found as a name in one sentence is known in the others. `tagged` are the names that the network tags
    in each, by its characters: what it is sure of is a word wherever no listed name stands.
    """
    costs = costs_of(lexicon.language.code)
    tags = tagged or [()] * len(found)
    lattices = [_Lattice(tokens, hits, costs, lexicon, own) for (tokens, hits), own in zip(found, tags, strict=True)]
    counts = Counter[str]()
    for lattice in lattices:
        counts.update(lattice.name_texts())
    chains = [lattice.cheapest(counts, {}) for lattice in lattices]
    known = _known_names(lattices, chains)
    if known:
        chains = [lattice.cheapest(counts, known) for lattice in lattices]
    return [lattice.cut(chain) for lattice, chain in zip(lattices, chains, strict=True)]


def _known_names(lattices: list[_Lattice], chains: list[list[Link]]) -> dict[str, str]:
    """The names found on the chains, each with its kind; the last part of a dotted name stands alone too."""
    known: dict[str, str] = {}
    for lattice, chain in zip(lattices, chains, strict=True):
        for link in chain:
            if link.kind not in _UNLISTED:
                continue
            known[lattice.text(link.start, link.end)] = link.kind
            if link.kind == "foreign" and link.parts and link.end - link.parts[-1] > 1:
                known.setdefault(lattice.text(link.parts[-1], link.end), "foreign")
            short = lattice.text(*link.core)
            if len(short) > 1 and short not in lattice.usual_words:
                known.setdefault(short, "beside")
    return known


class _Lattice:
    """All links of one sentence."""

    def __init__(
        self, tokens: Tokens, hits: list[Hit], costs: Costs, lexicon: Lexicon, tagged: Sequence[TaggedWords] = ()
    ) -> None:
        self._tokens, self._hits, self._costs, self._common = tokens, hits, costs, lexicon.common
        self._folded = tokens.folded
        self._date_words = lexicon.language.date_words
        self._is_letter = [len(word) == 1 and is_ideographic(word) for word in self._folded]
        self._ends: dict[int, set[str]] = {}  # the kinds of the phrases that end before a token
        self._starts: dict[int, set[str]] = {}
        for hit in hits:
            kind = "nothing" if hit.kind == "trigger" and hit.payload.event == "none" else hit.kind
            self._ends.setdefault(hit.end, set()).add(kind)
            self._starts.setdefault(hit.start, set()).add(kind)
        self._links = [*self._words(), *self._phrases()]
        self._tagged = [link for name in tagged if (link := self._of_tags(name)) is not None]
        self._grammar = {hit.start for hit in hits if hit.kind in _GRAMMAR and hit.end - hit.start == 1}
        self._formers = {hit.start for hit in hits if hit.kind == "former"}
        self._posts = {(hit.start, hit.end) for hit in hits if hit.kind == "role"}
        # "丹羽副社長": where verbs come last a post behind a family name is what a title is
        self._titles = {
            hit.start for hit in hits
            if hit.kind == "title" and (hit.end - hit.start > 1 or not _is_hiragana(self._folded[hit.start]))
        }  # fmt: skip
        self._callings = {"title", "role"} if lexicon.language.head_final else {"title"}
        # "津賀新会長": what tells a new post from an old one is no given name
        self._qualified = self._qualified_posts() if lexicon.language.head_final else {}
        self._parting = {hit.start for hit in hits if hit.kind in _PARTING_NAMES and hit.end - hit.start < 3}
        heads = {hit.start for hit in hits if hit.kind == "role" and hit.payload.part == "head"}
        qualified = {hit.start for hit in hits if hit.kind in ("role", "acting", "former") and hit.end in heads}
        self._heads = heads | {hit.start for hit in hits if hit.kind == "former" and hit.end in qualified} | qualified
        self._posting = {  # "杨爽|任|华大基因集团执行总裁"
            hit.start for hit in hits if hit.kind == "mark" and hit.payload == "as" and hit.end - hit.start == 1
        }
        self._asking = {  # where an employer is to follow: "加入", "从"
            hit.end for hit in hits
            if (hit.kind == "trigger" and hit.payload.event in _OF_EMPLOYER_EVENTS)
            or (hit.kind == "mark" and hit.payload in ("away", "toward", "at"))
        }  # fmt: skip
        self._others = {hit.start for hit in hits if hit.kind in ("number", "unnamed", "org")}
        self._leading = {hit.start for hit in hits if hit.kind == "mark" and hit.payload == "by"}
        self._places = {hit.start: hit.end for hit in hits if hit.kind == "place"}
        self._telling: dict[int, list[int]] = {}  # where verbs and the like of more than a character begin, and end
        for hit in hits:
            if hit.kind in _TELLING and hit.end - hit.start > 1:
                self._telling.setdefault(hit.start, []).append(hit.end)
        self._going_on = {
            hit.start for hit in hits
            if hit.end - hit.start == 1
            and (hit.kind in _GOING_ON or (hit.kind == "trigger" and hit.payload.event == "become"))
        }  # fmt: skip
        self._institutions = {hit.start for hit in hits if hit.kind == "institution"}
        self._tied = {hit.start for hit in hits if hit.kind == "post_link"} & {
            hit.start for hit in hits if hit.kind == "function"
        }
        self._class_words = {hit.start: hit.end for hit in hits if hit.kind == "org_word"}
        listed = {(hit.start, hit.end) for hit in hits if hit.kind in _NAME_KINDS}
        names = [*self._people(), *self._foreign(), *self._spelled()]
        if not lexicon.language.head_final:  # elsewhere what follows a name tells what it is: see marked_names.py
            names += [*self._organizations(), *self._quoted()]
        self._names = [link for link in names if (link.start, link.end) not in listed]
        self._names.sort(key=lambda link: link.cost)  # of two that are known the likelier one counts

    @property
    def usual_words(self) -> dict[str, int]:
        """The words that are no names."""
        return self._costs.words

    def text(self, start: int, end: int) -> str:
        """The folded characters of a stretch."""
        return "".join(self._folded[start:end])

    def name_texts(self) -> Iterator[str]:
        """What the sentence holds that may be a name, once for each place however it may be parted."""
        places = dict.fromkeys((link.start, link.end) for link in self._names if link.kind != "word")
        return (self.text(start, end) for start, end in places)

    def _words(self) -> Iterator[Link]:
        words, letters, count = self._costs.words, self._is_letter, len(self._folded)
        for start in range(count):
            if not letters[start]:
                yield Link(start, start + 1, 0, "word")
                continue
            yield Link(start, start + 1, words.get(self._folded[start], _UNKNOWN), "word")
            text = self._folded[start]
            for end in range(start + 1, min(count, start + self._costs.longest_word)):
                if not letters[end]:
                    break
                text += self._folded[end]
                cost = words.get(text, _PHRASE if text in self._common else None)
                if cost is not None:
                    yield Link(start, end + 1, cost, "word")

    def _phrases(self) -> Iterator[Link]:
        words = self._costs.words
        for hit in self._hits:
            length = hit.end - hit.start
            if length > 1 and not any(self._is_letter[hit.start : hit.end]):
                yield Link(hit.start, hit.end, _WHOLE * length, "phrase")
            elif hit.kind in _NAME_KINDS:
                yield Link(hit.start, hit.end, _LISTED, "listed")
            elif length > 1:
                text = self.text(hit.start, hit.end)
                own = _PARTICLE if _is_hiragana(text) else _PHRASE
                letters = sum(self._is_letter[hit.start : hit.end])
                cost = min(words.get(text, 999), own + _PHRASE_CHARACTER * max(0, letters - 2))
                yield Link(hit.start, hit.end, cost, "phrase")

    def _qualified_posts(self) -> dict[int, int]:
        """Where words that tell a post as new, former or acting begin right before a post, and where they end."""
        words = [hit for hit in self._hits if hit.kind in _QUALIFYING]
        return {hit.start: hit.end for hit in words if "role" in self._starts.get(hit.end, ())}

    def _people(self) -> Iterator[Link]:
        """A family name and a given name."""
        family, letters, count = self._costs.family, self._is_letter, len(self._folded)
        for start in range(count):
            if not letters[start]:
                continue
            for middle in range(start + 1, min(count, start + self._costs.longest_family + 1)):
                own = family.get(self.text(start, middle))
                is_called = not self._callings.isdisjoint(self._starts.get(middle, ())) or middle in self._qualified
                if own is not None and is_called:
                    yield Link(start, middle, _SURNAME + own - self._beside(start, middle), "word")
                if own is not None and (end := self._spelled_given(middle)):
                    yield Link(start, end, _PERSON + own - self._beside(start, end), "person", (middle,))
                for length in self._costs.given if own is not None else ():
                    end = middle + length
                    if end > count or not all(letters[start:end]) or self._holds_other_word(middle, end):
                        continue
                    if self._qualified.get(middle) == end:
                        continue
                    given = self._costs.of_given(self.text(middle, end))
                    if given is not None and own is not None:
                        cost = _PERSON + own + given - self._beside(start, end)
                        if length == 1 and end < count and self._is_letter[end] and not self._is_called(end):
                            cost += _SHORT + (_SHORT if self._lacks_letter(end) else 0)
                        cost += _CLASSED if end in self._class_words else 0
                        cost += _TOLD if length > 1 and end - 1 in self._going_on else 0
                        cost += _LED if start in self._leading else 0
                        yield Link(start, end, cost, "person", (middle,))

    def _of_tags(self, name: TaggedWords) -> Link | None:
        """The link of a name that the network tags, None where it is unsure or a listed name says more."""
        start, end = name.start, name.end
        if name.sure < _SURE_TAGS or not any(map(_is_unspaced, self._folded[start:end])):
            return None
        if any(
            hit.kind in ("org", "person", "product") and hit.start < end and start < hit.end
            and (hit.kind == "person" or hit.start <= start or hit.end > end)
            for hit in self._hits
        ):  # fmt: skip
            return None
        if name.kind == ORGANIZATION:
            return Link(start, end, _TAGGED, "class", core=(start, end))
        joints = tuple(
            place + 1 for place in range(start + 1, end - 1) if self._folded[place] in _JOINTS
        )  # fmt: skip
        if joints:
            return Link(start, end, _TAGGED, "foreign", joints)
        if not all(self._is_letter[start:end]):
            return Link(start, end, _TAGGED, "foreign") if end - start == 1 else None
        longest = min(self._costs.longest_family, end - start - 1)
        for length in range(longest, 0, -1):
            if self.text(start, start + length) in self._costs.family:
                return Link(start, end, _TAGGED, "person", (start + length,))
        if self.text(start, end) in self._costs.family:
            return Link(start, end, _TAGGED, "word")
        return Link(start, end, _TAGGED, "foreign") if self._costs.foreign and end - start > 1 else None

    def _spelled_given(self, start: int) -> int:
        """Where a given name in kana that begins here ends, with a title behind it: "遠山|ジョナサン|氏"; else 0."""
        folded, end = self._folded, start
        while end < len(folded) and end - start < _LONGEST_KANA and _is_hiragana(folded[end]):
            end += 1
            if end - start > 1 and end in self._titles:
                return end
        if end > start or end >= len(folded):
            return 0
        is_name = is_katakana(folded[end]) and len(folded[end]) > 1
        return end + 1 if is_name and end + 1 in self._titles else 0

    def _foreign(self) -> Iterator[Link]:
        """Characters that spell a foreign name, its parts joined by dots or alone."""
        foreign, count = self._costs.foreign, len(self._folded) if self._costs.foreign else 0
        dots = [place for place, word in enumerate(self._folded) if word in _DOTS]
        near = {
            place
            for dot in dots
            for place in range(max(0, dot - _LONGEST_FOREIGN), min(count, dot + _LONGEST_FOREIGN))
            if self._is_letter[place] and place not in self._grammar
        }
        for start in range(count):
            cost, end, parts = _FOREIGN - self._beside_start(start), start, list[int]()
            part = start
            while end < count and end - part < _LONGEST_FOREIGN + 2:
                own = foreign.get(self._folded[end], _RARE_FOREIGN if end in near else None)
                if own is None:
                    is_dot = self._folded[end] in _DOTS and end > part and end + 1 < count
                    if not is_dot or not (self._folded[end + 1] in foreign or end + 1 in near):
                        break
                    cost -= _JOINED
                    end += 1
                    part = end
                    parts.append(end)
                    continue
                cost += own
                end += 1
                if end - part > 1 or parts:
                    yield Link(start, end, cost - self._beside_end(end), "foreign", tuple(parts))

    def _spelled(self) -> Iterator[Link]:
        """Names whose parts are words of another script, joined by dots: "ミラ・ムラティ"."""
        folded, count = self._folded, len(self._folded)
        start = 0
        while start < count:
            end, parts, is_kana = start + 1, list[int](), is_katakana(folded[start])
            if not is_kana and not self._tokens.surface[start][0].isupper():
                start += 1
                continue
            while end + 1 < count and folded[end] in _JOINTS and folded[end + 1][0].isalpha():
                if self._is_letter[end + 1] and not is_katakana(folded[end + 1]):
                    break
                is_kana = is_kana or is_katakana(folded[end + 1])
                parts.append(end + 1)
                end += 2
            if parts and is_kana:
                yield Link(start, end, _WHOLE, "foreign", tuple(parts))
            start = end

    def _holds_other_word(self, start: int, end: int) -> bool:
        """Whether what may be a given name is a post, holds a title, or ends in the class word of a company."""
        if (start, end) in self._posts or any("title" in self._starts.get(place, ()) for place in range(start, end)):
            return True
        if end - start == 1 and "mark" in self._starts.get(start, ()):
            return True
        kana = [place for place in range(start, end) if _is_hiragana(self._folded[place])]
        if len(kana) < end - start and any("mark" in self._starts.get(place, ()) for place in kana):
            return True  # a particle behind the name
        inside = [(place, self._class_words.get(place, 0)) for place in range(start, end)]
        if any(place + 1 < stop <= end for place, stop in inside):
            return True
        return any(stop == end for _, stop in inside) and not self._is_called(end)

    def _lacks_letter(self, end: int) -> bool:
        """Whether one character alone stands between a place and a title or a post: "吉本浩|之|社長"."""
        return end not in self._qualified and self._is_called(end + 1)

    def _is_called(self, end: int) -> bool:
        """Whether a title or a post stands behind a place."""
        return not self._starts.get(end, set()).isdisjoint(("title", "role", "former"))

    def _organizations(self) -> Iterator[Link]:
        """Characters before a class word, and those where the words around them ask for an employer."""
        for start in sorted(self._class_words):
            end = self._class_words[start]
            further = 0
            inner = dict(self._letters_before(start))
            if start in self._institutions:
                inner = self._words_before(start, inner)
            while end:
                cost = _ORGANIZATION + _CLASS_WORD + further - self._after(end)
                for first, letters in inner.items():
                    cost_here = cost - (_INSTITUTION if start in self._institutions and first in self._places else 0)
                    core = (max(first, self._places.get(first, 0)), start)
                    yield Link(first, end, cost_here + letters - self._before(first), "class", core=core)
                further += _FURTHER
                end = self._class_words.get(end, 0)
        for end in [end for end in range(2, len(self._folded) + 1) if self._after(end)]:
            for first, letters in self._letters_before(end):
                before = self._before(first)
                if end - first > 1 and (before == _PLACED or (before and self._is_post_of(first, end))):
                    cost = _BESIDE + letters + _LONG * (end - first) - self._after(end) - before
                    yield Link(first, end, cost + self._like_person(first, end), "beside")

    def _words_before(self, end: int, letters: dict[int, int]) -> dict[int, int]:
        """As `letters`, where usual words may tell what a public body is for: "合肥综合性国家科学中心能源研究院"."""
        words, out, costs = self._costs.words, dict(letters), {end: 0}
        for first in range(end - 1, max(-1, end - _LONGEST_INSTITUTION - 1), -1):
            if not self._is_letter[first] or first in self._formers or first in self._others:
                break
            if any(stop <= end for stop in self._telling.get(first, ())):
                break
            found = [(_PARTING_LETTER if first in self._parting else _LETTER) + costs[first + 1]]
            for stop in range(first + 2, min(end, first + self._costs.longest_word) + 1):
                cost = words.get(self.text(first, stop))
                if cost is not None:
                    found.append(round(cost * _WORD_SHARE) + costs[stop])
            costs[first] = min(found)
            if first in self._places or _LEAST_INSTITUTION <= end - first <= _LONGEST_ORGANIZATION:
                out[first] = min(costs[first], out.get(first, costs[first]))
        return out

    def _is_post_of(self, start: int, end: int) -> bool:
        """Whether a post follows what opens a clause and has no word of grammar: "灵犀视觉|创始人"."""
        return end in self._heads and self._parting.isdisjoint(range(start, end))

    def _like_person(self, start: int, end: int) -> int:
        """What an employer's name costs more for looking like somebody's: a family name and a character or two."""
        if end - start > _LONGEST_PERSON or "role" in self._starts.get(end, ()) or start in self._asking:
            return 0
        return _LIKE_PERSON if self._folded[start] in self._costs.family else 0

    def _quoted(self) -> Iterator[Link]:
        """What stands in quotation marks after a class word, a verb or a preposition; behind "的" if it is no word."""
        folded = self._folded
        for start in range(1, len(folded)):
            closing = _CLOSING.get(folded[start - 1].translate(_NARROW))
            before = self._ends.get(start - 1, set())
            is_announced = not _ANNOUNCING.isdisjoint(before)
            if closing is None or not (is_announced or "post_link" in before):
                continue
            ends = [end for end in range(start + 2, start + _LONGEST_QUOTE + 1) if end < len(folded)]
            end = next((end for end in ends if folded[end].translate(_NARROW) == closing), 0)
            is_person = end - start <= _LONGEST_PERSON and folded[start] in self._costs.family
            if not is_announced and end and (is_person or self._holds_usual_word(start, end)):
                continue
            if end and all(word[0].isalnum() for word in folded[start:end]):
                yield Link(start, end, _QUOTED, "beside")

    def _holds_usual_word(self, start: int, end: int) -> bool:
        """Whether two characters of a stretch make a usual word, or any of it is a phrase of the language."""
        words, common = self._costs.words, self._common
        pairs = [self.text(place, place + 2) for place in range(start, end - 1)]
        is_phrase = any(self._starts.get(place) for place in range(start, end))
        return is_phrase or any(pair in words or pair in common for pair in pairs)

    def _letters_before(self, end: int) -> Iterator[tuple[int, int]]:
        """Where a name that goes on until a place may begin, with what its characters cost."""
        cost = 0
        for first in range(end - 1, max(-1, end - _LONGEST_ORGANIZATION - 1), -1):
            if not self._is_letter[first] and not self._folded[first][0].isalnum():
                return
            if first in self._tied or any(stop <= end for stop in self._telling.get(first, ())):
                return
            if self._folded[first] in self._date_words and first and self._folded[first - 1].isdigit():
                return  # "3|月": a date ends before the name
            if first in self._posting and first + 1 < end:
                cost += _POSTING_LETTER
            is_odd = first in self._grammar or self._tokens.surface[first] in acronyms()
            cost += _LETTER + (_ODD_LETTER if is_odd else 0)
            yield first, cost + (_ODD_LETTER if first in self._formers else 0)

    def _before(self, start: int) -> int:
        """How much what stands before a place speaks for an organization's name from it on."""
        if not self._ends.get(start, set()).isdisjoint(_BEFORE_ORGANIZATIONS):
            return _PLACED
        return 0 if start and self._is_letter[start - 1] else _PLACED - _PARTED

    def _after(self, end: int) -> int:
        if not self._starts.get(end, set()).isdisjoint(_AFTER_ORGANIZATIONS):
            return _PLACED - _PARTED
        return 0 if end < len(self._folded) and self._is_letter[end] else _PLACED - _PARTED

    def _beside(self, start: int, end: int) -> int:
        return self._beside_start(start) + self._beside_end(end)

    def _beside_start(self, start: int) -> int:
        if not self._ends.get(start, set()).isdisjoint(_BEFORE_NAMES):
            return _PLACED
        return 0 if start and self._is_letter[start - 1] else _PARTED

    def _beside_end(self, end: int) -> int:
        if end < len(self._folded) and self._folded[end] in _DOTS and "role" in self._starts.get(end + 1, ()):
            return _PLACED  # "章永昌・副董事長"
        if not self._starts.get(end, set()).isdisjoint(_AFTER_NAMES):
            return _PLACED
        return 0 if end < len(self._folded) and self._is_letter[end] else _PARTED

    def _short_names(self, known: dict[str, str]) -> Iterator[Link]:
        """Where known names stand that the sentence's own words would not tell, as those without their class word."""
        whole = "".join(self._folded)
        offsets, place = {0: 0}, 0
        for index, word in enumerate(self._folded):
            place += len(word)
            offsets[place] = index + 1
        for name, kind in known.items():
            at = whole.find(name)
            while at >= 0:
                start, end = offsets.get(at), offsets.get(at + len(name))
                if start is not None and end is not None and kind in ("beside", "foreign") and not _DOTS & set(name):
                    yield Link(start, end, _KNOWN, kind)
                at = whole.find(name, at + 1)

    def _is_overlong(self, link: Link, text: str, known: dict[str, str]) -> bool:
        """Whether a name has taken in a word beside it: "张健|将加入" where the article names 张健 elsewhere."""
        if link.kind == "person":
            if known.get(self.text(link.parts[0], link.end), "") in _OF_EMPLOYERS:
                return True
            return link.end - 1 in self._grammar and known.get(text[:-1]) == "person"
        return link.kind in _OF_EMPLOYERS and known.get(text[1:], "") in _OF_EMPLOYERS

    def cheapest(self, counts: Counter[str], known: dict[str, str]) -> list[Link]:
        """The cheapest chain of links from the first character to the last."""
        by_end: dict[int, list[Link]] = {}
        for link in self._links:
            by_end.setdefault(link.end, []).append(link)
        for link in [*self._names, *self._short_names(known)]:
            if link.kind == "word":
                by_end.setdefault(link.end, []).append(link)
                continue
            text = self.text(link.start, link.end)
            cost = link.cost - (_AGAIN if counts[text] > 1 else 0)
            if self._is_overlong(link, text, known):
                cost += _ODD_LETTER
            elif text in known:
                cost = min(cost, _KNOWN)
            by_end.setdefault(link.end, []).append(link._replace(cost=cost))
        for link in self._tagged:
            by_end.setdefault(link.end, []).append(link)
        count = len(self._folded)
        best: list[tuple[int, Link | None]] = [(0, None)]
        for end in range(1, count + 1):
            best.append(
                min(
                    ((best[link.start][0] + link.cost, link) for link in by_end.get(end, ())),
                    key=lambda item: (item[0], item[1].start),
                )
            )
        chain: list[Link] = []
        place = count
        while place:
            found = best[place][1]
            assert found is not None
            chain.append(found)
            place = found.start
        return chain[::-1]

    def cut(self, chain: list[Link]) -> Cut:
        """The sentence in the words of a chain."""
        tokens = self._tokens
        places = dict[int, int]()  # of each place between words: how many words lie before it
        starts: list[int] = []
        ends: list[int] = []
        names: list[Name] = []
        for link in chain:
            first = len(starts)
            for start, end in _pieces(link, self._folded):
                places[start] = len(starts)
                starts.append(start)
                ends.append(end)
            if link.kind in _UNLISTED:
                parts = tuple(self.text(starts[at], ends[at]) for at in range(first, len(starts)))
                names.append(Name(first, len(starts), link.kind, tuple(part for part in parts if part not in _JOINTS)))
        places[len(self._folded)] = len(starts)
        begins, stops = tokens.start, tokens.end
        text_places = [begins[start] for start in starts], [stops[end - 1] for end in ends]
        surface = [tokens.text[begin:stop].translate(_NARROW) for begin, stop in zip(*text_places, strict=True)]
        folded = [self.text(start, end) for start, end in zip(starts, ends, strict=True)]
        own = {index for name in names for index in range(name.start, name.end)}
        return Cut(
            Tokens.placed(tokens.text, surface, folded, text_places),
            list(_on_words(self._hits, places, own)),
            names,
        )


def _pieces(link: Link, folded: list[str]) -> Iterator[tuple[int, int]]:
    """The words of a link: one, or the parts of a name with the dots between them."""
    start = link.start
    for part in link.parts:
        end = part - 1 if folded[part - 1] in _JOINTS else part
        yield start, end
        if end < part:
            yield end, part
        start = part
    yield start, link.end


def _is_unspaced(word: str) -> bool:
    """Whether a word begins in a script that parts none."""
    return is_ideographic(word) or is_katakana(word) or is_hiragana(word)


def _is_hiragana(text: str) -> bool:
    return all(map(is_hiragana, text))


def _on_words(hits: Iterable[Hit], places: dict[int, int], own: set[int]) -> Iterator[Hit]:
    """The phrases that begin and end where words do, by the numbers of their words, and lie in no unlisted name."""
    for hit in hits:
        start, end = places.get(hit.start), places.get(hit.end)
        if start is None or end is None or (end - start <= 3 and own.issuperset(range(start, end))):
            continue
        hit.start, hit.end = start, end
        yield hit
