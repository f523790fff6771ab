"""Loading a folder of language data: what is wrong is told with its place and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from talentflow.languages import language_codes, load_language, read_language
from talentflow.model import DataError

TRIGGER = '[[trigger]]\nevent = "leave"\nforms = ["left"]\nexample = "Ada Moreno left Borealis."\n'


def folder(path: Path, **written: str) -> Path:
    """A small folder of data, with some of its files written anew."""
    here = path / "xx"
    here.mkdir()
    for name, text in {"language": 'name = "Test"\n', "triggers": TRIGGER, **written}.items():
        (here / f"{name}.toml").write_text(text, encoding="utf-8")
    return here


def test_a_small_folder_is_enough(tmp_path: Path) -> None:
    language = read_language(folder(tmp_path))
    assert (language.code, language.name) == ("xx", "Test")
    assert [(phrase, trigger.event) for phrase, trigger in language.phrases["trigger"]] == [("left", "leave")]


@pytest.mark.parametrize(
    ("file", "text", "place", "wrong", "remedy"),
    [
        (
            "triggers",
            TRIGGER + "soon = 1\n",
            "triggers.toml, trigger 1",
            "unknown key 'soon'",
            "Use one of: again, event,",
        ),
        (
            "triggers",
            TRIGGER + TRIGGER.replace('"leave"', '"levae"'),
            "triggers.toml, trigger 2",
            "unknown event 'levae'",
            "Use one of: leave, join,",
        ),
        (
            "triggers",
            TRIGGER.replace('"left"', '"{left,quits"'),
            "triggers.toml, trigger 1",
            "unbalanced braces in '{left,quits'",
            "Close every brace once",
        ),
        ("triggers", TRIGGER.replace('"left"', "3"), "triggers.toml, trigger 1", "3 is no phrase", "quotation marks"),
        ("triggers", TRIGGER.replace('"left"', ""), "triggers.toml, trigger 1", "no forms", "List the phrases"),
        (
            "triggers",
            TRIGGER.partition("example")[0],
            "triggers.toml, trigger 1",
            "no example",
            "Write a sentence of your own",
        ),
        ("triggers", TRIGGER + 'status = "maybe"\n', "triggers.toml, trigger 1", "unknown status 'maybe'", "rumored"),
        ("triggers", TRIGGER + 'marks = { to = "goal" }\n', "triggers.toml, trigger 1", "unknown slot 'goal'", "from,"),
        ("triggers", "[[triger]]\n", "triggers.toml", "unknown key 'triger'", "Use one of: trigger."),
        ("words", 'adn = ["and"]\n', "words.toml", "unknown key 'adn'", "and,"),
        ("words", 'and = ["{and"]\n', "words.toml, and", "unbalanced braces", "Close every brace once"),
        ("time", '[montth]\n1 = ["May"]\n', "time.toml", "unknown key 'montth'", "month"),
        ("roles", '[head]\nCEO = "chief executive"\n', "roles.toml, head 'CEO'", "not a list", '"english" = ["phrase"'),
        (
            "status",
            '[[cue]]\nstatus = "rumored"\nreach = "far"\nforms = ["may"]\n',
            "status.toml, cue 1",
            "unknown reach 'far'",
            "before, after, sentence, next",
        ),
        ("language", 'nmae = "Test"\n', "language.toml", "unknown key 'nmae'", "name"),
        ("language", "cased = true\n", "language.toml", "no name", 'Write name = "..."'),
        ("words", "and = [\n", "words.toml", "Invalid value", "Mend the TOML."),
    ],
)
def test_what_is_wrong_is_told_with_place_and_remedy(
    tmp_path: Path, file: str, text: str, place: str, wrong: str, remedy: str
) -> None:
    with pytest.raises(DataError) as told:
        read_language(folder(tmp_path, **{file: text}))
    first, _, second = str(told.value).partition("\n")
    assert first.startswith(f"languages/data/xx/{place}: ")
    assert wrong in first
    assert remedy in second


def test_a_language_without_a_folder_is_unknown() -> None:
    with pytest.raises(KeyError):
        load_language("xx")


@pytest.mark.parametrize("code", language_codes())
def test_every_folder_holds_its_language(code: str) -> None:
    assert load_language(code).code == code
    assert load_language(code).phrases["trigger"]
