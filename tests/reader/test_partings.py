"""An employer that parts with somebody: who leaves is the one behind the words, not whoever speaks of it."""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        (
            "en",
            "Ada Moreno of Google told staff that the company had parted ways with Tom Berg.",
            ["Tom Berg: Google -> -, done"],
        ),
        ("en", "Google has parted ways with its chief scientist, Tom Berg.", ["Tom Berg: Google -> -, done"]),
        ("en", "Tom Berg parted ways with Google on Monday.", ["Tom Berg: Google -> -, done"]),
        ("en", "Google has parted ways with its bank, Ada Moreno said.", []),
        (
            "es",
            "Ada Moreno, de Google, dijo a la plantilla que la compañía se había separado de Tom Berg.",
            ["Tom Berg: Google -> -, done"],
        ),
        ("es", "Tom Berg se separó de Google en mayo.", ["Tom Berg: Google -> -, done"]),
        ("fr", "Google s'était séparée de Tom Berg en mai.", ["Tom Berg: Google -> -, done"]),
        ("pt", "A Google separou-se de Tom Berg em maio.", ["Tom Berg: Google -> -, done"]),
        ("pt", "Tom Berg separou-se da Google em maio.", ["Tom Berg: Google -> -, done"]),
        ("ar", "قالت ميرا موراتي لموظفي غوغل إن الشركة افترقت عن توم بيرغ.", ["توم بيرغ: غوغل -> -, done"]),
        ("ar", "افترق توم بيرغ عن غوغل في مايو.", ["توم بيرغ: غوغل -> -, done"]),
        ("de", "Google hat sich im Mai von Tom Berg getrennt.", ["Tom Berg: Google -> -, done"]),
    ],
)
def test_who_goes_where_an_employer_parts(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves
