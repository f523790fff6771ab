"""One spelling of the data stands for many, and newsrooms write more."""

import pytest

from talentflow.registry.spellings import expand, spell_out


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("Lab", ["Lab"]),
        ("Lab(s|)", ["Labs", "Lab"]),
        ("(غ|ج)و(غ|ج)ل", ["غوغل", "غوجل", "جوغل", "جوجل"]),
        ("ديب سيك(| الصينية)", ["ديب سيك", "ديب سيك الصينية"]),
        # Brackets without a choice belong to the name.
        ("Ministry (Egypt)", ["Ministry (Egypt)"]),
    ],
)
def test_alternatives_are_spelled_out(short: str, long: list[str]) -> None:
    assert expand(short) == long


@pytest.mark.parametrize(
    ("code", "spelling", "spellings"),
    [
        ("ar", "بي بي سي", ["بي بي سي", "بي.بي.سي"]),
        ("ar", "أوبن إيه آي", ["أوبن إيه آي", "أوبن إيه.آي"]),
        ("ar", "ديب مايند", ["ديب مايند"]),
        ("en", "BBC", ["BBC"]),
        ("ja", "サム・アルトマン", ["サム・アルトマン", "サムアルトマン"]),
        ("zh", "萨姆·奥尔特曼", ["萨姆·奥尔特曼", "萨姆奥尔特曼"]),
        ("ko", "샘 올트먼", ["샘 올트먼"]),
    ],
)
def test_variants_of_a_language_are_added(code: str, spelling: str, spellings: list[str]) -> None:
    assert spell_out([spelling], code) == spellings


def test_what_folding_makes_equal_counts_once() -> None:
    assert spell_out(["أوبن إيه آي", "اوبن ايه اي"], "ar") == ["أوبن إيه آي", "أوبن إيه.آي"]
