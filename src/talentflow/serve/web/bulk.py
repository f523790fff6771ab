"""All of it at once: moves and facts line by line (NDJSON), and the whole ledger in every format of exports."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi import Path as InPath
from starlette.background import BackgroundTask
from starlette.responses import FileResponse, Response, StreamingResponse

from talentflow.app import Library
from talentflow.app.facts import fact_as_dict
from talentflow.app.plain_data import move_as_dict
from talentflow.app.views import FactFilter, FactView, MoveFilter
from talentflow.exports import Exporter, exporters, write_file
from talentflow.exports.provenance import with_provenance
from talentflow.model import TalentflowError
from talentflow.serve.web import asked
from talentflow.serve.web.answers import library_of, problem
from talentflow.serve.web.api import fact_filter, move_filter
from talentflow.serve.web.described import may_answer
from talentflow.text.visible import json_text

NDJSON = "application/x-ndjson"
_ANY = "application/octet-stream"
_FACTS_AT_ONCE = 5000
_EXPORTING = threading.Lock()
_STREAMED: dict[int | str, dict[str, Any]] = {
    200: {"description": "One object a line", "content": {NDJSON: {"schema": {"type": "string"}}}}
}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", "content": {_ANY: {"schema": {"type": "string", "format": "binary"}}}},
    **may_answer(404, 501),
}

router = APIRouter(prefix="/api/v1", tags=["bulk"], dependencies=[Depends(asked.only_known)], responses=may_answer())


@router.get("/moves.ndjson", summary="All moves, line by line", response_class=StreamingResponse, responses=_STREAMED)
def moves(request: Request, wanted: MoveFilter = Depends(move_filter)) -> Response:
    """Every move that passes the filter, one object a line, sent as they are found."""
    return _streamed(move_as_dict(move) for move in library_of(request).each_move(wanted))


@router.get("/facts.ndjson", summary="All facts, line by line", response_class=StreamingResponse, responses=_STREAMED)
def facts(request: Request, wanted: FactFilter = Depends(fact_filter)) -> Response:
    """Every fact that passes the filter, one object a line."""
    return _streamed(fact_as_dict(fact) for fact in _each_fact(library_of(request), wanted))


def _each_fact(library: Library, wanted: FactFilter) -> Iterator[FactView]:
    """The facts, some thousands at a time, each part after the last of the one before."""
    count, after = 0, None
    while True:
        found = library.facts(replace(wanted, limit=_FACTS_AT_ONCE, skip=count, after=after))
        yield from found
        if len(found) < _FACTS_AT_ONCE:
            return
        count, after = count + len(found), found[-1].id


def _streamed(rows: Iterable[Mapping[str, Any]]) -> Response:
    def lines() -> Iterator[str]:
        for row in rows:
            yield json_text(row) + "\n"

    return StreamingResponse(lines(), media_type=NDJSON, headers={"Cache-Control": "no-cache"})


@router.get("/exports/{format}", summary="The whole ledger as a file", response_class=FileResponse, responses=_FILE)
def export(
    request: Request,
    format: Annotated[str, InPath(json_schema_extra={"enum": sorted(exporters())})],  # noqa: A002
    as_of: asked.AsOf = None,
) -> Response:
    """Everything in one of the formats of `talentflow export`, with where it comes from and the licence note."""
    exporter = exporters().get(format)
    if exporter is None:
        return problem(404, "No such format", f"Known are {', '.join(exporters())}.")
    if not _EXPORTING.acquire(blocking=False):
        busy = "Another export is being made; a whole ledger takes its time."
        return problem(429, "One export at a time", busy, headers={"Retry-After": "30"})
    try:
        return _exported(request, exporter, format, as_of)
    finally:
        _EXPORTING.release()


def _exported(request: Request, exporter: Exporter, format: str, as_of: str | None) -> Response:  # noqa: A002
    library = library_of(request)
    readers = library.status(as_of=as_of).readers
    with tempfile.NamedTemporaryFile(prefix="talentflow-", delete=False) as scratch:
        path = Path(scratch.name)
    try:
        with library.walked_ledger(as_of=as_of) as rows:
            write_file(exporter, with_provenance(rows, made_at=datetime.now(UTC), readers=readers, as_of=as_of), path)
    except TalentflowError as error:
        path.unlink(missing_ok=True)
        return problem(501, "This format is not at hand", str(error))
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    away = BackgroundTask(path.unlink, missing_ok=True)
    return FileResponse(path, media_type=_ANY, filename=f"talentflow.{format}", background=away)
