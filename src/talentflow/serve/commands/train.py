"""`talentflow train`: the reader's weights, learnt anew from annotated articles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from talentflow.model import TalentflowError
from talentflow.serve.inputs import read_annotated
from talentflow.serve.progress import steps_of
from talentflow.serve.terminal import counted, say, shown

if TYPE_CHECKING:
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
) -> None:
    """Learn anew how likely a reading is right, from annotated articles.

    A few minutes on one core; the same articles give the same weights. Articles marked "split": "heldout" are kept
    aside and never read. Writes acceptance.json, which the reader takes from src/talentflow/reader/data, and
    model-card.md, which tells what was learnt from and how far the confidence can be trusted.

    Example:

    \b
        talentflow train train/ --out build
        talentflow train --out src/talentflow/reader/data
    """
    from talentflow.learning import card, learn_acceptance

    folder = Path("train")
    if not paths and not folder.is_dir():
        raise TalentflowError(
            "There is no folder train/ here. Say where the annotated articles are: talentflow train PATH"
        )
    found, has_failed = read_annotated(paths or [folder])
    articles = [article for article in found if not article.is_heldout]
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
