"""Chinese and Japanese clauses: what belongs to a name, what a particle reaches over, who is meant but not named.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import moves_of


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        (
            "ja",
            "田中一郎氏がグーグルからメタの「ハイパーボイド研究所」に移籍した。",
            ["田中一郎: グーグル -> メタ, done"],
        ),
        (
            "ja",
            "田中一郎氏がグーグルから「ハイパーボイド研究所」に移籍した。",
            ["田中一郎: グーグル -> ハイパーボイド研究所, done"],
        ),
        ("zh", "王晓明离开微软，加入谷歌旗下星河智能实验室。", ["王晓明: 微软 -> 谷歌, done"]),
        ("zh", "王晓明离开微软，加入星河智能实验室。", ["王晓明: 微软 -> 星河智能实验室, done"]),
        ("zh", "谷歌昨日变动。Zenlab团队负责人王晓明跳槽微软。", ["王晓明: 谷歌 -> 微软, done"]),
    ],
)
def test_a_part_of_a_house_is_no_employer_of_its_own(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        # an organization's particle reaches over the subject within what is said of it, and over brackets
        ("メタは、グーグルの田中一郎副社長が社長に就くと発表した。", ["田中一郎: グーグル -> メタ, done"]),
        (
            "グーグル（米カリフォルニア州）は3日の会合で、田中一郎氏が退任すると発表した。",
            ["田中一郎: グーグル -> -, done"],
        ),
        ("田中一郎グーグル副社長がメタに移籍した。", ["田中一郎: グーグル -> メタ, done"]),
        ("退社するのはグーグルの田中一郎氏で、メタに転職する。", ["田中一郎: グーグル -> メタ, done"]),
        (
            "買収されたX（旧ツイッター）において、CEOの田中一郎氏が退任した。",
            ["田中一郎: X（旧ツイッター） -> -, done"],
        ),
        (
            "メタはグーグルの元エンジニアリング責任者であるMax Holmgren氏を獲得した。",
            ["Max Holmgren: グーグル -> メタ, done"],
        ),
        # whoever acts is not the one who moves, nor are people without a name
        (
            "田中一郎氏はグーグルの顧問だ。鈴木花子氏がグーグルからメタに引き抜いた。",
            ["田中一郎: グーグル -> メタ, done"],
        ),
        ("田中一郎氏はグーグルの研究者だ。さらに2人の従業員がメタに移籍する予定だ。", []),
        (
            "メタは社長を迎える。田中一郎副社長、佐藤明副社長の2人は専務に降格する。",
            ["田中一郎: メタ -> メタ, done", "佐藤明: メタ -> メタ, done"],
        ),
        (
            "メタは人事を発表した。アマゾン元社長の田中一郎氏は副会長から専務に降格する。",
            ["田中一郎: メタ -> メタ, done"],
        ),
        # several clauses may leave their verb to the last, each with its own goal
        (
            "グーグルでは田中一郎氏がメタに、鈴木花子氏がアマゾンに移籍した。",
            ["田中一郎: グーグル -> メタ, done", "鈴木花子: グーグル -> アマゾン, done"],
        ),
        (
            "グーグルでは田中一郎氏がメタに移り、鈴木花子氏がアマゾンに移籍した。",
            ["田中一郎: グーグル -> メタ, done", "鈴木花子: グーグル -> アマゾン, done"],
        ),
        # only as many as the number says
        (
            "鈴木花子氏によると、田中一郎氏、佐藤明氏の2人がグーグルからメタに移籍した。",
            ["田中一郎: グーグル -> メタ, done", "佐藤明: グーグル -> メタ, done"],
        ),
    ],
)
def test_japanese_clauses(text: str, moves: list[str]) -> None:
    assert moves_of(text, "ja") == moves


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("谷歌工程师王晓明(花名:李建国)离职。", ["王晓明: 谷歌 -> -, done"]),
        ("谷歌工程师王晓明(微软总裁李建国的学生)离职。", ["王晓明: 谷歌 -> -, done"]),
        ("王晓明从清华大学毕业后加入谷歌。", ["王晓明: - -> 谷歌, done"]),
        ("王晓明从清华大学跳槽到谷歌。", ["王晓明: 清华大学 -> 谷歌, done"]),
        ("王晓明应李建国之邀加入谷歌。", ["王晓明: - -> 谷歌, done"]),
        ("王晓明退出业务一线。", []),
        ("李建国表示遗憾。王晓明卸任谷歌总裁，董事会已选举他为谷歌董事长。", ["王晓明: 谷歌 -> 谷歌, done"]),
    ],
)
def test_chinese_clauses(text: str, moves: list[str]) -> None:
    assert moves_of(text, "zh") == moves


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("ja", "津田健一氏が就任した。津田新会長らは会見した。", ["津田健一", "津田"]),  # 新 tells the post as new
        ("ja", "津田新氏が会見した。", ["津田新"]),
        ("ja", "吉本浩之社長が会見した。", ["吉本浩之"]),
        ("ja", "米中貿易交渉が始まり、津田社長が25周年を祝った。", ["津田"]),
        ("ja", "鈴木花子会長が会見した。鈴木氏は1998年に社長となった。", ["鈴木花子", "鈴木"]),
        ("zh", "新任董事长将由成大系主任王晓明接任。", ["王晓明"]),  # 由 leads to whoever takes over
        ("zh", "向海龙离开谷歌。", ["向海龙"]),
    ],
)
def test_names_end_where_other_words_begin(lang: str, text: str, people: list[str]) -> None:
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True))
    Cast(page)
    named = [m for sentence in page.sentences for m in sentence.mentions if m.kind == "person" and not m.is_anaphor]
    assert [mention.surface for mention in named] == people


def test_a_post_before_the_next_name_describes_that_one() -> None:
    text = "前谷歌总监王晓明、前微软研究员李建国，以及此前在苹果带团队的张大伟，已入职百度。"
    found = understand(make_page(Document(text, "a", "zh", "", "2025-06-11"), lexicon_for("zh", True)))
    ties = {(tie.person.mention, tie.org.mention) for tie in found.ties if tie.org is not None and tie.post}
    assert ties == {("王晓明", "谷歌"), ("李建国", "微软")}
    assert [event.person.mention for event in found.events] == ["王晓明", "李建国", "张大伟"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Brightcorn由王晓明创立。", ["Brightcorn"]),  # no sentence of this script begins with a capital
        ("Loading more results", []),
    ],
)
def test_a_capital_before_characters_is_that_of_a_name(text: str, names: list[str]) -> None:
    page = make_page(Document(text, "a", "zh", "", "2025-06-11"), lexicon_for("zh", True))
    Cast(page)
    mentions = [mention for sentence in page.sentences for mention in sentence.mentions]
    assert [mention.surface for mention in mentions if mention.kind == "org"] == names


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        # an employer named only to say which other one is meant
        ("zh", "王晓明辞任领英母公司微软的总裁。", ["王晓明: 微软 -> -, done"]),
        ("zh", "王晓明离开微软，加入OpenAI竞争对手Anthropic。", ["王晓明: 微软 -> Anthropic, done"]),
        ("zh", "王晓明离开微软，加入OpenAI。", ["王晓明: 微软 -> OpenAI, done"]),
        (
            "ja",
            "メタに買収されたX（旧ツイッター）では、田中一郎氏が退任した。",
            ["田中一郎: X（旧ツイッター） -> -, done"],
        ),
        ("ja", "メタが買収したGitHubから、田中一郎氏がアマゾンに移籍した。", ["田中一郎: GitHub -> アマゾン, done"]),
        # a clause that a particle makes a noun, and who did it behind it
        ("zh", "离开OpenAI的还有王晓明。", ["王晓明: OpenAI -> -, done"]),
        ("zh", "最先离开OpenAI的是王晓明。", ["王晓明: OpenAI -> -, done"]),
        # another name in brackets between an employer and the post there
        (
            "ja",
            "セーフ・スーパーインテリジェンス（SSI）のCEOだった田中一郎氏がメタに移籍した。",
            ["田中一郎: セーフ・スーパーインテリジェンス -> メタ, done"],
        ),
        # a subject of all clauses, however far its last verb stands
        (
            "ja",
            "田中一郎氏は、グーグルで検索の開発に長く取り組み、海外にも拠点を広げ、多くの若手を育てた後、メタに移籍した。",
            ["田中一郎: グーグル -> メタ, done"],
        ),
        # the one whose successor is told of stands at the end of a long description
        (
            "ja",
            "グーグルの田中一郎氏の後任は、メタで広告を長く率いていた鈴木花子氏が務める。",
            ["鈴木花子: メタ -> グーグル, done"],
        ),
        # where a firm sets up what somebody comes to head
        ("ja", "アマゾンの田中一郎氏は、百度が新設した研究所の所長に就任した。", ["田中一郎: アマゾン -> 百度, done"]),
        # whom the words count is named in the sentence before
        (
            "ja",
            "グーグル社長の田中一郎氏が鈴木花子氏に会った。メタは2人を雇い入れた。",
            ["田中一郎: グーグル -> メタ, done", "鈴木花子: グーグル -> メタ, done"],
        ),
        ("ja", "田中一郎氏がグーグルを退社した。次の職場はメタだという。", ["田中一郎: グーグル -> メタ, done"]),
    ],
)
def test_who_stands_where_in_a_clause_that_describes(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text", "people"),
    [
        ("zh", "王晓明已离职，加入谷歌。", {"王晓明"}),
        ("zh", "龙腾任谷歌副总裁。", {"龙腾"}),
        ("ja", "スウェーデン・エリクソンは田中一郎氏を迎えた。", {"田中一郎"}),
        ("ja", "コンペティション・Alexaに田中一郎氏が加わった。", {"田中一郎"}),
    ],
)
def test_a_name_ends_where_something_else_is_told(lang: str, text: str, people: set[str]) -> None:
    cast = Cast(make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True)))
    assert {person.mention for person in cast.people()} == people


@pytest.mark.parametrize(
    ("lang", "text", "orgs"),
    [
        ("zh", "王晓明2015年5月起任天枢大学校长。", {"天枢大学"}),
        ("zh", "王晓明辞任谷歌审核委员会主席。", {"谷歌"}),
        ("zh", "谷歌智能出行事业群（ITG）负责人王晓明离职。", {"谷歌"}),
        ("ja", "田中一郎氏はグーグル入社から数日でメタのCIOになった。", {"グーグル", "メタ"}),
    ],
)
def test_what_is_no_employer(lang: str, text: str, orgs: set[str]) -> None:
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True))
    Cast(page)
    named = [m.entity for sentence in page.sentences for m in sentence.mentions if m.kind == "org"]
    assert {entity.mention for entity in named if entity is not None and entity.name} == orgs
