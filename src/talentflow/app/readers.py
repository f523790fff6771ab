"""The readers by name, made as the user's settings say."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from talentflow.app.model_settings import answers_path, model_settings

if TYPE_CHECKING:
    from talentflow.reader.cascade import CascadeReader
    from talentflow.reader.llm.reader import LlmReader


def llm_reader(given: Mapping[str, object]) -> LlmReader:
    """The reader that asks a model; `given` are settings by name, None for what the user did not say."""
    from talentflow.reader.llm.cache import AnswerFile
    from talentflow.reader.llm.reader import LlmReader

    settings = model_settings(given)
    return LlmReader(settings, answers=AnswerFile(Path(answers_path(given))))


def cascade_reader(given: Mapping[str, object]) -> CascadeReader:
    """The reader that asks a model only where the embedded one is in doubt."""
    from talentflow.reader.cascade import CascadeReader

    return CascadeReader(llm_reader(given))
