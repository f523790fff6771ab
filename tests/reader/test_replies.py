"""What an offer is answered with in another sentence, denials that stand alone, and whoever is brought back."""

from __future__ import annotations

import pytest

from tests.reader.sentences import claims_of, moves_of


@pytest.mark.parametrize(
    ("lang", "text", "statuses"),
    [
        ("en", "Google approached Ada Moreno and Tom Berg of Intel. Neither accepted.", ["declined", "declined"]),
        ("en", "Google tried to lure Ada Moreno of Intel. Moreno declined.", ["declined"]),
        ("en", "Google approached Ada Moreno of Intel in May. Nothing came of it.", ["declined"]),
        ("es", "Google quiso fichar a Ada Moreno, de Intel. Moreno declinó.", ["declined"]),
        ("fr", "Ada Moreau, d'Intel, a été approchée par Google. Elle a décliné.", ["declined"]),
        ("de", "Google umwirbt Ada Moreno von Intel. Moreno lehnte ab.", ["declined"]),
        ("pt", "A Google convidou Ada Moreira, da Intel. Moreira recusou.", ["declined"]),
        ("zh", "谷歌试图挖走英特尔的王晓明。王晓明拒绝了。", ["declined"]),
        ("ja", "グーグルはインテルの田中一郎氏に移籍を打診した。田中氏は断った。", ["declined"]),
        ("ar", "فاوضت غوغل سامي الخطيب من إنتل. رفض الخطيب.", ["declined"]),
        # near misses: nobody refuses the offer
        ("en", "Google approached Ada Moreno of Intel. Moreno declined to comment.", ["done"]),
        ("en", "Google approached Ada Moreno of Intel. Apple refused.", ["done"]),
        ("de", "Google umwirbt Ada Moreno von Intel. Moreno lehnte eine Stellungnahme ab.", ["done"]),
        ("ja", "グーグルはインテルの田中一郎氏に移籍を打診した。田中氏は取材を断った。", ["done"]),
    ],
)
def test_an_offer_is_declined_by_what_follows(lang: str, text: str, statuses: list[str]) -> None:
    assert [claim.status for claim in claims_of(text, lang) if claim.kind == "offer"] == statuses


def test_who_accepts_joins_and_who_refuses_does_not() -> None:
    text = "Google approached Tom Berg and Ada Moreno, both of Intel. Berg accepted; Moreno refused."
    told = {claim.person.mention: (claim.kind, claim.status) for claim in claims_of(text, "en")}
    assert told == {"Tom Berg": ("move", "done"), "Ada Moreno": ("offer", "declined")}


@pytest.mark.parametrize(
    ("lang", "text", "status"),
    [
        ("en", "Ada Moreno may leave Intel for Google. Intel denied it.", "denied"),
        ("es", "Ada Moreno se iría de Intel a Google. La compañía lo desmiente.", "denied"),
        ("zh", "据知情人士透露，英特尔副总裁王晓明或将加盟谷歌。英特尔对此予以否认。", "denied"),
        ("en", "Ada Moreno may leave Intel for Google. Intel denied that Tom Berg had left.", "rumored"),
        ("en", "Ada Moreno left Intel for Google in May. Intel denied it.", "done"),
    ],
)
def test_what_is_only_supposed_is_denied_by_what_follows(lang: str, text: str, status: str) -> None:
    assert [claim.status for claim in claims_of(text, lang) if claim.person.mention != "Tom Berg"] == [status]


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Intel sacked Ada Moreno in May, only to see her reinstated within days.",
         ["Ada Moreno: Intel -> -, done", "Ada Moreno: - -> Intel, done"]),
        ("en", "Sacked in May by the board of Intel, Ada Moreno was reinstated days later.",
         ["Ada Moreno: Intel -> -, done", "Ada Moreno: - -> Intel, done"]),
        ("zh", "王晓明去年11月被英特尔董事会解雇，几天后又官复原职。",
         ["王晓明: 英特尔 -> -, done", "王晓明: - -> 英特尔, done"]),
        ("ja", "田中一郎氏は昨年11月にインテルの取締役会から解任されたが、数日後に復帰した。",
         ["田中一郎: インテル -> -, done", "田中一郎: - -> インテル, done"]),
        # near miss: what somebody returns to is no employer
        ("en", "Ada Moreno left Intel in May. She returned to politics in June.", ["Ada Moreno: Intel -> -, done"]),
    ],
)  # fmt: skip
def test_who_comes_back_comes_back_to_whom_they_left(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text", "movers"),
    [
        ("en", "Ada Moreno of Intel explained her exit and that of Tom Berg.", {"Ada Moreno", "Tom Berg"}),
        ("es", "Ada Moreno explicó su salida y la de Tomás Berg de Intel.", {"Ada Moreno", "Tomás Berg"}),
        ("fr", "Ada Moreau a expliqué son départ et celui de Tomas Berg d'Intel.", {"Ada Moreau", "Tomas Berg"}),
        ("de", "Ada Moreno erklärte ihren Abgang und den von Tom Berg bei Intel.", {"Ada Moreno", "Tom Berg"}),
        ("pt", "Ada Moreira explicou a sua saída e a de Tomás Berg da Intel.", {"Ada Moreira", "Tomás Berg"}),
        ("en", "Ada Moreno explained the exit of Tom Berg from Intel.", {"Tom Berg"}),
        ("en", "Among those who left Intel is Ada Moreno.", {"Ada Moreno"}),
        ("de", "Zu denen, die Intel verließen, gehört Ada Moreno.", {"Ada Moreno"}),
        ("fr", "Parmi ceux qui ont quitté Intel figure Ada Moreau.", {"Ada Moreau"}),
        ("en", "Among those who praised Intel is Ada Moreno.", set()),
        # whoever only owns, speaks, suffers or is described beside the mover does not go
        ("pt", "A Intel de Tomás Berg viu sair Ada Moreira.", {"Ada Moreira"}),
        ("es", "Tomás Berg encaja una nueva baja en Intel.", set()),
        ("fr", "Des départs ont été confirmés par Ada Moreau, porte-parole d'Intel.", set()),
        ("fr", "Ada Moreau, cofondatrice d'Intel avec Tomas Berg et Léa Stern, rejoint Google.", {"Ada Moreau"}),
    ],
)  # fmt: skip
def test_who_leaves_with_whom(lang: str, text: str, movers: set[str]) -> None:
    assert {claim.person.mention for claim in claims_of(text, lang)} == movers


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Tom Berg resigned from Intel in May. In June it was the turn of Ada Moreno."),
        ("es", "Tom Berg dimitió de Intel en mayo. En junio le llegó el turno a Ada Moreno."),
        ("fr", "Tom Berg a quitté Intel en mai. Puis vint le tour d'Ada Moreno."),
        ("pt", "Tom Berg deixou a Intel em maio. Em junho chegou a vez de Ada Moreno."),
    ],
)
def test_whose_turn_it_is_does_the_same(lang: str, text: str) -> None:
    assert {claim.person.mention: claim.kind for claim in claims_of(text, lang)} == {
        "Tom Berg": "leave",
        "Ada Moreno": "leave",
    }


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Ada Moreno joined Baidu after parting with Alibaba.", "Ada Moreno: Alibaba -> Baidu, done"),
        ("Alibaba parted with Ada Moreno in May.", "Ada Moreno: Alibaba -> -, done"),
        ("Intel named Ada Moreno chief scientist.", "Ada Moreno: - -> Intel, done"),
        ("Intel named Ada Moreno, its head of chips, chief scientist.", "Ada Moreno: Intel -> Intel, done"),
        ("Ada Moreno was hired to lead Intel's lab.", "Ada Moreno: - -> Intel, done"),
    ],
)
def test_who_parts_and_who_arrives(text: str, move: str) -> None:
    assert moves_of(text, "en") == [move]
