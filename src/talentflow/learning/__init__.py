"""The reader's weights, learnt anew from annotated articles: the same from the same files."""

from talentflow.learning.acceptance import Learnt, learn_acceptance
from talentflow.learning.card import card

__all__ = ["Learnt", "card", "learn_acceptance"]
