"""The API keeps what its description says: schemathesis asks it for all that the description allows, and forbids.

`TALENTFLOW_EXAMPLES` is how many questions it makes up for each endpoint, besides those at the edges of each value.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("schemathesis", reason="needs schemathesis")

EXAMPLES = os.environ.get("TALENTFLOW_EXAMPLES", "10")


def test_the_api_keeps_what_it_says(address: str, tmp_path: Path) -> None:
    # Its command, as its plugin for pytest does not know the newest pytest.
    asked = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{address}/api/v1/openapi.json", "--checks", "all",
        "--max-examples", EXAMPLES, "--generation-deterministic", "--no-color", "--continue-on-failure",
        "--exclude-path-regex", "/(read|articles|review/.*)$",  # they ask for a token: see test_changing
    ]  # fmt: skip
    done = subprocess.run(asked, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    assert "No issues found" in done.stdout
