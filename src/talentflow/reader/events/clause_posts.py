"""Which posts a clause itself gives to an event: the one that is left, and the one that is taken."""

from __future__ import annotations

from talentflow.reader.cast.scene import Event, Reading, between
from talentflow.reader.cast.shares import named_behind
from talentflow.reader.events.led import fill_led
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame, frames

POST_WITHIN = 8


def fill_posts(reading: Reading, frame: Frame, hit: Hit, event: Event) -> list[Post]:
    """The posts that the clause itself gives to the event; all posts apart from those that describe a person."""
    if event.trigger.role or reading.aims:
        fill_led(reading, frame, hit, event)
    if not reading.posts:
        return []
    described = [
        (a.start, a.end) for a in reading.affiliations
        if a.person is event.person or any(m.entity is a.person for m in reading.sentence.mentions)
    ]  # fmt: skip
    apart = [
        p for p in reading.posts
        if not any(s <= p.start and p.end <= e and not s <= hit.start < p.start for s, e in described)
    ]  # fmt: skip
    beside = [p for p in reading.posts if 0 <= p.start - hit.end <= 1 and p not in apart]
    free, right = apart, _posts_told(reading, hit, apart)
    is_told_of_old = frame.name == "succeeded_by"  # "is replaced by the head of design, X"
    if beside and not right and frame.yields in ("appoint", "stay") and not hit.payload.noun and not is_told_of_old:
        free = [p for p in reading.posts if p in apart or p in beside]
        right = _posts_told(reading, hit, free)
    if not right:
        reach = 6 if event.trigger.noun else 8 if _is_inverted(reading, hit, event) else -1
        right = [p for p in free if p.end <= hit.start and hit.start - p.end <= reach][-1:]
    is_left = frame.yields in ("leave", "absence", "stay", "work")
    if frame.yields == "leave":
        right = [post for post in right if not post.is_taken]
    elif not is_left:
        right = [post for post in right if post.is_taken] or right
    if not right:
        return free
    if is_left:
        event.role_from = right[0].english
    elif len(right) > 1 and _leads_on(reading.sentence, right[0], right[1]):
        event.role_from, event.role_to = right[0].english, right[1].english
    elif frame.yields == "join" and frame.is_agent and _is_of_a_group(reading, right[0], hit):
        event.role_from = right[0].english  # "poached eleven Quanta engineers, including X": what they were
    else:
        post = named_behind(reading, right, event) or right[0]
        event.role_to = post.english
        for tie in reading.affiliations:
            if tie.person is event.person and tie.post == event.role_to and post in beside:
                tie.is_new = True  # what stands beside the name is what the person becomes
    return free


def _posts_told(reading: Reading, hit: Hit, free: list[Post]) -> list[Post]:
    """The posts that a trigger can give: behind it, or begun by its own words ("was | head of research")."""
    if reading.lexicon.language.head_final:
        right = _posts_before(reading, hit, free)
    else:
        right = [p for p in free if p.start - hit.end <= _POST_BEHIND and (p.start >= hit.end or _begins(hit, p))]
    others = [trigger.start for trigger in reading.triggers]
    others += [where.start for where in reading.sentence.of_kind("where")]
    # a verb that leads a field and tells a change of its own keeps the field
    return [p for p in right if not between(others, hit.end, p.start + p.is_led)]


_POST_BEHIND = 22


def _begins(hit: Hit, post: Post) -> bool:
    """Whether the words of a trigger begin a post: "era | directora", "was | head of research"."""
    if post.is_led and post.start == hit.start:
        return True
    is_whole = (post.start, post.end) == (hit.start, hit.end)
    return not hit.payload.role and not is_whole and hit.start <= post.start < hit.end <= post.end


def _leads_on(sentence: Sentence, first: Post, second: Post) -> bool:
    """Whether one post is left for the next: "pasa de jefa de ventas a directora", "from head of sales to director"."""
    before = sentence.ending(first.start)
    posts = [hit.start for hit in before if hit.kind == "mark" and hit.payload == "as"]  # "من منصب ..."
    articles = [hit.start for hit in before if hit.kind == "definite"]  # "von | der | Entwicklerin zur Technikchefin"
    starts = {first.start, *posts, *articles}
    marks = {hit.payload for start in starts for hit in sentence.ending(start) if hit.kind == "mark"}
    goal = {hit.payload for hit in sentence.ending(second.start) if hit.kind in ("mark", "determiner")}
    leads = not goal.isdisjoint(("toward", "determiner"))  # "de gerente | a | diretor", where it may be an article
    return "away" in marks or ("of" in marks and leads and second.start - first.end == 1)


def _is_of_a_group(reading: Reading, post: Post, hit: Hit) -> bool:
    """Whether a post is that of the several people whom a verb has for its object, before any of them is named."""
    people = [m.start for m in reading.sentence.mentions if m.kind == "person" and not m.is_anaphor]
    return post.is_plural and hit.end <= post.start and any(post.end <= start for start in people)


def _posts_before(reading: Reading, hit: Hit, free: list[Post]) -> list[Post]:
    """The post nearest before a verb that ends its clause, if no other verb stands between."""
    near = [post for post in free if post.end <= hit.start and hit.start - post.end <= POST_WITHIN]
    near = [post for post in near if not between([t.start for t in reading.triggers], post.end, hit.start)]
    return near[-1:] or _post_marked(reading, hit, free)


def _post_marked(reading: Reading, hit: Hit, free: list[Post]) -> list[Post]:
    """The post that a particle and a comma lead up to, with those who get it before the verb: "社外取締役に、A氏を"."""
    if frames()[hit.payload.event].yields != "appoint":
        return []
    surface = reading.sentence.tokens.surface
    marks = {m.start: m.end for m in reading.sentence.of_kind("mark") if m.payload in ("toward", "as")}
    led = [
        post
        for post in free
        if post.end in marks and marks[post.end] < hit.start and surface[marks[post.end]] == ","
        and not between([t.start for t in reading.triggers], post.end, hit.start)
    ]  # fmt: skip
    return led[-1:]


def _is_inverted(reading: Reading, hit: Hit, event: Event) -> bool:
    """Whether the post comes first and who gets it right after the verb: "the new head of Borealis will be X"."""
    return (hit.payload.event == "become" or hit.payload.passive) and any(
        m.entity is event.person and 0 <= m.start - hit.end <= 2 for m in reading.sentence.mentions
    )
