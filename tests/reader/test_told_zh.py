"""Ways of the Chinese press to say that somebody comes or goes, one a row, and what only looks like one of them.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("去年秋天，陆晓明从谷歌去了微软。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("前谷歌工程师陆晓明去了微软。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("谷歌前总监陆晓明成了微软的首席科学家。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("陆晓明由谷歌转入微软。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("陆晓明去微软报到。", ["陆晓明: - -> 微软, done"]),
        ("陆晓明离开谷歌。她的新东家是微软。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("陆晓明离开谷歌，挖走他的是微软。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("陆晓明辞别谷歌，投入微软怀抱。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("谷歌前工程师陆晓明领到了微软的工牌。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("陆晓明接受清华大学的教职。", ["陆晓明: - -> 清华大学, done"]),
        ("陆晓明被微软请去当顾问。", ["陆晓明: - -> 微软, done"]),
        ("谷歌前总监陆晓明获微软聘为副总裁。", ["陆晓明: 谷歌 -> 微软, done"]),
        ("陆晓明与谷歌提前解约。", ["陆晓明: 谷歌 -> -, done"]),
        ("陆晓明与谷歌和平分手。", ["陆晓明: 谷歌 -> -, done"]),
        ("陆晓明交还了谷歌的工牌。", ["陆晓明: 谷歌 -> -, done"]),
        ("陆晓明结束在谷歌的九年生涯。", ["陆晓明: 谷歌 -> -, done"]),
        ("陆晓明甩出辞职信，告别谷歌。", ["陆晓明: 谷歌 -> -, done"]),
        ("陆晓明辞了谷歌的工作。", ["陆晓明: 谷歌 -> -, done"]),
        ("陆晓明被谷歌裁员。", ["陆晓明: 谷歌 -> -, done"]),
        ("谷歌将中国区主管的职位授予陆晓明。", ["陆晓明: - -> 谷歌, done"]),
        ("李建国离开谷歌，接替他的是陆晓明。", ["李建国: 谷歌 -> -, done", "陆晓明: 谷歌 -> 谷歌, done"]),
        ("谷歌首席执行官一职由陆晓明挑起来。", ["陆晓明: 谷歌 -> 谷歌, done"]),
        ("陆晓明又回到谷歌。", ["陆晓明: - -> 谷歌, done"]),
        ("谷歌多半要聘请陆晓明。", ["陆晓明: - -> 谷歌, rumored"]),
        ("接近公司的人士说，陆晓明离开谷歌。", ["陆晓明: 谷歌 -> -, rumored"]),
        ("陆晓明离开谷歌的说法不存在。", ["陆晓明: 谷歌 -> -, denied"]),
        ("谷歌的陆晓明打算去微软上班。", ["陆晓明: 谷歌 -> 微软, planned"]),
        ("如果陆晓明去了微软，同行会吃惊。", ["陆晓明: - -> 微软, rumored"]),
        ("陆晓明否认去了微软。", ["陆晓明: - -> 微软, denied"]),
        # What an advertiser or a chat account works on makes no line a part of the page's furniture.
    ],
)
def test_what_tells_a_move(text: str, moves: list[str]) -> None:
    assert moves_of(text, "zh") == moves


@pytest.mark.parametrize(
    "text",
    [
        "陆晓明去了英国。",
        "陆晓明差点去了微软。",
        "陆晓明没有去微软上班。",
        "陆晓明并未投入微软怀抱。",
        "陆晓明去了谷歌总部参观。",
        "微软的东西被陆晓明拿去了。",
        "陆晓明完成了谷歌的首席科学家任务。",
        "陆晓明成了谷歌的噩梦。",
        "谷歌的陆晓明打算去微软参观。",
        "谷歌的陆晓明赴美访学。",
        "陆晓明在谷歌的告别会上讲话。",
        "陆晓明与谷歌高管共进午餐。",
        "调查局约谈谷歌副总裁陆晓明。",
        "谷歌引进陆晓明的小说中文版。",
        "陆晓明归还谷歌的图书。",
        "谷歌将奖章授予陆晓明。",
    ],
)
def test_what_tells_none(text: str) -> None:
    assert moves_of(text, "zh") == []
