"""An application at an address of this machine, for those who ask it from outside."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from starlette.types import ASGIApp

# How many questions schemathesis makes up for each endpoint, besides those at the edges of each value.
EXAMPLES = os.environ.get("TALENTFLOW_EXAMPLES", "10")
ASK_FOR_A_TOKEN = "/(read|articles|review/.*)$"


@contextmanager
def served(application: ASGIApp) -> Iterator[str]:
    """The address, while it answers there."""
    server = uvicorn.Server(uvicorn.Config(application, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        time.sleep(0.02)
    try:
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)


def ask_all_that_is_described(address: str, folder: Path, *options: str) -> str:
    """What schemathesis says of an API that it asks for all that its description allows, and forbids."""
    # Its command, as its plugin for pytest does not know the newest pytest.
    asked = [
        sys.executable, "-m", "schemathesis.cli", "run", f"{address}/api/v1/openapi.json", "--checks", "all",
        "--max-examples", EXAMPLES, "--generation-deterministic", "--no-color", "--continue-on-failure",
        # How long it takes to make questions up and to answer them tells of the machine, not of what is described.
        "--suppress-health-check", "too_slow", "--max-response-time", "600", *options,
    ]  # fmt: skip
    done = subprocess.run(asked, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
    return done.stdout
