"""Who holds which post where, as the words beside a name say: "former Tesla VP Ada Moreno", "Ada Moreno, CEO of X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from talentflow.reader.names.owners import company_before
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.glue import has_glued_and
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.script import QUOTES
from talentflow.reader.words.titles import zones_around
from talentflow.text.tokens import is_ideographic

_REACH = 16
_LONGEST_TICKER = 6  # words of a bracket, with both its ends
_BEFORE_POST = 3
_OPENING = 3  # words that may stand before the subject of a sentence
_PARTING_COMMA = "，"  # parts clauses: whatever describes a name before it has no comma, or another one
_LEADING_ELSEWHERE = ("toward", "at")
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
    is_news: bool = False  # by an event that is not told as one of years ago
    beside: Entity | None = None  # the employer that words tell of, in one breath with which they name this one
    is_plain: bool = False  # by words that can say nothing else: "Borealis, led by Ada Moreno"


def find_affiliations(
    sentence: Sentence,
    posts: list[Post],
    meant: Entity | None = None,
    company: Entity | None = None,
    *,
    head_final: bool = False,
    drops_subject: bool = False,
    glued_ands: tuple[str, ...] = (),
) -> list[Affiliation]:
    """The ties that a sentence states by apposition; their organizations are marked as belonging to the person.

    `company` is what "the company" means where the sentence has named none, `meant` is whom a pronoun means
    that such words lead up to: "Formerly a manager at Borealis, she ...".
    """
    people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and not m.is_anaphor]
    out: list[Affiliation] = []
    verbs = sentence.covered_by("trigger", "said", "break", "pronoun", "relative") if people else set[int]()
    inside = {index for post in posts for index in range(post.start, post.end)}
    for mention in people:
        if head_final:
            zones = zones_around(sentence, mention, _left_zone(sentence, mention, verbs, inside, glued_ands)[0])
        else:
            zones = [_left_zone(sentence, mention, verbs, inside, glued_ands), _right_zone(sentence, mention, posts)]
        for low, high in zones:
            if low < high:
                found = _read_zone(sentence, mention, low, high, posts)
                _fill_meant(sentence, found, company)
                if low >= mention.end and _is_told_past(sentence, mention):
                    for tie in found:
                        tie.when = "past"
                out.extend(found)
        if not any(a.person is mention.entity for a in out):
            bare = _bare_owner(sentence, mention)
            if bare is not None:
                out.append(bare)
    for pronoun in _described_after(sentence, drops_subject=drops_subject) if meant is not None else ():
        stand_in = replace(pronoun, entity=meant, is_anaphor=False)
        low, high = _right_zone(sentence, stand_in, posts)
        for tie in _read_zone(sentence, stand_in, low, high, posts):
            tie.when = "past" if _is_told_past(sentence, stand_in) else tie.when
            out.append(tie)
    for pronoun in _led_up_to(sentence) if meant is not None else ():
        stand_in = replace(pronoun, entity=meant, is_anaphor=False)
        low, high = _left_zone(sentence, stand_in, verbs or sentence.covered_by("trigger", "said", "break"), inside, ())
        if low == 0:
            out.extend(_read_zone(sentence, stand_in, low, high, posts))
    if meant is not None and not sentence.is_title and not people:
        out.extend(_told_anew(sentence, posts, meant))
    return out


def _told_anew(sentence: Sentence, posts: list[Post], meant: Entity) -> list[Affiliation]:
    """What the person last spoken of is called where a sentence goes on: "The chief of staff, who ..., moves to B"."""
    if not posts or not 1 <= posts[0].start <= _BEFORE_POST or posts[0].is_new:
        return []
    post = posts[0]
    if not sentence.opens(0, ("definite",)) or sentence.opens(post.end, ("mark", "according")):
        return []
    if any(mention.start < post.end + 1 for mention in sentence.mentions):
        return []  # "the Borealis reporter": of somebody else
    when = "past" if post.is_former else "current"
    return [Affiliation(meant, None, post.english, when, sentence, 0, post.end, 0.9, False, 0)]


def _fill_meant(sentence: Sentence, ties: list[Affiliation], company: Entity | None) -> None:
    """The employer of posts that only point to it: "the chief executive of the company", "su portavoz"."""
    for tie in ties:
        if tie.org is not None or tie.post is None or tie.post in _WHOEVER_S:
            continue
        words = [m for m in sentence.mentions if m.mark_word in _COMPANY and tie.start <= m.start < tie.end]
        owned = [hit for hit in sentence.of_kind("possessive") if tie.start <= hit.start < tie.end]
        if words or owned:
            place = words[0].start if words else owned[0].start
            tie.org = company_before(sentence, place) or company
            tie.strength = _MEANT if tie.org is not None else tie.strength


_COMPANY = ("company_anaphor", "company_possessive")
_MEANT = 1.5
_WHOEVER_S = frozenset({"head", "lead", "adviser", "lawyer", "secretary", "coach", "partner", "deputy head"})


def _described_after(sentence: Sentence, *, drops_subject: bool) -> list[Mention]:
    """Whom a sentence begins with, unnamed, where a verb of being tells their post: "She was a director".

    Words of time may stand before them ("Until now she was"), the verb may ("bislang war sie"), and where verbs go
    without a subject nobody need be there at all ("Hasta ahora era directora").
    """
    first = min((m for m in sentence.mentions if m.kind == "person"), key=lambda m: m.start, default=None)
    place = _past_time(sentence)
    if first is not None and first.mark_word == "pronoun" and first.end - first.start == 1:
        if max(first.start - place, 0) <= _OPENING and sentence.opens(first.end, ("copula",)):
            return [first]
        return [first] if place + 1 == first.start and sentence.opens(place, ("was",)) else []
    is_free = drops_subject and (first is None or first.start > place + _OPENING)
    return [Mention("person", sentence, place, place)] if is_free and sentence.opens(place, ("was",)) else []


def _past_time(sentence: Sentence) -> int:
    """Where a sentence goes on behind the words of time that open it: "Until now | she was", "Hasta ahora, | era"."""
    place = max((h.end for h in sentence.by_start.get(0, ()) if h.kind in ("former", "current")), default=0)
    return place + 1 if place and sentence.tokens.surface[place : place + 1] in ([","], ["،"]) else place


def _led_up_to(sentence: Sentence) -> list[Mention]:
    """The pronoun, if there is one, right behind the first comma of a sentence that begins with a post."""
    for mention in sentence.mentions:
        if mention.kind == "person":
            is_pronoun = mention.is_anaphor and mention.mark_word == "pronoun"
            return [mention] if is_pronoun and sentence.tokens.surface[mention.start - 1] in ",،" else []
    return []


def _is_told_past(sentence: Sentence, mention: Mention) -> bool:
    """Whether the verb beside a name tells of a former post: "Ada Moreno was a director of Borealis"."""
    return sentence.closes(mention.start, ("was",)) or any(
        hit.kind == "was" or (hit.kind == "trigger" and hit.payload.event == "work" and hit.payload.when == "past")
        for hit in sentence.by_start.get(mention.end, ())
    )


def _is_told_new(sentence: Sentence, index: int) -> bool:
    """Whether the verb after a name tells of a new post: "Ada Moreno is now a director of Borealis"."""
    return any(
        hit.kind == "trigger" and hit.payload.event == "become" and hit.end - hit.start > 1
        for hit in sentence.by_start.get(index, ())
    )


def _stops(sentence: Sentence, index: int) -> bool:
    return (
        sentence.opens(index, _VERBS)
        and not _ends_compound(sentence, index)
        and any(
            hit.kind in _VERBS and not _inside_post(sentence, hit.start, hit.end) for hit in sentence.by_start[index]
        )
    )


def _ends_compound(sentence: Sentence, index: int) -> bool:
    """Whether a hyphen ties a word to the one before: "the long-serving chief"."""
    tokens = sentence.tokens
    return index > 1 and tokens.surface[index - 1] == "-" and tokens.is_glued(index - 1) and tokens.is_glued(index)


_VERBS = ("trigger", "said", "break")
_OF_POST = ("role", "former", "new")


def _inside_post(sentence: Sentence, start: int, end: int) -> bool:
    return any(hit.start <= start and hit.end >= end for hit in sentence.of_kinds(_OF_POST))


def _others(sentence: Sentence, mention: Mention) -> set[int]:
    """The words that name or mean other people; not those of a post: "X, one of | the founders | of Borealis".

    Nor those that only count employers: "head of research at | both | Borealis and Quanta".
    """
    orgs = {m.start for m in sentence.mentions if m.kind == "org"}
    heads = {hit.end for hit in sentence.of_kind("role") if hit.payload.part == "head"}
    return {
        index
        for m in sentence.mentions
        if m.kind == "person" and m is not mention and not (m.mark_word == "people_anaphor" and m.end in heads | orgs)
        for index in range(m.start, m.end)
    }


def _left_zone(
    sentence: Sentence, mention: Mention, verbs: set[int], posts: set[int], glued_ands: tuple[str, ...]
) -> tuple[int, int]:
    """The words before a name that can describe it: back to another name, a verb or a comma (one beside it aside).

    Commas between the parts of one post (`posts` has the words inside posts) part nothing.
    """
    tokens = sentence.tokens
    others = _others(sentence, mention)
    index = mention.start - 1 - _is_in_quotes(sentence, mention)
    if index >= 0 and sentence.closes(index + 1, ("and",)):
        return mention.start, mention.start  # "A becomes head of X and | B ...": the post is that of A
    if mention.prefix and mention.mark in _LEADING_ELSEWHERE:
        return (
            mention.start,
            mention.start,
        )  # "المدير المالي لشركة كوانتا التابعة | لتوم بيرغ": the firm is his, not the post
    if index >= 0 and tokens.surface[index] in ",،(":
        if tokens.text[tokens.start[index]] == _PARTING_COMMA or has_glued_and(mention, glued_ands):
            return mention.start, mention.start  # "توم بيرغ، مدير المبيعات، | وآدا": of the one before
        index -= 1
    elif mention.mark and mention.mark_at == index and not mention.prefix:
        return mention.start, mention.start  # "named director *of* or *to* X": the post is no apposition
    low = index + 1
    while index >= 0 and mention.start - index <= _REACH:
        begin = _other_name(sentence, index)
        if begin is not None:
            low, index = begin, begin - 1
            continue
        if index in others or (index not in posts and tokens.surface[index] in ',،;:؛.!?؟()—–"“”'):
            break
        if (
            index in verbs - posts
            and not _ends_compound(sentence, index)
            and not any(h.start <= index < h.end for h in sentence.of_kinds(_OF_POST))
        ):
            break
        low = index
        index -= 1
    return low, mention.start


def _other_name(sentence: Sentence, index: int) -> int | None:
    """Where a bracket opens that ends at a word and holds but another name of the employer before it: "Quanta (Q)".

    What it is called at the stock exchange is one: "Quanta (NYSE:QNT)".
    """
    surface = sentence.tokens.surface
    if surface[index] not in ")）":
        return None
    opening = next((place for place in range(index - 1, index - _LONGEST_TICKER, -1) if surface[place] in "(（"), None)
    if opening is not None and _is_ticker(surface[opening + 1 : index]):
        named = any(m.kind == "org" and m.entity is not None and m.end == opening for m in sentence.mentions)
        if named:
            return opening
    orgs = [m for m in sentence.mentions if m.kind == "org" and m.entity is not None]
    inner = next((m for m in orgs if m.end == index and m.start and surface[m.start - 1] in "(（"), None)
    if inner is None or not any(m.end == inner.start - 1 and m.entity is inner.entity for m in orgs):
        return None
    return inner.start - 1


def _is_ticker(words: Sequence[str]) -> bool:
    """Whether words are what an employer is called at the stock exchange: "NYSE : QNT"."""
    return any(word.isupper() for word in words) and all(
        word in _OF_TICKERS or word.isupper() or word.isdigit() for word in words
    )


_OF_TICKERS = ":.-："


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
    index = _past_age(sentence, mention.end + _is_in_quotes(sentence, mention))
    if index >= count:
        return index, index
    opener = tokens.surface[index]
    if opener in ",،(—–-:":
        index += 1
    elif any(post.start == index and post.is_definite for post in posts):
        pass  # "توم بيرغ رئيس الأبحاث": a post may describe the name right before it
    elif sentence.closes(mention.start, ("was",)) and not sentence.opens(index, ("trigger",)):
        pass  # "bislang war | Ada Moreno | Leiterin von Borealis"
    elif not sentence.opens(index, ("copula", "former", "current")) or _is_told_new(sentence, index):
        return index, index
    while index < count and (binding := _binding(sentence, index)):
        if any(hit.is_fronted for hit in sentence.by_start[index]):
            return index, index  # a clause tells more of the name, and no apposition
        index = binding
    low = index
    others = _others(sentence, mention)
    closing = ")" if opener == "(" else ""
    seen_role = False
    while index < count and index - low <= _REACH:
        is_inside = tokens.surface[index] == "." and any(post.start < index < post.end for post in posts)
        if is_inside:
            index += 1  # "vice president for the U|.|S. market"
            continue
        if index in others or tokens.surface[index] in ";؛.!?؟—–)" or (closing and tokens.surface[index] == closing):
            break
        if tokens.surface[index] in ",،":
            if seen_role or sentence.opens(index + 1, ("mark",)):
                break  # "X, head of sales, *to* the post of ..." describes no more
            seen_role = True
        if index > low and _stops(sentence, index):
            break
        if index == low and sentence.opens(index, _VERBS[:2]) and not sentence.opens(index, _OF_POST):
            return low, low
        index += 1
    if opener == "," and index in others and _leads_to_name(sentence, index):
        return low, low  # "A、ボレアリス社長|B": it describes the next one
    return low, index


def _binding(sentence: Sentence, index: int) -> int:
    """The end of what only joins a description to its name, 0 where none does.

    "Ada, | the former chief executive" stands for a name elsewhere and is the description here.
    """
    ends = [
        hit.end
        for hit in sentence.by_start.get(index, ())
        if hit.kind in _BINDING
        and not any(hit.start <= role.start and role.end <= hit.end for role in sentence.of_kind("role"))
    ]
    return max(ends, default=0)


def _leads_to_name(sentence: Sentence, index: int) -> bool:
    """Whether a post or an employer stands right before a name in a script without spaces, where such describe it."""
    before = sentence.tokens.surface[index - 1][-1]
    return is_ideographic(before) and sentence.closes(index, ("role", "title", "org", "person_noun", "post_link"))


def _past_age(sentence: Sentence, index: int) -> int:
    """Where a description may go on behind a name, past the age that the press puts there: "X (41), head of ..."."""
    surface = sentence.tokens.surface
    if index + 2 < len(surface) and surface[index] in "(,،" and surface[index + 1].isdigit():
        closing = ")" if surface[index] == "(" else ",،"
        if surface[index + 2] in closing:
            return index + 3 if closing == ")" else index + 2
    return index


def _read_zone(sentence: Sentence, mention: Mention, low: int, high: int, posts: list[Post]) -> list[Affiliation]:
    inside = [post for post in posts if low <= post.start and post.end <= high and _describes(sentence, post)]
    if low >= mention.end:
        inside = [post for post in inside if not _leads_to_other(sentence, post, mention)]
    orgs = [m for m in sentence.mentions if m.kind == "org" and low <= m.start and m.end <= high]
    orgs = [m for m in orgs if m.entity or (m.mark_word == "company_possessive" and company_before(sentence, m.start))]
    opened = mention.end if low >= mention.end else low  # "Ada, | hasta ahora | en Borealis"
    formers = [hit for hit in sentence.of_kind("former") if opened <= hit.start < high]
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
    out += _also_there(sentence, out, orgs, free)
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


def _leads_to_other(sentence: Sentence, post: Post, mention: Mention) -> bool:
    """Whether a post is that of the name right behind it: "Ada Moreno, right hand of chief executive | Tom Berg"."""
    return any(
        m.kind == "person" and m.start == post.end and not m.is_anaphor and m.entity is not mention.entity
        for m in sentence.mentions
    )


def _also_there(
    sentence: Sentence, ties: list[Affiliation], orgs: list[Mention], free: list[Mention]
) -> list[Affiliation]:
    """The same posts at the employers that are named in one breath with theirs: "head of research at A and B".

    They are among those that are `free` of another post.
    """
    out: list[Affiliation] = []
    for tie in ties:
        own = next((m for m in orgs if m.entity is tie.org and m not in free), None)
        if own is None or own.entity is None:
            continue
        for org in named_with(sentence, own, orgs):
            if org in free and org.entity is not None:
                org.apposed_to = own.apposed_to
                out.append(replace(tie, org=org.entity, beside=own.entity))
    return out


def named_with(sentence: Sentence, own: Mention, orgs: list[Mention]) -> list[Mention]:
    """Those organizations that are named in one breath with one, before it and behind it."""
    out: list[Mention] = []
    for org in orgs:
        first, last = (own, org) if own.start < org.start else (org, own)
        if org.entity is own.entity or org.entity is None or _has_own_post(sentence, last):
            continue
        if first in _in_one_breath(sentence, orgs, last):
            out.append(org)
    return out


def _has_own_post(sentence: Sentence, org: Mention) -> bool:
    """Whether a post stands behind an employer that is its alone: "a researcher at A and | B's chairman".

    In a script without spaces, where posts stand behind employers, it is that of all of them.
    """
    surface = sentence.tokens.surface
    if org.end >= len(surface) or is_ideographic(surface[org.end][0]):
        return False
    return org.owner or sentence.opens(org.end, ("role",))


def _describes(sentence: Sentence, post: Post) -> bool:
    """Whether a post is not as what somebody is named, unless a copula stands before it: "كان مديرا"."""
    return not post.is_taken or sentence.closes(post.start, ("copula", "former"))


def _in_one_breath(sentence: Sentence, orgs: list[Mention], org: Mention) -> list[Mention]:
    """The organizations that stand with one as a list, the last first: "formerly of A and of B"."""
    out = [org]
    for other in sorted(orgs, key=lambda one: -one.start):
        first = out[-1]
        if other.end > first.start or other is first:
            continue
        is_led_to = first.mark and other.end <= first.mark_at < first.start
        between = range(other.end, first.mark_at if is_led_to else first.start)
        if (not between and not _is_glued_on(first)) or any(
            sentence.tokens.surface[index] not in ",،" and not sentence.opens(index, ("and",)) for index in between
        ):
            break
        out.append(other)
    return out


def _is_glued_on(mention: Mention) -> bool:
    """Whether a name right behind another one can only be joined to it by what is glued on: no capital begins it."""
    first = mention.sentence.tokens.surface[mention.start][0]
    return not first.isupper() and not is_ideographic(first)


def _org_of(post: Post, orgs: list[Mention], posts: list[Post], number: int) -> Mention | None:
    """The organization that a post is at: after it ("head of research at X") or before it ("X's head of research")."""
    following_start = posts[number + 1].start if number + 1 < len(posts) else 10_000
    after = [m for m in orgs if post.end <= m.start < following_start and m.start - post.end <= 9]
    after = [m for m in after if m.mark in ("of", "at", "", "with", "toward") or m.start - post.end <= 2]
    before = [m for m in orgs if m.end <= post.start and post.start - m.end <= 5]
    inner = [m for m in orgs if post.start <= m.start < post.end]
    if inner:
        return inner[0]
    if len(before) > 1 and not before[-1].owner and _is_listed(before[-2]) and not _is_listed(before[-1]):
        return before[-2]  # "an AMD veteran SoC architect"
    if before and (before[-1].owner or post.start - before[-1].end <= 1) and before[-1].mark != "away":
        return before[-1]
    if after:
        return after[0]
    return before[-1] if before else None


def _is_listed(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.listed


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
