"""Who holds which post where, as the words beside a name say: "former Tesla VP Ada Moreno", "Ada Moreno, CEO of X"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from talentflow.reader.owners import company_before
from talentflow.reader.page import Entity, Mention, Sentence
from talentflow.reader.posts import Post
from talentflow.reader.script import QUOTES
from talentflow.reader.titles import zones_around

_REACH = 16
_BINDING = ("relative", "copula", "pronoun", "also")


@dataclass(slots=True)
class Affiliation:
    """A person's tie to an organization in one sentence; `when` is "past" or "current"."""

    person: Entity
    org: Entity | None
    post: str | None
    when: str
    sentence: Sentence
    start: int
    end: int
    strength: float
    is_new: bool = False
    person_at: int = 0
    by_event: bool = False
    date: str | None = None


def find_affiliations(
    sentence: Sentence, posts: list[Post], meant: Entity | None = None, *, head_final: bool = False
) -> list[Affiliation]:
    """The ties that a sentence states by apposition; their organizations are marked as belonging to the person.

    `meant` is whom a pronoun means that such words lead up to: "Formerly a manager at Borealis, she ...".
    """
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    out: list[Affiliation] = []
    verbs = sentence.covered_by("trigger", "said", "break", "pronoun", "relative") if people else set[int]()
    for mention in people:
        if head_final:
            zones = zones_around(sentence, mention, _left_zone(sentence, mention, verbs)[0])
        else:
            zones = [_left_zone(sentence, mention, verbs), _right_zone(sentence, mention, posts)]
        for low, high in zones:
            if low < high:
                found = _read_zone(sentence, mention, low, high, posts)
                if low >= mention.end and _is_told_past(sentence, mention.end):
                    for tie in found:
                        tie.when = "past"
                out.extend(found)
        if not any(a.person is mention.entity for a in out):
            bare = _bare_owner(sentence, mention)
            if bare is not None:
                out.append(bare)
    for pronoun in _led_up_to(sentence) if meant is not None else ():
        stand_in = replace(pronoun, entity=meant, is_anaphor=False)
        low, high = _left_zone(sentence, stand_in, verbs or sentence.covered_by("trigger", "said", "break"))
        if low == 0:
            out.extend(_read_zone(sentence, stand_in, low, high, posts))
    return out


def _led_up_to(sentence: Sentence) -> list[Mention]:
    """The pronoun, if there is one, right behind the first comma of a sentence that begins with a post."""
    for mention in sentence.mentions:
        if mention.kind == "person":
            is_pronoun = mention.is_anaphor and mention.mark_word == "pronoun"
            return [mention] if is_pronoun and sentence.tokens.surface[mention.start - 1] in ",،" else []
    return []


def _is_told_past(sentence: Sentence, index: int) -> bool:
    """Whether the verb after a name tells of a former post: "Ada Moreno was a director of Borealis"."""
    return any(
        hit.kind == "trigger" and hit.payload.event == "work" and hit.payload.when == "past"
        for hit in sentence.by_start.get(index, ())
    )


def _is_told_new(sentence: Sentence, index: int) -> bool:
    """Whether the verb after a name tells of a new post: "Ada Moreno is now a director of Borealis"."""
    return any(
        hit.kind == "trigger" and hit.payload.event == "become" and hit.end - hit.start > 1
        for hit in sentence.by_start.get(index, ())
    )


def _stops(sentence: Sentence, index: int) -> bool:
    return sentence.opens(index, _VERBS) and any(
        hit.kind in _VERBS and not _inside_post(sentence, hit.start, hit.end) for hit in sentence.by_start[index]
    )


_VERBS = ("trigger", "said", "break")
_OF_POST = ("role", "former", "new")


def _inside_post(sentence: Sentence, start: int, end: int) -> bool:
    return any(hit.start <= start and hit.end >= end for hit in sentence.of_kinds(_OF_POST))


def _left_zone(sentence: Sentence, mention: Mention, verbs: set[int]) -> tuple[int, int]:
    """The words before a name that can describe it: back to another name, a verb or a comma (one beside it aside)."""
    tokens = sentence.tokens
    others = {i for m in sentence.mentions if m.kind == "person" and m is not mention for i in range(m.start, m.end)}
    index = mention.start - 1 - _is_in_quotes(sentence, mention)
    if index >= 0 and tokens.surface[index] in ",،(":
        index -= 1
    elif mention.mark and mention.mark_at == index and not mention.prefix:
        return mention.start, mention.start  # "named director *of* or *to* X": the post is no apposition
    low = index + 1
    while index >= 0 and mention.start - index <= _REACH:
        if index in others or tokens.surface[index] in ',،;:؛.!?؟()—–"“”':
            break
        if index in verbs and not any(h.start <= index < h.end for h in sentence.of_kinds(_OF_POST)):
            break
        low = index
        index -= 1
    return low, mention.start


def _is_in_quotes(sentence: Sentence, mention: Mention) -> bool:
    """Whether quotation marks hold a name and nothing else, as some papers put every name in them."""
    surface = sentence.tokens.surface
    if mention.start == 0 or mention.end >= len(surface):
        return False
    return QUOTES.get(surface[mention.start - 1]) == surface[mention.end]


def _right_zone(sentence: Sentence, mention: Mention, posts: list[Post]) -> tuple[int, int]:
    """The words after a name and a comma, a bracket, a dash or "who is" that can describe it."""
    tokens = sentence.tokens
    count = len(tokens)
    index = mention.end + _is_in_quotes(sentence, mention)
    if index >= count:
        return index, index
    opener = tokens.surface[index]
    if opener in ",،(—–-:":
        index += 1
    elif any(post.start == index and post.is_definite for post in posts):
        pass  # "توم بيرغ رئيس الأبحاث": a post may describe the name right before it
    elif not sentence.opens(index, ("copula", "former", "current")) or _is_told_new(sentence, index):
        return index, index
    while index < count and sentence.opens(index, _BINDING):
        if any(hit.is_fronted for hit in sentence.by_start[index]):
            return index, index  # a clause tells more of the name, and no apposition
        index = max([h.end for h in sentence.by_start[index] if h.kind in _BINDING])
    low = index
    others = {i for m in sentence.mentions if m.kind == "person" and m is not mention for i in range(m.start, m.end)}
    closing = ")" if opener == "(" else ""
    seen_role = False
    while index < count and index - low <= _REACH:
        if index in others or tokens.surface[index] in ";؛.!?؟—–)" or (closing and tokens.surface[index] == closing):
            break
        if tokens.surface[index] in ",،":
            if seen_role:
                break
            seen_role = True
        if index > low and _stops(sentence, index):
            break
        if index == low and sentence.opens(index, _VERBS[:2]) and not sentence.opens(index, _OF_POST):
            return low, low
        index += 1
    return low, index


def _read_zone(sentence: Sentence, mention: Mention, low: int, high: int, posts: list[Post]) -> list[Affiliation]:
    inside = [post for post in posts if low <= post.start and post.end <= high and _describes(sentence, post)]
    orgs = [m for m in sentence.mentions if m.kind == "org" and low <= m.start and m.end <= high]
    orgs = [m for m in orgs if m.entity or (m.mark_word == "company_possessive" and company_before(sentence, m.start))]
    formers = [hit for hit in sentence.of_kind("former") if low <= hit.start < high]
    assert mention.entity is not None
    out: list[Affiliation] = []
    free = list(orgs)
    for number, post in enumerate(inside):
        org = _org_of(post, free, inside, number)
        if org is not None:
            free.remove(org)
            if org.entity is not None:
                org.apposed_to = mention
        employer = (org.entity or company_before(sentence, org.start)) if org is not None else None
        is_former = post.is_former or any(hit.start <= post.start and post.start - hit.end <= 3 for hit in formers)
        if not is_former and org is not None:
            is_former = any(0 <= org.start - hit.end <= 1 and hit.start <= post.start for hit in formers)
            # "vicepresidente de OpenAI saliente", "الرئيس السابق": the word may follow
            is_former = is_former or any(post.end <= hit.start <= max(post.end, org.end) + 1 for hit in formers)
        elif not is_former:
            is_former = any(post.end <= hit.start <= post.end + 1 for hit in formers)
        out.append(
            Affiliation(
                mention.entity,
                employer,
                post.english,
                "past" if is_former else "current",
                sentence,
                low,
                high,
                2.0 if org else 1.2,
                post.is_new,
                mention.start,
            )
        )
    orgs = [m for m in orgs if m.entity is not None]
    if not inside and orgs and (formers or (high == mention.start and orgs[-1].end >= high - 2)):
        org = orgs[-1] if high == mention.start else orgs[0]
        if formers and (high != mention.start or org.end == high or org.end == high - 1):
            org.apposed_to = mention
            for one in _in_one_breath(sentence, orgs, org):
                one.apposed_to = mention
                out.append(
                    Affiliation(
                        mention.entity, one.entity, None, "past", sentence, low, high, 1.5, False, mention.start
                    )
                )
    return out


def _describes(sentence: Sentence, post: Post) -> bool:
    """Whether a post is not as what somebody is named, unless a copula stands before it: "كان مديرا"."""
    return not post.is_taken or sentence.closes(post.start, ("copula", "former"))


def _in_one_breath(sentence: Sentence, orgs: list[Mention], org: Mention) -> list[Mention]:
    """The organizations that stand with one as a list, the last first: "formerly of A and of B"."""
    out = [org]
    for other in sorted(orgs, key=lambda one: -one.start):
        first = out[-1]
        if other.end >= first.start:
            continue
        between = range(other.end, first.mark_at if first.mark else first.start)
        if not between or any(
            sentence.tokens.surface[index] not in ",،" and not sentence.opens(index, ("and",)) for index in between
        ):
            break
        out.append(other)
    return out


def _org_of(post: Post, orgs: list[Mention], posts: list[Post], number: int) -> Mention | None:
    """The organization that a post is at: after it ("head of research at X") or before it ("X's head of research")."""
    following_start = posts[number + 1].start if number + 1 < len(posts) else 10_000
    after = [m for m in orgs if post.end <= m.start < following_start and m.start - post.end <= 9]
    after = [m for m in after if m.mark in ("of", "at", "", "with", "toward") or m.start - post.end <= 2]
    before = [m for m in orgs if m.end <= post.start and post.start - m.end <= 5]
    inner = [m for m in orgs if post.start <= m.start < post.end]
    if inner:
        return inner[0]
    if before and (before[-1].owner or post.start - before[-1].end <= 1) and before[-1].mark != "away":
        return before[-1]
    if after:
        return after[0]
    return before[-1] if before else None


def _bare_owner(sentence: Sentence, mention: Mention) -> Affiliation | None:
    """ "Microsoft's Dee Templeton", "Gupta of Microsoft": a tie without a post."""
    assert mention.entity is not None
    for org in sentence.mentions:
        if org.kind != "org" or org.entity is None or org.is_anaphor:
            continue
        if org.owner and org.end + 1 == mention.start:
            org.apposed_to = mention
            return Affiliation(
                mention.entity, org.entity, None, "current", sentence, org.start, mention.end, 0.8, False, mention.start
            )
        if org.mark == "of" and org.mark_at == mention.end:
            org.apposed_to = mention
            return Affiliation(
                mention.entity, org.entity, None, "current", sentence, mention.start, org.end, 0.8, False, mention.start
            )
    return None
