"""Where somebody only studied: a university beside words of studying is no employer."""

from __future__ import annotations

from talentflow.reader.words.page import Mention, Sentence

_BESIDE = 2  # words between a university and what somebody did there


def is_studied_at(sentence: Sentence, mention: Mention) -> bool:
    """Whether words of studying stand beside an employer or its preposition: "graduated from X", "从X毕业后"."""
    words = sentence.of_kind("study")
    if not words or mention.kind != "org" or mention.is_anaphor:
        return False
    begin = mention.mark_at if mention.mark and mention.mark_at < mention.start else mention.start
    end = max(mention.end, mention.mark_at + 1 if mention.mark else 0)
    parting = sentence.covered_by("trigger", "break", "and", "role")
    commas = {place for place, word in enumerate(sentence.tokens.surface) if word == ","}
    gaps = [range(word.end, begin) for word in words if word.end <= begin and commas.isdisjoint(range(word.end, begin))]
    gaps += [range(end, word.start) for word in words if end <= word.start]
    return any(len(gap) <= _BESIDE and parting.isdisjoint(gap) for gap in gaps)
