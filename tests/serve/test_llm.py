"""`--reader llm` on the command line, against a server on this machine."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chat_server import ChatServer, Reply, Request, chat, claims, fault, move, serving

Run = Callable[..., tuple[int, str, str]]
KEY = "sk-not-to-be-seen-anywhere"


def answer(request: Request) -> Reply:
    """One move for each line "X left Y for Z."."""
    moves = []
    for line in request.passage.splitlines():
        person, _, rest = line.rstrip(".").partition(" left ")
        if rest:
            moves.append(move(person, *rest.split(" for "), line))
    return fault(401, f"no such key: {KEY}") if "locked" in request.passage else chat(claims(*moves))


@pytest.fixture
def server() -> Iterator[ChatServer]:
    with serving(answer) as running:
        yield running


@pytest.fixture
def ask(
    talentflow: Run, server: ChatServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    monkeypatch.setenv("TALENTFLOW_SETTINGS", str(tmp_path / "settings.toml"))
    (tmp_path / "settings.toml").write_text('[llm]\nmodel = "scripted"\n', encoding="utf-8")
    monkeypatch.setenv("TALENTFLOW_LLM_KEY", KEY)
    monkeypatch.setenv("TALENTFLOW_LLM_ANSWERS", str(tmp_path / "answers.db"))

    def run(command: str, *arguments: str) -> tuple[int, str, str]:
        code, out, err = talentflow(command, *arguments, "--reader", "llm", "--base-url", server.url)
        assert KEY not in out + err
        return code, out, err

    return run


def news(folder: Path, *texts: str) -> str:
    path = folder / "news.jsonl"
    rows: list[dict[str, Any]] = [{"id": f"a-{n}", "lang": "en", "text": text} for n, text in enumerate(texts)]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


def test_reads_with_the_same_contract(ask: Run, tmp_path: Path) -> None:
    path = news(tmp_path, *(f"Ada Moreno{'abcdef'[n]} left Borealis for Quanta." for n in range(6)))
    code, out, err = ask("read", path)
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [row["id"] for row in rows] == [f"a-{n}" for n in range(6)]
    assert [row["moves"][0]["person"]["mention"] for row in rows] == [f"Ada Moreno{letter}" for letter in "abcdef"]
    assert rows[0]["moves"][0]["evidence"][0]["quote"] == "Ada Morenoa left Borealis for Quanta."
    assert "model: 6 requests, 600 tokens asked, 120 answered." in err


def test_a_second_run_asks_nothing(ask: Run, server: ChatServer, tmp_path: Path) -> None:
    path = news(tmp_path, "Ada Moreno left Borealis for Quanta.")
    first = ask("read", path)
    second = ask("read", path)
    assert first[1] == second[1]
    assert len(server.requests) == 1
    assert "model: 0 requests" in second[2]


def test_tells_what_it_would_cost_and_asks_nothing(ask: Run, server: ChatServer, tmp_path: Path) -> None:
    path = news(tmp_path, "Ada Moreno left Borealis for Quanta.", "Bo Lind left Quanta for Zephyr.")
    code, out, _ = ask("read", path, "--dry-run", "--price-in", "1", "--price-out", "4")
    assert code == 0
    assert out.startswith("2 articles: 2 questions to ask, 0 answered before.\nAbout ")
    assert ", cost 0." in out
    assert server.requests == []


def test_a_refused_key_stops_the_run_and_is_not_shown(ask: Run, tmp_path: Path) -> None:
    path = news(tmp_path, "Ada Moreno left Borealis for Quanta.", "locked", "Bo Lind left Quanta for Zephyr.")
    code, out, err = ask("read", path, "--at-once", "1")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "it does not accept the key (status 401). Check TALENTFLOW_LLM_KEY." in err


def test_a_budget_stops_the_run_where_it_is_spent(ask: Run, server: ChatServer, tmp_path: Path) -> None:
    path = news(tmp_path, *(f"Ada Moreno{'abcdef'[n]} left Borealis for Quanta." for n in range(6)))
    code, _, err = ask("read", path, "--budget-tokens", "200")
    assert (code, len(server.requests)) == (1, 0)
    assert "The budget for the model is at its end" in err


def test_without_a_model_it_is_told_how_to_name_one(ask: Run, tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("", encoding="utf-8")
    code, _, err = ask("read", news(tmp_path, "Ada left."))
    assert code == 1
    assert "--model NAME" in err
    assert err.count("\n") == 1


@pytest.fixture
def gold(tmp_path: Path) -> str:
    rows = []
    for number in range(4):
        text = f"Ada Moreno{'abcd'[number]} left Borealis for Quanta."
        names = {"person": f"Ada Moreno{'abcd'[number]}", "from": "Borealis", "to": "Quanta"}
        told: dict[str, Any] = {end: {"name": name, "mention": name} for end, name in names.items()}
        moves = [{**told, "kind": "move", "status": "done", "quote": text}]
        rows.append({"id": f"n{number}", "lang": "en", "text": text, "moves": moves, "positions": []})
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return str(path)


def evaluate(talentflow: Run, gold: str, url: str, *arguments: str) -> tuple[int, str, str]:
    return talentflow("evaluate", gold, "--base-url", url, *arguments)


def test_readers_are_compared_with_cost_and_significance(
    ask: Run, talentflow: Run, server: ChatServer, gold: str
) -> None:
    readers = ("--reader", "embedded", "--reader", "llm:scripted", "--price-in", "1", "--price-out", "4")
    code, out, err = evaluate(talentflow, gold, server.url, *readers, "--format", "json")
    told = json.loads(out)
    embedded, model = told["readers"]
    assert code == 0
    assert (embedded["reader"], embedded["requests"], embedded["cost"]) == ("embedded", 0, None)
    assert (model["reader"], model["strict"], model["requests"], model["tokens"]) == ("llm:scripted", 1.0, 4, 480)
    assert model["cost"] == pytest.approx(0.00072)
    (apart,) = told["differences"]
    assert (apart["reader"], apart["against"]) == ("llm:scripted", "embedded")
    assert apart["low"] <= apart["difference"] <= apart["high"]
    assert "model: 4 requests" in err


def test_readers_side_by_side_for_eyes(ask: Run, talentflow: Run, server: ChatServer, gold: str) -> None:
    code, out, _ = evaluate(
        talentflow, gold, server.url, "--reader", "embedded", "--reader", "cascade", "--format", "table"
    )
    assert code == 0
    assert "Articles/s" in out
    assert "cascade against embedded: F1 " in out


@pytest.mark.parametrize("name", ["robot", "embedded:7b", ""])
def test_a_reader_that_is_none_is_wrong_usage(talentflow: Run, gold: str, name: str) -> None:
    code, _, err = talentflow("evaluate", gold, "--reader", name)
    assert code == 2
    assert "Name one of embedded, rules, llm, cascade" in err


def test_the_cascade_tells_how_many_articles_it_sent(ask: Run, talentflow: Run, server: ChatServer, gold: str) -> None:
    code, out, err = talentflow("read", gold, "--reader", "cascade", "--base-url", server.url)
    assert code == 0
    assert len(out.splitlines()) == 4
    assert "of 4 articles sent to the model" in err
