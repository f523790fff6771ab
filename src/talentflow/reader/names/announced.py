"""Employers' names that quotation marks or a class word announce, in scripts without capitals."""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.reader.names.candidates import Candidate
from talentflow.reader.words.glue import class_word_glue
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.script import NAME_AT, NAME_KINDS, QUOTES, Script, is_word

_OPENERS = frozenset(QUOTES) - {"("}
_CLAUSE_KINDS = frozenset({"trigger", "said", "relative", "break", "mark", "copula", "according", "and"})


def quoted_names(sentence: Sentence, looks: list[float], script: Script, people: list[Candidate]) -> list[Candidate]:
    """What stands in quotation marks after a class word, a preposition or a post is mostly an organization's name."""
    folded = sentence.tokens.folded
    of_people = {candidate.start for candidate in people}
    out: list[Candidate] = []
    for start, end in quoted_spans(sentence):
        score = _quote_score(sentence, start - 1, end, looks, script) if start not in of_people else 0.0
        if score > 0:
            out.append(Candidate(sentence, start, end, " ".join(folded[start:end]), -3.0, score))
    return out


def quoted_spans(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The short stretches in quotation marks that may be names: no speech, and nothing that is listed."""
    tokens = sentence.tokens
    if _OPENERS.isdisjoint(tokens.surface):
        return
    index = 0
    while index < len(tokens):
        closing = QUOTES.get(tokens.surface[index])
        end = index + 1
        if closing is None or closing == ")":
            index += 1
            continue
        while end < len(tokens) and tokens.surface[end] != closing and end - index <= 6:
            end += 1
        if end >= len(tokens) or tokens.surface[end] != closing or end == index + 1:
            index += 1
            continue
        start = index + 1
        known = any(start <= hit.start < end for hit in sentence.of_kinds(NAME_KINDS))
        is_text = sentence.opens(start, ("trigger", "said", "pronoun"))
        if not known and not is_text and all(is_word(word) for word in tokens.folded[start:end]):
            yield start, end
        index = end + 1


def _quote_score(sentence: Sentence, opener: int, end: int, looks: list[float], script: Script) -> float:
    kinds = {hit.kind for hit in sentence.ending(opener)}
    score = 0.0
    if "company" in kinds:
        score += 2.0
    if kinds & {"mark", "role", "trigger"}:
        score += 0.7
    if opener > 0 and sentence.tokens.folded[opener - 1] in script.lexicon.prefixes:
        score += 0.7  # "لـ«...»"
    if any(opener < hit.start < end for hit in sentence.of_kind("org_word")):
        score += 1.0
    inside = [looks[index] for index in range(opener + 1, end)]
    if inside and sum(value >= NAME_AT for value in inside) * 2 >= len(inside):
        score += 0.5
    if kinds & {"product_noun", "person_noun"}:
        score -= 4.0
    return score


def institutions(sentence: Sentence, looks: list[float], lexicon: Lexicon) -> list[Candidate]:
    """ "University of ...", "Ministry of ...": a class word of the name, with the words that complete it."""
    heads = [hit for hit in sentence.of_kind("institution") if not hit.suffix]
    if not heads:
        return []
    tokens = sentence.tokens
    out: list[Candidate] = []
    names = {i for hit in sentence.hits if hit.kind in NAME_KINDS for i in range(hit.start, hit.end)}
    boards = {hit.start for hit in sentence.hits if hit.kind == "board" and hit.end - hit.start > 1}
    stops = {hit.start for hit in sentence.hits if hit.kind in _CLAUSE_KINDS and not hit.suffix}
    posts = {hit.start for hit in sentence.hits if hit.kind == "role" and hit.end - hit.start > 1}
    for hit in heads:
        if hit.start in posts or hit.start in names or hit.start in boards:
            continue
        end = hit.end
        while end < len(tokens) and end - hit.start < 6 and end not in names and (end not in stops or end == hit.end):
            word = tokens.folded[end]
            if not is_word(word):
                break
            if not (word.startswith(lexicon.article_starts) or looks[end] > NAME_AT):
                break
            end += 1
        if end > hit.end + (1 if hit.has_article else 0):
            word = tokens.folded[hit.start]
            clitics = class_word_glue(word, lexicon)[0]
            key = " ".join([word[clitics:], *tokens.folded[hit.start + 1 : end]])
            out.append(Candidate(sentence, hit.start, end, key, -3.0, 2.0, hit.prefix, clitics=clitics))
    return out
