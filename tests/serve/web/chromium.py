"""The real browser of the browser tests; whoever brings this in is skipped where there is none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

playwright = pytest.importorskip("playwright.sync_api", reason="needs Playwright's Python package")
CHROMIUM = os.environ.get("TALENTFLOW_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
if not CHROMIUM and os.environ.get("TALENTFLOW_NEEDS_CHROMIUM") != "1":
    pytest.skip("needs Chromium: Debian's package chromium, or TALENTFLOW_CHROMIUM", allow_module_level=True)

SHOTS = Path(__file__).resolve().parents[3] / "build" / "screenshots"
_SWITCHES = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@contextmanager
def launched() -> Iterator[Any]:
    """Headless Chromium, closed in the end."""
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=_SWITCHES)
        yield opened
        opened.close()
