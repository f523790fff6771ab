"""What an article, or an item of one, is about: its employer, the employers named next most, and its person."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from talentflow.reader.words.listed import networks
from talentflow.reader.words.page import Entity, Mention, Sentence

_LEAD = 4  # the sentences that tell what an article is about
_RIVAL = 0.5  # of the naming of the person named most
_MAIN_SHARE = 0.3  # of the article's naming of people
_NETWORK_SHARE = 0.2  # of the article's naming of organizations
_LEAST = 2.0  # the weight from which on an article is about an organization


@dataclass(frozen=True, slots=True)
class About:
    """What some sentences are about; `shares` are those of the naming of organizations, by their identity."""

    topic: Entity | None = None
    seconds: tuple[Entity, ...] = ()
    main: Entity | None = None
    rivals: tuple[Entity, ...] = ()
    organizations: tuple[Entity, ...] = ()
    shares: dict[int, float] = field(default_factory=dict)


def about(sentences: Sequence[Sentence], *, head_final: bool) -> About:
    """What the sentences of an article, or of an item of one, are about."""
    first = next((sentence.number for sentence in sentences), 0)
    weight: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            entity = mention.entity
            if mention.kind != "org" or entity is None or entity.name is None or mention.is_anaphor:
                continue
            if head_final and _is_other_name(sentence, mention):
                continue
            place = _place(sentence, first)
            value = 0.4 * place if entity.is_media or entity.id.startswith("org:?") else place
            if mention.owner or mention.mark not in ("", "of", "subject") or mention.apposed_to is not None:
                value *= 0.6  # the sentence is about something else, and only mentions it
            weight[id(entity)] = weight.get(id(entity), 0.0) + value
            entities[id(entity)] = entity
    total = sum(weight.values())
    shares = {key: value / total for key, value in weight.items()}
    best = max(weight, key=lambda key: weight[key], default=None)
    topic = entities[best] if best is not None and weight[best] >= _LEAST else None
    main, rivals = _protagonists(sentences, first)
    return About(topic, _seconds(entities.values(), shares, topic), main, rivals, tuple(entities.values()), shares)


def _place(sentence: Sentence, first: int) -> float:
    """How much the title and the lead count more than the rest."""
    return 3.0 if sentence.is_title else 2.0 if sentence.number - first < _LEAD else 1.0


def _is_other_name(sentence: Sentence, mention: Mention) -> bool:
    """Whether a bracket only gives another name of whom the words before it name: "Quanta Labs (QL)"."""
    return any(
        m.kind == "org" and m.entity is mention.entity and m.end == mention.start - 1 for m in sentence.mentions
    ) and sentence.tokens.surface[mention.start - 1] in ("(", "（")


def _protagonists(sentences: Sequence[Sentence], first: int) -> tuple[Entity | None, tuple[Entity, ...]]:
    """The person named most, the title and the lead counting more; and their rivals."""
    weight: dict[int, float] = {}
    entities: dict[int, Entity] = {}
    for sentence in sentences:
        for mention in sentence.mentions:
            if mention.kind == "person" and mention.entity is not None:
                weight[id(mention.entity)] = weight.get(id(mention.entity), 0.0) + _place(sentence, first)
                entities[id(mention.entity)] = mention.entity
    if not weight:
        return None, ()
    best = max(weight, key=lambda key: weight[key])
    rivals = tuple(entities[key] for key in weight if key != best and weight[key] >= _RIVAL * weight[best])
    return (entities[best] if weight[best] >= _MAIN_SHARE * sum(weight.values()) else None), rivals


def _seconds(orgs: Iterable[Entity], shares: dict[int, float], topic: Entity | None) -> tuple[Entity, ...]:
    """The two organizations that are named most after the one that the sentences are about."""
    rest = [org for org in orgs if org is not topic and shares[id(org)] > 0.05 and not org.is_media]
    # named once or twice, a network is where somebody wrote
    rest = [org for org in rest if org.id not in networks() or shares[id(org)] > _NETWORK_SHARE]
    return tuple(sorted(rest, key=lambda org: -shares[id(org)])[:2])
