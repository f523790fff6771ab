"""The languages of the pages: which one a visitor gets, and that each has a word for everything."""

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
from talentflow.model import FACT_TYPES, HOWS, KINDS, STATUSES, Document
from talentflow.model.notes import FORMS, SAID_PLACES
from talentflow.model.reasons import TEMPLATES
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve import web
from talentflow.serve.web import create_application, words
from talentflow.serve.web.interface import LANGUAGES, best_language, interface_for
from tests.serve.scripted import move as scripted_move

WEB = Path(web.__file__).parent


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


def test_names_keep_their_places_around_an_arrow_in_every_direction() -> None:
    move = scripted_move()
    arabic, english = interface_for("ar"), interface_for("en")
    # "كوانتا" is right-to-left: beside it an arrow without isolates would point the other way.
    assert words.ends_of(english, move) == "Borealis → \u2068كوانتا\u2069"
    assert words.ends_of(arabic, move) == "\u2068Borealis\u2069 ← \u2068كوانتا\u2069"
    assert words.sentence(english, move) == "Ada Moreno: Borealis → \u2068كوانتا\u2069"
    assert "\u202e" not in words.set_off(arabic, "a\u202eb")


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
