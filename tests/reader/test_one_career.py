"""Several changes of one person told in one sentence or two: who does the last of them, from where, and which are two.

People and some employers are invented.
"""

from __future__ import annotations

import pytest

from .sentences import ends_of

_TOLD = [
    # whoever comes back had come before, and from where they had gone
    (
        "en",
        "Tom Berg joined Stripe in 2018 and left for Klarna in 2021. He now returns to Stripe as head of risk.",
        {"Tom Berg: - -> Stripe", "Tom Berg: Stripe -> Klarna", "Tom Berg: Klarna -> Stripe"},
    ),
    (
        "es",
        "Andrés Soler entró en Mapfre en 2008 y se marchó a Allianz en 2019. Ahora regresa a Mapfre.",
        {"Andrés Soler: - -> Mapfre", "Andrés Soler: Mapfre -> Allianz", "Andrés Soler: Allianz -> Mapfre"},
    ),
    (
        "pt",
        "Caio Nunes entrou no Itaú em 2008 e saiu para o Santander em 2019. Agora retorna ao Itaú.",
        {"Caio Nunes: - -> Itaú", "Caio Nunes: Itaú -> Santander", "Caio Nunes: Santander -> Itaú"},
    ),
    (
        "de",
        "Jens Kröger kam 2008 zur Allianz und ging 2019 zu Siemens. Nun kehrt er zur Allianz zurück.",
        {"Jens Kröger: - -> Allianz", "Jens Kröger: Allianz -> Siemens", "Jens Kröger: Siemens -> Allianz"},
    ),
    (
        "zh",
        "王晓明2008年加入腾讯，2019年离职加入百度。如今他重返腾讯，出任首席运营官。",
        {"王晓明: - -> 腾讯", "王晓明: 腾讯 -> 百度", "王晓明: 百度 -> 腾讯"},
    ),
    (
        "ja",
        "森本健一氏は2008年に楽天に入社し、2019年にソフトバンクに転じた。このほど楽天に復帰した。",
        {"森本健一: - -> 楽天", "森本健一: 楽天 -> ソフトバンク", "森本健一: ソフトバンク -> 楽天"},
    ),
    # the third verb of a list has the subject of the first
    (
        "en",
        "Ruth Keller joined Adobe in 2012, was promoted to director in 2016 and left for Oracle three years later.",
        {"Ruth Keller: - -> Adobe", "Ruth Keller: Adobe -> Oracle"},
    ),
    (
        "de",
        "Uwe Hartmann kam 2012 zu Adobe, wurde 2016 zum Direktor befördert und wechselte 2019 zu Oracle.",
        {"Uwe Hartmann: Adobe -> Oracle"},
    ),
    (
        "fr",
        "Claire Morel a rejoint Adobe en 2012, a été promue directrice en 2016 et est partie chez Oracle en 2019.",
        {"Claire Morel: Adobe -> Oracle"},
    ),
    # a leaving that says where to is a step, and what is founded then starts there
    (
        "en",
        "Nora Whitfield left Borealis for Quanta Labs in 2019. She then founded Tessera Systems.",
        {"Nora Whitfield: Borealis -> Quanta Labs", "Nora Whitfield: Quanta Labs -> Tessera Systems"},
    ),
    (
        "zh",
        "陈雨晴2019年离开谷歌加入Meta。此后她创办了云图科技。",
        {"陈雨晴: 谷歌 -> Meta", "陈雨晴: Meta -> 云图科技"},
    ),
    # dismissed, taken back and gone again
    (
        "en",
        "Ilse Brandt was fired from Adobe in March. In April she was rehired.",
        {"Ilse Brandt: Adobe -> -", "Ilse Brandt: - -> Adobe"},
    ),
    (
        "es",
        "Marta Pons fue despedida de Adobe en marzo. En abril fue readmitida.",
        {"Marta Pons: Adobe -> -", "Marta Pons: - -> Adobe"},
    ),
    (
        "fr",
        "Sophie Garnier a été licenciée d'Adobe en mars. En avril, elle a été réintégrée.",
        {"Sophie Garnier: Adobe -> -", "Sophie Garnier: - -> Adobe"},
    ),
    (
        "de",
        "Ilse Brandt wurde im März bei Adobe entlassen. Im April wurde sie wieder eingestellt.",
        {"Ilse Brandt: Adobe -> -", "Ilse Brandt: - -> Adobe"},
    ),
    (
        "pt",
        "Rita Lemos foi demitida da Adobe em março. Em abril foi reintegrada.",
        {"Rita Lemos: Adobe -> -", "Rita Lemos: - -> Adobe"},
    ),
    (
        "fr",
        "Julien Roche revient cette semaine chez Renault.",
        {"Julien Roche: - -> Renault"},
    ),
]


@pytest.mark.parametrize(("lang", "text", "moves"), _TOLD)
def test_each_change_of_a_career_is_told(lang: str, text: str, moves: set[str]) -> None:
    assert ends_of(text, lang) >= moves


@pytest.mark.parametrize(
    ("lang", "text", "not_told"),
    [
        # another subject stands before the last verb
        ("en", "Ruth Keller joined Adobe in 2012 and Tom Berg left for Oracle.", "Ruth Keller: Adobe -> Oracle"),
        # when a post was taken only dates the leaving
        ("en", "Intel's Tom Berg stepped down three years after taking the helm.", "Tom Berg: Intel -> Intel"),
        (
            "en",
            "Ruth Keller joined Adobe in 2012. The company was later rehired by Oracle.",
            "Ruth Keller: - -> Oracle",
        ),
        ("fr", "Julien Roche revient cette semaine sur ses années de recherche.", "Julien Roche: - -> Renault"),
        # nobody had gone from where a house takes back others
        ("en", "Adobe said that Ruth Keller stays. In April it was reinstated.", "Ruth Keller: - -> Adobe"),
    ],
)
def test_what_the_same_words_do_not_tell(lang: str, text: str, not_told: str) -> None:
    assert not_told not in ends_of(text, lang)
