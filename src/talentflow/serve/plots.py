"""Tables as plots, drawn by a library that is an extra: `pip install "talentflow[plots]"`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from talentflow.model import TalentflowError
from talentflow.text.visible import visible

if TYPE_CHECKING:
    from talentflow.app.views import InsightTable

_MOST_BARS = 25
_SCRIPT = re.compile(rb"<script.*?</script>", re.DOTALL)  # nothing in the file runs or asks for anything
_BAR_HEIGHT, _FRAME_HEIGHT, _WIDTH = 28, 120, 900


def check_plot(file: str) -> None:
    """Fail in one line where a plot cannot be made: before the work, not after it."""
    if Path(file).suffix.lower() != ".svg":
        raise TalentflowError(f"--plot {file}: plots are SVG files. Give it a name that ends in .svg.")
    _pygal()


def _pygal() -> Any:
    """The library, without the finder by which it has every later import of the process looked for in its plugins too.

    The finder is of a kind that Python 3.12 has given up: before, each module that is not there became a warning.
    """
    try:
        import pygal
    except ImportError:
        raise TalentflowError('--plot needs one more package. Install it: pip install "talentflow[plots]"') from None
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]
    return pygal


def draw(table: InsightTable, title: str, file: str) -> None:
    """Draw the first rows of a table as bars, each with its count, into a file that loads nothing from elsewhere."""
    check_plot(file)
    rows = table.rows[:_MOST_BARS]
    chart = _pygal().HorizontalBar(
        js=[],
        title=title,
        show_legend=False,
        print_values=True,
        explicit_size=True,
        width=_WIDTH,
        height=_FRAME_HEIGHT + _BAR_HEIGHT * max(len(rows), 1),
        no_data_text="nothing to show",
        pretty_print=True,
    )
    chart.x_labels = [visible(row.label) for row in reversed(rows)]
    chart.add("", [{"value": row.value, "label": f"{len(row.moves)} moves"} for row in reversed(rows)])
    try:
        Path(file).write_bytes(_SCRIPT.sub(b"", chart.render()))
    except OSError as error:
        raise TalentflowError(f"--plot {file}: cannot be written ({error.strerror or error}).") from None
