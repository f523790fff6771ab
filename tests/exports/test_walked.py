"""What memory does not hold can be exported: formats write row by row, and the ledger is made as it is walked."""

from __future__ import annotations

import gc
import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.app.make import document, move
from tests.app.scripted import ScriptedReader

from talentflow.app import Library
from talentflow.app import export as walked
from talentflow.app.export import Walked
from talentflow.exports import exporters, write_bytes
from talentflow.exports.provenance import with_provenance
from talentflow.model import Move
from talentflow.text.visible import json_text

from .conftest import MADE_AT, hostile_ledger

MOVES = 4000
QUOTE = "Ada Moreno has left Borealis for Quanta, the company said on Monday. " * 40
# Graphs are put together before they are written, and Arrow keeps its memory to itself.
IN_A_STREAM = ("csv", "ftm", "json", "jsonl", "jsonld", "xlsx")


class Nowhere(io.RawIOBase):
    """Takes whatever is written and keeps nothing of it."""

    def __init__(self) -> None:
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.size += len(data)
        return len(data)

    def tell(self) -> int:
        return self.size

    def flush(self) -> None:
        """Nothing is kept, so nothing is left to write."""


def _moves() -> Iterator[dict[str, Any]]:
    one = hostile_ledger("Ada")["moves"][0]
    for number in range(MOVES):
        if number % 400 == 0:
            gc.collect()  # what is held counts, not what waits for a collector that other tests have made slow
        evidence = [{**one["evidence"][0], "quote": f"{number} {QUOTE}"}]
        yield {**one, "id": f"m-{number}", "person": {**one["person"], "id": "ada"}, "evidence": evidence}


@pytest.mark.parametrize("name", IN_A_STREAM)
def test_a_format_holds_a_part_of_the_ledger_at_a_time(name: str) -> None:
    rows = hostile_ledger("Ada")
    parts = {part: Walked(1, lambda part=part: iter(rows[part])) for part in ("articles", "entities")}
    ledger = with_provenance({**parts, "moves": Walked(MOVES, _moves)}, made_at=MADE_AT)
    write_bytes(exporters()[name], with_provenance(rows, made_at=MADE_AT), Nowhere())  # what is loaded once
    file = Nowhere()
    tracemalloc.start()
    try:
        write_bytes(exporters()[name], ledger, file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert MOVES * len(QUOTE) > 10_000_000
    assert peak < 4_000_000, (name, peak)
    assert file.size > 20_000


def test_every_format_gives_the_same_for_what_is_walked(exported: Callable[[str, dict[str, Any]], bytes]) -> None:
    held = hostile_ledger("Ada")
    parts = {part: Walked(1, lambda part=part: iter(held[part])) for part in ("articles", "entities", "moves")}
    for name in sorted({*exporters()} - {"xlsx", "parquet"}):  # these bear the time at which they were written
        assert exported(name, {**held, **parts}) == exported(name, held), name


def test_json_written_row_by_row_is_laid_out_as_a_whole(examples: dict[str, Any]) -> None:
    out = io.StringIO()
    exporters()["json"].write(examples, out)
    assert out.getvalue() == json_text(examples, indent=1) + "\n"
    empty = {"articles": [], "moves": [], "about": {"made_by": "a\nb"}}
    out = io.StringIO()
    exporters()["json"].write(empty, out)
    assert json.loads(out.getvalue()) == empty


def test_the_ledger_is_made_as_it_is_walked(monkeypatch: pytest.MonkeyPatch) -> None:
    people = ["Ada Moreno", "Boris Ilin", "Carla Roth", "Dina Haddad", "Emil Novak", "Gita Rao", "Hana Sato"]
    reader = ScriptedReader({name: [move(name, "Borealis", "Quanta", date="2025-03")] for name in people})
    with Library("sqlite://") as library:
        list(library.add([document(name, f"{name} left.", title=f"Of {name}") for name in people], reader))
        whole, then = library.export_ledger(), library.export_ledger(as_of="2030")
        sizes: list[int] = []
        show = walked.show_moves

        def counting(connection: Any, moves: list[Move]) -> Any:
            sizes.append(len(moves))
            return show(connection, moves)

        monkeypatch.setattr(walked, "show_moves", counting)
        monkeypatch.setattr(walked, "_AT_ONCE", 3)
        for as_of, held in ((None, whole), ("2030", then)):
            with library.walked_ledger(as_of=as_of) as ledger:
                assert sizes == []
                assert {name: len(rows) for name, rows in ledger.items()} == {
                    name: len(rows) for name, rows in held.items()
                }
                first = next(iter(ledger["moves"]))
                assert sizes == [3]
                assert first == held["moves"][0]
                assert {name: list(rows) for name, rows in ledger.items()} == held
                assert list(ledger["moves"]) == held["moves"]  # and once more
            assert max(sizes) == 3
            sizes.clear()
