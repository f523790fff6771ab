"""The encoder and what is asked of it, run by onnxruntime."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache
from typing import Any

import numpy

from talentflow.reader.relations.files import data_file
from talentflow.reader.relations.pieces import Pieces, vectors_of
from talentflow.reader.relations.posts_asked import PostsAsked
from talentflow.reader.relations.questions import Questions, Stretch

LONGEST_WINDOW = 510  # pieces that the encoder sees at once; a longer text goes through it in overlapping windows
STRIDE = 340
OPENS, CLOSES = 0, 2  # the pieces that stand before and behind a text
_MOST_THREADS = 4
_MOST_SEEN = 160  # pieces of a sentence that a question looks at one by one
_AT_ONCE = 64  # questions: bounds the memory of pages with hundreds


def windows(count: int) -> list[tuple[int, int]]:
    """The windows over `count` pieces, from and up to."""
    out = [(0, min(count, LONGEST_WINDOW))]
    while out[-1][1] < count:
        start = out[-1][0] + STRIDE
        out.append((start, min(count, start + LONGEST_WINDOW)))
    return out


def seams(cut: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of each window the pieces whose vectors are taken from it: up to the middle of what it shares with the next."""
    out = []
    for place, (start, end) in enumerate(cut):
        first = start if place == 0 else (start + cut[place - 1][1]) // 2
        last = end if place == len(cut) - 1 else (cut[place + 1][0] + end) // 2
        out.append((first, last))
    return out


def marks_of(questions: Questions, pieces: Pieces) -> Any:
    """What each piece (n) is part of: 0 nothing, else see `questions.PERSON`."""
    out = numpy.zeros(len(pieces), dtype=numpy.int64)
    for start, end, mark in questions.marks:
        low, high = pieces.covering(start, end)
        out[low:high] = mark
    return out


def in_windows(count: int, run: Callable[[int, int], Any]) -> Any:
    """A row for each of `count` pieces: `run` gives those of the pieces from and up to, framed by two more."""
    cut = windows(count)
    return numpy.concatenate([
        run(start, end)[1 + first - start : 1 + last - start]
        for (start, end), (first, last) in zip(cut, seams(cut), strict=True)
    ])  # fmt: skip


def vectors_in_context(pieces: Pieces, marks: Any) -> Any:
    """The vector of each piece (n x 384) as it stands in its text; `marks` (n) are those of `marks_of`."""

    def run(start: int, end: int) -> Any:
        framed = numpy.concatenate([[0], marks[start:end], [0]])
        return _encoder().run(None, {"words": _words(pieces, start, end), "marks": framed[None]})[0][0]

    return in_windows(len(pieces), run)


def tag_scores(pieces: Pieces) -> Any:
    """The log-probabilities (n x 5) of each piece's tags, see `tagged.TAGS`."""
    return in_windows(len(pieces), lambda start, end: _names().run(None, {"words": _words(pieces, start, end)})[0][0])


def _words(pieces: Pieces, start: int, end: int) -> Any:
    return vectors_of(numpy.concatenate([[OPENS], pieces.numbers[start:end], [CLOSES]]))[None]


def pooled(questions: Questions, pieces: Pieces, vectors: Any) -> Any:
    """The mean vector (k x 384) of each of the spans that the questions speak of; the first, empty one is zero."""
    return _means(questions.spans, pieces, vectors)


def post_vectors(asked: PostsAsked, pieces: Pieces, vectors: Any) -> Any:
    """The mean vector of each post's words."""
    return _means([[placed.stretch] for placed in asked.posts], pieces, vectors)


def _means(spans: list[list[Stretch]], pieces: Pieces, vectors: Any) -> Any:
    out = numpy.zeros((len(spans), vectors.shape[1]), dtype=numpy.float32)
    for number, stretches in enumerate(spans):
        inside = {place for start, end in stretches for place in range(*pieces.covering(start, end))}
        if inside:
            out[number] = vectors[sorted(inside)].mean(axis=0)
    return out


def sight_of(questions: Questions, pieces: Pieces) -> Any:
    """Which pieces the sentence of each question has (n x s): -1 where it has no more; of many those by the name."""
    ends = []
    for named, asked, _ in questions.asked:
        start, end = pieces.covering(*questions.spans[asked][0])
        if end - start > _MOST_SEEN:
            name = pieces.covering(*questions.spans[named][0])[0]
            start = max(start, min(name - _MOST_SEEN // 2, end - _MOST_SEEN))
        ends.append((start, end))
    length = max(1, min(_MOST_SEEN, max((end - start for start, end in ends), default=1)))
    out = numpy.full((len(ends), length), -1, dtype=numpy.int64)
    for row, (start, end) in enumerate(ends):
        kept = min(end - start, length)
        out[row, :kept] = numpy.arange(start, start + kept)
    return out


def answers_to(questions: Questions, spans: Any, vectors: Any, sight: Any) -> dict[str, Any]:
    """What the network answers by its v voices, each of which tells one move or none.

    `spans` are the vectors of the questions' spans, `vectors` those of the pieces, `sight` is that of `sight_of`.
    `told` (n x v) is how likely each question's sentence tells a move of its person, as log-odds; `from` and `to`
    (n x v x (m + 1)) weigh no organization and each of the m against one another; `kind` and `status` (n x v x 7,
    n x v x 5) too.
    """
    parts: list[list[Any]] = []
    for start in range(0, len(questions.asked), _AT_ONCE):
        here = slice(start, start + _AT_ONCE)
        asked = spans[questions.asked[here]]
        parts.append(
            _head().run(
                None,
                {
                    "asked": asked.reshape(len(asked), -1),
                    "numbers": questions.numbers[here],
                    "choices": spans[questions.choices[here]],
                    "everywhere": spans[questions.everywhere],
                    "choice_numbers": questions.choice_numbers[here],
                    "vectors": vectors,
                    "sight": sight[here],
                },
            )
        )
    names = ("told", "from", "to", "kind", "status")
    return {name: numpy.concatenate(found) for name, found in zip(names, zip(*parts, strict=True), strict=True)}


def posts_inputs(questions: Questions, asked: PostsAsked, spans: Any, posts: Any) -> dict[str, Any]:
    """What goes into the network of posts; `spans` and `posts` are the vectors of the questions' spans and of posts."""
    return {
        "asked": spans[questions.asked].reshape(len(questions.asked), -1),
        "numbers": questions.numbers,
        "choices": spans[questions.choices],
        "everywhere": spans[questions.everywhere],
        "choice_numbers": questions.choice_numbers,
        "tie_numbers": asked.tie_numbers,
        "posts": posts,
        "pairs": asked.pairs,
        "pair_numbers": asked.pair_numbers,
        "place_numbers": asked.place_numbers,
    }


def posts_answers(inputs: dict[str, Any]) -> dict[str, Any]:
    """What the network of posts answers to its inputs, see `posts_inputs`.

    `works` (n x m x 2) is how likely each question's sentence tells that its person works or worked at each
    organization, and that this is past, as log-odds; `ends` (k x m x 2) weighs the pairs of one person against one
    another, for the post that they hold at an organization and the one that they take there, and `none` (n x m x 2)
    weighs that they hold or take none of them.
    """
    works, ends, none = _posts().run(None, inputs)
    return {"works": works, "ends": ends, "none": none}


@cache
def _encoder() -> Any:
    return _session("encoder.onnx")


@cache
def _head() -> Any:
    return _session("head.onnx")


@cache
def _names() -> Any:
    return _session("names.onnx")


@cache
def _posts() -> Any:
    return _session("posts.onnx")


def _session(name: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(_threads(), _MOST_THREADS)
    # Threads that spin while they wait would take the time of whatever else the machine does.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # What a text needs is given back after it: an arena keeps what the longest one needed, and more.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(data_file(name)), options, providers=["CPUExecutionProvider"])


def _threads() -> int:
    """How many threads may be used: OMP_NUM_THREADS, else as many as this process has processors."""
    given = os.environ.get("OMP_NUM_THREADS", "")
    if given.isdecimal() and int(given) > 0:
        return int(given)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
