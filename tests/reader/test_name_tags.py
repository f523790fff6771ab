"""Names that no list knows, found in Arabic by the learnt tags: people, institutions, what is glued on, near misses."""

from __future__ import annotations

import pytest

from talentflow.languages.name_runs import EDGE, TAGS, NameRuns, name_runs
from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.names.name_tags import tagger_for
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def named(text: str, kind: str) -> list[str]:
    """The people or the organizations that a text names, without what is glued on in front."""
    page = make_page(Document(text, "a", "ar", "", "2025-06-11"), lexicon_for("ar"))
    Cast(page)
    mentions = [mention for sentence in page.sentences for mention in sentence.mentions]
    entities = {id(mention.entity): mention.entity for mention in mentions if mention.entity is not None}
    return [entity.mention for entity in entities.values() if entity.kind == kind]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("عين المجلس حمد بن راشد الغيلاني رئيسا تنفيذيا للشركة.", ["حمد بن راشد الغيلاني"]),
        ("قدمت الدكتورة شيخة بنت عيسى الظاهري استقالتها من منصبها.", ["شيخة بنت عيسى الظاهري"]),
        ("كلف الوزير المهندس عبد الرحيم بوزيدي بتسيير الإدارة مؤقتا.", ["عبد الرحيم بوزيدي"]),
        ("التحق بالفريق كيم جونغ هيون مديرا للأبحاث.", ["كيم جونغ هيون"]),
        ("انضم راجيف سوبرامانيام إلى فريق الهندسة.", ["راجيف سوبرامانيام"]),
        ("قالت المديرة المالية كاترينا هولمبرغ إن النتائج جيدة.", ["كاترينا هولمبرغ"]),
        ("اختار المجلس سلوى التازي رئيسة خلفا لوسيم الخوري.", ["سلوى التازي", "وسيم الخوري"]),
        ("استقال مدير التحرير وديع الخوري من منصبه.", ["وديع الخوري"]),  # no "and" before a name
    ],
)
def test_finds_people_nobody_listed(text: str, people: list[str]) -> None:
    assert named(text, "person") == people


@pytest.mark.parametrize(
    ("text", "organizations"),
    [
        ("غادرت ليلى حداد البنك الأهلي السعودي.", ["البنك الأهلي السعودي"]),
        ("غادرت ليلى حداد هيئة السوق المالية.", ["هيئة السوق المالية"]),
        ("انتقلت ليلى حداد من جامعة الملك سعود إلى وزارة المالية.", ["جامعة الملك سعود", "وزارة المالية"]),
        ("عين سامي الخطيب مديرا عاما لوزارة الطاقة.", ["وزارة الطاقة"]),
        ("كانت ليلى حداد تعمل في بنك السودان المركزي.", ["بنك السودان المركزي"]),
        ("التحقت ليلى حداد بمجموعة «بورياليس القابضة» مديرة مالية.", ["بورياليس القابضة"]),
    ],
)
def test_finds_employers_nobody_listed(text: str, organizations: list[str]) -> None:
    assert named(text, "org") == organizations


@pytest.mark.parametrize(
    "text",
    [
        "غادر المدير المالي منصبه في نهاية العام الماضي.",
        "أكدت المصادر أن القرار سيصدر خلال الأسبوع المقبل.",
        "ارتفعت الأرباح الصافية بنسبة عشرة في المئة مقارنة بالربع السابق.",
        "وتهدف الخطة إلى توسيع الخدمات الرقمية في المنطقة.",
    ],
)
def test_takes_no_words_for_names(text: str) -> None:
    assert named(text, "person") == []
    assert named(text, "org") == []


def test_a_family_name_that_is_also_an_employers_names_the_person() -> None:
    assert named("قرر المحامي فيصل الراجحي التقاعد في يونيو.", "org") == []
    assert named("قرر المحامي فيصل الراجحي التقاعد في يونيو.", "person") == ["فيصل الراجحي"]


def test_a_given_name_that_is_also_an_employers_names_the_person() -> None:
    assert named("عزل المجلس الرئيس التنفيذي كريم الراجحي.", "person") == ["كريم الراجحي"]
    assert named("عزل المجلس الرئيس التنفيذي كريم الراجحي.", "org") == []
    assert named("غادرت ليلى حداد شركة كريم.", "org") == ["كريم"]


def test_an_employer_beside_a_person_after_a_verb_stays_one() -> None:
    text = "ضمت ميتا سامي الخطيب."
    assert named(text, "org") == ["ميتا"]
    assert named(text, "person") == ["سامي الخطيب"]


def test_tags_do_not_depend_on_the_people_of_the_registry() -> None:
    text = "انتقلت ميرا موراتي من أوبن إيه آي إلى شركة كوانتا."
    with_people, without = lexicon_for("ar", True), lexicon_for("ar", False)
    found = []
    for lexicon in (with_people, without):
        tagger = tagger_for(lexicon)
        assert tagger is not None
        found.append(tagger.runs(make_page(Document(text, "a", "ar"), lexicon)))
    assert found[0] == found[1]


def runs_of_two_words() -> NameRuns:
    """Weights under which "a" begins a person's name, and "b" goes on with one or is a word."""
    return NameRuns(
        {"0:a": [0, 300, 0, 0, 0], "0:b": [100, 0, 200, 0, 0], f"-1:{EDGE}": [50, 0, 0, 0, 0]},
        {tag: [0] * len(TAGS) for tag in TAGS},
        {"2": "word other"},
    )


def test_a_name_goes_on_only_after_its_beginning() -> None:
    runs = runs_of_two_words()
    a, b = runs.score(["a"]), runs.score(["b"])
    assert [TAGS[tag] for tag in runs.tags([a, b])] == ["person", "person+"]
    assert [TAGS[tag] for tag in runs.tags([b, a])] == ["none", "person"]
    assert runs.tags([]) == []


def test_knows_how_often_a_word_is_met() -> None:
    assert runs_of_two_words().known == {"word": "2", "other": "2"}


def test_the_learnt_weights_fit_the_tags() -> None:
    runs = name_runs("ar")
    assert runs is not None
    assert runs.score(["any"]) != 0 == runs.score(["no such feature"])
    assert name_runs("es") is None
