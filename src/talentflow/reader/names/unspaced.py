"""Names that nobody has listed, in a script without spaces, as the cutting (cutting.py) finds them."""

from __future__ import annotations

from talentflow.reader.names.candidates import Candidate
from talentflow.reader.words.cutting import Name
from talentflow.reader.words.page import Sentence

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


def weigh_asked(groups: dict[str, list[Candidate]]) -> None:
    """Takes what looks like somebody's name for an employer's where the words around it ask for one.

    "加入福瑞泰克", "竞争对手福瑞泰克", "东阿阿胶董事长高登锋": unless as many speak for a person.
    """
    for group in groups.values():
        if any(found.score < _SURE or not (found.is_whole or found.family_first) for found in group):
            continue
        employer = sum(_asks_employer(found.sentence, found.start, found.end) for found in group)
        if employer and employer > sum(_asks_person(found.sentence, found.start, found.end) for found in group):
            for found in group:
                found.score, found.org_score, found.family_first, found.is_whole = -_SURE, _LIKELY, False, False


def _asks_employer(sentence: Sentence, start: int, end: int) -> bool:
    for hit in sentence.ending(start):
        if hit.kind == "trigger" and hit.payload.event in _OF_EMPLOYERS and not hit.payload.passive:
            # "加入李明团队"; "同日离职的还有王晓明" has nobody before the verb, so that it is who follows
            return _has_mover(sentence, hit.start) and not sentence.opens(end, ("company",))
        if hit.kind == "company" and not sentence.closes(start, ("org_word",)):  # "前锋基金|齐景民"
            return not any(name.end == start for name in sentence.names)
    heads = [hit.end for hit in sentence.by_start.get(end, ()) if hit.kind == "role" and hit.payload.part == "head"]
    return any(name.start in heads and name.kind in ("person", "foreign") for name in sentence.names)


def _has_mover(sentence: Sentence, place: int) -> bool:
    """Whether somebody is named or meant before a verb."""
    is_named = any(name.kind in ("person", "foreign") and name.end <= place for name in sentence.names)
    return is_named or any(hit.end <= place for hit in sentence.of_kinds(("pronoun", "person")))


def _asks_person(sentence: Sentence, start: int, end: int) -> bool:
    if sentence.closes(start, _BEFORE_PEOPLE) or sentence.opens(end, _BEHIND_PEOPLE):
        return True
    return any(
        hit.kind == "trigger" and hit.payload.event in ("appoint", "hire", "replace") for hit in sentence.ending(start)
    )


_OF_EMPLOYERS = frozenset({"join", "move", "leave"})
_BEFORE_PEOPLE = ("role", "title", "person_noun", "colleague", "kin")
_BEHIND_PEOPLE = ("title", "kin")


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
