"""Posts told by what somebody leads: "led the design team of Borealis", "hired Ada Moreno to lead design"."""

from __future__ import annotations

from talentflow.languages import Language
from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.posts.fields import words_after
from talentflow.reader.posts.post_fields import field_after, field_before
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import Frame, frames

_OBJECT_WITHIN = 2
_LED_REACH = 8  # tokens from a verb to what it tells of
_AIM_REACH = 14  # words from a verb of hiring or joining to what it is for
_LEADING = ("head", "co-lead")
_GAINING = ("join", "appoint", "shift")


def fill_led(reading: Reading, frame: Frame, hit: Hit, event: Event) -> None:
    """The post of which a verb of leading speaks; after "hired her to lead design" the hiring has it."""
    aim = reading.aims.get(hit.start)
    verb = hit if aim is None else aim
    role = verb.payload.role
    if role is None:
        return
    post = led_post(reading.sentence, verb, reading.lexicon.language)
    if frame.yields != "work":
        event.role_to = post
    elif post != role or _takes_employer(reading, verb):
        event.role_from = post


def led_post(sentence: Sentence, verb: Hit, language: Language) -> str:
    """The post that the words of a trigger mean, with what follows them: "led | the design team" makes a head of it."""
    post: str = verb.payload.role or ""
    if language.head_final:
        field = field_before(sentence, verb.start)
    elif not language.open_posts:
        field = _led(sentence, verb.end)
    elif post in _LEADING and not verb.payload.then:
        field = " ".join(words_after(sentence, verb.end, is_open=True)[1])
    else:
        field = ""
    return f"{post} of {field}" if field else post


def _led(sentence: Sentence, end: int) -> str:
    """What is led, told behind the verb or a little further on: "die bei Siemens die Entwicklung leitete"."""
    named = [mention for mention in sentence.mentions if not mention.is_anaphor]  # "das 100-köpfige Team" names nobody
    names = {index for mention in named for index in range(mention.start, mention.end)}
    for index in range(end, min(end + _LED_REACH, len(sentence.tokens))):
        if sentence.tokens.surface[index] in ",،;:." or sentence.opens(index, ("trigger", "break")):
            break
        found = "" if index in names else field_after(sentence, index)
        if found:
            return found
    return ""


def _takes_employer(reading: Reading, hit: Hit) -> bool:
    """Whether an employer is the object of a verb: "dirige Borealis", "la empresa dirigida por Ada Moreno"."""
    return any(
        m.kind == "org" and (0 <= m.start - hit.end <= _OBJECT_WITHIN or 0 <= hit.start - m.end <= 1)
        for m in reading.sentence.mentions
    )


def aims_of(sentence: Sentence, triggers: list[Hit]) -> dict[int, Hit]:
    """The verbs of leading that only say what somebody is hired or comes for, by where the verb stands that they serve.

    "Borealis hired Ada Moreno | to lead design" tells one change, "left Borealis to lead Quanta" two.
    """
    out: dict[int, Hit] = {}
    purposes = {hit.start for hit in sentence.of_kind("purpose")} | {hit.end for hit in sentence.of_kind("purpose")}
    for hit in triggers:
        if hit.payload.role is None or hit.payload.event != "become" or hit.start not in purposes:
            continue
        before = [other for other in triggers if other.end <= hit.start]
        last = max(before, key=lambda other: other.end, default=None)
        if last is None or hit.start - last.end > _AIM_REACH or last.payload.noun or last.payload.role is not None:
            continue
        surface = sentence.tokens.surface[last.end : hit.start]
        if frames()[last.payload.event].yields in _GAINING and not any(word in ";:.—–" for word in surface):
            out[last.start] = hit
    return out
