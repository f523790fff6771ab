"""Names struck out letter for letter: every script and case, and nothing of anybody else."""

from __future__ import annotations

import pytest

from talentflow.text.masking import masked

ADA = ("Ada Moreno", "آدا مورينو", "埃达·莫雷诺", "Moreno")


@pytest.mark.parametrize(
    ("text", "struck"),
    [
        ("Ada Moreno left.", "██████████ left."),
        ("ADA MORENO left, said Ada Moreno's friend.", "██████████ left, said ██████████'s friend."),
        ("Ada  Moreno and Ada-Moreno", "███████████ and ██████████"),
        ("Adá Moréno left.", "██████████ left."),
        ("غادرت آدا مورينو الشركة", "غادرت ██████████ الشركة"),
        ("وآدا مورينو ولآدا مورينو", "███████████ ████████████"),
        ("埃达·莫雷诺离开了", "██████离开了"),
        ("Moreno left, Ada stayed.", "Moreno left, Ada stayed."),
        ("Adam Moreno and Ada Morenos", "Adam Moreno and Ada Morenos"),
        ("Nada Moreno", "Nada Moreno"),
    ],
)
def test_whole_names_are_struck_out(text: str, struck: str) -> None:
    found = masked(text, ADA, parts=False)
    assert found == struck
    assert len(found) == len(text)


@pytest.mark.parametrize(
    ("names", "text", "struck"),
    [
        (ADA, "Moreno left, Ada stayed, MORENO's too.", "██████ left, ███ stayed, ██████'s too."),
        (ADA, "Morenos, Adage and the moreno tree", "Morenos, Adage and the moreno tree"),
        (ADA, "وقالت مورينو إن المورينو", "وقالت ██████ إن ████████"),
        (
            ("Mark Van der Berg",),
            "A mark of Mark; der Tag, Van Gogh, Berg.",
            "A mark of ████; der Tag, Van Gogh, ████.",
        ),
        (("Fei-Fei Li",), "Li said so; Linda did not. Fei-Fei went.", "██ said so; Linda did not. ███-███ went."),
        ((), "Ada", "Ada"),
        (("", " ", "·"), "Ada · Moreno", "Ada · Moreno"),
    ],
)
def test_parts_are_struck_out_where_they_stand_for_the_person(names: tuple[str, ...], text: str, struck: str) -> None:
    assert masked(text, names, parts=True) == struck


@pytest.mark.parametrize("hostile", ["(", "[a", "a|b c", ".*", "\\", "a" * 300, "\u202e", "\ud800 x", "ß ﬁ", "İ I"])
def test_odd_names_do_no_harm(hostile: str) -> None:
    text = f"x {hostile} y ﬁn İ Straße"
    for parts in (False, True):
        assert len(masked(text, [hostile, f"{hostile} b"], parts=parts)) == len(text)
