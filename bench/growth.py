"""Measures the ledger: what a thousand articles more cost as it grows, and how soon it answers when it is large.

`python bench/growth.py 10000` adds generated articles with their claims, a hundred at a time, each time bringing the
record up to date; `--read` has the embedded reader read their texts. Prints seconds of processor time for each
thousand, the ratio of the last thousand to the thousand before the 10,000th (or to the second), and the 95th
percentile of 200 calls of each kind. `--database FILE` keeps it; a run that was stopped goes on from there, and has no
ratio, for the thousands that it is taken from must be of one run.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from generated import Generated, generated, organizations, weights

from talentflow.app import InsightFilter, Library, MoveFilter, Reader
from talentflow.model import Document, Reading
from talentflow.registry import Registry

AT_A_TIME = 100
BLOCK = 1000
CALLS = 200


class ClaimsReader:
    """Gives back the claims that an article was generated with."""

    name, version = "generated", "1"

    def __init__(self) -> None:
        self.readings: dict[str, Reading] = {}

    def read(self, document: Document) -> Reading:
        """The claims of the article."""
        return self.readings.pop(document.id)


def batches(articles: Iterator[Generated], reader: ClaimsReader) -> Iterator[list[Document]]:
    """The documents, a hundred at a time; the reader is told their claims."""
    while batch := list(islice(articles, AT_A_TIME)):
        reader.readings = {article.document.id: article.reading for article in batch}
        yield [article.document for article in batch]


def grow(library: Library, count: int, reader: Reader | None) -> dict[int, float]:
    """Seconds of processor time for each thousand articles that the record lacks, by how many it holds then."""
    told = ClaimsReader()
    library.refresh()  # a run that was stopped may have left some of it undone
    done = library.status().articles // AT_A_TIME * AT_A_TIME
    seconds: dict[int, float] = {}
    start = time.process_time()
    for documents in batches(islice(generated(count), done, None), told):
        for added in library.add(documents, reader or told):
            if added.outcome not in ("added", "unchanged"):
                sys.exit(f"growth: {added.id} was {added.outcome}: {added.problem}")
        library.refresh()
        done += len(documents)
        if done % BLOCK == 0:
            seconds[done] = time.process_time() - start
            print(f"  {done:>7,}  {seconds[done]:.2f} s", file=sys.stderr, flush=True)
            start = time.process_time()
    return seconds


def percentile(call: Callable[[], object]) -> float:
    """The 95th percentile of the milliseconds that a call takes."""
    took = []
    for _ in range(CALLS):
        start = time.perf_counter()
        call()
        took.append((time.perf_counter() - start) * 1000)
    return sorted(took)[int(CALLS * 0.95) - 1]


def questions(library: Library, count: int) -> dict[str, float]:
    """The milliseconds within which 95 of a hundred answers come."""
    chance = random.Random(2)
    people = [view.person.name or "" for view in library.moves(MoveFilter(limit=5000))]
    employers = organizations()
    met = weights(len(employers))
    years = sorted({(view.date or "2015")[:4] for view in library.moves(MoveFilter(limit=20000))})

    def quarter() -> object:
        year, first = chance.choice(years), chance.choice((1, 4, 7, 10))
        org = chance.choices(employers, cum_weights=met)[0]
        wanted = MoveFilter(organization=org, since=f"{year}-{first:02d}", until=f"{year}-{first + 2:02d}")
        return library.moves(wanted)

    return {
        "moves_of_a_quarter_ms": percentile(quarter),
        "a_career_ms": percentile(lambda: library.person(chance.choice(people))),
        "flows_of_a_year_ms": percentile(lambda: library.insight(flows_of(chance.choice(years)))),
    }


def flows_of(year: str) -> InsightFilter:
    """The whole matrix of a year."""
    return InsightFilter("flows", since=year, until=year, limit=None)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--read", action="store_true", help="have the embedded reader read the texts")
    parser.add_argument("--database", help="keep the database in this file")
    options = parser.parse_args()
    reader: Reader | None = None
    if options.read:
        from talentflow.reader.embedded import EmbeddedReader

        reader = EmbeddedReader(is_quick=True)
    with tempfile.TemporaryDirectory() as folder:
        path = options.database or str(Path(folder, "growth.db"))
        with Library(path, registry=Registry()) as library:
            seconds = grow(library, options.articles, reader)
            figures: dict[str, Any] = {"articles": options.articles, "seconds_a_thousand": seconds}
            base = seconds.get(10 * BLOCK if options.articles > 10 * BLOCK else 2 * BLOCK)
            last = seconds.get(options.articles // BLOCK * BLOCK)
            figures["growth"] = last / base if base and last else None
            figures |= questions(library, options.articles)
    print(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
