"""Names that nobody has listed, in scripts without capitals: runs of words that look like names and are no words."""

from __future__ import annotations

from talentflow.languages.likeness import NameLikeness, name_likeness
from talentflow.reader.lexicon import Lexicon
from talentflow.reader.names import Candidate
from talentflow.reader.page import Sentence

_BLOCKED = -9.0
_NAME_AT = 0.35
_NAMES = ("org", "person", "product", "place")
_QUOTES = '«"“„'
_CLOSING = '»"”'


def caseless_candidates(sentence: Sentence, lexicon: Lexicon) -> list[Candidate]:
    """The runs of name-like words of a sentence that no list knows, each with its score as a person and as a company."""
    likeness = name_likeness(lexicon.language.code)
    looks = _looks(sentence, lexicon, likeness)
    out = _institutions(sentence, looks)
    for candidate in out:
        for index in range(candidate.start, candidate.end):
            looks[index] = _BLOCKED
    index, count = 0, len(sentence.tokens)
    while index < count:
        if looks[index] < _NAME_AT:
            index += 1
            continue
        end = _run_end(sentence, index, looks, lexicon)
        out.append(_candidate(sentence, index, end, looks, lexicon))
        index = end
    return out


def _looks(sentence: Sentence, lexicon: Lexicon, likeness: NameLikeness) -> list[float]:
    """For each word the log-odds that it is part of a name nobody has listed."""
    tokens = sentence.tokens
    out = [0.0] * len(tokens)
    blocked: set[int] = set()
    for hit in sentence.hits:
        if hit.kind in _NAMES:
            blocked.update(range(hit.start, hit.end))
    phrases: dict[int, bool] = {}
    for hit in sentence.hits:
        if hit.kind not in _NAMES:
            for index in range(hit.start, hit.end):
                whole = hit.end - hit.start > 1 or not (hit.prefix or hit.suffix)
                phrases[index] = phrases.get(index, False) or whole
    for index, word in enumerate(tokens.folded):
        if index in blocked or not word[:1].isalpha() or ord(word[0]) < 0x250:
            out[index] = _BLOCKED
        else:
            out[index] = _look(word, phrases.get(index), lexicon, likeness)
    return out


def _look(word: str, in_phrase: bool | None, lexicon: Lexicon, likeness: NameLikeness) -> float:
    if word in lexicon.given_names or word in lexicon.family_names:
        return 0.6 if in_phrase or word in lexicon.common else 4.0
    if in_phrase or word in lexicon.common:
        return _BLOCKED
    best = likeness.score(word) - (0.8 if in_phrase is False else 0.0)
    for reading in lexicon.readings(word)[1:]:
        if reading.suffix or not (reading.conjunction or reading.prefix or reading.has_article):
            continue
        if reading.stem in lexicon.given_names or (reading.stem in lexicon.family_names and not reading.has_article):
            return 3.0
        if reading.stem in lexicon.common:
            return min(best, -3.0)
    if word.startswith(lexicon.article) and len(word) > 4:
        best -= 1.5
    return best


def _run_end(sentence: Sentence, start: int, looks: list[float], lexicon: Lexicon) -> int:
    tokens = sentence.tokens
    end = index = start + 1
    particles = {
        hit.start for hit in sentence.hits if hit.kind == "name_particle" and not hit.prefix and not hit.suffix
    }
    while index < len(tokens) and index - start < 6:
        if looks[index] >= _NAME_AT:
            if _conjoined(tokens.folded[index], lexicon):
                break
            end = index = index + 1
        elif (index in particles or (tokens.surface[index] in "-." and tokens.is_glued(index))) and (
            index + 1 < len(tokens) and looks[index + 1] > -4
        ):
            index += 1
            if tokens.surface[index - 1] == "-":
                end = index = index + 1
        else:
            break
    return end


def _conjoined(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is "and" glued to a name: the next person, not the next part of this one."""
    for reading in lexicon.readings(word)[1:]:
        if reading.conjunction and not reading.prefix and not reading.suffix and not reading.has_article:
            stem = reading.stem
            if stem in lexicon.given_names:
                return word not in lexicon.given_names
            likeness = name_likeness(lexicon.language.code)
            if len(stem) >= 3 and likeness.score(stem) > 0.3 and word not in lexicon.family_names:
                return True
    return False


def _candidate(sentence: Sentence, start: int, end: int, looks: list[float], lexicon: Lexicon) -> Candidate:
    tokens = sentence.tokens
    first = tokens.folded[start]
    prefix = conjunction = ""
    likeness = name_likeness(lexicon.language.code)
    if first not in lexicon.given_names:
        for reading in lexicon.readings(first)[1:]:
            if reading.suffix or reading.has_article or not (reading.conjunction or reading.prefix):
                continue
            known = reading.stem in lexicon.given_names
            if known or (reading.conjunction and len(reading.stem) >= 3 and likeness.score(reading.stem) > 0.3):
                prefix, conjunction = reading.prefix, reading.conjunction
                first = reading.stem
                break
    key = " ".join([first, *(w for w in tokens.folded[start + 1 : end] if w not in "-.")])
    candidate = Candidate(sentence, start, end, key, prefix=prefix)
    words = [looks[i] for i in range(start, end) if looks[i] > _BLOCKED]
    person = sum(words) / max(1, len(words)) * 0.6 + (0.6 if len(words) >= 2 else -1.2)
    organization = 0.0
    left = {hit.kind for hit in sentence.hits if hit.end == start and hit.kind not in ("and",)}
    opener = start > 0 and tokens.surface[start - 1] in _QUOTES
    if opener:
        left |= {hit.kind for hit in sentence.hits if hit.end == start - 1}
        organization += 0.8
        person -= 0.8
    if left & {"role", "title"}:
        person += 1.6
    if left & {"trigger", "said"}:
        person += 0.9
    if "company" in left and not left & {"role", "title"}:
        organization += 3.0
        person -= 2.5
    elif "mark" in left or prefix:
        organization += 0.5
    right = {hit.kind for hit in sentence.hits if hit.start == end}
    if end < len(tokens) and tokens.surface[end] in "،,(":
        following = {hit.kind for hit in sentence.by_start.get(end + 1, ())}
        if following & {"role", "relative"}:
            person += 1.5
        if following & {"company", "unnamed"}:
            organization += 1.5
        if tokens.surface[end] == "(" and end + 1 < len(tokens) and tokens.surface[end + 1][0].isupper():
            person += 1.5 if end + 2 < len(tokens) and tokens.surface[end + 2][0].isupper() else 0.3
            organization += 0.5
    if right & {"said", "relative", "role"}:
        person += 0.8
    candidate.score, candidate.org_score = person, organization
    if conjunction:
        candidate.notes.append("conjoined")
    return candidate


def _institutions(sentence: Sentence, looks: list[float]) -> list[Candidate]:
    """ "University of ...", "Ministry of ...": a class word that belongs to the name, with the words that complete it."""
    tokens = sentence.tokens
    out: list[Candidate] = []
    names = {i for hit in sentence.hits if hit.kind in _NAMES for i in range(hit.start, hit.end)}
    stops = {
        hit.start for hit in sentence.hits
        if hit.kind in ("trigger", "said", "relative", "break", "mark", "copula", "according") and not hit.suffix
    }  # fmt: skip
    for hit in sentence.hits:
        if hit.kind != "institution" or hit.has_article or hit.suffix or hit.start in names:
            continue
        end = hit.end
        while end < len(tokens) and end - hit.start < 6 and end not in names and (end not in stops or end == hit.end):
            word = tokens.folded[end]
            if not word[0].isalpha() or ord(word[0]) < 0x250:
                break
            if not (word.startswith(("ال", "لل", "وال")) or looks[end] > _NAME_AT):
                break
            end += 1
        if end > hit.end:
            key = " ".join(tokens.folded[hit.start : end])
            out.append(Candidate(sentence, hit.start, end, key, -3.0, 2.0, hit.prefix))
    return out
