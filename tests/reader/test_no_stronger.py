"""Claims are no stronger than their source: what the unnamed say, whom a clause describes, where somebody is now."""

from __future__ import annotations

import pytest

from talentflow.model import MoveClaim
from talentflow.reader.embedded import EmbeddedReader
from tests.reader.sentences import claims_of, moves_of, understood, written


def read(text: str, lang: str) -> list[MoveClaim]:
    """The moves of a text of which the rules are sure enough to claim them."""
    return list(EmbeddedReader(is_quick=True).read(understood(text, lang).page.document).moves)


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "Ada Moreno is leaving Intel for Oracle, according to an engineer on her team.", "rumored"),
        ("en", "Ada Moreno is leaving Intel for Oracle, two former colleagues said.", "rumored"),
        ("en", "Intel has offered a post to Ada Moreno of Nvidia, says a headhunter who knows both firms.", "rumored"),
        ("es", "Según un antiguo compañero, Ada Moreno ha dejado Intel por Oracle.", "rumored"),
        ("fr", "Ada Moreau quitte Intel pour Oracle, affirme un ancien collègue.", "rumored"),
        ("de", "Laut einem früheren Kollegen hat Ada Moreno Intel verlassen und geht zu Oracle.", "rumored"),
        ("de", "Ada Moreno wechselt von Intel zu Oracle, sagt ein Headhunter.", "rumored"),
        ("pt", "Ada Moreira trocou a Intel pela Oracle, diz uma antiga colega.", "rumored"),
        ("zh", "一位前同事表示，王晓明已离开英特尔加入甲骨文。", "rumored"),
        ("zh", "据知情人士透露，英特尔工程师王晓明将加入甲骨文。", "rumored"),
        ("ja", "元同僚によると、田中一郎氏はインテルを退社し、オラクルに移った。", "rumored"),
        ("ar", "وقال زميل سابق إن سامي الخطيب غادر إنتل إلى أوراكل.", "rumored"),
        ("zh", "王晓明可能与英特尔前副总裁李大伟共同创办甲骨文。", "rumored"),
        # near misses: whoever is only told
        ("pt", "O banco disse a vários funcionários que Ada Moreira trocou a Intel pela Oracle.", "done"),
        ("es", "Intel dijo a varios empleados que Ada Moreno ha dejado Intel por Oracle.", "done"),
        ("zh", "英特尔告诉员工，王晓明已离开英特尔加入甲骨文。", "done"),
        ("ja", "インテルは社員に、田中一郎氏がインテルを退社しオラクルに移ったと伝えた。", "done"),
        # near misses: whoever speaks for the employer, papers, names, and what is said beside the news
        ("en", "Ada Moreno is leaving Intel for Oracle, according to a spokeswoman.", "done"),
        ("en", "Ada Moreno has left Intel for Oracle, according to her lawyer, Paul Stern.", "done"),
        ("en", "Ada Moreno, who a former colleague said was tired, left Intel for Oracle in May.", "done"),
        ("en", '"She was the best of us," said a former colleague. Ada Moreno left Intel for Oracle.', "done"),
        ("en", "Two employees confirmed that Ada Moreno has left Intel for Oracle.", "done"),
        ("zh", "多位员工确认，王晓明已离开英特尔加入甲骨文。", "done"),
        ("es", "Ada Moreno deja Intel por Oracle, según un comunicado.", "done"),
        ("fr", "Ada Moreau quitte Intel pour Oracle, affirme un porte-parole.", "done"),
        ("de", "Ada Moreno wechselt von Intel zu Oracle, wie ein Sprecher mitteilte.", "done"),
        ("pt", "Ada Moreira trocou a Intel pela Oracle, segundo um comunicado.", "done"),
        ("zh", "据公司公告，王晓明已离开英特尔加入甲骨文。", "done"),
        ("ja", "会社の発表によると、田中一郎氏はインテルを退社し、オラクルに移った。", "done"),
        ("ar", "غادر سامي الخطيب إنتل إلى أوراكل، بحسب بيان الشركة.", "done"),
    ],
)
def test_what_only_somebody_unnamed_says_is_a_rumour(lang: str, text: str, status: str) -> None:
    assert {claim.status for claim in claims_of(text, lang)} == {status}


@pytest.mark.parametrize(
    ("lang", "text", "sources"),
    [
        ("en", "According to a former colleague, Ada Moreno has left Intel for Oracle.", ()),
        ("es", "Según un antiguo compañero, Ada Moreno ha dejado Intel por Oracle.", ()),
        ("de", "Ada Moreno wechselt von Intel zu Oracle, sagt ein Headhunter.", ()),
        ("ja", "元同僚によると、田中一郎氏はインテルを退社し、オラクルに移った。", ()),
        ("ja", "ブルームバーグによると、インテルは田中一郎氏をエヌビディアから引き抜いた。", ("Bloomberg",)),
        ("en", "Ada Moreno has left Nvidia for Oracle, according to Intel.", ("Intel",)),
        ("ar", "وقال متحدث باسم إنتل إن سامي الخطيب غادر الشركة إلى أوراكل.", ("Intel",)),
    ],
)
def test_nobody_is_named_as_the_source_who_said_nothing(lang: str, text: str, sources: tuple[str, ...]) -> None:
    assert {claim.according_to for claim in claims_of(text, lang)} == {sources}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Borealis is trying to hire Ada Moreno of Intel, according to a recruiter."),
        ("de", "Ada Moreno wechselt von Intel zu Oracle, sagt ein Headhunter."),
        ("fr", "Ada Moreau quitte Intel pour Oracle, affirme un porte-parole."),
    ],
)
def test_what_a_source_is_called_is_nobody_s_post(lang: str, text: str) -> None:
    assert [(move.role_from, move.role_to) for move in read(text, lang)] == [(None, None)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Intel's chief executive, Ada Moreno, said two colleagues had left for Oracle."),
        ("en", "Ada Moreno told a friend that an engineer had left Intel for Oracle."),
        ("es", "Ada Moreno contó que dos compañeros habían dejado Intel por Oracle."),
        ("fr", "Ada Moreau a raconté qu'un ancien collègue avait quitté Intel pour Oracle."),
        ("de", "Ada Moreno sagte, zwei Kollegen hätten Intel verlassen und seien zu Oracle gegangen."),
        ("pt", "Ada Moreira contou que dois colegas deixaram a Intel pela Oracle."),
        ("zh", "王晓明表示，两名同事已离开英特尔加入甲骨文。"),
        ("ar", "قال سامي الخطيب إن زميلا سابقا غادر إنتل إلى أوراكل."),
    ],
)
def test_nobody_does_what_somebody_unnamed_does(lang: str, text: str) -> None:
    assert moves_of(text, lang) == []


def test_those_who_are_named_afterwards_do_what_is_told_of_them() -> None:
    text = "Two engineers left Intel for Oracle: Ada Moreno and Tom Berg."
    assert moves_of(text, "en") == ["Ada Moreno: Intel -> Oracle, done", "Tom Berg: Intel -> Oracle, done"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("es", "Intel ofreció un puesto a Tomás Berg, de Nvidia, pero lo rechazó."),
        ("fr", "Intel avait fait une offre à Thomas Berg, de Nvidia, qu'il a déclinée."),
        ("de", "Intel hatte Tom Berg von Nvidia ein Angebot gemacht, das er ablehnte."),
        ("zh", "英特尔曾邀请英伟达工程师王晓明加入，但被他拒绝。"),
        ("ar", "عرضت إنتل منصبا على سامي الخطيب من إنفيديا لكنه رفض."),
    ],
)
def test_an_offer_that_its_own_sentence_refuses_is_declined(lang: str, text: str) -> None:
    assert [(claim.kind, claim.status) for claim in read(text, lang)] == [("offer", "declined")]


def test_who_refuses_is_not_whoever_was_spoken_of_before() -> None:
    text = "Google approached Ada Moreno of Intel. Oracle praised Tom Berg, but he declined."
    assert [claim.status for claim in claims_of(text, "en") if claim.person.name == "Ada Moreno"] == ["done"]


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Lucy Quinn replaces Andrew Ferris, who is joining Barclays, at Vodafone.",
         "Andrew Ferris: Vodafone -> Barclays, done"),
        ("es", "Lucía Quesada releva en Telefónica a Andrés Ferrer, quien se incorpora a BBVA.",
         "Andrés Ferrer: Telefónica -> BBVA, done"),
        ("fr", "Lucie Quesnel remplace chez Orange André Ferrand, qui rejoint BNP Paribas.",
         "André Ferrand: Orange -> BNP Paribas, done"),
        ("de", "Lucie Quandt ersetzt bei SAP Andreas Ferber, der bei der Commerzbank anfängt.",
         "Andreas Ferber: SAP -> Commerzbank, done"),
        ("pt", "Lúcia Queiroz substitui na Vivo André Ferreira, que se junta ao Bradesco.",
         "André Ferreira: Vivo -> Bradesco, done"),
        ("zh", "李思远接替已转投阿里巴巴的赵文静，出任百度首席数据官。", "赵文静: 百度 -> 阿里巴巴, done"),
        ("ar", "تخلف ليلى حداد في إنتل هاني درويش الذي انضم إلى سامسونغ.", "هاني درويش: إنتل -> سامسونغ, done"),
    ],
)  # fmt: skip
def test_a_clause_tells_of_the_name_that_it_describes(lang: str, text: str, move: str) -> None:
    told = [written(claim) for claim in read(text, lang)]
    mover, goal = move.partition(":")[0], move.partition("-> ")[2]
    assert move in told
    assert [one for one in told if goal in one and not one.startswith(mover)] == []


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Former Adobe executive Ada Moreno, now at Snowflake, has been promoted to chief product officer.",
         ["Ada Moreno: Snowflake -> Snowflake, done"]),
        ("es", "La exdirectiva de Adobe Ada Moreno, ahora en Snowflake, ha sido ascendida a directora de producto.",
         ["Ada Moreno: Snowflake -> Snowflake, done"]),
        ("pt", "A ex-executiva da Adobe Ada Moreira, agora na Snowflake, foi promovida a diretora de produto.",
         ["Ada Moreira: Snowflake -> Snowflake, done"]),
        ("en", "Ada Moreno, a former Adobe executive now working for Snowflake, praised the plan.", []),
        # near misses: the article tells that they have gone
        ("en", "Ada Moreno left Adobe in May. Moreno, now at Snowflake, praised the plan.",
         ["Ada Moreno: Adobe -> Snowflake, done"]),
        ("en", "Former Adobe executive Ada Moreno has joined Snowflake.", ["Ada Moreno: Adobe -> Snowflake, done"]),
    ],
)  # fmt: skip
def test_where_somebody_is_now_is_no_news_of_their_coming(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text", "leaver"),
    [
        ("ar", "انضم سامي الخطيب إلى أنثروبيك. وقال مديره كريم منصور إنه لن يغادر إنتل.", "كريم منصور"),
        ("ar", "انضم سامي الخطيب إلى أنثروبيك. وقال كريم منصور إنه سيغادر إنتل.", "كريم منصور"),
        ("es", "Ada Moreno fichó por Anthropic. Dijo Tomás Berg que dejará Intel.", "Tomás Berg"),
        # near miss: somebody else is the subject of what is said
        ("ar", "انضم سامي الخطيب إلى أنثروبيك. وقال كريم منصور إن المهندس هاني درويش سيغادر إنتل.", "هاني درويش"),
    ],
)
def test_who_says_that_they_go_speaks_of_themselves(lang: str, text: str, leaver: str) -> None:
    assert [claim.person.mention for claim in read(text, lang) if claim.kind == "leave"] == [leaver]
