"""Learns how likely a draft of the embedded reader is right, from the practice articles under train/.

    python eval/train_acceptance.py ../shared/gold/score.py

Every draft of every practice article is an example; it is right when an annotated move has its person and both its
ends, by the scorer's own rules. A logistic regression on the named features of `talentflow.reader.acceptance`;
the same weights come out of the same files. Prints precision and recall at several thresholds, cross-validated by
article, and the calibration; writes src/talentflow/reader/data/acceptance.json and its card, docs/model-card.md.
Articles whose split is "heldout" are never read here.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import pathlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy
from calibration import reliability  # beside this file
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from talentflow.model import Document
from talentflow.reader.acceptance import features
from talentflow.reader.drafts import Draft
from talentflow.reader.embedded import draft_candidates
from talentflow.reader.page import Entity

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEAST_SEEN = 12  # drafts: a rarer feature would be learnt by heart
LEAST_WEIGHT = 0.005
# Articles with this series number are worded to be harder than any press: what is learnt from them counts less.
HARD_SERIES = "2"
HARD_COUNTS = 0.3


@dataclass(slots=True)
class Examples:
    """The drafts of all articles: their features, whether each is right, and which article it is from."""

    rows: list[dict[str, float]] = field(default_factory=list)
    labels: list[bool] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)


def load_scorer(path: pathlib.Path) -> Any:
    """The scorer's file as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def as_entity(entity: Entity | None) -> dict[str, str | None] | None:
    """An entity as the scorer reads it."""
    return None if entity is None else {"name": entity.name, "mention": entity.mention}


def is_right(draft: Draft, golds: list[dict[str, Any]], scorer: Any) -> bool:
    """Whether an annotated move says what the draft does; a change of post is only ever a change of post."""
    found = {"person": as_entity(draft.person), "from": as_entity(draft.from_org), "to": as_entity(draft.to_org)}
    return any(
        scorer.strict(gold, found) and (gold["kind"] == draft.kind or gold["kind"] != "change") for gold in golds
    )


def practice() -> Iterator[dict[str, Any]]:
    """The practice articles, then the plain sentences (one an article): what may be learnt from."""
    for file in sorted((ROOT / "train").glob("*/*.json")):
        article = json.loads(file.read_text(encoding="utf-8"))
        if article.get("split") != "heldout":
            yield article
    for file in sorted((ROOT / "train" / "sentences").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)


def examples(scorer: Any) -> Examples:
    """The drafts of all practice articles, read with the registry's people and, of articles, as if nobody were listed.

    A feature that hardly ever appears is left out.
    """
    out = Examples()
    for number, article in enumerate(practice()):
        document = Document(article["text"], article["id"], article["lang"], article["title"], article.get("published"))
        # Every other article is read as if nobody were listed: the reader meets both.
        drafts, judge = draft_candidates(document, with_people=number % 2 == 0)
        for draft in drafts:
            out.rows.append(features(draft, judge))
            out.labels.append(is_right(draft, article["moves"], scorer))
            out.groups.append(article["id"])
    counts = Counter(name for row in out.rows for name in row)
    out.rows = [{name: value for name, value in row.items() if counts[name] >= LEAST_SEEN} for row in out.rows]
    return out


def is_hard(name: str) -> bool:
    """Whether an article's name, such as "en-t213", is of the hard series."""
    return name[3:5] == "t" + HARD_SERIES


THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)


def report(guess: Any, truth: Any) -> None:
    """Prints what the model, asked of articles that it has not seen, keeps at several thresholds; its calibration."""
    print(f"average precision {average_precision_score(truth, guess):.4f}")
    for low in THRESHOLDS:
        kept = guess >= low
        recall = truth[kept].sum() / truth.sum()
        print(f"at {low:.2f}: {int(kept.sum())} kept, {truth[kept].mean():.3f} right, {recall:.3f} of the right ones")
    rows, error = reliability(guess, truth)
    for said, was, count in rows:
        print(f"  said {said:.2f}, was {was:.2f} ({count})")
    print(f"expected calibration error {error:.3f}")


CARD = """<!-- Generated by: make train. Do not edit. -->
# The card of the acceptance model

**What it is.** A logistic regression over named features: how likely one reading of a sentence is right. Its output is
the confidence of every claim. {weights:,} weights and a bias, kept as plain numbers in
`src/talentflow/reader/data/acceptance.json`; a feature's name says what it looks at, and none names a person or an
organization.

**What it learnt from.** {drafts:,} readings, {right:,} of them right, of the practice articles and short texts under
`train/`, all written for this project ([train/README.md](../train/README.md)):

| language | articles and short texts | readings |
| --- | --- | --- |
{languages}

Articles of the series worded to be hard count {hard} as much as the others. Articles marked `heldout`, and the gold
articles that the reader is scored on, are never read by the training. The same files give the same weights.

**How well.** Cross-validated over {folds} parts, articles kept whole: average precision {precision:.3f}.

| readings of at least | are right | and are of the right ones |
| --- | --- | --- |
{thresholds}

**Whether its confidence means it.** Of the readings given about this confidence, so many were right; the expected
calibration error is {error:.3f}.

| said | was | readings |
| --- | --- | --- |
{tenths}

The readings kept as claims are the likeliest of each event, so a claim's confidence errs a little on the low side.

**Its limits.** It sees how a sentence is built, not what its words mean beyond the triggers: it takes the organization
named last for the one meant more often than a person would, and tells a first appointment from a promotion only by what
the article says of the person. Languages without practice articles of their own are read by what the others taught. It
was learnt from texts that imitate the press; `talentflow languages` shows how it does on texts scored by hand.
"""


def card(found: Examples, guess: Any, truth: Any, folds: int, weights: int) -> str:
    """The model's card, from the figures of the cross-validation."""
    rows, error = reliability(guess, truth)
    articles: dict[str, set[str]] = {}
    drafts: Counter[str] = Counter()
    for name in found.groups:
        articles.setdefault(name[:2], set()).add(name)
        drafts[name[:2]] += 1
    kept = [(low, guess >= low) for low in THRESHOLDS]
    return CARD.format(
        weights=weights,
        drafts=len(found.labels),
        right=int(truth.sum()),
        languages="\n".join(f"| {code} | {len(articles[code]):,} | {drafts[code]:,} |" for code in sorted(articles)),
        hard=HARD_COUNTS,
        folds=folds,
        precision=average_precision_score(truth, guess),
        thresholds="\n".join(
            f"| {low:.2f} | {truth[inside].mean():.2f} | {truth[inside].sum() / truth.sum():.2f} |"
            for low, inside in kept
        ),
        error=error,
        tenths="\n".join(f"| {said:.2f} | {was:.2f} | {count:,} |" for said, was, count in rows),
    )


def write(model: LogisticRegression, names: list[str]) -> int:
    """Writes the weights that count as plain data, and gives how many they are."""
    weights = {
        name: round(float(weight), 3)
        for name, weight in zip(names, model.coef_[0], strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }
    out = {
        "note": "Generated by eval/train_acceptance.py from the practice articles; do not edit.",
        "bias": round(float(model.intercept_[0]), 3),
        "weights": dict(sorted(weights.items())),
    }
    text = json.dumps(out, ensure_ascii=False, indent=0) + "\n"
    (ROOT / "src/talentflow/reader/data/acceptance.json").write_text(text, encoding="utf-8")
    return len(weights)


def main() -> None:
    """Reads the articles, learns, prints how well, writes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=pathlib.Path)
    parser.add_argument("--weight", type=float, default=0.012, help="inverse of the regularisation's strength")
    parser.add_argument("--folds", type=int, default=4, help="of the cross-validation; 0 leaves it out")
    options = parser.parse_args()
    found = examples(load_scorer(options.scorer))
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform(found.rows)
    truth = numpy.array(found.labels)
    print(f"{len(found.rows)} drafts, {int(truth.sum())} right, {matrix.shape[1]} features")
    counts = numpy.array([HARD_COUNTS if is_hard(name) else 1.0 for name in found.groups])
    model = LogisticRegression(C=options.weight, max_iter=3000, random_state=7)
    guess = None
    if options.folds:
        folds = GroupKFold(options.folds)
        guess = cross_val_predict(
            model,
            matrix,
            truth,
            groups=found.groups,
            cv=folds,
            params={"sample_weight": counts},
            method="predict_proba",
        )[:, 1]
        report(guess, truth)
    weights = write(model.fit(matrix, truth, counts), list(vectorizer.get_feature_names_out()))
    if guess is not None:
        (ROOT / "docs" / "model-card.md").write_text(
            card(found, guess, truth, options.folds, weights), encoding="utf-8"
        )


if __name__ == "__main__":
    main()
