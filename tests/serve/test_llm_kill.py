"""A run that asks a model and is killed goes on where it stopped: nothing is lost, doubled or paid for again."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.chat_server import Reply, Request, chat, claims, move, serving

COUNT, KILLED_AT, AT_ONCE = 6, 3, 2
ROOT = Path(__file__).parents[2]


def answer(request: Request) -> Reply:
    return chat(claims(move(request.passage.split(" left ")[0], "Borealis", "Quanta", request.passage)))


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_a_killed_run_goes_on(tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": f"a-{n}", "lang": "en", "text": f"Ada Moreno{'abcdef'[n]} left Borealis for Quanta."}
        for n in range(COUNT)
    ]
    news = tmp_path / "news.jsonl"
    news.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    reached = threading.Event()

    def script(request: Request) -> Reply:
        if len(server.requests) >= KILLED_AT:
            reached.set()
        return answer(request)

    with serving(script) as server:
        database = tmp_path / "news.db"
        run = [
            sys.executable, "-m", "talentflow", "--db", str(database), "add", str(news), "--reader", "llm",
            "--model", "scripted", "--base-url", server.url, "--at-once", str(AT_ONCE),
            "--answers", str(tmp_path / "answers.db"),
        ]  # fmt: skip
        environment = {**os.environ, "TALENTFLOW_SETTINGS": "", "TALENTFLOW_LLM_KEY": "sk-1"}
        first = subprocess.Popen(run, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not reached.wait(1):
            assert first.poll() is None, "it ended by itself"
        first.kill()
        first.wait()
        done = subprocess.run(run, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        # What was on the way when it was killed is asked again; nothing else is.
        assert COUNT <= len(server.requests) <= COUNT + 2 * AT_ONCE
    listed = subprocess.run(
        [sys.executable, "-m", "talentflow", "--db", str(database), "moves", "--format", "jsonl"],
        cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    people = [json.loads(line)["person"]["name"] for line in listed.stdout.splitlines()]
    assert sorted(people) == [f"Ada Moreno{letter}" for letter in "abcdef"]
