"""Posts told behind an employer: "joins Quanta from Borealis, where she was head of research"."""

from __future__ import annotations

from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.page import Entity, Mention, Sentence

_REACH = 12
_PASSED = ("pronoun", "copula", "also", "current", "former", "determiner", "function", "perfect", "mark", "acting")


def held_where(sentence: Sentence, posts: list[Post], meant: Entity | None) -> list[Affiliation]:
    """The ties that a clause of place tells of the employer right before it; of whom the clause's subject means."""
    out: list[Affiliation] = []
    for hit in sentence.of_kind("where"):
        org = _employer_before(sentence, hit.start)
        if org is None or org.entity is None:
            continue
        person = _subject(sentence, org, hit.end, meant)
        post = _post_behind(sentence, posts, hit.end)
        if person is not None and post is not None:
            when = "current" if _is_told_now(sentence, hit.end, post.start) else "past"
            out.append(
                Affiliation(
                    person, org.entity, post.english, when, sentence, hit.start, post.end, 2.0, False, org.start
                )
            )
    return out


def _employer_before(sentence: Sentence, index: int) -> Mention | None:
    """The organization that a clause opens right behind, a comma aside."""
    if index and sentence.tokens.surface[index - 1] in ",،":
        index -= 1
    return next((m for m in sentence.mentions if m.kind == "org" and m.end == index), None)


def _subject(sentence: Sentence, org: Mention, index: int, meant: Entity | None) -> Entity | None:
    """Who worked there: a name in the clause, else the last one before the employer, else whom a pronoun means."""
    people = [m for m in sentence.mentions if m.kind == "person"]
    own = next((m for m in people if m.start == index), None)
    if own is not None and own.entity is not None and not own.is_anaphor:
        return own.entity
    before = [m.entity for m in people if m.end <= org.start and m.entity is not None and not m.is_anaphor]
    return before[-1] if before else meant


def _post_behind(sentence: Sentence, posts: list[Post], index: int) -> Post | None:
    """The first post of the clause, where nothing but its subject and a verb of being stands before it."""
    for post in posts:
        if index <= post.start <= index + _REACH:
            passed = sentence.covered_by(*_PASSED) | {i for m in sentence.mentions for i in range(m.start, m.end)}
            verbs = sentence.covered_by("copula") - sentence.covered_by("trigger")  # which tell of it themselves
            between = range(index, post.start)
            is_said = all(i in passed or i in verbs for i in between) and any(i in verbs for i in between)
            return post if is_said else None
    return None


def _is_told_now(sentence: Sentence, low: int, high: int) -> bool:
    """Whether the clause says that the post is held today: "where she | is | a director"."""
    return not any(hit.kind == "was" and low <= hit.start < high for hit in sentence.hits) and any(
        hit.kind == "copula" and low <= hit.start < high for hit in sentence.hits
    )
