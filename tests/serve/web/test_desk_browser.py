"""Signing in, reviewing and adding in a real browser, by keyboard and in Arabic; see test_every_page for the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from fastapi import FastAPI

from talentflow.app import Library
from talentflow.registry import Registry
from talentflow.serve.web import create_application
from talentflow.serve.web.access import COOKIE
from tests.serve.scripted import ScriptedReader
from tests.serve.web.chromium import SHOTS, launched
from tests.serve.web.desk import fill
from tests.serve.web.serving import served

Visit = Callable[..., AbstractContextManager[Any]]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    found = Library(str(tmp_path_factory.mktemp("desk") / "desk.db"), Registry())
    fill(found)
    return found


@pytest.fixture(scope="module")
def application(library: Library) -> FastAPI:
    found = create_application(library)
    found.state.reader = ScriptedReader()
    return found


@pytest.fixture(scope="module")
def cookie(library: Library, application: FastAPI) -> str:
    """The cookie of somebody who has signed in."""
    token, _ = library.tokens.make("Carla", ["review", "add"], author="root")
    opened: str = application.state.sessions.open(token.id)
    return opened


@pytest.fixture(scope="module")
def address(application: FastAPI) -> Iterator[str]:
    with served(application) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with launched() as opened:
        yield opened


@pytest.fixture
def visit(browser: Any, address: str, cookie: str) -> Visit:
    """Opens a page as somebody who has signed in; nothing may go wrong in it nor be asked of another host."""

    @contextmanager
    def opened(path: str, width: int = 1280, scheme: str = "light") -> Iterator[Any]:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, base_url=address)
        context.add_cookies([{"name": COOKIE, "value": cookie, "url": address}])
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


def test_signing_in_by_keyboard_comes_back_to_the_page(browser: Any, address: str, library: Library) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(120_000)
    page.goto(f"{address}/es/review/claims")
    page.locator("#token").fill(library.tokens.make("Dora", ["review"], author="root")[1])
    page.keyboard.press("Enter")
    page.wait_for_url("**/es/review/claims")
    page.get_by_role("button", name="Salir").click()
    page.wait_for_url("**/es/")
    context.close()


def test_a_pair_is_decided_and_undone_by_keyboard(visit: Visit, library: Library) -> None:
    with visit("/en/review") as page:
        assert page.evaluate("document.activeElement.matches('[data-card]')")
        page.keyboard.press("d")
        page.get_by_text("held to be two").wait_for()
        assert [decision.verdict for decision in library.decisions()] == ["different"]
        page.locator(".told button").click()
        page.get_by_text("Taken back").wait_for()
        assert library.decisions() == []
        assert page.locator("[data-card]").count() == 1


def test_claims_are_walked_and_judged_by_keyboard(visit: Visit, library: Library) -> None:
    with visit("/ar/review/claims") as page:
        assert page.locator("[data-card]").count() == 2
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement === document.querySelectorAll('[data-card]')[1]")
        page.keyboard.press("j")
        page.keyboard.press("k")
        assert page.evaluate("document.activeElement === document.querySelectorAll('[data-card]')[0]")
        page.keyboard.press("r")
        page.locator(".told").wait_for()
        page.locator("[data-card]:focus").wait_for()  # the keys work from then on
        assert page.locator("[data-card]").count() == 1
        page.keyboard.press("z")
        page.locator(".told .quiet").wait_for(state="detached")
        assert len(library.desk.claims()) == 2


@pytest.mark.parametrize(("path", "sort"), [("positions", "position"), ("facts", "fact")])
def test_a_post_and_a_fact_are_rejected_and_taken_back_by_keyboard(
    visit: Visit, library: Library, path: str, sort: str
) -> None:
    with visit(f"/es/review/{path}") as page:
        page.keyboard.press("r")
        page.locator(".told").wait_for()
        page.wait_for_load_state()  # no card is there to be focused: from then on the keys work
        assert library.desk.claims(sort=sort) == []
        page.keyboard.press("z")  # though no card is left
        page.locator("[data-card]:focus").wait_for()
        assert len(library.desk.claims(sort=sort)) == 1


def test_letters_typed_into_a_reason_press_nothing(visit: Visit, library: Library) -> None:
    with visit("/en/review/claims") as page:
        page.locator("[data-card] input[name='reason']").first.click()
        page.keyboard.type("crjkz")
        assert page.locator("[data-card]").count() == 2
        assert page.locator("[data-card] input[name='reason']").first.input_value() == "crjkz"
    assert len(library.desk.claims()) == 2


def test_the_arabic_desk_is_a_mirror(visit: Visit) -> None:
    def places(page: Any) -> list[float]:
        selectors = (".tabs a:first-child", ".tabs a:last-child", ".side:first-child h2", ".card button:last-child")
        boxes = [page.locator(selector).first.bounding_box() for selector in selectors]
        return [box["x"] + box["width"] / 2 for box in boxes]

    with visit("/en/review") as page:
        english = places(page)
    with visit("/ar/review") as page:
        arabic = places(page)
    assert english[0] < english[1]
    assert arabic[0] > arabic[1]
    assert english[2] < 640 < arabic[2]
    assert english[0] < english[3]
    assert arabic[0] > arabic[3]


def test_a_text_is_pasted_read_and_kept(visit: Visit, library: Library) -> None:
    with visit("/en/add") as page:
        page.locator("#text").fill("A farewell\n\nEva Ruiz left Cedar for Tundra.\n\nNobody said why.")
        page.locator("#published").fill("2026-01-15")
        page.get_by_role("button", name="Read it").click()
        page.get_by_text("Nothing is kept yet.").wait_for()
        assert page.locator("mark").count() >= 1
        assert "trigger: left" in page.locator(".claims").inner_text()
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / "en-add-read.png", full_page=True)
        page.get_by_role("button", name="Keep it").click()
        page.get_by_text("It is kept.").wait_for()
    assert any(str(move.person) == "Eva Ruiz" for move in library.moves())
