"""Roundups: articles whose items each tell of other people at other employers, every item an article of its own.

"Ada Moreno takes over the Borealis Museum. Tom Berg is the new chief of Quanta. Volaero has named Ruth Keller ..."
What elsewhere speaks against an employer, that it is named once and that the article is about another one, says nothing
there; and nobody comes from an employer that only another item names.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from talentflow.reader.words.page import Mention, Page, Sentence
from talentflow.reader.words.topics import About, about
from talentflow.reader.words.trigger_frames import tells_any

_LEAST_ITEMS = 3
_MOST_OF_ONE = 0.6  # of the sentences that name people: an article whose largest item has more is about that one


@dataclass(eq=False, slots=True)
class Item:
    """The sentences of an item, and what it is about."""

    sentences: list[Sentence] = field(default_factory=list)
    about: About = field(default_factory=About)


def find_items(page: Page) -> dict[int, Item]:
    """The items of a roundup by the numbers of their sentences; none where an article is no roundup."""
    body = [sentence for sentence in page.sentences if not sentence.is_title]
    lasts: dict[int, int] = {}
    for sentence in body:
        for mention in named_in(sentence, "person"):
            lasts[id(mention.entity)] = sentence.number
    items = [item for item in _cut(body, lasts) if _tells(item)]
    peopled = [sum(bool(named_in(s, "person")) for s in item.sentences) for item in items]
    if len(items) < _LEAST_ITEMS or max(peopled) > _MOST_OF_ONE * sum(bool(named_in(s, "person")) for s in body):
        return {}
    if _is_of_one(page.sentences, items, nouns_capitalised=page.language.nouns_capitalised):
        return {}
    if _is_about_one_employer(page.sentences, items):
        return {}
    for item in items:
        item.about = about(item.sentences, head_final=page.language.head_final)
    return {sentence.number: item for item in items for sentence in item.sentences}


def _cut(body: Sequence[Sentence], lasts: dict[int, int]) -> list[Item]:
    """The sentences cut where no person and no employer goes on from one to the next."""
    out: list[Item] = []
    open_until = -1  # the last sentence that names anybody named so far
    paragraph = (-1, "")
    for sentence in body:
        is_new = (sentence.paragraph, sentence.field) != paragraph
        paragraph = (sentence.paragraph, sentence.field)
        if not out or (sentence.number > open_until and _opens(sentence, out[-1], is_paragraph=is_new)):
            out.append(Item())
        out[-1].sentences.append(sentence)
        open_until = max([open_until, *(lasts[id(m.entity)] for m in named_in(sentence, "person"))])
    return out


def _opens(sentence: Sentence, item: Item, *, is_paragraph: bool) -> bool:
    """Whether a sentence begins something new: it points back to nothing, and names others than the item so far."""
    orgs = named_in(sentence, "org")
    if not orgs or any(mention.is_anaphor for mention in sentence.mentions[:1]):
        return False
    if not is_paragraph and not (named_in(sentence, "person") and tells_any(sentence, ("appoint",))):
        return False
    told = [named for one in item.sentences if (named := named_in(one, "org"))]
    if is_paragraph:
        told = told[:1]  # the employer that an item is about; others may come again in the next
    known = {id(mention.entity) for named in told for mention in named}
    return all(id(mention.entity) not in known for mention in orgs)


def _tells(item: Item) -> bool:
    """Whether an item names people and an employer, and has a word of change."""
    return (
        any(named_in(sentence, "person") for sentence in item.sentences)
        and any(named_in(sentence, "org") for sentence in item.sentences)
        and any(sentence.of_kind("trigger") for sentence in item.sentences)
    )


def _is_of_one(sentences: Sequence[Sentence], items: Sequence[Item], *, nouns_capitalised: bool) -> bool:
    """Whether the title names no people and employers but those of one item, or of none: that is the news.

    Where all nouns have capitals, what nobody has listed may be no name.
    """
    titled = [m.entity for s in sentences if s.is_title for kind in ("org", "person") for m in named_in(s, kind)]
    whose = [
        {place for place, item in enumerate(items) for s in item.sentences for m in s.mentions if m.entity is entity}
        for entity in titled
    ]
    is_told = any(
        places or (entity is not None and (entity.listed or not nouns_capitalised))
        for entity, places in zip(titled, whose, strict=True)
    )
    return is_told and len(set().union(*whose)) <= 1


def _is_about_one_employer(sentences: Sequence[Sentence], items: Sequence[Item]) -> bool:
    """Whether title and lead name one listed employer alone, to whom later items come back: the article is about it."""
    titled = {id(m.entity): m.entity for s in sentences if s.is_title for m in named_in(s, "org")}
    if len(titled) != 1:
        return False
    (employer,) = titled.values()
    led = {id(m.entity) for m in named_in(items[0].sentences[0], "org")}
    later = [item for item in items[1:] if any(m.entity is employer for s in item.sentences for m in s.mentions)]
    return employer is not None and employer.listed and led == set(titled) and len(later) > 1


def named_in(sentence: Sentence, kind: str) -> list[Mention]:
    """Whom, or which employers, a sentence names; outlets report."""
    return [
        m for m in sentence.mentions
        if m.kind == kind and m.entity is not None and not m.is_anaphor and not (kind == "org" and m.entity.is_media)
    ]  # fmt: skip
