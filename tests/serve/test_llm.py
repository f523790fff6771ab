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
