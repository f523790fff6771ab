"""Score the reader and the ledger on every set of eval/floors.toml, and fail where a figure is below its floor.

    python eval/score_floors.py            all sets
    python eval/score_floors.py Arabic     only the sets whose name holds a word
    python eval/score_floors.py --raise    and lift each floor to what was reached, rounded down to 0.01; without
                                           words also keep the figures for `talentflow languages`
    python eval/score_floors.py --readme   score nothing; write the floors into the README's table

The scored articles lie outside the repository, in ../shared/gold. Where they are missing there is nothing to score:
that is said and is no failure, except in CI (CI=true), where a check that did not run must not look like one that
passed.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
TALENTFLOW = ROOT / ".venv" / "bin" / "talentflow"
FLOORS = ROOT / "eval" / "floors.toml"
README = ROOT / "README.md"
QUALITY = ROOT / "src" / "talentflow" / "languages" / "data" / "quality.toml"
SHOWN = ("docs", "gold", "found", "strict", "precision", "recall", "relaxed", "kind", "status", "roles", "dates")
FLOORED = ("strict", "relaxed", "precision")
HAND_SCORED = "scored by hand"
RETOLD = (300, 499)  # the articles of these numbers retell the daily press
MOST_AT_ONCE = 4  # sets: a reader takes some 400 MB
_ROUNDING = 1e-9  # what is 0.56 on paper may be a little less as a float
LEDGER_SHOWN = ("stories", "origins", "entities", "moves", "status", "origin_count", "history", "accounts")
LEDGER_FLOORED = ("stories", "origins", "entities", "moves")
FLOOR_LINE = re.compile(rf"({'|'.join((*FLOORED, *LEDGER_FLOORED))}) = ([\d.]+)")
README_TABLE = re.compile(r"(<!-- quality -->\n).*?(<!-- /quality -->)", re.DOTALL)


def read_floors(table: str = "floor") -> list[dict[str, Any]]:
    """The sets with their floors, in the order of the file: of the reader, or of the "ledger"."""
    floors: list[dict[str, Any]] = tomllib.loads(FLOORS.read_text(encoding="utf-8"))[table]
    return floors


def score(floor: dict[str, Any]) -> dict[str, Any]:
    """The figures of one set, averaged over its languages, as score.py gives them."""
    return run_scorer("score.py", floor, f"{TALENTFLOW} read {{}} --format jsonl {floor.get('options', '')}".strip())


def score_ledger(floor: dict[str, Any]) -> dict[str, Any]:
    """The figures of the ledger, averaged over the dossiers, as score_ledger.py gives them."""
    program = f"{shlex.quote(str(TALENTFLOW))} --db {{tmp}}/ledger.db"
    command = f"{program} add {{}} > /dev/null && {program} export --format json --output {{out}}"
    return run_scorer("score_ledger.py", floor, command)


def run_scorer(script: str, floor: dict[str, Any], run: str) -> dict[str, Any]:
    """The averages that a scorer gives for one set."""
    with tempfile.TemporaryDirectory() as folder:
        gold = articles_of(floor, Path(folder))
        command = [sys.executable, str(GOLD / script), str(gold), "--run", run, "--json"]
        done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", check=False, env=environment())
    if done.returncode:
        raise SystemExit(f"floors: {floor['name']} could not be scored (exit code {done.returncode})")
    figures: dict[str, Any] = json.loads(done.stdout)["average"]
    return figures


def environment() -> dict[str, str]:
    """What a scorer's reader is told: one thread, unless somebody says otherwise, for sets are read side by side."""
    return {"OMP_NUM_THREADS": "1", **os.environ}


def articles_of(floor: dict[str, Any], folder: Path) -> Path:
    """Where the articles of a set lie; those of `train/` are put together in `folder`."""
    if "unseen" in floor:
        for file in sorted((ROOT / "train" / "unseen").glob(f"{floor['unseen']}-*.json")):
            (folder / file.name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        return folder
    return heldout(floor, folder) if "heldout" in floor else GOLD / floor["gold"]


def heldout(floor: dict[str, Any], folder: Path) -> Path:
    """The practice articles that a floor's language and numbers mean and that are kept aside, in one folder."""
    code = floor["heldout"]
    first, last = floor.get("numbers", RETOLD)
    for number in range(first, last + 1):
        file = ROOT / "train" / code / f"{code}-t{number}.json"
        text = file.read_text(encoding="utf-8") if file.exists() else "{}"
        if json.loads(text).get("split") == "heldout":
            (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def side_by_side(
    scorer: Callable[[dict[str, Any]], dict[str, Any]], floors: list[dict[str, Any]]
) -> Iterator[dict[str, Any]]:
    """The figures of each set in their order, as many sets at a time as there are processors.

    Half of a reader's time is rules, which a second thread of the encoder does not help. Raises SystemExit for a set
    that could not be scored, and begins no other then.
    """
    with ThreadPoolExecutor(max_workers=min(os.cpu_count() or 1, MOST_AT_ONCE)) as pool:
        yield from pool.map(scorer, floors)


def too_low(floor: dict[str, Any], figures: dict[str, Any]) -> list[str]:
    """What is below its floor, in words."""
    return [
        f"{floor['name']}: {key} {figures[key] or 0.0:.3f} is below {floor[key]}"
        for key in (*FLOORED, *LEDGER_FLOORED)
        if key in floor and (figures[key] or 0.0) + _ROUNDING < floor[key]
    ]


def lifted(text: str, name: str, figures: dict[str, Any]) -> str:
    """The text of floors.toml with the floors of one set lifted to what was reached; none is ever lowered."""
    block = re.compile(rf'(name = "{re.escape(name)}"\n)(.*?)(?=\n\[\[|\n#|\Z)', re.DOTALL)

    def lift(match: re.Match[str]) -> str:
        key, old = match[1], float(match[2])
        reached = math.floor((figures[key] or 0.0) * 100 + 1e-9) / 100
        return f"{key} = {max(old, reached)}"

    return block.sub(lambda found: found[1] + FLOOR_LINE.sub(lift, found[2]), text)


def quality_of(floor: dict[str, Any]) -> tuple[str, str] | None:
    """The language and the set under which `talentflow languages` shows a floor's figures; None for other floors."""
    if "options" in floor or "numbers" in floor or "unseen" in floor:
        return None
    if "heldout" in floor:
        return floor["heldout"], "kept aside"
    folder, _, code = floor["gold"].partition("/")
    return (code, "gold") if folder == "dev" else None


def quality_file(scored: dict[tuple[str, str], dict[str, Any]]) -> str:
    """The file of which `talentflow languages` takes its scores."""
    lines = ["# Generated by `make floors RAISE=1`; do not edit. What the reader reached when it was last scored."]
    for (code, name), figures in sorted(scored.items()):
        lines += [
            f'[{code}."{name}"]',
            f"articles = {round(figures['docs'])}",
            f"moves = {round(figures['gold'])}",
            *(f"{key} = {figures[key] or 0.0:.3f}" for key in ("strict", "precision", "recall")),
        ]
    return "\n".join(lines) + "\n"


def row(name: str, cells: list[str], width: int) -> str:
    """One line of the table."""
    return f"{name:<24}" + "".join(f"{cell:>{width}}" for cell in cells)


def shown(key: str, figure: float | None) -> str:
    """A figure as the table prints it."""
    if figure is None:
        return "-"
    return str(round(figure)) if key in ("docs", "gold", "found") else f"{figure:.3f}"


def readme_table(floors: list[dict[str, Any]]) -> str:
    """The floors as the README shows them: a row a language, a column for each sort of articles ("Arabic, SORT")."""
    cells: dict[str, dict[str, str]] = {}
    sorts: dict[str, None] = {}
    for floor in floors:
        language, _, sort = floor["name"].partition(", ")
        sorts.setdefault(sort or HAND_SCORED)
        cells.setdefault(language, {})[sort or HAND_SCORED] = f"{floor['strict']:.2f} / {floor['precision']:.2f}"
    lines = [["", *sorts], ["---"] * (1 + len(sorts))]
    lines += [[language, *(told.get(sort, "") for sort in sorts)] for language, told in cells.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def with_readme_table(readme: str, floors: list[dict[str, Any]]) -> str:
    """The README with its table of quality made anew."""
    return README_TABLE.sub(lambda found: found[1] + readme_table(floors) + found[2], readme)


def main(arguments: list[str]) -> int:
    """Score, print, and give the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("words", nargs="*", metavar="WORD", help="score only the sets whose name holds one of these")
    parser.add_argument("--raise", dest="is_raising", action="store_true", help="lift the floors to what was reached")
    parser.add_argument("--readme", action="store_true", help="score nothing; write the floors into the README")
    given = parser.parse_args(arguments)
    if given.readme:
        README.write_text(with_readme_table(README.read_text(encoding="utf-8"), read_floors()), encoding="utf-8")
        return 0
    if not GOLD.is_dir():
        print("floors: no ../shared/gold here, so nothing was scored.")
        return 1 if os.environ.get("CI") == "true" else 0
    wanted = [word.casefold() for word in given.words]
    names = [floor["name"].casefold() for table in ("floor", "ledger") for floor in read_floors(table)]
    if strange := [word for word in wanted if not any(word in name for name in names)]:
        parser.error(f"no set's name holds {', '.join(strange)}; eval/floors.toml has them all")
    text, failures = FLOORS.read_text(encoding="utf-8"), []
    scored: dict[tuple[str, str], dict[str, Any]] = {}
    for table, scorer, columns in (("floor", score, SHOWN), ("ledger", score_ledger, LEDGER_SHOWN)):
        width = max(map(len, columns)) + 1
        print(row("", list(columns), width))
        floors = [
            floor
            for floor in read_floors(table)
            if not wanted or any(word in floor["name"].casefold() for word in wanted)
        ]
        for floor, figures in zip(floors, side_by_side(scorer, floors), strict=True):
            print(row(floor["name"], [shown(key, figures[key]) for key in columns], width), flush=True)
            failures += too_low(floor, figures)
            kept = quality_of(floor) if table == "floor" else None
            if kept is not None:
                scored[kept] = figures
            text = lifted(text, floor["name"], figures)
    if given.is_raising:
        FLOORS.write_text(text, encoding="utf-8")
        if not wanted:
            QUALITY.write_text(quality_file(scored), encoding="utf-8")
    for failure in failures:
        print(f"floors: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
