"""Names that nobody has listed, in a script without spaces where particles behind a name tell what it is.

The cutting (cutting.py) finds the people. An organization is told by the class word that ends its name, by quotation
marks, or by what stands beside it (spelled.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talentflow.reader.names.announced import quoted_spans
from talentflow.reader.names.candidates import Candidate
from talentflow.reader.names.spelled import evidence, is_founded, placed_runs, titled, weigh_spelled
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.script import is_word
from talentflow.text.tokens import is_hiragana, is_katakana

_SURE = 3.0
_LIKELY = 1.2
_LIKELY_PERSON = 2.0  # of one word, with a title behind it
_LEAST = 0.8  # evidence that usual words before a class word are a name
_MOST_WORDS = 7
_LONGEST = 12  # characters before the class word
# Phrases that may be a part of an organization's name; all others end it.
_INSIDE = frozenset({"place", "org_word", "company", "institution", "product_noun", "role", "person_noun", "board"})


def marked_candidates(sentence: Sentence, lexicon: Lexicon) -> list[Candidate]:
    """The unlisted names of a sentence, people and organizations, each with its score as either."""
    out = list(_people(sentence, lexicon))
    taken = {index for one in out for index in range(one.start, one.end)}
    taken |= sentence.covered_by("org", "person")
    for start, end in titled(sentence, taken, lexicon):
        taken.update(range(start, end))
        key = "".join(sentence.tokens.folded[start:end])
        out.append(Candidate(sentence, start, end, key, _LIKELY_PERSON, -_SURE, is_whole=True))
    for start, end, score in _organizations(sentence, lexicon, taken):
        if taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            key = "".join(sentence.tokens.folded[start:end])
            out.append(Candidate(sentence, start, end, key, -_SURE, score))
    return out


def _people(sentence: Sentence, lexicon: Lexicon) -> Iterator[Candidate]:
    for name in sentence.names:
        if name.kind == "class":  # as the network tags it
            yield Candidate(sentence, name.start, name.end, name.key, -_SURE, _SURE)
            continue
        if name.kind == "foreign" and (is_katakana(name.parts[-1]) or _is_mixed(name.parts)):
            person, org = weigh_spelled(sentence, name, lexicon)
            person = -_SURE if _is_mixed(name.parts) else person
            yield Candidate(sentence, name.start, name.end, name.key, person, org)
            continue
        if sentence.opens(name.end, ("org_word",)):
            continue  # the class word says where the name ends
        is_company = len(name.parts) == 1 and (
            sentence.opens(name.end, ("company",)) or sentence.closes(name.start, ("company",))
        )
        score, org_score = (-_SURE, _SURE) if is_company else (_SURE, 0.0)
        yield Candidate(
            sentence,
            name.start,
            name.end,
            name.key,
            score,
            org_score,
            is_whole=len(name.parts) == 1,
            family_first=name.kind == "person",
        )


def _is_mixed(parts: tuple[str, ...]) -> bool:
    """Whether whole words of two scripts are joined, as in no name of a person: "コンペティション・Alexa"."""
    whole = [part for part in parts if len(part) > _INITIAL]
    return any(part.isascii() for part in whole) and not all(part.isascii() for part in whole)


_INITIAL = 2


def _organizations(sentence: Sentence, lexicon: Lexicon, taken: set[int]) -> Iterator[tuple[int, int, float]]:
    """Where names of organizations may stand, the surest first."""
    yield from _classed(sentence, lexicon, taken)
    for start, end in quoted_spans(sentence):
        if is_founded(sentence, end + 1):
            yield start, end, _LIKELY
        if sentence.closes(start - 1, ("company",)):
            yield start, end, _LIKELY
    yield from placed_runs(sentence, lexicon, taken | _stops(sentence) | sentence.covered_by(*_INSIDE))


def _classed(sentence: Sentence, lexicon: Lexicon, taken: set[int]) -> Iterator[tuple[int, int, float]]:
    """Names that end in a class word: "中原银行"."""
    ends = {hit.start: hit.end for hit in sentence.of_kind("org_word")}
    done = 0
    for start in sorted(ends):
        end = ends[start]
        while end in ends:
            end = ends[end]
        if start < done:
            continue
        done = end
        first = _first_word(sentence, start, taken)
        if first == start:
            continue
        if (
            _is_naming(sentence, range(first, start), lexicon)
            or evidence(sentence, first, end) >= _LEAST
            or _has_person(sentence, end)
        ):
            yield first, end, _SURE


def _has_person(sentence: Sentence, place: int) -> bool:
    """Whether somebody is told by name to be of what ends here: "講談社|の|水原圭氏"."""
    return any(
        name.kind == "person" and name.start == mark.end and sentence.opens(name.end, ("title", "role"))
        for mark in sentence.by_start.get(place, ())
        if mark.kind == "mark" and mark.payload == "owner"
        for name in sentence.names
    )


def _first_word(sentence: Sentence, start: int, taken: set[int]) -> int:
    """Where the words before a class word begin that may belong to the name."""
    stops = _stops(sentence)
    # "九条", "三井"
    stops -= {hit.start for hit in sentence.of_kind("number") if is_word(sentence.tokens.folded[hit.start])}
    first, length = start, 0
    while first and first - 1 not in taken and first - 1 not in stops:
        word = sentence.tokens.folded[first - 1]
        if not (is_word(word) or sentence.tokens.surface[first - 1][0].isupper()) or start - first >= _MOST_WORDS:
            break
        if is_hiragana(word):
            break  # grammar
        if len(word) == 1 and first > 1 and sentence.tokens.folded[first - 2].isdigit():
            break  # what is counted: "2010年|グリー株式会社"
        length += len(word)
        if length > _LONGEST:
            break
        first -= 1
    return first


def _stops(sentence: Sentence) -> set[int]:
    """The words that belong to no name: those of phrases that say something else."""
    return {index for hit in sentence.hits if hit.kind not in _INSIDE for index in range(hit.start, hit.end)}


def _is_naming(sentence: Sentence, words: Iterable[int], lexicon: Lexicon) -> bool:
    """Whether some of the words are no usual ones: a place, a word that no list has, characters that are no word."""
    folded = sentence.tokens.folded
    places = sentence.covered_by("place")
    inside = sentence.covered_by("company", "institution", "product_noun", "role", "person_noun", "board")
    letters = 0
    for index in words:
        if index in places:
            return True
        if index in inside:
            continue
        word = folded[index]
        if not is_word(word):
            return True
        if len(word) == 1:
            letters += 1
        elif word not in lexicon.common and word not in lexicon.usual_words:
            return True
    return letters > 1
