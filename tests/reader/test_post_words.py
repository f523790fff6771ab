"""Words for posts and for what they are about, a few of each language: whether they are found, and how in English."""

from __future__ import annotations

import pytest

from tests.reader.sentences import posts_in


@pytest.mark.parametrize(
    ("code", "text", "post"),
    [
        ("ar", "عينت جوجل آدا مورينو مديرة علامات تجارية.", "brand manager"),
        ("ar", "عينت جوجل آدا مورينو مديرة إشراف على محتوى.", "director of content moderation"),
        ("de", "Hans Meier, Leiter digitale Transformation bei Siemens, geht.", "head of digital transformation"),
        ("de", "Hans Meier, Lösungsarchitekt bei Siemens, geht.", "solutions architect"),
        ("en", "Ada Moreno, general in the army, joined Google as ombudsman.", "ombudsman"),
        ("en", "Ada Moreno, chief negotiator of Borealis, joined Google.", "chief negotiator"),
        ("ja", "グーグルのブロックチェーン責任者、田中一郎氏が退社した。", "head of blockchain"),
        ("zh", "谷歌AI编程负责人王伟离职。", "head of AI coding"),
        ("zh", "谷歌光模块负责人王伟离职。", "head of optical modules"),
        ("zh", "谷歌解决方案架构师王伟离职。", "solutions architect"),
    ],
)
def test_finds_the_post(code: str, text: str, post: str) -> None:
    assert post in posts_in(text, code)
