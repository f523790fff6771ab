"""How well a reader reads: annotated articles, when a claim agrees with an annotation, and the figures."""

from talentflow.evaluation.agreement import Agreement, pair_up, posts_agree
from talentflow.evaluation.annotated import Annotated, annotated_articles
from talentflow.evaluation.figures import Figures, Tally, average

__all__ = ["Agreement", "Annotated", "Figures", "Tally", "annotated_articles", "average", "pair_up", "posts_agree"]
