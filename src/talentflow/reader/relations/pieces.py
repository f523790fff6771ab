"""Text in the pieces of words that the encoder knows, each with its place and its vector."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy
from sentencepiece import SentencePieceProcessor

from talentflow.reader.relations.files import data_file

# How the vectors are kept, as in the base model's own four-bit file: blocks of 32 numbers, each a half-byte from -8 to
# 7 times the block's scale; the low halves of the 16 bytes are the first 16 numbers, the high halves the others.
BLOCK = numpy.dtype([("scale", "<f2"), ("halves", "u1", (16,))])
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # they cannot be written down as UTF-8


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of a text: their numbers in the vocabulary, and the characters `start` to `end` that each covers."""

    numbers: Any
    start: Any
    end: Any

    def __len__(self) -> int:
        return len(self.numbers)

    def covering(self, start: int, end: int) -> tuple[int, int]:
        """The pieces, from and up to, that characters `start` to `end` touch; at least one."""
        last = len(self.numbers) - 1
        first = min(int(numpy.searchsorted(self.end, start, "right")), last)
        return first, min(last + 1, max(int(numpy.searchsorted(self.start, end, "left")), first + 1))


def cut(text: str) -> Pieces:
    """Cuts a text into pieces."""
    found = _processor().encode(text.translate(_SURROGATES), return_type="offset_mapping")
    places = numpy.array(found["offsets"], dtype=numpy.int64).reshape(-1, 2)
    return Pieces(numpy.array(found["ids"], dtype=numpy.int64), places[:, 0], places[:, 1])


def vectors_of(numbers: Any) -> Any:
    """The vectors (n x 384) of pieces by their numbers (n)."""
    kept, places = numpy.unique(numbers, return_inverse=True)
    return widened(_blocks_of(kept)[places]).reshape(len(numbers), -1)


def widened(blocks: Any) -> Any:
    """Blocks of half-bytes as plain numbers, 32 of each."""
    low = (blocks["halves"] & 15).astype(numpy.float32) - 8
    high = (blocks["halves"] >> 4).astype(numpy.float32) - 8
    return numpy.concatenate([low, high], axis=-1) * blocks["scale"].astype(numpy.float32)[..., None]


@cache
def _processor() -> Any:
    return SentencePieceProcessor(model_file=str(data_file("pieces.model")))


def _blocks_of(numbers: Any) -> Any:
    """The blocks of some pieces, read from the disk: mapped into memory, nearly all of the file would end up there."""
    begin, count = _layout()
    size = count * BLOCK.itemsize
    found = []
    with data_file("vectors.npy").open("rb", buffering=0) as file:
        for number in numbers.tolist():
            file.seek(begin + number * size)
            found.append(file.read(size))
    return numpy.frombuffer(b"".join(found), BLOCK).reshape(-1, count)


@cache
def _layout() -> tuple[int, int]:
    """Where in the file the first piece's blocks begin, and how many each has."""
    mapped = numpy.load(data_file("vectors.npy"), mmap_mode="r")
    return mapped.offset, mapped.shape[1]
