"""Chinese sentences, one behaviour a row: who moved, from where, to where, and how sure the words are.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import claims_of, written


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("王晓明周一离开了谷歌。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明已从谷歌离职。", ["王晓明: 谷歌 -> -, done"]),
        ("谷歌人工智慧部門主管林志豪已於上週離職。", ["林志豪: 谷歌 -> -, done"]),  # 智慧 is nobody
        ("副总裁王晓明告别谷歌。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明辞去谷歌副总裁职务。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明向谷歌董事会递交辞呈。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明卸任谷歌首席执行官。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明不再担任谷歌首席技术官。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明的离职让谷歌意外。", ["王晓明: 谷歌 -> -, done"]),
        ("谷歌解雇了王晓明。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明被谷歌解雇。", ["王晓明: 谷歌 -> -, done"]),
        ("谷歌董事会免去王晓明的总裁职务。", ["王晓明: 谷歌 -> -, done"]),
        ("2021年，王晓明加入微软。", ["王晓明: - -> 微软, done"]),
        ("王晓明加盟微软，出任首席科学家。", ["王晓明: - -> 微软, done"]),
        ("王晓明入职微软。", ["王晓明: - -> 微软, done"]),
        ("王晓明从谷歌跳槽到微软。", ["王晓明: 谷歌 -> 微软, done"]),
        ("王晓明离开谷歌，加入微软。", ["王晓明: 谷歌 -> 微软, done"]),
        ("王晓明离开谷歌后转投微软。", ["王晓明: 谷歌 -> 微软, done"]),
        ("前谷歌工程师王晓明加入微软。", ["王晓明: 谷歌 -> 微软, done"]),
        ("谷歌前副总裁王晓明加盟微软。", ["王晓明: 谷歌 -> 微软, done"]),
        ("曾任谷歌副总裁的王晓明加盟微软。", ["王晓明: 谷歌 -> 微软, done"]),
        ("王晓明从微软重返谷歌。", ["王晓明: 微软 -> 谷歌, done"]),
        ("王晓明回归谷歌。", ["王晓明: - -> 谷歌, done"]),
        ("微软聘请王晓明担任首席科学家。", ["王晓明: - -> 微软, done"]),
        ("微软从谷歌挖来王晓明。", ["王晓明: 谷歌 -> 微软, done"]),
        ("微软从谷歌挖走了王晓明和李建国。", ["王晓明: 谷歌 -> 微软, done", "李建国: 谷歌 -> 微软, done"]),
        ("王晓明被微软挖走。", ["王晓明: - -> 微软, done"]),
        (
            "王晓明、李建国和张大伟离开谷歌。",
            ["王晓明: 谷歌 -> -, done", "李建国: 谷歌 -> -, done", "张大伟: 谷歌 -> -, done"],
        ),
        ("王晓明创办了星河科技。", ["王晓明: - -> 星河科技, done"]),
        ("王晓明离开谷歌，创办星河科技。", ["王晓明: 谷歌 -> 星河科技, done"]),
        ("星河科技由王晓明于2020年创立。", ["王晓明: - -> 星河科技, done"]),
        ("王晓明与李建国共同创立了星河科技。", ["王晓明: - -> 星河科技, done", "李建国: - -> 星河科技, done"]),
        ("谷歌任命王晓明为首席科学家。", ["王晓明: - -> 谷歌, done"]),
        ("谷歌首席执行官王晓明表示，业绩很好。", []),
        ("谷歌提拔王晓明为副总裁。", ["王晓明: 谷歌 -> 谷歌, done"]),
        ("王晓明接替李建国出任谷歌首席执行官。", ["王晓明: - -> 谷歌, done"]),
        ("李建国退休，谷歌首席执行官一职由王晓明接任。", ["李建国: 谷歌 -> -, done", "王晓明: 谷歌 -> 谷歌, done"]),
        ("据传王晓明将离开谷歌。", ["王晓明: 谷歌 -> -, rumored"]),
        ("王晓明或将加入微软。", ["王晓明: - -> 微软, rumored"]),
        ("谷歌否认王晓明离职。", ["王晓明: 谷歌 -> -, denied"]),
        ("网传王晓明离开谷歌，谷歌称消息不实。", ["王晓明: 谷歌 -> -, denied"]),
        ("王晓明即将加入微软。", ["王晓明: - -> 微软, planned"]),
        ("王晓明没有离开谷歌。", []),
        ("王晓明婉拒了微软的邀请。", ["王晓明: - -> 微软, declined"]),
        ("王晓明在谷歌休产假。", ["王晓明: 谷歌 -> -, done"]),
        ("米拉·穆拉蒂离开OpenAI。", ["米拉·穆拉蒂: OpenAI -> -, done"]),
        ("塔尔曼·克罗斯离开谷歌。此后，克罗斯加入微软。", ["塔尔曼·克罗斯: 谷歌 -> 微软, done"]),
        ("谷歌執行長王曉明請辭。", ["王曉明: 谷歌 -> -, done"]),
        ("王晓明加入人工智能初创公司灵巧无界。", ["王晓明: - -> 灵巧无界, done"]),
        ("王晓明创立了“光年之外”。", ["王晓明: - -> 光年之外, done"]),
        ("用户正在离开谷歌。", []),
        ("谷歌加入了芯片联盟，王晓明说。", []),
        ("谷歌成为全球市值最高的公司，王晓明表示。", []),
        ("王晓明离开了会场，谷歌没有说明原因。", []),
    ],
)
def test_reads_who_moved(text: str, moves: list[str]) -> None:
    assert [written(move) for move in claims_of(text, "zh")] == moves


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("王晓明2021年2月加入微软。", "2021-02"),
        ("2024年7月3日，王晓明加入微软。", "2024-07-03"),
        ("王晓明5月6日离开谷歌。", "2025-05-06"),
        ("去年12月，王晓明离开谷歌。", "2024-12"),
        ("王晓明昨日离开谷歌。", "2025-06-10"),
        ("王晓明3月底从谷歌离职。", "2025-03"),
    ],
)
def test_reads_when(text: str, date: str) -> None:
    assert [move.date for move in claims_of(text, "zh")] == [date]


def test_names_people_in_western_order() -> None:
    assert [move.person.name for move in claims_of("吳曉明加入微軟。", "zh")] == ["Xiaoming Wu"]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("谷歌联合创始人、首席科学家王晓明离开谷歌。", "co-founder and chief scientist"),
        ("谷歌首席科学家王晓明离开谷歌。", "chief scientist"),
        ("谷歌超级对齐团队负责人王晓明离开谷歌。", "head of superalignment team"),
        ("谷歌机器学习与AI策略高级副总裁王晓明离开谷歌。", "senior vice president of machine learning and AI strategy"),
        ("谷歌负责工业设计的副总裁王晓明离开谷歌。", "vice president of industrial design"),
        ("谷歌的副总裁王晓明离开谷歌。", "vice president"),
        ("苹果Siri负责人王晓明离开苹果。", "head of Siri"),
        ("谷歌临时CEO王晓明离开谷歌。", "interim CEO"),
        # the field of a post comes behind what English writes "of", before what it does not
        ("谷歌全球销售副总裁王晓明离开谷歌。", "global vice president of sales"),
        ("谷歌资深推荐算法工程师王晓明离开谷歌。", "senior recommendation algorithm engineer"),
        ("谷歌AI芯片产品经理王晓明离开谷歌。", "AI chip product manager"),
        ("谷歌高级AI研究员王晓明离开谷歌。", "senior AI researcher"),
        ("谷歌团队负责人王晓明离开谷歌。", "head"),
        ("谷歌亚太区公共政策副总裁王晓明离开谷歌。", "vice president of Asia-Pacific public policy"),
        ("谷歌大中华区政府事务负责人王晓明离开谷歌。", "head of Greater China government affairs"),
        ("谷歌人形机器人首席科学家王晓明离开谷歌。", "chief scientist of humanoid robot"),
        ("谷歌智能座舱总监王晓明离开谷歌。", "director of smart cockpit"),
        ("谷歌软件工程师王晓明离开谷歌。", "software engineer"),
        ("谷歌开发者关系总监王晓明离开谷歌。", "director of developer relations"),
        ("谷歌独立非执行董事王晓明离开谷歌。", "independent non-executive director"),
        ("谷歌總經理特助王曉明離開谷歌。", "special assistant to the general manager"),
        ("谷歌資安長王曉明離開谷歌。", "chief information security officer"),
        ("谷歌人工智慧長王曉明離開谷歌。", "chief AI officer"),
        ("谷歌協理王曉明離開谷歌。", "associate vice president"),
        ("谷歌供應鏈資深副總經理王曉明離開谷歌。", "senior vice president of supply chain"),
        ("谷歌节目主持人王晓明离开谷歌。", "host"),
        ("谷歌守门员教练王晓明离开谷歌。", "goalkeeping coach"),
    ],
)
def test_reads_which_post_is_left(text: str, post: str) -> None:
    assert [move.role_from for move in claims_of(text, "zh")] == [post]


def test_a_comma_parts_a_post_from_the_next_name() -> None:
    text = "李建国任谷歌首席科学家，王晓明加入微软。"
    found = understand(make_page(Document(text, "a", "zh", "", "2025-06-11"), lexicon_for("zh", True)))
    assert not [tie for tie in found.ties if tie.person.mention == "王晓明" and tie.post is not None]
