"""The options that say which reader reads and what it may spend, and what is told of it at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import wraps
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from talentflow.serve.options import MODEL_READERS, OWN_READERS, READER_VARIABLE, open_reader
from talentflow.serve.terminal import complain, counted, say

if TYPE_CHECKING:
    from talentflow.app.reading import Reader
    from talentflow.model import Document

READERS = (*OWN_READERS, *MODEL_READERS)
_ReaderName = Annotated[
    Literal["embedded", "rules", "llm", "cascade"],
    typer.Option(
        "--reader",
        metavar="embedded|rules|llm|cascade",
        envvar=READER_VARIABLE,
        help="Who reads: the built-in rules with a small encoder beside them; the rules alone, far quicker, which "
        "find less; a language model of yours; or that only where the built-in reader is in doubt.",
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
_MODEL_OPTIONS: dict[str, tuple[Any, Any]] = {
    "model": (_Model, None),
    "base_url": (_BaseUrl, None),
    "budget_money": (_Money, None),
    "budget_tokens": (_Tokens, None),
    "requests_per_minute": (_Requests, None),
    "price_in": (_PriceIn, None),
    "price_out": (_PriceOut, None),
    "at_once": (_AtOnce, None),
    "answers": (_Answers, None),
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
        return self.name in OWN_READERS

    def called(self, name: str) -> Choice:
        """The choice of a reader by name, with the model behind a colon where one is named: "llm:qwen3:8b"."""
        reader, _, model = name.partition(":")
        if reader not in READERS or (model and reader in OWN_READERS):
            raise typer.BadParameter(f"{name!r} is no reader. Name one of {', '.join(READERS)}.")
        return replace(self, name=reader, given={**self.given, **({"model": model} if model else {})})

    def open(self, *, without_registry_people: bool = False) -> Reader:
        """The reader; `without_registry_people` only changes what the built-in one knows."""
        if self.is_embedded:
            return open_reader(without_registry_people=without_registry_people, is_quick=self.name == "rules")
        from talentflow.app.readers import cascade_reader, llm_reader

        return cascade_reader(self.given) if self.name == "cascade" else llm_reader(self.given)


def with_reader_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of readers, which it gets as one `choice`."""
    return _with(command, {"reader": (_ReaderName, "embedded"), **_MODEL_OPTIONS, "dry_run": (_DryRun, False)})


def with_model_options(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of models alone: it says itself who reads."""
    return _with(command, _MODEL_OPTIONS)


def _with(command: Callable[..., None], options: dict[str, tuple[Any, Any]]) -> Callable[..., None]:
    @wraps(command)
    def run(*arguments: Any, **given: Any) -> None:
        said = {name: given.pop(name) for name in options}
        choice = Choice(said.pop("reader", "embedded"), {}, said.pop("dry_run", False))
        command(*arguments, choice=replace(choice, given=said), **given)

    parameters = signature(command, eval_str=True).parameters.values()
    own = [parameter for parameter in parameters if parameter.name != "choice"]
    added = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in options.items()
    ]
    run.__signature__ = signature(command).replace(parameters=[*own, *added])  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*own, *added]}
    return run


def tell_estimate(reader: Reader, documents: Iterable[Document]) -> None:
    """Print what reading the documents would ask of a model, and what that would cost."""
    from talentflow.reader.cascade import CascadeReader
    from talentflow.reader.llm.reader import Estimate, LlmReader

    total, count = Estimate(), 0
    model = reader.model if isinstance(reader, CascadeReader) else reader
    for document in documents:
        count += 1
        if isinstance(reader, (CascadeReader, LlmReader)):
            total += reader.estimate(document)
    asked = counted(total.questions, "question")
    say(f"{counted(count, 'article')}: {asked} to ask, {total.answered:,} answered before.")
    if not isinstance(model, LlmReader) or not total.questions:
        return
    prices = model.settings.prices
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
    from talentflow.reader.cascade import CascadeReader
    from talentflow.reader.llm.reader import LlmReader

    model = reader.model if isinstance(reader, CascadeReader) else reader
    if not isinstance(model, LlmReader):
        return
    model.close()
    spent, dropped = model.spent, model.dropped
    line = f"model: {counted(spent.requests, 'request')}, {spent.question:,} tokens asked, {spent.answer:,} answered"
    if model.settings.prices.are_known:
        line += f", cost {spent.money:.4f}"
    parts = [f"{counted(dropped[what], 'claim')} {why}" for what, why in _LACKS.items() if dropped[what]]
    complain(line + (f"; dropped {', '.join(parts)}" if parts else "") + ".")
    if isinstance(reader, CascadeReader):
        counts = reader.counts
        complain(
            f"cascade: {counts['asked']:,} of {counted(counts['articles'], 'article')} sent to the model; "
            f"{counted(counts['disputed'], 'claim')} on which the readers disagree (see --explain)."
        )
