"""One question to a model over HTTP, by the protocol of OpenAI's chat completions, asked again where that may help.

Every attempt counts against the budget. What a server cannot do (a JSON schema, JSON at all, a temperature) is left
out of the next attempt, and of all later questions once an attempt without it was answered.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from talentflow.model import ReaderError, ReaderStoppedError, TalentflowError
from talentflow.reader.llm.budget import Budget
from talentflow.reader.llm.pauses import asked_to_wait, back_off
from talentflow.reader.llm.settings import ModelSettings

if TYPE_CHECKING:
    import httpx2

Message = dict[str, str]
_PER_MESSAGE = 16  # tokens at most that a chat template adds to a message
_BYTES_PER_TOKEN = 32  # more than any tokenizer puts into one; bounds what is read of an answer
_ENVELOPE = 65_536  # bytes of an answer around its text
_MOST_EXCERPT = 160
_TOO_LONG = ("context", "too long", "maximum length", "too many tokens", "too large")


class TooLongError(ReaderError):
    """The question, or the answer to it, is longer than the model allows: ask about less."""


class _PassingError(Exception):
    """An attempt that failed in a way that may pass: why, how long the server asks to wait, and what it may cost."""

    def __init__(self, why: str, wait: float | None = None, *, is_charged: bool = False, is_away: bool = False) -> None:
        super().__init__(why)
        self.why, self.wait, self.is_charged, self.is_away = why, wait, is_charged, is_away


@dataclass(frozen=True, slots=True)
class Answer:
    """What a model said, and why it ended: "stop", "length" where it was cut off, or another word of the server."""

    text: str
    finish: str
    refusal: bool = False


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a server is asked for: `form` is "schema", "json" or "plain", `limit` the name of the length's limit."""

    form: str = "schema"
    limit: str = "max_tokens"
    temperature: bool = True


class ChatClient:
    """Asks one server. Safe to use from several threads, which share connections and waits."""

    def __init__(
        self,
        settings: ModelSettings,
        budget: Budget | None = None,
        *,
        sleep: Callable[[float], None] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._stopped = threading.Event()
        self._sleep, self._clock = sleep or self._rest, clock
        self.settings = settings
        self.budget = budget or Budget(settings.limits, settings.prices, clock=clock, sleep=self._sleep)
        self._shape = _Shape()
        self._not_before = 0.0
        self._lock = threading.Lock()
        self._at_once = threading.BoundedSemaphore(settings.at_once)
        self._http = _open(settings)

    def stop(self) -> None:
        """Ask nothing more: whoever waits for a server or for a turn is told at once that it is over."""
        self._stopped.set()
        self._http.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _rest(self, seconds: float) -> None:
        if self._stopped.wait(seconds):
            raise ReaderStoppedError("interrupted. What was read is kept.")

    def ask(self, messages: list[Message], schema: Mapping[str, Any], *, temperature: float = 0.0) -> Answer:
        """The answer to a question.

        Raises TooLongError or ReaderError for this one, ReaderStoppedError where none can be had.
        """
        settings, shape, attempt = self.settings, self._shape, 0
        with self._at_once:
            while True:
                self._wait_with_the_others()
                if self._stopped.is_set():
                    raise ReaderStoppedError("interrupted. What was read is kept.")
                try:
                    answer = self._attempt(_body(settings, shape, messages, schema, temperature), shape)
                except _LackError as lack:
                    shape = lack.rest
                    continue
                except _PassingError as again:
                    attempt += 1
                    if attempt >= settings.tries:
                        raise self._given_up(again, attempt) from None
                    self._pause(again, attempt)
                    continue
                self._shape = shape
                return answer

    def _attempt(self, body: dict[str, Any], shape: _Shape) -> Answer:
        content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        most = (len(content) + _PER_MESSAGE * len(body["messages"]), self.settings.answer_tokens)
        reserved = self.budget.reserve(*most)
        used = most  # unless we learn better: what a server dies over may still be billed
        try:
            status, headers, answer = self._post(content)
            if status == 200:
                found = _read(answer, most)
                used = found[1]
                return found[0]
            used = (0, 0)
            raise self._refused(status, headers, answer, shape)
        except _PassingError as again:
            if not again.is_charged:
                used = (0, 0)
            raise
        finally:
            self.budget.settle(reserved, used)

    def _post(self, content: bytes) -> tuple[int, Mapping[str, str], bytes]:
        """Status, headers and body; the body within its bounds of length and time, however slowly it drips."""
        import httpx2

        longest = self.settings.answer_tokens * _BYTES_PER_TOKEN + _ENVELOPE
        until = self._clock() + self.settings.timeout
        try:
            with self._http.stream("POST", "chat/completions", content=content) as response:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > longest:
                        raise _PassingError("the answer did not end", is_charged=True)
                    if self._clock() > until:
                        raise _PassingError("the answer took too long", is_charged=True)
                return response.status_code, response.headers, bytes(body)
        except httpx2.ConnectError:
            raise _PassingError("nobody answers there", is_away=True) from None
        except httpx2.ConnectTimeout:
            raise _PassingError("nobody answers there in time", is_away=True) from None
        except httpx2.TimeoutException:
            raise _PassingError("no answer came in time", is_charged=True) from None
        except httpx2.TransportError:
            raise _PassingError("the connection broke", is_charged=True) from None
        except httpx2.DecodingError:
            raise _PassingError("the answer cannot be unpacked", is_charged=True) from None

    def _refused(self, status: int, headers: Mapping[str, str], body: bytes, shape: _Shape) -> Exception:
        """What an answer other than 200 means for the question."""
        told = self._excerpt(body)
        said = f" It says: {told}" if told else ""
        server = self.settings.server
        if status in (408, 409, 425, 429) or status >= 500:
            if status == 429 and "insufficient_quota" in told:
                return ReaderStoppedError(f"{server}: the account has nothing left to spend.{said}")
            if status != 501:
                return _PassingError(f"status {status}", asked_to_wait(headers))
        if status in (401, 403):
            return ReaderStoppedError(
                f"{server}: it does not accept the key (status {status}). Check TALENTFLOW_LLM_KEY."
            )
        if status == 402:
            return ReaderStoppedError(f"{server}: it asks for a payment first (status 402).{said}")
        if 300 <= status < 400:
            return ReaderStoppedError(f"{server}: it sends us elsewhere (status {status}). Give the full --base-url.")
        lowered = told.lower()
        if status == 413 or (status in (400, 422) and any(word in lowered for word in _TOO_LONG)):
            return TooLongError(f"the text is too long for the model (status {status})")
        rest = _lesser(shape, lowered) if status in (400, 404, 415, 422, 501) else None
        if rest is not None:
            return _LackError(rest)
        if status in (404, 405):
            return ReaderStoppedError(
                f"{server}: it knows no such model or address (status {status}). "
                f"Check --model and --base-url, which mostly ends in /v1.{said}"
            )
        return ReaderError(f"the model's server refused the question (status {status}).{said}")

    def _excerpt(self, body: bytes) -> str:
        """A few words of a server's message, without the key should it repeat it."""
        text = body[:4_096].decode("utf-8", "replace")
        try:
            row = json.loads(body)
            error = row.get("error", row) if isinstance(row, dict) else row
            text = str(error.get("message") or error) if isinstance(error, dict) else str(error)
        except ValueError:
            pass
        if self.settings.key:
            text = text.replace(self.settings.key, "[key]")
        return " ".join(text.split())[:_MOST_EXCERPT]

    def _wait_with_the_others(self) -> None:
        """Wait until the time that the server named to any of the threads."""
        while (wait := self._not_before - self._clock()) > 0:
            self._sleep(wait)

    def _pause(self, again: _PassingError, attempt: int) -> None:
        wait = back_off(attempt - 1)
        if again.wait is not None:
            if again.wait > self.settings.patience:
                raise ReaderStoppedError(
                    f"{self.settings.server}: it asks to wait for {again.wait:,.0f} seconds, longer than patience "
                    f"allows ({self.settings.patience:,.0f}). Go on later: what was read is kept."
                )
            with self._lock:
                self._not_before = max(self._not_before, self._clock() + again.wait)
        self._sleep(wait)

    def _given_up(self, again: _PassingError, attempts: int) -> TalentflowError:
        line = f"{self.settings.server}: {again.why}, {attempts} times in a row."
        if again.is_away:
            return ReaderStoppedError(f"{line} Is the server running? What was read is kept.")
        return ReaderError(line)


class _LackError(Exception):
    """The server lacks something that was asked for; `rest` is what to ask for instead."""

    def __init__(self, rest: _Shape) -> None:
        super().__init__()
        self.rest = rest


def _open(settings: ModelSettings) -> httpx2.Client:
    try:
        import httpx2
    except ImportError:
        raise TalentflowError(
            'Asking a model needs a part that is not installed. Run: pip install "talentflow[llm]"'
        ) from None
    headers = {"User-Agent": "talentflow", "Content-Type": "application/json", "Accept": "application/json"}
    if settings.key:
        headers["Authorization"] = f"Bearer {settings.key}"
    return httpx2.Client(
        base_url=settings.base_url.rstrip("/") + "/",
        headers=headers,
        timeout=httpx2.Timeout(settings.timeout, connect=min(10.0, settings.timeout)),
        follow_redirects=False,  # a key goes nowhere but where the user said
        limits=httpx2.Limits(max_connections=settings.at_once),
    )


def _body(
    settings: ModelSettings, shape: _Shape, messages: list[Message], schema: Mapping[str, Any], temperature: float
) -> dict[str, Any]:
    body: dict[str, Any] = {"model": settings.model, "messages": messages, shape.limit: settings.answer_tokens}
    if shape.temperature:
        body["temperature"] = temperature
    if shape.form == "schema":
        form = {"name": "claims", "strict": True, "schema": schema}
        body["response_format"] = {"type": "json_schema", "json_schema": form}
    elif shape.form == "json":
        body["response_format"] = {"type": "json_object"}
    return body


def _lesser(shape: _Shape, told: str) -> _Shape | None:
    """What to ask for instead, by what the server objects to; None where there is nothing left to leave out."""
    if "max_completion_tokens" in told and shape.limit == "max_tokens":
        return replace(shape, limit="max_completion_tokens")
    if "temperature" in told and shape.temperature:
        return replace(shape, temperature=False)
    if shape.form == "schema":
        return replace(shape, form="json")
    return replace(shape, form="plain") if shape.form == "json" else None


def _read(body: bytes, most: tuple[int, int]) -> tuple[Answer, tuple[int, int]]:
    """The answer in a body, and the tokens that it took; where the server does not count them, the most possible."""
    try:
        row = json.loads(body)
        choice = row["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
        if isinstance(text, list):  # in parts, as some servers answer
            text = "".join(part.get("text", "") for part in text if isinstance(part, dict))
        finish = choice.get("finish_reason")
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
        raise _PassingError("the answer is no answer of a chat", is_charged=True) from None
    answer = Answer(text if isinstance(text, str) else "", finish if isinstance(finish, str) else "", bool(refusal))
    return answer, _usage(row.get("usage"), most)


def _usage(usage: object, most: tuple[int, int]) -> tuple[int, int]:
    found = []
    for name, bound in zip(("prompt_tokens", "completion_tokens"), most, strict=True):
        count = usage.get(name) if isinstance(usage, dict) else None
        is_count = isinstance(count, int) and not isinstance(count, bool) and count >= 0
        found.append(count if is_count and count is not None else bound)
    return found[0], found[1]
