"""`talentflow evaluate`: how well the reader reads annotated articles."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from talentflow.model import TalentflowError
from talentflow.serve.comparing import nothing_of, print_results, read_all
from talentflow.serve.inputs import read_annotated
from talentflow.serve.options import WithoutRegistryPeople
from talentflow.serve.progress import steps_of
from talentflow.serve.readers import Choice, tell_spent, with_model_options
from talentflow.serve.terminal import Column, complain, is_terminal, paragraph, print_table, say, shown
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.evaluation import Annotated as Article
    from talentflow.evaluation import Figures
    from talentflow.model import MoveClaim, Reading

COLUMNS = (
    Column("Language", keep=True),
    Column("Articles", keep=True, is_number=True),
    Column("Gold", keep=True, is_number=True),
    Column("Found", keep=True, is_number=True),
    *(
        Column(heading, keep=True, is_number=True)
        for heading in (
            "Precision", "Recall", "F1", "Relaxed", "Kind", "Status", "Latin", "Posts", "Dates", "Positions"
        )
    ),
)  # fmt: skip
SHARES = (
    "precision", "recall", "strict", "relaxed", "kind", "status", "latin", "posts", "dates", "positions"
)  # fmt: skip


@with_model_options
def evaluate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="GOLD", help="Annotated articles: .json, .jsonl, folders of them.")
    ],
    errors: Annotated[
        bool, typer.Option("--errors", help="Show every move that was missed, and every one found that is not there.")
    ] = False,
    output: Annotated[
        Literal["table", "json"] | None,
        typer.Option("--format", metavar="table|json", help="How to print: table on a terminal, json when piped."),
    ] = None,
    min_confidence: Annotated[
        float,
        typer.Option(metavar="SHARE", min=0.0, max=1.0, help="Count only moves and positions that are so sure."),
    ] = 0.0,
    without_registry_people: WithoutRegistryPeople = False,
    readers: Annotated[
        list[str] | None,
        typer.Option(
            "--reader",
            metavar="NAME",
            help="Who reads: embedded, llm or cascade, the last two also with a model (llm:qwen3:8b). May be repeated: "
            "then all of them are compared with the first.",
            show_default="embedded",
        ),
    ] = None,
    *,
    choice: Choice,
) -> None:
    """Score the reader on annotated articles, by language.

    A move is right when person, from and to are right (precision, recall, F1); "relaxed" asks for the person and one
    end. Kind, status, Latin name, posts and dates are shares of the moves that are right; positions an F1 of their own.

    With several readers: their averages side by side with cost and speed, and whether the difference from the first one
    is more than chance (paired bootstrap over the articles).

    Example:

    \b
        talentflow evaluate train/es
        talentflow evaluate my-articles.jsonl --errors
        talentflow evaluate train/ --min-confidence 0.6
        talentflow evaluate gold/ --reader embedded --reader llm:qwen3:8b --reader cascade:qwen3:8b
    """
    from talentflow.evaluation import Agreement, Tally
    from talentflow.registry import load_registry

    articles, has_failed = read_annotated(paths)
    if not articles:
        raise TalentflowError(f"{paths[0]}: no annotated articles there. See train/README.md for the format.")
    agreement = Agreement(load_registry())
    chosen = [(name, choice.called(name)) for name in readers or ["embedded"]]
    if len(chosen) > 1:
        if errors:
            raise typer.BadParameter("--errors shows those of one reader: name one.")
        results = []
        with steps_of(len(articles) * len(chosen), "article") as step:
            for name, one in chosen:
                reader = one.open(without_registry_people=without_registry_people)
                try:
                    results.append(read_all(name, reader, articles, agreement, step, min_confidence=min_confidence))
                finally:
                    if not one.is_embedded:
                        tell_spent(reader)
        print_results(results, as_json=(output or ("table" if is_terminal() else "json")) == "json")
        if has_failed:
            raise typer.Exit(1)
        return
    from talentflow.app.in_order import read_in_order

    reader = chosen[0][1].open(without_registry_people=without_registry_people)
    tallies: dict[str, Tally] = {}
    with steps_of(len(articles), "article") as step:
        for outcome in read_in_order(reader, ((article, article.document) for article in articles)):
            article = outcome.item
            if outcome.reading is None:
                has_failed = True
                complain(str(outcome.problem))
            reading = (outcome.reading or nothing_of(article.document, reader)).at_least(min_confidence)
            language = article.document.lang or reading.lang
            pairs = tallies.setdefault(language, Tally(agreement)).add(article, reading)
            if errors:
                _print_errors(article, reading, pairs)
            step()
    if not chosen[0][1].is_embedded:
        tell_spent(reader)
    _print({language: tally.figures() for language, tally in sorted(tallies.items())}, output)
    if has_failed:
        raise typer.Exit(1)


def _print_errors(article: Article, reading: Reading, pairs: dict[int, int]) -> None:
    for place, move in enumerate(article.moves):
        if place not in pairs:
            _print_error(article, "missed", move)
    told = set(pairs.values())
    for place, move in enumerate(reading.moves):
        if place not in told:
            _print_error(article, "false", move)


def _print_error(article: Article, what: str, move: MoveClaim) -> None:
    paragraph(shown(f"{article.document.id}  {what}  {move}, {move.kind}"))
    for span in move.evidence[:1]:
        paragraph(shown(f"“{span.quote}”"), indent=4)


def _print(figures: dict[str, Figures], output: str | None) -> None:
    from talentflow.evaluation import average

    rows = {**figures, "average": average(list(figures.values()))}
    if (output or ("table" if is_terminal() else "json")) == "json":
        say(
            json_text(
                {name: {key: _rounded(value) for key, value in asdict(row).items()} for name, row in rows.items()}
            )
        )
        return
    print_table(
        COLUMNS,
        [
            (
                name, f"{row.articles:,}", f"{row.gold:,}", f"{row.found:,}",
                *(_share(getattr(row, share)) for share in SHARES),
            )
            for name, row in rows.items()
        ],
    )  # fmt: skip


def _rounded(value: float | None) -> float | None:
    return value if value is None or isinstance(value, int) else round(value, 4)


def _share(value: float | None) -> str:
    return "—" if value is None else f"{value:.3f}"
