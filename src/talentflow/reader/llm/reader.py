"""The reader that asks a language model: from an article to claims that the article proves."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from talentflow.model import Document, ReaderError, Reading
from talentflow.reader.embedded import EmbeddedReader
from talentflow.reader.llm.answers import Said, UnusableError, parse_answer
from talentflow.reader.llm.budget import Spent
from talentflow.reader.llm.cache import Answers, NoAnswers, answer_key
from talentflow.reader.llm.client import ChatClient, TooLongError
from talentflow.reader.llm.prompt import INSTRUCTIONS, SCHEMA, VERSION, messages_for
from talentflow.reader.llm.proof import Proof
from talentflow.reader.llm.settings import ModelSettings
from talentflow.text.segment import lines, sentences

NAME = "llm"
# The embedded rules fill their tables as they go, which two threads must not do at once. Questions are on the way
# meanwhile: waiting for those is what takes the time.
EMBEDDED = threading.Lock()
_LEAST_PASSAGE = 400  # characters: what is shorter is not cut in two
_WARMER = 0.2  # so much more freedom each time that an answer was of no use


@dataclass(frozen=True, slots=True)
class Estimate:
    """What reading would ask for: questions, those answered before, and tokens, about and at the most."""

    questions: int = 0
    answered: int = 0
    about: tuple[int, int] = (0, 0)
    at_most: tuple[int, int] = (0, 0)

    def __add__(self, other: Estimate) -> Estimate:
        return Estimate(
            self.questions + other.questions,
            self.answered + other.answered,
            (self.about[0] + other.about[0], self.about[1] + other.about[1]),
            (self.at_most[0] + other.at_most[0], self.at_most[1] + other.at_most[1]),
        )


class LlmReader:
    """Reads documents in any language by asking a model. Safe to use from several threads."""

    name = NAME

    def __init__(
        self, settings: ModelSettings, *, answers: Answers | None = None, client: ChatClient | None = None
    ) -> None:
        """`answers` keeps what was answered; `client` is made from the settings where none is given."""
        self.settings = settings
        self.client = client or ChatClient(settings)
        self._answers = answers or NoAnswers()
        self._asking: dict[str, threading.Lock] = {}
        self._lock = threading.Lock()
        self._facts = EmbeddedReader(is_quick=True)
        self.dropped: Counter[str] = Counter()

    @property
    def version(self) -> str:
        """The model and the version of the prompt."""
        return f"{self.settings.model} prompt-{VERSION}"

    @property
    def at_once(self) -> int:
        """How many documents may be read at the same time."""
        return self.settings.at_once

    @property
    def spent(self) -> Spent:
        """What asking has cost so far."""
        return self.client.budget.spent

    def stop(self) -> None:
        """Ask nothing more, from whatever thread."""
        self.client.stop()

    def close(self) -> None:
        """Let go of the connections."""
        self.client.close()

    def read(self, document: Document) -> Reading:
        """All claims of one document that its words prove; facts are those of the embedded rules."""
        reading = self.read_passages(document, passages(document.text, self.settings.passage))
        with EMBEDDED:
            own = self._facts.read(document)
        return replace(reading, facts=own.facts, retold=own.retold)

    def read_passages(self, document: Document, wanted: Sequence[str]) -> Reading:
        """The claims of some passages of a document, proved by the whole of it."""
        with EMBEDDED:
            proof = Proof(document)
        said = [self._ask(document, passage, proof) for passage in wanted if passage.strip()]
        with EMBEDDED:
            found = Reading(
                document.id,
                document.lang,
                self.name,
                moves=tuple(proof.moves([move for one in said for move in one.moves])),
                positions=tuple(proof.positions([position for one in said for position in one.positions])),
                groups=tuple(proof.groups([group for one in said for group in one.groups])),
            )
        malformed = sum(one.malformed for one in said)
        with self._lock:
            self.dropped.update(proof.dropped)
            self.dropped.update({"form": malformed} if malformed else {})
        return found

    def estimate(self, document: Document, wanted: Sequence[str] | None = None) -> Estimate:
        """What reading a document would ask for, without asking."""
        asked = passages(document.text, self.settings.passage) if wanted is None else wanted
        total = Estimate()
        for passage in asked:
            if not passage.strip():
                continue
            if self._answers.get(self._key(document, passage)) is not None:
                total += Estimate(answered=1)
                continue
            text = "".join(message["content"] for message in messages_for(document, passage))
            bytes_asked = len(text.encode("utf-8", "replace"))
            about = _about(text), max(120, len(passage) // 8)
            total += Estimate(1, 0, about, (bytes_asked, self.settings.answer_tokens))
        return total

    def _ask(self, document: Document, passage: str, proof: Proof) -> Said:
        """What the model says of a passage: as it said before, else asked now; in halves where it is too long."""
        key = self._key(document, passage)
        with self._only_one(key):
            known = self._answers.get(key)
            if known is not None:
                try:
                    return parse_answer(known)
                except UnusableError:
                    pass  # kept by a version that took less care
            try:
                said, text = self._answered(document, passage, proof)
            except TooLongError as error:
                halves = _halves(passage)
                if len(halves) < 2:
                    raise self._failed(document, str(error)) from None
            else:
                self._answers.put(key, text)
                return said
        return _joined([self._ask(document, half, proof) for half in halves])

    def _answered(self, document: Document, passage: str, proof: Proof) -> tuple[Said, str]:
        """The first answer of use, with its text."""
        problem, reminder = "", None
        kept: tuple[Said, str] | None = None
        for attempt in range(self.settings.tries):
            try:
                answer = self.client.ask(
                    messages_for(document, passage, reminder), SCHEMA, temperature=min(1.0, _WARMER * attempt)
                )
            except ReaderError as error:
                if isinstance(error, TooLongError):
                    raise
                raise self._failed(document, str(error)) from None
            if answer.finish == "length" and len(passage) > _LEAST_PASSAGE:
                raise TooLongError("the answer was cut off")
            try:
                said = parse_answer(answer.text)
            except UnusableError:
                problem, reminder = (
                    "it refuses" if answer.refusal else "its answer is not of the form asked for",
                    "form",
                )
                continue
            with EMBEDDED:
                if proof.quotes_stand(said):
                    return said, answer.text
            kept, reminder = (said, answer.text), "quotes"
        if kept is not None:
            return kept  # it claims again and again what the text does not say: all of it is dropped and counted
        raise self._failed(document, f"the model gave no usable answer in {self.settings.tries} attempts: {problem}.")

    def _failed(self, document: Document, why: str) -> ReaderError:
        return ReaderError(f"{document.origin or document.id}: {why} It stays unread; run the same command again.")

    def _key(self, document: Document, passage: str) -> str:
        messages = messages_for(document, passage)
        return answer_key(
            [self.settings.base_url, self.settings.model, VERSION, INSTRUCTIONS, *(one["content"] for one in messages)]
        )

    @contextmanager
    def _only_one(self, key: str) -> Iterator[None]:
        """Let only one thread ask a question; who waits finds the answer kept, and nothing is paid for twice."""
        with self._lock:
            lock = self._asking.setdefault(key, threading.Lock())
        try:
            with lock:
                yield
        finally:
            with self._lock:
                self._asking.pop(key, None)


def passages(text: str, longest: int) -> list[str]:
    """A text in passages of whole lines; a longer line is cut between sentences, a longer sentence where it must."""
    out: list[str] = []
    start = end = 0
    for piece_start, piece_end in _pieces(text, longest):
        if end > start and piece_end - start > longest:
            out.append(text[start:end])
            start = piece_start
        elif end == start:
            start = piece_start
        end = piece_end
    if end > start:
        out.append(text[start:end])
    return out


def _pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    for line_start, line_end in lines(text):
        if line_end - line_start <= longest:
            yield line_start, line_end
            continue
        for start, end in sentences(text, line_start, line_end):
            for begin in range(start, end, longest):
                yield begin, min(begin + longest, end)


def _halves(passage: str) -> list[str]:
    """A passage in two parts of about one length, one where it is short already."""
    return [passage] if len(passage) <= _LEAST_PASSAGE else passages(passage, len(passage) // 2 + 1)


def _joined(parts: Sequence[Said]) -> Said:
    return Said(
        tuple(move for part in parts for move in part.moves),
        tuple(position for part in parts for position in part.positions),
        tuple(group for part in parts for group in part.groups),
        sum(part.malformed for part in parts),
    )


def _about(text: str) -> int:
    """About how many tokens a text is: four Latin letters make one, three letters of others two."""
    ascii_letters = sum(character < "\u0250" for character in text)
    return ascii_letters // 4 + (len(text) - ascii_letters) * 2 // 3
