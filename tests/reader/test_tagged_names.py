"""Names as the network tags them: which chain of tags is a name, which words it takes, what becomes of it."""

from __future__ import annotations

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.names.name_tags import Run
from talentflow.reader.names.tagged_names import with_tagged
from talentflow.reader.relations.network import tag_scores
from talentflow.reader.relations.pieces import Pieces, cut
from talentflow.reader.relations.questions import LONGEST_ASKED
from talentflow.reader.relations.tagged import TAGS, names_of, tagged_page
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Page, cut_page, find_phrases, make_page
from talentflow.reader.words.tags import ORGANIZATION, PERSON, Tagged, tagged_words

B_PERSON, I_PERSON = TAGS.index((PERSON, False)), TAGS.index((PERSON, True))
B_ORG, I_ORG = TAGS.index((ORGANIZATION, False)), TAGS.index((ORGANIZATION, True))


def told(tags: list[int], text: str = "aa bb cc dd ee") -> list[str]:
    """The names that such tags of the words of a text make."""
    starts = [place for place in range(len(text)) if place == 0 or text[place - 1] == " "]
    ends = [text.find(" ", start) % (len(text) + 1) for start in starts]
    pieces = Pieces(numpy.zeros(len(starts)), numpy.array(starts) - numpy.minimum(starts, 1), numpy.array(ends))
    scores = numpy.full((len(starts), len(TAGS)), -9.0, dtype=numpy.float32)
    for place, tag in enumerate(tags):
        scores[place, tag] = -0.1
    kinds = {PERSON: "person", ORGANIZATION: "org"}
    return [f"{kinds[name.kind]} {text[name.start : name.end]}" for name in names_of(text, pieces, scores)]


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ([0, 0, 0, 0, 0], []),
        ([B_PERSON, I_PERSON, 0, B_ORG, 0], ["person aa bb", "org dd"]),
        ([B_PERSON, B_PERSON, 0, 0, 0], ["person aa", "person bb"]),
        ([0, 0, 0, B_ORG, I_ORG], ["org dd ee"]),
        ([B_PERSON, I_PERSON, B_ORG, I_ORG, I_ORG], ["person aa bb", "org cc dd ee"]),
    ],
)
def test_tags_that_begin_and_go_on_are_a_name(tags: list[int], names: list[str]) -> None:
    assert told(tags) == names


def test_what_goes_on_has_begun() -> None:
    """No tag goes on with what has not begun: the likeliest chain that can be is taken."""
    found = told([0, I_ORG, I_ORG, 0, 0])
    assert all(name.startswith("org") for name in found)
    assert len(found) <= 1


def test_a_text_without_pieces_names_nobody() -> None:
    empty = numpy.zeros(0)
    assert names_of("", Pieces(empty, empty, empty), numpy.zeros((0, len(TAGS)))) == []


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60))
def test_any_text_is_tagged_within_its_bounds(text: str) -> None:
    pieces = cut(text)
    found = names_of(text, pieces, tag_scores(pieces)) if len(pieces) else []
    places = [(name.start, name.end) for name in found]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(text[start:end] == text[start:end].strip() for start, end in places)
    assert all(0 <= name.sure <= 1 for name in found)


def page_with(text: str, lang: str, names: list[tuple[str, int]]) -> Page:
    """A page in whose text these names are tagged, as surely as can be."""
    page = cut_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang))
    for sentence in page.sentences:
        for name, kind in names:
            start = text.find(name, sentence.start, sentence.end)
            if start >= 0:
                sentence.tagged.append(Tagged(start, start + len(name), kind, 0.99))
        sentence.tagged.sort(key=lambda one: one.start)
    page.is_tagged = True
    find_phrases(page)
    return page


def named(page: Page, kind: str) -> set[str]:
    """The names of one kind that the page has."""
    return {surface for entity in Cast(page).entities.values() if entity.kind == kind for surface in entity.surfaces}


def test_a_word_that_is_partly_a_name_counts_whole() -> None:
    page = page_with("غادرت ليلى حداد أوربيتا إلى كوانتا.", "ar", [("ليلى حداد", PERSON), ("وربيتا", ORGANIZATION)])
    (sentence,) = page.sentences
    assert [sentence.tokens.surface[one.start : one.end] for one in tagged_words(sentence)] == [
        ["ليلى", "حداد"],
        ["أوربيتا"],
    ]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Ada Moreno leaves the bakery chain of crumb & co for Google.", "crumb & co"),
        ("de", "Ada Moreno wechselt von der Abendschau zu Google.", "Abendschau"),
        ("fr", "Ada Moreau quitte la rédaction de l'Écho des savoirs pour Google.", "Écho des savoirs"),
        ("es", "Ada Moreno deja el Observatorio del Mar para ir a Google.", "Observatorio del Mar"),
        ("pt", "Ada Moreira deixa a Gazeta da Ribeira para ir ao Google.", "Gazeta da Ribeira"),
        ("ar", "غادرت ليلى حداد نبراس التقنية إلى جوجل.", "نبراس التقنية"),
        ("zh", "王小明离开晨光跃动，加入谷歌。", "晨光跃动"),
        ("ja", "河野太郎氏は暁光電子を退社し、グーグルに入社した。", "暁光電子"),
    ],
)
def test_what_is_tagged_as_an_employer_is_one(lang: str, text: str, name: str) -> None:
    assert name in named(page_with(text, lang, [(name, ORGANIZATION)]), "org")


@pytest.mark.parametrize(
    ("lang", "text", "name", "listed"),
    [
        ("en", "Ada Moreno leaves Google Ventures for Meta.", "Google Ventures for", "Google"),
        ("en", "Ada Moreno, who leads ChatGPT, leaves OpenAI.", "ChatGPT", ""),
    ],
)
def test_listed_names_stand_above_tags(lang: str, text: str, name: str, listed: str) -> None:
    organizations = named(page_with(text, lang, [(name, ORGANIZATION)]), "org")
    assert name not in organizations
    assert not listed or any(listed in one for one in organizations)


def test_a_place_is_no_employer_though_tagged() -> None:
    page = page_with("Ada Moreno got a call from London and left Google.", "en", [("London", ORGANIZATION)])
    assert "London" not in named(page, "org")


def test_what_a_chain_finds_stays_beside_what_is_tagged() -> None:
    page = page_with("غادرت ليلى حداد نبراس التقنية.", "ar", [("نبراس التقنية", ORGANIZATION)])
    (sentence,) = page.sentences
    runs = with_tagged([Run(1, 3, "person")], sentence)
    assert runs == [Run(1, 3, "person"), Run(3, 5, "org")]
    assert with_tagged([Run(3, 5, "person")], sentence) == [Run(3, 5, "org")]
    assert with_tagged([Run(2, 4, "person")], sentence) == [Run(2, 4, "person")]


@pytest.mark.parametrize(
    ("lang", "text", "person", "organization"),
    [
        ("en", "Odalys Brennecke has left Harrowgate Optics for Google.", "Odalys Brennecke", "Harrowgate Optics"),
        (
            "de",
            "Odalys Brennecke verlässt die Lautwerk Medien und geht zu Google.",
            "Odalys Brennecke",
            "Lautwerk Medien",
        ),
        ("fr", "Odalys Brenot quitte Lumivasque pour Google.", "Odalys Brenot", "Lumivasque"),
        ("es", "Odalys Brenes deja Cartonera Almagre y ficha por Google.", "Odalys Brenes", "Cartonera Almagre"),
        ("pt", "Odalys Brenha troca a Cartonagem Almagre pelo Google.", "Odalys Brenha", "Cartonagem Almagre"),
        ("ar", "غادرت سلمى برهومي شركة نبراس التقنية إلى جوجل.", "سلمى برهومي", "شركة نبراس التقنية"),
        ("zh", "林晓棠已从云岫智能离职，加入谷歌。", "林晓棠", "云岫智能"),
        ("ja", "三枝遼太郎氏は暁光電子を退社し、グーグルに入社した。", "三枝遼太郎", "暁光電子"),
    ],
)
def test_names_that_nobody_lists_are_found(lang: str, text: str, person: str, organization: str) -> None:
    page = tagged_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang))
    assert person in named(page, "person")
    assert organization in named(page, "org")


def test_of_a_very_long_text_the_beginning_is_tagged() -> None:
    text = "Odalys Brennecke has left Harrowgate Optics for Google. " * (LONGEST_ASKED // 40)
    page = tagged_page(Document(text, "a", "en"), lexicon_for("en"))
    tagged = [bool(sentence.tagged) for sentence in page.sentences]
    assert tagged[0]
    assert not tagged[-1]


def test_the_rules_alone_look_at_no_tags() -> None:
    page = make_page(Document("Odalys Brennecke has left Harrowgate Optics.", "a", "en"), lexicon_for("en"))
    assert not page.is_tagged
    assert all(not sentence.tagged for sentence in page.sentences)
