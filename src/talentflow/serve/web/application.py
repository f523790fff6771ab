"""The application: one library, its pages and its API."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from importlib.resources import files
from pathlib import Path

from anyio import to_thread
from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from talentflow import __version__
from talentflow.app import Library, Reader
from talentflow.serve.listening import Addresses, addresses_of
from talentflow.serve.options import open_reader
from talentflow.serve.web import add, api, bulk, changing, feeds, finding, organizations, pages, review, sign_in
from talentflow.serve.web.access import Sessions, admitting
from talentflow.serve.web.contact import Contact
from talentflow.serve.web.described import completed
from talentflow.serve.web.error_pages import add_error_pages
from talentflow.serve.web.problems import add_problems
from talentflow.serve.web.rates import RateLimit, Rates
from talentflow.serve.web.safety import guarded
from talentflow.serve.web.shared import Shared

# Requests that are worked on at the same time: of more threads than this each only waits for the others, and every
# one of them holds a connection to the database. Whoever comes then waits in line.
_AT_ONCE = 6
_THIS_MACHINE = addresses_of("127.0.0.1")
STATIC = Path(str(files("talentflow.serve.web"))) / "static"


@asynccontextmanager
async def _nothing() -> AsyncIterator[None]:
    yield


def create_application(
    library: Library,
    addresses: Addresses | None = _THIS_MACHINE,
    *,
    requests_a_minute: int | None = None,
    asks_to_read: bool = False,
    load_reader: Callable[[], Reader] = open_reader,
    contact: str | None = None,
    shared: Shared | None = None,
    beside: Callable[[], AbstractAsyncContextManager[None]] = _nothing,
) -> FastAPI:
    """The pages and the API over a library, which is closed when the application ends.

    `addresses` are those under which it answers; None for any. `requests_a_minute` is how often one address may ask
    the API; None for as often as it likes. `asks_to_read` lets nobody read without a token;
    adding and reviewing always ask for one. `load_reader` is called when the first text is to be read. `contact` is
    whom visitors ask for corrections and removals. `shared` is what the processes of one server have in common, and
    `beside` goes on for as long as the application answers.
    """

    @asynccontextmanager
    async def lifespan(application: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = _AT_ONCE
        async with beside():
            yield
        library.close()

    application = FastAPI(
        title="Talentflow",
        version=__version__,
        summary="Who moved between AI labs, each move with the sentence that says so.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its page would load scripts from another host
        redoc_url=None,
        lifespan=lifespan,
    )
    application.state.library = library
    application.state.contact = Contact.of(contact)
    application.state.reader = add.SharedReader(load_reader)
    shared = shared if shared is not None else Shared()
    application.state.sessions = sessions = Sessions(shared)
    application.middleware("http")(admitting(library.tokens, sessions, asks_to_read=asks_to_read))
    if requests_a_minute:
        application.add_middleware(RateLimit, rates=Rates(requests_a_minute, shared))
    application.middleware("http")(guarded(addresses))
    application.mount("/static", StaticFiles(directory=STATIC), name="static")
    for part in (api, changing, bulk, feeds, sign_in, review, add, finding, organizations, pages):
        application.include_router(part.router)
    add_error_pages(application)
    sign_in.add_sign_in(application)
    add_problems(application)
    describe = application.openapi
    application.openapi = lambda: completed(describe())  # type: ignore[method-assign]
    return application
