"""Plain text: the title rule, characters kept as they are, sizes."""

import pytest

LONG = "This paragraph is no title, because no headline goes on for so long as this one does. " * 5


@pytest.mark.parametrize(
    ("raw", "title", "text"),
    [
        ("Mira leaves\n\nShe left on Wednesday.", "Mira leaves", "She left on Wednesday."),
        ("Mira leaves\r\n\r\nShe left.\r\n", "Mira leaves", "She left.\r\n"),
        ("  Mira leaves  \n \t \n\n\n  She left.", "Mira leaves", "  She left."),
        ("\n\nMira leaves\n\nShe left.", "Mira leaves", "She left."),
        ("\ufeffMira leaves\n\nShe left.", "Mira leaves", "She left."),
        ("ميرا ترحل\n\nغادرت الشركة.", "ميرا ترحل", "غادرت الشركة."),
        ("Mira leaves\nShe left.\n\nSo it is.", "", "Mira leaves\nShe left.\n\nSo it is."),
        ("She left on Wednesday.", "", "She left on Wednesday."),
        ("She left on Wednesday.\n\n", "", "She left on Wednesday.\n\n"),
        ("She left.\n\n  \n\t\n", "", "She left.\n\n  \n\t\n"),
        (LONG + "\n\nMore.", "", LONG + "\n\nMore."),
        ("One\u2028two\n\nMore.", "One\u2028two", "More."),
    ],
)
def test_a_first_line_before_a_blank_one_is_the_title(read, write, raw, title, text):
    (document,) = read(write("a.txt", raw)).documents
    assert (document.title, document.text) == (title, text)


@pytest.mark.parametrize(
    "text", ["  e\u0301 é\t\x0b\x0c ", "a\rb\r\nc\u0085d\u2029e", "ﬁ ﷺ ¼", "\u202ertl\u202c \ud7ff"]
)
def test_characters_are_kept_as_they_are(read, write, text):
    assert read(write("a.txt", text)).texts == [text]


def test_fifty_megabytes_are_read_whole(read, write):
    text = "Mira left the company on Wednesday, it said. " * (50_000_000 // 45)
    run = read(write("a.txt", text))
    assert (run.texts, run.problems) == ([text], [])


def test_of_more_the_beginning_is_read_and_that_is_said(read, write, monkeypatch):
    from talentflow.sources import whole

    monkeypatch.setattr(whole.read_text, "__kwdefaults__", {"declared_by": None, "limit": 3 << 20})
    text = "ميرا غادرت الشركة " * 200_000
    run = read(write("a.txt", text))
    assert text.startswith(run.texts[0])
    assert len(run.texts[0].encode()) > (3 << 20) - 4
    (problem,) = run.problems
    assert (problem.what, problem.is_warning) == ("is longer than 3 MiB: only its first 3 MiB were read", True)
