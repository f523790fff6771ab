"""Paragraphs that stand by themselves in an article about something else, each read as an article of its own.

"Volaero expects to sell more. ... Borealis Bank has named Ada Moreno, of Quanta, its chief. ... Volaero's shares rose."
Whom the rest is about says nothing of a paragraph whose people and employers are named in it alone, nor does how little
the article speaks of them. Not so where the article tells who comes and goes at the employer that it is about.
"""

from __future__ import annotations

from itertools import groupby

from talentflow.reader.cast.roundups import Item, named_in
from talentflow.reader.events.drafts import same_org
from talentflow.reader.words.page import Entity, Page, Sentence
from talentflow.reader.words.topics import About, about
from talentflow.reader.words.trigger_frames import tells_any

_CHANGES = ("leave", "join", "shift", "appoint", "found", "follow", "change", "offer", "absence")
_PEOPLE = ("person_noun", "role", "number")


def find_own(page: Page, whole: About) -> dict[int, Item]:
    """The paragraphs of an article that stand by themselves, by the numbers of their sentences."""
    where: dict[int, set[tuple[str, int]]] = {}
    for sentence in page.sentences:
        for mention in sentence.mentions:
            if mention.entity is not None:
                where.setdefault(id(mention.entity), set()).add((sentence.field, sentence.paragraph))
    if whole.topic is None or any(_tells_of(sentence, whole.topic) for sentence in page.sentences):
        return {}  # whoever comes or goes may do so there
    out: dict[int, Item] = {}
    body = [sentence for sentence in page.sentences if not sentence.is_title]
    for _, sentences in groupby(body, key=lambda sentence: (sentence.field, sentence.paragraph)):
        paragraph = list(sentences)
        if not _stands_by_itself(paragraph, where, whole):
            continue
        item = Item(paragraph, about(paragraph, head_final=page.language.head_final))
        out.update({sentence.number: item for sentence in paragraph})
    return out


def _stands_by_itself(paragraph: list[Sentence], where: dict[int, set[tuple[str, int]]], whole: About) -> bool:
    """Whether nobody and no employer that a paragraph names is named elsewhere, and its opening says who is where."""
    if not any(sentence.of_kind("trigger") for sentence in paragraph):
        return False
    opening = paragraph[0]
    has_org = any(m.kind == "org" and m.entity is not None and not m.is_anaphor for m in opening.mentions)
    if not named_in(opening, "person") or not has_org or _points_back(opening):
        return False
    people = [m for sentence in paragraph for m in named_in(sentence, "person")]
    orgs = [m for sentence in paragraph for m in named_in(sentence, "org")]
    if not orgs or any(same_org(m.entity, whole.topic) for m in orgs):
        return False
    return all(len(where[id(m.entity)]) == 1 for m in [*people, *orgs])


def _tells_of(sentence: Sentence, topic: Entity | None) -> bool:
    """Whether a sentence that names what the article is about has a word of change, and people whom it may be about."""
    if not any(m.kind == "org" and same_org(m.entity, topic) for m in sentence.mentions):
        return False
    has_people = any(m.kind == "person" for m in sentence.mentions) or bool(sentence.of_kinds(_PEOPLE))
    return has_people and tells_any(sentence, _CHANGES)


def _points_back(sentence: Sentence) -> bool:
    """Whether a sentence speaks of somebody or of an employer before it has named any."""
    first = next(iter(sorted(sentence.mentions, key=lambda m: m.start)), None)
    return first is not None and first.is_anaphor
