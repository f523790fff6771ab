"""Markdown: heading, front matter, and texts that have neither."""

import pytest

FRONT = """---
title: "From the front"
lang: ar-EG
date: 2026-01-15T10:00:00Z
url: 'https://example.org/a?b=c: d'
publisher: Example Times
tags: [a, b]
---
"""


@pytest.mark.parametrize(
    ("raw", "title", "text"),
    [
        ("# Mira leaves\n\nShe left.\n", "Mira leaves", "She left.\n"),
        ("# Mira leaves #\r\n\r\nShe left.\r\n", "Mira leaves", "She left.\r\n"),
        ("Mira leaves\n===========\n\nShe left.", "Mira leaves", "She left."),
        ("\n# Mira leaves\n## Why\n\nShe **left** [it](u).", "Mira leaves", "## Why\n\nShe **left** [it](u)."),
        ("*By us*\n\n# Mira leaves\n\nShe left.", "Mira leaves", "*By us*\n\nShe left."),
        ("Mira leaves\n\nShe left.", "Mira leaves", "She left."),
        ("## Not the first level\nShe left.", "", "## Not the first level\nShe left."),
        ("#hashtag is no heading.", "", "#hashtag is no heading."),
        ("---\nno front matter\n\nShe left.", "", "---\nno front matter\n\nShe left."),
        (FRONT + "She left.", "From the front", "She left."),
        (FRONT + "\n# From the page\n\nShe left.", "From the front", "She left."),
    ],
)
def test_the_first_heading_is_the_title(read, write, raw, title, text):
    (document,) = read(write("a.md", raw)).documents
    assert (document.title, document.text) == (title, text)


def test_front_matter_says_what_it_says(read, write):
    (document,) = read(write("a.md", FRONT + "She left.")).documents
    assert (document.lang, document.published) == ("ar", "2026-01-15")
    assert (document.url, document.publisher) == ("https://example.org/a?b=c: d", "Example Times")


def test_a_front_matter_date_that_is_none_is_named(read, write):
    run = read(write("a.md", "---\npublished: last week\n---\nShe left."))
    assert (run.texts, run.documents[0].published, run.lost) == (["She left."], None, [])
    assert '"published" is no date' in run.lines[0]


@pytest.mark.parametrize("raw", ["# Mira leaves\n", FRONT, FRONT + "\n# Heading\n\n"])
def test_a_heading_without_text_is_a_problem(read, write, raw):
    run = read(write("a.md", raw))
    assert run.documents == []
    assert run.lines[0].endswith("holds a heading and no text under it. Write the article below its heading.")
