"""The chosen moves settled with one another: a successor takes a post over, founders share theirs and came before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from talentflow.model import notes
from talentflow.reader.cast.scene import Event
from talentflow.reader.events.drafts import TOLD, Draft, same_org
from talentflow.reader.events.posts_left import is_calling
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.posts.posts import LEADERS, is_vague, sharper
from talentflow.reader.words.page import Entity
from talentflow.text.fold import fold

SUCCEEDING = ("replace", "succeeded_by")
_TAKING = ("become", "promote", "appoint", *SUCCEEDING)
_OBJECT_REACH = 8
_TOLD_BY_VERB = 1.6
_NEAR = 2  # sentences between the news that somebody goes and who comes instead
_VACANT = 3  # sentences between a post that somebody leaves and who takes it
_BESIDE = 8  # words from founding to whom it was done with
_COMING = ("join", "move", "return")
_SAID = ("given", "left given", "meant")
_LEAVING = ("leave", "move", "change", "absence", "found")


def settle_posts(drafts: list[Draft], events: list[Event], ties: list[Affiliation]) -> list[Draft]:
    """The drafts, with the posts that only other moves, events and ties of the article tell.

    Whom somebody succeeds held that post: such ties are added to `ties`.
    """
    for draft in drafts:
        if draft.kind == "found" and "founder" not in (draft.role_to or ""):
            draft.role_to = (
                "founder"  # an engineer who founds is an engineer no more, and who leads it founded it first
            )
        if draft.kind == "found" and draft.role_to in (None, "founder") and _is_one_of_several(draft, drafts, ties):
            draft.role_to = "co-founder"
    own = {id(draft): [tie for tie in ties if tie.person is draft.person and tie.post] for draft in drafts}
    succeeding = [event for event in events if event.trigger.event in SUCCEEDING and not event.rank]
    for draft in drafts:
        if draft.kind == "change":
            _settle_change(draft, own[id(draft)])
        if draft.role_from is not None and is_vague(draft.role_from):
            _prefer_exact(draft, own[id(draft)])
        if draft.to_org is not None and is_vague(draft.role_to) and draft.kind != "found":
            _take_new(draft, own[id(draft)])
            told = None if draft.is_background else _post_taken(draft, drafts, events)
            draft.role_to = sharper(draft.role_to, told or _post_hired_for(draft, own[id(draft)]))
        for event in succeeding:
            if event.person is draft.person and draft.to_org is not None:
                _take_over(draft, event, own[id(draft)], drafts, ties)
                ties.extend(_held_before(draft, event, drafts, ties))
    for draft in drafts:
        if is_vague(draft.role_to) and draft.event.trigger.event in _TAKING and not draft.is_background:
            draft.role_to = _post_vacated(draft, drafts) or draft.role_to
        if draft.kind in _LEAVING and is_calling(draft.role_from):
            draft.role_from = _post_of_founder(draft, drafts) or draft.role_from
    return drafts


def _post_of_founder(draft: Draft, drafts: list[Draft]) -> str | None:
    """What somebody was who leaves what the article says they founded."""
    return next(
        (
            other.role_to
            for other in drafts
            if other is not draft and other.kind == "found" and other.person is draft.person
            and other.status == "done" and same_org(other.to_org, draft.from_org)
        ),
        None,
    )  # fmt: skip


def follow_on(drafts: list[Draft]) -> list[Draft]:
    """The drafts, whoever came somewhere before in one sentence going on from there: "went to A in 2010 and B in 2018".

    Where from was only guessed gives way to where the verb before leads.
    """
    for draft in drafts:
        if draft.kind not in ("move", "join") or draft.from_source in _SAID or draft.from_source == TOLD:
            continue
        before = [other for other in drafts if _leads_to(other, draft)]
        if before:
            last = max(before, key=lambda other: other.event.start)
            if not same_org(last.to_org, draft.from_org):
                draft.from_org, draft.from_source, draft.kind = last.to_org, "career", "move"
                draft.role_from = last.role_to
    return drafts


def _leads_to(other: Draft, draft: Draft) -> bool:
    """Whether a move of the same sentence is the step before: told first, or in an aside, and not of a later day."""
    one, two = other.event, draft.event
    if other is draft or other.person is not draft.person or other.kind not in ("move", "join"):
        return False
    if one.sentence is not two.sentence or one.start >= two.start or other.status != "done":
        return False
    if one.trigger.noun or two.trigger.noun or other.to_source != "given" or same_org(other.to_org, draft.to_org):
        return False
    if other.to_org is None or other.to_org.name is None or draft.event.trigger.event not in _COMING:
        return False
    if any(start < two.start < end and not start < one.start < end for start, end in two.sentence.asides or ()):
        return False  # "joins A, which she leaves B for"
    return other.date is None or draft.date is None or other.date <= draft.date


def set_back(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a founding without a day as past where the founder now leaves what was founded.

    "Three who helped to found Quanta go back to Borealis": the news is that they leave.
    """
    for draft in drafts:
        if draft.kind == "found" and draft.date is None and not draft.is_background:
            draft.is_background = any(
                other.person is draft.person and not other.is_background and same_org(other.from_org, draft.to_org)
                for other in drafts
                if other is not draft
            )
    return drafts


def leave_unshared(drafts: list[Draft]) -> list[Draft]:
    """The drafts, whoever goes to one of several employers as leaving: "A, B and C moved to D and E respectively"."""
    out: list[Draft] = []
    for draft in drafts:
        if draft.kind in ("move", "join") and draft.event.is_unshared:
            if draft.from_org is None:
                continue
            draft.kind, draft.to_org, draft.to_source, draft.role_to = "leave", None, "none", None
            draft.notes.append(notes.note(notes.UNSHARED))
        out.append(draft)
    return out


def keep_on(drafts: list[Draft]) -> list[Draft]:
    """The drafts, a leaving as a new post where the article says in which one the person stays with the employer.

    "Moreno is no longer chief executive of Borealis. She will stay with the company as its chair."
    """
    for draft in drafts:
        stay = next((event.stays for event in draft.events if _stays_in_post(draft, event.stays)), None)
        if draft.kind != "leave" or stay is None or draft.how is not None:
            continue
        if any(other.person is draft.person and same_org(other.to_org, draft.from_org) for other in drafts):
            continue
        draft.kind, draft.to_org, draft.to_source = "change", draft.from_org, "same"
        draft.role_to = draft.role_to or stay.role_from or stay.role_to
        draft.notes.append(notes.note(notes.OTHER_POST))
    return drafts


def _stays_in_post(draft: Draft, stay: Event | None) -> bool:
    """Whether somebody stays with the employer left, in a post that is not the one given up."""
    if stay is None or stay.role_from is None or stay.role_from == draft.role_from:
        return False
    if stay.from_org is None:
        orgs = [m.entity for m in stay.sentence.mentions if m.kind == "org" and m.entity is not None]
        is_near = stay.sentence.number - draft.event.sentence.number in (0, 1)
        return draft.from_org is not None and is_near and all(same_org(org, draft.from_org) for org in orgs)
    return same_org(stay.from_org, draft.from_org)


def _is_one_of_several(draft: Draft, drafts: list[Draft], ties: list[Affiliation]) -> bool:
    """Whether others founded it too, or the article calls the person a co-founder."""
    if any(
        other.kind == "found" and other.person is not draft.person and same_org(other.to_org, draft.to_org)
        for other in drafts
    ):
        return True
    founding = [event for event in draft.events if event.yields == "found"]
    if any(_says_with_whom(event) or _says_with_others(event) for event in founding):
        return True
    return any(
        tie.person is draft.person and tie.post == "co-founder" and (tie.org is None or same_org(tie.org, draft.to_org))
        for tie in ties
    )


def _says_with_others(event: Event) -> bool:
    """Whether the words of a founding themselves say that there were others: "cofundó", "helped to found"."""
    if event.reading is None:
        return False
    form, pieces = fold(event.trigger.label), event.reading.lexicon.language.cofounding
    before = event.sentence.tokens.folded[max(0, event.start - _HELPED) : event.start]  # "ayudó a | fundar"
    whole = tuple(piece for piece in pieces if len(piece) >= _WHOLE)
    return any(piece in form for piece in pieces) or any(word.startswith(whole) for word in before if whole)


_HELPED = 3  # words
_WHOLE = 4  # letters: a piece that long says it outside the form too


def _says_with_whom(event: Event) -> bool:
    """Whether the verb of founding goes on with somebody else: "founded the firm | together with X"."""
    sentence = event.sentence
    people = [m.start for m in sentence.mentions if m.kind == "person" and m.entity is not event.person]
    return any(
        event.end <= hit.start <= event.end + _BESIDE and any(hit.end <= start <= hit.end + _BESIDE for start in people)
        for hit in sentence.of_kind("together")
    )


def _take_over(
    draft: Draft, event: Event, own: list[Affiliation], drafts: list[Draft], ties: list[Affiliation]
) -> None:
    """Gives a successor the post of whom they succeed, or that one the post that the successor takes."""
    held = {tie.post for tie in own if tie.sentence is event.sentence and not tie.is_new}
    for person in _predecessors(draft, event, drafts):
        gone = [
            other for other in drafts
            if other.person is person and other.kind in _LEAVING and same_org(other.from_org, draft.to_org)
        ]  # fmt: skip
        if draft.role_to is None or draft.role_to in held:
            post = next(_posts_of(person, draft.to_org, gone, ties), None)
            if post is not None and post != draft.role_from:
                draft.role_to = post
        elif draft.role_to is not None:
            for other in gone:
                is_open = other.role_from is None or other.role_from in LEADERS
                if is_open and draft.role_to != other.role_to:
                    other.role_from = draft.role_to
        if gone or draft.role_to is not None:
            return


def _held_before(draft: Draft, event: Event, drafts: list[Draft], ties: list[Affiliation]) -> Iterator[Affiliation]:
    """That whom somebody succeeds held the post, where nothing else of the article tells of them there."""
    is_before = event.trigger.event == "succeeded_by"
    for mention in event.sentence.mentions:
        person = mention.entity
        if mention.kind != "person" or person is None or mention.is_anaphor or person is draft.person:
            continue
        if (mention.end <= event.start) != is_before or abs(mention.start - event.end) > _OBJECT_REACH:
            continue
        known = any(tie.person is person and same_org(tie.org, draft.to_org) for tie in ties)
        known = known or any(other.person is person and same_org(other.to_org, draft.to_org) for other in drafts)
        told = any(other.person is person and other.role_from is not None for other in drafts)
        if not known and not told and draft.role_to is not None:
            yield Affiliation(
                person, draft.to_org, draft.role_to, "past", event.sentence, event.start, event.end, _TOLD_BY_VERB,
                person_at=mention.start,
            )  # fmt: skip
        return


def _predecessors(draft: Draft, event: Event, drafts: list[Draft]) -> Iterator[Entity]:
    """Whom somebody may succeed: who else the sentence names, the nearest to the verb first, or who has just gone."""
    fellows = {id(other.person) for other in drafts if event.sentence in [e.sentence for e in other.events]
               and any(e.start == event.start for e in other.events)}  # fmt: skip
    named = [
        mention for mention in event.sentence.mentions
        if mention.kind == "person" and mention.entity is not None and id(mention.entity) not in fellows
    ]  # fmt: skip
    named.sort(key=lambda mention: abs(mention.start - event.start))
    seen = {id(draft.person)}
    for mention in named:
        if mention.entity is not None and id(mention.entity) not in seen:
            seen.add(id(mention.entity))
            yield mention.entity
    number = event.sentence.number
    for other in drafts:
        near = any(0 <= number - e.sentence.number <= _NEAR for e in other.events)
        if near and other.kind in _LEAVING and id(other.person) not in seen:
            seen.add(id(other.person))
            yield other.person


def _posts_of(person: Entity, org: Entity | None, gone: list[Draft], ties: Iterable[Affiliation]) -> Iterator[str]:
    """The posts that somebody held at an employer, as they are told of them."""
    for draft in gone:
        if draft.role_from is not None:
            yield draft.role_from
    held = [tie for tie in ties if tie.person is person and tie.post and not tie.is_new]
    for tie in held:
        if tie.post is not None and same_org(tie.org, org):
            yield tie.post
    for tie in held:
        if tie.post is not None and tie.org is None:
            yield tie.post


def _settle_change(draft: Draft, own: list[Affiliation]) -> None:
    """The post that somebody had until a promotion: told beside the name, often without the employer."""
    sentences = [event.sentence for event in draft.events]
    held = [tie for tie in own if not tie.is_new and not tie.by_event]
    here = [tie.post for tie in held if tie.sentence in sentences and tie.org in (None, draft.from_org)]
    if draft.role_to in here and draft.role_from in (None, draft.role_to):
        draft.role_from, draft.role_to = draft.role_to, None  # what stands beside the name is what they were
    if draft.role_from is None:
        there = [tie.post for tie in held if same_org(tie.org, draft.from_org)]
        draft.role_from = next((post for post in (*here, *there) if post != draft.role_to), None)


def _prefer_exact(draft: Draft, own: list[Affiliation]) -> None:
    """Whoever leaves as "co-founder and chief executive" leaves the post rather than the founding."""
    for tie in own:
        if not tie.is_new and tie.post != draft.role_to and (tie.org is None or same_org(tie.org, draft.from_org)):
            exact = sharper(draft.role_from, tie.post)
            if exact != draft.role_from:
                draft.role_from = exact
                return


def _take_new(draft: Draft, own: list[Affiliation]) -> None:
    """The post that the article calls new beside the name: "its new commercial director, Ada Moreno"."""
    for tie in own:
        if draft.is_background and all(event.sentence is not tie.sentence for event in draft.events):
            continue  # what is new today was not taken years ago
        if tie.is_new and (tie.org is None or same_org(tie.org, draft.to_org)) and tie.post != draft.role_from:
            draft.role_to = sharper(draft.role_to, tie.post)
            return


def _post_taken(draft: Draft, drafts: list[Draft], events: list[Event]) -> str | None:
    """The post that other words than those of the move give whoever comes: "he will be chair of research"."""
    used = {id(event) for other in drafts for event in other.events}
    told = [
        event.role_to for event in events
        if event.person is draft.person and id(event) not in used and event.yields in ("appoint", "join")
        and not event.is_background and not event.rank
        and (event.to_org is None or same_org(event.to_org, draft.to_org))
    ]  # fmt: skip
    return next((post for post in told if not is_vague(post)), None)


def _post_hired_for(draft: Draft, own: list[Affiliation]) -> str | None:
    """The only post that the article gives whoever was hired at the new employer: what they were hired for."""
    if draft.event.trigger.event != "hire":
        return None
    held = {
        tie.post for tie in own if not is_vague(tie.post) and tie.org is not None and same_org(tie.org, draft.to_org)
    }
    return next(iter(held)) if len(held) == 1 else None


def _post_vacated(draft: Draft, drafts: list[Draft]) -> str | None:
    """The post that somebody else leaves at the employer whose post is taken, told close by."""
    number = draft.event.sentence.number
    near = [
        other for other in drafts
        if other.person is not draft.person and other.kind in _LEAVING and not is_vague(other.role_from)
        and same_org(other.from_org, draft.to_org) and abs(other.event.sentence.number - number) <= _VACANT
    ]  # fmt: skip
    return near[0].role_from if len({other.role_from for other in near}) == 1 else None
