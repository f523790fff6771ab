"""Makes anew what is generated in the documents: `make docs`.

docs/commands.md from the commands, the table of quality in README.md from eval/floors.toml, and what README.md shows of
the program from running it over the bundled examples.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from talentflow.serve.commands.examples import examples_folder
from talentflow.serve.reference import reference

ROOT = Path(__file__).resolve().parent.parent
SHOWN = (
    'talentflow moves --org "Thinking Machines" --since 2025-08',
    "talentflow moves --person ليا --quotes",
)
BLOCK = re.compile(r"(<!-- demo -->\n).*?(<!-- /demo -->)", re.DOTALL)
ISOLATES = {ord("\u2068"): None, ord("\u2069"): None}  # pages set the direction by themselves


def demo() -> str:
    """The commands of SHOWN with what they print over the bundled examples, as on a terminal 110 cells wide."""
    blocks = []
    with tempfile.TemporaryDirectory() as folder:
        settings = {**os.environ, "TALENTFLOW_DB": str(Path(folder) / "examples.db"), "COLUMNS": "110"}

        def talentflow(arguments: str) -> str:
            command = ["bash", "-c", f"{sys.executable} -m {arguments}"]
            return subprocess.run(command, env=settings, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout

        talentflow(f"talentflow add '{examples_folder()}'")
        for line in SHOWN:
            out = talentflow(f"{line} --format table").translate(ISOLATES)
            lines = "\n".join(printed.rstrip() for printed in out.splitlines()).strip()
            blocks.append(f"```text\n$ {line}\n{lines}\n```\n")
    return "\n".join(blocks)


def main() -> None:
    """Write them all."""
    (ROOT / "docs" / "commands.md").write_text(reference(), encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "eval" / "score_floors.py"), "--readme"], check=True)
    readme = ROOT / "README.md"
    text = readme.read_text(encoding="utf-8")
    shown = demo()
    readme.write_text(BLOCK.sub(lambda found: found[1] + shown + found[2], text), encoding="utf-8")
    print("Wrote docs/commands.md, and in README.md the demo and the table of quality.")


if __name__ == "__main__":
    main()
