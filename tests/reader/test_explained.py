"""Every step of an explanation has a form that the surfaces know, so that each can say it in its visitor's language."""

from __future__ import annotations

import pytest

from talentflow.model import Document, notes
from talentflow.model.notes import read_note
from talentflow.reader.embedded import EmbeddedReader
from talentflow.serve.commands.examples import examples_folder
from talentflow.sources import SourceProblem
from talentflow.sources.read import read_paths

READER = EmbeddedReader(is_quick=True)


def forms_of(document: Document, reader: EmbeddedReader = READER) -> set[str]:
    """The forms of all steps; a step without one stands for itself."""
    steps = [step for move in reader.read(document).moves for step in move.explanation]
    return {(read_note(step) or (step,))[0] for step in steps}


def test_the_steps_of_the_bundled_articles_have_forms() -> None:
    lost: list[SourceProblem] = []
    found = set().union(*map(forms_of, read_paths([str(examples_folder())], lost.append)))
    assert not lost
    assert found <= set(notes.FORMS)
    assert {notes.TELLS, notes.FROM_PLACED, notes.TO_PLACED, notes.FROM_MEANT, notes.CUE} <= found


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ada Moreno has left OpenAI for Anthropic.", notes.TELLS),
        ("Three researchers have left OpenAI. They are Ada Moreno, Tom Berg and Lea Jay.", notes.TELLS_OF_SEVERAL),
        ("Ada Moreno may leave OpenAI, two people said.", notes.CUE),
        ("Meta made Ada Moreno an offer. She turned it down.", notes.DECLINED_AFTERWARDS),
        ("Ada Moreno has left OpenAI. She joined Anthropic on Monday.", notes.ONE_STEP),
        ("Ada Moreno, a researcher at OpenAI, is joining Anthropic.", notes.FROM_MEANT),
        ("Reuters reported on Monday that Google pays well. Ada Moreno left Google for Meta.", notes.RETOLD),
    ],
)
def test_each_way_of_reading_has_its_form(text: str, form: str) -> None:
    found = forms_of(Document(text, "a", "en", "", "2025-06-11"))
    assert form in found
    assert found <= set(notes.FORMS)


def test_the_second_look_has_its_form() -> None:
    document = Document("Ada Moreno left Google for Meta.", "a", "en", "", "2025-06-11")
    assert notes.ENCODER in forms_of(document, EmbeddedReader())
