"""Which triggers of a sentence count, and where its clauses end."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.languages import Trigger
from talentflow.reader.cast.asides import asides_of
from talentflow.reader.cast.scene import Reading
from talentflow.reader.cast.told_behind import only_adds
from talentflow.reader.events.led import aims_of
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames
from talentflow.text.tokens import is_ideographic

_BORDERS = frozenset(";:؛—–()")
_AS_WHAT_REACH = 14
_MOST_TRIGGERS = 16  # no sentence tells more; only a list of catchwords holds more


def choose_triggers(reading: Reading) -> None:
    """Chooses the triggers of a sentence (longest first, none inside a name) and its clause borders."""
    sentence = reading.sentence
    hits = [hit for hit in sentence.of_kind("trigger") if not _is_nominalised(sentence, hit)]
    if not hits:
        return
    called = [m for m in sentence.mentions if not m.is_anaphor and m.mark_word != "unnamed"]
    named = [m for m in called if m.entity is None or m.entity.name is not None]
    names = {i for m in named for i in range(m.start, m.end)}
    in_posts = {i for post in reading.posts for i in range(post.start + post.is_led, post.end)}
    chosen: list[Hit] = []
    taken: set[int] = set()
    both = {(hit.start, hit.end) for hit in hits if hit.payload.noun} & {
        (hit.start, hit.end) for hit in hits if not hit.payload.noun
    }
    if both:
        suffixed = {(hit.start, hit.end) for hit in hits if hit.suffix}
        hits = [
            hit for hit in hits
            if (hit.start, hit.end) not in both
            or hit.payload.noun == (_stands_as_noun(sentence, hit.start) or (hit.start, hit.end) in suffixed)
        ]  # fmt: skip
    hits = _without_weakening(_by_object(reading, _by_subject(sentence, hits)))
    for hit in sorted(hits, key=lambda hit: (hit.start - hit.end, hit.start)):
        span = set(range(hit.start, hit.end))
        if span & taken or span & names or (hit.end - hit.start == 1 and span & in_posts and not hit.payload.then):
            continue
        if _is_half_word(sentence, hit):
            continue
        taken |= span
        chosen.append(hit)
    chosen = [hit for hit in chosen if hit.payload.event != "none"]
    chosen = [hit for hit in chosen if not _only_says_as_what(sentence, hit, chosen)]
    chosen = [hit for hit in chosen if not _only_says_whence(sentence, hit, chosen)]
    chosen = [hit for hit in chosen if not _only_describes_post(sentence, hit, chosen)]
    reading.aims = aims_of(sentence, chosen)
    chosen = [hit for hit in chosen if all(hit is not aim for aim in reading.aims.values())]
    reading.triggers = sorted(chosen, key=lambda hit: hit.start)[:_MOST_TRIGGERS]
    borders = [hit.start for hit in sentence.of_kinds(("break", "said")) if not _is_former(sentence, hit)]
    surface = sentence.tokens.surface
    if not _BORDERS.isdisjoint(surface):
        borders += [i for i, word in enumerate(surface) if word in _BORDERS and not _holds_day(surface, i)]
        if not reading.lexicon.language.head_final:
            borders = [place for place in borders if surface[place] not in "()" or not only_adds(reading, place)]
    if reading.lexicon.language.spaceless:
        borders += _spaces(sentence)
    reading.breaks = sorted(borders)
    reading.asides = asides_of(sentence)


def _without_weakening(hits: list[Hit]) -> list[Hit]:
    """The triggers without weak ones around a surer one of the same event: more words make no phrase less sure."""
    weak = [hit for hit in hits if hit.payload.weak]
    if not weak:
        return hits
    sure = [hit for hit in hits if not hit.payload.weak]
    weakening = {
        id(hit)
        for hit in weak
        for other in sure
        if hit.start <= other.start and other.end <= hit.end and _tell_alike(hit.payload, other.payload)
    }
    return [hit for hit in hits if id(hit) not in weakening]


def _tell_alike(one: Trigger, other: Trigger) -> bool:
    """Whether two phrases tell one event of the same slots, whatever they imply of the post or the manner."""
    return all(getattr(one, name) == getattr(other, name) for name in _TELLING)


_TELLING = ("event", "noun", "object", "person", "passive", "hands_over")


def _by_subject(sentence: Sentence, hits: list[Hit]) -> list[Hit]:
    """The triggers without those that their subject rules out: a person hands a post over, an employer gives it."""
    handing = {(hit.start, hit.end) for hit in hits if hit.payload.hands_over}
    others = {(hit.start, hit.end) for hit in hits if hit.payload.event in ("appoint", "leave")}
    for span in handing & others:  # the same words
        is_person = not sentence.closes(span[0], ("copula",)) and _has_person_for_subject(sentence, *span)
        hits = [hit for hit in hits if (hit.start, hit.end) != span or hit.payload.hands_over == is_person]
    return hits


def _by_object(reading: Reading, hits: list[Hit]) -> list[Hit]:
    """The triggers without those that their object rules out: words of going over to a post, or to an employer."""
    if reading.lexicon.language.head_final:
        return hits
    taking = {(hit.start, hit.end) for hit in hits if hit.payload.event == "become"}
    going = {(hit.start, hit.end) for hit in hits if hit.payload.event in ("move", "join")}
    for span in taking & going:
        posts = [post for post in reading.posts if 0 <= post.start - span[1] <= _TO_POST]
        has_org = any(m.kind == "org" and 0 <= m.start - span[1] <= _TO_POST for m in reading.sentence.mentions)
        wrong = ("move", "join") if posts and not has_org else ("become",)
        hits = _without(hits, span, wrong)
    if reading.lexicon.language.verb_last:
        return hits
    dismissing = {(hit.start, hit.end) for hit in hits if hit.payload.event == "dismiss"}
    for span in dismissing & {(hit.start, hit.end) for hit in hits if hit.payload.event == "leave"}:
        hits = _without(hits, span, ("leave",) if _parts_from_person(reading.sentence, *span) else ("dismiss",))
    return hits


def _without(hits: list[Hit], span: tuple[int, int], events: tuple[str, ...]) -> list[Hit]:
    """The triggers without those of these events at one place."""
    return [hit for hit in hits if (hit.start, hit.end) != span or hit.payload.event not in events]


def _parts_from_person(sentence: Sentence, start: int, end: int) -> bool:
    """Whether words of parting are said of an employer and lead to a person: "the company parted ways with | Berg"."""
    mentions = [m for m in sentence.mentions if m.kind in ("person", "org")]
    before = max((m for m in mentions if m.end <= start), key=lambda m: m.end, default=None)
    after = (m for m in mentions if m.start >= end and not (m.is_anaphor and m.kind == "org"))  # but "its | chief, Ada"
    behind = min(after, key=lambda m: m.start, default=None)
    if behind is None or behind.kind != "person" or behind.start - end > _TO_PARTED:
        return False
    return before is not None and before.kind == "org" and start - before.end <= _FROM_EMPLOYER


_TO_PARTED = 6  # words from there to whoever goes: "its long-serving chief technology officer, | Ada Moreno"
_FROM_EMPLOYER = 6  # words from the employer: "Borealis | said on Friday that it has"


_TO_POST = 2  # words from a verb to the post that it takes


def _has_person_for_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name that stands as the subject of a verb, before it or right behind it, is that of a person."""
    behind = next((m for m in sentence.mentions if 0 <= m.start - end <= 1 and not m.mark), None)
    if behind is not None:
        return behind.kind == "person"
    before = [m for m in sentence.mentions if m.end <= start and not m.mark and not m.owner and m.apposed_to is None]
    return bool(before) and before[-1].kind == "person"


def _spaces(sentence: Sentence) -> list[int]:
    """Where a space parts two clauses in a script that parts no words, as in headlines: "鸿海总座请辞 刘扬伟兼任"."""
    tokens = sentence.tokens
    return [
        index for index in range(1, len(tokens))
        if not tokens.is_glued(index)
        and is_ideographic(tokens.surface[index][0]) and is_ideographic(tokens.surface[index - 1][-1])
    ]  # fmt: skip


def _holds_day(surface: Sequence[str], index: int) -> bool:
    """Whether a bracket holds but a number, as the press gives the day beside its name: "na quarta-feira (26)"."""
    if surface[index] == "(":
        return index + 2 < len(surface) and surface[index + 1].isdigit() and surface[index + 2] == ")"
    return surface[index] == ")" and index > 1 and surface[index - 1].isdigit() and surface[index - 2] == "("


def _only_says_as_what(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Whether a verb is but the preposition of the one before: "hires X | to serve as | chief scientist"."""
    if not any(o.kind == "mark" and o.payload == "as" and o.end == hit.end for o in sentence.by_start[hit.start]):
        return False
    before = [other for other in triggers if other.end <= hit.start and frames()[other.payload.event].is_agent]
    if not before or hit.start - before[-1].end > _AS_WHAT_REACH:
        return False
    low, surface = max(before, key=lambda other: other.end).end, sentence.tokens.surface
    has_person = any(m.kind == "person" and low <= m.start < hit.start for m in sentence.mentions)
    return has_person and not any(word in ",،;:" for word in surface[low : hit.start])


def _only_describes_post(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Whether "new" only describes the post that a verb gives: "named Ada Moreno as its | new | head of research"."""
    if not sentence.opens(hit.start, ("new",)) or frames()[hit.payload.event].yields != "appoint":
        return False
    before = [other for other in triggers if other.end <= hit.start]
    if not before or hit.start - before[-1].end > _AS_WHAT_REACH or before[-1].payload.noun:
        return False
    verb = frames()[before[-1].payload.event]
    if not verb.is_agent or verb.yields not in ("appoint", "join"):
        return False
    low, surface = before[-1].end, sentence.tokens.surface
    named = [m for m in sentence.mentions if m.kind == "person" and low <= m.start < hit.start]
    is_object = len(named) == 1 and not named[0].mark  # never "hired a new chief with Ada Moreno"
    return is_object and not any(word in ",،;:" for word in surface[named[0].end : hit.start])


def _only_says_whence(sentence: Sentence, hit: Hit, triggers: list[Hit]) -> bool:
    """Whether words of coming are but the preposition of the verb before: "llega al banco | procedente de | B"."""
    if not any(o.kind == "mark" and o.payload == "away" and o.end == hit.end for o in sentence.by_start[hit.start]):
        return False
    before = [other for other in triggers if other.end <= hit.start and not other.payload.noun]
    if not before or hit.start - before[-1].end > _AS_WHAT_REACH or frames()[before[-1].payload.event].is_agent:
        return False
    low, surface = before[-1].end, sentence.tokens.surface
    has_person = any(m.kind == "person" and low <= m.start < hit.start for m in sentence.mentions)
    yields = frames()[before[-1].payload.event].yields
    if _describes_founder(sentence, hit) and yields == "found":
        return True
    comes = yields in ("join", "shift", "appoint")
    return comes and not has_person and not any(word in ",،;:" for word in surface[low : hit.start])


def _describes_founder(sentence: Sentence, hit: Hit) -> bool:
    """Whether words of coming follow a name and its comma: "founded by A and B, | who came from | Borealis"."""
    comma = hit.start - 1
    return sentence.tokens.surface[comma] in ",،" and any(
        m.kind == "person" and m.end == comma for m in sentence.mentions
    )


def _is_half_word(sentence: Sentence, hit: Hit) -> bool:
    """Whether a hyphen ties the trigger to a further word: "start-up", "high-quit-rate"."""
    tokens = sentence.tokens
    if hit.end + 1 < len(tokens) and tokens.surface[hit.end] == "-" and tokens.is_glued(hit.end):
        return tokens.is_glued(hit.end + 1)
    before = hit.start - 1
    return before > 0 and tokens.surface[before] == "-" and tokens.is_glued(before) and tokens.is_glued(hit.start)


def _is_nominalised(sentence: Sentence, hit: Hit) -> bool:
    """Whether a participle stands for a person: "el elegido", "los despedidos"."""
    if not hit.payload.passive or hit.end - hit.start > 1:
        return False
    return any(other.kind == "determiner" for other in sentence.ending(hit.start))


def _stands_as_noun(sentence: Sentence, start: int) -> bool:
    """Whether a word that may be verb or noun ("hires", "exit") follows an article, a possessive or a preposition."""
    if start == 0:
        return False
    if sentence.tokens.is_possessive(start - 1):
        return True
    return any(hit.kind in ("determiner", "mark", "new", "number") for hit in sentence.ending(start))


def _is_former(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that may part clauses calls a post former instead: "与OpenAI|前|副总裁李大伟"."""
    return sentence.opens(hit.start, ("former",)) and sentence.opens(hit.end, ("role", "title", "person_noun"))
