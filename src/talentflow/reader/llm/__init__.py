"""A reader that asks a language model which the user runs or rents, and believes only what the text proves."""

from talentflow.reader.llm.budget import Budget, Limits, Prices, Spent
from talentflow.reader.llm.settings import ModelSettings

__all__ = ["Budget", "Limits", "ModelSettings", "Prices", "Spent"]
