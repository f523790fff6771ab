"""The options that say which reader reads and what it may spend, and what is told of it at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from talentflow.serve.terminal import complain, counted, say

if TYPE_CHECKING:
    from talentflow.app.reading import Reader
    from talentflow.model import Document

_ReaderName = Annotated[
    Literal["embedded", "llm"],
    typer.Option(
        "--reader",
        metavar="embedded|llm",
        help="Who reads: the built-in rules, or a language model of yours.",
    ),
]
_Model = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="The model to ask (else TALENTFLOW_LLM_MODEL).")
]
_BaseUrl = Annotated[
    str | None,
    typer.Option(
        "--base-url",
        metavar="URL",
        help="Where it answers, in the protocol of OpenAI (else TALENTFLOW_LLM_BASE_URL, else Ollama on this machine). "
        "A key is taken from TALENTFLOW_LLM_KEY alone.",
    ),
]
_Money = Annotated[
    float | None,
    typer.Option(
        "--budget-money", metavar="AMOUNT", min=0.0, help="Spend no more than this on the model; needs its prices."
    ),
]
_Tokens = Annotated[
    int | None, typer.Option("--budget-tokens", metavar="NUMBER", min=0, help="Use no more tokens than this.")
]
_Requests = Annotated[
    int | None,
    typer.Option("--requests-per-minute", metavar="NUMBER", min=1, help="Ask no more often than this in a minute."),
]
_PriceIn = Annotated[
    float | None,
    typer.Option("--price-in", metavar="AMOUNT", min=0.0, help="What a million tokens of questions cost."),
]
_PriceOut = Annotated[
    float | None, typer.Option("--price-out", metavar="AMOUNT", min=0.0, help="What a million tokens of answers cost.")
]
_AtOnce = Annotated[
    int | None, typer.Option("--at-once", metavar="NUMBER", min=1, max=64, help="Ask so many questions at once.")
]
_Answers = Annotated[
    str | None,
    typer.Option(
        "--answers", metavar="FILE", help="Where answers are kept, so that nothing is asked twice (else your cache)."
    ),
]
_DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Ask nothing and read nothing: say what the model would cost.")
]
_OPTIONS: dict[str, tuple[Any, Any]] = {
    "reader": (_ReaderName, "embedded"),
    "model": (_Model, None),
    "base_url": (_BaseUrl, None),
    "budget_money": (_Money, None),
    "budget_tokens": (_Tokens, None),
    "requests_per_minute": (_Requests, None),
    "price_in": (_PriceIn, None),
    "price_out": (_PriceOut, None),
    "at_once": (_AtOnce, None),
    "answers": (_Answers, None),
    "dry_run": (_DryRun, False),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reader the user wants, with what they said of the model."""

    name: str
    given: dict[str, object]
    dry_run: bool = False

    @property
    def is_embedded(self) -> bool:
        """Whether the program reads by itself, without asking anybody."""
        return self.name == "embedded"

    def open(self) -> Reader:
        """The reader that asks a model."""
        from talentflow.app.readers import llm_reader

        return llm_reader(self.given)


def with_reader_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of readers, which it gets as one `choice`."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        said = {name: options.pop(name) for name in _OPTIONS}
        choice = Choice(said.pop("reader"), {}, said.pop("dry_run"))
        command(*arguments, choice=Choice(choice.name, said, choice.dry_run), **options)

    own = [
        parameter for parameter in signature(command, eval_str=True).parameters.values() if parameter.name != "choice"
    ]
    added = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _OPTIONS.items()
    ]
    run.__signature__ = signature(command).replace(parameters=[*own, *added])  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *added]}
    return run


def tell_estimate(reader: Reader, documents: Iterable[Document]) -> None:
    """Print what reading the documents would ask of a model, and what that would cost."""
    from talentflow.reader.llm.reader import Estimate, LlmReader

    total, count = Estimate(), 0
    for document in documents:
        count += 1
        if isinstance(reader, LlmReader):
            total += reader.estimate(document)
    asked = counted(total.questions, "question")
    say(f"{counted(count, 'article')}: {asked} to ask, {total.answered:,} answered before.")
    if not isinstance(reader, LlmReader) or not total.questions:
        return
    prices = reader.settings.prices
    for words, (question, answer) in (("About", total.about), ("At most, if nothing is asked twice,", total.at_most)):
        cost = f", cost {prices.cost(question, answer):.4f}" if prices.are_known else ""
        say(f"{words} {question:,} tokens asked and {answer:,} answered{cost}.")
    if not prices.are_known:
        say("What that costs can be told with --price-in and --price-out.")


_LACKS = {
    "quote": "with a quote that is not in the text",
    "name": "with a name that is not in the text",
    "form": "not of the form asked for",
}


def tell_spent(reader: Reader) -> None:
    """Let go of the server, and say on standard error what the model took and what of its claims was not proved."""
    from talentflow.reader.llm.reader import LlmReader

    if not isinstance(reader, LlmReader):
        return
    reader.close()
    spent, dropped = reader.spent, reader.dropped
    line = f"model: {counted(spent.requests, 'request')}, {spent.question:,} tokens asked, {spent.answer:,} answered"
    if reader.settings.prices.are_known:
        line += f", cost {spent.money:.4f}"
    parts = [
        f"{counted(dropped[what], 'claim')} {why}"
        for what, why in (
            ("quote", "with a quote that is not in the text"),
            ("name", "with a name that is not"),
            ("form", "not of the form"),
        )
        if dropped[what]
    ]
    complain(line + (f"; dropped {', '.join(parts)}" if parts else "") + ".")
