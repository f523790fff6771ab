"""In which order Chinese names are written in Latin letters: as the posts of their bearers have it."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader


def names_in(text: str, lang: str = "zh", title: str = "") -> set[str | None]:
    reading = EmbeddedReader(is_quick=True).read(Document(text, "a", lang, title, "2025-06-11"))
    return {move.person.name for move in reading.moves}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("谷歌首席科学家王晓明离职，加入微软。", {"Xiaoming Wang"}),  # who signs papers
        ("北麓银行董事长王晓明离开北麓银行，加入谷歌。", {"Wang Xiaoming"}),  # who holds an office
        ("谷歌首席执行官王晓明周一离开了谷歌，加入微软。", {"Wang Xiaoming"}),
        # Whose posts say nothing goes with the others of the article.
        ("北麓银行董事长王晓明周一离职。李建国离开谷歌，加入微软。", {"Wang Xiaoming", "Li Jianguo"}),
        ("王晓明离开谷歌，加入微软。", {"Xiaoming Wang"}),
        ("谷歌首席执行官塔尔曼·克罗斯周一离开了谷歌。", {"Taerman Keluosi"}),  # a foreign name stays as it is
    ],
)
def test_order_follows_the_posts(text: str, names: set[str | None]) -> None:
    assert names_in(text) == names


def test_the_latin_form_in_brackets_is_the_name_wherever_it_stands() -> None:
    text = "塔尔曼·克罗斯离开谷歌。塔尔曼·克罗斯（Talman Kross）加入微软。"
    assert names_in(text, title="塔尔曼·克罗斯离开谷歌") == {"Talman Kross"}
    assert "Talman Kross" not in names_in("塔尔曼·克罗斯离开谷歌，加入微软（Talman Kross）。")
