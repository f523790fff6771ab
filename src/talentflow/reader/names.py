"""Names that nobody has listed, found by shape, context and lexicon."""

from __future__ import annotations

from dataclasses import dataclass, field

from talentflow.reader.lexicon import Lexicon
from talentflow.reader.listed import acronyms, particles
from talentflow.reader.page import Page, Sentence

_PERSON_KINDS_LEFT = ("role", "title")


@dataclass(slots=True)
class Candidate:
    """A run of name-like words at one place, with what speaks for a person (positive) or not (negative)."""

    sentence: Sentence
    start: int
    end: int
    key: str
    score: float = 0.0
    org_score: float = 0.0
    prefix: str = ""
    at_start: bool = False
    notes: list[str] = field(default_factory=list)
    clitics: int = 0


def _taken(sentence: Sentence, kinds: tuple[str, ...]) -> list[bool]:
    out = [False] * len(sentence.tokens)
    for hit in sentence.hits:
        if hit.kind in kinds:
            for index in range(hit.start, hit.end):
                out[index] = True
    return out


def _is_titlecase(sentence: Sentence) -> bool:
    """Whether a line is written as English headlines are, with a capital on nearly every word.

    Sentences of the body end with a mark; in a short one the names alone may outnumber the other words.
    """
    if not sentence.is_title and sentence.tokens.surface[-1] in '.!?"”':
        return False
    words = [w for w in sentence.tokens.surface if w[0].isalpha() and w.isascii() and len(w) > 3]
    return len(words) >= 4 and sum(w[0].isupper() for w in words) >= 0.75 * len(words)


def _is_shouted(sentence: Sentence) -> bool:
    words = [word for word in sentence.tokens.surface if word[0].isalpha() and len(word) > 3]
    return sum(word.isupper() for word in words) >= 0.6 * len(words)


def cased_candidates(sentence: Sentence, lexicon: Lexicon, seen_small: frozenset[str]) -> list[Candidate]:
    """The runs of capitalised words of a sentence that no list knows, in a script that has capitals.

    `seen_small` holds the folded words that the document also writes small: at the start of a sentence such a
    word is no name.
    """
    tokens = sentence.tokens
    surface, folded = tokens.surface, tokens.folded
    blocked = _taken(sentence, ("org", "person", "product", "month", "weekday"))
    for hit in sentence.hits:
        if hit.kind in ("role", "board") and hit.end - hit.start > 1:
            blocked[hit.start : hit.end] = [True] * (hit.end - hit.start)
    capitals = acronyms()
    for place, word in enumerate(surface):
        if word in capitals:
            blocked[place] = True
    places = _places(sentence, lexicon)
    titlecase = _is_titlecase(sentence) and (lexicon.language.titlecase_titles or _is_shouted(sentence))
    role_starts = {
        hit.start: hit.end for hit in sentence.hits if hit.kind in ("role", "title", "company", "trigger", "former")
    }
    out: list[Candidate] = []
    index, count = 0, len(tokens)
    at_start = True
    while index < count:
        word = surface[index]
        if not (word[0].isalpha() and word[0].isupper()) or blocked[index]:
            if word[0].isalpha() or word[0].isdigit():
                at_start = False
            elif word in ':.–—"“«':
                at_start = True
            index += 1
            continue
        known = folded[index] in lexicon.given_names
        if index in places and not _opens_name(sentence, places[index], lexicon):
            index = places[index]
            at_start = False
            continue
        if (
            index in role_starts
            and not known
            and (at_start or titlecase or len(word) > 1)
            and not _names_institution(sentence, index, blocked, lexicon, titlecase, seen_small)
        ):
            index = role_starts[index]
            at_start = False
            continue
        if (at_start or titlecase) and not known and (folded[index] in lexicon.common or folded[index] in seen_small):
            index += 1
            at_start = False
            continue
        end = _run_end(sentence, index, blocked, lexicon, titlecase, seen_small)
        if _is_no_name(sentence, index, end, lexicon):
            index = end
            at_start = False
            continue
        out.append(Candidate(sentence, index, end, " ".join(folded[index:end]), at_start=at_start or titlecase))
        index = end
        at_start = False
    return out


def _places(sentence: Sentence, lexicon: Lexicon) -> dict[int, int]:
    """Where words for a place or a nation stand, from first token to end; words that are given names too stay out."""
    return {
        hit.start: hit.end
        for hit in sentence.hits
        if hit.kind == "place" and not _begins_person(sentence, hit.start, hit.end, lexicon)
    }


def _begins_person(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word for a place is a given name before a family name: "Paris Hilton", "Jordan Peele"."""
    tokens = sentence.tokens
    if end - start > 1 or tokens.folded[start] not in lexicon.given_names or end >= len(tokens):
        return False
    return tokens.surface[end][0].isupper() and not any(
        hit.kind in ("place", "org", "trigger") for hit in sentence.by_start.get(end, ())
    )


def _opens_name(sentence: Sentence, end: int, lexicon: Lexicon) -> bool:
    """Whether a place is the first word of an institution's name: "London Business School", "Boston University"."""
    tokens = sentence.tokens
    return end < len(tokens) and tokens.surface[end][0].isupper() and tokens.folded[end] in org_heads(lexicon)


def org_heads(lexicon: Lexicon) -> frozenset[str]:
    """The words that end (or begin) the names of organizations of a language."""
    return _hit_words(lexicon, "org_word")


def _names_institution(
    sentence: Sentence, start: int, blocked: list[bool], lexicon: Lexicon, titlecase: bool, seen_small: frozenset[str]
) -> bool:
    """Whether a run that begins with a word for a post or a kind is a name: "AI Safety Institute", "Bank of Ghana"."""
    end = _run_end(sentence, start, blocked, lexicon, titlecase, seen_small)
    folded, heads = sentence.tokens.folded, org_heads(lexicon)
    if end - start < 2:
        return False
    if folded[end - 1] in heads and not any(h.kind == "role" for h in sentence.by_start.get(end - 1, ())):
        return True
    return folded[start] in heads and end - start > 2


def is_ticker(sentence: Sentence, start: int, end: int) -> bool:
    """An exchange or a share's sign in brackets after a name: "(NASDAQ: QNTA)"."""
    surface = sentence.tokens.surface
    if start == 0 or end >= len(surface):
        return False
    is_exchange = surface[start - 1] == "(" and surface[end] == ":"
    is_sign = surface[start - 1] == ":" and surface[end] == ")" and surface[start].isupper()
    return is_exchange or is_sign


def _is_unit(sentence: Sentence, start: int, end: int) -> bool:
    """A part of somebody's house by its full name: "Meta's Future Business Planning division"."""
    follows = any(hit.kind == "company" for hit in sentence.by_start.get(end, ()))
    before = sentence.tokens.folded[start - 1] if start else ""
    return follows and before in ("'s", "’s", "its")


def _is_no_name(sentence: Sentence, start: int, end: int, lexicon: Lexicon) -> bool:
    """A lone letter, or a lone word for a kind of organization or a post: "I", "College", "Counsel"."""
    tokens = sentence.tokens
    if sentence.tokens.start[start] == sentence.start and all(w.isupper() for w in tokens.surface[start:end]):
        return end < len(tokens) and tokens.surface[end] in ",/—–-:("  # a dateline or a label
    if _is_unit(sentence, start, end) or is_ticker(sentence, start, end):
        return True
    if end - start > 1:
        return False
    word, folded = sentence.tokens.surface[start], sentence.tokens.folded[start]
    if len(word) == 1:
        return True
    if folded in org_heads(lexicon) and not (word.isupper() and len(word) > 1):
        return True
    return any(hit.kind in ("role", "weekday", "month", "relative") for hit in sentence.by_start.get(start, ()))


def _past_of(sentence: Sentence, index: int) -> int:
    """The token after "of" or "of the"."""
    following = index + 1
    kinds = {hit.kind for hit in sentence.by_start.get(following, ())}
    return following + 1 if "determiner" in kinds else following


def _is_of_institution(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether "of" goes on with an institution's name: "Library of Congress", "Bank of the West"."""
    tokens = sentence.tokens
    if tokens.folded[index - 1] not in org_heads(lexicon) or not tokens.surface[index - 1][0].isupper():
        return False
    if not any(hit.kind == "mark" and hit.payload == "of" for hit in sentence.by_start.get(index, ())):
        return False
    following = _past_of(sentence, index)
    if following >= len(tokens) or not tokens.surface[following][0].isupper():
        return False
    return not any(hit.kind in ("org", "person") for hit in sentence.by_start.get(following, ()))


def _adds_field(sentence: Sentence, index: int, blocked: list[bool], lexicon: Lexicon) -> bool:
    """Whether "and" joins two fields of one institution: "Office of Science and Technology Policy"."""
    tokens = sentence.tokens
    if index + 1 >= len(tokens) or not any(hit.kind == "and" for hit in sentence.by_start.get(index, ())):
        return False
    word = tokens.surface[index + 1]
    return word[0].isupper() and not blocked[index + 1] and tokens.folded[index + 1] in lexicon.common


def _run_end(
    sentence: Sentence, start: int, blocked: list[bool], lexicon: Lexicon, titlecase: bool, seen_small: frozenset[str]
) -> int:
    tokens = sentence.tokens
    surface, folded = tokens.surface, tokens.folded
    end, index, count = start + 1, start + 1, len(tokens)
    is_institution = False
    while index < count and not blocked[index]:
        word = surface[index]
        if word[0].isalpha() and word[0].isupper():
            if titlecase and folded[index] in lexicon.common and folded[index] not in lexicon.given_names:
                break
            end = index = index + 1
        elif word == "." and len(surface[index - 1]) == 1 and index + 1 < count and surface[index + 1][0].isupper():
            index += 1  # an initial
        elif word in "-&" and tokens.is_glued(index) and index + 1 < count and tokens.is_glued(index + 1):
            if not surface[index + 1][0].isalpha() or (
                surface[index + 1][0].islower() and word == "-" and len(surface[index + 1]) > 4
            ):
                break
            end = index = index + 2
        elif word == "&" and index + 1 < count and surface[index + 1][0].isupper():
            index += 1
        elif _is_of_institution(sentence, index, lexicon):
            index = _past_of(sentence, index)
            end = index = index + 1
            is_institution = True
        elif is_institution and end == index and _adds_field(sentence, index, blocked, lexicon):
            end = index = index + 2
        elif folded[index] in particles() and index + 1 < count and not blocked[index + 1]:
            following = index + 1
            while following < count and folded[following] in particles():
                following += 1
            if following < count and surface[following] == "-":
                following += 1
            if following >= count or not surface[following][0].isupper() or blocked[following]:
                break
            index = following
        elif word[0].isdigit() and end == index and len(word) <= 4 and tokens.is_glued(index) is False:
            break
        else:
            break
    return end


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
        any(c.isupper() for c in w[1:])
        and "'" not in w
        and "’" not in w
        and not w.startswith(("Mc", "Mac", "De", "Di", "La", "Le", "Van"))
        and not w.isupper()
        for w in surfaces
    ):
        organization += 1.0
        person -= 1.5
    org_words = _hit_words(lexicon, "org_word")
    if names and (names[-1] in org_words or names[0] in org_words):
        organization += 2.5
        person -= 3.0
    elif any(w in org_words for w in names):
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


_TAKES_ORG = ("join", "move", "return", "leave", "found", "work", "stay")
_TAKES_PERSON = ("hire", "dismiss", "appoint", "promote", "replace", "succeeded_by")


def _verb_says(sentence: Sentence, start: int, end: int) -> tuple[float, float]:
    """What the verb beside a run makes of it: one joins a company and hires a person; who hires is a company."""
    person = organization = 0.0
    before = start
    while before > start - 2 and any(hit.end == before and hit.kind in ("mark", "determiner") for hit in sentence.hits):
        before -= 1
    for hit in sentence.hits:
        if hit.kind != "trigger":
            continue
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


_EMPLOYING = ("hire", "dismiss", "appoint", "promote", "offer", "lose")


def _has_employed(sentence: Sentence, end: int) -> bool:
    """Whether a verb by which an employer acts on somebody follows after one small word: "X has poached two"."""
    if end >= len(sentence.tokens) or not sentence.tokens.surface[end][0].islower():
        return False
    if any(hit.kind == "copula" for hit in sentence.by_start.get(end, ())):
        return False
    return any(
        hit.kind == "trigger" and hit.payload.event in _EMPLOYING and not hit.payload.noun
        for hit in sentence.by_start.get(end + 1, ())
    )


def _hit_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    cache = _WORDS.get((lexicon.language.code, kind))
    if cache is None:
        from talentflow.text.fold import fold

        cache = frozenset(fold(phrase) for phrase, _ in lexicon.language.phrases.get(kind, ()))
        _WORDS[(lexicon.language.code, kind)] = cache
    return cache


_WORDS: dict[tuple[str, str], frozenset[str]] = {}


def _neighbours(sentence: Sentence, start: int, end: int) -> tuple[set[str], set[str]]:
    """Kinds of phrases just left and right of a run: what ends where it begins, what begins where it ends."""
    left = {hit.kind for hit in sentence.hits if hit.end == start and hit.kind != "org"}
    left |= {f"mark {hit.payload}" for hit in sentence.hits if hit.end == start and hit.kind == "mark"}
    right = {hit.kind for hit in sentence.hits if hit.start == end}
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


def weigh_reuse(groups: dict[str, list[Candidate]]) -> None:
    """A name whose last word also stands alone is mostly a person's; one whose first does may be a company's."""
    alone = {key for key in groups if " " not in key}
    for key, group in groups.items():
        words = key.split()
        if len(words) > 1:
            if words[-1] in alone:
                group[0].score += 1.5
            elif words[0] in alone:
                group[0].org_score += 0.7


def small_words(page: Page) -> frozenset[str]:
    """The folded words that the document writes without a capital somewhere."""
    out = set()
    for sentence in page.sentences:
        for surface, folded in zip(sentence.tokens.surface, sentence.tokens.folded, strict=True):
            if surface[0].islower():
                out.add(folded)
    return frozenset(out)
