"""French sentences, one behaviour a row: who moved, from where, to where, and how sure the words are.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.model import Document
from talentflow.reader.claims.understanding import understand
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.reader.words.page import make_page

from .sentences import claims_of, written


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreau quitte Google lundi.", ["Ada Moreau: Google -> -, done"]),
        ("Ada Moreau a également quitté Google après cinq ans.", ["Ada Moreau: Google -> -, done"]),
        ("Ada Moreau s'en va de Google.", ["Ada Moreau: Google -> -, done"]),
        ("Ada Moreau claque la porte de Google.", ["Ada Moreau: Google -> -, done"]),
        ("Le départ d'Ada Moreau de Google a surpris tout le monde.", ["Ada Moreau: Google -> -, done"]),
        ("Après cinq ans chez Google, Ada Moreau met les voiles.", ["Ada Moreau: Google -> -, done"]),
        ("Tomas Berg, PDG d'Atos, jette l'éponge.", ["Tomas Berg: Atos -> -, done"]),
        ("Tomas Berg prend sa retraite après trente ans chez Michelin.", ["Tomas Berg: Michelin -> -, done"]),
        ("Ada Moreau a quitté ses fonctions de directrice générale d'Orange.", ["Ada Moreau: Orange -> -, done"]),
        ("Tomas Berg n'a pas été reconduit à la tête d'Engie.", ["Tomas Berg: Engie -> -, done"]),
        ("Engie a choisi de ne pas renouveler le mandat de Tomas Berg.", ["Tomas Berg: Engie -> -, done"]),
        ("Le PDG de Renault, Tomas Berg, a annoncé sa démission lundi.", ["Tomas Berg: Renault -> -, done"]),
        ("Tomas Berg a été limogé par Google.", ["Tomas Berg: Google -> -, done"]),
        ("Google limoge Tomas Berg.", ["Tomas Berg: Google -> -, done"]),
        ("Atos se sépare de son directeur général, Tomas Berg.", ["Tomas Berg: Atos -> -, done"]),
        ("Atos a remercié son directeur général, Tomas Berg.", ["Tomas Berg: Atos -> -, done"]),
        ("Tomas Berg a été contraint à la démission par Renault.", ["Tomas Berg: Renault -> -, done"]),
        ("Ada Moreau a été débarquée par le conseil d'administration d'Atos.", ["Ada Moreau: Atos -> -, done"]),
        ("Ada Moreau rejoint Meta.", ["Ada Moreau: - -> Meta, done"]),
        ("Ada Moreau a officiellement rejoint les équipes de Mistral AI.", ["Ada Moreau: - -> Mistral AI, done"]),
        ("L'arrivée d’Ada Moreau chez Meta a été annoncée lundi.", ["Ada Moreau: - -> Meta, done"]),
        ("Ada Moreau a posé ses bagages chez Meta.", ["Ada Moreau: - -> Meta, done"]),
        ("Ada Moreau fait son entrée au conseil d'administration de Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Ada Moreau a quitté Google pour rejoindre Meta.", ["Ada Moreau: Google -> Meta, done"]),
        ("Ada Moreau passe de Google à Meta.", ["Ada Moreau: Google -> Meta, done"]),
        (
            "Meta a également recruté Ada Moreau (OpenAI) et Tomas Berg (Anthropic).",
            ["Ada Moreau: OpenAI -> Meta, done", "Tomas Berg: Anthropic -> Meta, done"],
        ),
        (
            "Ada Moreau, qui travaille chez Google depuis dix ans, a fait ses adieux sur X.",
            ["Ada Moreau: Google -> -, done"],
        ),
        ("Ada Moreau quitte son poste de directrice chez LinkedIn.", ["Ada Moreau: LinkedIn -> -, done"]),
        (
            "Ada Moreau a été nommée par Google. Elle-même prendra ses fonctions en mai.",
            ["Ada Moreau: - -> Google, done"],
        ),
        (
            "Ada Moreau, qui dirigeait la recherche de Google, est partie chez Meta.",
            ["Ada Moreau: Google -> Meta, done"],
        ),
        (
            "Ancienne de Google, Ada Moreau arrive chez Apple pour y diriger l'IA.",
            ["Ada Moreau: Google -> Apple, done"],
        ),
        ("Ada Moreau (ex-Google) rejoint Mistral AI.", ["Ada Moreau: Google -> Mistral AI, done"]),
        ("Ada Moreau revient chez Google.", ["Ada Moreau: - -> Google, done"]),
        ("Ada Moreau fait son retour chez Renault.", ["Ada Moreau: - -> Renault, done"]),
        ("Meta a également recruté Ada Moreau, ancienne chercheuse de Google.", ["Ada Moreau: Google -> Meta, done"]),
        ("Meta débauche Ada Moreau chez Google.", ["Ada Moreau: Google -> Meta, done"]),
        ("Meta a siphonné Ada Moreau à Google.", ["Ada Moreau: Google -> Meta, done"]),
        ("Ada Moreau a été recrutée par Apple en provenance de Google.", ["Ada Moreau: Google -> Apple, done"]),
        (
            "Ada Moreau, débauchée de Google, rejoint Meta comme directrice scientifique.",
            ["Ada Moreau: Google -> Meta, done"],
        ),
        ("Google vient de perdre Ada Moreau au profit de Meta.", ["Ada Moreau: Google -> Meta, done"]),
        ("Meta met la main sur Ada Moreau, chercheuse chez Google.", ["Ada Moreau: Google -> Meta, done"]),
        (
            "Trois chercheurs de Google, dont Ada Moreau et Tomas Berg, ont rejoint OpenAI.",
            ["Ada Moreau: Google -> OpenAI, done", "Tomas Berg: Google -> OpenAI, done"],
        ),
        (
            "Tomas Berg et Ada Moreau ont fondé Quanta en 2021.",
            ["Tomas Berg: - -> Quanta, done", "Ada Moreau: - -> Quanta, done"],
        ),
        ("Ada Moreau a lancé sa start-up après avoir quitté OpenAI.", ["Ada Moreau: OpenAI -> sa start-up, done"]),
        (
            "L'ex-patron d'OpenAI Tomas Berg lance sa propre start-up.",
            ["Tomas Berg: OpenAI -> sa propre start-up, done"],
        ),
        ("Mistral AI a été créée en 2023 par Ada Moreau, ancienne de Meta.", ["Ada Moreau: Meta -> Mistral AI, done"]),
        ("Renault nomme Ada Moreau directrice générale.", ["Ada Moreau: - -> Renault, done"]),
        ("Danone annonce avoir recruté Ada Moreau comme directrice marketing.", ["Ada Moreau: - -> Danone, done"]),
        (
            "Le conseil de surveillance a nommé Ada Moreau présidente du directoire de Vivendi.",
            ["Ada Moreau: - -> Vivendi, done"],
        ),
        ("Ada Moreau se voit confier la direction de Renault.", ["Ada Moreau: - -> Renault, done"]),
        (
            "Ada Moreau, précédemment directrice marketing chez Nestlé, est nommée directrice générale de Lactalis.",
            ["Ada Moreau: Nestlé -> Lactalis, done"],
        ),
        ("Ada Moreau, numéro deux d'Engie, va prendre la tête de Veolia.", ["Ada Moreau: Engie -> Veolia, done"]),
        (
            "Ada Moreau passe la main à Tomas Berg chez Orange.",
            ["Ada Moreau: Orange -> -, done", "Tomas Berg: Orange -> Orange, done"],
        ),
        ("Ada Moreau a été promue vice-présidente de Google.", ["Ada Moreau: Google -> Google, done"]),
        (
            "Diplômée d'HEC, Ada Moreau a débuté chez Deloitte avant de rejoindre L'Oréal en 2008.",
            ["Ada Moreau: Deloitte -> L'Oréal, done"],
        ),
        ("Ada Moreau prend un congé sabbatique chez Google.", ["Ada Moreau: Google -> -, done"]),
        ("Ada Moreau rejoindrait Meta.", ["Ada Moreau: - -> Meta, rumored"]),
        ("Meta aurait recruté Ada Moreau.", ["Ada Moreau: - -> Meta, rumored"]),
        ("Ada Moreau pourrait rejoindre Meta.", ["Ada Moreau: - -> Meta, rumored"]),
        ("Tomas Berg s'apprête à quitter Atos.", ["Tomas Berg: Atos -> -, planned"]),
        ("Selon Reuters, Tomas Berg devrait quitter Atos.", ["Tomas Berg: Atos -> -, planned"]),
        ("Tomas Berg dément vouloir quitter Google.", ["Tomas Berg: Google -> -, denied"]),
        ("Ada Moreau a décliné l'offre de Meta.", ["Ada Moreau: - -> Meta, declined"]),
        (
            "Ada Moreau est nommée chez Orange. Ancienne directrice de Nestlé, elle succède à Tomas Berg.",
            ["Ada Moreau: Nestlé -> Orange, done"],
        ),
        # the founders behind what describes them, far from the verb
        (
            "Quanta Labs, fondée il y a trois ans par les chercheurs en IA renommés Ada Moreau et Tom Berg, recrute.",
            ["Ada Moreau: - -> Quanta Labs, done", "Tom Berg: - -> Quanta Labs, done"],
        ),
        # each former employer in brackets is its own bearer's
        (
            "Borealis recrute Ada Moreau (ex-Ogivel Paris) et Tom Berg (ex-Quanta Lille).",
            ["Ada Moreau: Ogivel Paris -> Borealis, done", "Tom Berg: Quanta Lille -> Borealis, done"],
        ),
        ("Tom Berg reste. Quant à Ada Moreau, elle a quitté Google.", ["Ada Moreau: Google -> -, done"]),
    ],
)
def test_reads_who_moved(text: str, moves: list[str]) -> None:
    assert [written(move) for move in claims_of(text, "fr")] == moves


@pytest.mark.parametrize(
    "text",
    [
        "La loi entre en vigueur lundi, a rappelé Ada Moreau, directrice de Google.",
        "Google lance une application, dit Ada Moreau.",
        "Ada Moreau, directrice de Google, prend la parole.",
        "Ada Moreau n'a pas quitté Google.",
        "Les utilisateurs quittent X, selon Ada Moreau, directrice de Meta.",
        "Google crée des emplois, dit Ada Moreau.",
        "Meta perd de l'argent, selon Ada Moreau, directrice de Google.",
        "Ada Moreau dirige la recherche de Google.",
        "La part de marché de Google recule, observe Ada Moreau.",
        "Ada Moreau a signé un accord avec Google.",
        "Google rejoint l'alliance, selon Ada Moreau.",
        "L'arrivée de ChatGPT inquiète Google, dit Ada Moreau.",
        "Ada Moreau, directrice de Google, a été élue personnalité de l'année.",
    ],
)
def test_claims_no_move(text: str) -> None:
    assert claims_of(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ada Moreau est nommée directrice générale d'Orange.", "CEO"),
        ("Ada Moreau est nommée directrice générale adjointe d'Orange.", "deputy CEO"),
        ("Ada Moreau devient présidente-directrice générale d'Orange.", "chairman and CEO"),
        ("Ada Moreau est nommée directrice financière par intérim d'Orange.", "interim CFO"),
        ("Ada Moreau prend la direction marketing d'Orange.", "CMO"),
        ("Ada Moreau rejoint Orange comme directrice de la communication.", "communications director"),
        ("Ada Moreau prend la tête d'Orange.", "head"),
        ("Ada Moreau est nommée rédactrice en chef de Libération.", "editor-in-chief"),
    ],
)
def test_reads_the_post(text: str, post: str) -> None:
    assert [move.role_to for move in claims_of(text, "fr")] == [post]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Moreau quitte Google lundi.", "2025-06-09"),
        ("Ada Moreau a quitté Google le 1er mars 2024.", "2024-03-01"),
        ("Ada Moreau a quitté Google l'an dernier.", "2024"),
        ("Ada Moreau a quitté Google en février de l'année dernière.", "2024-02"),
        ("Ada Moreau a quitté Google à l'été 2020.", "2020"),
        ("Ada Moreau a quitté Google il y a huit mois.", "2024-10"),
        ("Ada Moreau quittera Google en septembre prochain.", "2025-09"),
        ("Ada Moreau a quitté Google en février.", "2025-02"),
    ],
)
def test_reads_the_date(text: str, day: str) -> None:
    assert [str(move.date) for move in claims_of(text, "fr")] == [day]


def test_a_word_of_grammar_is_no_short_form_of_a_name() -> None:
    text = "Le ministre Bruno Le Goff a parlé lundi. Le conseil de Renault a nommé Ada Moreau directrice générale."
    assert {move.person.mention for move in claims_of(text, "fr")} == {"Ada Moreau"}


def test_a_network_named_once_is_no_employer_that_may_be_meant() -> None:
    text = "Meta recrute. Google aussi. Meta grandit. Google de même. Ada Moreau a quitté Meta, a-t-elle écrit sur X."
    found = understand(make_page(Document(text, "a", "fr", "", "2025-06-11"), lexicon_for("fr", True)))
    assert found.events
    assert {org.name for event in found.events for org in event.seconds} == {"Google"}
