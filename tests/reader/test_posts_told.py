"""Posts told by verbs, of many at once, of parts of a house and by those who take somebody's place."""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import read_page
from talentflow.reader.posts.posts import find_posts
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page


def _ties(text: str, lang: str = "es") -> list[str]:
    """Who is said to have been what and where, as far as the sentences themselves tell it."""
    found = understand(make_page(Document(text=text, lang=lang), lexicon_for(lang)))
    return [
        f"{tie.person.name}: {tie.post} at {tie.org.name if tie.org else '-'}, {tie.when}"
        for tie in found.ties
        if tie.person.name
    ]


def _posts(text: str, lang: str = "es") -> list[str]:
    page = make_page(Document(text=text, lang=lang), lexicon_for(lang))
    understand(page)
    return [post.english for sentence in page.sentences for post in find_posts(sentence)]


def _roles(text: str, lang: str = "es") -> list[str]:
    """The events of a text with the posts that they give."""
    found = understand(make_page(Document(text=text, lang=lang), lexicon_for(lang)))
    return [f"{event.person.name}: {event.role_from} > {event.role_to}" for event in found.events]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Ada Moreno, que lideraba el equipo de diseño de Borealis, se ha unido a Quanta.",
            ["Ada Moreno: head of design team at Borealis, past"],
        ),
        (
            "Ada Moreno ficha por Quanta procedente de Borealis, donde dirigía el departamento de riesgos.",
            ["Ada Moreno: head of risk department at Borealis, past"],
        ),
        (
            "Ada Moreno ficha por Quanta procedente de Borealis, donde era responsable de ventas.",
            ["Ada Moreno: head of sales at Borealis, past"],
        ),
        (
            "El puesto lo ocupará Ada Moreno, que hasta ahora era directora de desarrollo corporativo de Borealis.",
            ["Ada Moreno: director of corporate development at Borealis, past"],
        ),
        # "led the round" tells of no post
        ("Ada Moreno, que lideró la carrera en Borealis, habló el lunes.", ["Ada Moreno: None at Borealis, past"]),
    ],
)
def test_reads_posts_that_verbs_tell(text: str, ties: list[str]) -> None:
    assert _ties(text) == ties


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Ada Moreno, Iago Ferreiro y Tomás Berg, ingenieros de Borealis, se unen a Quanta.",
            ["Tomás Berg: engineer", "Ada Moreno: engineer", "Iago Ferreiro: engineer"],
        ),
        ("Ada Moreno y Tomás Berg, ingeniero de Borealis, se unen a Quanta.", ["Tomás Berg: engineer"]),
    ],
)
def test_a_post_in_the_plural_is_everybody_s(text: str, ties: list[str]) -> None:
    assert [tie.split(" at ")[0] for tie in _ties(text)] == ties


@pytest.mark.parametrize(
    ("text", "lang", "posts"),
    [
        ("Ada Moreno es jefa del equipo de diseño de Borealis.", "es", ["head of design team"]),
        ("Ada Moreno es responsable del área de ventas de Borealis.", "es", ["head of sales"]),
        ("Ada Moreno es directora de Finanzas y Estrategia de Borealis.", "es", ["director of finance and strategy"]),
        # more fields than one, a list of them, and whom or where a post serves
        ("Ada Moreno es directora de Ventas y Estrategia de Borealis.", "es", ["director of sales and strategy"]),
        ("Ada Moreno es directora de Ventas de Borealis.", "es", ["director of sales"]),
        (
            "Ada Moreno es directora de marketing, ventas y comunicación de Borealis.",
            "es",
            ["director of marketing, sales and communications"],
        ),
        ("Ada Moreno es vicepresidenta para América Latina.", "es", ["vice president for Latin America"]),
        (
            "Ada Moreno es directora de ventas para España y Portugal.",
            "es",
            ["director of sales for Spain and Portugal"],
        ),
        # an adjective describes a field or a unit, and nobody
        ("Ada Moreno es responsable de la filial española de Borealis.", "es", ["head of Spanish subsidiary"]),
        ("Ada Moreno es responsable de modelos lingüísticos de Borealis.", "es", ["head of linguistic models"]),
        ("La directora española Ada Moreno deja Borealis.", "es", ["director"]),
        ("Ada Moreira é vice-presidente para o Chile e o Peru.", "pt", ["vice president for Chile and Peru"]),
        ("Ada Moreira é chefe da equipa de robótica da Borealis.", "pt", ["head of robotics team"]),
        ("Ada Moreira é diretora de marketing e vendas da Borealis.", "pt", ["director of marketing and sales"]),
        (
            "Ada Moreno es vicepresidenta de ventas y estrategia de Borealis.",
            "es",
            ["vice president of sales and strategy"],
        ),
        ("Ada Moreno es responsable de Gemini en Google.", "es", ["head of Gemini"]),
        ("Ada Moreno, directora de FAIR, deja Meta.", "es", ["director of FAIR"]),
        ("Ada Moreno, directora de Borealis, deja Quanta.", "es", ["director"]),
        ("Ada Moreno is head of Gemini at Google.", "en", ["head of Gemini"]),
    ],
)
def test_writes_the_field_of_a_post_in_english(text: str, lang: str, posts: list[str]) -> None:
    assert _posts(text, lang) == posts


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "Quanta contrató a Ada Moreno para liderar el equipo de diseño.",
            ["Ada Moreno: None > head of design team"],
        ),
        ("Ada Moreno deja Borealis para dirigir Quanta.", ["Ada Moreno: None > None", "Ada Moreno: None > head"]),
        (
            "Ada Moreno pasa de responsable de cuentas a directora de ventas en Borealis.",
            ["Ada Moreno: account manager > director of sales"],
        ),
    ],
)
def test_tells_from_which_post_to_which(text: str, roles: list[str]) -> None:
    assert _roles(text) == roles


def test_those_counted_as_something_left_as_that() -> None:
    text = "Quanta ha fichado a dos investigadores de Borealis. Se trata de Ada Moreno y Tomás Berg."
    assert _roles(text) == ["Ada Moreno: researcher > None", "Tomás Berg: researcher > None"]


def test_whoever_takes_a_place_gets_its_post() -> None:
    text = "Iago Ferreiro, director financiero de Google, deja la compañía. Lo sustituye Ada Moreno."
    page = make_page(Document(text=text, lang="es"), lexicon_for("es"))
    posts = {claim.person.mention: claim.role_to for claim in read_page(page, is_quick=True).moves}
    assert posts.get("Ada Moreno") == "CFO"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Según Ada Moreno, Borealis contratará.", ["Ada Moreno"]),
        ("Segun Okafor joined Borealis.", ["Segun Okafor"]),
        ("Borealis ha nombrado a Julio Durán director.", ["Julio Durán"]),
        ("La salida de Gustavo Belmonte de Tessellar ha sorprendido.", ["Gustavo Belmonte"]),
        ("Kelly Huaroc asume el cargo. Borealis nombra a Kelly Huaroc Tovar.", ["Kelly Huaroc Tovar"]),
    ],
)
def test_tells_names_from_the_words_beside_them(text: str, people: list[str]) -> None:
    lang = "en" if " joined " in text else "es"
    page = make_page(Document(text=text, lang=lang), lexicon_for(lang))
    understand(page)
    named = [m.entity.name for s in page.sentences for m in s.mentions if m.kind == "person" and m.entity is not None]
    assert list(dict.fromkeys(named)) == people


@pytest.mark.parametrize(
    ("text", "mover"),
    [
        ("Dos semanas antes fue echado de Borealis el director de Ventas, Iago Ferreiro.", "Iago Ferreiro"),
        ("El mes pasado se apartó por motivos de salud Iago Ferreiro.", "Iago Ferreiro"),
    ],
)
def test_finds_the_subject_behind_its_verb(text: str, mover: str) -> None:
    found = understand(make_page(Document(text=text, lang="es"), lexicon_for("es")))
    assert [event.person.name for event in found.events if event.person_score > 0.5] == [mover]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        (
            "Ada Moreno dejó Google. Lo confirmó el consejero delegado de la compañía, Tomás Berg.",
            ["Tomás Berg: CEO at Google, current"],
        ),
        (
            "Ada Moreno dejó Google. Lo confirmó su portavoz, Tomás Berg.",
            ["Tomás Berg: spokesperson at Google, current"],
        ),
        # whose boss he is, the words leave open
        ("Ada Moreno dejó Google. Lo confirmó su jefe, Tomás Berg.", ["Tomás Berg: head at -, current"]),
    ],
)
def test_finds_the_employer_that_a_post_points_to(text: str, ties: list[str]) -> None:
    assert _ties(text) == ties


@pytest.mark.parametrize(
    ("text", "movers"),
    [
        ("Google, la empresa dirigida por Ada Moreno, pierde a dos cofundadores.", []),
        ("Google, la empresa dirigida por Tomás Berg, pierde a Ada Moreno.", ["Ada Moreno"]),
    ],
)
def test_nobody_moves_of_whom_a_crowd_is_taken(text: str, movers: list[str]) -> None:
    found = understand(make_page(Document(text=text, lang="es"), lexicon_for("es")))
    assert [event.person.name for event in found.events if event.person_score > 0.5 and not event.rank] == movers


@pytest.mark.parametrize(
    ("post", "lang", "english"),
    [
        ("directora de Recursos Humanos", "es", "director of human resources"),
        ("gerente de Finanzas", "es", "manager of finance"),
        ("jefa de producto", "es", "head of product"),
        ("directora técnica", "es", "technical director"),
        ("vicepresidenta jurídica", "es", "vice president of legal affairs"),
        ("presidenta no ejecutiva", "es", "non-executive chair"),
        ("consejera de Industria", "es", "regional minister for industry"),
        ("responsable de relaciones con desarrolladores", "es", "head of developer relations"),
        ("ingeniera de aprendizaje automático", "es", "machine learning engineer"),
        ("segunda entrenadora", "es", "assistant coach"),
        ("guardameta", "es", "goalkeeper"),
        ("senadora", "es", "senator"),
        ("gestora de fondos de renta fija", "es", "fund manager of fixed income"),
        ("reportera", "es", "reporter"),
        ("decana de la Facultad de Medicina", "es", "dean of faculty of medicine"),
        ("diretora de Recursos Humanos", "pt", "director of human resources"),
        ("gerente-geral", "pt", "general manager"),
        ("diretora-executiva", "pt", "executive director"),
        ("chefe de produto", "pt", "head of product"),
        ("vice-presidente jurídica", "pt", "vice president of legal affairs"),
        ("vice-presidente de operações", "pt", "vice president of operations"),
        ("repórter", "pt", "reporter"),
        ("assessora de imprensa", "pt", "press officer"),
        ("guarda-redes", "pt", "goalkeeper"),
        ("engenheira de dados", "pt", "data engineer"),
        ("secretária municipal de Educação", "pt", "municipal secretary of education"),
        ("professora associada de Física", "pt", "associate professor of physics"),
    ],
)
def test_writes_a_post_as_english_calls_it(post: str, lang: str, english: str) -> None:
    text = {"es": f"Ada Moreno es {post} de Borealis.", "pt": f"Ada Moreira é {post} da Borealis."}[lang]
    assert _posts(text, lang) == [english]
