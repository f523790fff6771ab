"""Who and what a clause speaks of: asides, stages, passives and words that point back."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import draft_candidates
from talentflow.reader.words.page import Entity


def _name(entity: Entity | None) -> str:
    return "?" if entity is None else entity.name or entity.mention


def _readings(text: str) -> set[str]:
    drafts, _ = draft_candidates(Document(text, "a", "en", "", "2025-06-11"))
    return {f"{d.person.name}: {_name(d.from_org)} -> {_name(d.to_org)} {d.kind}" for d in drafts}


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        (
            "Borealis Systems, the firm behind Apple, Google and Stripe, has hired Ada Moreno from Quanta Labs.",
            "Ada Moreno: Quanta Labs -> Borealis Systems move",
        ),
        (
            "Quanta Labs makes chips. At Borealis Systems, where Tom Berg works, Ada Moreno has been put in charge.",
            "Ada Moreno: Borealis Systems -> Borealis Systems change",
        ),
        (
            "Borealis Systems said on Monday that co-founder Ada Moreno will retire at the end of the year.",
            "Ada Moreno: Borealis Systems -> ? leave",
        ),
        (
            "Borealis Systems has a new chief, Ada Moreno, who comes from the flying-taxi maker Quanta Labs.",
            "Ada Moreno: Quanta Labs -> Borealis Systems move",
        ),
        ("Borealis Systems was founded in 2015 by Ada Moreno and Tom Berg.", "Tom Berg: ? -> Borealis Systems found"),
        (
            "Borealis Systems grows. It was set up in 2020 by Ada Moreno, previously a manager of Quanta Labs.",
            "Ada Moreno: Quanta Labs -> Borealis Systems found",
        ),
        (
            "Ada Moreno will leave Borealis Systems. Moreno, who joined in 2010, has looked after chips.",
            "Ada Moreno: ? -> Borealis Systems join",
        ),
        (
            "Borealis Systems makes chips. Ada Moreno is leaving the San Francisco chip lab for Quanta Labs.",
            "Ada Moreno: Borealis Systems -> Quanta Labs move",
        ),
        (
            "Borealis Systems loses four people. Four executives have chosen to leave: Tom Berg, who sold chips; "
            "Ada Moreno, who headed engineering; Mia Sand, who bought them; and design boss Kim Holt. Eve Lund stays.",
            "Kim Holt: Borealis Systems -> ? leave",
        ),
        (
            "Borealis Systems hired Tom Berg, a former Apple engineer, to lead the labs, and Ada Moreno, a manager at "
            "Quanta Labs.",
            "Ada Moreno: Quanta Labs -> Borealis Systems move",
        ),
        (
            "Borealis Systems grows. Ada Moreno joins us from Quanta Labs in London.",
            "Ada Moreno: Quanta Labs -> Borealis Systems move",
        ),
        ("Ada Moreno and Tom Berg become co-CEOs of Borealis Systems.", "Ada Moreno: ? -> Borealis Systems join"),
    ],
)
def test_finds_what_the_clause_speaks_of(text: str, reading: str) -> None:
    assert reading in _readings(text)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("Ada Moreno told colleagues that she was leaving, Bloomberg reported.", "Ada Moreno: Bloomberg -> ? leave"),
        (
            "Ada Moreno quit Borealis Systems to become chief executive of Nasdaq-listed Cognizant.",
            "Ada Moreno: Borealis Systems -> Nasdaq move",
        ),
        (
            "Borealis Systems, the venture firm behind Apple, Google and Stripe, has hired Ada Moreno.",
            "Ada Moreno: ? -> Stripe join",
        ),
        (
            "Borealis Systems loses people. Two have chosen to leave: Tom Berg, who sold chips; and Kim Holt. "
            "Ada Moreno, who headed engineering, stays.",
            "Ada Moreno: Borealis Systems -> ? leave",
        ),
        (
            "Borealis Systems hired Tom Berg to lead the labs, and Ada Moreno left Quanta Labs.",
            "Ada Moreno: ? -> Borealis Systems join",
        ),
        ("Quanta Labs was founded by Ada Moreno of Borealis Systems.", "Ada Moreno: ? -> Borealis Systems found"),
        ("Ada Moreno came to the network operator Quanta Labs from Borealis.", "Ada Moreno: Quanta Labs -> ? leave"),
    ],
)
def test_passes_over_what_it_does_not_speak_of(text: str, reading: str) -> None:
    assert reading not in _readings(text)
