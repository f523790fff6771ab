"""Items of a digest: whoever only one paragraph names works where it says, and not where the article is about.

"Borealis Bank also has a new face: on 6 April the bank said ... Until then the deputy chair, Ada Moreno, stands in."
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from talentflow.reader.cast.scene import Context, Event
from talentflow.reader.events.drafts import Draft, same_org
from talentflow.reader.words.page import Entity, Page
from talentflow.text.fold import fold

_MOST = 0.95

Places = dict[int, set[tuple[str, int]]]


def paragraphs_of_people(page: Page) -> Places:
    """In which paragraphs each person is named, by their identity."""
    out: Places = {}
    for sentence in page.sentences:
        for mention in sentence.mentions:
            if mention.kind == "person" and mention.entity is not None:
                out.setdefault(id(mention.entity), set()).add((sentence.field, sentence.paragraph))
    return out


def employer_of_item(
    event: Event, told: Sequence[Event], context: Context, places: Places, words: Collection[str]
) -> Entity | None:
    """The employer that a paragraph has named before somebody who stands in no other one; None where it is not plain.

    It is not where the paragraph names the article's own subject as well, or the sentence another employer, and only
    where all that the paragraph has told of changes is of that one. `told` are the events so far, `words` those in
    which names of employers end.
    """
    topic, sentence = context.topic, event.sentence
    if topic is None or sentence.is_title or places.get(id(event.person)) != {(sentence.field, sentence.paragraph)}:
        return None
    if any(m.kind == "org" and m.entity is not None and not m.entity.is_media for m in sentence.mentions):
        return None
    named = [org for org in context.of_paragraph if not org.is_media and (org.listed or _has_class_word(org, words))]
    own = context.last_org
    if own not in named or any(same_org(org, topic) for org in context.of_paragraph):
        return None
    before = [other for other in told if _is_before(other, event)]
    if any(_only_passes(other, event, own) for other in before):
        return None
    ends = [org for other in before for org in (other.from_org, other.to_org)]
    # "Berg leaves Quanta for Borealis. The lawyer, Ada Moreno, ...": whose lawyer is not plain
    return own if any(ends) and all(org is None or org is own for org in ends) else None


def _is_before(other: Event, event: Event) -> bool:
    one, two = other.sentence, event.sentence
    return (one.field, one.paragraph) == (two.field, two.paragraph) and one.number < two.number


def _only_passes(other: Event, event: Event, own: Entity) -> bool:
    """Whether an employer is only where somebody else went, or came from: "joined Quanta. | Berg has left as well"."""
    if other.person is event.person or other.yields in _POSTED:
        return False
    if event.yields in _POSTED:
        return other.from_org is own and other.yields != "leave"  # who only leaves has worked in the item's house
    return other.to_org is own


_POSTED = ("appoint", "change", "stay")


def _has_class_word(org: Entity, words: Collection[str]) -> bool:
    """Whether a name that nobody has listed is plainly an employer's: "中原|银行"."""
    return any(fold(surface).endswith(word) for surface in org.surfaces for word in words)


def keep_to_items(drafts: list[Draft], topic: Entity | None) -> None:
    """Gives what speaks for the article's subject as an end to the employer that the item has named."""
    if topic is None:
        return
    for draft in drafts:
        own = draft.event.of_item
        if own is None or len(draft.events) > 1 or draft.event.stays is not None or not _ends_at(draft, topic):
            continue
        if any(tie != "none" and " post " not in tie for tie in draft.known):
            continue  # the article says where the person works
        ends = [own if org is topic else org for org in (draft.from_org, draft.to_org)]
        twin = next(
            (other for other in drafts if other.event is draft.event and len(other.events) == 1
             and other.kind == draft.kind and [other.from_org, other.to_org] == ends),
            None,
        )  # fmt: skip
        if twin is not None:
            twin.confidence, draft.confidence = (
                max(twin.confidence, min(_MOST, twin.confidence + draft.confidence)),
                min(twin.confidence, draft.confidence),
            )


def _ends_at(draft: Draft, topic: Entity) -> bool:
    return (draft.from_org is topic and draft.from_source != "given") or (
        draft.to_org is topic and draft.to_source != "given"
    )
