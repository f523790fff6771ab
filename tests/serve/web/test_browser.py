"""The pages in a real browser: direction, hovering, keyboard, dark; test_every_page asks what holds of all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest

from tests.serve.web.chromium import launched

Visit = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    with launched() as opened:
        yield opened


@pytest.fixture
def visit(browser: Any, address: str) -> Visit:
    """Opens a page; when it is left, nothing may have gone wrong in it nor been asked of another host."""

    @contextmanager
    def opened(path: str, width: int = 1280, scheme: str = "light") -> Iterator[Any]:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
        page = context.new_page()
        page.set_default_timeout(120_000)
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda asked: wrong.append(asked.url) if not asked.url.startswith(address) else None)
        page.goto(address + path)
        yield page
        context.close()
        assert wrong == []

    return opened


def test_the_arabic_page_is_a_mirror(visit: Visit) -> None:
    def places(page: Any) -> list[float]:
        """Where brand, filters, first and last column begin."""
        boxes = [
            page.locator(selector).first.bounding_box()
            for selector in (".brand", ".filters", ".moves th:first-child", ".moves th:last-child")
        ]
        return [box["x"] + box["width"] / 2 for box in boxes]

    with visit("/en/") as page:
        english = places(page)
    with visit("/ar/") as page:
        arabic = places(page)
        assert page.evaluate("getComputedStyle(document.documentElement).direction") == "rtl"
    assert english[1] < english[2] < english[3]
    assert arabic[1] > arabic[2] > arabic[3]
    for left, right in zip(english, arabic, strict=True):
        assert abs(left + right - 1280) < 60


def test_a_claim_shows_its_characters_and_they_show_it(visit: Visit) -> None:
    with visit("/en/article/en-moreno") as page:
        page.locator("[data-claim='1']").hover()
        assert page.locator("mark.lit").count() >= 1
        page.locator("h1").hover()
        assert page.locator("mark.lit").count() == 0
        page.locator(".text mark").first.hover()
        assert page.locator("[data-claim].lit").count() >= 1


def test_a_claim_out_of_sight_is_shown_beside_its_characters(visit: Visit) -> None:
    with visit("/en/article/en-moreno") as page:
        page.set_viewport_size({"width": 500, "height": 330})
        assert page.locator(".peek").is_hidden()
        page.locator(".text mark").first.hover()
        peek = page.locator(".peek")
        peek.wait_for()
        assert "Ada Moreno" in peek.inner_text()
        assert peek.locator("p").count() >= 1
        assert peek.locator("p bdi").count() >= 1  # in an Arabic page names would else turn the line round
        page.locator("h1").hover()
        peek.wait_for(state="hidden")


def test_filters_and_search_work_by_keyboard(visit: Visit) -> None:
    with visit("/en/") as page:
        page.locator("#f-person").fill("ميرا موراتي")
        page.keyboard.press("Enter")
        page.wait_for_url("**/en/?person=*")
        page.wait_for_function("document.querySelectorAll('.moves .person').length === 1")
        assert page.locator(".moves .person").all_inner_texts() == ["Mira Murati"]
        page.locator("#q").fill("موراتي")
        page.keyboard.press("Enter")
        page.wait_for_url("**/search?q=*")
        assert "Mira Murati" in page.locator(".hits").first.inner_text()


def test_dark_is_dark(visit: Visit) -> None:
    def paper(page: Any) -> int:
        colour: str = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        return int(colour.removeprefix("rgb(").split(",")[0])

    with visit("/en/", scheme="light") as page:
        light = paper(page)
    with visit("/en/", scheme="dark") as page:
        dark = paper(page)
    assert light > 200
    assert dark < 60


def test_results_appear_while_somebody_types_in_three_scripts(visit: Visit) -> None:
    with visit("/en/about") as page:
        box, found = page.locator("#q"), page.locator("#typed")
        assert (box.get_attribute("role"), box.get_attribute("aria-expanded")) == ("combobox", "false")
        for typed, name in (("mur", "Mira Murati"), ("ميرا مو", "Mira Murati"), ("巴雷", "Barret Zoph"), ("antr", "")):
            box.fill("")
            box.press_sequentially(typed)
            if name:
                found.get_by_role("option").filter(has_text=name).first.wait_for()
                assert box.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Escape")
        assert found.is_hidden()


def test_arrow_keys_lead_through_the_results_and_enter_opens_one(visit: Visit) -> None:
    with visit("/ar/") as page:
        box = page.locator("#q")
        box.press_sequentially("a")
        page.locator("#typed a").nth(1).wait_for()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        first = page.locator("#typed a").first
        assert box.get_attribute("aria-activedescendant") == first.get_attribute("id")
        assert first.get_attribute("aria-selected") == "true"
        assert page.locator("#typed-said").inner_text()
        page.keyboard.press("ArrowUp")  # back to what was typed
        assert box.get_attribute("aria-activedescendant") is None
        page.keyboard.press("ArrowDown")
        where = first.get_attribute("href")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**{where}")


def test_a_choice_among_the_filters_changes_the_list_and_the_address(visit: Visit) -> None:
    with visit("/en/") as page:
        page.evaluate("window.isSamePage = true")
        page.locator("#f-status").select_option("rumored")
        page.wait_for_url("**/en/?status=rumored*")
        page.wait_for_function("document.querySelectorAll('.moves .person').length === 1")
        assert page.evaluate("window.isSamePage")
        assert "status=rumored" in (page.locator("#languages a").nth(1).get_attribute("href") or "")
        page.locator("#f-since").fill("soon")
        page.keyboard.press("Tab")
        page.locator("#e-since").wait_for()
        assert "was not understood" in page.locator("#e-since").inner_text()
        page.go_back()
        page.wait_for_function("document.querySelectorAll('.moves .person').length !== 0")


def test_the_filters_fold_away_on_a_phone_and_stand_beside_the_moves_elsewhere(visit: Visit) -> None:
    with visit("/es/", width=390) as page:
        box = page.locator("#f-person")
        assert box.is_hidden()
        page.locator(".filters summary").click()
        box.fill("Ada Moreno")
        page.keyboard.press("Enter")
        page.wait_for_url("**/es/?person=*")
    with visit("/es/?status=rumored", width=390) as page:
        assert page.locator("#f-status").is_visible()  # whoever has chosen something sees what
    with visit("/es/") as page:
        assert page.locator("#f-person").is_visible()
        assert page.locator(".filters summary").is_hidden()


def test_the_arrow_points_from_the_first_employer_to_the_second_in_arabic(visit: Visit) -> None:
    with visit("/ar/?person=Ada+Moreno") as page:
        page.locator(".moves .person a").last.click()
        heading = page.locator("h3 a").first
        places = page.evaluate(
            """(found) => {
              const text = found.firstChild, words = text.data;
              return [...words.matchAll(/[A-Za-z]+|←/g)].map((match) => {
                const range = document.createRange();
                range.setStart(text, match.index);
                range.setEnd(text, match.index + match[0].length);
                return [match[0], range.getBoundingClientRect().x];
              });
            }""",
            heading.element_handle(),
        )
    at = dict(places)
    assert at["OpenAI"] > at["←"] > at["Anthropic"]
