"""Which posts English sentences give to a move: the one left and the one taken, hits and near misses.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from .sentences import claims_of


def posts_of(text: str) -> list[tuple[str, str | None, str | None]]:
    """Of each move whose it is, the post left and the post taken."""
    return [(move.person.mention, move.role_from, move.role_to) for move in claims_of(text, "en")]


@pytest.mark.parametrize(
    ("text", "left", "taken"),
    [
        # words that no list holds specify a post
        ("Google said its national health lead, Ada Moreno, left on Monday.", "national health lead", None),
        (
            "Ada Moreno, one of Apple's most senior large language model researchers, left for Meta.",
            "senior large language model researcher",
            None,
        ),
        ("Ada Moreno, an early-stage investor at Nvidia, joined Meta.", "early-stage investor", None),
        ("Ada Moreno, a London-based engineer at Nvidia, joined Meta.", "engineer", None),
        (
            "Ada Moreno joins Nvidia as vice president of Autopilot hardware engineering.",
            None,
            "vice president of Autopilot hardware engineering",
        ),
        (
            "Ada Moreno, head of the advanced packaging team at Nvidia, left for Meta.",
            "head of advanced packaging team",
            None,
        ),
        # but neither another post nor the employer is what a post is about
        ("Ada Moreno, chief executive of the electric carmaker, left Tesla for Meta.", "CEO", None),
        (
            "Ada Moreno, head of policy and chief economist at Nvidia, left for Meta.",
            "head of policy and chief economist",
            None,
        ),
        ("Ada Moreno, head of research until last year, left Nvidia for Meta.", "head of research", None),
        # a verb of leading makes a head
        ("Ada Moreno, who led the Zen team at AMD, left for Intel.", "head of Zen team", None),
        ("Ada Moreno, who ran Tesla's Autopilot effort, has left for Meta.", "head of Autopilot effort", None),
        ("Google hired Ada Moreno to lead its packaging centre.", None, "head of packaging centre"),
        # a clause of place tells of the employer left
        ("Ada Moreno joined Meta from Nvidia, where she was an engineer.", "engineer", None),
        (
            "Ada Moreno joined Meta from Nvidia, where she was in charge of sales and chip design.",
            "head of sales and chip design",
            None,
        ),
        ("Ada Moreno joined Meta from Nvidia, where engineers like her are many.", None, None),
    ],
)
def test_posts_of_a_move(text: str, left: str | None, taken: str | None) -> None:
    found = posts_of(text)
    assert [posts for posts in found if posts[0] == "Ada Moreno"][:1] == [("Ada Moreno", left, taken)]
