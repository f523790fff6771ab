"""How many pairs of names a second nomenklatura's logic-v2 compares: python bench/nomenklatura_names.py FILE.

FILE holds a JSON list of warm-up pairs and one of pairs to measure. The entities are made beforehand; then each pair is
compared once. Runs in an environment of its own; prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from followthemoney import model
from nomenklatura.matching import LogicV2

SAME = 0.7  # the score from which logic-v2 takes two entities for one


def main() -> None:
    """Measures processor time, not wall time: other programs must not count."""
    data = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    entities = {}
    for name in {name for pair in (*data["warm_up"], *data["pairs"]) for name in pair}:
        entity = entities[name] = model.make_entity("Person")
        entity.id = f"p{len(entities)}"
        entity.add("name", name)
    config = LogicV2.default_config()
    for one, other in data["warm_up"]:
        LogicV2.compare(entities[one], entities[other], config)
    pairs = [(entities[one], entities[other]) for one, other in data["pairs"]]
    start = time.process_time()
    same = sum(LogicV2.compare(one, other, config).score >= SAME for one, other in pairs)
    seconds = time.process_time() - start
    print(json.dumps({"pairs_a_second": len(pairs) / seconds, "same": same}))


if __name__ == "__main__":
    main()
