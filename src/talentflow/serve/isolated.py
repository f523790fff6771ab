"""Right-to-left text within Rich's tables and paragraphs."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.text import Text

from talentflow.text.visible import FIRST_STRONG_ISOLATE, POP_ISOLATE


class IsolatedText:
    """Text with direction isolates in it, which hold on every line that it is folded into.

    An isolate ends with its line: what it opened on one line is closed there and opened again on the next.
    """

    def __init__(self, text: str | Text, style: str = "", *, no_wrap: bool = False) -> None:
        self.text = text if isinstance(text, Text) else Text(text, style=style)
        self.no_wrap = no_wrap

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        measured = Measurement.get(console, options, self.text)
        return Measurement(measured.maximum, measured.maximum) if self.no_wrap else measured

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        opened = 0
        for line in self.text.wrap(console, options.max_width, overflow="fold"):
            before = FIRST_STRONG_ISOLATE * opened
            opened += line.plain.count(FIRST_STRONG_ISOLATE) - line.plain.count(POP_ISOLATE)
            yield Text.assemble(before, line, POP_ISOLATE * opened, justify=options.justify)
