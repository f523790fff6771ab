"""Arabic sentences, one behaviour a row: who moved, from where, to where, and how sure the words are.

People and employers are invented. A move is written as the text names its ends: "person: from -> to, status".
"""

from __future__ import annotations

import pytest

from talentflow.model import Document, MoveClaim
from talentflow.reader.career import compose
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.lexicon import lexicon_for
from talentflow.reader.page import make_page
from talentflow.reader.presenting import move_claim
from talentflow.reader.understanding import understand

READER = EmbeddedReader()
# A sentence alone has no article around it that would make the reader sure: what is tested is how it is read.
HARDLY_SURE = 0.05


def written(move: MoveClaim) -> str:
    """A move by its mentions, letter for letter."""
    ends = [end.mention if end else "-" for end in (move.from_org, move.to_org)]
    return f"{move.person.mention}: {ends[0]} -> {ends[1]}, {move.status}"


def moves_of(text: str, title: str = "") -> list[str]:
    """The moves of an Arabic text published in June 2025."""
    found = understand(make_page(Document(text, "a", "ar", title, "2025-06-11"), lexicon_for("ar", True)))
    drafts = compose(found.events, found.ties, found.topic, found.places, HARDLY_SURE)
    return [written(move_claim(found, draft)) for draft in drafts]


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        # verb first, the person before or after the employer
        ("غادر سامي الخطيب شركة بورياليس.", ["سامي الخطيب: بورياليس -> -, done"]),
        ("غادرت ليلى حداد شركة بورياليس يوم الاثنين.", ["ليلى حداد: بورياليس -> -, done"]),
        ("استقال سامي الخطيب من شركة بورياليس.", ["سامي الخطيب: بورياليس -> -, done"]),
        ("ترك توم بيرغ شركة بورياليس بعد خمس سنوات.", ["توم بيرغ: بورياليس -> -, done"]),
        ("رحل توم بيرغ عن شركة بورياليس.", ["توم بيرغ: بورياليس -> -, done"]),
        ("انضم سامي الخطيب إلى شركة كوانتا.", ["سامي الخطيب: - -> كوانتا, done"]),
        ("التحقت ليلى حداد بشركة كوانتا.", ["ليلى حداد: - -> كوانتا, done"]),
        ("انتقل توم بيرغ من شركة بورياليس إلى شركة كوانتا.", ["توم بيرغ: بورياليس -> كوانتا, done"]),
        ("انتقلت ليلى حداد من غوغل إلى ميتا.", ["ليلى حداد: غوغل -> ميتا, done"]),
        ("عاد توم بيرغ إلى غوغل.", ["توم بيرغ: - -> غوغل, done"]),
        ("غادر غوغل كل من سامي الخطيب وليلى حداد.", ["سامي الخطيب: غوغل -> -, done", "ليلى حداد: غوغل -> -, done"]),
        # subject first
        ("سامي الخطيب يغادر غوغل.", ["سامي الخطيب: غوغل -> -, done"]),
        ("ليلى حداد انضمت إلى ميتا قادمة من غوغل.", ["ليلى حداد: غوغل -> ميتا, done"]),
        # the verb leads: adverbials and posts may stand before the subject
        ("وغادر في الفترة نفسها المحامي سامي الخطيب غوغل.", ["سامي الخطيب: غوغل -> -, done"]),
        ("انتقلت مديرة المنتجات ليلى حداد من غوغل إلى ميتا.", ["ليلى حداد: غوغل -> ميتا, done"]),
        # who announces a departure speaks of their own
        (
            "أعلن سامي الخطيب، المسؤول عن برنامج الشاحنات لدى غوغل، مغادرة الشركة.",
            ["سامي الخطيب: غوغل -> -, done"],
        ),
        ("أعلن سامي الخطيب انضمام ليلى حداد إلى غوغل.", ["ليلى حداد: - -> غوغل, done"]),
        # pronouns of a company, alone and written onto a verb or a post
        (
            "غادر توم بيرغ غوغل، وكان قد انتقل إليها من ميتا.",
            ["توم بيرغ: غوغل -> -, done", "توم بيرغ: ميتا -> غوغل, done"],
        ),
        ("أعلنت غوغل أن ليلى حداد، التي كانت مديرة في ميتا، ستنضم إليها.", ["ليلى حداد: ميتا -> غوغل, done"]),
        ("قالت غوغل إن مديرها المالي سامي الخطيب استقال.", ["سامي الخطيب: غوغل -> -, done"]),
        ("فقدت غوغل مديرها المالي سامي الخطيب.", ["سامي الخطيب: غوغل -> -, done"]),
        ("قالت غوغل إن عدد العاملين لديها ارتفع.", []),
        # an employer that acts
        ("وظفت ميتا توم بيرغ من غوغل.", ["توم بيرغ: غوغل -> ميتا, done"]),
        ("ضمت ميتا سامي الخطيب.", ["سامي الخطيب: - -> ميتا, done"]),
        ("استقطبت ميتا الباحثة ليلى حداد من غوغل.", ["ليلى حداد: غوغل -> ميتا, done"]),
        ("خطفت ميتا توم بيرغ من غوغل.", ["توم بيرغ: غوغل -> ميتا, done"]),
        ("أقالت غوغل سامي الخطيب.", ["سامي الخطيب: غوغل -> -, done"]),
        ("تعاقدت ميتا مع توم بيرغ.", ["توم بيرغ: - -> ميتا, done"]),
        # passive
        ("أُقيل توم بيرغ من منصبه في غوغل.", ["توم بيرغ: غوغل -> -, done"]),
        # nouns
        ("أثار رحيل سامي الخطيب عن غوغل دهشة زملائه.", ["سامي الخطيب: غوغل -> -, done"]),
        ("أكدت غوغل استقالة ليلى حداد.", ["ليلى حداد: غوغل -> -, done"]),
        ("أعلنت ميتا انضمام توم بيرغ إليها.", ["توم بيرغ: - -> ميتا, done"]),
        ("جاء انتقال سامي الخطيب من غوغل إلى ميتا مفاجئا.", ["سامي الخطيب: غوغل -> ميتا, done"]),
        ("جاءت إقالة توم بيرغ من غوغل بعد خلاف.", ["توم بيرغ: غوغل -> -, done"]),
        # one step told in two verbs
        ("غادر سامي الخطيب غوغل لينضم إلى ميتا.", ["سامي الخطيب: غوغل -> ميتا, done"]),
        ("استقالت ليلى حداد من غوغل وانضمت إلى ميتا.", ["ليلى حداد: غوغل -> ميتا, done"]),
        ("أنهى توم بيرغ عشر سنوات في غوغل وانتقل إلى ميتا.", ["توم بيرغ: غوغل -> ميتا, done"]),
        ("ترك توم بيرغ غوغل ليؤسس شركة كوانتا.", ["توم بيرغ: غوغل -> كوانتا, done"]),
        # founding
        ("أسست ليلى حداد شركة كوانتا عام 2019.", ["ليلى حداد: - -> كوانتا, done"]),
        ("شارك سامي الخطيب في تأسيس شركة كوانتا.", ["سامي الخطيب: - -> كوانتا, done"]),
        # clitics on names
        ("انضم إلى ميتا سامي الخطيب وتوم بيرغ.", ["سامي الخطيب: - -> ميتا, done", "توم بيرغ: - -> ميتا, done"]),
        ("وغادر وليد ناصيف غوغل.", ["وليد ناصيف: غوغل -> -, done"]),
        ("وانضمت وفاء الكندري إلى ميتا.", ["وفاء الكندري: - -> ميتا, done"]),
        # long names, names that are words, names with particles
        ("استقال خالد بن محمد آل سرور من غوغل.", ["خالد بن محمد آل سرور: غوغل -> -, done"]),
        ("استقال عبد الرحمن الدوسري من غوغل.", ["عبد الرحمن الدوسري: غوغل -> -, done"]),
        ("استقال عادل أبو حمدان من غوغل.", ["عادل أبو حمدان: غوغل -> -, done"]),
        ("استقالت أمل بنت سعيد الريامية من غوغل.", ["أمل بنت سعيد الريامية: غوغل -> -, done"]),
        ("انضم جان بيير دي لوكا إلى ميتا.", ["جان بيير دي لوكا: - -> ميتا, done"]),
        # Latin letters
        ("انضم Tom Berg إلى شركة Quanta.", ["Tom Berg: - -> Quanta, done"]),
        # employers in quotation marks
        ("انضم توم بيرغ إلى شركة «أفق البيان».", ["توم بيرغ: - -> أفق البيان, done"]),
        ("غادرت ليلى حداد مؤسسة «درب الضوء».", ["ليلى حداد: درب الضوء -> -, done"]),
        # institutions
        ("انضم سامي الخطيب إلى جامعة الرمال.", ["سامي الخطيب: - -> جامعة الرمال, done"]),
        # former employers beside the name
        ("انضم سامي الخطيب، المدير السابق في غوغل، إلى ميتا.", ["سامي الخطيب: غوغل -> ميتا, done"]),
        ("انضمت الباحثة السابقة في غوغل ليلى حداد إلى ميتا.", ["ليلى حداد: غوغل -> ميتا, done"]),
        # how sure
        ("نفت غوغل استقالة توم بيرغ.", ["توم بيرغ: غوغل -> -, denied"]),
        ("من المتوقع أن ينضم سامي الخطيب إلى ميتا.", ["سامي الخطيب: - -> ميتا, planned"]),
        ("توم بيرغ على وشك مغادرة غوغل.", ["توم بيرغ: غوغل -> -, planned"]),
        ("قد ينضم سامي الخطيب إلى ميتا.", ["سامي الخطيب: - -> ميتا, rumored"]),
        ("ربما تغادر ليلى حداد غوغل.", ["ليلى حداد: غوغل -> -, rumored"]),
        # lists after a word that announces them
        (
            "غادر ثلاثة باحثين غوغل، بينهم سامي الخطيب وليلى حداد.",
            ["سامي الخطيب: غوغل -> -, done", "ليلى حداد: غوغل -> -, done"],
        ),
    ],
)
def test_reads_who_moved_where(text: str, moves: list[str]) -> None:
    assert moves_of(text) == moves


@pytest.mark.parametrize(
    ("text", "person", "employer"),
    [
        ("عينت شركة كوانتا ليلى حداد رئيسة تنفيذية.", "ليلى حداد", "كوانتا"),
        ("أصبح سامي الخطيب رئيسا تنفيذيا لشركة كوانتا.", "سامي الخطيب", "كوانتا"),
        ("تولت ليلى حداد رئاسة شركة كوانتا.", "ليلى حداد", "كوانتا"),
        ("أعلنت شركة كوانتا تعيين سامي الخطيب مديرا ماليا.", "سامي الخطيب", "كوانتا"),
        ("عُيّن سامي الخطيب رئيسا تنفيذيا لشركة كوانتا.", "سامي الخطيب", "كوانتا"),
        ("تم تعيين ليلى حداد مديرة مالية في شركة كوانتا.", "ليلى حداد", "كوانتا"),
        ("جرى تعيين توم بيرغ رئيسا لشركة كوانتا.", "توم بيرغ", "كوانتا"),
        ("عهدت شركة كوانتا إلى سامي الخطيب بمنصب المدير المالي.", "سامي الخطيب", "كوانتا"),
        ("اختارت شركة كوانتا ليلى حداد رئيسة تنفيذية خلفا لتوم بيرغ.", "ليلى حداد", "كوانتا"),
    ],
)
def test_reads_who_took_which_post(text: str, person: str, employer: str) -> None:
    """A lone sentence may leave open whether the person came from elsewhere."""
    found = [move.partition(",")[0] for move in moves_of(text)]
    assert [(move.split(": ")[0], move.split(" -> ")[1]) for move in found] == [(person, employer)]


@pytest.mark.parametrize(
    "text",
    [
        "قالت ليلى حداد، الرئيسة التنفيذية لشركة كوانتا، إن الأرباح ارتفعت.",
        "يعمل سامي الخطيب في غوغل منذ عام 2019.",
        "انضمت كوانتا إلى الميثاق العالمي.",
        "يغادر التطبيق مرحلة التجربة الأسبوع المقبل.",
        "أطلقت غوغل خدمة جديدة للبحث.",
        "اختارت غوغل مدينة دبي مقرا لمؤتمرها.",
        "التقى توم بيرغ مسؤولين من ميتا في دبي.",
        "فقد أكد توم بيرغ أن غوغل تنمو.",
        "الشركة فقدت خمسة في المئة من قيمتها.",
        "تحدث عادل عن أمل الشركات في السوق.",
        "في الدار البيضاء أعلنت غوغل عن مكتب جديد.",
        "يرفع الفريق تقاريره إلى توم بيرغ في غوغل.",
        "لم يغادر توم بيرغ غوغل.",
    ],
)
def test_leaves_alone_what_is_no_move(text: str) -> None:
    assert moves_of(text) == []


def test_a_last_name_points_back_to_the_whole_one() -> None:
    text = "تعمل ليلى حداد في غوغل منذ سنوات. وقالت حداد إنها ستغادر غوغل لتنضم إلى ميتا."
    assert moves_of(text) == ["ليلى حداد: غوغل -> ميتا, done"]


def test_a_dropped_subject_is_whoever_was_spoken_of() -> None:
    text = "توم بيرغ مهندس معروف. وقد غادر غوغل في مايو لينضم إلى ميتا."
    assert moves_of(text) == ["توم بيرغ: غوغل -> ميتا, done"]


def test_the_latin_form_in_brackets_is_the_name() -> None:
    reading = READER.read(Document("غادر توم بيرغ (Tom Berg) غوغل.", "a", "ar", "", "2025-06-11"))
    assert [move.person.name for move in reading.moves] == ["Tom Berg"]


def test_evidence_stands_in_the_text() -> None:
    text = "أعلنت ميتا الخبر أمس. انضمّت ليلى حدّاد إلى ميتا قادمةً من غوغل."
    document = Document(text, "a", "ar", "", "2025-06-11")
    (move,) = READER.read(document).moves
    assert [text[span.start : span.end] == span.quote for span in move.evidence] == [True]
