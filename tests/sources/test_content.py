"""Gzip: whole, in several members, cut off, damaged, misnamed, and bombs."""

import gzip
import json
import random
import tracemalloc
import zlib

import pytest

from talentflow.sources import read_paths

LINES = "".join(json.dumps({"text": f"Article {n} by {random.Random(n).random()}."}) + "\n" for n in range(3000))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt.gz", "One article."),
        ("a.md.gz", "One article."),
        ("a.json.gz", '{"text": "One article."}'),
        ("a.jsonl.gz", '{"text": "One article."}\n'),
        ("a.html.gz", "<html><body><p>One article.</p><p>And more of it.</p></body></html>"),
        ("A.TXT.GZ", "One article."),
    ],
)
def test_unpacks_every_format(read, write, name, content):
    run = read(write(name, gzip.compress(content.encode())))
    assert run.problems == []
    assert run.texts[0].startswith("One article.")


def test_unpacks_standard_input_and_files_that_do_not_say_so(read, write):
    packed = gzip.compress(b'{"text": "One article."}')
    assert read("-", stdin=packed).texts == ["One article."]
    assert read(write("a.json", packed)).texts == ["One article."]


def test_reads_several_members_and_padding(read, write):
    first, second = LINES[: len(LINES) // 2], LINES[len(LINES) // 2 :]
    packed = gzip.compress(first.encode()) + gzip.compress(second.encode()) + b"\0" * 512
    run = read(write("a.jsonl.gz", packed))
    assert (len(run.documents), run.problems) == (3000, [])


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9])
def test_reads_what_a_truncated_file_holds_and_names_the_rest(read, write, kept):
    packed = gzip.compress(LINES.encode())
    run = read(write("a.jsonl.gz", packed[: int(len(packed) * kept)]))
    assert 3000 * kept * 0.7 < len(run.documents) < 3000
    assert run.documents[0].text.startswith("Article 0 ")
    assert "is gzip data that ends too early (cut off?)" in run.lost[0].what
    assert len(run.lost) == 1


def test_a_truncated_text_is_read_as_far_as_it_goes(read, write):
    packed = gzip.compress(LINES.encode())
    run = read(write("a.txt.gz", packed[: len(packed) // 2]))
    assert LINES.startswith(run.texts[0])
    assert len(run.lost) == 1


def test_a_truncated_list_is_read_as_far_as_it_goes(read, write):
    packed = gzip.compress(("[" + LINES.strip().replace("\n", ",\n") + "]").encode())
    run = read(write("a.json.gz", packed[: len(packed) // 2]))
    assert 1000 < len(run.documents) < 2000
    assert len(run.lost) == 1


@pytest.mark.parametrize("size", [2, 5, 10])
def test_a_file_cut_in_its_header_is_one_problem(read, write, size):
    run = read(write("a.txt.gz", gzip.compress(b"One article.")[:size]))
    assert run.documents == []
    assert len(run.lost) == 1


def test_names_damaged_data(read, write):
    packed = bytearray(gzip.compress(LINES.encode()))
    packed[len(packed) // 2 : len(packed) // 2 + 20] = b"\xff" * 20
    run = read(write("a.jsonl.gz", bytes(packed)))
    assert 0 < len(run.documents) <= 3000
    assert [problem for problem in run.lost if problem.what.startswith("is damaged gzip data (")]


def test_names_a_wrong_check_sum_and_keeps_the_text(read, write):
    packed = bytearray(gzip.compress(b"One article."))
    packed[-8] ^= 0xFF
    run = read(write("a.txt.gz", bytes(packed)))
    assert run.texts == ["One article."]
    assert "incorrect data check" in run.lines[0]


def test_a_file_that_is_only_named_gz_is_read_with_a_warning(read, write):
    run = read(write("a.txt.gz", b"One article."))
    assert run.texts == ["One article."]
    assert [problem.is_warning for problem in run.problems] == [True]


def test_bytes_after_the_end_are_left_aside_with_a_warning(read, write):
    run = read(write("a.txt.gz", gzip.compress(b"One article.") + b"trailing"))
    assert run.texts == ["One article."]
    assert "bytes after its gzip data" in run.lines[0]


def _bomb(size: int) -> bytes:
    squeeze = zlib.compressobj(9, wbits=31)
    packed = b"".join(squeeze.compress(b" " * (1 << 20)) for _ in range(size >> 20))
    return packed + squeeze.flush()


@pytest.mark.parametrize("name", ["bomb.txt.gz", "bomb.json.gz", "bomb.jsonl.gz"])
def test_a_bomb_is_defused_in_little_memory(write, name):
    path, problems = write(name, _bomb(300 << 20)), []
    tracemalloc.start()
    documents = list(read_paths([str(path)], problems.append))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert documents == []
    assert len(problems) == 1
    assert peak < 250 << 20


def test_gzip_in_gzip_is_named(read, write):
    run = read(write("a.txt.gz", gzip.compress(gzip.compress(b"One article."))))
    assert "is gzip data inside gzip data" in run.lines[0]


def test_tells_how_many_bytes_it_has_read(write):
    path, heard = write("a.jsonl.gz", gzip.compress(LINES.encode())), []
    list(read_paths([str(path)], lambda problem: None, on_bytes=heard.append))
    assert sum(heard) == path.stat().st_size
