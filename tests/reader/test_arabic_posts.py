"""Posts in Arabic: which one a mover leaves and which one is taken, and how far a field reaches. Names are invented."""

from __future__ import annotations

import pytest

from .sentences import claims_of


def posts_of(text: str) -> list[tuple[str | None, str | None]]:
    """The post left and the post taken, for each move."""
    return [(move.role_from, move.role_to) for move in claims_of(text, "ar")]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        # who presides over a field is its head; of an employer alone, its president
        ("أعلنت غوغل تعيين توم بيرغ رئيسا لهندسة الروبوتات.", (None, "head of engineering robotics")),
        ("أعلنت غوغل تعيين توم بيرغ رئيسا للشركة.", (None, "president")),
        # an adjective of the post may stand before its field
        ("انضم توم بيرغ إلى غوغل رئيسا جديدا للأبحاث.", (None, "head of research")),
        # more of the field than one word
        ("عينت غوغل توم بيرغ نائبا للرئيس لشؤون تصنيع الرقائق.", (None, "vice president of manufacturing chips")),
        # a verb that leads a field tells a post, and none without it
        (
            "انضم توم بيرغ، الذي كان يقود فريق النماذج الأساسية في غوغل، إلى ميتا.",
            ("head of team models foundation", None),
        ),
        ("انضم توم بيرغ، الذي كان يقود غوغل، إلى ميتا.", (None, None)),
        # a post begun by the words of its verb
        ("انضم توم بيرغ إلى ميتا بعدما كان مديرا للأبحاث في غوغل.", ("research director", None)),
        # the post beside the name is the one that is left
        ("كلفت غوغل المدير المالي توم بيرغ بالرئاسة التنفيذية.", ("CFO", "CEO")),
        ("رقت غوغل توم بيرغ من مدير للتصميم إلى رئيس لسلاسل الإمداد.", ("director of design", "head of supply chain")),
    ],
)
def test_the_posts_of_a_move(text: str, posts: tuple[str | None, str | None]) -> None:
    assert posts in posts_of(text)
