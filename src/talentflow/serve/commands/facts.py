"""`talentflow facts`: what articles state around the moves."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from talentflow.model import FACT_TYPES
from talentflow.serve.nothing import EITHER, explain_nothing
from talentflow.serve.options import Database, ListFormat, Since, Statuses, Until, each_of, open_library
from talentflow.serve.terminal import Cell, Column, is_terminal, paragraph, plain_row, print_table, say, shown
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.views import FactView

COLUMNS = (
    Column("Date", keep=True),
    Column("About"),
    Column("Fact", keep=True),
    Column("Amount"),
    Column("Status", keep=True),
    Column("With", from_width=90),
    Column("Words", from_width=110),
    Column("Lang", from_width=110),
)
CSV_COLUMNS = (
    "date", "subject", "sort", "type", "number", "currency", "unit", "per", "negated", "status", "reason", "about",
    "words", "according_to", "article", "language", "quote",
)  # fmt: skip


def facts(
    context: typer.Context,
    about: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only about this person, organization or product, in any script.")
    ] = None,
    type_: Annotated[
        list[str] | None,
        typer.Option(
            "--type",
            metavar="TYPE",
            callback=each_of(FACT_TYPES),
            help=f"Only: {', '.join(FACT_TYPES)}; may be repeated.",
        ),
    ] = None,
    status: Statuses = None,
    lang: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Only from articles in this language; may be repeated.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most so many.")] = None,
    quotes: Annotated[bool, typer.Option("--quotes", help="Show the sentence behind each fact, as written.")] = False,
    output: ListFormat = None,
    db: Database = None,
) -> None:
    """Show what articles state around the moves.

    Funding, valuations, pay, computing, lawsuits, products, models and reasons, each as one article states it, with
    its status and its sentence. "not so" says that the article states that it is not the case; a date in brackets is
    the day of publication.

    Example:

    \b
        talentflow facts --about OpenAI --type funding --type valuation
        talentflow facts --type lawsuit --since 2025-07 --quotes
        talentflow facts --type compensation --format csv > pay.csv
    """
    from talentflow.app.views import FactFilter

    wanted = FactFilter(
        about=about,
        type=tuple(type_ or ()),
        status=tuple(status or ()),
        language=tuple(lang or ()),
        since=since,
        until=until,
        limit=limit,
    )
    with open_library(context, db) as library:
        found = library.facts(wanted)
        is_known = bool(found) or explain_nothing(
            library, [(about, EITHER)], "no fact matches. Leave out a filter to see more.", since=since, until=until
        )
    PRINTERS[output or ("table" if is_terminal() else "plain")](found, quotes)
    if not is_known:
        raise typer.Exit(1)


def fact_cells(fact: FactView) -> list[Cell]:
    """A row of the table."""
    from talentflow.serve.present import status_cell

    return [
        fact.date or (f"({fact.known_on})" if fact.known_on else None),
        str(fact.subject),
        f"{fact.type}, not so" if fact.negated else fact.type,
        str(fact.amount) if fact.amount is not None else fact.reason,
        status_cell(fact.status),
        ", ".join(map(str, fact.about)),
        fact.words,
        fact.language,
    ]


def _quote(fact: FactView) -> str:
    return fact.evidence[0].quote if fact.evidence else ""


def _print_table(found: Sequence[FactView], quotes: bool) -> None:
    if not found:
        return
    if not quotes:
        print_table(COLUMNS, (fact_cells(fact) for fact in found))
        return
    from talentflow.serve.present import evidence_source

    for fact in found:
        cells = [cell[0] if isinstance(cell, tuple) else cell for cell in fact_cells(fact)]
        paragraph(
            shown(", ".join(cell for cell in cells[1:5] if cell)), indent=12, label=cells[0] or "undated", style="bold"
        )
        for evidence in fact.evidence:
            paragraph(shown(f"“{evidence.quote}”"), indent=12)
            paragraph(f"— {evidence_source(evidence)}", indent=14, style="dim")
        say()


def _print_plain(found: Sequence[FactView], quotes: bool) -> None:
    for fact in found:
        cells = [cell[0] if isinstance(cell, tuple) else cell for cell in fact_cells(fact)]
        say(plain_row([*cells, _quote(fact)] if quotes else cells))


def _print_json_lines(found: Sequence[FactView], quotes: bool) -> None:
    from talentflow.app.facts import fact_as_dict

    for fact in found:
        say(json_text(fact_as_dict(fact)))


def _print_csv(found: Sequence[FactView], quotes: bool) -> None:
    from talentflow.exports.csv_file import safe_cell

    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(CSV_COLUMNS)
    for fact in found:
        writer.writerow(safe_cell(cell) for cell in _csv_cells(fact))


def _csv_cells(fact: FactView) -> list[str]:
    amount = fact.amount
    number = "" if amount is None or amount.number is None else f"{amount.number:.15g}"
    return [
        fact.date or fact.known_on or "",
        str(fact.subject),
        fact.subject.sort,
        fact.type,
        number,
        (amount and amount.currency) or "",
        (amount and amount.unit) or "",
        (amount and amount.per) or "",
        "yes" if fact.negated else "no",
        fact.status,
        fact.reason or "",
        "; ".join(map(str, fact.about)),
        fact.words,
        "; ".join(fact.according_to),
        fact.article,
        fact.language,
        _quote(fact),
    ]


PRINTERS: dict[str, Callable[[Sequence[FactView], bool], None]] = {
    "table": _print_table,
    "plain": _print_plain,
    "jsonl": _print_json_lines,
    "csv": _print_csv,
}
