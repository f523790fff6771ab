"""How many articles a second are read, called from Python: python bench/in_process.py FILE SECONDS [rules].

FILE holds articles as JSON lines; they are read over and over until the processor has worked for SECONDS, by the
embedded reader or by its rules alone. Prints JSON.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from talentflow.model import Document
from talentflow.reader.embedded import EmbeddedReader


def _documents(path: Path) -> list[Document]:
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Document(text=row["text"], id=row["id"], lang=row["lang"], title=row["title"], published=row["published"])
        for row in rows
    ]


def main() -> None:
    """Measures processor time, not wall time: other programs must not count."""
    documents, limit = _documents(Path(sys.argv[1])), float(sys.argv[2])
    is_quick = sys.argv[3:] == ["rules"]
    reader = EmbeddedReader(is_quick=is_quick)
    if not is_quick:  # a sample in an order of chance: one round takes longer than the time there is
        random.Random("articles").shuffle(documents)
    warm_up = documents if is_quick else list({document.lang: document for document in documents}.values())
    for document in warm_up:
        reader.read(document)  # builds the lexicons
    count, seconds, by_language = 0, 0.0, {}
    while seconds < limit:
        for document in documents:
            if seconds >= limit and not is_quick:
                break
            start = time.process_time()
            reader.read(document)
            spent = time.process_time() - start
            seconds += spent
            number, total = by_language.get(document.lang, (0, 0.0))
            by_language[document.lang] = (number + 1, total + spent)
            count += 1
    milliseconds = {lang: 1000 * total / number for lang, (number, total) in sorted(by_language.items())}
    print(json.dumps({"articles_a_second": count / seconds, "milliseconds": milliseconds}))


if __name__ == "__main__":
    main()
