"""What the Spanish press says of comings and goings between verb and preposition, in passing and behind the hand.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Marta Quiroga recaló ayer en Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Marta Quiroga llegó hace dos años a Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Marta Quiroga vuelve hoy a Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Marta Quiroga saltó en 2015 a Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Marta Quiroga renunció ayer a Google.", ["Marta Quiroga: Google -> -, done"]),
        ("Google apartó el lunes a Marta Quiroga.", ["Marta Quiroga: Google -> -, done"]),
        ("Google prescindió ayer de Marta Quiroga.", ["Marta Quiroga: Google -> -, done"]),
        ("Marta Quiroga puso ayer fin a su etapa como rectora de Google.", ["Marta Quiroga: Google -> -, done"]),
        ("Marta Quiroga devolvió la tarjeta de acceso de Google.", ["Marta Quiroga: Google -> -, done"]),
        ("Marta Quiroga colgó la sotana y el mono de Google.", ["Marta Quiroga: Google -> -, done"]),
        ("Marta Quiroga cobró el finiquito en Google.", ["Marta Quiroga: Google -> -, done"]),
        ("Marta Quiroga ya no preside Google.", ["Marta Quiroga: Google -> -, done"]),
        ("Se acabó la aventura de Marta Quiroga en Google.", ["Marta Quiroga: Google -> -, done"]),
        ("La etapa de Marta Quiroga en Google toca a su fin.", ["Marta Quiroga: Google -> -, done"]),
        (
            "El tuit le costó el cargo a Marta Quiroga, presidenta de Google.",
            ["Marta Quiroga: Google -> -, done"],
        ),
        ("A Google se le va Marta Quiroga.", ["Marta Quiroga: Google -> -, done"]),
        ("Google no supo retener a Marta Quiroga.", ["Marta Quiroga: Google -> -, done"]),
        ("Google sacó a Marta Quiroga de la presidencia.", ["Marta Quiroga: Google -> -, done"]),
        ("Marta Quiroga dijo que sí a Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Entra Marta Quiroga en el consejo de Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Marta Quiroga obtuvo plaza en Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Empezó la era de Marta Quiroga en Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Google ya tiene directora de ventas: Marta Quiroga.", ["Marta Quiroga: - -> Google, done"]),
        ("Marta Quiroga dirige desde ayer las ventas de Google.", ["Marta Quiroga: - -> Google, done"]),
        ("Google se hizo de los servicios de Marta Quiroga.", ["Marta Quiroga: - -> Google, done"]),
        ("Google le levanta a Meta a Marta Quiroga.", ["Marta Quiroga: Meta -> Google, done"]),
        ("Marta Quiroga se ha mudado de Meta a Google.", ["Marta Quiroga: Meta -> Google, done"]),
        (
            "Google nombra directora de ventas a Marta Quiroga, hasta hace nada en Meta.",
            ["Marta Quiroga: Meta -> Google, done"],
        ),
        (
            "Google nombra directora de ventas a Marta Quiroga, que programaba juegos en Meta.",
            ["Marta Quiroga: Meta -> Google, done"],
        ),
    ],
)
def test_reads_what_is_told(text: str, moves: list[str]) -> None:
    assert moves_of(text, "es") == moves


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Marta Quiroga se perfila como directora de Google.", ["Marta Quiroga: - -> Google, rumored"]),
        ("Marta Quiroga es la gran favorita para dirigir Google.", ["Marta Quiroga: - -> Google, rumored"]),
        ("Los rumores sitúan a Marta Quiroga en Google.", ["Marta Quiroga: - -> Google, rumored"]),
        ("Parece que Marta Quiroga deja Google.", ["Marta Quiroga: Google -> -, rumored"]),
        ("Se cuchichea que Marta Quiroga deja Google.", ["Marta Quiroga: Google -> -, rumored"]),
        ("Si nada lo impide, Marta Quiroga dirigirá Google.", ["Marta Quiroga: - -> Google, planned"]),
        ("Marta Quiroga dirigirá Google si el supervisor da su plácet.", ["Marta Quiroga: - -> Google, planned"]),
        ("Marta Quiroga desdeña la oferta de Google.", ["Marta Quiroga: - -> Google, declined"]),
        ("Marta Quiroga no se dejó seducir por Google.", ["Marta Quiroga: - -> Google, declined"]),
        ("Se frustró el fichaje de Marta Quiroga por Google.", []),
    ],
)
def test_makes_no_claim_stronger_than_it_is(text: str, moves: list[str]) -> None:
    assert moves_of(text, "es") == moves


@pytest.mark.parametrize(
    "text",
    [
        "Marta Quiroga, de Google, renunció ayer a su sueldo.",
        "Marta Quiroga devolvió el golpe a Google.",
        "Google ya no gestiona los datos, dijo Marta Quiroga.",
        "El error le costó una multa a Google, dijo Marta Quiroga.",
        "A Google se le va la mano, dijo Marta Quiroga.",
        "Google echó ayer el cierre, dijo Marta Quiroga.",
        "Google llegó para quedarse, dijo Marta Quiroga, de Meta.",
        "Marta Quiroga dijo sí a la opa de Google.",
        "Google ya tiene fecha para su feria, dijo Marta Quiroga.",
        "Google saca a bolsa su filial, dijo Marta Quiroga.",
        "Marta Quiroga, de Google, prueba suerte en la bolsa.",
        "Google pasa del tres al cinco por ciento, dijo Marta Quiroga.",
        "Google confía sus datos a la nube, dijo Marta Quiroga.",
        "El coche robado a Marta Quiroga apareció frente a Google.",
    ],
)
def test_leaves_alone_what_only_sounds_like_it(text: str) -> None:
    assert moves_of(text, "es") == []
