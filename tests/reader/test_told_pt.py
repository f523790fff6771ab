"""More Portuguese ways of saying that somebody changes employers, one a row, and what only sounds like one.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreira, que saíra do Google em 2015, escreve romances.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira trocara a Meta pelo Google em 2015.", ["Ada Moreira: Meta -> Google, done"]),
        ("Ada Moreira, demissionária da Petrobras, não quis falar.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Ada Moreira, recém-saída do Google, descansa.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira desincompatibilizou-se da Petrobras.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Ada Moreira deu por terminada a sua ligação à Petrobras.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Ada Moreira chegou a acordo para sair da Petrobras.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Quem parte desta vez é Ada Moreira, da Petrobras.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Tomás Berg teve o contrato rescindido pela Petrobras.", ["Tomás Berg: Petrobras -> -, done"]),
        ("Tomás Berg chegou em 2020; a Petrobras mandou-o embora em maio.", ["Tomás Berg: Petrobras -> -, done"]),
        ("Tomás Berg soube pelo jornal que a Petrobras o dispensara.", ["Tomás Berg: Petrobras -> -, done"]),
        ("A Petrobras já não conta com Ada Moreira.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Ada Moreira saiu da Meta e foi parar no Google.", ["Ada Moreira: Meta -> Google, done"]),
        ("Ada Moreira iniciou esta semana suas atividades no Google.", ["Ada Moreira: - -> Google, done"]),
        ("Ada Moreira, roubada à Meta, começa na segunda-feira no Google.", ["Ada Moreira: Meta -> Google, done"]),
        ("Ada Moreira saiu da Meta; o Google aliciou-a em maio.", ["Ada Moreira: Meta -> Google, done"]),
        ("O Google puxou Ada Moreira da Meta.", ["Ada Moreira: Meta -> Google, done"]),
        ("Ada Moreira mudou-se em maio para o Google.", ["Ada Moreira: - -> Google, done"]),
        ("Ada Moreira chefiava as vendas da Meta até trocá-la pelo Google.", ["Ada Moreira: Meta -> Google, done"]),
        ("Ada Moreira aceitou regressar ao Google.", ["Ada Moreira: - -> Google, done"]),
        ("Ada Moreira é agora diretora técnica da Petrobras.", ["Ada Moreira: - -> Petrobras, done"]),
        ("Ada Moreira venceu a corrida à presidência da Petrobras.", ["Ada Moreira: - -> Petrobras, done"]),
        ("A direção financeira da Petrobras fica entregue a Ada Moreira.", ["Ada Moreira: - -> Petrobras, done"]),
        ("Ada Moreira meteu licença sem vencimento no Google.", ["Ada Moreira: Google -> -, done"]),
    ],
)
def test_reads_what_is_told(text: str, moves: list[str]) -> None:
    assert sorted(moves_of(text, "pt")) == sorted(moves)


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        (
            "Ganha força o nome de Ada Moreira para a presidência da Petrobras.",
            ["Ada Moreira: - -> Petrobras, rumored"],
        ),
        ("O conselho da Petrobras inclina-se para Ada Moreira.", ["Ada Moreira: - -> Petrobras, rumored"]),
        ("Se depender do governo, Ada Moreira será presidente da Petrobras.", ["Ada Moreira: - -> Petrobras, rumored"]),
        ("A imprensa deu como certa a ida de Ada Moreira para o Google.", ["Ada Moreira: - -> Google, rumored"]),
        ("Garantem as más línguas que Ada Moreira vai para o Google.", ["Ada Moreira: - -> Google, rumored"]),
        ("Corre nos bastidores que Ada Moreira deixa o Google.", ["Ada Moreira: Google -> -, rumored"]),
        ("Ada Moreira recusou-se a dirigir a Petrobras.", ["Ada Moreira: - -> Petrobras, declined"]),
    ],
)
def test_tells_no_more_than_is_said(text: str, moves: list[str]) -> None:
    assert moves_of(text, "pt") == moves


@pytest.mark.parametrize(
    "text",
    [
        "A notícia foi parar nas redes, diz Ada Moreira, da Petrobras.",
        "Ada Moreira, da Petrobras, foi parar ao hospital.",
        "A feira começou ontem no Google, diz Ada Moreira.",
        "Ada Moreira, do Google, teve o carro roubado.",
        "Ada Moreira, da Petrobras, virou notícia.",
        "Ada Moreira deu por terminada a reunião na Petrobras.",
        "A Petrobras já não conta com o apoio do governo, diz Ada Moreira.",
        "O prémio da Petrobras foi entregue a Ada Moreira.",
        "Ada Moreira foi chamada ontem para depor na Petrobras.",
        "Ada Moreira, da Petrobras, subiu ao palco.",
        "Ada Moreira renovou com a Petrobras até 2028.",
    ],
)
def test_leaves_alone_what_only_sounds_like_it(text: str) -> None:
    assert moves_of(text, "pt") == []
