"""What a user says of the model to ask: where it is, what it costs, what it may spend."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from talentflow.model import TalentflowError
from talentflow.reader.llm.budget import Limits, Prices


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """A model and the server that answers for it, by the protocol of OpenAI's chat completions.

    `key` is shown nowhere, not even in the representation of the settings. `passage` is how many characters of an
    article one question holds, `answer_tokens` the longest answer; `tries` counts all attempts at one question, and
    `patience` is the longest wait in seconds that a server may ask for. `at_once` bounds the questions on the way.
    """

    model: str
    base_url: str
    key: str = field(default="", repr=False)
    prices: Prices = field(default_factory=Prices)
    limits: Limits = field(default_factory=Limits)
    at_once: int = 4
    tries: int = 6
    timeout: float = 120.0
    patience: float = 120.0
    passage: int = 12_000
    answer_tokens: int = 4_096

    def __post_init__(self) -> None:
        if not self.model.strip():
            raise TalentflowError("No model is named. Say which: --model NAME, or model = NAME in the settings.")
        place = urlsplit(self.base_url)
        if place.scheme not in ("http", "https") or not place.hostname or not _has_port(place.netloc):
            raise TalentflowError(
                "The address of the model's server is none that can be asked. Write it like http://localhost:11434/v1"
            )
        if place.username or place.password or "key" in place.query.lower():
            raise TalentflowError(
                "The address of the model's server holds a key or a password. Put it into TALENTFLOW_LLM_KEY instead."
            )
        if not self.key.isascii() or any(letter.isspace() or not letter.isprintable() for letter in self.key):
            raise TalentflowError("The key of the model's server holds characters that no key has. Copy it again.")
        for name in ("at_once", "tries", "passage", "answer_tokens"):
            if getattr(self, name) < 1:
                raise TalentflowError(f"{name} must be at least 1 in the settings of the model.")
        if self.limits.money is not None and not self.prices.are_known:
            raise TalentflowError(
                "A budget in money needs the prices of the model: price_in and price_out, a million tokens each."
            )

    @property
    def server(self) -> str:
        """The server as messages name it: without anything that could be secret."""
        place = urlsplit(self.base_url)
        port = f":{place.port}" if place.port else ""
        return f"{place.scheme}://{place.hostname}{port}"


def _has_port(place: str) -> bool:
    """Whether what stands behind the last colon of an address is a port, if anything stands there."""
    try:
        _ = urlsplit(f"//{place}").port
    except ValueError:
        return False
    return True
