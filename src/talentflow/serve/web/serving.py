"""Serving the window: by this process, or by several that answer at one address over the same database.

One interpreter works on one request at a time, whatever its threads do. Where the record is large, and a page takes a
tenth of a second, several processes answer beside one another: each keeps the record in brief for itself, and what they
know of their visitors they share (`shared`).
"""

from __future__ import annotations

import gc
import multiprocessing
import multiprocessing.connection
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.supervisors import Multiprocess

from talentflow.app import Library
from talentflow.app.keeper import Keeper
from talentflow.model import StoreError
from talentflow.serve.listening import Addresses
from talentflow.serve.options import open_reader
from talentflow.serve.terminal import complain
from talentflow.serve.web import create_application
from talentflow.serve.web.rendering import compile_pages
from talentflow.serve.web.shared import Shared, Turn

# Python looks for what is no longer used after so many new objects: a page makes thousands, and what is remembered of
# the record, tens of thousands, would be looked through again and again.
_COLLECTED = (50_000, 20, 20)
# Seconds for which an idle connection stays open: longer than browsers and the usual proxies keep theirs. Who closes
# first can do so just as the other sends the next request, which is then lost.
_KEPT_ALIVE = 120
# Seconds after which a process that says nothing is taken to hang. It may wait that long for the processor.
_SILENT = 60
_LARGE = 20_000  # articles; with fewer the slowest page is quick enough for one process
_USUAL = 2  # processes at most, where it is not said how many: each holds a large record in brief
_COULD_NOT_BEGIN = 3  # the exit code by which uvicorn knows that to begin again is no use


@dataclass(frozen=True, slots=True)
class Serving:
    """How a database is served; `shared` is the file of what several processes share, None for one alone."""

    url: str
    addresses: Addresses | None
    requests_a_minute: int | None = None
    asks_to_read: bool = False
    is_quick: bool = False
    contact: str | None = None
    shared: Path | None = None


def usual_processes(library: Library) -> int:
    """How many processes are to serve a library where nobody says: more than one where its record is large."""
    return min(_USUAL, os.cpu_count() or 1) if library.articles_kept() >= _LARGE else 1


def serve(serving: Serving, library: Library, listening: socket.socket, processes: int = 1) -> bool:
    """Answer at a socket until a signal says to stop; whether it could begin. The library is closed."""
    if processes == 1:
        application = _application(serving, library, Shared())
        uvicorn.Server(uvicorn.Config(application, **_settings())).run(sockets=[listening])
        return True
    with library:
        library.refresh()  # once for all of them
    with tempfile.TemporaryDirectory(prefix="talentflow-", ignore_cleanup_errors=True) as folder:
        part = replace(serving, shared=Path(folder) / "shared.db")
        Shared(part.shared).close()
        settings = uvicorn.Config(
            partial(_application_of_a_part, part), factory=True, workers=processes,
            timeout_worker_healthcheck=_SILENT, **_settings(),
        )  # fmt: skip
        supervisor = Multiprocess(settings, sockets=[listening])
        supervisor.run()
        return all(process.exitcode != _COULD_NOT_BEGIN for process in supervisor.processes)


def _settings() -> dict[str, Any]:
    return {"log_level": "warning", "server_header": False, "timeout_keep_alive": _KEPT_ALIVE}


def _application(serving: Serving, library: Library, shared: Shared) -> FastAPI:
    """The application, which works in what is added for as long as it answers."""
    gc.set_threshold(*_COLLECTED)

    @asynccontextmanager
    async def beside() -> AsyncIterator[None]:
        with Keeper(library, prepared=_prepared, is_our_turn=Turn(shared, "keeper").is_ours):
            yield

    return create_application(
        library,
        serving.addresses,
        requests_a_minute=serving.requests_a_minute,
        asks_to_read=serving.asks_to_read,
        load_reader=partial(open_reader, is_quick=serving.is_quick),
        contact=serving.contact,
        shared=shared,
        beside=beside,
    )


def _application_of_a_part(serving: Serving) -> FastAPI:
    """The application in a process of its own, which ends with the one that began it."""
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    try:
        return _application(serving, Library(serving.url), Shared(serving.shared))
    except StoreError as error:
        complain(str(error))
        sys.exit(_COULD_NOT_BEGIN)


def _end_with_the_first() -> None:
    """Stop when the process that began this one is gone, killed perhaps: else nobody would stop this one."""
    first = multiprocessing.parent_process()
    if first is not None:
        multiprocessing.connection.wait([first.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def _prepared() -> None:
    """Have the pages at hand, and let what is remembered by now not be looked through for garbage at all.

    To look through it takes a third of a second for a large record.
    """
    compile_pages()
    gc.collect()
    gc.freeze()
