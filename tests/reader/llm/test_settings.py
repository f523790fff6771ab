"""What cannot be asked is told before anything is sent, and a key is shown nowhere."""

from __future__ import annotations

import pytest

from talentflow.model import TalentflowError
from talentflow.reader.llm.pauses import asked_to_wait, back_off
from tests.reader.llm.make import KEY, settings_for


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("localhost:11434", "none that can be asked"),
        ("ftp://host/v1", "none that can be asked"),
        ("http://", "none that can be asked"),
        ("http://host:99999/v1", "none that can be asked"),
        ("http://me:secret@host/v1", "holds a key or a password"),
        ("https://host/v1?api-key=secret", "holds a key or a password"),
    ],
)
def test_an_address_that_cannot_be_asked_is_told_without_repeating_it(url: str, words: str) -> None:
    with pytest.raises(TalentflowError, match=words) as caught:
        settings_for(url)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("key", ["sk-a\nb", "sk-ä", "a b"])
def test_a_key_that_is_none_is_not_repeated(key: str) -> None:
    with pytest.raises(TalentflowError, match="no key has") as caught:
        settings_for("http://localhost/v1", key=key)
    assert key not in str(caught.value)


def test_the_key_is_not_in_the_representation() -> None:
    assert KEY not in repr(settings_for("http://localhost/v1"))
    assert settings_for("https://host:8443/v1/deep").server == "https://host:8443"


def test_a_model_must_be_named() -> None:
    with pytest.raises(TalentflowError, match="--model NAME"):
        settings_for("http://localhost/v1", model=" ")


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "7"}, 7.0), ({"retry-after": "0.5"}, 0.5), ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after": "-3"}, 0.0), ({"retry-after": "nan"}, None), ({"retry-after": "soon"}, None), ({}, None),
        ({"retry-after": "Mon, 01 Jan 2024 00:00:00 GMT"}, 0.0),
    ],
)  # fmt: skip
def test_what_a_server_asks_to_wait(headers: dict[str, str], seconds: float | None) -> None:
    assert asked_to_wait(headers) == seconds


def test_waits_grow_to_a_bound_and_are_drawn() -> None:
    assert [back_off(attempt, lambda: 1.0) for attempt in range(4)] == [0.5, 1.0, 2.0, 4.0]
    assert back_off(50, lambda: 1.0) == 30.0
    assert back_off(3, lambda: 0.25) == 1.0
