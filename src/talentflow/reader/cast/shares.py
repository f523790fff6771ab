"""What each of several people who share one verb has for themselves: an employer left, an employer or a post gained."""

from __future__ import annotations

from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.head_final import own_stretch
from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.page import Entity, Mention

_SURE = 3.0
_PLACE_REACH = 3  # words behind an employer in brackets, where its place may stand: "(ex-Quanta Paris)"
_GAINING = ("appoint", "join", "shift")


def give_shares(reading: Reading, event: Event, free: list[Post]) -> None:
    """Gives one of several movers what the sentence says of them alone; `free` are posts that describe nobody.

    "hired X from A and Y from B", "named X head of A and Y head of B", "put X in A and Y in B".
    """
    people = [m for m in reading.sentence.mentions if m.kind == "person" and m.entity is not None]
    orgs = [m for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None]
    for place, person in enumerate(people):
        if person.entity is not event.person:
            continue
        low = people[place - 1].end if place and people[place - 1].start > event.start else event.end
        high = people[place + 1].start if place + 1 < len(people) else len(reading.sentence.tokens)
        _own_origin(reading, event, person, orgs)
        _own_bracket(event, person, orgs)
        if reading.lexicon.language.head_final:
            _own_clause(reading, event)
            return
        _own_target(event, person, orgs)
        _own_of_list(reading, event, person, orgs)
        if event.yields in _GAINING:
            first = next((m.start for m in people if m.start >= event.end), low)
            post = _own_post(event, person, first, low, high, free) if event.yields == "appoint" else None
            _own_goal(event, person, low, post, orgs)
        return


def _own_clause(reading: Reading, event: Event) -> None:
    """Where to and as what each goes of several who leave their verb to the last: "A氏が社長に、B氏が会長に就く"."""
    person, hit = event.mention, event.hit
    if person is None or hit is None or person.mark != "subject" or person.mark_at >= hit.start:
        return
    low, high = own_stretch(reading.sentence, person, hit)
    for org in reading.sentence.mentions:
        is_own = org.kind == "org" and low < org.start and org.end <= high and org.mark == "toward"
        if is_own and org.entity is not None and event.yields in (*_GAINING, "change"):
            event.to_org, event.to_meant, event.to_score = org.entity, False, _SURE
    posts = [post for post in reading.posts if low < post.start and post.end < high]
    told = [
        post for post in posts
        if any(h.kind == "mark" and h.payload in ("toward", "as") for h in reading.sentence.by_start.get(post.end, ()))
    ]  # fmt: skip
    if told:
        event.role_to = told[-1].english


def _own_origin(reading: Reading, event: Event, person: Mention, orgs: list[Mention]) -> None:
    """Where one of several comes from: "from X" right behind the name, or in what describes it without a verb."""
    owners = [org for org in orgs if org.apposed_to is person or _owns(reading, org, person)]
    owner = next((org for org in owners if org.entity is not event.to_org), None)
    if owner is not None and event.yields in _GAINING:  # "hires Quanta's X and Borealis's Y"
        event.from_org, event.from_meant, event.from_score = owner.entity, False, _SURE
        return
    word = _word_of_origin(reading, event)
    aside = next((end for start, end in reading.asides if start == person.end), person.end)
    if any(person.end <= trigger.start < aside for trigger in reading.triggers):
        aside = person.end
    for org in orgs:
        if word and org.mark_word == word and 0 <= org.mark_at - person.end <= 1:
            event.from_org, event.from_meant, event.from_score = org.entity, False, _SURE
            return
        if org.mark == "away" and (0 <= org.mark_at - person.end <= 1 or person.end <= org.mark_at < org.end <= aside):
            event.from_org, event.from_meant, event.from_score = org.entity, False, _SURE
            return


def _owns(reading: Reading, org: Mention, person: Mention) -> bool:
    """Whether a particle makes an employer that of the name right behind it: "インテルの|田中健氏"."""
    if not reading.lexicon.language.head_final or person.start - org.end != 1:
        return False
    return any(hit.kind == "mark" and hit.payload == "owner" for hit in reading.sentence.ending(person.start))


def _word_of_origin(reading: Reading, event: Event) -> str:
    """The preposition that leads from one of the people to where they come from: "débauche X | chez | A, Y chez B"."""
    people = [m.end for m in reading.sentence.mentions if m.kind == "person" and m.start >= event.end]
    origin = next((m for _, slot, m, org in event.placed if slot == "from" and org is event.from_org), None)
    if origin is None or not origin.mark or not any(0 <= origin.mark_at - end <= 1 for end in people):
        return ""
    return origin.mark_word


def _own_bracket(event: Event, person: Mention, orgs: list[Mention]) -> None:
    """The employer in brackets behind the name, alone or as a former one: "recruits X (Quanta), Y (ex-Borealis)"."""
    if event.yields not in _GAINING or event.to_org is None:
        return
    sentence, surface = person.sentence, person.sentence.tokens.surface
    if surface[person.end : person.end + 1] != ["("]:
        return
    begin = person.end + 1
    formers = [hit.end for hit in sentence.by_start.get(begin, ()) if hit.kind == "former"]
    past = max(formers, default=0)
    if past and surface[past : past + 1] == ["-"]:
        past += 1  # "(ex-Quanta)"
    for org in orgs:
        is_alone = org.start == begin and surface[org.end : org.end + 1] == [")"]
        is_past = past > 0 and org.start == past and ")" in surface[org.end : org.end + _PLACE_REACH]
        if (is_alone or is_past) and org.entity is not event.to_org:
            event.from_org, event.from_meant, event.from_score = org.entity, False, _SURE
            return


def _own_target(event: Event, person: Mention, orgs: list[Mention]) -> None:
    """Where each of several goes who are lost: "loses X to A and Y to B"."""
    for org in orgs:
        if event.yields not in ("leave", "shift") or org.mark_at != person.end or person.end < event.end:
            continue
        if org.mark == "toward" or (org.mark == "at" and _is_listed(event, person)):
            event.to_org, event.to_meant, event.to_score = org.entity, False, _SURE
            return


def _own_of_list(reading: Reading, event: Event, person: Mention, orgs: list[Mention]) -> None:
    """Where each of several goes, or comes from, with as many employers in their order.

    "A and B joined C and D respectively", "A and B, who came from C and D respectively". Where more people than
    employers are named, nobody can say who goes to which.
    """
    end = event.to_org or event.from_org
    if not reading.sentence.of_kind("respectively") or end is None:
        return
    people = chain_of(reading, person)
    ends = _listed_with(end, orgs, person)
    if 1 < len(ends) < len(people) and event.to_org is not None:
        event.is_unshared = True
        return
    if len(people) < 2 or len(ends) != len(people):
        return
    own = ends[next(index for index, member in enumerate(people) if member is person)].entity
    if event.to_org is not None:
        event.to_org, event.to_meant, event.to_score = own, False, _SURE
    else:
        event.from_org, event.from_meant, event.from_score = own, False, _SURE


def _listed_with(org: Entity, orgs: list[Mention], person: Mention) -> list[Mention]:
    """The organizations in one list with an end of the verb: commas and "and" part them, and nothing else."""
    sentence = person.sentence
    first = next((index for index, m in enumerate(orgs) if m.entity is org and m.start >= person.end), None)
    if first is None:
        return []
    out = [orgs[first]]
    for other in orgs[first + 1 :]:
        joints = range(out[-1].end, other.mark_at if other.mark else other.start)
        if not joints or any(
            sentence.tokens.surface[index] not in ",،" and not sentence.closes(index + 1, ("and",)) for index in joints
        ):
            break
        out.append(other)
    return out


def _is_listed(event: Event, person: Mention) -> bool:
    """Whether a colon leads from the verb to the names: "three have left: A for Quanta, B for Nimbus"."""
    return ":" in person.sentence.tokens.surface[event.end : person.start]


def _own_post(event: Event, person: Mention, first: int, low: int, high: int, free: list[Post]) -> Post | None:
    """The post beside the name: all before their names, or all after them, as the first one stands."""
    right = [post for post in free if post.start >= event.end]
    if len(right) < 2:
        return None
    before = [post for post in right if low <= post.start and post.end <= person.start]
    after = [post for post in right if person.end <= post.start and post.end <= high]
    chosen = before[-1:] if right[0].end <= first else after[:1]
    if not chosen:
        return None
    event.role_to = chosen[0].english
    return chosen[0]


def _own_goal(event: Event, person: Mention, low: int, post: Post | None, orgs: list[Mention]) -> None:
    """The employer that the person's own post names, or whose preposition stands right before the person's."""
    start = person.mark_at if person.mark else person.start
    for org in orgs:
        of_post = post is not None and org.mark in ("of", "at") and org.mark_at == post.end
        beside = org.mark == "at" and org.end == start and org.mark_at >= low
        if of_post or beside:
            event.to_org, event.to_meant, event.to_score = org.entity, False, _SURE
            return


def named_behind(reading: Reading, posts: list[Post], event: Event) -> Post | None:
    """The post right behind the name where another one before it describes: "named its chip chief X | co-CEO"."""
    if event.yields != "appoint" or len(posts) < 2 or event.mention is None:
        return None
    start, end = event.mention.start, event.mention.end
    before = any(post.end == start for post in posts)
    behind = [post for post in posts if 0 <= post.start - end <= 1 and reading.sentence.tokens.surface[end] not in ",("]
    return behind[0] if before and behind else None
