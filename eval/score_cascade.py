"""Measure how many articles the cascade sends to the model, where one article in twenty tells of a move.

    python eval/score_cascade.py

Relevant are the dev articles of ../shared/gold that tell of moves, irrelevant the practice articles in train/ that
tell of none: of this trade too, and hard to tell from the others. No model is needed, for nothing is asked.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from talentflow.model import Document
from talentflow.reader.cascade import CascadeReader
from talentflow.reader.llm import ModelSettings
from talentflow.reader.llm.reader import LlmReader

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
BAR = 0.06
RELEVANT = 1 / 20


def main() -> int:
    """Print the shares; the exit code says whether the bar is kept."""
    if not GOLD.is_dir():
        print(f"cascade: nothing to measure, for {GOLD} is not there")
        return 0
    model = LlmReader(ModelSettings("none", "http://localhost:1/v1"))
    reader = CascadeReader(model)
    counts: Counter[tuple[bool, str]] = Counter()
    characters: Counter[str] = Counter()
    for path in [*sorted((GOLD / "dev").rglob("*.json")), *sorted((ROOT / "train").glob("??/*.json"))]:
        row = json.loads(path.read_text(encoding="utf-8"))
        is_relevant = bool(row["moves"])
        if is_relevant != path.is_relative_to(GOLD):
            continue
        document = Document(row["text"], row["id"], row["lang"], row.get("title") or "", row.get("published"))
        asked = reader.plan(document).ask
        counts[is_relevant, "articles"] += 1
        counts[is_relevant, "asked"] += bool(asked)
        characters["all"] += len(document.text)
        characters["asked"] += sum(map(len, asked))
    model.close()
    shares = {kind: counts[kind, "asked"] / counts[kind, "articles"] for kind in (True, False)}
    share = RELEVANT * shares[True] + (1 - RELEVANT) * shares[False]
    for kind, name in ((True, "relevant"), (False, "irrelevant")):
        print(f"{name:10}  {counts[kind, 'articles']:4} articles, {counts[kind, 'asked']:4} sent ({shares[kind]:.3f})")
    print(f"in a mix of 1 in 20: {share:.3f} of the articles are sent to the model (at most {BAR})")
    print(f"characters asked about: {characters['asked']:,} of {characters['all']:,}")
    return int(share > BAR)


if __name__ == "__main__":
    sys.exit(main())
