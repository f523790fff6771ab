"""Print what dependency groups of pyproject.toml ask for, a requirement a line, for pips too old to know groups.

python groups.py test check
"""

import sys
import tomllib
from pathlib import Path

with (Path(__file__).parent.parent / "pyproject.toml").open("rb") as file:
    groups = tomllib.load(file)["dependency-groups"]
for name in sys.argv[1:]:
    if name not in groups:
        sys.exit(f"pyproject.toml has no dependency group {name!r}. Use one of: {', '.join(groups)}.")
    print("\n".join(groups[name]))
