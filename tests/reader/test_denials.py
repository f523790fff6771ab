"""What denials, questions, conditions and later sentences make of the changes that they are about, and of no others."""

from __future__ import annotations

import pytest

from tests.reader.sentences import claims_of, moves_of, understood


def _statuses(text: str, lang: str) -> dict[str, str]:
    """The status of what the rules find told, by the last word of the person's name and what they do."""
    return {f"{e.person.surfaces[0].split()[-1]} {e.yields}": e.status for e in understood(text, lang).events}


@pytest.mark.parametrize(
    ("lang", "text", "done", "denied"),
    [
        ("en", "The chief executive Ada Moreno, who came from Google in 2020, denied that she is leaving Intel.",
         "Google", "Intel"),
        ("en", "Hired from Nvidia in 2021, Lena Vogt rejected reports that she would quit Intel.", "Nvidia", "Intel"),
        ("en", "Intel denied that its chief scientist, Tom Berg, who joined from Nvidia in 2020, is leaving Intel.",
         "Nvidia", "Intel"),
        ("es", "El director de Intel, Tomás Berg, que llegó de Google en 2020, negó que vaya a dejar Intel.",
         "Google", "Intel"),
        ("fr", "Le directeur d'Intel, Paul Lenoir, arrivé de Google en 2020, a démenti qu'il allait quitter Intel.",
         "Google", "Intel"),
        ("de", "Lena Vogt, die 2021 von Google zu Intel gewechselt war, bestritt, dass sie Intel verlassen wolle.",
         "Google", "Intel"),
        ("pt", "O presidente da Intel, Rui Tavares, que veio do Google em 2020, negou que vá deixar a Intel.",
         "Google", "Intel"),
        ("ar", "نفت ليلى حداد، التي انضمت إلى إنتل عام 2021 قادمة من غوغل، أنها تعتزم مغادرة إنتل.", "غوغل", "إنتل"),
        ("zh", "英特尔否认2019年从谷歌加盟的副总裁王晓明已经离职。", "谷歌", "英特尔"),
        ("ja", "2020年にグーグルからインテルに移った田中一郎氏は、インテルを退社することを否定した。",
         "グーグル", "インテル"),
    ],
)  # fmt: skip
def test_a_denial_holds_for_its_complement_alone(lang: str, text: str, done: str, denied: str) -> None:
    told = {(c.from_org.mention if c.from_org else None): c.status for c in claims_of(text, lang)}
    assert told == {done: "done", denied: "denied"}


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno left Intel in May but denied that she would join Nvidia.",
         {"Ada Moreno: Intel -> -, done", "Ada Moreno: - -> Nvidia, denied"}),
        ("en", "Intel denied that Tom Berg had quit, but confirmed that Ada Moreno has left for Nvidia.",
         {"Tom Berg: Intel -> -, denied", "Ada Moreno: Intel -> Nvidia, done"}),
        ("en", "Ada Moreno, who denied in March that she would leave, has now left Intel.",
         {"Ada Moreno: Intel -> -, denied", "Ada Moreno: Intel -> -, done"}),  # at two times
        ("es", "Lucía Robles dejó Intel en mayo, pero negó que vaya a incorporarse a Nvidia.",
         {"Lucía Robles: Intel -> -, done", "Lucía Robles: - -> Nvidia, denied"}),
        ("fr", "Claire Martel a quitté Intel en mai mais a démenti qu'elle rejoindrait Nvidia.",
         {"Claire Martel: Intel -> -, done", "Claire Martel: - -> Nvidia, denied"}),
        ("de", "Lena Vogt hat Intel im Mai verlassen, bestritt aber, dass sie zu Nvidia wechselt.",
         {"Lena Vogt: Intel -> -, done", "Lena Vogt: - -> Nvidia, denied"}),
        ("pt", "Marta Pires deixou a Intel em maio, mas negou que vá entrar na Nvidia.",
         {"Marta Pires: Intel -> -, done", "Marta Pires: - -> Nvidia, denied"}),
        ("ar", "غادرت ليلى حداد إنتل في مايو، لكنها نفت أنها ستنضم إلى إنفيديا.",
         {"ليلى حداد: إنتل -> -, done", "ليلى حداد: - -> إنفيديا, denied"}),
        ("zh", "李思远5月已离开英特尔，但否认将加入英伟达。",
         {"李思远: 英特尔 -> -, done", "李思远: - -> 英伟达, denied"}),
        ("ja", "佐藤健氏は5月にインテルを退社したが、エヌビディアに入社するとの報道は否定した。",
         {"佐藤健: インテル -> -, done", "佐藤健: - -> エヌビディア, denied"}),
        # near misses: what is denied is not the change
        ("es", "Marcos Leal negó cualquier irregularidad tras ser despedido por Intel en mayo.",
         {"Marcos Leal: Intel -> -, done"}),
        ("fr", "Paul Lenoir a démenti que son départ d'Intel soit lié au procès.", {"Paul Lenoir: Intel -> -, done"}),
        ("pt", "Rui Tavares negou que a sua saída da Intel tivesse algo a ver com o processo.",
         {"Rui Tavares: Intel -> -, done"}),
        ("ar", "نفى سامي الخطيب أن تكون لاستقالته من إنتل علاقة بالدعوى.", {"سامي الخطيب: إنتل -> -, done"}),
        ("zh", "王晓明5月被英特尔解雇后，否认有任何不当行为。", {"王晓明: 英特尔 -> -, done"}),
        ("ja", "5月にインテルを解任された田中一郎氏は、不正行為を否定した。", {"田中一郎: インテル -> -, done"}),
        ("de", "Intel bestätigte, dass Jonas Reuter den Konzern verlässt, dementierte aber, dass er gedrängt wurde.",
         {"Jonas Reuter: Intel -> -, done"}),
    ],
)  # fmt: skip
def test_one_is_denied_and_another_done(lang: str, text: str, moves: set[str]) -> None:
    assert set(moves_of(text, lang)) == moves


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Intel did not deny that Tom Berg is leaving Intel."),
        ("es", "Intel no desmintió que Marcos Leal deja Intel."),
        ("fr", "Intel n'a pas démenti que Paul Lenoir quitte Intel."),
        ("de", "Intel dementierte nicht, dass Jonas Reuter Intel verlässt."),
        ("pt", "A Intel não negou que Rui Tavares deixa a Intel."),
        ("zh", "英特尔没有否认王晓明将离职。"),
        ("ja", "インテルは田中一郎氏が退社することを否定しなかった。"),
        # what is asked, tried or holds on a condition
        ("en", "It is unclear whether Tom Berg will leave Intel."),
        ("en", "If Ada Moreno joins Nvidia, Intel will have lost three chief scientists."),
        ("en", "Asked if he had left Intel, Tom Berg smiled."),
        ("es", "No está claro si Marcos Leal dejará Intel."),
        ("fr", "On ignore si Paul Lenoir quittera Intel."),
        ("de", "Unklar ist, ob Jonas Reuter Intel verlässt."),
        ("pt", "Não se sabe se Rui Tavares deixará a Intel."),
        ("ar", "ليس واضحا ما إذا كان سامي الخطيب سيغادر إنتل."),
        ("zh", "目前尚不清楚王晓明是否会离开英特尔。"),
        ("ja", "田中一郎氏がインテルを退社するかどうかは不明だ。"),
        ("ja", "佐藤健氏がエヌビディアに入社すれば、インテルは3人目の幹部を失うことになる。"),
        # what only the next statement or the aside says
        ("en", "Ada Moreno, rumoured to go to Apple, may join Intel."),
    ],
)
def test_what_is_neither_said_nor_denied_is_unconfirmed(lang: str, text: str) -> None:
    assert set(_statuses(text, lang).values()) == {"rumored"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tom Berg, who had been rumoured to join Apple, has joined Nvidia."),
        ("fr", "Paul Lenoir, qui selon des rumeurs rejoindrait Apple, a finalement rejoint Nvidia."),
        ("zh", "曾被传将加入苹果的王晓明最终加入了英伟达。"),
        ("ja", "アップルに移籍すると噂されていた田中一郎氏は、エヌビディアに入社した。"),
    ],
)
def test_where_somebody_was_only_said_to_go_they_do_not_come_from(lang: str, text: str) -> None:
    goals = {"Nvidia", "英伟达", "エヌビディア"}
    told = [c for c in claims_of(text, lang) if c.to_org is not None and c.to_org.mention in goals]
    assert [(c.from_org, c.status) for c in told] == [(None, "done")]


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "According to The Information, Ada Moreno moves from Intel to Google. A spokesperson denied the report.",
         "denied"),
        ("en", "Ada Moreno is said to be leaving Intel for Google. Moreno called the report false.", "denied"),
        ("es", "Según El País, Lucía Robles pasa de Intel a Google. Un portavoz desmintió la información.", "denied"),
        ("fr", "Selon Le Monde, Claire Martel passe d'Intel à Google. Un porte-parole a démenti l'information.",
         "denied"),
        ("de", "Laut Handelsblatt wechselt Lena Vogt von Intel zu Google. Ein Sprecher dementierte den Bericht.",
         "denied"),
        ("pt", "Segundo o Expresso, Marta Pires passa da Intel para a Google. Um porta-voz desmentiu a notícia.",
         "denied"),
        ("ar", "ذكرت صحيفة الشرق الأوسط أن ليلى حداد تنتقل من إنتل إلى غوغل. ونفى متحدث باسم الشركة هذا التقرير.",
         "denied"),
        ("zh", "据财新报道，李思远将从英特尔跳槽至谷歌。公司发言人否认了这一报道。", "denied"),
        ("ja", "日本経済新聞によると、佐藤健氏がインテルからグーグルに移籍する。同社の広報担当者は報道を否定した。",
         "denied"),
        ("en", "Ada Moreno is reportedly moving from Intel to Google. The company confirmed the move on Friday.",
         "done"),
        ("fr", "Claire Martel aurait quitté Intel pour Google. L'entreprise a confirmé son arrivée vendredi.", "done"),
        ("de", "Lena Vogt soll von Intel zu Google wechseln. Das Unternehmen bestätigte den Wechsel am Freitag.",
         "done"),
        ("pt", "Marta Pires teria trocado a Intel pela Google. A empresa confirmou a contratação na sexta-feira.",
         "done"),
        ("ar", "يقال إن ليلى حداد انتقلت من إنتل إلى غوغل. وأكدت الشركة الخبر يوم الجمعة.", "done"),
        ("zh", "据传李思远从英特尔跳槽至谷歌。公司周五证实了这一消息。", "done"),
        # near misses
        ("en", "Ada Moreno is reportedly moving from Intel to Google. Neither of the companies commented.", "rumored"),
        ("en", "Ada Moreno is reportedly moving from Intel to Google. The company declined to confirm the move.",
         "rumored"),
        ("en", "Ada Moreno is reportedly moving from Intel to Google. Apple confirmed its forecast on Friday.",
         "rumored"),
        ("es", "Lucía Robles, según rumores, pasa de Intel a Google. La empresa no confirmó la información.",
         "rumored"),
        ("de", "Lena Vogt soll von Intel zu Google wechseln. Das Unternehmen bestätigte den Bericht nicht.", "rumored"),
        ("zh", "据传李思远从英特尔跳槽至谷歌。公司未证实这一消息。", "rumored"),
        ("ja", "佐藤健氏がインテルからグーグルに移籍したと噂されている。両社ともコメントしていない。", "rumored"),
    ],
)  # fmt: skip
def test_a_later_sentence_denies_or_confirms(lang: str, text: str, status: str) -> None:
    told = [c for c in claims_of(text, lang) if c.from_org is not None and c.to_org is not None]
    assert [claim.status for claim in told] == [status]


@pytest.mark.parametrize(
    ("lang", "text", "goals"),
    [
        ("en",
         "Tom Berg resigned from Intel on Friday, while his colleague Ada Moreno is rumoured to be joining Google.",
         {"Ada Moreno"}),
        ("de", "Jonas Reuter kündigte am Freitag bei Intel, während seine Kollegin Lena Vogt zu Google wechseln soll.",
         {"Lena Vogt"}),
        ("es", "Tomás Berg dimitió de Intel el viernes, mientras que su colega Lucía Robles se va a Google.",
         {"Lucía Robles"}),
        ("zh", "王晓明周五从英特尔辞职，而他的同事李思远据传将加盟谷歌。", {"李思远"}),
        ("en", "Tom Berg left Intel, but he will join Google.", {"Tom Berg"}),
        ("en", "Ada Moreno has joined Google, and her boss Tom Berg may follow.", {"Ada Moreno"}),
    ],
)  # fmt: skip
def test_a_goal_is_of_whom_its_statement_names(lang: str, text: str, goals: set[str]) -> None:
    assert {c.person.mention for c in claims_of(text, lang) if c.to_org is not None} == goals
