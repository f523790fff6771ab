"""People who asked to be removed: gone from everything that the library answers, for good, and back when taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from talentflow.app import FactFilter, InsightFilter, Library, MoveFilter
from talentflow.app.insight import FIGURES
from talentflow.model import (
    Document,
    EntityMention,
    FactClaim,
    FactParty,
    GroupClaim,
    MoveClaim,
    PositionClaim,
    Reading,
    TalentflowError,
)
from talentflow.registry import Registry
from tests.app.make import mention, move

ADA = mention("Ada Moreno")
ARABIC = EntityMention("x:ada-ar", "Ada Moreno", "آدا مورينو")
TEXT = (
    "Ada Moreno and Boris Ilin left Borealis for Quanta. “We leave,” said Moreno. Ada Moreno was a researcher at "
    "Borealis. Moreno earned a million. Four people followed Moreno."
)
SAID = "غادرت آدا مورينو شركة بورياليس إلى كوانتا، وقالت مورينو إنها سعيدة."
NAMES = ("Moreno", "MORENO", "مورينو", "moreno")


class AdaReader:
    """Reads what the articles of this test say."""

    name = "ada"
    version = "1"

    def read(self, document: Document) -> Reading:
        """Claims of Ada and of Boris, each with the whole text as evidence."""
        whole = (document.span("text", 0, len(document.text)),)
        who = ARABIC if document.lang == "ar" else ADA
        ada = move(who, "Borealis", "Quanta", date="2025-03", according_to=("Moreno", "Carla Roth"), evidence=whole)
        if document.lang == "ar":
            return Reading(document.id, "ar", "ada 1", (ada,))
        start = move(who, "Quanta", EntityMention("x:new", None, "a start-up"), kind="found", evidence=whole)
        boris = replace(
            move("Boris Ilin", "Borealis", "Quanta", date="2025-03", evidence=whole), according_to=("Ada Moreno",)
        )
        short = move(mention("Moreno"), "Borealis", "Tundra", status="denied", evidence=whole)
        post = PositionClaim(who, mention("Borealis"), "researcher", "past", evidence=whole)
        pay = FactClaim("compensation", FactParty("person", who), "earned", evidence=whole)
        suit = FactClaim(
            "lawsuit", FactParty("organization", mention("Borealis")), "sued Ada Moreno",
            about=(FactParty("person", who), FactParty("organization", mention("Quanta"))), evidence=whole,
        )  # fmt: skip
        group = GroupClaim(mention("Borealis"), None, 4, evidence=whole)
        moves: tuple[MoveClaim, ...] = (ada, start, boris, short)
        return Reading(document.id, "en", "ada 1", moves, (post,), (group,), (pay, suit))


ARTICLES = (
    Document(
        text=TEXT,
        id="one",
        lang="en",
        title="Moreno leaves Borealis",
        published="2025-05-01",
        url="https://news.example/2025/ada_moreno-leaves.html",
    ),
    Document(text=SAID, id="two", lang="ar", title="آدا مورينو تغادر", published="2025-05-02"),
)


@pytest.fixture
def library() -> Iterator[Library]:
    with Library("sqlite://", registry=Registry()) as found:
        list(found.add(ARTICLES, AdaReader()))
        yield found


def everything(library: Library) -> str:
    """Whatever the library answers, as text."""
    found: list[object] = [
        library.moves(),
        library.moves(MoveFilter(as_of="2025-05-01")),
        library.facts(FactFilter()),
        library.export_ledger(),
        library.export_ledger(as_of="2025-05-01"),
        [library.insight(InsightFilter(figure)) for figure in FIGURES],
        [library.article(name) for name in ("one", "two")],
        library.search("Borealis"),
        library.search("بورياليس"),
        library.open_pairs(),
        library.desk.claims(),
        library.desk.deeds(),
    ]
    for name in ("Borealis", "Quanta", "Boris Ilin"):
        found += [(looked.found, looked.suggestions) for looked in (library.organization(name), library.person(name))]
        found += [library.companions(entity.id) for entity in library.person(name).found]
    found += [library.story(view.story) for view in map(library.article, ("one", "two")) if view is not None]
    return repr(found)


def test_before_it_everything_tells_of_her(library: Library) -> None:
    assert all(name in everything(library) for name in ("Ada Moreno", "مورينو"))


def hide(library: Library, name: str = "Ada Moreno") -> None:
    library.hiding.hide(name, author="Carla", reason="asked")


def check_hidden(library: Library) -> None:
    told = everything(library)
    for name in NAMES:
        assert name not in told, told[max(0, told.index(name) - 200) : told.index(name) + 100]
    assert "ada-moreno" not in told
    for name in ("Ada Moreno", "آدا مورينو", "Moreno"):
        assert library.person(name).found == ()
        assert library.search(name) == []
        assert not any("Moreno" in other for other in library.suggest(name))
        assert library.moves(MoveFilter(person=name)) == []
        assert library.facts(FactFilter(about=name)) == []


@pytest.mark.parametrize("name", ["Ada Moreno", "آدا مورينو", "ada moreno"])
def test_whoever_is_hidden_is_nowhere(library: Library, name: str) -> None:
    hide(library, name)
    check_hidden(library)
    # What is said of others stays, and its quotes stand where they are said to stand.
    assert {str(found.person) for found in library.moves()} == {"Boris Ilin"}
    for article in ("one", "two"):
        view = library.article(article)
        assert view is not None
        for claim in (*view.reading.moves, *view.reading.positions, *view.reading.groups, *view.reading.facts):
            for span in claim.evidence:
                assert view.document.field(span.field)[span.start : span.end] == span.quote
    (move_of_boris,) = library.moves()
    assert move_of_boris.according_to == ()
    assert "Boris Ilin" in move_of_boris.evidence[0].quote
    assert "█" in move_of_boris.evidence[0].quote


def test_it_stays_so_whatever_is_read_later_or_anew(library: Library) -> None:
    hide(library)
    library.rebuild()
    check_hidden(library)
    later = AdaReader()
    later.version = "2"
    assert [added.outcome for added in library.add(ARTICLES, later)] == ["updated", "updated"]
    check_hidden(library)
    more = (
        Document(text=TEXT + " Later.", id="one", lang="en", title="ADA MORENO leaves Borealis", published="2025-06"),
        Document(text=SAID + " لاحقا.", id="three", lang="ar", title="خبر", published="2025-07-02"),
    )
    assert [added.outcome for added in library.add(more, later)] == ["updated", "added"]
    check_hidden(library)


def test_the_articles_are_kept_as_they_came(library: Library) -> None:
    hide(library)
    assert [added.outcome for added in library.add(ARTICLES, AdaReader())] == ["known", "known"]
    library.hiding.show_again("Ada Moreno", author="Dora")
    assert {str(found.person) for found in library.moves()} >= {"Ada Moreno", "Boris Ilin"}
    view = library.article("one")
    assert view is not None
    assert view.document.text == TEXT
    assert everything(library).count("Ada Moreno") > 10


def test_the_log_says_so(library: Library) -> None:
    hide(library)
    (hidden,) = library.hiding.all()
    assert (hidden.name, hidden.author, hidden.reason) == ("Ada Moreno", "Carla", "asked")
    (deed,) = library.desk.deeds()
    assert (deed.author, deed.action, deed.reason) == ("Carla", "hidden", "asked")
    assert "Moreno" not in deed.about  # the log is read by others too
    library.hiding.show_again("ada MORENO", author="Dora", reason="asked again")
    assert library.hiding.all() == []
    shown, hidden_deed = library.desk.deeds()
    assert (shown.author, shown.action, shown.about) == ("Dora", "shown again", "Ada Moreno")
    assert hidden_deed.undone_at is not None


def test_somebody_who_is_not_there_yet_can_be_hidden(library: Library) -> None:
    _, was_known = library.hiding.hide("Eva Ruiz", author="Carla")
    assert not was_known

    class EvaReader(AdaReader):
        def read(self, document: Document) -> Reading:
            return Reading(document.id, "en", "ada 1", (move("Eva Ruiz", "Borealis", "Cedar"),))

    list(library.add([Document(text="Eva Ruiz left Borealis for Cedar.", id="cedar-news", lang="en")], EvaReader()))
    assert "Ruiz" not in everything(library)
    view = library.article("cedar-news")
    assert view is not None
    assert view.document.text == "████████ left Borealis for Cedar."
    assert view.reading.moves == ()


@pytest.mark.parametrize(("name", "words"), [("Ruiz", "one word may be anybody"), ("", "one word")])
def test_who_cannot_be_told_is_not_hidden(library: Library, name: str, words: str) -> None:
    with pytest.raises(TalentflowError, match=words):
        library.hiding.hide(name, author="Carla")
    with pytest.raises(TalentflowError, match="nobody of this name is hidden"):
        library.hiding.show_again("Ada Moreno", author="Carla")
    assert library.hiding.all() == []


def test_nobody_else_is_touched(library: Library) -> None:
    hide(library, "Boris Ilin")
    assert {str(found.person) for found in library.moves()} >= {"Ada Moreno"}
    assert "Ilin" not in everything(library)


NAMED = (
    replace(ARTICLES[0], id="2025/ada-moreno-leaves", publisher="Ada Moreno's Diary", origin="news/ada_moreno.txt"),
    replace(ARTICLES[1], id="moreno-ar"),  # a part of the name, in an article that names her
    Document(text="Boris Ilin left Borealis for Quanta, it is said.", id="moreno-street", lang="en", title="Elsewhere"),
)


def ids_in(library: Library) -> set[str]:
    """The ids of all articles, wherever they stand."""
    ledger = library.export_ledger()
    found = {article["id"] for article in ledger["articles"]}
    for article in ledger["articles"]:
        found |= {article["story"], article["origin"]}
    for entity in ledger["entities"]:
        found |= {mention["article"] for mention in entity["mentions"]}
    for told in ledger["moves"]:
        found |= set(told["articles"]) | {step["article"] for step in told["history"]}
        found |= {item["article"] for item in told["evidence"]}
    return found


def test_ids_that_spell_the_name_are_told_by_others() -> None:
    with Library("sqlite://", registry=Registry()) as library:
        list(library.add(NAMED, AdaReader()))
        assert ids_in(library) == {article.id for article in NAMED}
        claim = next(view for view in library.desk.claims_of(NAMED[0].id) if "Ilin" in repr(view.claim.person))
        library.desk.judge(claim.article, claim.key, "right", reviewer="Rita")
        library.desk.note("Rita", "added", NAMED[0].id)
        hide(library)
        now = ids_in(library)
        assert "moreno-street" in now  # whose it is nobody can tell, and the article does not name her
        assert len(now) == len(NAMED)
        told = everything(library)
        told = told.replace("moreno-street", "")
        assert "oreno" not in told, told[max(0, told.find("oreno") - 300) : told.find("oreno") + 60]
        for article in now:
            view = library.article(article)
            assert view is not None
            assert view.document.id == article
            assert library.story(view.story) is not None
            for other in (*view.same_origin, *view.same_story):
                assert library.article(other) is not None
        for article in NAMED[:2]:
            assert library.article(article.id) is None
            assert not [found for found in library.similar_ids("moreno") if found != "moreno-street"]
        # What a reviewer said of its claims still holds, and the article is known again.
        assert [move.confidence > 0.95 for move in library.moves()] == [True]
        assert [added.outcome for added in library.add(NAMED, AdaReader())] == ["known"] * 3
        before = library.export_ledger()
        library.rebuild()
        assert library.export_ledger() == before
        more = replace(NAMED[0], id="ada-moreno-again", text=NAMED[0].text + " So they say.", url=None, title="Again")
        (added,) = library.add([more], AdaReader())
        assert added.outcome == "added"
        assert "moreno" not in added.id
        assert "oreno" not in everything(library).replace("moreno-street", "")
