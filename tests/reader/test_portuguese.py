"""Portuguese sentences, of Brazil and of Portugal, one behaviour a row: who moved, from where, to where, and how sure.

People and some employers are invented. A move is written as the text names its ends.
"""

from __future__ import annotations

import pytest

from talentflow.text.identify import identify

from .sentences import claims_of, moves_of


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("Ada Moreira deixou a Borealis na segunda-feira.", ["Ada Moreira: Borealis -> -, done"]),
        ("Ada Moreira saiu do Google depois de cinco anos.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira demitiu-se da Google.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira pediu demissão do Google.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira renunciou ao cargo de presidente da Petrobras.", ["Ada Moreira: Petrobras -> -, done"]),
        ("Ada Moreira se desligou do Google em maio.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira está de saída da Google.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira já não trabalha na Google.", ["Ada Moreira: Google -> -, done"]),
        ("A saída de Ada Moreira do Google surpreendeu todos.", ["Ada Moreira: Google -> -, done"]),
        ("Tomás Berg aposentou-se após vinte anos no Google.", ["Tomás Berg: Google -> -, done"]),
        ("Ada Moreira pôs fim à sua ligação à Google.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira encerra um ciclo de dez anos no Google.", ["Ada Moreira: Google -> -, done"]),
        ("A Google demitiu Tomás Berg em maio.", ["Tomás Berg: Google -> -, done"]),
        ("Tomás Berg foi demitido pelo Google.", ["Tomás Berg: Google -> -, done"]),
        ("O governo exonerou Tomás Berg da presidência da Petrobras.", ["Tomás Berg: Petrobras -> -, done"]),
        ("A Google prescindiu de Tomás Berg.", ["Tomás Berg: Google -> -, done"]),
        ("Ada Moreira juntou-se à Meta em 2021.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira se junta à Meta como diretora científica.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira juntar-se-á à Meta em setembro.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira entrou na Meta em 2019.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira chega à Meta vinda do Google.", ["Ada Moreira: Google -> Meta, done"]),
        ("Ada Moreira vai integrar a Meta.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira vai para a Meta.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira troca o Google pela Meta.", ["Ada Moreira: Google -> Meta, done"]),
        ("Ada Moreira transferiu-se da Google para a Meta.", ["Ada Moreira: Google -> Meta, done"]),
        ("Ada Moreira deixa o Google para se juntar à Meta.", ["Ada Moreira: Google -> Meta, done"]),
        ("Ada Moreira regressa à Google.", ["Ada Moreira: - -> Google, done"]),
        ("Ada Moreira volta ao Google depois de um ano na Meta.", ["Ada Moreira: Meta -> Google, done"]),
        ("A Meta contratou Ada Moreira.", ["Ada Moreira: - -> Meta, done"]),
        ("A Meta contrata Ada Moreira, ex-diretora do Google.", ["Ada Moreira: Google -> Meta, done"]),
        ("A Meta contratou o ex-Google Tomás Berg.", ["Tomás Berg: Google -> Meta, done"]),
        ("A contratação de Ada Moreira pela Meta foi anunciada na terça-feira.", ["Ada Moreira: - -> Meta, done"]),
        ("A Meta tirou Ada Moreira do Google.", ["Ada Moreira: Google -> Meta, done"]),
        ("A Meta reforça a equipe de vendas com Ada Moreira.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira saiu da Microsoft; a Meta contratou-a em maio.", ["Ada Moreira: Microsoft -> Meta, done"]),
        ("Ada Moreira deixou o Google para fundar a Quanta.", ["Ada Moreira: Google -> Quanta, done"]),
        (
            "Ada Moreira, até agora diretora da Google, é a nova presidente da Meta.",
            ["Ada Moreira: Google -> Meta, done"],
        ),
        ("A Meta nomeou Ada Moreira diretora científica.", ["Ada Moreira: - -> Meta, done"]),
        ("A Meta anunciou Ada Moreira como nova diretora.", ["Ada Moreira: - -> Meta, done"]),
        ("Ada Moreira foi promovida a diretora da Google.", ["Ada Moreira: Google -> Google, done"]),
        ("Ada Moreira recusou a oferta da Meta.", ["Ada Moreira: - -> Meta, declined"]),
        ("Ada Moreira tirou licença no Google.", ["Ada Moreira: Google -> -, done"]),
        ("Ada Moreira estaria de saída do Google.", ["Ada Moreira: Google -> -, rumored"]),
        ("A Meta teria contratado Ada Moreira.", ["Ada Moreira: - -> Meta, rumored"]),
        ("Ada Moreira está prestes a deixar o Google.", ["Ada Moreira: Google -> -, planned"]),
        ("O Google nega que Ada Moreira tenha deixado a empresa.", ["Ada Moreira: Google -> -, denied"]),
        (
            "Ada Moreira, Tomás Berg e Luís Prado juntam-se à Meta.",
            ["Ada Moreira: - -> Meta, done", "Tomás Berg: - -> Meta, done", "Luís Prado: - -> Meta, done"],
        ),
        (
            "Ada Moreira trabalhou onze anos no Google antes de se transferir para a Meta.",
            ["Ada Moreira: Google -> Meta, done"],
        ),
        # "da" holds a preposition and the article of "a empresa"
        ("Ada Moreira dirigia a Google. Em maio, saiu da empresa.", ["Ada Moreira: Google -> -, done"]),
        # family names that are employers too, or into which a particle is run
        ("Isabel dos Santos saiu da Sonangol.", ["Isabel dos Santos: Sonangol -> -, done"]),
        ("A Sonangol contratou Bernardo Tojal d'Eça.", ["Bernardo Tojal d'Eça: - -> Sonangol, done"]),
        # the subject may follow a verb that leads its sentence
        (
            "Saem da Google o diretor financeiro, Tomás Berg, e Ada Moreira.",
            ["Tomás Berg: Google -> -, done", "Ada Moreira: Google -> -, done"],
        ),
        # "responsável pelo" tells of nobody who acts
        (
            "O governo exonerou Tomás Berg do cargo de presidente do Inep, órgão responsável pelo Enem.",
            ["Tomás Berg: Inep -> -, done"],
        ),
    ],
)
def test_moves(text: str, moves: list[str]) -> None:
    assert moves_of(text, "pt") == moves


@pytest.mark.parametrize(
    "text",
    [
        "A lei entra em vigor, disse Ada Moreira, do Google.",
        "Ada Moreira, do Google, deixa dois filhos.",
        "O aplicativo do Google deixa a fase beta, disse Ada Moreira.",
        "A Meta lançou um modelo, disse Ada Moreira.",
        "O Google passa a cobrar pelo serviço, disse Ada Moreira.",
        "Os usuários deixam o Google, disse Ada Moreira.",
        "Ada Moreira, CEO do Google, voltou a criticar a Meta.",
        "Ada Moreira continua no Google.",
        "Em caso de demissão, Ada Moreira recebe um milhão do Google.",
        "A Google tirou proveito da crise, disse Ada Moreira.",
    ],
)
def test_near_misses(text: str) -> None:
    assert moves_of(text, "pt") == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Ada Moreira deixou o Google na segunda-feira (9).", "2025-06-09"),
        ("Ada Moreira deixou o Google em 1º de julho de 2023.", "2023-07-01"),
        ("Ada Moreira deixou o Google a 31 de março de 2024.", "2024-03-31"),
        ("Ada Moreira deixou o Google no mês passado.", "2025-05"),
        ("Ada Moreira deixou o Google há dois anos.", "2023"),
        ("Ada Moreira deixou o Google em fevereiro do ano passado.", "2024-02"),
        ("Ada Moreira deixa o Google em setembro próximo.", "2025-09"),
        ("Ada Moreira deixou o Google há oito meses.", "2024-10"),
    ],
)
def test_dates(text: str, date: str) -> None:
    assert [str(move.date) for move in claims_of(text, "pt")] == [date]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ada Moreira é a nova diretora financeira da Meta.", "CFO"),
        ("A Meta nomeou Ada Moreira vice-presidente de operações.", "vice president of operations"),
        ("Ada Moreira juntou-se à Meta como diretora-geral.", "managing director"),
        ("Ada Moreira juntou-se à Meta como responsável pela área de produto.", "head of product"),
        ("Ada Moreira juntou-se à Meta como presidente interina.", "interim president"),
    ],
)
def test_posts(text: str, post: str) -> None:
    assert [move.role_to for move in claims_of(text, "pt")] == [post]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moreira deixou o Google e não vai voltar, disse a empresa em São Paulo.",
        "A gestora demitiu-se esta quarta-feira e ainda não tem sucessor, avançou o jornal.",
    ],
)
def test_is_told_from_its_neighbours(text: str) -> None:
    assert identify(text) == "pt"
