"""Those whose verb is left out because it was just said: "A goes to Borealis and B to Quanta"."""

from __future__ import annotations

from dataclasses import replace

from talentflow.model import notes
from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.cast.subjects import phrase_start
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.page import Mention
from talentflow.reader.words.phrases import Hit

_GAPPING = ("appoint", "join", "shift")
_DATED = ("leave", "absence")  # these take no end of their own, but a time: "A left in May and B in June"
_TIMES = ("month", "weekday", "relative_time")
_TIME_WITHIN = 3  # words between a name and its own time
_ENDS = ("toward", "at", "of")
_OWN_VERB = ("trigger", "said", "copula", "relative", "perfect", "break")
_STOPS = frozenset(";:؛.!?؟—–()")
_SURE = 3.0


def gapped(reading: Reading, hit: Hit, told: Event) -> list[Event]:
    """The events of whoever follows with an end or a post of their own and no verb; `told` is that of the first.

    The verb stands between its subject and what it takes, so that "and" and a name begin the next such pair.
    """
    first = told.mention
    if told.rank or told.is_inferred or first is None or hit.payload.noun:
        return []
    if told.yields not in (*_GAPPING, *_DATED) or reading.lexicon.language.head_final:
        return []
    out: list[Event] = []
    is_behind = first.start >= hit.start  # "followed by A in May and B in June": such pairs have but times
    low = first.end if is_behind else hit.end
    for mention in reading.sentence.mentions:
        if mention.start < low or mention.kind != "person" or mention.entity is None or mention.is_anaphor:
            continue
        if not _begins_pair(reading, mention, low) or mention.entity is told.person:
            break
        high = _end_of_pair(reading, mention)
        event = _pair(reading, mention, high, told)
        if event is None or (is_behind and event.dated_at < 0):
            break
        out.append(event)
        low = mention.end
    if out:
        pairs = [told, *out]
        for event in pairs:  # where one of them goes is not where another comes from
            others = {id(other.to_org) for other in pairs if other is not event}
            event.here = tuple(org for org in event.here if id(org) not in others)
    return out


def _begins_pair(reading: Reading, mention: Mention, low: int) -> bool:
    """Whether "and" or a comma stands right before a name that no preposition leads to, and no verb before that."""
    sentence, start = reading.sentence, phrase_start(reading, mention)
    if mention.mark or mention.owner or start <= low:
        return False
    if any(low <= trigger.start < start for trigger in reading.triggers) or any(
        low <= b < start for b in reading.breaks
    ):
        return False
    return sentence.closes(start, ("and",)) or sentence.tokens.surface[start - 1] in ",،、"


def _end_of_pair(reading: Reading, mention: Mention) -> int:
    """Where what is said of a name ends: before the next name, or at a stop."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    others = [m.start for m in sentence.mentions if m.kind == "person" and m.start >= mention.end]
    end = min([*others, len(surface)])
    return next((index for index in range(mention.end, end) if surface[index] in _STOPS), end)


def _pair(reading: Reading, mention: Mention, high: int, told: Event) -> Event | None:
    """The event of one such pair; None where the name has a verb of its own, or neither end nor post."""
    sentence, person = reading.sentence, mention.entity
    if person is None or any(mention.end <= h.start < high for h in sentence.of_kinds(_OWN_VERB)):
        return None
    if any(cue.start == mention.end for cue in sentence.of_kind("cue")):
        return None  # "and Berg | may follow": no month
    posts = [post for post in reading.posts if mention.end <= post.start and post.end <= high]
    orgs = [
        m for m in sentence.mentions
        if m.kind == "org" and m.entity is not None and mention.end <= m.start and m.end <= high
    ]  # fmt: skip
    dated = _own_time(reading, mention, high)
    if dated >= 0 and not posts and not orgs:
        return replace(
            told, person=person, mention=mention, role_from=None, role_to=None, dated_at=dated, according_to=(),
            notes=[*told.notes, notes.note(notes.VERB_BEFORE)], placed=[],
        )  # fmt: skip
    if told.yields in _DATED or not _follows_at_once(sentence.tokens.surface[mention.end : high], mention, posts, orgs):
        return None
    goal = next((m for m in orgs if m.mark in _ENDS or m.start == mention.end), None)
    if goal is None and not posts:
        return None
    event = replace(
        told, person=person, mention=mention, role_from=None, role_to=posts[0].english if posts else None,
        from_org=None, from_score=0.0, from_meant=False, notes=[*told.notes, notes.note(notes.VERB_BEFORE)],
        according_to=(), placed=[],
    )  # fmt: skip
    if goal is not None:
        event.to_org, event.to_score, event.to_meant = goal.entity, _SURE, False
    return event


def _own_time(reading: Reading, mention: Mention, high: int) -> int:
    """Where the time stands that follows a name at once: "B | in June"; -1 where there is none."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    low, stop = mention.end, min(high, mention.end + _TIME_WITHIN)
    if low < len(surface) and surface[low] in ",،(":
        return -1
    places = [hit.start for hit in sentence.of_kinds(_TIMES) if low <= hit.start < stop]
    places += [i for i in range(low, stop) if surface[i].isdigit() and len(surface[i]) == 4]
    passed = sentence.covered_by("mark", "determiner", "since")
    place = min(places, default=-1)
    return place if all(i in passed for i in range(low, place)) else -1


def _follows_at_once(words: list[str], mention: Mention, posts: list[Post], orgs: list[Mention]) -> bool:
    """Whether an end or a post begins right behind a name, with no comma that would only describe it."""
    if not words or words[0] in ",،(":
        return False
    starts = [post.start for post in posts] + [m.mark_at if m.mark else m.start for m in orgs]
    return bool(starts) and min(starts) - mention.end <= 2
