from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from talentflow.app import Library, MoveFilter
from talentflow.app import refresh as rules
from talentflow.model import Document, MoveClaim, PositionClaim, Reading, Span, StoreError, TalentflowError
from talentflow.registry import Registry
from talentflow.resolver import VERSION as RESOLVER_VERSION
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader

SENTENCE = "Ada Moreno left Borealis for Quanta."
ARTICLES = [
    Document(
        text=f"{SENTENCE} She had led its research.",
        id="one",
        lang="en",
        title="A move",
        published="2025-03-04T10:00:00Z",
        publisher="Harbour Ledger",
    ),
    document("two", published="2025-03-05", lang="es"),
    document("three", published="2024-01-02"),
]
READER = ScriptedReader(
    {
        "one": [
            move(
                "Ada Moreno", "Borealis", "Quanta", date="2025-03", evidence=(Span("text", 0, len(SENTENCE), SENTENCE),)
            )
        ],
        "two": [move("Ada Moreno", "Borealis", "Quanta", status="rumored")],
        "three": [move("Boris Ilin", None, "Borealis", date="2024-01-01"), move("Chen Li", "Quanta", None)],
    },
    {"one": [PositionClaim(mention("Ada Moreno"), mention("Borealis"), "head of research", "past")]},
)


@pytest.fixture(params=["sqlite", "postgresql"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    url = str(tmp_path / "test.db") if request.param == "sqlite" else empty_postgresql()
    with Library(url, registry=Registry()) as opened:
        yield opened


def empty_postgresql() -> str:
    """The database that TALENTFLOW_TEST_POSTGRESQL names, emptied: postgresql://user@host/name."""
    url = os.environ.get("TALENTFLOW_TEST_POSTGRESQL")
    if not url:
        pytest.skip("TALENTFLOW_TEST_POSTGRESQL names no database that may be emptied")
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://", 1))
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()
    return url


@pytest.fixture
def filled(library: Library) -> Library:
    assert [added.outcome for added in library.add(ARTICLES, READER)] == ["added"] * 3
    return library


def shown(library: Library, wanted: MoveFilter | None = None) -> list[str]:
    return [f"{move.person}: {move.from_org} -> {move.to_org}, {move.status}" for move in library.moves(wanted)]


def test_moves_are_made_of_all_claims_newest_first(filled: Library) -> None:
    assert shown(filled) == [
        "Ada Moreno: Borealis -> Quanta, done",
        "Chen Li: Quanta -> None, done",
        "Boris Ilin: None -> Borealis, done",
    ]


@pytest.mark.parametrize(
    ("wanted", "people"),
    [
        (MoveFilter(person="moreno"), ["Ada Moreno"]),
        (MoveFilter(person="Ада Морено"), ["Ada Moreno"]),
        (MoveFilter(person="Nobody Known"), []),
        (MoveFilter(person="\udce9", language=("\udce9",)), []),
        (MoveFilter(organization="quanta"), ["Ada Moreno", "Chen Li"]),
        (MoveFilter(from_="Quanta"), ["Chen Li"]),
        (MoveFilter(to="Quanta"), ["Ada Moreno"]),
        (MoveFilter(kind=("join", "leave")), ["Chen Li", "Boris Ilin"]),
        (MoveFilter(status=("rumored",)), []),
        (MoveFilter(language=("es",)), ["Ada Moreno"]),
        (MoveFilter(since="2025"), ["Ada Moreno"]),
        (MoveFilter(since="2025-04"), []),
        (MoveFilter(until="2024"), ["Chen Li", "Boris Ilin"]),
        (MoveFilter(until="2023-12"), []),
        (MoveFilter(sort="person"), ["Ada Moreno", "Boris Ilin", "Chen Li"]),
        (MoveFilter(limit=1), ["Ada Moreno"]),
        (MoveFilter(limit=0), []),
    ],
)
def test_filters(filled: Library, wanted: MoveFilter, people: list[str]) -> None:
    assert [str(move.person) for move in filled.moves(wanted)] == people


@pytest.mark.parametrize("wanted", [MoveFilter(sort="size"), MoveFilter(since="soon"), MoveFilter(until="2025-1")])
def test_a_filter_that_makes_no_sense_is_refused_in_one_line(filled: Library, wanted: MoveFilter) -> None:
    with pytest.raises(TalentflowError, match=r"^[^\n]+$"):
        filled.moves(wanted)


def test_a_move_shows_its_evidence_and_history(filled: Library) -> None:
    (found,) = filled.moves(MoveFilter(person="Ada Moreno"))
    assert [(item.article, item.field, item.start, item.end, item.quote) for item in found.evidence] == [
        ("one", "text", 0, len(SENTENCE), SENTENCE)
    ]
    assert [(step.published, step.status, step.article) for step in found.history] == [("2025-03-04", "done", "one")]
    assert found.origins == 2
    assert found.date == "2025-03"


def test_the_export_has_the_sentence_behind_each_move(filled: Library) -> None:
    (found,) = (move for move in filled.export_ledger()["moves"] if move["person"]["name"] == "Ada Moreno")
    assert [item["quote"] for item in found["evidence"]] == [SENTENCE]
    assert len(found["claims"]) == 2


def test_says_what_was_left_unsearched(library: Library) -> None:
    class Hasty(ScriptedReader):
        def read(self, document: Document) -> Reading:
            return replace(super().read(document), searched=12)

    (added,) = library.add(ARTICLES[:1], Hasty({}))
    assert added.outcome == "added"
    assert added.warning is not None
    assert "only the first 12 of its" in added.warning


@pytest.mark.parametrize(("part", "ids"), [("t", ["three", "two"]), ("ONE", ["one"]), ("%", []), ("four", [])])
def test_finds_ids_by_a_part_of_them(filled: Library, part: str, ids: list[str]) -> None:
    assert filled.similar_ids(part) == ids


def test_a_person_is_shown_with_positions_and_judgements(filled: Library) -> None:
    (view,) = filled.person("ADA MORENO").found
    assert view.name == "Ada Moreno"
    assert [(post.role, str(post.org), post.when) for post in view.positions] == [
        ("head of research", "Borealis", "past")
    ]
    assert {judgement.author for judgement in view.judgements} == {f"resolver {RESOLVER_VERSION}"}


def test_an_unknown_name_brings_suggestions(filled: Library) -> None:
    lookup = filled.person("Ada Morano Gil")
    assert lookup.found == ()
    assert "Ada Moreno" in lookup.suggestions


def test_a_name_of_one_letter_is_suggested_for_no_word_that_has_it(library: Library) -> None:
    reader = ScriptedReader({"short": [move("Ada Moreno", "X", None)]})
    assert [added.outcome for added in library.add([document("short")], reader)] == ["added"]
    assert library.suggest("xyzzy") == ()
    assert library.suggest("Ada Morano") == ("Ada Moreno",)


def test_a_name_that_only_shares_some_letters_is_not_suggested_beside_a_near_one(library: Library) -> None:
    houses = ["Quanta Systems", "Qantara", "Borealis"]
    reader = ScriptedReader({"one": [move("Ada Moreno", house, None) for house in houses]})
    assert [added.outcome for added in library.add([document("one")], reader)] == ["added"]
    assert library.suggest("Quanta Sistems", "organization") == ("Quanta Systems",)
    assert library.suggest("Qantera", "organization")[0] == "Qantara"


def test_the_same_article_twice_changes_nothing(filled: Library) -> None:
    before = filled.export_ledger()
    assert [added.outcome for added in filled.add(ARTICLES, READER)] == ["known"] * 3
    assert filled.export_ledger() == before
    assert filled.status().claims == 5


def test_changed_words_under_the_same_id_are_a_new_version(filled: Library) -> None:
    changed = Document(text=f"{SENTENCE} She had led it.", id="one", lang="en", published="2025-03-04")
    assert [added.outcome for added in filled.add([changed], ScriptedReader({}))] == ["updated"]
    view = filled.article("one")
    assert view is not None
    assert (view.versions, view.document.text) == (2, changed.text)
    assert shown(filled, MoveFilter(person="Ada Moreno")) == ["Ada Moreno: Borealis -> Quanta, rumored"]
    assert [added.outcome for added in filled.add(ARTICLES[:1], READER)] == ["known"]


def test_another_text_under_the_same_id_is_another_article(library: Library) -> None:
    first, second = document("news"), Document(text="something else altogether", id="news", lang="en")
    added = [*library.add([first, second, second], READER)]
    assert [item.outcome for item in added] == ["added", "added", "known"]
    assert len({item.id for item in added}) == 2


def test_a_copy_by_another_outlet_is_an_article_of_the_same_origin(library: Library) -> None:
    words = document("x").text
    one = Document(text=words, id="one", publisher="First", published="2025-01-01")
    two = Document(text=words, id="two", publisher="Second", published="2025-01-02")
    assert [item.outcome for item in library.add([one, two], READER)] == ["added", "added"]
    view = library.article("one")
    assert view is not None
    assert view.same_origin == ("two",)


def test_what_is_told_after_another_outlet_is_of_its_origin_also_once_all_is_made_anew(library: Library) -> None:
    told = [move("Ada Moreno", "Borealis", "Quanta", according_to=("Ada Moreno", "Reuters"))]
    reader = ScriptedReader({"one": told, "two": told, "three": told}, retold={"two": "Reuters"})
    papers = {"one": ("Reuters", 1), "two": ("Harbour Ledger", 2), "three": ("Morning Post", 2)}
    articles = [document(name, publisher=paper, published=f"2025-01-0{day}") for name, (paper, day) in papers.items()]
    assert [item.outcome for item in library.add(articles, reader)] == ["added"] * 3
    for _ in range(2):
        view = library.article("one")
        assert view is not None
        assert view.same_origin == ("two",)
        library.rebuild()


def test_a_better_reader_makes_claims_beside_the_old(filled: Library) -> None:
    better = ScriptedReader({"one": [move("Ada Moreno", "Borealis", "Tundra")]}, version="2")
    assert [added.outcome for added in filled.add(ARTICLES[:1], better)] == ["updated"]
    assert filled.status().claims == 6
    assert "Ada Moreno: Borealis -> Tundra, done" in shown(filled)


def test_a_reader_that_fails_spoils_nothing_else(library: Library) -> None:
    class Broken(ScriptedReader):
        def read(self, document: Document) -> Reading:
            if document.id == "one":
                raise ValueError("no such\nword")
            return super().read(document)

    outcomes = [(added.outcome, added.problem) for added in library.add(ARTICLES, Broken(READER.moves))]
    assert [outcome for outcome, _ in outcomes] == ["failed", "added", "added"]
    assert outcomes[0][1] == "one: could not be read (ValueError: no such word)."


def test_text_comes_back_to_the_last_code_point(library: Library) -> None:
    words = "left \udce9 \0 \u202eright\u202c 𐍈 Ada Moreno"
    span = Span("text", 0, len(words), words)
    claim = move("Ada \ud800 Moreno", "Borealis", None, evidence=(span,))
    odd = Document(text=words, id="odd\udce9", title="\ud800")
    assert [added.outcome for added in library.add([odd], ScriptedReader({"odd\udce9": [claim]}))] == ["added"]
    (found,) = library.moves()
    assert found.evidence[0].quote == words
    view = library.article(found.articles[0])
    assert view is not None
    assert (view.document.title, view.document.text) == ("\ud800", words)
    assert [added.outcome for added in library.add([odd], ScriptedReader({}))] == ["known"]


@pytest.mark.parametrize(
    ("query", "hits"),
    [("\udce9", []), ("borealis QUANTA", ["one"]), ("Quantá", ["one"]), ("twee", []), ('"* OR (', []), ("", [])],
)
def test_search(filled: Library, query: str, hits: list[str]) -> None:
    assert [hit.article for hit in filled.search(query)] == hits


def test_search_folds_arabic_and_finds_chinese(library: Library) -> None:
    arabic = Document(text="انضمت أدا مورينو إلى الشركة", id="ar")
    chinese = Document(text="姚顺雨加盟腾讯", id="zh")
    list(library.add([arabic, chinese], ScriptedReader({})))
    assert [hit.article for hit in library.search("ادا")] == ["ar"]
    assert [hit.article for hit in library.search("腾讯")] == ["zh"]
    assert library.search("讯腾") == []


def test_what_has_no_name_is_one_a_person_and_story(library: Library) -> None:
    startup = mention("his own startup", None)

    def claims(person: str) -> list[MoveClaim]:
        return [move(person, "Borealis", startup, kind="found")]

    documents = [document(name, published="2025-05-01") for name in ("a", "b", "c")]
    reader = ScriptedReader({"a": claims("Ada Moreno"), "b": claims("Ada Moreno"), "c": claims("Boris Ilin")})
    list(library.add(documents, reader))
    moves = library.moves()
    assert sorted((str(move.person), move.origins) for move in moves) == [("Ada Moreno", 2), ("Boris Ilin", 1)]
    assert len({move.to_org.id for move in moves if move.to_org}) == 2
    assert {move.to_org.name for move in moves if move.to_org} == {None}


def test_status_counts(filled: Library) -> None:
    status = filled.status()
    assert (status.articles, status.claims, status.moves, status.people, status.organizations) == (3, 5, 3, 3, 2)
    assert status.languages == {"en": 2, "es": 1}
    assert status.readers == {"scripted 1": 3}


def test_the_folder_of_another_database_must_exist(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such folder"):
        Library(str(tmp_path / "nowhere" / "test.db"))


def test_two_people_of_one_name_are_told_apart_by_their_employers(library: Library) -> None:
    claims = {
        "rain": [move(mention("姚顺雨", "Shunyu Yao"), "OpenAI", "Tencent")],
        "house": [move(mention("姚顺宇", "Shunyu Yao"), "Anthropic", "DeepMind")],
        "latin": [move("Yao Shunyu", "Anthropic", None)],
        "other": [move("Yao Shunyu", None, "Tencent")],
    }
    for name in ("latin", "rain", "other", "house"):
        list(library.add([document(name)], ScriptedReader(claims)))
        library.refresh()
    moves = {move.articles: f"{move.from_org} -> {move.to_org}" for move in library.moves()}
    assert moves == {("house", "latin"): "Anthropic -> DeepMind", ("other", "rain"): "OpenAI -> Tencent"}
    reasons = [why.reason for found in library.person("Yao Shunyu").found for why in found.judgements]
    assert any("bear the name" in reason for reason in reasons)


def test_a_reviewer_has_the_last_word_and_can_take_it_back(filled: Library) -> None:
    before = filled.export_ledger()
    boris = filled.person("Boris Ilin").found[0].id
    filled.review("two", "Ada Moreno", boris, reviewer="Carla", reason="a slip of the pen")
    assert "Boris Ilin: Borealis -> Quanta, rumored" in shown(filled)
    (why,) = [why for why in filled.person("Boris Ilin").found[0].judgements if why.article == "two"]
    assert (why.author, why.reason) == ("Carla", "a slip of the pen")
    list(filled.add([document("four")], ScriptedReader({"four": [move("Ada Moreno", "Quanta", None)]})))
    assert "Boris Ilin: Borealis -> Quanta, rumored" in shown(filled)

    filled.take_back("two", "Ada Moreno")
    after = filled.export_ledger()
    assert [move["articles"] for move in before["moves"]] == [
        move["articles"] for move in after["moves"] if move["articles"] != ["four"]
    ]


@pytest.mark.parametrize(
    ("article", "mention_", "entity", "reason"),
    [
        ("none", "Ada Moreno", "x", "because"),
        ("two", "Ada", "x", "because"),
        ("two", "Ada Moreno", "x", "because"),
        ("two", "Ada Moreno", "Borealis", "because"),
        ("two", "Ada Moreno", "Boris Ilin", " "),
    ],
)
def test_a_judgement_that_makes_no_sense_is_refused(
    filled: Library, article: str, mention_: str, entity: str, reason: str
) -> None:
    ids = {str(found["name"]): str(found["id"]) for found in filled.export_ledger()["entities"]}
    with pytest.raises(TalentflowError, match=r"^[^\n]+$"):
        filled.review(article, mention_, ids.get(entity, entity), reviewer="Carla", reason=reason)
    with pytest.raises(TalentflowError, match=r"^[^\n]+$"):
        filled.take_back(article, mention_)


def test_all_that_is_derived_can_be_made_anew(filled: Library) -> None:
    boris = filled.person("Boris Ilin").found[0].id
    filled.review("two", "Ada Moreno", boris, reviewer="Carla", reason="a slip of the pen")
    before = filled.export_ledger()
    filled.rebuild()
    assert filled.export_ledger() == before


def test_other_rules_make_everything_anew(filled: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    before = filled.export_ledger()
    worked_on: list[str] = []
    filled.refresh(lambda sort, done, of: worked_on.append(sort))
    assert worked_on == []
    monkeypatch.setattr(rules, "RULES", "others")
    filled.refresh(lambda sort, done, of: worked_on.append(sort))
    assert worked_on == ["text", "name", "article", "person", "spelling", "entity"]
    assert filled.export_ledger() == before


def test_a_letter_is_the_organization_that_is_usually_called_so() -> None:
    document_ = document("a", published="2025-03-01")
    with Library("sqlite://") as library:
        list(library.add([document_], ScriptedReader({"a": [move("Ada Moreno", "X", None)]})))
        (found,) = library.moves()
    assert found.from_org is not None
    assert found.from_org.id == "x-twitter"
