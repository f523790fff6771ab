"""Talentflow: who left whom for whom, in which post, when, why, and according to whom."""

__version__ = "0.1.0"
