"""The API keeps what its description says: schemathesis asks it for all that the description allows, and forbids.

`TALENTFLOW_EXAMPLES` is how many questions it makes up for each endpoint, besides those at the edges of each value.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from .serving import ASK_FOR_A_TOKEN, ask_all_that_is_described

pytest.importorskip("schemathesis", reason="needs schemathesis")


def test_the_api_keeps_what_it_says(address: str, tmp_path: Path) -> None:
    # Those that ask for a token are asked in test_changing.
    told = ask_all_that_is_described(address, tmp_path, "--exclude-path-regex", ASK_FOR_A_TOKEN)
    assert "No issues found" in told
