"""Measures reading and comparing names.

Reading: speed beside spaCy's small English architecture, by the rules alone and with the encoder, memory, long texts,
texts that tell of no move. Comparing names: speed beside nomenklatura's logic-v2, on the same pairs.

`make bench` runs it. Everything is pinned to one core and uses one thread. Speeds are articles a second of processor
time; the two readers take turns, so that a slow minute of the machine slows both, and their ratio is what counts.
Prints a table and writes build/bench.json.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from talentflow.languages import language_codes
from talentflow.sources import read_paths

ROOT = Path(__file__).parent.parent
GOLD = ROOT.parent / "shared" / "gold" / "dev"
NAMES = ROOT.parent / "shared" / "data" / "names" / "ar_latin.tsv"
EXAMPLES = ROOT / "src" / "talentflow" / "examples"
TEXTS = ROOT / "bench" / "texts"
SPACY_PYTHON = ROOT / ".env-bench" / "bin" / "python"
FIELDS = ("id", "lang", "title", "text", "published")
TURNS = 3
PAIRED, BESIDE = 100, 800  # Arabic names, and Latin ones that each is compared with
SECONDS = 6.0  # of processor time, for each reader in each turn
WHOLE_SECONDS = 20.0  # for the embedded reader with its encoder, which is far slower
MOST_MEMORY = 400  # MB
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"), "1")
ENVIRONMENT = {**os.environ, **ONE_THREAD, "PYTHONUTF8": "1"}


def articles() -> list[dict[str, Any]]:
    """The development articles of the languages that the reader knows; the bundled examples where there are none."""
    paths = sorted(path for code in language_codes() for path in (GOLD / code).glob("*.json"))
    documents = read_paths([str(path) for path in paths or [EXAMPLES]], lambda problem: None)
    return [{field: getattr(document, field) for field in FIELDS} for document in documents]


def irrelevant() -> list[dict[str, Any]]:
    """Articles of our own about weather, sport, recipes and products; their file names begin with the language."""
    out = []
    for path in sorted(TEXTS.glob("*.txt")):
        title, _, text = path.read_text(encoding="utf-8").partition("\n\n")
        out.append({"id": path.stem, "lang": path.stem[:2], "title": title, "text": text, "published": None})
    return out


def write(path: Path, rows: list[dict[str, Any]], count: int) -> Path:
    """The rows as JSON lines, over and over until there are `count`, each with an id of its own."""
    with path.open("w", encoding="utf-8") as file:
        for number, row in enumerate(islice(cycle(rows), count)):
            file.write(json.dumps({**row, "id": f"{row['id']}-{number}"}, ensure_ascii=False) + "\n")
    return path


def name_pairs() -> dict[str, list[tuple[str, str]]]:
    """Arabic names, each with its right Latin spelling and with hundreds of others; and some other pairs to warm up."""
    rows = [line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    draw = random.Random("names")
    draw.shuffle(rows)
    names, warm_up = rows[:PAIRED], rows[-10:]
    latin = [row[1] for row in rows[:BESIDE]]
    return {
        "warm_up": [(row[0], other) for row in warm_up for other in latin[:100]],
        "pairs": [(row[0], other) for row in names for other in latin],
    }


def measure_names(folder: Path) -> dict[str, Any]:
    """Pairs a second, ours and theirs, taking turns on the same pairs; nothing where the pairs are not at hand."""
    if not NAMES.is_file():
        return {}
    path = folder / "names.json"
    path.write_text(json.dumps(name_pairs(), ensure_ascii=False), encoding="utf-8")
    ours, theirs = [], []
    for turn in range(TURNS):
        print(f"  names, turn {turn + 1} of {TURNS} ...", file=sys.stderr)
        ours.append(measured(sys.executable, "compare_names.py", path)["pairs_a_second"])
        theirs.append(measured(SPACY_PYTHON, "nomenklatura_names.py", path)["pairs_a_second"])
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    return {"pairs": PAIRED * BESIDE, "ours": max(ours), "logic_v2": max(theirs), "ratio": ratios[TURNS // 2]}


def measured(python: Path | str, script: str, *arguments: object) -> dict[str, Any]:
    """What a script of this folder prints."""
    command = [str(python), str(ROOT / "bench" / script), *map(str, arguments)]
    done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"bench: {script} failed:\n{done.stderr.strip()[-2000:]}")
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def read_by_command(path: Path, count: int, reader: str = "rules") -> dict[str, float]:
    """`talentflow read` on a file, in a process of its own: articles a second, seconds in all, most memory in MB."""
    command = [sys.executable, "-m", "talentflow.serve.cli", "read", str(path), "--format", "jsonl", "--reader", reader]
    start = time.monotonic()
    process = subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: talentflow read {path.name} ended with {process.returncode}.")
    seconds = used.ru_utime + used.ru_stime
    return {
        "articles_a_second": count / seconds,
        "processor_seconds": seconds,
        "wall_seconds": time.monotonic() - start,
        "megabytes": used.ru_maxrss / 1024,
    }


def measure(folder: Path) -> dict[str, Any]:
    """All figures; the slowest, 20,000 articles by the command, takes about a minute."""
    rows = articles()
    once = write(folder / "once.jsonl", rows, len(rows))
    ours, theirs, whole = [], [], []
    for turn in range(TURNS):
        print(f"  turn {turn + 1} of {TURNS} ...", file=sys.stderr)
        ours.append(measured(sys.executable, "in_process.py", once, SECONDS, "rules"))
        theirs.append(measured(SPACY_PYTHON, "spacy_architecture.py", once, SECONDS))
        whole.append(measured(sys.executable, "in_process.py", once, WHOLE_SECONDS))
    ratios = sorted(
        one["articles_a_second"] / other["articles_a_second"] for one, other in zip(ours, theirs, strict=True)
    )
    whole_ratios = sorted(
        one["articles_a_second"] / other["articles_a_second"] for one, other in zip(whole, theirs, strict=True)
    )
    print("  the command line, memory and long texts ...", file=sys.stderr)
    quiet = irrelevant()
    long_text = {**rows[0], "text": "\n\n".join(islice(cycle(row["text"] for row in rows), 25_000))[:50_000_000]}
    megabyte = {**rows[0], "text": long_text["text"][:1_000_000]}
    return {
        "articles": len(rows),
        "names": measure_names(folder),
        "in_process": max(ours, key=lambda one: one["articles_a_second"]),
        "spacy": max(theirs, key=lambda one: one["articles_a_second"]),
        "ratio": ratios[len(ratios) // 2],
        "ratios": ratios,
        "whole": max(whole, key=lambda one: one["articles_a_second"]),
        "whole_ratio": whole_ratios[len(whole_ratios) // 2],
        "whole_command_200": read_by_command(write(folder / "200.jsonl", rows, 200), 200, "embedded"),
        "command_2000": read_by_command(write(folder / "2000.jsonl", rows, 2_000), 2_000),
        "command_20000": read_by_command(write(folder / "20000.jsonl", rows, 20_000), 20_000),
        "command_one": read_by_command(write(folder / "one.jsonl", rows, 1), 1),
        "irrelevant": measured(
            sys.executable, "in_process.py", write(folder / "quiet.jsonl", quiet, len(quiet)), 3.0, "rules"
        ),
        "text_1mb": read_by_command(write(folder / "1mb.jsonl", [megabyte], 1), 1),
        "text_50mb": read_by_command(write(folder / "50mb.jsonl", [long_text], 1), 1),
    }


def table(figures: dict[str, Any]) -> list[tuple[str, str]]:
    """The figures as rows of a table."""
    milliseconds = ", ".join(f"{lang} {value:.1f}" for lang, value in figures["in_process"]["milliseconds"].items())
    two, twenty = figures["command_2000"], figures["command_20000"]
    return [
        *names_table(figures["names"]),
        ("read by the rules, in process", f"{figures['in_process']['articles_a_second']:.0f} articles a second"),
        ("  milliseconds an article", milliseconds),
        ("  by the command, 2,000 articles", f"{two['articles_a_second']:.0f} articles a second"),
        ("spaCy's small English architecture", f"{figures['spacy']['articles_a_second']:.0f} articles a second"),
        ("ratio (rules, in process)", f"{figures['ratio']:.1f}"),
        ("read with the encoder, in process", f"{figures['whole']['articles_a_second']:.1f} articles a second"),
        ("ratio (with the encoder)", f"{figures['whole_ratio']:.2f}"),
        ("memory with the encoder, 200 articles", f"{figures['whole_command_200']['megabytes']:.0f} MB"),
        ("memory, 2,000 articles", f"{two['megabytes']:.0f} MB"),
        ("memory, 20,000 articles", f"{twenty['megabytes']:.0f} MB (at most {MOST_MEMORY})"),
        ("read, irrelevant articles", f"{figures['irrelevant']['articles_a_second']:.0f} articles a second"),
        ("one article, by the command", f"{figures['command_one']['processor_seconds']:.2f} s"),
        ("a text of a million characters", _long(figures["text_1mb"])),
        ("a text of 50 million characters", _long(figures["text_50mb"])),
    ]


def names_table(names: dict[str, Any]) -> list[tuple[str, str]]:
    """The rows about comparing names."""
    if not names:
        return [("names compared", "not measured: ../shared/data/names is not here")]
    return [
        ("names compared", f"{names['ours']:,.0f} pairs a second"),
        ("nomenklatura's logic-v2, same pairs", f"{names['logic_v2']:,.0f} pairs a second"),
        ("ratio (names)", f"{names['ratio']:.1f}"),
    ]


def _long(figure: dict[str, float]) -> str:
    return f"{figure['processor_seconds']:.1f} s, {figure['megabytes']:.0f} MB"


def main() -> None:
    """Measures, prints and writes."""
    if not SPACY_PYTHON.exists():
        sys.exit("bench: no .env-bench with spaCy and nomenklatura. Run: make bench")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(Path(folder))
    target = ROOT / "build" / "bench.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    for name, value in table(figures):
        print(f"{name:<38}{value}")


if __name__ == "__main__":
    main()
