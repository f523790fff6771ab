"""French ways of telling a move between the plain verb and the idiom, one a row, and what only resembles them.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreau travaille depuis mardi chez Google.", ["Ada Moreau: - -> Google, done"]),
        ("Ada Moreau s'est laissé tenter par Google.", ["Ada Moreau: - -> Google, done"]),
        ("Ada Moreau a retrouvé un emploi chez Google.", ["Ada Moreau: - -> Google, done"]),
        ("Google a pris Ada Moreau à son service.", ["Ada Moreau: - -> Google, done"]),
        ("Ada Moreau refait surface chez Google.", ["Ada Moreau: - -> Google, done"]),
        ("Ada Moreau a signé hier chez Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau a quitté Renault. On l'a retrouvée chez Google.", ["Ada Moreau: Renault -> Google, done"]),
        ("Ada Moreau a quitté Renault. Google l'engage comme directrice.", ["Ada Moreau: Renault -> Google, done"]),
        (
            "Ada Moreau quitte Renault. Google en fait sa directrice financière.",
            ["Ada Moreau: Renault -> Google, done"],
        ),
        ("Ada Moreau quitte Google : la voici présidente de Renault.", ["Ada Moreau: Google -> Renault, done"]),
        ("Renault enlève Ada Moreau à Google.", ["Ada Moreau: Google -> Renault, done"]),
        (
            "Ada Moreau, enlevée à Google, dirigera les ventes de Renault.",
            ["Ada Moreau: Google -> Renault, done"],
        ),
        ("Renault a désormais une directrice scientifique, Ada Moreau.", ["Ada Moreau: - -> Renault, done"]),
        ("Renault a enfin trouvé sa présidente : Ada Moreau.", ["Ada Moreau: - -> Renault, done"]),
        ("Renault se dote d'une directrice marketing, Ada Moreau.", ["Ada Moreau: - -> Renault, done"]),
        ("Google fait d'Ada Moreau sa directrice financière.", ["Ada Moreau: - -> Google, done"]),
        ("La direction de Renault passe aux mains d'Ada Moreau.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau préside désormais Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau a accepté la direction de Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau entame son mandat de directrice de Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau ira chez Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau est passée jeudi de Google à Renault.", ["Ada Moreau: Google -> Renault, done"]),
        ("Ada Moreau est partie l'an dernier chez Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau n'appartient plus à Renault.", ["Ada Moreau: Renault -> -, done"]),
        ("Ada Moreau n'exerce plus chez Renault.", ["Ada Moreau: Renault -> -, done"]),
        ("Ada Moreau cesse sa collaboration avec Renault.", ["Ada Moreau: Renault -> -, done"]),
        ("Ada Moreau a résilié son contrat avec Renault.", ["Ada Moreau: Renault -> -, done"]),
        ("Google laisse filer Ada Moreau.", ["Ada Moreau: Google -> -, done"]),
        ("Ada Moreau change de poste chez Renault.", ["Ada Moreau: Renault -> Renault, done"]),
    ],
)
def test_reads_what_tells_a_move(text: str, moves: list[str]) -> None:
    assert sorted(moves_of(text, "fr")) == sorted(moves)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Google discuterait avec Ada Moreau.", ["Ada Moreau: - -> Google, rumored"]),
        ("Google courtiserait Ada Moreau.", ["Ada Moreau: - -> Google, rumored"]),
        ("Ada Moreau s'en irait chez Renault.", ["Ada Moreau: - -> Renault, rumored"]),
        ("Google perdrait Ada Moreau au profit de Renault.", ["Ada Moreau: Google -> Renault, rumored"]),
        ("Ada Moreau devrait refaire surface chez Google.", []),
        ("Google n'a pas laissé filer Ada Moreau.", []),
        ("Ada Moreau travaille depuis dix ans chez Google.", []),
        ("Ada Moreau préside depuis dix ans Renault.", []),
        ("Ada Moreau change de sujet chez Renault.", []),
        ("Renault a enfin une usine, dit Ada Moreau.", []),
        ("Renault enlève un bouton de ses voitures, dit Ada Moreau.", []),
        ("Google fait de son mieux, dit Ada Moreau.", []),
        ("Google laisse filer une occasion, dit Ada Moreau.", []),
        ("Une panne refait surface chez Google, dit Ada Moreau, de Renault.", []),
        ("Ada Moreau, directrice de Google, quitte la réunion.", []),
        ("Arrivée de Tunis à l'âge de huit ans, Ada Moreau aime Google.", []),
        ("Google lance un observatoire, dit Ada Moreau.", []),
        ("Ada Moreau, de Google, animera le débat.", []),
        ("Ada Moreau se verrait bien rejoindre Google.", ["Ada Moreau: - -> Google, rumored"]),
        ("Google rappelle qu'Ada Moreau dirige Renault.", []),
        ("Le robot passe aux mains du public, dit Ada Moreau, de Renault.", []),
    ],
)
def test_keeps_weaker_or_leaves_alone_what_resembles_it(text: str, moves: list[str]) -> None:
    assert moves_of(text, "fr") == moves
