"""Posts told by another post, and what stands amid the words of a post: whose it is, "former", a country, a board."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import read_page
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def _posts(lang: str, text: str) -> set[str]:
    """Whom the rules of the whole reader say to leave and take which posts."""
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True))
    moves = read_page(page, is_quick=True).moves
    return {f"{move.person.name}: {move.role_from} > {move.role_to}" for move in moves}


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "Intel has named Ada Moreno chief financial officer. She held the same post at Nvidia.",
         {"Ada Moreno: CFO > CFO"}),
        ("es", "Intel ha nombrado directora financiera a Ada Moreno, que hasta ahora ocupaba el mismo cargo en Nvidia.",
         {"Ada Moreno: CFO > CFO"}),
        ("pt", "A Intel contratou Ada Moreira como diretora financeira. Ela ocupava o mesmo cargo na Nvidia.",
         {"Ada Moreira: CFO > CFO"}),
        ("fr", "Intel a nommé Ada Moreau directrice financière. Elle occupait la même fonction chez Nvidia.",
         {"Ada Moreau: CFO > CFO"}),
        ("zh", "英特尔宣布，任命王晓明为首席财务官。王晓明此前在英伟达担任同一职务。",
         {"Wang Xiaoming: CFO > CFO"}),
        ("ar", "أعلنت إنتل تعيين آدا مورينو مديرة مالية. وكانت مورينو تشغل المنصب نفسه في إنفيديا.",
         {"Ada Moreno: CFO > CFO"}),
        # somebody else's, and a move of which no post is told
        ("en", "Intel has named Ada Moreno chief financial officer. Ben Berg holds the same post at Nvidia.",
         {"Ada Moreno: None > CFO"}),
        ("de", "Ada Moreno wechselt von Nvidia zu Intel. Dieselbe Position bei Apple behält Ben Berg.",
         {"Ada Moreno: None > None"}),
    ],
)  # fmt: skip
def test_gives_the_post_that_is_the_same_elsewhere(lang: str, text: str, posts: set[str]) -> None:
    assert _posts(lang, text) == posts


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("en", "Meta has hired two researchers from Apple. It poached Mark Berg and Tom Vance, people said.",
         {"Mark Berg: researcher > None", "Tom Vance: researcher > None"}),
        ("en", "Meta has hired two artificial intelligence (AI) researchers from Apple. "
         "It poached Mark Berg and Tom Vance, people said.",
         {"Mark Berg: researcher > None", "Tom Vance: researcher > None"}),
        # whose own post is told
        ("en", "Meta has hired two researchers from Apple. Ben Berg, chief scientist of Apple, has left for Meta.",
         {"Ben Berg: chief scientist > None"}),
    ],
)  # fmt: skip
def test_gives_those_who_are_counted_as_hired_their_post(lang: str, text: str, posts: set[str]) -> None:
    assert _posts(lang, text) == posts


@pytest.mark.parametrize(
    ("lang", "text", "posts"),
    [
        ("zh", "苹果基础模型团队前负责人王晓明已加入Meta。", {"Xiaoming Wang: head of foundation models team > None"}),
        ("zh", "谷歌机器人部门原总经理王晓明宣布加入OpenAI。",
         {"Xiaoming Wang: general manager of robotics department > None"}),
        ("zh", "阿里巴巴前副总裁王晓明加入Meta。", {"Wang Xiaoming: vice president > None"}),
        ("de", "Ada Moreno, Leiterin von Apples Robotik, wechselt zu OpenAI.",
         {"Ada Moreno: head of robotics > None"}),
        ("en", "Ada Moreno, executive vice president for the U.S. semiconductor unit of Samsung, joins Intel.",
         {"Ada Moreno: executive vice president of U.S. semiconductor unit > None"}),
        ("ar", "قبل مجلس إدارة البنك الأهلي السعودي اليوم استقالة رئيسه سعيد الغامدي.",
         {"Saeed Al-Ghamdi: chair of the board > None"}),
        ("ar", "قبلت شركة إنتل اليوم استقالة رئيسها سعيد الغامدي.", {"Saeed Al-Ghamdi: president > None"}),
        ("es", "Ada Moreno, cocreadora de ChatGPT, ha dejado OpenAI para unirse a Meta.",
         {"Ada Moreno: co-creator of ChatGPT > None"}),
        ("fr", "Ada Moreau, cocréatrice de ChatGPT, a quitté OpenAI pour rejoindre Meta.",
         {"Ada Moreau: co-creator of ChatGPT > None"}),
    ],
)  # fmt: skip
def test_reads_what_stands_amid_the_words_of_a_post(lang: str, text: str, posts: set[str]) -> None:
    assert _posts(lang, text) == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Ada Moreno, who leads Woodside, goes to BP. Moreno, chief executive of Woodside, is an engineer.",
         "Ada Moreno: CEO > None"),
        ("Ada Moreno has resigned as CEO of BP. Moreno became boss of BP in January 2024.", "Ada Moreno: None > CEO"),
        # of another house
        ("Ada Moreno, the head of Woodside, has left Woodside for Shell. Moreno was chief executive of BP.",
         "Ada Moreno: head > None"),
    ],
)  # fmt: skip
def test_calls_the_leader_of_a_house_what_the_article_calls_them(text: str, posts: str) -> None:
    assert posts in _posts("en", text)
