"""The command line's front door: finds the command, and turns whatever goes wrong into one line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from talentflow import __version__
from talentflow.model import TalentflowError
from talentflow.serve import terminal
from talentflow.serve.commands import (
    add,
    alerts,
    compare,
    evaluate,
    examples,
    export,
    facts,
    hide,
    insight,
    languages,
    mcp,
    moves,
    names,
    read,
    review,
    serve,
    show,
    status,
    token,
    train,
)
from talentflow.serve.options import DATABASE_HELP, Globals

DONE, SOME_FAILED, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="talentflow",
    # Plain help: it starts three times as fast as the framed one, and its examples can be copied.
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
for command in (
    read.read,
    add.add,
    moves.moves,
    facts.facts,
    insight.insight,
    names.person,
    names.org,
    compare.compare,
    show.show,
    review.review,
    hide.hide,
    export.export,
    alerts.alerts,
    status.status,
    serve.serve,
    token.token,
    mcp.mcp,
    languages.languages,
    evaluate.evaluate,
    train.train,
    examples.examples,
):
    app.command()(command)


def _print_version(wanted: bool) -> None:
    if wanted:
        terminal.say(f"talentflow {__version__}")
        raise typer.Exit


@app.callback()
def talentflow(
    context: typer.Context,
    db: Annotated[str | None, typer.Option("--db", metavar="URL", help=DATABASE_HELP)] = None,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program an unexpected error arose.")
    ] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Who moved between AI labs, read from news articles in any language, each move with the sentence behind it.

    Begin with the bundled examples:

    \b
        talentflow add "$(talentflow examples --path)"
        talentflow moves

    Exit codes: 0 done, 1 some inputs failed or a name was not found, 2 wrong usage.
    """
    context.obj = Globals(db=db)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and give its exit code; every error becomes one line on standard error."""
    arguments = list(arguments) or ["--help"]
    try:
        code = _invoke(list(arguments))  # a copy, because parsing empties it
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        _abandon_output()  # whoever read our output has seen enough
        return DONE
    except (KeyboardInterrupt, typer.Abort):
        terminal.complain("interrupted.")
        return INTERRUPTED
    except TalentflowError as error:
        terminal.complain(str(error))
        return SOME_FAILED
    except Exception as error:
        if "--debug" in arguments:
            raise
        return _explain(error, arguments)


def _invoke(arguments: list[str]) -> int:
    # Not `command.main`: that one ends the process by itself on a closed pipe.
    try:
        with typer.main.get_command(app).make_context("talentflow", arguments) as context:
            context.command.invoke(context)
        return DONE
    except typer.Exit as done:
        return done.exit_code


def _explain(error: Exception, arguments: Sequence[str]) -> int:
    """One line for an error that no command foresaw."""
    message = getattr(error, "format_message", None)
    if message is not None:  # wrong usage, as Typer found it
        context = getattr(error, "ctx", None)
        where = context.command_path if context is not None else "talentflow"
        said = message().rstrip(".").removesuffix("?").replace("Value error, ", "")
        end = "?" if "Did you mean" in said else "."
        if said.startswith("Got unexpected extra argument"):
            end = ". Put a name of several words into quotation marks."
        terminal.complain(f"{said}{end} See: {where} --help")
        return WRONG_USAGE
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EIO) and not error.filename:
        _abandon_output()
        terminal.complain(f"cannot write the output: {error.strerror}. Free some space and run this again.")
        return SOME_FAILED
    kind = type(error).__name__
    detail = str(error).splitlines()[0] if str(error) else "no further detail"
    command = " ".join(["talentflow", "--debug", *arguments[:1], "..."])
    terminal.complain(f"unexpected {kind}: {detail}. This is a mistake of the program; for the details: {command}")
    return SOME_FAILED


def _abandon_output() -> None:
    """Let what is still buffered go nowhere, so that the interpreter's own last flush does not fail again."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        pass  # standard output has no file behind it (a test's), or is closed: nothing will flush


def main() -> None:
    """The entry point of the `talentflow` command."""
    terminal.prepare_streams()
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
