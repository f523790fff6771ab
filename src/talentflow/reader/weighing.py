"""Whether a run of capitalised words names a person or an organization: by its shape and by what stands beside it."""

from __future__ import annotations

from talentflow.reader.lexicon import Lexicon
from talentflow.reader.listed import particles
from talentflow.reader.names import Candidate
from talentflow.reader.page import Sentence

_TAKES_ORG = ("join", "move", "return", "leave", "found", "work", "stay")
_TAKES_PERSON = ("hire", "dismiss", "appoint", "promote", "replace", "succeeded_by")
_LISTED = ("org", "person")  # of these some have been set aside
_EMPLOYING = ("hire", "dismiss", "appoint", "promote", "offer", "lose")


def score_candidate(candidate: Candidate, lexicon: Lexicon) -> None:
    """Weighs shape and neighbourhood of a run: `score` for a person, `org_score` for an organization."""
    sentence, start, end = candidate.sentence, candidate.start, candidate.end
    tokens = sentence.tokens
    words = [w for w in tokens.folded[start:end] if w[0].isalpha() or w[0].isdigit()]
    surfaces = [w for w in tokens.surface[start:end] if w[0].isalpha()]
    person, organization = 0.0, 0.0
    names = [w for place, w in enumerate(words) if place == 0 or w not in particles()]
    if names and names[0] in lexicon.given_names:
        person += 2.0
    if len(names) > 1 and any(name in lexicon.family_names for name in names):
        person += 1.0  # a Spanish name has two, and the second may be rare
    if 2 <= len(names) <= 4:
        person += 1.2
    elif len(names) > 5:
        organization += 1.0
        person -= 2.0
    if len(names) == 1:
        person -= 1.5
    if any(len(w) > 1 and w.isupper() for w in surfaces):
        organization += 0.8
        person -= 0.7 if len(surfaces) > 1 and all(w.isupper() for w in surfaces) else 1.5
    if any(w[0].isdigit() for w in words) or any(
        w[1:] != w[1:].lower()
        and "'" not in w
        and "’" not in w
        and not w.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van"))
        and not w.isupper()
        for w in surfaces
    ):
        organization += 1.0
        person -= 1.5
    if names and (names[-1] in lexicon.org_words or names[0] in lexicon.org_words):
        organization += 2.5
        person -= 3.0
    elif any(w in lexicon.org_words for w in names):
        organization += 1.2
        person -= 1.2
    if "&" in tokens.surface[start:end]:
        organization += 1.5
        person -= 2.0
    left, right = _neighbours(sentence, start, end)
    is_known_name = bool(names) and (
        names[0] in lexicon.given_names or any(name in lexicon.family_names for name in names[1:])
    )
    if not is_known_name:
        if _has_employed(sentence, end):
            organization += 1.2
            person -= 0.8
        if left & {"mark away", "mark toward", "mark at"}:
            organization += 0.5
            person -= 0.9
        if "determiner" in left and len(names) > 1:
            organization += 0.8
            person -= 1.0
    if "role" in left or "title" in left:
        person += 2.0
    if "company" in left:
        organization += 2.0
        person -= 1.5
    if "mark" in left and "mark of" not in left:
        organization += 0.4
    as_person, as_org = _verb_says(sentence, start, end)
    person, organization = person + as_person, organization + as_org
    if "said" in right or "said" in left:
        person += 0.8
    if "comma_role" in right:
        person += 2.0
    if "comma_company" in right:
        organization += 2.0
    if "relative" in right:
        person += 1.0
    if "trigger" in right:
        person += 0.6
    candidate.score = person
    candidate.org_score = organization


def _verb_says(sentence: Sentence, start: int, end: int) -> tuple[float, float]:
    """What the verb beside a run makes of it: one joins a company and hires a person; who hires is a company."""
    person = organization = 0.0
    before = start
    while before > start - 2 and sentence.closes(before, ("mark", "determiner")):
        before -= 1
    for hit in sentence.of_kind("trigger"):
        if before <= hit.end <= start and hit.start < start:
            if hit.payload.noun:
                person += 0.4
            elif hit.payload.event in _TAKES_ORG and hit.payload.object != "person":
                organization, person = organization + 0.8, person - 0.6
            elif hit.payload.event in _TAKES_PERSON and not hit.payload.passive:
                person += 0.6
            break
        if (
            hit.start == end
            and hit.payload.event in _TAKES_PERSON[:3]
            and not (hit.payload.passive or hit.payload.noun)
        ):
            organization += 1.0
            break
    return person, organization


def _has_employed(sentence: Sentence, end: int) -> bool:
    """Whether a verb by which an employer acts on somebody follows after one small word: "X has poached two"."""
    if end >= len(sentence.tokens) or not sentence.tokens.surface[end][0].islower():
        return False
    if sentence.opens(end, ("copula",)):
        return False
    return any(
        hit.kind == "trigger" and hit.payload.event in _EMPLOYING and not hit.payload.noun
        for hit in sentence.by_start.get(end + 1, ())
    )


def _neighbours(sentence: Sentence, start: int, end: int) -> tuple[set[str], set[str]]:
    """Kinds of phrases just left and right of a run: what ends where it begins, what begins where it ends."""
    left: set[str] = set()
    for hit in sentence.ending(start):
        if hit.kind != "org":
            left.add(hit.kind)
        if hit.kind == "mark":
            left.add(f"mark {hit.payload}")
    right = {hit.kind for hit in sentence.by_start.get(end, ()) if hit.kind not in _LISTED or hit in sentence.hits}
    surface = sentence.tokens.surface
    if end < len(surface) and surface[end] in ",،(–—-、（":
        follow = end + 1
        for _ in range(3):
            kinds = {hit.kind for hit in sentence.by_start.get(follow, ())}
            if "role" in kinds:
                right.add("comma_role")
                break
            if "company" in kinds or "unnamed" in kinds:
                right.add("comma_company")
                break
            if "relative" in kinds:
                right.add("relative")
                break
            if not kinds & {"determiner", "former", "current", "org", "acting", "copula", "new"}:
                if follow + 1 < len(surface) and "role" in {h.kind for h in sentence.by_start.get(follow + 1, ())}:
                    right.add("comma_role")
                break
            follow = max(hit.end for hit in sentence.by_start[follow])
    return left, right
