"""The embedded reader: offline, without a key, from an article to its claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from talentflow.languages import language_codes
from talentflow.model import Document, Reading
from talentflow.reader.careers.acceptance import Judge
from talentflow.reader.careers.career import candidates, compose
from talentflow.reader.cast.attribution import retold_outlet
from talentflow.reader.claims.employment import weigh_positions, weigh_posts
from talentflow.reader.claims.facts import read_facts
from talentflow.reader.claims.freshness import set_undated_back
from talentflow.reader.claims.hints import hints_of
from talentflow.reader.claims.last_look import calibrate, look_last
from talentflow.reader.claims.presenting import group_claim, move_claims, position_claims, without_taken
from talentflow.reader.claims.second_look import look_again
from talentflow.reader.claims.understanding import Understanding, understand
from talentflow.reader.events.counted import fill_counted
from talentflow.reader.events.drafts import Draft
from talentflow.reader.events.name_order import order_names
from talentflow.reader.events.posts_matched import match_posts
from talentflow.reader.names.gate import may_tell
from talentflow.reader.relations.answers import Answers, ask
from talentflow.reader.relations.tagged import tag_names
from talentflow.reader.words.fact_words import may_tell_facts
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Page, cut_page, find_phrases, make_page, searched_length
from talentflow.registry.loader import no_collection

NAME, QUICK_NAME = "embedded", "rules"
VERSION = "0.18.0"  # changes whenever the same text could be read otherwise: what was read by another is read again
# The confidence below which a reading is no claim; chosen on the practice articles.
THRESHOLD = 0.3


class EmbeddedReader:
    """Reads documents of every language that has a folder of data; others give an empty reading."""

    version = VERSION

    def __init__(
        self, *, without_registry_people: bool = False, min_confidence: float = 0.0, is_quick: bool = False
    ) -> None:
        """`without_registry_people` reads as if no person were listed, to measure names that nobody knows.

        `is_quick` reads by the rules alone, without the encoder: many times faster, and less is found.
        """
        self.name = QUICK_NAME if is_quick else NAME
        self._is_quick = is_quick
        self._with_people = not without_registry_people
        self._min_confidence = min_confidence

    def read(self, document: Document) -> Reading:
        """All claims of one document."""
        look = self.look(document)
        look.release()
        return look.reading

    @no_collection()  # what one article makes is thrown away as a whole: looking for garbage in it takes 7%
    def look(self, document: Document) -> Look:
        """All claims of one document, with the page and the drafts that they were made from."""
        code = language_of(document)
        if code is None:
            return Look(Reading(document.id, document.lang, self.name))
        page = cut_page(document, lexicon_for(code, self._with_people))
        nothing = Reading(document.id, document.lang, self.name, searched=searched_length(document))
        may_move = may_tell(page)
        # Once the characters of a script without spaces are joined to words the look beforehand no longer fits.
        may_state = may_tell_facts(page) if not may_move or page.language.spaceless else None
        if not may_move and not may_state:
            return Look(nothing, page)
        if may_move and not self._is_quick:
            tag_names(page)
        find_phrases(page)
        may_move = may_move and any(hit.kind == "trigger" for sentence in page.sentences for hit in sentence.hits)
        if may_move:
            least = max(THRESHOLD, self._min_confidence)
            reading, drafts = _understood(page, least, is_quick=self._is_quick)
            return Look(replace(reading, searched=nothing.searched), page, drafts)
        if may_tell_facts(page) if may_state is None else may_state:
            return Look(replace(nothing, facts=tuple(read_facts(understand(page), []))), page)
        return Look(nothing, page)


@dataclass(frozen=True, slots=True)
class Look:
    """What came of looking at a document: its claims, its page where its language is read, the drafts of its moves."""

    reading: Reading
    page: Page | None = None
    drafts: Sequence[Draft] = ()

    def release(self) -> None:
        """Part the sentences from what they mention, once only the reading is wanted: nothing is left to collect."""
        for sentence in self.page.sentences if self.page is not None else ():
            sentence.mentions = []  # they point back to it


def language_of(document: Document) -> str | None:
    """The code of the folder of data that reads a document, None where no folder does."""
    code = document.lang.split("-")[0].lower()
    return code if code in language_codes() else None


def read_page(page: Page, threshold: float = THRESHOLD, *, is_quick: bool = False) -> Reading:
    """All claims of a page whose phrases are found; `is_quick` by the rules alone."""
    return _understood(page, threshold, is_quick=is_quick)[0]


def _understood(page: Page, threshold: float, *, is_quick: bool) -> tuple[Reading, list[Draft]]:
    found = understand(page)
    answers = None if is_quick else ask(page, found.topic)
    of_posts = None if answers is None else answers.of_posts(page, found.ties, found.events)
    drafts = moves_of(found, threshold, answers)
    if of_posts is not None:
        weigh_posts(drafts, of_posts, found.ties)
    fill_counted(drafts, found.groups, page.sentences)
    match_posts(drafts, found.ties, page.sentences)
    set_undated_back(drafts, page.sentences, found.published)
    hints = [] if answers is None else hints_of(found, drafts, answers)
    order_names(page.language.code, found.ties, [*drafts, *hints])
    positions = position_claims(found, drafts)
    if of_posts is not None:
        positions = weigh_positions(positions, found, drafts, of_posts)
    positions = without_taken(positions, drafts)
    retold = retold_outlet(page)
    reading = Reading(
        document_id=page.document.id,
        lang=page.document.lang,
        reader=QUICK_NAME if is_quick else NAME,
        moves=move_claims(found, drafts, retold),
        positions=tuple(positions),
        groups=tuple(group_claim(page, group) for group in found.groups),
        facts=tuple(read_facts(found, drafts)),
        hints=move_claims(found, hints, retold),
        retold=None if retold is None else retold[0],
    )
    return reading, drafts


def moves_of(found: Understanding, threshold: float = THRESHOLD, answers: Answers | None = None) -> list[Draft]:
    """The moves that a page tells, by the rules and, where there are any, the encoder's `answers`."""
    ways = (found.events, found.ties, found.topic, found.places, threshold)
    if answers is None:
        return compose(*ways)
    drafts = compose(
        *ways, partial(look_again, found, answers, threshold), partial(look_last, found, answers, threshold)
    )
    calibrate(drafts)
    return drafts


def draft_candidates(document: Document, *, with_people: bool = True) -> tuple[list[Draft], Judge]:
    """All drafts of a document with their judge: what the acceptance model is learnt from."""
    found = understand(make_page(document, lexicon_for(document.lang, with_people)))
    return candidates(found.events, found.ties, found.topic, found.places)
