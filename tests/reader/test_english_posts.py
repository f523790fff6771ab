"""Which posts English sentences give to a move: the one left and the one taken, hits and near misses.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.understanding import understand
from talentflow.reader.posts.posts import find_posts
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

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
        # what the press calls a post stays as it is; "chief ... officer" is one post, and so is what "and" joins
        ("Ada Moreno, finance chief of Nvidia, left.", "finance chief", None),
        ("Chief insights officer Ada Moreno is to leave Microsoft.", "chief insights officer", None),
        ("Ada Moreno, president and CEO of Nvidia, left.", "president and CEO", None),
        ("Ada Moreno, the long-serving director of Nvidia, left.", "director", None),
        # a post that another one vacates
        ("Tomás Berg steps down as CEO of Nvidia. He will be replaced by Ada Moreno.", None, "CEO"),
        # the post behind a name is the new one, that before it describes
        (
            "Samsung named its product chief Ada Moreno chief scientist on Wednesday.",
            "product chief",
            "chief scientist",
        ),
        # who founds with others is a co-founder
        ("Ada Moreno left Google and founded Quanta Labs with Tomás Berg.", None, "co-founder"),
        ("Ada Moreno left Google to co-found Quanta Labs.", None, "co-founder"),
        ("Ada Moreno left Google and founded Quanta Labs.", None, "founder"),
        # hired to lead
        ("Ada Moreno has been hired to run AMD's chip businesses.", None, "head of chip businesses"),
        # posts in the plural are everybody's in the list, those in the singular the first one's
        ("Two engineers, Tomás Berg and Ada Moreno, left Meta.", "engineer", None),
        ("Thinking Machines co-founders Tomás Berg and Ada Moreno left for Meta.", "co-founder", None),
        ("The engineer Tomás Berg and Ada Moreno left Meta.", None, None),
        ("Meta has poached eleven OpenAI engineers, including Ada Moreno and Tomás Berg.", "engineer", None),
        # "retired" before a rank tells of no leaving
        ("Ada Moreno, a retired colonel, was named chief of Nvidia.", None, "chief"),
        # a pronoun's post
        (
            "Ada Moreno left Okta on Monday. She was a vice president of engineering.",
            "vice president of engineering",
            None,
        ),
    ],
)
def test_gives_posts_to_a_move(text: str, left: str | None, taken: str | None) -> None:
    found = posts_of(text)
    assert [posts for posts in found if posts[0] == "Ada Moreno"][:1] == [("Ada Moreno", left, taken)]


@pytest.mark.parametrize(
    ("post", "english"),
    [
        # what a post is called stays as the text has it
        ("chief operations officer", "chief operations officer"),
        ("chief human resources officer", "chief human resources officer"),
        ("press officer", "press officer"),
        ("senior counsel", "senior counsel"),
        ("assistant coach", "assistant coach"),
        ("VP R&D", "vice president of R&D"),
        ("chief accounting officer", "chief accounting officer"),
        # one post of two fields, and of a word that specifies another post
        ("chief technology and information officer", "chief technology and information officer"),
        ("chief people and culture officer", "chief people and culture officer"),
        ("lead data scientist", "lead data scientist"),
        ("chief football writer", "chief football writer"),
        ("deputy finance chief", "deputy finance chief"),
        # capitals of titles, and a comma before the field
        ("Vice President, Government Affairs", "vice president of government affairs"),
        ("Senior Director, Product Management", "senior director of product management"),
        # a region before a post, but no ordinal
        ("Asia-Pacific head", "Asia-Pacific head"),
        ("Germany chief", "Germany chief"),
        ("first chief heat officer", "chief heat officer"),
        # how far a field reaches
        ("head of the new data science group", "head of data science group"),
        ("head of the robotics division", "head of robotics division"),
        ("head of sales, marketing and engineering", "head of sales, marketing and engineering"),
        ("partner in its restructuring practice", "partner in restructuring practice"),
        ("director in the firm's human capital team", "director in human capital team"),
        ("member of the alignment team", "member of alignment team"),
        ("head of leveraged finance in London", "head of leveraged finance in London"),
        ("group executive for mobile money", "group executive of mobile money"),
        ("dean of Stanford's School of Engineering", "dean of School of Engineering"),
        # neither whose something is nor when tells of what
        ("chief executive of Cape Town's Mzansi Vision", "CEO"),
        ("president the same afternoon", "president"),
        ("head of the team behind the model", "head"),
    ],
)
def test_writes_a_post_in_english(post: str, english: str) -> None:
    text = f"Nvidia named Ada Moreno as {post}."
    page = understand(make_page(Document(text, "a", "en", "", "2025-06-11"), lexicon_for("en", True))).page
    assert [found.english for sentence in page.sentences for found in find_posts(sentence, page.language)] == [english]


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        # a group without names moves nobody who is named
        ("Sam Altman condemned Meta's recruitment of OpenAI researchers.", []),
        ("Meta is hiring OpenAI engineers, Sam Altman said.", []),
        ("Meta hired the engineers Ada Moreno and Tomás Berg.", ["Ada Moreno", "Tomás Berg"]),
        # nor does a company that takes over another
        ("Pat Gelsinger will see how Dell takes over EMC.", []),
        ("Pat Gelsinger takes over at Dell.", ["Pat Gelsinger"]),
        # each of several who are lost goes elsewhere
        ("OpenAI recently lost its head of research, Ada Moreno.", ["Ada Moreno"]),
        ("OpenAI lost its appeal, Ada Moreno said.", []),
    ],
)
def test_finds_who_moves(text: str, movers: list[str]) -> None:
    assert sorted({move.person.mention for move in claims_of(text, "en")}) == movers


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("Former Walmart executive Ada Moreno has been elected to the Board of Directors of Nvidia.", "board member"),
        ("Ada Moreno, chief executive of Meta, joins the board of Nvidia.", "board member"),
        ("Ada Moreno will join Nvidia's board as chair.", "chair"),
        ("Ada Moreno joins Nvidia, Tom Berg of its board said.", None),
    ],
)
def test_a_seat_on_a_board_is_a_joining(text: str, taken: str | None) -> None:
    found = [(move.kind, move.role_to) for move in claims_of(text, "en") if move.person.mention == "Ada Moreno"]
    assert found[0] == ("join", taken)


def test_each_of_several_goes_elsewhere() -> None:
    found = claims_of("Google loses Ada Moreno to OpenAI and Tomás Berg to Anthropic.", "en")
    assert {(m.person.mention, m.to_org.mention) for m in found if m.to_org} == {
        ("Ada Moreno", "OpenAI"),
        ("Tomás Berg", "Anthropic"),
    }
