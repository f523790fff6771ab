"""A part of a house under a name of its own is written as the house, if the article says that it is one."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def organizations(text: str, lang: str) -> set[str]:
    """The organizations that a text names, by the names they are filed under."""
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, True))
    return {entity.name for entity in Cast(page).entities.values() if entity.kind == "org" and entity.name}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno, head of Beaconry, Meta's robotics unit, is leaving."),
        ("en", "Ada Moreno left to join Beaconry, the fast-growing robotics arm of Meta, as a director."),
        ("en", "Meta named Ada Moreno its chief. Since 2024 she had run Beaconry, the division that sells robots."),
        ("en", "Ada Moreno ran Beaconry (Meta's robotics division) until May."),
        ("es", "Ada Moreno, jefa de Beaconry, la unidad de robótica de Meta, se marcha."),
        ("es", "Meta nombró a Ada Moreno. Desde 2024 presidía Beaconry, la división que vende robots."),
        ("es", "Ada Moreno dirigía la división «Beaconry» de Meta."),
        ("fr", "Ada Moreno, patronne de Beaconry, la division robotique de Meta, s'en va."),
        ("fr", "Meta a nommé Ada Moreno. Depuis 2024, elle dirigeait Beaconry, la branche qui vend des robots."),
        ("de", "Ada Moreno, Chefin von Beaconry, der Robotiksparte von Meta, geht."),
        ("de", "Meta befördert Ada Moreno. Seit 2024 leitete sie Beaconry, die Sparte für Roboter."),
        ("pt", "Ada Moreno, chefe da Beaconry, unidade de robótica da Meta, está de saída."),
        ("pt", "A Meta nomeou Ada Moreno. Desde 2024 ela comandava a Beaconry, divisão que vende robôs."),
        ("ar", "تغادر آدا مورينو شركة «بيكونري»، وحدة الروبوتات في ميتا، هذا الأسبوع."),
        ("zh", "王晓明曾任Meta机器人部门“Beaconry”负责人，现已离职。"),
        ("ja", "田中一郎氏はMetaのロボット部門「Beaconry」を率いていたが、退社した。"),
    ],
)
def test_a_part_is_written_as_its_house(lang: str, text: str) -> None:
    assert organizations(text, lang) == {"Meta"}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno left Beaconry, which supplies Meta's robotics unit."),
        ("en", "Ada Moreno left Beaconry, a start-up that bought the robotics unit of Meta."),
        ("en", "Ada Moreno left Beaconry, the former robotics unit of Meta."),
        ("en", "Ada Moreno hired people from Beaconry, Meta's robotics unit and Google."),
        ("en", "Ada Moreno left Beaconry, and Meta's robotics unit lost two others."),
        ("es", "Ada Moreno dejó Beaconry, que compró la unidad de robótica de Meta."),
        ("es", "Ada Moreno dejó Beaconry, la empresa que compró la división de robots de Meta."),
        ("fr", "Ada Moreno a quitté Beaconry, qui a racheté la division robotique de Meta."),
        ("de", "Ada Moreno verlässt Beaconry, das die Robotiksparte von Meta gekauft hat."),
        ("pt", "Ada Moreno deixou a Beaconry, que comprou a unidade de robótica da Meta."),
        ("ar", "غادرت آدا مورينو شركة «بيكونري» التي اشترت وحدة الروبوتات في ميتا."),
        ("zh", "王晓明离开Beaconry公司，该公司收购了Meta机器人部门。"),
        ("ja", "田中一郎氏は、Metaのロボット部門を買収したBeaconry社を退社した。"),
    ],
)
def test_a_firm_beside_the_part_of_a_house_is_its_own(lang: str, text: str) -> None:
    assert len(organizations(text, lang)) > 1


def test_a_part_whose_house_nobody_has_named_stays_as_it_is() -> None:
    assert "Beaconry" in organizations("Ada Moreno left Beaconry, the division that sells robots.", "en")
