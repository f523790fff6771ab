"""The server that assistants talk to, by the official package."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from talentflow import __version__
from talentflow.app import Library
from talentflow.app.reading import Reader
from talentflow.model import TalentflowError
from talentflow.serve.assistant.door import Door
from talentflow.serve.assistant.tools import INSTRUCTIONS, Tools
from talentflow.serve.listening import addresses_of

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from talentflow.app.tokens import Tokens

NAMES = ("search", "person", "organization", "moves", "flows", "accounts", "article_evidence", "read_text")


def create_server(library: Library, reader: Callable[[], Reader], pages: str | None = None) -> Any:
    """A server with the tools over a library; `reader` is asked for when a text is to be read first.

    Raises TalentflowError where the package is not installed.
    """
    try:
        from mcp.server.mcpserver import MCPServer
        from mcp.types import ToolAnnotations
    except ImportError:
        raise TalentflowError(
            'talentflow mcp needs one more package, mcp. Install it: pip install "talentflow[mcp]"'
        ) from None
    server = MCPServer(
        "talentflow", title="Talentflow", version=__version__, instructions=INSTRUCTIONS, log_level="ERROR"
    )
    tools = Tools(library, functools.cache(reader), pages)
    for name in NAMES:
        harmless = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)
        server.add_tool(_told(getattr(tools, name)), name=name, annotations=harmless, structured_output=False)
    return server


def over_http(
    server: Any, host: str = "127.0.0.1", names: Iterable[str] = (), *, tokens: Tokens | None = None
) -> ASGIApp:
    """The server at an address of `host`, behind a door; with `tokens` for those alone who have one."""
    from mcp.server.transport_security import TransportSecuritySettings

    # The package's own check knows no numbers and no tokens; the door does what it does.
    open_inside = TransportSecuritySettings(enable_dns_rebinding_protection=False)
    application: ASGIApp = server.streamable_http_app(host=host, transport_security=open_inside)
    return Door(application, addresses_of(host, names), tokens=tokens)


def _told(tool: Callable[..., str]) -> Callable[..., str]:
    """The tool with what goes wrong told in its one line."""
    from mcp.server.mcpserver.exceptions import ToolError

    @functools.wraps(tool)
    def ask(**asked: Any) -> str:
        try:
            return tool(**asked)
        except TalentflowError as error:
            raise ToolError(str(error)) from None

    return ask
