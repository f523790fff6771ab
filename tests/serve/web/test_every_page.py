"""Every kind of page in a real browser: as axe asks, in three languages, light and dark; narrow, printed, in order.

One server, one browser; each page is loaded once a language and then looked at in every way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from talentflow.app import Library
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.web import create_application
from talentflow.serve.web.access import COOKIE
from talentflow.serve.web.interface import LANGUAGES
from tests.serve.scripted import ScriptedReader
from tests.serve.web.chromium import SHOTS, launched
from tests.serve.web.conftest import ARTICLES
from tests.serve.web.desk import fill
from tests.serve.web.serving import served

axe = pytest.importorskip("axe_playwright_python.base", reason="needs axe-playwright-python")
# What a page is called, and its address without the language.
PAGES = {
    "now": "/", "now-rumours": "/?status=rumored", "now-nothing": "/?from=Nobody+Works&since=soon",
    "now-unfamiliar": "/?person=Ada+Morena", "flows": "/flows", "flows-period": "/flows?since=2026-01&until=2026-02",
    "flows-nothing": "/flows?since=2031", "organization": "/organization/openai",
    "roster": "/organization/openai/roster",
    "counted": "/counted?to={kept}", "counted-every": "/counted?from=openai&every=1",
    "retention": "/organization/{kept}/retention?days=182&of=came", "person": "/person/{person}",
    "move": "/move/{move}", "move-rumour": "/move/{rumour}", "article": "/article/en-moreno",
    "article-arabic": "/article/ar-murati", "article-hostile": "/article/{hostile}", "story": "/story/{story}",
    "search": "/search?q=Moreno", "search-arabic": "/search?q=%D9%85%D9%88%D8%B1%D8%A7%D8%AA%D9%8A",
    "search-nothing": "/search?q=xyzzy", "search-empty": "/search", "about": "/about", "sign-in": "/sign-in",
    "review": "/review", "review-claims": "/review/claims", "review-positions": "/review/positions",
    "review-facts": "/review/facts", "review-article": "/review/article/sure", "review-entity": "/review/entity/{yao}",
    "review-entity-found": "/review/entity/{yao}?q=Carla+Roth", "review-log": "/review/log", "add": "/add",
    "nowhere": "/nowhere", "nowhere-person": "/person/nobody", "nowhere-article": "/article/none",
}  # fmt: skip
# Between light and dark nothing changes but colours, so all rules are asked once, and those of colours twice.
RUN_AXE = "async (given) => (await axe.run(document, {resultTypes: ['violations'], ...given})).violations"
RULES: dict[str, dict[str, Any]] = {
    "light": {"rules": {"target-size": {"enabled": True}}},  # of WCAG 2.2, which axe asks only when told to
    "dark": {"runOnly": ["color-contrast", "link-in-text-block"]},
}
# What the keyboard reaches out of order, or reaches though nobody sees it. It reaches nothing that is not displayed.
UNSEEN = """() => [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]")]
  .filter((found) => !found.closest("details:not([open]) > :not(summary)"))
  .filter((found) => found.checkVisibility({visibilityProperty: true}))
  .filter((found) => found.tabIndex > 0 || (found.tabIndex === 0 &&
    (found.getClientRects().length === 0 || !found.checkVisibility({opacityProperty: true}))))
  .map((found) => found.outerHTML.slice(0, 120))"""
PAPER = """() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color,
  ...["header.site", "footer.site", ".filters", ".skip", "button"].filter((found) =>
    [...document.querySelectorAll(`body > ${found}, ${found}`)].some((part) => part.getClientRects().length))]"""


@dataclass(frozen=True)
class Served:
    """Where the pages are, and who has signed in there."""

    address: str
    cookie: str
    values: dict[str, str]


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A record with everything that a page can show."""
    library = Library(str(tmp_path_factory.mktemp("every") / "every.db"))
    list(library.add(ARTICLES, EmbeddedReader(is_quick=True)))
    fill(library)
    application = create_application(library)
    application.state.reader = ScriptedReader()
    token, _ = library.tokens.make("Carla", ["review", "add"], author="root")
    (ada,), (yao, *_) = library.person("Ada Moreno").found, library.person("姚顺宇").found
    (quanta,) = library.organization("Quanta").found
    rumour = next(move for move in library.moves() if move.status == "rumored")
    hostile = next(move.articles[0] for move in library.moves() if "<script>" in move.articles[0])
    article = library.article("en-moreno")
    assert article is not None
    values = {
        "person": ada.id, "move": ada.moves[0].id, "rumour": rumour.id, "yao": yao.id,
        "hostile": hostile, "story": article.story or "", "kept": quanta.id,
    }  # fmt: skip
    with served(application) as address:
        yield Served(address, application.state.sessions.open(token.id), values)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """Headless Chromium."""
    with launched() as opened:
        yield opened


@dataclass
class Looked:
    """What is wrong with a page, in words."""

    wrong: list[str]

    def note(self, where: str, found: list[str]) -> None:
        """Keep what was found at a place."""
        self.wrong += [f"{where}: {item}" for item in found]


@pytest.mark.parametrize(
    ("language", "signed_in"),
    [*((language, True) for language in LANGUAGES), ("ar", False)],
    ids=[*(f"{language}-reviewer" for language in LANGUAGES), "ar-visitor"],
)
def test_every_page_is_as_it_should_be(browser: Any, pages: Served, language: str, signed_in: bool) -> None:
    # Colours that are still on their way from light to dark are nobody's.
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    if signed_in:
        context.add_cookies([{"name": COOKIE, "value": pages.cookie, "url": pages.address}])
    page = context.new_page()
    page.set_default_timeout(120_000)
    looked, at = Looked([]), ["start"]
    page.on("console", lambda said: looked.note(at[0], [said.text] if said.type in ("error", "warning") else []))
    page.on("pageerror", lambda error: looked.note(at[0], [str(error)]))
    page.on("request", lambda asked: looked.note(at[0], [] if asked.url.startswith(pages.address) else [asked.url]))
    # A visitor sees the same pages without what reviewers see; those that lead to signing in are one page.
    for name, path in PAGES.items():
        if not signed_in and name.startswith(("review", "add")):
            continue
        at[0] = name
        page.goto(f"{pages.address}/{language}{path.format(**pages.values)}")
        _look(page, looked, language, name)
        if signed_in and language != "es":
            SHOTS.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=SHOTS / f"{language}-{name}.png", full_page=True)
    if signed_in:
        at[0] = "add-read"
        page.goto(f"{pages.address}/{language}/add")
        page.locator("#text").fill("A farewell\n\nEva Ruiz left Cedar for Tundra.\n\nNobody said why.")
        page.locator("main button").first.click()
        page.locator("mark").first.wait_for()
        _look(page, looked, language, at[0])
    context.close()
    # Chromium tells of every 404 as an error of the page.
    wrong = [item for item in looked.wrong if re.match(r"nowhere[\w-]*: Failed to load resource", item) is None]
    assert not wrong, "\n".join(wrong)


def _look(page: Any, looked: Looked, language: str, name: str) -> None:
    """Look at a page in every way."""
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        language, "rtl" if language == "ar" else "ltr",
    ], name  # fmt: skip
    page.evaluate(axe.AXE_SCRIPT)
    for scheme, rules in RULES.items():
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate(RUN_AXE, rules)
        looked.note(f"{name}, {scheme}", [f"{item['id']}: {item['nodes'][0]['html']}" for item in found])
    page.emulate_media(color_scheme="light")
    looked.note(f"{name}, by keyboard", page.evaluate(UNSEEN))
    for width in (320, 768):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        looked.note(f"{name}, {width} wide", [f"{wide} too wide"] if wide > 0 else [])
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    printed = page.evaluate(PAPER)
    looked.note(f"{name}, printed", [] if printed == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"] else [str(printed)])
    page.emulate_media(media="screen", color_scheme="light")
