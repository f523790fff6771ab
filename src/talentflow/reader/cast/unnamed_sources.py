"""Sources without a name: "according to a recruiter", "two former colleagues said", "says a spokesman for Intel".

What only somebody says whom the article does not name is not confirmed, unless they speak for the employer; and what
they are called is nobody's post and nobody's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from talentflow.languages import Language
from talentflow.reader.cast.asides import asides_of
from talentflow.reader.cast.objects import are_named_later
from talentflow.reader.cast.scene import Event, Reading
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.statements import statement_at

_BEHIND_SAID = 1  # words from a verb of saying to whoever says it behind it
_BEFORE_SAID = 6  # words from whoever says it to the verb: "a recruiter who knows both firms | said"
_COUNTED = 3  # words between "according to" and its noun where a number and its counter stand there: "据|一|名|猎头"
_AT_END = 3
_BEFORE_VERB = 3  # words between a subject and its verb
_STOPS = frozenset(',،、，;；؛:：.!?。؟()（）«»“”"„「」—–')


@dataclass(frozen=True, slots=True)
class Unnamed:
    """Somebody unnamed who says what a sentence tells; `said` is the phrase that says so."""

    start: int
    end: int
    said: Hit
    speaks_for_employer: bool

    @property
    def first(self) -> int:
        """Where the words begin that tell who says it."""
        return min(self.start, self.said.start)

    @property
    def last(self) -> int:
        """Where they end."""
        return max(self.end, self.said.end)


def unnamed_sources(sentence: Sentence, language: Language) -> list[Unnamed]:
    """Those who say what a sentence tells and whom it does not name."""
    if not sentence.has_kinds(("unnamed_source", "spokesperson")):
        return []
    out = []
    for kind in ("unnamed_source", "spokesperson"):
        for hit in sentence.of_kind(kind):
            if _is_named(sentence, hit, language):
                continue
            said = _said_of(sentence, hit, language)
            if said is not None:
                out.append(Unnamed(hit.start, hit.end, said, kind == "spokesperson"))
    return out


def unnamed_source_of(event: Event, language: Language) -> Unnamed | None:
    """Who alone tells an event, where the sentence does not name them and they do not speak for the employer."""
    sentence = event.sentence
    for source in unnamed_sources(sentence, language):
        if source.speaks_for_employer or source.first <= event.start < source.last:
            continue
        if any(done.start < source.said.end and source.said.start < done.end for done in sentence.of_kind("confirmed")):
            continue  # "several employees confirmed that she has left"
        low, high = statement_at(sentence, source.first, source.last)
        if not low <= event.start < high:
            continue
        if any(start <= event.start < end and not start <= source.first < end for start, end in asides_of(sentence)):
            continue
        if any(
            start <= source.first < end and not start <= event.start < end and sentence.opens(start + 1, ("relative",))
            for start, end in asides_of(sentence)
        ):
            continue  # "Ada, who a colleague said was tired, | left Borealis"
        if event.start < source.first and source.said.kind == "said" and not _is_parenthesis(sentence, source):
            continue
        return source
    return None


def is_of_unnamed(reading: Reading, hit: Hit) -> bool:
    """Whether the subject of a verb is somebody whom the sentence does not name: "said | two colleagues | had left"."""
    if hit.payload.noun or reading.lexicon.language.head_final or are_named_later(reading.sentence, hit.end):
        return False
    return any(_is_subject(reading, one, hit) for one in reading.sentence.of_kind("unnamed_source"))


def _is_subject(reading: Reading, one: Hit, hit: Hit) -> bool:
    """Whether somebody unnamed stands right before a verb, or before one with its subject: "left X and | joined"."""
    sentence = reading.sentence
    if (
        one.end > hit.start
        or _is_named(sentence, one, reading.lexicon.language)
        or not _is_plain(sentence, one.end, hit.start)
    ):
        return False
    if any(m.kind == "person" and m.end == one.start for m in sentence.mentions):
        return False  # "王晓明 | 工程师"
    verbs = [t.start for t in reading.triggers if one.end <= t.start <= hit.start] or [hit.start]
    between = range(one.end, verbs[0])
    is_parted = any(sentence.opens(place, ("relative", "said", "mark", "and")) for place in between)
    return not is_parted and len(between) <= _BEFORE_VERB


def without_sources(posts: Sequence[Post], sources: Sequence[Unnamed]) -> list[Post]:
    """The posts of a sentence without what those are called who only say what it tells."""
    return [post for post in posts if not any(s.start < post.end and post.start < s.end for s in sources)]


def is_of_source(sources: Sequence[Unnamed], hit: Hit) -> bool:
    """Whether words are only what somebody is called who says what the sentence tells: "a | recruitment | adviser"."""
    return any(source.start <= hit.start and hit.end <= source.end for source in sources)


def speaks_for(sentence: Sentence, source: Unnamed) -> Mention | None:
    """The employer for whom somebody unnamed speaks, where it stands beside them: "a spokesman for Intel"."""
    if not source.speaks_for_employer:
        return None
    for mention in sentence.mentions:
        is_near = 0 <= source.start - mention.end <= 1 or 0 <= mention.start - source.end <= 2
        if mention.kind == "org" and mention.entity is not None and is_near:
            return mention
    return None


def _said_of(sentence: Sentence, hit: Hit, language: Language) -> Hit | None:
    """The words that make somebody the source: "according to" before them, a verb of saying beside them."""
    for according in sentence.of_kind("according"):
        gap = hit.start - according.end
        if (
            0 <= gap <= (_COUNTED if language.spaceless else 1)
            and not language.head_final
            and _is_plain(sentence, according.end, hit.start)
        ):
            return according
        behind = according.start - hit.end
        if (language.head_final or language.verb_last) and 0 <= behind <= 1:
            return according
        if according.start <= hit.start and hit.end <= according.end:
            return according
    if _is_told(sentence, hit, language):
        return None
    for said in sentence.of_kind("said"):
        if said.start >= hit.end:
            if said.start - hit.end <= _BEFORE_SAID and _is_plain(sentence, hit.end, said.start):
                return said
            if language.head_final and _is_subject_of_last(sentence, hit, said):
                return said
        elif (
            0 <= hit.start - said.end <= _BEHIND_SAID
            and _is_plain(sentence, said.end, hit.start)
            and not _is_subject_of_clause(sentence, hit)
        ):
            return said
    return None


def _is_told(sentence: Sentence, hit: Hit, language: Language) -> bool:
    """Whether somebody is only told something: "disse | aos funcionários", "社員 | に", "告诉 | 员工"."""
    if language.spaceless and not language.head_final:
        return sentence.closes(hit.start, ("said",))  # whoever says it stands before the verb
    if language.head_final:
        return sentence.opens(hit.end, ("addressing",))
    return sentence.closes(hit.start, ("addressing",))


def _is_subject_of_clause(sentence: Sentence, hit: Hit) -> bool:
    """Whether people behind a verb of saying are those of whom it is said: "said two colleagues | had left"."""
    surface = sentence.tokens.surface
    stop = next((i for i in range(hit.end, len(surface)) if surface[i] in _STOPS), len(surface))
    told = [t.start for t in sentence.of_kind("trigger") if hit.end <= t.start < stop]
    said = [c.start for c in sentence.of_kind("complementizer") if hit.end <= c.start < stop]
    return bool(told) and not (said and said[0] < told[0])


def _is_subject_of_last(sentence: Sentence, hit: Hit, said: Hit) -> bool:
    """Whether somebody is the subject of the verb that ends the sentence: "元同僚は…と話した"."""
    is_subject = any(m.start == hit.end and m.payload == "subject" for m in sentence.of_kind("mark"))
    return hit.start <= 1 and is_subject and said.end >= len(sentence.tokens) - _AT_END


def _is_named(sentence: Sentence, hit: Hit, language: Language) -> bool:
    """Whether a name says who it is: "a former colleague, Tom Berg, said", "一名前同事王晓明"."""
    surface = sentence.tokens.surface
    if not language.cased and any(
        m.kind == "person" and not m.is_anaphor and m.start == hit.end for m in sentence.mentions
    ):
        return True
    if surface[hit.end : hit.end + 1] in ([","], ["،"], ["，"]):
        return any(
            m.kind == "person" and m.start == hit.end + 1 and _STOPS.issuperset(surface[m.end : m.end + 1])
            for m in sentence.mentions
        )
    return False


def _is_plain(sentence: Sentence, low: int, high: int) -> bool:
    """Whether neither a stop nor a person's name stands in a stretch."""
    if not _STOPS.isdisjoint(sentence.tokens.surface[low:high]):
        return False
    return not any(m.kind == "person" and low <= m.start < high for m in sentence.mentions)


def _is_parenthesis(sentence: Sentence, source: Unnamed) -> bool:
    """Whether a stop parts what is told from who says it: "She is leaving, | says a recruiter"."""
    return source.first > 0 and sentence.tokens.surface[source.first - 1] in _STOPS
