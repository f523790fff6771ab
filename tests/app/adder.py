"""A process of its own that adds articles, to be killed: `python -m tests.app.adder DATABASE COUNT`."""

from __future__ import annotations

import sys

from talentflow.app import Library
from talentflow.model import Document
from talentflow.registry import Registry
from tests.app.make import document, mention, move
from tests.app.scripted import ScriptedReader


def articles(count: int) -> tuple[list[Document], ScriptedReader]:
    """Articles about a few people, each with three claims."""
    documents = [document(f"a{number}", published=f"2025-03-{number % 28 + 1:02d}") for number in range(count)]
    claims = {
        doc.id: [
            move(f"Ada Moreno{number % 7}", "Borealis", f"Quanta{number % 3}"),
            move(mention("باريت زوف", "Baryt Zwf"), "Borealis", None),
            move("Barret Zoph", "Borealis", mention("his own start-up", None), kind="found"),
        ]
        for number, doc in enumerate(documents)
    }
    return documents, ScriptedReader(claims)


def main() -> None:
    documents, reader = articles(int(sys.argv[2]))
    with Library(sys.argv[1], registry=Registry()) as library:
        print("open", flush=True)
        for number, added in enumerate(library.add(documents, reader)):
            print(added.outcome, flush=True)
            if number % 10 == 9:
                library.refresh()


if __name__ == "__main__":
    main()
