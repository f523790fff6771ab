"""The acceptance model: summing what the parts of a draft add gives what its named features give."""

import numpy
import pytest

from talentflow.model import Document
from talentflow.reader.acceptance import features
from talentflow.reader.embedded import draft_candidates
from talentflow.reader.network import load_network, probabilities, vector

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
    assert drafts
    judge.judge(drafts)
    network = load_network()
    for draft in drafts:
        hidden = numpy.maximum(vector(features(draft, judge)) + network.hidden_bias, 0.0)
        whole = 1.0 / (1.0 + numpy.exp(-(hidden @ network.output + network.bias)))
        assert draft.confidence == pytest.approx(whole, abs=1e-4)


def test_nothing_is_asked_about_no_drafts():
    assert probabilities([], []) == []
