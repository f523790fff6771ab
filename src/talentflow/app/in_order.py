"""Documents read several at a time by a reader that waits for answers, and handed on in the order of the input."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from talentflow.app.reading import Reader
from talentflow.model import Document, ReaderStoppedError, Reading

Item = TypeVar("Item")
_AHEAD = 2  # times as many documents are taken in as are read at once


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item]):
    """What became of one item: its reading, or why there is none; neither where nothing was to be read."""

    item: Item
    reading: Reading | None = None
    problem: Exception | None = None


def read_in_order(reader: Reader, asked: Iterable[tuple[Item, Document | None]]) -> Iterator[Outcome[Item]]:
    """Read each document that comes with an item.

    Where the reader cannot go on at all (ReaderStoppedError), what came before it in the input is still handed on,
    and then the error is raised: nothing behind it is taken as read.
    """
    at_once = getattr(reader, "at_once", 1)
    if at_once <= 1:
        for item, document in asked:
            yield _read(reader, item, document)
        return
    waiting: deque[Future[Outcome[Item]]] = deque()
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="reader")
    try:
        for item, document in asked:
            waiting.append(pool.submit(_read, reader, item, document))
            while waiting and (waiting[0].done() or len(waiting) > _AHEAD * at_once):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except (KeyboardInterrupt, GeneratorExit):
        stop = getattr(reader, "stop", None)
        if stop is not None:
            stop()  # whoever waits for an answer need not wait for its end
        raise
    finally:
        for future in waiting:
            future.cancel()
        pool.shutdown(wait=True, cancel_futures=True)


def _read(reader: Reader, item: Item, document: Document | None) -> Outcome[Item]:
    if document is None:
        return Outcome(item)
    try:
        return Outcome(item, reader.read(document))
    except ReaderStoppedError:
        raise
    except Exception as error:  # whatever a reader trips over must not stop the others
        return Outcome(item, problem=error)
