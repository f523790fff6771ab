"""The words of a reason give back the templates that made them, whatever stands in the names."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from talentflow.model.reasons import AS_WRITTEN, BOTH_WITH, JOINT, ONE_STORY, TEMPLATES, taken_apart

NAMES = st.text(min_size=1, max_size=20).filter(lambda name: not re.search("[“”;]", name))


@given(st.lists(st.tuples(st.sampled_from(TEMPLATES), NAMES, NAMES), min_size=1, max_size=4))
def test_every_reason_is_taken_apart(told: list[tuple[str, str, str]]) -> None:
    filled = [template.format(one=first, other=second, names=first, post=second) for template, first, second in told]
    parts = taken_apart(JOINT.join(filled))
    assert parts is not None
    assert [template.format(**values) for template, values in parts] == filled


def test_what_a_reviewer_writes_is_left_alone() -> None:
    assert taken_apart("I asked them both") is None
    assert taken_apart(f"{ONE_STORY}; I asked them both") is None


def test_several_statements_keep_their_order() -> None:
    assert taken_apart("both with OpenAI, Meta; written “Ada”; told of in one story") == [
        (BOTH_WITH, {"names": "OpenAI, Meta"}),
        (AS_WRITTEN, {"one": "Ada"}),
        (ONE_STORY, {}),
    ]
