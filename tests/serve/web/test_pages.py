"""The pages: what they show, in three languages, and what they never let through."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po
from starlette.testclient import TestClient

from talentflow.app import Library
from talentflow.exports.provenance import LICENCE
from talentflow.languages import language_codes, load_language
from talentflow.model import FACT_TYPES, HOWS, KINDS, STATUSES, Document, MoveClaim, Reading
from talentflow.model.notes import FORMS, SAID_PLACES
from talentflow.model.reasons import TEMPLATES
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve import web
from talentflow.serve.listening import addresses_of
from talentflow.serve.web import create_application, words
from talentflow.serve.web.interface import LANGUAGES, best_language, interface_for
from tests.app.make import mention
from tests.serve.scripted import move as scripted_move

WEB = Path(web.__file__).parent
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


@pytest.mark.parametrize(
    ("accepted", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("es-MX,es;q=0.9", "es"),
        ("de, fr", "en"),
        ("en;q=0.4, ar-EG;q=0.8", "ar"),
        ("ar;q=0, es;q=0.1", "es"),
        ("*", "en"),
        (";;;q=x", "en"),
        ("ar;q=1.2.3, es;q=0.2", "es"),
    ],
)
def test_chooses_the_best_language_that_it_has(accepted: str | None, language: str) -> None:
    assert best_language(accepted) == language


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


@pytest.mark.parametrize("query", ["Moreno", "ada MORENO", "موراتي", "chief scientist"])
def test_one_box_finds_people_and_articles_in_any_script(visitor: TestClient, query: str) -> None:
    page = visitor.get("/en/search", params={"q": query}).text
    assert 'class="hits"' in page


def test_a_search_for_nothing_known_says_so_and_what_to_try(visitor: TestClient) -> None:
    page = visitor.get("/en/search", params={"q": "qqzzxx"}).text
    assert "Nothing was found." in page
    assert "Try a family name alone" in page


@pytest.mark.parametrize(
    ("path", "words", "to_search_for"),
    [
        ("/en/person/ada-morena", "Nobody is kept under this address", "ada morena"),
        ("/es/person/ada-morena", "No hay nadie guardado", "ada morena"),
        ("/en/organization/none", "No organization is kept", "none"),
        ("/en/organization/none/roster", "No organization is kept", "none"),
        ("/ar/move/m-0", "لا تنقل محفوظ", ""),
        ("/en/article/a/b", "No article is kept", ""),
        ("/en/story/s", "No story is kept", ""),
        ("/en/counted", "There is no such page", ""),
        ("/fr/", "There is no such page", ""),
        ("/x", "There is no such page", ""),
    ],
)
def test_what_is_not_there_is_a_page_that_says_so_and_helps_on(
    visitor: TestClient, path: str, words: str, to_search_for: str
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 404
    assert f"<h1>{words}" in answer.text
    assert (
        f'<input id="again" name="q" type="search" dir="auto" maxlength="200" value="{to_search_for}">' in answer.text
    )


def test_a_mistake_of_the_program_is_a_page_in_the_visitors_language(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = Library(str(record))
    monkeypatch.setattr(library, "outlets", lambda: 1 // 0)
    with TestClient(create_application(library), base_url="http://localhost", raise_server_exceptions=False) as client:
        answer = client.get("/es/about")
        assert answer.status_code == 500
        assert "El programa ha cometido un error" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        assert "division" not in answer.text


def test_a_person_is_no_organization(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    assert visitor.get(f"/en/organization/{found['person']}").status_code == 404


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


def test_catalogs_have_every_message() -> None:
    wanted = Catalog()
    methods = [("templates/**.html", "jinja2"), ("**.py", "python")]
    options = {"templates/**.html": {"trimmed": "true", "newstyle_gettext": "true"}}
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "_mark": None, "say": (1,), "say_count": (1, 2)}
    for _, _, message, _, _ in extract_from_dir(WEB, methods, options, keywords=keywords):
        wanted.add(message)
    for kept in (*TEMPLATES, *FORMS, *frozenset[str]().union(*SAID_PLACES.values()), LICENCE):
        wanted.add(kept)
    assert len(list(wanted)) > 100
    for code in sorted(set(LANGUAGES) - {"en"}):
        kept = (WEB / "catalogs" / f"{code}.po").read_text(encoding="utf-8")
        told = re.findall(r'^msgid "(.+)"$', kept, flags=re.MULTILINE)
        assert len(told) == len(set(told)), code  # the tools of gettext refuse a message that is there twice
        catalog = read_po(BytesIO(kept.encode()), locale=code)
        for message in wanted:
            if not message.id:
                continue
            found = catalog.get(message.id)
            assert found is not None, (code, message.id)
            parts = found.string if isinstance(found.string, tuple) else (found.string,)
            assert all(parts), (code, message.id)
            # The places to be filled are the same.
            one = message.id if isinstance(message.id, str) else message.id[0]
            slots = r"%\(\w+\)s|\{\w+\}"
            assert set(re.findall(slots, parts[-1])) == set(re.findall(slots, one)), (code, one)
        unused = [message.id for message in catalog if message.id and wanted.get(message.id) is None]
        assert unused == [], code


def test_counts_take_the_form_that_the_language_has() -> None:
    arabic = interface_for("ar")
    said = [arabic.say_count("%(num)s article", "%(num)s articles", count) for count in (1, 2, 5, 20)]
    assert said == ["مقال واحد", "مقالان", "5 مقالات", "20 مقالًا"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("2026-01-14", "Jan 14, 2026"),
        ("2026-01", "Jan 2026"),
        ("2026", "2026"),
        (None, ""),
        ("soon", "soon"),
    ],
)
def test_dates_are_as_exact_as_they_are(text: str | None, shown: str) -> None:
    assert interface_for("en").date(text) == shown


def test_an_organization_shows_who_is_there_who_left_and_where_to(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    left = visitor.get(f"/en/organization/{found['from']}").text
    assert "Came and left by quarter" in left
    assert re.search(rf'href="/en/counted\?from={found["from"]}&amp;to={found["to"]}"', left)
    bar = re.search(r'href="(/en/counted\?from=[^"]*quarter=2026-01)"', left)
    assert bar is not None
    assert "Ada Moreno" in visitor.get(bar[1].replace("&amp;", "&")).text
    joined = visitor.get(f"/en/organization/{found['to']}/roster?part=there").text
    row = next(row for row in joined.split("<tr") if "Ada Moreno" in row)
    assert "chief scientist" in row
    assert "no end is told" in row
    assert "so far" in row
    assert "Nobody is told" in visitor.get(f"/en/organization/{found['to']}/roster?part=left").text
    for wrong in ("/en/organization/nobody/roster", f"/en/organization/{found['to']}/retention?days=1"):
        assert visitor.get(wrong).status_code == 404


def test_the_roster_by_the_api_goes_on_where_it_ended(visitor: TestClient) -> None:
    found = ids(visitor, person="Ada Moreno")
    address = f"/api/v1/organizations/{found['from']}/roster"
    everybody = visitor.get(address).json()
    assert (everybody["there"], everybody["left"], everybody["next"]) == (0, 2, None)
    one = visitor.get(address, params={"limit": 1, "part": "left"}).json()
    other = visitor.get(address, params={"limit": 1, "part": "left", "cursor": one["next"]}).json()
    assert one["people"] + other["people"] == everybody["people"]
    profile = visitor.get(f"/api/v1/organizations/{found['from']}/profile").json()
    assert (profile["came"], profile["left"]) == (0, 2)


def test_what_is_typed_so_far_finds_people_organizations_and_articles(visitor: TestClient) -> None:
    found = visitor.get("/ar/typed", params={"q": "mor"}).text
    assert "<html" not in found
    assert 'role="option"' in found
    assert "Ada Moreno" in found
    assert "Anthropic" in visitor.get("/en/typed", params={"q": "anth"}).text
    assert "Harbour" not in visitor.get("/en/typed").text
    assert "<script>" not in visitor.get("/en/typed", params={"q": "<script>"}).text
    nothing = visitor.get("/es/typed", params={"q": "xyzzyq"}).text
    assert interface_for("es").say("Nothing was found.") in nothing


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


@pytest.mark.parametrize(
    ("query", "person"), [("Moreno", "Ada Moreno"), ("موراتي", "Mira Murati"), ("Anthropic", "Ada Moreno")]
)
def test_the_search_finds_moves_too(visitor: TestClient, query: str, person: str) -> None:
    page = visitor.get("/en/search", params={"q": query}).text
    moves = page.split("<h2>Moves</h2>")[1].split("</section>")[0]
    assert person in moves
    assert "/en/move/m-" in moves
    typed = visitor.get("/en/typed", params={"q": query}).text
    assert 'id="typed-move-1"' in typed
    assert "<h2>Moves</h2>" not in visitor.get("/en/search", params={"q": "chief scientist"}).text


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


def test_names_keep_their_places_around_an_arrow_in_every_direction() -> None:
    move = scripted_move()
    arabic, english = interface_for("ar"), interface_for("en")
    # "كوانتا" is right-to-left: beside it an arrow without isolates would point the other way.
    assert words.ends_of(english, move) == "Borealis → \u2068كوانتا\u2069"
    assert words.ends_of(arabic, move) == "\u2068Borealis\u2069 ← \u2068كوانتا\u2069"
    assert words.sentence(english, move) == "Ada Moreno: Borealis → \u2068كوانتا\u2069"
    assert "\u202e" not in words.set_off(arabic, "a\u202eb")


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


def test_a_fact_of_an_article_is_told_in_the_visitors_language(tmp_path: Path) -> None:
    text = "Ada Moreno left OpenAI for Anthropic. Anthropic raised $2 billion in March."
    library = Library(str(tmp_path / "facts.db"))
    list(library.add([Document(text=text, id="a", lang="en", published="2026-01-14")], EmbeddedReader(is_quick=True)))
    with TestClient(create_application(library), base_url="http://localhost") as client:
        page = client.get("/es/article/a").text
        assert '<strong><bdi>Anthropic</bdi></strong>: financiación, <bdi lang="en">$2 billion</bdi>' in page


def test_every_word_of_the_record_has_one_of_the_interface() -> None:
    told = {reason for code in language_codes() for _, reason in load_language(code).phrases["reason"]}
    assert told == set(words.REASONS)
    assert set(words.KINDS) == set(KINDS)
    assert set(words.STATUSES) == set(words.SHAPES) == set(STATUSES)
    assert set(words.HOWS) == set(HOWS)
    assert set(words.FACTS) == set(FACT_TYPES)
