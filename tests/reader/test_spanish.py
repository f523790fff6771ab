"""Spanish sentences, one behaviour a row: who moved, from where, to where, and how sure the words are.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.cast.cast import Cast
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import claims_of, moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreno dejó Borealis el lunes.", ["Ada Moreno: Borealis -> -, done"]),
        ("Ada Moreno se marchó de Google tras cinco años.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno ha abandonado Google.", ["Ada Moreno: Google -> -, done"]),
        ("Se va de Google Ada Moreno, su directora científica.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno dimitió como directora de Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno renunció a su cargo en Google.", ["Ada Moreno: Google -> -, done"]),
        ("La salida de Ada Moreno de Google sorprendió a todos.", ["Ada Moreno: Google -> -, done"]),
        ("La dimisión de Ada Moreno como directora de Google llegó el lunes.", ["Ada Moreno: Google -> -, done"]),
        ("Tomás Berg se jubila tras veinte años en Google.", ["Tomás Berg: Google -> -, done"]),
        ("Tomás Berg se despidió de Google.", ["Tomás Berg: Google -> -, done"]),
        ("Google despidió a Tomás Berg en mayo.", ["Tomás Berg: Google -> -, done"]),
        ("Tomás Berg fue despedido por Google.", ["Tomás Berg: Google -> -, done"]),
        ("Google prescinde de Tomás Berg.", ["Tomás Berg: Google -> -, done"]),
        ("El despido de Tomás Berg por Google llegó el lunes.", ["Tomás Berg: Google -> -, done"]),
        ("Ada Moreno se unió a Meta en 2021.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno se incorpora a Meta como directora científica.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno se suma a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno ficha por Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno aterriza en Meta procedente de Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno, que viene de Google, se incorpora a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno llega a Meta desde Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno se pasa de Google a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno saltó de Google a Meta en 2023.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno cambia Google por Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno deja Google para incorporarse a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno se va de Google a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno vuelve a Google tras un año en Meta.", ["Ada Moreno: Meta -> Google, done"]),
        ("Ada Moreno regresa a Google.", ["Ada Moreno: - -> Google, done"]),
        (
            "Meta ficha a Ada Moreno, hasta ahora directora de investigación de Google.",
            ["Ada Moreno: Google -> Meta, done"],
        ),
        ("Meta ha contratado a Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta recluta a Tomás Berg, exingeniero de Google.", ["Tomás Berg: Google -> Meta, done"]),
        ("Ada Moreno ha sido contratada por Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta le arrebata a Google a Ada Moreno.", ["Ada Moreno: Google -> Meta, done"]),
        ("A Ada Moreno la contrató Meta en 2023.", ["Ada Moreno: - -> Meta, done"]),
        ("El fichaje de Ada Moreno por Meta se anunció el martes.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno fundó Quanta en 2021.", ["Ada Moreno: - -> Quanta, done"]),
        ("Ada Moreno dejó Google para fundar Quanta.", ["Ada Moreno: Google -> Quanta, done"]),
        (
            "Tomás Berg y Ada Moreno fundaron Quanta.",
            ["Tomás Berg: - -> Quanta, done", "Ada Moreno: - -> Quanta, done"],
        ),
        (
            "Google nombra directora científica a Ada Moreno, procedente de Meta.",
            ["Ada Moreno: Meta -> Google, done"],
        ),
        ("Meta ofreció un puesto a Ada Moreno, investigadora de Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno se toma un permiso en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Meta habría fichado a Ada Moreno.", ["Ada Moreno: - -> Meta, rumored"]),
        ("Ada Moreno dejaría Google, según fuentes cercanas.", ["Ada Moreno: Google -> -, rumored"]),
        ("Ada Moreno está a punto de dejar Google.", ["Ada Moreno: Google -> -, planned"]),
        ("Google niega que Ada Moreno haya dejado la empresa.", ["Ada Moreno: Google -> -, denied"]),
        ("Ada Moreno y Tomás Berg dejan Google.", ["Ada Moreno: Google -> -, done", "Tomás Berg: Google -> -, done"]),
        (
            "Ada Moreno, Tomás Berg y Luis Prado se unen a Meta.",
            ["Ada Moreno: - -> Meta, done", "Tomás Berg: - -> Meta, done", "Luis Prado: - -> Meta, done"],
        ),
        (
            "Ada Moreno, que dirigía la investigación de Google, se marcha a Meta.",
            ["Ada Moreno: Google -> Meta, done"],
        ),
        ("El exdirector de Google Tomás Berg se une a Meta.", ["Tomás Berg: Google -> Meta, done"]),
        ("Tras su paso por Google, Ada Moreno se suma a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno trabajaba en Google. En mayo fichó por Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno Ruiz deja Google. Moreno fue contratada por Meta.", ["Ada Moreno Ruiz: Google -> Meta, done"]),
        ("Ada Moreno causa baja en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno pone fin a su etapa en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno pone fin a 20 años en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno deja su cargo en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno presentó su renuncia irrevocable a Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno se desvinculó del Banco Santander.", ["Ada Moreno: Banco Santander -> -, done"]),
        ("Tras haberse marchado de Google, Ada Moreno fundó Quanta.", ["Ada Moreno: Google -> Quanta, done"]),
        ("Ada Moreno cierra su etapa en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno cuelga las botas tras veinte años en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno se emancipa de Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno finalizó su relación laboral con Google.", ["Ada Moreno: Google -> -, done"]),
        ("Google desvincula a Tomás Berg.", ["Tomás Berg: Google -> -, done"]),
        ("Tomás Berg fue desvinculado de Google en mayo.", ["Tomás Berg: Google -> -, done"]),
        ("Google pone de patitas en la calle a Tomás Berg.", ["Tomás Berg: Google -> -, done"]),
        ("Google prescinde de los servicios de Tomás Berg.", ["Tomás Berg: Google -> -, done"]),
        ("Google rescindió el contrato de Tomás Berg.", ["Tomás Berg: Google -> -, done"]),
        ("Ada Moreno arribó a Meta en 2021.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno se va a incorporar a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno pasa a formar parte del equipo de Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno formará parte del directorio de Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno se pone la camiseta de Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno recaló en Meta tras dejar Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno desembarca en Meta procedente de Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno da el salto de Google a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno pone rumbo a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno cambia de despacho y se va a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno regresa a las filas de Google.", ["Ada Moreno: - -> Google, done"]),
        ("Ada Moreno se reintegra a Google.", ["Ada Moreno: - -> Google, done"]),
        ("Ada Moreno reingresó a Google en 2023.", ["Ada Moreno: - -> Google, done"]),
        ("Meta se trae a Ada Moreno de Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Meta refuerza su cúpula con Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta da la bienvenida a Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta ha confirmado el fichaje de Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta se ha hecho con los servicios de Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta incorpora a su equipo a Ada Moreno.", ["Ada Moreno: - -> Meta, done"]),
        (
            "Ada Moreno se lanza con su propia empresa tras dejar Google.",
            ["Ada Moreno: Google -> su propia empresa, done"],
        ),
        ("Ada Moreno echó a andar Quanta en 2021.", ["Ada Moreno: - -> Quanta, done"]),
        ("Ada Moreno fue nominada al consejo de Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Meta intentó captar a Ada Moreno, investigadora de Google.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno se toma una licencia prolongada en Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno dejaría su cargo en Google.", ["Ada Moreno: Google -> -, rumored"]),
        ("Ada Moreno pondría rumbo a Meta.", ["Ada Moreno: - -> Meta, rumored"]),
        ("Ada Moreno pondría fin a su etapa en Google.", ["Ada Moreno: Google -> -, rumored"]),
        ("Ada Moreno renunció a Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno renunció a Google para unirse a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno renunció para irse a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno, directora de Google, renunció para unirse a Meta.", ["Ada Moreno: Google -> Meta, done"]),
        ("Ada Moreno dimitió y se fue a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno renunció a la dirección de Google.", ["Ada Moreno: Google -> -, done"]),
        ("Ada Moreno renunció a su cargo y se unió a Meta.", ["Ada Moreno: - -> Meta, done"]),
        ("Ada Moreno renunció al cargo tras perder el apoyo de Google.", ["Ada Moreno: Google -> -, done"]),
    ],
)
def test_reads_who_moved(text: str, moves: list[str]) -> None:
    assert moves_of(text, "es") == moves


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Google nombra a Ada Moreno directora de investigación.", ["Ada Moreno: director of research at Google"]),
        ("Ada Moreno ha sido nombrada directora general de Google.", ["Ada Moreno: managing director at Google"]),
        ("Se ha nombrado director general de Google a Tomás Berg.", ["Tomás Berg: managing director at Google"]),
        ("Ada Moreno asume la presidencia de Google.", ["Ada Moreno: president at Google"]),
        ("Ada Moreno se convierte en consejera delegada de Google.", ["Ada Moreno: CEO at Google"]),
        (
            "Google asciende a Ada Moreno a vicepresidenta de ingeniería.",
            ["Ada Moreno: vice president of engineering at Google"],
        ),
        ("Ada Moreno asciende a directora general en Google.", ["Ada Moreno: managing director at Google"]),
        (
            "Ada Moreno sustituye a Tomás Berg como directora general de Google.",
            ["Ada Moreno: managing director at Google"],
        ),
        ("Ada Moreno releva a Tomás Berg al frente de Google.", ["Ada Moreno: head at Google"]),
    ],
)
def test_reads_who_takes_which_post(text: str, posts: list[str]) -> None:
    claims = claims_of(text, "es")
    taken = [f"{claim.person.mention}: {claim.role_to} at {claim.to_org.mention}" for claim in claims if claim.to_org]
    assert taken == posts


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreno, directora de Google, habló el lunes en Madrid.",
        "La noticia fue confirmada por Google, dijo Ada Moreno.",
        "La ley de Google entra en vigor el lunes, dijo Ada Moreno.",
        "Google dio marcha atrás, dijo Ada Moreno.",
        "Ada Moreno, de Google, renunció a su sueldo.",
        "Google se retira de las negociaciones, dijo Ada Moreno.",
        "Ada Moreno, de Google, fue elegida mujer del año.",
        "Ada Moreno, de Google, abandonó la sala.",
        "Google captó fondos, dijo Ada Moreno.",
        "Ada Moreno se va a ver con Google.",
        "Ada Moreno fue reelegida presidenta de Google.",
        "La aplicación de Meta deja la fase beta.",
        "Ada Moreno no dejará Google.",
        "Ada Moreno sigue en Google.",
        "Google se unió al pacto sobre chips.",
        "Ada Moreno nació en Madrid y vive en París.",
        "Google lanza un modelo que escribe poemas, dijo Ada Moreno.",
        "Ada Moreno dejó claro que Google no vende datos.",
        "El cambio de clima preocupa a Ada Moreno, de Google.",
        "Ada Moreno llegó a la conclusión de que Google paga poco.",
        "A partir de mayo, Google cobra por el servicio, dijo Ada Moreno.",
        "Ada Moreno volvió a insistir en que Google debe abrir sus datos.",
    ],
)
def test_claims_no_move(text: str) -> None:
    assert moves_of(text, "es") == []


@pytest.mark.parametrize(
    ("text", "people", "organizations"),
    [
        # double surnames and particles
        ("Alberto Gago Fernández deja Google.", ["Alberto Gago Fernández"], ["Google"]),
        ("Gonzalo Peral de la Mata se une a Google.", ["Gonzalo Peral de la Mata"], ["Google"]),
        # "y" joins people and the fields of one ministry
        ("Ada Moreno Ruiz y Tomás Berg dejan Google.", ["Ada Moreno Ruiz", "Tomás Berg"], ["Google"]),
        (
            "Ada Moreno dirige el Ministerio de Puertos y Tecnología.",
            ["Ada Moreno"],
            ["Ministerio de Puertos y Tecnología"],
        ),
        # the verb says what the name beside it is
        ("Ada Moreno se une a Quipu Norte.", ["Ada Moreno"], ["Quipu Norte"]),
        ("Quanta ficha a Ada Moreno.", ["Ada Moreno"], ["Quanta"]),
        # places and nations are no employers
        ("Ada Moreno se muda de Madrid a Zúrich, dijo la ingeniera sevillana.", ["Ada Moreno"], []),
        # "él" is somebody, "el" is an article
        ("El lunes habló el director.", [], []),
    ],
)
def test_sees_people_and_employers(text: str, people: list[str], organizations: list[str]) -> None:
    page = make_page(Document(text, "a", "es", "", "2025-06-11"), lexicon_for("es", True))
    Cast(page)
    seen = [m for sentence in page.sentences for m in sentence.mentions if m.entity is not None]
    assert [m.surface for m in seen if m.kind == "person"] == people
    assert [m.surface for m in seen if m.kind == "org"] == organizations


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        # "prepara" says no more of a plan where the noun of going stands in the same phrase
        ("Ada Moreno prepara su salida de Google.", ["Ada Moreno: Google -> -, planned"]),
        # a class word at the front belongs to the name that an acronym stands for
        (
            "Clínica Los Robles (CLR) creció. Ada Moreno dejó CLR en mayo.",
            ["Ada Moreno: Clínica Los Robles -> -, done"],
        ),
        ("Borealis le pidió la renuncia a Ada Moreno.", ["Ada Moreno: Borealis -> -, done"]),
        ("Ada Moreno tiene un pie fuera de Google.", ["Ada Moreno: Google -> -, rumored"]),
        ("Ada Moreno le dijo no a Google.", ["Ada Moreno: - -> Google, declined"]),
        ("Google repatría de Meta a Ada Moreno.", ["Ada Moreno: Meta -> Google, done"]),
    ],
)
def test_reads_what_the_press_says_in_passing(text: str, moves: list[str]) -> None:
    assert moves_of(text, "es") == moves


def test_the_bank_is_the_employer_whose_name_says_so() -> None:
    text = "Banco Arrayán y Quanta crecen. Quanta compró robots. Quanta cerró. Ada Moreno dejó el banco en mayo."
    event = understand(make_page(Document(text, "a", "es", "", "2025-06-11"), lexicon_for("es", True))).events[-1]
    assert event.from_org is not None
    assert event.from_org.name == "Banco Arrayán"


@pytest.mark.parametrize(
    "text",
    [
        "La propuesta partió de la secretaria de Estado, Ada Moreno, y Google la estudia.",
        "El nuevo reparto dejará a Ada Moreno como única responsable de Google.",
        "Ada Moreno, vicepresidenta de Google, y Tomás Berg se quedan como están.",
        "Ada Moreno, consejera delegada de Google, ya había dejado de hacer pronósticos.",
    ],
)
def test_a_proposal_and_whoever_is_left_in_charge_leave_nobody(text: str) -> None:
    assert moves_of(text, "es") == []


def test_whoever_reports_a_dismissal_is_not_dismissed() -> None:
    text = "La periodista Ada Ruiz publicó que a Tomás Berg lo habían despedido de Google."
    assert moves_of(text, "es") == ["Tomás Berg: Google -> -, done"]


def test_whoever_is_welcomed_back_joins_the_one_who_speaks() -> None:
    text = "Sara Ruiz, directora de OpenAI, tardó una hora en darle la bienvenida a Ada Moreno."
    assert moves_of(text, "es") == ["Ada Moreno: - -> OpenAI, done"]
