"""The text of JSON pieces: cut as bytes, decoded one by one, so that one bad line costs only itself."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

from talentflow.sources.content import Content
from talentflow.sources.decode import decode, stream_encoding, without_mark


class PieceDecoder:
    """Decodes the pieces of one input and reports doubtful bytes once for all of it."""

    def __init__(self, content: Content) -> None:
        """Look at the first bytes. Raises Unreadable where the input is no text at all."""
        self._content = content
        self._encoding = stream_encoding(content.peek(until=b"\n"))
        self._old_encoding: str | None = None
        self._has_warned = False

    def chunks(self) -> Iterator[bytes]:
        """The input in an encoding in which quotes, brackets and line ends are single bytes."""
        first = True
        for chunk in self._transcoded() if self._encoding else self._content.chunks():
            yield chunk.removeprefix(codecs.BOM_UTF8) if first else chunk
            first = False

    def _transcoded(self) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(self._encoding)("replace")
        for chunk in self._content.chunks():
            yield decoder.decode(chunk).encode("utf-8", "replace")
        yield decoder.decode(b"", final=True).encode("utf-8", "replace")

    def text(self, data: bytes, line: int) -> str:
        """The text of one piece. Raises Unreadable for what is no text."""
        try:
            return without_mark(data.decode("utf-8"))
        except UnicodeDecodeError:
            decoded = decode(data, declared=self._old_encoding)
        if decoded.encoding != "utf-8":
            self._old_encoding = decoded.encoding
        if decoded.doubt and not self._has_warned:
            self._has_warned = True
            self._content.report.warn(decoded.doubt, "Save it as UTF-8 if a letter looks wrong.", line=line)
        return without_mark(decoded.text)
