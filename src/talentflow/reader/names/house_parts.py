"""Names in a script without spaces that stand for no one of their own: parts of a house, other names in brackets.

A laboratory or a team whose owner is named right before it is no employer of its own, nor is a word in Latin letters
that a product's name begins or a team's name ends.
"""

from __future__ import annotations

from talentflow.reader.words.page import Mention, Sentence

_OPENING = frozenset('«“「『"')
_LINKS = frozenset({"post_link", "company_possessive"})
_LONGEST_LEAD = 4  # words from a bracket to the other name in it: "(花名:"
_TELLING = frozenset({"role", "trigger", "said", "org", "former", "and"})


def without_house_parts(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The mentions of a sentence without those of unlisted names that are parts of a house named beside them."""
    owners = {
        m.end for m in mentions if m.kind == "org" and m.entity is not None and m.entity.name and not m.is_anaphor
    }
    owners |= {m.end for m in mentions if m.is_anaphor and m.kind == "org"}
    return [
        m for m in mentions if not (_is_unlisted(m) and (_is_owned(sentence, m, owners) or _is_within(sentence, m)))
    ]


def _is_unlisted(mention: Mention) -> bool:
    entity = mention.entity
    return mention.kind == "org" and entity is not None and not entity.listed and entity.name is not None


def _is_owned(sentence: Sentence, mention: Mention, owners: set[int]) -> bool:
    """Whether a name that ends as that of a laboratory or a team follows the name of its owner."""
    if not _ends_as_part(sentence, mention) and not _is_field_of_post(sentence, mention):
        return False
    place = mention.start
    if place and sentence.tokens.surface[place - 1] in _OPENING:
        place -= 1
    places = {place, *(hit.start for hit in sentence.ending(place) if hit.kind in _LINKS)}
    return not owners.isdisjoint(places)


def _is_field_of_post(sentence: Sentence, mention: Mention) -> bool:
    """Whether a post follows, of which an unlisted name behind an owner says what for: "大学の|サイエンス|学部長"."""
    return sentence.opens(mention.end, ("role",)) and sentence.closes(mention.start, _LINKS)


def _ends_as_part(sentence: Sentence, mention: Mention) -> bool:
    """Whether the last word of a name is that of a part: a unit, or a class word that companies have for their own."""
    end = mention.end
    last = {hit.kind for hit in sentence.ending(end) if hit.start >= mention.start}
    following = {hit.kind for hit in sentence.by_start.get(end, ())}
    if "unit" in last or "unit" in following:
        return True
    return "org_word" in last and not last.isdisjoint(("institution", "company"))


def _is_within(sentence: Sentence, mention: Mention) -> bool:
    """Whether a word in Latin letters goes on a product's name or names a team: "Qwen | Code", "Foundation | 团队"."""
    if not sentence.tokens.surface[mention.start][0].isascii():
        return False
    if sentence.tokens.surface[mention.start - 1] == "(" and sentence.closes(mention.start - 1, ("unit",)):
        return True  # "智能出行事业群(ITG)"
    if sentence.closes(mention.start, ("product",)):
        return True
    return sentence.opens(mention.end, ("unit",)) and not sentence.closes(mention.start, ("company",))


def without_other_names(sentence: Sentence, mentions: list[Mention]) -> list[Mention]:
    """The mentions without what a bracket behind somebody's name gives as another name of theirs: "周畅(花名:钟煌)"."""
    people = {m.end: m for m in mentions if m.kind == "person" and not m.is_anaphor}
    return [m for m in mentions if m.kind != "person" or m.is_anaphor or not _is_other_name(sentence, m, people)]


def _is_other_name(sentence: Sentence, mention: Mention, people: dict[int, Mention]) -> bool:
    surface = sentence.tokens.surface
    if mention.end >= len(surface) or surface[mention.end] != ")":
        return False
    opening = next((i for i in range(mention.start - 1, -1, -1) if surface[i] in "()"), -1)
    if opening < 0 or surface[opening] != "(" or not _LONGEST_LEAD >= mention.start - opening > 1:
        return False
    inside = range(opening + 1, mention.start)
    if any(hit.start in inside and hit.kind in _TELLING for hit in sentence.hits):
        return False  # a post, or a verb: somebody else is meant
    titles = {hit.start: hit.end for hit in sentence.of_kind("title")}
    return opening in people or any(titles.get(end) == opening for end in people)
