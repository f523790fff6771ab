"""Names that no list has, in Chinese and Japanese: told by the words around them, whatever they are called.

All people and employers are invented. Beside each way of telling stand words that look alike and name nobody.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def named(lang: str, text: str) -> set[tuple[str, str]]:
    """The unlisted names of a text, each with what it names."""
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, False))
    Cast(page)
    mentions = [mention for sentence in page.sentences for mention in sentence.mentions]
    return {
        (mention.kind, mention.surface)
        for mention in mentions
        if mention.entity is not None and not mention.entity.listed and mention.entity.name is not None
    }


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        # family names that few bear, and those of Japan in Chinese text
        ("zh", "商业化合伙人郗远航宣布离职。", ("person", "郗远航")),
        ("zh", "设计总监司空晚晴加入谷歌。", ("person", "司空晚晴")),
        ("zh", "技術長丹羽宗一離開谷歌。", ("person", "丹羽宗一")),
        # what public bodies are for is told in usual words
        ("zh", "周启明近日加入合肥综合性国家科学中心能源研究院。", ("org", "合肥综合性国家科学中心能源研究院")),
        ("zh", "唐若琳出任北京电影学院副院长。", ("org", "北京电影学院")),
        ("zh", "王晓明曾任中国对外工程承包商会会长助理。", ("org", "中国对外工程承包商会")),
        # a post behind what opens a clause
        ("zh", "枕磐神经创始人程亦伦加入谷歌。", ("org", "枕磐神经")),
        # what looks like somebody's name where an employer is asked for
        ("zh", "李帅君离开谷歌，加入福瑞达克，负责研发。", ("org", "福瑞达克")),
        ("zh", "竞争对手塞尔普拉斯宣布新的人事任命，王晓明出任总裁。", ("org", "塞尔普拉斯")),
        # quotation marks
        ("zh", "邢越离开谷歌，去了师兄刚办起来的“磐枢”。", ("org", "磐枢")),
        ("zh", "罗一舟注册了公司，名字叫“可以再试”，他离开了谷歌。", ("org", "可以再试")),
        # a post tied to a person by the copula or a particle
        ("ja", "設計責任者であるマリア・オドネルがグーグルを退社した。", ("person", "マリア・オドネル")),
        ("ja", "共同創業者だったイナ・ボルデンがグーグルを退社した。", ("person", "イナ・ボルデン")),
        # an employer of two words in katakana
        ("ja", "田中一郎氏はユニオン・サンジロワーズに引き抜かれた。", ("org", "ユニオン・サンジロワーズ")),
        ("ja", "カナル・フォルテの田中一郎氏がグーグルに移った。", ("org", "カナル・フォルテ")),
        ("ja", "検索のスタートアップ、ミミズラの共同創業者だった田中一郎氏が退社した。", ("org", "ミミズラ")),
        ("ja", "揺れたマルカイドホールディングスは、田中一郎氏を社長に選んだ。", ("org", "マルカイドホールディングス")),
        ("ja", "双葉ケミラルの田中一郎会長が退任した。", ("org", "双葉ケミラル")),
        ("ja", "名誉理事に田中一郎氏、吉澄庄次(ネコルダ特別顧問)が就任した。", ("org", "ネコルダ")),
        # a family name in ideographs with a given name in kana
        ("ja", "グーグルの遠山ジョナサン氏がメタに移った。", ("person", "遠山ジョナサン")),
        ("ja", "グーグルの尾花そらさんがメタに移った。", ("person", "尾花そら")),
        # where somebody studied is told in the clause before
        ("zh", "他自交通大學畢業，先在瑞晟半導體任職，2016年跳槽谷歌。", ("org", "瑞晟半導體")),
    ],
)
def test_finds_names_that_nobody_has_listed(lang: str, text: str, name: tuple[str, str]) -> None:
    assert name in named(lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("zh", "他的雄心不止于一所大学，王晓明离开谷歌。", "一所大学"),
        ("zh", "来自绵阳的小伙子温良是从谷歌离职的。", "绵阳的小伙子温良"),
        ("zh", "兴宁基金汤西生、前锋基金齐景民离职。", "汤西生"),
        ("zh", "王晓明加入李景民团队。", "李景民"),
        ("zh", "公司高管谈到的“灵魂人物”王晓明离职。", "灵魂人物"),
        ("zh", "刚刚毕业，创始人王晓明就离开谷歌。", "刚刚毕业"),
        ("ja", "CEATEC（シーテルク）の会長に田中一郎氏が就任した。", "シーテルク"),
        ("ja", "ソーシャルメディアの責任者に田中一郎氏が就任した。", "ソーシャルメディア"),
        ("ja", "メタはマリア・オドネルを採用した。", "マリア・オドネル"),
        ("ja", "AI創業を支援する田中一郎氏がグーグルを退社した。", "AI創業"),
    ],
)
def test_words_that_look_alike_name_no_employer(lang: str, text: str, words: str) -> None:
    assert ("org", words) not in named(lang, text)


def test_a_long_line_without_spaces_is_no_button() -> None:
    text = (
        "王晓明自2014年起在谷歌任职，2019年离开这家广告技术公司，"
        "其后加入微软担任首席科学家，负责广告算法和推荐系统的研究，直到今年离职。"
    )
    lexicon = lexicon_for("zh", False)
    assert make_page(Document(text, "a", "zh", "", "2025-06-11"), lexicon).sentences
    assert not make_page(Document("广告", "a", "zh", "", "2025-06-11"), lexicon).sentences
