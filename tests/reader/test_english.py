"""English: what the reader can make of each kind of sentence, and what it must leave alone."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader, draft_candidates
from talentflow.reader.words.page import Entity

from .sentences import claims_of


def _name(entity: Entity | None) -> str:
    return "?" if entity is None else entity.name or entity.mention


def _readings(text: str) -> set[str]:
    """Every reading of the sentence that the model then weighs."""
    drafts, _ = draft_candidates(Document(text, "a", "en", "", "2025-06-11"))
    return {f"{d.person.name}: {_name(d.from_org)} -> {_name(d.to_org)}, {d.status}" for d in drafts}


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreno left Borealis for Quanta.", ["Ada Moreno: Borealis -> Quanta, done"]),
        ("Ada Moreno has quit Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        ("T.J. Moreno has quit Borealis Systems.", ["T.J. Moreno: Borealis Systems -> ?, done"]),
        ("Yifan (Eva) Moreno has quit Borealis Systems.", ["Yifan (Eva) Moreno: Borealis Systems -> ?, done"]),
        ("Ada Moreno resigned from Borealis Systems on Monday.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        (
            "Ada Moreno stepped down as chief executive of Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        ("Ada Moreno is leaving Borealis Systems after nine years.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        ("Ada Moreno has joined Borealis Systems as chief scientist.", ["Ada Moreno: ? -> Borealis Systems, done"]),
        (
            "Ada Moreno joined Borealis Systems from Quanta Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno, formerly of Quanta Labs, has joined Borealis Systems.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Former Quanta Labs researcher Ada Moreno has joined Borealis Systems.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Borealis Systems has hired Ada Moreno from Quanta Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Borealis Systems poached Ada Moreno from Quanta Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        ("Ada Moreno was hired by Borealis Systems in March.", ["Ada Moreno: ? -> Borealis Systems, done"]),
        (
            "Ada Moreno was lured away from Quanta Labs by Borealis Systems.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Borealis Systems hired Ada Moreno from Quanta Labs and Tom Berg from Lumen Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done", "Tom Berg: Lumen Labs -> Borealis Systems, done"],
        ),
        ("Borealis Systems fired Ada Moreno on Friday.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        ("Ada Moreno was fired by Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        ("Ada Moreno was ousted as chief executive of Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        (
            "Borealis Systems has lost Ada Moreno to Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno moved from Borealis Systems to Quanta Labs last year.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno defected from Borealis Systems to Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno swapped Borealis Systems for Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno is returning to Quanta Labs after two years at Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "After twelve years at Borealis Systems, Ada Moreno has joined Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        ("Ada Moreno co-founded Quanta Labs in 2019.", ["Ada Moreno: ? -> Quanta Labs, done"]),
        (
            "Ada Moreno left Borealis Systems to found Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno has left Borealis Systems to start her own company.",
            ["Ada Moreno: Borealis Systems -> her own company, done"],
        ),
        ("Borealis Systems named Ada Moreno chief executive.", ["Ada Moreno: ? -> Borealis Systems, done"]),
        (
            "Ada Moreno has been named chief executive of Borealis Systems.",
            ["Ada Moreno: ? -> Borealis Systems, done"],
        ),
        (
            "Borealis Systems promoted Ada Moreno to chief scientist.",
            ["Ada Moreno: Borealis Systems -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno, until now head of research at Borealis Systems, becomes its chief executive.",
            ["Ada Moreno: Borealis Systems -> Borealis Systems, done"],
        ),
        (
            "Borealis Systems has appointed Ada Moreno, formerly of Quanta Labs, as chief financial officer.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Tom Berg will be succeeded by Ada Moreno as chief executive of Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno is taking a leave of absence from Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        (
            "The departure of Ada Moreno from Borealis Systems surprised the industry.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        (
            "Ada Moreno's departure from Borealis Systems was announced on Monday.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        (
            "Ada Moreno's move to Quanta Labs from Borealis Systems was announced on Monday.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "The appointment of Ada Moreno as chief scientist of Borealis Systems takes effect in May.",
            ["Ada Moreno: ? -> Borealis Systems, done"],
        ),
        ("Ada Moreno will join Borealis Systems next month.", ["Ada Moreno: ? -> Borealis Systems, done"]),
        ("Ada Moreno is expected to leave Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, planned"]),
        ("Ada Moreno is reportedly leaving Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, rumored"]),
        (
            "Ada Moreno may leave Borealis Systems for Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, rumored"],
        ),
        (
            "Borealis Systems denied that Ada Moreno had left the company.",
            ["Ada Moreno: Borealis Systems -> ?, denied"],
        ),
        ("Ada Moreno turned down an offer from Quanta Labs.", ["Ada Moreno: ? -> Quanta Labs, declined"]),
        (
            "Quanta Labs (NASDAQ: QNTA) has hired Ada Moreno from Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno, who joined Borealis Systems in 2019, has left the company.",
            ["Ada Moreno: Borealis Systems -> ?, done", "Ada Moreno: ? -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno and Tom Berg have left Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> ?, done", "Tom Berg: Borealis Systems -> ?, done"],
        ),
        (
            "Ada Moreno, Tom Berg and Lena Frost joined Quanta Labs in June.",
            [
                "Ada Moreno: ? -> Quanta Labs, done",
                "Tom Berg: ? -> Quanta Labs, done",
                "Lena Frost: ? -> Quanta Labs, done",
            ],
        ),
        (
            "Two engineers left Borealis Systems: Ada Moreno and Tom Berg.",
            ["Ada Moreno: Borealis Systems -> ?, done", "Tom Berg: Borealis Systems -> ?, done"],
        ),
        (
            "Ada Moreno works at Borealis Systems. She will leave the company in May.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        (
            "Tom Berg of Lumen Labs wrote that Ada Moreno had left Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        ("Ada Moreno has been elected to the board of Borealis Systems.", ["Ada Moreno: ? -> Borealis Systems, done"]),
        ("Ada Moreno is off to Quanta Labs.", ["Ada Moreno: ? -> Quanta Labs, done"]),
        ("Ada Moreno surfaced at Quanta Labs in May.", ["Ada Moreno: ? -> Quanta Labs, done"]),
        ("Ada Moreno is out as chief executive of Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        (
            "Ada Moreno has been poached from the University of Ardley by Quanta Labs.",
            ["Ada Moreno: University of Ardley -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno, hired from Quanta Labs in April, has left Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        (
            "Borealis Systems in talks to hire Ada Moreno of Quanta Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, rumored"],
        ),
        (
            "Borealis Systems prised Ada Moreno away from Quanta Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno has jumped ship from Borealis Systems to Quanta Labs.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno, hired from Quanta Labs by Borealis Systems, starts in June.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        ("Ada Moreno clears her desk at Borealis Systems on Friday.", ["Ada Moreno: Borealis Systems -> ?, done"]),
        (
            "Tom Berg handed over to Ada Moreno at Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno takes over from Tom Berg at Borealis Systems.",
            ["Ada Moreno: Borealis Systems -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno arrives from the Museum of Lace to run Borealis Systems.",
            ["Ada Moreno: Museum of Lace -> Borealis Systems, done"],
        ),
        ("Ada Moreno will lead Quanta Labs's robotics team.", ["Ada Moreno: ? -> Quanta Labs, done"]),
        ("Ada Moreno joined Quanta Labs's robotics team.", ["Ada Moreno: ? -> Quanta Labs, done"]),
        (
            "Ada Moreno left the German carmaker Borealis Motors for Quanta Labs.",
            ["Ada Moreno: Borealis Motors -> Quanta Labs, done"],
        ),
        (
            "Ada Moreno ran Borealis Systems. Her departure was announced on Monday.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        (
            "Ada Moreno ran Borealis Systems. Quanta Labs hired her in May.",
            ["Ada Moreno: Borealis Systems -> Quanta Labs, done"],
        ),
        (
            "Borealis Systems has a new chief executive: Ada Moreno joins from Quanta Labs.",
            ["Ada Moreno: Quanta Labs -> Borealis Systems, done"],
        ),
        (
            "Ada Moreno announced her departure from Borealis Systems on X.",
            ["Ada Moreno: Borealis Systems -> ?, done"],
        ),
        ("Ada Moreno threatened to quit Borealis Systems.", ["Ada Moreno: Borealis Systems -> ?, rumored"]),
    ],
)
def test_finds_the_reading_of_a_plain_sentence(text: str, moves: list[str]) -> None:
    assert set(moves) <= _readings(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreno, chief executive of Borealis Systems, spoke on Monday.",
        "The app leaves beta next week, Borealis Systems said.",
        "Ada Moreno, who runs Borealis Systems, left the door open to a sale.",
        "Borealis Systems joined the pact on chips.",
        "What is left of Borealis Systems was sold, Ada Moreno said.",
        "Ada Moreno of Borealis Systems said that users are leaving.",
        "Ada Moreno lives in Vienna and moved to Warsaw as a child.",
        "The start-up Borealis Systems was praised by Ada Moreno.",
        "Ada Moreno joined the German delegation.",
        "Ada Moreno left on Sunday.",
        "Ada Moreno, a veteran of Borealis Systems, wrote the paper.",
        "Ada Moreno signed a letter to Borealis Systems.",
        "Borealis Systems has hired three hundred people, Ada Moreno said.",
        "Ada Moreno stays at Borealis Systems.",
        "Ada Moreno has not left Borealis Systems.",
        "Ada Moreno joined forces with Tom Berg of Borealis Systems.",
    ],
)
def test_claims_nothing_where_nobody_moves(text: str) -> None:
    assert EmbeddedReader(is_quick=True).read(Document(text, "a", "en", "", "2025-06-11")).moves == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ada Moreno joined Borealis Systems in May.", "2025-05"),
        ("Ada Moreno joined Borealis Systems on 3 May.", "2025-05-03"),
        ("Ada Moreno may leave Borealis Systems.", "2025-06"),
        ("On Monday Ada Moreno left Borealis Systems, where others may follow.", "2025-06-09"),
    ],
)
def test_a_may_without_capital_is_no_month(text: str, date: str) -> None:
    assert [move.date for move in claims_of(text, "en")] == [date]
