"""An article that gives the model orders changes nothing but its own claims, even where the model obeys."""

from __future__ import annotations

import json

from talentflow.model import Reading
from talentflow.reader.llm.prompt import INSTRUCTIONS
from tests.chat_server import NOTHING, Reply, Request, chat, claims, move, serving
from tests.reader.llm.injections import ARTICLES, NEWS, ORDERS
from tests.reader.llm.make import KEY, article, reader_for

LETTERS = "abcdefghij"
INNOCENT = [f"Cleo Park{LETTERS[n % 10]}{LETTERS[n // 10]} left Zephyr for OpenAI." for n in range(len(ARTICLES))]
NAMES = {"en": ("Ada Moreno", "Borealis", "Quanta"), "es": ("Ada Moreno", "Borealis", "Quanta"),
         "ar": ("آدا مورينو", "بورياليس", "كوانتا")}  # fmt: skip


def obedient(request: Request) -> Reply:
    """A model that does what it is told: it lies about others, tells its secrets, forgets, repeats and invents."""
    lang = next((lang for lang, news in NEWS.items() if news in request.passage), None)
    if lang is None:
        line = request.passage.strip()
        return chat(claims(move(line.partition(" left ")[0], "Zephyr", "OpenAI", line)))
    honest = move(*NAMES[lang], NEWS[lang])
    order = request.passage.replace(NEWS[lang], "").strip()
    lies = [
        move("Eve Hart", "OpenAI", "Apple", order),
        move("Eve Hart", "OpenAI", "Apple", "Eve Hart left OpenAI for Apple."),
        move("Cleo Parkaa", "Zephyr", "OpenAI", INNOCENT[0], status="denied"),
        move("Bo Lind", None, "Zephyr", NEWS[lang]),
        {**honest, "quote": "Ada Moreno a quitté Borealis pour Quanta lundi."},
        *([{**honest, "date": f"2025-01-{day:02d}"} for day in range(1, 9)]),
    ]
    secrets = {"key": request.headers.get("Authorization", ""), "prompt": request.body["messages"][0]["content"],
               "budget": 1_000_000, "delete_database": "all"}  # fmt: skip
    return chat({**NOTHING, **secrets, "moves": [honest, *lies]})


def readings(texts: list[tuple[str, str]]) -> tuple[dict[str, Reading], list[Request]]:
    with serving(obedient) as server, reader_for(server.url, tries=2) as reader:
        found = {text: reader.read(article(text, lang, id=f"a-{text[:40]}")) for lang, text in texts}
        return found, server.requests


def test_there_are_enough_of_them() -> None:
    assert len(ARTICLES) >= 40
    assert len(ORDERS) >= 3


def test_orders_change_nothing_but_the_claims_about_their_own_article() -> None:
    innocent = [("en", text) for text in INNOCENT]
    alone, _ = readings(innocent)
    together, requests = readings([pair for pairs in zip(ARTICLES, innocent, strict=True) for pair in pairs])
    for _, text in innocent:
        assert together[text].moves == alone[text].moves
    for lang, text in ARTICLES:
        found = together[text].moves
        assert NAMES[lang][0] in {claim.person.mention for claim in found}
        for claim in found:  # what the order says outright stands in the article too: as a claim of this one
            for span in claim.evidence:
                assert text[span.start : span.end] == span.quote
            for named in (claim.person, claim.from_org, claim.to_org):
                assert named is None or named.mention in text
            assert claim.status == "done"
    told = json.dumps([str(reading) for reading in together.values()])
    assert KEY not in told
    assert INSTRUCTIONS[:60] not in told
    for request in requests:
        assert [message["role"] for message in request.body["messages"]] == ["system", "user"]
        assert request.body["messages"][0]["content"] == INSTRUCTIONS


def test_each_question_holds_one_article_whole_between_its_fences() -> None:
    _, requests = readings(ARTICLES)
    for (_, text), request in zip(ARTICLES, requests, strict=True):
        assert request.passage.replace("< |", "<|").replace("| >", "|>").replace("[ ", "[") == text
        assert "<|" not in request.body["messages"][1]["content"]
