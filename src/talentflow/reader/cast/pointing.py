"""Whom and what the words mean that point back: pronouns, "the trio", "the company"."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.scene import Context, Reading
from talentflow.reader.names.genders import gender_of, may_be, who_fits
from talentflow.reader.names.owners import company_before
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.reader.words.trigger_frames import frames
from talentflow.text.fold import fold

_CLAUSE_OPENING = 4  # words from the start of a clause to its pronoun
_MAIN_CLAUSE = 6  # words of a main clause before its subject


def people_meant(reading: Reading, mention: Mention, hit: Hit) -> list[Entity]:
    """The people that a pronoun or "the trio" points back to."""
    if mention.mark_word == "people_anaphor":
        here = [
            m for m in reading.sentence.mentions
            if m.kind == "person" and m.entity is not None and m.end <= mention.start
        ]  # fmt: skip
        summed = summed_up(reading, mention)
        if summed:
            return summed
        if len(here) > 1:
            return [m.entity for m in chain_of(reading, here[-1]) if m.entity is not None]
        if len(here) == 1 and not reading.context.last_group:
            # "with his colleague B; the two left": the one spoken of before, and B
            pair = [*reading.context.salient[:1], here[0].entity]
            both = [entity for entity in dict.fromkeys(pair) if entity is not None]
            return both if len(both) > 1 else []  # several are no single one
        if counts_pair(reading, mention.start) or _means_pair(reading, mention):
            return list(reading.context.pair)
        return list(reading.context.last_group)
    if any(h.kind == "latter" for h in reading.sentence.by_start.get(mention.start, ())):
        named = [m.entity for m in reading.sentence.mentions if m.kind == "person" and m.end <= mention.start]
        last = next((entity for entity in reversed(named) if entity is not None), reading.context.last_person)
        return [last] if last is not None else []
    gender = gender_of(mention)
    earlier = [
        m for m in reading.sentence.mentions
        if m.kind == "person" and m.end <= mention.start and may_be(m.entity, gender) and not _is_other(m, gender)
    ]  # fmt: skip
    spoken_of = who_fits(reading.context.salient, gender, reading.context.known)
    ahead = _named_ahead(reading, mention, hit) if not earlier else None
    if ahead is not None:
        return [ahead]
    if (
        mention.start >= hit.end
        and mention.mark_word == "pronoun"
        and not (hit.is_fronted and not frames()[hit.payload.event].is_agent)
    ):
        # Nobody hires themselves: the object is not the one who stands before the verb.
        doers = {id(m.entity) for m in earlier if m.end <= hit.start and m.entity is not None}
        if doers and has_own_subject(reading, hit, earlier):
            nearest = next((m for m in reversed(earlier) if m.entity is not None and m.end <= hit.start), None)
            return [nearest.entity] if nearest is not None and nearest.entity is not None else []
        others = [entity for entity in spoken_of if id(entity) not in doers]
        if doers:
            return others[:1]
    if mention.mark == "by" and len(earlier) > 1 and earlier[-1].entity is not None:
        return [earlier[-1].entity]  # "A hired B, the labs to be led | by him"
    first = next((m for m in earlier if not m.mark or m.entity is None or _is_put_first(m)), None)
    if first is not None and first.entity is not None and not first.owner:
        return [first.entity]
    return spoken_of[:1] or [m.entity for m in earlier[:1] if m.entity is not None]


def _is_other(mention: Mention, gender: str) -> bool:
    """Whether a word that points back points to somebody of the other gender: "she", where "he" is meant."""
    other = gender_of(mention) if mention.is_anaphor and gender else ""
    return bool(other) and other != gender


def _named_ahead(reading: Reading, mention: Mention, hit: Hit) -> Entity | None:
    """Whom a pronoun of a clause put first means, where only the main clause names them: "Before she left, Ada ..."."""
    sentence, surface = reading.sentence, reading.sentence.tokens.surface
    if mention.mark_word != "pronoun" or reading.lexicon.language.head_final:
        return None
    first = next((index for index, word in enumerate(surface) if word[0].isalpha()), 0)
    if not sentence.opens(first, ("break", "since", "mark")) or mention.start - first > _CLAUSE_OPENING:
        return None
    comma = next((index for index in range(mention.end, len(surface)) if surface[index] in ",،"), None)
    if comma is None or comma < (hit.verb_at if hit.is_fronted else hit.start):
        return None
    named = next((m for m in sentence.mentions if m.kind == "person" and m.start > comma), None)
    if named is None or named.mark or named.owner or named.entity is None or named.start - comma > _MAIN_CLAUSE:
        return None
    spoken_of = reading.context.salient[:1]
    return named.entity if not spoken_of or spoken_of[0] is named.entity else None


def _is_put_first(mention: Mention) -> bool:
    """Whether a name that a preposition leads to opens its sentence and a comma follows: "Quant à Ada Moreno, elle"."""
    surface = mention.sentence.tokens.surface
    return mention.mark_at <= 1 and mention.end < len(surface) and surface[mention.end] == "," and not mention.owner


def has_own_subject(reading: Reading, hit: Hit, earlier: list[Mention]) -> bool:
    """Whether an organization acts in a clause of its own, behind the people before it: "A退任, 董事会选举|他|"."""
    sentence = reading.sentence
    if not frames()[hit.payload.event].is_agent:
        return False
    last = max(m.end for m in earlier)
    commas = [i for i in range(last, hit.start) if sentence.tokens.surface[i] in ",،;"]
    if not commas or not any(last <= trigger.start < commas[-1] for trigger in reading.triggers):
        return False
    return any(
        m.kind == "org" and commas[-1] < m.start and m.end <= hit.start and not m.mark for m in sentence.mentions
    )


def counts_pair(reading: Reading, place: int) -> bool:
    """Whether words that count two people mean those whom the sentence before names: "A and B. ... the two of them"."""
    count = unicodedata.numeric(reading.sentence.tokens.surface[place][0], 0)
    return len(reading.context.pair) == count == _PAIR and not reading.cased


def _means_pair(reading: Reading, mention: Mention) -> bool:
    """Whether words for two people mean those two whom the sentence before names apart: "A, and with her B. Both"."""
    context, sentence = reading.context, reading.sentence
    if len(context.pair) != _PAIR or context.group_at >= sentence.number - 1:
        return False
    if not context.last_group and mention.end - mention.start == 1:
        return True  # "they", and nobody else was named together
    return any(
        hit.start in range(mention.start, mention.end) and (hit.kind == "pair_word" or hit.payload == str(_PAIR))
        for hit in sentence.of_kinds(("pair_word", "number"))
    )


_PAIR = 2


def summed_up(reading: Reading, mention: Mention) -> list[Entity]:
    """The people whom words with their number sum up right behind their names: "A氏、B氏の2人", "A、B和C三人"."""
    sentence = reading.sentence
    here = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None and m.end <= mention.start]
    if reading.cased or not here or mention.mark_word != "people_anaphor":
        return []
    count = int(unicodedata.numeric(sentence.tokens.surface[mention.start][0], 0))
    passed = sentence.covered_by("title", "role", "mark", "former", "and", "post_link")
    if not 2 <= count <= len(here) or any(index not in passed for index in range(here[-1].end, mention.start)):
        return []
    entities = [m.entity for m in here[-count:] if m.entity is not None]
    return entities if len(set(map(id, entities))) == count else []


def org_meant(reading: Reading, mention: Mention) -> Entity | None:
    """The organization that a mention names or points back to."""
    if mention.entity is not None:
        return mention.entity
    if mention.mark_word in ("company_pronoun", "company_possessive"):
        found = company_before(reading.sentence, mention.start, reading.asides)
        if found is not None:
            return found
    if mention.mark_word == "company_anaphor" or mention.is_anaphor:
        if mention.mark_word == "there":
            return _employer_last(reading, mention)
        if mention.mark_word == "company_last":
            return _company_last(reading, mention)
        if mention.mark_word == "company_former":
            return _company_left(reading, mention)
        left = left_for(reading, mention) or _founded_by_leaver(reading, mention)
        before = [
            m.entity for m in reading.sentence.mentions
            if m.kind == "org" and m.entity is not None and m.end <= mention.start and m.entity.name
            and m.entity is not left and not _was_left_aside(reading, m, mention)
        ]  # fmt: skip
        # "a former Borealis engineer joins the company": Borealis only says where somebody was
        past = {id(tie.org) for tie in reading.affiliations if tie.when == "past"}
        others = [entity for entity in before if id(entity) not in past]
        if not others and _past_only_describes(reading, mention):
            found = _called_so(reading, mention, []) or company_meant(reading.context, [])
            if found is not None:
                return found
        before = others or before
        if left is not None and not before:
            spoken_of = (org for _, org in reversed(reading.context.recent) if org is not left and not org.is_media)
            return next(spoken_of, None) or company_meant(reading.context, before, described(reading.sentence))
        return _called_so(reading, mention, before) or _of_sort(reading, mention, before)
    return None


def _was_left_aside(reading: Reading, org: Mention, mention: Mention) -> bool:
    """Whether an aside only says that somebody came from there: "Ada, who joined A | from B, | leaves the firm".

    Or had worked there before: "who joined A after ten years at B".
    """
    aside = next((one for one in reading.asides if one[0] < org.start < one[1] <= mention.start), None)
    if aside is None:
        return False
    before = [hit for hit in reading.triggers if aside[0] < hit.start and hit.end <= org.start]
    last = max(before, key=lambda hit: (hit.end, -hit.start), default=None)
    is_old = last is not None and last.payload.event == "work" and last.payload.when == "past" and len(before) > 1
    return (org.mark == "away" or is_old) and any(
        other.kind == "org" and other.entity is not None and other.mark != "away" and other is not org
        and aside[0] < other.start < aside[1]
        for other in reading.sentence.mentions
    )  # fmt: skip


def described(sentence: Sentence) -> list[Entity]:
    """The employers that a sentence describes by what they make, beside which other words mean another one."""
    return [m.entity for m in sentence.mentions if m.is_anaphor and m.kind == "org" and m.entity is not None]


def _of_sort(reading: Reading, mention: Mention, before: list[Entity]) -> Entity | None:
    """What "the company" means among those that can be called so: "the bank" is no carmaker."""
    context, apart = reading.context, described(reading.sentence)
    wanted = _sorts_told(reading, mention)
    if not wanted:
        return company_meant(context, before, apart)
    plain = wanted & _PLAIN
    found = company_meant(context, before, apart, lambda entity: _sort_of(entity) in plain) if plain else None
    return found or company_meant(context, before, apart, lambda entity: _may_be_called(entity, wanted))


def _sorts_told(reading: Reading, mention: Mention) -> set[str]:
    """The sorts of employers that the class words of a mention tell."""
    return {
        hit.payload for place in range(mention.start, mention.end) for hit in reading.sentence.by_start.get(place, ())
        if hit.kind == "sort" and hit.end <= mention.end
    }  # fmt: skip


# Sorts that say plainly what an employer is; whatever is listed as a company may be called by many names.
_PLAIN = frozenset(
    {"bank", "telecom", "automotive", "media", "university", "airline", "sport", "public body", "fund", "energy"}
)


def _sort_of(entity: Entity) -> str:
    return entity.record.sort if entity.record is not None else ""


def _may_be_called(entity: Entity, wanted: set[str]) -> bool:
    """Whether an employer may be called by a class word of these sorts."""
    return _sort_of(entity) not in _PLAIN or _sort_of(entity) in wanted


def left_for(reading: Reading, mention: Mention) -> Entity | None:
    """The employer that is left for the company which a mention points back to: "left Borealis to start | the firm"."""
    leading = [
        hit for hit in reading.triggers
        if 0 <= mention.start - hit.end <= _OBJECT_REACH and frames()[hit.payload.event].yields in ("found", "join")
    ]  # fmt: skip
    if not leading or reading.lexicon.language.head_final:
        return None
    leaving = [
        hit for hit in reading.triggers
        if hit.end <= leading[-1].start and frames()[hit.payload.event].yields == "leave" and not hit.payload.noun
    ]  # fmt: skip
    if not leaving:
        return None
    named = [
        m for m in reading.sentence.mentions if m.kind == "org" and m.end <= leading[-1].start and m is not mention
    ]
    verb = leaving[-1].verb_at if leaving[-1].is_fronted else leaving[-1].start
    nearest = min(named, key=lambda m: abs(m.start - verb), default=None)
    return org_meant(reading, nearest) if nearest is not None else None


def _founded_by_leaver(reading: Reading, mention: Mention) -> Entity | None:
    """What the sentence calls its subject a founder of, where "left the lab to start the firm" leaves another one."""
    if reading.lexicon.language.head_final:
        return None
    leaving = [
        hit for hit in reading.triggers
        if 0 <= mention.start - hit.end <= _OBJECT_REACH and frames()[hit.payload.event].yields == "leave"
    ]  # fmt: skip
    if not leaving or not any(
        hit.start >= mention.end and frames()[hit.payload.event].yields == "found" for hit in reading.triggers
    ):
        return None
    place = leaving[-1].start
    posts = [post for post in reading.posts if "founder" in (post.english or "") and post.end <= place]
    if not posts:
        return None
    return next(
        (
            m.entity for m in reading.sentence.mentions
            if m.kind == "org" and m.entity is not None and m.entity.name and posts[0].start < m.end <= place
        ),
        None,
    )  # fmt: skip


_OBJECT_REACH = 3  # words from a verb to its object


def _past_only_describes(reading: Reading, mention: Mention) -> bool:
    """Whether former employers stand before "the company" only in what describes a name, and it stands outside.

    "Ada, a former Borealis engineer, left the company" speaks of another one; "Ada, a former Borealis engineer who left
    the company" may speak of Borealis.
    """
    inside = [
        m for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None and m.end <= mention.start
    ]
    return bool(inside) and all(
        any(start < m.start and m.end <= end <= mention.start for start, end in reading.asides) for m in inside
    )


def _called_so(reading: Reading, mention: Mention, before: list[Entity]) -> Entity | None:
    """The organization spoken of last whose own name has the class word: "the bank" after Banco Arrayán."""
    lexicon = reading.lexicon
    words = {word for index in range(mention.start, mention.end) for word in _plain(reading, index)}
    words &= lexicon.org_words
    if not words:
        return None
    spoken_of = [*reversed(before), *(entity for _, entity in reversed(reading.context.recent))]
    sorts = _sorts_told(reading, mention)
    spoken_of = [one for one in spoken_of if not sorts or _may_be_called(one, sorts)]
    found = next((e for e in spoken_of if any(not words.isdisjoint(fold(s).split()) for s in e.surfaces)), None)
    return None if found is not None and _is_overshadowed(reading, mention, found, before) else found


def _is_overshadowed(reading: Reading, mention: Mention, found: Entity, before: list[Entity]) -> bool:
    """Whether the class word in an employer's name is rather the article's own sort: HSBC is "the bank" as well."""
    topic = reading.context.topic
    if topic is None or topic is found or any(one is found for one in before):
        return False
    return _sort_of(topic) in _sorts_told(reading, mention) and topic.share > _OVERSHADOWING * found.share


_OVERSHADOWING = 2.0


def _plain(reading: Reading, index: int) -> list[str]:
    """A word, and what is left of it without the clitics where a language has them: "البنك" is "بنك"."""
    word = reading.sentence.tokens.folded[index]
    return [word, *reading.lexicon.stems(word)] if reading.lexicon.has_clitics else [word]


def company_meant(
    context: Context,
    before: list[Entity],
    apart: Sequence[Entity] = (),
    could_be: Callable[[Entity], bool] = lambda entity: True,
) -> Entity | None:
    """Which organization "the company" is: the one that the article speaks of, unless another has just come up.

    It is none of those `apart`, and one that `could_be` it.
    """

    def fits(entity: Entity) -> bool:
        return could_be(entity) and all(entity is not other for other in apart)

    topic = context.topic if context.topic is not None and fits(context.topic) else None
    nearest = [entity for entity in reversed(before) if not entity.is_media and fits(entity)]
    nearest += [entity for _, entity in reversed(context.recent) if fits(entity)]
    for entity in nearest[:3]:
        if topic is None or entity is topic or entity.share >= 0.5 * topic.share:
            return entity
    return topic or (nearest[0] if nearest else None)


def _company_left(reading: Reading, mention: Mention) -> Entity | None:
    """The employer that "their old employer" means: where the sentence or those before say that they worked once."""
    people = [m.entity for m in reading.sentence.mentions if m.kind == "person" and m.entity is not None]
    past = [
        tie.org for tie in reading.affiliations
        if tie.when == "past" and tie.org is not None and tie.org.name and not mention.start <= tie.start < mention.end
    ]  # fmt: skip
    if past:
        return past[-1]
    for person in people or reading.context.salient[:1]:
        left = [org for who, org in reading.context.left if who is person]
        if left:
            return left[-1]
    return None


def _company_last(reading: Reading, mention: Mention) -> Entity | None:
    """The company spoken of last, as "the same company" says: the nearest before, else that of the sentence before."""
    for other in reversed(reading.sentence.mentions):
        entity = other.entity
        if other.kind != "org" or other.end > mention.start or entity is None or not entity.name:
            continue
        if not entity.is_media:
            return entity
    return reading.context.last_org or reading.context.topic


def _employer_last(reading: Reading, mention: Mention) -> Entity | None:
    """What "there" means: the employer named before in its sentence, else that of whoever was spoken of."""
    here = [
        m for m in reading.sentence.mentions
        if m.kind == "org" and m.end <= mention.start and m.entity is not None and m.entity.name
    ]  # fmt: skip
    if here:
        return here[-1].entity
    context = reading.context
    employers = [org for person, org in context.employers if any(person is one for one in context.salient[:1])]
    if employers:
        return employers[-1]
    if not any(number == reading.sentence.number - 1 for number, _ in context.recent):
        return context.topic or context.last_org  # a town, where the firm of the article sits
    return context.last_org
