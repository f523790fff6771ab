"""Why a command shows nothing: an empty database, a name that nobody bears, or filters that leave nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from talentflow.model import PartialDate
from talentflow.serve.terminal import complain

if TYPE_CHECKING:
    from talentflow.app.library import Library

EITHER = ("organization", "person")


def tell_if_empty(library: Library) -> bool:
    """Whether nothing is stored at all, which is then told with how to begin."""
    is_empty = library.status().articles == 0
    if is_empty:
        complain('nothing is stored yet. Begin with: talentflow add "$(talentflow examples --path)"')
    return is_empty


def explain_nothing(
    library: Library,
    names: Iterable[tuple[str | None, Sequence[str]]],
    otherwise: str,
    *,
    since: str | None = None,
    until: str | None = None,
) -> bool:
    """Say why nothing is shown; False where the reason is a name that nobody bears.

    `names` are those of the filter, each with what it can be the name of: "person", "organization".
    """
    if tell_if_empty(library):
        return True
    for name, sorts in names:
        if name is None:
            continue
        lookups = [library.person(name) if sort == "person" else library.organization(name) for sort in sorts]
        if not any(lookup.found for lookup in lookups):
            complain(unknown(name, " or ".join(sorts), [near for lookup in lookups for near in lookup.suggestions]))
            return False
    if since and until and PartialDate.parse(until).last_day < PartialDate.parse(since).first_day:
        complain(f"nothing is from {since} on and up to {until}. Exchange --since and --until.")
    else:
        complain(otherwise)
    return True


def unknown(name: str, sort: str, suggestions: Sequence[str]) -> str:
    """The line for a name that finds nothing, with names to try."""
    line = f'no {sort} named "{name}" is known.'
    return f"{line} Did you mean: {', '.join(suggestions)}?" if suggestions else line
