"""What stands around the head of a post, before it and behind it, and where English puts that.

"director | de ventas para México" has its field behind, "営業部門 | 責任者" before: in English both are "of" it, and
what describes the post ("senior", "interim") stands before its head.
"""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.languages.model import FIELD
from talentflow.reader.posts.fields import PLACING, Field, english_of, is_region
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit, is_hyphen
from talentflow.reader.words.script import QUOTES
from talentflow.text.tokens import is_ideographic


def tied_before(sentence: Sentence, start: int, floor: int) -> tuple[int, list[str]]:
    """The field that a hyphen ties to the head behind it, and where it begins: "Robotik-Leiterin", "Gemini-Chef"."""
    if start < _TIED or not is_hyphen(sentence.tokens, start - 1):
        return start, []
    found = [hit for hit in sentence.ending(start - 1) if _is_of_field(hit) and hit.kind != "field"]
    hit = max(found, key=lambda hit: hit.end - hit.start, default=None)
    return (start, []) if hit is None or hit.start < floor else (hit.start, [english_word(hit)])


_TIED = 2  # tokens: a field and its hyphen


def with_field_behind(post: str, field: list[str]) -> str:
    """A post with the field that its text puts behind it, in English: "head | of sales", "director | for Egypt"."""
    about: list[str] = []
    where: list[str] = []
    for word in field:
        if not word.startswith(_WHERE):
            about.append(word)
            continue
        if about[-1:] == ["and"]:
            joint = about.pop()
            where += [joint] if where else []
        where.append(word)
    text = " ".join(about).replace(" ,", ",")
    if FIELD in post:
        post = " ".join(post.replace(FIELD, text.removeprefix("of ")).split())
    elif text:
        post += f" {text}" if about[0] in ("of", "for", *PLACING) else f" of {text}"
    return " ".join([post, *where])


_WHERE = ("for ", "in ")


def _field_at(sentence: Sentence, index: int) -> int:
    """The end of what a post may be about where it begins at a token, past articles and "of"; 0 where nothing does."""
    for _ in range(_LINKS):
        here = sentence.by_start.get(index, ())
        if any(hit.kind == "role" and hit.payload.part == "head" for hit in here):
            return 0
        fields = [
            hit.end for hit in here if hit.kind in ("field", "unit") or (hit.kind == "role" and _is_of_field(hit))
        ]
        links = [hit.end for hit in here if hit.kind == "determiner" or (hit.kind == "mark" and hit.payload == "of")]
        if fields or not links:
            return max(fields, default=0)
        index = max(links)
    return 0


_LINKS = 3


def modifiers_of(sentence: Sentence, names: list[tuple[int, int]], *, is_open: bool) -> list[Hit]:
    """What may stand before a head outside of names: what describes it, and its field.

    Where any word may specify a post (`is_open`) `fields.words_before` finds the field, and regions stand there too.
    """
    parts = ("modifier",) if is_open else ("modifier", "domain")
    modifiers = [hit for hit in sentence.of_kind("role") if hit.payload.part in parts]
    modifiers += sentence.of_kind("unit")
    if is_open:
        modifiers += [hit for hit in sentence.of_kind("place") if is_region(hit)]
    if names:
        named = {index for start, end in names for index in range(start, end)}
        modifiers = [hit for hit in modifiers if hit.start not in named]
    return modifiers


# What is "of" its field in English, where others follow it: "head of sales", but "sales manager".
_OF_FIELD = frozenset({
    "head", "co-head", "director", "president", "co-president", "chair", "dean", "professor", "minister", "secretary",
    "governor", "officer", "lead", "co-lead", "leader", "member", "commissioner", "editor-in-chief", "CEO", "co-CEO",
    "CTO", "CFO", "COO", "CIO", "counsel", "lecturer", "student",
})  # fmt: skip


_BEFORE_FIELD = frozenset({
    "senior", "principal", "lead", "chief", "junior", "deputy", "assistant", "associate", "head", "distinguished",
})  # fmt: skip


def with_field_before(words: list[str], field: list[str], head: str) -> str:
    """A post whose field stands before its head, in English order: "head | of sales", "senior | sales | manager"."""
    what, _, own = head.partition(" of ")
    if own and what.split()[-1] in _OF_FIELD and what != "member":
        return " ".join([*words, what, "of", *field, own])  # "head of | AI | research"
    first, _, rest = head.partition(" ")
    if head.split()[-1] in _OF_FIELD or first == "chief" or head.endswith("general manager"):
        return " ".join([*words, head, "of", *field])
    if rest and first in _BEFORE_FIELD:
        return " ".join([*words, first, *field, rest])
    return " ".join([*words, *field, head])


def field_before(sentence: Sentence, place: int) -> str:
    """What somebody leads, in English, as the words up to `place` say: "設計チームを | 率いた"."""
    objects = [hit for hit in sentence.ending(place) if hit.kind == "mark" and hit.payload == "object"]
    if not objects:
        return ""
    names = [(mention.start, mention.end) for mention in sentence.mentions if not mention.is_anaphor]
    start = min(hit.start for hit in objects)
    _, words, field = words_left(
        sentence, start, -1, modifiers_of(sentence, names, is_open=False), names, is_open=False
    )
    return " ".join([*words, *field]) if field else ""


def words_left(
    sentence: Sentence,
    start: int,
    floor: int,
    modifiers: list[Hit],
    names: list[tuple[int, int]],
    *,
    is_open: bool,
) -> tuple[int, list[str], list[str]]:
    """What stands before the head: where it begins, what describes it, and its field; lists go on over "and"."""
    words: list[str] = []
    field: list[str] = []
    units: set[str] = set()
    modifiers = [hit for hit in modifiers if hit.start > floor]
    surface, head = sentence.tokens.surface, start
    joint, is_linked = "", False
    while start > 0:
        place = start
        if (words or field) and not joint:
            place = min([hit.start for hit in sentence.ending(start) if hit.kind == "and"], default=start)
        if not is_linked and place == start:
            place = min([hit.start for hit in sentence.ending(start) if hit.kind == "post_link"], default=start)
            is_linked = place < start
        elif place < start:
            joint = "and"
        if place == start == head:
            place = _before_former(sentence, place, modifiers)
        is_hyphened = surface[place - 1] == "-"
        found = [hit for hit in modifiers if hit.end == place or (is_hyphened and hit.end == place - 1)]
        if found:
            hit = min(found, key=lambda hit: hit.start)
            english, place = hit.payload if hit.kind == "unit" else english_of(sentence, hit), hit.start
            is_field = hit.kind == "unit" or (hit.kind == "role" and hit.payload.part == "domain")
            part = field if is_field and not is_open else words
            if hit.kind == "unit":
                units.add(english)
        elif place - 1 > floor and _is_product(sentence, place - 1, head, names):
            english, place, part = surface[place - 1], place - 1, words if is_open else field
        elif (product := _product_before(sentence, place, floor)) is not None and not is_open:
            english, place, part = english_word(product), product.start, field
        else:
            break
        if english and english not in part:
            part[:0] = [english, joint] if joint and part else [english]
            joint = ""
        start = place
    if units.issuperset(field):
        field = []  # "head of the team" says no more than "head"
    if is_linked and (words or field):
        start = min([hit.start for hit in sentence.ending(start) if _tells_of_work(hit)], default=start)
    return start, words, field


def _before_former(sentence: Sentence, place: int, modifiers: list[Hit]) -> int:
    """Where the field of a post ends that a word for "former" parts from its head: "芯片团队 | 前 | 负责人"."""
    formers = [hit.start for hit in sentence.ending(place) if hit.kind == "former"]
    if not formers or not is_ideographic(sentence.tokens.surface[place - 1][0]):
        return place
    ends = {hit.end for hit in modifiers if hit.kind == "unit" or (hit.kind == "role" and hit.payload.part == "domain")}
    return min((start for start in formers if start in ends), default=place)


def _tells_of_work(hit: Hit) -> bool:
    return hit.kind == "trigger" and hit.payload.event == "work"


def _is_product(sentence: Sentence, place: int, head: int, names: list[tuple[int, int]]) -> bool:
    """Whether a word in Latin letters stands before a post of another script that names what its bearer works on."""
    word = sentence.tokens.surface[place]
    if sentence.tokens.surface[head].isascii() or not (word.isascii() and word[0].isupper() and len(word) > 1):
        return False
    return not any(start <= place < end for start, end in names)


def _product_before(sentence: Sentence, place: int, floor: int) -> Hit | None:
    """The listed product that ends at a place: "千问 | 大模型负责人"."""
    found = [hit for hit in sentence.ending(place) if hit.kind == "product" and hit.start > floor]
    return max(found, key=lambda hit: hit.end - hit.start, default=None)


def field_after(sentence: Sentence, place: int) -> str:
    """What somebody leads, in English, as the words from `place` on say: "dirigía | el equipo de diseño"."""
    _, _, words = words_right(sentence, place, is_field=True)
    return " ".join(words)


def _is_of_field(hit: Hit) -> bool:
    """Whether a phrase can belong to what a post is about: "of research", "of Windows"."""
    if hit.kind == "role":
        return hit.payload.part == "domain" or (hit.payload.part == "modifier" and not hit.prefix)
    return hit.kind in ("field", "product")


def english_word(hit: Hit) -> str:
    """How the record writes such a phrase."""
    if hit.kind == "role":
        return str(hit.payload.english)
    return str(hit.payload.name if hit.kind == "product" else hit.payload)


_WITHIN = ("new", "former", "current")


def _field_follows(sentence: Sentence, here: Sequence[Hit]) -> bool:
    """Whether a field follows an adjective of the head: "رئيسا جديدا للأبحاث"."""
    end = max(hit.end for hit in here if hit.kind in _WITHIN)
    return any(_is_of_field(hit) and hit.kind != "product" for hit in sentence.by_start.get(end, ()))


def beyond_employer(sentence: Sentence, end: int) -> list[str]:
    """The field that a preposition ties to a post past its employer: "نائب رئيس تسلا لشؤون الهندسة"."""
    quoted = end < len(sentence.tokens) and sentence.tokens.surface[end] in QUOTES
    for org in sentence.mentions:
        if org.kind == "org" and not org.is_anaphor and org.start == end + quoted:
            place = org.end + quoted
            fields = [hit for hit in sentence.by_start.get(place, ()) if _is_of_field(hit) and hit.prefix]
            return words_right(sentence, place)[2] if fields else []
    return []


def behind_employer(sentence: Sentence, end: int) -> tuple[int, list[str]]:
    """The field that stands behind the employer whose it is, and where it ends: "负责 | 谷歌的机器人团队"."""
    for org in sentence.mentions:
        if org.kind == "org" and org.start == end:
            place = max((hit.end for hit in sentence.by_start.get(org.end, ()) if hit.kind == "post_link"), default=0)
            last, _, words = words_right(sentence, place or org.end, is_field=True)
            return (last, words) if words else (end, [])
    return end, []


def words_right(sentence: Sentence, end: int, *, is_field: bool = False) -> tuple[int, list[str], list[str]]:
    """What follows the head: modifiers of languages that put them after it, and "of research".

    After "of" (`is_field`) whatever follows is the field, were it a modifier elsewhere: "head of security".
    """
    tokens = sentence.tokens
    behind: list[str] = []
    field = Field()
    index = end
    last = end
    while index < len(tokens) and index < end + _REACH:
        here = sentence.by_start.get(index, ())
        domain = [hit for hit in here if hit.kind == "unit" or _is_of_field(hit)]
        if domain:
            hit = max(domain, key=lambda hit: hit.end)
            if hit.kind == "unit":
                field.add_unit(hit.payload)
            elif hit.kind != "role" or hit.payload.part == "domain":
                field.add(english_word(hit))
            elif is_field:
                field.describe(hit.payload.english)
            elif hit.payload.english not in behind:
                behind.append(hit.payload.english)
            index = last = hit.end
            continue
        qualities = [hit for hit in here if hit.kind == "quality"] if index == last and not field.is_empty() else []
        if qualities:
            hit = max(qualities, key=lambda hit: hit.end)
            field.describe(hit.payload)
            index = last = hit.end
            continue
        if any(hit.kind in _WITHIN for hit in here) and _field_follows(sentence, here):
            index = max(hit.end for hit in here if hit.kind in _WITHIN)
            continue
        linking = [hit for hit in here if _is_linking(hit)]
        if linking:
            is_named = sentence.opens(index + 1, ("org",)) and _past_name(sentence, index + 1) == index + 1
            if is_named and not _past_owner(sentence, index + 1):
                break
            if any(hit.kind == "and" for hit in linking):
                if index == end:
                    break
                field.go_on()
            elif index == last and any(hit.kind == "mark" and hit.payload == "of" for hit in linking):
                field.be_of()
            is_field = is_field or any(hit.kind == "mark" for hit in linking)
            index = max(hit.end for hit in linking)
            continue
        leading = _leads_to_field(sentence, index)
        if leading:
            index, is_field = leading, True
            continue
        if index == last and index > end and is_hyphen(tokens, index) and sentence.opens(index + 1, ("unit",)):
            index += 1  # "der Batterie- | Einheit"
            continue
        if any(hit.kind == "mark" and hit.payload == "toward" for hit in here):
            after = max(hit.end for hit in here if hit.kind == "mark")
            if not _field_at(sentence, after):
                break
            field.be_for()
            is_field, index = True, after
            continue
        if tokens.surface[index] == "," and not field.is_empty() and _is_list(sentence, index):
            field.go_on(",")
            index += 1
            continue
        owner = _past_owner(sentence, index) if field.is_empty() and (is_field or index == end) else 0
        if owner:
            index, is_field = owner, True
            continue
        stop = _past_name(sentence, index) if is_field and last >= index - 2 else index
        if stop == index:
            break
        field.add(" ".join(tokens.surface[index:stop]))
        index = last = stop
    return last, behind, field.words()


_REACH = 12


def _past_owner(sentence: Sentence, index: int) -> int:
    """The end of an employer whose field follows, 0 where none does: "für | Borealis' | Robotik"."""
    for mention in sentence.mentions:
        if mention.kind == "org" and mention.start == index and mention.owner:
            place = mention.end + sentence.tokens.is_possessive(mention.end)
            if any(hit.kind in ("field", "unit", "quality") or _is_of_field(hit)
                   for hit in sentence.by_start.get(place, ())):  # fmt: skip
                return place
    return 0


def _leads_to_field(sentence: Sentence, index: int) -> int:
    """Where a field begins behind words that lead to one, past articles: "pour l'| Afrique"; 0 where none does."""
    place = max((hit.end for hit in sentence.by_start.get(index, ()) if hit.kind == "field_link"), default=0)
    while place:
        here = sentence.by_start.get(place, ())
        if any(_is_of_field(hit) or hit.kind == "unit" for hit in here):
            return place
        place = max((hit.end for hit in here if hit.kind == "determiner"), default=0)
    return 0


def _is_list(sentence: Sentence, index: int) -> bool:
    """Whether a comma goes on with fields up to an "and": "marketing | , ventas y comunicación"."""
    while index < len(sentence.tokens) and sentence.tokens.surface[index] == ",":
        index = _field_at(sentence, index + 1)
        if not index:
            return False
        ends = [hit.end for hit in sentence.by_start.get(index, ()) if hit.kind == "and"]
        if ends:
            return _field_at(sentence, max(ends)) > 0
    return False


def _is_linking(hit: Hit) -> bool:
    return hit.kind in ("determiner", "and") or (hit.kind == "mark" and hit.payload in ("of", "at"))


def _past_name(sentence: Sentence, index: int) -> int:
    """The end of a name that English keeps as it is: a product's, or a part's of a house ("head of | FAIR")."""
    here = sentence.by_start.get(index, ())
    for mention in sentence.mentions:
        if mention.start <= index < mention.end:
            is_unit = mention.entity is not None and mention.entity.listed and mention.kind == "org"
            own = [hit for hit in here if hit.kind == "org" and hit.end == mention.end]
            is_unit = is_unit and any(hit.payload.id != mention.entity.id for hit in own if mention.entity)
            return mention.end if is_unit and mention.start == index else index
    return max((hit.end for hit in here if hit.kind == "product"), default=index)
