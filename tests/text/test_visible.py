"""Text from strangers, made safe to show."""

import json

import pytest

from talentflow.text.visible import is_right_to_left, isolate, json_text, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mira Murati", "Mira Murati"),
        ("ميرا موراتي", "ميرا موراتي"),
        ("a\x1b[2Jb", "a␛[2Jb"),
        ("a\u202eb\u2066c\u2069", "abc"),
        ("one\ntwo\tthree", "one two three"),
        ("one\r\ntwo\u2028three", "one two three"),
        ("\x9b31m", "\ufffd31m"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("marks\u200f and joiners\u200c stay", "marks\u200f and joiners\u200c stay"),
        ("del\x7f", "del␡"),
    ],
)
def test_shows_no_control_character(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_keeps_line_ends_on_request() -> None:
    assert visible("one\r\n\r\ntwo\x07", lines=True) == "one\n\ntwo␇"


@pytest.mark.parametrize(("text", "is_rtl"), [("OpenAI", False), ("ميتا", True), ("Meta ميتا", True), ("扎克", False)])
def test_knows_right_to_left(text: str, is_rtl: bool) -> None:
    assert is_right_to_left(text) is is_rtl


def test_isolates_only_what_needs_it() -> None:
    assert isolate("OpenAI") == "OpenAI"
    assert isolate("ميتا") == "\u2068ميتا\u2069"


@pytest.mark.parametrize("text", ["ميتا", "a\u202eb", "\ud83d", "\x1b[0m\x9b", "line\u2028end", 'quote " and \\ back'])
def test_json_loses_nothing_and_shows_nothing_raw(text: str) -> None:
    written = json_text({"text": text})
    assert json.loads(written) == {"text": text}
    assert visible(written) == written
    written.encode("utf-8")
