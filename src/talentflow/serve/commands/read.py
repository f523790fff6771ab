"""`talentflow read`: what articles say, printed and not stored."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from talentflow.model import DataError, Document, ReaderError, Reading
from talentflow.serve.inputs import Inputs
from talentflow.serve.options import WithoutRegistryPeople
from talentflow.serve.readers import Choice, tell_estimate, tell_spent, with_reader_options
from talentflow.serve.terminal import Column, counted, is_terminal, paragraph, print_table, say, shown
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.in_order import Outcome

COLUMNS = (
    Column("Date", keep=True),
    Column("Person"),
    Column("From"),
    Column("To"),
    Column("Post", from_width=80),
    Column("What"),
    Column("Status", keep=True),
    Column("Sure", keep=True, is_number=True),
)


@with_reader_options
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Articles: .txt, .md, .html, .json, .jsonl (or .gz of them), folders, addresses of pages, or -.",
        ),
    ],
    output: Annotated[
        Literal["jsonl", "json", "table"] | None,
        typer.Option(
            "--format",
            metavar="jsonl|json|table",
            help="How to print: table on a terminal, jsonl when piped, unless said here.",
        ),
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell of every move which words and rules made it.")
    ] = False,
    why_not: Annotated[
        str | None,
        typer.Option(
            "--why-not", metavar="WORDS", help="Tell of the sentence with these words what was found and why no more."
        ),
    ] = None,
    without_registry_people: WithoutRegistryPeople = False,
    min_confidence: Annotated[
        float,
        typer.Option(
            metavar="SHARE", min=0.0, max=1.0, help="Leave out moves, positions and facts that are less sure than this."
        ),
    ] = 0.0,
    *,
    choice: Choice,
) -> None:
    """Read articles and print what they say.

    Moves, positions, groups and facts, each with its evidence; nothing is stored. One JSON object an article, in the
    order of the input. Positions in the text count Unicode characters, so that text[start:end] is the quote.

    With --reader llm a language model of yours is asked, and of what it says only that is printed which the article's
    own words prove. See docs/models.md.

    Example:

    \b
        talentflow read article.txt
        talentflow read news/ --format jsonl | jq '.moves[].person.name'
        cat article.html | talentflow read - --explain
        talentflow read article.txt --why-not "left the company"
        talentflow read news/ --reader llm --model qwen3:8b --budget-tokens 200000
    """
    inputs = Inputs(paths)
    if why_not is not None:
        _answer(inputs, why_not, with_people=not without_registry_people, is_quick=choice.name == "rules")
        return
    from talentflow.app.in_order import read_in_order

    reader = choice.open(without_registry_people=without_registry_people)
    if choice.dry_run:
        tell_estimate(reader, inputs)
        raise typer.Exit(1 if inputs.failed else 0)
    printer = PRINTERS[output or ("table" if is_terminal() else "jsonl")](explain)
    printer.start()
    try:
        for outcome in read_in_order(reader, ((document, document) for document in inputs)):
            reading = _reading_of(outcome, inputs)
            if reading is not None:
                printer.article(outcome.item, reading.at_least(min_confidence))
                sys.stdout.flush()
    finally:
        printer.end()
        if not choice.is_embedded:
            tell_spent(reader)
    if inputs.failed:
        raise typer.Exit(1)


def _answer(inputs: Inputs, words: str, *, with_people: bool, is_quick: bool) -> None:
    """Print what became of the sentences with some words; an article without them is told of, and the run goes on."""
    from talentflow.reader.why_not import why_not

    unanswered, answered = [], 0
    for document in inputs:
        try:
            answers = why_not(document, words, with_people=with_people, is_quick=is_quick)
        except DataError as error:
            unanswered.append(str(error))
            continue
        answered += 1
        for answer in answers:
            paragraph(shown(f"“{answer.sentence}”"))
            for line in answer.lines:
                paragraph(shown(line), indent=4 if line.startswith(" ") else 2)
    for line in () if answered else unanswered:  # of many articles only some need to have the words
        inputs.fail(line)
    if inputs.failed:
        raise typer.Exit(1)


def _reading_of(outcome: Outcome[Document], inputs: Inputs) -> Reading | None:
    """The reading, or None for a document that the reader fails on: it is told of and the run goes on."""
    document, reading, error = outcome.item, outcome.reading, outcome.problem
    if isinstance(error, ReaderError):
        inputs.fail(str(error))
    elif error is not None:
        detail = str(error).splitlines()[0] if str(error) else "no further detail"
        inputs.fail(
            f"{document.origin or document.id}: could not be read ({type(error).__name__}: {detail}). "
            "This is a mistake of the program: please report it with the article."
        )
    if reading is not None and reading.searched is not None:
        from talentflow.app.reading import left_unsearched

        inputs.tell(left_unsearched(document, reading) or "")
    return reading


def reading_as_dict(document: Document, reading: Reading, *, explain: bool) -> dict[str, Any]:
    """The reader's contract: one object an article."""
    from talentflow.model.claims import group_as_dict, move_as_dict, position_as_dict
    from talentflow.model.facts import fact_as_dict

    return {
        "id": document.id,
        "lang": reading.lang or document.lang,
        "title": document.title,
        "published": document.published,
        "moves": [move_as_dict(move, explain=explain) for move in reading.moves],
        "positions": [position_as_dict(position) for position in reading.positions],
        "groups": [group_as_dict(group) for group in reading.groups],
        "facts": [fact_as_dict(fact) for fact in reading.facts],
    }


class JsonLines:
    """One object a line."""

    def __init__(self, explain: bool) -> None:
        self.explain = explain

    def start(self) -> None:
        """Nothing comes before the first article."""

    def article(self, document: Document, reading: Reading) -> None:
        """Print one article's claims."""
        say(json_text(reading_as_dict(document, reading, explain=self.explain)))

    def end(self) -> None:
        """Nothing comes after the last article."""


class JsonArray(JsonLines):
    """One array with an object an article."""

    def start(self) -> None:
        """Open the array."""
        self.between = "[\n"

    def article(self, document: Document, reading: Reading) -> None:
        """Print one element."""
        say(self.between + json_text(reading_as_dict(document, reading, explain=self.explain)), end="")
        self.between = ",\n"

    def end(self) -> None:
        """Close the array, which may be empty."""
        say("[]" if self.between.startswith("[") else "\n]")


class Tables(JsonLines):
    """A heading and a table an article, for eyes."""

    def article(self, document: Document, reading: Reading) -> None:
        """Print one article's moves, and count what else it says."""
        from talentflow.serve.present import claim_row

        dated = f", {document.published}" if document.published else ""
        say(f"{shown(document.title or document.id)} ({reading.lang or document.lang}{dated})")
        if reading.moves:
            print_table(COLUMNS, (claim_row(move) for move in reading.moves))
        else:
            say("  no move found")
        if self.explain:
            for number, move in enumerate(reading.moves, start=1):
                paragraph(f"{number}. {shown(str(move))}", indent=2)
                for step in move.explanation:
                    paragraph(shown(step), indent=5)
                for span in move.evidence:
                    paragraph(shown(f"“{span.quote}”"), indent=5)
        others = ((len(reading.positions), "position"), (len(reading.groups), "group"), (len(reading.facts), "fact"))
        also = " and ".join(counted(count, noun) for count, noun in others if count)
        say(f"  also {also}\n" if also else "")


PRINTERS = {"jsonl": JsonLines, "json": JsonArray, "table": Tables}
