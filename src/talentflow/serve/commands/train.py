"""`talentflow train`: the reader's weights, learnt anew from annotated articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentflow.model import TalentflowError
from talentflow.serve.inputs import read_annotated
from talentflow.serve.progress import steps_of
from talentflow.serve.terminal import counted, say, shown

if TYPE_CHECKING:
    from talentflow.evaluation import Annotated as Article
    from talentflow.learning import Learnt

WEIGHTS, CARD = "acceptance.json", "model-card.md"


def train(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH", help="Annotated articles: .json, .jsonl, folders of them.", show_default="train"
        ),
    ] = None,
    out: Annotated[
        Path,
        typer.Option("--out", metavar="FOLDER", help="Where the weights and their card go.", show_default="here"),
    ] = Path(),
    export: Annotated[
        Path | None,
        typer.Option(
            "--export",
            metavar="FILE",
            help="Learn nothing: write the articles as a fine-tuning set in the chat format, for a language model.",
        ),
    ] = None,
) -> None:
    """Learn anew how likely a reading is right, from annotated articles.

    A few minutes on one core; the same articles give the same weights. Articles marked "split": "heldout" are kept
    aside and never read. Writes acceptance.json, which the reader takes from src/talentflow/reader/data, and
    model-card.md, which tells what was learnt from and how far the confidence can be trusted.

    With --export the same articles, yours with your corrections above all, become a set to tune a language model with,
    by whatever tool takes the chat format. See docs/models.md.

    Example:

    \b
        talentflow train train/ --out build
        talentflow train --out src/talentflow/reader/data
        talentflow train corrected/ --export chat.jsonl
    """
    from talentflow.learning import card, learn_acceptance

    folder = Path("train")
    if not paths and not folder.is_dir():
        raise TalentflowError(
            "There is no folder train/ here. Say where the annotated articles are: talentflow train PATH"
        )
    found, has_failed = read_annotated(paths or [folder])
    articles = [article for article in found if not article.is_heldout]
    if export is not None:
        _export(articles, export)
        if has_failed:
            raise typer.Exit(1)
        return
    with steps_of(len(articles), "article") as step:
        learnt = learn_acceptance(articles, step)
    try:
        out.mkdir(parents=True, exist_ok=True)
        (out / WEIGHTS).write_text(learnt.as_json(), encoding="utf-8")
        (out / CARD).write_text(card(learnt), encoding="utf-8")
    except OSError as error:
        raise TalentflowError(
            f"{out}: cannot be written ({error.strerror}). Choose another folder with --out."
        ) from None
    for line in summary(learnt):
        say(line)
    say(f"Wrote {shown(str(out / WEIGHTS))} and {shown(str(out / CARD))}.")
    if has_failed:
        raise typer.Exit(1)


def _export(articles: list[Article], out: Path) -> None:
    """Write the articles as a fine-tuning set, whole or not at all."""
    from talentflow.learning.chat_set import chat_examples

    if not articles:
        raise TalentflowError("No annotated article is there to export. See train/README.md for the format.")
    left_out: Counter[str] = Counter()
    examples = [line for article in articles for line in chat_examples(article, left_out)]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        part = out.with_name(f"{out.name}.part")
        part.write_text("".join(f"{line}\n" for line in examples), encoding="utf-8")
        part.replace(out)
    except OSError as error:
        raise TalentflowError(f"{out}: cannot be written ({error.strerror}). Choose another file.") from None
    line = f"Wrote {counted(len(examples), 'example')} of {counted(len(articles), 'article')} to {shown(str(out))}."
    if left_out:
        line += f" Left out, for the article does not show them: {', '.join(f'{n} {s}' for s, n in left_out.items())}."
    say(line)


def summary(learnt: Learnt) -> list[str]:
    """What was learnt, and how it does on articles that it has not seen, in a few lines."""
    drafts = sum(learnt.drafts.values())
    lines = [
        f"Learnt {counted(len(learnt.weights), 'weight')} from {counted(sum(learnt.articles.values()), 'article')}: "
        f"{counted(drafts, 'reading')}, {learnt.right:,} of them right.",
        f"Cross-validated: average precision {learnt.average_precision:.3f}, "
        f"calibration error {learnt.calibration_error:.3f}.",
    ]
    lines += [
        f"  of the readings given {low:.2f} or more, {right:.0%} are right; they are {found:.0%} of the right ones"
        for low, right, found in learnt.thresholds
    ]
    return lines
