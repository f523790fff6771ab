"""The record as tools for assistants, asked with the protocol's own client, over standard input and output."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from talentflow.app import Library
from talentflow.model import TalentflowError
from talentflow.reader.embedded import EmbeddedReader
from talentflow.registry import Registry
from talentflow.serve.assistant.server import NAMES, create_server
from talentflow.serve.assistant.telling import Telling
from talentflow.serve.assistant.tools import Tools
from tests.serve.scripted import evidence, move
from tests.serve.web.desk import fill

mcp = pytest.importorskip("mcp", reason="needs the extra mcp")
anyio = pytest.importorskip("anyio")

STATUSES = ("(done)", "(planned)", "(rumored)", "(denied)", "(declined)")
Ask = Callable[..., str]


def asked(server: Any, name: str, arguments: dict[str, Any]) -> Any:
    async def ask() -> Any:
        async with mcp.Client(server) as client:
            return await client.call_tool(name, arguments)

    return anyio.run(ask)


@pytest.fixture(scope="module")
def server(record: Path) -> Any:
    return create_server(Library(str(record)), EmbeddedReader, "http://127.0.0.1:8017/")


@pytest.fixture
def ask(server: Any) -> Ask:
    """Ask a tool in this process: the text that it answers."""

    def answered(tool: str, /, **arguments: Any) -> str:
        result = asked(server, tool, arguments)
        assert not result.is_error, result
        (content,) = result.content
        return str(content.text)

    return answered


# On a busy machine the client may let go of the server before it has ended: collected here, not in another test.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_it_talks_over_standard_input_and_output(record: Path) -> None:
    command = mcp.StdioServerParameters(
        command=sys.executable,
        args=["-m", "talentflow", "mcp", "--db", str(record)],
        env={"PYTHONPATH": ":".join(sys.path)},
    )

    async def talk() -> tuple[list[Any], str | None, list[str]]:
        async with mcp.Client(command) as client:
            tools = (await client.list_tools()).tools
            questions = (("person", {"name": "Ada Moreno"}), ("read_text", {"text": "Ada Moreno has left OpenAI."}))
            answers = [(await client.call_tool(name, arguments)).content[0].text for name, arguments in questions]
            return tools, client.instructions, answers

    tools, instructions, (person, read) = anyio.run(talk)
    gc.collect()
    assert [tool.name for tool in tools] == list(NAMES)
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)
    assert instructions is not None
    assert "never tell a rumor as a fact" in instructions
    assert "Ada Moreno leaves OpenAI for Anthropic" in person or "Ada Moreno moves from OpenAI to Anthropic" in person
    assert "OpenAI" in read


def test_moves_come_with_status_quote_and_link(ask: Ask) -> None:
    lines = ask("moves").splitlines()
    moves = [line for line in lines if line.startswith("- ")]
    assert len(moves) == 3
    assert all(any(status in line for status in STATUSES) for line in moves)
    assert all("<http://127.0.0.1:8017/en/move/m-" in line for line in moves)
    ada = ask("moves", person="Ada Moreno")
    assert "<https://example.org/moreno>" in ada
    assert "“Ada Moreno has left OpenAI to join Anthropic" in ada


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"status": "rumored"}, 1), ({"leaving": "أوبن إيه آي"}, 2), ({"joining": "Anthropic"}, 1),
        ({"since": "2026-01-15"}, 2), ({"until": "2026-01-14"}, 2), ({"organization": "Google", "kind": "move"}, 1),
    ],
)  # fmt: skip
def test_filters_are_those_of_the_record(ask: Ask, filters: dict[str, str], count: int) -> None:
    assert sum(line.startswith("- ") for line in ask("moves", **filters).splitlines()) == count


def test_names_are_found_in_any_script(ask: Ask) -> None:
    told = ask("person", name="ميرا موراتي")
    assert told.startswith("Mira Murati (person, id ")
    assert "Also written:" in told
    assert "مرسى الأخبار" in told
    assert "organization: OpenAI" in ask("search", query="أوبن إيه آي")
    assert "article en-zoph" in ask("search", query="two people said")


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("person", {"name": "Ada Morena"}, "Did you mean: Ada Moreno"),
        ("organization", {"name": "Borealis"}, "Nobody called Borealis is known"),
        ("moves", {"leaving": "Xyzzy Works"}, "Nobody called Xyzzy Works is known"),
        ("moves", {"since": "2031"}, "No move matches"),
        ("search", {"query": "xyzzy"}, "Nobody called xyzzy is known"),
        ("accounts", {"move": "m-0"}, "No move has the id m-0"),
        ("article_evidence", {"article": "moreno"}, "Near: en-moreno"),
        ("read_text", {"text": "Nothing happened."}, "No move was found"),
        ("flows", {"since": "2031"}, "No move that is done"),
    ],
)
def test_what_is_not_there_is_said_in_a_line(ask: Ask, tool: str, arguments: dict[str, str], words: str) -> None:
    told = ask(tool, **arguments)
    assert words in told
    assert "\n" not in told


def test_flows_count_what_is_done(ask: Ask) -> None:
    told = ask("flows")
    assert "OpenAI → Anthropic: 1 (done" in told
    assert "Google" not in told
    assert "<http://127.0.0.1:8017/en/counted?from=openai&to=anthropic>" in told


def test_what_is_found_is_linked(ask: Ask) -> None:
    for line in ask("search", query="Moreno").splitlines():
        assert "<http://127.0.0.1:8017/en/" in line


QUESTIONS = (
    ("search", {"query": "OpenAI"}), ("person", {"name": "Ada Moreno"}), ("organization", {"name": "OpenAI"}),
    ("moves", {}), ("flows", {}), ("article_evidence", {"article": "en-zoph"}),
)  # fmt: skip


@pytest.mark.parametrize(("tool", "arguments"), QUESTIONS)
def test_answers_are_short_and_say_the_status_in_words(ask: Ask, tool: str, arguments: dict[str, str]) -> None:
    told = ask(tool, **arguments)
    assert len(told) < 6_000
    assert all(len(line) < 900 for line in told.splitlines())
    if tool != "search":
        assert any(status in told or status[1:-1] in told for status in STATUSES)
        assert "“" in told or tool == "flows"
    assert "<http" in told


def test_an_account_of_many_origins_is_cut() -> None:
    items = [replace(evidence(), article=f"a{number}") for number in range(40)]
    told = Telling().accounts(move(evidence=tuple(items)), [(item.article, item.article) for item in items])
    assert sum(line.startswith("Origin") for line in told) == 8
    assert told[-1] == "And 32 more origins."


def test_posts_and_facts_of_an_article_are_told(tmp_path: Path) -> None:
    with Library(str(tmp_path / "desk.db"), Registry()) as library:
        fill(library)
        told = Tools(library, EmbeddedReader).article_evidence("sure")
    assert "- post: Carla Roth: chief scientist, Quanta, current; confidence 0.35" in told
    assert "- fact: Quanta: funding, $2 million (done); confidence 0.40" in told
    assert told.count("“Carla Roth left Quanta.”") == 3


def test_accounts_tell_how_the_status_came_about(ask: Ask) -> None:
    move = ask("moves", person="Barret Zoph").split("[move ")[1].split("]")[0]
    told = ask("accounts", move=move)
    assert "On 2026-02-02: rumored (en-zoph)" in told
    assert "Origin en-zoph, rumored: “" in told


def test_an_article_tells_its_claims_with_their_characters(ask: Ask) -> None:
    told = ask("article_evidence", article="en-moreno")
    assert "(done)" in told
    assert "(text, characters 0-" in told
    assert "<https://example.org/moreno> <http://127.0.0.1:8017/en/article/en-moreno>" in told


def test_a_text_is_read_and_not_kept(ask: Ask) -> None:
    text = "Lin Osei has left Google to join Mistral AI, the company said on Monday."
    told = ask("read_text", text=text, published="2026-03-04")
    assert "2026-03-02: Lin Osei" in told
    assert "Nobody called Lin Osei" in ask("person", name="Lin Osei")


def test_text_of_strangers_stays_a_quote(ask: Ask) -> None:
    for told in (ask("moves"), ask("search", query="Zoph"), ask("article_evidence", article="en-zoph")):
        assert "\x1b" not in told
        assert "javascript:" not in told
        for line in told.splitlines():
            assert not line.startswith("Ignore")


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [("moves", {"since": "soon"}), ("moves", {"status": "true"}), ("moves", {"limit": 1000}), ("person", {}),
     ("flows", {"until": "2026-13"}), ("read_text", {"text": "x" * 60_000}), ("moves", {"since": "2026-99-99"})],
)  # fmt: skip
def test_what_cannot_be_understood_is_an_error_and_no_traceback(
    server: Any, tool: str, arguments: dict[str, Any]
) -> None:
    result = asked(server, tool, arguments)
    assert result.is_error
    assert "Traceback" not in result.content[0].text


def test_a_missing_package_is_told_with_its_extra(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    with Library(str(record)) as library, pytest.raises(TalentflowError, match=r"talentflow\[mcp\]"):
        create_server(library, EmbeddedReader)
