"""The registry's data finds the names that the news uses, in every script, and leaves near misses alone."""

import pytest

from talentflow.registry import load_registry


@pytest.mark.parametrize(
    ("name", "organization"),
    [
        ("OpenAI", "openai"),
        ("Open AI", "openai"),
        ("أوبن إيه آي", "openai"),
        ("أوبن أيه.آي", "openai"),
        ("オープンAI", "openai"),
        ("오픈AI", "openai"),
        ("غوغل", "google"),
        ("جوجل", "google"),
        ("قوقل", "google"),
        ("谷歌", "google"),
        ("Гугл", "google"),
        ("ديبمايند", "google-deepmind"),
        ("グーグル・ディープマインド", "google-deepmind"),
        ("グーグルディープマインド", "google-deepmind"),
        ("أنتروبك", "anthropic"),
        ("ميكروسوفت", "microsoft"),
        ("نفيديا", "nvidia"),
        ("輝達", "nvidia"),
        ("Facebook", "meta"),
        ("Twitter", "x-twitter"),
        ("سيف سوبرإنتليجنس", "safe-superintelligence"),
        ("ثينكينج ماشينز لاب", "thinking-machines-lab"),
        ("月之暗面", "moonshot-ai"),
        ("字节跳动", "bytedance"),
        ("جامعة محمد بن زايد للذكاء الاصطناعي", "mbzuai"),
        ("سدايا", "sdaia"),
        ("Universidad de Toronto", "toronto"),
        ("マサチューセッツ工科大学", "mit"),
        ("جي بي مورجان", "jpmorgan"),
        ("بي.بي.سي", "bbc"),
        ("路透社", "reuters"),
        ("Comisión Europea", "european-commission"),
        ("Mercado Livre", "mercado-libre"),
    ],
)
def test_finds_organizations_in_every_script(name: str, organization: str) -> None:
    assert [found.id for found in load_registry().find_organizations(name)] == [organization]


@pytest.mark.parametrize("name", ["ChatGPT", "جيميناي", "لندن", "Nothing", "علم", "理想", "Transformer", "Deep"])
def test_products_places_and_words_are_no_organizations(name: str) -> None:
    assert load_registry().find_organizations(name) == ()


@pytest.mark.parametrize(
    ("name", "employer"),
    [
        ("FAIR", "meta"),
        ("Meta Superintelligence Labs", "meta"),
        ("超级智能实验室", "meta"),
        ("TBD Lab", "meta"),
        ("阿里通义", "alibaba"),
        ("Google X", "google"),
        # Labs with a name of their own are written as the text has them.
        ("Google DeepMind", "google-deepmind"),
        ("Microsoft Research", "microsoft-research"),
        ("AWS", "aws"),
        ("Meta", "meta"),
    ],
)
def test_units_are_written_as_their_employer(name: str, employer: str) -> None:
    registry = load_registry()
    (organization,) = registry.find_organizations(name)
    assert registry.employer(organization).id == employer


def test_a_lab_of_its_own_knows_what_it_belongs_to() -> None:
    registry = load_registry()
    found = registry.ancestors(registry.organizations["google-deepmind"])
    assert [organization.id for organization in found] == ["google", "alphabet"]


@pytest.mark.parametrize("name", ["X", "Target", "Shell", "شل", "Sierra", "كريم"])
def test_names_that_are_words_need_context(name: str) -> None:
    assert load_registry().is_ambiguous(name)


@pytest.mark.parametrize("name", ["OpenAI", "ميتا", "Google DeepMind", "هواوي"])
def test_names_that_are_only_names_need_none(name: str) -> None:
    assert not load_registry().is_ambiguous(name)


@pytest.mark.parametrize(
    ("name", "product"),
    [("ChatGPT", "chatgpt"), ("شات جي بي تي", "chatgpt"), ("豆包", "doubao"), ("كوبايلوت", "copilot")],
)
def test_finds_products(name: str, product: str) -> None:
    assert [found.id for found in load_registry().find_products(name)] == [product]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("لندن", "London"),
        ("السعودية", "Saudi Arabia"),
        ("EE.UU.", "United States"),
        ("旧金山", "San Francisco"),
        ("サンフランシスコ", "San Francisco"),
        ("Múnich", "Munich"),
        ("وادي السيليكون", "Silicon Valley"),
    ],
)
def test_finds_places(name: str, place: str) -> None:
    assert [found.name for found in load_registry().find_places(name)] == [place]


def test_every_sort_of_employer_is_there() -> None:
    sorts = [organization.sort for organization in load_registry().organizations.values()]
    least = {"ai lab": 100, "chip maker": 60, "university": 80, "media": 150, "public body": 100, "fund": 60}
    assert {sort: sorts.count(sort) for sort in least if sorts.count(sort) < least[sort]} == {}


def test_descriptions_find_their_organization_and_are_kept_apart_from_its_names() -> None:
    registry = load_registry()
    assert [found.id for found in registry.find_organizations("créateur de ChatGPT")] == ["openai"]
    known = registry.organizations["openai"]
    assert "créateur de ChatGPT" in known.described
    assert "OpenAI" not in known.described
    assert known.described <= {spelling for spellings in known.names.values() for spelling in spellings}
