"""Subjects that are posts whose holders nobody names: "Moreno runs Borealis. The finance chief | has left the company".

Whoever was spoken of before is not meant, unless that is a post of theirs.
"""

from __future__ import annotations

from talentflow.reader.cast.scene import Reading
from talentflow.reader.posts.posts import Post, is_vague
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames

_MOVING = ("leave", "absence", "join", "shift", "found")
_BEFORE_VERB = 3  # auxiliaries and adverbs
_BEHIND_VERB = 5  # words from a verb to a subject behind it, what is left among them
_ARTICLES = ("determiner", "definite", "new", "former", "current", "acting")
_STOPS = frozenset(",،;:؛.!?؟()—–")


def has_other_holder(reading: Reading, hit: Hit) -> bool:
    """Whether the subject of a verb is a post, or several, of which the article has named no holder."""
    moves = frames()[hit.payload.event].yields in _MOVING  # what somebody leads or becomes stands behind its verb too
    if not moves or hit.payload.noun or hit.payload.object or reading.lexicon.language.head_final:
        return False
    if any(m.kind == "person" and (not m.is_anaphor or m.start < hit.start) for m in reading.sentence.mentions):
        return False
    subjects = [post for post in reading.posts if _is_subject(reading, hit, post)]
    if not subjects:
        return False
    if len([post for post in reading.posts if not post.is_former]) > 1 and _are_listed(reading, subjects[0]):
        return True
    known = reading.context.posts.get(id(next(iter(reading.context.salient), None)), set())
    return bool(known) and not any(_may_be_one(post, subject.english) for post in known for subject in subjects)


def _is_subject(reading: Reading, hit: Hit, post: Post) -> bool:
    """Whether a post stands right before a verb, or right behind one that may lead its clause, as its subject does."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    is_exact = " " in post.english or post.english.isupper()
    if not is_exact or is_vague(post.english) or post.is_former or post.is_led or post.is_taken:
        return False
    begin = post.start
    while begin > 0 and any(other.kind in _ARTICLES for other in sentence.ending(begin)):
        begin = min(other.start for other in sentence.ending(begin) if other.kind in _ARTICLES)
    leads = (other for other in sentence.ending(begin) if other.kind in ("mark", "according", "copula"))
    if any(not (hit.start <= other.start and other.end <= hit.end) for other in leads):  # "se | fue" is a verb here
        return False
    if post.end <= hit.start:
        end = max([m.end for m in sentence.mentions if m.mark == "of" and 0 <= m.mark_at - post.end <= 1], default=0)
        return 0 <= hit.start - max(post.end, end) <= _BEFORE_VERB and _STOPS.isdisjoint(surface[post.end : hit.start])
    is_near = (reading.verb_first or reading.drops_subject) and 0 <= begin - hit.end <= _BEHIND_VERB
    is_parted = any(hit.end <= other.start < begin for other in reading.triggers) or any(
        m.payload in ("as", "toward", "of") and hit.end <= m.start < begin for m in sentence.of_kind("mark")
    )
    return is_near and not is_parted and _STOPS.isdisjoint(surface[hit.end : begin])


def _are_listed(reading: Reading, one: Post) -> bool:
    """Whether "and" or a comma joins a post to one with its own article: "the finance chief and the counsel"."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    for other in reading.posts:
        low, high = min(one.end, other.end), max(one.start, other.start)
        if other is one or high < low or high - low > _BEHIND_VERB:
            continue
        is_joined = any(low <= h.start < high for h in sentence.of_kind("and")) or surface[low : low + 1] == [","]
        if is_joined and sentence.closes(high, _ARTICLES) == sentence.closes(min(one.start, other.start), _ARTICLES):
            return sentence.closes(high, _ARTICLES) or not reading.cased
    return False


def _may_be_one(post: str, other: str) -> bool:
    """Whether two wordings may be of one post: they share a word that says of what, or one says nothing of it."""
    if post in _LEADERS or other in _LEADERS:
        return post in _LEADERS and other in _LEADERS
    return (
        is_vague(post) or post.isupper() or other.isupper() or bool((set(post.split()) & set(other.split())) - _OF_ANY)
    )


_LEADERS = frozenset({
    "head", "chief", "leader", "founder", "co-founder", "president", "chair", "chairman", "CEO", "chief executive",
    "managing director", "general manager", "executive chairman", "founder and CEO", "co-founder and CEO",
})  # fmt: skip
_OF_ANY = frozenset(
    {"head", "chief", "officer", "director", "of", "the", "and", "general", "manager", "vice", "senior"}
)
