"""Says for each word of a practice article whether it is part of an annotated name: what the chain of tags learns from.

A tag is a place in `talentflow.languages.name_runs.TAGS`, or UNSURE where the annotation does not tell: it names only
who moves or holds a post, in one form, so a lone given name or a part of a company's name may be a name or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from train_name_likeness import annotated_names

from talentflow.languages.name_runs import TAGS
from talentflow.model import Document
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page, Sentence, make_page
from talentflow.text.tokens import tokenize

UNSURE = -1
_PERSON, _ORG = TAGS.index("person"), TAGS.index("org")
_GLUED = re.compile("[وف]?[بلك]?$")
_SHORTEST = 3  # letters of a part of a name that is looked for alone


@dataclass(slots=True)
class Labelled:
    """A page with a tag for each word of each sentence."""

    page: Page
    tags: list[list[int]]


def labelled(article: dict[str, Any], lexicon: Lexicon, ordinary: set[str]) -> Labelled:
    """The page of an article with its tags."""
    document = Document(article["text"], article["id"], article["lang"], article["title"], article.get("published"))
    page = make_page(document, lexicon)
    people, organizations = annotated_names(article)
    names = [(words, _PERSON) for words in map(_words, people) if words]
    names += [(words, _ORG) for words in map(_words, organizations) if words]
    names.sort(key=lambda name: (-len(name[0]), name))
    return Labelled(page, [_sentence_tags(sentence, names, ordinary) for sentence in page.sentences])


def _words(mention: str) -> list[str]:
    return tokenize(mention).folded


def _sentence_tags(sentence: Sentence, names: list[tuple[list[str], int]], ordinary: set[str]) -> list[int]:
    folded = sentence.tokens.folded
    tags: list[int | None] = [None] * len(folded)
    for words, kind in names:
        for start in _places(folded, words):
            stretch = range(start, start + len(words))
            if all(tags[index] is None for index in stretch):
                for index in stretch:
                    tags[index] = kind if index == start else kind + 1
    listed = {i for hit in sentence.hits if hit.kind in ("org", "person") for i in range(hit.start, hit.end)}
    return [
        tag if tag is not None else _lone_tag(word, names, ordinary, is_listed=index in listed)
        for index, (word, tag) in enumerate(zip(folded, tags, strict=True))
    ]


def _lone_tag(word: str, names: list[tuple[list[str], int]], ordinary: set[str], *, is_listed: bool) -> int:
    """The tag of a word outside the annotated forms of names."""
    for words, kind in names:
        for place, part in enumerate(words):
            if len(part) < _SHORTEST or not _is_first(word, part):
                continue
            if kind == _PERSON and word in ordinary:
                continue
            is_last_name = kind == _PERSON and len(words) > 1 and place == len(words) - 1
            return _PERSON if is_last_name else UNSURE
    return UNSURE if is_listed else 0


def _places(folded: list[str], words: list[str]) -> Iterator[int]:
    count = len(words)
    for start in range(len(folded) - count + 1):
        if _is_first(folded[start], words[0]) and folded[start + 1 : start + count] == words[1:]:
            yield start


def _is_first(word: str, part: str) -> bool:
    """Whether a word of the text is the first word of a name, with what may be glued on in front of it."""
    if word == part:
        return True
    if len(part) > 1 and word.endswith(part) and _GLUED.match(word[: -len(part)]):
        return True
    return part.startswith("ال") and len(part) > 3 and word in ("لل" + part[2:], "ولل" + part[2:], "فلل" + part[2:])
