"""Paths in, documents out: order, ids, languages, folders, standard input, and everything that is no file."""

import io
import json
import os
import socket
import sys
from pathlib import Path

import pytest

from talentflow.sources import SourceProblem, count_inputs, read_paths
from talentflow.sources.content import Content
from talentflow.sources.format import all_formats

ARTICLE = "Mira Murati left the company on Wednesday."


def test_reads_in_the_order_given(read, write):
    one, two = write("b.txt", "First."), write("a.txt", "Second.")
    assert read(one, two).texts == ["First.", "Second."]


def test_reads_a_folder_in_the_order_of_its_names(read, write, tmp_path):
    for name in ("b/z.txt", "b/a.md", "c.txt", "a.txt"):
        write(name, f"This is {name}.")
    assert read(tmp_path).texts == ["This is a.txt.", "This is b/a.md.", "This is b/z.txt.", "This is c.txt."]


@pytest.mark.parametrize("name", ["notes.docx", "picture.png", "README", ".hidden.txt", ".git/x.txt", "x.tar.gz"])
def test_passes_over_what_is_no_article_in_a_folder(read, write, tmp_path, name):
    write("a.txt", ARTICLE)
    write(name, "something else")
    run = read(tmp_path)
    assert (run.texts, run.problems) == ([ARTICLE], [])


@pytest.mark.parametrize("name", ["notes.docx", "README", "x.tar.gz", "noext.gz"])
def test_names_a_file_of_unknown_ending_that_was_asked_for(read, write, name):
    run = read(write(name, ARTICLE))
    assert run.documents == []
    assert (
        "is a file of an unknown ending. Where it holds text, let its name end in one of .html .json .jsonl .md .txt"
        in run.lines[0]
    )


def test_names_an_address_of_a_kind_that_is_not_asked_for(read):
    (line,) = read("ftp://news.example/one.txt").lines
    assert "is an address that is not asked for. Give one that begins with https:// or http://." in line


@pytest.mark.parametrize("names", [[], ["picture.png"], ["sub/notes.docx"], [".hidden.txt"]])
def test_names_a_folder_with_nothing_readable(read, write, tmp_path, names):
    for name in names:
        write(name, "x")
    (line,) = read(tmp_path).lines
    assert line.startswith(f"{tmp_path}: is a folder with nothing in it that can be read.")


def test_a_folder_named_as_a_file_is_a_folder(read, write, tmp_path):
    write("x.json/a.txt", ARTICLE)
    assert read(tmp_path / "x.json").texts == [ARTICLE]
    assert read(tmp_path).texts == [ARTICLE]


@pytest.mark.parametrize("path", ["no/such/file.txt", "", "a\0b.txt", "x" * 5000 + ".txt"])
def test_names_a_path_that_leads_nowhere(read, write, path):
    run = read(path, write("good.txt", ARTICLE))
    assert run.texts == [ARTICLE]
    assert len(run.lost) == 1
    assert "\0" not in run.lines[0]


def test_names_a_file_that_may_not_be_read(read, write, monkeypatch):
    secret, good = write("secret.txt", ARTICLE), write("good.txt", ARTICLE)
    really_open = os.open

    def guarded_open(path, *arguments, **others):
        if str(path) == str(secret):
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *arguments, **others)

    monkeypatch.setattr(os, "open", guarded_open)
    run = read(secret, good)
    assert run.texts == [ARTICLE]
    assert run.lines == [f"{secret}: may not be read: permission denied. Ask its owner, or read a copy."]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_names_a_folder_that_may_not_be_read(read, write, tmp_path):
    write("locked/a.txt", ARTICLE)
    (tmp_path / "locked").chmod(0)
    try:
        assert "permission denied" in read(tmp_path).lines[0]
    finally:
        (tmp_path / "locked").chmod(0o700)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_refuses_a_named_pipe_without_waiting_for_it(read, write, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    write("z.txt", ARTICLE)
    (line,) = read(tmp_path / "pipe.txt").lines
    assert "is a named pipe, not a file. To read from a pipe, give -" in line
    assert read(tmp_path).texts == [ARTICLE]


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs devices")
def test_refuses_a_device(read):
    assert "is a device, not a file" in read("/dev/null").lines[0]
    assert "is a device, not a file" in read("/dev/zero").lines[0]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="needs sockets in the file system")
def test_refuses_a_socket(read, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("s.txt")
        assert "is a socket, not a file" in read("s.txt").lines[0]


def test_a_pipe_put_in_a_files_place_does_not_hang(tmp_path, write, monkeypatch):
    path = write("a.txt", ARTICLE)
    problems: list[SourceProblem] = []
    from talentflow.sources import read as module
    from talentflow.sources.walk import Input

    os.mkfifo(tmp_path / "pipe.txt")
    found = [Input(str(tmp_path / "pipe.txt")), Input(str(path))]
    monkeypatch.setattr(module, "find_inputs", lambda paths, tell: found)
    assert [document.text for document in read_paths(["x"], problems.append)] == [ARTICLE]
    assert len(problems) == 1


def test_follows_links_and_escapes_their_loops(read, write, tmp_path):
    target = write("real/a.txt", ARTICLE)
    inner = tmp_path / "folder"
    inner.mkdir()
    (inner / "again").symlink_to(inner, target_is_directory=True)
    (inner / "up").symlink_to(tmp_path, target_is_directory=True)
    (inner / "link.txt").symlink_to(target)
    run = read(inner)
    assert set(run.texts) == {ARTICLE}
    assert len(run.texts) == 2  # the link itself, and the folder above by way of "up"
    assert run.lost == []


def test_names_a_link_to_itself_and_a_link_to_nothing(read, write, tmp_path):
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    write("z.txt", ARTICLE)
    assert len(read(tmp_path / "loop.txt").lost) == 1
    run = read(tmp_path)
    assert run.texts == [ARTICLE]
    assert len(run.lost) == 2


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="needs file names of any bytes")
def test_reads_a_file_whose_name_is_no_text(read, tmp_path):
    folder = os.fsencode(tmp_path)
    Path(os.fsdecode(folder + b"/caf\xe9.txt")).write_text(ARTICLE)
    Path(os.fsdecode(folder + b"/\x1b[2Jbad\xff.json")).write_text("{")
    run = read(tmp_path)
    assert run.documents[0].origin.endswith("caf\\xe9.txt")
    (line,) = run.lines
    assert "␛[2Jbad\\xff.json" in line
    line.encode("utf-8")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("empty.json", b""),
        ("empty.jsonl", b""),
        ("blank.txt", b" \n\t\r\n  "),
        ("blank.json", b" \n "),
        ("blank.jsonl", b"\n\n\n"),
        ("blank.md", b"\n"),
        ("blank.html", b"  "),
        ("bom.txt", b"\xef\xbb\xbf"),
        ("nothing.json", b"[]"),
        ("nothing.txt", "\u200b\u00a0\u3000".encode()),
        ("zeros.txt", b"\0" * 100),
        ("zeros.json", b"\0" * 100),
    ],
)
def test_names_an_input_that_holds_nothing(read, write, name, content):
    run = read(write(name, content))
    assert run.documents == []
    assert len(run.lost) == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ('{"text": "One article."}', "JSON"),
        ('[{"text": "One article."}]', "JSON"),
        ('[\n  {"text": "One article."}\n]', "JSON"),
        ('{\n  "text": "One article."\n}', "JSON"),
        ('{"text": "One article."}\n{"text": "Two."}\n', "JSON Lines"),
        ('{"text": "half\n{"text": "One article."}\n', "JSON Lines"),
        ("\ufeff" + '{"text": "One article."}\n', "JSON Lines"),
        ("<!DOCTYPE html><html><body><p>One article, with a sentence.</p></body></html>", "HTML"),
        ("<p>One article, with a sentence.</p>", "HTML"),
        ("# Heading\n\nOne article.", "Markdown"),
        ("Title\n\nOne article.", "text"),
        ("{Breaking} One article.", "text"),
        ("[Update] One article.", "text"),
        ("<3 One article.", "text"),
        ("#hashtag One article.", "text"),
    ],
)
def test_tells_what_standard_input_holds(read, content, kind):
    from talentflow.sources.format import sniffed_format

    assert sniffed_format(content).name == kind
    assert "One article" in read("-", stdin=content.encode()).texts[0]


def test_standard_input_has_its_name(read):
    run = read("-", stdin=b"")
    assert run.lines == ["standard input: is empty. Remove it, or fetch the article again."]
    assert read("-", stdin=ARTICLE.encode()).documents[0].origin == "standard input"


def test_closed_standard_input_is_a_problem(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    problems: list[SourceProblem] = []
    assert list(read_paths(["-"], problems.append)) == []
    assert str(problems[0]) == "standard input: is closed. Send it something, or name a file."


def test_lines_from_a_pipe_are_read_as_they_come():
    class Typed:
        """Gives a line at a time, and notes how many it was asked for."""

        def __init__(self) -> None:
            self.given = 0

        def read1(self, size: int) -> bytes:
            self.given += 1
            return json.dumps({"text": f"Line {self.given}."}).encode() + b"\n" if self.given < 9 else b""

        read = read1

    typed = Typed()
    documents = read_paths(["-"], lambda problem: None, stdin=typed)  # type: ignore[arg-type]
    next(documents)
    assert typed.given <= 2


def test_nothing_is_read_before_it_is_asked_for(write):
    opened: list[int] = []
    documents = read_paths([str(write("a.txt", ARTICLE))], lambda problem: None, on_bytes=opened.append)
    assert opened == []
    next(documents)
    assert sum(opened) == len(ARTICLE)


def test_an_article_without_an_id_gets_one_of_its_content(read, write):
    (one,), (two,), (other,) = (
        read(write(name, text)).documents
        for name, text in (("a.txt", ARTICLE), ("sub/b.txt", ARTICLE), ("c.txt", ARTICLE + " So."))
    )
    assert one.id == two.id != other.id
    assert len(one.id) == 16


def test_the_same_article_twice_is_said_in_those_words(read, write):
    run = read(write("a.txt", ARTICLE), write("b.txt", ARTICLE))
    assert len(run.documents) == 2
    assert run.lines == [
        f"{run.documents[1].origin}: is the same article as one before it. Both are read; leave one out."
    ]


def test_many_problems_of_one_input_are_summed_up(read, write):
    lines = ["no article"] * 500 + ['{"text": "One."}'] + ["again"] * 10
    run = read(write("novel.jsonl", "\n".join(lines)))
    assert run.texts == ["One."]
    assert len(run.lines) == 21
    assert run.lines[-1].endswith("novel.jsonl: has 490 more problems like the last (lines 21-500, 502-511).")
    assert not run.problems[-1].is_warning


def test_an_id_that_comes_twice_is_warned_of_once_and_all_are_read(read, write):
    lines = "".join(json.dumps({"id": "x", "text": f"Text {n}."}) + "\n" for n in range(3))
    path = write("a.jsonl", lines)
    run = read(path)
    assert len(run.documents) == 3
    assert run.lines == [
        f"{path}, line 2: has the id 'x', which an article before it has too. "
        "Both are read; give each article an id of its own."
    ]
    assert run.lost == []


@pytest.mark.parametrize(
    ("article", "lang"),
    [
        ({"text": ARTICLE}, "en"),
        ({"text": ARTICLE, "lang": "es"}, "es"),
        ({"text": ARTICLE, "lang": "ar-EG"}, "ar"),
        ({"text": ARTICLE, "lang": "und"}, "en"),
        ({"text": ARTICLE, "lang": "spa"}, "es"),
        ({"text": "غادرت ميرا موراتي الشركة."}, "ar"),
        ({"text": "OpenAI", "title": "Quién se va y quién llega a la empresa"}, "es"),
        ({"text": "1234 5678"}, "und"),
    ],
)
def test_language_is_the_one_given_or_told_from_the_text(read, write, article, lang):
    assert read(write("a.json", json.dumps(article))).documents[0].lang == lang


def test_halves_of_surrogate_pairs_are_replaced_one_for_one(read, write):
    raw = r'{"text": "one \ud83d two \ude00 three \ud83d\ude00 four", "title": "\udfff", "id": "\ud800"}'
    (document,) = read(write("a.json", raw)).documents
    assert document.text == "one \ufffd two \ufffd three 😀 four"
    assert (document.title, document.id) == ("\ufffd", "\ufffd")


def test_control_and_direction_characters_stay_in_the_text(read, write):
    text = "Mira\x07 \u202eitaruM\u202c left.\x1b[2J\u2066 \u200f \0 end"
    assert read(write("a.json", json.dumps({"text": text}))).texts == [text]
    assert read(write("a.txt", text)).texts == [text]


def test_a_problem_is_one_harmless_line(write, read):
    published = "\x1b[2J\\n\\u202eevil" + "y" * 1000
    path = write("a.jsonl", '{"text": "Fine."}\n{"text": "x", "published": "' + published + '"}\n')
    (line,) = read(path).lines
    assert len(line) < 800
    assert line.isprintable()


def test_a_fault_in_one_input_does_not_cost_the_others(read, write, monkeypatch):
    bad, good = write("bad.txt", ARTICLE), write("good.txt", ARTICLE)
    really_peek = Content.peek

    def failing_peek(self, *arguments, **others):
        if self.report.path == str(bad):
            raise ZeroDivisionError("oh\nno")
        return really_peek(self, *arguments, **others)

    monkeypatch.setattr(Content, "peek", failing_peek)
    run = read(bad, good)
    assert run.texts == [ARTICLE]
    assert "because of a fault in Talentflow (ZeroDivisionError: oh no)" in run.lines[0]


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_what_must_stop_the_run_stops_it(write, monkeypatch, error):
    def stop(self, *arguments, **others):
        raise error

    monkeypatch.setattr(Content, "peek", stop)
    with pytest.raises(error):
        list(read_paths([str(write("a.txt", ARTICLE))], lambda problem: None))


def test_counts_files_and_bytes_without_reading(write, tmp_path):
    write("a.txt", "12345")
    write("b/c.jsonl", "123")
    write("d.png", "1234567")
    size = count_inputs([str(tmp_path), "-", "no/such"])
    assert (size.files, size.bytes) == (3, 8)


def test_every_format_has_suffixes_of_its_own():
    suffixes = [suffix for kind in all_formats() for suffix in kind.suffixes]
    assert sorted(set(suffixes)) == sorted(suffixes)
    assert all(suffix.startswith(".") and suffix.islower() for suffix in suffixes)


def test_documents_of_a_long_run_are_not_held(write):
    path = write(
        "many.jsonl",
        "".join(json.dumps({"text": f"Text {n}. " + "x" * 1000, "lang": "en"}) + "\n" for n in range(3000)),
    )
    import tracemalloc

    tracemalloc.start()
    count = sum(1 for _ in read_paths([str(path)], lambda problem: None))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 3000
    assert peak < 3_000_000


def test_reads_a_stream_that_is_cut_by_the_disk(write, monkeypatch):
    class Failing(io.RawIOBase):
        def __init__(self) -> None:
            self.calls = 0

        def read(self, size: int = -1) -> bytes:
            self.calls += 1
            if self.calls > 1:
                raise OSError(5, "Input/output error")
            return b'{"text": "One."}\n{"text": "Tw'

    problems: list[SourceProblem] = []
    documents = read_paths(["-"], problems.append, stdin=Failing())  # type: ignore[arg-type]
    assert [document.text for document in documents] == ["One."]
    assert str(problems[0]) == "standard input: cannot be read: Input/output error. Check the path and the disk."
