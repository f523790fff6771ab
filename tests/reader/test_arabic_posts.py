"""Posts in Arabic: which one a mover leaves and which one is taken, and how far a field reaches. Names are invented."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.posts.posts import find_posts
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import claims_of


def posts_of(text: str) -> list[tuple[str | None, str | None]]:
    """The post left and the post taken, for each move."""
    return [(move.role_from, move.role_to) for move in claims_of(text, "ar")]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        # who presides over a field is its head; of an employer alone, its president
        ("أعلنت غوغل تعيين توم بيرغ رئيسا لهندسة الروبوتات.", (None, "head of robotics engineering")),
        ("أعلنت غوغل تعيين توم بيرغ رئيسا للشركة.", (None, "president")),
        # an adjective of the post may stand before its field
        ("انضم توم بيرغ إلى غوغل رئيسا جديدا للأبحاث.", (None, "head of research")),
        # more of the field than one word
        ("عينت غوغل توم بيرغ نائبا للرئيس لشؤون تصنيع الرقائق.", (None, "vice president of chip manufacturing")),
        # a verb that leads a field tells a post, and none without it
        (
            "انضم توم بيرغ، الذي كان يقود فريق النماذج الأساسية في غوغل، إلى ميتا.",
            ("head of the foundation models team", None),
        ),
        ("انضم توم بيرغ، الذي كان يقود غوغل، إلى ميتا.", (None, None)),
        # a post begun by the words of its verb
        ("انضم توم بيرغ إلى ميتا بعدما كان مديرا للأبحاث في غوغل.", ("research director", None)),
        # the post beside the name is the one that is left
        ("كلفت غوغل المدير المالي توم بيرغ بالرئاسة التنفيذية.", ("CFO", "CEO")),
        ("رقت غوغل توم بيرغ من مدير للتصميم إلى رئيس لسلاسل الإمداد.", ("director of design", "head of supply chain")),
        # a title is no post, and what stands beside a name is none where another post is taken
        ("عينت ميتا المهندس توم بيرغ مديرا للتصميم.", (None, "director of design")),
        ("انتقل المهندس توم بيرغ من غوغل إلى ميتا.", (None, None)),
        # a post may describe the name right before it, but not one that somebody is named to
        ("غادر توم بيرغ رئيس الأبحاث في غوغل الشركة.", ("head of research", None)),
        ("عينت ميتا توم بيرغ، القادم من غوغل، مديرا للتصميم.", (None, "director of design")),
        # the posts of one and the same chair
        ("استقال المدير المالي توم بيرغ من غوغل، ويحل محله سامي الخطيب.", (None, "CFO")),
        # two posts of one breath are one
        ("غادر الشريك المؤسس والمدير التقني توم بيرغ غوغل.", ("co-founder and CTO", None)),
        # with a field, whoever is over all of it is its general manager
        ("عينت ميتا توم بيرغ مديرا عاما لمنطقة الخليج.", (None, "general manager for the Gulf")),
        # names in quotation marks have posts beside them too
        ('غادر "توم بيرغ" رئيس الأبحاث في غوغل الشركة.', ("head of research", None)),
        # the field of a post may stand past the employer
        ("غادر توم بيرغ نائب رئيس غوغل لشؤون الهندسة الشركة.", ("vice president of engineering", None)),
        # whoever is one of an employer's leaders has no other post told
        ("غادر توم بيرغ، أحد أبرز قيادات غوغل، الشركة.", ("executive", None)),
        ("صعد توم بيرغ في غوغل من منصب المدير المالي إلى الرئاسة التنفيذية.", ("CFO", "CEO")),
        # counted people are what they are counted as
        ("استقطبت ميتا ثلاثة باحثين من غوغل. وهم توم بيرغ وسامي الخطيب وليلى حداد.", ("researcher", None)),
        # more than one founder
        ("أسس توم بيرغ وسامي الخطيب شركة كوانتا.", (None, "co-founder")),
        ("أسس توم بيرغ شركة كوانتا.", (None, "founder")),
    ],
)
def test_the_posts_of_a_move(text: str, posts: tuple[str | None, str | None]) -> None:
    assert posts in posts_of(text)


# a real phrase and its English
PHRASES = [
    ("كبير مسؤولي أمن المعلومات", "chief information security officer"),
    ("كبيرا لمسؤولي الأمن", "chief security officer"),
    ("كبيرة مسؤولي الشراكات", "chief partnerships officer"),
    ("المسؤول الأول عن الامتثال", "chief compliance officer"),
    ("الرئيس التنفيذي لإدارة المخاطر", "chief risk officer"),
    ("الرئيس التنفيذي للقطاع المالي", "CFO"),
    ("كبير مسؤولي التقنية والذكاء الاصطناعي", "chief technology and AI officer"),
    ("رئيسا للتقنية", "CTO"),
    ("مديرة التسويق", "marketing director"),
    ("مدير الأمن السيبراني", "director of cybersecurity"),
    ("المستشار القانوني العام", "general counsel"),
    ("مستشارة قانونية", "legal adviser"),
    ("مستشارا لرئيس الوزراء", "adviser to the prime minister"),
    ("نائبة لمدير المحتوى", "deputy director of content"),
    ("نائبا لرئيس قطاع التشغيل", "deputy head of operations"),
    ("عضو مجلس إدارة مستقل", "independent board member"),
    ("عضوا غير تنفيذي في مجلس الإدارة", "non-executive board member"),
    ("رئيسة لجنة المراجعة", "chair of the audit committee"),
    ("رئيس مجلس الأمناء", "chair of the board of trustees"),
    ("رئيس فريق التعلم المعزز", "head of the reinforcement learning team"),
    ("قائدة فريق التوصيات", "leader of the recommendations team"),
    ("مسؤولا عن معالجات الحافة", "head of edge processors"),
    ("رئيس قسم الإدراك البصري", "head of visual perception"),
    ("مدير فرع بنغازي", "director of the branch in Benghazi"),
    ("المدير الإقليمي لمنطقة الخليج", "regional director for the Gulf"),
    ("نائب الرئيس للمبيعات في الشرق الأوسط", "vice president of sales for the Middle East"),
    ("مهندس تقييم", "evaluation engineer"),
    ("باحثا أول في التعلم العميق", "senior deep learning researcher"),
    ("كبير مهندسي السحابة", "chief cloud engineer"),
    ("طالبة دكتوراه", "doctoral student"),
    ("الأستاذ المتفرغ", "full-time professor"),
    ("عضو هيئة التدريس", "faculty member"),
    ("عميد كلية الهندسة", "dean of engineering"),
    ("مدرسة مساعدة", "assistant lecturer"),
    ("مذيعة الأخبار", "news anchor"),
    ("مدرب حراس المرمى", "goalkeeping coach"),
    ("كشاف اللاعبين", "player scout"),
    ("رئيس الطهاة", "head chef"),
    ("محافظ البنك المركزي", "governor of the central bank"),
    ("كاتبة الدولة المكلفة بالصيد البحري", "secretary of state of fisheries"),
    ("عضو مجلس النواب", "member of parliament"),
    ("القائم بمهام الرئيس التنفيذي", "acting CEO"),
    ("الرئيس التنفيذي بالتكليف", "acting CEO"),
    # an adjective of somebody's country is no field
    ("المهندس المصري", "engineer"),
    # a year is no field either
    ("متدرب في عام 1988", "intern"),
]


@pytest.mark.parametrize(("phrase", "english"), PHRASES, ids=[english for _, english in PHRASES])
def test_the_english_of_a_post(phrase: str, english: str) -> None:
    page = make_page(Document(f"عمل سامي الخطيب {phrase}.", "a", "ar"), lexicon_for("ar", True))
    found = [post.english for sentence in page.sentences for post in find_posts(sentence, page.language)]
    assert found == [english]


def test_the_world_is_no_scientist() -> None:
    assert posts_of("غادر توم بيرغ غوغل، أكبر شركة في العالم.") == [(None, None)]
