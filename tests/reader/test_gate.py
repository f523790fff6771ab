"""The cheap look at a page's words: it holds back much, and nothing that tells of a move."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader, read_page
from talentflow.reader.names.gate import may_tell
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import cut_page, make_page

ROOT = Path(__file__).parents[2]
IRRELEVANT = sorted((ROOT / "bench" / "texts").glob("*.txt"))
PRACTICE = sorted((ROOT / "train").glob("*/*.json"))


def _article(path: Path) -> Document:
    fields = json.loads(path.read_text(encoding="utf-8"))
    return Document(
        text=fields["text"],
        id=fields["id"],
        lang=fields["lang"],
        title=fields.get("title") or "",
        published=fields.get("published"),
    )


def _irrelevant(path: Path) -> Document:
    title, _, text = path.read_text(encoding="utf-8").partition("\n\n")
    return Document(text=text, id=path.stem, lang=path.stem[:2], title=title)


def _passes(text: str, lang: str = "en") -> bool:
    return may_tell(cut_page(Document(text=text, lang=lang), lexicon_for(lang)))


@pytest.mark.parametrize("folder", sorted({path.parent.name for path in PRACTICE}))
def test_loses_nothing_that_reading_without_it_finds(folder: str) -> None:
    reader = EmbeddedReader(is_quick=True)
    for path in PRACTICE:
        if path.parent.name == folder:
            document = _article(path)
            whole = read_page(make_page(document, lexicon_for(document.lang)), is_quick=True)
            found = reader.read(document)
            # Where nobody moves, posts are passed over with the page, and facts that only a name would complete.
            is_passed = not (whole.moves or whole.groups) and not found.positions
            kept = replace(whole, facts=(), positions=()) if is_passed else replace(whole, facts=())
            assert replace(found, facts=()) == kept, path.name
            assert found.facts in (whole.facts, ()), path.name


@pytest.mark.parametrize("path", IRRELEVANT, ids=lambda path: path.stem)
def test_irrelevant_articles_tell_of_nobody(path: Path) -> None:
    reading = EmbeddedReader(is_quick=True).read(_irrelevant(path))
    assert (reading.moves, reading.positions, reading.groups) == ((), (), ())


def test_holds_back_most_irrelevant_articles_where_names_have_capitals() -> None:
    cased = [_irrelevant(path) for path in IRRELEVANT if path.stem[:2] != "ar"]
    held = [document for document in cased if not _passes(document.text, document.lang)]
    assert len(held) >= 0.9 * len(cased)


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Ada Moreno left the lab.", True),
        ("The lab left the town.", False),
        ("On Monday the lab left the town.", False),
        ("Red lentils left the shop, one by one.", False),
        ("The lab was left by Jean-Luc.", True),
        ("ميرا موراتي left the lab.", True),
        ("Eight researchers left the lab.", True),
        ("The lab was left by J. Moreno.", True),
        ("The lab was left by Ludwig van Moreno.", True),
    ],
)
def test_asks_for_a_trigger_and_a_name_or_a_number_of_people(text: str, passes: bool) -> None:
    assert _passes(text) is passes


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("صادق المجلس على تعيين حنان بركات رئيسة للمعهد.", True),  # both names are words too
        ("وغادر الفريق القاعة بكرم كبير بعد ساعة.", False),
    ],
)
def test_names_that_are_words_too_pass_where_the_tags_see_them(text: str, passes: bool) -> None:
    assert _passes(text, "ar") is passes
