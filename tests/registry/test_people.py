"""The registry's people, and the lists of what names are made of."""

import unicodedata
from collections import Counter

import pytest

from talentflow.registry import Registry, load_registry
from talentflow.text.fold import search_key


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load_registry()


def test_holds_enough_people(registry: Registry) -> None:
    assert len(registry.people) >= 1700
    assert sum("ar" in person.names for person in registry.people.values()) >= 1500


def test_says_of_everybody_what_they_are_known_for(registry: Registry) -> None:
    assert [person.id for person in registry.people.values() if not person.known_for] == []


def test_every_name_is_composed_unicode(registry: Registry) -> None:
    spellings = [s for person in registry.people.values() for names in person.names.values() for s in names]
    spellings += [name for lists in registry.name_lists.values() for names in lists.values() for name in names]
    assert [s for s in spellings if not unicodedata.is_normalized("NFC", s)] == []


def test_a_spelling_that_two_people_share_is_marked(registry: Registry) -> None:
    shared = [key for key, ids in registry.person_keys.items() if len(ids) > 1]
    assert [key for key in shared if key not in registry.ambiguous] == []


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [
        ("Mira Murati", "mira-murati"),
        ("ميرا موراتي", "mira-murati"),
        ("米拉·穆拉蒂", "mira-murati"),
        ("باريت زوف", "barret-zoph"),
        ("بريت زوف", "barret-zoph"),
        ("Sebastien Bubeck", "sebastien-bubeck"),
        ("Yang Zhilin", "yang-zhilin"),
        ("Zhilin Yang", "yang-zhilin"),
        ("楊植麟", "yang-zhilin"),
        ("孫正義", "masayoshi-son"),
        ("이재용", "jay-y-lee"),
        ("Илья Суцкевер", "ilya-sutskever"),
        ("דפנה קולר", "daphne-koller"),
        ("عبدالله السواحة", "abdullah-alswaha"),
        ("Mark Gurman", "mark-gurman"),
    ],
)
def test_finds_a_person_by_any_spelling(registry: Registry, spelling: str, expected: str) -> None:
    assert [person.id for person in registry.find_people(spelling)] == [expected]


@pytest.mark.parametrize("stranger", ["Ada Moreno", "Murati", "Zoph Barret Institute", "موراتي"])
def test_knows_no_strangers_and_no_bare_last_names(registry: Registry, stranger: str) -> None:
    assert registry.find_people(stranger) == ()


@pytest.mark.parametrize(
    ("table", "least"),
    [("given_names", 15000), ("family_names", 5000), ("titles", 400), ("particles", 100), ("suffixes", 50)],
)
def test_holds_enough_of_what_names_are_made_of(registry: Registry, table: str, least: int) -> None:
    assert sum(map(len, registry.name_lists[table].values())) >= least


@pytest.mark.parametrize(
    ("table", "origin", "name"),
    [
        ("given_names", "spanish", "José Luis"),
        ("given_names", "arabic", "عبدالعزيز"),
        ("given_names", "foreign", "سيباستيان"),
        ("given_names", "arabic_also_words", "علي"),
        ("given_names", "also_words", "Will"),
        ("family_names", "chinese_pinyin", "Ouyang"),
        ("family_names", "japanese", "長谷川"),
        ("family_names", "korean_hangul", "남궁"),
        ("family_names", "arabic", "الغامدي"),
        ("family_prefixes", "arabic", "آل"),
        ("titles", "ar", "المهندس"),
        ("titles", "ja", "さん"),
        ("suffixes", "en", "Jr."),
    ],
)
def test_files_each_name_under_its_origin(registry: Registry, table: str, origin: str, name: str) -> None:
    assert name in registry.name_lists[table][origin]


def test_a_latin_given_name_stands_under_one_origin(registry: Registry) -> None:
    latin = Counter(search_key(n) for names in registry.given_names.values() for n in names if n[0].isascii())
    assert [name for name, count in latin.items() if count > 1] == []


@pytest.mark.parametrize("word", ["he", "you", "made", "into", "per", "les", "nao"])
def test_function_words_are_no_given_names(registry: Registry, word: str) -> None:
    assert not any(word == search_key(name) for names in registry.given_names.values() for name in names)
