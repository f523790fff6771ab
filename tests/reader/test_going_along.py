"""Who goes along with somebody, does the same or belongs to a group that was named: one behaviour a row."""

from __future__ import annotations

import pytest

from .sentences import claims_of, ends_of


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno left Intel for Google and took Tom Berg along.",
         {"Ada Moreno: Intel -> Google", "Tom Berg: Intel -> Google"}),
        ("en", "Ada Moreno quit Intel to set up Halcyon Labs, and Tom Berg walked out with her.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Tom Berg: Intel -> Halcyon Labs"}),
        ("es", "Ada Moreno dejó Intel para fundar Halcyon Labs, y con ella salieron Tomás Berg y Lea Stern.",
         {"Tomás Berg: Intel -> Halcyon Labs", "Lea Stern: Intel -> Halcyon Labs"}),
        ("fr", "Ada Moreno a quitté Intel pour fonder Halcyon Labs, emmenant avec elle Thomas Berg.",
         {"Thomas Berg: Intel -> Halcyon Labs"}),
        ("de", "Ada Moreno verließ Intel, um Halcyon Labs zu gründen. Thomas Berg und Lea Stern gingen mit ihr.",
         {"Thomas Berg: Intel -> Halcyon Labs", "Lea Stern: Intel -> Halcyon Labs"}),
        ("pt", "Ada Moreira troca a Intel pela Google e não vai sozinha: leva consigo Tomás Berg.",
         {"Ada Moreira: Intel -> Google", "Tomás Berg: Intel -> Google"}),
        ("zh", "张伟离开英特尔加入谷歌，同行的还有李娜。", {"李娜: 英特尔 -> 谷歌"}),
        ("es", "Ada Moreno podría fundar Quanta con el ex vicepresidente de Intel, Tomás Berg.",
         {"Tomás Berg: Intel -> Quanta"}),
        ("fr", "Ada Moreau pourrait fonder Quanta avec l'ancien directeur d'Intel, Tomas Berg.",
         {"Tomas Berg: Intel -> Quanta"}),
        # near misses: nobody goes along
        ("en", "Ada Moreno left Intel for Google and took a year off.", {"Ada Moreno: Intel -> Google"}),
        ("de", "Ada Moreno wechselt von Intel zu Google und nimmt an einer Sitzung teil.",
         {"Ada Moreno: Intel -> Google"}),
    ],
)  # fmt: skip
def test_whoever_goes_along_goes_the_same_way(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno left Intel for Google in May. Tom Berg did the same, and so did Lea Stern.",
         {"Tom Berg: Intel -> Google", "Lea Stern: Intel -> Google"}),
        ("es", "Ada Moreno deja Intel por Google, y lo mismo harán Tomás Berg y Lea Stern.",
         {"Tomás Berg: Intel -> Google", "Lea Stern: Intel -> Google"}),
        ("de", "Ada Moreno wechselt von Intel zu Google. Dasselbe tun Thomas Berg und Lea Stern.",
         {"Thomas Berg: Intel -> Google", "Lea Stern: Intel -> Google"}),
        ("fr", "Ada Moreno quitte Intel pour Google. Thomas Berg et Lea Stern feront de même.",
         {"Thomas Berg: Intel -> Google", "Lea Stern: Intel -> Google"}),
        ("pt", "Ada Moreira troca a Intel pela Google, e o mesmo farão Tomás Berg e Lea Stern.",
         {"Tomás Berg: Intel -> Google", "Lea Stern: Intel -> Google"}),
        ("ar", "تركت ليلى حداد إنتل وانضمت إلى غوغل، وكذلك فعل سامي منصور.", {"سامي منصور: إنتل -> غوغل"}),
        ("ja", "田中健氏はインテルを離れ、グーグルに移る。佐藤美咲氏も行動を共にする。",
         {"佐藤美咲: インテル -> グーグル"}),
    ],
)  # fmt: skip
def test_whoever_does_the_same_leaves_and_joins_alike(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno, until this week a manager at Google, will work for Intel again."),
        ("es", "Ada Moreno, hasta esta semana directiva de Google, trabajará de nuevo para Intel."),
        ("fr", "Ada Moreno, jusqu'ici directrice chez Google, travaillera de nouveau pour Intel."),
        ("de", "Ada Moreno, bis diese Woche Managerin bei Google, arbeitet wieder für Intel."),
        ("pt", "Ada Moreno, até esta semana diretora da Google, voltará a trabalhar para a Intel."),
    ],
)
def test_whoever_works_again_for_somebody_has_returned(lang: str, text: str) -> None:
    assert "Ada Moreno: Google -> Intel" in ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno, a manager at Google, worked for Intel."),
        ("es", "Ada Moreno, directiva de Google, trabajaba para Intel."),
        ("de", "Ada Moreno, Managerin bei Google, arbeitete für Intel."),
    ],
)
def test_whoever_only_worked_there_has_not_returned(lang: str, text: str) -> None:
    assert not ends_of(text, lang)


def test_doing_the_same_tells_nothing_of_whoever_did_it_first() -> None:
    """A return told of people without names in the sentence before is what the next one tells by name."""
    text = (
        "Tres personas que ayudaron a montar Halcyon Labs regresan a Intel. Tomás Berg, hasta esta semana director "
        "técnico de Halcyon Labs, trabajará de nuevo para Intel, y lo mismo harán Ada Moreno y Lea Stern."
    )
    claims = claims_of(text, "es")
    ends = {(claim.person.mention, claim.from_org and claim.from_org.mention, claim.to_org and claim.to_org.mention)
            for claim in claims}  # fmt: skip
    assert {(name, "Halcyon Labs", "Intel") for name in ("Tomás Berg", "Ada Moreno", "Lea Stern")} <= ends
    assert not any(claim.kind == "found" and claim.date for claim in claims)


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Google hired three engineers from Intel's Oregon office: Ada Moreno, Tom Berg and Lea Stern.",
         {"Ada Moreno: Intel -> Google", "Tom Berg: Intel -> Google", "Lea Stern: Intel -> Google"}),
        ("fr", "Google débauche Ada Moreno chez Intel, Thomas Berg chez Apple et Lea Stern chez Nvidia.",
         {"Ada Moreno: Intel -> Google", "Thomas Berg: Apple -> Google", "Lea Stern: Nvidia -> Google"}),
        ("de", "Google holt Ada Moreno von Intel, Thomas Berg von Apple und Lea Stern von Nvidia.",
         {"Ada Moreno: Intel -> Google", "Thomas Berg: Apple -> Google", "Lea Stern: Nvidia -> Google"}),
        ("ja", "グーグルはインテルの田中健氏、アップルの佐藤美咲氏を採用した。",
         {"田中健: インテル -> グーグル", "佐藤美咲: アップル -> グーグル"}),
        ("fr", "Trois ingénieurs ont quitté Intel pour rejoindre Google. Parmi eux, Ada Moreno et Thomas Berg.",
         {"Ada Moreno: Intel -> Google", "Thomas Berg: Intel -> Google"}),
        ("en", "Ada Moreno left Intel together with her sister Lea Stern. They founded Halcyon Labs.",
         {"Ada Moreno: Intel -> Halcyon Labs", "Lea Stern: Intel -> Halcyon Labs"}),
    ],
)  # fmt: skip
def test_each_of_a_group_has_its_own_and_the_commonends_of(lang: str, text: str, moves: set[str]) -> None:
    assert moves <= ends_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Google competes with OpenAI. Ada Moreno, a manager of Google, joins the ChatGPT maker."),
        ("es", "Google compite con OpenAI. Ada Moreno, directiva de Google, se incorpora al creador de ChatGPT."),
    ],
)
def test_the_maker_of_a_listed_product_is_its_owner(lang: str, text: str) -> None:
    assert any(claim.to_org is not None and claim.to_org.name == "OpenAI" for claim in claims_of(text, lang))
