"""Readers for tests: quick, and never waiting."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from talentflow.model import Document
from talentflow.reader.llm.client import ChatClient
from talentflow.reader.llm.reader import LlmReader
from talentflow.reader.llm.settings import ModelSettings

KEY = "sk-not-to-be-seen-anywhere"


def settings_for(url: str, **more: Any) -> ModelSettings:
    """Settings for a server of the tests."""
    return ModelSettings(**{"model": "scripted-1", "base_url": url, "key": KEY, "timeout": 60.0, **more})


@contextmanager
def reader_for(url: str, *, sleeps: list[float] | None = None, answers: Any = None, **more: Any) -> Iterator[LlmReader]:
    """A reader whose waits are noted and not waited."""
    settings = settings_for(url, **more)
    later = [0.0]

    def sleep(seconds: float) -> None:
        later[0] += seconds
        if sleeps is not None:
            sleeps.append(seconds)

    client = ChatClient(settings, sleep=sleep, clock=lambda: time.monotonic() + later[0])
    reader = LlmReader(settings, answers=answers, client=client)
    try:
        yield reader
    finally:
        reader.close()


def article(text: str, lang: str = "en", **more: Any) -> Document:
    """A document of the tests."""
    return Document(text=text, lang=lang, **{"id": "a-1", "published": "2026-01-15", **more})
