"""Posts, furniture, times and hedges of Arabic: what the data say, and what only looks like it."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.posts.posts import find_posts
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Sentence, make_page


def sentences_of(text: str) -> list[Sentence]:
    """The sentences of an Arabic text, with their hits."""
    return make_page(Document(text, "a", "ar", "", "2025-06-11"), lexicon_for("ar", True)).sentences


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("العضو المنتدب للبنك", ["managing director"]),
        ("رئيسا مديرا عاما للمجمع", ["president and director general"]),
        ("نائب الرئيس التنفيذي للمبيعات", ["executive vice president of sales"]),
        ("نائب رئيس تنفيذي", ["executive vice president"]),
        ("قائما بأعمال الرئيس التنفيذي", ["acting CEO"]),
        ("مديرا عاما بالنيابة", ["acting director general"]),
        ("رئيسة الموارد البشرية", ["head of human resources"]),
        ("رئيسا لقطاع الائتمان", ["head of credit"]),
        ("كاتبا عاما", ["secretary-general"]),
        ("وكيلا مساعدا", ["assistant undersecretary"]),
        ("نائب محافظ البنك", ["deputy governor"]),
        ("عميدا لكلية الطب", ["dean of medicine"]),
        ("كبيرة مسؤولي المخاطر", ["chief risk officer"]),
        ("أستاذة زائرة", ["visiting professor"]),
        ("عقدت الشركة اجتماعا في القاعة", []),
    ],
)
def test_posts_in_english(text: str, posts: list[str]) -> None:
    (sentence,) = sentences_of(text)
    assert [post.english for post in find_posts(sentence)] == posts


@pytest.mark.parametrize("line", ["فاجأ توم بيرغ زملاءه بإعلان رحيله.", "إعلان تعيين ليلى حداد مديرة مالية"])
def test_an_announcement_is_no_advertisement(line: str) -> None:
    assert sentences_of(line)


@pytest.mark.parametrize("line", ["شارك المقال", "انضم إلى قناتنا عبر واتساب", "لن يتم نشر عنوان بريدك الإلكتروني"])
def test_buttons_and_invitations_are_set_aside(line: str) -> None:
    assert not sentences_of(line)


def hits_of(text: str, kind: str) -> list[object]:
    """What the hits of one kind say."""
    return [hit.payload for sentence in sentences_of(text) for hit in sentence.of_kind(kind)]


def test_times_and_numbers() -> None:
    assert hits_of("غادر أول من أمس", "relative_time")[:1] == ["day -2"]
    assert "13" in hits_of("غادر ثلاثة عشر مهندسا", "number")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("توم بيرغ يتأهب للرحيل", "planned"),
        ("على ذمة الصحيفة، توم بيرغ راحل", "rumored"),
        ("هذه مجرد شائعات", "denied"),
        ("فضلت البقاء في كوانتا", "declined"),
        ("غادر توم بيرغ أمس", None),
    ],
)
def test_how_sure_the_words_are(text: str, status: str | None) -> None:
    found = [getattr(cue, "status", None) for cue in hits_of(text, "cue")]
    assert (status in found) if status else not found
