"""Words and names of a script that parts none: which of the overlapping phrases stay, and who is named."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Page, make_page


def page_of(text: str) -> Page:
    """A page of Chinese text, its phrases found."""
    return make_page(Document(text, "a", "zh", "", "2025-06-11"), lexicon_for("zh", False))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("社会长期关注", ["社会", "长期", "关注"]),
        ("王晓明加入谷歌。", ["王", "晓明", "加入", "谷歌", "。"]),
        ("米拉·穆拉蒂离开，", ["米拉", "·", "穆拉蒂", "离开", ","]),
    ],
)
def test_joins_characters_to_words(text: str, words: list[str]) -> None:
    assert page_of(text).sentences[0].tokens.surface == words


def test_a_phrase_inside_another_word_is_none() -> None:
    assert [hit.payload.english for hit in page_of("协会会长发言。").sentences[0].of_kind("role")] == ["chair"]
    assert not page_of("社会长期关注。").sentences[0].of_kind("role")


def test_words_stand_where_the_text_has_them() -> None:
    text = "（米拉·穆拉蒂）说：“我们 OpenAI 很好。”"
    tokens = page_of(text).sentences[0].tokens
    words = [text[begin:end] for begin, end in zip(tokens.start, tokens.end, strict=True)]
    assert "".join(words) == text.replace(" ", "")
    assert tokens.surface[0] == "("


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("首席执行官吴永辉表示，公司很好。", {"Yonghui Wu": "吴永辉"}),
        ("副總裁吳永輝離職。", {"Yonghui Wu": "吳永輝"}),
        ("欧阳明加入谷歌。", {"Ming Ouyang": "欧阳明"}),
        # what only says that something is so already, still or not is no end of a given name
        ("李明已从谷歌离职。", {"Ming Li": "李明"}),
        ("张伟已于上月离开谷歌。", {"Wei Zhang": "张伟"}),
        ("吴昊仍在谷歌任职。", {"Hao Wu": "吴昊"}),
        ("李志能离开谷歌。", {"Zhineng Li": "李志能"}),
        ("副总裁塔尔曼·克罗斯离职。克罗斯说，他累了。", {"TaErMan KeLuoSi": "塔尔曼·克罗斯"}),
        ("市场长期向好，公司高管和员工都很高兴。", {}),
    ],
)
def test_finds_people_that_nobody_has_listed(text: str, people: dict[str, str]) -> None:
    found = {person.name: person.mention for person in Cast(page_of(text)).people()}
    assert {name: mention for name, mention in found.items() if mention in people.values()} or not people
    assert set(found.values()) == set(people.values())


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("王晓明加入星图智行科技有限公司。", {"星图智行科技有限公司"}),
        ("王晓明加入这家公司。", set()),
        ("他在一家大型银行工作。", set()),
    ],
)
def test_finds_organizations_by_their_class_words(text: str, organizations: set[str]) -> None:
    cast = Cast(page_of(text))
    assert {org.mention for (kind, _), org in cast.entities.items() if kind == "org"} == organizations


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("谷歌的张健离职。据悉，张健将加入微软。", {"张健"}),
        ("王晓明加入远洲公司。此案并经远洲公司董事会通过。", {"王晓明", "远洲公司"}),
    ],
)
def test_a_name_takes_in_no_word_that_it_has_not_elsewhere(text: str, names: set[str]) -> None:
    found = {"".join(name.parts) for sentence in page_of(text).sentences for name in sentence.names}
    assert found == names
