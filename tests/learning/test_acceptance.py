"""Learning weights from annotated articles."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from talentflow.evaluation import Agreement, Annotated, annotated_articles
from talentflow.learning import card, learn_acceptance
from talentflow.learning.acceptance import is_right
from talentflow.model import Document, EntityMention, MoveClaim, TalentflowError
from talentflow.reader.embedded import draft_candidates
from talentflow.registry import Registry

TRAIN = Path(__file__).resolve().parent.parent.parent / "train"


def sentences(count: int) -> list[Annotated]:
    """Short practice texts in English."""
    return list(annotated_articles(sorted((TRAIN / "sentences").glob("en*.jsonl"))[:1], print))[:count]


@pytest.fixture(scope="module")
def articles() -> list[Annotated]:
    return sentences(60)


def test_the_same_articles_give_the_same_weights(articles: list[Annotated]) -> None:
    pytest.importorskip("sklearn", reason="learning needs scikit-learn")
    steps: list[int] = []
    one = learn_acceptance(articles, lambda: steps.append(1))
    other = learn_acceptance(articles)
    assert one.as_json() == other.as_json()
    assert len(steps) == len(articles)
    data = json.loads(one.as_json())
    assert data["weights"]
    assert set(one.drafts) == {"en"}
    assert sum(count for _, _, count in one.tenths) == sum(one.drafts.values())
    assert 0 < one.right < sum(one.drafts.values())


def test_nothing_is_learnt_from_articles_kept_aside(articles: list[Annotated]) -> None:
    pytest.importorskip("sklearn", reason="learning needs scikit-learn")
    aside = [replace(article, split="heldout") for article in articles[40:]]
    assert learn_acceptance(articles[:40]).as_json() == learn_acceptance(articles[:40] + aside).as_json()


def test_too_few_articles_are_refused() -> None:
    pytest.importorskip("sklearn", reason="learning needs scikit-learn")
    with pytest.raises(TalentflowError, match="nothing to learn from"):
        learn_acceptance(sentences(2))


def test_the_card_says_what_was_learnt_and_how_well(articles: list[Annotated]) -> None:
    pytest.importorskip("sklearn", reason="learning needs scikit-learn")
    learnt = learn_acceptance(articles)
    text = card(learnt)
    assert f"| en | {learnt.articles['en']} | {learnt.drafts['en']:,} |" in text
    assert f"calibration error is {learnt.calibration_error:.3f}" in text


def test_a_draft_is_right_where_an_annotation_has_both_its_ends() -> None:
    def named(name: str) -> EntityMention:
        return EntityMention("", name, name)

    document = Document(text="Ada Moreno has left Borealis Labs to join Quanta Labs.", lang="en")
    drafts, _ = draft_candidates(document)
    gold = MoveClaim(named("Ada Moreno"), named("Borealis Labs"), named("Quanta Labs"), "move")
    swapped = replace(gold, from_org=gold.to_org, to_org=gold.from_org)
    agreement = Agreement(Registry())
    assert any(is_right(draft, [gold], agreement) for draft in drafts)
    assert not all(is_right(draft, [gold], agreement) for draft in drafts)
    assert not any(is_right(draft, [swapped], agreement) for draft in drafts)
    assert not any(is_right(draft, [], agreement) for draft in drafts)
