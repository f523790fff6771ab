"""Whom a fact may be about: the organizations, people, products and labs in general that a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from talentflow.model import EntityMention, FactParty
from talentflow.reader.claims.presenting import mention_of
from talentflow.reader.names.surfaces import slug
from talentflow.reader.words.fact_words import FactHits, find_facts
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Entity, Mention, Page, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.text.fold import fold

_NAMED_WITHIN = 4  # words from "a tool" to what it is called
_NEAR_SOURCE = 5
_UNKNOWN_WITHIN = 4  # words
_LONGEST_VERSION = 3  # characters
_BACK = 3  # sentences that "the company" may point back to
_JOINTS = frozenset({",", "،", "、", "&", "/"})
_VERSION = re.compile(r"[-‑ ]?\d[\w.]*.*$")
_VERSION_JOINTS = frozenset("-‑.")


@dataclass(slots=True)
class Party:
    """One place where a sentence speaks of somebody or something that a fact can be about."""

    sort: str
    start: int
    end: int
    party: FactParty
    entity: Entity | None = None
    mark: str = ""
    owner: bool = False
    is_source: bool = False
    is_pointed: bool = False  # "the company": only pointed back to
    is_example: bool = False  # "rivals such as Quanta"

    @property
    def is_named(self) -> bool:
        """Whether it has a name of its own."""
        return self.party.entity.name is not None


def parties_of(page: Page, sentence: Sentence, hits: FactHits, topic: Entity | None) -> list[Party]:
    """All that a fact of the sentence may be about, in order of place."""
    out = list(_products(sentence, hits))
    covered = {index for product in out for index in range(product.start, product.end)}

    def add(party: Party | None) -> None:
        if party is not None and covered.isdisjoint(range(party.start, party.end)):
            out.append(party)
            covered.update(range(party.start, party.end))

    for mention in sentence.mentions:
        if mention.entity is not None and mention.entity.listed:
            add(_of_mention(page, mention, topic))
    for hit in hits.things:  # "the established labs", though their class looks like the name of one
        if hit.payload == "field":
            add(field_party(sentence, hit.start, hit.end, _mark_before(sentence, hit)))
    for mention in sentence.mentions:
        add(_of_mention(page, mention, topic))
    for hit in (*sentence.of_kind("company_anaphor"), *sentence.of_kind("company_last")):
        entity = company_meant(page, sentence, hit.start, topic)
        if entity is not None:
            mark = _mark_before(sentence, hit)
            add(Party("organization", hit.start, hit.end, _party(entity), entity, mark, is_pointed=True))
    out.sort(key=lambda party: party.start)
    _note_chains(sentence, out, hits)
    return out


def field_party(sentence: Sentence, start: int, end: int, mark: str = "") -> Party:
    """Labs or companies in general, as some words call them."""
    words = _words(sentence, start, end)
    return Party("field", start, end, FactParty("field", EntityMention(f"field:{slug(words)}", None, words)), mark=mark)


def _note_chains(sentence: Sentence, parties: list[Party], hits: FactHits) -> None:
    """Gives names after the first of a breath its preposition, and notes examples: "rivals such as Meta and Google"."""
    examples = {hit.end for hit in sentence.of_kind("including")}
    owned = {hit.end for hit in hits.things if hit.payload in ("product", "model", "compute", "pay")}
    for place, party in enumerate(parties):
        before = parties[place - 1] if place else None
        party.is_example = party.start in examples or (party.start - 1) in examples
        if party.is_example:
            party.mark = ""  # "among them Quanta": that is no place
        if not party.mark and party.start in owned and party.sort == "organization":
            party.mark = "of"  # "an xAI supercomputer" where the owner stands behind what it owns
        if before is not None and before.sort == party.sort and _is_joined(sentence, before.end, party.start):
            party.mark = party.mark or before.mark
            party.is_example = party.is_example or before.is_example
        elif before is not None and before.is_example and _may_list_on(sentence, before.end, party.start):
            party.is_example = True


def chain_from(parties: list[Party], first: Party, sentence: Sentence) -> list[Party]:
    """A party with those that are named in one breath with it, in order: "Meta, OpenAI and Anthropic"."""
    same = [party for party in parties if party.sort == first.sort]
    place = same.index(first)
    low = high = place
    while low > 0 and _is_joined(sentence, same[low - 1].end, same[low].start):
        low -= 1
    while high + 1 < len(same) and _is_joined(sentence, same[high].end, same[high + 1].start):
        high += 1
    return same[low : high + 1]


def _is_joined(sentence: Sentence, start: int, end: int) -> bool:
    """Whether nothing but commas and "and" stands between two names."""
    joints = sentence.covered_by("and")
    surface = sentence.tokens.surface
    between = range(start, end)
    if not between:  # "وGoogle": the conjunction is glued on
        return end > 0
    return len(between) <= 2 and all(index in joints or surface[index] in _JOINTS for index in between)


def _may_list_on(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a list of names may go on over one that nobody knows: "Meta, Quanta, and Google"."""
    surface = sentence.tokens.surface
    return 1 < end - start <= _UNKNOWN_WITHIN and surface[start] in _JOINTS and surface[end - 1] in _JOINTS


def _of_mention(page: Page, mention: Mention, topic: Entity | None) -> Party | None:
    sentence, entity, pointed = mention.sentence, mention.entity, False
    if entity is None:
        if mention.kind != "org":
            return None
        entity, pointed = company_meant(page, sentence, mention.start, topic), True
    if entity is None or entity.name is None:
        return None
    sort = "organization" if mention.kind == "org" else "person"
    return Party(
        sort,
        mention.start,
        mention.end,
        _party(entity),
        entity,
        mention.mark,
        mention.owner,
        (mention.kind == "org" and entity.is_media) or _is_source(sentence, mention),
        pointed,
    )


def _party(entity: Entity) -> FactParty:
    mention = mention_of(entity)
    assert mention is not None
    return FactParty("organization" if entity.kind == "org" else "person", mention)


def _is_source(sentence: Sentence, mention: Mention) -> bool:
    """Whether a mention is only who said it: "according to Ada Moreno", "Ada Moreno said that ..."."""
    if any(0 <= mention.start - hit.end <= 1 for hit in sentence.of_kind("according")):
        return True
    others = sentence.covered_by("including")  # "among them" may look like a verb of saying
    said = [hit for hit in sentence.of_kind("said") if hit.start not in others]
    return mention.kind == "person" and any(
        0 <= hit.start - mention.end <= 1 or 0 <= mention.start - hit.end <= 1 for hit in said
    )


def company_meant(page: Page, sentence: Sentence, place: int, topic: Entity | None) -> Entity | None:
    """Which organization "the company" is: the last one named before it that the article speaks of."""
    for earlier in reversed(page.sentences[max(0, sentence.number - _BACK) : sentence.number + 1]):
        if earlier.is_title and not sentence.is_title:
            continue
        for mention in reversed(earlier.mentions):
            entity = mention.entity
            if mention.kind != "org" or entity is None or not entity.name or entity.is_media:
                continue
            if earlier is sentence and mention.end > place:
                continue
            if topic is None or entity is topic or entity.share >= 0.5 * topic.share:
                return entity
    return topic if topic is not None and topic.name else None


def _mark_before(sentence: Sentence, hit: Hit) -> str:
    if hit.prefix:
        return "of"
    marks = [mark for mark in sentence.ending(hit.start) if mark.kind == "mark"]
    if not marks and hit.start:
        marks = [mark for mark in sentence.ending(hit.start - 1) if mark.kind == "mark"]
        if not sentence.opens(hit.start - 1, ("determiner", "new", "former", "current")):
            marks = []
    return str(marks[0].payload) if marks else ""


def _products(sentence: Sentence, hits: FactHits) -> Iterator[Party]:
    """The products and models that the sentence names, listed or called by their name behind their noun."""
    taken: set[int] = set()
    for hit in sorted(sentence.hits, key=lambda hit: hit.start - hit.end):
        is_product = hit.kind == "product" or (hit.kind == "org" and hit.payload.sort == "product")
        if is_product and taken.isdisjoint(range(hit.start, hit.end)):
            end = _with_version(sentence, hit.end)
            taken.update(range(hit.start, end))
            words = _words(sentence, hit.start, end)
            name = hit.payload.name if end == hit.end else words
            identity = hit.payload.id if end == hit.end else slug(words)
            yield _product(sentence, hit.start, end, EntityMention(f"product:{identity}", name, words, end == hit.end))
    for hit in hits.things:
        if hit.payload in ("product", "model", "compute"):
            found = _called(sentence, hits, hit.end)
            if found is not None and taken.isdisjoint(range(*found)):
                taken.update(range(*found))
                words = _words(sentence, *found)
                yield _product(sentence, *found, EntityMention(f"product:{slug(words)}", words, words))


def base_name(party: Party) -> str:
    """A product's name without the number of its version, folded: "phi" of "Phi-3.5"."""
    return _VERSION.sub("", fold(party.party.entity.name or party.party.entity.mention)).strip()


def product_sorts(sentences: list[Sentence], lexicon: Lexicon) -> dict[str, str]:
    """Which named products of a page the nouns beside them call models or computers, by their base names."""
    out: dict[str, str] = {}
    for sentence in sentences:
        hits = find_facts(sentence, lexicon)
        for party in _products(sentence, hits):
            beside = [
                hit.payload
                for hit in hits.things
                if hit.payload in ("model", "compute")
                and (0 <= party.start - hit.end <= 1 or 0 <= hit.start - party.end <= 3)
            ]
            if beside:
                out.setdefault(base_name(party), beside[0])
    return out


def _product(sentence: Sentence, start: int, end: int, mention: EntityMention) -> Party:
    mark = next((str(hit.payload) for hit in sentence.ending(start) if hit.kind == "mark"), "")
    return Party("product", start, end, FactParty("product", mention), mark=mark)


def _with_version(sentence: Sentence, end: int) -> int:
    """Where a name ends with the number of its version: "Phi | -3.5", "Llama | 4", "GPT | -4o"."""
    tokens = sentence.tokens
    if end + 1 < len(tokens) and tokens.surface[end] in _VERSION_JOINTS and tokens.is_glued(end):
        if tokens.is_glued(end + 1) and tokens.surface[end + 1][0].isdigit():
            end += 2
            if (
                end < len(tokens)
                and tokens.is_glued(end)
                and tokens.surface[end].isascii()
                and tokens.surface[end].isalnum()
            ):
                end += 1
    elif (
        end < len(tokens)
        and tokens.surface[end][0].isdigit()
        and len(tokens.surface[end]) <= _LONGEST_VERSION
        and (end + 1 >= len(tokens) or not tokens.surface[end + 1].isalpha())
    ):
        end += 1
    return end


def _called(sentence: Sentence, hits: FactHits, place: int) -> tuple[int, int] | None:
    """The name that a noun is followed by: "a tool called Tinker", "the model Nimbo 7"."""
    tokens = sentence.tokens
    naming = [hit for hit in hits.things if hit.payload == "called" and 0 <= hit.start - place <= _NAMED_WITHIN]
    start = naming[0].end if naming else place
    if start < len(tokens) and tokens.surface[start] in "«\"“„‘'「『":
        start += 1
    end = start
    while end < len(tokens) and _looks_named(tokens.surface[end]) and (end == start or tokens.surface[end - 1] != ","):
        end += 1
    if end == start or any(
        mention.start < end and start < mention.end and mention.kind == "person" for mention in sentence.mentions
    ):
        return None
    if any(m.start < end and start < m.end and m.entity is not None and m.entity.listed for m in sentence.mentions):
        return None
    return start, _with_version(sentence, end)


def _looks_named(word: str) -> bool:
    """Whether a word is written as names in Latin letters are."""
    return word[0].isalpha() and word[0].upper() != word[0].lower() and word[0].isupper()


def _words(sentence: Sentence, start: int, end: int) -> str:
    tokens = sentence.tokens
    return tokens.text[tokens.start[start] : tokens.end[end - 1]]
