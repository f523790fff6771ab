"""The acceptance model: summing its weights in parts gives what the named features give."""

import pytest

from talentflow.model import Document
from talentflow.reader.careers.acceptance import features
from talentflow.reader.embedded import draft_candidates
from talentflow.reader.learnt.weights import load_weights, probability, weigh

TEXTS = [
    ("en", "Ada Moreno has left Borealis, where she was head of research, to join OpenAI. She starts in May 2025."),
    (
        "en",
        "OpenAI hired Ada Moreno, a former Anthropic researcher. Is she the new chief scientist? It said so.",
    ),
    ("es", "Ada Moreno deja Borealis y ficha por OpenAI como directora de investigación. No volverá a Meta."),
    ("ar", "غادرت ليلى حداد شركة غوغل وانضمت إلى شركة أوبن إيه آي رئيسة للأبحاث."),
]


@pytest.mark.parametrize(("lang", "text"), TEXTS)
def test_the_sum_in_parts_is_that_of_the_features(lang, text):
    drafts, judge = draft_candidates(Document(text=text, id="a", lang=lang, title="", published="2025-03-02"))
    judge.judge(drafts)
    likely = [draft for draft in drafts if draft.confidence > 0.03]  # less likely ones are left early
    assert likely
    for draft in likely:
        whole = probability(load_weights()[0] + weigh(features(draft, judge)))
        assert draft.confidence == pytest.approx(whole, abs=1e-9)


def test_features_weigh_the_same_in_every_order() -> None:
    """Some come out of sets, which have another order in every process."""
    values = dict.fromkeys(sorted(load_weights()[1]), 1.0)
    assert weigh(dict(reversed(values.items()))) == weigh(values)
