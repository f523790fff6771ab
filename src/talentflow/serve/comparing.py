"""Several readers over annotated articles, side by side: figures, significance, cost and speed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from talentflow.serve.terminal import Column, print_table, say, shown
from talentflow.text.visible import json_text

if TYPE_CHECKING:
    from talentflow.app.reading import Reader
    from talentflow.evaluation import Agreement, Annotated, Figures
    from talentflow.evaluation.comparison import ArticleScore, Difference
    from talentflow.model import Document, Reading

_SHARES = ("precision", "recall", "strict", "relaxed", "kind", "status")
_HEADINGS = (
    "Precision", "Recall", "F1", "Relaxed", "Kind", "Status", "Requests", "Tokens", "Cost", "Articles/s"
)  # fmt: skip
_WHERE_THERE_IS_ROOM = ("Relaxed", "Kind", "Status")
COLUMNS = (
    Column("Reader"),
    *(
        Column(heading, keep=True, is_number=True, from_width=100 if heading in _WHERE_THERE_IS_ROOM else 0)
        for heading in _HEADINGS
    ),
)


@dataclass(slots=True)
class Result:
    """What one reader reached, and at what price."""

    name: str
    figures: Figures
    scores: dict[str, list[ArticleScore]]
    seconds: float
    requests: int = 0
    tokens: int = 0
    cost: float | None = None


def read_all(
    name: str, reader: Reader, articles: Sequence[Annotated], agreement: Agreement, step: Callable[[], None], *,
    min_confidence: float = 0.0,
) -> Result:  # fmt: skip
    """Score one reader; an article that it cannot read counts as one in which it finds nothing."""
    from talentflow.app.in_order import read_in_order
    from talentflow.evaluation import Tally, average
    from talentflow.evaluation.comparison import ArticleScore

    tallies: dict[str, Tally] = {}
    scores: dict[str, list[ArticleScore]] = {}
    begun = time.monotonic()
    for outcome in read_in_order(reader, ((article, article.document) for article in articles)):
        document = outcome.item.document
        reading = (outcome.reading or nothing_of(document, reader)).at_least(min_confidence)
        language = document.lang or reading.lang
        pairs = tallies.setdefault(language, Tally(agreement)).add(outcome.item, reading)
        scores.setdefault(language, []).append(ArticleScore(len(outcome.item.moves), len(reading.moves), len(pairs)))
        step()
    seconds = time.monotonic() - begun
    figures = average([tally.figures() for tally in tallies.values()])
    result = Result(name, figures, scores, seconds)
    model: Any = getattr(reader, "model", reader)
    spent = getattr(model, "spent", None)
    if spent is not None:
        result.requests, result.tokens = spent.requests, spent.tokens
        result.cost = spent.money if model.settings.prices.are_known else None
    return result


def nothing_of(document: Document, reader: Reader) -> Reading:
    """The reading of an article that could not be read: nothing is found in it."""
    from talentflow.model import Reading

    return Reading(document.id, document.lang, reader.name)


def differences(results: Sequence[Result]) -> list[tuple[Result, Difference]]:
    """How each reader but the first differs from the first."""
    from talentflow.evaluation.comparison import compare

    return [(result, compare(results[0].scores, result.scores)) for result in results[1:]]


def print_results(results: Sequence[Result], *, as_json: bool) -> None:
    """The readers side by side, and how sure each difference from the first one is."""
    apart = differences(results)
    if as_json:
        rows = [
            {
                "reader": result.name, **{name: getattr(result.figures, name) for name in ("articles", *_SHARES)},
                "requests": result.requests, "tokens": result.tokens, "cost": result.cost,
                "seconds": round(result.seconds, 3),
            }
            for result in results
        ]  # fmt: skip
        told = [{"reader": result.name, "against": results[0].name, **asdict(found)} for result, found in apart]
        say(json_text({"readers": rows, "differences": told}))
        return
    print_table(COLUMNS, [_row(result) for result in results])
    for result, found in apart:
        say(_told(results[0], result, found))


def _row(result: Result) -> tuple[str, ...]:
    shares = [getattr(result.figures, name) for name in _SHARES]
    speed = result.figures.articles / result.seconds if result.seconds else 0.0
    return (
        shown(result.name),
        *("—" if share is None else f"{share:.3f}" for share in shares),
        f"{result.requests:,}",
        f"{result.tokens:,}",
        "—" if result.cost is None else f"{result.cost:.4f}",
        f"{speed:,.1f}",
    )


def _told(first: Result, result: Result, found: Difference) -> str:
    names = f"{shown(result.name)} against {shown(first.name)}"
    if found.difference is None or found.low is None or found.high is None or found.chance is None:
        return f"{names}: nothing to compare"
    word = "significant" if found.is_significant else "may be chance"
    return (
        f"{names}: F1 {found.difference:+.3f}, with 95% between {found.low:+.3f} and {found.high:+.3f} "
        f"(p = {found.chance:.3f}, {word})"
    )
