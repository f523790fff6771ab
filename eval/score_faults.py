"""Count what is lost or doubled when a model's server does everything wrong that it can.

    python eval/score_faults.py         1,000 articles through a server on this machine, into a database
    python eval/score_faults.py 200     fewer

Every article meets one of the faults of tests/faults.py, once to three times, before it is answered; every claim must
be in the database once. The requests are held to a budget, and counted by the server too.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.chat_server import Reply, Request, chat, claims, move, serving  # noqa: E402
from tests.faults import FAULTS  # noqa: E402

from talentflow.app.library import Library  # noqa: E402
from talentflow.model import Document  # noqa: E402
from talentflow.reader.llm import Limits, ModelSettings  # noqa: E402
from talentflow.reader.llm.cache import AnswerFile  # noqa: E402
from talentflow.reader.llm.client import ChatClient  # noqa: E402
from talentflow.reader.llm.reader import LlmReader  # noqa: E402
from talentflow.registry import Registry  # noqa: E402
from talentflow.store.articles import current_reading, find_versions  # noqa: E402

LETTERS = "abcdefghijklmnop"


def text_of(number: int) -> str:
    """An article of its own."""
    name = "".join(LETTERS[int(digit)] for digit in f"{number:04d}")
    return f"Ada Moreno{name} left Borealis for Quanta."


def main() -> int:
    """Print the counts; the exit code says whether nothing was lost or doubled."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    kinds = sorted(set(FAULTS) - {"too late"})  # waiting for what comes too late takes the time that it takes
    documents = [Document(text=text_of(n), id=f"a-{n}", lang="en", published="2026-01-15") for n in range(count)]
    places = {document.text: n for n, document in enumerate(documents)}

    def script(request: Request) -> Reply:
        number = places[request.passage]
        good = claims(move(request.passage.split(" left")[0], "Borealis", "Quanta", request.passage))
        times = 1 + number // len(kinds) % 3
        return FAULTS[kinds[number % len(kinds)]](request, good) if request.attempt <= times else chat(good)

    limits = Limits(requests=count * 6)
    with tempfile.TemporaryDirectory() as folder, serving(script) as server:
        settings = ModelSettings("scripted", server.url, limits=limits, at_once=4, timeout=600)
        answers = AnswerFile(Path(folder) / "answers.db")
        reader = LlmReader(
            settings, answers=answers, client=ChatClient(settings, sleep=lambda seconds: None, clock=Clock())
        )
        with Library(str(Path(folder) / "test.db"), registry=Registry()) as library:
            outcomes = Counter(added.outcome for added in library.add(documents, reader))
            claims_kept = Counter(
                claim.person.mention for document in documents for claim in claims_of(library, document)
            )
        reader.close()
        answers.close()
        asked = len(server.requests)
    lost = sum(text_of(n).split(" left")[0] not in claims_kept for n in range(count))
    doubled = sum(times > 1 for times in claims_kept.values())
    print(f"faults: {len(kinds)} kinds over {count} articles; {dict(outcomes)}")
    print(f"requests: {asked} (counted by the reader: {reader.spent.requests}, allowed: {limits.requests})")
    print(f"claims lost: {lost}, doubled: {doubled}")
    return int(bool(lost or doubled or asked != reader.spent.requests))


class Clock:
    """A clock that jumps ahead each time that it is asked, so that no wait takes any time."""

    def __init__(self) -> None:
        self._now = 0.0

    def __call__(self) -> float:
        """The time, an instant later than before."""
        self._now += 0.001
        return self._now


def claims_of(library: Library, document: Document) -> tuple[object, ...]:
    """The moves that the database keeps of an article."""
    with library._database.reading() as connection:
        (version,) = find_versions(connection, document.id)
        stored = current_reading(connection, version.key)
    return () if stored is None else stored.reading.moves


if __name__ == "__main__":
    sys.exit(main())
