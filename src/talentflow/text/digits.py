"""Digits of other scripts as the ones that Python counts with."""

from __future__ import annotations

_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def western_digits(text: str) -> str:
    """The text with Arabic and Persian digits as 0 to 9: "٢٠٢٥" gives "2025"."""
    return text.translate(_WESTERN)
