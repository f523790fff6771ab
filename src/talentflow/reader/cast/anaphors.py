"""Words that point back or name nobody: "she", "the trio", "the company", "a start-up of his own"."""

from __future__ import annotations

from collections.abc import Iterator

from talentflow.reader.posts.fields import is_team
from talentflow.reader.words.page import Entity, Mention, Sentence
from talentflow.reader.words.phrases import Hit

_OF_ORGANIZATIONS = ("company_anaphor", "company_last", "company_former", "company_possessive", "unnamed")
_OF_PEOPLE = ("people_anaphor", "pronoun", "possessive", "possessive_plural")
_PRONOUNS = {"company_toward": "toward", "company_away": "away", "company_at": "at"}
_PLACES = {"there": "", "there_away": "away", "there_toward": "toward"}  # "there", "from there", "dorthin"
_KINDS = frozenset((*_OF_ORGANIZATIONS, *_OF_PEOPLE, *_PRONOUNS, *_PLACES))
_REACH = 8  # words from a verb to the pronoun of its company
_REACH_BACK = 14  # words from a verb, past the post that it gives, to where that is
_MOST_DESCRIBING = 4  # words between "the" and what is meant
_NOT_DESCRIBING = frozenset(
    {"trigger", "said", "mark", "and", "role", "relative", "break", "copula", "determiner", "pronoun", "negation"}
)


def anaphors(sentence: Sentence, *, by_post: bool = False) -> Iterator[tuple[Hit, str]]:
    """The phrases of a sentence that point to somebody or something, each with the kind of what it points to.

    The longest come first, and each must be made a mention before the next is asked for: a start-up without a name
    counts as what the words before it speak of. `by_post` says that a post at the start of a sentence may point to
    somebody, as where each newspaper forms its own words for people ("Der Kreativchef war zuletzt bei ...").
    """
    described = _described(sentence)
    if by_post:
        described += _described_person(sentence)
    described += _latter_alone(sentence)
    if not described and not sentence.has_kinds(_KINDS):
        return
    taken = {index for mention in sentence.mentions for index in range(mention.start, mention.end)}
    found = [hit for hit in sentence.hits if hit.kind in _KINDS]
    found += described
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.kind != "company_former")):
        if not taken.intersection(range(hit.start, hit.end)) and _points(sentence, hit):
            taken.update(range(hit.start, hit.end))
            yield hit, "person" if hit.kind in _OF_PEOPLE else "org"


def mark_of(hit: Hit) -> str:
    """The preposition in a pronoun that holds one: "إليها" is "to it"."""
    return _PRONOUNS.get(hit.kind, "") or _PLACES.get(hit.kind, "")


def is_place(hit: Hit) -> bool:
    """Whether a phrase points to where somebody worked who was just spoken of: "there"."""
    return hit.kind in _PLACES


def past_contraction(sentence: Sentence, hit: Hit) -> int:
    """Where a phrase begins after the preposition that is run into its article: "da | empresa", "au | groupe"."""
    start = hit.start
    if hit.end - start == 1:
        return start
    leads = any(other.kind == "mark" and other.end == start + 1 for other in sentence.by_start.get(start, ()))
    return start + 1 if leads and not sentence.opens(start, ("determiner",)) else start


def possessed_posts(sentence: Sentence, pronoun: str) -> list[int]:
    """The words of posts onto which the pronoun of a company is written: "مديرها المالي", its financial director."""
    if not pronoun:
        return []
    folded = sentence.tokens.folded
    heads = {hit.start for hit in sentence.of_kind("role") if hit.payload.part == "head"}
    return sorted(start for start in heads if folded[start].endswith(pronoun))


def apposed_before(sentence: Sentence, hit: Hit) -> Entity | None:
    """The employer that words for one without a name only describe: "Quanta, | a start-up of his | that ..."."""
    place = hit.start - 1
    if place < 1 or sentence.tokens.surface[place] not in ",،":
        return None
    if sentence.opens(hit.start, ("possessive", "possessive_plural")):
        return None  # "after he left Borealis, | his own start-up grew"
    return next(
        (
            m.entity
            for m in sentence.mentions
            if m.kind == "org" and m.end == place and m.entity is not None and m.entity.name
        ),
        None,
    )


def _latter_alone(sentence: Sentence) -> list[Hit]:
    """Pronouns that may also be articles, where they open a sentence and their verb follows: "Este | llegó en 2020"."""
    return [
        Hit("pronoun", hit.start, hit.end, "pronoun")
        for hit in sentence.of_kind("latter")
        if hit.start == 0
        and hit.end - hit.start == 1
        and not sentence.opens(0, ("pronoun",))
        and (
            sentence.opens(hit.end, ("trigger", "perfect", "copula"))
            or sentence.tokens.surface[hit.end : hit.end + 1] == [","]
        )
    ]


def _described(sentence: Sentence) -> list[Hit]:
    """Phrases that point to a company and describe it: "the Cambridge chip designer", "the sportswear maker"."""
    definites = sentence.of_kind("definite")
    makers = sentence.of_kinds(("company", "sort")) if definites else ()
    out: list[Hit] = []
    for maker in makers:
        before = [d for d in definites if 0 <= maker.start - d.end <= _MOST_DESCRIBING]
        if not before or sentence.opens(maker.end, ("company", "role", "domain", "org_word")):
            continue
        start = before[-1]
        surface = sentence.tokens.surface
        if all(
            (surface[i][0].isalnum() or surface[i] == "-") and _may_describe(sentence, i)
            for i in range(start.end, maker.start)
        ) and not sentence.tokens.is_possessive(maker.start - 1):
            out.append(Hit("company_anaphor", start.start, maker.end, start.payload, start.prefix))
    return out


def _may_describe(sentence: Sentence, index: int) -> bool:
    """Whether a word may describe a company: any but those of grammar, also a field of work ("the chip division")."""
    return not any(
        hit.kind in _NOT_DESCRIBING and not (hit.kind == "role" and hit.payload.part != "head")
        for hit in sentence.by_start.get(index, ())
    )


def _described_person(sentence: Sentence) -> list[Hit]:
    """A post or a calling that opens a sentence, with its article, and tells no more of whom it means."""
    opening = next((hit for hit in sentence.by_start.get(0, ()) if hit.kind == "definite"), None)
    if opening is None:
        return []
    surface, place = sentence.tokens.surface, opening.end
    while place < len(surface) and place < opening.end + _MOST_DESCRIBING and surface[place][0].islower():
        if sentence.opens(place, _NOT_DESCRIBING):
            return []
        place += 1
    ends = {
        hit.end
        for hit in sentence.by_start.get(place, ())
        if hit.kind == "title" or (hit.kind == "role" and hit.payload.part == "head")
    }
    if not ends or max(ends) >= len(surface):
        return []
    end = max(ends)
    follows = end + 1 if surface[end] in ",–(" else end
    if any(m.kind == "person" and follows <= m.start <= follows + 2 for m in sentence.mentions):
        return []
    if sentence.opens(end, ("mark", "determiner", "role", "title")) or surface[end][0].isupper():
        return []
    return [Hit("pronoun", 0, end, "pronoun")]


def _points(sentence: Sentence, hit: Hit) -> bool:
    """Whether a phrase points to somebody or something that the words after it do not name."""
    end = _past_places(sentence, hit.end)
    following = next((m for m in sentence.mentions if m.start in (hit.end, end) and not m.is_anaphor), None)
    match hit.kind:
        case "company_anaphor" | "company_former":  # "the company Quanta" names it
            return (
                not _is(following, "org")
                and not _goes_on(sentence, hit.end)
                and not _names_after_all(sentence, hit.end)
                and not _is_part_of_named(sentence, hit)
            )
        case "unnamed":
            return not _is(following, "org")
        case "pronoun":  # "the researcher Ada Moreno" names her
            return (
                not _is(following, "person")
                and not _is_owned(sentence, hit)
                and not _is_of_phrase(sentence, hit)
                and not _begins_post(sentence, hit)
                and not _is_adjective(sentence, hit)
                and (hit.end - hit.start < 2 or not _leads_to_field(sentence, hit.end))
            )
        case "company_possessive":
            return _before_post(sentence, hit.end)
        case "possessive" | "possessive_plural":
            return _stands_alone(sentence, hit.end)
        case "company_toward" | "company_away" | "company_at":
            return _has_verb_before(sentence, hit.start)
        case "there":  # not "there are"
            return _has_verb_near(sentence, hit) and not any(
                other.start <= hit.start < other.end for other in sentence.of_kind("existential")
            )
        case "there_away" | "there_toward":
            return _has_verb_near(sentence, hit)
        case "people_anaphor":  # "the three: A, B and C"
            return not _is_named_next(sentence, hit)
    return True


def _is_adjective(sentence: Sentence, hit: Hit) -> bool:
    """Whether "the latter" says which the noun before it is, that bears the article as well: "الفترة | الأخيرة"."""
    if hit.start == 0 or hit.end - hit.start > 1 or not sentence.opens(hit.start, ("latter",)):
        return False
    noun, word = sentence.tokens.surface[hit.start - 1], sentence.tokens.surface[hit.start]
    return not word[0].isascii() and not word.istitle() and len(noun) > _ARTICLE and noun[:_ARTICLE] == word[:_ARTICLE]


_ARTICLE = 2  # letters of an article that is written onto its word


def _past_places(sentence: Sentence, end: int) -> int:
    """Where the words for a nation or a town end that stand right here: "the company | française | Quanta"."""
    while places := [hit.end for hit in sentence.by_start.get(end, ()) if hit.kind == "place"]:
        end = max(places)
    return end


def _is_owned(sentence: Sentence, hit: Hit) -> bool:
    """Whether "of" leads on from a noun that may point to somebody: "the former executive of Borealis" describes."""
    if hit.end - hit.start < 2 or hit.end >= len(sentence.tokens):
        return False
    return any(other.kind == "mark" and other.payload == "of" for other in sentence.by_start.get(hit.end, ()))


def _begins_post(sentence: Sentence, hit: Hit) -> bool:
    """Whether words of a field go on with a noun that may point to somebody: "o diretor | financeiro"."""
    return hit.end - hit.start > 1 and any(
        other.kind == "role" and other.payload.part == "head" and other.start < hit.end < other.end
        for other in sentence.by_start.get(hit.end - 1, ())
    )


def _is_of_phrase(sentence: Sentence, hit: Hit) -> bool:
    """Whether a pronoun only belongs to words of a time, or that there is something: "| il | y a trois ans"."""
    return any(
        other.start <= hit.start and hit.end < other.end
        for other in sentence.of_kinds(("existential", "relative_time"))
    )


def _has_verb_before(sentence: Sentence, start: int) -> bool:
    """Whether a pronoun may be where a verb leads: close behind it, or behind the post that it gives."""
    return any(0 <= start - hit.end <= _REACH for hit in sentence.of_kind("trigger"))


def _has_verb_near(sentence: Sentence, hit: Hit) -> bool:
    """Whether what is done "there" is told close by, before or behind: "rose there to the top", "dort stieg er auf"."""
    return any(
        0 <= hit.start - trigger.end <= _REACH_BACK or 0 <= trigger.start - hit.end <= _REACH
        for trigger in sentence.of_kind("trigger")
    )


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether a further class word and then a name follow: "the network | operator Lycamobile"."""
    more = [hit.end for hit in sentence.by_start.get(end, ()) if hit.kind == "company"]
    return bool(more) and any(m.start == max(more) and m.kind == "org" for m in sentence.mentions)


def _is(mention: Mention | None, kind: str) -> bool:
    return mention is not None and mention.kind == kind


def _is_named_next(sentence: Sentence, hit: Hit) -> bool:
    """Whether the people that a word counts are named right after it."""
    people = [m.start for m in sentence.mentions if m.kind == "person" and 0 <= m.start - hit.end <= 4]
    if not people:
        return False
    passed = sentence.covered_by("pronoun", "including", "relative", "copula", "title")
    between = range(hit.end, min(people))
    return all(index in passed or not sentence.tokens.surface[index][0].isalpha() for index in between)


def _before_post(sentence: Sentence, start: int) -> bool:
    """Whether a post follows within a few words: "its new chief scientist"."""
    return any(hit.payload.part == "head" and start <= hit.start <= start + 3 for hit in sentence.of_kind("role"))


def _stands_alone(sentence: Sentence, end: int) -> bool:
    """Whether a word that may be possessive or object is followed by no noun of its own, or by a noun of moving.

    "hired her from", "his departure": there it points to a person; "her company" leaves the person out of it.
    """
    tokens = sentence.tokens
    if end >= len(tokens) or not tokens.surface[end][0].isalpha():
        return True
    here = sentence.by_start.get(end, ())
    if any(hit.kind == "trigger" and hit.payload.noun for hit in here):
        return True
    return any(hit.kind in ("mark", "and", "relative", "copula", "negation", "also") for hit in here)


def _is_part_of_named(sentence: Sentence, hit: Hit) -> bool:
    """Whether a phrase is a team of an employer that is named with it: "led | the Gemini team | at Quanta"."""
    is_unit = any(other.kind == "unit" for other in sentence.ending(hit.end))
    if not is_unit and not is_team(sentence.tokens.folded[hit.end - 1]):
        return False
    following = [m for m in sentence.mentions if m.kind == "org" and not m.is_anaphor and m.start >= hit.end]
    owner = min(following, key=lambda mention: mention.start, default=None)
    if owner is None or owner.start - hit.end > _PART_REACH:
        return False
    between = range(hit.end, owner.start)
    if any(sentence.opens(index, ("trigger", "said", "break")) for index in between):
        return False
    return any(mark.kind == "mark" and mark.payload in ("of", "at") and mark.start in between for mark in sentence.hits)


_PART_REACH = 4


def _leads_to_field(sentence: Sentence, end: int) -> bool:
    """Whether a noun follows that "the Australian" only describes: "the Australian | business"."""
    return end < len(sentence.tokens) and sentence.tokens.folded[end] in _FIELDS_OF_POSTS


_FIELDS_OF_POSTS = frozenset({"business", "businesses", "operations", "market", "region"})


def _names_after_all(sentence: Sentence, end: int) -> bool:
    """Whether "the maker" goes on to a name of its own: "the maker of chips Quanta"."""
    return any(
        mention.kind == "org" and not mention.is_anaphor and end + 1 < mention.start <= end + 3
        for mention in sentence.mentions
    ) and any(hit.kind == "mark" and hit.payload == "of" for hit in sentence.by_start.get(end, ()))
