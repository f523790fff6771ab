"""Steps of a career in one sentence, who takes each of several, and who is meant where a name comes later."""

from __future__ import annotations

import pytest

from tests.reader.sentences import moves_of


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Ada Moreno joined Apple in 2010 and moved to Meta in 2018.", "Ada Moreno: Apple -> Meta, done"),
        ("es", "Ada Moreno se incorporó a Apple en 2010 y fichó por Meta en 2018.", "Ada Moreno: Apple -> Meta, done"),
        (
            "de",
            "Ada Moreno begann ihre Laufbahn bei Nvidia, wechselte 2010 zu Apple und stieß 2018 zu Meta.",
            "Ada Moreno: Apple -> Meta, done",
        ),
        (
            "fr",
            "Ada Moreno, qui avait rejoint Apple en 2018 après dix ans chez Nvidia, part chez Meta.",
            "Ada Moreno: Apple -> Meta, done",
        ),
    ],
)
def test_a_step_starts_where_the_one_before_led(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        (
            "en",
            "Ada Moreno joined Meta in 2021, having moved from Apple to Nvidia in 2018.",
            "Ada Moreno: Meta -> Nvidia, done",
        ),
        (
            "de",
            "Ada Moreno ging 2018 zu Meta, nachdem sie 2010 zu Apple gekommen war.",
            "Ada Moreno: Meta -> Apple, done",
        ),
    ],
)
def test_no_step_starts_where_another_led_later(lang: str, text: str, move: str) -> None:
    assert move not in moves_of(text, lang)


def test_who_came_before_rose_later() -> None:
    text = "Ada Moreno avait rejoint Apple en 2007, avant de devenir présidente de la région en 2014."
    assert {"Ada Moreno: - -> Apple, done", "Ada Moreno: Apple -> Apple, done"} <= set(moves_of(text, "fr"))


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Ada Moreno and Tom Berg left Apple and joined Meta and OpenAI respectively."),
        ("es", "Ada Moreno y Tom Berg dejaron Apple para incorporarse a Meta y OpenAI, respectivamente."),
        ("fr", "Ada Moreno et Tom Berg ont quitté Apple pour rejoindre respectivement Meta et OpenAI."),
        ("de", "Ada Moreno und Tom Berg wechselten von Apple zu Meta beziehungsweise OpenAI."),
    ],
)
def test_each_of_several_has_what_is_listed_in_their_order(lang: str, text: str) -> None:
    moves = moves_of(text, lang)
    assert {"Ada Moreno: Apple -> Meta, done", "Tom Berg: Apple -> OpenAI, done"} <= set(moves)
    assert "Tom Berg: Apple -> Meta, done" not in moves


def test_two_who_go_to_one_place_share_it() -> None:
    moves = moves_of("Ada Moreno and Tom Berg left Apple and joined Meta respectively in May.", "en")
    assert {"Ada Moreno: Apple -> Meta, done", "Tom Berg: Apple -> Meta, done"} <= set(moves)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Ada Moreno quitte Apple, tout comme Tom Berg."),
        ("en", "Ada Moreno has left Apple, as well as Tom Berg."),
        ("de", "Nach Tom Berg verlässt auch Ada Moreno Apple."),
        ("de", "Ada Moreno verlässt Apple, ebenso wie Tom Berg."),
    ],
)
def test_whoever_does_alike_moves_too(lang: str, text: str) -> None:
    assert {"Ada Moreno: Apple -> -, done", "Tom Berg: Apple -> -, done"} <= set(moves_of(text, lang))


def test_whoever_is_only_spoken_of_before_does_not() -> None:
    assert "Tom Berg: Apple -> -, done" not in moves_of("Für Tom Berg überraschend verlässt Ada Moreno Apple.", "de")


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("de", "Mit Ada Moreno verlässt eine weitere Gründerin Apple.", "Ada Moreno: Apple -> -, done"),
        ("de", "Im Mai stellte Apple mit Ada Moreno eine neue Chefin ein.", "Ada Moreno: - -> Apple, done"),
        ("fr", "Avec Ada Moreno, Apple recrute une chercheuse de Meta.", "Ada Moreno: Meta -> Apple, done"),
        ("en", "With Ada Moreno, Apple hires an engineer from Meta.", "Ada Moreno: Meta -> Apple, done"),
    ],
)
def test_with_a_name_whoever_is_unnamed_is_named(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "With Ada Moreno, Tom Berg leaves Apple for Meta.", "Tom Berg: Apple -> Meta, done"),
        ("de", "Mit Ada Moreno sprach Tom Berg, der Apple verlässt.", "Tom Berg: Apple -> -, done"),
    ],
)
def test_but_not_where_somebody_else_is(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Après le départ de Tom Berg, Apple a un nouveau directeur général."),
        ("de", "Nach dem Abgang von Tom Berg erhält Apple einen neuen Chef."),
        ("es", "Tras la salida de Tom Berg, Apple tendrá un nuevo director."),
    ],
)
def test_who_goes_is_not_the_new_head(lang: str, text: str) -> None:
    moves = moves_of(text, lang)
    assert "Tom Berg: Apple -> -, done" in moves
    assert "Tom Berg: Apple -> Apple, done" not in moves


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("en", "Ada Moreno leaves Apple for the role of chief scientist at Meta.", "Ada Moreno: Apple -> Meta, done"),
        ("fr", "Ada Moreno quitte Apple pour la direction générale de Meta.", "Ada Moreno: Apple -> Meta, done"),
        ("es", "Ada Moreno deja Apple por la dirección general de Meta.", "Ada Moreno: Apple -> Meta, done"),
    ],
)
def test_a_post_may_be_where_somebody_goes(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


@pytest.mark.parametrize(
    ("lang", "text", "move"),
    [
        ("de", "Bevor sie 2020 zu Meta kam, arbeitete Ada Moreno bei Apple.", "Ada Moreno: Apple -> Meta, done"),
        ("de", "Seit er Apple verlassen hat, berät Tom Berg Start-ups.", "Tom Berg: Apple -> -, done"),
        ("en", "Since he left Apple, Tom Berg has been advising start-ups.", "Tom Berg: Apple -> -, done"),
        ("fr", "Depuis qu'il a quitté Apple, Tom Berg conseille des entreprises.", "Tom Berg: Apple -> -, done"),
    ],
)
def test_a_pronoun_may_come_before_its_name(lang: str, text: str, move: str) -> None:
    assert move in moves_of(text, lang)


def test_a_pronoun_means_whoever_was_spoken_of() -> None:
    moves = moves_of("Tom Berg was praised. Since he left Apple, Ada Moreno has been advising start-ups.", "en")
    assert "Ada Moreno: Apple -> -, done" not in moves


def test_a_heading_says_where() -> None:
    assert "Ada Moreno: - -> Apple, done" in moves_of("Apple : Ada Moreno nommée directrice financière.", "fr")
