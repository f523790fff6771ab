"""How many pairs of names a second `same_person` compares: python bench/compare_names.py FILE.

FILE holds a JSON list of warm-up pairs and one of pairs to measure. Names are taken apart beforehand, as they are kept
by whoever compares many; then each pair is compared once. Prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from talentflow.resolver import same_person
from talentflow.resolver.parts import person_name


def main() -> None:
    """Measures processor time, not wall time: other programs must not count."""
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    for one, other in data["warm_up"]:
        same_person(one, other)
    for one, other in data["pairs"]:
        person_name(one), person_name(other)
    start = time.process_time()
    same = sum(same_person(one, other).is_same for one, other in data["pairs"])
    seconds = time.process_time() - start
    print(json.dumps({"pairs_a_second": len(data["pairs"]) / seconds, "same": same}))


if __name__ == "__main__":
    main()
