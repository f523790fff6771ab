"""Further ways in which English papers tell a move, one a row, and what only sounds like one or is less sure.

People are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreno hung up her lanyard at Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno took leave of Google on Friday.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno and Google have parted company.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno logged off for the last time at Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno is no longer employed by Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno bade a tearful farewell to Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno's spell at Google was cut short.", ["Ada Moreno: Google -> -, done"]),
        ("Tom Berg was bundled out of Google.", ["Tom Berg: Google -> -, done"]),
        ("Tom Berg was pensioned off by Google.", ["Tom Berg: Google -> -, done"]),
        ("The affair cost Tom Berg his job at Google.", ["Tom Berg: Google -> -, done"]),
        ("Google put Tom Berg out on the street in May.", ["Tom Berg: Google -> -, done"]),
        ("Ada Moreno walked off the job at Google.", ["Ada Moreno: Google -> -, done"]),
        ("Meta tore Ada Moreno away from Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Meta fetched Ada Moreno home from Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Google let Ada Moreno go to Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Meta has put Ada Moreno under contract.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta filled its top finance job with Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno is now an employee of Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno signed a three-year contract with Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno landed on her feet at Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno had her first day at Meta on Monday.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno takes her algorithms to Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno has gone over from Google to Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno switched allegiance from Google to Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno is back at the helm of Google.", ["Ada Moreno: - -> Google, done"]),
        ("Ada Moreno was catapulted to the helm of Google.", ["Ada Moreno: - -> Google, done"]),
        ("Meta has hired Ada Moreno, until Friday an economist of Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Meta has hired Ada Moreno, of late at Google.", ["Ada Moreno: Google -> Meta, done"]),
    ],
)
def test_reads_what_is_told(text: str, moves: list[str]) -> None:
    assert sorted(moves_of(text, "en")) == sorted(moves)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Google has proposed Ada Moreno as its next chair.", ["Ada Moreno: - -> Google, planned"]),
        ("Ada Moreno is expected at Google in July.", ["Ada Moreno: - -> Google, planned"]),
        ("Ada Moreno means to leave Google.", ["Ada Moreno: Google -> -, planned"]),
        ("Ada Moreno is negotiating a move to Google.", ["Ada Moreno: - -> Google, rumored"]),
        (
            "Ada Moreno would neither confirm nor deny that Google had hired her.",
            ["Ada Moreno: - -> Google, rumored"],
        ),
        ("Ada Moreno laughed off reports that she would leave Google.", ["Ada Moreno: Google -> -, denied"]),
        ("Ada Moreno of Google is not off to Meta, her office says.", ["Ada Moreno: Google -> Meta, denied"]),
        ("Ada Moreno turned Google down.", ["Ada Moreno: - -> Google, declined"]),
        ("Ada Moreno thought better of joining Google.", ["Ada Moreno: - -> Google, declined"]),
    ],
)
def test_keeps_what_is_less_sure(text: str, moves: list[str]) -> None:
    assert sorted(moves_of(text, "en")) == sorted(moves)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreno, of Google, hung up her coat.",
        "Ada Moreno took leave of her senses at Google.",
        "Ada Moreno of Google left the courtroom in silence.",
        "Ada Moreno of Google joined by video.",
        "Ada Moreno of Google arrived late.",
        "Ada Moreno turned the volume down at Google.",
        "Google took the work away from Meta, Ada Moreno said.",
        "Google filled its halls with robots, Ada Moreno said.",
        "The affair cost Google its lead, Ada Moreno said.",
        "Ada Moreno took her algorithms apart at Google.",
    ],
)
def test_leaves_alone_what_only_sounds_like_it(text: str) -> None:
    assert moves_of(text, "en") == []
