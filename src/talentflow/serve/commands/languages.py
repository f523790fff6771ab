"""`talentflow languages`: the languages that can be read, how well, and how to begin another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from talentflow.serve.terminal import Column, is_terminal, print_table, say, shown
from talentflow.text.visible import json_text

COLUMNS = (
    Column("Code", keep=True),
    Column("Language"),
    Column("Own name"),
    Column("Written", from_width=90),
    Column("Phrases", keep=True, is_number=True),
    Column("Gold F1", keep=True, is_number=True),
    Column("Precision", keep=True, is_number=True),
    Column("Unseen F1", keep=True, is_number=True),
)


def languages(
    output: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", metavar="table|json", help="How to print: table on a terminal, json when piped."),
    ] = None,
    begin: Annotated[
        str | None, typer.Option("--begin", metavar="CODE", help="Make a folder of data for another language.")
    ] = None,
    parent: Annotated[
        Path, typer.Option("--in", metavar="FOLDER", help="Where --begin makes it.", show_default="here")
    ] = Path(),
    check: Annotated[
        Path | None, typer.Option("--check", metavar="FOLDER", help="Load a folder of data and say what it lacks.")
    ] = None,
) -> None:
    """List the languages that can be read, with their scores.

    Gold F1 and precision are those of moves whose person, from and to are all right, on articles scored by hand;
    unseen F1 is that on practice articles that nothing was learnt from.

    Example:

    \b
        talentflow languages
        talentflow languages --begin it --in src/talentflow/languages/data
        talentflow languages --check src/talentflow/languages/data/it
    """
    from talentflow.languages import begin_language

    if begin is not None:
        folder = begin_language(begin, parent)
        say(f"Made {shown(str(folder))}: fill its files (docs/languages.md takes you through them), then")
        say(f"  talentflow languages --check {shown(str(folder))}")
    elif check is not None:
        _check(check)
    else:
        _list(output or ("table" if is_terminal() else "json"))


def _check(folder: Path) -> None:
    from talentflow.languages import check_language

    language, lacks = check_language(folder)
    count = sum(map(len, language.phrases.values()))
    say(f"{shown(language.name)} ({shown(language.code)}): {count:,} phrases, all of them understood")
    for line in lacks:
        say(f"  lacks: {line}")
    if lacks:
        raise typer.Exit(1)


def _list(output: str) -> None:
    from talentflow.languages import language_codes, load_language, load_quality

    quality = load_quality()
    found = [load_language(code) for code in language_codes()]
    if output == "json":
        say(
            json_text(
                [
                    {
                        "code": language.code,
                        "name": language.name,
                        "endonym": language.endonym,
                        "direction": language.direction,
                        "phrases": sum(map(len, language.phrases.values())),
                        "scores": {
                            name: {"strict": figures.strict, "precision": figures.precision, "recall": figures.recall}
                            for name, figures in quality.get(language.code, {}).items()
                        },
                    }
                    for language in found
                ]
            )
        )
        return
    rows = []
    for language in found:
        sets = quality.get(language.code, {})
        gold, unseen = sets.get("gold"), sets.get("kept aside")
        rows.append(
            (
                language.code, language.name, language.endonym,
                "right to left" if language.direction == "rtl" else "left to right",
                f"{sum(map(len, language.phrases.values())):,}",
                "—" if gold is None else f"{gold.strict:.2f}", "—" if gold is None else f"{gold.precision:.2f}",
                "—" if unseen is None else f"{unseen.strict:.2f}",
            )
        )  # fmt: skip
    print_table(COLUMNS, rows)
