"""The bytes of one input, in chunks: unpacked where they are gzip, guarded against bombs, counted as they are read."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from typing import Protocol

from talentflow.sources.problems import Reporter, Unreadable

CHUNK = 1 << 16
MEBIBYTE = 1 << 20
# An article larger than this is no article; what is read of a text file stops here.
LONGEST_ARTICLE = 64 * MEBIBYTE
# News shrinks 3 to 10 times, a file of one article repeated perhaps 200 times, zeros a thousand times.
_BOMB_RATIO = 400
_BOMB_FLOOR = 64 * MEBIBYTE
_GZIP_MAGIC = b"\x1f\x8b"


class ByteStream(Protocol):
    """What is read from: an open binary file."""

    def read(self, size: int, /) -> bytes:
        """Up to `size` bytes; none at the end."""
        ...


class Content:
    """The content of one input, read once from front to back.

    `was_cut` is set when the bytes end before they should (a truncated or damaged gzip file, a limit) and the reason
    has been reported: what follows from that needs no second report. `declared` is what its sender calls its encoding.
    """

    def __init__(
        self,
        stream: ByteStream,
        report: Reporter,
        *,
        expects_gzip: bool = False,
        declared: str | None = None,
        on_bytes: Callable[[int], None] | None = None,
    ) -> None:
        self.report = report
        self.was_cut = False
        self.declared = declared
        self._stream = stream
        self._on_bytes = on_bytes
        self._expects_gzip = expects_gzip
        self._pushed_back = b""
        self._source = self._unpacked()

    def peek(self, size: int = CHUNK, until: bytes | None = None) -> bytes:
        """The first bytes, without reading past them: `size`, fewer once `until` is among them or the input ends."""
        while len(self._pushed_back) < size and (until is None or until not in self._pushed_back):
            chunk = next(self._source, b"")
            if not chunk:
                break
            self._pushed_back += chunk
        return self._pushed_back

    def chunks(self) -> Iterator[bytes]:
        """All bytes that are left, a chunk at a time."""
        if self._pushed_back:
            head, self._pushed_back = self._pushed_back, b""
            yield head
        yield from self._source

    def read(self, limit: int = LONGEST_ARTICLE) -> tuple[bytes, bool]:
        """Up to `limit` bytes, and whether there are more."""
        held = bytearray()
        for chunk in self.chunks():
            held += chunk
            if len(held) > limit:
                return bytes(held[:limit]), True
        return bytes(held), False

    def _raw(self) -> Iterator[bytes]:
        # read1 gives what is there: a line typed into a pipe is read at once.
        read = getattr(self._stream, "read1", self._stream.read)
        while chunk := read(CHUNK):
            if self._on_bytes is not None:
                self._on_bytes(len(chunk))
            yield chunk

    def _unpacked(self) -> Iterator[bytes]:
        raw = self._raw()
        head = b""
        while len(head) < 2 and (chunk := next(raw, b"")):
            head += chunk
        if head.startswith(_GZIP_MAGIC):
            yield from self._inflated(head, raw)
            return
        if head and self._expects_gzip:
            self.report.warn("is named .gz but is not gzip data: read as it stands", "Rename it if this is right.")
        if head:
            yield head
        yield from raw

    def _inflated(self, head: bytes, raw: Iterator[bytes]) -> Iterator[bytes]:
        """The unpacked bytes of one or several gzip members; whatever follows them is left aside."""
        inflate = zlib.decompressobj(wbits=31)
        packed, packed_size, size = head, len(head), 0
        while True:
            before = inflate.copy()
            try:
                chunk = inflate.decompress(packed, CHUNK)
            except zlib.error as error:
                chunk = _salvaged(before, packed)
                self._cut(f"is damaged gzip data ({_reason(error)})", size + len(chunk))
                yield chunk
                return
            if chunk:
                size += len(chunk)
                if size > _BOMB_FLOOR and size > _BOMB_RATIO * packed_size:
                    raise Unreadable(
                        f"unpacks to more than {_BOMB_RATIO} times its size, which no article does",
                        "Unpack it yourself if you trust it.",
                    )
                yield chunk
            packed = inflate.unconsumed_tail
            if inflate.eof:
                packed = inflate.unused_data.lstrip(b"\0")  # padding, as tape blocks have
                inflate = zlib.decompressobj(wbits=31)
                packed = packed or next(raw, b"").lstrip(b"\0")
                packed_size += len(packed)
                if not packed:
                    return
                if not packed.startswith(_GZIP_MAGIC[: len(packed)]):
                    self.report.warn("has bytes after its gzip data, which were left aside")
                    return
            elif not packed:
                packed = next(raw, b"")
                packed_size += len(packed)
                if not packed and not chunk:
                    self._cut("is gzip data that ends too early (cut off?)", size)
                    return

    def _cut(self, what: str, size: int) -> None:
        self.was_cut = True
        remedy = "Fetch the file again."
        if size:
            remedy = f"The {size:,} bytes before were read. {remedy}"
        self.report.stopped(Unreadable(what, remedy))


def _salvaged(inflate: zlib._Decompress, packed: bytes) -> bytes:
    """What comes out before the damage: the call that fails gives nothing, those for the bytes before it do."""
    chunk = b""
    try:
        for position in range(len(packed)):
            chunk += inflate.decompress(packed[position : position + 1])
    except zlib.error:
        pass
    return chunk


def _reason(error: zlib.error) -> str:
    # "Error -3 while decompressing data: incorrect header check"
    return str(error).rpartition(": ")[2]
