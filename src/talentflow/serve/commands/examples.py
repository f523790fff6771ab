"""`talentflow examples`: the articles that come with the program."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from talentflow.model import TalentflowError
from talentflow.serve.terminal import say


def examples(
    path: Annotated[bool, typer.Option("--path", help="Print only the folder that holds them.")] = False,
    copy: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Copy them into this folder, which must not exist yet.")
    ] = None,
) -> None:
    """List the bundled example articles.

    They were written for Talentflow, in several languages.

    Example:

    \b
        talentflow examples
        talentflow add "$(talentflow examples --path)"
        talentflow examples --copy my-articles
    """
    folder = examples_folder()
    if path:
        say(str(folder))
    elif copy is not None:
        try:
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__"))
        except OSError as error:
            problem = error.strerror or str(error)
            raise TalentflowError(f"{copy}: cannot copy the examples there ({problem}). Name a new folder.") from None
        say(f"Copied {len(example_files(copy))} articles to {copy}")
    else:
        for file in example_files(folder):
            say(str(file))


def examples_folder() -> Path:
    """Where the examples are installed."""
    import talentflow

    return Path(talentflow.__file__).parent / "examples"


def example_files(folder: Path) -> list[Path]:
    """The articles of the folder, language by language."""
    return sorted(file for file in folder.glob("*/*") if file.is_file() and not file.name.startswith("."))
