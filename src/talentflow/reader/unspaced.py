"""Names that nobody has listed, in a script without spaces, as the cutting (cutting.py) finds them."""

from __future__ import annotations

from talentflow.reader.cutting import Name
from talentflow.reader.names import Candidate
from talentflow.reader.page import Sentence

_SURE = 3.0
_LIKELY = 1.2


def unspaced_candidates(sentence: Sentence) -> list[Candidate]:
    """The unlisted names of a sentence, people and organizations, each with its score as either."""
    out = [_candidate(sentence, name) for name in sentence.names if not _describes(sentence, name)]
    taken = {index for one in out for index in range(one.start, one.end)}
    taken |= sentence.covered_by("org", "person")
    for hit in sentence.of_kind("public_body"):
        if taken.isdisjoint(range(hit.start, hit.end)):
            key = "".join(sentence.tokens.folded[hit.start : hit.end])
            out.append(Candidate(sentence, hit.start, hit.end, key, -_SURE, _SURE))
    return out


def _describes(sentence: Sentence, name: Name) -> bool:
    """Whether a class word only says what the name in Latin letters behind it is: "大麻公司|Verano"."""
    tokens = sentence.tokens
    if name.kind != "class" or name.end >= len(tokens) or not tokens.is_glued(name.end):
        return False
    follows = tokens.surface[name.end]
    is_name = follows[0].isascii() and follows[0].isupper()
    return is_name and not sentence.opens(name.end, ("role", "title", "product"))


def _candidate(sentence: Sentence, name: Name) -> Candidate:
    is_alone = len(name.parts) == 1
    is_organization = name.kind in ("class", "beside") or (
        is_alone and (sentence.opens(name.end, ("org_word", "company")) or sentence.closes(name.start, ("company",)))
    )
    if is_organization:
        score = _LIKELY if name.kind == "beside" else _SURE
        return Candidate(sentence, name.start, name.end, name.key, -_SURE, score)
    return Candidate(
        sentence, name.start, name.end, name.key, _SURE, is_whole=is_alone, family_first=name.kind == "person"
    )
