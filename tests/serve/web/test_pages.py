"""The pages: what they show, in three languages, and what they never let through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.model import Document, MoveClaim, Reading
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.listening import addresses_of
from talentflow.serve.web import create_application, words
from talentflow.serve.web.interface import LANGUAGES
from tests.app.make import mention

PAGES = ("/", "/flows", "/about", "/search", "/search?q=Moreno", "/article/en-moreno", "/article/ar-murati")


def ids(visitor: TestClient, **query: str) -> dict[str, str]:
    move = visitor.get("/api/v1/moves", params=query).json()["moves"][0]
    return {
        "move": move["id"],
        "person": move["person"]["id"],
        "from": move["from"]["id"],
        "to": move["to"]["id"],
    }


def test_the_start_goes_to_the_visitors_language(visitor: TestClient) -> None:
    answer = visitor.get("/", headers={"Accept-Language": "fr, ar;q=0.9, en;q=0.5"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (302, "/ar/")


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_there_in_every_language(visitor: TestClient, language: str, path: str) -> None:
    answer = visitor.get(f"/{language}{path}")
    assert answer.status_code == 200
    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in answer.text
    assert answer.headers["content-language"] == language
    # The other languages lead to the same page.
    for other in LANGUAGES:
        assert f'href="/{other}{path}"' in answer.text.replace("&amp;", "&")


@pytest.mark.parametrize(
    ("path", "shorter"),
    [
        ("/en/?person=&status=rumored&since=", "/en/?status=rumored"),
        ("/en/?person=%20&kind=", "/en/"),
        ("/en/?person=Ada+Moreno&since=soon&until=", "/en/?person=Ada+Moreno&since=soon"),
        ("/ar/flows?since=&until=2026", "/ar/flows?until=2026"),
    ],
)
def test_fields_that_nobody_filled_in_do_not_stay_in_the_address(visitor: TestClient, path: str, shorter: str) -> None:
    answer = visitor.get(path, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, shorter)
    assert visitor.get(shorter, follow_redirects=False).status_code == 200


def test_a_move_is_shown_with_its_status_in_words(visitor: TestClient) -> None:
    page = visitor.get("/en/").text
    row = next(row for row in page.split("<tr") if "Ada Moreno" in row)
    assert "Anthropic" in row
    assert "OpenAI" in row
    assert re.search(r'class="badge done">.*done</span>', row)
    rumour = next(row for row in page.split("<tr") if "Barret Zoph" in row)
    assert re.search(r'class="badge rumored">.*rumored</span>', rumour)


def test_filters_are_in_the_address_and_in_the_form(visitor: TestClient) -> None:
    page = visitor.get("/en/", params={"person": "ميرا موراتي", "status": "done"}).text
    assert "Mira Murati" in page
    assert "Ada Moreno" not in page
    assert 'value="ميرا موراتي"' in page
    assert '<option value="done" selected>' in page
    none = visitor.get("/en/", params={"status": "denied"}).text
    assert "No move matches" in none


@pytest.mark.parametrize("since", ["soon", "2025-13", "2025-02-30", "2025-10-14x", "2025-10-14T10:00"])
def test_what_is_not_understood_is_told_and_left_out(visitor: TestClient, since: str) -> None:
    page = visitor.get("/en/", params={"since": since, "kind": "moved"}).text
    assert f"“{since}” was not understood" in page
    assert "Ada Moreno" in page


def test_an_unknown_name_brings_names_to_try(visitor: TestClient) -> None:
    page = visitor.get("/en/", params={"person": "Ada Morena"}).text
    assert "Nobody of this name is known." in page
    assert "?person=Ada+Moreno" in page
    assert "No organization of this name is known." in visitor.get("/en/", params={"from": "Antropik Works"}).text


def test_an_empty_record_says_how_to_begin(nothing_stored: TestClient) -> None:
    assert "talentflow add" in nothing_stored.get("/en/").text
    assert nothing_stored.get("/ar/about").status_code == 200


def test_the_pages_of_a_move_its_people_and_organizations(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    move = visitor.get(f"/en/move/{found['move']}").text
    assert "Harbour Ledger" in move
    assert "How its status came about" in move
    assert "chief scientist" in move
    person = visitor.get(f"/es/person/{found['person']}").text
    assert "Ada Moreno" in person
    assert "Grafías" in person
    organization = visitor.get(f"/ar/organization/{found['to']}").text
    assert "Anthropic" in organization
    assert "Ada Moreno" in organization


def test_the_evidence_of_a_move_leads_to_its_place_in_the_article(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    move = visitor.get(f"/en/move/{found['move']}").text
    anchors = re.findall(r'href="/en/article/en-moreno#([\w-]+)"', move)
    article = visitor.get("/en/article/en-moreno").text
    assert anchors
    for anchor in anchors:
        assert f'<mark id="{anchor}"' in article


def test_an_article_stands_in_its_own_direction(visitor: TestClient) -> None:
    page = visitor.get("/en/article/ar-murati").text
    assert '<div class="text" lang="ar" dir="rtl">' in page
    assert "مرسى الأخبار" in page


def test_flows_lead_to_their_moves(visitor: TestClient) -> None:
    page = visitor.get("/en/flows").text
    links = re.findall(r'href="(/en/counted\?[^"]*from=[^"]*)"', page.replace("&amp;", "&"))
    assert links
    assert any("Ada Moreno" in visitor.get(link).text for link in links)
    assert "Barret Zoph" not in page  # a rumour is no flow


def test_a_period_without_moves_says_which_periods_have_some(visitor: TestClient, nothing_stored: TestClient) -> None:
    page = visitor.get("/en/flows?since=2030").text
    assert "No move is told." in page
    assert "tell of moves from Jan 2026 to Jan 2026" in page
    assert '<a href="/en/flows">Show all</a>' in page
    assert "talentflow add" in nothing_stored.get("/en/flows?since=2030").text


def test_a_story_shows_its_origins(visitor: TestClient) -> None:
    story = visitor.get("/api/v1/articles/en-moreno").json()["story"]
    page = visitor.get(f"/en/story/{story}").text
    assert "Origin 1" in page
    assert "Ada Moreno leaves OpenAI for Anthropic" in page


def test_nothing_from_articles_or_addresses_acts(visitor: TestClient) -> None:
    hostile = "<script>alert(1)</script>"
    paths = ["/en/", "/en/?person=" + hostile, "/en/?since=" + hostile, "/en/search?q=" + hostile]
    paths += ["/en/article/" + hostile, "/en/person/" + hostile]
    article = visitor.get("/api/v1/search", params={"q": "Zoph"}).json()["articles"][0]["article"]
    paths.append("/en/article/" + article)
    found = ids(visitor, person="Barret Zoph")
    paths += [f"/en/move/{found['move']}", f"/en/person/{found['person']}"]
    for path in paths:
        text = visitor.get(path).text
        assert "<script>alert" not in text, path
        assert "javascript:" not in text, path


def test_every_answer_keeps_to_itself(visitor: TestClient) -> None:
    for path in ("/en/", "/en/none", "/static/style.css", "/api/v1/status", "/api/v1/moves/none"):
        headers = visitor.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"], path
        assert headers["x-content-type-options"] == "nosniff"


def test_other_hosts_are_not_answered(visitor: TestClient) -> None:
    # Else a page of another site could point its own name at this machine and read what is served.
    assert visitor.get("/en/", headers={"Host": "evil.example"}).status_code == 421
    assert visitor.get("/en/", headers={"Host": "localhost:8017"}).status_code == 200
    assert visitor.get("/en/", headers={"Host": "[::1]:8017"}).status_code == 200


def test_pages_load_nothing_from_elsewhere(visitor: TestClient) -> None:
    for path in PAGES:
        text = visitor.get(f"/en{path}").text
        assert not re.search(r'(?:src|<link[^>]*href)="(?:https?:)?//', text), path


def test_the_next_part_of_a_list_has_no_way_back_in_it(visitor: TestClient) -> None:
    assert 'rel="prev"' in visitor.get("/en/?page=2").text
    assert 'rel="prev"' not in visitor.get("/en/?page=2", headers={"HX-Target": "more"}).text


def test_htmx_is_ours_and_may_neither_evaluate_nor_style(visitor: TestClient) -> None:
    page = visitor.get("/en/").text
    assert visitor.get("/static/vendor/htmx.min.js").status_code == 200
    assert "Zero-Clause BSD" in visitor.get("/static/vendor/htmx.LICENSE.txt").text
    for held in ('"allowEval":false', '"includeIndicatorStyles":false', '"selfRequestsOnly":true'):
        assert held in page
    assert "unsafe" not in visitor.get("/en/").headers["content-security-policy"]


@pytest.mark.parametrize(
    ("listening", "host", "status"),
    [
        ("127.0.0.1", "localhost:8017", 200),
        ("127.0.0.1", "talent.example.org", 200),  # something of ours in front of it has this name
        ("127.0.0.1", "192.0.2.7", 421),
        ("127.0.0.1", "evil.example", 421),
        ("0.0.0.0", "192.0.2.7:8017", 200),
        ("0.0.0.0", "[2001:db8::1]:8017", 200),
        ("0.0.0.0", "Talent.example.org:80", 200),
        ("0.0.0.0", "evil.example", 421),
        ("0.0.0.0", "192.0.2.7.evil.example", 421),
        ("0.0.0.0", "talent.example.org.evil.example:8017", 421),
    ],
)
def test_pages_are_served_under_names_of_ours_alone(record: Path, listening: str, host: str, status: int) -> None:
    application = create_application(Library(str(record)), addresses_of(listening, ["talent.example.org"]))
    with TestClient(application, base_url="http://localhost") as client:
        for path in ("/en/about", "/api/v1/status"):
            assert client.get(path, headers={"Host": host}).status_code == status


class UndatedReader:
    """Finds one move in every article, of a day that nobody tells."""

    name = "undated"
    version = "1"

    def read(self, document: Document) -> Reading:
        """The move."""
        told = MoveClaim(
            person=mention("Ada Moreno"), from_org=mention("Borealis"), to_org=mention("Quanta"), kind="move",
            evidence=(document.span("text", 0, len(document.text)),),
        )  # fmt: skip
        return Reading(document.id, "en", "undated 1", (told,))


def test_a_day_that_is_only_that_of_the_news_is_marked(tmp_path: Path, visitor: TestClient) -> None:
    """Where no article tells the day of a move, the day when it became known must not pass for it."""
    with Library(str(tmp_path / "undated.db")) as library:
        news = Document("Ada Moreno once left Borealis for Quanta.", "a", "en", "", "2026-01-16")
        assert [added.outcome for added in library.add([news], UndatedReader())] == ["added"]
        with TestClient(create_application(library), base_url="http://localhost") as client:
            assert '<span title="First known">(Jan 16, 2026)</span>' in client.get("/en/").text
    assert "First known" not in visitor.get("/en/").text  # there every move has its day


def test_a_move_says_who_told_it_first_and_where_each_quote_stands(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    page = visitor.get(f"/en/move/{found['move']}").text
    known = page.split("<dt>First known</dt><dd>")[1].split("</dd>")[0]
    assert "Jan 14, 2026" in known
    assert 'href="/en/article/en-moreno#c-' in known
    assert "Harbour Ledger" in known
    assert re.search(r"in the (text|title), characters 1–\d+", page)
    history = page.split('<ol class="history">')[1].split("</ol>")[0]
    assert "Harbour Ledger" in history
    assert "Ada Moreno" in history  # the words that say so


def test_the_page_about_the_data_names_outlets_and_whom_to_ask(visitor: TestClient, record: Path) -> None:
    page = visitor.get("/en/about").text
    assert "Harbour Ledger" in page.split("<h3>Outlets</h3>")[1]
    assert "مرسى الأخبار" in page
    assert "write to whoever gave you this address" in page
    assert visitor.get("/api/v1/status").json()["outlets"]["Harbour Ledger"] == 1
    for told, shown in (
        ("desk@example.org", 'href="mailto:desk@example.org"'),
        ("https://example.org/ask", 'href="https://example.org/ask"'),
        ("javascript:alert(1)", "<bdi>javascript:alert(1)</bdi>"),
        ("<b>the desk</b>", "<bdi>&lt;b&gt;the desk&lt;/b&gt;</bdi>"),
        ("a@b.example?subject=x", "<bdi>a@b.example?subject=x</bdi>"),
    ):
        application = create_application(Library(str(record)), contact=told)
        with TestClient(application, base_url="http://localhost") as client:
            assert shown in client.get("/en/about").text


def test_a_story_is_a_tree_of_its_origins(visitor: TestClient) -> None:
    story = visitor.get("/api/v1/articles/en-moreno").json()["story"]
    tree = visitor.get(f"/en/story/{story}").text.split('<ol class="tree">')[1].split("</ol>")[0]
    assert tree.count('<div class="leads">') == tree.count("<h2>") == 1
    assert "the first of it" in tree


def test_a_timeline_shows_the_shape_of_each_status(visitor: TestClient) -> None:
    style = visitor.get("/static/style.css").text
    for status, shape in words.SHAPES.items():
        assert f'content: "{shape}"' in style, status
    page = visitor.get("/en/").text
    assert '<div class="timeline">' in page
    assert '<tr class="rumored">' in page


def test_a_copy_is_named_by_its_title_on_the_page_of_the_other(tmp_path: Path) -> None:
    text = "Ada Moreno has left OpenAI to join Anthropic as chief scientist, the company said on Monday. " * 3
    told = [
        Document(text=text, id=f"copy-{number}", lang="en", title=f"Farewell {number}", published="2026-01-14")
        for number in (1, 2)
    ]
    library = Library(str(tmp_path / "copies.db"))
    list(library.add(told, EmbeddedReader(is_quick=True)))
    library.refresh()
    with TestClient(create_application(library), base_url="http://localhost") as client:
        page = client.get("/en/article/copy-1").text
        assert "count as one origin" in page
        assert '<a href="/en/article/copy-2" lang="en"><bdi>Farewell 2</bdi></a>' in page
