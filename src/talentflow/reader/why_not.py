"""Why a sentence gave no claim: what was found in it, which readings it has, and what spoke against them."""

from __future__ import annotations

from dataclasses import dataclass

from talentflow.model import DataError, Document
from talentflow.model.notes import BESIDE_RIVALS, ENCODER, read_note
from talentflow.reader.careers.acceptance import Judge, features
from talentflow.reader.careers.career import candidates, choose
from talentflow.reader.claims.last_look import look_last
from talentflow.reader.claims.second_look import look_again
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import THRESHOLD, language_of
from talentflow.reader.events.drafts import TOLD, Draft
from talentflow.reader.learnt.weights import load_weights
from talentflow.reader.names.gate import may_tell
from talentflow.reader.relations.answers import ask
from talentflow.reader.relations.tagged import tag_names
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Entity, Page, Sentence, cut_page, find_phrases
from talentflow.text.fold import fold

_MOST_READINGS = 3  # the likeliest: the rest says nothing new
_MOST_REASONS = 4


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence of the article and what is to be said of it, line by line."""

    sentence: str
    lines: tuple[str, ...]


def why_not(
    document: Document, words: str, *, with_people: bool = True, threshold: float = THRESHOLD, is_quick: bool = False
) -> list[Answer]:
    """What became of each sentence of a document in which `words` stand, however they are written.

    Raises DataError where no sentence has them, or where the document's language has no folder of data.
    """
    where = document.origin or document.id
    code = language_of(document)
    if code is None:
        raise DataError(f"{where}: no folder of data reads its language ({document.lang}). See: talentflow languages")
    page = cut_page(document, lexicon_for(code, with_people))
    wanted = " ".join(fold(words).split())
    asked = [s for s in page.sentences if wanted and wanted in " ".join(fold(_text_of(page, s)).split())]
    if not asked:
        raise DataError(f"{where}: no sentence has the words {words!r}. Copy some words of one sentence.")
    if not may_tell(page):
        line = "the article names no change of employer together with a person: it is passed over unread"
        return [Answer(_text_of(page, sentence), (line,)) for sentence in asked]
    if not is_quick:
        tag_names(page)
    find_phrases(page)
    found = understand(page)
    drafts, judge = candidates(found.events, found.ties, found.topic, found.places)
    judge.judge(drafts)
    answers = None if is_quick else ask(page, found.topic)
    if answers is not None:
        drafts = look_last(found, answers, 0.0, look_again(found, answers, 0.0, drafts))
    chosen = choose(drafts, threshold)
    return [
        Answer(_text_of(page, sentence), tuple(_told_of(sentence, drafts, chosen, judge, threshold)))
        for sentence in asked
    ]


def _text_of(page: Page, sentence: Sentence) -> str:
    return page.document.span(sentence.field, sentence.start, sentence.end).quote


def _told_of(sentence: Sentence, drafts: list[Draft], chosen: list[Draft], judge: Judge, threshold: float) -> list[str]:
    triggers = [
        f"“{_words(sentence, hit.start, hit.end)}” ({hit.payload.event})"
        for hit in sentence.of_kind("trigger")
        if hit.payload.event != "none"
    ]
    people = _names(sentence, "person")
    lines = [
        f"words that tell of a change: {', '.join(triggers) or 'none that this language’s data knows'}",
        f"people: {', '.join(people) or 'none found'}",
        f"organizations: {', '.join(_names(sentence, 'org')) or 'none found'}",
    ]
    own = [draft for draft in drafts if any(event.sentence is sentence for event in draft.events)]
    own.sort(key=lambda draft: -draft.confidence)
    if not own:
        if triggers and people:
            lines.append("nobody named here can be the one of whom the words tell")
        return lines
    for draft in own[:_MOST_READINGS]:
        lines.append(f"{_said(draft)}, sure to {draft.confidence:.2f}: {_fate(draft, chosen, threshold)}")
        if draft.confidence < threshold:
            lines.append(f"  against it: {_against(draft, judge)}")
    if len(own) > _MOST_READINGS:
        lines.append(f"and {len(own) - _MOST_READINGS} less likely")
    return lines


def _words(sentence: Sentence, start: int, end: int) -> str:
    tokens = sentence.tokens
    return tokens.text[tokens.start[start] : tokens.end[end - 1]]


def _names(sentence: Sentence, kind: str) -> list[str]:
    entities = [m.entity for m in sentence.mentions if m.kind == kind and m.entity is not None]
    return list(dict.fromkeys(_name(entity) for entity in entities))


def _name(entity: Entity | None) -> str:
    return "?" if entity is None else entity.name or entity.mention


def _said(draft: Draft) -> str:
    return f"{_name(draft.person)}: {_name(draft.from_org)} -> {_name(draft.to_org)}, {draft.kind}"


def _fate(draft: Draft, chosen: list[Draft], threshold: float) -> str:
    if any(draft is other for other in chosen):
        return "a claim"
    if draft.confidence < threshold:
        return f"no claim, {threshold:.2f} is asked"
    own = {id(event) for event in draft.events}
    rival = next((other for other in chosen if any(id(event) in own for event in other.events)), None)
    rival = rival or next((other for other in chosen if other.person is draft.person), None)
    if rival is not None and _said(rival) == _said(draft):
        return "a claim, together with another sentence"
    if rival is None:
        return "no claim, the same words tell of somebody else, or of a grave step too unsurely"
    return f"no claim, a likelier reading stands: {_said(rival)} ({rival.confidence:.2f})"


def _against(draft: Draft, judge: Judge) -> str:
    """The features that weigh most against a reading, with their weights, and what else is said of it."""
    said = [note for note in draft.notes if (read_note(note) or ("",))[0] in (ENCODER, BESIDE_RIVALS)]
    if draft.from_source == TOLD:
        return "; ".join(said)
    weights = load_weights()[1]
    parts = [(weights.get(name, 0.0) * value, name) for name, value in features(draft, judge).items()]
    worst = sorted(part for part in parts if part[0] < 0)[:_MOST_REASONS]
    own = ", ".join(f"{name} ({weight:+.1f})" for weight, name in worst) or "nothing in particular"
    return "; ".join([own, *said])
