"""Where the words of facts stand in a sentence: a small trie of its own, so that moves are read as if it were not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, TypeVar

from talentflow.languages import load_language
from talentflow.languages.facts import FactTrigger, FactWords, load_facts
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Page, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.registry import Registry
from talentflow.registry.loader import no_collection
from talentflow.text.tokens import Tokens, phrase_words, tokenize

_KINDS = ("fact", "thing", "magnitude", "currency", "unit", "period", "vague", "figures")
_GRAMMAR = ("and",)  # kinds of the language that the lexicon itself asks for


@dataclass(slots=True)
class FactHits:
    """The words of facts of one sentence; places are tokens of the sentence, the longest phrase where some overlap.

    The parts of amounts stand among `raw`, which are its characters where nothing has spaces.
    """

    raw: Tokens
    triggers: list[Hit] = field(default_factory=list)
    things: list[Hit] = field(default_factory=list)
    amounts: dict[str, list[Hit]] = field(default_factory=dict)


@cache
def fact_lexicon(code: str) -> Lexicon | None:
    """The words of facts of a language as a lexicon without names; None where it has none."""
    words = load_facts(code)
    if not words.phrases:
        return None
    language = load_language(code)
    phrases = {kind: pairs if kind in _GRAMMAR else () for kind, pairs in language.phrases.items()}
    with no_collection():
        return Lexicon(replace(language, phrases={**phrases, **words.phrases}), Registry(), with_people=False)


def words_of_facts(code: str) -> FactWords:
    """The words of facts of a language as data."""
    return load_facts(code)


def may_tell_facts(page: Page) -> bool:
    """Whether any sentence holds words of a fact and something that they may take; reasons need a move besides."""
    lexicon = fact_lexicon(page.language.code)
    if lexicon is None:
        return False
    # The words of a script without spaces are yet to be joined: what is found among its characters is not kept.
    look = _find if page.language.spaceless else find_facts
    keys = _telling_words(page.language.code)
    return any(
        _may_tell(look(sentence, lexicon))
        for sentence in page.sentences
        if _has_any(sentence.tokens.folded, keys, lexicon)
    )


@cache
def _telling_words(code: str) -> frozenset[str]:
    """A word of each phrase of which a sentence needs one: things, currencies, units, and what needs no other words."""
    phrases = load_facts(code).phrases
    kinds = ("thing", "currency", "unit", "figures")
    forms = [form for kind in kinds for form, _ in phrases.get(kind, ())]
    forms += [
        form
        for form, trigger in phrases.get("fact", ())
        if isinstance(trigger, FactTrigger) and not trigger.takes and trigger.type not in ("reason", "none")
    ]
    return frozenset(max(words, key=len) for _, words in phrase_words(forms) if words)


def _has_any(folded: list[str], keys: frozenset[str], lexicon: Lexicon) -> bool:
    if not keys.isdisjoint(folded):
        return True
    return lexicon.has_clitics and any(not keys.isdisjoint(lexicon.stems(word)) for word in folded)


def _may_tell(hits: FactHits) -> bool:
    """Whether what a trigger takes is there, were it the right one at the right place."""
    if not hits.triggers:
        return False
    there = {thing.payload for thing in hits.things}
    if hits.amounts["currency"] or hits.amounts["figures"]:
        there.add("money")
    if hits.amounts["unit"]:
        there.add("amount")
    return any(_is_complete(hit.payload, there) for hit in hits.triggers)


def _is_complete(trigger: FactTrigger, there: set[str]) -> bool:
    if trigger.type in ("reason", "none"):
        return False
    return not there.isdisjoint(trigger.takes) if trigger.takes else True


def find_facts(sentence: Sentence, lexicon: Lexicon) -> FactHits:
    """The words of facts of a sentence; kept with it once found."""
    if sentence.facts is None:
        sentence.facts = _find(sentence, lexicon)
    found: FactHits = sentence.facts
    return found


def _find(sentence: Sentence, lexicon: Lexicon) -> FactHits:
    tokens = sentence.tokens
    spaceless = lexicon.language.spaceless
    raw = tokenize(tokens.text, sentence.start, sentence.end) if spaceless else tokens
    found = [hit for hits in lexicon.find(raw).values() for hit in hits if hit.kind in _KINDS]
    found = [hit for hit in found if not _is_cut_wrong(hit, found) and not _is_hyphened(hit, raw)]
    hits = moved(found, raw, tokens) if spaceless else found
    out = FactHits(
        raw,
        _longest([hit for hit in hits if hit.kind == "fact"]),
        _longest([hit for hit in hits if hit.kind == "thing"]),
    )
    for kind in ("magnitude", "currency", "unit", "period", "vague", "figures"):
        out.amounts[kind] = _longest([hit for hit in found if hit.kind == kind])
    return out


def _longest(hits: Sequence[Hit]) -> list[Hit]:
    """The hits that no longer one covers, in order; of several meanings of the same words each is kept."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        over = [other for other in kept if other.start < hit.end and hit.start < other.end]
        # The same words in another reading of their clitics tell the same.
        if all((other.start, other.end) == (hit.start, hit.end) and other.payload != hit.payload for other in over):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _is_cut_wrong(hit: Hit, hits: list[Hit]) -> bool:
    """Whether too much was cut off a word: from both its ends, or where the whole word says something too."""
    if hit.prefix and hit.suffix:
        return True
    if hit.kind == "fact" and hit.has_article and hit.end == hit.start + 1 and not hit.payload.noun:
        return True  # "the launching" has no object, as no verb has an article
    same = [other for other in hits if (other.kind, other.start, other.end) == (hit.kind, hit.start, hit.end)]
    return bool(hit.suffix) and any(not other.suffix for other in same)


def _is_hyphened(hit: Hit, tokens: Tokens) -> bool:
    """Whether a verb is but a part of a compound: "post-training"."""
    return hit.kind == "fact" and tokens.is_glued(hit.start) and tokens.surface[hit.start - 1] in "-‑"


Placed = TypeVar("Placed", bound="Any")


def moved(hits: list[Placed], raw: Tokens, tokens: Tokens) -> list[Placed]:
    """What was found among characters, placed among the words that the characters were joined to."""
    at: dict[int, int] = {}
    for index, (start, end) in enumerate(zip(tokens.start, tokens.end, strict=True)):
        at.update(dict.fromkeys(range(start, end), index))
    out = []
    for hit in hits:
        first, last = at.get(raw.start[hit.start]), at.get(raw.end[hit.end - 1] - 1)
        if first is not None and last is not None:
            out.append(replace(hit, start=first, end=last + 1))
    return out
