"""Weights that were learnt, as they are read and applied: a logistic model, boosted trees."""
