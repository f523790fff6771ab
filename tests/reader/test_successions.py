"""Who follows whom, and posts that are given without a verb of moving: one behaviour a row, people are invented.

Near misses stand beside the hits: the same words where they tell no such move.
"""

from __future__ import annotations

import pytest

from .sentences import claims_of, moves_of


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        # whoever hands a post over to somebody gives it up
        (
            "en",
            "Ada Moreno, the chair of Google, hands over to Tom Berg in May.",
            ["Ada Moreno: Google -> -, done", "Tom Berg: Google -> Google, done"],
        ),
        (
            "es",
            "Ada Moreno pasará el testigo a Tomás Berg en la dirección de Google.",
            ["Ada Moreno: Google -> -, done", "Tomás Berg: Google -> Google, done"],
        ),
        (
            "fr",
            "Ada Moreau passe la main à Tomas Berg à la tête de Google.",
            ["Ada Moreau: Google -> -, done", "Tomas Berg: Google -> Google, done"],
        ),
        (
            "pt",
            "Ada Moreira passa o bastão a Tom Berg no comando da Google.",
            ["Ada Moreira: Google -> -, done", "Tom Berg: Google -> Google, done"],
        ),
        (
            "de",
            "Ada Moreno übergibt den Vorsitz von Google an Tom Berg.",
            ["Ada Moreno: Google -> -, done", "Tom Berg: Google -> Google, done"],
        ),
        (
            "ar",
            "سلم سامي الخطيب رئاسة شركة غوغل إلى توم بيرغ.",
            ["سامي الخطيب: غوغل -> -, done", "توم بيرغ: غوغل -> غوغل, done"],
        ),
        # ... and stays with the employer where the text says so
        (
            "fr",
            "Ada Moreau passe la main à Tomas Berg à la tête de Google. Elle reste présidente du conseil.",
            ["Ada Moreau: Google -> Google, done", "Tomas Berg: Google -> Google, done"],
        ),
        # no post is handed over, and no era is a successor
        ("de", "Ada Moreno von Google übergibt den Scheck an das Rote Kreuz.", []),
        ("en", "Investors gave way to doubts about Google, analyst Ada Moreno said.", []),
    ],
)
def test_who_hands_over_gives_the_post_up(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang)[: len(moves) or None] == moves


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        # what a post passes to, and not whoever leaves it
        (
            "en",
            "The presidency of Google, which Tom Berg leaves, falls to Ada Moreno.",
            {"Tom Berg: Google -> -, done", "Ada Moreno: Google -> Google, done"},
        ),
        (
            "fr",
            "Le fauteuil de directeur technique de Google, que quitte Tomas Berg, revient à Ada Moreau.",
            {"Tomas Berg: Google -> -, done", "Ada Moreau: Google -> Google, done"},
        ),
        ("de", "Die Leitung der Forschung von Google geht an Ada Moreno.", {"Ada Moreno: Google -> Google, done"}),
        ("pt", "A presidência da Google fica para Ada Moreira.", {"Ada Moreira: Google -> Google, done"}),
        # a prize is no post, and who only says so gets none
        ("fr", "Le prix revient à Ada Moreau, ingénieure chez Google.", set()),
        ("es", "El nuevo presidente de Google, según Ada Ruiz, tendrá que ahorrar.", set()),
    ],
)
def test_posts_pass_to_somebody(lang: str, text: str, moves: set[str]) -> None:
    assert set(moves_of(text, lang)) >= moves
    assert bool(moves) or not any(claim.confidence > 0.2 for claim in claims_of(text, lang))


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        # "the post" stands for the employer whose it is
        (
            "en",
            "Google said that Ada Moreno will replace Tom Berg. Berg, who had reached the post in June 2020, retires.",
            "Tom Berg: - -> Google, done",
        ),
        (
            "es",
            "Google anunció que Ada Ruiz sustituirá a Tomás Berg. Berg, que había llegado al cargo en 2019, se jubila.",
            "Tomás Berg: - -> Google, done",
        ),
        # pronouns for whoever was named last
        (
            "es",
            "En Google, Ada Ruiz releva a Tomás Berg. Este había llegado al puesto en 2020.",
            "Tomás Berg: - -> Google, done",
        ),
        (
            "fr",
            "Chez Google, Ada Moreau succède à Tomas Berg. Ce dernier rejoint Meta.",
            "Tomas Berg: Google -> Meta, done",
        ),
        # "he and Berg" are two
        (
            "en",
            "Ada Moreno leads design at Google. In May she and Tom Berg traded places at Google.",
            "Ada Moreno: Google -> Google, done",
        ),
        # whom a pronoun inside the verb means does not succeed
        (
            "fr",
            "Tomas Berg quitte la direction de Google, où le remplace Ada Moreau.",
            "Ada Moreau: Google -> Google, done",
        ),
    ],
)
def test_predecessors_and_pronouns(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        # whoever is one of several new directors joins, whatever they did before
        (
            "en",
            "The new directors of Google are Ada Moreno, a former Meta executive, and Tom Berg.",
            ["Ada Moreno: - -> Google, done", "Tom Berg: - -> Google, done"],
        ),
        (
            "fr",
            "Les deux nouveaux administrateurs de Google sont Ada Moreau et Tomas Berg.",
            ["Ada Moreau: - -> Google, done", "Tomas Berg: - -> Google, done"],
        ),
        (
            "pt",
            "Os novos conselheiros da Google são Ada Moreira e Tom Berg.",
            ["Ada Moreira: - -> Google, done", "Tom Berg: - -> Google, done"],
        ),
        (
            "ja",
            "グーグルは新たな社外取締役に、元メタ副社長の田中一郎氏を選任した。",
            ["田中一郎: - -> グーグル, done"],
        ),
        # a manager among several is on no board
        ("en", "Google has named Ada Moreno, a former Meta manager, director of research.",
         ["Ada Moreno: Meta -> Google, done"]),
    ],
)  # fmt: skip
def test_new_directors_join(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Ada Moreno, who led design at Meta, takes the newly created post of chief energy officer.",
         "Ada Moreno: Meta -> Meta, done"),
        ("en", "Google executive Ada Moreno has been named chief of the company's gaming unit.",
         "Ada Moreno: Google -> Google, done"),
        ("pt", "Ada Moreira deixa a presidência executiva da Google e passa a presidente do conselho de administração.",
         "Ada Moreira: Google -> Google, done"),
        ("ja", "グーグルの田中一郎社長は会長に退く。", "田中一郎: グーグル -> グーグル, done"),
        ("zh", "谷歌总裁王晓明辞任，但保留董事席位。", "王晓明: 谷歌 -> 谷歌, done"),
    ],
)  # fmt: skip
def test_other_posts_of_one_employer_are_changes(lang: str, text: str, move: str) -> None:
    assert moves_of(text, lang) == [move]
