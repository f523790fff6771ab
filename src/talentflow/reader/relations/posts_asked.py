"""What the network is asked of the posts on a page: who holds or takes which, and where.

A *pair* is one question (a person with a sentence, see `questions`) and one post that this sentence names; for each
organization of the page the network weighs whether the person holds the post there, and whether they take it there.
What the rules made of the words goes beside them in figures: a tie they found, a post that an event gives.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

import numpy

from talentflow.reader.cast.scene import Event
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import Post, find_posts, is_vague
from talentflow.reader.relations.questions import Questions, Stretch
from talentflow.reader.words.page import Entity, Mention, Page, Sentence

MOST_PAIRS = 1_000  # bounds the memory of lists of hundreds
PAIR_NUMBERS, PLACE_NUMBERS, TIE_NUMBERS = 15, 8, 9


@dataclass(frozen=True, slots=True)
class PlacedPost:
    """A post where it stands; `stretch` are its characters in the text of the questions."""

    sentence: Sentence
    post: Post
    stretch: Stretch


@dataclass(slots=True, eq=False)
class PostsAsked:
    """The pairs of a page as arrays that go into the network beside those of its questions.

    `pairs` (k x 2) gives for each pair its question and its post, `pair_numbers` (k x 15) how the post stands to the
    person and what the rules made of both, `place_numbers` (k x m x 8) how it stands to each organization, and
    `tie_numbers` (n x m x 9) what the rules found between each question's person and each organization.
    """

    posts: list[PlacedPost]
    pairs: Any
    pair_numbers: Any
    place_numbers: Any
    tie_numbers: Any


def posts_asked(page: Page, questions: Questions, ties: list[Affiliation], events: list[Event]) -> PostsAsked:
    """The posts of the sentences that the questions ask about, each with whoever may hold it."""
    ahead = {"title": 0, "text": len(page.document.title) + 1}
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for number, sentence in enumerate(questions.sentences):
        by_sentence[id(sentence)].append(number)
    posts: list[PlacedPost] = []
    pairs: list[tuple[int, int]] = []
    told = _Told(ties, events)
    pair_numbers: list[list[float]] = []
    place_numbers: list[list[list[float]]] = []
    for sentence in {id(one): one for one in questions.sentences}.values():
        found = find_posts(sentence, page.language)
        if not found or len(pairs) >= MOST_PAIRS:
            continue
        around = _Around(sentence, found)
        tokens, first = sentence.tokens, ahead[sentence.field]
        for post in found:
            stretch = (first + tokens.start[post.start], first + tokens.end[post.end - 1])
            posts.append(PlacedPost(sentence, post, stretch))
            to_orgs = [around.to_organization(post, org) for org in questions.organizations]
            for number in by_sentence[id(sentence)]:
                person = questions.people[questions.whose[number]]
                pairs.append((number, len(posts) - 1))
                pair_numbers.append([*around.to_person(post, person), *told.of(person, post, sentence)])
                place_numbers.append([
                    [*near, *told.there(person, post, org)]
                    for near, org in zip(to_orgs, questions.organizations, strict=True)
                ])  # fmt: skip
    count = len(questions.organizations)
    return PostsAsked(
        posts,
        numpy.array(pairs, dtype=numpy.int64).reshape(-1, 2),
        numpy.array(pair_numbers, dtype=numpy.float32).reshape(-1, PAIR_NUMBERS),
        numpy.array(place_numbers, dtype=numpy.float32).reshape(-1, count, PLACE_NUMBERS),
        _tie_numbers(questions, ties, events),
    )


def _tie_numbers(questions: Questions, ties: list[Affiliation], events: list[Event]) -> Any:
    """What the rules found between each question's person and each organization, in its sentence and anywhere."""
    out = numpy.zeros((len(questions.whose), len(questions.organizations), TIE_NUMBERS), dtype=numpy.float32)
    places = {id(org): number for number, org in enumerate(questions.organizations)}
    mine: dict[int, list[int]] = defaultdict(list)
    for number, whose in enumerate(questions.whose):
        mine[id(questions.people[whose])].append(number)
    for tie in ties:
        place = places.get(id(tie.org))
        for number in mine.get(id(tie.person), ()) if place is not None else ():
            out[number, place, 0] = 1
            if questions.sentences[number] is tie.sentence:
                figures = (1, tie.strength / 2, tie.when == "past", tie.is_new, tie.post is not None, tie.by_event)
                out[number, place, 1:7] = numpy.maximum(out[number, place, 1:7], figures)
    for event in events:
        for figure, org in ((7, event.from_org), (8, event.to_org)):
            place = places.get(id(org))
            for number in mine.get(id(event.person), ()) if place is not None else ():
                if questions.sentences[number] is event.sentence:
                    out[number, place, figure] = 1
    return out


class _Told:
    """What the rules made of posts: the ties and the events that name one."""

    def __init__(self, ties: list[Affiliation], events: list[Event]) -> None:
        self._tied = {(id(tie.person), tie.post, id(tie.sentence)) for tie in ties}
        self._anywhere = {(id(tie.person), tie.post) for tie in ties}
        self._at: dict[tuple[int, str | None, int], tuple[bool, bool]] = {}
        for tie in ties:
            is_new, is_past = self._at.get((id(tie.person), tie.post, id(tie.org)), (False, False))
            self._at[id(tie.person), tie.post, id(tie.org)] = is_new or tie.is_new, is_past or tie.when == "past"
        self._taken = {(id(event.person), event.role_to) for event in events}
        self._left = {(id(event.person), event.role_from) for event in events}
        self._taken_at = {(id(event.person), event.role_to, id(event.to_org)) for event in events}
        self._left_at = {(id(event.person), event.role_from, id(event.from_org)) for event in events}

    def of(self, person: Entity, post: Post, sentence: Sentence) -> list[float]:
        """Six figures of a person and a post."""
        key = id(person), post.english
        figures = ((*key, id(sentence)) in self._tied, key in self._anywhere, key in self._taken, key in self._left)
        return [float(figure) for figure in (*figures, sentence.is_title, is_vague(post.english))]

    def there(self, person: Entity, post: Post, org: Entity) -> list[float]:
        """Five figures of a person, a post and an organization."""
        key = id(person), post.english, id(org)
        is_new, is_past = self._at.get(key, (False, False))
        figures = (key in self._at, is_new, is_past, key in self._taken_at, key in self._left_at)
        return [float(figure) for figure in figures]


class _Around:
    """How the names of a sentence stand to its posts."""

    def __init__(self, sentence: Sentence, posts: list[Post]) -> None:
        self._posts = posts
        self._people = [m for m in sentence.mentions if m.kind == "person" and m.entity is not None]
        self._orgs = [m for m in sentence.mentions if m.kind != "person" and m.entity is not None]

    def to_person(self, post: Post, person: Entity) -> list[float]:
        """Nine figures: where the person is named, how many names stand between, who and which post are nearest."""
        stands = _stands(post, person, self._people)
        own = [(mention.start, mention.end) for mention in self._people if mention.entity is person]
        gap = min((_gap(post, *place) for place in own), default=0)
        is_nearest_post = bool(own) and all(_gap(other, *place) >= gap for other in self._posts for place in own)
        kinds = (post.is_former, post.is_new, post.is_plural, post.is_led, post.is_taken)
        return [*stands, float(is_nearest_post), *(float(kind) for kind in kinds)]

    def to_organization(self, post: Post, org: Entity) -> list[float]:
        """Three figures: where the organization is named, how many names stand between, and whether it is nearest."""
        return _stands(post, org, self._orgs)


def _stands(post: Post, entity: Entity, mentions: list[Mention]) -> list[float]:
    """How a post stands to the nearest place that names an entity, as three figures; all 0 where none does.

    Whether it comes behind (1) or before (-1), one over the names of others that stand between and itself, and whether
    no other is named nearer.
    """
    own = [(mention.start, mention.end) for mention in mentions if mention.entity is entity]
    if not own:
        return [0.0, 0.0, 0.0]
    others = [(mention.start, mention.end) for mention in mentions if mention.entity is not entity]
    gap, start, end = min((_gap(post, *place), *place) for place in own)
    low, high = min(end, post.end), max(start, post.start)
    between = sum(low <= begin < high for begin, _ in others)
    is_nearest = all(_gap(post, *place) >= gap for place in others)
    return [1.0 if post.start >= end else -1.0, 1 / (1 + between), float(is_nearest)]


def _gap(post: Post, start: int, end: int) -> int:
    """The words between a post and a name, 0 where one lies in the other."""
    return max(0, post.start - end, start - post.end)
