"""How many articles a second the embedded reader reads, called from Python: python bench/in_process.py FILE SECONDS.

FILE holds articles as JSON lines; they are read over and over until the processor has worked for SECONDS. Prints JSON.
"""

from __future__ import annotations

import json
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
    reader = EmbeddedReader()
    for document in documents:
        reader.read(document)  # builds the lexicons
    count, seconds, by_language = 0, 0.0, {}
    while seconds < limit:
        for document in documents:
            start = time.process_time()
            reader.read(document)
            spent = time.process_time() - start
            seconds += spent
            number, total = by_language.get(document.lang, (0, 0.0))
            by_language[document.lang] = (number + 1, total + spent)
        count += len(documents)
    milliseconds = {lang: 1000 * total / number for lang, (number, total) in sorted(by_language.items())}
    print(json.dumps({"articles_a_second": count / seconds, "milliseconds": milliseconds}))


if __name__ == "__main__":
    main()
