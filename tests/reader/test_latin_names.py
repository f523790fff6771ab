"""Names that nobody lists, in Latin script: where a run of capitalised words begins, ends, and what it names."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import Entity, body_lines, make_page


def entities(text: str, lang: str) -> dict[str, Entity]:
    """What a text names, by the words of each mention; nobody is listed."""
    page = make_page(Document(text, "a", lang, "", "2025-06-11"), lexicon_for(lang, False))
    Cast(page)
    mentions = [mention for sentence in page.sentences for mention in sentence.mentions if not mention.is_anaphor]
    return {mention.surface: mention.entity for mention in mentions if mention.entity is not None}


def kinds(text: str, lang: str) -> dict[str, str]:
    """The kind of each mention."""
    return {surface: entity.kind for surface, entity in entities(text, lang).items()}


@pytest.mark.parametrize(
    ("text", "lang", "employer"),
    [
        ("La directora de operaciones de la fintech Pampero Norte deja la empresa.", "es", "Pampero Norte"),
        ("Irune Salaberri deja Cerámicas Turia, el segundo fabricante de azulejos.", "es", "Cerámicas Turia"),
        ("La tecnología la pone la empresa vasca Ondarre Sol.", "es", "Ondarre Sol"),
        ("She now leads the Australian business of Dutch online lender Gront-West.", "en", "Gront-West"),
        ("Ms Vorne was managing partner of Bellamy Analytics until her retirement.", "en", "Bellamy Analytics"),
        ("Un analista de Fondo Atlántico lo dijo.", "es", "Fondo Atlántico"),
        ("Trabajó en la Comisión Nacional de los Mercados y la Competencia.", "es",
         "Comisión Nacional de los Mercados y la Competencia"),
        ("She joined the Office of Science and Technology.", "en", "Office of Science and Technology"),
        ("La dirige la jefa de Canal 9 Litoral.", "es", "Canal 9 Litoral"),
        ("She resurfaced at the head of vQuell, a seller of drugs.", "en", "vQuell"),
        ("It took a year. vQuell Herd Research, a seller of drugs, hired her.", "en", "vQuell Herd Research"),
        ("Carme Soler dejó el Gobierno para volver al sector privado.", "es", "Gobierno"),
        ("→ Zorbique ficha a la ingeniera Ada Moreno, llegada de Ondarre, para su centro de Bilbao.", "es", "Ondarre"),
        # by what it does, one word at the start of a sentence
        ("Zorbique hired Ada Moreno.", "en", "Zorbique"),
        ("Zorbique has since appointed Ada Moreno.", "en", "Zorbique"),
        ("Zorbique announced the appointment of Ada Moreno.", "en", "Zorbique"),
        ("Zorbique is eyeing Ada Moreno as chief executive.", "en", "Zorbique"),
        ("Zorbique was founded by Ada Moreno.", "en", "Zorbique"),
        ("Zorbique ficha a Ada Moreno.", "es", "Zorbique"),
        ("Zorbique le arrebató a Quanta a Ada Moreno.", "es", "Zorbique"),
        ("Zorbique despidió a la ingeniera Ada Moreno.", "es", "Zorbique"),
        # and by the class word before it, whatever nation the class word is given
        ("La dirige la tecnológica catalana Ondarre Sol.", "es", "Ondarre Sol"),
        ("Se despidió Ada Moreno del Instituto Litoral.", "es", "Instituto Litoral"),
        ("Rodrigo Salaberri, ministro de Hacienda, dejó el cargo.", "es", "Hacienda"),
        ("Ada Moreno has left Zorbique AI, a firm.", "en", "Zorbique AI"),
        ("She left Runa Systems for Quanta.", "en", "Runa Systems"),
    ],
)  # fmt: skip
def test_finds_employers(text: str, lang: str, employer: str) -> None:
    assert kinds(text, lang).get(employer) == "org"


@pytest.mark.parametrize(
    ("text", "lang", "people"),
    [
        ("Lo contó su hermano Íñigo, que trabaja en Quanta.", "es", {"Íñigo"}),
        ("She set up a consultancy with her daughter Beth, a former teacher.", "en", {"Beth"}),
        ("El analista de GBM Jerónimo Cantero lo dijo.", "es", {"Jerónimo Cantero"}),
        ("Dejó el cargo el exministro de Industria Fernando Balboa, que cumple 70 años.", "es", {"Fernando Balboa"}),
        ("Noor van Dalen left Quanta on Monday.", "en", {"Noor van Dalen"}),
        ("Quanta ficha a Pilar Olmo como directora general.", "es", {"Pilar Olmo"}),
        ("One of them, team leader Jang Su-hyeok, refused.", "en", {"Jang Su-hyeok"}),
        # near misses: fields, units, headings and products are nobody
        ("Quanta refuerza su área de Control de Gestión.", "es", set()),
        ("Según la Cámara de Comercio, se esperan lluvias.", "es", set()),
        ("Quanta reorganiza Relaciones Públicas.", "es", set()),
        ("Dependerá de Pilar Olmo, que dejó Quanta.", "es", {"Pilar Olmo"}),
        ("Se despidió Pilar de la Fuente de sus colegas.", "es", {"Pilar de la Fuente"}),
        ("El ingeniero catalán Íñigo Salaberri dejó Quanta.", "es", {"Íñigo Salaberri"}),
    ],
)
def test_finds_people(text: str, lang: str, people: set[str]) -> None:
    assert {surface for surface, kind in kinds(text, lang).items() if kind == "person"} == people


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Shareholders fired Ada Moreno.", "en"),
        ("Newly appointed Ada Moreno spoke.", "en"),
        ("We'll hire Ada Moreno.", "en"),
        ("Ayer nombraron a Ada Moreno.", "es"),
        ("Vecinos despiden a Ada Moreno.", "es"),
        ("Quisieron fichar a Ada Moreno.", "es"),
    ],
)
def test_a_common_word_that_opens_a_sentence_is_no_employer(text: str, lang: str) -> None:
    assert kinds(text, lang) == {"Ada Moreno": "person"}


@pytest.mark.parametrize(
    ("text", "lang", "one", "other"),
    [
        ("She joined Sundial Media Development Authority (SMDA). The SMDA hired him.", "en",
         "Sundial Media Development Authority", "SMDA"),
        ("Dejó la Comisión Litoral de Puertos Francos. Ayer la CLPF nombró a su sucesora.", "es",
         "Comisión Litoral de Puertos Francos", "CLPF"),
        ("She left the QRXUnivista group for the sea. Now QRXU has a new head.", "en", "QRXUnivista", "QRXU"),
        ("Banco Arrayal nombra directora. Las acciones de Arrayal suben.", "es", "Banco Arrayal", "Arrayal"),
    ],
)  # fmt: skip
def test_one_employer_under_two_names(text: str, lang: str, one: str, other: str) -> None:
    found = entities(text, lang)
    assert found[one] is found[other]


def test_the_capitals_of_a_listed_name_stand_for_it_in_its_article() -> None:
    found = entities("He sold ads for NBCUniversal, having moved to NBCU in 2011. NBCV never called.", "en")
    assert found["NBCU"] is found["NBCUniversal"]
    assert found["NBCV"] is not found["NBCUniversal"]
    assert "NBCU" not in {name for name, one in entities("NBCU has hired Ada Moreno.", "en").items() if one.listed}


def test_an_acronym_of_something_else_stays_apart() -> None:
    found = entities("She left the Sundial Media Development Authority. Then the QRXF hired her.", "en")
    assert found["QRXF"] is not found["Sundial Media Development Authority"]


def test_a_field_in_capitals_is_no_part_of_the_employer() -> None:
    assert kinds("Ada Moreno was Zorbique AI chief until May.", "en").get("Zorbique AI") is None


def test_a_preposition_parts_two_names() -> None:
    found = kinds("Quiso llevarse a Verdugo al Ayuntamiento de Cuenca.", "es")
    assert "Verdugo al Ayuntamiento" not in " ".join(found)


def test_a_post_and_its_field_are_no_part_of_the_employer() -> None:
    assert "Avatal" in kinds("Wanda Gajo. Directora de Compras de Avatal.", "es")


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("→ Zorbique suma a la ingeniera Ada Moreno, llegada de la Universidad de Cuenca, para sus datos.", True),
        ("→ Más noticias de Zorbique", False),
        ("▶ Watch the interview with the chief executive of Zorbique and read the whole transcript", False),
    ],
)
def test_arrows_lead_news_or_links(line: str, is_kept: bool) -> None:
    language = lexicon_for("es", False).language
    assert bool(body_lines(line, language)) is is_kept
