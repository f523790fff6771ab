"""What is told without a day of its own is dated by the month of the paper only where it is its news."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.model.dates import PartialDate
from talentflow.reader.claims.freshness import Step, Surroundings, chance_of
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Page, make_page

PUBLISHED = PartialDate(2025, 8, 14)
TEXT = (
    "Ada Moreno is leaving Borealis for Quanta, the company said. She will lead its research.\n\n"
    "The lab has lost three of its leaders since spring. Its rivals pay more.\n\n"
    "Moreno studied in Lima. She had joined Borealis from Vectrix, where she built its first chips."
)


@pytest.fixture
def page() -> Page:
    """An article with the news in its first sentence and the past of its mover in its last."""
    return make_page(Document(id="a", lang="en", text=TEXT, published=str(PUBLISHED)), lexicon_for("en"))


@pytest.fixture
def steps(page: Page) -> list[Step]:
    """The news and what was before it."""
    body = [sentence for sentence in page.sentences if not sentence.is_title]
    news = Step("Moreno", "Borealis", "Quanta", "move", None, body[0])
    return [news, Step("Moreno", "Vectrix", "Borealis", "move", None, body[-1])]


def test_the_lead_is_news_and_an_employer_left_again_is_background(page: Page, steps: list[Step]) -> None:
    news, background = (chance_of(Surroundings(steps, page.sentences, PUBLISHED).figures(step)) for step in steps)
    assert background < 0.5 < news


def test_the_figures_say_what_else_is_told_of_the_person(page: Page, steps: list[Step]) -> None:
    news, background = (Surroundings(steps, page.sentences, PUBLISHED).figures(step) for step in steps)
    assert (news["came before"], news["left again"], news["first"], news["told before"]) == (1, 0, 1, 0)
    assert (background["came before"], background["left again"], background["first"]) == (0, 1, 0)
    assert background["told before"] == 1


def test_other_people_are_none_of_the_persons_steps(page: Page, steps: list[Step]) -> None:
    other = Step("Berg", "Borealis", None, "leave", None, steps[0].sentence)
    alone = Surroundings([*steps, other], page.sentences, PUBLISHED).figures(other)
    assert (alone["only one"], alone["others"], alone["others in sentence"]) == (1, 0, 1)


YEARS = [
    ("She was born in 1984.", 1.0),
    ("She starts in 2026.", 0.0),
    ("She has 1984 shares.", 1.0),  # what looks like a year counts as one
    ("She has 19840 shares.", 0.0),
]


@pytest.mark.parametrize(("beside", "is_past"), YEARS)
def test_a_past_year_near_it_is_seen(beside: str, is_past: float) -> None:
    text = f"Ada Moreno is leaving Borealis for Quanta. {beside}"
    found = make_page(Document(id="a", lang="en", text=text), lexicon_for("en"))
    step = Step("Moreno", "Borealis", "Quanta", "move", None, found.sentences[0])
    assert Surroundings([step], found.sentences, PUBLISHED).figures(step)["past year beside"] == is_past


@pytest.mark.parametrize("published", [str(PUBLISHED), None])
def test_only_the_news_of_an_article_has_the_month_of_the_paper(published: str | None) -> None:
    moves = EmbeddedReader().read(Document(id="a", lang="en", text=TEXT, published=published)).moves
    dates = {move.to_org.name: move.date for move in moves if move.to_org is not None}
    assert dates.get("Quanta") == (published and "2025-08")
    assert dates.get("Borealis") is None
