"""The ends of an event: which of the organizations placed for them it gets, and which others its sentence names."""

from __future__ import annotations

from talentflow.model import notes
from talentflow.reader.cast.asides import in_company_bracket
from talentflow.reader.cast.pointing import left_for
from talentflow.reader.cast.scene import Event, Reading, comes_back
from talentflow.reader.cast.told_behind import bracket_around, is_in_other_attribute, only_adds
from talentflow.reader.events.ends import is_passed, tells_of_arrival
from talentflow.reader.words.listed import networks
from talentflow.reader.words.page import Entity, Mention
from talentflow.reader.words.phrases import Hit


def give_slots(event: Event, slots: dict[str, tuple[float, Mention, Entity]], reading: Reading) -> None:
    """Gives an event the organizations that were placed for its ends."""
    for slot, (score, mention, org) in slots.items():
        is_former = mention.mark_word == "company_former"
        is_back = is_former or comes_back(event)
        if (
            slot == "to" and not is_back and event.yields in ("appoint", "join", "offer")
            and _was_employer(reading, org, event.person)
        ):  # fmt: skip
            continue
        if slot == "from":
            event.from_org, event.from_score, event.from_meant = org, score, mention.entity is None
        else:
            if mention.mark_word == "post_noun":  # whose post it is, so far as that is known
                known = [*((tie.person, tie.org) for tie in reading.affiliations), *reading.context.employers]
                org = next((own for person, own in known if person is event.person and own is not None), org)
                event.to_post = True
            event.to_org, event.to_score, event.to_meant = org, score, mention.entity is None
            event.to_former = is_former
            if mention.entity is None and event.yields in ("found", "join"):
                event.not_to = left_for(reading, mention)
        form = notes.FROM_PLACED if slot == "from" else notes.TO_PLACED
        event.notes.append(notes.note(form, mention=mention.surface, score=f"{score:.1f}"))


def go_to_doer(reading: Reading, event: Event) -> None:
    """Where somebody goes whom a person hires and no word says where to: the employer of that person, or their own.

    Else it is whom the rest of the sentence names, or the paragraph names most.
    """
    known = [*reading.context.works, *((t.person, t.org) for t in reading.affiliations if t.when == "current")]
    of_doer = [org for who, org in known if org is not None and any(who is doer for doer in reading.doers)]
    of_mover = [org for who, org in known if org is not None and who is event.person]
    named = [m.entity for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    told = reading.context.of_paragraph
    # of equals the one that the article is more about, else the last
    often = sorted(dict.fromkeys(reversed(told)), key=lambda org: (-told.count(org), -org.share))
    choice = [*of_doer[-1:], *of_mover[-1:], *named, *often]
    goal = next((org for org in choice if org is not event.from_org and not org.is_media), None)
    if goal is not None:
        event.to_org, event.to_score, event.to_meant, event.to_of_doer = goal, _OF_DOER, True, True


_OF_DOER = 2.0  # how well the employer of whoever hires is placed


def _was_employer(reading: Reading, org: Entity, person: Entity) -> bool:
    """Whether the sentence calls the organization a former employer of the person, or names it only as another's."""
    told = [tie for tie in reading.affiliations if tie.org is org and tie.when == "past"]
    is_named_once = sum(m.entity is org for m in reading.sentence.mentions) == 1
    return any(tie.person is person for tie in told) or (bool(told) and is_named_once)


def organizations_beside(reading: Reading, hit: Hit, person: Entity) -> tuple[Entity, ...]:
    """The organizations of this sentence, the nearest to the trigger first, but for those told of others alone."""
    mentions = [m for m in reading.sentence.mentions if m.kind == "org" and m.entity is not None and m.entity.name]
    mentions = [m for m in mentions if not _is_of_other(reading, hit, m, person)]
    mentions = [m for m in mentions if in_company_bracket(reading.sentence, m.start) is None]
    mentions = [m for m in mentions if not tells_of_arrival(reading, hit, m) and not _is_next_goal(reading, hit, m)]
    mentions = [m for m in mentions if not is_passed(reading, hit, m)]
    topic = reading.context.topic
    mentions = [m for m in mentions if m.mark != "at" or m.entity is topic or not _is_network(m)]  # "adieux sur X"
    mentions.sort(key=lambda m: abs(m.start - hit.start))
    return tuple(dict.fromkeys(m.entity for m in mentions if m.entity is not None and not m.entity.is_media))[:3]


def _is_of_other(reading: Reading, hit: Hit, mention: Mention, person: Entity) -> bool:
    """Whether a relative clause tells of another person what is done there: "X, who goes to A, and Y, who founds B"."""
    sentence = reading.sentence
    if is_in_other_attribute(sentence, hit.start, mention.start):
        return True
    around = bracket_around(sentence, mention.start)
    if around is not None and not around[0] < hit.start < around[1] and not only_adds(reading, around[0]):
        return True
    return any(
        start < mention.start < end
        and not start < hit.start < end
        and any(start < other.start < end for other in reading.triggers)
        and any(m.kind == "person" and m.end == start and m.entity is not person for m in sentence.mentions)
        for start, end in reading.asides
    )


def _is_next_goal(reading: Reading, hit: Hit, mention: Mention) -> bool:
    """Whether a verb outside an aside leads to an organization that the verb inside it cannot mean.

    "X, who joined from Borealis in April, left to join | Quanta".
    """
    return mention.mark == "toward" and any(
        start < hit.start < end <= mention.start
        and any(end <= other.start and other.start <= mention.mark_at for other in reading.triggers)
        for start, end in reading.asides
    )


def _is_network(mention: Mention) -> bool:
    return mention.entity is not None and mention.entity.id in networks()


def organizations_before(reading: Reading) -> tuple[Entity, ...]:
    """The organizations of the sentences shortly before, nearest first."""
    number = reading.sentence.number
    before = [entity for place, entity in reversed(reading.context.recent) if number - place <= 3]
    return tuple(dict.fromkeys(entity for entity in before if not entity.is_media))[:4]
