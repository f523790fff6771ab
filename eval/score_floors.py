"""Score the reader on every set of eval/floors.toml, print one table, and fail where a figure is below its floor.

    python eval/score_floors.py            all sets
    python eval/score_floors.py Arabic     only the sets whose name holds a word

The scored articles lie outside the repository, in ../shared/gold. Where they are missing there is nothing to score:
that is said and is no failure, except in CI (CI=true), where a check that did not run must not look like one that
passed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
TALENTFLOW = ROOT / ".venv" / "bin" / "talentflow"
SHOWN = ("docs", "gold", "found", "strict", "precision", "recall", "relaxed", "kind", "status", "roles", "dates")
FLOORED = ("strict", "relaxed", "precision")


def score(floor: dict[str, Any]) -> dict[str, Any]:
    """The figures of one set, averaged over its languages, as score.py gives them."""
    reader = f"{TALENTFLOW} read {{}} --format jsonl {floor.get('options', '')}".strip()
    command = [sys.executable, str(GOLD / "score.py"), str(GOLD / floor["gold"]), "--run", reader, "--json"]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode:
        raise SystemExit(f"floors: {floor['name']} could not be scored (exit code {done.returncode})")
    figures: dict[str, Any] = json.loads(done.stdout)["average"]
    return figures


def too_low(floor: dict[str, Any], figures: dict[str, Any]) -> list[str]:
    """What is below its floor, in words."""
    return [
        f"{floor['name']}: {key} {figures[key] or 0.0:.3f} is below {floor[key]}"
        for key in FLOORED
        if key in floor and (figures[key] or 0.0) < floor[key]
    ]


def row(name: str, cells: list[str]) -> str:
    """One line of the table."""
    return f"{name:<24}" + "".join(f"{cell:>10}" for cell in cells)


def shown(key: str, figure: float | None) -> str:
    """A figure as the table prints it."""
    if figure is None:
        return "-"
    return str(round(figure)) if key in ("docs", "gold", "found") else f"{figure:.3f}"


def main(wanted: list[str]) -> int:
    """Score, print, and give the exit code."""
    if not GOLD.is_dir():
        print("floors: no ../shared/gold here, so nothing was scored.")
        return 1 if os.environ.get("CI") == "true" else 0
    with (ROOT / "eval" / "floors.toml").open("rb") as file:
        floors = tomllib.load(file)["floor"]
    print(row("", list(SHOWN)))
    failures = []
    for floor in floors:
        if wanted and not any(word.casefold() in floor["name"].casefold() for word in wanted):
            continue
        figures = score(floor)
        print(row(floor["name"], [shown(key, figures[key]) for key in SHOWN]), flush=True)
        failures += too_low(floor, figures)
    for failure in failures:
        print(f"floors: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
