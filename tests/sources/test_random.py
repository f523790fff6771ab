"""Whatever the bytes: nothing is raised, nothing is altered, every problem is one line."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from talentflow.model import Document
from talentflow.sources import SourceProblem, read_paths
from talentflow.sources.content import Content
from talentflow.sources.decode import decode
from talentflow.sources.format import all_formats
from talentflow.sources.problems import Reporter, Unreadable
from talentflow.sources.values import lines, values

ENDINGS = (".txt", ".md", ".json", ".jsonl", ".txt.gz", ".json.gz")
SYNTAX = some.lists(
    some.sampled_from([b"{", b"}", b"[", b"]", b'"', b"\\", b",", b":", b"\n", b"text", b"a", b" ", b"\xff", b"\0"])
)
SOME_TEXT = some.text(min_size=1).filter(lambda text: text.strip() and any(c.isalnum() for c in text))


def _read(data: bytes, path: str = "-") -> tuple[list[Document], list[SourceProblem]]:
    problems: list[SourceProblem] = []
    documents = list(read_paths([path], problems.append, stdin=io.BytesIO(data)))
    for document in documents:
        json.dumps(vars(document) if hasattr(document, "__dict__") else document.text, ensure_ascii=False).encode(
            "utf-8"
        )
    for problem in problems:
        assert "\n" not in str(problem)
        str(problem).encode("utf-8")
    return documents, problems


@given(some.one_of(some.binary(), SYNTAX.map(b"".join), some.text().map(str.encode)))
@settings(max_examples=300, deadline=None)
def test_no_bytes_on_standard_input_raise(data):
    documents, problems = _read(data)
    assert documents or problems


@pytest.mark.parametrize("kind", all_formats(), ids=lambda kind: kind.name)
@given(data=some.one_of(some.binary(), SYNTAX.map(b"".join), some.text().map(str.encode)))
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise_in_any_format(kind, data):
    content = Content(io.BytesIO(data), Reporter("x", lambda problem: None))
    try:
        documents = list(kind.read(content))
    except Unreadable:
        return
    assert all(document.text for document in documents)


@given(data=some.binary(), ending=some.sampled_from(ENDINGS))
@settings(max_examples=100, deadline=None)
def test_no_bytes_raise_under_any_name(tmp_path_factory: pytest.TempPathFactory, data: bytes, ending: str):
    path: Path = tmp_path_factory.mktemp("random") / f"a{ending}"
    path.write_bytes(gzip.compress(data) if ending.endswith(".gz") and len(data) % 2 else data)
    documents, problems = _read(b"", str(path))
    assert documents or problems


@given(text=SOME_TEXT, title=some.text(), escape=some.booleans(), indent=some.sampled_from([None, 1]))
@settings(max_examples=200, deadline=None)
def test_json_keeps_a_text_letter_for_letter(text, title, escape, indent):
    raw = json.dumps([{"text": text, "title": title}], ensure_ascii=escape, indent=indent)
    (document,) = _read(raw.encode())[0]
    assert (document.text, document.title) == (text, title)


@given(some.text(some.characters(), min_size=1))
@settings(max_examples=100, deadline=None)
def test_halves_of_pairs_keep_their_place(text):
    documents, _ = _read(json.dumps({"text": "x" + text}).encode())
    assert len(documents[0].text) == len(json.loads(json.dumps("x" + text)))
    documents[0].text.encode("utf-8")


@given(text=some.text(), encoding=some.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32"]))
def test_a_text_with_a_mark_or_in_utf_8_is_decoded_exactly(text, encoding):
    if encoding == "utf-8" and any(ord(character) < 32 for character in text):
        return  # NULs may make it look like UTF-16
    if encoding == "utf-16" and text.startswith("\0"):
        return  # begins as the mark of UTF-32 does
    text = text.lstrip("\ufeff") if encoding == "utf-8" else text
    try:
        assert decode(text.encode(encoding)).text == text
    except Unreadable:
        assert encoding == "utf-8"  # it begins as a file of another kind does: "%PDF-"


@given(
    some.lists(some.dictionaries(some.text(), some.text() | some.lists(some.text())), min_size=1), some.integers(1, 7)
)
def test_values_are_cut_apart_wherever_the_chunks_end(articles, size):
    raw = json.dumps(articles, indent=1).encode()
    chunks = [raw[start : start + size] for start in range(0, len(raw), size)]
    assert [json.loads(piece.data) for piece in values(chunks, 1 << 20)] == articles


@given(some.lists(some.binary().map(lambda line: line.replace(b"\n", b"")), min_size=1), some.integers(1, 7))
def test_lines_are_cut_apart_wherever_the_chunks_end(rows, size):
    raw = b"\n".join(rows)
    chunks = [raw[start : start + size] for start in range(0, len(raw), size)]
    expected = [(row, number) for number, row in enumerate(rows, 1) if row.strip()]
    assert [(piece.data, piece.line) for piece in lines(chunks, 1 << 20)] == expected
