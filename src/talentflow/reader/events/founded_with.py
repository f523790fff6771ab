"""With whom somebody founded: "Ada Moreno, co-founder of Borealis with Tom Berg and Luis Roth"."""

from __future__ import annotations

from dataclasses import replace

from talentflow.reader.cast.chains import chain_of
from talentflow.reader.cast.scene import Reading
from talentflow.reader.posts.affiliations import Affiliation
from talentflow.reader.words.page import Mention

_MOST_BETWEEN = 4  # words between the employer and "with": when it was founded
_CO_FOUNDER = "co-founder"


def founded_with(reading: Reading, ties: list[Affiliation]) -> list[Affiliation]:
    """That those are co-founders too with whom somebody is told to be one, right behind the employer."""
    out: list[Affiliation] = []
    for tie in ties:
        if tie.post != _CO_FOUNDER or tie.org is None:
            continue
        org = next(
            (m for m in reading.sentence.mentions if m.entity is tie.org and tie.start <= m.start < tie.end), None
        )
        person = _with_whom(reading, org) if org is not None else None
        if person is not None:
            out += [
                replace(tie, person=m.entity, person_at=m.start, when="current", is_plain=True)
                for m in chain_of(reading, person)
                if m.start >= person.start and m.entity is not None and m.entity is not tie.person
            ]
    return out


def _with_whom(reading: Reading, org: Mention) -> Mention | None:
    """The name that "with" leads to a little behind an employer, where no verb stands between."""
    sentence = reading.sentence
    for hit in sentence.of_kind("together"):
        between = range(org.end, hit.start)
        if not 0 <= hit.start - org.end <= _MOST_BETWEEN:
            continue
        if any(sentence.tokens.surface[index] in ",،;" or sentence.opens(index, _PARTING) for index in between):
            continue
        return next((m for m in sentence.mentions if m.kind == "person" and m.start == hit.end), None)
    return None


_PARTING = ("trigger", "said", "break", "relative")
