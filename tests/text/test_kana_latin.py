"""Kana in Latin letters."""

from __future__ import annotations

import pytest

from talentflow.text.kana_latin import latin_of_reading, latin_of_spelled


@pytest.mark.parametrize(
    ("kana", "latin"),
    [
        ("コウノ", "Kono"),
        ("ユウコ", "Yuko"),
        ("シンイチ", "Shinichi"),
        ("リョウヘイ", "Ryohei"),
        ("さおり", "Saori"),
        ("ハットリ", "Hattori"),
        ("イノウエ", "Inoue"),
        ("マツウラ", "Matsuura"),
    ],
)
def test_readings(kana: str, latin: str) -> None:
    assert latin_of_reading(kana) == latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [("ミラ・ムラティ", "Mira Murati"), ("アダ・モレノ", "Ada Moreno"), ("ヴィクター", "Vikuta"), ("メッチ", "Metchi")],
)
def test_spelled_names(name: str, latin: str) -> None:
    assert latin_of_spelled(name) == latin
